//! What the day's work writes, against the same rows written by hand, in one run.
//!
//! P9 gives 10,000 people of one customer after the other a licence by a file – looked through, kept,
//! carried out, logged – and compares it with bare inserts of the rows that this has left behind. Then one order is compared
//! with a bare transaction that writes the same rows. Both work on a file of SQLite with the
//! product's settings; the hand writes into a copy that was taken before.

#![allow(missing_docs, clippy::allow_attributes, reason = "a benchmark has no readers but its own")]

#[path = "../common/rows.rs"]
mod rows;

use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use domain::access::{AgentRole, CustomerRole};
use domain::ids::SkuId;
use domain::licences::{BulkCommand, BulkStatus};
use domain::orders::{OrderLine, PlaceOrder};
use mimalloc::MiMalloc;
use serde_json::json;
use services::licences::{self, Upload};
use services::{demo, orders};
use sqlx::{AssertSqlSafe, SqliteConnection, query};
use storage::Store;
use tempfile::TempDir;
use testkit::World;

/// As the server has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Repeats the measurement.
const COMMAND: &str = "cargo bench -p services --bench writes";

/// Licences of the file.
const LICENCES: usize = 10_000;

/// Whose people get them, in turns with the hand; the first turn does not count.
const CUSTOMERS: RangeInclusive<u8> = 1..=8;

/// Orders counted on each side, after [`WARM`] that are not.
const ORDERS: usize = 100;
const WARM: usize = 10;

/// A product on a file, and a copy of the file to write into by hand.
struct Bench {
    world: World,
    seen: SqliteConnection,
    hand: SqliteConnection,
    // Removed with the measurement.
    _folder: TempDir,
}

