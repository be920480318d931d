# Clients : les pages de l’Espace partenaires.

## Partout

customers-title = Clients
customer-pages = Pages de ce client
customer-subscriptions = Abonnements
customer-bills = Facturation
customer-bills-text = Ce qui a été facturé pour ce client au cours des trois derniers mois, ligne par ligne. Ce que vous ne pouvez pas régler vous-même avec votre client, vous le faites remonter à 21Vianet.
customer-bills-none = Rien de facturé au cours des trois derniers mois
customer-bills-none-text = Les lignes du client apparaissent ici dès qu’une facture est émise.
customer-bill-of = Émise le { $day }.
customer-bill-all = Toutes les lignes
customer-account = Compte
customer-timeline = Chronologie

## La liste

customers-text = Trouvez un client pour voir ses abonnements et son compte.
help-customers = Trouver des clients, en ajouter et modifier ce que vous savez d’eux.
customers-add = Ajouter un client
customers-csv = CSV
customers-xlsx = Excel
customers-count = Clients
customers-count-lately = Ajoutés ces 30 derniers jours
customers-count-not-delegated = Sans administration déléguée
customers-filter = Rechercher et filtrer les clients
customers-words = Nom de l’entreprise ou du domaine
customers-tag = Étiquette
customers-delegated-admin = Privilèges d’administrateur délégué
customers-delegated = Administration déléguée
customers-not-delegated = Administration non déléguée
customers-size = Lignes par page
customers-clear = Afficher tous les clients
customers-name = Nom de l’entreprise
customers-domain = Domaine principal
customers-relationship = Relation
customers-reseller = Revendeur
customers-indirect-provider = Fournisseur indirect
customers-active-subscriptions = Abonnements actifs
customers-more = Plus
customers-microsoft-id = ID Microsoft
customers-pages = Pages de la liste des clients
# $shown: rows of this page · $total: how many there are
customers-showing = { $total ->
    [one] Un seul client
   *[other] { $shown } clients affichés sur { $total }
}
# $shown: rows of this page · $total: there are at least so many
customers-showing-at-least = { $shown } clients affichés sur { $total } ou plus
# $words: what was searched for
customers-none-called = Aucun client ne correspond à « { $words } »
customers-no-match = Aucun client ne correspond à ces filtres
customers-no-match-text = Une partie du nom de l’entreprise ou du domaine, ou les initiales du pinyin, suffit.
customers-empty = Ajoutez votre premier client
customers-empty-text = Vos clients figureront ici, avec leurs abonnements.
customers-empty-ask = Votre entreprise n’a pas encore de client. Un agent d’administration ou un agent commercial peut ajouter le premier.

## Le compte

customers-tags = Étiquettes
customer-company = Entreprise
customer-contact = Contact principal
customer-billing = Contact de facturation
customer-billing-same = Le contact principal reçoit les factures.
customer-billing-own = Quelqu’un d’autre reçoit les factures
customer-billing-fields = Qui reçoit les factures
customer-billing-company = Entreprise facturée
customer-billing-fixed = Vos rôles vous permettent de lire les informations de facturation, pas de les modifier.
customer-name-help = Telle qu’elle figure sur la licence commerciale.
customer-uscc = Code de crédit social unifié
customer-uscc-help = 18 caractères, par exemple 91330106MA2DEM033H.
customer-uscc-confirm = Je veux un autre client avec ce code
customer-uscc-see = Voir le client qui a ce code
customer-address = Adresse
customer-address1 = Adresse, ligne 1
customer-address2 = Adresse, ligne 2
customer-province = Province
customer-choose = Choisir…
customer-city = Ville
customer-district = District
customer-postcode = Code postal
customer-phone = Téléphone de l’entreprise
customer-segment = Secteur
customer-qualification = Justification
customer-qualification-help = Nécessaire pour l’éducation et le secteur public : pourquoi le client relève de ce secteur.
customer-person = Nom
customer-family-name = Nom de famille
customer-given-name = Prénom
customer-email = Adresse électronique
customer-contact-phone = Téléphone
customer-language = Langue
customer-language-help = Celle des courriels.
customer-since = Client depuis
customer-agreement = Contrat client accepté
# $name: who noted it
customer-agreement-by = noté par { $name }
customer-overdue = Ce client est signalé en retard de paiement
customer-no-profile = Personne n’a encore noté les informations de ce client
customer-no-profile-text = L’entreprise, le contact et le contact de facturation figureront ici une fois saisis.
customer-edit = Modifier les informations du compte
customer-edit-text = L’ID Microsoft, le domaine et la relation ne changent pas.
customer-not-saved = Rien n’a été enregistré
# $value: what stands in the database now
customer-saved-meanwhile = Enregistré entre-temps par quelqu’un d’autre : { $value }
done-customer-saved = Les informations du compte sont enregistrées.

