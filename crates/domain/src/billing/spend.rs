//! What a partner has spent, month by month and service by service.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::ids::OfferId;
use crate::money::Money;
use crate::time::Day;

/// Services that are told apart; the rest is one.
pub const SERVICES: usize = 4;

/// What one service has on the invoice of one billing date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The billing date.
    pub billing_date: Day,
    /// The service.
    pub offer: OfferId,
    /// What it came to, tax included.
    pub total: Money,
    /// Seats charged in advance.
    pub seats: i64,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpendMonth {
    /// Its billing date.
    pub billing_date: Day,
    /// What each service came to, in the order of [`SpendView::services`]; the rest last.
    pub totals: Vec<Money>,
    /// Seats charged in advance.
    pub seats: i64,
}

/// What was spent, for a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpendView {
    /// Names of the services, those that cost most first.
    pub services: Vec<String>,
    /// Whether the last sum of each month is that of all other services.
    pub others: bool,
    /// Every billing date from the first to the last, the oldest first.
    pub months: Vec<SpendMonth>,
}

/// `spent` on the billing dates `dates`, which are in order: the services that cost most, and the sum
/// of the others.
#[must_use]
pub fn spend(spent: &[Spent], dates: &[Day], name: impl Fn(OfferId) -> String) -> SpendView {
    let mut whole: HashMap<OfferId, Money> = HashMap::new();
    for one in spent {
        let sum = whole.entry(one.offer).or_default();
        *sum = *sum + one.total;
    }
    let mut offers: Vec<_> = whole.into_iter().collect();
    offers.sort_by(|(one, sum), (other, more)| more.cmp(sum).then_with(|| one.cmp(other)));
    let offers: Vec<OfferId> = offers.into_iter().map(|(offer, _)| offer).collect();
    let shown = &offers[..offers.len().min(SERVICES)];
    let others = offers.len() > SERVICES;
    let empty = vec![Money::ZERO; shown.len() + usize::from(others)];
    let months = dates.iter().map(|date| (*date, (empty.clone(), 0)));
    let mut months: BTreeMap<Day, (Vec<Money>, i64)> = months.collect();
    for one in spent {
        let Some((totals, seats)) = months.get_mut(&one.billing_date) else { continue };
        let place = shown.iter().position(|offer| *offer == one.offer).unwrap_or(shown.len());
        totals[place] = totals[place] + one.total;
        *seats += one.seats;
    }
    let months = months.into_iter();
    SpendView {
        services: shown.iter().map(|offer| name(*offer)).collect(),
        others,
        months: months
            .map(|(billing_date, (totals, seats))| SpendMonth { billing_date, totals, seats })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    fn spent(date: &str, offer: u128, fen: i64, seats: i64) -> Spent {
        let (billing_date, offer) = (day(date), OfferId::from(Uuid::from_u128(offer)));
        Spent { billing_date, offer, total: Money::from_fen(fen), seats }
    }

    fn name(offer: OfferId) -> String {
        Uuid::from(offer).as_u128().to_string()
    }

    fn fen(month: &SpendMonth) -> Vec<i64> {
        month.totals.iter().map(|total| total.fen()).collect()
    }

    #[test]
    fn a_month_without_an_invoice_is_there_with_nothing() {
        let dates = ["2019-06-15", "2019-07-15", "2019-08-15"].map(day);
        let spent = [spent("2019-06-15", 1, 500, 5), spent("2019-08-15", 1, 700, 7)];
        let view = spend(&spent, &dates, name);
        let seats: Vec<_> = view.months.iter().map(|month| month.seats).collect();
        assert_eq!(seats, [5, 0, 7]);
        assert_eq!(view.months.iter().map(fen).collect::<Vec<_>>(), [[500], [0], [700]]);
        assert!(!view.others);
    }

    #[test]
    fn the_services_that_cost_most_are_told_apart_and_nothing_is_lost() {
        for (offers, others, last) in [(4, false, 100), (5, true, 100), (7, true, 600)] {
            let spent: Vec<_> = (1..=offers)
                .map(|n| spent("2019-06-15", n, i64::try_from(n).unwrap() * 100, 1))
                .collect();
            let view = spend(&spent, &[day("2019-06-15")], name);
            assert_eq!(view.others, others, "{offers}");
            assert_eq!(view.services.len(), 4, "{offers}");
            assert_eq!(view.services[0], offers.to_string());
            let sums = fen(&view.months[0]);
            assert_eq!(sums.last(), Some(&last), "{offers}");
            let whole: Money = spent.iter().map(|one| one.total).sum();
            assert_eq!(sums.iter().sum::<i64>(), whole.fen(), "{offers}");
        }
    }
}
