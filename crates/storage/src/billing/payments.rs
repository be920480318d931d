//! Money that came in, what it paid, and what being late has cost.

use domain::ids::{InvoiceId, PartnerId, PaymentId, UserId};
use domain::money::Money;
use domain::time::{Day, Instant};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// A bank transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// Who paid.
    pub partner: PartnerId,
    /// The day on which it came in.
    pub received_on: Day,
    /// How much.
    pub amount: Money,
    /// How much of it has paid invoices; the rest is credit.
    pub allocated: Money,
    /// The bank's reference.
    pub reference: String,
    /// Who recorded it.
    pub recorded_by: UserId,
    /// When.
    pub recorded_at: Instant,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    partner_id: Uuid,
    received_on: Day,
    amount: i64,
    allocated: i64,
    reference: String,
    recorded_by: Uuid,
    recorded_at: Instant,
}

impl From<Row> for Payment {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.into(),
            partner: row.partner_id.into(),
            received_on: row.received_on,
            amount: Money::from_fen(row.amount),
            allocated: Money::from_fen(row.allocated),
            reference: row.reference,
            recorded_by: row.recorded_by.into(),
            recorded_at: row.recorded_at,
        }
    }
}

/// Writes `new`.
///
/// # Errors
///
/// [`crate::Error::violates`] `payments_partner_id_reference_key`, `payments.reference` if the
/// transfer is recorded already.
pub async fn insert(tx: &mut Tx, new: &Payment) -> Result<()> {
    const SQL: &str = "
        INSERT INTO payments (id, partner_id, received_on, amount, allocated, reference,
                              recorded_by, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(Uuid::from(new.partner))
            .bind(new.received_on)
            .bind(new.amount.fen())
            .bind(new.allocated.fen())
            .bind(&new.reference)
            .bind(Uuid::from(new.recorded_by))
            .bind(new.recorded_at)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// The newest `limit` payments of `partner`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn newest(tx: &mut Tx, partner: PartnerId, limit: u32) -> Result<Vec<Payment>> {
    const SQL: &str = "
        SELECT id, partner_id, received_on, amount, allocated, reference, recorded_by, recorded_at
        FROM payments WHERE partner_id = $1 ORDER BY received_on DESC, id DESC LIMIT $2";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    Ok(rows.into_iter().map(Payment::from).collect())
}

/// The payments of `partner` of which something is left, the oldest first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn with_credit(tx: &mut Tx, partner: PartnerId) -> Result<Vec<Payment>> {
    const SQL: &str = "
        SELECT id, partner_id, received_on, amount, allocated, reference, recorded_by, recorded_at
        FROM payments WHERE partner_id = $1 AND allocated < amount ORDER BY received_on, id";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    Ok(rows.into_iter().map(Payment::from).collect())
}

/// Σ of what `partner` paid from `first` to `last`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn received(tx: &mut Tx, partner: PartnerId, (first, last): (Day, Day)) -> Result<Money> {
    const SQL: &str = "
        SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM payments
        WHERE partner_id = $1 AND received_on BETWEEN $2 AND $3";
    let fen: i64 = on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(first)
            .bind(last)
            .fetch_one(connection)
            .await?
    });
    Ok(Money::from_fen(fen))
}

/// What an invoice is paid with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A bank transfer.
    Payment(PaymentId),
    /// A correction.
    CreditNote(InvoiceId),
}

/// Writes that `amount` of `source` pays `invoice` on `day`, under the id `id`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn allocate(
    tx: &mut Tx,
    id: Uuid,
    (source, invoice): (Source, InvoiceId),
    amount: Money,
    day: Day,
) -> Result<()> {
    const ALLOCATION: &str = "
        INSERT INTO payment_allocations (id, invoice_id, payment_id, credit_note_id, amount,
                                         allocated_on)
        VALUES ($1, $2, $3, $4, $5, $6)";
    const USED: &str = "UPDATE payments SET allocated = allocated + $2 WHERE id = $1";
    let (payment, note) = match source {
        Source::Payment(payment) => (Some(Uuid::from(payment)), None),
        Source::CreditNote(note) => (None, Some(Uuid::from(note))),
    };
    on_backend!(tx, |connection| {
        sqlx::query(ALLOCATION)
            .bind(id)
            .bind(Uuid::from(invoice))
            .bind(payment)
            .bind(note)
            .bind(amount.fen())
            .bind(day)
            .execute(&mut *connection)
            .await?;
        if let Some(payment) = payment {
            sqlx::query(USED).bind(payment).bind(amount.fen()).execute(connection).await?;
        }
    });
    Ok(())
}

