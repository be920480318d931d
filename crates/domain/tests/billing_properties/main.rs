//! What holds for every history, tried with thousands of random ones.
//!
//! A failure is shown as the shortest history that still fails, in the format of the replay.
//! Source: billing engine, section 3, "Invariants".

mod histories;
mod model;

use std::collections::HashMap;

use domain::billing::{
    Deed, Event, HistoryRefusal, Issued, IssuedLine, Percent, Sections, VatRate, replay,
};
use domain::money::Money;
use domain::time::{Day, days_after};
use proptest::prelude::*;

use histories::{Story, stories};
use model::{Model, Row};

/// Histories for each property.
const CASES: u32 = 1_000;

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) }
}

/// The invoices of all that happened.
fn issued(story: &Story) -> Vec<Issued> {
    story.complete().invoices(story.through()).expect("small amounts")
}

/// The model after all that happened, with every day until the last invoice ended.
fn lived(story: &Story) -> Model {
    let mut model = Model::new(story);
    for event in story.events() {
        model.apply(event).expect("it was accepted");
    }
    model.wait_until(story.through());
    model
}

fn row(IssuedLine { subscription, line }: &IssuedLine) -> Row {
    Row {
        subscription: subscription.clone(),
        code: line.charge_type.code(),
        first: line.days.first,
        last: line.days.last,
        price: line.unit_price.stored(),
        seats: line.quantity.into(),
        fen: [line.money.amount, line.money.discount, line.money.tax].map(Money::fen),
    }
}

fn days(first: Day, end: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| Some(days_after(*day, 1)))
        .take_while(move |day| *day < end)
}

/// All lines of `name`.
fn of<'a>(invoices: &'a [Issued], name: &'a str) -> impl Iterator<Item = &'a IssuedLine> {
    let lines = invoices.iter().flat_map(|invoice| &invoice.lines);
    lines.filter(move |line| line.subscription == name)
}

