//! Running sessions: picked up at each request, listed and ended by their owners.

use chrono::Duration;
use domain::access::Surface;
use domain::account::{SessionView, Settings, Stage, Viewer};
use domain::error::{Entity, Error};
use domain::ids::{RequestId, SessionId};
use storage::accounts::sessions::{self as rows, Live, Running};

use super::on_behalf;
use super::sign_in::as_user;
use super::token::token_hash;
use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::system::System;
use crate::work::{Change, Start, log};

/// How exactly the last use is known. Each noting is a write; a page load makes several requests.
const SEEN_EVERY: Duration = Duration::minutes(1);

/// A session, picked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumed {
    /// Which.
    pub session: SessionId,
    /// What is still missing; nothing counts before it is [`Stage::Complete`].
    pub stage: Stage,
    /// Who.
    pub viewer: Viewer,
    /// What that person has chosen.
    pub settings: Settings,
}

/// Which sessions still run at this moment.
pub(super) fn running(system: &System) -> Running {
    let now = system.wall();
    Running { now, idle_since: now - system.policy().session_idle }
}

/// The running session on `surface` behind `token`.
pub(super) async fn live(system: &System, surface: Surface, token: &str) -> Result<Option<Live>> {
    let mut tx = system.store.read().await.stored()?;
    rows::find(&mut tx, surface, &token_hash(token), running(system)).await.stored()
}

/// The session on `surface` behind `token`; `None` if it has ended or never was.
///
/// Once a minute its use is noted, so that it does not end while it is used.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn resume(system: &System, surface: Surface, token: &str) -> Result<Option<Resumed>> {
    let Some(live) = live(system, surface, token).await? else { return Ok(None) };
    if let Some(behalf) = &live.on_behalf
        && !on_behalf::allowed(&live, behalf, system.wall())
    {
        on_behalf::end(system, &live, behalf).await?;
        return Ok(None);
    }
    if system.wall() - live.last_seen_at >= SEEN_EVERY {
        // Who only reads must not be sent away because nobody can write just now.
        if let Err(error) = note_use(system, live.id).await {
            tracing::warn!(%error, "the use of a session was not noted");
        }
    }
    let Live { id, stage, user, on_behalf, .. } = live;
    let viewer = match on_behalf {
        Some(behalf) => on_behalf::viewer(user.viewer, behalf),
        None => user.viewer,
    };
    Ok(Some(Resumed { session: id, stage, viewer, settings: user.settings }))
}

async fn note_use(system: &System, session: SessionId) -> Result<()> {
    let mut tx = system.store.write().await.stored()?;
    rows::touch(&mut tx, session, system.wall()).await.stored()?;
    tx.commit().await.stored()
}

/// Ends the session on `surface` behind `token`, if it still runs.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn sign_out(system: &System, surface: Surface, token: &str) -> Result<()> {
    let Some(live) = live(system, surface, token).await? else { return Ok(()) };
    if let Some(behalf) = &live.on_behalf {
        return on_behalf::end(system, &live, behalf).await;
    }
    let grant = as_user(system, &live.user, Some(live.id))?;
    let mut tx = system.store.write().await.stored()?;
    let ended = rows::delete(&mut tx, grant.user(), live.id).await.stored()?;
    if ended && live.stage == Stage::Complete {
        let change = Change { kind: "signed-out", subject: live.address, ..Change::default() };
        log(&mut tx, &grant, change).await?;
    }
    tx.commit().await.stored()
}

/// The caller's running sessions, the one used last first.
///
/// # Errors
///
/// [`Error::Unauthenticated`].
pub async fn sessions(caller: &Caller) -> Result<Vec<SessionView>> {
    let grant = caller.authorize_own_account()?;
    let mut tx = grant.read().await?;
    let running = running(&grant.system);
    rows::list(&mut tx, grant.user(), caller.session(), running).await.stored()
}

/// Ends one of the caller's sessions; it may be the one that asks.
///
/// # Errors
///
/// [`Error::NotFound`] if it has ended already, or is somebody else's.
pub async fn end_session(caller: &Caller, request: RequestId, id: SessionId) -> Result<()> {
    const USE_CASE: &str = "accounts.end-session";
    let grant = caller.authorize_own_account()?;
    let mut work = match grant.work(request, USE_CASE, &id).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let running = running(&grant.system);
    let sessions = rows::list(&mut work.tx, grant.user(), caller.session(), running).await;
    let session = sessions.stored()?.into_iter().find(|session| session.id == id);
    let session = session.ok_or(Error::NotFound { entity: Entity::Session })?;
    if !rows::delete(&mut work.tx, grant.user(), id).await.stored()? {
        return Err(Error::NotFound { entity: Entity::Session });
    }
    let change = Change { kind: "session-ended", subject: session.address, ..Change::default() };
    work.commit(change, ()).await
}

/// Ends all the caller's sessions but the one that asks; how many.
///
/// # Errors
///
/// [`Error::Unauthenticated`].
pub async fn end_other_sessions(caller: &Caller, request: RequestId) -> Result<u64> {
    const USE_CASE: &str = "accounts.end-other-sessions";
    let grant = caller.authorize_own_account()?;
    let mut work = match grant.work(request, USE_CASE, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let running = running(&grant.system);
    rows::delete_ended(&mut work.tx, Some(grant.user()), running).await.stored()?;
    let ended = rows::delete_others(&mut work.tx, grant.user(), caller.session()).await.stored()?;
    if ended == 0 {
        return work.commit_unlogged(ended).await;
    }
    let change =
        Change { kind: "sessions-ended", before: Some(ended.to_string()), ..Change::default() };
    work.commit(change, ended).await
}

/// Forgets sessions that have ended and failures that no longer count; how many of both.
///
/// For the scheduler: nothing depends on its being done.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn forget_ended(system: &System) -> Result<u64> {
    let running = running(system);
    let forgotten = running.now - system.policy().lock_for;
    let mut tx = system.store.write().await.stored()?;
    let sessions = rows::delete_ended(&mut tx, None, running).await.stored()?;
    let failures = storage::accounts::failures::delete_before(&mut tx, forgotten).await.stored()?;
    tx.commit().await.stored()?;
    Ok(sessions + failures)
}
