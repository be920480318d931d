# The front door, before signing in.
# $operator: the company that runs this portal
welcome-title = Partner Center operated by { $operator }
welcome-text = The portal for companies that resell the cloud services operated by { $operator } in China.
welcome-read-guide = Read the program guide and agreement
welcome-enrol = Enroll
welcome-about = What this portal is
welcome-operator = Resellers in the Cloud Solution Provider (CSP) program manage their customers, subscriptions and bills here. The technology is licensed by Microsoft. The services are operated and provided by { $operator }, not by Microsoft: { $operator } manages their delivery, billing and customer support.
welcome-data = Customer data stays in China.
welcome-law = The services are subject to Chinese law.
welcome-enrolled = Only companies enrolled in the program may sell.

## The two documents

welcome-guide = Program guide and reseller agreement
welcome-guide-text = Two documents say what is expected of a reseller. Read both before you enroll.
welcome-program-guide = Program guide
welcome-program-guide-text = What the program requires of resellers, among other things support for their customers all day, every day of the year.
welcome-agreement = Reseller agreement
welcome-agreement-text = The contract between your company and the operator. A global admin of your company signs it as the last step of enrollment; it decides on payment terms and support duties.
welcome-guide-where = { $operator } publishes both documents; ask for the current versions there.

## Enrollment

welcome-enrol-title = Enroll your company
welcome-enrol-text = Enrollment takes several steps and may take several weeks: the application is reviewed, a credit check is made, then the account is set up. Have these at hand:
welcome-enrol-admin = the sign-in of a global admin of your company’s work or school account;
welcome-enrol-mpn = your MPN ID: membership in the Microsoft Partner Network is required;
welcome-enrol-support = how your customers reach your support: website, e-mail address and telephone number.
welcome-enrol-where = { $operator } opens enrollment: apply there. As soon as your company is authorized, you sign in here.

## Where to sign in

welcome-for-partners = For people of enrolled companies
welcome-for-customers = For people of companies that use the services
welcome-for-staff = For the operator’s staff
