//! What a partner stands to owe for each customer, and the limit it has set.

use serde::{Deserialize, Serialize};

use super::calendar::{BillingDay, Dated};
use super::charge::ChargeType;
use super::engine::upcoming_lines;
use super::exact::{Percent, TooLarge, VatRate};
use super::history::{History, Status};
use super::line::Tariff;
use crate::ids::CustomerId;
use crate::money::Money;
use crate::time::Day;
use crate::words::words;

/// What a subscription adds to the exposure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// The months of the running term that are still to be paid in advance, tax included.
    pub committed: Money,
    /// What the next invoice settles of the running month, tax included; may be negative.
    pub unbilled: Money,
}

/// What `history` will still cost after `today` if nothing else happens: to the end of its term, at
/// its price, seats and discount.
///
/// What is not active is not charged, and commits to nothing.
///
/// # Errors
///
/// [`TooLarge`] if an amount cannot be stored.
pub fn outlook(
    history: &History,
    today: Day,
    billed: BillingDay,
    vat: &Dated<VatRate>,
) -> Result<Outlook, TooLarge> {
    let settled = upcoming_lines(history, today, billed, vat)?;
    let advance = [ChargeType::CycleFee, ChargeType::RenewFee];
    let settled = settled.iter().filter(|line| !advance.contains(&line.charge_type));
    let unbilled = settled.map(|line| line.money.total()).sum();
    let mut committed = Money::ZERO;
    if matches!(history.status(today), Status::Active | Status::Pending) {
        let end = history.terms.next_renewal(today);
        let first = history.terms.first_billed_on;
        let mut period = billed.period_of(today).next();
        while period.first() < end {
            if period.first() >= first {
                let tariff = Tariff {
                    period,
                    price: history.price_on(period.first()),
                    discount: history.terms.discount_on(period.first()),
                    vat: vat.on(period.first()),
                };
                let line = tariff.line(ChargeType::CycleFee, period.days(), history.seats())?;
                committed = committed.checked_add(line.money.total()).ok_or(TooLarge)?;
            }
            period = period.next();
        }
    }
    Ok(Outlook { committed, unbilled })
}

/// `amount` shared out by `weights`, to the fen: the parts add up to it. Nothing where all weights
/// together are nothing.
#[must_use]
pub fn share_out(amount: Money, weights: &[Money]) -> Vec<Money> {
    let whole: i128 = weights.iter().map(|weight| i128::from(weight.fen())).sum();
    if whole == 0 {
        return vec![Money::ZERO; weights.len()];
    }
    let (mut weighed, mut given) = (0_i128, 0_i128);
    let part = |weight: &Money| {
        weighed += i128::from(weight.fen());
        // Of all so far, less what was given: no fen is lost or made.
        let until = i128::from(amount.fen()) * weighed / whole;
        let part = until - given;
        given = until;
        i64::try_from(part).map_or(Money::ZERO, Money::from_fen)
    };
    weights.iter().map(part).collect()
}

words! {
    /// How exposures are sorted.
    ExposureSort {
        /// Those with the highest first.
        Total = "total",
        /// Those with the most overdue first.
        Overdue = "overdue",
    }
}

/// What a partner stands to owe for one customer; all with tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exposure {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// Months of running terms, still to be billed.
    pub committed: Money,
    /// Settled with the next invoice, and usage not billed yet.
    pub unbilled: Money,
    /// Its part of invoices that are not paid.
    pub unpaid: Money,
    /// Of that, what is past due.
    pub overdue: Money,
    /// Up to which amount the partner lets it go, for readers who may know.
    pub limit: Option<Money>,
}

impl Exposure {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> Money {
        self.committed + self.unbilled + self.unpaid
    }

    /// Whether the limit is passed; reaching it is allowed.
    #[must_use]
    pub fn over(&self) -> bool {
        self.limit.is_some_and(|limit| self.total() > limit)
    }

    /// Its part of `whole`, to a tenth of a percent; nothing of nothing.
    #[must_use]
    pub fn share(&self, whole: Money) -> Percent {
        let (part, whole) = (self.total().fen(), whole.fen());
        if part <= 0 || whole <= 0 {
            return Percent::ZERO;
        }
        let tenths = (i128::from(part) * 1_000 / i128::from(whole)).min(1_000);
        u32::try_from(tenths * 1_000).ok().and_then(Percent::from_stored).unwrap_or_default()
    }
}

/// Sorts by `sort`, the largest first.
pub fn sort_exposures(exposures: &mut [Exposure], sort: ExposureSort) {
    let figure = |one: &Exposure| match sort {
        ExposureSort::Total => one.total(),
        ExposureSort::Overdue => one.overdue,
    };
    exposures.sort_by(|one, other| {
        figure(other).cmp(&figure(one)).then_with(|| one.customer.cmp(&other.customer))
    });
}

/// What a partner stands to owe for its customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposureView {
    /// For all customers together.
    pub total: Money,
    /// Of that, committed, unbilled, unpaid and overdue.
    pub parts: [Money; 4],
    /// Whether this reader may know limits.
    pub limits: bool,
    /// How many customers are over their limit.
    pub over: u32,
    /// Those of this page.
    pub customers: Vec<Exposure>,
    /// How many there are.
    pub count: u32,
    /// The page, from 0.
    pub page: u32,
    /// Customers of a page.
    pub size: u32,
}

