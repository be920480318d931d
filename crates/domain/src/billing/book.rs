//! A partner's subscriptions: which events are allowed, what they do, and the invoices they lead to.
//!
//! Source: billing engine, sections 2 and 4.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::calendar::{BillingDay, Dated, Period};
use super::engine::append_lines;
use super::exact::{Percent, TooLarge, VatRate};
use super::history::{Change, History, Status, Terms};
use super::invoice::Sections;
use super::line::Line;
use super::refusal::{HistoryRefusal, seats};
use crate::money::UnitPrice;
use crate::time::Day;

/// Something that happened to a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub on: Day,
    /// Name of the subscription; for an order, of the new one.
    pub subscription: String,
    /// What.
    pub deed: Deed,
}

/// What happens to a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// It is ordered.
    Order {
        /// Whose price list counts.
        offer: String,
        /// Seats, not yet checked.
        quantity: i64,
        /// Until the first renewal.
        discount: Percent,
        /// For an add-on: the subscription that it belongs to.
        parent: Option<String>,
    },
    /// It has so many seats from now on; not yet checked.
    Quantity(i64),
    /// It is suspended, and its add-ons with it.
    Suspend,
    /// It is reactivated, and with it the add-ons that were suspended with it.
    Reactivate,
    /// It makes way for another.
    Upgrade {
        /// Name of the new one.
        to: String,
        /// Whose price list counts for the new one.
        offer: String,
        /// Seats of the new one, not yet checked.
        quantity: i64,
    },
}

/// An invoice with at least one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The billing date.
    pub date: Day,
    /// In the order of the invoice.
    pub lines: Vec<IssuedLine>,
    /// Their sums.
    pub sections: Sections,
}

/// A line and the subscription it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedLine {
    /// Its name.
    pub subscription: String,
    /// What is charged.
    pub line: Line,
}

struct Entry {
    name: String,
    offer: String,
    history: History,
    parent: Option<usize>,
    add_ons: Vec<usize>,
    /// Suspended because its parent was, and reactivated with it.
    with_parent: bool,
}

/// The subscriptions of one partner, in the order in which they were created.
pub struct Book {
    billed: BillingDay,
    vat: Dated<VatRate>,
    /// Per offer, in order of date: from when on which price holds.
    prices: BTreeMap<String, Vec<(Day, UnitPrice)>>,
    entries: Vec<Entry>,
    by_name: HashMap<String, usize>,
    latest: Option<Day>,
}

impl Book {
    /// A partner without subscriptions. `prices` has, for each offer and in order of date, from
    /// when on which price holds.
    #[must_use]
    pub fn new(
        billed: BillingDay,
        vat: Dated<VatRate>,
        prices: BTreeMap<String, Vec<(Day, UnitPrice)>>,
    ) -> Self {
        let (entries, by_name) = (Vec::new(), HashMap::new());
        Self { billed, vat, prices, entries, by_name, latest: None }
    }

    /// Takes up `event`; a refused one changes nothing.
    ///
    /// # Errors
    ///
    /// The first [`HistoryRefusal`] that applies, in the order of its variants.
    pub fn apply(&mut self, event: &Event) -> Result<(), HistoryRefusal> {
        if self.latest.is_some_and(|latest| event.on < latest) {
            return Err(HistoryRefusal::Order);
        }
        let Event { on, subscription, deed } = event;
        match deed {
            Deed::Order { offer, quantity, discount, parent } => {
                self.order(*on, subscription, offer, *quantity, *discount, parent.as_deref())?;
            }
            Deed::Quantity(quantity) => self.quantity(*on, subscription, *quantity)?,
            Deed::Suspend => self.suspend(*on, subscription)?,
            Deed::Reactivate => self.reactivate(*on, subscription)?,
            Deed::Upgrade { to, offer, quantity } => {
                self.upgrade(*on, subscription, to, offer, *quantity)?;
            }
        }
        self.latest = Some(*on);
        Ok(())
    }

    /// The invoices of all billing dates up to `through`, those without lines left out.
    ///
    /// Locks the prices of the renewals on the way; asking again gives the same.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if an amount cannot be stored.
    pub fn invoices(&mut self, through: Day) -> Result<Vec<Issued>, TooLarge> {
        let mut invoices = Vec::new();
        let Some(first) = self.entries.iter().map(|entry| entry.history.terms.created_on).min()
        else {
            return Ok(invoices);
        };
        let mut period = self.billed.period_of(first).next();
        while period.first() <= through {
            invoices.extend(self.invoice(period)?);
            period = period.next();
        }
        Ok(invoices)
    }

    /// The history of the subscription `name`.
    #[must_use]
    pub fn history(&self, name: &str) -> Option<&History> {
        self.by_name.get(name).map(|index| &self.entries[*index].history)
    }

    fn invoice(&mut self, period: Period) -> Result<Option<Issued>, TooLarge> {
        let mut issued = Vec::new();
        let mut lines = Vec::new();
        for entry in &mut self.entries {
            if entry.history.terms.created_on >= period.first() {
                continue;
            }
            if entry.history.terms.renews_on(period.first())
                && let Some(price) = in_force(&self.prices, &entry.offer, period.first())
            {
                entry.history.lock_price(period.first(), price);
            }
            append_lines(&entry.history, period, &self.vat, &mut lines)?;
            let named = |line| IssuedLine { subscription: entry.name.clone(), line };
            issued.extend(lines.drain(..).map(named));
        }
        if issued.is_empty() {
            return Ok(None);
        }
        let sections = Sections::of(issued.iter().map(|issued| &issued.line))?;
        Ok(Some(Issued { date: period.first(), lines: issued, sections }))
    }

