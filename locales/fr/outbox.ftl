# The operator’s outbox.

outbox-title = Boîte d’envoi
outbox-text = Tous les courriels que le portail a écrits, dans la langue du destinataire.
outbox-mail = Courriel
outbox-to = À
outbox-address = L’adresse contient
outbox-status = État
outbox-waiting = En attente
outbox-sent = Envoyé
outbox-failed = Échec
outbox-nothing = Aucun courriel
outbox-nothing-text = Les courriels apparaissent ici dès que se produit un événement dont clients ou partenaires sont avertis.
outbox-showing = { $shown ->
    [one] { $shown } courriel affiché, le plus récent en premier
   *[other] { $shown } courriels affichés, les plus récents en premier
}
