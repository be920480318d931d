//! Somebody who changes one thing after the other, over a connection of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::customers::{NewCustomerDraft, ProfileDraft};
use domain::ids::{CustomerId, OfferId, SkuId, SubscriptionId, UserId};
use testkit::profile;
use uuid::Uuid;

use crate::portal::{Answer, Portal};

/// Numbers that are the same in every run (`SplitMix64`).
pub struct Dice(pub u64);

impl Dice {
    /// The next number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("below a bound")
    }
}

/// A subscription as its writer knows it.
pub struct Sold {
    pub id: SubscriptionId,
    pub version: i64,
    pub quantity: usize,
    pub suspended: bool,
}

/// A person as their writer knows them.
pub struct Holder {
    pub id: UserId,
    pub version: i64,
    pub holds: bool,
}

/// What is written, and what it makes of what its writer knows.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Quantity(usize, usize),
    Status(usize),
    Licence(usize),
    Order,
    Customer,
}

/// A request that can be sent again as it is.
#[derive(Clone, Debug)]
pub struct Write {
    kind: Kind,
    path: &'static str,
    fields: String,
}

/// What all writers of a test share.
pub struct Shared {
    /// The session of a sales agent, as a cookie.
    pub agent: String,
    /// The session of the customer's administrator.
    pub admin: String,
    pub customer: CustomerId,
    pub offer: OfferId,
    pub sku: SkuId,
    /// How many requests have been acknowledged since the program was started.
    pub acknowledged: AtomicUsize,
}

/// One writer; only they change what they know.
pub struct Writer {
    pub number: usize,
    pub shared: Arc<Shared>,
    pub dice: Dice,
    pub sold: Vec<Sold>,
    pub people: Vec<Holder>,
    /// Customers that this writer has created.
    pub customers: Vec<CustomerId>,
    /// Numbers of the orders that this writer has placed.
    pub orders: Vec<i64>,
    /// What was acknowledged since the program was started.
    pub acknowledged: Vec<(Write, Answer)>,
    /// What was sent and not answered.
    pub pending: Option<Write>,
    sent: usize,
}

impl Writer {
    pub fn new(number: usize, shared: Arc<Shared>, sold: Vec<Sold>, people: Vec<Holder>) -> Self {
        let customers = vec![shared.customer];
        Self {
            number,
            dice: Dice(number as u64),
            sold,
            people,
            customers,
            orders: Vec::new(),
            acknowledged: Vec::new(),
            pending: None,
            sent: 0,
            shared,
        }
    }

    /// Writes until the program is gone. Whoever's acknowledgement is number `fatal` kills it.
    pub async fn write_on(&mut self, portal: &Portal, fatal: usize) {
        let Ok(mut connection) = portal.connect().await else { return };
        loop {
            let write = self.next();
            self.pending = Some(write.clone());
            let cookie = self.cookie(&write);
            let Ok((answer, _)) = connection.post(write.path, &cookie, &write.fields).await else {
                return;
            };
            self.pending = None;
            self.learn(write, answer);
            let count = self.shared.acknowledged.fetch_add(1, Ordering::SeqCst) + 1;
            if count == fatal {
                portal.kill();
            }
        }
    }

    /// Sends what was not answered, and learns what became of it.
    pub async fn finish(&mut self, portal: &Portal) {
        let Some(write) = self.pending.take() else { return };
        let answer = self.send(portal, &write).await;
        self.learn(write, answer);
    }

    /// Sends again what was acknowledged: the answers are the same.
    pub async fn repeat(&mut self, portal: &Portal) {
        let mut connection = portal.connect().await.expect("the program is there");
        for (write, answer) in std::mem::take(&mut self.acknowledged) {
            let cookie = self.cookie(&write);
            let again = connection.post(write.path, &cookie, &write.fields).await;
            let (again, _) = again.expect("the program answers");
            assert_eq!(again, answer, "writer {}, again: {write:?}", self.number);
        }
    }

    async fn send(&self, portal: &Portal, write: &Write) -> Answer {
        let mut connection = portal.connect().await.expect("the program is there");
        let sent = connection.post(write.path, &self.cookie(write), &write.fields).await;
        sent.expect("the program answers").0
    }

    fn cookie(&self, write: &Write) -> String {
        match write.kind {
            Kind::Licence(_) => self.shared.admin.clone(),
            _ => self.shared.agent.clone(),
        }
    }

