//! A partner's agent in a customer's admin center.

use chrono::Duration;
use domain::access::{Action, Surface};
use domain::account::{Actor, DeviceView, Stage, Viewer};
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, SessionId};
use domain::licences::OnBehalfRefusal;
use domain::time::Instant;
use storage::accounts::sessions::{self as rows, Live, NewSession, OnBehalf};
use storage::partners;

use super::sessions::running;
use super::sign_in::{Origin, SignedIn};
use super::token::{new_token, token_hash};
use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::system::System;
use crate::work::{Change, log, log_for};

/// How long such a session lasts unused.
///
/// Source: domain book, 2 "provide-technical-support" (rules).
const IDLE: Duration = Duration::minutes(60);

/// Begins a session in the admin center of `customer` for the agent who calls. The token goes into
/// the cookie of the admin center. Both companies' logs are told.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound` for a company that is no customer of the caller's;
/// [`OnBehalfRefusal::NotDelegated`].
///
/// Source: domain book, 2 "provide-technical-support"; `roles.md`, row 56.
pub async fn open_on_behalf(
    caller: &Caller,
    customer: CustomerId,
    from: Origin,
) -> Result<SignedIn> {
    let grant = caller.authorize(Action::AdministerOnBehalf)?;
    let system = &grant.system;
    let mut tx = system.store.write().await.stored()?;
    let found = partners::find_customer(&mut tx, grant.partner(), customer).await.stored()?;
    let found = found.ok_or(Error::NotFound { entity: Entity::Customer })?;
    let delegated = partners::delegated_admin(&mut tx, grant.partner(), customer).await.stored()?;
    if delegated != Some(true) {
        return Err(OnBehalfRefusal::NotDelegated.into());
    }
    let now = system.wall();
    let token = new_token(system.ids.as_ref());
    let session = NewSession {
        id: SessionId::from(system.next_id()),
        token_hash: token_hash(&token),
        user: grant.user(),
        surface: Surface::AdminCenter,
        stage: Stage::Complete,
        device: DeviceView::from_user_agent(&from.user_agent),
        address: from.address.clone(),
        expires_at: now + system.policy().session_absolute,
        on_behalf_of: Some(customer),
    };
    rows::delete_ended(&mut tx, Some(grant.user()), running(system)).await.stored()?;
    rows::insert(&mut tx, &session, now).await.stored()?;
    let change = Change {
        kind: "on-behalf-opened",
        subject: found.company_name,
        customer: Some(customer),
        ..Change::default()
    };
    log_for(&mut tx, &grant, customer.into(), change.clone()).await?;
    log(&mut tx, &grant, change).await?;
    tx.commit().await.stored()?;
    tracing::info!(user.id = %grant.user(), customer.id = %customer, "an agent acts on behalf");
    Ok(SignedIn { token, stage: Stage::Complete })
}

/// Whether the session `live` may go on: the right, the customer's consent and the idle time are
/// looked at with each request.
pub(super) fn allowed(live: &Live, behalf: &OnBehalf, now: Instant) -> bool {
    let agent = &live.user.viewer.actor;
    agent.can(Action::AdministerOnBehalf) && behalf.delegated && now - live.last_seen_at < IDLE
}

/// The agent as the customer's admin center knows him.
pub(super) fn viewer(agent: Viewer, behalf: OnBehalf) -> Viewer {
    let actor = match agent.actor {
        Actor::Partner { user, partner, roles, .. } => {
            Actor::OnBehalf { user, partner, customer: behalf.customer, roles }
        }
        other => other,
    };
    Viewer { actor, company: behalf.company, ..agent }
}

/// Ends the session `live`; both companies' logs are told.
pub(super) async fn end(system: &System, live: &Live, behalf: &OnBehalf) -> Result<()> {
    let agent = viewer(live.user.viewer.clone(), behalf.clone());
    let grant = Caller::signed_in(system.clone(), agent, live.id).authorize_on_behalf()?;
    let mut tx = system.store.write().await.stored()?;
    if rows::delete(&mut tx, grant.user(), live.id).await.stored()? {
        let subject = behalf.company.clone();
        let change = Change { kind: "on-behalf-ended", subject, ..Change::default() };
        log(&mut tx, &grant, change).await?;
    }
    tx.commit().await.stored()
}
