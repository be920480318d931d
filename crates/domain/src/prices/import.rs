//! A file of prices: read row by row, with every fault at its cell, and what it would change.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::list::{Flag, flag};
use super::publication::{NOTICE_DAYS, in_time, last_day_to_publish};
use crate::catalogue::{Billing, Prices};
use crate::error::{Arg, Code, Coded, FieldError, Refusal};
use crate::ids::OfferId;
use crate::money::UnitPrice;
use crate::time::Day;

/// The columns of a file of prices, in any order.
pub const PRICE_HEADER: [&str; 3] = ["Offer", "List price", "ERP price"];

/// Rows that a file may have: no price list is longer.
const MOST_ROWS: usize = 10_000;

/// Why prices are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceFault {
    /// It would count from less than thirty days on.
    TooLate {
        /// The last day on which it could have been published.
        last: Day,
    },
    /// Not a table.
    Unreadable,
    /// Not the columns of [`PRICE_HEADER`].
    Header,
    /// No rows.
    Empty,
    /// Too many rows.
    TooMany,
    /// Not a month.
    Month,
    /// No such offer.
    Offer,
    /// The offer has a row already.
    Twice,
    /// Not a price with at most four decimals.
    Amount,
    /// What is charged by usage has no price in a monthly list.
    Usage,
    /// Rows have faults: nothing is published.
    Rows,
}

impl Coded for PriceFault {
    fn code(&self) -> Code {
        match self {
            Self::TooLate { .. } => Code::new("err-price-notice", 3000, 400),
            Self::Unreadable => Code::new("err-price-unreadable", 3000, 400),
            Self::Header => Code::new("err-price-header", 3000, 400),
            Self::Empty => Code::new("err-price-empty", 3000, 400),
            Self::TooMany => Code::new("err-price-too-many", 3000, 400),
            Self::Month => Code::new("err-price-month", 3000, 400),
            Self::Offer => Code::new("err-price-offer", 3000, 400),
            Self::Twice => Code::new("err-price-twice", 3000, 400),
            Self::Amount => Code::new("err-price-amount", 3000, 400),
            Self::Usage => Code::new("err-price-usage", 3000, 400),
            Self::Rows => Code::new("err-price-rows", 3000, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::TooLate { last } => vec![
                ("days", Arg::Count(i64::try_from(NOTICE_DAYS).unwrap_or(i64::MAX))),
                ("last", Arg::Day(*last)),
            ],
            Self::TooMany => {
                vec![("max", Arg::Count(i64::try_from(MOST_ROWS).unwrap_or(i64::MAX)))]
            }
            Self::Header => vec![("columns", Arg::Text(PRICE_HEADER.join(", ")))],
            _ => Vec::new(),
        }
    }
}

/// An offer that a file can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedOffer {
    /// Its id.
    pub id: OfferId,
    /// How it is billed.
    pub billing: Billing,
    /// What stands in the month's list now.
    pub now: Option<Prices>,
    /// What stands in the list of the month before.
    pub before: Option<Prices>,
}

/// A row of a file, and what it would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceRow {
    /// Its line in the file; the header is 1.
    pub line: u32,
    /// Its cells, in the order of [`PRICE_HEADER`].
    pub cells: [String; 3],
    /// The offer and its prices, if they can be read.
    pub price: Option<(OfferId, Prices)>,
    /// What it would do to the month's list; [`Flag::Deleted`] never.
    pub effect: Option<Flag>,
    /// Its faults, by the column's name.
    pub faults: Vec<FieldError>,
}

/// A file, and what it would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceImport {
    /// The first day of the list's month.
    pub month: Day,
    /// The rows.
    pub rows: Vec<PriceRow>,
    /// Why nothing can be published, if nothing can.
    pub problem: Option<Refusal>,
    /// Codes of the month before that the list would not have.
    pub left_out: Vec<String>,
}

impl PriceImport {
    /// How many rows would do `effect`.
    #[must_use]
    pub fn count(&self, effect: Flag) -> usize {
        self.rows.iter().filter(|row| row.effect == Some(effect)).count()
    }

    /// What would be written: rows that change nothing are left out.
    pub fn changes(&self) -> impl Iterator<Item = (OfferId, Prices)> {
        let changing = |row: &&PriceRow| row.effect.is_some_and(|it| it != Flag::Unchanged);
        self.rows.iter().filter(changing).filter_map(|row| row.price)
    }
}

/// The first day of the month that `text` names, such as `2019-07`.
///
/// # Errors
///
/// [`PriceFault::Month`].
pub fn month_of(text: &str) -> Result<Day, PriceFault> {
    let text = text.trim();
    let shaped = text.len() == 7 && text.as_bytes().get(4) == Some(&b'-');
    let day = shaped.then(|| format!("{text}-01").parse().ok()).flatten();
    day.ok_or(PriceFault::Month)
}

