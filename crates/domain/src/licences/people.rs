//! People of a customer: what a form says of them, and who may do what to whom.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::fault::{UserFault, UserRefusal};
use crate::access::CustomerRole;
use crate::account::{Actor, sign_in_name};
use crate::error::{Coded, Error, FieldError};
use crate::ids::{RequestId, UserId};
use crate::input::{DisplayName, Fault, PersonName, Phone, display_name, person_name, phone};
use crate::time::{Day, Instant, business_day, days_after};

/// Days for which a deleted person can be restored.
///
/// Source: domain book, 2 "assign-licenses-to-users" (screens).
pub const RESTORE_DAYS: u64 = 30;

/// Most characters before the `@`.
const USER_NAME_LENGTH: usize = 64;

/// The part of a sign-in name before the `@`, folded to small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct UserName(String);

impl UserName {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole name to sign in with, in the company's `domain`.
    #[must_use]
    pub fn at(&self, domain: &str) -> String {
        format!("{}@{domain}", self.0)
    }
}

/// The user name in `text`: letters, digits, `.`, `_` and `-`, at most 64.
///
/// # Errors
///
/// [`Fault::Required`] as a refusal of the field, [`UserFault::UserName`].
///
/// Source: domain book, 2 "create-user-accounts-and-set-permissions" (fields).
pub fn user_name(text: &str) -> Result<UserName, crate::error::Refusal> {
    let name = sign_in_name(text);
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    if name.is_empty() {
        Err(crate::error::Refusal::new(&Fault::Required))
    } else if name.len() <= USER_NAME_LENGTH && name.chars().all(known) {
        Ok(UserName(name))
    } else {
        Err(crate::error::Refusal::new(&UserFault::UserName))
    }
}

/// Where a person uses the services. The programme knows one country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UsageLocation {
    /// China.
    #[serde(rename = "CN")]
    China,
}

impl UsageLocation {
    /// How it is stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        "CN"
    }

    /// The location called `text`; `None` for an empty one.
    ///
    /// # Errors
    ///
    /// [`UserFault::UsageLocation`] for any other country.
    pub fn read(text: &str) -> Result<Option<Self>, UserFault> {
        match text.trim() {
            "" => Ok(None),
            "CN" => Ok(Some(Self::China)),
            _ => Err(UserFault::UsageLocation),
        }
    }
}

/// How it stands with a person's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UserStatus {
    /// May sign in.
    Active,
    /// May not sign in; keeps the licences.
    Blocked,
    /// Can be restored for 30 days.
    Deleted,
}

/// What is known of a person beside name and roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonDetails {
    /// What the person is called in lists.
    pub display_name: DisplayName,
    /// Family name.
    pub family_name: Option<PersonName>,
    /// Given name.
    pub given_name: Option<PersonName>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Where the person uses the services; without it, no licence can be assigned.
    pub usage_location: Option<UsageLocation>,
}

/// The form of a new person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddUserDraft {
    /// This attempt.
    pub request: RequestId,
    /// What the person is called in lists.
    pub display_name: String,
    /// Family name, or nothing.
    #[serde(default)]
    pub family_name: String,
    /// Given name, or nothing.
    #[serde(default)]
    pub given_name: String,
    /// The part before the `@`.
    pub user_name: String,
    /// Telephone, or nothing.
    #[serde(default)]
    pub phone: String,
    /// `CN`, or nothing.
    #[serde(default)]
    pub usage_location: String,
    /// Names of roles with spaces between; nothing is a user without a role.
    #[serde(default)]
    pub roles: String,
}

/// Adds a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AddUser {
    /// This attempt.
    pub request: RequestId,
    /// The part before the `@`.
    pub user_name: UserName,
    /// The person.
    pub details: PersonDetails,
    /// Roles, in the order of the roles book.
    pub roles: Vec<CustomerRole>,
}

