//! How often the database is asked for one page: as often for a hundred customers as for thousands.

use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::access::AgentRole;
use domain::customers::CustomersQuery;
use services::{Caller, customers, demo};
use storage::Store;
use testkit::{World, ask, run_sql};
use tokio::sync::Mutex;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

testkit::on_each_backend! {
    a_page_of_customers_asks_as_often_however_many_there_are
}

/// Statements that were sent, by whoever sent them.
static SENT: AtomicUsize = AtomicUsize::new(0);

/// One test after the other: all count with the same counter.
static ALONE: Mutex<()> = Mutex::const_new(());

/// Counts the statements that the driver says it has sent.
struct Counting;

impl<S: tracing_subscriber::registry::LookupSpan<'static> + tracing::Subscriber> Layer<S>
    for Counting
{
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            SENT.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// Statements of the page that answers `query`, and its rows.
async fn sent(caller: &Caller, query: CustomersQuery) -> (usize, usize) {
    let before = SENT.load(Ordering::SeqCst);
    let view = customers::list(caller, query).await.expect("the list can be read");
    (SENT.load(Ordering::SeqCst) - before, view.customers.len())
}

/// The pages of a list: the first, one that was searched for, the next one.
async fn pages(caller: &Caller) -> Vec<(usize, usize)> {
    let all = customers::list(caller, CustomersQuery::default()).await.expect("it can be read");
    let words = |words: &str| CustomersQuery { words: words.into(), ..CustomersQuery::default() };
    let next = CustomersQuery { after: all.after, ..CustomersQuery::default() };
    let mut pages = Vec::new();
    for query in [CustomersQuery::default(), words("demo"), words("有限公司"), next] {
        pages.push(sent(caller, query).await);
    }
    pages
}

async fn a_page_of_customers_asks_as_often_however_many_there_are(store: Store) {
    static COUNTED: Once = Once::new();
    COUNTED.call_once(|| {
        let counting = tracing_subscriber::registry().with(Counting);
        tracing::subscriber::set_global_default(counting).expect("nobody else counts");
    });
    let _alone = ALONE.lock().await;
    let world = World::on(store.clone()).await;
    demo::load(world.system()).await.expect("the demo loads");
    let caller = world.caller(1, AgentRole::AdminAgent);
    let mut asked = Vec::new();
    for count in [150, 1_500] {
        demo::large(world.system(), count, |_| ()).await.expect("they are written");
        let mut tx = store.write().await.expect("the database writes");
        let own = "
            UPDATE relationships SET partner_id = (
                SELECT id FROM partners WHERE domain_prefix = 'partner1')
            WHERE customer_id NOT IN (
                SELECT customer_id FROM relationships GROUP BY customer_id HAVING COUNT(*) > 1)";
        run_sql(&mut tx, own).await.expect("they change hands");
        let there = ask(&mut tx, "SELECT COUNT(*) FROM relationships").await;
        tx.commit().await.expect("the database writes");
        assert!(there >= i64::from(count), "{there}");
        asked.push(pages(&caller).await);
    }
    let full: Vec<_> = asked[0].iter().filter(|(_, rows)| *rows == 50).collect();
    assert!(full.len() >= 3, "pages are full: {asked:?}");
    assert_eq!(asked[0], asked[1], "statements and rows of each page");
    assert!(asked[0].iter().all(|(statements, _)| (1..=12).contains(statements)), "{asked:?}");
}
