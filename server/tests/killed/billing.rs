//! Killed in the middle of monthly runs, or run by two at the same time: the invoices are those of a
//! run that nobody disturbed.

use std::time::{Duration, Instant};

use domain::access::AgentRole;
use domain::billing::InvoiceSummary;
use domain::ids::SubscriptionId;
use domain::orders::{OrderLine, PlaceOrder};
use domain::subscriptions::{ChangeQuantity, Reactivate, Suspend, SuspendReason, Target};
use domain::time::{Day, start_of_day};
use services::{Caller, demo, jobs, orders, subscriptions};
use storage::Store;
use storage::billing::invoices;
use storage::billing::lines::{self, StoredLine, Which};
use testkit::World;

use crate::books::{self, Rule, count};
use crate::portal::Portal;
use crate::writer::Dice;

testkit::at_each_address! {
    a_run_that_is_killed_again_and_again_issues_what_it_would_have
}

/// A file of SQLite is for one program.
#[test]
fn two_programs_at_once_bill_once() {
    testkit::at_postgres(by_two_programs);
}

const PARTNERS: u8 = 50;

/// What every partner sells.
const OFFERS: [&str; 3] = ["O365-E1", "O365-E3", "O365-BP"];

/// Invoices after which the program is killed: of a hundred, on two billing dates.
const KILLED_AFTER: [i64; 6] = [4, 18, 35, 53, 70, 82];

/// How long a run may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// What holds whenever somebody looks.
const RULES: &[Rule] = &[
    (
        "no partner has two invoices of a date",
        "
        SELECT COUNT(*) - COUNT(DISTINCT CAST(billing_date AS TEXT) || CAST(partner_id AS TEXT))
        FROM invoices",
    ),
    (
        "numbers have no gap",
        "
        SELECT CAST(COALESCE(SUM(n.last), 0) AS BIGINT) - (SELECT COUNT(*) FROM invoices)
        FROM invoice_numbers n",
    ),
    (
        "an invoice has all of its lines",
        "
        SELECT COUNT(*) FROM invoices i WHERE i.lines <> (
            SELECT COUNT(*) FROM invoice_lines l WHERE l.invoice_id = i.id)",
    ),
    (
        "an invoice is the sum of its lines",
        "
        SELECT COUNT(*) FROM invoices i WHERE i.total <> (
            SELECT SUM(l.amount - l.discount + l.tax) FROM invoice_lines l
            WHERE l.invoice_id = i.id)",
    ),
    (
        "lines belong to an invoice",
        "
        SELECT COUNT(*) FROM invoice_lines WHERE invoice_id NOT IN (SELECT id FROM invoices)",
    ),
    (
        "a run that ended has its invoice",
        "
        SELECT COUNT(*) - (SELECT COUNT(*) FROM invoices) FROM billing_runs
        WHERE status = 'issued'",
    ),
    ("no run is parked", "SELECT COUNT(*) FROM billing_runs WHERE status <> 'issued'"),
    (
        "each invoice is told once",
        "
        SELECT COUNT(*) - (SELECT COUNT(*) FROM invoices) FROM outbox
        WHERE kind = 'invoice-issued'",
    ),
    (
        "each invoice is logged once",
        "
        SELECT COUNT(*) - (SELECT COUNT(*) FROM invoices) FROM activity_log
        WHERE kind = 'invoice-issued'",
    ),
];

async fn a_run_that_is_killed_again_and_again_issues_what_it_would_have(url: String) {
    let store = Store::open(&url, 4).await.expect("the database opens");
    let world = sold(&store).await;
    books::begin(&store, services::Clock::now(world.clock())).await;
    let mut dice = Dice(9);
    let mut interrupted = 0;
    for issued in KILLED_AFTER {
        let portal = Portal::start(&url);
        wait_for(&store, issued).await;
        // Not always at the same place of what comes next.
        tokio::time::sleep(Duration::from_micros(dice.below(3_000) as u64)).await;
        portal.kill();
        books::hold(&store, RULES).await;
        interrupted += u32::from(count(&store, "invoices").await < all());
        leave(&store).await;
    }
    assert!(interrupted > 2, "it was mostly killed when there was nothing left to do");
    let portal = Portal::start(&url);
    finished(&store).await;
    drop(portal);
    books::hold(&store, RULES).await;
    assert_eq!(issued(&world).await, undisturbed().await);
    store.close().await;
}

/// Each has what the other leaves: the lease says nothing to them.
async fn by_two_programs(url: String) {
    let store = Store::open(&url, 4).await.expect("the database opens");
    let world = sold(&store).await;
    books::begin(&store, services::Clock::now(world.clock())).await;
    let first = Portal::start(&url);
    wait_for(&store, 1).await;
    leave(&store).await;
    let second = Portal::start(&url);
    finished(&store).await;
    drop((first, second));
    books::hold(&store, RULES).await;
    // Who comes first has the lower number.
    let unnumbered = |mut all: Vec<Issued>| {
        for (invoice, _) in &mut all {
            invoice.number.clear();
        }
        all
    };
    assert_eq!(unnumbered(issued(&world).await), unnumbered(undisturbed().await));
    store.close().await;
}

/// Invoices in the end.
fn all() -> i64 {
    2 * i64::from(PARTNERS)
}

