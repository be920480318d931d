//! Requests for fapiao as their readers see them.

use serde::{Deserialize, Serialize};

use super::{FapiaoDetails, FapiaoKind, FapiaoStatus};
use crate::billing::asked::{AskedQuery, AskedView};
use crate::error::Refusal;
use crate::ids::{FapiaoId, InvoiceId, PartnerId};
use crate::money::Money;
use crate::time::{Day, Instant};

/// Which requests a reader wants to see; their places are their ids, which grow.
pub type FapiaoQuery = AskedQuery<FapiaoStatus, FapiaoId>;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FapiaoSummary {
    /// Its id.
    pub id: FapiaoId,
    /// Who has made it.
    pub partner: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// Of which invoice.
    pub invoice: InvoiceId,
    /// The invoice's number.
    pub invoice_number: String,
    /// What the invoice asked for.
    pub amount: Money,
    /// Which paper.
    pub kind: FapiaoKind,
    /// Who it is made out to.
    pub title: String,
    /// What else stands on it, and where it goes.
    pub details: FapiaoDetails,
    /// How far it has come.
    pub status: FapiaoStatus,
    /// The day on which one that is delayed is expected.
    pub expected_on: Option<Day>,
    /// The number of the paper.
    pub number: Option<String>,
    /// When it was requested.
    pub requested_at: Instant,
    /// When it has come so far.
    pub changed_at: Instant,
    /// How often it has been changed, from 1.
    pub version: i64,
}

/// A page of requests.
pub type FapiaosView = AskedView<FapiaoSummary, FapiaoId>;

/// A request as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FapiaoView {
    /// The request.
    pub summary: FapiaoSummary,
    /// Whether the reader may move it on.
    pub may_change: bool,
}

/// What the form for a request begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FapiaoFormView {
    /// Of which invoice.
    pub invoice: InvoiceId,
    /// The invoice's number.
    pub number: String,
    /// Who pays the invoice.
    pub payer: String,
    /// Why it cannot be requested now.
    pub refusal: Option<Refusal>,
    /// Which paper it was the last time.
    pub kind: FapiaoKind,
    /// Who it was made out to; the payer without a last time.
    pub title: String,
    /// What else it said.
    pub details: FapiaoDetails,
}
