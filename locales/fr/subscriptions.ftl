# Abonnements, commandes et échéances.
err-no-relationship = Ce client ne fait pas partie de vos clients.
err-sub-deleted = Cet abonnement a été supprimé. Il ne peut plus être modifié ni rétabli ; commandez-en un nouveau.
err-sub-not-active = Cet abonnement est suspendu. Réactivez-le d’abord.
err-sub-not-started = Cet abonnement commence le { $day }. Réessayez à partir de cette date.
err-sub-active = Cet abonnement est actif. Il n’y a rien à réactiver.
err-sub-suspended = Cet abonnement est déjà suspendu.
err-sub-by-operator = L’opérateur a suspendu cet abonnement et peut seul le réactiver. Créez une demande de l’Espace partenaires pour en savoir plus.
err-qty-range = Indiquez une quantité de { $min } à { $max }.
err-qty-assigned = { $n ->
    [one] { $n } licence est attribuée. Retirez-la à son utilisateur avant de réduire la quantité.
   *[other] { $n } licences sont attribuées. Retirez-en à leurs utilisateurs avant de réduire autant la quantité.
}
err-qty-add-on = Un module complémentaire de cet abonnement compte { $n } unités, une par siège. Réduisez-le d’abord.
err-qty-parent = Ce module complémentaire ne peut pas compter plus d’unités que l’abonnement dont il dépend, qui en compte { $n }.
err-too-many-seats = Un abonnement peut compter au plus { $max } sièges.
err-too-many-subscriptions = Un client peut avoir au plus { $max } abonnements.
err-parent-not-active = L’abonnement dont dépend celui-ci n’est pas actif. Réactivez-le d’abord.
err-sub-is-addon = Il s’agit d’un module complémentaire. Cela n’est possible que pour l’abonnement dont il dépend.
err-sub-has-addons = Cet abonnement a des modules complémentaires. Il pourra être mis à niveau une fois ceux-ci supprimés.
err-sub-no-addons = Aucun module complémentaire n’est vendu pour cet abonnement.
err-offer-not-for-parent = { $offer } n’est pas un module complémentaire de cet abonnement.
err-offer-needs-parent = { $offer } est un module complémentaire. Commandez-le depuis les détails de l’abonnement dont il dépend.
err-offer-not-sold = { $offer } ne figure pas dans la liste de prix de ce mois.
err-offer-not-purchasable = { $offer } est facturé à l’utilisation et ne peut pas encore être commandé ici.
err-offer-segment = { $offer } est réservé aux organisations dont la qualification fait défaut à ce client.
err-offer-limit = { $max ->
    [one] Un client ne peut avoir qu’un seul abonnement à { $offer }, même suspendu.
   *[other] Un client peut avoir au plus { $max } abonnements à { $offer }, y compris les abonnements suspendus.
}
err-offer-once = Ce client a déjà eu { $offer }, qui n’est proposé qu’une fois par client.
err-offer-suspended-exists = Ce client a un abonnement suspendu à { $offer }. Réactivez-le plutôt.
err-order-empty = Indiquez une quantité pour au moins une offre.
err-upgrade-no-path = Aucune mise à niveau n’existe pour cette offre.
err-upgrade-has-target = Le client a déjà un abonnement à { $offer }. Celui-ci doit d’abord être résilié, quel qu’en soit le vendeur.
err-upgrade-has-services = Le client dispose déjà, avec { $offer }, de services de cette mise à niveau. Cet abonnement doit d’abord être résilié, quel qu’en soit le vendeur.
err-no-delegated-admin = Le client ne vous a pas accordé de privilèges d’administrateur délégué. Demandez-les d’abord.
err-upgrade-assigned = { $n ->
    [one] { $n } utilisateur a une licence à transférer. Commandez au moins autant de licences.
   *[other] { $n } utilisateurs ont une licence à transférer. Commandez au moins autant de licences.
}
err-not-indirect = Seul un fournisseur indirect vend par l’intermédiaire de revendeurs.

## Ce qui a été fait

activity-order-placed = Commande passée
activity-add-on-ordered = Module complémentaire commandé
activity-subscription-quantity-changed = Quantité modifiée
activity-subscription-renamed = Abonnement renommé
activity-subscription-reseller-changed = Revendeur modifié
activity-subscription-suspended = Abonnement suspendu
activity-subscription-reactivated = Abonnement réactivé
activity-subscription-upgraded = Abonnement mis à niveau
activity-subscription-activated = Abonnement démarré
activity-subscription-renewed = Abonnement renouvelé
activity-subscription-deleted = Abonnement supprimé avec ses données
activity-calendar-address-made = Adresse de calendrier créée
activity-calendar-address-removed = Adresse de calendrier retirée
