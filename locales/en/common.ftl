# Words that every page uses, and what is said when something fails.

## Actions

save = Save
cancel = Cancel
close = Close
back = Back
continue = Continue
edit = Edit
add = Add
remove = Remove
delete = Delete
confirm = Confirm
search = Search
apply = Apply
clear = Clear
copy = Copy
copied = Copied
download = Download
print = Print
try-again = Try again
reload = Reload
show = Show
hide = Hide

## Steps and pages of lists

next = Next
previous = Previous
next-page = Next page
previous-page = Previous page
# $page: this page · $pages: how many there are
page-of-pages = Page { $page } of { $pages }
# $count: rows found
results = { $count ->
    [0] No results
    [one] { $count } result
   *[other] { $count } results
}
no-results = Nothing found.
loading = Loading…

## Answers and fields

yes = Yes
no = No
all = All
none = None
required = Required
optional = Optional

## The summary above a form that was refused

# $count: fields at fault
error-summary-title = { $count ->
    [one] There is a problem with one field
   *[other] There are problems with { $count } fields
}
error-summary-help = Follow a link to the field and correct it. What you typed is kept.

## Errors

err-unauthenticated = Sign in to continue. Your session may have ended.
err-forbidden = Your roles do not allow this.
err-not-found-page = There is no page at this address.
err-not-found-partner = This partner cannot be found.
err-not-found-user = This user cannot be found.
err-not-found-session = This session cannot be found. It may have ended already.
err-not-found-offer = This offer cannot be found.
err-not-found-pinned-offers = The pinned offers cannot be found.
err-not-found-customer = This customer cannot be found.
err-not-found-tag = This tag cannot be found. It may have been deleted.
err-not-found-saved-view = This saved view cannot be found. It may have been deleted.
err-not-found-customer-risk = There are no risk notes for this customer.
err-not-found-collections-policy = There is no collections policy yet.
err-not-found-subscription = This subscription cannot be found.
err-stale = Someone else changed this in the meantime. Check the current values, then save again.
# $fields: how many fields are marked
err-invalid = { $fields ->
    [one] Correct the marked field.
   *[other] Correct the { $fields } marked fields.
}
# For a reason that this page does not know yet.
err-refused = The request was refused. Reload the page and try again.
err-unavailable = The service is not available right now. Try again in a moment; nothing will be done twice.
# $reference: what support finds in the log, such as 4f0c12ab
err-internal = Something went wrong on our side. If it happens again, give support this reference: { $reference }

## Errors of every door

err-partner-suspended = Your partner account is suspended because an invoice is overdue. This will be possible again when all overdue invoices are paid.
err-request-id-reused = This form was already used for something else. Reload the page and try again.
err-method-not-allowed = This address cannot be used that way. Go back and use the buttons and links of the page.
err-too-large = More was sent than can be taken. Shorten the text or choose a smaller file.
err-foreign-origin = This request came from another site’s page and was not carried out.