/// An overdue invoice, and what being late has been charged for so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// Which.
    pub invoice: InvoiceId,
    /// Its total, tax included, without finance charges of its own.
    pub total: Money,
    /// The last day on which it could be paid in time.
    pub due_on: Day,
    /// When nothing was left to pay.
    pub paid_on: Option<Day>,
    /// Σ of the finance charges on it so far.
    pub charged: Money,
    /// Months charged so far.
    pub months: u32,
}

#[derive(sqlx::FromRow)]
struct LateRow {
    id: Uuid,
    total: i64,
    due_on: Day,
    paid_on: Option<Day>,
    charged: i64,
    months: i64,
    waived: bool,
}

/// Invoices of `partner` that were not paid in time, seen on `day`, and are not forgiven: those that
/// are still open, and those paid late since `since`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn late(tx: &mut Tx, partner: PartnerId, span: (Day, Day)) -> Result<Vec<Late>> {
    let all = late_and_waived(tx, partner, span).await?;
    Ok(all.into_iter().filter(|(_, waived)| !waived).map(|(late, _)| late).collect())
}

/// The same with those that are forgiven, each with whether it is.
///
/// # Errors
///
/// If the database does not answer.
pub async fn late_and_waived(
    tx: &mut Tx,
    partner: PartnerId,
    (since, day): (Day, Day),
) -> Result<Vec<(Late, bool)>> {
    const SQL: &str = "
        SELECT i.id, i.total, s.due_on, s.paid_on,
               (SELECT CAST(COALESCE(SUM(f.amount), 0) AS BIGINT) FROM finance_charges f
                WHERE f.overdue_id = i.id) AS charged,
               (SELECT CAST(COALESCE(SUM(f.months), 0) AS BIGINT) FROM finance_charges f
                WHERE f.overdue_id = i.id) AS months,
               s.finance_waived AS waived
        FROM invoice_settlements s
        JOIN invoices i ON i.id = s.invoice_id
        WHERE s.partner_id = $1 AND i.kind = 'invoice' AND s.due_on < $2
          AND (s.paid_on IS NULL OR s.paid_on >= $3)
        ORDER BY i.billing_date, i.number";
    let rows: Vec<LateRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(day)
            .bind(since)
            .fetch_all(connection)
            .await?
    });
    let late = |row: &LateRow| Late {
        invoice: row.id.into(),
        total: Money::from_fen(row.total),
        due_on: row.due_on,
        paid_on: row.paid_on,
        charged: Money::from_fen(row.charged),
        months: u32::try_from(row.months).unwrap_or(u32::MAX),
    };
    Ok(rows.iter().map(|row| (late(row), row.waived)).collect())
}

/// Writes that being late with `overdue` costs `amount` for `months` more months, on `invoice`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert_finance_charge(
    tx: &mut Tx,
    (overdue, invoice): (InvoiceId, InvoiceId),
    months: u32,
    amount: Money,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO finance_charges (overdue_id, invoice_id, months, amount)
        VALUES ($1, $2, $3, $4)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(overdue))
            .bind(Uuid::from(invoice))
            .bind(i64::from(months))
            .bind(amount.fen())
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Notes that the reminder `kind` about `invoice` goes out on `day`; whether it has not before.
///
/// # Errors
///
/// If the database does not answer.
pub async fn note_notice(tx: &mut Tx, invoice: InvoiceId, kind: &str, day: Day) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO billing_notices (invoice_id, kind, sent_on) VALUES ($1, $2, $3)
        ON CONFLICT (invoice_id, kind) DO NOTHING";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(invoice))
            .bind(kind)
            .bind(day)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// An invoice or credit note that asks for less than nothing, and what is left of it.
///
/// # Errors
///
/// If the database does not answer.
pub async fn negative_invoices(tx: &mut Tx, partner: PartnerId) -> Result<Vec<(InvoiceId, Money)>> {
    const SQL: &str = "
        SELECT id, credit FROM (
            SELECT i.id, i.billing_date, i.number, -i.payable -
                   (SELECT CAST(COALESCE(SUM(a.amount), 0) AS BIGINT) FROM payment_allocations a
                    WHERE a.credit_note_id = i.id) AS credit
            FROM invoices i WHERE i.partner_id = $1 AND i.payable < 0
        ) AS credits
        WHERE credit > 0 ORDER BY billing_date, number";
    let rows: Vec<(Uuid, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    Ok(rows.into_iter().map(|(id, fen)| (id.into(), Money::from_fen(fen))).collect())
}
