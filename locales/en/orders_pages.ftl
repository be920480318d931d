# Ordering for a customer.
order-title = Add subscription
# $customer: for whom
order-text = Enter how many units { $customer } gets of each offer. You see everything once more before you order.
order-limits = Possible
order-quantity = Quantity
# $offer: its name
order-quantity-of = Quantity of { $offer }
order-review = Review the order
order-not-ready = The order is not complete
order-review-title = Your order
order-month = Per month
order-sum = Sum per month
order-sum-note = without VAT, from the first billed day on
order-starts = Starts on
order-po-number = Your order number
order-po-number-help = For your own reference.
# $n: how many subscriptions; $customer: for whom
order-place = { $n ->
    [one] Order { $n } subscription for { $customer }
   *[other] Order { $n } subscriptions for { $customer }
}
order-change = Change the order
order-not-placed = Nothing has been ordered
