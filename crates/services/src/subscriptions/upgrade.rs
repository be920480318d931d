//! Upgrades: one transaction, with the people's licences.
//!
//! Source: domain book, "add-licenses-or-services-to-an-existing-subscription".

use domain::access::Action;
use domain::billing::Agreed;
use domain::catalogue::Unit;
use domain::ids::{OrderId, SubscriptionId};
use domain::orders::{CustomerFacts, Holding, Limits, check_offer};
use domain::subscriptions::{
    self as rules, EventKind, Held, MovedLicence, Status, Subscription,
    SubscriptionRefusal as Refusal, Upgrade, UpgradeFacts, UpgradedView,
};
use storage::Tx;
use storage::licences::pools;
use storage::offers::Known;
use storage::orders::{self, NewOrder};
use storage::subscriptions as rows;

use super::changes::change;
use super::notices::{About, Notice, notify};
use super::scene::{Scene, Writer, release};
use super::shelf::Shelf;
use crate::billing::{Chargeable, Outcome, perform};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::licences::transfer::transfer;

/// Everything `customer` has that is not deleted, from anybody.
pub(super) async fn held(tx: &mut Tx, scene: &Scene, of: &Subscription) -> Result<Vec<Held>> {
    let mut held = Vec::new();
    for (_, subscription) in rows::from_anybody(tx, of.customer).await.stored()? {
        if subscription.status_on(scene.today) != Status::Deleted {
            let bundle = scene.shelf.bundle(subscription.offer)?;
            held.push(Held { id: subscription.id, bundle });
        }
    }
    Ok(held)
}

/// Why `target` cannot be bought instead of `source`, whatever the upgrade's own conditions say.
pub(super) fn check_buyable(
    scene: &Scene,
    source: &Subscription,
    target: &Known,
    held: &[Held],
) -> Result<(), Refusal> {
    let holding =
        |held: &Held| Holding { offer: held.bundle.offer, status: Status::Active, ours: false };
    let others = held.iter().filter(|held| held.id != source.id);
    let facts =
        CustomerFacts { segment: scene.standing.segment, held: others.map(holding).collect() };
    let sold = target.prices.is_some();
    check_offer(&target.offer, &target.name, sold, &facts, Limits::default())
}

/// Replaces a subscription by one of an offer with more services, from today on; nickname and
/// reseller stay. Where a reseller was taken away, the new one begins as sold by the partner itself.
///
/// With `wanted.move_licences` the people's licences move along, person by person; whoever cannot
/// be moved, and everybody without it, keeps a licence of the old SKU only as far as the
/// customer's other subscriptions of it go.
///
/// # Errors
///
/// `Stale`; refusals as [`rules::check_target`] says, those about the quantity at the field
/// `quantity`. Then nothing has changed.
pub async fn upgrade(
    caller: &Caller,
    wanted: impl Into<Agreed<Upgrade>>,
    language: &str,
) -> Result<UpgradedView> {
    perform(caller, wanted.into(), language).await
}

impl Chargeable for Upgrade {
    const USE_CASE: &'static str = "subscriptions.upgrade";
    const ACTION: Action = Action::UpgradeSubscription;
    type Done = UpgradedView;

    async fn apply(
        &self,
        tx: &mut Tx,
        grant: &Grant,
        language: &str,
    ) -> Result<Outcome<UpgradedView>> {
        let customer = self.target.customer;
        let scene = Scene::lock(tx, grant, customer, language).await?;
        let source = scene.seen(&self.target)?;
        let target = check(tx, &scene, source, self).await?;
        let pool = lock_pools(tx, &scene.shelf, source, target).await?;
        if self.move_licences {
            rules::check_move(self.quantity, pool.assigned).map_err(Refusal::at_quantity)?;
        }

        let order = OrderId::from(grant.system.next_id());
        let number = orders::insert(tx, &new_order(grant, order, source)).await.stored()?;
        let next = successor(grant, &scene, source, target, self.quantity, order)?;
        let ended = Subscription {
            status: Status::Deleted,
            deleted_on: Some(scene.today),
            ..source.clone()
        };
        let writer = Writer::of(grant);
        writer.insert(tx, &scene.shelf, &next, EventKind::UpgradedTo).await?;
        let licences = if self.move_licences {
            move_licences(tx, &scene.shelf, source, target).await?
        } else {
            Vec::new()
        };
        release(tx, &scene.shelf, source).await?;
        let away = EventKind::UpgradedAway;
        writer.update(tx, &scene.shelf, source, &ended, away).await?;

        let about = About {
            partner: grant.partner(),
            customer,
            customer_name: &scene.standing.customer_name,
            name: &scene.shelf.name(&next)?,
        };
        notify(tx, &grant.system, about, Notice::Upgraded(&next)).await?;
        let done = UpgradedView {
            source: source.id,
            target: next.id,
            name: target.name.clone(),
            order_number: number,
            licences,
        };
        let subject = scene.shelf.subject(source)?;
        let units = |known: &Known, subscription: &Subscription| {
            Some(format!("{} × {}", known.offer.code, subscription.quantity))
        };
        let before = units(scene.shelf.get(source.offer)?, source);
        let after = units(target, &next);
        let entry = change("subscription-upgraded", subject, customer, before, after);
        Ok((done, Some(entry)))
    }
}