impl Bench {
    /// Takes the copy once `prepare` is done.
    async fn new(prepare: impl AsyncFnOnce(&World)) -> Self {
        let folder = TempDir::new().expect("there is room for a folder");
        let [file, copy] = ["bench.db", "copy.db"].map(|name| {
            folder.path().join(name).to_str().expect("the folder has a name").to_owned()
        });
        let store = Store::open(&format!("sqlite:{file}"), 4).await.expect("the file opens");
        store.migrate().await.expect("the schema is new");
        let world = World::on(store).await;
        demo::load(world.system()).await.expect("the demo loads");
        prepare(&world).await;
        let mut seen = rows::connect(&file).await;
        let vacuum = AssertSqlSafe(format!("VACUUM INTO '{copy}'"));
        query(vacuum).execute(&mut seen).await.expect("there is room for a copy");
        let hand = rows::connect(&copy).await;
        Self { world, seen, hand, _folder: folder }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    licences_by_file().await;
    one_order().await;
}

fn sku(code: &str) -> demo::DemoOffer {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it")
}

async fn licences_by_file() {
    const UPDATES: [&str; 2] =
        ["UPDATE licence_pools SET assigned = assigned", "UPDATE activity_heads SET seq = seq"];
    let names: Vec<String> = (0..LICENCES).map(|number| format!("p{number}")).collect();
    let mut bench = Bench::new(async |world: &World| {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        for customer in CUSTOMERS {
            // The world begins with two.
            if customer > 2 {
                world.insert_partner(customer).await;
                world.insert_customer(customer).await;
            }
            let mut tx = world.store().write().await.expect("the file takes it");
            let sku = SkuId::from(sku("O365-E3").sku_id);
            testkit::insert_pool(&mut tx, world.customer(customer), sku, 10_000).await;
            tx.commit().await.expect("the file takes it");
            world.customer_users(customer, &names, &[]).await;
        }
    })
    .await;
    let mut content = "User name,Licence,Action,Switched-off plans\r\n".to_owned();
    for name in &names {
        write!(content, "{name},O365-E3,assign,\r\n").expect("memory takes it");
    }
    let mut took = [Vec::new(), Vec::new(), Vec::new()];
    let mut count = 0;
    for customer in CUSTOMERS {
        let marks = rows::marks(&mut bench.seen).await;
        let (looked_through, ours) = by_file(&bench.world, customer, &content).await;
        let written = rows::since(&mut bench.seen, &marks).await;
        let begin = Instant::now();
        rows::insert(&mut bench.hand, &written, &UPDATES).await;
        let by_hand = begin.elapsed();
        if customer > *CUSTOMERS.start() {
            for (took, time) in took.iter_mut().zip([looked_through, ours, by_hand]) {
                took.push(time);
            }
            count = rows::count(&written);
        }
    }
    let turns = took[0].len();
    let [looked_through, ours, by_hand] = took.map(median);
    let value = format!(
        "{} ms, of which {} looked through; {count} rows by hand {} ms, medians of {turns}",
        ours.as_millis(),
        looked_through.as_millis(),
        by_hand.as_millis(),
    );
    print("P9 10,000 licences by file", ours, by_hand, &value, "aim ≤ 2.00");
}

/// Gives the people of `customer` the licences of the file `content`; how long it took to look it
/// through, and to have it done.
async fn by_file(world: &World, customer: u8, content: &str) -> (Duration, Duration) {
    let admin = world.customer_caller(customer, &[CustomerRole::GlobalAdmin]);
    let upload = Upload {
        request: world.request(),
        file_name: "licences.csv".to_owned(),
        content: content.as_bytes().to_vec(),
    };
    let begin = Instant::now();
    let checked = licences::check_file(&admin, upload, "en").await.expect("it can be read").job;
    let looked_through = begin.elapsed();
    let wanted = BulkCommand { request: world.request(), job: checked.id, seen: checked.version };
    let done = licences::apply(&admin, wanted, "en").await.expect("it can be carried out");
    let ours = begin.elapsed();
    assert_eq!((done.status, done.applied), (BulkStatus::Done, 10_000), "everybody has one");
    (looked_through, ours)
}

async fn one_order() {
    const UPDATES: [&str; 3] = [
        "UPDATE order_numbers SET last = last",
        "UPDATE licence_pools SET bought = bought",
        "UPDATE activity_heads SET seq = seq",
    ];
    let mut bench = Bench::new(async |_: &World| {}).await;
    let world = &bench.world;
    let agent = world.caller(1, AgentRole::SalesAgent);
    let mut took = [Vec::new(), Vec::new()];
    let mut count = 0;
    for n in 0..WARM + ORDERS {
        let wanted = PlaceOrder {
            request: world.request(),
            customer: world.customer(1),
            lines: vec![OrderLine { offer: sku("O365-E3").id, quantity: 5 }],
            po_number: None,
        };
        let marks = rows::marks(&mut bench.seen).await;
        let begin = Instant::now();
        orders::place(&agent, wanted, "en").await.expect("it is sold");
        let ours = begin.elapsed();
        let written = rows::since(&mut bench.seen, &marks).await;
        let begin = Instant::now();
        rows::insert(&mut bench.hand, &written, &UPDATES).await;
        let by_hand = begin.elapsed();
        if n >= WARM {
            took[0].push(ours);
            took[1].push(by_hand);
            count = rows::count(&written);
        }
    }
    let [ours, by_hand] = took.map(median);
    let value = format!(
        "{} µs; {count} rows by hand {} µs, medians of {ORDERS}",
        ours.as_micros(),
        by_hand.as_micros()
    );
    print("one order", ours, by_hand, &value, "");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn print(title: &str, ours: Duration, by_hand: Duration, value: &str, limit: &str) {
    // In hundredths: integers say enough.
    let ratio = ours.as_nanos() * 100 / by_hand.as_nanos().max(1);
    let ratio = format!("{}.{:02}", ratio / 100, ratio % 100);
    let figure = json!({
        "figure": title, "command": COMMAND, "value": value, "ratio": ratio, "limit": limit,
    });
    println!("figure {figure}");
}
