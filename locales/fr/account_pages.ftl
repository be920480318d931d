# Connexion et pages de votre compte.

## La porte

account-sign-in-partner-center = Se connecter à l’Espace partenaires
account-sign-in-admin-center = Se connecter au Centre d’administration
account-sign-in-back-office = Se connecter au back-office
account-for-partners = Pour les revendeurs de ce cloud, avec leur compte professionnel.
account-for-customers = Pour les sociétés qui utilisent les services, avec leur compte professionnel.
account-for-operator = Réservé au personnel de l’opérateur.
account-name = Nom de connexion
account-password = Mot de passe
account-show-password = Afficher le mot de passe
account-hide-password = Masquer le mot de passe
account-not-signed-in = Vous n’êtes pas connecté
account-sign-in-help = Aide à la connexion
account-welcome = À propos de ce portail
account-somebody-else = Se connecter avec un autre compte
done-signed-out = Vous êtes déconnecté.

## Les étapes après le mot de passe

account-step-taken = Cette étape est terminée
account-step-taken-text = Vous êtes déjà passé par ici, peut-être dans une autre fenêtre.
account-first-password = Choisissez votre mot de passe
account-first-password-text = Le mot de passe temporaire que vous avez reçu ne servait qu’une fois.
account-enter-code = Saisissez votre code
account-enter-code-text = Votre compte est protégé par un second facteur.
account-code = Code
account-code-help = Les six chiffres que votre application d’authentification affiche en ce moment.
account-check-code = Vérifier le code
account-use-recovery = Je n’ai pas mon application d’authentification
account-recovery-code = Code de récupération
account-recovery-code-help = L’un des codes que vous avez conservés lors de la configuration du second facteur. Chacun sert une seule fois.
account-enrol-text = Les administrateurs ont besoin d’un second facteur. Configurez-le une fois, puis continuez.

## Mots de passe

account-change-password = Changer votre mot de passe
account-change-password-text = Vos autres sessions se terminent quand le mot de passe change ; celle-ci continue.
account-current-password = Mot de passe actuel
account-new-password = Nouveau mot de passe
account-repeat-password = Nouveau mot de passe, une seconde fois
account-password-rules = De 8 à 16 caractères, dont au moins trois de ces types : minuscules, majuscules, chiffres, symboles. Sans votre nom d’utilisateur.
account-set-password = Changer le mot de passe
account-password-not-changed = Le mot de passe n’a pas été changé
done-password-changed = Votre mot de passe est changé. Vos autres sessions sont terminées.

## Second facteur

account-second-factor = Second facteur
account-second-factor-text = Après votre mot de passe, vous saisissez aussi un code d’une application sur votre téléphone. Un mot de passe volé n’ouvre alors rien à lui seul.
account-second-factor-is-on = Activé
account-second-factor-is-off = Désactivé
account-second-factor-on-now = Votre second facteur est activé.
account-second-factor-not-on = Le second facteur n’a pas été activé
account-second-factor-still-on = Le second facteur n’a pas été désactivé
account-second-factor-required = Les administrateurs doivent garder leur second facteur.
account-set-up = Configurer un second facteur
account-switch-on = Activer
account-switch-off = Désactiver le second facteur
account-switch-off-text = Ensuite, votre mot de passe suffira. Vos codes de récupération ne fonctionneront plus.
account-scan = Scannez cette image avec une application d’authentification sur votre téléphone.
account-qr = Code QR contenant le secret écrit à l’étape 2
account-open-authenticator = Ouvrir une application d’authentification sur cet appareil
account-secret = Ou saisissez ce secret dans l’application.
account-confirm = Saisissez le code que l’application affiche.
account-recovery-codes = Codes de récupération
account-codes-left = { $count ->
    [one] { $count } code restant
   *[other] { $count } codes restants
}
account-codes-text = Chacun de ces codes vous permet d’entrer une fois sans votre application d’authentification. Ils ne sont affichés que maintenant : imprimez cette page ou conservez-les dans un gestionnaire de mots de passe.
account-codes-stored = J’ai conservé les codes
done-second-factor-off = Votre second facteur est désactivé.

## Le compte

account-title = Votre compte
account-text = Qui vous êtes ici et comment vous aimez travailler.
account-person = Nom
account-company = Société
account-roles = Rôles
account-settings = Paramètres
account-settings-not-saved = Vos paramètres n’ont pas été enregistrés
account-language = Langue
account-language-browser = Celle du navigateur
account-theme = Apparence
account-theme-system = Celle du système
account-theme-light = Claire
account-theme-dark = Sombre
account-theme-contrast = Contraste élevé
account-shortcuts = Raccourcis à une touche
account-shortcuts-help = « ? » affiche les raccourcis, « / » va au champ de recherche.
done-settings-saved = Vos paramètres sont enregistrés.

## Sessions

account-sessions = Vos sessions
account-sessions-text = Où vous êtes connecté. Terminez celles que vous ne reconnaissez pas, puis changez votre mot de passe.
account-device = Appareil
account-browser-on = { $browser } sous { $system }
account-unknown-device = Appareil inconnu
account-address = Adresse réseau
account-since = Connexion
account-last-use = Dernière utilisation
account-this-session = Cette session
account-end = Terminer
account-end-session = Terminer la session : { $device }
account-end-others = Terminer toutes les autres sessions
account-session-not-ended = La session n’a pas été terminée
done-session-ended = La session est terminée.
done-sessions-ended = Toutes vos autres sessions sont terminées.

## Autorisations

account-rights = Ce que vous pouvez faire
account-rights-text = D’après vos rôles. Les deux paramètres d’un utilisateur s’additionnent.
account-may-not = Ce que vous ne pouvez pas faire
account-action = Action
account-who-could = Rôles qui le permettent
account-nobody = Personne
