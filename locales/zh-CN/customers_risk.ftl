# Saved views, the risk panel, non-payment.

views-title = 已保存的视图
views-save = 保存此视图
views-name = 视图名称
views-forget = 删除视图“{ $name }”
done-view-saved = 视图已保存
done-view-deleted = 视图已删除

risk-title = 风险
risk-text = 您对此客户付款情况的备注，客户看不到。
risk-overdue = 客户拖欠我方款项
risk-overdue-banner = 此客户有逾期未付款项
risk-limit = 信用额度
risk-limit-help = 单位为元。您允许客户赊欠的最高金额。
risk-notes = 备注
risk-notes-help = 最多 4,000 个字符。
risk-changed = 最后由 { $who } 于 { $when } 更改
risk-policy-title = 催收政策
risk-policy = 政策
risk-policy-help = 说明未付帐单何时影响访问。您的代理在暂停订阅前会看到此内容。
done-risk-saved = 备注已保存
done-policy-saved = 政策已保存

non-payment-title = 拒付、欺诈或滥用
non-payment-text = 客户拒付或滥用服务时，您承担的责任以及可采取的措施。
non-payment-liable = 您承担财务责任
non-payment-liable-text = 客户购买的服务由您付款，即使购买属于欺诈或客户未向您付款。请建立预防和尽早发现欺诈的控制措施，并自行决定向谁提供信用。
non-payment-policy-text = 请制定明确的催收政策，说明何时影响访问。您可以在任一客户的“风险”页面中填写；您的代理在暂停订阅前会看到。
non-payment-suspend = 调查期间暂停订阅
non-payment-suspend-text = 选择客户，再选择订阅。系统会记录原因，您可以事先看到谁将失去访问权限以及数据何时删除。
non-payment-choose = 选择客户
non-payment-report = 向运营商报告可疑活动
non-payment-report-text = 如发现疑似欺诈或滥用的活动，请告知运营商支持部门，并说明客户、订阅及所见情况。
non-payment-own = 您自己的帐户是另一回事
non-payment-own-text = 此处指客户拖欠您的款项。您应付运营商的款项见“计费”；若逾期未付，运营商可能暂停您的帐户，但不影响您客户的订阅。
