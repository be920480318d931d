# The operator’s outbox.

outbox-title = 发件箱
outbox-text = 门户写出的所有邮件，均以收件人的语言显示。
outbox-mail = 邮件
outbox-to = 收件人
outbox-address = 地址包含
outbox-status = 状态
outbox-waiting = 等待发送
outbox-sent = 已发送
outbox-failed = 发送失败
outbox-nothing = 没有邮件
outbox-nothing-text = 发生需要告知客户或合作伙伴的事项后，邮件会显示在这里。
outbox-showing = 已显示 { $shown } 封邮件，最新的在前