fn day(text: &str) -> Day {
    text.parse().expect("the tests write dates")
}

/// A product whose partners have sold, changed, suspended and reactivated, and that nobody has billed
/// for two billing dates.
async fn sold(store: &Store) -> World {
    let world = World::on(store.clone()).await;
    let nine = chrono::Duration::hours(9);
    let go_to = |to: &str| world.clock().set(start_of_day(day(to)) + nine);
    go_to("2019-06-13");
    demo::load_catalogue(world.system()).await.expect("the catalogue loads");
    let mut bought = Vec::new();
    for number in 1..=PARTNERS {
        if number > 2 {
            world.insert_partner(number).await;
            world.insert_customer(number).await;
        }
        world.bill(number).await;
        bought.push(buy(&world, number).await);
    }
    go_to("2019-06-14");
    jobs::run_due(&Caller::scheduler(world.system().clone())).await.expect("the jobs run");
    for (number, ids) in (1..).zip(&bought) {
        go_to("2019-06-20");
        let target = target(&world, number, ids[0]).await;
        let wanted = ChangeQuantity { target, quantity: 20 + u32::from(number) };
        let agent = world.caller(number, AgentRole::SalesAgent);
        subscriptions::change_quantity(&agent, wanted, "en").await.expect("it may be more");
        suspend_and_reactivate(&world, number, ids[1]).await;
    }
    go_to("2019-07-16");
    world
}

async fn suspend_and_reactivate(world: &World, number: u8, id: SubscriptionId) {
    let agent = world.caller(number, AgentRole::SalesAgent);
    let (target_now, reason) = (target(world, number, id).await, SuspendReason::NonPayment);
    let wanted = Suspend { target: target_now, reason, note: None };
    subscriptions::suspend(&agent, wanted, "en").await.expect("it is active");
    world.clock().advance(chrono::Duration::days(i64::from(number % 20)));
    let wanted = Reactivate { target: target(world, number, id).await };
    subscriptions::reactivate(&agent, wanted, "en").await.expect("it is suspended");
}

/// One order of everything for the customer of partner `number`.
async fn buy(world: &World, number: u8) -> Vec<SubscriptionId> {
    let sold = demo::offers();
    let line = |code: &&str| {
        let offer = sold.iter().find(|offer| offer.code == **code).expect("the demo sells it").id;
        OrderLine { offer, quantity: u32::from(number) }
    };
    let wanted = PlaceOrder {
        request: world.request(),
        customer: world.customer(number),
        lines: OFFERS.iter().map(line).collect(),
        po_number: None,
    };
    let agent = world.caller(number, AgentRole::SalesAgent);
    let placed = orders::place(&agent, wanted, "en").await.expect("it is sold");
    placed.subscriptions.iter().map(|one| one.id).collect()
}

async fn target(world: &World, number: u8, subscription: SubscriptionId) -> Target {
    let agent = world.caller(number, AgentRole::SalesAgent);
    let customer = world.customer(number);
    let found = subscriptions::find(&agent, customer, subscription, "en").await;
    let seen = found.expect("it was bought").version;
    Target { request: world.request(), customer, subscription, seen }
}

/// Waits until there are `invoices`.
async fn wait_for(store: &Store, invoices: i64) {
    let begin = Instant::now();
    while count(store, "invoices").await < invoices {
        assert!(begin.elapsed() < PATIENCE, "there are never {invoices} invoices");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Waits until the jobs of the last day have been noted.
async fn finished(store: &Store) {
    const LEFT: &str =
        "SELECT COUNT(*) - 1 FROM job_runs WHERE name = 'billing' AND day = '2019-07-16'";
    let begin = Instant::now();
    while books::answer(store, LEFT).await != 0 {
        assert!(begin.elapsed() < PATIENCE, "the run never ends");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Lets the next program take over at once: whoever was killed holds the lease for half a minute.
async fn leave(store: &Store) {
    let mut tx = store.write().await.expect("the database writes");
    testkit::run_sql(&mut tx, "DELETE FROM leases").await.expect("it can be run");
    tx.commit().await.expect("the database writes");
}

/// An invoice but for what differs from run to run, and its lines.
type Issued = (InvoiceSummary, Vec<StoredLine>);

/// What all partners have been issued, in the order of partners and dates.
async fn issued(world: &World) -> Vec<Issued> {
    let mut found = Vec::new();
    let mut tx = world.store().read().await.expect("the database reads");
    for number in 1..=PARTNERS {
        let partner = world.partner(number);
        let dates = (day("2019-01-01"), day("2019-12-31"));
        let list = invoices::list(&mut tx, partner, dates).await.expect("readable");
        assert_eq!(list.len(), 2, "partner {number}");
        for invoice in list {
            let lines = lines::page(&mut tx, partner, invoice.id, &Which::default(), 1_000).await;
            let (id, issued_at) = (uuid::Uuid::nil().into(), start_of_day(invoice.billing_date));
            let lines = lines.expect("readable");
            found.push((InvoiceSummary { id, issued_at, ..invoice }, lines));
        }
    }
    found
}

/// What a run in one go issues for the same sales.
async fn undisturbed() -> Vec<Issued> {
    let world = sold(&testkit::memory().await).await;
    jobs::run_due(&Caller::scheduler(world.system().clone())).await.expect("the jobs run");
    issued(&world).await
}
