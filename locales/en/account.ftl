# Signing in and one's own account: why something is refused, and what the activity log says.

## Signing in

err-sign-in = The name or the password is wrong.
# $seconds: until the next attempt
err-sign-in-wait = { $seconds ->
    [one] Too many failed attempts. Wait { $seconds } second, then try again.
   *[other] Too many failed attempts. Wait { $seconds } seconds, then try again.
}
# $minutes: until the end
err-sign-in-locked = { $minutes ->
    [one] Too many failed attempts. Signing in is locked for { $minutes } minute.
   *[other] Too many failed attempts. Signing in is locked for { $minutes } minutes.
}
err-code-wrong = This code is wrong or has been used already. Enter the next code that your authenticator shows, or one of your recovery codes.

## Password

err-password-current = This is not your current password.
err-password-mismatch = The two entries differ. Type the new password again.
err-password-same = Choose a password that differs from the current one.

## Second factor

err-second-factor-on = Your second factor is already on. Reload the page.
err-second-factor-off = Your second factor is off. Reload the page.
err-second-factor-required = Administrators must use a second factor, so it cannot be switched off.

## Settings

err-language = Choose one of the languages in the list.

## Activity log

activity-signed-in = Signed in
activity-signed-out = Signed out
activity-sign-in-locked = Signing in locked after too many failed attempts
activity-password-changed = Password changed
activity-second-factor-on = Second factor switched on
activity-second-factor-off = Second factor switched off
activity-recovery-code-used = Signed in with a recovery code
activity-session-ended = Session ended
activity-sessions-ended = All other sessions ended
