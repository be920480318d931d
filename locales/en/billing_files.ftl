# The reconciliation files on a page.

err-pdf-font = The PDF cannot be made because the server has no font with Chinese characters. Ask whoever runs this portal; the page of the invoice can be printed meanwhile.

files-title = Reconciliation files
files-of = Reconciliation files of { $number }
files-text = Every charge of the billing period, line by line: to check the invoice, and to bill your customers.
files-download = Download
files-license = License-based file
files-usage = Usage-based file
files-utf8 = CSV (UTF-8)
files-gb18030 = CSV (GB 18030)
files-excel = Excel
files-license-utf8 = CSV (UTF-8), license-based file
files-license-gb18030 = CSV (GB 18030), license-based file
files-license-excel = Excel, license-based file
files-usage-utf8 = CSV (UTF-8), usage-based file
files-usage-gb18030 = CSV (GB 18030), usage-based file
files-usage-excel = Excel, usage-based file
files-check = Files and invoice
files-in-files = Sum of the files
files-on-invoice = On the invoice
files-agrees = Same
files-differs = Different
files-rows = Rows
files-filter = Filter the rows
files-charge-type = Charge type
files-none = No rows
files-none-text = No row of this file answers your filter.
files-resource = Resource
files-overage = Billed quantity
files-list-price = List price
files-pages = Pages of rows
files-showing = { $shown ->
    [one] { $shown } row shown
   *[other] { $shown } rows shown
}
files-first-rows = First rows

## How to read the files

files-help = How to read the files
files-help-license = The license-based file
files-help-license-text = One row for each charge of a license-based subscription. Syndication_Partner_Subscription_Number is the subscription ID that Partner Center shows, and the key for reconciling; SubscriptionID and OrderID belong to the billing platform. DurableOfferID is the offer’s ID in the price list; OfferID is not.
files-help-license-sums = UnitPrice is the price of a seat for a whole month. Amount is prorated to the days from ChargeStartDate to ChargeEndDate. Subtotal is Amount less TotalOtherDiscount, and TotalForCustomer is Subtotal plus Tax.
files-help-usage = The usage-based file
files-help-usage-text = One row for each resource and rate that a subscription has used in the billing period, billed in arrears. OverageQuantity is ConsumedQuantity less IncludedQuantity; PretaxCharges is ListPrice times OverageQuantity; PostTaxTotal is PretaxCharges plus TaxAmount. DetailLineItemId tells the rates of one resource apart. An OFFSET_LINEITEM row repeats the quantity and price of the row that it gives back; its charges are what is given back. The file is there only if there was usage, or some was given back.
files-help-charges = Charge types and the invoice
files-help-charges-text = Filter by ChargeType and add up: each section of the invoice is a sum of rows. Tax of refunded lines is part of the refund, not of the tax section.
files-help-in-file = In the file
files-help-partner = Rows by reseller
files-help-partner-text = MPNID is yours. If you sell through resellers, ResellerMPNID is that of the reseller on the subscription; your own if you have sold it yourself or the reseller has no MPN ID; and −1 if the reseller was removed. If you sell directly, the column is empty.
files-help-one-time = One-time charges
files-help-one-time-text = Nothing that is paid once is sold here, so there is no third file.
files-help-open = If Chinese characters look wrong in an older program, take the file in GB 18030. A cell that a spreadsheet would calculate begins with an apostrophe.
