# The operator’s outbox.

outbox-title = Outbox
outbox-text = Every mail that the portal has written, in its receiver’s language.
outbox-mail = Mail
outbox-to = To
outbox-address = Address contains
outbox-status = Status
outbox-waiting = Waiting
outbox-sent = Sent
outbox-failed = Failed
outbox-nothing = No mail
outbox-nothing-text = Mails appear here as soon as something happens that customers or partners are told of.
outbox-showing = { $shown ->
    [one] { $shown } mail shown, the newest first
   *[other] { $shown } mails shown, the newest first
}
