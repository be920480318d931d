# Names of surfaces, roles and actions. An action completes “I may …”; the table “What may I do” lists it.

## Surfaces

access-surface-partner-center = Partner Center
access-surface-admin-center = Admin center
access-surface-back-office = Operator back office

## What a role may do with something

access-level-allowed = Allowed
access-level-read-only = View only
access-level-denied = Not allowed

## Roles in a partner's company

access-role-global-admin = Global admin
access-role-billing-admin = Billing admin
access-role-user-management-admin = User management admin
access-role-admin-agent = Admin agent
access-role-sales-agent = Sales agent
access-role-helpdesk-agent = Helpdesk agent
access-role-default-user = User without a role

## Roles in a customer's company

access-role-customer-global-admin = Customer’s global admin
access-role-customer-billing-admin = Customer’s billing admin
access-role-customer-user-management-admin = Customer’s user management admin
access-role-customer-password-admin = Customer’s password admin
access-role-customer-service-admin = Customer’s service admin
access-role-customer-user = Customer’s user without a role
access-role-partner-on-behalf = Partner on behalf of the customer

## Roles of the operator's staff

access-role-enrolment-reviewer = Enrollment reviewer
access-role-credit-and-collections = Credit and collections
access-role-price-manager = Price manager
access-role-support-engineer = Support engineer
access-role-service-operations = Service operations
access-role-auditor = Auditor

## Partner Center: account

access-action-sign-in = Sign in and see the overview
access-action-edit-own-profile = View and edit your contact data, change your password
access-action-recover-own-password = Recover your password
access-action-reset-partner-user-password = Reset another user’s password
access-action-view-partner-profile = View the partner profile
access-action-edit-partner-profile = Edit the partner profile
access-action-view-billing-profile = View the partner billing profile
access-action-edit-billing-profile = Edit the partner billing profile, billing contact and fapiao data
access-action-view-organization-profile = View the organization profile
access-action-edit-organization-profile = Edit the organization profile
access-action-list-partner-users = See the company’s users
access-action-add-partner-user = Add a user, set the agent role
access-action-set-admin-role = Give or remove an admin role
access-action-disable-partner-user = Disable, delete or restore a user without an admin role
access-action-disable-admin = Disable, delete or restore a user with an admin role
access-action-pin-offers = Pin offers in the catalog
access-action-view-reseller-agreement = View the reseller agreement and its signed copies
access-action-sign-reseller-agreement = Sign the reseller agreement
access-action-manage-apps = Register apps and keys, create the sandbox
access-action-read-developer-docs = Read the developer documentation
access-action-view-activity-log = View and export the activity log
access-action-read-notifications = Read your notifications

## Partner Center: prices and billing

access-action-view-pricing = View pricing and offers, download price lists and the offer matrix
access-action-see-partner-prices = See partner prices when ordering and in subscriptions
access-action-see-catalogue = See the catalog without partner prices
access-action-view-invoices = View and download invoices
access-action-view-reconciliation-files = View and download reconciliation files
access-action-see-balance = See the balance due and payments
access-action-request-fapiao = Request a fapiao
access-action-raise-billing-dispute = Raise a billing dispute with 21Vianet
access-action-estimate-costs = Use the cost estimator

## Partner Center: customers and relationships

access-action-list-customers = Search customers and see the list
access-action-view-customer = View a customer’s details
access-action-create-customer = Create a customer account
access-action-edit-customer = Edit a customer’s details
access-action-edit-customer-billing = Edit a customer’s billing information
access-action-view-customer-agreement = View the customer agreement and its acceptance
access-action-record-customer-agreement = Record that a customer accepted the agreement
access-action-export-customers = Export customers
access-action-request-relationship = Request a reseller relationship or delegated administrative privileges
access-action-rotate-relationship-link = Replace the link for relationship requests
access-action-register-reseller = Register a value-added reseller
access-action-assess-customer-risk = Assess a customer’s risk: notes and credit limit

## Partner Center: subscriptions

access-action-see-subscriptions = See a customer’s subscriptions
access-action-create-subscription = Order a subscription
access-action-change-quantity = Change the number of licenses
access-action-order-add-on = Order an add-on
access-action-rename-subscription = Give a subscription a nickname
access-action-suspend-subscription = Suspend or cancel a subscription
access-action-reactivate-subscription = Reactivate a subscription within 60 days
access-action-upgrade-subscription = Upgrade a subscription to another offer
access-action-change-reseller = Change the reseller (MPN ID) of a subscription
access-action-change-foreign-subscription = Change another reseller’s subscription
access-action-export-subscriptions = Export a customer’s subscriptions

## Partner Center: service and support

access-action-view-service-health = View a customer’s service health
access-action-administer-on-behalf = Administer on behalf of a customer
access-action-manage-users-on-behalf = Add users and assign licenses on behalf of a customer
access-action-create-partner-request = Create a Partner Center request
access-action-view-partner-requests = View Partner Center requests
access-action-create-customer-request = Create a customer request
access-action-view-customer-requests = View customer requests
access-action-answer-request = Add a note to a request, close or reopen it
access-action-read-help = Read the help pages

## Customer admin center

access-action-use-services = Sign in and use licensed services
access-action-use-suspended-services = Use services while the subscription is suspended
access-action-read-message-center = Read the message center and service health
access-action-list-users = See the list of users
access-action-edit-users = Add, edit, delete and restore users
access-action-assign-licences = Assign and remove licenses
access-action-reset-user-password = Reset a user’s password
access-action-recover-admin-center-password = Recover your password by self-service
access-action-give-customer-admin-role = Give an admin role
access-action-see-own-subscriptions = See the company’s subscriptions
access-action-change-own-subscriptions = Change the company’s subscriptions
access-action-accept-relationship = Accept a relationship request
access-action-see-partner-relationships = See partner relationships
access-action-remove-delegated-admin = Remove a partner’s delegated administrative privileges
access-action-create-operator-request = Create a service request with 21Vianet
access-action-see-support-contact = See the partner’s support contact and its requests for the company
access-action-configure-services = Configure services

## Operator back office

access-action-review-applications = Review, approve and reject enrollment requests
access-action-decide-credit = Decide on credit, credit limits and payment terms
access-action-publish-agreements = Publish versions of the agreements
access-action-publish-prices = Publish price lists, offers, the offer matrix and special prices
access-action-record-payments = Record payments, waive finance charges
access-action-suspend-partner = Suspend, reinstate or terminate a partner account
access-action-run-billing = Run a billing cycle, issue credit notes
access-action-issue-fapiao = Issue a fapiao and set its mail status
access-action-handle-service-requests = Work on service requests, mark an escalation as improper
access-action-suspend-for-abuse = Suspend a customer’s subscription for abuse
access-action-post-service-health = Post service-health events
access-action-read-all-logs = Read all logs
access-action-act-as-another = Act inside a partner’s or customer’s account
