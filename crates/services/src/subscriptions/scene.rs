//! What a change of a subscription stands on, and what every change writes.

use domain::catalogue::Unit;
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, PartnerId, SubscriptionId};
use domain::subscriptions::{
    EventKind, Status, Subscription, SubscriptionRefusal as Refusal, Target,
};
use domain::time::{Day, Instant};
use storage::Tx;
use storage::licences::pools;
use storage::subscriptions::{self as rows, Event, Standing};

use super::shelf::Shelf;
use crate::caller::Grant;
use crate::failure::{Result, Stored};

/// How `partner` and `customer` stand to each other.
///
/// # Errors
///
/// [`Refusal::NoRelationship`], also where there is no such customer.
pub(crate) async fn standing(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<Standing> {
    let standing = rows::standing(tx, partner, customer).await.stored()?;
    standing.ok_or_else(|| Refusal::NoRelationship.into())
}

/// A customer whose subscriptions nobody else changes until the transaction ends.
pub(crate) struct Scene {
    /// All offers.
    pub(crate) shelf: Shelf,
    /// How the two companies stand to each other.
    pub(crate) standing: Standing,
    /// What the partner has sold to the customer, oldest first.
    pub(crate) own: Vec<Subscription>,
    /// The business day.
    pub(crate) today: Day,
}

impl Scene {
    /// Locks `customer`, to which the caller's partner must sell.
    pub(crate) async fn lock(
        tx: &mut Tx,
        grant: &Grant,
        customer: CustomerId,
        language: &str,
    ) -> Result<Self> {
        let partner = grant.partner();
        if !rows::lock_customer(tx, partner, customer).await.stored()? {
            return Err(Refusal::NoRelationship.into());
        }
        Self::load(tx, grant, customer, language).await
    }

    /// The same to look at, without a lock.
    pub(crate) async fn load(
        tx: &mut Tx,
        grant: &Grant,
        customer: CustomerId,
        language: &str,
    ) -> Result<Self> {
        let (partner, today) = (grant.partner(), grant.today());
        let standing = standing(tx, partner, customer).await?;
        let own = rows::list(tx, partner, customer).await.stored()?;
        let shelf = Shelf::load_for(tx, partner, today, language).await?;
        Ok(Self { shelf, standing, own, today })
    }

    /// The subscription `id`.
    pub(crate) fn find(&self, id: SubscriptionId) -> Result<&Subscription> {
        let found = self.own.iter().find(|subscription| subscription.id == id);
        found.ok_or(Error::NotFound { entity: Entity::Subscription })
    }

    /// The subscription that `target` names, as the reader saw it.
    pub(crate) fn seen(&self, target: &Target) -> Result<&Subscription> {
        let found = self.find(target.subscription)?;
        if found.version == target.seen {
            Ok(found)
        } else {
            Err(Error::Stale { entity: Entity::Subscription })
        }
    }

    /// The add-ons of `parent` that are not deleted.
    pub(crate) fn add_ons(&self, parent: SubscriptionId) -> impl Iterator<Item = &Subscription> {
        self.own.iter().filter(move |subscription| {
            subscription.parent == Some(parent)
                && subscription.status_on(self.today) != Status::Deleted
        })
    }

    /// What the parent of `subscription` is today, if it is an add-on.
    pub(crate) fn parent_status(&self, subscription: &Subscription) -> Option<Status> {
        let parent = self.find(subscription.parent?).ok()?;
        Some(parent.status_on(self.today))
    }
}

/// Who sells, and when it is: what is needed to write a change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writer {
    /// Who sells.
    pub(crate) partner: PartnerId,
    /// The business day on which the change counts.
    pub(crate) day: Day,
    /// The moment.
    pub(crate) now: Instant,
}

impl Writer {
    /// Writes for the caller of `grant`.
    pub(crate) fn of(grant: &Grant) -> Self {
        Self { partner: grant.partner(), day: grant.today(), now: grant.now() }
    }

    /// Writes the new subscription `new` and counts its licences.
    pub(crate) async fn insert(
        self,
        tx: &mut Tx,
        shelf: &Shelf,
        new: &Subscription,
        kind: EventKind,
    ) -> Result<()> {
        rows::insert(tx, self.partner, new, self.now).await.stored()?;
        self.append(tx, new, kind).await?;
        count(tx, shelf, None, new).await
    }

    /// Writes that `before` is now `after`, and counts the licences anew.
    pub(crate) async fn update(
        self,
        tx: &mut Tx,
        shelf: &Shelf,
        before: &Subscription,
        after: &Subscription,
        kind: EventKind,
    ) -> Result<()> {
        rows::update(tx, self.partner, after).await.stored()?;
        self.append(tx, after, kind).await?;
        count(tx, shelf, Some(before), after).await
    }

    async fn append(self, tx: &mut Tx, of: &Subscription, kind: EventKind) -> Result<()> {
        let event = Event {
            subscription: of.id,
            kind,
            day: self.day,
            quantity: of.quantity,
            unit_price: of.unit_price,
            at: self.now,
        };
        rows::append_event(tx, &event).await.stored()
    }
}

/// Adds to the customer's pool what `after` has more than `before`.
pub(crate) async fn count(
    tx: &mut Tx,
    shelf: &Shelf,
    before: Option<&Subscription>,
    after: &Subscription,
) -> Result<()> {
    let offer = &shelf.get(after.offer)?.offer;
    // Gigabytes belong to the company; nobody is given one.
    if offer.unit != Unit::Licences {
        return Ok(());
    }
    let more = |units: fn(&Subscription) -> u32| {
        i64::from(units(after)) - i64::from(before.map_or(0, units))
    };
    let (bought, valid) = (more(Subscription::bought_units), more(Subscription::valid_units));
    if bought == 0 && valid == 0 {
        return Ok(());
    }
    pools::add_bought(tx, after.customer, offer.sku, bought, valid).await.stored()
}

/// Takes licences of what `ending` is of away from people until the customer's other
/// subscriptions are enough for the rest.
pub(crate) async fn release(tx: &mut Tx, shelf: &Shelf, ending: &Subscription) -> Result<()> {
    let offer = &shelf.get(ending.offer)?.offer;
    if offer.unit != Unit::Licences {
        return Ok(());
    }
    let pool = pools::lock(tx, ending.customer, offer.sku).await.stored()?;
    let left = pool.bought.saturating_sub(ending.bought_units());
    if pool.assigned > left {
        pools::release(tx, ending.customer, offer.sku, left).await.stored()?;
    }
    Ok(())
}
