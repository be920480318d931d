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
}

impl Bare {
    /// For a copy of `page`, of which only rows and data are written anew.
    pub fn new(pool: SqlitePool, page: &str) -> Self {
        // The framework's markers are nothing that a hand would write.
        let page = page.replace("<!>", "");
        let (before, rest) = page.split_once("<tr><th scope=\"row\"").expect("there are rows");
        let (_, rest) = rest.split_once("</tbody>").expect("the table ends");
        let (between, rest) = rest.split_once("\"{\\\"Ok\\\":").expect("there are data");
        let (_, after) = rest.split_once("</script>").expect("the data end");
        let after = format!(";</script>{after}");
        Self { pool, around: [before.to_owned(), format!("</tbody>{between}"), after] }
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
        write_row(&mut page, row).expect("writing to a string cannot fail");
    }
    page.push_str(between);
    let data = serde_json::to_string(&view).expect("rows are JSON");
    let data = serde_json::to_string(&format!("{{\"Ok\":{data}}}")).expect("a text is JSON");
    page.push_str(&data.replace('<', "\\u003c"));
    page.push_str(after);
    Html(page)
}

fn write_row(page: &mut String, row: &Row) -> std::fmt::Result {
    let Row { offer, name, description, prices, .. } = row;
    let category = match offer.category.as_str() {
        "enterprise" => "Enterprise",
        "small-business" => "Small business",
        "trial" => "Trial",
        "add-on" => "Add-on",
        _ => "Usage-based",
    };
    let usage = offer.billing == "usage";
    write!(
        page,
        "<tr><th scope=\"row\" role=\"rowheader\" class=\"table__cell table__cell--main\">\
         <a href=\"/catalog/{}\">{}</a> <p class=\"cell-note\">{}</p></th>\
         <td role=\"cell\" data-label=\"Code\" class=\"table__cell\"><span class=\"code\">{}</span></td>\
         <td role=\"cell\" data-label=\"Category\" class=\"table__cell\">{category}</td>\
         <td role=\"cell\" data-label=\"Billing\" class=\"table__cell\">{}</td>\
         <td role=\"cell\" data-label=\"Unit\" class=\"table__cell\">{}</td>\
         <td role=\"cell\" data-label=\"Quantity\" class=\"table__cell table__cell--number\">",
        offer.id,
        escaped(name),
        escaped(description),
        escaped(&offer.code),
        if usage { "Usage-based" } else { "License-based" },
        if usage { "By consumption" } else { "Licenses" },
    )?;
    if usage {
        page.push('–');
    } else {
        write!(page, "{} to {}", Grouped(offer.minimum), Grouped(offer.maximum))?;
    }
    page.push_str("</td>");
    let sums = [("Partner price", prices.partner), ("Estimated retail price (ERP)", prices.retail)];
    for (label, price) in sums {
        write!(
            page,
            "<td role=\"cell\" data-label=\"{label}\" class=\"table__cell table__cell--number\">"
        )?;
        if usage {
            page.push_str("By consumption");
        } else {
            let [yuan, rest] = [price / 10_000, price % 10_000];
            write!(
                page,
                "<data value=\"{yuan}.{rest:04}\" class=\"money\">CN¥{}.{:02}</data>",
                Grouped(yuan),
                rest / 100,
            )?;
        }
        page.push_str("</td>");
    }
    page.push_str("</tr>");
    Ok(())
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
