//! Numbers, money, dates, names and sizes as each language writes them.
//!
//! Copied from CLDR by hand, because ICU4X would weigh more than the rest of a page;
//! `tests/cldr.rs` compares the two. Where the product differs on purpose:
//!
//! - Money: the signs and places of the domain book, 1.4. In French a narrow no-break
//!   space stands before the sign too, where CLDR has a wide one.
//! - Minus is `−` (U+2212), as wide as a digit and never broken from it, where CLDR has
//!   the hyphen. Files for machines do not come from here.
//! - Times run from 00:00 to 23:59 in English too.
//! - Dates in tables are ISO 8601 in English and Chinese: 3/1/2026 is March to some readers
//!   and January to others.
//!
//! Source: domain book, 1.4.

mod dates;
mod numbers;
mod others;

pub use dates::{date, date_short, instant, month};
pub use numbers::{count, decimal, money, unit_price};
pub use others::{byte_size, person_name};

use domain::error::Arg;

use crate::Language;

/// A value inside a sentence.
pub(crate) fn arg(language: Language, arg: &Arg) -> String {
    match arg {
        Arg::Count(number) => count(language, *number),
        Arg::Money(amount) => money(language, *amount),
        Arg::UnitPrice(price) => unit_price(language, *price),
        Arg::Day(day) => date(language, *day),
        Arg::Instant(moment) => instant(language, *moment),
        Arg::Text(text) => text.clone(),
    }
}
