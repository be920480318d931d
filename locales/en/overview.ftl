# Start pages.
overview-title = Overview

## Topics of Partner Center, each a tile: a title and what is found there

overview-account = Manage your account
overview-account-text = Your own data, the catalog of your company, and who changed what.
overview-pricing = Pricing and offers
overview-pricing-text = What is sold this month, with partner prices and estimated retail prices.
overview-billing = Billing
overview-billing-text = Bills, reconciliation files, and payments.
overview-customers = Customer accounts
overview-customers-text = The companies you sell to.
overview-subscriptions = Customer subscriptions
overview-subscriptions-text = What your customers use, and how much of it.
overview-partners = Work with other partners
overview-partners-text = Customers whom several partners serve.
overview-support = Customer support
overview-support-text = Help your customers, and get help yourself.

## Cards

# $count: customers
overview-customer-count = { $count ->
    [one] customer buys from you
   *[other] customers buy from you
}
overview-nothing-pinned = No offer is pinned. Your colleagues see the catalog in its usual order.

## Admin center and back office

overview-company = Your company
overview-company-name = Company name
overview-company-domain = Initial domain
overview-company-code = Unified social credit code
overview-you = You
overview-you-name = Name
overview-you-sign-in = Sign-in name
overview-you-roles = Roles

## The clock of a sandbox

overview-clock = Move the business date
# $day: today's business date
overview-clock-text = Today is { $day }. The date only moves forward; daily jobs run for each day passed.
overview-clock-count = How far
overview-clock-help = Up to 366 days or 12 months at once.
overview-clock-unit = Unit
overview-clock-days = Days
overview-clock-months = Months
overview-clock-move = Move forward
overview-clock-not-moved = The date was not moved
done-clock-moved = The business date has moved. All pages go by the new date.
err-sandbox-not-allowed = Auditors cannot move the date. Ask a colleague with another role.
# $days, $months: at most at once
err-sandbox-too-far = Enter 1 to { $days } days, or 1 to { $months } months.
