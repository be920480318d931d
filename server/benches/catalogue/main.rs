//! The catalogue with 1,000 offers: the product against the same by hand, in one run.
//!
//! P3 compares the server-rendered page with a handler that reads the same rows and writes the
//! same table and the same data for the browser; P4 compares the data function with a bare handler
//! that runs the same SQL and serializes its rows. Requests alternate, so that a slower moment
//! hits both, and both go through a router without a socket, one at a time.
//!
//! `-- --fill sqlite:FILE` measures nothing and puts the offers into all price lists of that
//! database: for measurements in a browser.

#![allow(missing_docs, clippy::allow_attributes, reason = "a benchmark has no readers but its own")]

mod by_hand;
mod offers;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, HOST};
use by_hand::Bare;
use domain::access::AgentRole;
use http_body_util::BodyExt;
use mimalloc::MiMalloc;
use serde_json::json;
use sqlx::SqlitePool;
use storage::Store;
use support::{Product, config, cookie};
use testkit::World;
use tower::ServiceExt;

/// As the server has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Repeats the measurement.
const COMMAND: &str = "cargo bench -p server --bench catalogue";

/// Requests counted on each side, after [`WARM`] that are not.
const REQUESTS: u32 = 100;
const WARM: u32 = 10;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--fill") {
        let url = arguments.get(at + 1).expect("--fill is followed by a database");
        let store = Store::open(url, 1).await.expect("the database is there");
        let mut tx = store.read().await.expect("the database reads");
        let lists = storage::prices::lists(&mut tx).await.expect("the demo has price lists");
        drop(tx);
        let months: Vec<_> = lists.into_iter().map(|list| list.month).collect();
        return offers::fill(&store, &months).await;
    }

    let folder = tempfile::tempdir().expect("there is room for a folder");
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let store = Store::open(&url, 4).await.expect("the file can be made");
    store.migrate().await.expect("the schema is new");
    let world = World::on(store.clone()).await;
    offers::fill(&store, &["2019-06-01".parse().expect("a day")]).await;
    let person = world.person(1, "agent", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&person).await;
    let product = Product::with(world, config()).router;
    let pool = SqlitePool::connect(&url).await.expect("the file is there");

    let page = get_request("/catalog?size=1000", &token);
    let data = get_request(
        "/rpc/catalogue/list?query[words]=&query[sort]=catalogue&query[page]=0&query[size]=1000",
        &token,
    );
    let html = body(&product, page()).await;
    let bare = by_hand::router(Bare::new(pool, &html).await);
    let by_hand = get_request("/page", &token);
    let rows = get_request("/data", &token);

    // The comparison is honest only if both say the same.
    let written = body(&bare, by_hand()).await;
    said_the_same("tables", table(&html.replace("<!>", "")) == table(&written));
    let answers = [body(&product, data()).await, body(&bare, rows()).await];
    said_the_same("answers", answers[0] == answers[1]);

    compare("P3 catalogue page, 1,000 offers", (&product, &page), (&bare, &by_hand)).await;
    compare("P4 catalogue data, 1,000 offers", (&product, &data), (&bare, &rows)).await;
}

/// Tells the reader when product and hand no longer write the same.
fn said_the_same(what: &str, same: bool) {
    println!("{what} of product and hand: {}", if same { "the same" } else { "NOT the same" });
}

fn table(page: &str) -> &str {
    let (_, rest) = page.split_once("<tbody").expect("the page has a table");
    rest.split_once("</tbody>").expect("the table ends").0
}

fn get_request(path: &str, token: &str) -> impl Fn() -> Request<Body> {
    let (path, cookie) = (path.to_owned(), cookie(token));
    move || {
        let request = Request::get(&path)
            .header(HOST, "portal")
            .header(ACCEPT, if path.starts_with("/rpc") { "application/json" } else { "text/html" })
            .header(ACCEPT_LANGUAGE, "en")
            .header(COOKIE, &cookie);
        let mut request = request.body(Body::empty()).expect("the request is right");
        let peer = std::net::SocketAddr::from(([127, 0, 0, 1], 40_000));
        request.extensions_mut().insert(axum::extract::ConnectInfo(peer));
        request
    }
}

async fn body(router: &Router, request: Request<Body>) -> String {
    let answer = router.clone().oneshot(request).await.expect("the router answers");
    let status = answer.status();
    let body = answer.into_body().collect().await.expect("the body ends").to_bytes();
    let text = String::from_utf8(body.to_vec()).expect("pages are text");
    assert!(status.is_success(), "{status} {text}");
    text
}

type Side<'a, R> = (&'a Router, &'a R);

async fn compare<A, B>(title: &str, product: Side<'_, A>, by_hand: Side<'_, B>)
where
    A: Fn() -> Request<Body>,
    B: Fn() -> Request<Body>,
{
    let sizes =
        [body(product.0, product.1()).await.len(), body(by_hand.0, by_hand.1()).await.len()];
    let mut took = [Vec::new(), Vec::new()];
    for n in 0..WARM + REQUESTS {
        for (side, took) in took.iter_mut().enumerate() {
            let begin = Instant::now();
            if side == 0 {
                body(product.0, product.1()).await;
            } else {
                body(by_hand.0, by_hand.1()).await;
            }
            if n >= WARM {
                took.push(begin.elapsed());
            }
        }
    }
    let [ours, theirs] = took.map(median);
    // In tenths and hundredths: integers say enough.
    let per_second = |time: Duration| {
        let tenths = 10_000_000_000_u128 / time.as_nanos().max(1);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    let ratio = theirs.as_nanos() * 100 / ours.as_nanos().max(1);
    let value = format!(
        "{} requests/s of {} bytes; by hand {} of {} bytes",
        per_second(ours),
        sizes[0],
        per_second(theirs),
        sizes[1],
    );
    let ratio = format!("{}.{:02}", ratio / 100, ratio % 100);
    let figure = json!({
        "figure": title, "command": COMMAND, "value": value, "ratio": ratio, "limit": "aim ≥ 0.80",
    });
    println!("figure {figure}");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
