# What a partner stands to owe for its customers, and limits that a change passes.

exposure-title = Exposition par client
exposure-text = Ce que vous pourriez devoir pour chaque client : le reste des durées en cours, ce qui n’est pas encore facturé et ce qui n’est pas payé. Taxe comprise.
exposure-order = Ordre
exposure-by-total = Exposition la plus élevée
exposure-by-overdue = Retard le plus élevé
exposure-customer = Client
exposure-committed = Engagé
exposure-committed-text = Mois des durées en cours restant à payer d’avance, à leur prix, avec leurs sièges et leur remise
exposure-unbilled = Non facturé
exposure-unbilled-text = Ce que la prochaine facture régularise, et l’utilisation pas encore facturée
exposure-unpaid = Non payé
exposure-unpaid-text = La part du client dans les factures non payées
exposure-overdue = En retard
exposure-overdue-text = Dont ce qui a dépassé l’échéance
exposure-total = Exposition
exposure-share = Part
exposure-limit = Limite de crédit
exposure-over = Limite dépassée
exposure-within = Dans la limite
exposure-no-limit = Sans limite
exposure-sum = Tous les clients
exposure-none = Aucune exposition
exposure-none-text = Rien n’est engagé, non facturé ou non payé pour aucun client.
exposure-showing = Clients { $first } à { $last } sur { $total }
exposure-pages = Pages de clients
exposure-over-count = { $count ->
    [one] { $count } client dépasse sa limite de crédit
   *[other] { $count } clients dépassent leur limite de crédit
}
exposure-csv = Exposition (CSV)
exposure-xlsx = Exposition (Excel)
exposure-note = La limite de crédit est la vôtre : fixez-la dans la fiche de risque du client. La dépasser déclenche un avertissement lors d’une commande, d’un ajout de licences ou d’une mise à niveau, et ne refuse rien. Une durée que vous annulez n’engage plus à rien.
credit-over-limit = Limite de crédit convenue dépassée
credit-over-limit-text = Convenu : { $limit }. Exposition actuelle : { $exposure }. Ce n’est qu’un avertissement : rien n’est refusé.
credit-over-limit-more = La modification ajouterait { $more } à une exposition de { $exposure } ; convenu : { $limit }. Ce n’est qu’un avertissement : rien n’est refusé.
credit-over-limit-untold = Le client dépasse la limite convenue. Rien n’est refusé ; adressez-vous aux personnes chargées de la facturation.
