//! What readers are shown of subscriptions.

use serde::{Deserialize, Serialize};

use super::actions::{Actions, Availability};
use super::model::{EventKind, Status, SuspendReason};
use crate::billing::Commitments;
use crate::catalogue::{OfferCard, Unit};
use crate::error::Refusal;
use crate::ids::{CustomerId, OfferId, OrderId, SubscriptionId, UserId};
use crate::money::UnitPrice;
use crate::time::{Day, Instant};

/// A subscription in the list of its customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionRow {
    /// Its id.
    pub id: SubscriptionId,
    /// Its nickname, or the offer's name in the reader's language.
    pub name: String,
    /// The offer's name in the reader's language.
    pub offer_name: String,
    /// The offer's code.
    pub code: String,
    /// The subscription it adds to, if it is an add-on.
    pub parent: Option<SubscriptionId>,
    /// What it is today.
    pub status: Status,
    /// Units.
    pub quantity: u32,
    /// What they count.
    pub unit: Unit,
    /// Licences of its SKU given to people, over all subscriptions of the SKU; none where there
    /// are no licences.
    pub assigned: Option<u32>,
    /// Its first day.
    pub starts_on: Day,
    /// The day on which it renews, or ends.
    pub renews_on: Day,
    /// Whether it renews on that day.
    pub renews: bool,
    /// The day at whose beginning its data is deleted, if it is suspended.
    pub deletes_on: Option<Day>,
    /// The last free day, while it is free.
    pub free_until: Option<Day>,
    /// Add-ons that are not deleted.
    pub add_ons: u32,
    /// The reseller's MPN ID, where it has one of its own.
    pub reseller: Option<String>,
}

/// A subscription from another channel: name and status only.
///
/// Source: domain book, "customer-subscriptions".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignRow {
    /// The offer's name in the reader's language.
    pub name: String,
    /// What it is today.
    pub status: Status,
}

/// A customer's subscriptions, for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionsView {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub customer_name: String,
    /// The partner's own; add-ons follow their parents, deleted ones come last.
    pub rows: Vec<SubscriptionRow>,
    /// Those from other channels, if the customer has delegated its administration.
    pub foreign: Vec<ForeignRow>,
    /// Whether this reader can order.
    pub order: Availability,
    /// Whether this reader can export them.
    pub export: Availability,
}

/// An add-on that could be ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddOnOffer {
    /// What the catalogue shows of it.
    pub card: OfferCard,
    /// Why it cannot be ordered, if it cannot.
    pub unavailable: Option<Refusal>,
    /// Most units that can be ordered now.
    pub most: u32,
}

/// An offer that the subscription could be upgraded to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpgradeTarget {
    /// Which.
    pub offer: OfferId,
    /// Its name in the reader's language.
    pub name: String,
    /// Fewest units.
    pub minimum: u32,
    /// Most units.
    pub maximum: u32,
    /// Why it cannot be chosen, if it cannot.
    pub unavailable: Option<Refusal>,
    /// What a unit costs a month; never sent to a reader who may not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<UnitPrice>,
}

/// How a suspended subscription came to be so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionView {
    /// The first day without service.
    pub since: Day,
    /// Why.
    pub reason: SuspendReason,
    /// What was noted.
    pub note: Option<String>,
    /// The last day on which it can be reactivated.
    pub reactivates_until: Day,
    /// The day at whose beginning the data is deleted.
    pub deletes_on: Day,
}

/// A change in a subscription's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// What.
    pub kind: EventKind,
    /// On which day it counts.
    pub day: Day,
    /// Units after it.
    pub quantity: u32,
    /// When it was written.
    pub at: Instant,
}

/// An entry of the activity log about a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionEntry {
    /// When.
    pub at: Instant,
    /// Who; the nil id is the system.
    pub actor: UserId,
    /// The name that person had then.
    pub actor_name: String,
    /// `activity-<kind>` is its sentence.
    pub kind: String,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}

/// All of a subscription, for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionDetails {
    /// What the list shows of it.
    pub row: SubscriptionRow,
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub customer_name: String,
    /// The version to send back with a change.
    pub version: i64,
    /// The nickname, if it has one.
    pub nickname: Option<String>,
    /// The offer.
    pub offer: OfferId,
    /// Fewest units.
    pub minimum: u32,
    /// Most units.
    pub maximum: u32,
    /// The order it came with.
    pub order: OrderId,
    /// That order's number.
    pub order_number: i64,
    /// The day of the order.
    pub ordered_on: Day,
    /// The first day that is billed.
    pub first_billed_on: Day,
    /// What the partner pays for a unit and month; never sent to a reader who may not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<UnitPrice>,
    /// How it came to be suspended, while it is.
    pub suspension: Option<SuspensionView>,
    /// The day of its deletion or upgrade.
    pub deleted_on: Option<Day>,
    /// The subscription that it replaced.
    pub upgraded_from: Option<SubscriptionId>,
    /// The subscription that replaced it.
    pub upgraded_to: Option<SubscriptionId>,
    /// Its add-ons, deleted ones last.
    pub add_ons: Vec<SubscriptionRow>,
    /// Add-ons that are sold for it.
    pub add_on_offers: Vec<AddOnOffer>,
    /// Where an upgrade could lead.
    pub targets: Vec<UpgradeTarget>,
    /// What can be done, and why not.
    pub actions: Actions,
    /// How changes stand to the customer's limit; `None` without one, or for readers who change
    /// nothing.
    pub commitments: Option<Commitments>,
    /// Its life, oldest first.
    pub events: Vec<EventView>,
    /// What was done with it, newest first.
    pub activity: Vec<SubscriptionEntry>,
}

/// How moving somebody's licence went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedLicence {
    /// Who.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// Why it could not be moved, if it could not.
    pub failed: Option<MoveFault>,
}

/// Why somebody's licence could not be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MoveFault {
    /// The person has a licence of the target already.
    #[serde(rename = "has-target")]
    HasTarget,
    /// Another licence of the person includes a rival service.
    #[serde(rename = "conflict")]
    Conflict,
}

/// An upgrade that has been done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpgradedView {
    /// The subscription that is over.
    pub source: SubscriptionId,
    /// The one that replaced it.
    pub target: SubscriptionId,
    /// The new offer's name in the reader's language.
    pub name: String,
    /// The number of the order behind it.
    pub order_number: i64,
    /// Person by person, if licences were to be moved.
    pub licences: Vec<MovedLicence>,
}

/// A line of the export of a customer's subscriptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportRow {
    /// Its id.
    pub id: SubscriptionId,
    /// Its nickname, or the offer's name.
    pub name: String,
    /// Units.
    pub quantity: u32,
    /// What it is today.
    pub status: Status,
    /// The reseller's MPN ID, where it has one of its own.
    pub reseller: Option<String>,
}
