//! What a change adds to what a customer is committed to, before it is made.
//!
//! Source: domain book, "billing" (Exposure).

use serde::{Deserialize, Serialize};

use super::calendar::{BillingDay, Dated, Days, Period};
use super::charge::ChargeType;
use super::exact::{Percent, TooLarge, VatRate};
use super::exposure::Credit;
use super::line::Tariff;
use crate::money::{Money, UnitPrice};
use crate::time::Day;

/// What of a term is still to be charged: the rest of the running month, and the months after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ahead {
    month: Period,
    rest: Option<(Days, VatRate)>,
    months: Vec<Months>,
}

/// Months in a row that cost the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Months {
    first: Period,
    count: u32,
    vat: VatRate,
}

impl Ahead {
    /// From `today` on, of a term that is billed from `billed_from` on and ends before `end`; each month
    /// at the tax rate of its first day.
    #[must_use]
    pub fn of(
        today: Day,
        billed: BillingDay,
        (billed_from, end): (Day, Day),
        rates: &Dated<VatRate>,
    ) -> Self {
        let month = billed.period_of(today);
        let rest = Days { first: today, last: month.last() };
        let rest = (billed_from <= today).then(|| (rest, rates.on(month.first())));
        let mut period = month.next();
        while period.first() < billed_from {
            period = period.next();
        }
        let mut months: Vec<Months> = Vec::new();
        while period.first() < end {
            let vat = rates.on(period.first());
            match months.last_mut().filter(|months| months.vat == vat) {
                Some(months) => months.count += 1,
                None => months.push(Months { first: period, count: 1, vat }),
            }
            period = period.next();
        }
        Self { month, rest, months }
    }

    /// What `quantity` units at `price` come to, tax included: each month rounded as its line is.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if an amount cannot be stored.
    pub fn commits_to(&self, price: UnitPrice, quantity: u32) -> Result<Money, TooLarge> {
        let line = |period: Period, days, vat| {
            let tariff = Tariff { period, price, discount: Percent::ZERO, vat };
            let line = tariff.line(ChargeType::CycleFee, days, quantity)?;
            Ok::<_, TooLarge>(line.money.total())
        };
        let rest = self.rest.map(|(days, vat)| line(self.month, days, vat)).transpose()?;
        let mut sum = rest.unwrap_or(Money::ZERO);
        for Months { first, count, vat } in self.months.iter().copied() {
            let month = line(first, first.days(), vat)?;
            for _ in 0..count {
                sum = sum.checked_add(month).ok_or(TooLarge)?;
            }
        }
        Ok(sum)
    }
}

/// How changes of a subscription stand to the limit that the partner has set for its customer, for
/// readers who may make some.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitments {
    /// How the customer stands to the limit.
    pub credit: Credit,
    /// What is still to be charged of the subscription.
    pub own: Ahead,
    /// The same of an add-on that is ordered now.
    pub add_on: Ahead,
    /// The same of what an upgrade would create now.
    pub upgrade: Ahead,
}

impl Commitments {
    /// What is to be warned of where `more` passes the limit; nothing where the limit was passed
    /// before, which is said in any case, or where less is owed.
    ///
    /// What no invoice can hold is refused anyway.
    #[must_use]
    pub fn newly_passed(&self, more: Result<Money, TooLarge>) -> Option<Money> {
        let more = more.ok().filter(|more| *more > Money::ZERO)?;
        let passed = self.credit.exceeded_by(more) && !self.credit.exceeded_by(Money::ZERO);
        passed.then_some(more)
    }

    /// What `wanted` units instead of `now` add.
    ///
    /// # Errors
    ///
    /// As [`Ahead::commits_to`].
    pub fn by_quantity(&self, price: UnitPrice, now: u32, wanted: u32) -> Result<Money, TooLarge> {
        Ok(self.own.commits_to(price, wanted)? - self.own.commits_to(price, now)?)
    }

    /// What an add-on adds.
    ///
    /// # Errors
    ///
    /// As [`Ahead::commits_to`].
    pub fn by_add_on(&self, price: UnitPrice, quantity: u32) -> Result<Money, TooLarge> {
        self.add_on.commits_to(price, quantity)
    }

