//! Random histories. What fails is shown as a file that `partner-center billing replay` reads.

use std::collections::BTreeMap;
use std::fmt;

use domain::billing::{BillingDay, Book, Dated, Deed, Event, HistoryRefusal, Percent, VatRate};
use domain::money::UnitPrice;
use domain::time::{Day, days_after};
use proptest::collection::vec;
use proptest::prelude::*;

const OFFERS: [&str; 2] = ["E1", "E3"];

pub type Prices = BTreeMap<String, Vec<(Day, UnitPrice)>>;

/// A partner and what is tried with their subscriptions; refused events are kept apart.
#[derive(Clone)]
pub struct Story {
    pub billed: BillingDay,
    pub vat: VatRate,
    pub prices: Prices,
    /// Every event with what the book of subscriptions said to it.
    pub tried: Vec<(Event, Result<(), HistoryRefusal>)>,
}

/// What is tried next: how many days later, with which subscription, and what.
#[derive(Clone, Copy, Debug)]
struct Move {
    gap: u64,
    with: usize,
    verb: Verb,
}

#[derive(Clone, Copy, Debug)]
enum Verb {
    Order { offer: usize, seats: i64, discount: Percent, add_on: bool },
    Quantity(i64),
    Suspend,
    Reactivate,
    Upgrade { offer: usize, seats: i64 },
}

pub fn stories() -> impl Strategy<Value = Story> {
    let prices = vec(vec(price(), 1..4), OFFERS.len());
    let billed = (1..=28_u32).prop_filter_map("a billing day", BillingDay::new);
    let vat = prop_oneof![6 => Just(60_000), 1 => 0..=1_000_000_u32];
    let vat = vat.prop_filter_map("a rate", Percent::from_stored);
    let first = (0..60_u64, order()).prop_map(|(gap, verb)| Move { gap, with: 0, verb });
    (billed, vat, prices, first, vec(moves(), 0..24)).prop_map(
        |(billed, vat, prices, first, mut moves)| {
            moves.insert(0, first);
            told(billed, VatRate(vat), &prices, &moves)
        },
    )
}

fn moves() -> impl Strategy<Value = Move> {
    let gap = prop_oneof![
        6 => Just(0_u64),
        6 => 1..8_u64,
        6 => 8..40_u64,
        2 => 57..64_u64,
        1 => 200..400_u64,
    ];
    let verb = prop_oneof![
        4 => order(),
        6 => seats().prop_map(Verb::Quantity),
        4 => Just(Verb::Suspend),
        4 => Just(Verb::Reactivate),
        2 => (0..OFFERS.len(), seats()).prop_map(|(offer, seats)| Verb::Upgrade { offer, seats }),
    ];
    (gap, 0..6_usize, verb).prop_map(|(gap, with, verb)| Move { gap, with, verb })
}

fn order() -> impl Strategy<Value = Verb> {
    let discount = prop_oneof![3 => Just(0), 1 => Just(50_000), 1 => 0..=1_000_000_u32];
    let discount = discount.prop_filter_map("a percentage", Percent::from_stored);
    (0..OFFERS.len(), seats(), discount, any::<bool>())
        .prop_map(|(offer, seats, discount, add_on)| Verb::Order { offer, seats, discount, add_on })
}

/// Few different ones, so that changes often lead back; now and then one that is refused.
fn seats() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 1..5_i64, 2 => 1..200_i64, 1 => 0..=10_000_001_i64]
}

fn price() -> impl Strategy<Value = i64> {
    prop_oneof![2 => (1..200_i64).prop_map(|yuan| yuan * 10_000), 2 => 0..3_000_000_i64]
}

fn told(billed: BillingDay, vat: VatRate, prices: &[Vec<i64>], moves: &[Move]) -> Story {
    let begin: Day = "2019-01-01".parse().expect("a day");
    let list = |(index, price): (usize, &i64)| {
        (days_after(begin, 170 * index as u64), UnitPrice::from_stored(*price))
    };
    let lists = prices.iter().map(|prices| prices.iter().enumerate().map(list).collect());
    let prices: Prices = OFFERS.iter().map(|offer| (*offer).to_owned()).zip(lists).collect();
    let mut story = Story { billed, vat, prices, tried: Vec::new() };
    let mut book = story.book();
    let mut names: Vec<String> = Vec::new();
    let mut on = begin;
    for step in moves {
        on = days_after(on, step.gap);
        let event = event(step, on, &mut names);
        let outcome = book.apply(&event);
        story.tried.push((event, outcome));
    }
    story
}

