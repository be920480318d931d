//! How two price lists differ.

use serde::{Deserialize, Serialize};

use super::list::{Flag, flag};
use crate::catalogue::Prices;
use crate::time::Day;

/// The lists that are compared, the earlier one first: the latest one and the one before it, unless
/// others are chosen. `months` are those that can be seen, the latest first; `None` if one that is
/// chosen is not among them, or there is none at all.
#[must_use]
pub fn compared(months: &[Day], month: Option<Day>, before: Option<Day>) -> Option<(Day, Day)> {
    let month = month.or(months.first().copied())?;
    let earlier = || months.iter().copied().find(|other| *other < month);
    let before = before.or_else(earlier).unwrap_or(month);
    let known = |month: &Day| months.contains(month);
    (known(&month) && known(&before)).then_some((before, month))
}

/// What has changed for an offer from one list to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceDifference {
    /// The offer's name in the reader's language.
    pub name: String,
    /// Its code.
    pub code: String,
    /// How it differs; never unchanged.
    pub flag: Flag,
    /// Its prices in the first list.
    pub before: Option<Prices>,
    /// Its prices in the second.
    pub now: Option<Prices>,
}

impl PriceDifference {
    /// Of the offer `name` with `code`; `None` if there is none.
    #[must_use]
    pub fn of(
        (name, code): (&str, &str),
        before: Option<Prices>,
        now: Option<Prices>,
    ) -> Option<Self> {
        let flag = flag(before, now).filter(|flag| *flag != Flag::Unchanged)?;
        let (name, code) = (name.to_owned(), code.to_owned());
        Some(Self { name, code, flag, before, now })
    }
}

/// How two price lists differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparisonView {
    /// The month of the first.
    pub before: Day,
    /// The month of the second.
    pub month: Day,
    /// The months whose lists can be seen, the latest first.
    pub months: Vec<Day>,
    /// Every offer that differs, in the catalogue's order.
    pub differences: Vec<PriceDifference>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn any_two_lists_that_can_be_seen_are_compared() {
        let months = ["2019-07-01", "2019-06-01", "2019-04-01"].map(day);
        for (month, before, expected) in [
            (None, None, Some(("2019-06-01", "2019-07-01"))),
            (Some("2019-06-01"), None, Some(("2019-04-01", "2019-06-01"))),
            (Some("2019-04-01"), None, Some(("2019-04-01", "2019-04-01"))),
            (Some("2019-07-01"), Some("2019-04-01"), Some(("2019-04-01", "2019-07-01"))),
            (Some("2019-04-01"), Some("2019-07-01"), Some(("2019-07-01", "2019-04-01"))),
            (Some("2019-05-01"), None, None),
            (None, Some("2019-05-01"), None),
        ] {
            let found = compared(&months, month.map(day), before.map(day));
            let expected = expected.map(|(before, month)| (day(before), day(month)));
            assert_eq!(found, expected, "{before:?} to {month:?}");
        }
        assert_eq!(compared(&[], None, None), None);
    }
}
