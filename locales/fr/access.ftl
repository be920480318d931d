# Noms des espaces, des rôles et des actions. Une action complète « Je peux … » ; le tableau des autorisations les énumère.

## Espaces

access-surface-partner-center = Espace partenaires
access-surface-admin-center = Centre d’administration
access-surface-back-office = Back-office de l’opérateur

## Ce qu’un rôle permet

access-level-allowed = Autorisé
access-level-read-only = Lecture seule
access-level-denied = Non autorisé

## Rôles chez un partenaire

access-role-global-admin = Administrateur général
access-role-billing-admin = Administrateur de facturation
access-role-user-management-admin = Administrateur de la gestion des utilisateurs
access-role-admin-agent = Agent d’administration
access-role-sales-agent = Agent commercial
access-role-helpdesk-agent = Agent du support technique
access-role-default-user = Utilisateur sans rôle

## Rôles chez un client

access-role-customer-global-admin = Administrateur général du client
access-role-customer-billing-admin = Administrateur de facturation du client
access-role-customer-user-management-admin = Administrateur de la gestion des utilisateurs du client
access-role-customer-password-admin = Administrateur de mots de passe du client
access-role-customer-service-admin = Administrateur de services du client
access-role-customer-user = Utilisateur du client sans rôle
access-role-partner-on-behalf = Partenaire agissant au nom du client

## Rôles chez l’opérateur

access-role-enrolment-reviewer = Chargé des inscriptions
access-role-credit-and-collections = Crédit et recouvrement
access-role-price-manager = Gestionnaire des prix
access-role-support-engineer = Ingénieur support
access-role-service-operations = Exploitation des services
access-role-auditor = Auditeur

## Espace partenaires : compte

access-action-sign-in = Se connecter et consulter la vue d’ensemble
access-action-edit-own-profile = Consulter et modifier vos coordonnées, changer votre mot de passe
access-action-recover-own-password = Récupérer votre mot de passe
access-action-reset-partner-user-password = Réinitialiser le mot de passe d’un autre utilisateur
access-action-view-partner-profile = Consulter le profil du partenaire
access-action-edit-partner-profile = Modifier le profil du partenaire
access-action-view-billing-profile = Consulter le profil de facturation du partenaire
access-action-edit-billing-profile = Modifier le profil de facturation du partenaire, le contact de facturation et les données du fapiao
access-action-view-organization-profile = Consulter le profil de l’organisation
access-action-edit-organization-profile = Modifier le profil de l’organisation
access-action-list-partner-users = Consulter les utilisateurs de la société
access-action-add-partner-user = Ajouter un utilisateur, définir son rôle d’agent
access-action-set-admin-role = Attribuer ou retirer un rôle d’administrateur
access-action-disable-partner-user = Désactiver, supprimer ou restaurer un utilisateur sans rôle d’administrateur
access-action-disable-admin = Désactiver, supprimer ou restaurer un utilisateur ayant un rôle d’administrateur
access-action-pin-offers = Épingler des offres dans le catalogue
access-action-view-reseller-agreement = Consulter le contrat de revendeur et ses exemplaires signés
access-action-sign-reseller-agreement = Signer le contrat de revendeur
access-action-manage-apps = Enregistrer des applications et des clés, créer le bac à sable
access-action-read-developer-docs = Lire la documentation pour développeurs
access-action-view-activity-log = Consulter et exporter le journal d’activité
access-action-read-notifications = Lire vos notifications

## Espace partenaires : prix et facturation

access-action-view-pricing = Consulter la tarification et les offres, télécharger les listes de prix et le tableau des offres
access-action-see-partner-prices = Voir les prix partenaire lors des commandes et dans les abonnements
access-action-see-catalogue = Consulter le catalogue sans les prix partenaire
access-action-view-invoices = Consulter et télécharger les factures
access-action-view-reconciliation-files = Consulter et télécharger les fichiers de rapprochement
access-action-see-balance = Consulter le solde dû et les paiements
access-action-request-fapiao = Demander un fapiao
access-action-raise-billing-dispute = Ouvrir un litige de facturation auprès de 21Vianet
access-action-estimate-costs = Utiliser l’estimateur de coûts

## Espace partenaires : clients et relations

