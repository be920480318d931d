//! What the demo's customers have bought.

use std::collections::HashMap;

use chrono::Duration;
use domain::catalogue::Category;
use domain::ids::{CustomerId, OrderId, PartnerId, SubscriptionId, UserId};
use domain::money::UnitPrice;
use domain::subscriptions::{
    EventKind, Status, Subscription, SuspendReason, Term, add_on_term, ordered_term, suspended,
    trial_term,
};
use domain::time::{Day, start_of_day};
use serde::Deserialize;
use storage::offers::Known;
use storage::orders::{self, NewOrder};
use storage::subscriptions::{self as rows, bulk};
use storage::{Tx, partners};
use uuid::Uuid;

use super::companies::DemoCompanies;
use super::data::read;
use super::large::generated_since;
use super::usage::put_usage;
use crate::failure::{Result, Stored};
use crate::subscriptions::scene::{Writer, standing};
use crate::subscriptions::shelf::Shelf;
use crate::system::System;

/// Something that a customer has bought.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoSubscription {
    /// Names it in the file.
    pub key: String,
    /// The customer's key.
    pub customer: String,
    /// The key of the partner who sold it.
    pub partner: String,
    /// The offer's code.
    pub offer: String,
    /// Units.
    pub quantity: u32,
    /// So many days ago.
    pub ordered: i64,
    /// The key of the subscription it adds to.
    pub parent: Option<String>,
    /// What the partner calls it.
    pub nickname: Option<String>,
    /// MPN ID of the reseller.
    pub reseller: Option<String>,
    /// Whether it is suspended.
    pub suspended: Option<DemoSuspension>,
}

/// A suspension.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoSuspension {
    /// So many days ago.
    pub days: i64,
    /// Why.
    pub reason: SuspendReason,
    /// What was noted.
    pub note: Option<String>,
}

/// All of them; parents before their add-ons.
pub fn subscriptions() -> Vec<DemoSubscription> {
    #[derive(Deserialize)]
    struct File {
        subscription: Vec<DemoSubscription>,
    }
    read::<File>(include_str!("../../demo/subscriptions.toml")).subscription
}

/// Writes what customers have bought from partners of whom they have nothing yet.
pub(super) async fn put(system: &System, tx: &mut Tx, all: &DemoCompanies) -> Result<()> {
    let shelf = Shelf::load(tx, system.today(), "en").await?;
    let partner = |key: &str| all.partners.iter().find(|one| one.key == key).map(|one| one.id);
    let customer = |key: &str| all.customers.iter().find(|one| one.key == key).map(|one| one.id);
    let mut pairs: HashMap<(PartnerId, CustomerId), bool> = HashMap::new();
    let mut written: HashMap<String, Subscription> = HashMap::new();
    for demo in subscriptions() {
        let found = partner(&demo.partner).zip(customer(&demo.customer));
        let Some(pair) = found else { continue };
        let empty = match pairs.get(&pair) {
            Some(empty) => *empty,
            None => has_nothing(tx, pair).await?,
        };
        pairs.insert(pair, empty);
        if empty {
            let new = put_one(system, tx, &shelf, pair, &demo, &written).await?;
            written.extend(new.map(|new| (demo.key, new)));
        }
    }
    Ok(())
}

/// Whether the two know each other, and the customer has nothing from the partner.
async fn has_nothing(tx: &mut Tx, (partner, customer): (PartnerId, CustomerId)) -> Result<bool> {
    if partners::find_customer(tx, partner, customer).await.stored()?.is_none() {
        return Ok(false);
    }
    Ok(rows::list(tx, partner, customer).await.stored()?.is_empty())
}

/// Writes `demo` as it would be today; `None` if its offer is not sold.
async fn put_one(
    system: &System,
    tx: &mut Tx,
    shelf: &Shelf,
    (partner, customer): (PartnerId, CustomerId),
    demo: &DemoSubscription,
    written: &HashMap<String, Subscription>,
) -> Result<Option<Subscription>> {
    let today = system.today();
    let found = shelf.all().iter().find(|known| known.offer.code == demo.offer);
    let Some((known, unit_price)) = found.and_then(|known| Some((known, price(known)?))) else {
        return Ok(None);
    };
    let ordered_on = today - Duration::days(demo.ordered);
    let parent = demo.parent.as_ref().and_then(|key| written.get(key));
    let billing_day = standing(tx, partner, customer).await?.billing_day;
    let trial = known.offer.category == Category::Trial;
    let metered = known.offer.category == Category::Usage;
    let Term { starts_on, first_billed_on, renews_on } = match parent {
        Some(parent) => add_on_term(ordered_on, billing_day, parent.renews_on),
        None if trial => trial_term(ordered_on, billing_day),
        None => ordered_term(ordered_on, billing_day),
    };
    let order = OrderId::from(system.next_id());
    let ordered = Subscription {
        id: SubscriptionId::from(system.next_id()),
        customer,
        order,
        offer: known.offer.id,
        parent: parent.map(|parent| parent.id),
        nickname: demo.nickname.clone(),
        quantity: demo.quantity,
        status: if starts_on <= today { Status::Active } else { Status::Pending },
        ordered_on,
        starts_on,
        first_billed_on,
        renews_on,
        renews: !trial && !metered,
        unit_price,
        reseller: demo.reseller.clone(),
        suspended_on: None,
        reactivated_on: None,
        earlier_suspended_on: None,
        reason: None,
        note: None,
        deleted_on: None,
        upgraded_from: None,
        version: 1,
    };
    let at = start_of_day(ordered_on) + Duration::hours(10);
    let new = NewOrder {
        id: order,
        partner,
        customer,
        po_number: None,
        placed_on: ordered_on,
        placed_at: at,
        placed_by: UserId::from(Uuid::nil()),
    };
    orders::insert(tx, &new).await.stored()?;
    let writer = Writer { partner, day: ordered_on, now: at };
    writer.insert(tx, shelf, &ordered, EventKind::Ordered).await?;
    put_usage(system, tx, partner, (&demo.key, &ordered)).await?;
    end(tx, shelf, partner, today, ordered.clone(), demo).await?;
    Ok(Some(ordered))
}

