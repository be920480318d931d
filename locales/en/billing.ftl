# Billing: histories that are replayed.

## Why a history is refused

err-history-form = The history is not in the format of the replay.
err-history-order = An event lies before the one above it. Put the events in the order of their dates.
err-sub-exists = A subscription of this name exists already. Give the new one a name of its own.
err-sub-unknown = There is no subscription of this name at that time.
err-offer-unknown = No price list of this offer is in force on that day.
err-not-found-invoice = There is no such invoice.
err-not-found-payment = There is no such payment.
err-not-found-dispute = There is no such dispute.
err-not-found-fapiao = There is no such fapiao request.

## What the activity log says

activity-invoice-issued = Invoice issued
activity-payment-recorded = Payment recorded
activity-partner-suspended = Account suspended for overdue invoices
activity-partner-reinstated = Account reinstated
err-payment-partner = Choose a partner that is billed.
err-payment-amount = Enter an amount in yuan above 0, with at most two decimals.
err-payment-day = Enter a day up to today.
err-payment-reference = Enter the bank’s reference, at most 50 characters.
err-payment-known = A payment with this reference has been recorded for this partner already.
