# Price lists.
prices-title = Tarifs et offres
prices-text = Ce que vous payez ce mois-ci et, dès leur publication, les prix du mois prochain.
prices-tab-list = Liste de prix
prices-tab-matrix = Matrice des offres
prices-tab-special = Prix spéciaux
prices-tab-changes = Effet sur les renouvellements
prices-month = Mois
# $month: such as June 2019
prices-preview = Aperçu : cette liste s’applique à partir de { $month }. Les offres facturées à l’usage n’ont pas d’aperçu.
prices-unit = CNY par unité et par mois, hors TVA. Le prix d’un abonnement reste le même jusqu’à son renouvellement.
prices-filter = Filtrer la liste de prix
prices-words = Nom ou code
prices-flag = Modification
prices-flag-added = Nouveau (ADD)
prices-flag-changed = Modifié (CHG)
prices-flag-deleted = Retiré (DEL)
prices-flag-unchanged = Inchangé (UNC)
prices-valid-from = Valable du
prices-valid-to = Valable au
prices-agreement = Contrat de licence
prices-agreement-commercial = Commercial
prices-agreement-education = Éducation
prices-agreement-government = Administration
prices-purchase-unit = Unité d’achat
prices-one-month = 1 mois
prices-by-usage = À la consommation
prices-secondary = Type de licence secondaire
prices-secondary-none = Non spécifique
prices-customer-type = Client final
prices-list-price = Prix de liste (ce que vous payez)
prices-before = Avant
prices-csv = Télécharger en CSV
prices-matrix-text = Ce qui peut être vendu, ce qu’il faut pour cela et ce que cela peut devenir. La matrice change avec la liste de prix.
prices-add-ons = Modules complémentaires
prices-needs = Nécessite l’un de
prices-upgrades = Peut devenir
prices-special-text = Des prix qui ne valent que pour vous. Une commande ou un renouvellement entre ces deux jours fixe ce prix pour sa durée.
prices-special-none = Aucun prix spécial
prices-special-none-text = Aucun de vos prix ne diffère de la liste.
prices-special-price = Votre prix
prices-first-day = Premier jour
prices-last-day = Dernier jour
prices-none = Aucune offre ne correspond
prices-none-text = Aucune offre de cette liste ne répond à votre filtre.
prices-clear = Effacer les filtres
# $month: such as June 2019
prices-unknown = Il n’y a pas de liste de prix pour { $month }
prices-unknown-text = Choisissez l’un des mois qui ont une liste.
prices-changes-text = Quels abonnements passent à un autre prix à leur renouvellement, quand, et ce que cela change. Hors TVA.
# $count: subscriptions
prices-changes-sum = { $count ->
    [one] Un abonnement passe à un autre prix
   *[other] { $count } abonnements passent à un autre prix
}
prices-changes-customers = Clients
prices-changes-monthly = Écart par mois
prices-changes-term = Écart sur une durée de 12 mois
prices-changes-none = Aucun renouvellement ne change de prix
prices-changes-none-text = Avec cette liste, chaque renouvellement garde son prix.
prices-changes-customer = Client
# $count: subscriptions
prices-changes-of-customer = { $count ->
    [one] un abonnement
   *[other] { $count } abonnements ensemble
}
prices-changes-subscription = Abonnement
prices-changes-quantity = Quantité
prices-changes-renews = Renouvelé le
prices-changes-before = Prix avant
prices-changes-after = Prix après
prices-changes-certain = Certain
prices-changes-if = Si le prix se maintient
# $page: number of the page; $pages: how many there are
prices-changes-page = Page { $page } sur { $pages }
prices-changes-pages = Pages des renouvellements
prices-compare = Comparer deux listes de prix
prices-compare-before = Comparée à
# $before, $month: such as June 2019
prices-compare-title = Changements de prix, { $before } – { $month }
# $count: offers
prices-compare-count = { $count ->
    [one] Une offre diffère.
   *[other] { $count } offres diffèrent.
}
prices-compare-none = Aucun prix ne diffère entre ces deux listes.
prices-show = Afficher
operator-prices-title = Listes de prix
operator-prices-text = Une liste est publiée au moins 30 jours avant son mois. Des prix sont ajoutés et modifiés, aucun n’est retiré.
operator-prices-upload = Examiner un fichier
operator-prices-file = Choisir un fichier
operator-prices-file-help = CSV ou Excel, avec les colonnes Offer, List price et ERP price. 5 Mo au plus.
operator-prices-check = Vérifier
operator-prices-template = Les prix de ce mois dans un fichier
operator-prices-not-read = Le fichier n’a pas été accepté
operator-prices-lists = Toutes les listes
operator-prices-published = Visible à partir du
operator-prices-offers = Offres
# $month: such as July 2019
operator-prices-checked = Fichier pour { $month }
operator-prices-line = Ligne
operator-prices-fault = Erreur
operator-prices-effect = Effet
# $added, $changed, $unchanged: rows
operator-prices-sum = { $added } nouveaux, { $changed } modifiés, { $unchanged } inchangés
# $codes: codes of offers
operator-prices-left-out = Dans la liste du mois précédent, mais pas dans celle-ci : { $codes }
operator-prices-publish = Publier
operator-prices-first = Le premier mois qui peut encore être publié
done-prices-published = Les prix sont publiés.
err-not-found-price-list = Cette liste de prix n’existe pas ou n’est pas encore publiée.
# $days: days of notice; $last: the last day to publish
err-price-notice = Les prix sont publiés au moins { $days } jours avant leur mois. Pour celui-ci, le dernier jour était le { $last }.
err-price-unreadable = Le fichier n’est pas un tableau lisible.
# $columns: names of the columns
err-price-header = Le tableau doit avoir les colonnes { $columns }.
err-price-empty = Le tableau n’a aucune ligne.
# $max: rows
err-price-too-many = Un tableau peut avoir { $max } lignes au plus.
err-price-month = Saisissez un mois sous la forme 2019-07.
err-price-offer = Aucune offre ne porte ce code.
err-price-twice = L’offre a déjà une ligne.
err-price-amount = Saisissez un prix comme 68.50, avec quatre décimales au plus.
err-price-usage = Les offres facturées à l’usage n’ont pas de prix dans une liste mensuelle.
err-price-rows = Des lignes contiennent des erreurs. Rien n’est publié avant leur correction.
activity-price-list-published = Prix publiés
operator-special-title = Prix spéciaux
operator-special-text = Ce que certains partenaires paient à la place du prix de la liste. Une commande ou un renouvellement entre ces deux jours fixe ce prix pour sa durée ; s’il y en a plusieurs, le plus bas l’emporte.
operator-special-none-text = Tous les partenaires paient le prix de la liste.
operator-special-price = Prix spécial
operator-special-list = Prix de la liste ce mois-ci
operator-special-end = Mettre fin
# $offer: name of the offer; $partner: name of the partner
operator-special-end-of = Mettre fin au prix de { $offer } pour { $partner }
operator-special-over = Terminé
operator-special-today = Dernier jour aujourd’hui
operator-special-add = Convenir d’un prix
operator-special-not-added = Le prix n’a pas été enregistré
operator-special-not-ended = Il n’a pas été mis fin au prix
done-special-added = Le prix spécial est enregistré.
done-special-ended = Il est mis fin au prix spécial. Ce qui a été commandé à ce prix le garde pour sa durée.
err-not-found-special-price = Ce prix spécial n’existe pas ou a été retiré.
err-special-partner = Choisissez un partenaire.
err-special-offer = Choisissez une offre qui figure dans la liste de prix de ce mois-ci.
err-special-first-day = Saisissez un jour à partir d’aujourd’hui.
err-special-last-day = Saisissez un jour qui ne précède pas le premier.
activity-special-price-added = Prix spécial convenu
activity-special-price-ended = Fin d’un prix spécial
