//! The same page and the same data without framework, types and rules of the product.

use std::fmt::Write as _;

use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;
use sqlx::{FromRow, SqlitePool};
use uuid::Uuid;

/// The statement of `storage::catalogue::list`.
const SQL: &str = "
    SELECT o.id, o.code, o.sku_id, o.string_id, o.category, o.segment, o.billing, o.unit,
           o.minimum, o.maximum, o.per_customer, o.add_on, o.rank,
           t.name, t.description, p.partner_price, p.retail_price
    FROM prices p
    JOIN offers o ON o.id = p.offer_id
    JOIN offer_texts t ON t.offer_id = o.id AND t.language = $2
    WHERE p.month = $1
      AND (o.category = $3 OR $3 IS NULL)
      AND (o.billing = $4 OR $4 IS NULL)
      AND (t.search_key LIKE $5 ESCAPE '\\')
    ORDER BY CASE WHEN $6 = 'name' THEN 0 ELSE CASE o.category
                 WHEN 'enterprise' THEN 1 WHEN 'small-business' THEN 2
                 WHEN 'trial' THEN 3 WHEN 'add-on' THEN 4 ELSE 5 END END,
             CASE WHEN $6 = 'name' THEN 0 ELSE o.rank END, t.sort_key, o.code";

#[derive(FromRow, Serialize)]
struct Row {
    #[sqlx(flatten)]
    offer: Offer,
    name: String,
    description: String,
    #[sqlx(skip)]
    slot: Option<u8>,
    #[sqlx(flatten)]
    prices: Prices,
}

#[derive(FromRow, Serialize)]
struct Offer {
    id: Uuid,
    code: String,
    #[sqlx(rename = "sku_id")]
    sku: Uuid,
    string_id: String,
    category: String,
    segment: String,
    billing: String,
    unit: String,
    minimum: i64,
    maximum: i64,
    per_customer: Option<i64>,
    add_on: bool,
    rank: i64,
}

#[derive(FromRow, Serialize)]
struct Prices {
    #[sqlx(rename = "partner_price")]
    partner: i64,
    #[sqlx(rename = "retail_price")]
    retail: i64,
}

#[derive(Serialize)]
struct View {
    offers: Vec<Row>,
    total: usize,
    page: u32,
    size: u32,
    month: &'static str,
    priced: bool,
    may_pin: bool,
}

/// What the handlers need.
#[derive(Clone)]
pub struct Bare {
    pool: SqlitePool,
    /// The product's page before its rows, between them and the data for the browser, and after.
    around: [String; 3],
    licensed: Template,
    used: Template,
}

impl Bare {
    /// For a copy of `page`, of which only rows and data are written anew.
    ///
    /// The words around a row's facts are taken from the page, so that both always show the same.
    pub async fn new(pool: SqlitePool, page: &str) -> Self {
        // The framework's markers are nothing that a hand would write.
        let page = page.replace("<!>", "");
        let (before, rest) = page.split_once("<tbody").expect("the page has a table");
        let (tag, rest) = rest.split_once('>').expect("the tag ends");
        let (rows, rest) = rest.split_once("</tbody>").expect("the table ends");
        let (between, rest) = rest.split_once("\"{\\\"Ok\\\":").expect("there are data");
        let (_, after) = rest.split_once("</script>").expect("the data end");
        let before = format!("{before}<tbody{tag}>");
        let around = [before, format!("</tbody>{between}"), format!(";</script>{after}")];
        let offers = view(&pool).await.offers;
        let template = |billing: &str| {
            let mut rows = rows.split_inclusive("</tr>").zip(&offers);
            let (html, row) =
                rows.find(|(_, row)| row.offer.billing == billing).expect("such an offer");
            Template::of(html, row)
        };
        let (licensed, used) = (template("license"), template("usage"));
        Self { pool, around, licensed, used }
    }
}

/// What stands around the facts of a row.
#[derive(Clone)]
struct Template(Vec<String>);

