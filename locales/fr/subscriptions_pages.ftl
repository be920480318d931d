# Les pages des abonnements d’un client.
subs-customers = Clients
subs-title = Abonnements
subs-list-text = Ce que ce client utilise et ce que vous pouvez modifier.
subs-add = Ajouter un abonnement
subs-none = Aucun abonnement pour l’instant
subs-none-text = Ce client ne vous a encore rien acheté. Le premier abonnement commence le lendemain de la commande.
subs-export-csv = Télécharger en CSV
subs-export-xlsx = Télécharger en Excel
subs-ordered = La commande { $number } est passée
subs-ordered-text = Les nouveaux abonnements figurent dans la liste ci-dessous. Ils commencent demain.
subs-subscription = Abonnement
subs-status = État
subs-quantity = Quantité
subs-assigned = Attribuées
subs-start = Début
subs-renewal = Renouvelé le
subs-end = Fin
subs-add-ons = Modules complémentaires
subs-is-add-on = Module complémentaire
subs-foreign = Vendu par un autre partenaire ou canal
subs-status-pending = En attente
subs-status-active = Actif
subs-status-suspended = Suspendu
subs-status-deleted = Supprimé
subs-deletes-on = Données supprimées le { $day }
subs-free-until-day = Gratuit jusqu’au { $day }
subs-ends-on = Prend fin le { $day }

## Détails

subs-id = ID d’abonnement
subs-nickname = Surnom
subs-nickname-help = Vous et vos collègues êtes seuls à le voir. Laissez vide pour afficher le nom de l’offre.
subs-rename = Renommer
subs-not-renamed = L’abonnement n’a pas été renommé
subs-change-quantity = Modifier la quantité
subs-new-quantity = Nouvelle quantité
subs-quantity-help = De { $min } à { $max }, avec effet immédiat.
subs-quantity-not-changed = La quantité n’a pas été modifiée
subs-assigned-count = { $n ->
    [one] { $n } licence attribuée
   *[other] { $n } licences attribuées
}
subs-gigabytes = { $n } Go
subs-reseller = ID MPN revendeur
subs-reseller-none = Aucun, vous vendez en direct
subs-reseller-help = Laissez vide si vous vendez en direct.
subs-change-reseller = Changer de revendeur
subs-reseller-not-changed = Le revendeur n’a pas été modifié
subs-free-until = Gratuit jusqu’au
subs-first-billed = Facturé à partir du
subs-deleted-day = Terminé le
subs-order = Commande
subs-order-on = { $number }, passée le { $day }
subs-parent = Dépend de
subs-upgraded-from = Abonnement d’origine
subs-upgraded-to = Mis à niveau vers
subs-upgrade-now = Mettre à niveau maintenant
subs-add-on = Module complémentaire
subs-order-add-on = Commander un module complémentaire
subs-add-on-text = Il commence demain et se renouvelle avec cet abonnement.
subs-add-on-not-ordered = Le module complémentaire n’a pas été commandé
subs-at-most = au plus { $max }
subs-day = Jour
subs-event = Événement
subs-life = Historique
subs-activity = Qui a fait quoi
subs-event-ordered = Commandé
subs-event-quantity = Quantité modifiée
subs-event-suspended = Suspendu
subs-event-reactivated = Réactivé
subs-event-upgraded-away = Remplacé par une mise à niveau
subs-event-upgraded-to = Créé par une mise à niveau
subs-event-renewed = Renouvelé
subs-event-deleted = Supprimé

## Suspendre et réactiver

subs-suspend-begin = Suspendre ou résilier…
subs-suspend-title = Suspendre { $name }
subs-suspend-text = C’est aussi ainsi que l’on résilie. Rien ne se passe avant que vous n’appuyiez sur le bouton en bas de page.
subs-losing-access = Perdent l’accès
subs-people = { $n ->
    [0] Personne ; aucune licence n’est utilisée
    [one] { $n } personne, dès la prochaine connexion
   *[other] { $n } personnes, dès la prochaine connexion
}
subs-inactive-from = Sans service à partir du
subs-last-day = Dernier jour pour réactiver
subs-deletion = Données supprimées le
subs-deletion-text = Toutes les données de cet abonnement sont supprimées au début de ce jour. Elles ne peuvent pas être restaurées.
subs-add-ons-too = Suspendus avec lui
subs-reason = Motif
subs-reason-choose = Choisir…
subs-reason-customer-request = Demande du client
subs-reason-non-payment = Défaut de paiement
subs-reason-fraud-or-misuse = Fraude ou abus
subs-reason-operator = Suspendu par l’opérateur
subs-reason-parent = Suspendu avec l’abonnement dont il dépend
subs-reason-note = Note
subs-reason-note-help = Pour vous et vos collègues, { $max } caractères au plus. Le client ne la voit pas.
subs-suspend-do = Suspendre { $name } pour { $customer } : données supprimées le { $day }
subs-not-suspended = L’abonnement n’a pas été suspendu
subs-suspended-since = Suspendu depuis le { $day }. Motif : { $reason }
subs-note = Note :
subs-reactivates-until = Il peut être réactivé jusqu’au { $day } inclus.
subs-data-deleted-on = Toutes les données seront supprimées le { $day }.
subs-reactivate = Réactiver { $name }
subs-not-reactivated = L’abonnement n’a pas été réactivé

## Ce qui a été fait

done-subscription-renamed = Le surnom est enregistré.
done-quantity-changed = La quantité est modifiée.
done-reseller-changed = Le revendeur est modifié.
done-subscription-suspended = L’abonnement est suspendu. Vous trouverez ci-dessous jusqu’à quand il peut être réactivé.
done-subscription-reactivated = L’abonnement est de nouveau actif, avec la même quantité qu’avant.
done-add-on-ordered = Le module complémentaire est commandé. Il commence demain.

## Mettre à niveau

subs-upgrade-title = Mettre à niveau { $name }
subs-upgrade-text = Le nouvel abonnement commence aujourd’hui et remplace celui-ci, avec son surnom et son revendeur. Une mise à niveau ne peut pas être annulée.
subs-upgrade-target = Mettre à niveau vers
subs-move-licences = Transférer les licences des utilisateurs
subs-move-licences-help = Quiconque a une licence de cet abonnement en reçoit une de la nouvelle offre.
subs-upgrade-do = Mettre à niveau { $name } aujourd’hui
subs-not-upgraded = L’abonnement n’a pas été mis à niveau
subs-not-moved = Certaines licences n’ont pas été transférées
subs-move-has-target = { $name } a déjà une licence de la nouvelle offre.
subs-move-conflict = { $name } a une autre licence qui comprend l’un de ses services.
done-subscription-upgraded = L’abonnement est mis à niveau. Voici le nouveau.
