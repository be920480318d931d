//! What one partner pays instead of the list's price, as the operator agrees on it.
//!
//! Source: domain book, "see-offers-and-pricing" (screen 3).

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::import::price;
use crate::error::{Code, Coded, Error as Problem, FieldError};
use crate::ids::{OfferId, PartnerId, RequestId, SpecialPriceId};
use crate::money::UnitPrice;
use crate::text::half_width;
use crate::time::Day;

/// Why a special price cannot be agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum SpecialFault {
    /// No such partner.
    #[error("no partner")]
    Partner,
    /// Nothing that is sold at a monthly price.
    #[error("no offer with a price")]
    Offer,
    /// No day, or one that is over.
    #[error("no day from today on")]
    FirstDay,
    /// No day, or one before the first.
    #[error("no day from the first on")]
    LastDay,
}

impl Coded for SpecialFault {
    fn code(&self) -> Code {
        let key = match self {
            Self::Partner => "err-special-partner",
            Self::Offer => "err-special-offer",
            Self::FirstDay => "err-special-first-day",
            Self::LastDay => "err-special-last-day",
        };
        Code::new(key, 3000, 400)
    }
}

/// The form that agrees on a special price, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SpecialDraft {
    /// This attempt.
    pub request: String,
    /// For whom.
    pub partner: String,
    /// For what.
    pub offer: String,
    /// In yuan, of a unit and month.
    pub price: String,
    /// The first day of orders and renewals at this price.
    pub first_day: String,
    /// The last.
    pub last_day: String,
}

/// Agrees on a special price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddSpecial {
    /// This attempt.
    pub request: RequestId,
    /// For whom.
    pub partner: PartnerId,
    /// For what.
    pub offer: OfferId,
    /// Of a unit and month.
    pub price: UnitPrice,
    /// The first day of orders and renewals at this price.
    pub first_day: Day,
    /// The last.
    pub last_day: Day,
}

impl SpecialDraft {
    /// The command, if everything can be read; nothing begins before `today`.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] with every field at fault.
    pub fn parse(self, today: Day) -> Result<AddSpecial, Problem> {
        let mut fields = Vec::new();
        let partner = self.partner.parse().ok();
        if partner.is_none() {
            fields.push(FieldError::new("partner", SpecialFault::Partner));
        }
        let offer = self.offer.parse().ok();
        if offer.is_none() {
            fields.push(FieldError::new("offer", SpecialFault::Offer));
        }
        let digits: String = self.price.chars().map(half_width).collect();
        let price = price(&digits).map_err(|fault| fields.push(FieldError::new("price", fault)));
        let first_day = self.first_day.trim().parse().ok().filter(|day: &Day| *day >= today);
        if first_day.is_none() {
            fields.push(FieldError::new("first_day", SpecialFault::FirstDay));
        }
        let from = first_day.unwrap_or(today);
        let last_day = self.last_day.trim().parse().ok().filter(|day: &Day| *day >= from);
        if last_day.is_none() {
            fields.push(FieldError::new("last_day", SpecialFault::LastDay));
        }
        let request = self.request.parse().ok();
        match (request, partner, offer, price, first_day, last_day) {
            (Some(request), Some(partner), Some(offer), Ok(price), Some(first), Some(last)) => {
                let (first_day, last_day) = (first, last);
                Ok(AddSpecial { request, partner, offer, price, first_day, last_day })
            }
            _ => Err(Problem::Invalid { fields }),
        }
    }
}

/// Ends a special price: what has begun counts today for the last time, what has not never will.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndSpecial {
    /// This attempt.
    pub request: RequestId,
    /// Which.
    pub special: SpecialPriceId,
    /// The version that was seen.
    pub seen: i64,
}

/// What ending a special price on `today` does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It counts up to this day.
    Shortened(Day),
    /// It is withdrawn before anybody could have it.
    Withdrawn,
}

/// How a price from `first_day` to `last_day` ends on `today`; `None` if it is about to anyway.
#[must_use]
pub fn ending(first_day: Day, last_day: Day, today: Day) -> Option<Ending> {
    if today < first_day {
        Some(Ending::Withdrawn)
    } else {
        (today < last_day).then_some(Ending::Shortened(today))
    }
}

/// A special price as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialRow {
    /// Which.
    pub id: SpecialPriceId,
    /// The partner's registered name.
    pub partner: String,
    /// The offer's name in the reader's language.
    pub name: String,
    /// Its code.
    pub code: String,
    /// What this partner pays.
    pub price: UnitPrice,
    /// What this month's list says.
    pub list: Option<UnitPrice>,
    /// The first day of orders and renewals at this price.
    pub first_day: Day,
    /// The last.
    pub last_day: Day,
    /// Whether it can be ended.
    pub open: bool,
    /// To be told of changes by others.
    pub version: i64,
}

/// Something to choose: an id and its name.
pub type Named<T> = (T, String);

/// The operator's page about special prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialsView {
    /// Those that count, will count, or have counted lately; by partner, then by day.
    pub rows: Vec<SpecialRow>,
    /// All partners.
    pub partners: Vec<Named<PartnerId>>,
    /// What is sold at a monthly price.
    pub offers: Vec<Named<OfferId>>,
    /// Whether this reader may change anything.
    pub may_change: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn draft() -> SpecialDraft {
        SpecialDraft {
            request: ID.to_owned(),
            partner: ID.to_owned(),
            offer: ID.to_owned(),
            price: "６８.50".to_owned(),
            first_day: "2019-06-10".to_owned(),
            last_day: "2019-06-10".to_owned(),
        }
    }

    #[test]
    fn a_price_begins_today_at_the_earliest_and_ends_on_its_first_day_at_the_earliest() {
        let today = day("2019-06-10");
        let added = draft().parse(today).expect("it is right");
        assert_eq!(added.price, UnitPrice::from_stored(685_000));
        for (change, field) in [
            (SpecialDraft { first_day: "2019-06-09".to_owned(), ..draft() }, "first_day"),
            (SpecialDraft { last_day: "2019-06-09".to_owned(), ..draft() }, "last_day"),
            (SpecialDraft { price: "68.50001".to_owned(), ..draft() }, "price"),
            (SpecialDraft { partner: String::new(), ..draft() }, "partner"),
            (SpecialDraft { offer: "E1".to_owned(), ..draft() }, "offer"),
        ] {
            let Err(Problem::Invalid { fields }) = change.parse(today) else { panic!("{field}") };
            let names: Vec<_> = fields.iter().map(|fault| fault.field.as_str()).collect();
            assert_eq!(names, [field]);
        }
    }

    #[test]
    fn every_field_at_fault_is_named_at_once() {
        let Err(Problem::Invalid { fields }) = SpecialDraft::default().parse(day("2019-06-10"))
        else {
            panic!("nothing is typed")
        };
        assert_eq!(fields.len(), 5);
    }

    #[test]
    fn what_has_begun_is_shortened_and_what_has_not_is_withdrawn() {
        let (first, last) = (day("2019-06-10"), day("2019-06-20"));
        for (today, expected) in [
            ("2019-06-09", Some(Ending::Withdrawn)),
            ("2019-06-10", Some(Ending::Shortened(day("2019-06-10")))),
            ("2019-06-19", Some(Ending::Shortened(day("2019-06-19")))),
            ("2019-06-20", None),
            ("2019-06-21", None),
        ] {
            assert_eq!(ending(first, last, day(today)), expected, "{today}");
        }
    }
}