/// `step` as an event; a new name is taken even if the event will be refused.
fn event(step: &Move, on: Day, names: &mut Vec<String>) -> Event {
    let known = names.get(step.with % names.len().max(1)).cloned();
    let mut new = || {
        names.push(format!("S{}", names.len() + 1));
        names[names.len() - 1].clone()
    };
    let offer = |index: usize| OFFERS[index].to_owned();
    match (step.verb, known) {
        (Verb::Order { offer: of, seats, discount, add_on }, known) => {
            let parent = known.filter(|_| add_on);
            let deed = Deed::Order { offer: offer(of), quantity: seats, discount, parent };
            Event { on, subscription: new(), deed }
        }
        (Verb::Upgrade { offer: of, seats }, Some(subscription)) => {
            let deed = Deed::Upgrade { to: new(), offer: offer(of), quantity: seats };
            Event { on, subscription, deed }
        }
        (verb, known) => {
            let deed = match verb {
                Verb::Quantity(seats) => Deed::Quantity(seats),
                Verb::Reactivate => Deed::Reactivate,
                _ => Deed::Suspend,
            };
            Event { on, subscription: known.unwrap_or_else(|| "S0".to_owned()), deed }
        }
    }
}

impl Story {
    /// The partner before the first event.
    pub fn book(&self) -> Book {
        Book::new(self.billed, Dated::always(self.vat), self.prices.clone())
    }

    /// What happened.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.tried.iter().filter(|(_, outcome)| outcome.is_ok()).map(|(event, _)| event)
    }

    /// The book with all that happened.
    pub fn complete(&self) -> Book {
        let mut book = self.book();
        for event in self.events() {
            book.apply(event).expect("it was accepted before");
        }
        book
    }

    /// A billing date some months after the last event.
    pub fn through(&self) -> Day {
        let last = self.tried.last().expect("a story has events").0.on;
        self.billed.first_after(days_after(last, 65))
    }

    /// The history as a file for the replay.
    pub fn file(&self) -> String {
        let prices = self.prices.iter().map(|(offer, lists)| {
            let lists = lists.iter().map(|(from, price)| format!("[\"{from}\", \"{price}\"]"));
            format!("\"{offer}\": [{}]", lists.collect::<Vec<_>>().join(", "))
        });
        format!(
            "{{\n  \"billing_day\": {},\n  \"vat_rate\": \"{}\",\n  \"through\": \"{}\",\n  \
             \"prices\": {{ {} }},\n  \"events\": [\n    {}\n  ]\n}}\n",
            self.billed.day_of_month(),
            rate(self.vat.0),
            self.through(),
            prices.collect::<Vec<_>>().join(", "),
            self.events().map(line).collect::<Vec<_>>().join(",\n    "),
        )
    }
}

impl fmt::Debug for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file())?;
        for (event, outcome) in self.tried.iter().filter(|(_, outcome)| outcome.is_err()) {
            writeln!(f, "refused with {outcome:?}: {}", line(event))?;
        }
        Ok(())
    }
}

/// `percent` as a rate from 0 to 1, cut to the four places that the format has.
fn rate(percent: Percent) -> String {
    let rate = percent.stored() / 100;
    format!("{}.{:04}", rate / 10_000, rate % 10_000)
}

fn line(event: &Event) -> String {
    let Event { on, subscription, deed } = event;
    let (verb, more) = match deed {
        Deed::Order { offer, quantity, discount, parent } => {
            let parent = parent.as_ref().map(|name| format!(", \"parent\": \"{name}\""));
            let discount = format!(", \"discount_percent\": \"{}\"", discount.percent());
            let parent = parent.unwrap_or_default();
            (
                "order",
                format!(", \"offer\": \"{offer}\", \"quantity\": {quantity}{discount}{parent}"),
            )
        }
        Deed::Quantity(quantity) => ("quantity", format!(", \"quantity\": {quantity}")),
        Deed::Suspend => ("suspend", String::new()),
        Deed::Reactivate => ("reactivate", String::new()),
        Deed::Upgrade { to, offer, quantity } => (
            "upgrade",
            format!(", \"to\": \"{to}\", \"offer\": \"{offer}\", \"quantity\": {quantity}"),
        ),
    };
    format!(
        "{{ \"on\": \"{on}\", \"do\": \"{verb}\", \"subscription\": \"{subscription}\"{more} }}"
    )
}
