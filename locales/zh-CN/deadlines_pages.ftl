# 即将到期、需要处理的事项。
deadlines-title = 期限
deadlines-text = 如果您不处理，客户的订阅将发生以下变化。
deadlines-deletion = 数据即将删除
deadlines-renewal = 即将续订
deadlines-trial-end = 试用即将结束
deadlines-one-deletion = 数据删除
deadlines-one-renewal = 续订
deadlines-one-trial-end = 试用结束
deadlines-reactivate = 重新激活
deadlines-review = 查看
deadlines-convert = 转换
deadlines-day = 日期
deadlines-customer = 客户
deadlines-action = 操作
deadlines-days-left = 剩余 { $n } 天
deadlines-none = 没有需要处理的事项
deadlines-none-text = 没有即将删除的订阅，未来 { $days } 天内也没有要续订或结束的订阅。
deadlines-more = 共 { $total } 项，此处显示最近的 { $first } 项。
deadlines-all = 所有期限 ({ $n })

## 日历

deadlines-calendar = 在您自己的日历中查看
deadlines-calendar-text = 您可以在 Outlook 或其他日历中订阅这些期限。知道此地址的人无需登录即可查看，请勿告知他人。
deadlines-calendar-make = 创建地址
deadlines-calendar-rotate = 更换地址
deadlines-calendar-stop = 移除地址
deadlines-calendar-since = 您的地址创建于 { $since }。地址不会再次显示；如已丢失，请更换。
deadlines-calendar-new = 您的日历地址
deadlines-calendar-once = 请立即复制：地址仅显示这一次。旧地址已失效。
deadlines-calendar-not-changed = 地址未更改
done-calendar-made = 地址已创建。
done-calendar-stopped = 地址已移除。使用该地址的日历将不再更新。
deadlines-event-deletion = { $name } 的数据将被删除（{ $customer }）
deadlines-event-renewal = { $name } 续订（{ $customer }）
deadlines-event-trial-end = { $name } 结束（{ $customer }）
deadlines-event-quantity = 数量：{ $n }
help-deadlines = 如果您不处理，订阅将发生的变化；也可在您的日历中查看。
