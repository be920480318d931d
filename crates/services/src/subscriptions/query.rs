//! Subscriptions as readers see them.

use std::collections::HashMap;

use domain::access::Action;
use domain::billing::Commitments;
use domain::catalogue::Unit;
use domain::error::{Entity, Error, Refusal as Reason};
use domain::ids::{CustomerId, SubscriptionId};
use domain::orders::{Limits, check_add_on};
use domain::subscriptions::{
    self as rules, ActionFacts, Actions, AddOnOffer, Availability, ExportRow, ForeignRow, Pool,
    Status, Subscription, SubscriptionDetails, SubscriptionRow, SubscriptionsView, SuspensionView,
    UpgradeFacts, UpgradeTarget, capped_by_parent, check_parent,
};
use storage::licences::pools;
use storage::subscriptions as rows;
use storage::{Tx, orders};
use uuid::Uuid;

use super::scene::Scene;
use super::shelf::card;
use super::upgrade::{check_buyable, held};
use crate::billing::{ahead, credit};
use crate::caller::{Caller, Grant};
use crate::export::Cell;
use crate::failure::{Result, Stored};
use crate::orders::{customer_facts, reason};

/// Entries of the log on a details page.
const ENTRIES: u32 = 50;

/// The columns of the export.
///
/// Source: domain book, "customer-subscriptions" (Export).
pub const EXPORT_COLUMNS: [&str; 5] =
    ["Subscription ID", "Subscription", "Quantity", "Status", "Reseller"];

/// Whether the caller may do `action` now, or why not.
fn allowed(caller: &Caller, action: Action) -> Availability {
    match caller.authorize(action) {
        Ok(_) => Availability::Allowed,
        Err(error) => Availability::WhyNot(reason(error)),
    }
}

/// The subscriptions of `customer`, with words in `language`: the partner's own, and name and
/// status of others where the customer has delegated its administration.
///
/// # Errors
///
/// `Forbidden` without the right to see them;
/// [`rules::SubscriptionRefusal::NoRelationship`].
pub async fn list(
    caller: &Caller,
    customer: CustomerId,
    language: &str,
) -> Result<SubscriptionsView> {
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let mut tx = grant.read().await?;
    let scene = Scene::load(&mut tx, &grant, customer, language).await?;
    let pools = pools::list(&mut tx, customer).await.stored()?;
    let foreign = foreign(&mut tx, &grant, &scene, customer).await?;
    let mut rows = Vec::with_capacity(scene.own.len());
    for subscription in in_order(&scene) {
        rows.push(row(&scene, &pools, subscription)?);
    }
    Ok(SubscriptionsView {
        customer,
        rows,
        foreign,
        order: allowed(caller, Action::CreateSubscription),
        export: allowed(caller, Action::ExportSubscriptions),
        customer_name: scene.standing.customer_name,
    })
}

/// Own subscriptions as they are listed: add-ons behind their parents, deleted ones last.
fn in_order(scene: &Scene) -> Vec<&Subscription> {
    let over = |subscription: &Subscription| subscription.status_on(scene.today) == Status::Deleted;
    let places: HashMap<_, _> =
        scene.own.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    let place = |subscription: &Subscription| {
        let root = subscription.parent.unwrap_or(subscription.id);
        (over(subscription), places.get(&root).copied(), subscription.parent.is_some())
    };
    let mut all: Vec<_> = scene.own.iter().collect();
    all.sort_by_key(|subscription| place(subscription));
    all
}

/// What others have sold, if the customer lets the partner see it.
async fn foreign(
    tx: &mut Tx,
    grant: &Grant,
    scene: &Scene,
    customer: CustomerId,
) -> Result<Vec<ForeignRow>> {
    if !scene.standing.delegated_admin {
        return Ok(Vec::new());
    }
    let mut foreign = Vec::new();
    for (partner, subscription) in rows::from_anybody(tx, customer).await.stored()? {
        let status = subscription.status_on(scene.today);
        if partner != grant.partner() && status != Status::Deleted {
            // A nickname is the other partner's own.
            let name = scene.shelf.get(subscription.offer)?.name.clone();
            foreign.push(ForeignRow { name, status });
        }
    }
    Ok(foreign)
}

