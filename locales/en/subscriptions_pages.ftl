# The pages of a customer’s subscriptions.
subs-customers = Customers
subs-title = Subscriptions
subs-list-text = What this customer uses, and what you can change.
subs-add = Add subscription
subs-none = No subscriptions yet
subs-none-text = This customer has bought nothing from you so far. The first subscription starts the day after it is ordered.
subs-export-csv = Download CSV
subs-export-xlsx = Download Excel
# $number: the order’s number
subs-ordered = Order { $number } has been placed
subs-ordered-text = The new subscriptions are in the list below. They start tomorrow.
subs-subscription = Subscription
subs-status = Status
subs-quantity = Quantity
subs-assigned = Assigned
subs-start = Start
subs-renewal = Renewal
subs-end = End
subs-add-ons = Add-ons
subs-is-add-on = Add-on
subs-foreign = Sold by another partner or channel
subs-status-pending = Pending
subs-status-active = Active
subs-status-suspended = Suspended
subs-status-deleted = Deleted
# $day: a day
subs-deletes-on = Data deleted on { $day }
subs-free-until-day = Free until { $day }
subs-ends-on = Ends on { $day }

## Details

subs-id = Subscription ID
subs-nickname = Nickname
subs-nickname-help = Only you and your colleagues see it. Leave it empty to show the offer’s name.
subs-rename = Rename
subs-not-renamed = The subscription was not renamed
subs-change-quantity = Change the quantity
subs-new-quantity = New quantity
# $min, $max: fewest and most units
subs-quantity-help = From { $min } to { $max }. It applies at once.
subs-quantity-not-changed = The quantity was not changed
# $n: licences given to people
subs-assigned-count = { $n ->
    [one] { $n } license assigned
   *[other] { $n } licenses assigned
}
# $n: gigabytes
subs-gigabytes = { $n } GB
subs-reseller = Reseller MPN ID
subs-reseller-none = None, you sell directly
subs-reseller-help = Leave it empty if you sell directly.
subs-change-reseller = Change the reseller
subs-reseller-not-changed = The reseller was not changed
subs-free-until = Free until
subs-first-billed = Billed from
subs-deleted-day = Ended on
subs-order = Order
# $number: its number; $day: when it was placed
subs-order-on = { $number }, placed on { $day }
subs-parent = Belongs to
subs-upgraded-from = Upgraded from
subs-upgraded-to = Upgraded to
subs-upgrade-now = Upgrade now
subs-add-on = Add-on
subs-order-add-on = Order an add-on
subs-add-on-text = It starts tomorrow and renews with this subscription.
subs-add-on-not-ordered = The add-on was not ordered
# $max: most units
subs-at-most = at most { $max }
subs-day = Day
subs-event = Event
subs-life = History
subs-activity = Who did what
subs-event-ordered = Ordered
subs-event-quantity = Quantity changed
subs-event-suspended = Suspended
subs-event-reactivated = Reactivated
subs-event-upgraded-away = Replaced by an upgrade
subs-event-upgraded-to = Created by an upgrade
subs-event-renewed = Renewed
subs-event-deleted = Deleted

## Suspend and reactivate

subs-suspend-begin = Suspend or cancel…
# $name: the subscription’s name
subs-suspend-title = Suspend { $name }
subs-suspend-text = Suspending is also how you cancel. Nothing happens before you press the button at the end.
subs-losing-access = Lose access
# $n: how many
subs-people = { $n ->
    [0] Nobody: no license of it is in use
    [one] { $n } person, from the next sign-in on
   *[other] { $n } people, from the next sign-in on
}
subs-inactive-from = Without service from
subs-last-day = Last day to reactivate
subs-deletion = Data deleted on
subs-deletion-text = All data of this subscription is deleted at the beginning of that day. It cannot be restored.
subs-add-ons-too = Suspended with it
subs-reason = Reason
subs-reason-choose = Choose…
subs-reason-customer-request = The customer asked for it
subs-reason-non-payment = Non-payment
subs-reason-fraud-or-misuse = Fraud or misuse
subs-reason-operator = Suspended by the operator
subs-reason-parent = Suspended with the subscription it belongs to
subs-reason-note = Note
# $max: most characters
subs-reason-note-help = For you and your colleagues, up to { $max } characters. The customer does not see it.
# $name: the subscription; $customer: whose; $day: when its data is deleted
subs-suspend-do = Suspend { $name } for { $customer }: data deleted on { $day }
subs-not-suspended = The subscription was not suspended
# $day: the first day; $reason: why
subs-suspended-since = Suspended since { $day }. Reason: { $reason }
subs-note = Note:
# $day: a day
subs-reactivates-until = It can be reactivated until { $day }.
subs-data-deleted-on = All data is deleted on { $day }.
# $name: the subscription’s name
subs-reactivate = Reactivate { $name }
subs-not-reactivated = The subscription was not reactivated

## What has been done

done-subscription-renamed = The nickname is saved.
done-quantity-changed = The quantity is changed.
done-reseller-changed = The reseller is changed.
done-subscription-suspended = The subscription is suspended. Below is until when it can be reactivated.
done-subscription-reactivated = The subscription is active again, with the quantity it had.
done-add-on-ordered = The add-on is ordered. It starts tomorrow.

## Upgrade

# $name: the subscription’s name
subs-upgrade-title = Upgrade { $name }
subs-upgrade-text = The new subscription starts today and replaces this one, with its nickname and reseller. An upgrade cannot be undone.
subs-upgrade-target = Upgrade to
subs-move-licences = Move the users’ licenses along
subs-move-licences-help = Everybody with a license of this subscription gets one of the new offer.
# $name: the subscription’s name
subs-upgrade-do = Upgrade { $name } today
subs-not-upgraded = The subscription was not upgraded
subs-not-moved = Some licenses were not moved
# $name: a user’s name
subs-move-has-target = { $name } already has a license of the new offer.
subs-move-conflict = { $name } has another license that includes one of its services.
done-subscription-upgraded = The subscription is upgraded. This is the new one.
