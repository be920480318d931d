//! What readers ask about people and licences, and what they are shown.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::assign::Held;
use super::people::{UsageLocation, UserStatus};
use super::seats::PoolSeats;
use crate::access::CustomerRole;
use crate::ids::{RequestId, SkuId, SubscriptionId, UserId};
use crate::time::{Day, Instant};

/// Which people are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UserFilter {
    /// With a licence.
    Licensed,
    /// Without.
    Unlicensed,
    /// With a role.
    Admins,
    /// Who may not sign in.
    Blocked,
    /// Who can be restored; they are in no other list.
    Deleted,
}

impl UserFilter {
    /// All of them, in the order of the page.
    pub const ALL: &[Self] =
        &[Self::Licensed, Self::Unlicensed, Self::Admins, Self::Blocked, Self::Deleted];

    /// How it stands in the address.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Licensed => "licensed",
            Self::Unlicensed => "unlicensed",
            Self::Admins => "admins",
            Self::Blocked => "blocked",
            Self::Deleted => "deleted",
        }
    }
}

/// What a reader asks of the list of people. It stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsersQuery {
    /// Words of the name or the name to sign in with.
    pub words: String,
    /// Only these.
    pub filter: Option<UserFilter>,
    /// Behind this person, as [`UsersView::next`] says; none is the first page.
    pub after: Option<UserId>,
    /// Rows a page; 0 is the usual number.
    pub size: u32,
}

/// Somebody in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRow {
    /// Who.
    pub id: UserId,
    /// What the person is called.
    pub display_name: String,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// Roles.
    pub roles: Vec<CustomerRole>,
    /// Of the account.
    pub status: UserStatus,
    /// Names of the licences.
    pub licences: Vec<String>,
    /// When the person was deleted.
    pub deleted_at: Option<Instant>,
}

/// The people who answer a [`UsersQuery`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsersView {
    /// The rows of this page, by name.
    pub users: Vec<UserRow>,
    /// How many there are over all pages.
    pub total: i64,
    /// What to ask for the page after this one.
    pub next: Option<UserId>,
    /// Whether the reader may add and edit people.
    pub may_edit: bool,
    /// Whether the reader may assign licences.
    pub may_assign: bool,
}

/// A service plan of a licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is on for the person; for a licence not held, whether it would be.
    pub on: bool,
}

/// A licence of the company, for one person or for nobody in particular.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceView {
    /// Of what.
    pub sku: SkuId,
    /// Its name.
    pub name: String,
    /// A code by which files name it.
    pub code: String,
    /// The company's seats.
    pub seats: PoolSeats,
    /// Whether the person holds it.
    pub held: bool,
    /// Its service plans.
    pub plans: Vec<PlanView>,
}

/// One person.
#[expect(clippy::struct_excessive_bools, reason = "each right is asked for by itself")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDetails {
    /// Who.
    pub id: UserId,
    /// The version to send back with a change.
    pub version: i64,
    /// What the person is called.
    pub display_name: String,
    /// Family name, or nothing.
    pub family_name: String,
    /// Given name, or nothing.
    pub given_name: String,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Where the person uses the services.
    pub usage_location: Option<UsageLocation>,
    /// Roles.
    pub roles: Vec<CustomerRole>,
    /// Of the account.
    pub status: UserStatus,
    /// The licences of the company, and which of them the person holds.
    pub licences: Vec<LicenceView>,
    /// The last day on which a deleted person can be restored.
    pub restorable_until: Option<Day>,
    /// What restoring would give back, if seats are free.
    pub kept: Vec<Held>,
    /// Whether the reader may edit, block, delete and restore the person.
    pub may_edit: bool,
    /// Whether the reader may assign licences.
    pub may_assign: bool,
    /// Whether the reader may reset the password.
    pub may_reset: bool,
    /// Whether the reader may give and take roles.
    pub may_give_roles: bool,
}

/// A password that is shown once and never again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TemporaryPassword(String);

impl TemporaryPassword {
    /// Keeps `password` from being written anywhere by accident.
    #[must_use]
    pub const fn new(password: String) -> Self {
        Self(password)
    }

    /// The password itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TemporaryPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TemporaryPassword(…)")
    }
}

/// Somebody has been added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserAdded {
    /// Who.
    pub id: UserId,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The first password; missing when the same attempt is answered again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<TemporaryPassword>,
}

/// Somebody has a new temporary password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordReset {
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The password; missing when the same attempt is answered again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<TemporaryPassword>,
}

/// Somebody is back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// Licences that the person has again.
    pub licences: Vec<SkuId>,
    /// Licences of which none is left.
    pub missing: Vec<SkuId>,
}

/// The company's licences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolsView {
    /// One line a SKU, by name.
    pub licences: Vec<LicenceView>,
    /// Whether the reader may assign licences.
    pub may_assign: bool,
    /// Whom to ask for more.
    pub contacts: Vec<SupportContact>,
}

/// How a partner is reached by its customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportContact {
    /// The company.
    pub partner: String,
    /// Where its support is described.
    pub url: Option<String>,
    /// Its support's address.
    pub email: Option<String>,
    /// Its support's telephone.
    pub phone: Option<String>,
}

/// One of the company's own subscriptions. There is nothing here to change it with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSubscription {
    /// Which.
    pub id: SubscriptionId,
    /// The nickname, or the offer's name.
    pub name: String,
    /// The offer's name.
    pub offer: String,
    /// Seats.
    pub quantity: i64,
    /// `pending`, `active`, `suspended` or `deleted`.
    pub status: String,
    /// The first day.
    pub starts_on: Day,
    /// The day on which the term ends and begins anew.
    pub renews_on: Day,
    /// Since when it is suspended.
    pub suspended_on: Option<Day>,
    /// When its data is deleted, if it stays suspended.
    pub deletes_on: Option<Day>,
    /// Who sold it.
    pub partner: String,
}

/// The company's own subscriptions, and whom to ask for changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSubscriptionsView {
    /// All that are not deleted, by name.
    pub subscriptions: Vec<OwnSubscription>,
    /// The partners.
    pub contacts: Vec<SupportContact>,
}

/// One person, at the version that the reader saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserCommand {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub version: i64,
}