    fn order(
        &mut self,
        on: Day,
        name: &str,
        offer: &str,
        quantity: i64,
        discount: Percent,
        parent: Option<&str>,
    ) -> Result<(), HistoryRefusal> {
        self.check_free(name)?;
        let parent = parent.map(|parent| self.find_parent(on, parent)).transpose()?;
        let (price, seats) = (self.price(offer, on)?, seats(quantity)?);
        let terms = match parent {
            None => Terms::of_order(on, self.billed, discount),
            Some(parent) => {
                let parent = &self.entries[parent].history.terms;
                Terms::of_add_on(on, self.billed, discount, parent)
            }
        };
        self.create(name, offer, History::new(terms, seats, price), parent);
        Ok(())
    }

    fn quantity(&mut self, on: Day, name: &str, quantity: i64) -> Result<(), HistoryRefusal> {
        let index = self.find(on, name)?;
        if self.status(index, on) == Status::Suspended {
            return Err(HistoryRefusal::NotActive);
        }
        let seats = seats(quantity)?;
        self.entries[index].history.record(on, Change::Quantity(seats));
        Ok(())
    }

    fn suspend(&mut self, on: Day, name: &str) -> Result<(), HistoryRefusal> {
        let index = self.find(on, name)?;
        if self.status(index, on) == Status::Suspended {
            return Ok(());
        }
        self.entries[index].history.record(on, Change::Suspended);
        for add_on in self.entries[index].add_ons.clone() {
            if matches!(self.status(add_on, on), Status::Pending | Status::Active) {
                let add_on = &mut self.entries[add_on];
                add_on.history.record(on, Change::Suspended);
                add_on.with_parent = true;
            }
        }
        Ok(())
    }

    fn reactivate(&mut self, on: Day, name: &str) -> Result<(), HistoryRefusal> {
        let index = self.find(on, name)?;
        if let Some(parent) = self.entries[index].parent {
            match self.status(parent, on) {
                Status::Deleted => return Err(HistoryRefusal::Deleted),
                Status::Suspended => return Err(HistoryRefusal::ParentNotActive),
                Status::Pending | Status::Active => {}
            }
        }
        if self.status(index, on) != Status::Suspended {
            return Ok(());
        }
        self.entries[index].history.record(on, Change::Reactivated);
        for add_on in self.entries[index].add_ons.clone() {
            let suspended = self.status(add_on, on) == Status::Suspended;
            let add_on = &mut self.entries[add_on];
            if std::mem::take(&mut add_on.with_parent) && suspended {
                add_on.history.record(on, Change::Reactivated);
            }
        }
        Ok(())
    }

    fn upgrade(
        &mut self,
        on: Day,
        name: &str,
        to: &str,
        offer: &str,
        quantity: i64,
    ) -> Result<(), HistoryRefusal> {
        self.check_free(to)?;
        let index = self.find(on, name)?;
        if self.status(index, on) != Status::Active {
            return Err(HistoryRefusal::NotActive);
        }
        let entry = &self.entries[index];
        if entry.parent.is_some() {
            return Err(HistoryRefusal::IsAddOn);
        }
        if entry.add_ons.iter().any(|add_on| self.status(*add_on, on) != Status::Deleted) {
            return Err(HistoryRefusal::HasAddOns);
        }
        let (price, seats) = (self.price(offer, on)?, seats(quantity)?);
        self.entries[index].history.record(on, Change::UpgradedAway);
        let terms = Terms::of_upgrade(on, self.billed);
        self.create(to, offer, History::new(terms, seats, price), None);
        Ok(())
    }

    fn create(&mut self, name: &str, offer: &str, history: History, parent: Option<usize>) {
        let index = self.entries.len();
        if let Some(parent) = parent {
            self.entries[parent].add_ons.push(index);
        }
        self.by_name.insert(name.to_owned(), index);
        self.entries.push(Entry {
            name: name.to_owned(),
            offer: offer.to_owned(),
            history,
            parent,
            add_ons: Vec::new(),
            with_parent: false,
        });
    }

    fn check_free(&self, name: &str) -> Result<(), HistoryRefusal> {
        if self.by_name.contains_key(name) { Err(HistoryRefusal::Exists) } else { Ok(()) }
    }

    fn find(&self, on: Day, name: &str) -> Result<usize, HistoryRefusal> {
        let index = *self.by_name.get(name).ok_or(HistoryRefusal::Unknown)?;
        match self.status(index, on) {
            Status::Deleted => Err(HistoryRefusal::Deleted),
            Status::Pending | Status::Active | Status::Suspended => Ok(index),
        }
    }

    fn find_parent(&self, on: Day, name: &str) -> Result<usize, HistoryRefusal> {
        let index = self.find(on, name)?;
        if self.status(index, on) == Status::Suspended {
            return Err(HistoryRefusal::ParentNotActive);
        }
        if self.entries[index].parent.is_some() {
            return Err(HistoryRefusal::IsAddOn);
        }
        Ok(index)
    }

    fn status(&self, index: usize, on: Day) -> Status {
        self.entries[index].history.status(on)
    }

    fn price(&self, offer: &str, on: Day) -> Result<UnitPrice, HistoryRefusal> {
        in_force(&self.prices, offer, on).ok_or(HistoryRefusal::OfferUnknown)
    }
}

/// The price of `offer` on `on`; `None` before its first list.
fn in_force(
    prices: &BTreeMap<String, Vec<(Day, UnitPrice)>>,
    offer: &str,
    on: Day,
) -> Option<UnitPrice> {
    let lists = prices.get(offer)?;
    let later = lists.partition_point(|(from, _)| *from <= on);
    lists[..later].last().map(|(_, price)| *price)
}
