# 客户：为何拒绝某项操作，以及活动日志的内容。

## 拒绝原因

err-domain-taken = 此域已被占用，请另选一个。
err-domain-fixed = 客户的初始域永远不能更改。
err-uscc-known = 您已有使用此代码的客户：{ $name }。请确认您要再添加一个。
err-customer-segment = 请选择商业、教育或政府。
err-customer-qualification = 请说明客户为何属于此细分市场。
err-customer-language = 请从列表中选择一种语言。
err-customer-agreement = 客户必须先接受客户协议。
err-customer-unreadable = 无法读取此表单，请重新加载页面。
err-tag-taken = 已有同名的标签。
err-tag-colour = 请从列表中选择一种颜色。
err-tag-max = 最多可有 { $max } 个标签，请先删除一个。
err-tag-customers = 请选择 1 到 { $max } 个客户。
err-tag-unreadable = 无法读取此标签，请重新加载页面。
err-saved-view-max = 最多可保存 { $max } 个视图，请先删除一个。
err-credit-limit = 请输入以元为单位的金额，例如 1500 或 1500.50。
err-risk-unreadable = 无法读取风险备注，请重新加载页面。

## 活动日志

activity-customer-created = 已创建客户
activity-customer-changed = 已更改客户详细信息
activity-customer-risk-changed = 已更改客户的风险备注
activity-collections-policy-changed = 已更改催收政策
activity-tag-created = 已创建标签
activity-tag-changed = 已更改标签
activity-tag-deleted = 已删除标签
activity-customers-tagged = 已为客户添加标签
activity-customers-untagged = 已移除客户的标签
