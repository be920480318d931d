//! People added, edited, blocked, deleted and brought back.

use domain::access::{Action, CustomerRole};
use domain::account::Roles;
use domain::error::Error;
use domain::ids::{CustomerId, UserId};
use domain::licences::{
    AddUser, EditUser, PasswordReset, PersonDetails, RESTORE_DAYS, Restored, SetRoles, UserAdded,
    UserCommand, UserFault, UserStatus, check_not_self, check_password_reset, check_role_change,
    check_still_administered, restorable,
};
use domain::time::{Instant, start_of_day};
use storage::Tx;
use storage::accounts::{self, NewUser, sessions};
use storage::licences::users::{self as rows, AccountChange, Person, Profile};
use storage::licences::{assignments, seats};

use super::{NO_USER, at_version, domain_of};
use crate::accounts::{Temporary, temporary_password};
use crate::caller::{Caller, Grant};
use crate::collation::sort_key;
use crate::failure::{Result, Stored};
use crate::work::{Change, Start, log_for};

/// In which order lists of people stand: that of Chinese readers.
const ORDER: &str = "zh-CN";

/// Adds a person with a temporary password, which is told once.
///
/// # Errors
///
/// `Forbidden` without the right, or with roles without the right to give them;
/// [`UserFault::Taken`] at `user_name`.
///
/// Source: domain book, 2 "assign-licenses-to-users".
pub async fn add(caller: &Caller, wanted: AddUser) -> Result<UserAdded> {
    const USE_CASE: &str = "licences.add-user";
    let grant = caller.authorize(Action::EditUsers)?;
    if !wanted.roles.is_empty() {
        caller.authorize(Action::GiveCustomerAdminRole)?;
    }
    let Temporary { password, hash } =
        temporary_password(&grant.system, wanted.user_name.as_str()).await?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let domain = domain_of(&mut work.tx, grant.customer()).await?;
    let id = UserId::from(grant.system.next_id());
    let sign_in_name = wanted.user_name.at(&domain);
    let new = Newcomer { id, sign_in_name, hash, details: &wanted.details, roles: wanted.roles };
    let after = new.sign_in_name.clone();
    insert(&mut work.tx, &grant, new).await?;
    let change = Change {
        kind: "customer-user-added",
        subject: wanted.details.display_name.to_string(),
        after: Some(after.clone()),
        ..Change::default()
    };
    let kept = UserAdded { id, sign_in_name: after, password: None };
    let told = UserAdded { password: Some(password), ..kept.clone() };
    work.commit_secret(change, kept, told).await
}

/// Somebody who is to be added.
pub(super) struct Newcomer<'a> {
    /// The person's id.
    pub(super) id: UserId,
    /// The whole name to sign in with.
    pub(super) sign_in_name: String,
    /// Hash of the temporary password.
    pub(super) hash: String,
    /// The person.
    pub(super) details: &'a PersonDetails,
    /// Roles.
    pub(super) roles: Vec<CustomerRole>,
}

