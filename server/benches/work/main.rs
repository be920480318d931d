//! Changes against the bare rows that they write, in one run on SQLite in a file.
//!
//! P9: 10,000 licences by file – looked through, then carried out – over the same rows inserted by
//! one transaction without a question asked. *order*: one order over a transaction that inserts the
//! rows of one order. Both sides take turns, each on a database of its own, so that a slower moment
//! hits both.

#![allow(missing_docs, clippy::allow_attributes, reason = "a benchmark has no readers but its own")]

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use domain::access::{AgentRole, CustomerRole};
use domain::ids::{OfferId, UserId};
use domain::licences::BulkCommand;
use domain::orders::{OrderLine, PlaceOrder};
use serde_json::json;
use services::{demo, licences, orders};
use sqlx::{Connection as _, SqliteConnection, query};
use storage::Store;
use testkit::World;
use uuid::Uuid;

const COMMAND: &str = "cargo bench -p server --bench work";

/// People who get a licence.
const PEOPLE: usize = 10_000;

/// Rounds of each side that count, after one that does not.
const ROUNDS: usize = 5;

/// Orders of each side that count.
const ORDERS: usize = 200;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    licences_by_file(folder.path()).await;
    single_orders(folder.path()).await;
}

async fn world(folder: &Path, name: &str) -> (World, String) {
    let url = format!("sqlite:{}", folder.join(name).display());
    let store = Store::open(&url, 4).await.expect("the file can be made");
    store.migrate().await.expect("the schema is new");
    let world = World::on(store).await;
    demo::load_catalogue(world.system()).await.expect("the catalogue loads");
    (world, url)
}

fn offer(code: &str) -> demo::DemoOffer {
    demo::offers().into_iter().find(|offer| offer.code == code).expect("the demo sells it")
}

