//! An offer and what belongs to it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::OfferId;
use crate::money::UnitPrice;

/// A word that the database, the address bar and Fluent ids share.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            pub enum $name {
                $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
            }

            impl $name {
                /// All of them, in the order in which they are listed.
                pub const ALL: &[Self] = &[$(Self::$variant,)+];

                /// Its word.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        $(Self::$variant => $word,)+
                    }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            impl FromStr for $name {
                type Err = UnknownWord;

                fn from_str(word: &str) -> Result<Self, UnknownWord> {
                    Self::ALL.iter().find(|known| known.as_str() == word).copied().ok_or(UnknownWord)
                }
            }
        )+
    };
}

/// A word that stands for nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;

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
