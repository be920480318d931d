# Connexion et compte personnel : motifs de refus et mentions du journal d’activité.

## Connexion

err-sign-in = Le nom ou le mot de passe est incorrect.
# $seconds : jusqu’à la prochaine tentative
err-sign-in-wait = { $seconds ->
    [one] Trop de tentatives infructueuses. Attendez { $seconds } seconde, puis réessayez.
   *[other] Trop de tentatives infructueuses. Attendez { $seconds } secondes, puis réessayez.
}
# $minutes : jusqu’à la fin
err-sign-in-locked = { $minutes ->
    [one] Trop de tentatives infructueuses. La connexion est bloquée pendant { $minutes } minute.
   *[other] Trop de tentatives infructueuses. La connexion est bloquée pendant { $minutes } minutes.
}
err-code-wrong = Ce code est incorrect ou a déjà servi. Saisissez le prochain code affiché par votre application d’authentification, ou l’un de vos codes de récupération.

## Mot de passe

err-password-current = Ce n’est pas votre mot de passe actuel.
err-password-mismatch = Les deux saisies diffèrent. Saisissez à nouveau le nouveau mot de passe.
err-password-same = Choisissez un mot de passe différent de l’actuel.

## Second facteur

err-second-factor-on = Votre second facteur est déjà activé. Actualisez la page.
err-second-factor-off = Votre second facteur est désactivé. Actualisez la page.
err-second-factor-required = Les administrateurs doivent utiliser un second facteur ; il ne peut donc pas être désactivé.

## Paramètres

err-language = Choisissez l’une des langues de la liste.

## Journal d’activité

activity-signed-in = Connexion
activity-signed-out = Déconnexion
activity-sign-in-locked = Connexion bloquée après trop de tentatives infructueuses
activity-password-changed = Mot de passe modifié
activity-second-factor-on = Second facteur activé
activity-second-factor-off = Second facteur désactivé
activity-recovery-code-used = Connexion avec un code de récupération
activity-session-ended = Session terminée
activity-sessions-ended = Toutes les autres sessions terminées
