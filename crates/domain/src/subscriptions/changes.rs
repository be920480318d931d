//! What can be done with a subscription, and why not.
//!
//! Source: domain book, "create-a-new-subscription", "suspend-a-subscription".

use super::model::{Status, Subscription, SuspendReason};
use super::refusal::SubscriptionRefusal as Refusal;
use crate::catalogue::{Offer, Unit};
use crate::orders::Limits;
use crate::time::Day;

/// How many licences of a SKU a customer has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// Units of all subscriptions that are not deleted.
    pub bought: u32,
    /// Units of those that are active.
    pub valid: u32,
    /// Licences given to people.
    pub assigned: u32,
}

/// What belongs to a subscription when its quantity changes.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// What it is of.
    pub offer: &'a Offer,
    /// The customer's licences of its SKU.
    pub pool: Pool,
    /// Units of its parent, if it is an add-on.
    pub parent: Option<u32>,
    /// Most units of its add-ons that have one unit a seat; 0 without any.
    pub add_ons: u32,
}

/// Whether an add-on of this offer can have no more units than its parent.
///
/// Source: catalogue seed, 3 (quantity rule): what is counted by seats follows the seats.
#[must_use]
pub fn capped_by_parent(offer: &Offer) -> bool {
    offer.add_on && offer.unit == Unit::Licences
}

/// Whether `quantity` units of `offer` can be had at all.
///
/// # Errors
///
/// [`Refusal::QuantityRange`], [`Refusal::TooManySeats`].
pub fn check_range(offer: &Offer, quantity: u32, limits: &Limits) -> Result<(), Refusal> {
    if !(offer.minimum..=offer.maximum).contains(&quantity) {
        return Err(Refusal::QuantityRange { min: offer.minimum, max: offer.maximum });
    }
    if quantity > limits.seats {
        return Err(Refusal::TooManySeats { max: limits.seats });
    }
    Ok(())
}

/// Whether the quantity of `subscription` could be changed on `today`, to whatever.
///
/// # Errors
///
/// [`Refusal::Deleted`], [`Refusal::NotActive`].
pub fn check_alive(subscription: &Subscription, today: Day) -> Result<(), Refusal> {
    match subscription.status_on(today) {
        Status::Pending | Status::Active => Ok(()),
        Status::Suspended => Err(Refusal::NotActive),
        Status::Deleted => Err(Refusal::Deleted),
    }
}

/// Whether `subscription` can have `quantity` units from `today` on.
///
/// # Errors
///
/// The first [`Refusal`] that applies.
pub fn check_quantity(
    subscription: &Subscription,
    quantity: u32,
    around: &Surroundings<'_>,
    limits: &Limits,
    today: Day,
) -> Result<(), Refusal> {
    check_alive(subscription, today)?;
    check_range(around.offer, quantity, limits)?;
    if capped_by_parent(around.offer)
        && let Some(units) = around.parent
        && quantity > units
    {
        return Err(Refusal::QuantityParent { units });
    }
    if quantity < around.add_ons {
        return Err(Refusal::QuantityAddOn { units: around.add_ons });
    }
    let pool = around.pool;
    let bought = pool.bought.saturating_sub(subscription.quantity).saturating_add(quantity);
    if quantity < subscription.quantity && bought < pool.assigned {
        return Err(Refusal::QuantityAssigned { assigned: pool.assigned });
    }
    Ok(())
}

/// Whether `subscription` can be suspended on `today`; `false` if it is already.
///
/// # Errors
///
/// [`Refusal::Deleted`].
pub fn check_suspend(subscription: &Subscription, today: Day) -> Result<bool, Refusal> {
    match subscription.status_on(today) {
        Status::Pending | Status::Active => Ok(true),
        Status::Suspended => Ok(false),
        Status::Deleted => Err(Refusal::Deleted),
    }
}

/// `subscription` as it is from `today` on, suspended.
#[must_use]
pub fn suspended(
    subscription: &Subscription,
    reason: SuspendReason,
    note: Option<String>,
    today: Day,
) -> Subscription {
    Subscription {
        status: Status::Suspended,
        inactive_since: Some(subscription.inactive_from(today)),
        reason: Some(reason),
        note,
        ..subscription.clone()
    }
}

/// Whether `subscription` can be reactivated on `today`; `false` if it is active. `parent` is what
/// its parent is on that day, if it is an add-on.
///
/// # Errors
///
/// [`Refusal::Deleted`] from the day of its deletion on, [`Refusal::ByOperator`],
/// [`Refusal::ParentNotActive`].
pub fn check_reactivate(
    subscription: &Subscription,
    parent: Option<Status>,
    today: Day,
) -> Result<bool, Refusal> {
    match subscription.status_on(today) {
        Status::Pending | Status::Active => return Ok(false),
        Status::Deleted => return Err(Refusal::Deleted),
        Status::Suspended => {}
    }
    if subscription.reason == Some(SuspendReason::Operator) {
        return Err(Refusal::ByOperator);
    }
    match parent {
        None | Some(Status::Active | Status::Pending) => Ok(true),
        Some(Status::Suspended | Status::Deleted) => Err(Refusal::ParentNotActive),
    }
}

/// `subscription` as it is from `today` on, reactivated; before its first day it waits again.
#[must_use]
pub fn reactivated(subscription: &Subscription, today: Day) -> Subscription {
    let waits = today < subscription.starts_on;
    Subscription {
        status: if waits { Status::Pending } else { Status::Active },
        reactivated_on: Some(today),
        reason: None,
        note: None,
        ..subscription.clone()
    }
}

/// Whether something other than its life can be changed, such as its nickname.
///
/// # Errors
///
/// [`Refusal::Deleted`].
pub fn check_update(subscription: &Subscription, today: Day) -> Result<(), Refusal> {
    match subscription.status_on(today) {
        Status::Deleted => Err(Refusal::Deleted),
        Status::Pending | Status::Active | Status::Suspended => Ok(()),
    }
}

/// Whether an add-on can be ordered for `parent` on `today`.
///
/// # Errors
///
/// [`Refusal::Deleted`], [`Refusal::ParentNotActive`], [`Refusal::IsAddOn`].
pub fn check_parent(parent: &Subscription, today: Day) -> Result<(), Refusal> {
    match parent.status_on(today) {
        Status::Deleted => Err(Refusal::Deleted),
        Status::Suspended => Err(Refusal::ParentNotActive),
        Status::Pending | Status::Active if parent.parent.is_some() => Err(Refusal::IsAddOn),
        Status::Pending | Status::Active => Ok(()),
    }
}
