//! What readers are shown of customers.

use serde::{Deserialize, Serialize};

use super::list::CustomerRights;
use super::model::{Billing, Profile, RelationshipKind};
use super::tags::TagView;
use crate::ids::CustomerId;
use crate::time::Instant;

/// The counts of the page on customer accounts.
///
/// Source: domain book, "customer-accounts".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubView {
    /// All customers.
    pub customers: i64,
    /// Those added in the last 30 days.
    pub added_lately: i64,
    /// Those whose administration is not delegated.
    pub without_delegated_admin: i64,
    /// What the reader may do.
    pub may: CustomerRights,
}

/// Whether an initial domain can be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainState {
    /// The whole domain that would be.
    pub domain: String,
    /// Whether nobody has it.
    pub free: bool,
}

/// The billing part of a customer's details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BillingPart {
    /// The primary contact gets the bills.
    Same,
    /// Somebody else does.
    Own(Box<Billing>),
}

/// A customer's details, for one reader.
///
/// Source: domain book, "update-customer-account-info".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetails {
    /// Which: the Microsoft ID.
    pub id: CustomerId,
    /// The version to send back with a change.
    pub version: i64,
    /// Its name.
    pub company_name: String,
    /// Its initial domain, whole.
    pub domain: String,
    /// What the partner knows of it; `None` if nobody has written it down yet.
    pub profile: Option<Profile>,
    /// Who gets the bills. `may.edit_billing` says whether the reader can change it.
    pub billing: BillingPart,
    /// How the partner sells to it.
    pub relationship: RelationshipKind,
    /// Whether it lets the partner administer its services.
    pub delegated_admin: bool,
    /// Since when the partner sells to it.
    pub established_at: Instant,
    /// When it accepted the customer agreement, and who noted that.
    pub agreement: Option<(Instant, String)>,
    /// The partner's marks, by name.
    pub tags: Vec<TagView>,
    /// Whether the partner has marked it as late with payments.
    pub overdue: bool,
    /// What the reader may do.
    pub may: CustomerRights,
}
