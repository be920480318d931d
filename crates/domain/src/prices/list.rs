//! What a price list shows.

use serde::{Deserialize, Serialize};

use super::import::PriceImport;
use crate::catalogue::{Billing, Category, Link, Offer, Prices};
use crate::ids::{PriceUploadId, RequestId};
use crate::money::UnitPrice;
use crate::time::Day;
use crate::words::words;

words! {
    /// How a price differs from the month before.
    Flag {
        /// Newly sold.
        Added = "ADD",
        /// At another price.
        Changed = "CHG",
        /// No longer sold.
        Deleted = "DEL",
        /// As before.
        Unchanged = "UNC",
    }
}

/// The flag of an offer that cost `before` in the month before and costs `now`; none if it was in
/// neither list.
#[must_use]
pub fn flag(before: Option<Prices>, now: Option<Prices>) -> Option<Flag> {
    match (before, now) {
        (None, None) => None,
        (None, Some(_)) => Some(Flag::Added),
        (Some(_), None) => Some(Flag::Deleted),
        (Some(before), Some(now)) if before == now => Some(Flag::Unchanged),
        (Some(_), Some(_)) => Some(Flag::Changed),
    }
}

/// What a reader asks of the price lists. It stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceQuery {
    /// The first day of the month; this month's, if there is none.
    pub month: Option<Day>,
    /// Words of the name or the code.
    pub words: String,
    /// Only this category.
    pub category: Option<Category>,
    /// Only billed like this.
    pub billing: Option<Billing>,
    /// Only with this flag.
    pub flag: Option<Flag>,
}

/// An offer in a price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedPrice {
    /// The offer.
    pub offer: Offer,
    /// Its name in the reader's language.
    pub name: String,
    /// How it differs from the month before.
    pub flag: Flag,
    /// The month before's prices.
    pub before: Option<Prices>,
    /// This month's prices; none if it is no longer sold.
    pub now: Option<Prices>,
    /// What it hangs together with.
    pub links: Vec<Link>,
}

/// A price that the partner pays instead of the list's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialView {
    /// The offer's name in the reader's language.
    pub name: String,
    /// Its code.
    pub code: String,
    /// The price.
    pub price: UnitPrice,
    /// The first day of orders at this price.
    pub first_day: Day,
    /// The last day of orders at this price.
    pub last_day: Day,
}

/// A price list, for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PricingView {
    /// The first day of the month that was asked for.
    pub month: Day,
    /// Whether there is such a list; if not, there are no rows.
    pub found: bool,
    /// Whether the month has not begun.
    pub preview: bool,
    /// The months whose lists can be seen, the latest first.
    pub months: Vec<Day>,
    /// The rows that answer the query.
    pub prices: Vec<ListedPrice>,
    /// Prices of this partner alone that can still be had.
    pub specials: Vec<SpecialView>,
}

/// A list as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedMonth {
    /// The first day of the month.
    pub month: Day,
    /// The day from which partners see it.
    pub published_on: Day,
    /// How many offers it has.
    pub offers: i64,
}

/// A file of prices that has been looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadView {
    /// Its id.
    pub id: PriceUploadId,
    /// What it would do now.
    pub import: PriceImport,
}

/// The operator's page about prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorPrices {
    /// All lists, the latest first.
    pub lists: Vec<ListedMonth>,
    /// The file in question, if there is one.
    pub upload: Option<UploadView>,
    /// Whether this reader may publish.
    pub may_publish: bool,
    /// The first month for which a list can still be published.
    pub first_month: Day,
}

/// Publishes what a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishPrices {
    /// The attempt.
    pub request: RequestId,
    /// The file.
    pub upload: PriceUploadId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_compares_both_prices_of_two_months() {
        let price = |partner, retail| {
            let [partner, retail] = [partner, retail].map(UnitPrice::from_stored);
            Some(Prices { partner, retail })
        };
        for (before, now, expected) in [
            (None, None, None),
            (None, price(1, 2), Some(Flag::Added)),
            (price(1, 2), None, Some(Flag::Deleted)),
            (price(1, 2), price(1, 2), Some(Flag::Unchanged)),
            (price(1, 2), price(2, 2), Some(Flag::Changed)),
            (price(1, 2), price(1, 3), Some(Flag::Changed)),
        ] {
            assert_eq!(flag(before, now), expected, "{before:?} {now:?}");
        }
    }
}
