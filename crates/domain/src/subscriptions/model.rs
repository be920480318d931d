//! A subscription as it is stored, and what it is on a day.

use serde::{Deserialize, Serialize};

use super::calendar::{deletion_day, next_renewal};
use crate::ids::{CustomerId, OfferId, OrderId, SubscriptionId};
use crate::money::UnitPrice;
use crate::time::Day;
use crate::words::words;

words! {
    /// What a subscription can be.
    ///
    /// Source: domain book, 1.5.
    Status {
        /// Ordered; it starts at 0:00 of its first day.
        Pending = "pending",
        /// In use.
        Active = "active",
        /// The customer's users are locked out; the data waits for its deletion.
        Suspended = "suspended",
        /// Over, for ever.
        Deleted = "deleted",
    }
    /// Why a subscription was suspended.
    SuspendReason {
        /// The customer asked for it.
        CustomerRequest = "customer-request",
        /// The customer does not pay the partner.
        NonPayment = "non-payment",
        /// The customer deceives or abuses.
        FraudOrMisuse = "fraud-or-misuse",
        /// The operator did it; the partner cannot take it back.
        Operator = "operator",
        /// It is an add-on, suspended with its parent.
        Parent = "parent",
    }
    /// What changed in a subscription's life, as billing reads it.
    EventKind {
        /// It was ordered.
        Ordered = "ordered",
        /// It has another quantity.
        Quantity = "quantity",
        /// It was suspended.
        Suspended = "suspended",
        /// It was reactivated.
        Reactivated = "reactivated",
        /// It was replaced by an upgrade.
        UpgradedAway = "upgraded-away",
        /// An upgrade created it.
        UpgradedTo = "upgraded-to",
        /// A new term began, at a new price.
        Renewed = "renewed",
        /// Its data was deleted.
        Deleted = "deleted",
    }
}

impl SuspendReason {
    /// The reasons that a partner can give.
    pub const BY_PARTNER: [Self; 3] =
        [Self::CustomerRequest, Self::NonPayment, Self::FraudOrMisuse];
}

/// A subscription, without words.
///
/// Source: domain book, 1.11.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Its id.
    pub id: SubscriptionId,
    /// Who uses it.
    pub customer: CustomerId,
    /// The order it came with.
    pub order: OrderId,
    /// What it is of.
    pub offer: OfferId,
    /// The subscription it adds to, if it is an add-on.
    pub parent: Option<SubscriptionId>,
    /// What the partner calls it; otherwise it has the offer's name.
    pub nickname: Option<String>,
    /// Units.
    pub quantity: u32,
    /// As it was stored last; see [`Subscription::status_on`].
    pub status: Status,
    /// The day of the order or upgrade.
    pub ordered_on: Day,
    /// The first day on which it can be used.
    pub starts_on: Day,
    /// The first day that is billed.
    pub first_billed_on: Day,
    /// The first day after this term.
    pub renews_on: Day,
    /// Whether another term follows; a trial has none.
    pub renews: bool,
    /// What the partner pays for a unit and month, locked until it renews.
    pub unit_price: UnitPrice,
    /// MPN ID of the reseller who sold it for an indirect provider; empty if it was taken away.
    pub reseller: Option<String>,
    /// The first of the days without a break on which it has not been active, while it is
    /// suspended.
    pub suspended_on: Option<Day>,
    /// The day of its last reactivation.
    pub reactivated_on: Option<Day>,
    /// What `suspended_on` was before that: suspending it on the same day again gains no time.
    pub earlier_suspended_on: Option<Day>,
    /// Why it is suspended.
    pub reason: Option<SuspendReason>,
    /// What was noted about the suspension.
    pub note: Option<String>,
    /// The day of its deletion or upgrade.
    pub deleted_on: Option<Day>,
    /// The subscription that it replaced.
    pub upgraded_from: Option<SubscriptionId>,
    /// How often it has been changed, from 1.
    pub version: i64,
}

impl Subscription {
    /// What it is on `today`, whether or not the job of that day has run yet.
    #[must_use]
    pub fn status_on(&self, today: Day) -> Status {
        let over = self.deletes_on().is_some_and(|day| day <= today);
        match self.status {
            Status::Deleted => Status::Deleted,
            _ if over => Status::Deleted,
            Status::Pending if self.starts_on <= today => Status::Active,
            status => status,
        }
    }

