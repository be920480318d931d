# Commander pour un client.
order-title = Ajouter un abonnement
order-text = Indiquez combien d’unités de chaque offre { $customer } reçoit. Vous revoyez tout avant de commander.
order-limits = Possible
order-quantity = Quantité
order-quantity-of = Quantité de { $offer }
order-review = Vérifier la commande
order-not-ready = La commande n’est pas complète
order-review-title = Votre commande
order-month = Par mois
order-sum = Total par mois
order-sum-note = hors TVA, à partir du premier jour facturé
order-starts = Début
order-po-number = Votre numéro de commande
order-po-number-help = Pour votre propre référence.
order-place = { $n ->
    [one] Commander { $n } abonnement pour { $customer }
   *[other] Commander { $n } abonnements pour { $customer }
}
order-change = Modifier la commande
order-not-placed = Rien n’a été commandé
