# Subscriptions, orders and deadlines.
err-no-relationship = You do not sell to this customer.
err-sub-deleted = This subscription has been deleted. It cannot be changed or brought back; order a new one.
err-sub-not-active = This subscription is suspended. Reactivate it first.
# $day: its first day
err-sub-not-started = This subscription starts on { $day }. Try again from then on.
err-sub-active = This subscription is active. There is nothing to reactivate.
err-sub-suspended = This subscription is already suspended.
err-sub-by-operator = The operator has suspended this subscription. Only the operator can reactivate it; create a Partner Center request to ask about it.
# $min, $max: fewest and most units
err-qty-range = Enter a quantity from { $min } to { $max }.
# $n: licences given to people
err-qty-assigned = { $n ->
    [one] { $n } license is assigned. Remove it from its user before you lower the quantity.
   *[other] { $n } licenses are assigned. Remove some from their users before you lower the quantity that far.
}
# $n: units of the add-on
err-qty-add-on = An add-on of this subscription has { $n } units, one per seat. Lower the add-on first.
# $n: units of the parent
err-qty-parent = This add-on cannot have more units than the subscription it belongs to, which has { $n }.
# $max: most units
err-too-many-seats = A subscription can have at most { $max } seats.
# $max: most subscriptions
err-too-many-subscriptions = A customer can have at most { $max } subscriptions.
err-parent-not-active = The subscription that this belongs to is not active. Reactivate that one first.
err-sub-is-addon = This is an add-on. That is only possible for the subscription it belongs to.
err-sub-has-addons = This subscription has add-ons. It can be upgraded once they are deleted.
err-sub-no-addons = No add-ons are sold for this subscription.
# $offer: its name
err-offer-not-for-parent = { $offer } is not an add-on for this subscription.
# $offer: its name
err-offer-needs-parent = { $offer } is an add-on. Order it from the details of the subscription it belongs to.
# $offer: its name
err-offer-not-sold = { $offer } is not in this month’s price list.
# $offer: its name
err-offer-not-purchasable = { $offer } is billed by usage and cannot be ordered here yet.
# $offer: its name
err-offer-segment = { $offer } is for organizations with a qualification that this customer does not have.
# $offer: its name; $max: most subscriptions
err-offer-limit = { $max ->
    [one] A customer can have only one subscription to { $offer }, suspended ones included.
   *[other] A customer can have at most { $max } subscriptions to { $offer }, suspended ones included.
}
# $offer: its name
err-offer-once = This customer has already had { $offer }, which each customer can have only once.
# $offer: its name
err-offer-suspended-exists = This customer has a suspended subscription to { $offer }. Reactivate that one instead.
err-order-empty = Enter a quantity for at least one offer.
err-upgrade-no-path = There is no upgrade for this offer.
# $offer: the target’s name
err-upgrade-has-target = The customer already has a subscription to { $offer }. It must be canceled first, whoever sold it.
# $offer: the other offer’s name
err-upgrade-has-services = The customer already has services of this upgrade with { $offer }. That subscription must be canceled first, whoever sold it.
err-no-delegated-admin = The customer has not given you delegated admin privileges. Request them first.
# $n: licences given to people
err-upgrade-assigned = { $n ->
    [one] { $n } user has a license to move. Order at least as many licenses.
   *[other] { $n } users have a license to move. Order at least as many licenses.
}
err-not-indirect = Only an indirect provider sells through resellers.

## What was done

activity-order-placed = Order placed
activity-add-on-ordered = Add-on ordered
activity-subscription-quantity-changed = Quantity changed
activity-subscription-renamed = Subscription renamed
activity-subscription-reseller-changed = Reseller changed
activity-subscription-suspended = Subscription suspended
activity-subscription-reactivated = Subscription reactivated
activity-subscription-upgraded = Subscription upgraded
activity-subscription-activated = Subscription started
activity-subscription-renewed = Subscription renewed
activity-subscription-deleted = Subscription deleted with its data
activity-calendar-address-made = Calendar address created
activity-calendar-address-removed = Calendar address removed
