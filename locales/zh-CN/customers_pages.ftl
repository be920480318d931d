# 客户：合作伙伴中心的页面。

## 通用

customers-title = 客户
customer-pages = 此客户的页面
customer-subscriptions = 订阅
customer-bills = 计费
customer-bills-text = 此客户最近三个月的帐单明细。您无法自行与客户解决的问题，可呈报世纪互联。
customer-bills-none = 最近三个月没有计费
customer-bills-none-text = 帐单出具后，此处将显示该客户的明细。
customer-bill-of = { $day }出具。
customer-bill-all = 全部明细
customer-account = 帐户
customer-timeline = 时间线

## 列表

customers-text = 查找客户，以查看其订阅和帐户。
help-customers = 查找客户、添加新客户，并更改您所了解的客户信息。
customers-add = 添加客户
customers-csv = CSV
customers-xlsx = Excel
customers-count = 客户
customers-count-lately = 最近 30 天添加
customers-count-not-delegated = 未委派管理
customers-filter = 搜索和筛选客户
customers-words = 公司名称或域名
customers-tag = 标签
customers-delegated-admin = 委派的管理权限
customers-delegated = 已委派管理
customers-not-delegated = 未委派管理
customers-size = 每页行数
customers-clear = 显示所有客户
customers-name = 公司名称
customers-domain = 主域
customers-relationship = 关系
customers-reseller = 经销商
customers-indirect-provider = 间接提供商
customers-active-subscriptions = 有效订阅
customers-more = 更多
customers-microsoft-id = Microsoft ID
customers-pages = 客户列表的页
# $shown：本页行数 · $total：总数
customers-showing = 显示 { $shown } 个客户，共 { $total } 个
# $shown：本页行数 · $total：至少有这么多
customers-showing-at-least = 显示 { $shown } 个客户，共 { $total } 个或更多
# $words：搜索的内容
customers-none-called = 没有与“{ $words }”匹配的客户
customers-no-match = 没有符合这些条件的客户
customers-no-match-text = 只需输入公司名称或域名的一部分，或拼音首字母。
customers-empty = 添加您的第一个客户
customers-empty-text = 您的客户及其订阅将显示在此处。
customers-empty-ask = 您的公司还没有客户。管理代理或销售代理可以添加第一个客户。

## 帐户

customers-tags = 标签
customer-company = 公司
customer-contact = 主要联系人
customer-billing = 计费联系人
customer-billing-same = 帐单发送给主要联系人。
customer-billing-own = 帐单发送给其他人
customer-billing-fields = 帐单收件人
customer-billing-company = 付款公司
customer-billing-fixed = 您的角色允许您查看计费信息，但不能更改。
customer-name-help = 与营业执照一致。
customer-uscc = 统一社会信用代码
customer-uscc-help = 18 位，例如 91330106MA2DEM033H。
customer-uscc-confirm = 我要再添加一个使用此代码的客户
customer-uscc-see = 查看使用此代码的客户
customer-address = 地址
customer-address1 = 地址第 1 行
customer-address2 = 地址第 2 行
customer-province = 省/自治区/直辖市
customer-choose = 请选择……
customer-city = 城市
customer-district = 区/县
customer-postcode = 邮政编码
customer-phone = 公司电话
customer-segment = 细分市场
customer-qualification = 资格说明
customer-qualification-help = 教育和政府客户必须填写：客户为何属于此细分市场。
customer-person = 姓名
customer-family-name = 姓
customer-given-name = 名
customer-email = 电子邮件
customer-contact-phone = 电话
customer-language = 语言
customer-language-help = 邮件使用的语言。
customer-since = 成为客户的时间
customer-agreement = 接受客户协议的时间
# $name：记录者
customer-agreement-by = 由 { $name } 记录
customer-overdue = 此客户被标记为逾期付款
customer-no-profile = 还没有人填写此客户的信息
customer-no-profile-text = 填写后，公司、联系人和计费联系人将显示在此处。
customer-edit = 编辑帐户信息
customer-edit-text = Microsoft ID、域和关系保持不变。
customer-not-saved = 未保存任何内容
# $value：现在的值
customer-saved-meanwhile = 其他人刚刚保存的值：{ $value }
done-customer-saved = 已保存帐户信息。

## 时间线

customer-events-filter = 筛选时间线
customer-events-all = 显示全部
customer-events-none = 没有事件
customer-events-none-text = 此客户及其订阅和标签的更改将列在此处。没有符合筛选条件的事件。
customer-events-empty-text = 此客户及其订阅和标签的更改以及操作人员将列在此处。
customer-events-pages = 时间线的页
# $shown：本页事件数
customer-events-showing = 显示 { $shown } 个事件，最新的在前

## 新客户

customer-step-account = 帐户信息
customer-step-review = 检查
customer-step-confirmation = 确认
customer-step-done = 已完成
customer-question = 客户是否已有帐户？
customer-question-text = 从其他合作伙伴处购买过，或以前在此购买过的公司已有帐户和订阅。请勿为其创建第二个帐户，而应请求建立经销商关系。
# $at：保存时间
customer-draft-back = 已恢复您在 { $at } 输入的内容
customer-draft-drop = 重新开始
done-customer-draft-kept = 已保存您输入的内容。选择“添加客户”即可恢复。
customer-domain = 初始域
customer-domain-help = .partner.onmschina.cn 之前的部分，以后永远不能更改。
customer-agreement-title = 客户协议
customer-agreement-accepted = 客户已接受客户协议
customer-agreement-help = 将同时记录今天的日期和您的姓名。
customer-to-review = 下一步：检查
customer-later = 以后继续
customer-not-created = 未创建客户
customer-review-nothing = 还没有可检查的内容
customer-review-text = 目前尚未创建任何内容。下一步可添加订阅。
customer-update = 更新
customer-submit = 创建客户
customer-created = 客户已创建
customer-admin = 管理员用户名
customer-password = 临时密码
customer-password-once = 请立即复制密码：密码只显示这一次
customer-password-once-text = 请以安全的方式（不要用电子邮件）交给客户的管理员。首次登录时必须更改密码。
customer-password-gone = 密码只显示一次，且不会保存
customer-password-gone-text = 如果没有人记下密码，请为客户的管理员设置新密码。
customer-next-subscriptions = 接下来添加订阅
customer-next-account = 查看帐户

## 标签

customer-tags-text = 您的公司自己为客户设置的标记，可用于筛选列表。
customer-tags-change = 编辑标签
customer-tags-none = 还没有标签
customer-tags-none-text = 标签是带颜色的词，例如“重点客户”。请在上方创建第一个标签。
customer-tag-new = 新标签
customer-tag-name = 名称
customer-tag-colour = 颜色
# $name：标签
customer-tag-delete = 删除“{ $name }”并从所有客户移除
customer-mark = 添加标签
customer-unmark = 移除标签
customer-colour-grey = 灰色
customer-colour-red = 红色
customer-colour-orange = 橙色
customer-colour-yellow = 黄色
customer-colour-green = 绿色
customer-colour-teal = 青色
customer-colour-blue = 蓝色
customer-colour-purple = 紫色
done-customer-tag-saved = 已保存标签。
done-customer-tag-deleted = 已删除标签。
done-customer-marked = 已保存客户的标签。
