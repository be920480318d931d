# The customers’ admin center: people, licenses, own subscriptions, and administering on behalf.

users-title = Users
users-text = The people of your company and the licenses they hold.
users-add = Add a user
users-filter = Filter the users
users-words = Name or user name
users-which = Show
users-clear = Clear the filters
users-filter-licensed = Licensed
users-filter-unlicensed = Unlicensed
users-filter-admins = Admins
users-filter-blocked = Blocked
users-filter-deleted = Deleted
users-name = Name
users-status = Status
users-roles = Roles
users-licences = Licenses
users-active = Active
users-blocked = Blocked
users-deleted = Deleted
users-none = Nobody matches
users-none-held = None
users-none-text = No user of your company matches your filter.
users-pages = Pages of users
# $shown: rows on this page · $total: all that match
users-showing = { $total ->
    [one] { $shown } of { $total } user
   *[other] { $shown } of { $total } users
}
users-first-page = First page

## Add and edit

users-add-text = The user gets a temporary password, which you see once.
users-not-added = The user was not added
users-user-name = User name
# $domain: the company’s domain
users-user-name-help = What stands before @{ $domain }
users-display-name = Display name
users-family-name = Family name
users-given-name = Given name
users-phone = Phone
users-location = Usage location
users-location-help = Licenses can only be assigned to users with a usage location.
users-china = China
users-role-global = Global admin
users-role-billing = Billing admin
users-role-people = User management admin
users-role-passwords = Password admin
users-role-services = Service admin
users-role-none = User
users-roles-help = Without a role the user uses the services and administers nothing.
users-edit = Edit
users-not-saved = The user was not saved
done-user-saved = The user is saved.
done-user-added = The user is added.

## A password told once

users-added = User added
users-password-is-reset = Password reset
users-told-once = This password is shown only once
users-told-once-text = Hand it over now. At the first sign-in the user chooses a new one.
users-sign-in-name = Signs in as
users-temporary-password = Temporary password
users-to-user = Open the user
users-add-another = Add another user

## What can be done

users-not-done = Nothing was changed
users-access = Access
# $name: the user’s name
users-reset = Reset the password of { $name }
users-reset-text = The user gets a temporary password and is signed out everywhere.
users-block = Block { $name }
users-block-text = A blocked user is signed out everywhere and cannot sign in. Licenses stay assigned.
users-unblock = Unblock { $name }
users-unblock-text = The user can sign in again.
users-delete = Delete { $name }
# $count: licenses that the user holds
users-delete-text = { $count ->
    [0] The user can no longer sign in. For 30 days the user can be restored.
    [one] The user can no longer sign in, and { $count } license becomes free at once. For 30 days the user can be restored.
   *[other] The user can no longer sign in, and { $count } licenses become free at once. For 30 days the user can be restored.
}
users-restore-title = Restore
users-restore = Restore { $name }
# $day: the last day · $licences: names of licenses
users-restore-text = Possible until { $day }. Held before: { $licences }. Licenses come back if any are left.
users-restorable-until = Can be restored until
done-user-password-reset = The password is reset. It was shown once, in the answer before this page.
done-user-blocked = The user is blocked.
done-user-unblocked = The user can sign in again.
done-user-deleted = The user is deleted. The licenses are free.
done-user-restored = The user is restored.
done-user-restored-without = The user is restored, but not all licenses: of some none was left.

## Roles and licenses of a user

users-save-roles = Save the roles
users-roles-not-saved = The roles were not changed
done-user-roles-saved = The roles are saved.
users-no-licences = This user holds no license.
users-save-licences = Save the licenses
users-licences-not-saved = The licenses were not changed
done-licences-saved = The licenses are saved.
# $count: licenses that can still be assigned
users-available = { $count ->
    [one] { $count } available
   *[other] { $count } available
}
# $on: service plans that are on · $all: all of the license
users-plans-on = Service plans: { $on } of { $all } on

## Pools

pools-title = Licenses
pools-text = What your company has bought, and how much of it is assigned.
pools-licence = License
pools-bought = Bought
pools-valid = Valid
pools-suspended = Suspended
pools-assigned = Assigned
pools-available = Available
pools-none = No licenses
pools-none-text = Your company has bought nothing yet. Your partner orders for you.

## Own subscriptions