impl AddUserDraft {
    /// The command, if every field can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault, in the order of the form.
    pub fn parse(self) -> Result<AddUser, Error> {
        let Self {
            request,
            display_name,
            family_name,
            given_name,
            user_name,
            phone,
            usage_location,
            roles,
        } = self;
        let mut form = Form::default();
        let display = form.take("display_name", self::display_name(&display_name));
        let family = form.take("family_name", optional(&family_name, person_name));
        let given = form.take("given_name", optional(&given_name, person_name));
        let name = form.name(&user_name);
        let phone = form.take("phone", optional(&phone, self::phone));
        let location = form.take("usage_location", UsageLocation::read(&usage_location));
        let roles = form.take("roles", read_roles(&roles));
        let (Some(display_name), Some(family_name), Some(given_name), Some(user_name)) =
            (display, family, given, name)
        else {
            return Err(form.refused());
        };
        let (Some(phone), Some(usage_location), Some(roles)) = (phone, location, roles) else {
            return Err(form.refused());
        };
        let details =
            PersonDetails { display_name, family_name, given_name, phone, usage_location };
        Ok(AddUser { request, user_name, details, roles })
    }
}

/// The form that edits a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditUserDraft {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub version: i64,
    /// What the person is called in lists.
    pub display_name: String,
    /// Family name, or nothing.
    #[serde(default)]
    pub family_name: String,
    /// Given name, or nothing.
    #[serde(default)]
    pub given_name: String,
    /// Telephone, or nothing.
    #[serde(default)]
    pub phone: String,
    /// `CN`, or nothing.
    #[serde(default)]
    pub usage_location: String,
}

/// Edits a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditUser {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub seen: i64,
    /// What is to be known of the person.
    pub details: PersonDetails,
}

impl EditUserDraft {
    /// The command, if every field can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault, in the order of the form.
    pub fn parse(self) -> Result<EditUser, Error> {
        let Self {
            request,
            user,
            version,
            display_name,
            family_name,
            given_name,
            phone,
            usage_location,
        } = self;
        let mut form = Form::default();
        let display = form.take("display_name", self::display_name(&display_name));
        let family = form.take("family_name", optional(&family_name, person_name));
        let given = form.take("given_name", optional(&given_name, person_name));
        let phone = form.take("phone", optional(&phone, self::phone));
        let location = form.take("usage_location", UsageLocation::read(&usage_location));
        let (Some(display_name), Some(family_name), Some(given_name)) = (display, family, given)
        else {
            return Err(form.refused());
        };
        let (Some(phone), Some(usage_location)) = (phone, location) else {
            return Err(form.refused());
        };
        let details =
            PersonDetails { display_name, family_name, given_name, phone, usage_location };
        Ok(EditUser { request, user, seen: version, details })
    }
}

/// The form that gives and takes roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRolesDraft {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub version: i64,
    /// Names of roles with spaces between; nothing is a user without a role.
    #[serde(default)]
    pub roles: String,
}

/// Gives and takes roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetRoles {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub seen: i64,
    /// All roles afterwards, in the order of the roles book.
    pub roles: Vec<CustomerRole>,
}

impl SetRolesDraft {
    /// The command, if the roles are known.
    ///
    /// # Errors
    ///
    /// [`UserFault::Role`] at `roles`.
    pub fn parse(self) -> Result<SetRoles, Error> {
        let Self { request, user, version, roles } = self;
        let roles = read_roles(&roles).map_err(|fault| Error::invalid("roles", fault))?;
        Ok(SetRoles { request, user, seen: version, roles })
    }
}

/// Fields read one after the other, with the faults found so far.
#[derive(Default)]
struct Form {
    faults: Vec<FieldError>,
}

impl Form {
    fn take<T>(&mut self, field: &str, read: Result<T, impl Coded>) -> Option<T> {
        read.map_err(|fault| self.faults.push(FieldError::new(field, fault))).ok()
    }

    fn name(&mut self, text: &str) -> Option<UserName> {
        let field = "user_name".to_owned();
        user_name(text).map_err(|refusal| self.faults.push(FieldError { field, refusal })).ok()
    }

    fn refused(self) -> Error {
        Error::Invalid { fields: self.faults }
    }
}