/// The month of `day`, such as `2019-07`.
#[must_use]
pub fn month_text(day: Day) -> String {
    day.format("%Y-%m").to_string()
}

/// A price of at most four decimals, such as `68.50`.
pub(super) fn price(text: &str) -> Result<UnitPrice, PriceFault> {
    let text = text.trim();
    let plain = text.len() <= 12
        && text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let yuan: Decimal = plain.then(|| text.parse().ok()).flatten().ok_or(PriceFault::Amount)?;
    let stored = yuan.checked_mul(Decimal::from(10_000)).ok_or(PriceFault::Amount)?;
    if !stored.fract().is_zero() {
        return Err(PriceFault::Amount);
    }
    i64::try_from(stored).map(UnitPrice::from_stored).map_err(|_| PriceFault::Amount)
}

/// The places of the columns in `header`.
fn places(header: &[String]) -> Result<[usize; 3], PriceFault> {
    let mut places = [0; 3];
    for (place, name) in places.iter_mut().zip(PRICE_HEADER) {
        let same = |cell: &String| cell.trim().eq_ignore_ascii_case(name);
        *place = header.iter().position(same).ok_or(PriceFault::Header)?;
    }
    Ok(places)
}

/// What `table`, whose first row is the header, would do to the list of `month` if it were
/// published on `today`; `offers` are all offers by their code.
///
/// # Errors
///
/// What is wrong with the table as a whole.
pub fn plan_import(
    table: &[Vec<String>],
    month: Day,
    today: Day,
    offers: &BTreeMap<String, PricedOffer>,
) -> Result<PriceImport, PriceFault> {
    let (header, body) = table.split_first().ok_or(PriceFault::Empty)?;
    let places = places(header)?;
    if body.is_empty() {
        return Err(PriceFault::Empty);
    }
    if body.len() > MOST_ROWS {
        return Err(PriceFault::TooMany);
    }
    let mut named = HashSet::new();
    let mut rows = Vec::with_capacity(body.len());
    for (line, cells) in (2_u32..).zip(body) {
        let cells = places.map(|place| cells.get(place).cloned().unwrap_or_default());
        let row = read_row(line, cells, offers);
        rows.push(row);
    }
    for row in &mut rows {
        let Some((offer, _)) = row.price else { continue };
        if !named.insert(offer) {
            row.faults.push(FieldError::new(PRICE_HEADER[0], PriceFault::Twice));
            row.effect = None;
        }
    }
    let changes = |row: &PriceRow| row.effect.is_some_and(|effect| effect != Flag::Unchanged);
    let problem = if rows.iter().any(|row| !row.faults.is_empty()) {
        Some(PriceFault::Rows)
    } else if rows.iter().any(changes) && !in_time(month, today) {
        Some(PriceFault::TooLate { last: last_day_to_publish(month) })
    } else {
        None
    };
    let left_out = offers.iter().filter(|(_, offer)| {
        offer.before.is_some()
            && offer.now.is_none()
            && offer.billing == Billing::License
            && !named.contains(&offer.id)
    });
    let left_out: Vec<_> = left_out.map(|(code, _)| code.clone()).collect();
    Ok(PriceImport { month, rows, problem: problem.map(|it| Refusal::new(&it)), left_out })
}

