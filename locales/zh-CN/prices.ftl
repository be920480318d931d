# Price lists.
prices-title = 定价和产品/服务
prices-text = 您本月支付的价格；下月价目表发布后也显示在此处。
prices-tab-list = 价目表
prices-tab-matrix = 产品/服务矩阵
prices-tab-special = 特殊价格
prices-tab-changes = 对续订的影响
prices-month = 月份
# $month: such as June 2019
prices-preview = 预览：此价目表自{ $month }起生效。按使用量计费的产品/服务没有预览。
prices-unit = 每单位每月，人民币，不含增值税。订阅的价格在续订前保持不变。
prices-filter = 筛选价目表
prices-words = 名称或代码
prices-flag = 变更
prices-flag-added = 新增 (ADD)
prices-flag-changed = 变更 (CHG)
prices-flag-deleted = 删除 (DEL)
prices-flag-unchanged = 未变 (UNC)
prices-valid-from = 生效日期
prices-valid-to = 截止日期
prices-agreement = 许可协议
prices-agreement-commercial = 商业
prices-agreement-education = 教育
prices-agreement-government = 政府
prices-purchase-unit = 购买单位
prices-one-month = 1 个月
prices-by-usage = 按使用量
prices-secondary = 次要许可类型
prices-secondary-none = 非特定
prices-customer-type = 最终客户
prices-list-price = 标价（您支付的价格）
prices-before = 之前
prices-csv = 下载 CSV
prices-matrix-text = 可以销售哪些产品/服务、需要哪些产品/服务以及可以升级到哪些产品/服务。矩阵随价目表更新。
prices-add-ons = 加载项
prices-needs = 需要其中之一
prices-upgrades = 可以变为
prices-special-text = 仅适用于您的价格。在这两天之间下单或续订，此价格在期限内保持不变。
prices-special-none = 没有特殊价格
prices-special-none-text = 您的价格与价目表相同。
prices-special-price = 您的价格
prices-first-day = 第一天
prices-last-day = 最后一天
prices-none = 没有匹配的产品/服务
prices-none-text = 此价目表中没有符合筛选条件的产品/服务。
prices-clear = 清除筛选条件
# $month: such as June 2019
prices-unknown = 没有{ $month }的价目表
prices-unknown-text = 请选择有价目表的月份。
prices-changes-text = 您的哪些订阅在续订时价格会改变、何时改变以及差额是多少。不含增值税。
# $count: subscriptions
prices-changes-sum = { $count ->
   *[other] { $count } 个订阅在续订时价格会改变
}
prices-changes-customers = 客户
prices-changes-monthly = 每月差额
prices-changes-term = 12 个月期限内的差额
prices-changes-none = 没有订阅在续订时改变价格
prices-changes-none-text = 按此价目表，所有续订的价格保持不变。
prices-changes-customer = 客户
# $count: subscriptions
prices-changes-of-customer = { $count ->
   *[other] 共 { $count } 个订阅
}
prices-changes-subscription = 订阅
prices-changes-quantity = 数量
prices-changes-renews = 续订日期
prices-changes-before = 之前的价格
prices-changes-after = 之后的价格
prices-changes-certain = 已确定
prices-changes-if = 如果价格不变
# $page: number of the page; $pages: how many there are
prices-changes-page = 第 { $page } 页，共 { $pages } 页
prices-changes-pages = 续订的页码
prices-compare = 比较两份价目表
prices-compare-before = 对比月份
# $before, $month: such as June 2019
prices-compare-title = { $before }至{ $month }的价格变化
# $count: offers
prices-compare-count = 共 { $count } 个产品/服务的价格有变化。
prices-compare-none = 两份价目表的价格相同。
prices-show = 显示
operator-prices-title = 价目表
operator-prices-text = 价目表至少在当月开始前 30 天发布。价格只新增和更改，不会删除。
operator-prices-upload = 检查文件
operator-prices-file = 选择文件
operator-prices-file-help = CSV 或 Excel，包含 Offer、List price 和 ERP price 列。最大 5 MB。
operator-prices-check = 检查
operator-prices-template = 本月价格文件
operator-prices-not-read = 文件未被接受
operator-prices-lists = 所有价目表
operator-prices-published = 可见日期
operator-prices-offers = 产品/服务
# $month: such as July 2019
operator-prices-checked = { $month }的文件
operator-prices-line = 行
operator-prices-fault = 有错误
operator-prices-effect = 结果
# $added, $changed, $unchanged: rows
operator-prices-sum = 新增 { $added }，变更 { $changed }，未变 { $unchanged }
# $codes: codes of offers
operator-prices-left-out = 上月价目表中有而此表中没有：{ $codes }
operator-prices-publish = 发布
operator-prices-first = 仍可发布的最早月份
done-prices-published = 价格已发布。
err-not-found-price-list = 没有此价目表，或者尚未发布。
# $days: days of notice; $last: the last day to publish
err-price-notice = 价格至少在当月开始前 { $days } 天发布。此价目表的最后期限是 { $last }。
err-price-unreadable = 无法将此文件作为表格读取。
# $columns: names of the columns
err-price-header = 表格需要包含以下列：{ $columns }。
err-price-empty = 表格没有行。
# $max: rows
err-price-too-many = 表格最多 { $max } 行。
err-price-month = 请按 2019-07 的格式输入月份。
err-price-offer = 没有使用此代码的产品/服务。
err-price-twice = 此产品/服务已有一行。
err-price-amount = 请输入价格，例如 68.50，最多四位小数。
err-price-usage = 按使用量计费的产品/服务在月度价目表中没有价格。
err-price-rows = 有些行有错误。更正之前不会发布任何价格。
activity-price-list-published = 已发布价格
operator-special-title = 特殊价格
operator-special-text = 个别合作伙伴不按价目表、而按此价格付费。在这两天之间下单或续订，此价格在期限内保持不变；如有多个，以最低者为准。
operator-special-none-text = 所有合作伙伴均按价目表付费。
operator-special-price = 特殊价格
operator-special-list = 本月价目表价格
operator-special-end = 终止
# $offer: name of the offer; $partner: name of the partner
operator-special-end-of = 终止 { $partner } 的 { $offer } 特殊价格
operator-special-over = 已结束
operator-special-today = 今天为最后一天
operator-special-add = 新增特殊价格
operator-special-not-added = 未能新增特殊价格
operator-special-not-ended = 未能终止特殊价格
done-special-added = 已新增特殊价格。
done-special-ended = 已终止特殊价格。已按此价格订购的，在期限内价格不变。
err-not-found-special-price = 没有此特殊价格，或者已撤销。
err-special-partner = 请选择合作伙伴。
err-special-offer = 请选择本月价目表中的产品/服务。
err-special-first-day = 请输入今天或以后的日期。
err-special-last-day = 请输入不早于第一天的日期。
activity-special-price-added = 已新增特殊价格
activity-special-price-ended = 已终止特殊价格
