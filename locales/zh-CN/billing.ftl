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
