//! A subscription's life as far as the bill is concerned.
//!
//! Events are recorded one by one; what is kept is how each day ended. Lines look at nothing else.
//!
//! Source: billing engine, section 2.

use super::calendar::{BillingDay, Dated, Days, day_before, first_anniversary_after};
use super::exact::Percent;
use crate::money::UnitPrice;
use crate::time::{Day, days_after, months_after};

/// Days without activity after which a subscription is deleted.
///
/// Source: domain book, "suspend-a-subscription" and K4.
pub const DAYS_TO_DELETION: u64 = 60;

/// Months from one renewal to the next.
pub const TERM_MONTHS: u32 = 12;

/// Most seats of one subscription that the engine bills.
///
/// Source: billing engine, section 4.
pub const MAX_SEATS: u32 = 10_000_000;

/// What a subscription was created by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An order: it starts on the day after and is free until the first billing date.
    Order,
    /// An upgrade: it starts at once and is never free.
    Upgrade,
}

/// What is agreed when a subscription is created, and never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What it was created by.
    pub origin: Origin,
    /// The day of the order or upgrade.
    pub created_on: Day,
    /// Its first billing date; an order is free until the day before.
    pub first_billed_on: Day,
    /// Its first renewal date, a billing date; the others follow every [`TERM_MONTHS`].
    pub first_renewal: Day,
    /// On every line, until the first renewal.
    pub discount: Percent,
}

impl Terms {
    /// Of a subscription ordered on `on`.
    #[must_use]
    pub fn of_order(on: Day, billed: BillingDay, discount: Percent) -> Self {
        let first_billed_on = billed.first_after(on);
        let first_renewal = months_after(first_billed_on, TERM_MONTHS);
        Self { origin: Origin::Order, created_on: on, first_billed_on, first_renewal, discount }
    }

    /// Of an add-on ordered on `on` for a subscription with the terms `parent`: it renews on its
    /// parent's dates, beginning with the first after its own first billing date.
    #[must_use]
    pub fn of_add_on(on: Day, billed: BillingDay, discount: Percent, parent: &Self) -> Self {
        let own = Self::of_order(on, billed, discount);
        Self { first_renewal: parent.next_renewal(own.first_billed_on), ..own }
    }

    /// Of a subscription created by an upgrade on `on`.
    #[must_use]
    pub fn of_upgrade(on: Day, billed: BillingDay) -> Self {
        Self {
            origin: Origin::Upgrade,
            created_on: on,
            first_billed_on: billed.first_after(on),
            first_renewal: months_after(billed.first_on_or_after(on), TERM_MONTHS),
            discount: Percent::ZERO,
        }
    }

    /// The first day on which it can be used.
    #[must_use]
    pub fn starts_on(&self) -> Day {
        match self.origin {
            Origin::Order => days_after(self.created_on, 1),
            Origin::Upgrade => self.created_on,
        }
    }

    /// The days without charge; none if it starts on a billing date or came by an upgrade.
    #[must_use]
    pub fn free_days(&self) -> Option<Days> {
        let free = Days { first: self.starts_on(), last: day_before(self.first_billed_on) };
        (self.origin == Origin::Order && free.first <= free.last).then_some(free)
    }

    /// Whether `day` is one of its renewal dates.
    #[must_use]
    pub fn renews_on(&self, day: Day) -> bool {
        self.next_renewal(day_before(day)) == day
    }

    /// The first renewal date after `day`: the end of the term that runs on `day`, at 0:00.
    #[must_use]
    pub fn next_renewal(&self, day: Day) -> Day {
        first_anniversary_after(self.first_renewal, day)
    }

    /// The discount of a period that begins on `day`.
    #[must_use]
    pub fn discount_on(&self, day: Day) -> Percent {
        if day < self.first_renewal { self.discount } else { Percent::ZERO }
    }
}

/// What changes during a life. Deletion is none: nothing is charged before it already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// So many seats from now on.
    Quantity(u32),
    /// Not active from this day on.
    Suspended,
    /// Active from this day on, with the seats it had.
    Reactivated,
    /// Not active from this day on, for ever.
    UpgradedAway,
}

/// How a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Ordered today; it starts tomorrow.
    Pending,
    /// In use.
    Active,
    /// Not in use; can be reactivated.
    Suspended,
    /// Gone for good, also by an upgrade.
    Deleted,
}

/// How a day ended, and every day after it until the next entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DayEnd {
    day: Day,
    active: bool,
    /// What it has, or gets back when it is reactivated.
    seats: u32,
    /// The quantity of the day: on days without activity, that of the last active day.
    counted: u32,
}

impl DayEnd {
    fn like(&self, other: &Self) -> bool {
        (self.active, self.seats, self.counted) == (other.active, other.seats, other.counted)
    }
}

