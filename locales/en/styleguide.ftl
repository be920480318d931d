# The page that shows every component in all its states. Read by the people who build the
# portal and by the browser tests; the specimens are about offers and customers like real pages.

styleguide-title = Style guide
styleguide-intro = Every component in all its states. Change language, theme and row height in the account menu; press Tab to see the focus.

## Parts

styleguide-colours = Colours
styleguide-icons = Icons
styleguide-buttons = Buttons
styleguide-fields = Fields
styleguide-choices = Choices
styleguide-tables = Tables
styleguide-figures = Status, money and dates
styleguide-messages = Messages
styleguide-overlays = Dialogs and menus
styleguide-charts = Charts
styleguide-navigation = Tabs, steps and pages
styleguide-facts = Facts, cards and tiles
styleguide-waiting = Waiting and empty

## Colours by role

styleguide-surface = Page
styleguide-surface-raised = Raised surface
styleguide-surface-sunken = Sunken surface
styleguide-accent = Accent
styleguide-accent-soft = Chosen
styleguide-positive = Good
styleguide-caution = Attention
styleguide-negative = Wrong
styleguide-info = Information
styleguide-behalf = On behalf of a customer

## Buttons

styleguide-order = Place order
styleguide-export = Export list
styleguide-suspend = Suspend Office 365 E3
styleguide-suspend-for = Suspend Office 365 E3 for Jixiang Trading
styleguide-unavailable = Unavailable
styleguide-working = Placing order
styleguide-show-details = Show details
styleguide-pin = Pin offer
styleguide-pin-blocked = Five offers are pinned. Remove one first.
styleguide-to-pinned = Pinned offers
styleguide-long-button = Request a reseller relationship with an existing customer of another partner

## Fields

styleguide-quantity = Licences
styleguide-quantity-help = From 1 to 300.
styleguide-quantity-problem = Enter a number from 1 to 300.
styleguide-company = Company name
styleguide-company-value = Jixiang Trading (Shanghai) Co., Ltd.
styleguide-company-help = As in the business licence.
styleguide-domain = Initial domain
styleguide-domain-help = It cannot be changed later.
styleguide-note = Note
styleguide-note-help = Only your company sees it.
styleguide-long-label = Name of the person who is responsible for billing and for the reconciliation of invoices at the customer’s company
styleguide-terms = The customer has accepted the agreement
styleguide-tenant = What is a tenant?
styleguide-tenant-help = The customer’s own, closed part of the cloud. It belongs to the customer, also when the partner changes.
styleguide-id = Tenant ID

## Choices

styleguide-billing = Billing
styleguide-billing-monthly = Monthly
styleguide-billing-yearly = Yearly
styleguide-customer = Customer
styleguide-customer-none = Choose a customer
styleguide-customer-help = Type a part of the name.
styleguide-customer-problem = Choose a customer.
styleguide-customer-jixiang = Jixiang Trading
styleguide-customer-huaxia = Huaxia Software
styleguide-customer-nanfang = Nanfang Precision Instruments
styleguide-from = From
styleguide-from-help = Not before 1 January 2026.
styleguide-from-problem = Choose a day from 1 January 2026.
styleguide-file = Choose a file or drop it here
styleguide-file-help = CSV, up to 5 MB.
styleguide-file-problem = This file is larger than 5 MB. Split it and send the parts.
styleguide-view = View
styleguide-view-list = List
styleguide-view-tiles = Tiles

## Tables

styleguide-offers = Offers
styleguide-offer = Offer
styleguide-state = Status
styleguide-since = Since
styleguide-price = Price
styleguide-filter = Search offers
# $offer: name of the offer in the row
styleguide-select-offer = Select { $offer }
styleguide-edit-offer = Edit { $offer }
styleguide-batch = With the selected offers
styleguide-none-found = No offer matches
styleguide-none-found-text = The search and the filters leave nothing over. Take one away to see more.
styleguide-clear = Clear filters
styleguide-long-offer = Office 365 Enterprise E5 without Audio Conferencing, for existing subscriptions of government institutions
styleguide-long-offer-note = Needs Exchange Online Plan 2 or a suite that contains it

## Status

styleguide-active = Active
styleguide-suspended = Suspended
styleguide-deleted = Deleted
styleguide-pending = Pending
styleguide-not-begun = Not begun

## Messages

styleguide-saved = The subscription now has 12 licences
styleguide-saved-text = They are on the next invoice.
styleguide-renews = Three subscriptions renew in the next 7 days
styleguide-renews-text = Check quantities and prices before 1 March; after that they hold for a year.
styleguide-overdue = Your account is suspended
styleguide-overdue-text = An invoice is overdue. You can see everything, but you cannot order until it is paid.
styleguide-overdue-action = See invoices
styleguide-prices = New prices from 1 April
styleguide-refused = The customer was not added
styleguide-toast = Office 365 E3 is pinned
styleguide-toast-show = Show a notice

## Dialogs and menus

styleguide-dialog-text = Its 25 users lose access at once. Data is kept for 90 days. Billing stops on 1 March 2026.
styleguide-panel = Edit the note
styleguide-menu = More
styleguide-menu-text = Signed in as Li Wei, admin agent
styleguide-sessions = Your sessions
styleguide-sign-out = Sign out

## Tabs and steps

styleguide-subscription = Subscription
styleguide-overview = Overview
styleguide-licences = Licences
styleguide-history = History
styleguide-add-customer = Add a customer
styleguide-step-account = Account
styleguide-step-subscriptions = Subscriptions
styleguide-step-review = Review
styleguide-done = Done

## Facts and tiles

styleguide-renewal = Renews on
styleguide-amount = Each month
styleguide-reseller = Reseller
styleguide-tile-billing = Billing
styleguide-tile-billing-text = Invoices, payments and reconciliation files.
styleguide-tile-customers = Customers
styleguide-tile-customers-text = Accounts, subscriptions and service requests.
styleguide-used = Licences assigned
styleguide-imported = Rows read

## Waiting and empty

styleguide-loading-offers = Loading the offers
styleguide-empty-pins = No offer is pinned
styleguide-empty-pins-text = Pinned offers stand first in every list. Pin up to five that you sell most.

## Charts

styleguide-chart = Spend by month, invented
styleguide-chart-empty = There is nothing to draw yet.