    fn next(&mut self) -> Write {
        self.sent += 1;
        let request = Uuid::from_u128((self.number as u128) << 64 | self.sent as u128 | 0xf << 96);
        match self.dice.below(20) {
            0..7 => self.licence(request),
            7..13 => self.quantity(request),
            13..16 => self.status(request),
            16..19 => self.order(request),
            _ => self.customer(request),
        }
    }

    fn target(&self, request: Uuid, at: usize) -> String {
        let Sold { id, version, .. } = &self.sold[at];
        let customer = self.shared.customer;
        format!(
            "draft[target][request]={request}&draft[target][customer]={customer}\
             &draft[target][subscription]={id}&draft[target][seen]={version}"
        )
    }

    fn quantity(&mut self, request: Uuid) -> Write {
        let at = self.dice.below(self.sold.len());
        // Another number than the present one of 1 to 8.
        let quantity = 1 + (self.sold[at].quantity + self.dice.below(7)) % 8;
        let fields = format!("{}&draft[quantity]={quantity}", self.target(request, at));
        Write {
            kind: Kind::Quantity(at, quantity),
            path: "/rpc/subscriptions/change-quantity",
            fields,
        }
    }

    fn status(&mut self, request: Uuid) -> Write {
        let at = self.dice.below(self.sold.len());
        let target = self.target(request, at);
        let (path, fields) = if self.sold[at].suspended {
            ("/rpc/subscriptions/reactivate", target)
        } else {
            let why = "&draft[reason]=customer-request&draft[note]=";
            ("/rpc/subscriptions/suspend", target + why)
        };
        Write { kind: Kind::Status(at), path, fields }
    }

    fn licence(&mut self, request: Uuid) -> Write {
        let at = self.dice.below(self.people.len());
        let Holder { id, version, holds } = &self.people[at];
        let wanted =
            if *holds { String::new() } else { format!("&draft[licences][]={}", self.shared.sku) };
        let fields =
            format!("draft[request]={request}&draft[user]={id}&draft[version]={version}{wanted}");
        Write { kind: Kind::Licence(at), path: "/rpc/licences/set", fields }
    }

    fn order(&mut self, request: Uuid) -> Write {
        // The newest: nobody is sold so much that looking through it takes the time.
        let customer = self.customers.last().expect("there is the first");
        let (offer, quantity) = (self.shared.offer, 1 + self.dice.below(5));
        let fields = format!(
            "draft[request]={request}&draft[customer]={customer}\
             &draft[lines][0][offer]={offer}&draft[lines][0][quantity]={quantity}"
        );
        Write { kind: Kind::Order, path: "/rpc/orders/place", fields }
    }

    fn customer(&self, request: Uuid) -> Write {
        let draft = NewCustomerDraft {
            request: request.to_string(),
            domain: format!("kunde{}-{}", self.number, self.sent),
            agreement: "yes".to_owned(),
            confirm_uscc: "yes".to_owned(),
            profile: ProfileDraft::from_profile(&profile("91330106MA2DEM033H")),
        };
        let serde_json::Value::Object(values) = serde_json::to_value(draft).expect("a form") else {
            panic!("a form has fields")
        };
        let pairs = values.iter().map(|(name, value)| {
            let value = value.as_str().expect("a form has texts");
            format!("draft[{name}]={}", app::context::percent(value))
        });
        let fields = pairs.collect::<Vec<_>>().join("&");
        Write { kind: Kind::Customer, path: "/rpc/customers/create", fields }
    }

    /// Takes note of what `write` has changed, if it was not refused.
    fn learn(&mut self, write: Write, answer: Answer) {
        if !answer.done() {
            // A rule's refusal: too few seats, or too many. Nothing else is one.
            assert!(matches!(answer.status, 400 | 409), "{write:?}: {answer:?}");
            return;
        }
        match write.kind {
            // Whether the same number of seats again is a change, only the program knows.
            Kind::Quantity(at, quantity) => {
                self.sold[at].version += 1;
                self.sold[at].quantity = quantity;
            }
            Kind::Status(at) => {
                self.sold[at].version += 1;
                self.sold[at].suspended = !self.sold[at].suspended;
            }
            Kind::Licence(at) => {
                self.people[at].version += 1;
                self.people[at].holds = !self.people[at].holds;
            }
            Kind::Order => {
                let number = answer.location.split("ordered=").nth(1);
                let number = number.and_then(|number| number.parse().ok());
                self.orders.push(number.expect("the answer names the order"));
            }
            Kind::Customer => {
                let id = answer.location.split('/').nth(2).and_then(|id| id.parse().ok());
                self.customers.push(id.expect("the answer names the customer"));
            }
        }
        self.acknowledged.push((write, answer));
    }
}
