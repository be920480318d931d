//! From what is stored of a subscription to the history that the engine reads.

use super::exact::Percent;
use super::history::{Change, History, Origin, Terms};
use crate::money::UnitPrice;
use crate::subscriptions::EventKind;
use crate::time::Day;

/// What was agreed, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordedTerms {
    /// The day of the order or upgrade.
    pub created_on: Day,
    /// Its first billing date.
    pub first_billed_on: Day,
    /// The next renewal, after all that have been.
    pub renews_on: Day,
    /// On every line until the first renewal.
    pub discount: Percent,
}

/// Something that happened, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordedEvent {
    /// What.
    pub kind: EventKind,
    /// On which day it counts.
    pub day: Day,
    /// Seats after it.
    pub quantity: u32,
    /// The price of a seat after it.
    pub unit_price: UnitPrice,
}

/// The history of a subscription with `terms` and all of its `events`, in the order in which they
/// came. `None` if it does not begin with its order or upgrade: no such thing was ever stored.
///
/// The rules were asked when the events were stored; they are not asked again.
#[must_use]
pub fn recorded_history(terms: &RecordedTerms, events: &[RecordedEvent]) -> Option<History> {
    let (first, later) = events.split_first()?;
    let origin = match first.kind {
        EventKind::Ordered => Origin::Order,
        EventKind::UpgradedTo => Origin::Upgrade,
        _ => return None,
    };
    let renewed = later.iter().find(|event| event.kind == EventKind::Renewed);
    let terms = Terms {
        origin,
        created_on: terms.created_on,
        first_billed_on: terms.first_billed_on,
        first_renewal: renewed.map_or(terms.renews_on, |event| event.day),
        discount: terms.discount,
    };
    let mut history = History::new(terms, first.quantity, first.unit_price);
    for event in later {
        let change = match event.kind {
            EventKind::Quantity => Change::Quantity(event.quantity),
            EventKind::Suspended => Change::Suspended,
            EventKind::Reactivated => Change::Reactivated,
            EventKind::UpgradedAway => Change::UpgradedAway,
            EventKind::Renewed => {
                history.lock_price(event.day, event.unit_price);
                continue;
            }
            // What is deleted has not been active for long: nothing is left to charge.
            EventKind::Deleted => continue,
            EventKind::Ordered | EventKind::UpgradedTo => return None,
        };
        history.record(event.day, change);
    }
    Some(history)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::{BillingDay, Dated, VatRate, lines};

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    fn event(kind: EventKind, on: &str, quantity: u32, price: i64) -> RecordedEvent {
        RecordedEvent { kind, day: day(on), quantity, unit_price: UnitPrice::from_stored(price) }
    }

    fn terms() -> RecordedTerms {
        RecordedTerms {
            created_on: day("2019-06-02"),
            first_billed_on: day("2019-06-15"),
            renews_on: day("2021-06-15"),
            discount: Percent::from_stored(50_000).expect("five percent"),
        }
    }

    /// Domain book, CS9: the price of the list in force counts from the renewal on, and the
    /// discount ends.
    #[test]
    fn a_renewal_brings_its_price_and_ends_the_discount() {
        let events = [
            event(EventKind::Ordered, "2019-06-02", 25, 685_000),
            event(EventKind::Renewed, "2020-06-15", 25, 720_000),
        ];
        let history = recorded_history(&terms(), &events).expect("it begins with an order");
        assert_eq!(history.terms.first_renewal, day("2020-06-15"));
        let billed = BillingDay::new(15).expect("a day of every month");
        for (date, code, fen, discount) in
            [("2020-05-15", "CYCLE_FEE", 171_250, 8_563), ("2020-06-15", "RENEW_FEE", 180_000, 0)]
        {
            let vat = Dated::always(VatRate::default());
            let lines = lines(&history, billed.period_of(day(date)), &vat).expect("small");
            let [line] = lines.as_slice() else { panic!("one line on {date}") };
            assert_eq!(line.charge_type.code(), code);
            assert_eq!((line.money.amount.fen(), line.money.discount.fen()), (fen, discount));
        }
    }

    /// A job that ran late: the renewal is stored after what came later.
    #[test]
    fn a_renewal_that_is_stored_late_counts_from_its_day() {
        let events = [
            event(EventKind::Ordered, "2019-06-02", 25, 685_000),
            event(EventKind::Quantity, "2020-06-20", 30, 685_000),
            event(EventKind::Renewed, "2020-06-15", 30, 720_000),
        ];
        let history = recorded_history(&terms(), &events).expect("it begins with an order");
        assert_eq!(history.price_on(day("2020-06-15")), UnitPrice::from_stored(720_000));
        assert_eq!(history.price_on(day("2020-05-15")), UnitPrice::from_stored(685_000));
        assert_eq!(history.seats(), 30);
    }

    #[test]
    fn a_history_begins_with_an_order_or_an_upgrade_and_has_only_one() {
        let ordered = event(EventKind::Ordered, "2019-06-02", 1, 1);
        let quantity = event(EventKind::Quantity, "2019-06-03", 2, 1);
        for events in [&[][..], &[quantity], &[ordered, ordered]] {
            assert_eq!(recorded_history(&terms(), events), None);
        }
    }
}
