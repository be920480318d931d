//! Invoices, as they were issued, and where they stand.

use domain::billing::{Days, InvoiceHeader, InvoiceSummary, Sections};
use domain::error::Entity;
use domain::ids::{InvoiceId, PartnerId};
use domain::money::Money;
use domain::time::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    number: String,
    kind: String,
    corrects: Option<Uuid>,
    billing_date: Day,
    period_first: Day,
    period_last: Day,
    issued_at: Instant,
    due_on: Day,
    lines: i64,
    usage_lines: i64,
    recurring: i64,
    other_products: i64,
    usage: i64,
    usage_discounts: i64,
    discounts: i64,
    credits: i64,
    tax: i64,
    total: i64,
    previous_balance: i64,
    payments: i64,
    finance_charge: i64,
    payable: i64,
    paid: i64,
    paid_on: Option<Day>,
    version: i64,
}

impl TryFrom<Row> for InvoiceSummary {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "invoices", column };
        let fen = Money::from_fen;
        Ok(Self {
            id: row.id.into(),
            number: row.number,
            kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
            corrects: row.corrects.map(InvoiceId::from),
            billing_date: row.billing_date,
            period: Days { first: row.period_first, last: row.period_last },
            issued_at: row.issued_at,
            due_on: row.due_on,
            sections: Sections {
                recurring: fen(row.recurring),
                other_products: fen(row.other_products),
                usage: fen(row.usage),
                usage_discounts: fen(row.usage_discounts),
                discounts: fen(row.discounts),
                credits: fen(row.credits),
                tax: fen(row.tax),
                total: fen(row.total),
            },
            previous_balance: fen(row.previous_balance),
            payments: fen(row.payments),
            finance_charge: fen(row.finance_charge),
            payable: fen(row.payable),
            paid: fen(row.paid),
            paid_on: row.paid_on,
            lines: u32::try_from(row.lines).map_err(|_| corrupt("lines"))?,
            usage_lines: u32::try_from(row.usage_lines).map_err(|_| corrupt("usage_lines"))?,
            version: row.version,
        })
    }
}

/// A query of [`Row`]s of which the condition is given.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.number, i.kind, i.corrects, i.billing_date, i.period_first, ",
            "i.period_last, i.issued_at, i.due_on, i.lines, i.usage_lines, i.recurring, ",
            "i.other_products, i.usage, i.usage_discounts, i.discounts, i.credits, i.tax, ",
            "i.total, i.previous_balance, i.payments, i.finance_charge, i.payable, s.paid, ",
            "s.paid_on, s.version ",
            "FROM invoices i JOIN invoice_settlements s ON s.invoice_id = i.id ",
            $rest
        )
    };
}

/// Writes the invoice `new` of `partner`, with what is paid of it by now, and the header.
///
/// # Errors
///
/// [`Error::violates`] `invoices_partner_id_billing_date_key`, `invoices.billing_date` if there is
/// one of that date.
pub async fn insert(
    tx: &mut Tx,
    partner: PartnerId,
    new: &InvoiceSummary,
    header: &InvoiceHeader,
) -> Result<()> {
    const INVOICE: &str = "
        INSERT INTO invoices (
            id, partner_id, number, kind, corrects, billing_date, period_first, period_last,
            issued_at, due_on, header, lines, usage_lines, recurring, other_products, usage,
            usage_discounts, discounts, credits, tax, total, previous_balance, payments,
            finance_charge, payable)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21, $22, $23, $24, $25)";
    const SETTLEMENT: &str = "
        INSERT INTO invoice_settlements (invoice_id, partner_id, due_on, payable, paid, paid_on)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let header = serde_json::to_string(header)
        .map_err(|_| Error::Corrupt { table: "invoices", column: "header" })?;
    let sums = &new.sections;
    on_backend!(tx, |connection| {
        sqlx::query(INVOICE)
            .bind(Uuid::from(new.id))
            .bind(Uuid::from(partner))
            .bind(&new.number)
            .bind(new.kind.as_str())
            .bind(new.corrects.map(Uuid::from))
            .bind(new.billing_date)
            .bind(new.period.first)
            .bind(new.period.last)
            .bind(new.issued_at)
            .bind(new.due_on)
            .bind(header)
            .bind(i64::from(new.lines))
            .bind(i64::from(new.usage_lines))
            .bind(sums.recurring.fen())
            .bind(sums.other_products.fen())
            .bind(sums.usage.fen())
            .bind(sums.usage_discounts.fen())
            .bind(sums.discounts.fen())
            .bind(sums.credits.fen())
            .bind(sums.tax.fen())
            .bind(sums.total.fen())
            .bind(new.previous_balance.fen())
            .bind(new.payments.fen())
            .bind(new.finance_charge.fen())
            .bind(new.payable.fen())
            .execute(&mut *connection)
            .await?;
        sqlx::query(SETTLEMENT)
            .bind(Uuid::from(new.id))
            .bind(Uuid::from(partner))
            .bind(new.due_on)
            .bind(new.payable.fen())
            .bind(new.paid.fen())
            .bind(new.paid_on)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// The invoice `id` of `partner` and its header.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(
    tx: &mut Tx,
    partner: PartnerId,
    id: InvoiceId,
) -> Result<Option<(InvoiceSummary, InvoiceHeader)>> {
    const SQL: &str = select!("WHERE i.partner_id = $1 AND i.id = $2");
    const HEADER: &str = "SELECT header FROM invoices WHERE partner_id = $1 AND id = $2";
    let (partner, id) = (Uuid::from(partner), Uuid::from(id));
    let row: Option<Row> = on_backend!(&mut *tx, |connection| {
        sqlx::query_as(SQL).bind(partner).bind(id).fetch_optional(connection).await?
    });
    let Some(row) = row else { return Ok(None) };
    let header: String = on_backend!(tx, |connection| {
        sqlx::query_scalar(HEADER).bind(partner).bind(id).fetch_one(connection).await?
    });
    let header = serde_json::from_str(&header)
        .map_err(|_| Error::Corrupt { table: "invoices", column: "header" })?;
    Ok(Some((InvoiceSummary::try_from(row)?, header)))
}

/// The invoices and credit notes of `partner` dated from `first` to `last`, the newest first.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(
    tx: &mut Tx,
    partner: PartnerId,
    (first, last): (Day, Day),
) -> Result<Vec<InvoiceSummary>> {
    const SQL: &str = select!(
        "WHERE i.partner_id = $1 AND i.billing_date BETWEEN $2 AND $3
         ORDER BY i.billing_date DESC, i.issued_at DESC, i.number DESC"
    );
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(first)
            .bind(last)
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(InvoiceSummary::try_from).collect()
}

