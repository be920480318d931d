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
billing-file = Fichiers
billing-file-of = Fichier basé sur les licences de { $number } (CSV)
billing-pdf = PDF
billing-csv = CSV
billing-csv-license = CSV licences
billing-csv-usage = CSV utilisation
billing-pdf-of = Facture { $number } (PDF)
billing-usage-of = Fichier basé sur l’utilisation de { $number } (CSV)
billing-no-charges = Aucun frais
billing-fapiao = Demander le fapiao
billing-dispute = Contester
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
invoice-credit-note = Note de crédit
credit-note-title = Note de crédit { $number }
credit-note-corrects = Corrige
credit-note-why = Motif
credit-note-total = Remboursé
credit-notes-title = Notes de crédit
credit-note-net = Montant hors taxe
invoice-csv = Fichier des licences (CSV)
invoice-pdf = Facture (PDF)
invoice-pdf-page = Page { $page } sur { $of }
invoice-pdf-not-itemised = Cette facture a trop de lignes pour le papier. Les fichiers de rapprochement les contiennent toutes.
invoice-dispute = Contester des lignes
invoice-bill-to = Facturé à
invoice-customer-number = Numéro de client
invoice-contact = Destinataire de la facture
invoice-sold-to = Vendu à
invoice-service-recipient = Bénéficiaire du service
invoice-po-number = Numéro de bon de commande
invoice-terms = Modalités de paiement
invoice-net-days = { $days ->
    [one] { $days } jour net
   *[other] { $days } jours nets
}
invoice-currency = Devise
invoice-pay = Instructions de paiement
invoice-pay-quote = Payez par virement bancaire en indiquant { $number }.
invoice-seller = Facturé par
invoice-payments = Paiements depuis la facture précédente
invoice-domain = Domaine
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
invoice-finance-charge = Frais financiers
invoice-previous-balance = Solde précédent
invoice-amount-due = Montant dû
invoice-proof-holds = Les comptes sont justes
invoice-proof-fails = Les comptes ne sont pas justes
invoice-proof = Lignes { $lines } = sections { $sections } = fichiers { $files } = total { $total }
invoice-customers = Par client
invoice-customer = Client
invoice-subtotal = Sous-total
invoice-all-customers = Lignes de tous les clients
invoice-other-customers = { $count ->
    [one] { $count } autre client
   *[other] { $count } autres clients
}
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
charge-cancel-usagefee = Utilisation jusqu’à l’annulation
charge-cycle-usagefee = Utilisation du mois
charge-offset-lineitem = Ligne remboursée
charge-activation-discount = Remise à l’activation
charge-cycle-discount = Remise mensuelle
charge-renew-discount = Remise au renouvellement
charge-cancel-discount = Fin de la remise
billing-percent = { $number } %
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
