# What a partner stands to owe for its customers, and limits that a change passes.

exposure-title = Exposure by customer
exposure-text = What you stand to owe for each customer: the rest of running terms, what is not billed yet, and what is not paid. Tax included.
exposure-order = Order
exposure-by-total = Highest exposure
exposure-by-overdue = Most overdue
exposure-customer = Customer
exposure-committed = Committed
exposure-committed-text = Months of running terms that are still to be paid in advance, at their price, seats and discount
exposure-unbilled = Unbilled
exposure-unbilled-text = What the next invoice settles, and usage not billed yet
exposure-unpaid = Unpaid
exposure-unpaid-text = The customer’s part of invoices that are not paid
exposure-overdue = Overdue
exposure-overdue-text = Of that, what is past due
exposure-total = Exposure
exposure-share = Share
exposure-limit = Credit limit
exposure-over = Over the limit
exposure-within = Within the limit
exposure-no-limit = No limit
exposure-sum = All customers
exposure-none = No exposure
exposure-none-text = Nothing is committed, unbilled or unpaid for any customer.
exposure-showing = { $first }–{ $last } of { $total } customers
exposure-pages = Pages of customers
exposure-over-count = { $count ->
    [one] { $count } customer is over its credit limit
   *[other] { $count } customers are over their credit limits
}
exposure-csv = Exposure (CSV)
exposure-xlsx = Exposure (Excel)
exposure-note = The credit limit is yours: set it in the customer’s risk panel. Passing it warns when ordering, adding licenses or upgrading, and refuses nothing. Terms that you cancel commit to nothing more.
credit-over-limit = Beyond the credit limit agreed
credit-over-limit-text = Agreed: { $limit }. Exposure so far: { $exposure }. This is a warning only: nothing is refused.
credit-over-limit-more = The change would add { $more } to an exposure of { $exposure }; agreed: { $limit }. This is a warning only: nothing is refused.
credit-over-limit-untold = The customer is over the limit agreed. Nothing is refused; ask whoever looks after billing.
