# Ce qu’il faut décider bientôt.
deadlines-title = Échéances
deadlines-text = Ce qui arrive aux abonnements de vos clients si vous n’agissez pas.
deadlines-deletion = Données bientôt supprimées
deadlines-renewal = Renouvellements
deadlines-trial-end = Versions d’évaluation qui prennent fin
deadlines-one-deletion = Données supprimées
deadlines-one-renewal = Se renouvelle
deadlines-one-trial-end = Fin de l’évaluation
deadlines-reactivate = Réactiver
deadlines-review = Vérifier
deadlines-convert = Convertir
deadlines-day = Jour
deadlines-customer = Client
deadlines-action = Action
deadlines-days-left = { $n ->
    [one] { $n } jour restant
   *[other] { $n } jours restants
}
deadlines-none = Rien à décider
deadlines-none-text = Aucun abonnement n’est près d’être supprimé, et aucun ne se renouvelle ni ne prend fin dans les { $days } prochains jours.
deadlines-more = Les { $first } plus proches sur { $total }.
deadlines-all = Toutes les échéances ({ $n })

## Calendrier

deadlines-calendar = Dans votre propre calendrier
deadlines-calendar-text = Abonnez-vous à ces échéances dans Outlook ou un autre calendrier. Quiconque a l’adresse peut les lire sans se connecter : gardez-la pour vous.
deadlines-calendar-make = Créer une adresse
deadlines-calendar-rotate = Remplacer l’adresse
deadlines-calendar-stop = Retirer l’adresse
deadlines-calendar-since = Vous avez une adresse depuis le { $since }. Elle n’est plus affichée ; remplacez-la si vous l’avez perdue.
deadlines-calendar-new = L’adresse de votre calendrier
deadlines-calendar-once = Copiez-la maintenant : elle n’est affichée que cette fois. Une adresse plus ancienne ne fonctionne plus.
deadlines-calendar-not-changed = L’adresse n’a pas été modifiée
done-calendar-made = L’adresse est créée.
done-calendar-stopped = L’adresse est retirée. Les calendriers qui l’utilisaient ne reçoivent plus rien.
deadlines-event-deletion = Suppression des données de { $name } ({ $customer })
deadlines-event-renewal = Renouvellement de { $name } ({ $customer })
deadlines-event-trial-end = Fin de { $name } ({ $customer })
deadlines-event-quantity = Quantité : { $n }
help-deadlines = Ce qui arrive aux abonnements si vous n’agissez pas, et la même chose dans votre calendrier.
