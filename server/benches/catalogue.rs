//! The catalogue with 1,000 offers: the product against the same by hand, in one run.
//!
//! P3 compares the server-rendered page with a handler that reads the same rows and writes the
//! same table with `write!`; P4 compares the data function with a bare handler that runs the same
//! SQL and serializes its rows. Requests alternate, so that a slower moment hits both.

#![allow(missing_docs, clippy::allow_attributes, reason = "a benchmark has no readers but its own")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, HOST};
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use domain::access::AgentRole;
use domain::catalogue::{Billing, Category, Offer, Prices, Segment, Unit};
use domain::ids::OfferId;
use domain::money::UnitPrice;
use http_body_util::BodyExt;
use serde::Serialize;
use sqlx::{FromRow, SqlitePool};
use storage::Store;
use storage::catalogue::Words;
use support::{Product, config, cookie};
use testkit::World;
use tower::ServiceExt;
use uuid::Uuid;

const OFFERS: u32 = 1000;

/// Requests counted on each side.
const REQUESTS: u32 = 60;

/// The statement of `storage::catalogue::list`, without filters.
const SQL: &str = "
    SELECT o.id, o.code, o.category, o.billing, o.unit, o.minimum, o.maximum,
           t.name, t.description, p.partner_price, p.retail_price
    FROM prices p
    JOIN offers o ON o.id = p.offer_id
    JOIN offer_texts t ON t.offer_id = o.id AND t.language = 'en'
    WHERE p.month = '2019-06-01' AND t.search_key LIKE '%' ESCAPE '\\'
    ORDER BY o.category, o.rank, t.sort_key, o.code";

#[derive(FromRow, Serialize)]
struct Row {
    id: Uuid,
    code: String,
    category: String,
    billing: String,
    unit: String,
    minimum: i64,
    maximum: i64,
    name: String,
    description: String,
    partner_price: i64,
    retail_price: i64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let store = Store::open(&url, 4).await.expect("the file can be made");
    store.migrate().await.expect("the schema is new");
    let world = World::on(store.clone()).await;
    fill(&store).await;
    let person = world.person(1, "agent", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&person).await;
    let product = Product::with(world, config());
    let pool = SqlitePool::connect(&url).await.expect("the file is there");

    let page = get_request("/catalog?size=1000", &token);
    let data = get_request(
        "/rpc/catalogue/list?query[words]=&query[sort]=catalogue&query[page]=0&query[size]=1000",
        &token,
    );
    let html = body(&product.router, page()).await;
    let (before, rest) = html.split_once("<tbody").expect("the page has a table");
    let (_, after) = rest.split_once("</tbody>").expect("the table ends");
    let bare = Router::new()
        .route("/page", get(by_hand))
        .route("/data", get(bare_rows))
        .with_state(Bare { pool, before: before.to_owned(), after: after.to_owned() });

    let by_hand = get_request("/page", &token);
    compare("P3 catalogue page, 1,000 offers", (&product.router, &page), (&bare, &by_hand)).await;
    let rows = get_request("/data", &token);
    compare("P4 catalogue data, 1,000 offers", (&product.router, &data), (&bare, &rows)).await;
}

#[derive(Clone)]
struct Bare {
    pool: SqlitePool,
    before: String,
    after: String,
}

async fn rows(pool: &SqlitePool) -> Vec<Row> {
    sqlx::query_as(SQL).fetch_all(pool).await.expect("the statement is right")
}

async fn bare_rows(State(bare): State<Bare>) -> Json<Vec<Row>> {
    Json(rows(&bare.pool).await)
}

