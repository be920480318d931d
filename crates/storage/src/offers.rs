//! All offers at once, sold or not: what is bought outlives the price list.

use std::collections::HashMap;

use domain::catalogue::{LinkKind, Offer, Prices};
use domain::ids::OfferId;
use domain::money::UnitPrice;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

/// An offer, with its words in one language and its prices of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The offer.
    pub offer: Offer,
    /// Its name.
    pub name: String,
    /// One or two sentences.
    pub description: String,
    /// What it costs; none if it is not sold in that month.
    pub prices: Option<Prices>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    code: String,
    sku_id: Uuid,
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
    name: String,
    description: String,
    partner_price: Option<i64>,
    retail_price: Option<i64>,
}

impl TryFrom<Row> for Known {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "offers", column };
        let count = |value: i64, column| u32::try_from(value).map_err(|_| corrupt(column));
        let price = |stored: Option<i64>| stored.map(UnitPrice::from_stored);
        let prices = price(row.partner_price).zip(price(row.retail_price));
        Ok(Self {
            offer: Offer {
                id: OfferId::from(row.id),
                code: row.code,
                sku: row.sku_id,
                string_id: row.string_id,
                category: row.category.parse().map_err(|_| corrupt("category"))?,
                segment: row.segment.parse().map_err(|_| corrupt("segment"))?,
                billing: row.billing.parse().map_err(|_| corrupt("billing"))?,
                unit: row.unit.parse().map_err(|_| corrupt("unit"))?,
                minimum: count(row.minimum, "minimum")?,
                maximum: count(row.maximum, "maximum")?,
                per_customer: row.per_customer.map(|n| count(n, "per_customer")).transpose()?,
                add_on: row.add_on,
                rank: count(row.rank, "rank")?,
            },
            name: row.name,
            description: row.description,
            prices: prices.map(|(partner, retail)| Prices { partner, retail }),
        })
    }
}

/// All offers in the catalogue's order, with words in `language` and the prices of `month`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn known(tx: &mut Tx, month: Option<Day>, language: &str) -> Result<Vec<Known>> {
    const SQL: &str = "
        SELECT o.id, o.code, o.sku_id, o.string_id, o.category, o.segment, o.billing, o.unit,
               o.minimum, o.maximum, o.per_customer, o.add_on, o.rank,
               t.name, t.description, p.partner_price, p.retail_price
        FROM offers o
        JOIN offer_texts t ON t.offer_id = o.id AND t.language = $2
        LEFT JOIN prices p ON p.offer_id = o.id AND p.month = $1
        ORDER BY CASE o.category
                     WHEN 'enterprise' THEN 1 WHEN 'small-business' THEN 2
                     WHEN 'trial' THEN 3 WHEN 'add-on' THEN 4 ELSE 5 END,
                 o.rank, t.sort_key, o.code";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(month).bind(language).fetch_all(connection).await?
    });
    rows.into_iter().map(Known::try_from).collect()
}

/// How all offers hang together.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn links(tx: &mut Tx) -> Result<Vec<(OfferId, LinkKind, OfferId)>> {
    const SQL: &str = "
        SELECT offer_id, kind, target_id FROM offer_links ORDER BY offer_id, kind, position";
    let rows: Vec<(Uuid, String, Uuid)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
    let link = |(offer, kind, target): (Uuid, String, Uuid)| {
        let corrupt = Error::Corrupt { table: "offer_links", column: "kind" };
        Ok((OfferId::from(offer), kind.parse().map_err(|_| corrupt)?, OfferId::from(target)))
    };
    rows.into_iter().map(link).collect()
}

/// The ids of the service plans inside each offer, in order.
///
/// # Errors
///
/// If the database does not answer.
pub async fn plans(tx: &mut Tx) -> Result<HashMap<OfferId, Vec<String>>> {
    const SQL: &str = "
        SELECT offer_id, service_plan_id FROM offer_service_plans ORDER BY offer_id, position";
    let rows: Vec<(Uuid, String)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
    let mut plans: HashMap<OfferId, Vec<String>> = HashMap::new();
    for (offer, plan) in rows {
        plans.entry(OfferId::from(offer)).or_default().push(plan);
    }
    Ok(plans)
}

/// What the partner paid for `offer` on the list of `month`, if it was sold then.
///
/// # Errors
///
/// If the database does not answer.
pub async fn price(tx: &mut Tx, month: Day, offer: OfferId) -> Result<Option<UnitPrice>> {
    const SQL: &str = "SELECT partner_price FROM prices WHERE month = $1 AND offer_id = $2";
    let price: Option<i64> = on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(month)
            .bind(Uuid::from(offer))
            .fetch_optional(connection)
            .await?
    });
    Ok(price.map(UnitPrice::from_stored))
}