/// Days in a row that ended alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which days.
    pub days: Days,
    /// Whether the subscription was active at their end.
    pub active: bool,
    /// The quantity of these days.
    pub seats: u32,
}

/// All that a subscription is billed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// What was agreed.
    pub terms: Terms,
    prices: Dated<UnitPrice>,
    ends: Vec<DayEnd>,
    upgraded_away: bool,
}

impl History {
    /// A subscription just created, with `seats` at the price locked for its first term.
    #[must_use]
    pub fn new(terms: Terms, seats: u32, price: UnitPrice) -> Self {
        let end = DayEnd { day: terms.created_on, active: true, seats, counted: seats };
        Self { terms, prices: Dated::always(price), ends: vec![end], upgraded_away: false }
    }

    /// Records `change` on `on`, a day not before that of the last one.
    ///
    /// The rules have been asked before; what they refuse is never recorded.
    pub fn record(&mut self, on: Day, change: Change) {
        let now = self.now();
        debug_assert!(now.day <= on, "changes are recorded in the order of their days");
        let (active, seats) = match change {
            Change::Quantity(seats) => (now.active, seats),
            Change::Suspended | Change::UpgradedAway => (false, now.seats),
            Change::Reactivated => (true, now.seats),
        };
        self.upgraded_away |= change == Change::UpgradedAway;
        self.ends.pop_if(|end| end.day == on);
        let before = self.ends.last();
        let counted = before.filter(|_| !active).map_or(seats, |before| before.counted);
        let end = DayEnd { day: on, active, seats, counted };
        if before.is_none_or(|before| !before.like(&end)) {
            self.ends.push(end);
        }
    }

    /// Locks `price` from the renewal date `from` on.
    pub fn lock_price(&mut self, from: Day, price: UnitPrice) {
        self.prices.set_from(from, price);
    }

    /// The price of a period that begins on `day`.
    #[must_use]
    pub fn price_on(&self, day: Day) -> UnitPrice {
        self.prices.on(day)
    }

    /// Seats that it has now, or gets back when it is reactivated.
    #[must_use]
    pub fn seats(&self) -> u32 {
        self.now().seats
    }

    /// The day at whose 0:00 it is deleted if it is not reactivated; `None` while it is active, and
    /// when it has been upgraded away.
    #[must_use]
    pub fn deletes_on(&self) -> Option<Day> {
        if self.upgraded_away || self.now().active {
            return None;
        }
        let inactive = self.ends.iter().rev().take_while(|end| !end.active);
        inactive.last().map(|first| days_after(first.day, DAYS_TO_DELETION))
    }

    /// How it stands on `today`, after all that has been recorded.
    #[must_use]
    pub fn status(&self, today: Day) -> Status {
        if self.upgraded_away || self.deletes_on().is_some_and(|deleted| deleted <= today) {
            Status::Deleted
        } else if !self.now().active {
            Status::Suspended
        } else if today < self.terms.starts_on() {
            Status::Pending
        } else {
            Status::Active
        }
    }

    /// Whether the days `within` all ended like the one before them.
    pub(super) fn is_quiet(&self, within: Days) -> bool {
        let before = self.ends.partition_point(|end| end.day < within.first);
        before > 0 && self.ends.get(before).is_none_or(|next| within.last < next.day)
    }

    /// How `day` ended; the first day for an earlier one.
    pub(super) fn end_of(&self, day: Day) -> Stretch {
        self.stretch(self.index(day), Days { first: day, last: day })
    }

