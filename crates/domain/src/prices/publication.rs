//! When prices may be published, and from when they count.

use chrono::Days;

use crate::money::UnitPrice;
use crate::time::{Day, days_after};

/// Days between the publication of a price and the day from which it counts.
///
/// Source: domain book, "see-offers-and-pricing" (rules).
pub const NOTICE_DAYS: u64 = 30;

/// The last day on which prices of the month that begins on `month` may be published.
#[must_use]
pub fn last_day_to_publish(month: Day) -> Day {
    month.checked_sub_days(Days::new(NOTICE_DAYS)).unwrap_or(Day::MIN)
}

/// Whether prices of the month that begins on `month` may be published on `today`.
#[must_use]
pub fn in_time(month: Day, today: Day) -> bool {
    today <= last_day_to_publish(month)
}

/// Whether partners see a list on `today`: from the day of its publication on.
#[must_use]
pub fn visible(published_on: Day, today: Day) -> bool {
    published_on <= today
}

/// The first day of a new usage price: a rise needs notice, anything else counts at once.
///
/// Source: domain book, "see-offers-and-pricing" (rules, usage-based).
#[must_use]
pub fn usage_price_from(before: UnitPrice, after: UnitPrice, published_on: Day) -> Day {
    if after > before { days_after(published_on, NOTICE_DAYS) } else { published_on }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_list_is_published_thirty_days_ahead_and_not_twenty_nine() {
        let july = day("2019-07-01");
        for (today, allowed) in [
            ("2019-05-31", true),
            ("2019-06-01", true),
            ("2019-06-02", false),
            ("2019-07-01", false),
        ] {
            assert_eq!(in_time(july, day(today)), allowed, "{today}");
        }
        assert_eq!(last_day_to_publish(july), day("2019-06-01"));
    }

    #[test]
    fn a_list_is_seen_from_the_day_of_its_publication_on() {
        let published_on = day("2019-05-31");
        assert!(!visible(published_on, day("2019-05-30")));
        assert!(visible(published_on, day("2019-05-31")));
        assert!(visible(published_on, day("2019-06-01")));
    }

    #[test]
    fn a_usage_price_rises_after_thirty_days_and_falls_at_once() {
        let today = day("2019-06-10");
        for (before, after, from) in
            [(100, 101, "2019-07-10"), (100, 100, "2019-06-10"), (100, 99, "2019-06-10")]
        {
            let [before, after] = [before, after].map(UnitPrice::from_stored);
            assert_eq!(usage_price_from(before, after, today), day(from), "{before} to {after}");
        }
    }
}
