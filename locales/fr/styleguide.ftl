# La page qui montre chaque composant dans tous ses états. Elle sert à l’équipe et aux tests ;
# les exemples parlent d’offres et de clients, comme les vraies pages.

styleguide-title = Guide de style
styleguide-intro = Chaque composant dans tous ses états. Changez la langue, le thème et la hauteur des lignes dans le menu du compte ; appuyez sur Tab pour voir le focus.

## Parties

styleguide-colours = Couleurs
styleguide-icons = Icônes
styleguide-buttons = Boutons
styleguide-fields = Champs
styleguide-choices = Choix
styleguide-tables = Tableaux
styleguide-figures = États, montants et dates
styleguide-messages = Messages
styleguide-overlays = Boîtes de dialogue et menus
styleguide-charts = Graphiques
styleguide-navigation = Onglets, étapes et pages
styleguide-facts = Données, cartes et tuiles
styleguide-waiting = Attente et vide

## Couleurs par rôle

styleguide-surface = Page
styleguide-surface-raised = Surface en relief
styleguide-surface-sunken = Surface en creux
styleguide-accent = Accent
styleguide-accent-soft = Choisi
styleguide-positive = Bon
styleguide-caution = Attention
styleguide-negative = Erreur
styleguide-info = Information
styleguide-behalf = Au nom d’un client

## Boutons

styleguide-order = Passer la commande
styleguide-export = Exporter la liste
styleguide-suspend = Suspendre Office 365 E3
styleguide-suspend-for = Suspendre Office 365 E3 pour Jixiang Trading
styleguide-unavailable = Indisponible
styleguide-working = Commande en cours
styleguide-show-details = Afficher les détails
styleguide-pin = Épingler l’offre
styleguide-pin-blocked = Cinq offres sont épinglées. Retirez-en une d’abord.
styleguide-to-pinned = Offres épinglées
styleguide-long-button = Demander une relation de revendeur avec un client existant d’un autre partenaire

## Champs

styleguide-quantity = Licences
styleguide-quantity-help = De 1 à 300.
styleguide-quantity-problem = Saisissez un nombre de 1 à 300.
styleguide-company = Nom de l’entreprise
styleguide-company-value = Jixiang Trading (Shanghai) Co., Ltd.
styleguide-company-help = Comme dans la licence d’exploitation.
styleguide-domain = Domaine initial
styleguide-domain-help = Il ne peut plus être modifié ensuite.
styleguide-note = Note
styleguide-note-help = Seule votre entreprise la voit.
styleguide-long-label = Nom de la personne responsable de la facturation et du rapprochement des factures dans l’entreprise du client
styleguide-terms = Le client a accepté le contrat
styleguide-tenant = Qu’est-ce qu’un locataire ?
styleguide-tenant-help = La partie du cloud propre au client, fermée aux autres. Elle lui appartient, même quand il change de partenaire.
styleguide-id = ID de locataire

## Choix

styleguide-billing = Facturation
styleguide-billing-monthly = Mensuelle
styleguide-billing-yearly = Annuelle
styleguide-customer = Client
styleguide-customer-none = Choisir un client
styleguide-customer-help = Saisissez une partie du nom.
styleguide-customer-problem = Choisissez un client.
styleguide-customer-jixiang = Jixiang Trading
styleguide-customer-huaxia = Huaxia Software
styleguide-customer-nanfang = Nanfang Precision Instruments
styleguide-from = À partir du
styleguide-from-help = Pas avant le 1 janvier 2026.
styleguide-from-problem = Choisissez un jour à partir du 1 janvier 2026.
styleguide-file = Choisissez un fichier ou déposez-le ici
styleguide-file-help = CSV, 5 Mo au plus.
styleguide-file-problem = Ce fichier dépasse 5 Mo. Divisez-le et envoyez les parties.
styleguide-view = Affichage
styleguide-view-list = Liste
styleguide-view-tiles = Tuiles

## Tableaux

styleguide-offers = Offres
styleguide-offer = Offre
styleguide-state = État
styleguide-since = Depuis
styleguide-price = Prix
styleguide-filter = Rechercher des offres
styleguide-select-offer = Sélectionner { $offer }
styleguide-edit-offer = Modifier { $offer }
styleguide-batch = Avec les offres sélectionnées
styleguide-none-found = Aucune offre ne correspond
styleguide-none-found-text = La recherche et les filtres ne laissent rien. Retirez-en un pour en voir plus.
styleguide-clear = Effacer les filtres
styleguide-long-offer = Office 365 Entreprise E5 sans audioconférence, pour les abonnements existants des établissements publics
styleguide-long-offer-note = Nécessite Exchange Online Plan 2 ou une suite qui le contient

## États

styleguide-active = Actif
styleguide-suspended = Suspendu
styleguide-deleted = Supprimé
styleguide-pending = En attente
styleguide-not-begun = Pas commencé

## Messages

styleguide-saved = L’abonnement compte maintenant 12 licences
styleguide-saved-text = Elles figureront sur la prochaine facture.
styleguide-renews = Trois abonnements se renouvellent dans les 7 prochains jours
styleguide-renews-text = Vérifiez quantités et prix avant le 1 mars ; ils valent ensuite pour un an.
styleguide-overdue = Votre compte est suspendu
styleguide-overdue-text = Une facture est en retard. Vous voyez tout, mais vous ne pouvez pas commander avant son paiement.
styleguide-overdue-action = Voir les factures
styleguide-prices = Nouveaux prix à partir du 1 avril
styleguide-refused = Le client n’a pas été ajouté
styleguide-toast = Office 365 E3 est épinglé
styleguide-toast-show = Afficher un avis

## Boîtes de dialogue et menus

styleguide-dialog-text = Ses 25 utilisateurs perdent l’accès aussitôt. Les données sont conservées 90 jours. La facturation s’arrête le 1 mars 2026.
styleguide-panel = Modifier la note
styleguide-menu = Plus
styleguide-menu-text = Connecté en tant que Wei Li, agent d’administration
styleguide-sessions = Vos sessions
styleguide-sign-out = Se déconnecter

## Onglets et étapes

styleguide-subscription = Abonnement
styleguide-overview = Vue d’ensemble
styleguide-licences = Licences
styleguide-history = Historique
styleguide-add-customer = Ajouter un client
styleguide-step-account = Compte
styleguide-step-subscriptions = Abonnements
styleguide-step-review = Vérification
styleguide-done = Terminé

## Données et tuiles

styleguide-renewal = Renouvellement
styleguide-amount = Par mois
styleguide-reseller = Revendeur
styleguide-tile-billing = Facturation
styleguide-tile-billing-text = Factures, paiements et fichiers de rapprochement.
styleguide-tile-customers = Clients
styleguide-tile-customers-text = Comptes, abonnements et demandes de service.
styleguide-used = Licences attribuées
styleguide-imported = Lignes lues

## Attente et vide

styleguide-loading-offers = Chargement des offres
styleguide-empty-pins = Aucune offre n’est épinglée
styleguide-empty-pins-text = Les offres épinglées sont en tête de chaque liste. Épinglez jusqu’à cinq de celles que vous vendez le plus.

## Charts

styleguide-chart = Dépenses par mois, inventées
styleguide-chart-empty = Il n’y a encore rien à dessiner.