## La chronologie

customer-events-filter = Filtrer la chronologie
customer-events-all = Tout afficher
customer-events-none = Rien ne s’est passé ici
customer-events-none-text = Les modifications de ce client, de ses abonnements et de ses étiquettes figurent ici. Aucune ne répond à votre filtre.
customer-events-empty-text = Les modifications de ce client, de ses abonnements et de ses étiquettes figureront ici, avec leur auteur.
customer-events-pages = Pages de la chronologie
# $shown: events of this page
customer-events-showing = { $shown ->
    [one] Un événement
   *[other] { $shown } événements, du plus récent au plus ancien
}

## Un nouveau client

customer-step-account = Informations du compte
customer-step-review = Vérification
customer-step-confirmation = Confirmation
customer-step-done = Terminé
customer-question = Le client a-t-il déjà un compte ?
customer-question-text = Une entreprise qui achète auprès d’un autre partenaire, ou qui a déjà acheté ici, a un compte et des abonnements. Ne lui créez pas de second compte : demandez-lui plutôt une relation de revendeur.
# $at: when it was kept
customer-draft-back = Votre saisie du { $at } est de nouveau là
customer-draft-drop = Recommencer
done-customer-draft-kept = Votre saisie est conservée. « Ajouter un client » la fait revenir.
customer-domain = Domaine initial
customer-domain-help = Ce qui précède .partner.onmschina.cn. Il ne peut jamais être modifié.
customer-agreement-title = Contrat client
customer-agreement-accepted = Le client a accepté le contrat client
customer-agreement-help = La date du jour et votre nom sont notés.
customer-to-review = Suivant : vérification
customer-later = Continuer plus tard
customer-not-created = Aucun client n’a été créé
customer-review-nothing = Il n’y a encore rien à vérifier
customer-review-text = Rien n’est encore créé. Les abonnements s’ajoutent à l’étape suivante.
customer-update = Mettre à jour
customer-submit = Créer le client
customer-created = Le client est créé
customer-admin = Nom d’utilisateur de l’administrateur
customer-password = Mot de passe temporaire
customer-password-once = Copiez le mot de passe maintenant : il n’est affiché qu’une fois
customer-password-once-text = Transmettez-le à l’administrateur du client par une voie sûre, pas par courriel. Il doit être changé à la première connexion.
customer-password-gone = Le mot de passe a été affiché une fois et n’est pas conservé
customer-password-gone-text = Si personne ne l’a noté, définissez-en un nouveau pour l’administrateur du client.
customer-next-subscriptions = Ajouter des abonnements
customer-next-account = Voir le compte

## Étiquettes

customer-tags-text = Les marques propres à votre entreprise. La liste peut être filtrée par étiquette.
customer-tags-change = Modifier les étiquettes
customer-tags-none = Pas encore d’étiquette
customer-tags-none-text = Une étiquette est un mot en couleur, comme « grand compte ». Créez la première ci-dessus.
customer-tag-new = Nouvelle étiquette
customer-tag-name = Nom
customer-tag-colour = Couleur
# $name: the tag
customer-tag-delete = Supprimer « { $name } » et la retirer de tous les clients
customer-mark = Mettre l’étiquette
customer-unmark = Retirer l’étiquette
customer-colour-grey = Gris
customer-colour-red = Rouge
customer-colour-orange = Orange
customer-colour-yellow = Jaune
customer-colour-green = Vert
customer-colour-teal = Bleu-vert
customer-colour-blue = Bleu
customer-colour-purple = Violet
done-customer-tag-saved = L’étiquette est enregistrée.
done-customer-tag-deleted = L’étiquette est supprimée.
done-customer-marked = Les étiquettes du client sont enregistrées.
