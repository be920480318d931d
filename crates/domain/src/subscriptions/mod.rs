//! Subscriptions: their life, what can be done with them, and why not.
//!
//! Source: domain book, "customer-subscriptions" and `billing-engine.md` 1 and 2.

mod actions;
mod calendar;
mod changes;
mod drafts;
mod model;
mod query;
mod refusal;
#[cfg(test)]
mod tests;
mod upgrade;

pub use actions::{ActionFacts, Actions, Availability, actions};
pub use calendar::{
    DAYS_TO_DELETION, REMINDERS, RENEWAL_WARNINGS, TERM_MONTHS, TRIAL_DAYS, Term, add_on_term,
    billing_date_from, deletion_day, next_renewal, ordered_term, reminder, trial_term,
    upgraded_term,
};
pub use changes::{
    Pool, Surroundings, capped_by_parent, check_alive, check_parent, check_quantity, check_range,
    check_reactivate, check_suspend, check_update, reactivated, suspended,
};
pub use drafts::{
    ChangeQuantity, ChangeReseller, MAX_NOTE, QuantityDraft, Reactivate, Rename, RenameDraft,
    ResellerDraft, Suspend, SuspendDraft, Target, Upgrade, UpgradeDraft,
};
pub use model::{EventKind, Rehearsal, Status, Subscription, SuspendReason, rehearse};
pub use query::{
    AddOnOffer, EventView, ExportRow, ForeignRow, MoveFault, MovedLicence, SubscriptionDetails,
    SubscriptionEntry, SubscriptionRow, SubscriptionsView, SuspensionView, UpgradeTarget,
    UpgradedView,
};
pub use refusal::SubscriptionRefusal;
pub use upgrade::{Bundle, Held, UpgradeFacts, check_move, check_source, check_target};
