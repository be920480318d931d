# 活动日志。
activity-title = 活动日志
activity-from-to = { $first }至{ $last }，最新的条目在前。
activity-from = 自{ $first }起，最新的条目在前。
activity-to = 截至{ $last }，最新的条目在前。
activity-filter = 筛选日志
activity-first = 从
activity-last = 到
activity-clear = 返回最近一个月
activity-when = 时间
activity-who = 人员
activity-what = 操作
activity-values = 旧值 → 新值
activity-before = 旧值：
activity-after = 新值：
activity-system = 合作伙伴中心
activity-showing = 显示 { $shown } 条，共 { $total } 条
activity-pages = 日志分页
activity-newest = 最新
activity-older = 更早
activity-csv = 下载 CSV
activity-xlsx = 下载 Excel 文件
activity-nothing = 此时间段内没有条目
activity-nothing-text = 公司内的每项更改都记录在此，包括操作人员和时间。没有符合筛选条件的条目。

## 做了什么

activity-pinned-offers-changed = 已更改固定的产品/服务
activity-onboarding-step-done = 已完成设置步骤
activity-clock-moved = 已推进业务日期
