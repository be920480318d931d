//! Killed while many write: what was acknowledged is there, once, and everything adds up.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::Duration;
use domain::access::{AgentRole, CustomerRole};
use domain::orders::{OrderLine, PlaceOrder};
use services::{Caller, demo, jobs, orders};
use storage::Store;
use testkit::World;
use tokio::task::JoinSet;

use crate::books::{self, Rule, count};
use crate::portal::Portal;
use crate::writer::{Dice, Holder, Shared, Sold, Writer};

testkit::at_each_address! {
    nothing_acknowledged_is_lost_or_done_twice
}

const ROUNDS: u64 = 10;

/// Writes of a round, in the middle of which the program is killed.
const WRITES: usize = 500;

const WRITERS: usize = 8;

/// What each writer has of its own: subscriptions and people.
const SUBSCRIPTIONS: usize = 2;
const PEOPLE: usize = 6;

/// Seats that a subscription begins with.
const SEATS: u32 = 4;

/// Tables to which a repetition adds nothing.
const TABLES: [&str; 9] = [
    "attempts",
    "orders",
    "subscriptions",
    "subscription_events",
    "customers",
    "users",
    "licence_assignments",
    "activity_log",
    "outbox",
];

async fn nothing_acknowledged_is_lost_or_done_twice(url: String) {
    let store = Store::open(&url, 4).await.expect("the database opens");
    let world = prepared(&store).await;
    let mut portal = Portal::start(&url);
    let mut writers = writers(&world, &portal).await;
    let orders = count(&store, "orders").await;
    let customers = count(&store, "customers").await;
    for round in 0..ROUNDS {
        let fatal = 1 + Dice(round).below(WRITES);
        let portal_now = Arc::new(portal);
        let shared = Arc::clone(&writers[0].shared);
        shared.acknowledged.store(0, Ordering::SeqCst);
        let mut writing = JoinSet::new();
        for mut writer in writers {
            let portal = Arc::clone(&portal_now);
            writing.spawn(async move {
                writer.write_on(&portal, fatal).await;
                writer
            });
        }
        writers = writing.join_all().await;
        let acknowledged = shared.acknowledged.load(Ordering::SeqCst);
        assert!(
            acknowledged >= fatal,
            "round {round}: {acknowledged} of {fatal}, then it was gone"
        );

        portal = Portal::start(&url);
        let mut finishing = JoinSet::new();
        let portal_now = Arc::new(portal);
        for mut writer in writers {
            let portal = Arc::clone(&portal_now);
            finishing.spawn(async move {
                writer.finish(&portal).await;
                writer
            });
        }
        writers = finishing.join_all().await;
        books::hold(&store, RULES).await;
        let placed: usize = writers.iter().map(|writer| writer.orders.len()).sum();
        let created: usize = writers.iter().map(|writer| writer.customers.len() - 1).sum();
        let rows = all(&store).await;
        assert_eq!(count(&store, "orders").await - orders, number(placed), "round {round}");
        assert_eq!(count(&store, "customers").await - customers, number(created), "round {round}");

        let mut repeating = JoinSet::new();
        for mut writer in writers {
            let portal = Arc::clone(&portal_now);
            repeating.spawn(async move {
                writer.repeat(&portal).await;
                writer
            });
        }
        writers = repeating.join_all().await;
        assert_eq!(all(&store).await, rows, "round {round}: a repetition did something");
        portal = Arc::into_inner(portal_now).expect("nobody speaks to it");
    }
    assert!(writers.iter().all(|writer| writer.orders.len() + writer.customers.len() > 10));
    drop(portal);
    store.close().await;
}

fn number(count: usize) -> i64 {
    i64::try_from(count).expect("a small number")
}

async fn all(store: &Store) -> Vec<(&'static str, i64)> {
    let mut rows = Vec::new();
    for table in TABLES {
        rows.push((table, count(store, table).await));
    }
    rows
}

