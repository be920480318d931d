//! Price lists as a whole, partners' own prices, and whom new prices concern.

use std::collections::HashMap;

use domain::catalogue::Prices;
use domain::ids::{CustomerId, OfferId, PartnerId, PriceUploadId, SubscriptionId, UserId};
use domain::money::UnitPrice;
use domain::prices::ListedMonth;
use domain::time::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

/// All lists, the latest month first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn lists(tx: &mut Tx) -> Result<Vec<ListedMonth>> {
    const SQL: &str = "
        SELECT l.month, l.published_on, COUNT(p.offer_id)
        FROM price_lists l
        LEFT JOIN prices p ON p.month = l.month
        GROUP BY l.month, l.published_on
        ORDER BY l.month DESC";
    let rows: Vec<(Day, Day, i64)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
    let list = |(month, published_on, offers)| ListedMonth { month, published_on, offers };
    Ok(rows.into_iter().map(list).collect())
}

/// The prices of the list of `month`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn of_month(tx: &mut Tx, month: Day) -> Result<HashMap<OfferId, Prices>> {
    const SQL: &str = "SELECT offer_id, partner_price, retail_price FROM prices WHERE month = $1";
    let rows: Vec<(Uuid, i64, i64)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).bind(month).fetch_all(connection).await?);
    let price = |(offer, partner, retail): (Uuid, i64, i64)| {
        let [partner, retail] = [partner, retail].map(UnitPrice::from_stored);
        (OfferId::from(offer), Prices { partner, retail })
    };
    Ok(rows.into_iter().map(price).collect())
}

/// Puts `prices` into the list of `month`, which is published on `published_on` unless it has been
/// before; nothing is removed.
///
/// # Errors
///
/// If an offer is missing, or the database does not answer.
pub async fn merge(
    tx: &mut Tx,
    month: Day,
    published_on: Day,
    prices: &[(OfferId, Prices)],
) -> Result<()> {
    const LIST: &str = "
        INSERT INTO price_lists (month, published_on) VALUES ($1, $2)
        ON CONFLICT (month) DO NOTHING";
    const PRICE: &str = "
        INSERT INTO prices (month, offer_id, partner_price, retail_price) VALUES ($1, $2, $3, $4)
        ON CONFLICT (month, offer_id) DO UPDATE
        SET partner_price = excluded.partner_price, retail_price = excluded.retail_price";
    on_backend!(tx, |connection| {
        sqlx::query(LIST).bind(month).bind(published_on).execute(&mut *connection).await?;
        for (offer, prices) in prices {
            sqlx::query(PRICE)
                .bind(month)
                .bind(Uuid::from(*offer))
                .bind(prices.partner.stored())
                .bind(prices.retail.stored())
                .execute(&mut *connection)
                .await?;
        }
    });
    Ok(())
}

/// What `partner` pays on `day` instead of the list's price, by offer; of several, the lowest.
///
/// # Errors
///
/// If the database does not answer.
pub async fn specials(
    tx: &mut Tx,
    partner: PartnerId,
    day: Day,
) -> Result<HashMap<OfferId, UnitPrice>> {
    const SQL: &str = "
        SELECT offer_id, MIN(partner_price) FROM special_prices
        WHERE partner_id = $1 AND first_day <= $2 AND last_day >= $2
        GROUP BY offer_id";
    let rows: Vec<(Uuid, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).bind(day).fetch_all(connection).await?
    });
    let price = |(offer, price)| (OfferId::from(offer), UnitPrice::from_stored(price));
    Ok(rows.into_iter().map(price).collect())
}

/// A price that a partner pays instead of the list's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Special {
    /// Names it.
    pub id: Uuid,
    /// For what.
    pub offer: OfferId,
    /// The price.
    pub price: UnitPrice,
    /// The first day of orders and renewals at this price.
    pub first_day: Day,
    /// The last.
    pub last_day: Day,
}

impl Special {
    /// Whether it can be had on `day`.
    #[must_use]
    pub fn counts_on(&self, day: Day) -> bool {
        (self.first_day..=self.last_day).contains(&day)
    }
}

/// The prices of `partner` alone that can be had on `day` or later, the first to begin first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn list_specials(tx: &mut Tx, partner: PartnerId, day: Day) -> Result<Vec<Special>> {
    const SQL: &str = "
        SELECT id, offer_id, partner_price, first_day, last_day FROM special_prices
        WHERE partner_id = $1 AND last_day >= $2
        ORDER BY first_day, last_day, id";
    let rows: Vec<(Uuid, Uuid, i64, Day, Day)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).bind(day).fetch_all(connection).await?
    });
    let special = |(id, offer, price, first_day, last_day)| Special {
        id,
        offer: OfferId::from(offer),
        price: UnitPrice::from_stored(price),
        first_day,
        last_day,
    };
    Ok(rows.into_iter().map(special).collect())
}