/// What `read` makes of `text`; `None` if there is nothing in it.
pub(super) fn optional<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn read_roles(text: &str) -> Result<Vec<CustomerRole>, UserFault> {
    let named = text.split_whitespace().map(str::parse::<CustomerRole>);
    let mut roles = named.collect::<Result<Vec<_>, _>>().map_err(|_| UserFault::Role)?;
    roles.sort_unstable();
    roles.dedup();
    Ok(roles)
}

/// Whether `actor` may reset the password of `user`, who has `roles`.
///
/// # Errors
///
/// [`UserRefusal::OwnAccount`]; [`UserRefusal::AdminPassword`] for an admin, unless a global admin
/// of the company does it.
///
/// Source: domain book, `roles.md` 7, row 70.
pub fn check_password_reset(
    actor: &Actor,
    user: UserId,
    roles: &[CustomerRole],
) -> Result<(), UserRefusal> {
    check_not_self(actor, user)?;
    let global = matches!(actor, Actor::Customer { roles, .. } if roles.contains(&CustomerRole::GlobalAdmin));
    if roles.is_empty() || global { Ok(()) } else { Err(UserRefusal::AdminPassword) }
}

/// Whether somebody else than `user` acts.
///
/// # Errors
///
/// [`UserRefusal::OwnAccount`].
pub fn check_not_self(actor: &Actor, user: UserId) -> Result<(), UserRefusal> {
    if actor.user() == user { Err(UserRefusal::OwnAccount) } else { Ok(()) }
}

/// Whether `actor` may give `user`, who has the roles `current`, the roles `wanted`, when `others`
/// other active global admins are left. That roles may be given at all, the table of rights says.
///
/// # Errors
///
/// [`UserRefusal::OwnRoles`], [`UserRefusal::LastGlobalAdmin`].
///
/// Source: domain book, `roles.md` 1 and 7, row 72.
pub fn check_role_change(
    actor: &Actor,
    user: UserId,
    current: &[CustomerRole],
    wanted: &[CustomerRole],
    others: i64,
) -> Result<(), UserRefusal> {
    if actor.user() == user {
        return Err(UserRefusal::OwnRoles);
    }
    if wanted.contains(&CustomerRole::GlobalAdmin) {
        return Ok(());
    }
    check_still_administered(current, others)
}

/// Whether somebody is left to administer the company without a person who has `roles`.
///
/// # Errors
///
/// [`UserRefusal::LastGlobalAdmin`].
///
/// Source: domain book, 2 "create-user-accounts-and-set-permissions" (rules).
pub fn check_still_administered(roles: &[CustomerRole], others: i64) -> Result<(), UserRefusal> {
    if roles.contains(&CustomerRole::GlobalAdmin) && others == 0 {
        Err(UserRefusal::LastGlobalAdmin)
    } else {
        Ok(())
    }
}

