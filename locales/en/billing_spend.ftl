# Charts of the bill.

spend-heading = Spend and seats
spend-title = Spend by month and service, in yuan, tax included
spend-text = On { $day }: { $amount }, tax included.
spend-others = All others
spend-seats-title = Seats paid in advance by month
spend-seats-text = On { $day }: { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
} paid in advance.
spend-none = A chart appears here with the first invoice.