/// Writes a price of `partner` alone; what stands under its id is replaced.
///
/// # Errors
///
/// If the offer is missing, or the database does not answer.
pub async fn put_special(tx: &mut Tx, partner: PartnerId, special: &Special) -> Result<()> {
    const SQL: &str = "
        INSERT INTO special_prices (id, partner_id, offer_id, partner_price, first_day, last_day)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE
        SET partner_price = excluded.partner_price, first_day = excluded.first_day,
            last_day = excluded.last_day";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(special.id)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(special.offer))
            .bind(special.price.stored())
            .bind(special.first_day)
            .bind(special.last_day)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// A subscription whose next term may cost something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewing {
    /// Which.
    pub subscription: SubscriptionId,
    /// Whose.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// Its nickname.
    pub nickname: Option<String>,
    /// What it is of.
    pub offer: OfferId,
    /// Units.
    pub quantity: u32,
    /// What one unit costs until it renews.
    pub price: UnitPrice,
    /// What the list of the month asks.
    pub list: Option<UnitPrice>,
    /// When it renews.
    pub renews_on: Day,
}

#[derive(FromRow)]
struct RenewingRow {
    id: Uuid,
    customer_id: Uuid,
    company_name: String,
    nickname: Option<String>,
    offer_id: Uuid,
    quantity: i64,
    unit_price: i64,
    partner_price: Option<i64>,
    renews_on: Day,
}

/// The subscriptions of `partner` that renew on `from` or later and whose price is not the one of
/// the list of `month`, or may be the partner's own; by customer, then by day.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn renewing(
    tx: &mut Tx,
    partner: PartnerId,
    month: Day,
    from: Day,
) -> Result<Vec<Renewing>> {
    const SQL: &str = "
        SELECT s.id, s.customer_id, c.company_name, s.nickname, s.offer_id, s.quantity,
               s.unit_price, p.partner_price, s.renews_on
        FROM subscriptions s
        JOIN customers c ON c.id = s.customer_id
        LEFT JOIN prices p ON p.month = $2 AND p.offer_id = s.offer_id
        WHERE s.partner_id = $1 AND s.renews_on >= $3 AND s.renews AND s.status <> 'deleted'
          AND (p.partner_price <> s.unit_price OR EXISTS (
              SELECT 1 FROM special_prices x
              WHERE x.partner_id = s.partner_id AND x.offer_id = s.offer_id
                AND x.first_day <= s.renews_on AND x.last_day >= s.renews_on))
        ORDER BY c.sort_key, s.customer_id, s.renews_on, s.id";
    let rows: Vec<RenewingRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(month)
            .bind(from)
            .fetch_all(connection)
            .await?
    });
    let renewing = |row: RenewingRow| {
        let corrupt = Error::Corrupt { table: "subscriptions", column: "quantity" };
        Ok(Renewing {
            subscription: SubscriptionId::from(row.id),
            customer: CustomerId::from(row.customer_id),
            customer_name: row.company_name,
            nickname: row.nickname,
            offer: OfferId::from(row.offer_id),
            quantity: u32::try_from(row.quantity).map_err(|_| corrupt)?,
            price: UnitPrice::from_stored(row.unit_price),
            list: row.partner_price.map(UnitPrice::from_stored),
            renews_on: row.renews_on,
        })
    };
    rows.into_iter().map(renewing).collect()
}

/// Keeps a file of prices, its table as JSON.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert_upload(
    tx: &mut Tx,
    id: PriceUploadId,
    month: Day,
    rows: &str,
    by: (UserId, Instant),
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO price_uploads (id, month, rows, created_by, created_at)
        VALUES ($1, $2, $3, $4, $5)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(id))
            .bind(month)
            .bind(rows)
            .bind(Uuid::from(by.0))
            .bind(by.1)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Forgets the files that were looked through before `moment`: how many.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_uploads_before(tx: &mut Tx, moment: Instant) -> Result<u64> {
    const SQL: &str = "DELETE FROM price_uploads WHERE created_at < $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(moment).execute(connection).await?.rows_affected()
    }))
}

/// The month and the table of a kept file.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find_upload(tx: &mut Tx, id: PriceUploadId) -> Result<Option<(Day, String)>> {
    const SQL: &str = "SELECT month, rows FROM price_uploads WHERE id = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(id)).fetch_optional(connection).await?
    }))
}