/// What a unit costs a month; nothing where meters are billed, `None` where it is not sold.
fn price(known: &Known) -> Option<UnitPrice> {
    let metered = known.offer.category == Category::Usage;
    let listed = known.prices.map(|prices| prices.partner);
    listed.or(metered.then_some(UnitPrice::from_stored(0)))
}

/// Suspends what is suspended in the demo, and deletes what has been for too long.
async fn end(
    tx: &mut Tx,
    shelf: &Shelf,
    partner: PartnerId,
    today: Day,
    active: Subscription,
    demo: &DemoSubscription,
) -> Result<()> {
    let Some(suspension) = &demo.suspended else { return Ok(()) };
    let day = today - Duration::days(suspension.days);
    let at = |day| start_of_day(day) + Duration::hours(11);
    let next = suspended(&active, suspension.reason, suspension.note.clone(), day);
    let writer = Writer { partner, day, now: at(day) };
    writer.update(tx, shelf, &active, &next, EventKind::Suspended).await?;
    let next = Subscription { version: active.version + 1, ..next };
    let Some(day) = next.deletes_on().filter(|day| *day <= today) else { return Ok(()) };
    let gone = Subscription { status: Status::Deleted, deleted_on: Some(day), ..next.clone() };
    let writer = Writer { partner, day, now: start_of_day(day) };
    writer.update(tx, shelf, &next, &gone, EventKind::Deleted).await
}

/// The offers of generated customers.
const GENERATED: [&str; 4] = ["O365-E1", "O365-E3", "O365-BP", "O365-BE"];

/// Days over which the orders of generated customers are spread: none has renewed yet.
const SPREAD: u32 = 360;

/// A generated customer: its number, its id, and who sells to it.
pub(super) type Generated = (u32, CustomerId, PartnerId);

/// Writes one subscription for each of `customers`, who have none.
pub(super) async fn put_generated(
    system: &System,
    tx: &mut Tx,
    customers: &[Generated],
) -> Result<()> {
    let today = system.today();
    let shelf = Shelf::load(tx, today, "en").await?;
    let mut billing_days: HashMap<PartnerId, u32> = HashMap::new();
    let mut new = Vec::with_capacity(customers.len());
    for (number, customer, partner) in customers {
        let billing_day = match billing_days.get(partner) {
            Some(day) => *day,
            None => standing(tx, *partner, *customer).await?.billing_day,
        };
        billing_days.insert(*partner, billing_day);
        let code = GENERATED[*number as usize % GENERATED.len()];
        let found = shelf.all().iter().find(|known| known.offer.code == code);
        let Some((known, prices)) = found.and_then(|known| Some((known, known.prices?))) else {
            continue;
        };
        let back = Duration::days(i64::from(1 + number % SPREAD));
        let ordered_on = (today - back).max(generated_since(*number));
        let term = ordered_term(ordered_on, billing_day);
        let subscription = Subscription {
            id: SubscriptionId::from(system.next_id()),
            customer: *customer,
            order: OrderId::from(system.next_id()),
            offer: known.offer.id,
            parent: None,
            nickname: None,
            quantity: 1 + number % 50,
            status: Status::Active,
            ordered_on,
            starts_on: term.starts_on,
            first_billed_on: term.first_billed_on,
            renews_on: term.renews_on,
            renews: true,
            unit_price: prices.partner,
            reseller: None,
            suspended_on: None,
            reactivated_on: None,
            earlier_suspended_on: None,
            reason: None,
            note: None,
            deleted_on: None,
            upgraded_from: None,
            version: 1,
        };
        new.push((*partner, known.offer.sku, subscription));
    }
    bulk::insert_many(tx, &new).await.stored()
}

#[cfg(test)]
mod tests {
    use super::super::offers::offers;
    use super::*;

    #[test]
    fn subscriptions_refer_to_offers_and_parents_that_exist() {
        let offers = offers();
        let all = subscriptions();
        for (at, demo) in all.iter().enumerate() {
            let offer = offers.iter().find(|offer| offer.code == demo.offer).expect(&demo.offer);
            let range = offer.minimum..=offer.maximum;
            assert!(range.contains(&demo.quantity), "{}", demo.key);
            assert_eq!(offer.add_on, demo.parent.is_some(), "{}", demo.key);
            if let Some(parent) = &demo.parent {
                let parent = all[..at].iter().find(|one| one.key == *parent).expect(parent);
                assert_eq!(parent.customer, demo.customer, "{}", demo.key);
                assert!(offer.prerequisites.contains(&parent.offer), "{}", demo.key);
            }
        }
    }

    #[test]
    fn no_subscription_of_the_demo_has_renewed() {
        // What has would need the prices of two terms.
        assert!(subscriptions().iter().all(|demo| demo.ordered < 360));
    }
}