fn read_row(line: u32, cells: [String; 3], offers: &BTreeMap<String, PricedOffer>) -> PriceRow {
    let mut faults = Vec::new();
    let offer = offers.get(cells[0].trim());
    match offer {
        None => faults.push(FieldError::new(PRICE_HEADER[0], PriceFault::Offer)),
        Some(offer) if offer.billing == Billing::Usage => {
            faults.push(FieldError::new(PRICE_HEADER[0], PriceFault::Usage));
        }
        Some(_) => {}
    }
    let mut amount = |column: usize| match price(&cells[column]) {
        Ok(price) => Some(price),
        Err(fault) => {
            faults.push(FieldError::new(PRICE_HEADER[column], fault));
            None
        }
    };
    let (partner, retail) = (amount(1), amount(2));
    let prices = partner.zip(retail).map(|(partner, retail)| Prices { partner, retail });
    let price = offer.zip(prices).filter(|_| faults.is_empty());
    let effect = price.and_then(|(offer, prices)| flag(offer.now, Some(prices)));
    PriceRow { line, price: price.map(|(offer, prices)| (offer.id, prices)), effect, cells, faults }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn prices(partner: i64, retail: i64) -> Prices {
        let [partner, retail] = [partner, retail].map(UnitPrice::from_stored);
        Prices { partner, retail }
    }

    fn offers() -> BTreeMap<String, PricedOffer> {
        let offer = |n, billing, before, now| PricedOffer {
            id: OfferId::from(Uuid::from_u128(n)),
            billing,
            before,
            now,
        };
        let licence = Billing::License;
        let all = [
            ("E1", offer(1, licence, Some(prices(420_000, 520_000)), None)),
            (
                "E3",
                offer(
                    2,
                    licence,
                    Some(prices(1_420_000, 1_700_000)),
                    Some(prices(1_420_000, 1_700_000)),
                ),
            ),
            ("P1", offer(3, licence, Some(prices(10_000, 20_000)), None)),
            ("AZ", offer(4, Billing::Usage, Some(prices(0, 0)), None)),
        ];
        all.into_iter().map(|(code, offer)| (code.to_owned(), offer)).collect()
    }

    fn plan(rows: &[[&str; 3]], today: &str) -> Result<PriceImport, PriceFault> {
        let mut table = vec![PRICE_HEADER.map(str::to_owned).to_vec()];
        table.extend(rows.iter().map(|row| row.map(str::to_owned).to_vec()));
        plan_import(&table, day("2019-07-01"), day(today), &offers())
    }

    fn problem(plan: &PriceImport) -> Option<&str> {
        plan.problem.as_ref().map(|refusal| refusal.code.key.as_ref())
    }

    #[test]
    fn a_row_adds_changes_or_leaves_and_nothing_is_deleted() {
        let rows = [["E1", "42.00", "52"], ["E3", "142", "170.0000"]];
        let plan = plan(&rows, "2019-06-01").expect("a table");
        let effects: Vec<_> = plan.rows.iter().map(|row| row.effect).collect();
        assert_eq!(effects, [Some(Flag::Added), Some(Flag::Unchanged)]);
        assert_eq!(plan.changes().count(), 1);
        assert_eq!(plan.left_out, ["P1"]);
        assert_eq!(problem(&plan), None);
    }

    #[test]
    fn changes_are_refused_from_the_twenty_ninth_day_on_but_repetitions_are_not() {
        let changed = [["E3", "143", "170"]];
        let same = [["E3", "142", "170"]];
        for (rows, today, expected) in [
            (changed, "2019-06-01", None),
            (changed, "2019-06-02", Some("err-price-notice")),
            (same, "2019-06-02", None),
        ] {
            let plan = plan(&rows, today).expect("a table");
            assert_eq!(problem(&plan), expected, "{today} {rows:?}");
        }
    }

    #[test]
    fn every_cell_at_fault_is_named() {
        let rows = [
            ["XX", "1.00001", "-1"],
            ["AZ", "1", "1"],
            ["E1", "1", "1e3"],
            ["E1", "１", "99999999999999"],
            ["P1", "1", "1"],
            ["P1", "1", "1"],
        ];
        let plan = plan(&rows, "2019-05-01").expect("a table");
        let faults = plan.rows.iter().flat_map(|row| {
            let key = |fault: &FieldError| fault.refusal.code.key.to_string();
            row.faults.iter().map(move |fault| (row.line, fault.field.clone(), key(fault)))
        });
        let faults: Vec<_> = faults.collect();
        let expected = [
            (2, "Offer", "err-price-offer"),
            (2, "List price", "err-price-amount"),
            (2, "ERP price", "err-price-amount"),
            (3, "Offer", "err-price-usage"),
            (4, "ERP price", "err-price-amount"),
            (5, "List price", "err-price-amount"),
            (5, "ERP price", "err-price-amount"),
            (7, "Offer", "err-price-twice"),
        ];
        let expected = expected.map(|(line, field, key)| (line, field.to_owned(), key.to_owned()));
        assert_eq!(faults, expected);
        assert_eq!(problem(&plan), Some("err-price-rows"));
    }

    #[test]
    fn a_table_needs_its_columns_and_a_row() {
        assert_eq!(plan(&[], "2019-05-01"), Err(PriceFault::Empty));
        let table = vec![vec!["Offer".to_owned(), "Price".to_owned()]];
        let refused = plan_import(&table, day("2019-07-01"), day("2019-05-01"), &offers());
        assert_eq!(refused, Err(PriceFault::Header));
    }

    #[test]
    fn a_month_is_four_digits_and_two() {
        assert_eq!(month_of(" 2019-07 "), Ok(day("2019-07-01")));
        for text in ["", "2019-13", "2019-7", "2019-07-01", "x019-07", "２０１９-07"] {
            assert_eq!(month_of(text), Err(PriceFault::Month), "{text}");
        }
    }
}
