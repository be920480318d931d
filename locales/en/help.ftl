# The help page.
help-text = What is where, what the keys do, and whom to ask.

## What is where

help-pages = What is where
help-pages-text = You see the pages that your roles open. The same list stands in the menu.
help-overview = Where your company stands: customers, pinned offers, and what is left to set up.
help-catalog = All offers of this month’s price list, with filters and details of each offer.
help-customize = Choose up to five offers that come first for everybody in your company.
help-activity = Who changed what, and when, with the old and the new value. Can be downloaded.
help-account = Your roles and what they allow, password, second factor, language, theme, and your sessions.
help-admin-overview = Your company, your roles.
help-operator-overview = Your roles, and in a sandbox the business date.

## Keys

help-keyboard = Keyboard
help-keyboard-text = Everything can be reached without a mouse.
help-key-tab = To the next link, button or field
help-key-back = To the one before
help-key-enter = Follow the link, press the button, send the form
help-key-escape = Close a menu or a dialog

## Whom to ask

help-ask = Whom to ask
help-ask-roles = About your roles, a new colleague or a lost second factor: a global admin of your company.
help-ask-customers = Customers ask you: as their reseller, you are their support.
# $operator: the company that runs this portal
help-ask-operator = About the program, the agreement or a fault of this portal: { $operator }.
help-ask-admin = About your roles or a lost password: a global admin of your company.
help-ask-partner = About subscriptions, bills or a service that does not work: the partner from whom your company buys.
help-ask-staff = About your roles in the back office: whoever runs this portal at { $operator }.
# $names: people
help-ask-names = In your company: { $names }
help-non-payment = What you answer for when a customer does not pay, and what you can do
help-outbox = Every mail that the portal has written, and how far it has come