/// How a customer stands to the limit the partner has set, as a reader may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Credit {
    /// For readers who see prices.
    Told {
        /// The limit.
        limit: Money,
        /// The exposure.
        exposure: Money,
    },
    /// Over the limit, and no more is told.
    Over,
}

impl Credit {
    /// What a reader is told of an `exposure` under `limit`; nothing where there is nothing to tell.
    #[must_use]
    pub fn of(limit: Money, exposure: Money, priced: bool) -> Option<Self> {
        if priced {
            return Some(Self::Told { limit, exposure });
        }
        (exposure > limit).then_some(Self::Over)
    }

    /// Whether a change that commits to `more`, tax included, goes beyond the limit, as far as the reader may know.
    #[must_use]
    pub fn exceeded_by(&self, more: Money) -> bool {
        match self {
            Self::Told { limit, exposure } => {
                exposure.checked_add(more).is_none_or(|sum| sum > *limit)
            }
            Self::Over => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::super::{Change, Terms};
    use super::*;
    use crate::money::UnitPrice;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    fn billed() -> BillingDay {
        BillingDay::new(15).expect("a day of every month")
    }

    /// 10 seats at 10.00, ordered on 2 June 2019: the term ends on 15 June 2020.
    fn history(discount: u32) -> History {
        let discount = Percent::from_stored(discount).expect("a percentage");
        let terms = Terms::of_order(day("2019-06-02"), billed(), discount);
        History::new(terms, 10, UnitPrice::from_stored(100_000))
    }

    fn seen(history: &History, today: &str) -> [i64; 2] {
        let vat = Dated::always(VatRate::default());
        let outlook = outlook(history, day(today), billed(), &vat).expect("small amounts");
        [outlook.committed.fen(), outlook.unbilled.fen()]
    }

    #[test]
    fn what_is_left_of_the_term_is_committed() {
        let history = history(0);
        for (today, months) in [
            ("2019-06-02", 12),
            ("2019-06-14", 12),
            // The invoice of that day has it.
            ("2019-06-15", 11),
            ("2019-07-14", 11),
            ("2020-05-14", 1),
            ("2020-05-15", 0),
            ("2020-06-14", 0),
            // A new term.
            ("2020-06-15", 11),
        ] {
            assert_eq!(seen(&history, today), [10_600 * months, 0], "{today}");
        }
    }

    #[test]
    fn the_discount_counts_until_the_term_ends() {
        assert_eq!(seen(&history(50_000), "2020-04-20"), [10_070, 0]);
    }

    #[test]
    fn what_is_suspended_commits_to_nothing_and_gives_days_back() {
        let mut history = history(0);
        history.record(day("2019-08-25"), Change::Suspended);
        // CS5: 21 of 31 days.
        assert_eq!(seen(&history, "2019-08-26"), [0, -7_180]);
        history.record(day("2019-08-26"), Change::Reactivated);
        assert_eq!(seen(&history, "2019-08-26")[0], 10_600 * 9);
    }

    fn exposure(fen: i64, limit: Option<i64>) -> Exposure {
        Exposure {
            customer: Uuid::nil().into(),
            name: String::new(),
            committed: Money::from_fen(fen),
            unbilled: Money::ZERO,
            unpaid: Money::ZERO,
            overdue: Money::ZERO,
            limit: limit.map(Money::from_fen),
        }
    }

    #[test]
    fn a_limit_is_passed_by_a_fen_and_not_by_reaching_it() {
        for (fen, limit, over) in
            [(100, Some(100), false), (101, Some(100), true), (1, None, false), (0, Some(0), false)]
        {
            assert_eq!(exposure(fen, limit).over(), over, "{fen}, {limit:?}");
        }
        let (limit, exposure) = (Money::from_fen(100), Money::from_fen(90));
        let credit = Credit::of(limit, exposure, true).expect("it is told");
        assert!(!credit.exceeded_by(Money::from_fen(10)));
        assert!(credit.exceeded_by(Money::from_fen(11)));
    }

    #[test]
    fn who_may_not_see_prices_learns_only_that_the_limit_is_passed() {
        let limit = Money::from_fen(100);
        assert_eq!(Credit::of(limit, Money::from_fen(100), false), None);
        assert_eq!(Credit::of(limit, Money::from_fen(101), false), Some(Credit::Over));
    }

    #[test]
    fn a_part_of_nothing_is_nothing() {
        let share = |fen, whole| exposure(fen, None).share(Money::from_fen(whole)).stored();
        assert_eq!((share(5, 0), share(-5, 40), share(5, 40)), (0, 0, 125_000));
        // Others may be in credit.
        assert_eq!(share(50, 40), 1_000_000);
    }

    proptest! {
        #[test]
        fn what_is_shared_out_is_all_there_is(
            amount in -1_000_000_000_000_i64..1_000_000_000_000,
            weights in prop::collection::vec(-1_000_000_i64..1_000_000_000, 1..30),
        ) {
            prop_assume!(weights.iter().sum::<i64>() != 0);
            let weights: Vec<_> = weights.into_iter().map(Money::from_fen).collect();
            let parts = share_out(Money::from_fen(amount), &weights);
            prop_assert_eq!(parts.iter().map(|part| part.fen()).sum::<i64>(), amount);
        }
    }
}
