//! What adds to a partner's exposure beside subscriptions and invoices: usage not billed yet, limits.

use std::collections::HashMap;

use domain::billing::UsageQuantity;
use domain::ids::{CustomerId, PartnerId};
use domain::money::{Money, UnitPrice};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// Usage at one price that no invoice has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnbilledUsage {
    /// Whose.
    pub customer: CustomerId,
    /// The price of a unit.
    pub list_price: UnitPrice,
    /// How much.
    pub consumed: UsageQuantity,
}

/// What customers of `partner` have used and was not billed; of one customer only, if `customer` is
/// one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn unbilled_usage(
    tx: &mut Tx,
    partner: PartnerId,
    customer: Option<CustomerId>,
) -> Result<Vec<UnbilledUsage>> {
    const SQL: &str = "
        SELECT customer_id, list_price, CAST(SUM(consumed) AS BIGINT)
        FROM usage_records
        WHERE partner_id = $1 AND invoice_id IS NULL AND (customer_id = $2 OR $2 IS NULL)
        GROUP BY customer_id, list_price";
    let rows: Vec<(Uuid, i64, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(customer.map(Uuid::from))
            .fetch_all(connection)
            .await?
    });
    let used = |(customer, list_price, consumed): (Uuid, i64, i64)| UnbilledUsage {
        customer: customer.into(),
        list_price: UnitPrice::from_stored(list_price),
        consumed: UsageQuantity::from_stored(consumed),
    };
    Ok(rows.into_iter().map(used).collect())
}

/// The limits that `partner` has set for customers.
///
/// # Errors
///
/// If the database does not answer.
pub async fn limits(tx: &mut Tx, partner: PartnerId) -> Result<HashMap<CustomerId, Money>> {
    const SQL: &str = "
        SELECT customer_id, credit_limit FROM customer_risks
        WHERE partner_id = $1 AND credit_limit IS NOT NULL";
    let rows: Vec<(Uuid, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    Ok(rows.into_iter().map(|(customer, fen)| (customer.into(), Money::from_fen(fen))).collect())
}