own-title = Subscriptions
own-text = Your partner changes them for you; here you can see how they stand.
own-none = No subscriptions
own-name = Subscription
own-quantity = Quantity
own-status = Status
own-since = Since
own-renews = Renews
own-partner = Partner
own-active = Active
own-suspended = Suspended
own-pending = Pending
own-deleted = Deleted
# $day: when the data is deleted
own-deletes = Will be deleted on { $day }
own-support = Support
own-support-text = Ask your partner first: for more licenses, for changes, and when something does not work.
own-no-contact = No support contact has been given.

## On behalf of a customer

behalf-title = Services
behalf-domain = Domain
behalf-rights = Delegated admin privileges
behalf-delegated = Granted
behalf-not-delegated = Not granted
behalf-admin-center = Admin center
# $company: the customer
behalf-text = Administer users and licenses of { $company }. Everything you do there is in the activity logs of both companies; the session ends after 60 idle minutes.
behalf-open = Open the admin center
behalf-not-opened = The admin center was not opened
behalf-no-right = Only admin agents and helpdesk agents can administer on behalf of customers.
behalf-banner = You are administering { $company }
behalf-banner-text = What you do here is done for this customer and recorded.
behalf-end = Stop administering
done-on-behalf-ended = You have stopped administering this customer.

## Help

help-admin-users = The people of your company: add, edit, block, delete, passwords, roles and licenses.
help-admin-licences = How many licenses are bought, assigned and available.
help-admin-subscriptions = Your company’s subscriptions and whom to ask for support.

## Licenses by file

bulk-title = Licenses by file
bulk-text = Assign and remove licenses for many users at once. First you see what each row would do.
bulk-choose = Choose a file or drop it here
bulk-file-help = CSV (UTF-8 or GB 18030) or Excel workbook, up to 5 MB
bulk-check = Check the file
bulk-template-csv = Template (CSV)
bulk-template-xlsx = Template (Excel)
bulk-not-read = The file was not read
bulk-earlier = Earlier jobs
bulk-file = File
bulk-selection = Users chosen in the list
bulk-when = Checked
bulk-rows = Rows
bulk-all = All
bulk-row = Row
bulk-result = Result
bulk-action = Action
bulk-off = Switched-off plans
bulk-waiting = To be done
bulk-changed = Done
bulk-nothing = Nothing to do
bulk-refused = With errors
bulk-checked = Checked, not started
bulk-running = Running
bulk-done = Done
bulk-undone = Undone
# $count: rows
bulk-apply = { $count ->
    [one] Carry out { $count } row
   *[other] Carry out { $count } rows
}
bulk-apply-text = Nothing has been changed yet. Rows with errors are left out.
bulk-go-on = Continue
bulk-running-text = This job was broken off. It goes on where it stopped; nothing is done twice.
bulk-undo = { $count ->
    [one] Undo { $count } row
   *[other] Undo { $count } rows
}
bulk-undo-text = Everything becomes as it was before, as long as nobody has changed these licenses since.
bulk-failing-csv = Rows with errors (CSV)
bulk-failing-xlsx = Rows with errors (Excel)
bulk-row-nothing = Already so
bulk-row-refused = Error
bulk-row-undone = Undone
bulk-would-assign = Would be assigned
bulk-would-remove = Would be removed
bulk-would-switch = Plans would change
bulk-assigned = Assigned
bulk-removed = Removed
bulk-switched = Plans changed
bulk-pages = Pages of rows
done-bulk-applied = The rows are carried out.
done-bulk-undone = The job is undone. Everything is as it was before.

## Seats, for partners

seats-title = Seats
seats-text = What your customers have bought, and what nobody uses.
seats-filter = Filter the seats
seats-idle-only = With idle seats
seats-customer = Customer
seats-free = Free
seats-chart = Seats used and idle
seats-used = Used
seats-idle = Idle
seats-change = Change
seats-to-change = Change quantity
# $bought, $assigned, $free, $idle: seats
seats-sum = Bought: { $bought } · assigned: { $assigned } · free: { $free } · idle: { $idle }. Idle is what nobody holds, or somebody who is blocked.
seats-none = No seats
seats-none-text = None of your customers has seats that match.
seats-pages = Pages of seats
# $first–$last: rows on this page · $total: all
seats-showing = { $first }–{ $last } of { $total }
help-seats = Seats bought, assigned and idle, for each customer.

## Many users at once

users-choose = Choose
# $name: the user’s name
users-choose-one = Choose { $name }
users-ticked = With the chosen users
users-assign = Assign
users-remove = Remove
users-rehearse = Check