/// Every rule that holds at every moment.
const RULES: &[Rule] = &[
    ("assigned ≤ bought", "SELECT COUNT(*) FROM licence_pools WHERE assigned > bought"),
    (
        "a pool is the sum of what was sold and of what is held",
        "SELECT COUNT(*) FROM licence_pools p WHERE bought <> (
             SELECT COALESCE(SUM(s.quantity), 0) FROM subscriptions s
             JOIN offers o ON o.id = s.offer_id
             WHERE s.customer_id = p.customer_id AND o.sku_id = p.sku_id
               AND s.status <> 'deleted')
         OR valid <> (
             SELECT COALESCE(SUM(s.quantity), 0) FROM subscriptions s
             JOIN offers o ON o.id = s.offer_id
             WHERE s.customer_id = p.customer_id AND o.sku_id = p.sku_id
               AND s.status = 'active')
         OR assigned <> (
             SELECT COUNT(*) FROM licence_assignments a
             WHERE a.customer_id = p.customer_id AND a.sku_id = p.sku_id)",
    ),
    (
        "numbers of orders have no gap",
        "SELECT (SELECT last FROM order_numbers) - MAX(number) + MAX(number) - MIN(number) + 1
             - COUNT(*) FROM orders",
    ),
    (
        "every order has what was ordered",
        "SELECT COUNT(*) FROM orders WHERE id NOT IN (SELECT order_id FROM subscriptions)",
    ),
    (
        "every subscription's history ends with what it is",
        "SELECT COUNT(*) FROM subscriptions s WHERE quantity <> (
             SELECT e.quantity FROM subscription_events e WHERE e.subscription_id = s.id
             ORDER BY e.seq DESC LIMIT 1)",
    ),
    ("every attempt that lasts has an outcome", "SELECT COUNT(*) FROM attempts WHERE outcome = ''"),
];

/// A product in which partner 1 has sold to customer 1; its business day is 11 June 2019.
async fn prepared(store: &Store) -> World {
    let world = World::on(store.clone()).await;
    demo::load_catalogue(world.system()).await.expect("the catalogue loads");
    let sells = demo::offers().into_iter().find(|offer| offer.code == "O365-E3");
    let line = OrderLine { offer: sells.expect("the demo sells it").id, quantity: SEATS };
    let agent = world.caller(1, AgentRole::SalesAgent);
    let wanted = PlaceOrder {
        request: world.request(),
        customer: world.customer(1),
        lines: vec![line],
        po_number: None,
    };
    for _ in 0..WRITERS * SUBSCRIPTIONS {
        let wanted = PlaceOrder { request: world.request(), ..wanted.clone() };
        orders::place(&agent, wanted, "en").await.expect("it is sold");
    }
    world.clock().advance(Duration::days(1));
    jobs::run_due(&Caller::scheduler(world.system().clone())).await.expect("the jobs run");
    books::begin(store, services::Clock::now(world.clock())).await;
    world
}

/// Everybody who writes, signed in.
async fn writers(world: &World, portal: &Portal) -> Vec<Writer> {
    let agent = world.person(1, "li@partner1", AgentRole::SalesAgent).await;
    let agent = sign_in(portal, "partner-center", &agent.name, &agent.password).await;
    let name = "admin@customer1.partner.onmschina.cn";
    let admin = world.customer_person(1, name, &[CustomerRole::GlobalAdmin]).await;
    let admin = sign_in(portal, "admin-center", &admin.name, &admin.password).await;
    let sold = demo::offers().into_iter().find(|offer| offer.code == "O365-E3");
    let sold = sold.expect("the demo sells it");
    let shared = Arc::new(Shared {
        agent,
        admin,
        customer: world.customer(1),
        offer: sold.id,
        sku: sold.sku_id.into(),
        acknowledged: AtomicUsize::new(0),
    });
    let caller = world.caller(1, AgentRole::SalesAgent);
    let list = services::subscriptions::list(&caller, shared.customer, "en").await;
    let mut sold = list.expect("the list can be read").rows.into_iter();
    let names: Vec<_> = (0..WRITERS * PEOPLE).map(|number| format!("p{number}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut people = world.customer_users(1, &names, &[]).await.into_iter();
    let mut writers = Vec::new();
    for number in 0..WRITERS {
        let mut own = Vec::new();
        for row in sold.by_ref().take(SUBSCRIPTIONS) {
            let found = services::subscriptions::find(&caller, shared.customer, row.id, "en").await;
            let version = found.expect("it is in the list").version;
            let quantity = row.quantity as usize;
            own.push(Sold { id: row.id, version, quantity, suspended: false });
        }
        let people = people.by_ref().take(PEOPLE);
        let people = people.map(|id| Holder { id, version: 1, holds: false }).collect();
        writers.push(Writer::new(number, Arc::clone(&shared), own, people));
    }
    writers
}

/// The cookie of a new session.
async fn sign_in(portal: &Portal, surface: &str, name: &str, password: &str) -> String {
    let fields = format!("draft[surface]={surface}&draft[name]={name}&draft[password]={password}");
    let mut connection = portal.connect().await.expect("the program is there");
    let sent = connection.post("/rpc/account/sign-in", "", &fields).await;
    let (answer, cookie) = sent.expect("the program answers");
    assert!(answer.done() && !cookie.is_empty(), "{answer:?}");
    cookie
}
