//! When a subscription starts, is billed first, renews and is deleted.
//!
//! Source: domain book, `billing-engine.md` 1 and 2.

use crate::billing::{BillingDay, Percent, Terms};
use crate::time::{Day, days_after, months_after};

pub use crate::billing::{DAYS_TO_DELETION, TERM_MONTHS};

/// Days of a trial.
///
/// Source: catalogue seed, 2.
pub const TRIAL_DAYS: u64 = 30;

/// Days before a deletion on which it is reminded of.
///
/// Source: domain book, "suspend-a-subscription".
pub const REMINDERS: [i64; 5] = [30, 14, 7, 3, 1];

/// Days before a renewal on which the partner is warned of it, and of what it will cost.
///
/// Source: domain book, "common-billing-scenarios", P14.
pub const RENEWAL_WARNINGS: [u64; 3] = [60, 30, 7];

/// The days on which a subscription's term turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first day on which it can be used.
    pub starts_on: Day,
    /// The first day that is billed; the days before it are free.
    pub first_billed_on: Day,
    /// The first day of the next term.
    pub renews_on: Day,
}

impl From<Terms> for Term {
    fn from(terms: Terms) -> Self {
        Self {
            starts_on: terms.starts_on(),
            first_billed_on: terms.first_billed_on,
            renews_on: terms.first_renewal,
        }
    }
}

/// `billing_day` as it is stored: 1 to 28.
fn billed(billing_day: u32) -> BillingDay {
    BillingDay::new(billing_day).unwrap_or(BillingDay::FIRST)
}

/// The first billing date on or after `day`; `billing_day` is 1 to 28.
#[must_use]
pub fn billing_date_from(day: Day, billing_day: u32) -> Day {
    billed(billing_day).first_on_or_after(day)
}

/// The term of what is ordered on `ordered_on`: it starts tomorrow and is free until the first
/// billing date.
#[must_use]
pub fn ordered_term(ordered_on: Day, billing_day: u32) -> Term {
    Terms::of_order(ordered_on, billed(billing_day), Percent::ZERO).into()
}

/// The term of a trial that is ordered on `ordered_on`: 30 days, at whose end it is over.
#[must_use]
pub fn trial_term(ordered_on: Day, billing_day: u32) -> Term {
    let term = ordered_term(ordered_on, billing_day);
    Term { renews_on: days_after(term.starts_on, TRIAL_DAYS), ..term }
}

/// The term of an add-on that is ordered on `ordered_on`: it renews with its parent, whose next
/// renewal is on `parent_renews_on`, but never on its own first billing date.
#[must_use]
pub fn add_on_term(ordered_on: Day, billing_day: u32, parent_renews_on: Day) -> Term {
    let term = ordered_term(ordered_on, billing_day);
    let mut renews_on = parent_renews_on;
    while renews_on <= term.first_billed_on {
        renews_on = next_renewal(renews_on);
    }
    Term { renews_on, ..term }
}

/// The term of what an upgrade creates on `day`: it starts at once and is never free.
#[must_use]
pub fn upgraded_term(day: Day, billing_day: u32) -> Term {
    Terms::of_upgrade(day, billed(billing_day)).into()
}

/// The renewal after the one on `renews_on`.
#[must_use]
pub fn next_renewal(renews_on: Day) -> Day {
    months_after(renews_on, TERM_MONTHS)
}

/// The day at whose beginning the data of a subscription is deleted that has not been active since
/// `inactive_since`.
#[must_use]
pub fn deletion_day(inactive_since: Day) -> Day {
    days_after(inactive_since, DAYS_TO_DELETION)
}

/// Whether `day` is one on which the deletion on `deletes_on` is reminded of, and how many days are
/// left then.
#[must_use]
pub fn reminder(deletes_on: Day, day: Day) -> Option<i64> {
    let left = (deletes_on - day).num_days();
    REMINDERS.contains(&left).then_some(left)
}