/// Writes a person with the profile.
pub(super) async fn insert(tx: &mut Tx, grant: &Grant, new: Newcomer<'_>) -> Result<()> {
    let Newcomer { id, sign_in_name, hash, details, roles } = new;
    let text = |name: &Option<domain::input::PersonName>| {
        name.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let user = NewUser {
        id,
        tenant: grant.tenant(),
        roles: Roles::Customer(roles),
        sign_in_name,
        family_name: text(&details.family_name),
        given_name: text(&details.given_name),
        password_hash: hash,
        must_change_password: true,
        language: None,
        demo: false,
    };
    accounts::insert(tx, &user, grant.now()).await.map_or_else(
        |error| {
            if error.violates("users_surface_sign_in_name_key", "users.sign_in_name") {
                Err(Error::invalid("user_name", UserFault::Taken))
            } else {
                Err(error).stored()
            }
        },
        Ok,
    )?;
    put_profile(tx, grant.customer(), id, &user.sign_in_name, details).await
}

async fn put_profile(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    sign_in_name: &str,
    details: &PersonDetails,
) -> Result<()> {
    let display_name = details.display_name.as_str();
    let names = [&details.family_name, &details.given_name]
        .map(|name| name.as_ref().map(domain::input::PersonName::as_str).unwrap_or_default());
    let profile = Profile {
        display_name,
        words: &format!("{display_name} {sign_in_name} {}{} {}", names[0], names[1], names[1]),
        sort_key: &sort_key(ORDER, display_name),
        phone: details.phone.as_ref().map(domain::input::Phone::as_str),
        usage_location: details.usage_location,
    };
    rows::put_profile(tx, customer, user, profile).await.stored()
}

/// Edits a person.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`.
pub async fn edit(caller: &Caller, wanted: EditUser) -> Result<()> {
    const USE_CASE: &str = "licences.edit-user";
    let grant = caller.authorize(Action::EditUsers)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let customer = grant.customer();
    let person = there(at_version(&mut work.tx, customer, wanted.user, wanted.seen).await?)?;
    let EditUser { user, seen, details, .. } = wanted;
    let text = |name: &Option<domain::input::PersonName>| {
        name.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let (family, given) = (text(&details.family_name), text(&details.given_name));
    let change = AccountChange { names: Some((&family, &given)), ..AccountChange::default() };
    rows::change(&mut work.tx, customer, user, seen, change).await.stored()?;
    put_profile(&mut work.tx, customer, user, &person.sign_in_name, &details).await?;
    let change = Change {
        kind: "customer-user-edited",
        subject: person.sign_in_name.clone(),
        before: Some(person.display_name),
        after: Some(details.display_name.to_string()),
        ..Change::default()
    };
    work.commit(change, ()).await
}

/// The person, unless deleted.
pub(super) fn there(person: Person) -> Result<Person> {
    if person.status == UserStatus::Deleted { Err(NO_USER) } else { Ok(person) }
}

/// Keeps a person from signing in, at once; the licences stay.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; nobody blocks themselves, and the last global admin stays.
pub async fn block(caller: &Caller, wanted: UserCommand) -> Result<()> {
    let (kind, to) = ("customer-user-blocked", UserStatus::Blocked);
    switch(caller, wanted, "licences.block-user", kind, to).await
}

/// Lets a person sign in again.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`.
pub async fn unblock(caller: &Caller, wanted: UserCommand) -> Result<()> {
    let (kind, to) = ("customer-user-unblocked", UserStatus::Active);
    switch(caller, wanted, "licences.unblock-user", kind, to).await
}

async fn switch(
    caller: &Caller,
    wanted: UserCommand,
    use_case: &'static str,
    kind: &'static str,
    to: UserStatus,
) -> Result<()> {
    let grant = caller.authorize(Action::EditUsers)?;
    let mut work = match grant.work(wanted.request, use_case, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, user) = (grant.customer(), wanted.user);
    seats::lock(&mut work.tx, customer).await.stored()?;
    let person = there(at_version(&mut work.tx, customer, user, wanted.version).await?)?;
    check_not_self(grant.actor(), user)?;
    if person.status == to {
        return work.commit_unlogged(()).await;
    }
    if to == UserStatus::Blocked {
        let others = rows::other_global_admins(&mut work.tx, customer, user).await.stored()?;
        check_still_administered(&person.roles, others)?;
        sessions::delete_others(&mut work.tx, user, None).await.stored()?;
    }
    let change = AccountChange { status: Some(to), ..AccountChange::default() };
    rows::change(&mut work.tx, customer, user, person.version, change).await.stored()?;
    let change = Change { kind, subject: person.sign_in_name, ..Change::default() };
    work.commit(change, ()).await
}

/// Gives and takes roles.
///
/// # Errors
///
/// `Forbidden` for everybody but the company's global admins, `NotFound`, `Stale`; nobody changes
/// the own roles, and the last global admin stays.
///
/// Source: domain book, `roles.md`, row 72.
pub async fn set_roles(caller: &Caller, wanted: SetRoles) -> Result<()> {
    const USE_CASE: &str = "licences.set-roles";
    let grant = caller.authorize(Action::GiveCustomerAdminRole)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, user) = (grant.customer(), wanted.user);
    seats::lock(&mut work.tx, customer).await.stored()?;
    let person = there(at_version(&mut work.tx, customer, user, wanted.seen).await?)?;
    let others = rows::other_global_admins(&mut work.tx, customer, user).await.stored()?;
    check_role_change(grant.actor(), user, &person.roles, &wanted.roles, others)?;
    if person.roles == wanted.roles {
        return work.commit_unlogged(()).await;
    }
    let change = AccountChange { roles: Some(&wanted.roles), ..AccountChange::default() };
    rows::change(&mut work.tx, customer, user, person.version, change).await.stored()?;
    let text = |roles: Vec<CustomerRole>| Some(Roles::Customer(roles).as_text());
    let change = Change {
        kind: "customer-roles-changed",
        subject: person.sign_in_name,
        before: text(person.roles),
        after: text(wanted.roles),
        ..Change::default()
    };
    work.commit(change, ()).await
}

/// Gives a person a temporary password, which is told once, and ends the person's sessions.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; refusals as [`check_password_reset`] says.
///
/// Source: domain book, `roles.md`, row 70.
pub async fn reset_password(caller: &Caller, wanted: UserCommand) -> Result<PasswordReset> {
    const USE_CASE: &str = "licences.reset-password";
    let grant = caller.authorize(Action::ResetUserPassword)?;
    let customer = grant.customer();
    let mut tx = grant.read().await?;
    let person = rows::find(&mut tx, customer, wanted.user).await.stored()?.ok_or(NO_USER)?;
    drop(tx);
    let Temporary { password, hash } =
        temporary_password(&grant.system, &person.sign_in_name).await?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let person = at_version(&mut work.tx, customer, wanted.user, wanted.version).await?;
    let person = there(person)?;
    check_password_reset(grant.actor(), wanted.user, &person.roles)?;
    let change = AccountChange { temporary_password: Some(&hash), ..AccountChange::default() };
    rows::change(&mut work.tx, customer, wanted.user, person.version, change).await.stored()?;
    sessions::delete_others(&mut work.tx, wanted.user, None).await.stored()?;
    let sign_in_name = person.sign_in_name;
    let change = Change {
        kind: "customer-password-reset",
        subject: sign_in_name.clone(),
        ..Change::default()
    };
    let kept = PasswordReset { sign_in_name, password: None };
    let told = PasswordReset { password: Some(password), ..kept.clone() };
    work.commit_secret(change, kept, told).await
}

/// Deletes a person: the licences are free at once, and for 30 days everything can come back.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; nobody deletes themselves, and the last global admin stays.
pub async fn delete(caller: &Caller, wanted: UserCommand) -> Result<()> {
    const USE_CASE: &str = "licences.delete-user";
    let grant = caller.authorize(Action::EditUsers)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, user, tx) = (grant.customer(), wanted.user, &mut work.tx);
    seats::lock(tx, customer).await.stored()?;
    let person = there(at_version(tx, customer, user, wanted.version).await?)?;
    check_not_self(grant.actor(), user)?;
    let others = rows::other_global_admins(tx, customer, user).await.stored()?;
    check_still_administered(&person.roles, others)?;
    let held = assignments::held(tx, customer, &[user]).await.stored()?;
    let held = held.into_values().next().unwrap_or_default();
    for licence in &held {
        assignments::delete(tx, customer, user, licence.sku).await.stored()?;
        seats::give_back(tx, customer, licence.sku, 1).await.stored()?;
    }
    let change = AccountChange { status: Some(UserStatus::Deleted), ..AccountChange::default() };
    rows::change(tx, customer, user, person.version, change).await.stored()?;
    rows::note_deleted(tx, customer, user, Some((grant.now(), &held))).await.stored()?;
    sessions::delete_others(tx, user, None).await.stored()?;
    let change =
        Change { kind: "customer-user-deleted", subject: person.sign_in_name, ..Change::default() };
    work.commit(change, ()).await
}

