# Le centre d’administration des clients : utilisateurs, licences, abonnements, et administration pour le compte d’un client.

users-title = Utilisateurs
users-text = Les personnes de votre entreprise et les licences qui leur sont attribuées.
users-add = Ajouter un utilisateur
users-filter = Filtrer les utilisateurs
users-words = Nom ou nom d’utilisateur
users-which = Afficher
users-clear = Effacer les filtres
users-filter-licensed = Avec licence
users-filter-unlicensed = Sans licence
users-filter-admins = Administrateurs
users-filter-blocked = Bloqués
users-filter-deleted = Supprimés
users-name = Nom
users-status = État
users-roles = Rôles
users-licences = Licences
users-active = Actif
users-blocked = Bloqué
users-deleted = Supprimé
users-none = Aucun utilisateur ne correspond
users-none-held = Aucune
users-none-text = Aucun utilisateur de votre entreprise ne répond à votre filtre.
users-pages = Pages d’utilisateurs
users-showing = { $total ->
    [one] { $shown } sur { $total } utilisateur
   *[other] { $shown } sur { $total } utilisateurs
}
users-first-page = Première page

## Ajouter et modifier

users-add-text = L’utilisateur reçoit un mot de passe temporaire, qui ne vous est montré qu’une fois.
users-not-added = L’utilisateur n’a pas été ajouté
users-user-name = Nom d’utilisateur
users-user-name-help = Ce qui précède @{ $domain }
users-display-name = Nom complet
users-family-name = Nom de famille
users-given-name = Prénom
users-phone = Téléphone
users-location = Lieu d’utilisation
users-location-help = Une licence ne peut être attribuée qu’à un utilisateur dont le lieu d’utilisation est indiqué.
users-china = Chine
users-role-global = Administrateur général
users-role-billing = Administrateur de facturation
users-role-people = Administrateur de la gestion des utilisateurs
users-role-passwords = Administrateur de mots de passe
users-role-services = Administrateur de services
users-role-none = Utilisateur
users-roles-help = Sans rôle, l’utilisateur utilise les services et n’administre rien.
users-edit = Modifier
users-not-saved = L’utilisateur n’a pas été enregistré
done-user-saved = L’utilisateur est enregistré.
done-user-added = L’utilisateur est ajouté.

## Un mot de passe montré une fois

users-added = Utilisateur ajouté
users-password-is-reset = Mot de passe réinitialisé
users-told-once = Ce mot de passe n’est affiché qu’une fois
users-told-once-text = Transmettez-le maintenant. À la première connexion, l’utilisateur en choisit un nouveau.
users-sign-in-name = Nom de connexion
users-temporary-password = Mot de passe temporaire
users-to-user = Ouvrir la fiche de l’utilisateur
users-add-another = Ajouter un autre utilisateur

## Ce qui peut être fait

users-not-done = Rien n’a été modifié
users-access = Accès
users-reset = Réinitialiser le mot de passe de { $name }
users-reset-text = L’utilisateur reçoit un mot de passe temporaire et est déconnecté partout.
users-block = Bloquer { $name }
users-block-text = Un utilisateur bloqué est déconnecté partout et ne peut plus se connecter. Ses licences restent attribuées.
users-unblock = Débloquer { $name }
users-unblock-text = L’utilisateur peut de nouveau se connecter.
users-delete = Supprimer { $name }
users-delete-text = { $count ->
    [0] L’utilisateur ne peut plus se connecter. Il peut être restauré pendant 30 jours.
    [one] L’utilisateur ne peut plus se connecter et { $count } licence se libère aussitôt. Il peut être restauré pendant 30 jours.
   *[other] L’utilisateur ne peut plus se connecter et { $count } licences se libèrent aussitôt. Il peut être restauré pendant 30 jours.
}
users-restore-title = Restaurer
users-restore = Restaurer { $name }
users-restore-text = Possible jusqu’au { $day }. Licences d’avant : { $licences }. Elles reviennent s’il en reste.
users-restorable-until = Peut être restauré jusqu’au
done-user-password-reset = Le mot de passe est réinitialisé. Il a été affiché une fois, juste avant cette page.
done-user-blocked = L’utilisateur est bloqué.
done-user-unblocked = L’utilisateur peut de nouveau se connecter.
done-user-deleted = L’utilisateur est supprimé. Ses licences sont libres.
done-user-restored = L’utilisateur est restauré.
done-user-restored-without = L’utilisateur est restauré, mais sans toutes ses licences : de certaines, il n’en restait plus.

## Rôles et licences d’un utilisateur

users-save-roles = Enregistrer les rôles
users-roles-not-saved = Les rôles n’ont pas été modifiés
done-user-roles-saved = Les rôles sont enregistrés.
users-no-licences = Cet utilisateur n’a aucune licence.
users-save-licences = Enregistrer les licences
users-licences-not-saved = Les licences n’ont pas été modifiées
done-licences-saved = Les licences sont enregistrées.
users-available = { $count ->
    [one] { $count } disponible
   *[other] { $count } disponibles
}
users-plans-on = Plans de service : { $on } sur { $all } activés

## Licences de l’entreprise

pools-title = Licences
pools-text = Ce que votre entreprise a acheté, et ce qui en est attribué.
pools-licence = Licence
pools-bought = Achetées
pools-valid = Valides
pools-suspended = Suspendues
pools-assigned = Attribuées
pools-available = Disponibles
pools-none = Aucune licence
pools-none-text = Votre entreprise n’a encore rien acheté. C’est votre partenaire qui commande pour vous.

