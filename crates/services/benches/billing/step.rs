//! Steps in processes of their own.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use chrono::Duration;
use domain::time::{Day, days_after, start_of_day};
use serde_json::{Value, json};
use services::billing::run_all;
use services::{RandomIds, System, demo};
use storage::Store;
use testkit::{FixedClock, ask};

/// Days in which each partner has one billing date.
const DAYS: u64 = 30;

/// Has the step `name` done by a new process; what it says.
pub fn start(name: &str, file: &Path, count: u32) -> Value {
    let program = env::current_exe().expect("a program knows itself");
    let done = Command::new(program)
        .arg(format!("--step-{name}"))
        .arg(file)
        .arg(count.to_string())
        .stderr(Stdio::inherit())
        .output()
        .expect("the step starts");
    assert!(done.status.success(), "the step {name} fails");
    serde_json::from_slice(&done.stdout).expect("a step answers with JSON")
}

/// Does the step `name` and says what it came to.
pub async fn run(name: &str, file: &Path, count: u32) {
    let address = format!("sqlite:{}", file.display());
    let store = Store::open(&address, 4).await.expect("the file opens");
    let clock = Arc::new(FixedClock::default());
    let system = System::new(store.clone(), clock.clone(), Arc::new(RandomIds), testkit::policy());
    let said = if name == "prepare" {
        store.migrate().await.expect("the schema is new");
        prepare(&system, &store, count).await
    } else {
        let through = days_after(system.today(), DAYS);
        clock.set(start_of_day(through) + Duration::hours(6));
        bill(&system, &store, through).await
    };
    system.close().await;
    println!("{said}");
}

/// The demo with `count` more subscriptions, up to [`CUSTOMERS`] each of another customer.
async fn prepare(system: &System, store: &Store, count: u32) -> Value {
    demo::load(system).await.expect("the demo loads");
    let customers = count.min(CUSTOMERS);
    demo::large(system, customers, |_| ()).await.expect("there is room for them");
    for copy in 1..count / customers {
        let mut tx = store.write().await.expect("nobody else writes");
        for sql in COPIES {
            // Ids of their own: a first byte that no other has.
            let sql = sql.replace("COPY", &format!("x'{:02x}'", 0xa0 + copy));
            let sql = sql.replace("AFTER", &format!("{copy}000000"));
            testkit::run_sql(&mut tx, &sql).await.expect("the copies are new");
        }
        tx.commit().await.expect("it lasts");
    }
    json!({})
}

/// Customers who have more than one subscription where there are more.
const CUSTOMERS: u32 = 100_000;

/// Orders, subscriptions and what happened to them, once more.
const COPIES: [&str; 3] = [
    "INSERT INTO orders (id, partner_id, customer_id, number, placed_on, placed_at, placed_by)
     SELECT CAST(COPY || substr(id, 2) AS BLOB), partner_id, customer_id, number + AFTER,
            placed_on, placed_at, placed_by
     FROM orders WHERE id < x'a0'",
    "INSERT INTO subscriptions (id, partner_id, customer_id, order_id, offer_id, quantity, status,
                                ordered_on, starts_on, first_billed_on, renews_on, renews,
                                unit_price, created_at)
     SELECT CAST(COPY || substr(id, 2) AS BLOB), partner_id, customer_id,
            CAST(COPY || substr(order_id, 2) AS BLOB), offer_id, quantity, status, ordered_on,
            starts_on, first_billed_on, renews_on, renews, unit_price, created_at
     FROM subscriptions WHERE id < x'a0'",
    "INSERT INTO subscription_events (subscription_id, seq, kind, day, quantity, unit_price, at)
     SELECT CAST(COPY || substr(subscription_id, 2) AS BLOB), seq, kind, day, quantity,
            unit_price, at
     FROM subscription_events WHERE subscription_id < x'a0'",
];

async fn bill(system: &System, store: &Store, through: Day) -> Value {
    let waiting = tokio::spawn(longest_wait(store.clone()));
    let begin = Instant::now();
    let ran = run_all(system, through).await.expect("it runs");
    let took = begin.elapsed();
    OVER.store(true, Ordering::Relaxed);
    let waited = waiting.await.expect("it ends with its turn");
    assert_eq!(ran.parked, 0, "{ran:?}");
    let mut tx = store.read().await.expect("it can be read");
    let lines = format!(
        "SELECT CAST(SUM(lines) AS BIGINT) FROM invoices WHERE billing_date > '{}'",
        through - Duration::days(30),
    );
    let lines = ask(&mut tx, &lines).await;
    json!({ "ms": took.as_millis(), "lines": lines, "kib": peak_memory(), "waited": waited })
}

/// Whether the run is over.
static OVER: AtomicBool = AtomicBool::new(false);

/// Takes the turn to write again and again until the run is over; milliseconds waited for it, at
/// most.
async fn longest_wait(store: Store) -> u64 {
    let mut longest = 0;
    while !OVER.load(Ordering::Relaxed) {
        let begin = Instant::now();
        // Who is not given their turn in five seconds is told to come back, and does.
        while store.write().await.is_err() {}
        longest = longest.max(begin.elapsed().as_millis());
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    u64::try_from(longest).unwrap_or(u64::MAX)
}

/// Most memory that this process has had at once, in KiB.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB"));
    kib.and_then(|kib| kib.trim().parse().ok()).expect("Linux tells")
}