/// The target, if everything allows the upgrade.
async fn check<'a>(
    tx: &mut Tx,
    scene: &'a Scene,
    source: &Subscription,
    wanted: &Upgrade,
) -> Result<&'a Known> {
    let held = held(tx, scene, source).await?;
    let facts = UpgradeFacts {
        source,
        bundle: &scene.shelf.bundle(source.offer)?,
        targets: &scene.shelf.targets(source.offer),
        add_ons: scene.add_ons(source.id).next().is_some(),
        delegated_admin: scene.standing.delegated_admin,
        held: &held,
        today: scene.today,
    };
    rules::check_target(&facts, &scene.shelf.bundle(wanted.offer)?)?;
    let target = scene.shelf.get(wanted.offer)?;
    check_buyable(scene, source, target, &held)?;
    rules::check_range(&target.offer, wanted.quantity, Limits::default())
        .map_err(Refusal::at_quantity)?;
    Ok(target)
}

/// Locks the pools of both SKUs, in the same order whoever upgrades; the source's.
async fn lock_pools(
    tx: &mut Tx,
    shelf: &Shelf,
    source: &Subscription,
    target: &Known,
) -> Result<rules::Pool> {
    let (from, to) = (shelf.get(source.offer)?.offer.sku, target.offer.sku);
    let customer = source.customer;
    if to < from {
        pools::lock(tx, customer, to).await.stored()?;
        return pools::lock(tx, customer, from).await.stored();
    }
    let pool = pools::lock(tx, customer, from).await.stored()?;
    pools::lock(tx, customer, to).await.stored()?;
    Ok(pool)
}

fn new_order(grant: &Grant, id: OrderId, source: &Subscription) -> NewOrder {
    NewOrder {
        id,
        partner: grant.partner(),
        customer: source.customer,
        po_number: None,
        placed_on: grant.today(),
        placed_at: grant.now(),
        placed_by: grant.user(),
    }
}

/// What replaces `source`.
fn successor(
    grant: &Grant,
    scene: &Scene,
    source: &Subscription,
    target: &Known,
    quantity: u32,
    order: OrderId,
) -> Result<Subscription> {
    let term = rules::upgraded_term(scene.today, scene.standing.billing_day);
    let named = || Refusal::NotSold { offer: target.name.clone() };
    let prices = target.prices.ok_or_else(named)?;
    Ok(Subscription {
        id: SubscriptionId::from(grant.system.next_id()),
        order,
        offer: target.offer.id,
        parent: None,
        quantity,
        status: Status::Active,
        ordered_on: scene.today,
        starts_on: term.starts_on,
        first_billed_on: term.first_billed_on,
        renews_on: term.renews_on,
        renews: true,
        unit_price: prices.partner,
        // Nobody was ever taken away from it: that mark stays on the old one.
        reseller: source.reseller_of_record().map(str::to_owned),
        suspended_on: None,
        reactivated_on: None,
        earlier_suspended_on: None,
        reason: None,
        note: None,
        deleted_on: None,
        upgraded_from: Some(source.id),
        version: 1,
        ..source.clone()
    })
}

async fn move_licences(
    tx: &mut Tx,
    shelf: &Shelf,
    source: &Subscription,
    target: &Known,
) -> Result<Vec<MovedLicence>> {
    let from = &shelf.get(source.offer)?.offer;
    let same = from.sku == target.offer.sku;
    // A trial's licences are already those of what it tries.
    if same || from.unit != Unit::Licences || target.offer.unit != Unit::Licences {
        return Ok(Vec::new());
    }
    let plans = shelf.bundle(target.offer.id)?.plans;
    transfer(tx, source.customer, from.sku, target.offer.sku, &plans).await
}
