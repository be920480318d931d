//! A customer's subscriptions: shown, changed, suspended, upgraded.
//!
//! Source: domain book, "customer-subscriptions".

mod changes;
pub(crate) mod notices;
mod query;
pub(crate) mod scene;
pub(crate) mod shelf;
mod suspend;
mod upgrade;

use domain::ids::SubscriptionId;
use serde::{Deserialize, Serialize};

pub use changes::{change_quantity, change_reseller, rename};
pub use query::{EXPORT_COLUMNS, cells, export, find, list};
pub use suspend::{reactivate, rehearse, suspend};
pub use upgrade::upgrade;

/// A subscription that has been changed, or was already as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Which.
    pub id: SubscriptionId,
    /// Its version now.
    pub version: i64,
}
