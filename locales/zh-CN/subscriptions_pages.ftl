# 客户订阅的页面。
subs-customers = 客户
subs-title = 订阅
subs-list-text = 此客户使用的订阅，以及您可以更改的内容。
subs-add = 添加订阅
subs-none = 还没有订阅
subs-none-text = 此客户尚未向您购买任何订阅。首个订阅将在下单次日开始。
subs-export-csv = 下载 CSV
subs-export-xlsx = 下载 Excel
subs-ordered = 订单 { $number } 已提交
subs-ordered-text = 新订阅已列在下方，将从明天开始。
subs-subscription = 订阅
subs-status = 状态
subs-quantity = 数量
subs-assigned = 已分配
subs-start = 开始日期
subs-renewal = 续订日期
subs-end = 结束日期
subs-add-ons = 加载项
subs-is-add-on = 加载项
subs-foreign = 由其他合作伙伴或渠道销售
subs-status-pending = 待处理
subs-status-active = 活动
subs-status-suspended = 已暂停
subs-status-deleted = 已删除
subs-deletes-on = 数据将于 { $day } 删除
subs-free-until-day = 免费至 { $day }
subs-ends-on = { $day } 结束

## 详细信息

subs-id = 订阅 ID
subs-nickname = 昵称
subs-nickname-help = 只有您和您的同事能看到。留空则显示产品/服务的名称。
subs-rename = 重命名
subs-not-renamed = 订阅未重命名
subs-change-quantity = 更改数量
subs-new-quantity = 新数量
subs-quantity-help = { $min } 到 { $max }，立即生效。
subs-quantity-not-changed = 数量未更改
subs-assigned-count = 已分配 { $n } 个许可证
subs-gigabytes = { $n } GB
subs-reseller = 经销商 MPN ID
subs-reseller-none = 无，由您直接销售
subs-reseller-help = 如由您直接销售，请留空。
subs-change-reseller = 更改经销商
subs-reseller-not-changed = 经销商未更改
subs-free-until = 免费至
subs-first-billed = 计费开始日期
subs-deleted-day = 终止日期
subs-order = 订单
subs-order-on = { $number }，{ $day } 下单
subs-parent = 所属订阅
subs-upgraded-from = 升级前的订阅
subs-upgraded-to = 升级后的订阅
subs-upgrade-now = 立即升级
subs-add-on = 加载项
subs-order-add-on = 订购加载项
subs-add-on-text = 加载项从明天开始，并随此订阅一起续订。
subs-add-on-not-ordered = 加载项未订购
subs-at-most = 最多 { $max }
subs-day = 日期
subs-event = 事件
subs-life = 历史记录
subs-activity = 操作记录
subs-event-ordered = 已订购
subs-event-quantity = 数量已更改
subs-event-suspended = 已暂停
subs-event-reactivated = 已重新激活
subs-event-upgraded-away = 已被升级后的订阅取代
subs-event-upgraded-to = 由升级创建
subs-event-renewed = 已续订
subs-event-deleted = 已删除

## 暂停和重新激活

subs-suspend-begin = 暂停或取消…
subs-suspend-title = 暂停 { $name }
subs-suspend-text = 取消订阅也通过暂停来完成。在您按下页面底部的按钮之前，不会有任何更改。
subs-losing-access = 失去访问权限
subs-people = { $n ->
    [0] 无人，没有正在使用的许可证
   *[other] { $n } 人，从下次登录起
}
subs-inactive-from = 停止服务日期
subs-last-day = 可重新激活的最后一天
subs-deletion = 数据删除日期
subs-deletion-text = 此订阅的所有数据将在当天零时删除，且无法恢复。
subs-add-ons-too = 同时暂停
subs-reason = 原因
subs-reason-choose = 请选择…
subs-reason-customer-request = 客户要求
subs-reason-non-payment = 未付款
subs-reason-fraud-or-misuse = 欺诈或滥用
subs-reason-operator = 由运营商暂停
subs-reason-parent = 随所属订阅暂停
subs-reason-note = 备注
subs-reason-note-help = 供您和您的同事参考，最多 { $max } 个字符。客户看不到。
subs-suspend-do = 为 { $customer } 暂停 { $name }：数据将于 { $day } 删除
subs-not-suspended = 订阅未暂停
subs-suspended-since = 自 { $day } 起暂停。原因：{ $reason }
subs-note = 备注：
subs-reactivates-until = 在 { $day } 之前（含当天）可以重新激活。
subs-data-deleted-on = 所有数据将于 { $day } 删除。
subs-reactivate = 重新激活 { $name }
subs-not-reactivated = 订阅未重新激活

## 已完成

done-subscription-renamed = 昵称已保存。
done-quantity-changed = 数量已更改。
done-reseller-changed = 经销商已更改。
done-subscription-suspended = 订阅已暂停。可重新激活的期限见下方。
done-subscription-reactivated = 订阅已恢复为活动状态，数量与之前相同。
done-add-on-ordered = 加载项已订购，将从明天开始。

## 升级

subs-upgrade-title = 升级 { $name }
subs-upgrade-text = 新订阅从今天开始并取代此订阅，昵称和经销商保持不变。升级后无法撤消。
subs-upgrade-target = 升级到
subs-move-licences = 同时转移用户的许可证
subs-move-licences-help = 拥有此订阅许可证的每位用户都将获得新产品/服务的许可证。
subs-upgrade-do = 今天升级 { $name }
subs-not-upgraded = 订阅未升级
subs-not-moved = 部分许可证未转移
subs-move-has-target = { $name } 已拥有新产品/服务的许可证。
subs-move-conflict = { $name } 的其他许可证已包含其中的服务。
done-subscription-upgraded = 订阅已升级。这是新的订阅。