fn row(
    scene: &Scene,
    pools: &HashMap<Uuid, Pool>,
    subscription: &Subscription,
) -> Result<SubscriptionRow> {
    let known = scene.shelf.get(subscription.offer)?;
    let assigned = pools.get(&known.offer.sku).map_or(0, |pool| pool.assigned);
    let status = subscription.status_on(scene.today);
    Ok(SubscriptionRow {
        id: subscription.id,
        name: scene.shelf.name(subscription)?,
        offer_name: known.name.clone(),
        code: known.offer.code.clone(),
        parent: subscription.parent,
        status,
        quantity: subscription.quantity,
        unit: known.offer.unit,
        assigned: (known.offer.unit == Unit::Licences).then_some(assigned),
        starts_on: subscription.starts_on,
        renews_on: subscription.renewal_after(scene.today),
        renews: subscription.renews,
        deletes_on: subscription.deletes_on().filter(|_| status == Status::Suspended),
        free_until: subscription.free_until(scene.today),
        add_ons: u32::try_from(scene.add_ons(subscription.id).count()).unwrap_or(u32::MAX),
        reseller: subscription.reseller_of_record().map(str::to_owned),
    })
}

/// The subscription `id` of `customer`, with words in `language`, and what can be done with it.
///
/// # Errors
///
/// `Forbidden`; [`rules::SubscriptionRefusal::NoRelationship`]; `NotFound`, also for what another
/// partner sold.
pub async fn find(
    caller: &Caller,
    customer: CustomerId,
    id: SubscriptionId,
    language: &str,
) -> Result<SubscriptionDetails> {
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let mut tx = grant.read().await?;
    let scene = Scene::load(&mut tx, &grant, customer, language).await?;
    let pools = pools::list(&mut tx, customer).await.stored()?;
    let held = held(&mut tx, &scene, scene.find(id)?).await?;
    let found = scene.find(id)?;
    let partner = grant.partner();
    let priced = grant.actor().can(Action::SeePartnerPrices);
    let number = orders::number(&mut tx, partner, found.order).await.stored()?;
    let facts = customer_facts(&mut tx, &grant, &scene, customer).await?;

    let known = scene.shelf.get(found.offer)?;
    let mut add_ons = Vec::new();
    for add_on in in_order(&scene).into_iter().filter(|other| other.parent == Some(id)) {
        add_ons.push(row(&scene, &pools, add_on)?);
    }
    let offers = add_on_offers(&scene, &facts, found, priced);
    let bundle = scene.shelf.bundle(found.offer)?;
    let paths = scene.shelf.targets(found.offer);
    let upgrade = UpgradeFacts {
        source: found,
        bundle: &bundle,
        targets: &paths,
        add_ons: scene.add_ons(id).next().is_some(),
        delegated_admin: scene.standing.delegated_admin,
        held: &held,
        today: scene.today,
    };
    Ok(SubscriptionDetails {
        row: row(&scene, &pools, found)?,
        customer,
        customer_name: scene.standing.customer_name.clone(),
        version: found.version,
        nickname: found.nickname.clone(),
        offer: found.offer,
        minimum: known.offer.minimum,
        maximum: known.offer.maximum,
        order: found.order,
        order_number: number.ok_or(Error::NotFound { entity: Entity::Subscription })?,
        ordered_on: found.ordered_on,
        first_billed_on: found.first_billed_on,
        unit_price: priced.then_some(found.unit_price),
        suspension: suspension(&scene, found),
        deleted_on: found.deleted_on,
        upgraded_from: found.upgraded_from,
        upgraded_to: rows::replaced_by(&mut tx, partner, customer, id).await.stored()?,
        add_ons,
        targets: targets(&scene, &upgrade, priced)?,
        actions: actions(caller, &scene, &upgrade, !offers.is_empty()),
        add_on_offers: offers,
        commitments: commitments(&mut tx, caller, &scene, found).await?,
        events: rows::events(&mut tx, partner, id).await.stored()?,
        activity: rows::activity(&mut tx, partner, customer, id, ENTRIES).await.stored()?,
    })
}

/// How changes of `found` stand to the customer's limit, for whoever may make them.
async fn commitments(
    tx: &mut Tx,
    caller: &Caller,
    scene: &Scene,
    found: &Subscription,
) -> Result<Option<Commitments>> {
    let Ok(grant) = caller.authorize(Action::ChangeQuantity) else { return Ok(None) };
    let priced = grant.actor().can(Action::SeePartnerPrices);
    let Some(credit) = credit(tx, &grant, found.customer, priced).await? else { return Ok(None) };
    let (today, billing_day) = (scene.today, scene.standing.billing_day);
    let renewal = found.renewal_after(today);
    let add_on = rules::add_on_term(today, billing_day, renewal);
    // What an upgrade creates is charged from its first day on.
    let upgraded = found.upgraded_from.is_some();
    let billed_from = if upgraded { found.starts_on } else { found.first_billed_on };
    let ahead = |days| ahead(&grant, billing_day, days);
    Ok(Some(Commitments {
        credit,
        own: ahead((billed_from, renewal)),
        add_on: ahead((add_on.first_billed_on, add_on.renews_on)),
        upgrade: ahead((today, rules::upgraded_term(today, billing_day).renews_on)),
    }))
}

