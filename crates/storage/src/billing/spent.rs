//! What invoices came to, service by service.

use domain::billing::Spent;
use domain::ids::PartnerId;
use domain::money::Money;
use domain::time::Day;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// What the invoices of `partner` from `since` on came to, for each date and offer.
///
/// # Errors
///
/// If the database does not answer.
pub async fn since(tx: &mut Tx, partner: PartnerId, since: Day) -> Result<Vec<Spent>> {
    const SQL: &str = "
        SELECT billing_date, offer_id, CAST(SUM(total) AS BIGINT), CAST(SUM(seats) AS BIGINT)
        FROM (
            SELECT i.billing_date, l.offer_id, l.amount - l.discount + l.tax AS total,
                   CASE WHEN l.charge_type IN ('CYCLE_FEE', 'RENEW_FEE') THEN l.quantity
                        ELSE CAST(0 AS BIGINT) END AS seats
            FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
            WHERE i.partner_id = $1 AND i.kind = 'invoice' AND i.billing_date >= $2
            UNION ALL
            SELECT i.billing_date, u.offer_id, u.amount + u.tax AS total,
                   CAST(0 AS BIGINT) AS seats
            FROM invoices i JOIN usage_lines u ON u.invoice_id = i.id
            WHERE i.partner_id = $1 AND i.kind = 'invoice' AND i.billing_date >= $2
        ) AS charges
        GROUP BY billing_date, offer_id
        ORDER BY billing_date, offer_id";
    let rows: Vec<(Day, Uuid, i64, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).bind(since).fetch_all(connection).await?
    });
    let spent = |(billing_date, offer, total, seats): (Day, Uuid, i64, i64)| Spent {
        billing_date,
        offer: offer.into(),
        total: Money::from_fen(total),
        seats,
    };
    Ok(rows.into_iter().map(spent).collect())
}
