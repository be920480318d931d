//! For each thing that could be done with a subscription: yes, or why not.

use serde::{Deserialize, Serialize};

use super::changes::{check_alive, check_parent, check_reactivate, check_suspend, check_update};
use super::model::{Status, Subscription};
use super::refusal::SubscriptionRefusal;
use super::upgrade::{UpgradeFacts, check_source};
use crate::access::Action;
use crate::error::Refusal;

/// Whether something can be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Availability {
    /// It can.
    Allowed,
    /// It cannot, and this is why.
    WhyNot(Refusal),
}

impl Availability {
    /// Whether it can be done.
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed)
    }

    fn of(checked: Result<(), SubscriptionRefusal>) -> Self {
        match checked {
            Ok(()) => Self::Allowed,
            Err(refusal) => Self::WhyNot(Refusal::new(&refusal)),
        }
    }
}

/// What can be done with a subscription now, by this reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actions {
    /// Change the quantity.
    pub quantity: Availability,
    /// Give it a nickname.
    pub rename: Availability,
    /// Suspend it.
    pub suspend: Availability,
    /// Reactivate it.
    pub reactivate: Availability,
    /// Order an add-on.
    pub add_on: Availability,
    /// Upgrade it.
    pub upgrade: Availability,
    /// Change its reseller.
    pub reseller: Availability,
}

/// What decides which actions are possible.
#[derive(Clone, Copy)]
pub struct ActionFacts<'a> {
    /// For upgrades.
    pub upgrade: &'a UpgradeFacts<'a>,
    /// What its parent is on that day, if it is an add-on.
    pub parent: Option<Status>,
    /// Whether add-ons are sold for its offer.
    pub add_ons_sold: bool,
    /// Whether the partner is an indirect provider.
    pub indirect: bool,
    /// Why the reader may not do an action at all: roles, or the partner's debt.
    pub denied: &'a dyn Fn(Action) -> Option<Refusal>,
}

/// What can be done with `subscription`.
#[must_use]
pub fn actions(subscription: &Subscription, facts: ActionFacts<'_>) -> Actions {
    let today = facts.upgrade.today;
    let unless_denied = |action, checked: Result<(), SubscriptionRefusal>| {
        (facts.denied)(action).map_or_else(|| Availability::of(checked), Availability::WhyNot)
    };
    let or = |done: bool, refusal| if done { Ok(()) } else { Err(refusal) };
    let suspend = check_suspend(subscription, today)
        .and_then(|changes| or(changes, SubscriptionRefusal::SuspendedAlready));
    let reactivate = check_reactivate(subscription, facts.parent, today)
        .and_then(|changes| or(changes, SubscriptionRefusal::ActiveAlready));
    let add_on = check_parent(subscription, today)
        .and_then(|()| or(facts.add_ons_sold, SubscriptionRefusal::NoAddOns));
    let reseller = or(facts.indirect, SubscriptionRefusal::NotIndirect)
        .and_then(|()| check_update(subscription, today));
    Actions {
        quantity: unless_denied(Action::ChangeQuantity, check_alive(subscription, today)),
        rename: unless_denied(Action::RenameSubscription, check_update(subscription, today)),
        suspend: unless_denied(Action::SuspendSubscription, suspend),
        reactivate: unless_denied(Action::ReactivateSubscription, reactivate),
        add_on: unless_denied(Action::OrderAddOn, add_on),
        upgrade: unless_denied(Action::UpgradeSubscription, check_source(facts.upgrade)),
        reseller: unless_denied(Action::ChangeReseller, reseller),
    }
}
