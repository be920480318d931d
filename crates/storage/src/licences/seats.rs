//! Seats: taken, given back, counted.

use domain::ids::{CustomerId, PartnerId, SkuId};
use domain::licences::{PoolSeats, SeatRow, SeatTotals};
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

#[derive(FromRow)]
struct PoolRow {
    sku_id: Uuid,
    bought: i64,
    valid: i64,
    assigned: i64,
    blocked: i64,
}

#[derive(FromRow)]
struct ReportRow {
    customer_id: Uuid,
    company_name: String,
    sku_id: Uuid,
    bought: i64,
    valid: i64,
    assigned: i64,
    blocked: i64,
    subscription_id: Option<Uuid>,
}

#[derive(FromRow)]
struct TotalsRow {
    bought: Option<i64>,
    valid: Option<i64>,
    assigned: Option<i64>,
    blocked: Option<i64>,
    free: Option<i64>,
    idle: Option<i64>,
    lines: i64,
}

/// Waits until no other change of licences of `customer` is under way.
///
/// # Errors
///
/// If the database does not answer.
pub async fn lock(tx: &mut Tx, customer: CustomerId) -> Result<()> {
    const CUSTOMER: &str = "UPDATE customers SET version = version WHERE id = $1";
    // Seats that are bought or suspended meanwhile would change what was counted.
    const POOLS: &str = "UPDATE licence_pools SET assigned = assigned WHERE customer_id = $1";
    let customer = Uuid::from(customer);
    on_backend!(tx, |connection| {
        sqlx::query(CUSTOMER).bind(customer).execute(&mut *connection).await?;
        sqlx::query(POOLS).bind(customer).execute(&mut *connection).await?;
    });
    Ok(())
}

/// Takes `count` seats of `sku`, if so many can be assigned; whether they could.
///
/// One statement, so that of many takers of the last seat one gets it.
///
/// # Errors
///
/// If the database does not answer.
pub async fn take(tx: &mut Tx, customer: CustomerId, sku: SkuId, count: i64) -> Result<bool> {
    const SQL: &str = "
        UPDATE licence_pools SET assigned = assigned + $3
        WHERE customer_id = $1 AND sku_id = $2 AND assigned + $3 <= valid";
    changed(tx, SQL, customer, sku, count).await
}

/// Gives back `count` seats of `sku`; whether so many were assigned.
///
/// # Errors
///
/// If the database does not answer.
pub async fn give_back(tx: &mut Tx, customer: CustomerId, sku: SkuId, count: i64) -> Result<bool> {
    const SQL: &str = "
        UPDATE licence_pools SET assigned = assigned - $3
        WHERE customer_id = $1 AND sku_id = $2 AND assigned >= $3";
    changed(tx, SQL, customer, sku, count).await
}

async fn changed(
    tx: &mut Tx,
    sql: &'static str,
    customer: CustomerId,
    sku: SkuId,
    count: i64,
) -> Result<bool> {
    let rows = on_backend!(tx, |connection| {
        sqlx::query(sql)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(sku))
            .bind(count)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// The seats of each SKU that `customer` has bought.
///
/// # Errors
///
/// If the database does not answer.
pub async fn list(tx: &mut Tx, customer: CustomerId) -> Result<Vec<(SkuId, PoolSeats)>> {
    const SQL: &str = "
        SELECT p.sku_id, p.bought, p.valid, p.assigned,
               (SELECT COUNT(*) FROM licence_assignments a
                JOIN users u ON u.id = a.user_id AND u.status = 'disabled'
                WHERE a.customer_id = p.customer_id AND a.sku_id = p.sku_id) AS blocked
        FROM licence_pools p
        WHERE p.customer_id = $1
        ORDER BY p.sku_id";
    let rows: Vec<PoolRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).fetch_all(connection).await?
    });
    let seats = |row: PoolRow| {
        let PoolRow { sku_id, bought, valid, assigned, blocked } = row;
        (SkuId::from(sku_id), PoolSeats { bought, valid, assigned, blocked })
    };
    Ok(rows.into_iter().map(seats).collect())
}

