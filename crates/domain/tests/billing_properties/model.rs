//! The billing engine a second time: day by day, slow, and word for word as the book has it.
//!
//! It shares no code with the engine but days and the reading of prices.

use std::collections::BTreeMap;

use domain::billing::{Deed, Event};
use domain::money::UnitPrice;
use domain::time::{Day, days_after, months_after, months_before};

use crate::histories::{Prices, Story};

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub subscription: String,
    pub code: &'static str,
    pub first: Day,
    pub last: Day,
    /// In 1/10000 yuan.
    pub price: i64,
    pub seats: i64,
    /// Amount, discount and tax.
    pub fen: [i64; 3],
}

/// How a day ended.
#[derive(Clone, Copy)]
struct Evening {
    active: bool,
    quantity: i64,
}

pub struct Sub {
    pub name: String,
    offer: String,
    created: Day,
    /// The subscription that it was upgraded from.
    upgraded_from: Option<String>,
    /// The first billing date.
    pub first_billed: Day,
    first_renewal: Day,
    discount: i64,
    parent: Option<String>,
    active: bool,
    seats: i64,
    /// Deleted or upgraded away.
    over: bool,
    suspended_with_parent: bool,
    evenings: BTreeMap<Day, Evening>,
}

/// A partner, one day after the other.
pub struct Model {
    billing_day: u32,
    vat: i64,
    prices: Prices,
    pub subs: Vec<Sub>,
    today: Option<Day>,
}

/// `numerator` / `denominator`, half away from zero.
fn round(numerator: i128, denominator: i128) -> i64 {
    let half = (2 * numerator.abs() + denominator) / (2 * denominator);
    i64::try_from(half * numerator.signum()).expect("small amounts")
}

fn eve(day: Day) -> Day {
    day.pred_opt().expect("a day before")
}

impl Sub {
    fn evening(&self, day: Day) -> Evening {
        self.evenings[&day]
    }

    /// Seats in use at the end of `day`.
    pub fn in_use(&self, day: Day) -> i64 {
        match self.evenings.get(&day) {
            Some(Evening { active: true, quantity }) => *quantity,
            _ => 0,
        }
    }

    /// The first day that is charged.
    pub fn charged_from(&self) -> Day {
        if self.by_upgrade() { self.created } else { self.first_billed }
    }

    fn by_upgrade(&self) -> bool {
        self.upgraded_from.is_some()
    }

    fn is_over(&self) -> bool {
        self.over
    }

    fn renewals(&self, until: Day) -> Vec<Day> {
        let next = |day: &Day| Some(months_after(*day, 12));
        let all = std::iter::successors(Some(self.first_renewal), next);
        all.take_while(|day| *day <= until).collect()
    }
}

impl Model {
    pub fn new(story: &Story) -> Self {
        Self {
            billing_day: story.billed.day_of_month(),
            vat: story.vat.0.stored().into(),
            prices: story.prices.clone(),
            subs: Vec::new(),
            today: None,
        }
    }

    /// The first billing date from `day` on, that day included.
    pub fn billing_date_from(&self, mut day: Day) -> Day {
        while chrono_day(day) != self.billing_day {
            day = days_after(day, 1);
        }
        day
    }

    /// Ends the days up to `day`, and deletes at 0:00.
    pub fn wait_until(&mut self, day: Day) {
        let mut today = self.today.unwrap_or(day);
        while today < day {
            for sub in &mut self.subs {
                let before = sub.evenings.get(&eve(today));
                let quantity = match before {
                    Some(before) if !sub.active => before.quantity,
                    _ => sub.seats,
                };
                sub.evenings.insert(today, Evening { active: sub.active, quantity });
                let idle = sub.evenings.values().rev().take_while(|evening| !evening.active);
                sub.over |= idle.take(60).count() == 60;
            }
            today = days_after(today, 1);
        }
        self.today = Some(today);
    }

