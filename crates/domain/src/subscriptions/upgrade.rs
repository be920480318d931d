//! Upgrades: from one offer to one with more services.
//!
//! Source: domain book, "add-licenses-or-services-to-an-existing-subscription".

use super::model::{Status, Subscription};
use super::refusal::SubscriptionRefusal as Refusal;
use crate::ids::{OfferId, SubscriptionId};
use crate::time::Day;

/// An offer as an upgrade sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Which.
    pub offer: OfferId,
    /// Its name in the reader's language.
    pub name: String,
    /// Ids of its service plans.
    pub plans: Vec<String>,
}

/// A subscription that the customer has from any reseller, not deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub id: SubscriptionId,
    /// Of what.
    pub bundle: Bundle,
}

/// What decides whether `source` can be upgraded at all.
#[derive(Clone, Debug)]
pub struct UpgradeFacts<'a> {
    /// The subscription.
    pub source: &'a Subscription,
    /// Its offer.
    pub bundle: &'a Bundle,
    /// Where the matrix leads from its offer.
    pub targets: &'a [OfferId],
    /// Whether it has add-ons that are not deleted.
    pub add_ons: bool,
    /// Whether the customer has delegated its administration to the partner.
    pub delegated_admin: bool,
    /// Everything the customer has, from any reseller.
    pub held: &'a [Held],
    /// The business day.
    pub today: Day,
}

/// Whether there is anything to upgrade `facts.source` for: conditions 1 and 2, and that a path
/// leads on.
///
/// # Errors
///
/// The first [`Refusal`] that applies.
pub fn check_source(facts: &UpgradeFacts<'_>) -> Result<(), Refusal> {
    match facts.source.status_on(facts.today) {
        Status::Deleted => return Err(Refusal::Deleted),
        Status::Suspended => return Err(Refusal::NotActive),
        Status::Pending => return Err(Refusal::NotStarted { day: facts.source.starts_on }),
        Status::Active => {}
    }
    if facts.source.parent.is_some() {
        return Err(Refusal::IsAddOn);
    }
    if facts.targets.is_empty() {
        return Err(Refusal::NoUpgradePath);
    }
    if facts.add_ons {
        return Err(Refusal::HasAddOns);
    }
    if !facts.delegated_admin {
        return Err(Refusal::NoDelegatedAdmin);
    }
    Ok(())
}

/// Whether `facts.source` can become `target`: all four conditions.
///
/// # Errors
///
/// The first [`Refusal`] that applies.
pub fn check_target(facts: &UpgradeFacts<'_>, target: &Bundle) -> Result<(), Refusal> {
    check_source(facts)?;
    if !facts.targets.contains(&target.offer) {
        return Err(Refusal::NoUpgradePath);
    }
    let others = || facts.held.iter().filter(|held| held.id != facts.source.id);
    if others().any(|held| held.bundle.offer == target.offer) {
        return Err(Refusal::HasTarget { offer: target.name.clone() });
    }
    let added = |plan: &String| target.plans.contains(plan) && !facts.bundle.plans.contains(plan);
    match others().find(|held| held.bundle.plans.iter().any(added)) {
        Some(held) => Err(Refusal::HasServices { offer: held.bundle.name.clone() }),
        None => Ok(()),
    }
}

/// Whether `quantity` licences are enough to move those of `assigned` people.
///
/// # Errors
///
/// [`Refusal::MoveAssigned`].
pub fn check_move(quantity: u32, assigned: u32) -> Result<(), Refusal> {
    if quantity < assigned { Err(Refusal::MoveAssigned { assigned }) } else { Ok(()) }
}
