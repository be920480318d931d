# Saved views, the risk panel, non-payment.

views-title = Saved views
views-save = Save this view
views-name = Name of the view
views-forget = Delete the view { $name }
done-view-saved = The view is saved
done-view-deleted = The view is deleted

risk-title = Risk
risk-text = Your own notes about this customer’s payments. The customer does not see them.
risk-overdue = The customer is late with payments to us
risk-overdue-banner = This customer is late with payments
risk-limit = Credit limit
risk-limit-help = In yuan. Up to this amount you let the customer owe you money.
risk-notes = Notes
risk-notes-help = At most 4,000 characters.
risk-changed = Last changed by { $who } on { $when }
risk-policy-title = Collections policy
risk-policy = Policy
risk-policy-help = When an unpaid bill affects access. Your agents see it before they suspend a subscription.
done-risk-saved = The notes are saved
done-policy-saved = The policy is saved

non-payment-title = Non-payment, fraud or misuse
non-payment-text = What you answer for when a customer does not pay or misuses a service, and what you can do.
non-payment-liable = You are financially liable
non-payment-liable-text = You pay for what your customers buy, also if the purchase was fraudulent or the customer does not pay you. Set up controls that prevent fraud and find it early, and decide for yourself to whom you extend credit.
non-payment-policy-text = Have a clear collections policy that says when access is affected. You can write it down on the risk page of any customer; your agents see it before they suspend a subscription.
non-payment-suspend = Suspend the subscription while you investigate
non-payment-suspend-text = Choose the customer, then the subscription. The reason is recorded, and you see beforehand who loses access and when data is deleted.
non-payment-choose = Choose a customer
non-payment-report = Report suspicious activity to the operator
non-payment-report-text = Tell the operator’s support about activity that looks like fraud or misuse. Name the customer, the subscription and what you have seen.
non-payment-own = Your own account is another matter
non-payment-own-text = Here it is about customers who owe you money. What you owe the operator is under Billing; if it stays unpaid, the operator can suspend your account, which does not touch your customers’ subscriptions.
