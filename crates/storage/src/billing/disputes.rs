//! Lines that partners dispute, as far as the run of the next invoice needs them.

use domain::ids::{DisputeId, InvoiceId, PartnerId};
use domain::money::Money;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// A dispute that has been accepted and is not yet on an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Which.
    pub id: DisputeId,
    /// The invoice with the disputed lines.
    pub invoice: InvoiceId,
    /// What is given back, tax included.
    pub amount: Money,
    /// Places of the disputed lines.
    pub positions: Vec<u32>,
}

/// The accepted disputes of `partner` that are on no invoice yet, in the order of their numbers.
///
/// # Errors
///
/// If the database does not answer.
pub async fn accepted(tx: &mut Tx, partner: PartnerId) -> Result<Vec<Accepted>> {
    const DISPUTES: &str = "
        SELECT id, invoice_id, accepted FROM disputes
        WHERE partner_id = $1 AND accepted IS NOT NULL AND offset_invoice_id IS NULL
        ORDER BY number";
    const LINES: &str =
        "SELECT position FROM dispute_lines WHERE dispute_id = $1 ORDER BY position";
    let rows: Vec<(Uuid, Uuid, i64)> = on_backend!(&mut *tx, |connection| {
        sqlx::query_as(DISPUTES).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    let mut found = Vec::with_capacity(rows.len());
    for (id, invoice, fen) in rows {
        let positions: Vec<i64> = on_backend!(&mut *tx, |connection| {
            sqlx::query_scalar(LINES).bind(id).fetch_all(connection).await?
        });
        let positions = positions.into_iter().filter_map(|place| u32::try_from(place).ok());
        found.push(Accepted {
            id: id.into(),
            invoice: invoice.into(),
            amount: Money::from_fen(fen),
            positions: positions.collect(),
        });
    }
    Ok(found)
}

/// Notes that the dispute `id` of `partner` is settled on `invoice`, which has been written.
///
/// # Errors
///
/// If the database does not answer.
pub async fn settled_on(
    tx: &mut Tx,
    partner: PartnerId,
    id: DisputeId,
    invoice: InvoiceId,
) -> Result<()> {
    const SQL: &str = "
        UPDATE disputes SET offset_invoice_id = $3, version = version + 1
        WHERE partner_id = $1 AND id = $2";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(Uuid::from(invoice))
            .execute(connection)
            .await?;
    });
    Ok(())
}
