# 客户：合作伙伴中心的页面。

## 通用

customers-title = 客户
customer-pages = 此客户的页面
customer-subscriptions = 订阅
customer-account = 帐户
customer-timeline = 时间线
