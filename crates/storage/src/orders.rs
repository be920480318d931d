//! Orders.

use domain::ids::{CustomerId, OrderId, PartnerId, UserId};
use domain::time::{Day, Instant};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// An order that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrder {
    /// Its id.
    pub id: OrderId,
    /// Who sells.
    pub partner: PartnerId,
    /// Who uses.
    pub customer: CustomerId,
    /// The partner's own reference.
    pub po_number: Option<String>,
    /// The business day.
    pub placed_on: Day,
    /// The moment.
    pub placed_at: Instant,
    /// Who placed it; the nil id is the system.
    pub placed_by: UserId,
}

/// Writes `order`; its number, one more than the last one's.
///
/// Whoever orders next waits for this transaction: if it does not last, the number is free again.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(tx: &mut Tx, order: &NewOrder) -> Result<i64> {
    const NUMBER: &str =
        "UPDATE order_numbers SET last = last + 1 WHERE name = 'orders' RETURNING last";
    const ORDER: &str = "
        INSERT INTO orders (id, partner_id, customer_id, number, po_number, placed_on, placed_at,
                            placed_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    Ok(on_backend!(tx, |connection| {
        let number: i64 = sqlx::query_scalar(NUMBER).fetch_one(&mut *connection).await?;
        sqlx::query(ORDER)
            .bind(Uuid::from(order.id))
            .bind(Uuid::from(order.partner))
            .bind(Uuid::from(order.customer))
            .bind(number)
            .bind(&order.po_number)
            .bind(order.placed_on)
            .bind(order.placed_at)
            .bind(Uuid::from(order.placed_by))
            .execute(connection)
            .await?;
        number
    }))
}

/// The number of the order `id` of `partner`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn number(tx: &mut Tx, partner: PartnerId, id: OrderId) -> Result<Option<i64>> {
    const SQL: &str = "SELECT number FROM orders WHERE partner_id = $1 AND id = $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    }))
}