/// What `partner` ($1) has sold for people, by customer ($2, or all) and SKU, before anything is
/// left out. What other partners have sold of the same SKU is not counted; seats that are assigned
/// count as the partner's own first.
const SOLD: &str = "
    WITH own AS (
        SELECT s.customer_id, o.sku_id, CAST(SUM(s.quantity) AS BIGINT) AS bought,
               CAST(SUM(CASE s.status WHEN 'active' THEN s.quantity ELSE 0 END) AS BIGINT) AS valid
        FROM subscriptions s
        JOIN offers o ON o.id = s.offer_id AND o.unit = 'licences'
        WHERE s.partner_id = $1 AND s.status <> 'deleted' AND (s.customer_id = $2 OR $2 IS NULL)
        GROUP BY s.customer_id, o.sku_id
    ), counted AS (
        SELECT own.customer_id, own.sku_id, own.bought, own.valid,
               CASE WHEN p.assigned >= own.bought THEN own.bought ELSE COALESCE(p.assigned, 0) END
                   AS assigned,
               (SELECT COUNT(*) FROM licence_assignments a
                JOIN users u ON u.id = a.user_id AND u.status = 'disabled'
                WHERE a.customer_id = own.customer_id AND a.sku_id = own.sku_id) AS blocked
        FROM own
        LEFT JOIN licence_pools p ON p.customer_id = own.customer_id AND p.sku_id = own.sku_id
    ), sold AS (
        SELECT customer_id, sku_id, bought, valid, assigned,
               CASE WHEN blocked < assigned THEN blocked ELSE assigned END AS blocked
        FROM counted
    )";

/// What `partner` has sold, line by line: the most idle seats first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn sold(
    tx: &mut Tx,
    partner: PartnerId,
    customer: Option<CustomerId>,
    idle_only: bool,
    page: Page,
) -> Result<Vec<SeatRow>> {
    let sql = format!(
        "{SOLD}
        SELECT sold.customer_id, c.company_name, sold.sku_id, sold.bought, sold.valid,
               sold.assigned, sold.blocked,
               (SELECT s.id FROM subscriptions s JOIN offers o ON o.id = s.offer_id
                WHERE s.partner_id = $1 AND s.customer_id = sold.customer_id
                  AND o.sku_id = sold.sku_id AND s.status = 'active'
                ORDER BY s.quantity DESC, s.id LIMIT 1) AS subscription_id
        FROM sold JOIN customers c ON c.id = sold.customer_id
        WHERE (sold.bought - sold.assigned + sold.blocked > 0 OR NOT $3)
        ORDER BY sold.bought - sold.assigned + sold.blocked DESC, c.sort_key, sold.customer_id,
                 sold.sku_id
        LIMIT $4 OFFSET $5"
    );
    let rows: Vec<ReportRow> = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(Uuid::from(partner))
            .bind(customer.map(Uuid::from))
            .bind(idle_only)
            .bind(page.limit)
            .bind(page.offset)
            .fetch_all(connection)
            .await?
    });
    let line = |row: ReportRow| SeatRow {
        customer: row.customer_id.into(),
        company: row.company_name,
        sku: row.sku_id.into(),
        licence: String::new(),
        seats: PoolSeats {
            bought: row.bought,
            valid: row.valid,
            assigned: row.assigned,
            blocked: row.blocked,
        },
        subscription: row.subscription_id.map(Into::into),
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Which part of a list.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Most rows.
    pub limit: i64,
    /// Rows before the first.
    pub offset: i64,
}

/// What the lines of [`sold`] add up to, over all pages.
///
/// # Errors
///
/// If the database does not answer.
pub async fn totals(
    tx: &mut Tx,
    partner: PartnerId,
    customer: Option<CustomerId>,
    idle_only: bool,
) -> Result<SeatTotals> {
    let sql = format!(
        "{SOLD}
        SELECT CAST(SUM(bought) AS BIGINT) AS bought, CAST(SUM(valid) AS BIGINT) AS valid,
               CAST(SUM(assigned) AS BIGINT) AS assigned, CAST(SUM(blocked) AS BIGINT) AS blocked,
               CAST(SUM(bought - assigned) AS BIGINT) AS free,
               CAST(SUM(bought - assigned + blocked) AS BIGINT) AS idle, COUNT(*) AS lines
        FROM sold
        WHERE (bought - assigned + blocked > 0 OR NOT $3)"
    );
    let row: TotalsRow = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(Uuid::from(partner))
            .bind(customer.map(Uuid::from))
            .bind(idle_only)
            .fetch_one(connection)
            .await?
    });
    Ok(SeatTotals {
        seats: PoolSeats {
            bought: row.bought.unwrap_or_default(),
            valid: row.valid.unwrap_or_default(),
            assigned: row.assigned.unwrap_or_default(),
            blocked: row.blocked.unwrap_or_default(),
        },
        idle: row.idle.unwrap_or_default(),
        free: row.free.unwrap_or_default(),
        rows: row.lines,
    })
}
