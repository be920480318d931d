# Lines of invoices that partners dispute.

disputes-title = Billing disputes
disputes-text = What you have disputed, what was decided, and what is still to be told to your customer.
disputes-text-operator = What partners dispute. What you give back is taken off their next invoice.
disputes-none = No disputes
disputes-none-text = To dispute lines, open the invoice they are on.
disputes-none-operator = Disputes that partners raise appear here.
disputes-pages = Pages of disputes
disputes-showing = { $shown ->
    [one] { $shown } dispute shown
   *[other] { $shown } disputes shown
}
dispute-title = Dispute { $number }
dispute-number = Dispute
dispute-reason = Reason
dispute-reason-quantity = Wrong quantity
dispute-reason-price = Wrong price
dispute-reason-cancelled = Cancelled subscription
dispute-reason-tax = Tax
dispute-reason-other = Other
dispute-open = Open
dispute-accepted = Accepted
dispute-refused = Refused
dispute-closed = Closed
dispute-amount = Disputed
dispute-amount-field = Disputed amount in yuan, tax included
dispute-given-back = Given back
dispute-raised = Raised
dispute-decided = Decided
dispute-text = What is wrong
dispute-text-help = 10 to 4,000 characters. Say what you expected and why.
dispute-answer = Answer
dispute-answer-help = The partner reads it. Needed unless everything is given back.
dispute-settled-on = Given back on invoice
dispute-informed = Customer informed on
dispute-informed-by = { $day } by { $name }
dispute-lines = Disputed lines
dispute-raise = Raise the dispute
dispute-raise-title = Dispute lines of { $number }
dispute-choose-text = Choose the lines. On the next page you say how much of them is wrong, and why.
dispute-elsewhere = { $count ->
    [one] { $count } more chosen on another page
   *[other] { $count } more chosen on other pages
}
dispute-none-chosen = No lines chosen
dispute-raise-text = Say how much of these lines is wrong, and why.
dispute-sum = Total of these lines: { $sum }.
dispute-choose-others = Choose other lines
dispute-escalate = Escalate a billing dispute
dispute-not-raised = The dispute was not raised
dispute-which = Which lines
dispute-choose = Choose
dispute-choose-line = { $name }, line { $place }
dispute-choose-usage = { $name }, usage line { $place }
dispute-taken = Disputed
dispute-until = Lines of this invoice can be disputed until { $day }.
dispute-why = How much, and why
dispute-due = The due date of the invoice stays the same. If the dispute is accepted, the next invoice gives the amount back.
dispute-no-lines = No lines to dispute
dispute-no-lines-text = No line here costs something and is not in a dispute already.
dispute-close = Close the loop
dispute-close-text = The dispute is decided. Tell your customer, then enter the day; your name goes with it.
dispute-not-closed = The dispute was not closed
dispute-decide = Decide
dispute-give-back = Amount to give back in yuan, tax included
dispute-accept = Accept and give back
dispute-refuse = Refuse
dispute-not-decided = The dispute was not decided
done-dispute-raised = The dispute is raised
done-dispute-decided = The dispute is decided and the partner is told
done-dispute-closed = The dispute is closed

## Why not

err-dispute-lines = Choose at least one line of this invoice that costs something.
err-dispute-too-many = Choose at most { $most } lines for one dispute.
err-dispute-amount = Enter an amount in yuan above 0, with at most two decimals.
err-dispute-too-much = Enter at most { $most }.
err-dispute-reason = Choose one of the reasons.
err-dispute-text = Write at least { $min } characters.
err-dispute-answer = Say why not everything is given back.
err-dispute-informed = Enter a day from the decision up to today.
err-dispute-unreadable = The form could not be read. Load the page again.
err-dispute-late = Lines of this invoice could be disputed until { $day }.
err-dispute-taken = One of these lines is in a dispute already.
err-dispute-decided = This dispute has been decided already.
err-dispute-not-decided = This dispute is not decided yet, or is closed already.

## What the activity log says

activity-dispute-raised = Billing dispute raised
activity-dispute-accepted = Billing dispute accepted
activity-dispute-refused = Billing dispute refused
activity-dispute-closed = Billing dispute closed
