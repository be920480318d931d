//! What of an invoice is needed to compare it with another.

use domain::billing::{ChargeType, Charged, Percent, VatRate};
use domain::ids::{CustomerId, InvoiceId, PartnerId, SubscriptionId};
use domain::money::{Money, UnitPrice};
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

/// Lines of one statement.
const BATCH: u32 = 20_000;

/// A line, as far as it says why it costs what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// Whose.
    pub customer: CustomerId,
    /// For which subscription.
    pub subscription: SubscriptionId,
    /// What for.
    pub charge_type: ChargeType,
    /// How much.
    pub charged: Charged,
}

#[derive(FromRow)]
struct Row {
    position: i64,
    customer_id: Uuid,
    subscription_id: Uuid,
    charge_type: String,
    unit_price: i64,
    quantity: i64,
    discount_percent: i64,
    vat: i64,
    total: i64,
}

impl TryFrom<&Row> for ComparedLine {
    type Error = Error;

    fn try_from(row: &Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "invoice_lines", column };
        let percent = |stored: i64, column| {
            let percent = u32::try_from(stored).ok().and_then(Percent::from_stored);
            percent.ok_or(corrupt(column))
        };
        Ok(Self {
            customer: row.customer_id.into(),
            subscription: row.subscription_id.into(),
            charge_type: ChargeType::from_code(&row.charge_type).ok_or(corrupt("charge_type"))?,
            charged: Charged {
                price: UnitPrice::from_stored(row.unit_price),
                seats: u32::try_from(row.quantity).map_err(|_| corrupt("quantity"))?,
                discount: percent(row.discount_percent, "discount_percent")?,
                vat: VatRate(percent(row.vat, "vat")?),
                total: Money::from_fen(row.total),
            },
        })
    }
}

/// The lines of the invoice `invoice` of `partner`, handed to `take` one by one.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn lines(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
    mut take: impl FnMut(ComparedLine),
) -> Result<()> {
    const SQL: &str = "
        SELECT l.position, l.customer_id, l.subscription_id, l.charge_type, l.unit_price,
               l.quantity, l.discount_percent, l.vat, l.amount - l.discount + l.tax AS total
        FROM invoices i
        CROSS JOIN invoice_lines l
        WHERE i.partner_id = $1 AND i.id = $2 AND l.invoice_id = i.id AND l.position > $3
        ORDER BY l.position LIMIT $4";
    let mut after = 0;
    loop {
        let rows: Vec<Row> = on_backend!(&mut *tx, |connection| {
            sqlx::query_as(SQL)
                .bind(Uuid::from(partner))
                .bind(Uuid::from(invoice))
                .bind(after)
                .bind(i64::from(BATCH))
                .fetch_all(connection)
                .await?
        });
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.position;
        for row in &rows {
            take(row.try_into()?);
        }
        if rows.len() < BATCH as usize {
            return Ok(());
        }
    }
}

/// What the usage of each customer comes to on the invoice `invoice` of `partner`, and what of
/// earlier usage is given back, at most 0; both with tax.
///
/// # Errors
///
/// If the database does not answer.
pub async fn usage(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
) -> Result<Vec<(CustomerId, Money, Money)>> {
    const SQL: &str = "
        SELECT u.customer_id,
               CAST(SUM(CASE WHEN u.charge_type = $3 THEN 0 ELSE u.amount + u.tax END) AS BIGINT),
               CAST(SUM(CASE WHEN u.charge_type = $3 THEN u.amount + u.tax ELSE 0 END) AS BIGINT)
        FROM invoices i JOIN usage_lines u ON u.invoice_id = i.id
        WHERE i.partner_id = $1 AND i.id = $2
        GROUP BY u.customer_id";
    let rows: Vec<(Uuid, i64, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .bind(ChargeType::OffsetLineItem.code())
            .fetch_all(connection)
            .await?
    });
    let read = |(customer, used, given): (Uuid, i64, i64)| {
        (customer.into(), Money::from_fen(used), Money::from_fen(given))
    };
    Ok(rows.into_iter().map(read).collect())
}
