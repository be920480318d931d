# 客户的管理中心：用户、许可证、自己的订阅，以及代表客户管理。

users-title = 用户
users-text = 贵公司的用户及其许可证。
users-add = 添加用户
users-filter = 筛选用户
users-words = 姓名或用户名
users-which = 显示
users-clear = 清除筛选条件
users-filter-licensed = 已分配许可证
users-filter-unlicensed = 未分配许可证
users-filter-admins = 管理员
users-filter-blocked = 已阻止
users-filter-deleted = 已删除
users-name = 姓名
users-status = 状态
users-roles = 角色
users-licences = 许可证
users-active = 有效
users-blocked = 已阻止
users-deleted = 已删除
users-none = 没有符合条件的用户
users-none-held = 无
users-none-text = 贵公司没有符合筛选条件的用户。
users-pages = 用户列表分页
users-showing = 显示 { $shown } 位，共 { $total } 位用户
users-first-page = 第一页

## 添加和编辑

users-add-text = 用户将获得一个临时密码，该密码只向您显示一次。
users-not-added = 未添加用户
users-user-name = 用户名
users-user-name-help = @{ $domain } 之前的部分
users-display-name = 显示名称
users-family-name = 姓
users-given-name = 名
users-phone = 电话
users-location = 使用位置
users-location-help = 只能向有使用位置的用户分配许可证。
users-china = 中国
users-role-global = 全局管理员
users-role-billing = 计费管理员
users-role-people = 用户管理管理员
users-role-passwords = 密码管理员
users-role-services = 服务管理员
users-role-none = 普通用户
users-roles-help = 没有角色的用户只能使用服务，不能进行管理。
users-edit = 编辑
users-not-saved = 未保存用户
done-user-saved = 用户已保存。
done-user-added = 用户已添加。

## 只显示一次的密码

users-added = 已添加用户
users-password-is-reset = 密码已重置
users-told-once = 此密码只显示一次
users-told-once-text = 请立即转交。用户首次登录时会设置新密码。
users-sign-in-name = 登录名
users-temporary-password = 临时密码
users-to-user = 查看此用户
users-add-another = 再添加一位用户

## 可以执行的操作

users-not-done = 未做任何更改
users-access = 访问权限
users-reset = 重置 { $name } 的密码
users-reset-text = 用户将获得一个临时密码，并在所有设备上注销。
users-block = 阻止 { $name }
users-block-text = 已阻止的用户将在所有设备上注销，且无法登录。已分配的许可证保持不变。
users-unblock = 取消阻止 { $name }
users-unblock-text = 用户可以重新登录。
users-delete = 删除 { $name }
users-delete-text = { $count ->
    [0] 该用户将无法再登录。30 天内可以恢复。
   *[other] 该用户将无法再登录，{ $count } 个许可证会立即释放。30 天内可以恢复。
}
users-restore-title = 恢复
users-restore = 恢复 { $name }
users-restore-text = 可在 { $day } 之前恢复（含当日）。之前持有：{ $licences }。如有剩余，许可证也会恢复。
users-restorable-until = 可恢复至
done-user-password-reset = 密码已重置。新密码已在此页之前显示过一次。
done-user-blocked = 用户已阻止。
done-user-unblocked = 用户可以重新登录。
done-user-deleted = 用户已删除，许可证已释放。
done-user-restored = 用户已恢复。
done-user-restored-without = 用户已恢复，但部分许可证已无剩余，未能恢复。

## 用户的角色和许可证

users-save-roles = 保存角色
users-roles-not-saved = 未更改角色
done-user-roles-saved = 角色已保存。
users-no-licences = 此用户没有许可证。
users-save-licences = 保存许可证
users-licences-not-saved = 未更改许可证
done-licences-saved = 许可证已保存。
users-available = 剩余 { $count } 个
users-plans-on = 服务计划：已启用 { $on } 个，共 { $all } 个

## 许可证数量

pools-title = 许可证
pools-text = 贵公司已购买的许可证，以及其中已分配的数量。
pools-licence = 许可证
pools-bought = 已购买
pools-valid = 有效
pools-suspended = 已暂停
pools-assigned = 已分配
pools-available = 可用
pools-none = 没有许可证
pools-none-text = 贵公司尚未购买任何产品/服务。请由您的合作伙伴为您订购。

## 自己的订阅