    /// What an upgrade adds, from so many units at a price to so many at another.
    ///
    /// # Errors
    ///
    /// As [`Ahead::commits_to`].
    pub fn by_upgrade(
        &self,
        from: (UnitPrice, u32),
        to: (UnitPrice, u32),
    ) -> Result<Money, TooLarge> {
        Ok(self.upgrade.commits_to(to.0, to.1)? - self.own.commits_to(from.0, from.1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    /// Billed on the 15th; the term ends before 15 June 2020.
    fn ahead(today: &str, billed_from: &str) -> Ahead {
        let billed = BillingDay::new(15).expect("a day of every month");
        let days = (day(billed_from), day("2020-06-15"));
        Ahead::of(day(today), billed, days, &Dated::always(VatRate::default()))
    }

    /// 10 units at 10.00: 106.00 a month with tax.
    fn fen(ahead: Ahead) -> i64 {
        ahead.commits_to(UnitPrice::from_stored(100_000), 10).expect("small amounts").fen()
    }

    #[test]
    fn free_days_cost_nothing_and_running_months_their_rest() {
        for (today, billed_from, expected) in [
            ("2019-06-02", "2019-06-15", 10_600 * 12),
            // All of the month that begins, and eleven more.
            ("2019-06-15", "2019-06-15", 10_600 * 12),
            // 20 of 30 days.
            ("2019-06-25", "2019-06-15", 7_067 + 10_600 * 11),
            ("2020-06-14", "2019-06-15", 342),
            // Ordered on the billing date: free until the next.
            ("2019-07-15", "2019-08-15", 10_600 * 10),
        ] {
            assert_eq!(fen(ahead(today, billed_from)), expected, "{today}");
        }
    }

    /// Each month is rounded at its own rate, as its invoice will be.
    #[test]
    fn months_after_a_change_of_the_rate_cost_what_it_makes_of_them() {
        let mut rates = Dated::always(VatRate::default());
        let nine = Percent::from_stored(90_000).expect("nine per cent");
        rates.set_from(day("2019-12-15"), VatRate(nine));
        let billed = BillingDay::new(15).expect("a day of every month");
        let days = (day("2019-06-15"), day("2020-06-15"));
        let ahead = Ahead::of(day("2019-06-02"), billed, days, &rates);
        assert_eq!(fen(ahead), 10_600 * 6 + 10_900 * 6);
        // A month that runs when the rate changes keeps the old one: 20 of 30 days.
        let mut rates = Dated::always(VatRate::default());
        rates.set_from(day("2019-06-20"), VatRate(nine));
        let ahead = Ahead::of(day("2019-06-25"), billed, days, &rates);
        assert_eq!(fen(ahead), 7_067 + 10_900 * 11);
    }

    fn commitments(limit: i64, exposure: i64) -> Commitments {
        let own = ahead("2019-06-02", "2019-06-15");
        let (limit, exposure) = (Money::from_fen(limit), Money::from_fen(exposure));
        let credit = Credit::Told { limit, exposure };
        Commitments { credit, own: own.clone(), add_on: own.clone(), upgrade: own }
    }

    #[test]
    fn only_what_raises_the_commitment_beyond_the_limit_is_warned_of() {
        let one = UnitPrice::from_stored(100_000);
        // 127.20 for a unit and year.
        let by = |limit, exposure, now, wanted| {
            let seen = commitments(limit, exposure);
            seen.newly_passed(seen.by_quantity(one, now, wanted)).map(Money::fen)
        };
        assert_eq!(by(22_720, 10_000, 1, 2), None);
        assert_eq!(by(22_719, 10_000, 1, 2), Some(12_720));
        assert_eq!(by(22_719, 10_000, 2, 2), None);
        assert_eq!(by(22_719, 10_000, 2, 1), None);
        // Passed before: that is said anyway.
        assert_eq!(by(9_999, 10_000, 1, 2), None);
    }

    #[test]
    fn an_upgrade_counts_what_it_gives_up() {
        let seen = commitments(0, 0);
        let [dear, cheap] = [200_000, 100_000].map(UnitPrice::from_stored);
        let more = |from, to| seen.by_upgrade(from, to).map(Money::fen);
        assert_eq!(more((cheap, 10), (dear, 10)), Ok(127_200));
        assert_eq!(more((cheap, 10), (dear, 5)), Ok(0));
        assert_eq!(more((dear, 10), (cheap, 10)), Ok(-127_200));
        assert_eq!(seen.by_add_on(cheap, 1).map(Money::fen), Ok(12_720));
    }

    #[test]
    fn what_nothing_can_hold_is_not_warned_of() {
        let seen = commitments(0, 0);
        let most = UnitPrice::from_stored(i64::MAX);
        assert_eq!(seen.by_add_on(most, u32::MAX), Err(TooLarge));
        assert_eq!(seen.newly_passed(Err(TooLarge)), None);
    }
}
