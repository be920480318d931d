# Charts of the bill.

spend-heading = Dépenses et sièges
spend-title = Dépenses par mois et par service, en yuans, taxe comprise
spend-text = Le { $day } : { $amount }, taxe comprise.
spend-others = Tous les autres
spend-seats-title = Sièges payés d’avance par mois
spend-seats-text = Le { $day } : { $seats ->
    [one] { $seats } siège payé
   *[other] { $seats } sièges payés
} d’avance.
spend-none = Un graphique apparaîtra ici avec la première facture.
