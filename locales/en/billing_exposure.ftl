# What a partner stands to owe for its customers, and limits passed when ordering.

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
exposure-note = The credit limit is yours: set it in the customer’s risk panel. Passing it warns when ordering and refuses nothing. Terms that you cancel commit to nothing more.
order-over-limit = Beyond the credit limit agreed
order-over-limit-text = Agreed: { $limit }. Exposure so far: { $exposure }. The order can still be placed.
order-over-limit-untold = The customer is over the limit agreed. The order can still be placed; ask whoever looks after billing.
