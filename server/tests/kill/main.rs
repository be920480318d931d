//! A server that is killed in the middle of its work, again and again: what it has acknowledged is
//! there once, what it has not is there whole or not at all, and every invariant holds.

mod portal;
mod work;

use std::path::Path;

use portal::Portal;
use sqlx::{AssertSqlSafe, query_scalar};
use storage::{Store, Tx};
use work::Workers;

/// How often the server is killed.
const ROUNDS: u64 = 10;

/// Writes that each round begins; the server dies somewhere in the middle half of them.
const WRITES: u64 = 2_000;

/// A number of `below` that looks random and is the same in every run.
fn dice(seed: u64, below: u64) -> u64 {
    let mixed = (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33) % below
}

#[test]
fn on_sqlite() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let url = format!("sqlite:{}", folder.path().join("portal.db").display());
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads(2).enable_all().build().expect("threads run futures");
    runtime.block_on(killed_again_and_again(&url, folder.path()));
}

#[test]
fn on_postgres() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().to_owned();
    testkit::at_postgres(|url| async move { killed_again_and_again(&url, &path).await });
}

async fn killed_again_and_again(url: &str, folder: &Path) {
    portal::fill(url, folder).await;
    let looking = store(url).await;
    let mut workers = Workers::of(&looking).await;
    for round in 0..ROUNDS {
        let server = Portal::start(url, folder).await;
        workers.sign_in(&server).await;
        // What the last round left open is decided first: it happened, or it did not.
        workers.settle(&server).await;
        let dies_after = WRITES / 4 + dice(round, WRITES / 2);
        let acknowledged = workers.write(&server, WRITES, dies_after, || server.kill()).await;
        assert!(acknowledged >= dies_after, "round {round}: {acknowledged} of {dies_after}");

        let store = store(url).await;
        check_invariants(&store, round).await;
        store.close().await;
        let server = Portal::start(url, folder).await;
        workers.sign_in(&server).await;
        workers.ask_again(&server, round).await;
        drop(server);
    }
    looking.close().await;
}

async fn store(url: &str) -> Store {
    Store::open(url, 2).await.expect("the database opens")
}

async fn count(store: &Store, sql: &str) -> i64 {
    let sql = AssertSqlSafe(sql.to_owned());
    let counted = match store.read().await.expect("the database reads") {
        Tx::Sqlite(mut tx) => query_scalar(sql).fetch_one(&mut *tx).await,
        Tx::Postgres(mut tx) => query_scalar(sql).fetch_one(&mut *tx).await,
    };
    counted.expect("it can be counted")
}

/// Each counts what must not be.
const NEVER: [(&str, &str); 6] = [
    (
        "a pool with more assigned than bought",
        "SELECT COUNT(*) FROM licence_pools WHERE assigned > bought OR valid > bought",
    ),
    (
        "a pool that is not the sum of its subscriptions",
        "SELECT COUNT(*) FROM licence_pools p WHERE p.bought <> (
             SELECT CAST(COALESCE(SUM(s.quantity), 0) AS BIGINT)
             FROM subscriptions s JOIN offers o ON o.id = s.offer_id
             WHERE s.customer_id = p.customer_id AND o.sku_id = p.sku_id
               AND o.unit = 'licences' AND s.status <> 'deleted')",
    ),
    (
        "a pool that does not count its people",
        "SELECT COUNT(*) FROM licence_pools p WHERE p.assigned <> (
             SELECT COUNT(*) FROM licence_assignments a
             WHERE a.customer_id = p.customer_id AND a.sku_id = p.sku_id)",
    ),
    (
        "a gap in the numbers of orders",
        "SELECT (SELECT last FROM order_numbers) - (SELECT COUNT(*) FROM orders)",
    ),
    (
        "an order without a subscription",
        "SELECT COUNT(*) FROM orders o
         WHERE NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.order_id = o.id)",
    ),
    (
        "a change of a subscription without its event, or the other way round",
        "SELECT COUNT(*) FROM subscriptions s WHERE s.ordered_on = '2019-06-10' AND s.version <> (
             SELECT COUNT(*) FROM subscription_events e WHERE e.subscription_id = s.id)",
    ),
];

async fn check_invariants(store: &Store, round: u64) {
    for (what, sql) in NEVER {
        assert_eq!(count(store, sql).await, 0, "round {round}: {what}");
    }
    let log = services::activity::verify(store).await.expect("the log can be read");
    assert_eq!(log.broken, [], "round {round}: the chain of the log");
}
