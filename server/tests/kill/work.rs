//! People who write all the time, and remember what they were told.

use std::sync::atomic::{AtomicU64, Ordering};

use services::demo;
use storage::{Store, Tx};
use uuid::Uuid;

use super::dice;
use super::portal::Portal;

/// A change that was sent, and what came back.
#[derive(Clone, Debug)]
struct Sent {
    path: &'static str,
    fields: String,
    /// Where the reader was sent and what was said; nothing if the server died over it.
    answer: Option<(String, String)>,
}

/// A subscription as its seller knows it.
#[derive(Clone, Debug)]
struct Known {
    id: String,
    version: i64,
    active: bool,
}

/// Somebody who writes; each has a customer or people of their own, so that nothing is refused.
struct Worker {
    role: Role,
    cookie: String,
    store: Store,
    /// Tells its requests from those of the others.
    number: u64,
    open: Option<Sent>,
    sent: Vec<Sent>,
    step: u64,
}

enum Role {
    /// Sells to one customer.
    Seller { customer: String, known: Vec<Known> },
    /// Gives licences to one person and takes them back.
    Helper { user: String, version: i64, sku: String, given: bool },
}

/// All of them.
pub struct Workers(Vec<Worker>);

const SELLER: (&str, &str, &str) =
    ("partner-center", "/sign-in", "chen.jing@haiyun.partner.onmschina.cn");
const HELPER: (&str, &str, &str) =
    ("admin-center", "/admin/sign-in", "qian.lihua@jixiang.partner.onmschina.cn");

fn offer(code: &str) -> demo::DemoOffer {
    let found = demo::offers().into_iter().find(|offer| offer.code == code);
    found.expect("the demo sells it")
}

impl Workers {
    /// Three sellers with a customer each, and somebody in a customer's admin center.
    pub async fn of(store: &Store) -> Self {
        let all = demo::companies().customers;
        let sellers = ["xiling", "zhuoyuan", "jianghan"].map(|key| {
            let customer = all.iter().find(|one| one.key == key).expect("the demo has it");
            Role::Seller { customer: customer.id.to_string(), known: Vec::new() }
        });
        let (user, version) = person(store, "han.bing@jixiang.partner.onmschina.cn").await;
        let sku = offer("O365-E3").sku_id.to_string();
        let helper = Role::Helper { user, version, sku, given: false };
        let workers = sellers.into_iter().chain([helper]).zip(1..).map(|(role, number)| Worker {
            number,
            role,
            cookie: String::new(),
            store: store.clone(),
            open: None,
            sent: Vec::new(),
            step: 0,
        });
        Self(workers.collect())
    }

    pub async fn sign_in(&mut self, server: &Portal) {
        for worker in &mut self.0 {
            let (surface, _, name) = match worker.role {
                Role::Seller { .. } => SELLER,
                Role::Helper { .. } => HELPER,
            };
            let fields = format!(
                "draft[surface]={surface}&draft[name]={name}&draft[password]={}",
                demo::PASSWORD.replace('!', "%21")
            );
            let answer = server.post("/rpc/account/sign-in", "", &fields).await;
            let answer = answer.expect("the server answers");
            worker.cookie = answer.cookie.unwrap_or_else(|| panic!("{}", answer.body));
        }
    }

    /// Sends again what had no answer.
    pub async fn settle(&mut self, server: &Portal) {
        for worker in &mut self.0 {
            if let Some(sent) = worker.open.take() {
                assert!(worker.send(server, sent).await, "the server lives");
            }
        }
    }

    /// Writes `writes` times at most, all at once, and calls `kill` when `dies_after` have been
    /// acknowledged; how many were.
    pub async fn write(
        &mut self,
        server: &Portal,
        writes: u64,
        dies_after: u64,
        kill: impl Fn(),
    ) -> u64 {
        let (begun, acknowledged) = (AtomicU64::new(0), AtomicU64::new(0));
        let (begun, acknowledged, kill) = (&begun, &acknowledged, &kill);
        let working = self.0.iter_mut().map(|worker| async move {
            while begun.fetch_add(1, Ordering::SeqCst) < writes {
                let next = worker.next();
                if !worker.send(server, next).await {
                    return;
                }
                if acknowledged.fetch_add(1, Ordering::SeqCst) + 1 == dies_after {
                    kill();
                }
            }
        });
        futures_util::future::join_all(working).await;
        acknowledged.load(Ordering::SeqCst)
    }

    /// Sends a part of what was acknowledged again: the answer is the same, to the letter.
    pub async fn ask_again(&mut self, server: &Portal, round: u64) {
        for worker in &mut self.0 {
            let sent = std::mem::take(&mut worker.sent);
            let count = sent.len() as u64;
            // The last ones, which the server was killed over, and some of the others.
            let chosen = sent.iter().enumerate().filter(|(place, _)| {
                let place = *place as u64;
                place + 20 >= count || dice(place + round, 10) == 0
            });
            for (_, sent) in chosen {
                let again = server.post(sent.path, &worker.cookie, &sent.fields).await;
                let again = again.expect("the server answers");
                let again = (again.location, again.body);
                assert_eq!(Some(&again), sent.answer.as_ref(), "{}", sent.fields);
            }
        }
    }
}

