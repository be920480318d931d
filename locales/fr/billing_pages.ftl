# The bill, invoices, payments.

billing-title = Facturation
billing-text = Ce que vous devez, ce que vous avez payé, et chaque facture avec ses fichiers.
billing-due = Solde dû
billing-due-on = À payer avant le { $day }
billing-overdue = Dont { $amount } en retard
billing-credit = Vous disposez d’un avoir de { $amount }
billing-nothing-due = Rien à payer
billing-last-payment = Dernier paiement
billing-paid-on = { $day }, référence { $reference }
billing-next = Prochaine date de facturation
billing-estimate = Sans changement : { $amount }
billing-years = Années
billing-history = Factures
billing-invoice = Facture
billing-date = Date de facturation
billing-due-date = Échéance
billing-total = Total
billing-paid = Payé
billing-status = État
billing-file = Fichier des licences
billing-file-of = Fichier des licences de { $number }
billing-no-charges = Aucun frais
billing-none = Aucune facture pour l’instant
billing-none-text = La première facture arrive à la première date de facturation après votre première commande.
billing-basics = Comment vous êtes facturé
billing-basic-date = Vous êtes facturé une fois par mois, au jour du mois où le contrat de revendeur a été signé. Une seule personne reçoit les factures.
billing-basic-purchased = Les licences sont facturées telles qu’achetées, et non telles qu’attribuées.
billing-basic-price = Le prix d’un abonnement est garanti pour sa durée et peut changer au renouvellement.
billing-basic-terms = Les factures sont à payer dans les 30 jours suivant la date de facturation, sauf convention contraire.
billing-basic-late = Un retard peut coûter 1,5 % de la facture par mois entamé, ou le maximum légal s’il est inférieur.
billing-basic-suspended = Un compte impayé peut être suspendu. Il fonctionne de nouveau dès que tout retard est réglé.
billing-basic-prevail = Le guide du programme et le contrat de revendeur prévalent.

invoice-title = Facture { $number }
invoice-open = Ouverte
invoice-past-due = En retard
invoice-paid = Payée
invoice-credit-note = Avoir
invoice-csv = Fichier des licences (CSV)
invoice-xlsx = Fichier des licences (Excel)
invoice-bill-to = Facturé à
invoice-customer-number = Numéro de client
invoice-period = Période de facturation
invoice-from-to = { $first } – { $last }
invoice-summary = Récapitulatif
invoice-section = Section
invoice-amount = Montant
invoice-recurring = Frais récurrents
invoice-other-products = Autres produits et services
invoice-usage = Frais d’utilisation
invoice-usage-discounts = Autres remises (utilisation)
invoice-discounts = Autres remises (licences)
invoice-credits = Crédits et ajustements
invoice-tax = Taxe
invoice-total = Total des frais courants
invoice-finance-charge = Frais de retard
invoice-previous-balance = Solde précédent
invoice-amount-due = Montant dû
invoice-proof-holds = Les comptes sont justes
invoice-proof-fails = Les comptes ne sont pas justes
invoice-proof = Lignes { $lines } = sections { $sections } = fichiers { $files } = total { $total }
invoice-customers = Par client
invoice-customer = Client
invoice-subtotal = Sous-total
invoice-all-customers = Lignes de tous les clients
invoice-lines = Lignes
invoice-subscription = Abonnement
invoice-charge = Frais
invoice-price = Prix par siège
invoice-seats = Sièges
invoice-discount = Remise
invoice-pages = Pages de lignes
invoice-showing = { $shown ->
    [one] { $shown } ligne affichée
   *[other] { $shown } lignes affichées
}
invoice-first-lines = Premières lignes

charge-cancel-instanceprorate = Frais antérieur annulé
charge-cycle-fee = Mois d’avance
charge-cycle-instanceprorate = Partie du mois
charge-cancel-prorate = Jours non utilisés remboursés
charge-purchase-prorate = Reste du mois après une mise à niveau
charge-purchase-fee = Achat
charge-renew-prorate = Partie de mois au renouvellement
charge-renew-fee = Premier mois du nouveau terme, d’avance
charge-activation-prorate = Reste du mois après une réactivation
charge-offset-lineitem = Ligne remboursée
arithmetic-share = { $price } × { $seats } sièges × { $days } jours sur { $of } = { $amount }, arrondi une fois au fen
arithmetic-reversal = Le frais payé d’avance est annulé en entier : { $amount }. Les parties du mois suivent.
arithmetic-offset = Remboursé à la suite d’un litige, taxe comprise

payments-title = Paiements
payments-text = Ce que doivent les partenaires, et ce qui est arrivé. Un paiement solde d’abord la facture la plus ancienne.
payments-partner = Partenaire
payments-due = Dû
payments-overdue = En retard
payments-credit = Avoir
payments-suspended = Suspendu
payments-in-order = En règle
payments-record = Enregistrer un paiement
payments-amount = Montant en yuans
payments-received-on = Reçu le
payments-reference = Référence bancaire
payments-not-recorded = Le paiement n’a pas été enregistré
done-payment-recorded = Le paiement est enregistré
