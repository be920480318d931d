# 计费：重放历史记录。

## 历史记录被拒绝的原因

err-history-form = 历史记录的格式不正确。
err-history-order = 某个事件早于它上面的事件，请按日期顺序排列事件。
err-sub-exists = 同名订阅已存在，请为新订阅另取名称。
err-sub-unknown = 当时没有该名称的订阅。
err-offer-unknown = 当天没有该产品/服务的有效价目表。
err-not-found-invoice = 没有此帐单。
err-not-found-payment = 没有此付款记录。
err-not-found-dispute = 没有此计费争议。
err-not-found-fapiao = 没有此发票申请。

## What the activity log says

activity-invoice-issued = 已出帐单
activity-payment-recorded = 已记录付款
activity-partner-suspended = 帐户因逾期帐单暂停
activity-partner-reinstated = 帐户已恢复
err-payment-partner = 请选择已计费的合作伙伴。
err-payment-amount = 请输入大于 0 的金额（元），最多两位小数。
err-payment-day = 请输入不晚于今天的日期。
err-payment-reference = 请输入银行流水号，最多 50 个字符。
err-payment-known = 该合作伙伴已有此流水号的付款记录。
