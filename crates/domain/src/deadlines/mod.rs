//! What must be decided soon: deletions, renewals, ends of trials.
//!
//! Source: domain book, "suspend-a-subscription" (shown on Overview) and P14 (warnings before a
//! renewal).

mod ical;

use serde::{Deserialize, Serialize};

use crate::ids::{CustomerId, SubscriptionId};
use crate::subscriptions::{Status, Subscription, SuspendReason};
use crate::time::Day;
use crate::words::words;

pub use ical::{CalendarEvent, calendar};

/// How many days ahead renewals and ends of trials are shown.
pub const HORIZON_DAYS: i64 = 60;

words! {
    /// What happens on the day.
    DeadlineKind {
        /// The data of a suspended subscription is deleted.
        Deletion = "deletion",
        /// A new term begins.
        Renewal = "renewal",
        /// A trial is over.
        TrialEnd = "trial-end",
    }
    /// What can still be done about it.
    DeadlineAction {
        /// Reactivate it.
        Reactivate = "reactivate",
        /// Look at it, and change or suspend it before it renews.
        Review = "review",
        /// Turn the trial into a paid subscription.
        Convert = "convert",
    }
}

/// A day on which something happens to a subscription unless somebody acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// What happens.
    pub kind: DeadlineKind,
    /// At the beginning of which day.
    pub day: Day,
    /// Days left until then.
    pub days_left: i64,
    /// To which subscription.
    pub subscription: SubscriptionId,
    /// Its nickname, or the offer's name in the reader's language.
    pub name: String,
    /// Units.
    pub quantity: u32,
    /// Whose.
    pub customer: CustomerId,
    /// That customer's name.
    pub customer_name: String,
    /// What can be done; none if this reader's roles do not reach.
    pub action: Option<DeadlineAction>,
}

/// What must be decided soon, each kind from the nearest day on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlinesView {
    /// Subscriptions to be deleted.
    pub deletions: Vec<Deadline>,
    /// How many there are.
    pub deletions_total: u32,
    /// Renewals within [`HORIZON_DAYS`].
    pub renewals: Vec<Deadline>,
    /// How many there are.
    pub renewals_total: u32,
    /// Trials that end.
    pub trials: Vec<Deadline>,
    /// How many there are.
    pub trials_total: u32,
}

/// Whether there is a calendar address, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarState {
    /// The moment at which the address was made; none if there is none.
    pub since: Option<crate::time::Instant>,
}

/// What happens to `subscription` next, if it can still be acted on after `today`.
///
/// Add-ons follow their parents and have no deadline of their own, unless they are suspended
/// alone; what the operator suspended the partner cannot bring back.
#[must_use]
pub fn deadline(
    subscription: &Subscription,
    today: Day,
) -> Option<(DeadlineKind, Day, DeadlineAction)> {
    let soon = |day: Day| (1..=HORIZON_DAYS).contains(&(day - today).num_days());
    match subscription.status_on(today) {
        Status::Deleted => None,
        Status::Suspended => match subscription.reason {
            Some(SuspendReason::Operator | SuspendReason::Parent) => None,
            _ => subscription
                .deletes_on()
                .map(|day| (DeadlineKind::Deletion, day, DeadlineAction::Reactivate)),
        },
        Status::Pending | Status::Active if !subscription.renews => {
            let day = subscription.renews_on;
            soon(day).then_some((DeadlineKind::TrialEnd, day, DeadlineAction::Convert))
        }
        Status::Pending | Status::Active => {
            let day = subscription.renewal_after(today);
            let shown = soon(day) && subscription.parent.is_none();
            shown.then_some((DeadlineKind::Renewal, day, DeadlineAction::Review))
        }
    }
}
