# The reconciliation files on a page.

err-pdf-font = 服务器缺少中文字体，无法生成 PDF。请联系本门户的运营人员；在此期间可以打印帐单页面。

files-title = 对帐文件
files-of = { $number } 的对帐文件
files-text = 计费周期内的每一笔费用，逐行列出：用于核对帐单，以及向您的客户收费。
files-download = 下载
files-license = 基于许可证的文件
files-usage = 基于使用情况的文件
files-utf8 = CSV (UTF-8)
files-gb18030 = CSV (GB 18030)
files-excel = Excel
files-license-utf8 = CSV (UTF-8)，基于许可证的文件
files-license-gb18030 = CSV (GB 18030)，基于许可证的文件
files-license-excel = Excel，基于许可证的文件
files-usage-utf8 = CSV (UTF-8)，基于使用情况的文件
files-usage-gb18030 = CSV (GB 18030)，基于使用情况的文件
files-usage-excel = Excel，基于使用情况的文件
files-check = 文件与帐单
files-in-files = 文件合计
files-on-invoice = 帐单金额
files-agrees = 一致
files-differs = 不一致
files-rows = 明细行
files-filter = 筛选明细行
files-charge-type = 费用类型
files-none = 没有明细行
files-none-text = 此文件中没有符合筛选条件的明细行。
files-resource = 资源
files-overage = 计费用量
files-list-price = 标价
files-pages = 明细行分页
files-showing = 已显示 { $shown } 行
files-first-rows = 最前面的行

## How to read the files

files-help = 如何阅读文件
files-help-license = 基于许可证的文件
files-help-license-text = 基于许可证的订阅的每一笔费用为一行。Syndication_Partner_Subscription_Number 即合作伙伴中心显示的订阅 ID，是对帐的依据；SubscriptionID 和 OrderID 属于计费平台。DurableOfferID 是价目表中的产品/服务 ID，OfferID 则不是。
files-help-license-sums = UnitPrice 是每个席位整月的价格。Amount 按 ChargeStartDate 至 ChargeEndDate 的天数按比例计算。Subtotal 等于 Amount 减去 TotalOtherDiscount，TotalForCustomer 等于 Subtotal 加上 Tax。
files-help-usage = 基于使用情况的文件
files-help-usage-text = 订阅在计费周期内使用的每种资源和费率为一行，按月后付。OverageQuantity 等于 ConsumedQuantity 减去 IncludedQuantity；PretaxCharges 等于 ListPrice 乘以 OverageQuantity；PostTaxTotal 等于 PretaxCharges 加上 TaxAmount。DetailLineItemId 用于区分同一资源的不同费率。OFFSET_LINEITEM 行沿用被退还行的用量和标价，其金额为退还金额。只有产生用量或退还用量费用时才有此文件。
files-help-charges = 费用类型与帐单
files-help-charges-text = 按 ChargeType 筛选并求和：帐单的每个部分都是若干行的合计。退还行的税款属于退款，不计入税款部分。
files-help-in-file = 文件中的写法
files-help-partner = 按经销商列出
files-help-partner-text = MPNID 是您的 ID。如果您通过经销商销售，ResellerMPNID 为该订阅的经销商 ID；由您直接销售或经销商没有 MPN ID 时，为您自己的 ID；经销商被移除时为 −1。如果您直接销售，该列为空。
files-help-one-time = 一次性费用
files-help-one-time-text = 这里不销售一次性付费的产品，因此没有第三个文件。
files-help-open = 如果旧程序中的中文显示不正常，请下载 GB 18030 编码的文件。电子表格会当作公式计算的单元格以撇号开头。
