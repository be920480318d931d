//! What a reader asks of the catalogue, and what they are shown.

use serde::{Deserialize, Serialize};

use super::model::{Billing, Category, Link, Offer, Prices};
use crate::ids::OfferId;
use crate::time::Day;

/// Rows a page can have.
pub const PAGE_SIZES: [u32; 4] = [25, 50, 100, 1000];

/// How the offers below the pinned ones are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Category, then rank, then name: the catalogue's own order.
    #[default]
    #[serde(rename = "catalogue")]
    Catalogue,
    /// By name, in the order of the reader's language.
    #[serde(rename = "name")]
    Name,
}

/// What a reader asks for. It stands in the address, so that a list can be bookmarked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueQuery {
    /// Words of the name, the code or a service plan.
    pub words: String,
    /// Only this category.
    pub category: Option<Category>,
    /// Only billed like this.
    pub billing: Option<Billing>,
    /// The order.
    pub sort: Sort,
    /// The page, from 0.
    pub page: u32,
    /// Rows a page; 0 is the usual number.
    pub size: u32,
}

/// An offer in a list, for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferCard {
    /// The offer.
    pub offer: Offer,
    /// Its name in the reader's language.
    pub name: String,
    /// One or two sentences, in the reader's language.
    pub description: String,
    /// Its slot, if the partner has pinned it: 1 to 5.
    pub slot: Option<u8>,
    /// What it costs; never sent to a reader who may not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prices: Option<Prices>,
}

/// The offers that answer a [`CatalogueQuery`], pinned ones first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueView {
    /// The rows of this page.
    pub offers: Vec<OfferCard>,
    /// How many there are over all pages.
    pub total: u32,
    /// The page shown, from 0.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
    /// The first day of the month whose price list is in force; `None` if none is.
    pub month: Option<Day>,
    /// Whether prices belong to what this reader sees.
    pub priced: bool,
    /// Whether this reader may change the pinned offers.
    pub may_pin: bool,
}

/// All of an offer, for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferDetails {
    /// What the list shows of it.
    pub card: OfferCard,
    /// Names of its service plans.
    pub service_plans: Vec<String>,
    /// Offers it hangs together with.
    pub links: Vec<Link>,
    /// The first day of the month whose price list is in force.
    pub month: Day,
}

/// One filled slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinnedView {
    /// The offer.
    pub id: OfferId,
    /// Its code.
    pub code: String,
    /// Its name in the reader's language.
    pub name: String,
}

/// A partner's pinned offers, and what could be pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PinBoardView {
    /// The version to send back with a change; 0 before the first.
    pub version: i64,
    /// The filled slots, in order.
    pub pinned: Vec<PinnedView>,
    /// Offers that were pinned and have left the price list: their slots are free.
    pub withdrawn: Vec<PinnedView>,
    /// Base offers of this month's price list, in the catalogue's order.
    pub offers: Vec<OfferCard>,
    /// Who changed the pinned offers last.
    pub changed_by: Option<String>,
}
