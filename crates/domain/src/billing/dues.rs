//! When an invoice is due, and what being late may cost.
//!
//! Source: domain book, "billing" (B5, B6 and its completions).

use serde::{Deserialize, Serialize};

use super::exact::{Percent, TooLarge};
use crate::money::Money;
use crate::time::{Day, days_after, months_after};

/// Days from the billing date to the due date, unless agreed otherwise.
pub const PAYMENT_DAYS: u64 = 30;

/// What late payment costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinanceTerms {
    /// Percent of the invoice for each started month.
    pub monthly: Percent,
    /// What the law allows at most, if it sets a limit.
    pub legal_max_monthly: Option<Percent>,
}

impl Default for FinanceTerms {
    fn default() -> Self {
        let monthly = Percent::from_stored(15_000).unwrap_or_default();
        Self { monthly, legal_max_monthly: None }
    }
}

impl FinanceTerms {
    /// The percentage for each started month: the agreed one, or the legal maximum if that is less.
    #[must_use]
    pub fn rate(&self) -> Percent {
        self.legal_max_monthly.map_or(self.monthly, |most| most.min(self.monthly))
    }
}

/// The last day on which the invoice of `billing_date` can be paid in time.
#[must_use]
pub fn due_date(billing_date: Day, payment_days: u64) -> Day {
    days_after(billing_date, payment_days)
}

/// Whether an invoice due on `due` is late on `today`.
#[must_use]
pub fn is_past_due(due: Day, today: Day) -> bool {
    due < today
}

/// Months of delay begun until `paid`: from the day after `due` on, to the same day of each month.
#[must_use]
pub fn started_months(due: Day, paid: Day) -> u32 {
    let first_late = days_after(due, 1);
    let mut months = 0;
    while months_after(first_late, months) <= paid {
        months += 1;
    }
    months
}

/// The finance charge on an invoice of `total`, tax included, due on `due` and paid on `paid`.
///
/// Not compounded and without tax; the operator may waive it.
///
/// # Errors
///
/// [`TooLarge`] if it cannot be stored.
pub fn finance_charge(
    total: Money,
    due: Day,
    paid: Day,
    terms: &FinanceTerms,
) -> Result<Money, TooLarge> {
    terms.rate().of(total).times(started_months(due, paid)).rounded()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    #[test]
    fn a_month_of_delay_begins_on_the_day_of_the_first() {
        for (due, paid, months) in [
            ("2019-07-15", "2019-07-15", 0),
            ("2019-07-15", "2019-07-16", 1),
            ("2019-07-15", "2019-08-15", 1),
            ("2019-07-15", "2019-08-16", 2),
            ("2019-01-30", "2019-02-27", 1),
            ("2019-01-30", "2019-02-28", 2),
            ("2019-01-30", "2019-03-30", 2),
            ("2019-01-30", "2019-03-31", 3),
        ] {
            assert_eq!(started_months(day(due), day(paid)), months, "{due}, {paid}");
        }
    }

    #[test]
    fn the_legal_maximum_counts_only_if_it_is_less() {
        for (most, rate) in [(None, 15_000), (Some(20_000), 15_000), (Some(12_000), 12_000)] {
            let legal_max_monthly = most.and_then(Percent::from_stored);
            let terms = FinanceTerms { legal_max_monthly, ..FinanceTerms::default() };
            assert_eq!(terms.rate().stored(), rate);
        }
    }
}