## Abonnements de l’entreprise

own-title = Abonnements
own-text = Votre partenaire les modifie pour vous ; vous voyez ici où ils en sont.
own-none = Aucun abonnement
own-name = Abonnement
own-quantity = Quantité
own-status = État
own-since = Depuis le
own-renews = Renouvellement
own-partner = Partenaire
own-active = Actif
own-suspended = Suspendu
own-pending = En attente
own-deleted = Supprimé
own-deletes = Sera supprimé le { $day }
own-support = Assistance
own-support-text = Adressez-vous d’abord à votre partenaire : pour d’autres licences, pour une modification, ou si quelque chose ne fonctionne pas.
own-no-contact = Aucun contact d’assistance n’a été indiqué.

## Pour le compte d’un client

behalf-title = Services
behalf-domain = Domaine
behalf-rights = Privilèges d’administration délégués
behalf-delegated = Accordés
behalf-not-delegated = Non accordés
behalf-admin-center = Centre d’administration
behalf-text = Administrez les utilisateurs et les licences de { $company }. Tout ce que vous y faites figure dans les journaux d’activité des deux entreprises ; la session se termine après 60 minutes d’inactivité.
behalf-open = Ouvrir le centre d’administration
behalf-not-opened = Le centre d’administration n’a pas été ouvert
behalf-no-right = Seuls les agents d’administration et les agents du support technique peuvent administrer pour le compte de clients.
behalf-banner = Vous administrez { $company }
behalf-banner-text = Ce que vous faites ici est fait pour ce client et consigné.
behalf-end = Cesser d’administrer
done-on-behalf-ended = Vous n’administrez plus ce client.

## Aide

help-admin-users = Les personnes de votre entreprise : ajouter, modifier, bloquer, supprimer, mots de passe, rôles et licences.
help-admin-licences = Combien de licences sont achetées, attribuées et disponibles.
help-admin-subscriptions = Les abonnements de votre entreprise et à qui demander de l’aide.

## Licences par fichier

bulk-title = Licences par fichier
bulk-text = Attribuez et retirez des licences à de nombreux utilisateurs à la fois. Vous voyez d’abord ce que ferait chaque ligne.
bulk-choose = Choisir un fichier ou le déposer ici
bulk-file-help = CSV (UTF-8 ou GB 18030) ou classeur Excel, 5 Mo au plus
bulk-check = Vérifier le fichier
bulk-template-csv = Modèle (CSV)
bulk-template-xlsx = Modèle (Excel)
bulk-not-read = Le fichier n’a pas été lu
bulk-earlier = Travaux précédents
bulk-file = Fichier
bulk-selection = Utilisateurs choisis dans la liste
bulk-when = Vérifié
bulk-rows = Lignes
bulk-all = Toutes
bulk-row = Ligne
bulk-result = Résultat
bulk-action = Action
bulk-off = Plans désactivés
bulk-waiting = À exécuter
bulk-changed = Exécutées
bulk-nothing = Rien à faire
bulk-refused = Avec erreurs
bulk-checked = Vérifié, non commencé
bulk-running = En cours
bulk-done = Terminé
bulk-undone = Annulé
bulk-apply = { $count ->
    [one] Exécuter { $count } ligne
   *[other] Exécuter { $count } lignes
}
bulk-apply-text = Rien n’a encore été modifié. Les lignes avec erreurs sont laissées de côté.
bulk-go-on = Continuer
bulk-running-text = Ce travail a été interrompu. Il reprend où il s’est arrêté ; rien n’est fait deux fois.
bulk-undo = { $count ->
    [one] Annuler { $count } ligne
   *[other] Annuler { $count } lignes
}
bulk-undo-text = Tout redevient comme avant, tant que personne n’a modifié ces licences depuis.
bulk-failing-csv = Lignes avec erreurs (CSV)
bulk-failing-xlsx = Lignes avec erreurs (Excel)
bulk-row-nothing = Déjà ainsi
bulk-row-refused = Erreur
bulk-row-undone = Annulée
bulk-would-assign = Serait attribuée
bulk-would-remove = Serait retirée
bulk-would-switch = Plans à modifier
bulk-assigned = Attribuée
bulk-removed = Retirée
bulk-switched = Plans modifiés
bulk-pages = Pages de lignes
done-bulk-applied = Les lignes sont exécutées.
done-bulk-undone = Le travail est annulé. Tout est comme avant.

## Sièges, pour les partenaires

seats-title = Sièges
seats-text = Ce que vos clients ont acheté, et ce que personne n’utilise.
seats-filter = Filtrer les sièges
seats-idle-only = Avec sièges inutilisés
seats-customer = Client
seats-free = Libres
seats-chart = Sièges utilisés et inutilisés
seats-used = Utilisés
seats-idle = Inutilisés
seats-change = Modifier
seats-to-change = Modifier la quantité
seats-sum = Achetés : { $bought } · attribués : { $assigned } · libres : { $free } · inutilisés : { $idle }. Un siège est inutilisé si personne ne l’a, ou si la personne qui l’a est bloquée.
seats-none = Aucun siège
seats-none-text = Aucun de vos clients n’a de sièges qui correspondent.
seats-pages = Pages de sièges
seats-showing = { $first }–{ $last } sur { $total }
help-seats = Les sièges achetés, attribués et inutilisés de chaque client.

## Plusieurs utilisateurs à la fois

users-choose = Choisir
users-choose-one = Choisir { $name }
users-ticked = Avec les utilisateurs choisis
users-assign = Attribuer
users-remove = Retirer
users-rehearse = Vérifier
