# Price lists.
prices-title = Pricing and offers
prices-text = What you pay this month and, as soon as it is published, next month.
prices-tab-list = Price list
prices-tab-matrix = Offer matrix
prices-tab-special = Special prices
prices-tab-changes = Effect on renewals
prices-month = Month
# $month: such as June 2019
prices-preview = Preview: this list is in force from { $month } on. Usage-based offers have no preview.
prices-unit = CNY per unit and month, without VAT. The price of a subscription stays as it is until it renews.
prices-filter = Filter the price list
prices-words = Name or code
prices-flag = Change
prices-flag-added = New (ADD)
prices-flag-changed = Changed (CHG)
prices-flag-deleted = Removed (DEL)
prices-flag-unchanged = Unchanged (UNC)
prices-valid-from = Valid from
prices-valid-to = Valid to
prices-agreement = License agreement
prices-agreement-commercial = Commercial
prices-agreement-education = Academic
prices-agreement-government = Government
prices-purchase-unit = Purchase unit
prices-one-month = 1 month
prices-by-usage = By consumption
prices-secondary = Secondary license type
prices-secondary-none = Non-specific
prices-customer-type = End customer
prices-list-price = List price (what you pay)
prices-before = Before
prices-csv = Download CSV
prices-matrix-text = What can be sold, what it needs, and where it can be upgraded. It changes with the price list.
prices-add-ons = Add-ons
prices-needs = Needs one of
prices-upgrades = Can become
prices-special-text = Prices that are yours alone. An order or a renewal between both days locks this price for its term.
prices-special-none = No special prices
prices-special-none-text = No price of yours differs from the price list.
prices-special-price = Your price
prices-first-day = First day
prices-last-day = Last day
prices-none = No offer matches
prices-none-text = No offer of this price list answers your filter.
prices-clear = Clear the filters
# $month: such as June 2019
prices-unknown = There is no price list of { $month }
prices-unknown-text = Choose one of the months that have a list.
prices-changes-text = Which of your subscriptions renew onto another price, when, and what that changes. Without VAT.
# $count: subscriptions
prices-changes-sum = { $count ->
    [one] One subscription renews onto another price
   *[other] { $count } subscriptions renew onto another price
}
prices-changes-customers = Customers
prices-changes-monthly = Change a month
prices-changes-term = Change in a term of 12 months
prices-changes-none = Nothing renews onto another price
prices-changes-none-text = With this list every renewal keeps its price.
prices-changes-customer = Customer
# $count: subscriptions
prices-changes-of-customer = { $count ->
    [one] one subscription
   *[other] { $count } subscriptions together
}
prices-changes-subscription = Subscription
prices-changes-quantity = Quantity
prices-changes-renews = Renews on
prices-changes-before = Price before
prices-changes-after = Price after
prices-changes-certain = Certain
prices-changes-if = If the price stays
# $page: number of the page; $pages: how many there are
prices-changes-page = Page { $page } of { $pages }
prices-changes-pages = Pages of the renewals
prices-compare = Compare two price lists
prices-compare-before = Compared with
# $before, $month: such as June 2019
prices-compare-title = Prices from { $before } to { $month }
# $count: offers
prices-compare-count = { $count ->
    [one] One offer differs.
   *[other] { $count } offers differ.
}
prices-compare-none = No price differs between these two lists.
prices-show = Show
operator-prices-title = Price lists
operator-prices-text = A list is published at least 30 days before its month. Prices are added and changed, none is removed.
operator-prices-upload = Look through a file
operator-prices-file = Choose a file
operator-prices-file-help = CSV or Excel, with the columns Offer, List price and ERP price. Up to 5 MB.
operator-prices-check = Check
operator-prices-template = This month’s prices as a file
operator-prices-not-read = The file was not taken
operator-prices-lists = All lists
operator-prices-published = Visible from
operator-prices-offers = Offers
# $month: such as July 2019
operator-prices-checked = File for { $month }
operator-prices-line = Row
operator-prices-fault = Fault
operator-prices-effect = Effect
# $added, $changed, $unchanged: rows
operator-prices-sum = { $added } new, { $changed } changed, { $unchanged } unchanged
# $codes: codes of offers
operator-prices-left-out = In the list of the month before, and not in this one: { $codes }
operator-prices-publish = Publish
operator-prices-first = The earliest month that can still be published
done-prices-published = The prices are published.
err-not-found-price-list = There is no such price list, or it is not published yet.
# $days: days of notice; $last: the last day to publish
err-price-notice = Prices are published at least { $days } days before their month. The last day for this one was { $last }.
err-price-unreadable = The file is not a table that can be read.
# $columns: names of the columns
err-price-header = The table needs the columns { $columns }.
err-price-empty = The table has no rows.
# $max: rows
err-price-too-many = A table may have at most { $max } rows.
err-price-month = Enter a month as in 2019-07.
err-price-offer = There is no offer with this code.
err-price-twice = The offer has a row already.
err-price-amount = Enter a price such as 68.50, with at most four decimals.
err-price-usage = Usage-based offers have no price in a monthly list.
err-price-rows = Rows have faults. Nothing is published until they are mended.
activity-price-list-published = Prices published
operator-special-title = Special prices
operator-special-text = What single partners pay instead of the list price. An order or a renewal between both days locks this price for its term; of several, the lowest counts.
operator-special-none-text = Every partner pays the list price.
operator-special-price = Special price
operator-special-list = List price this month
operator-special-end = End
# $offer: name of the offer; $partner: name of the partner
operator-special-end-of = End the price of { $offer } for { $partner }
operator-special-over = Over
operator-special-today = Last day today
operator-special-add = Agree on a price
operator-special-not-added = The price was not agreed on
operator-special-not-ended = The price was not ended
done-special-added = The special price is agreed on.
done-special-ended = The special price is ended. What was ordered at it keeps it for its term.
err-not-found-special-price = There is no such special price, or it has been withdrawn.
err-special-partner = Choose a partner.
err-special-offer = Choose an offer that is in this month’s price list.
err-special-first-day = Enter a day from today on.
err-special-last-day = Enter a day that is not before the first.
activity-special-price-added = Special price agreed on
activity-special-price-ended = Special price ended
