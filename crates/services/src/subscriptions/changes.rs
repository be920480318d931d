//! Quantity, nickname, reseller.

use domain::access::Action;
use domain::billing::Agreed;
use domain::ids::CustomerId;
use domain::orders::Limits;
use domain::subscriptions::{
    self as rules, ChangeQuantity, ChangeReseller, EventKind, Rename, Subscription,
    SubscriptionRefusal as Refusal, Surroundings,
};
use storage::Tx;
use storage::licences::pools;
use storage::subscriptions as rows;

use super::Changed;
use super::scene::{Scene, Writer};
use crate::billing::{Chargeable, Outcome, perform};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// What the log is told of a change of the subscription called `subject`.
pub(super) fn change(
    kind: &'static str,
    subject: String,
    customer: CustomerId,
    before: Option<String>,
    after: Option<String>,
) -> Change {
    Change { kind, subject, customer: Some(customer), before, after }
}

/// The outcome for `subscription` after one more change.
pub(super) fn changed(subscription: &Subscription) -> Changed {
    Changed { id: subscription.id, version: subscription.version + 1 }
}

/// The outcome for `subscription` as it was.
pub(super) fn unchanged(subscription: &Subscription) -> Changed {
    Changed { id: subscription.id, version: subscription.version }
}

/// Changes the number of units, at once.
///
/// # Errors
///
/// `Stale` if somebody changed it since the version `wanted.target.seen`; refusals as
/// [`rules::check_quantity`] says, those about the quantity at the field `quantity`.
///
/// Source: domain book, "create-a-new-subscription" (rules).
pub async fn change_quantity(
    caller: &Caller,
    wanted: impl Into<Agreed<ChangeQuantity>>,
    language: &str,
) -> Result<Changed> {
    perform(caller, wanted.into(), language).await
}

impl Chargeable for ChangeQuantity {
    const USE_CASE: &'static str = "subscriptions.change-quantity";
    const ACTION: Action = Action::ChangeQuantity;
    type Done = Changed;

    async fn apply(&self, tx: &mut Tx, grant: &Grant, language: &str) -> Result<Outcome<Changed>> {
        let customer = self.target.customer;
        let scene = Scene::lock(tx, grant, customer, language).await?;
        let current = scene.seen(&self.target)?;
        let offer = &scene.shelf.get(current.offer)?.offer;
        let pool = pools::lock(tx, customer, offer.sku).await.stored()?;
        let parent = current.parent.and_then(|parent| scene.find(parent).ok());
        let around = Surroundings {
            offer,
            pool,
            parent: parent.map(|parent| parent.quantity),
            add_ons: capped_units(&scene, current)?,
        };
        let limits = Limits::default();
        rules::check_quantity(current, self.quantity, &around, limits, scene.today)
            .map_err(Refusal::at_quantity)?;
        if self.quantity == current.quantity {
            return Ok((unchanged(current), None));
        }

        let next = Subscription { quantity: self.quantity, ..current.clone() };
        let writer = Writer::of(grant);
        writer.update(tx, &scene.shelf, current, &next, EventKind::Quantity).await?;
        let entry = change(
            "subscription-quantity-changed",
            scene.shelf.subject(current)?,
            customer,
            Some(current.quantity.to_string()),
            Some(next.quantity.to_string()),
        );
        Ok((changed(current), Some(entry)))
    }
}

/// Most units of the add-ons of `parent` that have one unit a seat.
fn capped_units(scene: &Scene, parent: &Subscription) -> Result<u32> {
    let mut most = 0;
    for add_on in scene.add_ons(parent.id) {
        if rules::capped_by_parent(&scene.shelf.get(add_on.offer)?.offer) {
            most = most.max(add_on.quantity);
        }
    }
    Ok(most)
}

/// Gives a subscription a nickname, or takes it away.
///
/// # Errors
///
/// `Stale`; [`Refusal::Deleted`].
///
/// Source: domain book, 1.1, F-NICK.
pub async fn rename(caller: &Caller, wanted: Rename, language: &str) -> Result<Changed> {
    const USE_CASE: &str = "subscriptions.rename";
    let grant = caller.authorize(Action::RenameSubscription)?;
    let mut work = match grant.work(wanted.target.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };

    let customer = wanted.target.customer;
    let scene = Scene::lock(&mut work.tx, &grant, customer, language).await?;
    let current = scene.seen(&wanted.target)?;
    rules::check_update(current, scene.today)?;
    let nickname = wanted.nickname.map(String::from);
    if nickname == current.nickname {
        return work.commit_unlogged(unchanged(current)).await;
    }

    let next = Subscription { nickname: nickname.clone(), ..current.clone() };
    rows::update(&mut work.tx, grant.partner(), &next).await.stored()?;
    let subject = scene.shelf.subject(current)?;
    let before = current.nickname.clone();
    let entry = change("subscription-renamed", subject, customer, before, nickname);
    work.commit(entry, changed(current)).await
}

/// Changes the reseller of an indirect provider's subscription.
///
/// # Errors
///
/// `Stale`; [`Refusal::NotIndirect`], [`Refusal::Deleted`].
///
/// Source: domain book, "create-a-new-subscription" (details page) and
/// "use-the-reconciliation-files", table D.
pub async fn change_reseller(
    caller: &Caller,
    wanted: ChangeReseller,
    language: &str,
) -> Result<Changed> {
    const USE_CASE: &str = "subscriptions.change-reseller";
    let grant = caller.authorize(Action::ChangeReseller)?;
    let mut work = match grant.work(wanted.target.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };

    let customer = wanted.target.customer;
    let scene = Scene::lock(&mut work.tx, &grant, customer, language).await?;
    let current = scene.seen(&wanted.target)?;
    if !scene.standing.indirect {
        return Err(Refusal::NotIndirect.into());
    }
    rules::check_update(current, scene.today)?;
    // Taken away is not the same as never there: the files tell them apart.
    let reseller = match (wanted.reseller, &current.reseller) {
        (Some(id), _) => Some(String::from(id)),
        (None, Some(_)) => Some(String::new()),
        (None, None) => None,
    };
    if reseller == current.reseller {
        return work.commit_unlogged(unchanged(current)).await;
    }

    let next = Subscription { reseller: reseller.clone(), ..current.clone() };
    rows::update(&mut work.tx, grant.partner(), &next).await.stored()?;
    let subject = scene.shelf.subject(current)?;
    let known = |id: Option<String>| id.filter(|id| !id.is_empty());
    let (before, after) = (known(current.reseller.clone()), known(reseller));
    let entry = change("subscription-reseller-changed", subject, customer, before, after);
    work.commit(entry, changed(current)).await
}
