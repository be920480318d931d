//! The billing calendar: dates, periods, and values that hold from a day on.
//!
//! Source: domain book, "billing" (B1) and the billing engine's section 1.

use std::cmp::Ordering;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use crate::time::{Day, days_after, months_after, months_before};

/// Last day of the month that can be a billing day: every month has it.
pub const LAST_BILLING_DAY: u32 = 28;

/// The day of the month on which a partner is billed, 1 to [`LAST_BILLING_DAY`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BillingDay(u32);

impl BillingDay {
    /// The first of the month.
    pub const FIRST: Self = Self(1);

    /// `day` of each month; `None` outside 1 to [`LAST_BILLING_DAY`].
    #[must_use]
    pub fn new(day: u32) -> Option<Self> {
        (1..=LAST_BILLING_DAY).contains(&day).then_some(Self(day))
    }

    /// For an agreement signed on `signed`: that day of the month, at most the 28th.
    ///
    /// Source: billing engine, section 1.
    #[must_use]
    pub fn of_signature(signed: Day) -> Self {
        Self(signed.day().min(LAST_BILLING_DAY))
    }

    /// 1 to [`LAST_BILLING_DAY`].
    #[must_use]
    pub const fn day_of_month(self) -> u32 {
        self.0
    }

    /// Whether `day` is a billing date.
    #[must_use]
    pub fn falls_on(self, day: Day) -> bool {
        day.day() == self.0
    }

    /// The first billing date on `day` or later.
    #[must_use]
    pub fn first_on_or_after(self, day: Day) -> Day {
        let this_month = day.with_day(self.0).unwrap_or(day);
        if this_month < day { months_after(this_month, 1) } else { this_month }
    }

    /// The first billing date later than `day`: the next invoice, seen from `day`.
    #[must_use]
    pub fn first_after(self, day: Day) -> Day {
        self.first_on_or_after(days_after(day, 1))
    }

    /// The period in which `day` lies.
    #[must_use]
    pub fn period_of(self, day: Day) -> Period {
        Period { first: months_before(self.first_after(day), 1) }
    }
}

/// A billing period: from a billing date to the day before the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Period {
    first: Day,
}

impl Period {
    /// The one that begins with the billing date `first`.
    #[must_use]
    pub const fn starting(first: Day) -> Self {
        Self { first }
    }

    /// The billing date with which it begins; the invoice of that day charges it in advance.
    #[must_use]
    pub const fn first(self) -> Day {
        self.first
    }

    /// Its last day, included.
    #[must_use]
    pub fn last(self) -> Day {
        day_before(self.next().first)
    }

    /// How many days it has, 28 to 31.
    #[must_use]
    pub fn length(self) -> i64 {
        self.days().count()
    }

    /// All of its days.
    #[must_use]
    pub fn days(self) -> Days {
        Days { first: self.first, last: self.last() }
    }

    /// The period after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: months_after(self.first, 1) }
    }

    /// The period before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: months_before(self.first, 1) }
    }
}

/// Days in a row, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The first of them.
    pub first: Day,
    /// The last of them.
    pub last: Day,
}

impl Days {
    /// How many; 0 if the last lies before the first.
    #[must_use]
    pub fn count(self) -> i64 {
        ((self.last - self.first).num_days() + 1).max(0)
    }
}

/// What holds from a day on, until something else does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated<T> {
    first: T,
    later: Vec<(Day, T)>,
}

impl<T: Copy + PartialEq> Dated<T> {
    /// `value` at all times.
    #[must_use]
    pub const fn always(value: T) -> Self {
        Self { first: value, later: Vec::new() }
    }

    /// From `day` on `value`, whatever was said of later days before.
    pub fn set_from(&mut self, day: Day, value: T) {
        while self.later.last().is_some_and(|(from, _)| *from >= day) {
            self.later.pop();
        }
        if self.last() != value {
            self.later.push((day, value));
        }
    }

