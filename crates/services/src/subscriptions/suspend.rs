//! Suspension, which is also cancellation, and the way back.
//!
//! Source: domain book, "suspend-a-subscription".

use domain::access::Action;
use domain::billing::Agreed;
use domain::catalogue::Unit;
use domain::ids::{CustomerId, SubscriptionId};
use domain::subscriptions::{
    self as rules, EventKind, Reactivate, Rehearsal, Status, Subscription, Suspend, SuspendReason,
};
use storage::Tx;
use storage::licences::pools;

use super::Changed;
use super::changes::{change, changed, unchanged};
use super::notices::{About, Notice, notify};
use super::scene::{Scene, Writer};
use crate::billing::{Chargeable, Outcome, perform};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};

/// What the suspension of the subscription `id` would do now; nothing is changed.
///
/// # Errors
///
/// `Forbidden` without the right to suspend; `NotFound`; [`rules::SubscriptionRefusal::Deleted`].
pub async fn rehearse(
    caller: &Caller,
    customer: CustomerId,
    id: SubscriptionId,
    language: &str,
) -> Result<Rehearsal> {
    let grant = caller.authorize(Action::SuspendSubscription)?;
    let mut tx = grant.read().await?;
    let scene = Scene::load(&mut tx, &grant, customer, language).await?;
    let current = scene.find(id)?;
    rules::check_suspend(current, scene.today)?;
    let offer = &scene.shelf.get(current.offer)?.offer;
    let pools = pools::list(&mut tx, customer).await.stored()?;
    let pool = match offer.unit {
        Unit::Licences => pools.get(&offer.sku).copied().unwrap_or_default(),
        Unit::Gigabytes | Unit::None => rules::Pool::default(),
    };
    let mut add_ons = Vec::new();
    for add_on in in_use(&scene, id) {
        add_ons.push(scene.shelf.name(add_on)?);
    }
    Ok(rules::rehearse(current, scene.today, pool.assigned, pool.valid, add_ons))
}

/// The add-ons of `parent` that are suspended with it.
fn in_use(scene: &Scene, parent: SubscriptionId) -> impl Iterator<Item = &Subscription> {
    scene
        .add_ons(parent)
        .filter(|add_on| matches!(add_on.status_on(scene.today), Status::Pending | Status::Active))
}

/// Suspends a subscription with those of its add-ons that are in use. One that is suspended stays
/// as it is.
///
/// # Errors
///
/// `Stale`; [`rules::SubscriptionRefusal::Deleted`].
pub async fn suspend(
    caller: &Caller,
    wanted: impl Into<Agreed<Suspend>>,
    language: &str,
) -> Result<Changed> {
    perform(caller, wanted.into(), language).await
}

impl Chargeable for Suspend {
    const USE_CASE: &'static str = "subscriptions.suspend";
    const ACTION: Action = Action::SuspendSubscription;
    type Done = Changed;

    async fn apply(&self, tx: &mut Tx, grant: &Grant, language: &str) -> Result<Outcome<Changed>> {
        let customer = self.target.customer;
        let scene = Scene::lock(tx, grant, customer, language).await?;
        let current = scene.seen(&self.target)?;
        if !rules::check_suspend(current, scene.today)? {
            return Ok((unchanged(current), None));
        }

        let (reason, kind) = (self.reason, EventKind::Suspended);
        let next = rules::suspended(current, reason, self.note.clone(), scene.today);
        let writer = Writer::of(grant);
        writer.update(tx, &scene.shelf, current, &next, kind).await?;
        for add_on in in_use(&scene, current.id) {
            let next = rules::suspended(add_on, SuspendReason::Parent, None, scene.today);
            writer.update(tx, &scene.shelf, add_on, &next, kind).await?;
        }
        tell(tx, grant, &scene, &next, Notice::Suspended(&next)).await?;
        let entry = change(
            "subscription-suspended",
            scene.shelf.subject(current)?,
            customer,
            None,
            Some(reason.as_str().to_owned()),
        );
        Ok((changed(current), Some(entry)))
    }
}

/// Reactivates a subscription with those of its add-ons that were suspended with it, each with the
/// quantity it had. One that is active stays as it is.
///
/// # Errors
///
/// `Stale`; refusals as [`rules::check_reactivate`] says.
pub async fn reactivate(
    caller: &Caller,
    wanted: impl Into<Agreed<Reactivate>>,
    language: &str,
) -> Result<Changed> {
    perform(caller, wanted.into(), language).await
}

impl Chargeable for Reactivate {
    const USE_CASE: &'static str = "subscriptions.reactivate";
    const ACTION: Action = Action::ReactivateSubscription;
    type Done = Changed;

    async fn apply(&self, tx: &mut Tx, grant: &Grant, language: &str) -> Result<Outcome<Changed>> {
        let customer = self.target.customer;
        let scene = Scene::lock(tx, grant, customer, language).await?;
        let current = scene.seen(&self.target)?;
        let parent = scene.parent_status(current);
        if !rules::check_reactivate(current, parent, scene.today)? {
            return Ok((unchanged(current), None));
        }

        let kind = EventKind::Reactivated;
        let next = rules::reactivated(current, scene.today);
        let writer = Writer::of(grant);
        writer.update(tx, &scene.shelf, current, &next, kind).await?;
        let along = |add_on: &&Subscription| add_on.reason == Some(SuspendReason::Parent);
        for add_on in scene.add_ons(current.id).filter(along) {
            let next = rules::reactivated(add_on, scene.today);
            writer.update(tx, &scene.shelf, add_on, &next, kind).await?;
        }
        tell(tx, grant, &scene, &next, Notice::Reactivated(&next)).await?;
        let reason = current.reason.map(|reason| reason.as_str().to_owned());
        let subject = scene.shelf.subject(current)?;
        let entry = change("subscription-reactivated", subject, customer, reason, None);
        Ok((changed(current), Some(entry)))
    }
}

/// Writes the mails of `notice` about `subscription`.
async fn tell(
    tx: &mut Tx,
    grant: &Grant,
    scene: &Scene,
    subscription: &Subscription,
    notice: Notice<'_>,
) -> Result<()> {
    let about = About {
        partner: grant.partner(),
        customer: subscription.customer,
        customer_name: &scene.standing.customer_name,
        name: &scene.shelf.name(subscription)?,
    };
    notify(tx, &grant.system, about, notice).await
}
