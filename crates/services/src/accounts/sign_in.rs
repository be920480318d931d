//! The door.

use domain::account::{DeviceView, SignIn, SignInDraft, SignInFault, Stage};
use domain::error::Error;
use domain::ids::SessionId;
use storage::Tx;
use storage::accounts::sessions::{self, NewSession};
use storage::accounts::{self, User};

use super::brake::{self, Attempt, Subject};
use super::passwords::Turn;
use super::sessions::running;
use super::token::{new_token, token_hash};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::system::System;
use crate::work::{Change, log};

/// Where somebody signs in from, as far as the server can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The network address.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
}

/// A session has begun.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret for the cookie.
    pub token: String,
    /// What is still missing.
    pub stage: Stage,
}

/// Begins a session for whoever knows the password.
///
/// The answer and the work are the same for a name that nobody has, for somebody who may no
/// longer sign in, and for a wrong password. The session is always a new one, so that a token
/// somebody planted before is worth nothing.
///
/// # Errors
///
/// Empty fields; [`SignInFault::Wrong`]; [`SignInFault::Wait`] and [`SignInFault::Locked`], also
/// for the right password.
pub async fn sign_in(system: &System, draft: SignInDraft, from: Origin) -> Result<SignedIn> {
    let SignIn { surface, name, password } = draft.parse()?;
    let subjects = [Subject::Account(surface, &name), Subject::Address(&from.address)];
    let attempt = brake::count(system, &subjects).await?;

    let mut tx = system.store.read().await.stored()?;
    let user = accounts::find_by_name(&mut tx, surface, &name).await.stored()?;
    drop(tx);
    let user = user.filter(|user| user.active);
    let hash = user.as_ref().map(|user| user.password_hash.clone());
    let right = Turn::take(system).await?.matches(hash, password).await?;

    match user {
        Some(user) if right => begin(system, &user, &from, &attempt).await,
        user => Err(refused(system, user, &attempt, SignInFault::Wrong).await?),
    }
}

async fn begin(system: &System, user: &User, from: &Origin, attempt: &Attempt) -> Result<SignedIn> {
    let now = system.wall();
    let token = new_token(system.ids.as_ref());
    let stage = next_stage(system, user, user.must_change_password, user.factor.is_on());
    let grant = as_user(system, user, None)?;
    let session = NewSession {
        id: SessionId::from(system.next_id()),
        token_hash: token_hash(&token),
        user: grant.user(),
        surface: grant.surface(),
        stage,
        device: DeviceView::from_user_agent(&from.user_agent),
        address: from.address.clone(),
        expires_at: now + system.policy().session_absolute,
        on_behalf_of: None,
    };

    let mut tx = system.store.write().await.stored()?;
    // Whoever has lost the password or the account since it was read must not come in.
    let current = accounts::find(&mut tx, grant.tenant(), grant.user()).await.stored()?;
    if !current.is_some_and(|now| now.active && now.password_hash == user.password_hash) {
        return Err(SignInFault::Wrong.into());
    }
    let owner = Some(grant.user());
    sessions::delete_ended(&mut tx, owner, running(system)).await.stored()?;
    sessions::insert(&mut tx, &session, now).await.stored()?;
    attempt.succeeded(&mut tx).await?;
    if stage == Stage::Complete {
        log_signed_in(&mut tx, &grant, &from.address).await?;
    }
    tx.commit().await.stored()?;
    tracing::info!(user.id = %grant.user(), stage = stage.as_str(), "a session has begun");
    Ok(SignedIn { token, stage })
}

/// What `user` still owes after the password, if that is `temporary` and the factor is `on`.
pub(super) fn next_stage(system: &System, user: &User, temporary: bool, on: bool) -> Stage {
    Stage::after_password(temporary, on, second_factor_required(system, user))
}

/// Whether the house demands a second factor of `user`.
pub(super) fn second_factor_required(system: &System, user: &User) -> bool {
    system.policy().second_factor_for_admins && user.administrator
}

/// The right of `user` to the own account, on the way in or in `session`.
pub(super) fn as_user(system: &System, user: &User, session: Option<SessionId>) -> Result<Grant> {
    let session = session.unwrap_or_else(|| SessionId::from(uuid::Uuid::nil()));
    Caller::signed_in(system.clone(), user.viewer.clone(), session).authorize_own_account()
}

/// Notes in the company's log that somebody is in, and from where.
pub(super) async fn log_signed_in(tx: &mut Tx, grant: &Grant, address: &str) -> Result<()> {
    let change = Change { kind: "signed-in", subject: address.to_owned(), ..Change::default() };
    log(tx, grant, change).await
}

/// What the log is told of a lock.
pub(super) fn locked() -> Change {
    changed("sign-in-locked")
}

/// What the log is told of a change of the own account that needs no values.
pub(super) fn changed(kind: &'static str) -> Change {
    Change { kind, ..Change::default() }
}

/// The answer to a failed attempt. Of an account that exists, the lock is logged, so that its
/// owner can see it; single failures are not, or anybody could fill a company's log.
pub(super) async fn refused(
    system: &System,
    user: Option<User>,
    attempt: &Attempt,
    fault: SignInFault,
) -> Result<Error> {
    let Some(lock) = attempt.lock() else { return Ok(fault.into()) };
    if let Some(user) = user {
        let grant = as_user(system, &user, None)?;
        let mut tx = system.store.write().await.stored()?;
        log(&mut tx, &grant, locked()).await?;
        tx.commit().await.stored()?;
        tracing::warn!(user.id = %grant.user(), "an account is locked after failures to sign in");
    }
    Ok(lock.into())
}