impl Worker {
    /// What is written next.
    fn next(&mut self) -> Sent {
        self.step += 1;
        let step = self.step;
        let request = Uuid::from_u64_pair(self.number, step);
        let roll = dice(step.wrapping_mul(31), 20);
        match &self.role {
            Role::Seller { customer, known } => {
                // While one is suspended, no other of its offer can be ordered.
                let goes_on = |last: &&Known| !last.active || roll > 0 || known.len() > 40;
                let last = known.last().filter(goes_on);
                let Some(known) = last else {
                    let offer = offer("O365-E1").id;
                    let fields = format!(
                        "draft[request]={request}&draft[customer]={customer}\
                         &draft[lines][0][offer]={offer}&draft[lines][0][quantity]=5"
                    );
                    return sent("/rpc/orders/place", fields);
                };
                let target = format!(
                    "draft[target][request]={request}&draft[target][customer]={customer}\
                     &draft[target][subscription]={}&draft[target][seen]={}",
                    known.id, known.version
                );
                if !known.active {
                    return sent("/rpc/subscriptions/reactivate", target);
                }
                if roll < 4 {
                    let fields = format!("{target}&draft[reason]=non-payment&draft[note]=");
                    return sent("/rpc/subscriptions/suspend", fields);
                }
                let fields = format!("{target}&draft[quantity]={}", 5 + step);
                sent("/rpc/subscriptions/change-quantity", fields)
            }
            Role::Helper { user, version, sku, given } => {
                let licence =
                    if *given { String::new() } else { format!("&draft[licences][0]={sku}") };
                let fields = format!(
                    "draft[request]={request}&draft[user]={user}&draft[version]={version}{licence}"
                );
                sent("/rpc/licences/set", fields)
            }
        }
    }

    /// Sends `next`; whether an answer came. Anything but success fails the test.
    async fn send(&mut self, server: &Portal, mut next: Sent) -> bool {
        let Some(answer) = server.post(next.path, &self.cookie, &next.fields).await else {
            self.open = Some(next);
            return false;
        };
        let done = matches!(answer.status, 200 | 303);
        assert!(done, "{} {}: {}", next.path, next.fields, answer.body);
        self.learn(&next, &answer.location).await;
        next.answer = Some((answer.location, answer.body));
        self.sent.push(next);
        true
    }

    async fn learn(&mut self, sent: &Sent, location: &str) {
        match &mut self.role {
            Role::Seller { known, .. } if sent.path == "/rpc/orders/place" => {
                let number = location.rsplit("ordered=").next().and_then(|text| text.parse().ok());
                let id = ordered(&self.store, number.expect("the order has a number")).await;
                known.push(Known { id: id.to_string(), version: 1, active: true });
            }
            Role::Seller { known, .. } => {
                let known = known.last_mut().expect("only the last one is changed");
                known.version += 1;
                match sent.path {
                    "/rpc/subscriptions/suspend" => known.active = false,
                    "/rpc/subscriptions/reactivate" => known.active = true,
                    _ => {}
                }
            }
            Role::Helper { version, given, .. } => {
                *version += 1;
                *given = !*given;
            }
        }
    }
}

/// The subscription of the order `number`.
async fn ordered(store: &Store, number: i64) -> Uuid {
    const SQL: &str = "
        SELECT s.id FROM subscriptions s JOIN orders o ON o.id = s.order_id WHERE o.number = $1";
    match store.read().await.expect("the database reads") {
        Tx::Sqlite(mut tx) => sqlx::query_scalar(SQL).bind(number).fetch_one(&mut *tx).await,
        Tx::Postgres(mut tx) => sqlx::query_scalar(SQL).bind(number).fetch_one(&mut *tx).await,
    }
    .expect("the order is there")
}

fn sent(path: &'static str, fields: String) -> Sent {
    Sent { path, fields, answer: None }
}

/// The id of the person who signs in as `name`, and the version of their licences.
async fn person(store: &Store, name: &str) -> (String, i64) {
    const SQL: &str = "SELECT id, version FROM users WHERE sign_in_name = $1";
    let found: (Uuid, i64) = match store.read().await.expect("the database reads") {
        Tx::Sqlite(mut tx) => sqlx::query_as(SQL).bind(name).fetch_one(&mut *tx).await,
        Tx::Postgres(mut tx) => sqlx::query_as(SQL).bind(name).fetch_one(&mut *tx).await,
    }
    .expect("the demo has the person");
    (found.0.to_string(), found.1)
}
