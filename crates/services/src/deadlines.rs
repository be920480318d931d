//! What must be decided soon, as a board and as a calendar at a secret address.

use domain::access::Action;
use domain::deadlines::{
    self as rules, CalendarState, Deadline, DeadlineAction, DeadlineKind, DeadlinesView,
};
use domain::error::{Entity, Error};
use domain::ids::{RequestId, SessionId};
use sha2::{Digest, Sha256};
use storage::accounts;
use storage::subscriptions as rows;
use uuid::Uuid;

use crate::accounts::new_token;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;
use crate::system::System;
use crate::work::{Change, Start};

/// Deadlines of a kind that are shown.
const SHOWN: usize = 100;

/// The language of a calendar whose owner has not chosen one.
const USUAL_LANGUAGE: &str = "zh-CN";

/// What the caller's partner must decide soon, each kind from the nearest day on, with words in
/// `language`; at most a hundred of a kind, and how many there are.
///
/// # Errors
///
/// `Forbidden` without the right to see subscriptions.
pub async fn list(caller: &Caller, language: &str) -> Result<DeadlinesView> {
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let mut tx = grant.read().await?;
    let today = grant.today();
    let shelf = Shelf::load(&mut tx, today, language).await?;
    let found = rows::deadlines(&mut tx, grant.partner(), today).await.stored()?;
    let mut due = Vec::new();
    for (subscription, customer_name) in found {
        let Some((kind, day, action)) = rules::deadline(&subscription, today) else { continue };
        due.push(Deadline {
            kind,
            day,
            days_left: (day - today).num_days(),
            subscription: subscription.id,
            name: shelf.name(&subscription)?,
            quantity: subscription.quantity,
            customer: subscription.customer,
            customer_name,
            action: may(&grant, action).then_some(action),
        });
    }
    due.sort_by(|one, other| (one.day, one.subscription).cmp(&(other.day, other.subscription)));
    let mut view = DeadlinesView::default();
    for deadline in due {
        let (list, total) = match deadline.kind {
            DeadlineKind::Deletion => (&mut view.deletions, &mut view.deletions_total),
            DeadlineKind::Renewal => (&mut view.renewals, &mut view.renewals_total),
            DeadlineKind::TrialEnd => (&mut view.trials, &mut view.trials_total),
        };
        *total += 1;
        if list.len() < SHOWN {
            list.push(deadline);
        }
    }
    Ok(view)
}

/// Whether the reader's roles reach as far as `action`.
fn may(grant: &Grant, action: DeadlineAction) -> bool {
    let action = match action {
        DeadlineAction::Reactivate => Action::ReactivateSubscription,
        DeadlineAction::Review => Action::SuspendSubscription,
        DeadlineAction::Convert => Action::UpgradeSubscription,
    };
    grant.actor().access(action).may_change()
}

/// Whether the caller's calendar has an address.
///
/// # Errors
///
/// `Forbidden` without the right to see subscriptions.
pub async fn calendar_state(caller: &Caller) -> Result<CalendarState> {
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let mut tx = grant.read().await?;
    let since = rows::calendar_since(&mut tx, grant.partner(), grant.user()).await.stored()?;
    Ok(CalendarState { since })
}

/// Gives the caller's calendar a new secret address; one it had before leads nowhere from now on.
/// The secret, which is shown this once: a repetition of the attempt gets `None`.
///
/// # Errors
///
/// `Forbidden` without the right to see subscriptions.
pub async fn rotate_calendar(caller: &Caller, request: RequestId) -> Result<Option<String>> {
    const USE_CASE: &str = "deadlines.rotate-calendar";
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let mut work = match grant.work(request, USE_CASE, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(()) => return Ok(None),
    };

    let secret = new_token(&*grant.system.ids);
    let (partner, user) = (grant.partner(), grant.user());
    let hash = hash(&secret);
    let put = rows::put_calendar_token(&mut work.tx, partner, user, &hash, grant.now());
    put.await.stored()?;
    let change = Change { kind: "calendar-address-made", ..Change::default() };
    work.commit(change, ()).await?;
    Ok(Some(secret))
}

/// Takes the calendar's address away.
///
/// # Errors
///
/// `Forbidden` without the right to see subscriptions.
pub async fn stop_calendar(caller: &Caller, request: RequestId) -> Result<()> {
    const USE_CASE: &str = "deadlines.stop-calendar";
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let mut work = match grant.work(request, USE_CASE, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(()) => return Ok(()),
    };

    let (partner, user) = (grant.partner(), grant.user());
    if !rows::delete_calendar_token(&mut work.tx, partner, user).await.stored()? {
        return work.commit_unlogged(()).await;
    }
    let change = Change { kind: "calendar-address-removed", ..Change::default() };
    work.commit(change, ()).await
}

/// What a calendar is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The owner's language: `en`, `fr` or `zh-CN`.
    pub language: String,
    /// What the owner would see on the board.
    pub deadlines: DeadlinesView,
}

/// The deadlines behind the secret address of a calendar, as its owner would see them now.
///
/// # Errors
///
/// `NotFound` if nobody has this address, or its owner may no longer see subscriptions.
pub async fn feed(system: &System, secret: &str) -> Result<Feed> {
    const NOT_FOUND: Error = Error::NotFound { entity: Entity::Page };
    let mut tx = system.store.read().await.stored()?;
    let owner = rows::find_calendar_token(&mut tx, &hash(secret)).await.stored()?;
    let (partner, user) = owner.ok_or(NOT_FOUND)?;
    let user = accounts::find(&mut tx, partner.into(), user).await.stored()?.ok_or(NOT_FOUND)?;
    // Reading needs the connection where there is only one.
    drop(tx);
    if !user.active || user.must_change_password {
        return Err(NOT_FOUND);
    }
    let session = SessionId::from(Uuid::nil());
    let caller = Caller::signed_in(system.clone(), user.viewer, session);
    let language = user.settings.language.unwrap_or_else(|| USUAL_LANGUAGE.to_owned());
    match list(&caller, &language).await {
        Ok(deadlines) => Ok(Feed { language, deadlines }),
        Err(Error::Forbidden { .. }) => Err(NOT_FOUND),
        Err(error) => Err(error),
    }
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::new().chain_update(b"calendar").chain_update(secret).finalize().into()
}
