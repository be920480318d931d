# Customers’ people and their licenses.
err-user-name = Use up to 64 letters, digits, dots, hyphens and underscores before the @ sign.
err-upn-taken = This user name is taken. A deleted user keeps the name for 30 days.
err-usage-location-unknown = Choose China or leave the usage location empty.
err-customer-role = Choose roles from the list.
err-last-global-admin = Somebody must be left to administer the company: this is its last global admin.
err-own-roles = Nobody can change their own roles. Ask another global admin.
err-own-account = Nobody can block or delete themselves or reset their own password here. Change your password in your account.
err-admin-password = Only a global admin of the company can reset the password of an admin.
err-restore-over = The 30 days in which this user could be restored are over.
# $licence: name of the license
err-no-licence = All licenses of { $licence } are assigned. Only your partner can order more.
# $first, $second: names of licenses; $first-plan, $second-plan: their service plans
err-licence-conflict = { $first } contains { $first-plan } and { $second } contains { $second-plan }: nobody can use both. Switch one of the two service plans off or remove one license.
err-usage-location = Enter the usage location of this user before you assign licenses.
err-licence-unknown = The company has no license of this name. Use the offer’s code or the SKU ID.
# $plan: as it was written
err-licence-plan-unknown = The license has no service plan { $plan }.
err-bulk-unreadable = This file cannot be read. Upload a CSV file (UTF-8 or GB 18030) or an Excel workbook (XLSX).
# $columns: names of columns; $optional: the column that may be missing
err-bulk-header = The first line must name the columns: { $columns } and, if needed, { $optional }.
err-bulk-empty = There is nothing to do: no row and nobody was chosen.
err-bulk-user = The company has no user of this name.
err-bulk-action = Write assign or remove.
# $row: number of the earlier row
err-bulk-duplicate = Row { $row } is about the same user and license.
err-bulk-state = This job has already been started, finished or undone. Reload the page.
# $rows: rows that have changed
err-bulk-changed = { $rows ->
    [one] { $rows } license has been changed since. The job can no longer be undone.
   *[other] { $rows } licenses have been changed since. The job can no longer be undone.
}
# $columns: names of columns
err-import-header = The first line must be exactly: { $columns }
# $max: most rows
err-import-rows = A file can contain at most { $max } users.
err-import-status = Leave the last column empty.
# $domain: the company’s domain
err-import-domain = Use an address that ends with @{ $domain }.
# $rows: rows at fault
err-import-faulty = { $rows ->
    [one] { $rows } row contains an error. Nobody has been added.
   *[other] { $rows } rows contain errors. Nobody has been added.
}
err-on-behalf-not-delegated = This customer has not delegated administration to you. Request delegated admin privileges first.
err-not-found-licence = There is no such license.
err-not-found-bulk-job = There is no such job.

## What was done

activity-customer-user-added = User added
activity-customer-user-edited = User edited
activity-customer-user-blocked = User blocked
activity-customer-user-unblocked = User unblocked
activity-customer-user-deleted = User deleted
activity-customer-user-restored = User restored
activity-customer-user-purged = Deleted user removed for good
activity-customer-roles-changed = User’s roles changed
activity-customer-password-reset = User’s password reset
activity-customer-users-imported = Users imported
activity-licences-changed = User’s licenses changed
activity-bulk-licences-begun = Licenses of many users: begun
activity-bulk-licences-applied = Licenses of many users changed
activity-bulk-licences-undone = Licenses of many users: change undone
activity-on-behalf-opened = Administration on behalf of the customer begun
activity-on-behalf-ended = Administration on behalf of the customer ended
