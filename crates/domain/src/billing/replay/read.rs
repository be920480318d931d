//! The format of a history: what each member has to be.

use std::collections::BTreeMap;

use super::json::{Fault, Node, Value};
use crate::billing::book::{Deed, Event};
use crate::billing::calendar::BillingDay;
use crate::billing::exact::{Percent, VatRate, ten_thousandths};
use crate::money::UnitPrice;
use crate::time::Day;

/// A history as it is written, every member read.
pub(super) struct File {
    pub(super) billed: BillingDay,
    pub(super) vat: VatRate,
    pub(super) through: Day,
    pub(super) prices: BTreeMap<String, Vec<(Day, UnitPrice)>>,
    /// Each with its line.
    pub(super) events: Vec<(usize, Event)>,
}

pub(super) fn file(node: Node) -> Result<File, Fault> {
    let mut members = Members::of(node, "an object with the history")?;
    let billed = billing_day(&members.take("billing_day")?)?;
    let vat = members.take("vat_rate")?;
    let rate = scaled(&vat).and_then(|rate| rate.checked_mul(100));
    let rate = rate.and_then(percent).ok_or_else(|| vat.not("a rate from \"0\" to \"1\""))?;
    let through = members.take("through")?;
    let last = day(&through)?;
    if !billed.falls_on(last) {
        return Err(through.not("a billing date"));
    }
    let prices = prices(members.take("prices")?)?;
    let events = list(members.take("events")?)?;
    let events = events.into_iter().map(event).collect::<Result<_, _>>()?;
    members.end()?;
    Ok(File { billed, vat: VatRate(rate), through: last, prices, events })
}

fn event(node: Node) -> Result<(usize, Event), Fault> {
    let mut members = Members::of(node, "an object with an event")?;
    let line = members.line;
    let on = day(&members.take("on")?)?;
    let verb = members.take("do")?;
    let subscription = text(members.take("subscription")?)?;
    let deed = match &verb.value {
        Value::Text(verb) if verb == "order" => Deed::Order {
            offer: text(members.take("offer")?)?,
            quantity: whole(&members.take("quantity")?)?,
            discount: discount(members.find("discount_percent")?)?,
            parent: members.find("parent")?.map(text).transpose()?,
        },
        Value::Text(verb) if verb == "quantity" => {
            Deed::Quantity(whole(&members.take("quantity")?)?)
        }
        Value::Text(verb) if verb == "suspend" => Deed::Suspend,
        Value::Text(verb) if verb == "reactivate" => Deed::Reactivate,
        Value::Text(verb) if verb == "upgrade" => Deed::Upgrade {
            to: text(members.take("to")?)?,
            offer: text(members.take("offer")?)?,
            quantity: whole(&members.take("quantity")?)?,
        },
        _ => return Err(verb.not("order, quantity, suspend, reactivate or upgrade")),
    };
    members.end()?;
    Ok((line, Event { on, subscription, deed }))
}

fn prices(node: Node) -> Result<BTreeMap<String, Vec<(Day, UnitPrice)>>, Fault> {
    let Value::Object(offers) = node.value else {
        return Err(node.not("an object with the price lists of each offer"));
    };
    let mut prices = BTreeMap::new();
    for (offer, lists) in offers {
        let line = lists.line;
        if prices.insert(offer, price_lists(lists)?).is_some() {
            return Err(Fault { line, what: "expected each offer once".to_owned() });
        }
    }
    Ok(prices)
}

fn price_lists(node: Node) -> Result<Vec<(Day, UnitPrice)>, Fault> {
    let mut lists: Vec<(Day, UnitPrice)> = Vec::new();
    for pair in list(node)? {
        let line = pair.line;
        let wrong = || Fault { line, what: "expected a date and a price".to_owned() };
        let [from, price] = <[Node; 2]>::try_from(list(pair)?).map_err(|_| wrong())?;
        let (from_day, yuan) = (day(&from)?, scaled(&price));
        if lists.last().is_some_and(|(before, _)| *before >= from_day) {
            return Err(from.not("a date after that of the list before"));
        }
        let yuan = yuan.ok_or_else(|| price.not("a price, as digits in quotes"))?;
        lists.push((from_day, UnitPrice::from_stored(yuan)));
    }
    Ok(lists)
}

fn billing_day(node: &Node) -> Result<BillingDay, Fault> {
    let day = u32::try_from(whole(node)?).ok().and_then(BillingDay::new);
    day.ok_or_else(|| node.not("a billing day from 1 to 28"))
}

fn discount(node: Option<Node>) -> Result<Percent, Fault> {
    let Some(node) = node else { return Ok(Percent::ZERO) };
    scaled(&node).and_then(percent).ok_or_else(|| node.not("a percentage from \"0\" to \"100\""))
}

fn percent(stored: i64) -> Option<Percent> {
    u32::try_from(stored).ok().and_then(Percent::from_stored)
}

fn list(node: Node) -> Result<Vec<Node>, Fault> {
    match node.value {
        Value::List(items) => Ok(items),
        _ => Err(node.not("a list")),
    }
}

fn text(node: Node) -> Result<String, Fault> {
    match node.value {
        Value::Text(text) => Ok(text),
        _ => Err(node.not("a text")),
    }
}

/// A whole number; one beyond what can be stored is brought to the nearest that can.
fn whole(node: &Node) -> Result<i64, Fault> {
    match &node.value {
        Value::Number(number) if !number.contains(['.', 'e', 'E']) => {
            let limit = if number.starts_with('-') { i64::MIN } else { i64::MAX };
            Ok(number.parse().unwrap_or(limit))
        }
        _ => Err(node.not("a whole number")),
    }
}

fn day(node: &Node) -> Result<Day, Fault> {
    let read = |text: &str| {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| bytes[range].iter().all(u8::is_ascii_digit);
        let formed = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        (formed && digits(0..4) && digits(5..7) && digits(8..10)).then(|| text.parse().ok())?
    };
    match &node.value {
        Value::Text(text) => read(text),
        _ => None,
    }
    .ok_or_else(|| node.not("a date, \"YYYY-MM-DD\""))
}

/// A text of plain digits with at most four after the point, in ten-thousandths.
fn scaled(node: &Node) -> Option<i64> {
    match &node.value {
        Value::Text(text) => ten_thousandths(text),
        _ => None,
    }
}

/// The members of an object that have not been looked at yet.
struct Members {
    line: usize,
    rest: Vec<(String, Node)>,
}

impl Members {
    fn of(node: Node, expected: &str) -> Result<Self, Fault> {
        match node.value {
            Value::Object(rest) => Ok(Self { line: node.line, rest }),
            _ => Err(node.not(expected)),
        }
    }

    fn take(&mut self, name: &str) -> Result<Node, Fault> {
        let line = self.line;
        self.find(name)?.ok_or_else(|| Fault { line, what: format!("expected `{name}`") })
    }

    /// The member `name`; the one that has it must be alone in that.
    fn find(&mut self, name: &str) -> Result<Option<Node>, Fault> {
        let Some(index) = self.rest.iter().position(|(other, _)| other == name) else {
            return Ok(None);
        };
        let (_, node) = self.rest.swap_remove(index);
        match self.rest.iter().find(|(other, _)| other == name) {
            Some((_, again)) => Err(again.not(&format!("`{name}` once"))),
            None => Ok(Some(node)),
        }
    }

    fn end(self) -> Result<(), Fault> {
        match self.rest.first() {
            Some((name, node)) => Err(node.not(&format!("no member `{name}`"))),
            None => Ok(()),
        }
    }
}
