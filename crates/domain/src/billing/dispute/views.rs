//! Disputes as their readers see them.

use serde::{Deserialize, Serialize};

use super::{DisputeReason, DisputeStatus, LinePlace};
use crate::billing::asked::{AskedQuery, AskedView};
use crate::billing::{ChargeType, Days};
use crate::ids::{DisputeId, InvoiceId, PartnerId};
use crate::money::Money;
use crate::time::{Day, Instant};

/// Which disputes a reader wants to see; their places are their numbers.
pub type DisputesQuery = AskedQuery<DisputeStatus, u32>;

/// A dispute without its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeSummary {
    /// Its id.
    pub id: DisputeId,
    /// Its number, by which both sides call it.
    pub number: u32,
    /// Who raised it.
    pub partner: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// The invoice with the lines.
    pub invoice: InvoiceId,
    /// The invoice's number.
    pub invoice_number: String,
    /// What is wrong.
    pub reason: DisputeReason,
    /// The same in the partner's words.
    pub text: String,
    /// What was asked for, tax included.
    pub amount: Money,
    /// How far it has come.
    pub status: DisputeStatus,
    /// What is given back, if something is.
    pub accepted: Option<Money>,
    /// What the operator has answered.
    pub answer: String,
    /// Who of the partner raised it, and when.
    pub raised: (String, Instant),
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// When the customer was told, and by whom.
    pub informed: Option<(Day, String)>,
    /// The invoice that gives back, and its number.
    pub settled_on: Option<(InvoiceId, String)>,
    /// How often it has been changed, from 1.
    pub version: i64,
}

/// A page of disputes.
pub type DisputesView = AskedView<DisputeSummary, u32>;

/// A line of an invoice that is or can be disputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeLineView {
    /// Where it stands.
    pub place: LinePlace,
    /// The customer's name on the invoice.
    pub customer_name: String,
    /// What the partner calls the subscription, else its offer's name.
    pub name: String,
    /// What was metered, if that is known of the line.
    pub resource: Option<String>,
    /// What it is for.
    pub charge_type: ChargeType,
    /// The days charged.
    pub days: Days,
    /// What it has cost, tax included.
    pub total: Money,
    /// Whether it is in a dispute that is open or was accepted.
    pub taken: bool,
}

impl DisputeLineView {
    /// Whether it can be disputed: it has cost something, and nobody disputes it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.taken && self.total > Money::ZERO
    }
}

/// A dispute with its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeView {
    /// The dispute.
    pub summary: DisputeSummary,
    /// What is disputed.
    pub lines: Vec<DisputeLineView>,
    /// Whether the reader may take the next step.
    pub may_change: bool,
}

/// Lines of an invoice of which some are to be disputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputableView {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// The last day on which its lines can be disputed.
    pub until: Day,
    /// A page of its lines, those of the license-based file first.
    pub lines: Vec<DisputeLineView>,
    /// The place behind which the next page begins.
    pub next: Option<LinePlace>,
}

/// What a customer has been billed for lately.
///
/// Source: domain book, "provide-billing-support" (screen).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerBills {
    /// The customer's name.
    pub name: String,
    /// Invoices with lines of the customer, the newest first.
    pub bills: Vec<CustomerBill>,
    /// Whether the reader may dispute lines.
    pub may_dispute: bool,
}

/// What a customer has on one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerBill {
    /// The date of the invoice.
    pub billing_date: Day,
    /// The customer's lines on it.
    pub part: DisputableView,
}