/// Brings back a deleted person, with the licences of which seats are left.
///
/// # Errors
///
/// `Forbidden`, `NotFound` for whoever is not deleted, `Stale`;
/// [`domain::licences::UserRefusal::RestoreOver`] after 30 days.
pub async fn restore(caller: &Caller, wanted: UserCommand) -> Result<Restored> {
    const USE_CASE: &str = "licences.restore-user";
    let grant = caller.authorize(Action::EditUsers)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, user, tx) = (grant.customer(), wanted.user, &mut work.tx);
    seats::lock(tx, customer).await.stored()?;
    let person = at_version(tx, customer, user, wanted.version).await?;
    let deleted_at = person.deleted_at.ok_or(NO_USER)?;
    restorable(deleted_at, grant.today())?;
    let mut restored = Restored { licences: Vec::new(), missing: Vec::new() };
    for licence in &person.kept {
        if seats::take(tx, customer, licence.sku, 1).await.stored()? {
            assignments::insert(tx, customer, user, licence, grant.now()).await.stored()?;
            restored.licences.push(licence.sku);
        } else {
            restored.missing.push(licence.sku);
        }
    }
    let change = AccountChange { status: Some(UserStatus::Active), ..AccountChange::default() };
    rows::change(tx, customer, user, person.version, change).await.stored()?;
    rows::note_deleted(tx, customer, user, None).await.stored()?;
    let change = Change {
        kind: "customer-user-restored",
        subject: person.sign_in_name,
        ..Change::default()
    };
    work.commit(change, restored).await
}

/// Forgets for good whoever was deleted more than 30 days ago; how many. For the scheduler.
///
/// # Errors
///
/// `Unauthenticated` for everybody else; `Unavailable` if the database is.
pub async fn purge_deleted(caller: &Caller) -> Result<usize> {
    let grant = caller.authorize_jobs()?;
    let days = chrono::Days::new(RESTORE_DAYS);
    let Some(day) = grant.today().checked_sub_days(days) else { return Ok(0) };
    let moment: Instant = start_of_day(day);
    let mut tx = grant.system.store.write().await.stored()?;
    let purged = rows::purge(&mut tx, moment).await.stored()?;
    for person in &purged {
        let change = Change {
            kind: "customer-user-purged",
            subject: person.sign_in_name.clone(),
            ..Change::default()
        };
        log_for(&mut tx, &grant, person.customer.into(), change).await?;
    }
    tx.commit().await.stored()?;
    Ok(purged.len())
}
