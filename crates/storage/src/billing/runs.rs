//! Which billing dates of which partners have been run.

use domain::ids::PartnerId;
use domain::time::{Day, Instant};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunStatus {
    /// With an invoice.
    Issued,
    /// Nothing was to be charged.
    NoCharges,
    /// Something is wrong; it waits until it is run again.
    Parked,
}

impl RunStatus {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::NoCharges => "no-charges",
            Self::Parked => "parked",
        }
    }
}

/// A run that is parked.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Parked {
    /// Whose.
    pub partner_id: Uuid,
    /// The partner's name.
    pub name: String,
    /// Of which date.
    pub billing_date: Day,
    /// What was wrong.
    pub reason: Option<String>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was tried last.
    pub ran_at: Instant,
}

/// Takes the run of `date` for this transaction; whether it is still to be done. Whoever comes
/// second waits for the first and is told no.
///
/// # Errors
///
/// If the database does not answer.
pub async fn claim(tx: &mut Tx, partner: PartnerId, date: Day, now: Instant) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO billing_runs (partner_id, billing_date, status, ran_at)
        VALUES ($1, $2, 'no-charges', $3)
        ON CONFLICT (partner_id, billing_date) DO UPDATE
        SET status = 'no-charges', reason = NULL, attempts = billing_runs.attempts + 1,
            ran_at = excluded.ran_at
        WHERE billing_runs.status = 'parked'";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(date)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Writes how the claimed run of `date` ended.
///
/// # Errors
///
/// If the database does not answer.
pub async fn conclude(
    tx: &mut Tx,
    partner: PartnerId,
    date: Day,
    status: RunStatus,
    reason: Option<&str>,
) -> Result<()> {
    const SQL: &str = "
        UPDATE billing_runs SET status = $3, reason = $4
        WHERE partner_id = $1 AND billing_date = $2";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(date)
            .bind(status.as_str())
            .bind(reason)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// The last billing date of `partner` that has been run to its end.
///
/// # Errors
///
/// If the database does not answer.
pub async fn last(tx: &mut Tx, partner: PartnerId) -> Result<Option<Day>> {
    const SQL: &str = "
        SELECT MAX(billing_date) FROM billing_runs
        WHERE partner_id = $1 AND status <> 'parked'";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(Uuid::from(partner)).fetch_one(connection).await?
    }))
}

/// The billing dates of `partner` from `first` to `last` on which nothing was to be charged.
///
/// # Errors
///
/// If the database does not answer.
pub async fn without_charges(
    tx: &mut Tx,
    partner: PartnerId,
    (first, last): (Day, Day),
) -> Result<Vec<Day>> {
    const SQL: &str = "
        SELECT billing_date FROM billing_runs
        WHERE partner_id = $1 AND status = 'no-charges' AND billing_date BETWEEN $2 AND $3
        ORDER BY billing_date DESC";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(first)
            .bind(last)
            .fetch_all(connection)
            .await?
    }))
}

/// All runs that are parked, the oldest first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn parked(tx: &mut Tx) -> Result<Vec<Parked>> {
    const SQL: &str = "
        SELECT r.partner_id, p.name, r.billing_date, r.reason, r.attempts, r.ran_at
        FROM billing_runs r
        JOIN partners p ON p.id = r.partner_id
        WHERE r.status = 'parked' ORDER BY r.billing_date, r.partner_id";
    Ok(on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?))
}

/// The next number of the series `month`, counted from 1: its row is locked until what is numbered is
/// there or never was.
///
/// # Errors
///
/// If the database does not answer.
pub async fn next_number(tx: &mut Tx, month: &str) -> Result<i64> {
    const SQL: &str = "
        INSERT INTO invoice_numbers (month, last) VALUES ($1, 1)
        ON CONFLICT (month) DO UPDATE SET last = invoice_numbers.last + 1
        RETURNING last";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(month).fetch_one(connection).await?
    }))
}
