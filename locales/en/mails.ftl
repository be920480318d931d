# Mails. Only the server carries these words. $customer is the customer's company, $subscription the name
# of the subscription or, in an order, of everything ordered.

mail-greeting = Hello,
mail-farewell = This message was sent by Partner Center. Please do not reply to it.

# $company is the new customer, $domain its domain, $admin the name to sign in with.
mail-customer-created-subject = The account of { $company } is ready
mail-customer-created-body = The account of { $company } has been created. Its domain is { $domain }, and the first administrator signs in as { $admin }. Your partner will give you the temporary password; it has to be changed at the first sign-in.

mail-subscription-ordered-subject = Order { $number } for { $customer }
mail-subscription-ordered-body = Order { $number } has been placed for { $customer }: { $subscription }. It starts on { $day }.

mail-subscription-suspended-subject = { $subscription } is suspended
mail-subscription-suspended-body = The subscription { $subscription } of { $customer } has been suspended. Users can no longer sign in to its services. Its data will be deleted on { $day } unless it is reactivated before.

mail-subscription-reactivated-subject = { $subscription } is active again
mail-subscription-reactivated-body = The subscription { $subscription } of { $customer } has been reactivated. Users can sign in to its services again.

mail-subscription-upgraded-subject = { $customer } has been upgraded to { $subscription }
mail-subscription-upgraded-body = The subscription of { $customer } has been upgraded to { $subscription }, from today on.

mail-subscription-deletion-near-subject = { $days ->
    [one] { $subscription } will be deleted tomorrow
   *[other] { $subscription } will be deleted in { $days } days
}
mail-subscription-deletion-near-body = The suspended subscription { $subscription } of { $customer } will be deleted on { $day }, with all of its data. Until the day before it can be reactivated.

mail-subscription-deleted-subject = { $subscription } has been deleted
mail-subscription-deleted-body = The subscription { $subscription } of { $customer } and its data have been deleted. It cannot be brought back.

# $amount is to be paid until $day.
mail-invoice-issued-subject = Invoice { $number }: { $amount }
mail-invoice-issued-body = Invoice { $number } has been issued. Please transfer { $amount } by { $day } and quote the invoice number. The invoice and its reconciliation files are in Partner Center, under Billing.

mail-invoice-past-due-subject = { $days ->
    [one] Invoice { $number } is { $days } day past due
   *[other] Invoice { $number } is { $days } days past due
}
mail-invoice-past-due-body = { $amount } of invoice { $number } was due on { $day } and has not come in yet. Please transfer it and quote the invoice number. If it stays unpaid, your account will be suspended.
mail-partner-suspended-subject = The account of { $company } is suspended
mail-partner-suspended-body = Invoices of { $company } have been overdue for too long. Until they are paid, no customers, orders, licences or upgrades can be added. What your customers have keeps working.

# $number is the dispute's, $invoice the invoice's, $answer in the operator's words; it may be empty.
mail-dispute-accepted-subject = Dispute { $number } is accepted
mail-dispute-accepted-body = Your dispute { $number } about invoice { $invoice } has been accepted. { $amount } will be given back on your next invoice. { $answer } Please tell your customer and close the dispute in Partner Center.
mail-dispute-refused-subject = Dispute { $number } is refused
mail-dispute-refused-body = Your dispute { $number } about { $amount } of invoice { $invoice } has been refused. { $answer } Please tell your customer and close the dispute in Partner Center.

mail-partner-suspended-by-hand-subject = The account of { $company } is suspended
mail-partner-suspended-by-hand-body = The account of { $company } has been suspended by us. Until it is reinstated, no customers, orders, licences or upgrades can be added. What your customers have keeps working.
mail-partner-reinstated-subject = The account of { $company } works again
mail-partner-reinstated-body = The account of { $company } has been reinstated. Customers, orders, licences and upgrades can be added again.
# $invoice is the number of the invoice that is corrected.
mail-credit-note-issued-subject = Credit note { $number }: { $amount }
mail-credit-note-issued-body = Credit note { $number } over { $amount } has been issued. It corrects invoice { $invoice }. You find both in Partner Center, under Billing.

# $invoice is the invoice's number, $number the fapiao's.
mail-fapiao-issued-subject = The fapiao for { $invoice } is issued
mail-fapiao-issued-body = The fapiao for invoice { $invoice } has been issued under the number { $number }. We tell you when it is on its way.
mail-fapiao-mailed-subject = The fapiao for { $invoice } is on its way
mail-fapiao-mailed-body = The fapiao for invoice { $invoice } has been handed over, as you chose in your request.
mail-fapiao-unavailable-subject = The fapiao for { $invoice } is delayed
mail-fapiao-unavailable-body = The fapiao for invoice { $invoice } is temporarily unavailable. It is expected on { $day }.

# $count: subscriptions; $days: until they renew on $day; $before, $amount: what they cost a month before and
# after.
mail-renewals-near-subject = { $count ->
    [one] One subscription renews in { $days } days
   *[other] { $count } subscriptions renew in { $days } days
}
mail-renewals-near-body = { $count ->
    [one] One subscription renews on { $day } for another 12 months.
   *[other] { $count } subscriptions renew on { $day } for another 12 months.
} Until then: { $before } a month. From then on: { $amount } a month, without VAT, at the prices known today. Until the day before you can change quantities or suspend. The list is in Partner Center under Pricing and offers, Effect on renewals.