async fn staffed(folder: &Path, name: &str) -> (World, String, Vec<UserId>) {
    let (world, url) = world(folder, name).await;
    let names: Vec<String> = (0..PEOPLE).map(|n| format!("p{n:05}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let people = world.customer_users(1, &names, &[]).await;
    let mut tx = world.store().write().await.expect("the database writes");
    let (customer, sku) = (world.customer(1), offer("O365-E3").sku_id.into());
    testkit::insert_pool(&mut tx, customer, sku, i64::try_from(PEOPLE).unwrap_or(0)).await;
    tx.commit().await.expect("the database writes");
    (world, url, people)
}

/// Everybody in a file, as somebody would write it.
fn file(action: &str) -> Vec<u8> {
    let mut text = String::from("User name,Licence,Action,Switched-off plans\r\n");
    for n in 0..PEOPLE {
        writeln!(text, "p{n:05},O365-E3,{action},\r").expect("a string takes it");
    }
    text.into_bytes()
}

async fn licences_by_file(folder: &Path) {
    let (ours, _, _) = staffed(folder, "ours.db").await;
    let (_, theirs, people) = staffed(folder, "theirs.db").await;
    let mut bare = SqliteConnection::connect(&theirs).await.expect("the file is there");
    let mut took = [Vec::new(), Vec::new()];
    for round in 0..=ROUNDS {
        let ours = apply(&ours, &file("assign")).await;
        let theirs = insert(&mut bare, &people).await;
        if round > 0 {
            took[0].push(ours);
            took[1].push(theirs);
        }
        undo(&mut bare).await;
    }
    let [ours, theirs] = took.map(median);
    say("P9 10,000 licences by file", "aim <= 2", ours, theirs);
}

/// By file; then takes them back outside of the measured time.
async fn apply(world: &World, content: &[u8]) -> Duration {
    let admin = world.customer_caller(1, &[CustomerRole::GlobalAdmin]);
    let upload = |content: &[u8]| licences::Upload {
        request: world.request(),
        file_name: "all.csv".to_owned(),
        content: content.to_vec(),
    };
    let command = |job: &domain::licences::BulkJobView| BulkCommand {
        request: world.request(),
        job: job.id,
        seen: job.version,
    };
    let begin = Instant::now();
    let seen = licences::check_file(&admin, upload(content), "en").await.expect("it is read");
    let done = licences::apply(&admin, command(&seen.job), "en").await.expect("it is done");
    let took = begin.elapsed();
    assert_eq!(usize::try_from(done.applied), Ok(PEOPLE));
    let undone = licences::undo(&admin, command(&done), "en").await.expect("it is undone");
    assert_eq!(usize::try_from(undone.rows), Ok(PEOPLE));
    took
}

/// The rows that [`apply`] leaves: the job, its rows, the licences, the pool.
async fn insert(bare: &mut SqliteConnection, people: &[UserId]) -> Duration {
    let customer: Uuid = query_one(bare).await;
    let (job, sku) = (Uuid::from_u128(7), offer("O365-E3").sku_id);
    let begin = Instant::now();
    let mut tx = bare.begin().await.expect("it begins");
    query("INSERT INTO bulk_jobs (id, customer_id, kind, file_name, status, rows, applied, created_by, created_at) VALUES ($1, $2, 'licences', 'all.csv', 'done', $3, $3, $4, '2019-06-10')")
        .bind(job).bind(customer).bind(i64::try_from(PEOPLE).unwrap_or(0)).bind(Uuid::nil())
        .execute(&mut *tx).await.expect("it is new");
    for (number, user) in (1_i64..).zip(people) {
        let user = Uuid::from(*user);
        query("INSERT INTO bulk_rows (customer_id, job_id, number, cells, outcome, user_id, sku_id, after_off) VALUES ($1, $2, $3, $4, 'applied', $5, $6, '')")
            .bind(customer).bind(job).bind(number)
            .bind(format!(r#"{{"user":"p{number:05}","licence":"O365-E3","action":"assign","off":""}}"#))
            .bind(user).bind(sku)
            .execute(&mut *tx).await.expect("it is new");
        query("INSERT INTO licence_assignments (customer_id, user_id, sku_id, disabled_plans, assigned_at) VALUES ($1, $2, $3, '', '2019-06-10')")
            .bind(customer).bind(user).bind(sku)
            .execute(&mut *tx).await.expect("it is new");
    }
    query("UPDATE licence_pools SET assigned = $1")
        .bind(i64::try_from(PEOPLE).unwrap_or(0))
        .execute(&mut *tx)
        .await
        .expect("there is one");
    tx.commit().await.expect("it lasts");
    begin.elapsed()
}

async fn query_one(bare: &mut SqliteConnection) -> Uuid {
    let found = sqlx::query_scalar("SELECT customer_id FROM licence_pools").fetch_one(bare).await;
    found.expect("there is a pool")
}

async fn undo(bare: &mut SqliteConnection) {
    for sql in [
        "UPDATE licence_pools SET assigned = 0",
        "DELETE FROM licence_assignments",
        "DELETE FROM bulk_rows",
        "DELETE FROM bulk_jobs",
    ] {
        query(sql).execute(&mut *bare).await.expect("it is undone");
    }
}

async fn single_orders(folder: &Path) {
    let (world, url) = world(folder, "orders.db").await;
    let agent = world.caller(1, AgentRole::SalesAgent);
    let e3 = offer("O365-E3");
    let mut bare = SqliteConnection::connect(&url).await.expect("the file is there");
    query("PRAGMA synchronous = NORMAL").execute(&mut bare).await.expect("as the product does");
    let mut took = [Vec::new(), Vec::new()];
    for number in 0..ORDERS {
        let order = PlaceOrder {
            request: world.request(),
            customer: world.customer(1),
            lines: vec![OrderLine { offer: e3.id, quantity: 5 }],
            po_number: None,
        };
        let begin = Instant::now();
        orders::place(&agent, order, "en").await.expect("it can be ordered");
        took[0].push(begin.elapsed());
        took[1].push(insert_order(&mut bare, &world, e3.id, number).await);
    }
    let [ours, theirs] = took.map(median);
    say("one order", "report", ours, theirs);
}

/// The rows that one order writes: attempt, order, subscription, event, pool, log.
async fn insert_order(
    bare: &mut SqliteConnection,
    world: &World,
    offer: OfferId,
    number: usize,
) -> Duration {
    let id = |kind: u64| Uuid::from_u64_pair(kind, u64::try_from(number).unwrap_or(0) + 1);
    let (partner, customer) = (Uuid::from(world.partner(2)), Uuid::from(world.customer(2)));
    let number = 1_000_000 + i64::try_from(number).unwrap_or(0);
    let begin = Instant::now();
    let mut tx = bare.begin_with("BEGIN IMMEDIATE").await.expect("it begins");
    query("INSERT INTO attempts (request_id, actor_id, use_case, fingerprint, outcome, created_at) VALUES ($1, $2, 'orders.place', $3, '{}', '2019-06-10')")
        .bind(id(1)).bind(partner).bind(vec![0_u8; 32])
        .execute(&mut *tx).await.expect("it is new");
    query("INSERT INTO orders (id, partner_id, customer_id, number, placed_on, placed_at, placed_by) VALUES ($1, $2, $3, $4, '2019-06-10', '2019-06-10', $2)")
        .bind(id(2)).bind(partner).bind(customer).bind(number)
        .execute(&mut *tx).await.expect("it is new");
    query("INSERT INTO subscriptions (id, partner_id, customer_id, order_id, offer_id, quantity, status, ordered_on, starts_on, first_billed_on, renews_on, unit_price, created_at) VALUES ($1, $2, $3, $4, $5, 5, 'pending', '2019-06-10', '2019-06-11', '2019-06-15', '2020-06-15', 1420000, '2019-06-10')")
        .bind(id(3)).bind(partner).bind(customer).bind(id(2)).bind(Uuid::from(offer))
        .execute(&mut *tx).await.expect("it is new");
    query("INSERT INTO subscription_events (subscription_id, seq, kind, day, quantity, unit_price, at) VALUES ($1, 1, 'ordered', '2019-06-10', 5, 1420000, '2019-06-10')")
        .bind(id(3))
        .execute(&mut *tx).await.expect("it is new");
    query("INSERT INTO licence_pools (customer_id, sku_id, bought, valid, assigned) VALUES ($1, $2, 5, 0, 0) ON CONFLICT (customer_id, sku_id) DO UPDATE SET bought = bought + 5")
        .bind(customer).bind(id(9))
        .execute(&mut *tx).await.expect("it is counted");
    query("INSERT INTO activity_log (tenant_id, seq, at, actor_id, actor_name, kind, subject, hash) VALUES ($1, $2, '2019-06-10', $1, 'bench', 'order-placed', '1', $3)")
        .bind(partner).bind(number).bind(vec![0_u8; 32])
        .execute(&mut *tx).await.expect("it is new");
    tx.commit().await.expect("it lasts");
    begin.elapsed()
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}

#[expect(clippy::float_arithmetic, reason = "a ratio of durations")]
fn say(figure: &str, limit: &str, ours: Duration, theirs: Duration) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    let value = format!("{ours:.1?}; bare rows {theirs:.1?}");
    let ratio = format!("{ratio:.2}");
    let said = json!({
        "figure": figure, "value": value, "ratio": ratio, "limit": limit, "command": COMMAND,
    });
    println!("figure {said}");
}
