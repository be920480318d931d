//! The engine alone, on one core: from stored events to lines.

use std::hint::black_box;
use std::time::Instant;

use domain::billing::{
    BillingDay, Dated, Percent, RecordedEvent, RecordedTerms, VatRate, lines, recorded_history,
};
use domain::money::UnitPrice;
use domain::subscriptions::EventKind;
use domain::time::Day;
use serde_json::json;

use crate::COMMAND;

/// Subscriptions, each billed [`ROUNDS`] times.
const SUBSCRIPTIONS: usize = 100_000;
const ROUNDS: usize = 5;

/// Quiet subscriptions, and such as change seats twice and are suspended for a week every month.
pub fn measure() {
    let billed = BillingDay::new(15).expect("a day of every month");
    let period = billed.period_of(day("2019-08-15"));
    let vat = Dated::always(VatRate::default());
    for (title, events) in [("quiet", quiet()), ("with changes", lively())] {
        let events = vec![events; SUBSCRIPTIONS];
        let begin = Instant::now();
        let mut count = 0;
        for _ in 0..ROUNDS {
            for events in &events {
                let history = recorded_history(&terms(), black_box(events)).expect("an order");
                count += black_box(lines(&history, period, &vat).expect("small amounts")).len();
            }
        }
        let micros = usize::try_from(begin.elapsed().as_micros()).unwrap_or(usize::MAX);
        let value = format!(
            "{} lines/s, {} subscriptions/s on one core",
            count * 1_000_000 / micros.max(1),
            ROUNDS * SUBSCRIPTIONS * 1_000_000 / micros.max(1),
        );
        let figure = json!({
            "figure": format!("P5 engine alone, {title}"), "command": COMMAND, "value": value,
            "ratio": "", "limit": "",
        });
        println!("figure {figure}");
    }
}

fn day(text: &str) -> Day {
    text.parse().expect("the measurement writes dates")
}

fn terms() -> RecordedTerms {
    RecordedTerms {
        created_on: day("2019-06-02"),
        first_billed_on: day("2019-06-15"),
        renews_on: day("2020-06-15"),
        discount: Percent::ZERO,
    }
}

fn event(kind: EventKind, on: &str, quantity: u32) -> RecordedEvent {
    RecordedEvent { kind, day: day(on), quantity, unit_price: UnitPrice::from_stored(420_000) }
}

fn quiet() -> Vec<RecordedEvent> {
    vec![event(EventKind::Ordered, "2019-06-02", 15)]
}

fn lively() -> Vec<RecordedEvent> {
    vec![
        event(EventKind::Ordered, "2019-06-02", 15),
        event(EventKind::Quantity, "2019-07-20", 12),
        event(EventKind::Suspended, "2019-07-25", 12),
        event(EventKind::Reactivated, "2019-08-01", 12),
        event(EventKind::Quantity, "2019-08-10", 10),
    ]
}
