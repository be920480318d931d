# Signing in, and the pages of one's own account.

## The door

account-sign-in-partner-center = Sign in to Partner Center
account-sign-in-admin-center = Sign in to the admin center
account-sign-in-back-office = Sign in to the back office
account-for-partners = For resellers of this cloud, with their work account.
account-for-customers = For companies that use the services, with their work account.
account-for-operator = For the operator’s staff only.
account-name = Sign-in name
account-password = Password
account-show-password = Show the password
account-hide-password = Hide the password
account-not-signed-in = You are not signed in
account-sign-in-help = Help with signing in
account-welcome = About this portal
account-somebody-else = Sign in as somebody else
done-signed-out = You have signed out.

## The steps after the password

account-step-taken = This step is done
account-step-taken-text = You have been here before, perhaps in another window.
account-first-password = Choose your own password
account-first-password-text = The password you were given was only for this one time.
account-enter-code = Enter your code
account-enter-code-text = Your account is protected by a second factor.
account-code = Code
account-code-help = The six digits that your authenticator app shows now.
account-check-code = Check the code
account-use-recovery = I do not have my authenticator with me
account-recovery-code = Recovery code
account-recovery-code-help = One of the codes that you stored when you set up the second factor. Each works once.
account-enrol-text = Administrators need a second factor. Set it up once, then go on.

## Passwords

account-change-password = Change your password
account-change-password-text = Your other sessions end when the password changes; this one goes on.
account-current-password = Current password
account-new-password = New password
account-repeat-password = New password again
account-password-rules = 8 to 16 characters, with at least three of these: lower-case letters, upper-case letters, digits, symbols. Not your user name.
account-set-password = Change the password
account-password-not-changed = The password was not changed
done-password-changed = Your password is changed. Your other sessions have ended.

## Second factor

account-second-factor = Second factor
account-second-factor-text = After your password, you also enter a code from an app on your phone. A stolen password alone then opens nothing.
account-second-factor-is-on = On
account-second-factor-is-off = Off
account-second-factor-on-now = Your second factor is on.
account-second-factor-not-on = The second factor was not switched on
account-second-factor-still-on = The second factor was not switched off
account-second-factor-required = Administrators must keep their second factor.
account-set-up = Set up a second factor
account-switch-on = Switch on
account-switch-off = Switch off the second factor
account-switch-off-text = From then on your password alone is enough. Your recovery codes no longer work.
account-scan = Scan this picture with an authenticator app on your phone.
account-qr = QR code with the secret that is written in step 2
account-open-authenticator = Open an authenticator app on this device
account-secret = Or type this secret into the app.
account-confirm = Enter the code that the app shows.
account-recovery-codes = Recovery codes
# $count: codes not yet used
account-codes-left = { $count ->
    [one] { $count } code left
   *[other] { $count } codes left
}
account-codes-text = With each of these codes you get in once without your authenticator. They are shown only now: print this page or keep them in a password manager.
account-codes-stored = I have stored the codes
done-second-factor-off = Your second factor is off.

## The account

account-title = Your account
account-text = Who you are here, and how you like to work.
account-person = Name
account-company = Company
account-roles = Roles
account-settings = Settings
account-settings-not-saved = Your settings were not saved
account-language = Language
account-language-browser = As the browser
account-theme = Appearance
account-theme-system = As the system
account-theme-light = Light
account-theme-dark = Dark
account-theme-contrast = High contrast
account-shortcuts = Single-key shortcuts
account-shortcuts-help = “?” shows the keys, “/” goes to the search field.
done-settings-saved = Your settings are saved.

## Sessions

account-sessions = Your sessions
account-sessions-text = Where you are signed in. End what you do not recognize, then change your password.
account-device = Device
# $browser: such as Firefox; $system: such as Windows
account-browser-on = { $browser } on { $system }
account-unknown-device = Unknown device
account-address = Network address
account-since = Signed in
account-last-use = Last used
account-this-session = This session
account-end = End
# $device: such as “Firefox on Windows”
account-end-session = End the session: { $device }
account-end-others = End all other sessions
account-session-not-ended = The session was not ended
done-session-ended = The session has ended.
done-sessions-ended = All your other sessions have ended.

## Rights

account-rights = What you may do
account-rights-text = From your roles. Both settings of a user count together.
account-may-not = What you may not do
account-action = Action
account-who-could = Roles that allow it
account-nobody = Nobody
