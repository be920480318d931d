//! An offer and what belongs to it.

use serde::{Deserialize, Serialize};

use crate::ids::OfferId;
use crate::money::UnitPrice;
use crate::words::words;

words! {
    /// Where an offer is filed; the order is that of the catalogue.
    Category {
        /// For larger organisations.
        Enterprise = "enterprise",
        /// At most 300 seats.
        SmallBusiness = "small-business",
        /// Free for a limited time.
        Trial = "trial",
        /// Needs a base subscription.
        AddOn = "add-on",
        /// Billed by consumption.
        Usage = "usage",
    }
    /// How an offer is billed.
    Billing {
        /// Per seat, in advance.
        License = "license",
        /// By consumption, in arrears.
        Usage = "usage",
    }
    /// What a quantity counts.
    Unit {
        /// Seats for users.
        Licences = "licences",
        /// Gigabytes of storage.
        Gigabytes = "gigabytes",
        /// Nothing: consumption has no seats.
        None = "none",
    }
    /// Whom an offer is for.
    Segment {
        /// Everyone.
        Commercial = "commercial",
        /// Schools and universities.
        Education = "education",
        /// Public bodies.
        Government = "government",
    }
    /// How two offers hang together.
    LinkKind {
        /// The add-on needs one of these.
        NeedsOneOf = "needs-one-of",
        /// Its subscriptions can become one of these.
        UpgradesTo = "upgrades-to",
        /// The trial goes on as this.
        ConvertsTo = "converts-to",
    }
}

/// Something that can be ordered, without words and prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The short code people know it by, such as `O365-E3`.
    pub code: String,
    /// The id of the SKU.
    pub sku: uuid::Uuid,
    /// The SKU's id in words, such as `ENTERPRISEPACK`.
    pub string_id: String,
    /// Where it is filed.
    pub category: Category,
    /// Whom it is for.
    pub segment: Segment,
    /// How it is billed.
    pub billing: Billing,
    /// What a quantity counts.
    pub unit: Unit,
    /// Fewest units an order can have.
    pub minimum: u32,
    /// Most units a subscription can have.
    pub maximum: u32,
    /// Most subscriptions a customer can have of it.
    pub per_customer: Option<u32>,
    /// Bought from the parent's details page, not from the catalogue.
    pub add_on: bool,
    /// Its place inside its category.
    pub rank: u32,
}

/// Another offer, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// How they hang together.
    pub kind: LinkKind,
    /// The other offer.
    pub id: OfferId,
    /// Its name in the reader's language.
    pub name: String,
}

/// What an offer costs: per unit and month, in yuan, without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prices {
    /// What the partner pays.
    pub partner: UnitPrice,
    /// What the end customer is expected to pay (ERP).
    pub retail: UnitPrice,
}