impl Template {
    /// Of `html`, which shows `row`.
    fn of(html: &str, row: &Row) -> Self {
        let mut rest = html;
        let mut pieces = Vec::new();
        facts(row, |fact| {
            let (before, after) = rest.split_once(fact).expect("the row shows its facts in order");
            pieces.push(before.to_owned());
            rest = after;
        });
        pieces.push(rest.to_owned());
        Self(pieces)
    }
}

/// The facts of `row` that differ between rows, in the order of the columns.
fn facts(row: &Row, mut take: impl FnMut(&str)) {
    let Row { offer, name, description, prices, .. } = row;
    let mut text = String::with_capacity(40);
    let mut written = |fact: std::fmt::Arguments<'_>| {
        text.clear();
        text.write_fmt(fact).expect("writing to a string cannot fail");
        take(&text);
    };
    written(format_args!("{}", offer.id));
    written(format_args!("{}", escaped(name)));
    written(format_args!("{}", escaped(&offer.code)));
    written(format_args!("{}", escaped(description)));
    written(format_args!("{}", category(&offer.category)));
    if offer.billing == "usage" {
        return;
    }
    written(format_args!("{} to {}", Grouped(offer.minimum), Grouped(offer.maximum)));
    for price in [prices.partner, prices.retail] {
        let [yuan, rest] = [price / 10_000, price % 10_000];
        written(format_args!("{yuan}.{rest:04}"));
        written(format_args!("CN¥{}.{:02}", Grouped(yuan), rest / 100));
    }
}

fn category(word: &str) -> &'static str {
    match word {
        "enterprise" => "Enterprise",
        "small-business" => "Small business",
        "trial" => "Trial",
        "add-on" => "Add-on",
        _ => "Usage-based",
    }
}

/// `/page` and `/data`.
pub fn router(bare: Bare) -> Router {
    Router::new().route("/page", get(page)).route("/data", get(data)).with_state(bare)
}

async fn view(pool: &SqlitePool) -> View {
    let offers: Vec<Row> = sqlx::query_as(SQL)
        .bind("2019-06-01")
        .bind("en")
        .bind(None::<&str>)
        .bind(None::<&str>)
        .bind("%")
        .bind("catalogue")
        .fetch_all(pool)
        .await
        .expect("the statement is right");
    let total = offers.len();
    View { offers, total, page: 0, size: 1000, month: "2019-06-01", priced: true, may_pin: true }
}

async fn data(State(bare): State<Bare>) -> Json<View> {
    Json(view(&bare.pool).await)
}

async fn page(State(bare): State<Bare>) -> Html<String> {
    let view = view(&bare.pool).await;
    let [before, between, after] = &bare.around;
    let rows = view.offers.len();
    let mut page = String::with_capacity(before.len() + between.len() + after.len() + rows * 1800);
    page.push_str(before);
    for row in &view.offers {
        let usage = row.offer.billing == "usage";
        let Template(pieces) = if usage { &bare.used } else { &bare.licensed };
        let mut pieces = pieces.iter();
        let mut piece = || pieces.next().map_or("", String::as_str);
        facts(row, |fact| {
            page.push_str(piece());
            page.push_str(fact);
        });
        page.push_str(piece());
    }
    page.push_str(between);
    let data = serde_json::to_string(&view).expect("rows are JSON");
    let data = serde_json::to_string(&format!("{{\"Ok\":{data}}}")).expect("a text is JSON");
    page.push_str(&data.replace('<', "\\u003c"));
    page.push_str(after);
    Html(page)
}

/// A number with a comma before every three digits.
struct Grouped(i64);

impl std::fmt::Display for Grouped {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < 1000 {
            write!(to, "{}", self.0)
        } else {
            write!(to, "{},{:03}", Self(self.0 / 1000), self.0 % 1000)
        }
    }
}

fn escaped(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(['&', '<', '>']) {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").into()
    } else {
        text.into()
    }
}
