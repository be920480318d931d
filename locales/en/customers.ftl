# Customers: why something is refused, and what the activity log says.

## Refusals

err-domain-taken = This domain is taken. Choose another.
err-domain-fixed = The initial domain of a customer can never be changed.
# $name: that customer's name; a link follows
err-uscc-known = One of your customers has this code already: { $name }. Confirm that you want another one.
err-customer-segment = Choose commercial, education or government.
err-customer-qualification = Explain why the customer belongs to this segment.
err-customer-language = Choose one of the languages in the list.
err-customer-agreement = The customer must accept the customer agreement first.
err-customer-unreadable = The form could not be read. Load the page again.
err-tag-taken = Another tag has this name.
err-tag-colour = Choose one of the colors in the list.
# $max: most of them
err-tag-max = You can have at most { $max } tags. Delete one first.
# $max: most of them
err-tag-customers = Choose between 1 and { $max } customers.
err-tag-unreadable = The tag could not be read. Load the page again.
# $max: most of them
err-saved-view-max = You can keep at most { $max } views. Delete one first.
err-credit-limit = Enter an amount in yuan, for example 1500 or 1500.50.
err-risk-unreadable = The risk panel could not be read. Load the page again.

## Activity log

activity-customer-created = Customer created
activity-customer-changed = Customer details changed
activity-customer-risk-changed = Risk notes about a customer changed
activity-collections-policy-changed = Collections policy changed
activity-tag-created = Tag created
activity-tag-changed = Tag changed
activity-tag-deleted = Tag deleted
activity-customers-tagged = Tag put on customers
activity-customers-untagged = Tag taken off customers
