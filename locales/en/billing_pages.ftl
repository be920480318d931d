# The bill, invoices, payments.

billing-title = Billing
billing-text = What you owe, what you have paid, and every invoice with its files.
billing-due = Balance due
billing-due-on = Due by { $day }
billing-overdue = Of which { $amount } is overdue
billing-credit = You have { $amount } of credit
billing-nothing-due = Nothing is due
billing-last-payment = Last payment
billing-paid-on = { $day }, reference { $reference }
billing-next = Next billing date
billing-estimate = If nothing changes: { $amount }
billing-years = Years
billing-history = Invoices
billing-invoice = Invoice
billing-date = Billing date
billing-due-date = Due date
billing-total = Total
billing-paid = Paid
billing-status = Status
billing-file = Files
billing-file-of = License-based file of { $number } (CSV)
billing-pdf = PDF
billing-csv = CSV
billing-csv-license = License CSV
billing-csv-usage = Usage CSV
billing-pdf-of = Invoice { $number } (PDF)
billing-usage-of = Usage-based file of { $number } (CSV)
billing-no-charges = No charges
billing-fapiao = Request fapiao
billing-dispute = Dispute
billing-none = No invoices yet
billing-none-text = The first invoice comes on the first billing date after your first order.
billing-basics = How you are billed
billing-basic-date = You are billed once a month, on the day of the month on which the reseller agreement was signed. One person gets the invoices.
billing-basic-purchased = Licenses are charged as purchased, not as assigned.
billing-basic-price = The price of a subscription is guaranteed for its term and may change when it renews.
billing-basic-terms = Invoices are to be paid within 30 days of the billing date, unless agreed otherwise.
billing-basic-late = Late payment may cost 1.5 % of the invoice for each started month, or the legal maximum if that is less.
billing-basic-suspended = An account that stays unpaid can be suspended. It works again as soon as everything overdue is paid.
billing-basic-prevail = The programme guide and the reseller agreement prevail.

invoice-title = Invoice { $number }
invoice-open = Open
invoice-past-due = Past due
invoice-paid = Paid
invoice-credit-note = Credit note
credit-note-title = Credit note { $number }
credit-note-corrects = Corrects
credit-note-why = Reason
credit-note-total = Given back
credit-notes-title = Credit notes
credit-note-net = Amount before tax
invoice-csv = License-based file (CSV)
invoice-pdf = Invoice (PDF)
invoice-pdf-page = Page { $page } of { $of }
invoice-pdf-not-itemised = This invoice has too many lines for paper. The reconciliation files have all of them.
invoice-dispute = Dispute lines
invoice-bill-to = Bill to
invoice-customer-number = Customer number
invoice-contact = Invoice recipient
invoice-sold-to = Sold to
invoice-service-recipient = Service recipient
invoice-po-number = Purchase order number
invoice-terms = Payment terms
invoice-net-days = Net { $days ->
    [one] { $days } day
   *[other] { $days } days
}
invoice-currency = Currency
invoice-pay = Payment instructions
invoice-pay-quote = Pay by bank transfer and quote { $number }.
invoice-seller = Billed by
invoice-payments = Payments since the previous invoice
invoice-domain = Domain
invoice-period = Billing period
invoice-from-to = { $first } – { $last }
invoice-summary = Summary
invoice-section = Section
invoice-amount = Amount
invoice-recurring = Recurring charges
invoice-other-products = Other products and services
invoice-usage = Usage charges
invoice-usage-discounts = Other discounts (usage-based)
invoice-discounts = Other discounts (license-based)
invoice-credits = Credits and adjustments
invoice-tax = Tax
invoice-total = Total of current charges
invoice-finance-charge = Finance charge
invoice-previous-balance = Previous balance
invoice-amount-due = Amount due
invoice-proof-holds = It adds up
invoice-proof-fails = It does not add up
invoice-proof = Lines { $lines } = sections { $sections } = files { $files } = total { $total }
invoice-customers = By customer
invoice-customer = Customer
invoice-subtotal = Subtotal
invoice-all-customers = Lines of all customers
invoice-other-customers = { $count ->
    [one] { $count } more customer
   *[other] { $count } more customers
}
invoice-lines = Lines
invoice-subscription = Subscription
invoice-charge = Charge
invoice-price = Price of a seat
invoice-seats = Seats
invoice-discount = Discount
invoice-pages = Pages of lines
invoice-showing = { $shown ->
    [one] { $shown } line shown
   *[other] { $shown } lines shown
}
invoice-first-lines = First lines

charge-cancel-instanceprorate = Earlier charge taken back
charge-cycle-fee = Month in advance
charge-cycle-instanceprorate = Part of the month
charge-cancel-prorate = Unused days given back
charge-purchase-prorate = Rest of the month after an upgrade
charge-purchase-fee = Purchase
charge-renew-prorate = Part of a month at renewal
charge-renew-fee = First month of the new term, in advance
charge-activation-prorate = Rest of the month after a reactivation
charge-cancel-usagefee = Usage up to the cancellation
charge-cycle-usagefee = Usage of the month
charge-offset-lineitem = Line refunded
charge-activation-discount = Discount at activation
charge-cycle-discount = Monthly discount
charge-renew-discount = Discount at renewal
charge-cancel-discount = Discount ended
billing-percent = { $number }%
arithmetic-share = { $price } × { $seats } seats × { $days } of { $of } days = { $amount }, rounded once to the fen
arithmetic-reversal = The charge paid in advance is taken back whole: { $amount }. The parts of the month follow.
arithmetic-offset = Given back after a dispute, tax included

payments-title = Payments
payments-text = What partners owe, and what has come in. A payment clears the oldest invoice first.
payments-partner = Partner
payments-due = Due
payments-overdue = Overdue
payments-credit = Credit
payments-suspended = Suspended
payments-in-order = In order
payments-record = Record a payment
payments-amount = Amount in yuan
payments-received-on = Received on
payments-reference = Bank reference
payments-not-recorded = The payment was not recorded
done-payment-recorded = The payment is recorded