/// The product's page with a table body written by hand; what precedes and follows is copied,
/// the data for the browser included.
async fn by_hand(State(bare): State<Bare>) -> Html<String> {
    let rows = rows(&bare.pool).await;
    let mut page = String::with_capacity(bare.before.len() + bare.after.len() + rows.len() * 1200);
    page.push_str(&bare.before);
    page.push_str("<tbody>");
    for row in &rows {
        let price = |stored: i64| format!("CN¥{}.{:02}", stored / 10_000, stored / 100 % 100);
        write!(
            page,
            "<tr class=\"table__row\" role=\"row\"><th class=\"table__cell\" scope=\"row\" role=\"rowheader\">\
             <a href=\"/catalog/{}\">{}</a> <p class=\"cell-note\">{}</p></th>\
             <td class=\"table__cell\" data-label=\"Code\" role=\"cell\"><span class=\"code\">{}</span></td>\
             <td class=\"table__cell\" data-label=\"Category\" role=\"cell\">{}</td>\
             <td class=\"table__cell\" data-label=\"Billing\" role=\"cell\">{}</td>\
             <td class=\"table__cell\" data-label=\"Unit\" role=\"cell\">{}</td>\
             <td class=\"table__cell table__cell--number\" data-label=\"Quantity\" role=\"cell\">{} to {}</td>\
             <td class=\"table__cell table__cell--number\" data-label=\"Partner price\" role=\"cell\"><data class=\"money\" value=\"{}\">{}</data></td>\
             <td class=\"table__cell table__cell--number\" data-label=\"ERP\" role=\"cell\"><data class=\"money\" value=\"{}\">{}</data></td></tr>",
            row.id,
            escaped(&row.name),
            escaped(&row.description),
            escaped(&row.code),
            row.category,
            row.billing,
            row.unit,
            row.minimum,
            row.maximum,
            row.partner_price,
            price(row.partner_price),
            row.retail_price,
            price(row.retail_price),
        )
        .expect("writing to a string cannot fail");
    }
    page.push_str("</tbody>");
    page.push_str(&bare.after);
    Html(page)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
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
    assert!(answer.status().is_success(), "{}", answer.status());
    let body = answer.into_body().collect().await.expect("the body ends").to_bytes();
    String::from_utf8(body.to_vec()).expect("pages are text")
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
    for _ in 0..REQUESTS {
        for (side, took) in took.iter_mut().enumerate() {
            let begin = Instant::now();
            if side == 0 {
                body(product.0, product.1()).await;
            } else {
                body(by_hand.0, by_hand.1()).await;
            }
            took.push(begin.elapsed());
        }
    }
    let [ours, theirs] = took.map(median);
    let per_second =
        |time: Duration| 1_000_000 / u64::try_from(time.as_micros()).unwrap_or(1).max(1);
    // The ratio of speeds in hundredths: integers say enough.
    let ratio = theirs.as_nanos() * 100 / ours.as_nanos().max(1);
    println!("{title}");
    println!("  product  {:>6} requests/s, {:>8} bytes", per_second(ours), sizes[0]);
    println!("  by hand  {:>6} requests/s, {:>8} bytes", per_second(theirs), sizes[1]);
    println!(
        "  ratio    0.{ratio:02} (aim 0.80; median of {REQUESTS} alternating requests, one core)"
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Puts [`OFFERS`] offers into the list of the world's month.
async fn fill(store: &Store) {
    let mut tx = store.write().await.expect("the file can be written");
    let mut prices = Vec::new();
    for n in 1..=OFFERS {
        let id = OfferId::from(Uuid::from_u128(n.into()));
        let offer = Offer {
            id,
            code: format!("OFFER-{n:04}"),
            sku: Uuid::from_u128(u128::from(n) << 32),
            string_id: format!("SKU_{n:04}"),
            category: Category::Enterprise,
            segment: Segment::Commercial,
            billing: Billing::License,
            unit: Unit::Licences,
            minimum: 1,
            maximum: 10_000_000,
            per_customer: None,
            add_on: false,
            rank: n,
        };
        let words = ["en", "fr", "zh-CN"].map(|language| Words {
            language,
            name: format!("Offer number {n} for enterprises"),
            description: "Mail, calendar and files for everyone in the company, with archive."
                .into(),
            sort_key: n.to_be_bytes().to_vec(),
        });
        storage::catalogue::put_offer(&mut tx, &offer, &words, &[]).await.expect("an offer");
        let price = UnitPrice::from_stored(i64::from(n) * 10_000);
        prices.push((id, Prices { partner: price, retail: price }));
    }
    let day = |text: &str| text.parse().expect("a day");
    let list =
        storage::catalogue::put_price_list(&mut tx, day("2019-06-01"), day("2019-05-01"), &prices);
    list.await.expect("a price list");
    tx.commit().await.expect("the file can be written");
}
