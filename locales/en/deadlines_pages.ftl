# What must be decided soon.
deadlines-title = Deadlines
deadlines-text = What happens to your customers’ subscriptions unless you act.
deadlines-deletion = Data will be deleted
deadlines-renewal = Renewals
deadlines-trial-end = Trials that end
deadlines-one-deletion = Data deleted
deadlines-one-renewal = Renews
deadlines-one-trial-end = Trial ends
deadlines-reactivate = Reactivate
deadlines-review = Review
deadlines-convert = Convert
deadlines-day = Day
deadlines-customer = Customer
deadlines-action = Action
# $n: days
deadlines-days-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
deadlines-none = Nothing to decide
# $days: days ahead
deadlines-none-text = No subscription is about to be deleted, and none renews or ends in the next { $days } days.
# $first: how many are shown; $total: how many there are
deadlines-more = The nearest { $first } of { $total }.
# $n: how many there are
deadlines-all = All deadlines ({ $n })

## Calendar

deadlines-calendar = In your own calendar
deadlines-calendar-text = Subscribe to these deadlines in Outlook or another calendar. Whoever has the address can read them without signing in, so keep it to yourself.
deadlines-calendar-make = Create an address
deadlines-calendar-rotate = Replace the address
deadlines-calendar-stop = Remove the address
# $since: a day and a time
deadlines-calendar-since = You have had an address since { $since }. It is not shown again; replace it if you have lost it.
deadlines-calendar-new = Your calendar address
deadlines-calendar-once = Copy it now: it is shown only this once. An older address no longer works.
deadlines-calendar-not-changed = The address was not changed
done-calendar-made = The address has been created.
done-calendar-stopped = The address has been removed. Calendars that used it get nothing any more.
# $name: the subscription; $customer: whose
deadlines-event-deletion = Data of { $name } will be deleted ({ $customer })
deadlines-event-renewal = { $name } renews ({ $customer })
deadlines-event-trial-end = { $name } ends ({ $customer })
# $n: units
deadlines-event-quantity = Quantity: { $n }
help-deadlines = What happens to subscriptions unless you act, and the same in your calendar.
