# Les lignes de facture contestées.

disputes-title = Litiges de facturation
disputes-text = Ce que vous avez contesté, ce qui a été décidé, et ce que votre client doit encore apprendre.
disputes-text-operator = Ce que les partenaires contestent. Ce que vous remboursez est déduit de leur prochaine facture.
disputes-none = Aucun litige
disputes-none-text = Pour contester des lignes, ouvrez la facture concernée.
disputes-none-operator = Les litiges ouverts par les partenaires apparaissent ici.
disputes-pages = Pages de litiges
disputes-showing = { $shown ->
    [one] { $shown } litige affiché
   *[other] { $shown } litiges affichés
}
dispute-title = Litige { $number }
dispute-number = Litige
dispute-reason = Motif
dispute-reason-quantity = Quantité erronée
dispute-reason-price = Prix erroné
dispute-reason-cancelled = Abonnement résilié
dispute-reason-tax = Taxe
dispute-reason-other = Autre
dispute-open = Ouvert
dispute-accepted = Accepté
dispute-refused = Refusé
dispute-closed = Clos
dispute-amount = Contesté
dispute-amount-field = Montant contesté en yuans, taxe comprise
dispute-given-back = Remboursé
dispute-raised = Ouvert le
dispute-decided = Décidé le
dispute-text = Ce qui ne va pas
dispute-text-help = De 10 à 4 000 caractères. Dites ce que vous attendiez et pourquoi.
dispute-answer = Réponse
dispute-answer-help = Le partenaire la lit. Nécessaire, sauf si tout est remboursé.
dispute-settled-on = Remboursé sur la facture
dispute-informed = Client informé le
dispute-informed-by = { $day } par { $name }
dispute-lines = Lignes contestées
dispute-raise = Ouvrir le litige
dispute-raise-title = Contester des lignes de { $number }
dispute-choose-text = Choisissez les lignes. Vous indiquerez le montant en cause et le motif à la page suivante.
dispute-elsewhere = { $count ->
    [one] { $count } autre ligne choisie sur une autre page
   *[other] { $count } autres lignes choisies sur d’autres pages
}
dispute-none-chosen = Aucune ligne choisie
dispute-raise-text = Indiquez le montant en cause sur ces lignes, et le motif.
dispute-sum = Total de ces lignes : { $sum }.
dispute-choose-others = Choisir d’autres lignes
dispute-escalate = Faire remonter un litige de facturation
dispute-not-raised = Le litige n’a pas été ouvert
dispute-which = Quelles lignes
dispute-choose = Choisir
dispute-choose-line = { $name }, ligne { $place }
dispute-choose-usage = { $name }, ligne d’utilisation { $place }
dispute-taken = Contestée
dispute-until = Les lignes de cette facture peuvent être contestées jusqu’au { $day }.
dispute-why = Combien, et pourquoi
dispute-due = L’échéance de la facture ne change pas. Si le litige est accepté, la prochaine facture rembourse le montant.
dispute-no-lines = Aucune ligne à contester
dispute-no-lines-text = Aucune ligne payante n’est encore contestable ici.
dispute-close = Clore le dossier
dispute-close-text = Le litige est décidé. Informez votre client, puis saisissez la date ; votre nom l’accompagne.
dispute-not-closed = Le litige n’a pas été clos
dispute-decide = Décider
dispute-give-back = Montant à rembourser en yuans, taxe comprise
dispute-accept = Accepter et rembourser
dispute-refuse = Refuser
dispute-not-decided = Le litige n’a pas été décidé
done-dispute-raised = Le litige est ouvert
done-dispute-decided = Le litige est décidé et le partenaire est informé
done-dispute-closed = Le litige est clos

## Why not

err-dispute-lines = Choisissez au moins une ligne payante de cette facture.
err-dispute-too-many = Choisissez au plus { $most } lignes par litige.
err-dispute-amount = Saisissez un montant en yuans supérieur à 0, avec deux décimales au plus.
err-dispute-too-much = Saisissez { $most } au plus.
err-dispute-reason = Choisissez l’un des motifs.
err-dispute-text = Écrivez au moins { $min } caractères.
err-dispute-answer = Dites pourquoi tout n’est pas remboursé.
err-dispute-informed = Saisissez une date comprise entre la décision et aujourd’hui.
err-dispute-unreadable = Le formulaire n’a pas pu être lu. Rechargez la page.
err-dispute-late = Les lignes de cette facture pouvaient être contestées jusqu’au { $day }.
err-dispute-taken = L’une de ces lignes est déjà contestée.
err-dispute-decided = Ce litige est déjà décidé.
err-dispute-not-decided = Ce litige n’est pas encore décidé, ou il est déjà clos.

## What the activity log says

activity-dispute-raised = Litige de facturation ouvert
activity-dispute-accepted = Litige de facturation accepté
activity-dispute-refused = Litige de facturation refusé
activity-dispute-closed = Litige de facturation clos
