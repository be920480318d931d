# The help page with worked examples of bills.

scenarios-title = How to read a bill
scenarios-text = What the invoice shows after orders, seat changes, suspensions, upgrades and renewals. Every figure below is computed by the program that makes your invoices.
scenarios-link = How to read a bill: worked examples
help-billing-scenarios = What the invoice shows after orders, seat changes and cancellations, with worked examples

scenarios-rules = Five rules explain nearly every line
scenarios-rule-month = You are billed once a month, on your billing date, for the month that begins on it.
scenarios-rule-free = From the day after the order to the first billing date a subscription is free. Subscriptions that come from an upgrade are not.
scenarios-rule-advance = A month is paid in advance, for the seats at the end of the day before. What changes meanwhile is settled on the next invoice.
scenarios-rule-line = A line is price × seats × days ÷ days of the month, rounded once to the fen. Discount and tax are computed from the rounded amount.
scenarios-rule-day = The day of a change has the new number of seats. The day of a cancellation is no longer charged.

scenarios-examples = Examples
scenarios-happened = What happened
scenarios-invoice = Invoice of { $day }
scenarios-no-line = The invoice of { $day } has no line for it.
scenarios-sum = Sum
scenarios-download = Download this history
# $command: a command of the program, not to be translated
scenarios-download-text = Each history is a file that { $command } reads: change seats or dates in it and see which invoices follow.
# $subscription, $to: names of subscriptions in the example; $offer: code of an offer
scenarios-order = { $day }: { $subscription } ordered, offer { $offer }, { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
scenarios-order-discount = { $day }: { $subscription } ordered, offer { $offer }, { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}, discount { $percent }
scenarios-quantity = { $day }: { $subscription } now has { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
scenarios-suspend = { $day }: { $subscription } suspended or cancelled
scenarios-reactivate = { $day }: { $subscription } reactivated
scenarios-upgrade = { $day }: { $subscription } upgraded to { $to }, offer { $offer }, { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}

scenarios-usage = Charges by usage
scenarios-usage-text = What is consumed is billed afterwards, once a month, and has no free period. What goes beyond the quantity included is multiplied by the list price and rounded once; tax is computed from that. The effective rates are charges ÷ overage, rounded to the fen: only a rounded figure to compare with, from which nothing is computed. The last two rows are one resource in two price tiers, each a line of its own.
scenarios-consumed = Consumed
scenarios-included = Included
scenarios-pretax-rate = Effective rate before tax
scenarios-posttax-rate = Effective rate with tax

scenarios-first = From signature to the first bill
scenarios-first-text = The day of the month on which you sign is your billing day, at most the 28th. The first bill comes on the next one, a month later.
scenarios-signed = Agreement signed
scenarios-billing-day = Billing day of each month
scenarios-first-date = First billing date

scenarios-sections = From lines to the sections of the invoice
scenarios-sections-text = The example with seats up and down once more, as sections: as it is, and with one line refunded. A refund includes its tax, so it stands apart and leaves the taxes alone.
scenarios-as-it-is = As it is
scenarios-refunded = With a refund

scenarios-late = Paid late
scenarios-late-text = Each started month after the due date may cost the rate below, on the whole invoice, without interest on interest. Payment on the due date costs nothing.
scenarios-paid-on = Paid on
scenarios-months = Started months
scenarios-rate = Rate a month
scenarios-finance-charge = Finance charge
scenarios-prevail = The program guide and the reseller agreement prevail.

scenario-cs01 = A new subscription
scenario-cs01-text = The subscription starts on the day after the order. Until the next billing date it is free. On that date you pay the coming month in advance: one line.
scenario-cs02 = Cancelled before the first bill
scenario-cs02-text = Whoever cancels before the first billing date pays nothing, and the subscription does not appear on the invoice at all.
scenario-cs03 = Seats changed in the free period
scenario-cs03-text = The changes are shown, each with its days, at a price of zero. The month in advance is charged for the seats at the end of the last free day.
scenario-cs04 = Seats up and down within a month
scenario-cs04-text = The month was paid in advance, but then the seats changed. So the next invoice takes the whole advance back, charges every stretch of days for the seats it really had, and adds the next month in advance. A new number of seats counts from the day of the change.
scenario-cs05 = Cancelled within a month
scenario-cs05-text = You paid the month in advance and get the unused days back: one line with a minus. The day of the cancellation is no longer charged. There is no advance for the next month.
scenario-cs06 = Cancelled after a change of seats
scenario-cs06-text = First the month is settled as after any change of seats, up to its last day. Then the unused days of the last stretch are given back.
scenario-cs07 = Suspended and reactivated in one month
scenario-cs07-text = For the bill a suspension is a cancellation: the days from it to the end of the month are given back. The reactivation charges its days again; that line stands under “Other products and services”. Then the months go on in advance.
scenario-cs08 = February, short and long
scenario-cs08-text = The price is for a month, however long it is. A day of a short month therefore costs more than a day of a long one: the same unused days give back different amounts in two years.
scenario-cs09 = Renewal with a new price
scenario-cs09-text = The price holds for the term, even if the price list changes. On the renewal date the list then in force counts, and the line is called a renewal.
scenario-cs10 = Upgrade to another offer
scenario-cs10-text = The old subscription ends on the day of the upgrade and gives its unused days back. The new one begins on the same day, is charged for the rest of the month, and then in advance. There is no free period after an upgrade.
scenario-cs11 = A discount
scenario-cs11-text = The discount is taken off the rounded amount, and tax is charged on what is left. It ends with the first renewal.
scenario-cs12 = A quiet month
scenario-cs12-text = Nothing happened, so there is exactly one line for the subscription: the coming month in advance.
scenario-cs13 = Ordered on the eve, ordered on the day
scenario-cs13-text = Ordered the day before the billing date, a subscription starts on that date: no free day, and an advance at once. Ordered on the billing date itself, it is free until the next.
scenario-cs14 = Changed and changed back on one day
scenario-cs14-text = Only the seats at the end of a day count. What cancels out within one day leaves no line.
scenario-cs15 = A customer of several resellers
scenario-cs15-text = Your customer may buy from others, too. Your invoice only has what you sold yourself.
