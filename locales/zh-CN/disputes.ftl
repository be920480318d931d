# 有争议的帐单明细。

disputes-title = 计费争议
disputes-text = 您提出的争议、处理结果，以及尚待告知客户的事项。
disputes-text-operator = 合作伙伴提出的争议。退还金额将从其下一份帐单中扣除。
disputes-none = 没有争议
disputes-none-text = 如需对明细提出争议，请打开相应的帐单。
disputes-none-operator = 合作伙伴提出的争议将显示在此处。
disputes-pages = 争议分页
disputes-showing = 显示 { $shown } 项争议
dispute-title = 争议 { $number }
dispute-number = 争议
dispute-reason = 原因
dispute-reason-quantity = 数量有误
dispute-reason-price = 价格有误
dispute-reason-cancelled = 订阅已取消
dispute-reason-tax = 税款
dispute-reason-other = 其他
dispute-open = 待处理
dispute-accepted = 已接受
dispute-refused = 已拒绝
dispute-closed = 已结束
dispute-amount = 争议金额
dispute-amount-field = 争议金额（元，含税）
dispute-given-back = 退还金额
dispute-raised = 提出时间
dispute-decided = 处理时间
dispute-text = 问题说明
dispute-text-help = 10 至 4,000 个字符。请说明您认为正确的情况及理由。
dispute-answer = 答复
dispute-answer-help = 合作伙伴会看到。除非全额退还，否则必填。
dispute-settled-on = 退还所在帐单
dispute-informed = 告知客户日期
dispute-informed-by = { $day }，{ $name }
dispute-lines = 争议明细
dispute-raise = 提出争议
dispute-raise-title = 对 { $number } 的明细提出争议
dispute-choose-text = 请选择明细，然后在下一页填写有误的金额和原因。
dispute-elsewhere = 另在其他页选择了 { $count } 行
dispute-none-chosen = 未选择明细
dispute-raise-text = 请填写以下明细中有误的金额和原因。
dispute-sum = 以上明细合计 { $sum }。
dispute-choose-others = 重新选择明细
dispute-escalate = 上报计费争议
dispute-not-raised = 争议未提出
dispute-which = 选择明细
dispute-choose = 选择
dispute-choose-line = { $name }，第 { $place } 行
dispute-taken = 争议中
dispute-until = 此帐单的明细可在{ $day }前（含当日）提出争议。
dispute-why = 金额和原因
dispute-due = 帐单到期日不变。争议获接受后，金额将在下一份帐单中退还。
dispute-no-lines = 没有可提出争议的明细
dispute-no-lines-text = 此帐单中所有收费明细均已在争议中。
dispute-close = 告知客户并结束
dispute-close-text = 争议已有处理结果。请告知您的客户，然后填写日期；您的姓名将一并记录。
dispute-not-closed = 争议未结束
dispute-decide = 处理
dispute-give-back = 退还金额（元，含税）
dispute-accept = 接受并退还
dispute-refuse = 拒绝
dispute-not-decided = 争议未处理
done-dispute-raised = 争议已提出
done-dispute-decided = 争议已处理，并已通知合作伙伴
done-dispute-closed = 争议已结束

## Why not

err-dispute-lines = 请至少选择此帐单中一行收费明细。
err-dispute-amount = 请输入大于 0 的金额（元），最多两位小数。
err-dispute-too-much = 请输入不超过 { $most } 的金额。
err-dispute-reason = 请选择一个原因。
err-dispute-text = 请至少输入 { $min } 个字符。
err-dispute-answer = 请说明未全额退还的理由。
err-dispute-informed = 请输入处理日至今天之间的日期。
err-dispute-unreadable = 无法读取表单，请重新加载页面。
err-dispute-late = 此帐单明细的争议期限为{ $day }，现已截止。
err-dispute-taken = 其中一行明细已在争议中。
err-dispute-decided = 此争议已处理。
err-dispute-not-decided = 此争议尚未处理，或已结束。

## What the activity log says

activity-dispute-raised = 已提出计费争议
activity-dispute-accepted = 已接受计费争议
activity-dispute-refused = 已拒绝计费争议
activity-dispute-closed = 已结束计费争议