    /// The days `within`, in stretches that ended alike.
    pub(super) fn stretches(&self, within: Days) -> impl Iterator<Item = Stretch> + '_ {
        let from = self.index(within.first);
        let to = self.index(within.last);
        (from..=to).map(move |index| self.stretch(index, within))
    }

    fn stretch(&self, index: usize, within: Days) -> Stretch {
        let DayEnd { day, active, counted, .. } = self.ends[index];
        let last = match self.ends.get(index + 1) {
            Some(next) => day_before(next.day).min(within.last),
            None => within.last,
        };
        Stretch { days: Days { first: day.max(within.first), last }, active, seats: counted }
    }

    /// The entry that tells how `day` ended.
    fn index(&self, day: Day) -> usize {
        self.ends.partition_point(|end| end.day <= day).saturating_sub(1)
    }

    fn now(&self) -> DayEnd {
        *self.ends.last().expect("a history begins with its first day")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    fn billed() -> BillingDay {
        BillingDay::new(15).expect("a day of every month")
    }

    fn ordered(on: &str) -> History {
        let terms = Terms::of_order(day(on), billed(), Percent::ZERO);
        History::new(terms, 10, UnitPrice::from_stored(100_000))
    }

    #[test]
    fn an_order_is_free_until_its_first_billing_date() {
        for (on, starts, free, renews) in [
            ("2019-06-02", "2019-06-03", 12, "2020-06-15"),
            ("2019-06-14", "2019-06-15", 0, "2020-06-15"),
            ("2019-06-15", "2019-06-16", 29, "2020-07-15"),
        ] {
            let terms = ordered(on).terms;
            assert_eq!(terms.starts_on(), day(starts), "{on}");
            assert_eq!(terms.free_days().map_or(0, Days::count), free, "{on}");
            assert_eq!(terms.next_renewal(day(on)), day(renews), "{on}");
            assert!(terms.renews_on(day(renews)), "{on}");
            assert!(!terms.renews_on(day_before(day(renews))), "{on}");
        }
    }

    #[test]
    fn an_upgrade_is_never_free_and_renews_a_year_after_the_billing_date() {
        for (on, billed_on, renews) in [
            ("2019-06-14", "2019-06-15", "2020-06-15"),
            ("2019-06-15", "2019-07-15", "2020-06-15"),
            ("2019-06-16", "2019-07-15", "2020-07-15"),
        ] {
            let terms = Terms::of_upgrade(day(on), billed());
            assert_eq!(terms.free_days(), None, "{on}");
            assert_eq!(terms.first_billed_on, day(billed_on), "{on}");
            assert_eq!(terms.first_renewal, day(renews), "{on}");
        }
    }

    #[test]
    fn the_first_advance_of_an_add_on_is_never_a_renewal() {
        let parent = ordered("2019-06-02").terms;
        for (on, renews) in [
            ("2019-06-10", "2020-06-15"),
            ("2020-05-14", "2020-06-15"),
            ("2020-05-15", "2021-06-15"),
            ("2020-06-15", "2021-06-15"),
        ] {
            let terms = Terms::of_add_on(day(on), billed(), Percent::ZERO, &parent);
            assert_eq!(terms.first_renewal, day(renews), "{on}");
        }
    }

    #[test]
    fn sixty_days_without_activity_delete_a_subscription() {
        let mut history = ordered("2019-06-02");
        history.record(day("2019-08-25"), Change::Suspended);
        assert_eq!(history.deletes_on(), Some(day("2019-10-24")));
        assert_eq!(history.status(day("2019-10-23")), Status::Suspended);
        assert_eq!(history.status(day("2019-10-24")), Status::Deleted);
    }

    #[test]
    fn reactivating_and_suspending_on_one_day_gains_no_time() {
        let mut history = ordered("2019-06-02");
        history.record(day("2019-08-25"), Change::Suspended);
        history.record(day("2019-09-10"), Change::Reactivated);
        assert_eq!(history.deletes_on(), None);
        history.record(day("2019-09-10"), Change::Quantity(12));
        history.record(day("2019-09-10"), Change::Suspended);
        assert_eq!(history.deletes_on(), Some(day("2019-10-24")));
        assert_eq!((history.end_of(day("2019-09-10")).seats, history.seats()), (10, 12));
        history.record(day("2019-09-11"), Change::Reactivated);
        history.record(day("2019-09-12"), Change::Suspended);
        assert_eq!(history.deletes_on(), Some(day("2019-11-11")));
        assert_eq!(history.end_of(day("2019-09-12")).seats, 12);
    }

    #[test]
    fn what_cancels_out_within_a_day_leaves_no_trace() {
        let mut history = ordered("2019-06-02");
        let untouched = history.clone();
        history.record(day("2019-07-01"), Change::Quantity(25));
        history.record(day("2019-07-01"), Change::Suspended);
        history.record(day("2019-07-01"), Change::Reactivated);
        assert_ne!(history, untouched);
        history.record(day("2019-07-01"), Change::Quantity(10));
        assert_eq!(history, untouched);
    }

    #[test]
    fn the_quantity_of_the_first_day_counts_even_if_it_is_suspended() {
        let mut history = ordered("2019-06-02");
        history.record(day("2019-06-02"), Change::Quantity(15));
        assert_eq!(history.status(day("2019-06-02")), Status::Pending);
        history.record(day("2019-06-02"), Change::Suspended);
        assert_eq!(history.end_of(day("2019-06-03")).seats, 15);
        assert_eq!(history.status(day("2019-06-03")), Status::Suspended);
    }

    #[test]
    fn a_subscription_upgraded_away_counts_as_deleted() {
        let mut history = ordered("2019-06-02");
        history.record(day("2019-07-01"), Change::UpgradedAway);
        assert_eq!(history.status(day("2019-07-01")), Status::Deleted);
        assert_eq!(history.deletes_on(), None);
    }
}
