//! Words of the admin center that are chosen by data.

use domain::access::CustomerRole;
use domain::licences::{UserFilter, UserStatus};
use domain::time::Day;
use i18n::{format, message};

use crate::context::locale;
use crate::ui::Tone;

/// All roles that a customer's person can have, in the order of the roles book.
pub(super) const ROLES: [CustomerRole; 5] = [
    CustomerRole::GlobalAdmin,
    CustomerRole::BillingAdmin,
    CustomerRole::UserManagementAdmin,
    CustomerRole::PasswordAdmin,
    CustomerRole::ServiceAdmin,
];

/// A role as the company itself calls it: that it is the customer's goes without saying here.
pub(super) fn role(role: CustomerRole) -> String {
    let id = match role {
        CustomerRole::GlobalAdmin => message!("users-role-global"),
        CustomerRole::BillingAdmin => message!("users-role-billing"),
        CustomerRole::UserManagementAdmin => message!("users-role-people"),
        CustomerRole::PasswordAdmin => message!("users-role-passwords"),
        CustomerRole::ServiceAdmin => message!("users-role-services"),
    };
    locale().say(id, &[])
}

/// The roles of somebody; a user without one is said so.
pub(super) fn roles(roles: &[CustomerRole]) -> String {
    if roles.is_empty() {
        return t!("users-role-none");
    }
    roles.iter().copied().map(role).collect::<Vec<_>>().join(" · ")
}

/// How it stands with somebody, with a tone.
pub(super) fn status(status: UserStatus) -> (Tone, String) {
    let (tone, id) = match status {
        UserStatus::Active => (Tone::Positive, message!("users-active")),
        UserStatus::Blocked => (Tone::Caution, message!("users-blocked")),
        UserStatus::Deleted => (Tone::Negative, message!("users-deleted")),
    };
    (tone, locale().say(id, &[]))
}

pub(super) fn filter(filter: UserFilter) -> String {
    let id = match filter {
        UserFilter::Licensed => message!("users-filter-licensed"),
        UserFilter::Unlicensed => message!("users-filter-unlicensed"),
        UserFilter::Admins => message!("users-filter-admins"),
        UserFilter::Blocked => message!("users-filter-blocked"),
        UserFilter::Deleted => message!("users-filter-deleted"),
    };
    locale().say(id, &[])
}

pub(super) fn day(day: Day) -> String {
    format::date(locale().language(), day)
}
