# Customers: the pages of Partner Center.

## Everywhere

customers-title = Customers
customer-pages = Pages of this customer
customer-subscriptions = Subscriptions
customer-bills = Billing
customer-bills-text = What this customer was billed for in the last three months, line by line. What you cannot settle with your customer yourself, you escalate to 21Vianet.
customer-bills-none = Nothing billed in the last three months
customer-bills-none-text = The customer’s lines appear here once an invoice has been issued.
customer-bill-of = Issued on { $day }.
customer-bill-all = All lines
customer-account = Account
customer-timeline = Timeline

## The list

customers-text = Find a customer to see its subscriptions and its account.
help-customers = Find customers, add new ones, and change what you know of them.
customers-add = Add customer
customers-csv = CSV
customers-xlsx = Excel
customers-count = Customers
customers-count-lately = Added in the last 30 days
customers-count-not-delegated = Without delegated administration
customers-filter = Search and filter customers
customers-words = Company or domain name
customers-tag = Tag
customers-delegated-admin = Delegated administrative privileges
customers-delegated = Administration delegated
customers-not-delegated = Administration not delegated
customers-size = Rows per page
customers-clear = Show all customers
customers-name = Company name
customers-domain = Primary domain
customers-relationship = Relationship
customers-reseller = Reseller
customers-indirect-provider = Indirect provider
customers-active-subscriptions = Active subscriptions
customers-more = More
customers-microsoft-id = Microsoft ID
customers-pages = Pages of the list of customers
# $shown: rows of this page · $total: how many there are
customers-showing = { $total ->
    [one] One customer
   *[other] Showing { $shown } of { $total } customers
}
# $shown: rows of this page · $total: there are at least so many
customers-showing-at-least = Showing { $shown } of { $total } or more customers
# $words: what was searched for
customers-none-called = No customer matches “{ $words }”
customers-no-match = No customer matches these filters
customers-no-match-text = Part of the company name, of the domain, or the first letters of the pinyin are enough.
customers-empty = Add your first customer
customers-empty-text = Your customers will be listed here, with their subscriptions.
customers-empty-ask = Your company has no customers yet. An admin agent or a sales agent can add the first one.

## The account

customers-tags = Tags
customer-company = Company
customer-contact = Primary contact
customer-billing = Billing contact
customer-billing-same = The primary contact gets the bills.
customer-billing-own = Somebody else gets the bills
customer-billing-fields = Who gets the bills
customer-billing-company = Billing company
customer-billing-fixed = Your roles let you read the billing information, not change it.
customer-name-help = As it stands on the business license.
customer-uscc = Unified social credit code
customer-uscc-help = 18 characters, for example 91330106MA2DEM033H.
customer-uscc-confirm = I want another customer with this code
customer-uscc-see = See the customer that has this code
customer-address = Address
customer-address1 = Address line 1
customer-address2 = Address line 2
customer-province = Province
customer-choose = Choose …
customer-city = City
customer-district = District
customer-postcode = Postal code
customer-phone = Company phone
customer-segment = Segment
customer-qualification = Qualification
customer-qualification-help = Needed for education and government: why the customer belongs to the segment.
customer-person = Name
customer-family-name = Family name
customer-given-name = Given name
customer-email = E-mail
customer-contact-phone = Phone
customer-language = Language
customer-language-help = Mails are written in it.
customer-since = Customer since
customer-agreement = Customer agreement accepted
# $name: who noted it
customer-agreement-by = noted by { $name }
customer-overdue = This customer is marked as late with payments
customer-no-profile = Nobody has written down this customer’s details yet
customer-no-profile-text = Company, contact and billing contact will stand here once somebody has entered them.
customer-edit = Edit account information
customer-edit-text = The Microsoft ID, the domain and the relationship stay as they are.
customer-not-saved = Nothing was saved
# $value: what stands in the database now
customer-saved-meanwhile = Saved by somebody else meanwhile: { $value }
done-customer-saved = The account information is saved.

## The timeline

customer-events-filter = Filter the timeline
customer-events-all = Show everything
customer-events-none = Nothing happened here
customer-events-none-text = Changes of this customer, its subscriptions and its tags are listed here. None answers your filter.
customer-events-empty-text = Changes of this customer, its subscriptions and its tags will be listed here, with who made them.
customer-events-pages = Pages of the timeline
# $shown: events of this page
customer-events-showing = { $shown ->
    [one] One event
   *[other] { $shown } events, newest first
}

## A new customer

customer-step-account = Account info
customer-step-review = Review
customer-step-confirmation = Confirmation
customer-step-done = Done
customer-question = Does the customer have an account already?
customer-question-text = A company that buys from another partner, or has bought here before, has an account and subscriptions. Do not create a second account for it: ask the customer for a reseller relationship instead.
# $at: when it was kept
customer-draft-back = What you typed on { $at } is here again
customer-draft-drop = Start over
done-customer-draft-kept = What you typed is kept. “Add customer” brings it back.
customer-domain = Initial domain
customer-domain-help = What stands before .partner.onmschina.cn. It can never be changed.
customer-agreement-title = Customer agreement
customer-agreement-accepted = The customer has accepted the customer agreement
customer-agreement-help = Today’s date and your name are noted with it.
customer-to-review = Next: Review
customer-later = Continue another time
customer-not-created = No customer was created
customer-review-nothing = There is nothing to review yet
customer-review-text = Nothing has been created so far. Subscriptions are added in the next step.
customer-update = Update
customer-submit = Create the customer
customer-created = The customer is created
customer-admin = Administrator’s user name
customer-password = Temporary password
customer-password-once = Copy the password now: it is shown this once
customer-password-once-text = Give it to the customer’s administrator in a safe way, not by e-mail. It must be changed at the first sign-in.
customer-password-gone = The password was shown once and is not kept
customer-password-gone-text = If nobody has noted it, set a new one for the customer’s administrator.
customer-next-subscriptions = Add subscriptions next
customer-next-account = See the account

## Tags

customer-tags-text = Your company’s own marks for customers. The list can be filtered by them.
customer-tags-change = Edit tags
customer-tags-none = No tags yet
customer-tags-none-text = A tag is a word in a color, such as “key account”. Make the first one above.
customer-tag-new = New tag
customer-tag-name = Name
customer-tag-colour = Color
# $name: the tag
customer-tag-delete = Delete “{ $name }” and take it off all customers
customer-mark = Put tag on
customer-unmark = Take tag off
customer-colour-grey = Gray
customer-colour-red = Red
customer-colour-orange = Orange
customer-colour-yellow = Yellow
customer-colour-green = Green
customer-colour-teal = Teal
customer-colour-blue = Blue
customer-colour-purple = Purple
done-customer-tag-saved = The tag is saved.
done-customer-tag-deleted = The tag is deleted.
done-customer-marked = The customer’s tags are saved.