fn suspension(scene: &Scene, found: &Subscription) -> Option<SuspensionView> {
    if found.status_on(scene.today) != Status::Suspended {
        return None;
    }
    Some(SuspensionView {
        since: found.suspended_on?,
        reason: found.reason?,
        note: found.note.clone(),
        reactivates_until: found.reactivates_until()?,
        deletes_on: found.deletes_on()?,
    })
}

/// The add-ons that are sold for `parent`; none for one that is an add-on itself.
fn add_on_offers(
    scene: &Scene,
    facts: &domain::orders::CustomerFacts,
    parent: &Subscription,
    priced: bool,
) -> Vec<AddOnOffer> {
    let parent_refusal = check_parent(parent, scene.today).err();
    let fits = |offer| scene.shelf.fits(offer, parent.offer);
    let sold = scene.shelf.all().iter().filter(|known| known.prices.is_some());
    let offers = sold.filter(|known| fits(known.offer.id)).map(|known| {
        let limits = Limits::default();
        let checked = check_add_on(&known.offer, &known.name, true, true, facts, limits);
        let refusal = parent_refusal.clone().or(checked.err());
        let capped = capped_by_parent(&known.offer);
        AddOnOffer {
            card: card(known, priced),
            unavailable: refusal.map(|refusal| Reason::new(&refusal)),
            most: if capped {
                known.offer.maximum.min(parent.quantity)
            } else {
                known.offer.maximum
            },
        }
    });
    offers.collect()
}

fn targets(scene: &Scene, facts: &UpgradeFacts<'_>, priced: bool) -> Result<Vec<UpgradeTarget>> {
    let target = |offer| {
        let known = scene.shelf.get(offer)?;
        let checked = rules::check_target(facts, &scene.shelf.bundle(offer)?)
            .and_then(|()| check_buyable(scene, facts.source, known, facts.held));
        Ok(UpgradeTarget {
            offer,
            name: known.name.clone(),
            minimum: known.offer.minimum,
            maximum: known.offer.maximum,
            unavailable: checked.err().map(|refusal| Reason::new(&refusal)),
            price: known.prices.filter(|_| priced).map(|prices| prices.partner),
        })
    };
    facts.targets.iter().copied().map(target).collect()
}

fn actions(
    caller: &Caller,
    scene: &Scene,
    upgrade: &UpgradeFacts<'_>,
    add_ons_sold: bool,
) -> Actions {
    let denied = |action| caller.authorize(action).err().map(reason);
    let facts = ActionFacts {
        upgrade,
        parent: scene.parent_status(upgrade.source),
        add_ons_sold,
        indirect: scene.standing.indirect,
        denied: &denied,
    };
    rules::actions(upgrade.source, facts)
}

/// All subscriptions of `customer` that the partner sold, for a file.
///
/// # Errors
///
/// `Forbidden` without the right to export;
/// [`rules::SubscriptionRefusal::NoRelationship`].
///
/// Source: domain book, `roles.md` 54.
pub async fn export(
    caller: &Caller,
    customer: CustomerId,
    language: &str,
) -> Result<Vec<ExportRow>> {
    let grant = caller.authorize(Action::ExportSubscriptions)?;
    let mut tx = grant.read().await?;
    let scene = Scene::load(&mut tx, &grant, customer, language).await?;
    let mut rows = Vec::with_capacity(scene.own.len());
    for subscription in in_order(&scene) {
        rows.push(ExportRow {
            id: subscription.id,
            name: scene.shelf.name(subscription)?,
            quantity: subscription.quantity,
            status: subscription.status_on(scene.today),
            reseller: subscription.reseller_of_record().map(str::to_owned),
        });
    }
    Ok(rows)
}

/// The cells of a line of the export, as [`EXPORT_COLUMNS`] names them.
#[must_use]
pub fn cells(row: &ExportRow) -> [Cell<'_>; 5] {
    [
        Cell::Id(row.id.into()),
        Cell::Text(&row.name),
        Cell::Count(row.quantity.into()),
        Cell::Text(row.status.as_str()),
        Cell::text(row.reseller.as_deref()),
    ]
}