own-title = 订阅
own-text = 订阅由您的合作伙伴更改；您可以在此处查看其状态。
own-none = 没有订阅
own-name = 订阅
own-quantity = 数量
own-status = 状态
own-since = 开始日期
own-renews = 续订日期
own-partner = 合作伙伴
own-active = 有效
own-suspended = 已暂停
own-pending = 待处理
own-deleted = 已删除
own-deletes = 将于 { $day } 删除
own-support = 支持
own-support-text = 需要更多许可证、更改订阅或遇到问题时，请先联系您的合作伙伴。
own-no-contact = 尚未提供支持联系方式。

## 代表客户

behalf-title = 服务
behalf-domain = 域
behalf-rights = 委派的管理权限
behalf-delegated = 已授予
behalf-not-delegated = 未授予
behalf-admin-center = 管理中心
behalf-text = 管理{ $company }的用户和许可证。您在其中的所有操作都会记录在双方公司的活动日志中；空闲 60 分钟后会话结束。
behalf-open = 打开管理中心
behalf-not-opened = 未打开管理中心
behalf-no-right = 只有管理代理和支持人员代理才能代表客户进行管理。
behalf-banner = 您正在管理{ $company }
behalf-banner-text = 您在此处的操作是代表该客户进行的，并会被记录。
behalf-end = 停止管理
done-on-behalf-ended = 您已停止管理此客户。

## 帮助

help-admin-users = 贵公司的用户：添加、编辑、阻止、删除、密码、角色和许可证。
help-admin-licences = 已购买、已分配和可用的许可证数量。
help-admin-subscriptions = 贵公司的订阅，以及支持联系方式。

## 通过文件分配许可证

bulk-title = 通过文件管理许可证
bulk-text = 一次为多位用户分配或删除许可证。您会先看到每一行将执行的操作。
bulk-choose = 选择文件或拖放到此处
bulk-file-help = CSV（UTF-8 或 GB 18030）或 Excel 工作簿，最大 5 MB
bulk-check = 检查文件
bulk-template-csv = 模板 (CSV)
bulk-template-xlsx = 模板 (Excel)
bulk-not-read = 未读取文件
bulk-earlier = 以前的作业
bulk-file = 文件
bulk-selection = 在列表中选择的用户
bulk-when = 检查时间
bulk-rows = 行
bulk-all = 全部
bulk-row = 行号
bulk-result = 结果
bulk-action = 操作
bulk-off = 关闭的服务计划
bulk-waiting = 待执行
bulk-changed = 已执行
bulk-nothing = 无需执行
bulk-refused = 有错误
bulk-checked = 已检查，尚未开始
bulk-running = 正在执行
bulk-done = 已完成
bulk-undone = 已撤消
bulk-apply = 执行 { $count } 行
bulk-apply-text = 尚未做任何更改。有错误的行会被跳过。
bulk-go-on = 继续
bulk-running-text = 此作业曾中断。它会从停止处继续，不会重复执行。
bulk-undo = 撤消 { $count } 行
bulk-undo-text = 只要此后没有人更改这些许可证，一切都会恢复原状。
bulk-failing-csv = 有错误的行 (CSV)
bulk-failing-xlsx = 有错误的行 (Excel)
bulk-row-nothing = 无需更改
bulk-row-refused = 错误
bulk-row-undone = 已撤消
bulk-would-assign = 将分配
bulk-would-remove = 将删除
bulk-would-switch = 将更改服务计划
bulk-assigned = 已分配
bulk-removed = 已删除
bulk-switched = 已更改服务计划
bulk-pages = 各行分页
done-bulk-applied = 各行已执行。
done-bulk-undone = 作业已撤消，一切已恢复原状。

## 席位（供合作伙伴查看）

seats-title = 席位
seats-text = 客户已购买的席位，以及无人使用的席位。
seats-filter = 筛选席位
seats-idle-only = 有闲置席位
seats-customer = 客户
seats-free = 未分配
seats-chart = 已使用与闲置的席位
seats-used = 已使用
seats-idle = 闲置
seats-change = 更改
seats-to-change = 更改数量
seats-sum = 已购买：{ $bought } · 已分配：{ $assigned } · 未分配：{ $free } · 闲置：{ $idle }。未分配或由已阻止的用户持有的席位为闲置席位。
seats-none = 没有席位
seats-none-text = 没有符合条件的客户席位。
seats-pages = 席位分页
seats-showing = 第 { $first }–{ $last } 行，共 { $total } 行
help-seats = 每个客户已购买、已分配和闲置的席位。

## 同时处理多位用户

users-choose = 选择
users-choose-one = 选择 { $name }
users-ticked = 对所选用户
users-assign = 分配
users-remove = 删除
users-rehearse = 检查
