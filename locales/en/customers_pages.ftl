# Customers: the pages of Partner Center.

## Everywhere

customers-title = Customers
customer-pages = Pages of this customer
customer-subscriptions = Subscriptions
customer-account = Account
customer-timeline = Timeline