#[cfg(test)]
mod tests {
    use chrono::Datelike as _;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write days")
    }

    fn days(term: Term) -> [String; 3] {
        [term.starts_on, term.first_billed_on, term.renews_on].map(|day| day.to_string())
    }

    /// Domain book, CS1 and CS13, and the ends of months.
    #[test]
    fn an_order_starts_tomorrow_and_is_free_until_the_billing_date() {
        for (ordered, billing_day, expected) in [
            ("2019-06-02", 15, ["2019-06-03", "2019-06-15", "2020-06-15"]),
            ("2019-06-14", 15, ["2019-06-15", "2019-06-15", "2020-06-15"]),
            ("2019-06-15", 15, ["2019-06-16", "2019-07-15", "2020-07-15"]),
            ("2019-12-31", 1, ["2020-01-01", "2020-01-01", "2021-01-01"]),
            ("2020-01-01", 1, ["2020-01-02", "2020-02-01", "2021-02-01"]),
            ("2020-02-27", 28, ["2020-02-28", "2020-02-28", "2021-02-28"]),
            ("2020-02-28", 28, ["2020-02-29", "2020-03-28", "2021-03-28"]),
            ("2019-02-28", 28, ["2019-03-01", "2019-03-28", "2020-03-28"]),
        ] {
            let term = ordered_term(day(ordered), billing_day);
            assert_eq!(days(term), expected, "{ordered}, billed on {billing_day}");
        }
    }

    #[test]
    fn the_free_days_are_never_more_than_thirty() {
        for billing_day in 1..=28 {
            for ordered in day("2019-01-01").iter_days().take(800) {
                let term = ordered_term(ordered, billing_day);
                let free = (term.first_billed_on - term.starts_on).num_days();
                assert!((0..=30).contains(&free), "{ordered}, {billing_day}: {free}");
                assert_eq!(term.first_billed_on.day(), billing_day);
                assert_eq!(term.renews_on.day(), billing_day);
            }
        }
    }

    #[test]
    fn an_upgrade_starts_at_once_and_is_billed_on_the_next_billing_date() {
        for (upgraded, expected) in [
            ("2019-08-01", ["2019-08-01", "2019-08-15", "2020-08-15"]),
            ("2019-08-14", ["2019-08-14", "2019-08-15", "2020-08-15"]),
            ("2019-08-15", ["2019-08-15", "2019-09-15", "2020-08-15"]),
            ("2019-08-16", ["2019-08-16", "2019-09-15", "2020-09-15"]),
        ] {
            assert_eq!(days(upgraded_term(day(upgraded), 15)), expected, "{upgraded}");
        }
    }

    #[test]
    fn an_add_on_renews_with_its_parent_but_not_on_its_first_billing_date() {
        for (ordered, parent, expected) in [
            ("2019-09-01", "2020-06-15", ["2019-09-02", "2019-09-15", "2020-06-15"]),
            ("2020-05-20", "2020-06-15", ["2020-05-21", "2020-06-15", "2021-06-15"]),
            ("2020-06-14", "2020-06-15", ["2020-06-15", "2020-06-15", "2021-06-15"]),
            ("2020-05-14", "2020-06-15", ["2020-05-15", "2020-05-15", "2020-06-15"]),
        ] {
            assert_eq!(days(add_on_term(day(ordered), 15, day(parent))), expected, "{ordered}");
        }
    }

    #[test]
    fn a_trial_lasts_thirty_days() {
        let term = trial_term(day("2019-06-10"), 15);
        assert_eq!(days(term), ["2019-06-11", "2019-06-15", "2019-07-11"]);
    }

    /// Domain book, "suspend-a-subscription": 25 August, and a leap February.
    #[test]
    fn data_is_deleted_sixty_days_after_the_suspension() {
        for (suspended, deleted) in [
            ("2019-08-25", "2019-10-24"),
            ("2019-01-01", "2019-03-02"),
            ("2020-01-01", "2020-03-01"),
            ("2019-12-31", "2020-02-29"),
        ] {
            assert_eq!(deletion_day(day(suspended)), day(deleted), "{suspended}");
        }
    }

    #[test]
    fn five_days_are_reminded_of() {
        let deletes_on = day("2019-10-24");
        let reminded: Vec<_> = day("2019-08-25")
            .iter_days()
            .take(70)
            .filter_map(|day| reminder(deletes_on, day).map(|left| (day.to_string(), left)))
            .collect();
        let expected = [
            ("2019-09-24", 30),
            ("2019-10-10", 14),
            ("2019-10-17", 7),
            ("2019-10-21", 3),
            ("2019-10-23", 1),
        ];
        assert_eq!(reminded, expected.map(|(day, left)| (day.to_owned(), left)));
    }
}