    /// What holds on `day`.
    #[must_use]
    pub fn on(&self, day: Day) -> T {
        match self.later.iter().rev().find(|(from, _)| *from <= day) {
            Some((_, value)) => *value,
            None => self.first,
        }
    }

    fn last(&self) -> T {
        self.later.last().map_or(self.first, |(_, value)| *value)
    }
}

/// The day before `day`.
pub(super) fn day_before(day: Day) -> Day {
    day.pred_opt().unwrap_or(day)
}

/// The first of the days `first`, `first` + 12 months, … that lies after `day`.
pub(super) fn first_anniversary_after(first: Day, day: Day) -> Day {
    if day < first {
        return first;
    }
    let years = u32::try_from(day.year() - first.year()).unwrap_or_default();
    let same_year = months_after(first, 12 * years);
    match same_year.cmp(&day) {
        Ordering::Greater => same_year,
        Ordering::Less | Ordering::Equal => months_after(first, 12 * (years + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    #[test]
    fn the_day_of_signature_is_the_billing_day_up_to_the_28th() {
        for (signed, billed) in
            [("2019-05-01", 1), ("2019-05-28", 28), ("2019-05-29", 28), ("2019-05-31", 28)]
        {
            assert_eq!(BillingDay::of_signature(day(signed)).day_of_month(), billed, "{signed}");
        }
        assert_eq!(BillingDay::new(0), None);
        assert_eq!(BillingDay::new(29), None);
    }

    #[test]
    fn a_billing_date_is_the_next_one_until_it_has_come() {
        let billed = BillingDay::new(15).expect("a day of every month");
        for (today, on_or_after, after) in [
            ("2019-06-14", "2019-06-15", "2019-06-15"),
            ("2019-06-15", "2019-06-15", "2019-07-15"),
            ("2019-12-16", "2020-01-15", "2020-01-15"),
        ] {
            assert_eq!(billed.first_on_or_after(day(today)), day(on_or_after), "{today}");
            assert_eq!(billed.first_after(day(today)), day(after), "{today}");
        }
    }

    #[test]
    fn periods_follow_each_other_without_gap() {
        let billed = BillingDay::new(15).expect("a day of every month");
        for (within, first, last, length) in [
            ("2019-02-15", "2019-02-15", "2019-03-14", 28),
            ("2020-03-14", "2020-02-15", "2020-03-14", 29),
            ("2019-09-20", "2019-09-15", "2019-10-14", 30),
            ("2020-01-01", "2019-12-15", "2020-01-14", 31),
        ] {
            let period = billed.period_of(day(within));
            assert_eq!((period.first(), period.last()), (day(first), day(last)), "{within}");
            assert_eq!(period.length(), length, "{within}");
            assert_eq!(period.previous().last(), day_before(period.first()), "{within}");
            assert_eq!(period.next().previous(), period, "{within}");
        }
    }

    #[test]
    fn a_value_holds_from_its_day_on() {
        let mut rate = Dated::always(1);
        rate.set_from(day("2019-06-15"), 2);
        rate.set_from(day("2020-06-15"), 2);
        for (on, value) in [("2019-06-14", 1), ("2019-06-15", 2), ("2020-06-15", 2)] {
            assert_eq!(rate.on(day(on)), value, "{on}");
        }
        rate.set_from(day("2019-05-15"), 3);
        assert_eq!(rate.on(day("2019-06-15")), 3);
    }

    #[test]
    fn an_anniversary_is_over_on_its_day() {
        let first = day("2020-06-15");
        for (seen, next) in [
            ("2019-01-01", "2020-06-15"),
            ("2020-06-14", "2020-06-15"),
            ("2020-06-15", "2021-06-15"),
            ("2022-01-15", "2022-06-15"),
            ("2022-12-15", "2023-06-15"),
        ] {
            assert_eq!(first_anniversary_after(first, day(seen)), day(next), "{seen}");
        }
    }
}