/// The last day on which a person deleted at `deleted_at` can be restored, if `today` is not past it.
///
/// # Errors
///
/// [`UserRefusal::RestoreOver`].
pub fn restorable(deleted_at: Instant, today: Day) -> Result<Day, UserRefusal> {
    let last = days_after(business_day(deleted_at), RESTORE_DAYS);
    if today <= last { Ok(last) } else { Err(UserRefusal::RestoreOver) }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::access::{AdminRole, PartnerRoles};
    use crate::ids::{CustomerId, PartnerId};

    const GLOBAL: CustomerRole = CustomerRole::GlobalAdmin;
    const PASSWORDS: CustomerRole = CustomerRole::PasswordAdmin;

    fn user(n: u128) -> UserId {
        UserId::from(Uuid::from_u128(n))
    }

    fn admin(roles: &[CustomerRole]) -> Actor {
        let customer = CustomerId::from(Uuid::from_u128(9));
        Actor::Customer { user: user(1), customer, roles: roles.to_vec() }
    }

    fn on_behalf() -> Actor {
        Actor::OnBehalf {
            user: user(1),
            partner: PartnerId::from(Uuid::from_u128(8)),
            customer: CustomerId::from(Uuid::from_u128(9)),
            roles: PartnerRoles { agent: None, admin: Some(AdminRole::GlobalAdmin) },
        }
    }

    #[test]
    fn a_user_name_is_what_can_stand_before_the_at() {
        for (text, name) in [
            ("li.wei", Some("li.wei")),
            (" Li_Wei-1 ", Some("li_wei-1")),
            ("ｌｉ", Some("li")),
            ("李伟", None),
            ("li wei", None),
            ("li@wei", None),
            ("", None),
        ] {
            assert_eq!(user_name(text).ok().map(|name| name.0).as_deref(), name, "{text}");
        }
        for (length, fits) in [(64, true), (65, false)] {
            assert_eq!(user_name(&"a".repeat(length)).is_ok(), fits, "{length}");
        }
    }

    #[test]
    fn only_a_global_admin_of_the_company_resets_an_admins_password() {
        for (actor, roles, allowed) in [
            (admin(&[GLOBAL]), vec![GLOBAL], true),
            (admin(&[PASSWORDS]), vec![], true),
            (admin(&[PASSWORDS]), vec![PASSWORDS], false),
            (admin(&[CustomerRole::UserManagementAdmin]), vec![GLOBAL], false),
            (on_behalf(), vec![], true),
            (on_behalf(), vec![CustomerRole::ServiceAdmin], false),
        ] {
            let checked = check_password_reset(&actor, user(2), &roles);
            assert_eq!(checked.is_ok(), allowed, "{actor:?} {roles:?}");
        }
        let own = check_password_reset(&admin(&[GLOBAL]), user(1), &[GLOBAL]);
        assert_eq!(own, Err(UserRefusal::OwnAccount));
    }

    #[test]
    fn nobody_changes_own_roles_and_the_last_global_admin_stays() {
        let actor = admin(&[GLOBAL]);
        let own = check_role_change(&actor, user(1), &[GLOBAL], &[], 5);
        assert_eq!(own, Err(UserRefusal::OwnRoles));
        for (current, wanted, others, allowed) in [
            (vec![GLOBAL], vec![], 0, false),
            (vec![GLOBAL], vec![], 1, true),
            (vec![GLOBAL], vec![GLOBAL, PASSWORDS], 0, true),
            (vec![PASSWORDS], vec![], 0, true),
        ] {
            let checked = check_role_change(&actor, user(2), &current, &wanted, others);
            assert_eq!(checked.is_ok(), allowed, "{current:?} {wanted:?} {others}");
        }
    }

    #[test]
    fn a_person_comes_back_for_thirty_days() {
        let deleted_at: Instant = "2019-06-10T01:00:00Z".parse().unwrap();
        for (today, possible) in [("2019-06-10", true), ("2019-07-10", true), ("2019-07-11", false)]
        {
            assert_eq!(restorable(deleted_at, today.parse().unwrap()).is_ok(), possible, "{today}");
        }
    }

    #[test]
    fn every_fault_of_a_new_person_is_named() {
        let draft = AddUserDraft {
            request: RequestId::from(Uuid::from_u128(1)),
            display_name: String::new(),
            family_name: "王1".into(),
            given_name: String::new(),
            user_name: "李伟".into(),
            phone: "12".into(),
            usage_location: "FR".into(),
            roles: "king".into(),
        };
        let Err(Error::Invalid { fields }) = draft.clone().parse() else { panic!("it is refused") };
        let named: Vec<_> =
            fields.iter().map(|at| (at.field.as_str(), at.refusal.code.key.as_ref())).collect();
        assert_eq!(
            named,
            [
                ("display_name", "err-required"),
                ("family_name", "err-person-name"),
                ("user_name", "err-user-name"),
                ("phone", "err-phone-cn"),
                ("usage_location", "err-usage-location-unknown"),
                ("roles", "err-customer-role"),
            ]
        );
        let good = AddUserDraft {
            display_name: "王伟".into(),
            family_name: String::new(),
            user_name: "wang.wei".into(),
            phone: "13912345678".into(),
            usage_location: "CN".into(),
            roles: "password-admin global-admin password-admin".into(),
            ..draft
        };
        let command = good.parse().unwrap();
        assert_eq!(command.roles, [GLOBAL, PASSWORDS]);
        assert_eq!(
            command.user_name.at("a.partner.onmschina.cn"),
            "wang.wei@a.partner.onmschina.cn"
        );
        assert_eq!(command.details.family_name, None);
    }
}