/// The last invoice of `partner` before `date`; credit notes do not count.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn before(tx: &mut Tx, partner: PartnerId, date: Day) -> Result<Option<InvoiceSummary>> {
    const SQL: &str = select!(
        "WHERE i.partner_id = $1 AND i.kind = 'invoice' AND i.billing_date < $2
         ORDER BY i.billing_date DESC LIMIT 1"
    );
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).bind(date).fetch_optional(connection).await?
    });
    row.map(InvoiceSummary::try_from).transpose()
}

/// The invoices of `partner` that are not paid, the oldest first.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn unpaid(tx: &mut Tx, partner: PartnerId) -> Result<Vec<InvoiceSummary>> {
    const SQL: &str = select!(
        "WHERE s.partner_id = $1 AND s.paid_on IS NULL AND i.kind = 'invoice'
         ORDER BY i.billing_date, i.number"
    );
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    rows.into_iter().map(InvoiceSummary::try_from).collect()
}

/// The credit notes about the invoice `id` of `partner`, the oldest first.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn corrections(
    tx: &mut Tx,
    partner: PartnerId,
    id: InvoiceId,
) -> Result<Vec<InvoiceSummary>> {
    const SQL: &str =
        select!("WHERE i.partner_id = $1 AND i.corrects = $2 ORDER BY i.issued_at, i.number");
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(InvoiceSummary::try_from).collect()
}

/// Writes that being late with the invoice `id` of `partner`, whose settlement has still the version
/// `seen`, costs nothing from now on.
///
/// # Errors
///
/// [`Error::Stale`] if somebody settled it meanwhile.
pub async fn waive(tx: &mut Tx, partner: PartnerId, (id, seen): (InvoiceId, i64)) -> Result<()> {
    const SQL: &str = "
        UPDATE invoice_settlements SET finance_waived = $4, version = version + 1
        WHERE partner_id = $1 AND invoice_id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(true)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Invoice }) }
}

/// The first and the last billing date of `partner` that has been run.
///
/// # Errors
///
/// If the database does not answer.
pub async fn first_and_last(tx: &mut Tx, partner: PartnerId) -> Result<Option<(Day, Day)>> {
    const SQL: &str = "
        SELECT MIN(billing_date), MAX(billing_date) FROM billing_runs
        WHERE partner_id = $1 AND status <> 'parked'";
    let (first, last): (Option<Day>, Option<Day>) = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_one(connection).await?
    });
    Ok(first.zip(last))
}

/// Adds `amount` to what is paid of the invoice `id` of `partner`, whose settlement has still the
/// version `seen`; `paid_on` if nothing is left.
///
/// # Errors
///
/// [`Error::Stale`] if somebody settled it meanwhile.
pub async fn settle(
    tx: &mut Tx,
    partner: PartnerId,
    (id, seen): (InvoiceId, i64),
    amount: Money,
    paid_on: Option<Day>,
) -> Result<()> {
    const SQL: &str = "
        UPDATE invoice_settlements
        SET paid = paid + $4, paid_on = $5, version = version + 1
        WHERE partner_id = $1 AND invoice_id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(amount.fen())
            .bind(paid_on)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Invoice }) }
}
