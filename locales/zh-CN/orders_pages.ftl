# 为客户下订单。
order-title = 添加订阅
order-text = 请输入 { $customer } 所需的各产品/服务的数量。下单前您可以再次核对全部内容。
order-limits = 可订数量
order-quantity = 数量
order-quantity-of = { $offer } 的数量
order-review = 核对订单
order-not-ready = 订单不完整
order-review-title = 您的订单
order-month = 每月
order-sum = 每月合计
order-sum-note = 不含增值税，自计费开始日期起
order-starts = 开始日期
order-po-number = 您的采购订单号
order-po-number-help = 仅供您自己参考。
order-place = 为 { $customer } 订购 { $n } 个订阅
order-change = 更改订单
order-not-placed = 未订购任何内容
