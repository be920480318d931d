# Clients : les pages de Partner Center.

## Partout

customers-title = Clients
customer-pages = Pages de ce client
customer-subscriptions = Abonnements
customer-account = Compte
customer-timeline = Chronologie