proptest! {
    #![proptest_config(config())]

    /// Both read the same book: one walks over days, the other over what changed.
    #[test]
    fn the_engine_bills_what_a_clerk_would_bill_day_by_day(story in stories()) {
        let mut model = Model::new(&story);
        for (event, outcome) in &story.tried {
            let said = outcome.map_err(HistoryRefusal::key);
            prop_assert_eq!(model.apply(event), said, "{:?}", event);
        }
        model.wait_until(story.through());
        let mut invoices = issued(&story).into_iter().peekable();
        let mut date = model.billing_date_from(story.tried[0].0.on);
        while date <= story.through() {
            let invoice = invoices.next_if(|invoice| invoice.date == date);
            let rows = invoice.map(|invoice| invoice.lines.iter().map(row).collect::<Vec<_>>());
            prop_assert_eq!(rows.unwrap_or_default(), model.invoice(date), "{}", date);
            date = model.billing_date_from(days_after(date, 1));
        }
        prop_assert!(invoices.next().is_none());
    }

    #[test]
    fn a_period_costs_what_its_days_cost_up_to_half_a_fen_a_line(story in stories()) {
        let (invoices, model) = (issued(&story), lived(&story));
        for sub in &model.subs {
            let mut sums: HashMap<Day, (i64, i64)> = HashMap::new();
            for IssuedLine { line, .. } in of(&invoices, &sub.name) {
                let sum = sums.entry(line.period.first()).or_default();
                *sum = (sum.0 + line.money.amount.fen(), sum.1 + 1);
            }
            let mut period = story.billed.period_of(sub.charged_from());
            while period.next().first() <= story.through() {
                let end = period.next().first();
                let used: i64 = days(period.first().max(sub.charged_from()), end)
                    .map(|day| sub.in_use(day))
                    .sum();
                // In hundredths of a fen and days of the period.
                let price = model.price_of(sub, period.first());
                let exact = i128::from(price) * i128::from(used);
                let (sum, count) = sums.get(&period.first()).copied().unwrap_or_default();
                let length = i128::from(period.length());
                let off = (i128::from(sum) * 100 * length - exact).abs();
                prop_assert!(off <= i128::from(count) * 50 * length, "{} {:?}", sub.name, period);
                period = period.next();
            }
        }
    }

    #[test]
    fn the_lines_of_a_day_add_up_to_the_seats_in_use(story in stories()) {
        let (invoices, model) = (issued(&story), lived(&story));
        for sub in &model.subs {
            let lines: Vec<_> = of(&invoices, &sub.name).map(|issued| &issued.line).collect();
            for day in days(sub.charged_from(), story.through()) {
                let covering =
                    lines.iter().filter(|line| line.days.first <= day && day <= line.days.last);
                let seats: i64 = covering
                    .map(|line| {
                        let sign = if line.charge_type.is_credit() { -1 } else { 1 };
                        sign * i64::from(line.quantity)
                    })
                    .sum();
                prop_assert_eq!(seats, sub.in_use(day), "{} on {}", sub.name, day);
            }
        }
    }

    #[test]
    fn lines_sections_and_total_are_one_sum(story in stories()) {
        for invoice in issued(&story) {
            let lines = invoice.lines.iter().map(|issued| &issued.line);
            let total: Money = lines.clone().map(|line| line.money.total()).sum();
            prop_assert_eq!(invoice.sections.total, total);
            prop_assert_eq!(invoice.sections.sum(), total);
            prop_assert_eq!(Sections::of(lines), Ok(invoice.sections));
        }
    }

    #[test]
    fn a_line_told_is_the_line_charged(story in stories()) {
        for invoice in issued(&story) {
            for IssuedLine { line, .. } in &invoice.lines {
                let told = line.explained().expect("small amounts");
                let discount = told.discount.map_or(Money::ZERO, |discount| discount.rounded);
                prop_assert_eq!(told.amount.rounded, line.money.amount);
                prop_assert_eq!(discount, line.money.discount);
                prop_assert_eq!(told.tax.rounded, line.money.tax);
            }
        }
    }

    /// On each billing date only what has happened is known; later the same invoice comes out.
    #[test]
    fn the_job_issues_the_same_invoices_in_time_and_after_a_pause(
        story in stories(),
        pauses in prop::collection::vec(any::<bool>(), 1..8),
    ) {
        let all = issued(&story);
        let mut book = story.book();
        let mut events = story.events().peekable();
        let mut date = story.billed.first_after(story.tried[0].0.on);
        let mut seen = Vec::new();
        for paused in pauses.iter().cycle() {
            if date > story.through() {
                break;
            }
            while let Some(event) = events.next_if(|event| event.on < date) {
                book.apply(event).expect("it was accepted before");
            }
            if !paused || date == story.through() {
                let known = seen.last().map(|invoice: &Issued| invoice.date);
                let now = book.invoices(date).expect("small amounts").into_iter();
                seen.extend(now.filter(|invoice| known.is_none_or(|known| known < invoice.date)));
            }
            date = story.billed.first_after(date);
        }
        prop_assert_eq!(seen, all);
    }

    #[test]
    fn what_is_taken_back_on_the_same_day_leaves_no_line(
        story in stories(),
        at in any::<prop::sample::Index>(),
        seats in 1..50_i64,
    ) {
        let events: Vec<&Event> = story.events().collect();
        let at = at.index(events.len().max(1));
        let mut book = story.book();
        for (index, event) in events.iter().enumerate() {
            book.apply(event).expect("it was accepted before");
            if index != at {
                continue;
            }
            let (on, subscription) = (event.on, event.subscription.clone());
            let had = book.history(&subscription).map_or(0, |history| i64::from(history.seats()));
            let deeds = [
                Deed::Suspend,
                Deed::Reactivate,
                Deed::Quantity(seats),
                Deed::Quantity(had),
            ];
            let flip = Event { on, subscription, deed: Deed::Quantity(had) };
            // Only what is active can be suspended and brought back.
            if book.apply(&flip).is_ok() {
                for deed in deeds {
                    book.apply(&Event { deed, ..flip.clone() }).expect("it is active");
                }
            }
        }
        prop_assert_eq!(book.invoices(story.through()).expect("small amounts"), issued(&story));
    }

    #[test]
    fn the_replay_prints_the_invoices_of_the_engine(story in stories()) {
        let percent = story.vat.0.stored() / 100 * 100;
        let vat = Percent::from_stored(percent).expect("less than before");
        let story = Story { vat: VatRate(vat), ..story };
        let printed = replay(&story.file()).expect("a history of the format");
        prop_assert_eq!(replay(&story.file()), Ok(printed.clone()));
        prop_assert!(!printed.contains("\"-0.00\""));
        let totals = printed.lines().filter_map(|line| line.strip_prefix("    \"total\": \""));
        let totals: Vec<&str> = totals.map(|rest| rest.trim_end_matches('"')).collect();
        let invoices = issued(&story);
        let expected = invoices.iter().map(|invoice| invoice.sections.total.to_string());
        prop_assert_eq!(totals, expected.collect::<Vec<_>>());
    }
}