    /// The day at whose beginning its data is deleted, as far as it is known.
    #[must_use]
    pub fn deletes_on(&self) -> Option<Day> {
        let suspended = match self.status {
            Status::Suspended => self.suspended_on.map(deletion_day),
            Status::Pending | Status::Active | Status::Deleted => None,
        };
        let ended = (!self.renews && self.status != Status::Deleted).then_some(self.renews_on);
        match (suspended, ended) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        }
    }

    /// The last day on which it can still be reactivated, if it is suspended.
    #[must_use]
    pub fn reactivates_until(&self) -> Option<Day> {
        let deletes_on = self.deletes_on().filter(|_| self.status == Status::Suspended)?;
        deletes_on.pred_opt()
    }

    /// The last free day, while `today` is one or before one; of a trial, its last day.
    ///
    /// Source: domain book, "create-a-new-subscription" (Free until …), P15.
    #[must_use]
    pub fn free_until(&self, today: Day) -> Option<Day> {
        // What an upgrade created is billed from its first day on.
        if self.upgraded_from.is_some() || self.status_on(today) == Status::Deleted {
            return None;
        }
        let billed = if self.renews { self.first_billed_on } else { self.renews_on };
        let free = self.starts_on < billed && today < billed;
        if free { billed.pred_opt() } else { None }
    }

    /// MPN ID of the reseller that it has now; none also of a subscription whose reseller was taken
    /// away, which is kept as an empty ID for the files alone.
    #[must_use]
    pub fn reseller_of_record(&self) -> Option<&str> {
        self.reseller.as_deref().filter(|id| !id.is_empty())
    }

    /// The first day on which it would not be active if it were suspended on `today`.
    #[must_use]
    pub fn inactive_from(&self, today: Day) -> Day {
        // Reactivated today: this day would end suspended as the ones before it did.
        match self.earlier_suspended_on {
            Some(since) if self.reactivated_on == Some(today) => since,
            _ => today,
        }
    }

    /// The first renewal after `day`.
    #[must_use]
    pub fn renewal_after(&self, day: Day) -> Day {
        let mut renews_on = self.renews_on;
        while renews_on <= day && self.renews {
            renews_on = next_renewal(renews_on);
        }
        renews_on
    }

    /// How many of its units can be used: what it adds to `valid` of its pool.
    #[must_use]
    pub fn valid_units(&self) -> u32 {
        if self.status == Status::Active { self.quantity } else { 0 }
    }

    /// How many units it adds to `bought` of its pool.
    #[must_use]
    pub fn bought_units(&self) -> u32 {
        if self.status == Status::Deleted { 0 } else { self.quantity }
    }
}

/// Something that would happen to a subscription if it were suspended.
///
/// Source: domain book, "suspend-a-subscription" (the confirmation names the consequences).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// The first of the days on which it would not be active.
    pub inactive_from: Day,
    /// The last day on which it could be reactivated.
    pub reactivates_until: Day,
    /// The day at whose beginning its data would be deleted.
    pub deletes_on: Day,
    /// How many people would lose access.
    pub losing_access: u32,
    /// Add-ons that would be suspended with it, by name.
    pub add_ons: Vec<String>,
}

/// What the suspension of `subscription` on `today` would do; `assigned` people have a licence of
/// its SKU, of which `valid` could be used so far.
#[must_use]
pub fn rehearse(
    subscription: &Subscription,
    today: Day,
    assigned: u32,
    valid: u32,
    add_ons: Vec<String>,
) -> Rehearsal {
    let inactive_from = subscription.inactive_from(today);
    let mut deletes_on = deletion_day(inactive_from);
    if !subscription.renews {
        deletes_on = deletes_on.min(subscription.renews_on);
    }
    // Other subscriptions of the same SKU go on serving as many as they have units.
    let left = valid.saturating_sub(subscription.valid_units());
    Rehearsal {
        inactive_from,
        reactivates_until: deletes_on.pred_opt().unwrap_or(deletes_on),
        deletes_on,
        losing_access: assigned.min(valid).saturating_sub(left),
        add_ons,
    }
}