access-action-list-customers = Rechercher des clients et consulter la liste
access-action-view-customer = Consulter les détails d’un client
access-action-create-customer = Créer un compte client
access-action-edit-customer = Modifier les détails d’un client
access-action-edit-customer-billing = Modifier les informations de facturation d’un client
access-action-view-customer-agreement = Consulter le contrat client et son acceptation
access-action-record-customer-agreement = Enregistrer l’acceptation du contrat client
access-action-export-customers = Exporter les clients
access-action-request-relationship = Demander une relation de revendeur ou des privilèges d’administrateur délégué
access-action-rotate-relationship-link = Remplacer le lien des demandes de relation
access-action-register-reseller = Inscrire un revendeur à valeur ajoutée
access-action-assess-customer-risk = Évaluer le risque d’un client (notes et limite de crédit)

## Espace partenaires : abonnements

access-action-see-subscriptions = Consulter les abonnements d’un client
access-action-create-subscription = Commander un abonnement
access-action-change-quantity = Modifier le nombre de licences
access-action-order-add-on = Commander un module complémentaire
access-action-rename-subscription = Donner un pseudo à un abonnement
access-action-suspend-subscription = Suspendre ou annuler un abonnement
access-action-reactivate-subscription = Réactiver un abonnement dans les 60 jours
access-action-upgrade-subscription = Mettre à niveau un abonnement vers une autre offre
access-action-change-reseller = Changer le revendeur (ID MPN) d’un abonnement
access-action-change-foreign-subscription = Modifier l’abonnement d’un autre revendeur
access-action-export-subscriptions = Exporter les abonnements d’un client

## Espace partenaires : services et support

access-action-view-service-health = Consulter l’état du service d’un client
access-action-administer-on-behalf = Administrer au nom d’un client
access-action-manage-users-on-behalf = Ajouter des utilisateurs et attribuer des licences au nom d’un client
access-action-create-partner-request = Créer une demande de l’Espace partenaires
access-action-view-partner-requests = Consulter les demandes de l’Espace partenaires
access-action-create-customer-request = Créer une demande client
access-action-view-customer-requests = Consulter les demandes des clients
access-action-answer-request = Ajouter une note à une demande, la clore ou la rouvrir
access-action-read-help = Lire les pages d’aide

## Centre d’administration du client

access-action-use-services = Se connecter et utiliser les services sous licence
access-action-use-suspended-services = Utiliser les services pendant la suspension de l’abonnement
access-action-read-message-center = Consulter le Centre de messages et l’état du service
access-action-list-users = Consulter la liste des utilisateurs
access-action-edit-users = Ajouter, modifier, supprimer et restaurer des utilisateurs
access-action-assign-licences = Attribuer et retirer des licences
access-action-reset-user-password = Réinitialiser le mot de passe d’un utilisateur
access-action-recover-admin-center-password = Récupérer votre mot de passe en libre-service
access-action-give-customer-admin-role = Attribuer un rôle d’administrateur
access-action-see-own-subscriptions = Consulter les abonnements de la société
access-action-change-own-subscriptions = Modifier les abonnements de la société
access-action-accept-relationship = Accepter une demande de relation
access-action-see-partner-relationships = Consulter les relations avec les partenaires
access-action-remove-delegated-admin = Retirer les privilèges d’administrateur délégué d’un partenaire
access-action-create-operator-request = Créer une demande de service auprès de 21Vianet
access-action-see-support-contact = Consulter le contact de support du partenaire et ses demandes pour la société
access-action-configure-services = Configurer les services

## Back-office de l’opérateur

access-action-review-applications = Examiner, approuver et rejeter les demandes d’inscription
access-action-decide-credit = Décider du crédit, des limites de crédit et des modalités de paiement
access-action-publish-agreements = Publier les versions des contrats
access-action-publish-prices = Publier les listes de prix, les offres, le tableau des offres et les prix spéciaux
access-action-record-payments = Enregistrer des paiements, renoncer aux frais financiers
access-action-suspend-partner = Suspendre, rétablir ou résilier un compte partenaire
access-action-run-billing = Exécuter un cycle de facturation, émettre des notes de crédit
access-action-issue-fapiao = Émettre un fapiao et indiquer l’état de son envoi
access-action-handle-service-requests = Traiter les demandes de service, signaler une remontée injustifiée
access-action-suspend-for-abuse = Suspendre l’abonnement d’un client pour abus
access-action-post-service-health = Publier les événements d’état du service
access-action-read-all-logs = Consulter tous les journaux
access-action-act-as-another = Agir dans le compte d’un partenaire ou d’un client