    /// What happens to `event`: `Err` with the code of the refusal.
    pub fn apply(&mut self, event: &Event) -> Result<(), &'static str> {
        self.wait_until(event.on);
        let known = |subs: &[Sub], name: &str| subs.iter().position(|sub| sub.name == name);
        let (new, offer, quantity) = match &event.deed {
            Deed::Order { offer, quantity, .. } => {
                (Some(&event.subscription), Some(offer), Some(*quantity))
            }
            Deed::Upgrade { to, offer, quantity } => (Some(to), Some(offer), Some(*quantity)),
            Deed::Quantity(quantity) => (None, None, Some(*quantity)),
            Deed::Suspend | Deed::Reactivate => (None, None, None),
        };
        let old = match &event.deed {
            Deed::Order { parent, .. } => parent.as_ref(),
            _ => Some(&event.subscription),
        };
        let at = old.and_then(|name| known(&self.subs, name));
        let sub = at.map(|at| &self.subs[at]);
        let above = sub.and_then(|sub| sub.parent.as_ref());
        let above = above.and_then(|name| known(&self.subs, name)).map(|at| &self.subs[at]);
        let has_add_ons = |name: &str| {
            self.subs.iter().any(|sub| sub.parent.as_deref() == Some(name) && !sub.is_over())
        };
        let reactivates = event.deed == Deed::Reactivate;
        let refusals = [
            ("err-sub-exists", new.is_some_and(|name| known(&self.subs, name).is_some())),
            ("err-sub-unknown", old.is_some() && sub.is_none()),
            (
                "err-sub-deleted",
                sub.is_some_and(Sub::is_over) || reactivates && above.is_some_and(Sub::is_over),
            ),
            (
                "err-sub-not-active",
                match (&event.deed, sub) {
                    (Deed::Quantity(_), Some(sub)) => !sub.active,
                    (Deed::Upgrade { .. }, Some(sub)) => {
                        !sub.active || !sub.by_upgrade() && sub.created == event.on
                    }
                    _ => false,
                },
            ),
            (
                "err-parent-not-active",
                match (&event.deed, sub) {
                    (Deed::Order { .. }, Some(parent)) => !parent.active,
                    _ => reactivates && above.is_some_and(|parent| !parent.active),
                },
            ),
            (
                "err-sub-is-addon",
                matches!(event.deed, Deed::Order { .. } | Deed::Upgrade { .. }) && above.is_some(),
            ),
            (
                "err-sub-has-addons",
                matches!(event.deed, Deed::Upgrade { .. })
                    && sub.is_some_and(|sub| has_add_ons(&sub.name)),
            ),
            ("err-offer-unknown", offer.is_some_and(|offer| self.price(offer, event.on).is_none())),
            ("err-qty-range", quantity.is_some_and(|seats| !(1..=10_000_000).contains(&seats))),
        ];
        if let Some((code, _)) = refusals.iter().find(|(_, refused)| *refused) {
            return Err(code);
        }
        self.happen(event, at);
        Ok(())
    }

    fn happen(&mut self, event: &Event, at: Option<usize>) {
        match (&event.deed, at) {
            (Deed::Order { offer, quantity, discount, parent }, _) => {
                let mut sub = self.created(&event.subscription, offer, event.on, *quantity);
                sub.discount = discount.stored().into();
                sub.parent.clone_from(parent);
                if let Some(parent) = at.map(|at| &self.subs[at]) {
                    let mut renewal = parent.first_renewal;
                    while renewal <= sub.first_billed {
                        renewal = months_after(renewal, 12);
                    }
                    sub.first_renewal = renewal;
                }
                self.subs.push(sub);
            }
            (Deed::Upgrade { to, offer, quantity }, Some(at)) => {
                let mut sub = self.created(to, offer, event.on, *quantity);
                sub.upgraded_from = Some(event.subscription.clone());
                sub.first_renewal = months_after(self.billing_date_from(event.on), 12);
                self.subs.push(sub);
                self.subs[at].active = false;
                self.subs[at].over = true;
            }
            (Deed::Quantity(seats), Some(at)) => self.subs[at].seats = *seats,
            (Deed::Suspend, Some(at)) if self.subs[at].active => {
                self.subs[at].active = false;
                let name = self.subs[at].name.clone();
                for add_on in self.subs.iter_mut().filter(|sub| sub.parent.as_ref() == Some(&name))
                {
                    add_on.suspended_with_parent = add_on.active;
                    add_on.active = false;
                }
            }
            (Deed::Reactivate, Some(at)) if !self.subs[at].active => {
                self.subs[at].active = true;
                let name = self.subs[at].name.clone();
                for add_on in self.subs.iter_mut().filter(|sub| sub.parent.as_ref() == Some(&name))
                {
                    add_on.active |= add_on.suspended_with_parent && !add_on.is_over();
                }
            }
            (Deed::Quantity(_) | Deed::Suspend | Deed::Reactivate | Deed::Upgrade { .. }, _) => {}
        }
    }

    fn created(&self, name: &str, offer: &str, on: Day, seats: i64) -> Sub {
        let first_billed = self.billing_date_from(days_after(on, 1));
        Sub {
            name: name.to_owned(),
            offer: offer.to_owned(),
            created: on,
            upgraded_from: None,
            first_billed,
            first_renewal: months_after(first_billed, 12),
            discount: 0,
            parent: None,
            active: true,
            seats,
            over: false,
            suspended_with_parent: false,
            evenings: BTreeMap::new(),
        }
    }

    fn price(&self, offer: &str, on: Day) -> Option<UnitPrice> {
        let mut lists = self.prices.get(offer)?.iter();
        lists.rfind(|(from, _)| *from <= on).map(|(_, price)| *price)
    }

    /// The price in 1/10000 yuan that `sub` has for the period from `date` on.
    pub fn price_of(&self, sub: &Sub, date: Day) -> i64 {
        let locked = sub.renewals(date).pop().unwrap_or(sub.created);
        self.price(&sub.offer, locked).expect("a price was in force").stored()
    }

    /// The lines of the invoice of `date`.
    pub fn invoice(&self, date: Day) -> Vec<Row> {
        let mut rows = Vec::new();
        for sub in self.subs.iter().filter(|sub| sub.created < date) {
            self.settlement(sub, months_before(date, 1), &mut rows);
            let advance = self.advance(sub, date);
            if advance.is_some() && date == sub.first_billed && !sub.by_upgrade() {
                let free = runs(sub, days_after(sub.created, 1), eve(date));
                for (first, last, seats) in free.iter().filter(|_| free.len() > 1) {
                    rows.push(Row {
                        subscription: sub.name.clone(),
                        code: "CYCLE_INSTANCEPRORATE",
                        first: *first,
                        last: *last,
                        price: 0,
                        seats: *seats,
                        fen: [0; 3],
                    });
                }
            }
            rows.extend(advance);
        }
        rows
    }

    fn row(
        &self,
        sub: &Sub,
        code: &'static str,
        first: Day,
        last: Day,
        seats: i64,
        date: Day,
    ) -> Row {
        let price = self.price_of(sub, date);
        let length = (months_after(date, 1) - date).num_days();
        let days = (last - first).num_days() + 1;
        let sign = if code == "CANCEL_PRORATE" { -1 } else { 1 };
        let exact = i128::from(sign * price) * i128::from(seats) * i128::from(days);
        let amount = round(exact, i128::from(100 * length));
        let percent = if sub.renewals(date).is_empty() { sub.discount } else { 0 };
        let discount = round(i128::from(amount) * i128::from(percent), 1_000_000);
        let tax = round(i128::from(amount - discount) * i128::from(self.vat), 1_000_000);
        let (subscription, fen) = (sub.name.clone(), [amount, discount, tax]);
        Row { subscription, code, first, last, price, seats, fen }
    }

    fn advance(&self, sub: &Sub, date: Day) -> Option<Row> {
        if date < sub.first_billed || !sub.evening(eve(date)).active {
            return None;
        }
        let code = if sub.renewals(date).last() == Some(&date) { "RENEW_FEE" } else { "CYCLE_FEE" };
        let last = eve(months_after(date, 1));
        Some(self.row(sub, code, date, last, sub.evening(eve(date)).quantity, date))
    }

    fn settlement(&self, sub: &Sub, date: Day, rows: &mut Vec<Row>) {
        let last = eve(months_after(date, 1));
        let advance = self.advance(sub, date);
        let mut first = date.max(sub.charged_from());
        if advance.is_none() {
            while first <= last && !sub.evening(first).active {
                first = days_after(first, 1);
            }
            if first > last {
                return;
            }
        }
        let from = if advance.is_some() { date } else { days_after(first, 1) };
        let bought = sub.by_upgrade() && first == sub.created;
        let code = if bought { "PURCHASE_PRORATE" } else { "ACTIVATION_PRORATE" };
        let part = || self.row(sub, code, first, last, sub.evening(first).quantity, date);
        let base = advance.clone().unwrap_or_else(part);
        if advance.is_none() {
            rows.push(base.clone());
        }
        let runs = runs(sub, base.first, last);
        if runs.iter().any(|(.., seats)| *seats != base.seats) {
            let fen = base.fen.map(|fen| -fen);
            rows.push(Row { code: "CANCEL_INSTANCEPRORATE", fen, ..base });
            for (first, last, seats) in runs {
                rows.push(self.row(sub, "CYCLE_INSTANCEPRORATE", first, last, seats, date));
            }
        }
        let mut day = from;
        while day <= last {
            let (before, now) = (sub.evening(eve(day)), sub.evening(day));
            let code = if now.active { "ACTIVATION_PRORATE" } else { "CANCEL_PRORATE" };
            if before.active != now.active {
                rows.push(self.row(sub, code, day, last, before.quantity, date));
            }
            day = days_after(day, 1);
        }
    }
}

fn runs(sub: &Sub, first: Day, last: Day) -> Vec<(Day, Day, i64)> {
    let mut runs: Vec<(Day, Day, i64)> = Vec::new();
    let mut day = first;
    while day <= last {
        let quantity = sub.evening(day).quantity;
        match runs.last_mut() {
            Some(run) if run.2 == quantity => run.1 = day,
            _ => runs.push((day, day, quantity)),
        }
        day = days_after(day, 1);
    }
    runs
}

fn chrono_day(day: Day) -> u32 {
    use chrono::Datelike as _;
    day.day()
}
