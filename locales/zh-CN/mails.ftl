# 邮件。仅服务器携带这些文字。

mail-greeting = 您好！
mail-farewell = 此邮件由合作伙伴中心自动发送，请勿回复。

mail-customer-created-subject = { $company } 的帐户已就绪
mail-customer-created-body = { $company } 的帐户已创建，域名为 { $domain }，首位管理员的登录名为 { $admin }。临时密码将由您的合作伙伴告知，首次登录时须修改。

mail-subscription-ordered-subject = { $customer } 的订单 { $number }
mail-subscription-ordered-body = 已为 { $customer } 下达订单 { $number }：{ $subscription }。自{ $day }起生效。

mail-subscription-suspended-subject = { $subscription } 已暂停
mail-subscription-suspended-body = { $customer } 的订阅 { $subscription } 已暂停，用户无法再登录相关服务。若此前未重新激活，数据将于{ $day }删除。

mail-subscription-reactivated-subject = { $subscription } 已重新激活
mail-subscription-reactivated-body = { $customer } 的订阅 { $subscription } 已重新激活，用户可以再次登录相关服务。

mail-subscription-upgraded-subject = { $customer } 已升级到 { $subscription }
mail-subscription-upgraded-body = { $customer } 的订阅自今日起升级为 { $subscription }。

mail-subscription-deletion-near-subject = { $days ->
    [1] { $subscription } 将于明天删除
   *[other] { $subscription } 将于 { $days } 天后删除
}
mail-subscription-deletion-near-body = { $customer } 已暂停的订阅 { $subscription } 及其全部数据将于{ $day }删除。在此前一天之前均可重新激活。

mail-subscription-deleted-subject = { $subscription } 已删除
mail-subscription-deleted-body = { $customer } 的订阅 { $subscription } 及其数据已删除，无法恢复。

mail-invoice-issued-subject = 帐单 { $number }：{ $amount }
mail-invoice-issued-body = 帐单 { $number } 已出。请于{ $day }前汇款 { $amount }，并注明帐单号。帐单及对帐文件请见合作伙伴中心的“计费”。

mail-invoice-past-due-subject = 帐单 { $number } 已逾期 { $days } 天
mail-invoice-past-due-body = 帐单 { $number } 的 { $amount } 应于{ $day }支付，我们尚未收到。请汇款并注明帐单号。若仍未支付，您的帐户将被暂停。
mail-partner-suspended-subject = { $company } 的帐户已暂停
mail-partner-suspended-body = { $company } 的帐单逾期过久。付清之前，无法新增客户、订单、许可证或升级。您客户现有的服务不受影响。

mail-dispute-accepted-subject = 争议 { $number } 已接受
mail-dispute-accepted-body = 您就帐单 { $invoice } 提出的争议 { $number } 已获接受，{ $amount } 将在下一份帐单中退还。{ $answer } 请告知您的客户，并在合作伙伴中心结束该争议。
mail-dispute-refused-subject = 争议 { $number } 已拒绝
mail-dispute-refused-body = 您就帐单 { $invoice } 的 { $amount } 提出的争议 { $number } 未获接受。{ $answer } 请告知您的客户，并在合作伙伴中心结束该争议。

mail-partner-suspended-by-hand-subject = { $company } 的帐户已暂停
mail-partner-suspended-by-hand-body = 我们已暂停 { $company } 的帐户。恢复之前，无法新增客户、订单、许可证或升级。您客户现有的服务不受影响。
mail-partner-reinstated-subject = { $company } 的帐户已恢复
mail-partner-reinstated-body = { $company } 的帐户已恢复，可以重新新增客户、订单、许可证和升级。
mail-credit-note-issued-subject = 贷项凭单 { $number }：{ $amount }
mail-credit-note-issued-body = 贷项凭单 { $number } 已开具，金额为 { $amount }，用于更正帐单 { $invoice }。两者均可在合作伙伴中心的“计费”中查看。

mail-fapiao-issued-subject = { $invoice } 的发票已开具
mail-fapiao-issued-body = 帐单 { $invoice } 的发票已开具，号码为 { $number }。寄出后我们会通知您。
mail-fapiao-mailed-subject = { $invoice } 的发票已寄出
mail-fapiao-mailed-body = 帐单 { $invoice } 的发票已按您申请时选择的方式交付。
mail-fapiao-unavailable-subject = { $invoice } 的发票将延迟
mail-fapiao-unavailable-body = 帐单 { $invoice } 的发票暂时无法开具，预计于{ $day }开具。

# $count: subscriptions; $days: until they renew on $day; $before, $amount: what they cost a month before and
# after.
mail-renewals-near-subject = { $count } 个订阅将于 { $days } 天后续订
mail-renewals-near-body = { $count } 个订阅将于{ $day }续订 12 个月。续订前每月 { $before }；按目前已知价格，续订后每月 { $amount }（不含增值税）。在此前一天之前，您可以更改数量或暂停订阅。详情请见合作伙伴中心“定价和产品/服务”中的“对续订的影响”。
