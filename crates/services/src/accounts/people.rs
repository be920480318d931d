//! People: added, their own settings, and whom to ask.

use domain::access::{Access, Action};
use domain::account::{Roles, Settings, SettingsFault, sign_in_name, written_name};
use domain::error::Error;
use domain::ids::{RequestId, UserId};
use storage::accounts::{self, Colleague};
use uuid::Uuid;

use super::passwords::Turn;
use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::system::System;
use crate::work::Start;

/// Somebody who is to be added.
#[derive(Clone, PartialEq, Eq)]
pub struct NewUser {
    /// The partner, the customer, or nil for the operator's staff.
    pub tenant: Uuid,
    /// What the person may do, and so where.
    pub roles: Roles,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// The first password.
    pub password: String,
    /// Whether that must be changed at the first sign-in.
    pub temporary: bool,
    /// The language in which the person reads.
    pub language: Option<String>,
    /// An invented person of the demo.
    pub demo: bool,
}

/// Adds somebody, without asking who may: for the demo and for tests.
///
/// # Errors
///
/// If the name to sign in with is taken on that surface.
pub async fn insert_user(system: &System, new: NewUser) -> Result<UserId> {
    let id = UserId::from(system.next_id());
    let turn = Turn::take(system).await?;
    let password_hash = turn.hash(system.ids.as_ref(), new.password).await?;
    drop(turn);
    let row = accounts::NewUser {
        id,
        tenant: new.tenant,
        roles: new.roles,
        sign_in_name: sign_in_name(&new.sign_in_name),
        family_name: new.family_name,
        given_name: new.given_name,
        password_hash,
        must_change_password: new.temporary,
        language: new.language,
        demo: new.demo,
    };
    let mut tx = system.store.write().await.stored()?;
    accounts::insert(&mut tx, &row, system.now()).await.stored()?;
    tx.commit().await.stored()?;
    Ok(id)
}

/// Keeps what the caller has chosen for all devices.
///
/// Not logged: it concerns nobody else, and a log full of it would hide what does.
///
/// # Errors
///
/// [`SettingsFault::Language`] at the field `language`.
pub async fn save_settings(caller: &Caller, request: RequestId, wanted: Settings) -> Result<()> {
    const USE_CASE: &str = "accounts.save-settings";
    let grant = caller.authorize_own_account()?;
    let spoken = |language: &str| Settings::LANGUAGES.contains(&language);
    if !wanted.language.as_deref().is_none_or(spoken) {
        return Err(Error::invalid("language", SettingsFault::Language));
    }
    let mut work = match grant.work(request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (tenant, user) = (grant.tenant(), grant.user());
    accounts::save_settings(&mut work.tx, tenant, user, &wanted).await.stored()?;
    work.commit_unlogged(()).await
}

/// The people of the caller's company who may do `action`: whom to ask. Where nobody may do it,
/// those who may look.
///
/// # Errors
///
/// [`Error::Unauthenticated`].
pub async fn colleagues_who_may(caller: &Caller, action: Action) -> Result<Vec<String>> {
    let grant = caller.authorize_own_account()?;
    let mut tx = grant.read().await?;
    let all = accounts::colleagues(&mut tx, grant.tenant(), grant.surface()).await.stored()?;
    let with = |enough: Access| -> Vec<String> {
        let may = |person: &&Colleague| person.roles.access(action) >= enough;
        let name = |person: &Colleague| written_name(&person.family_name, &person.given_name);
        all.iter().filter(may).map(name).collect()
    };
    let who = with(Access::Allowed);
    Ok(if who.is_empty() { with(Access::ReadOnly) } else { who })
}
