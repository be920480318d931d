//! Leases and marks that let one process run a job once, also when several share a database.

use domain::time::{Day, Instant};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// Takes the lease `name` for `holder` until `until`; whether it was free (or already the holder's).
///
/// # Errors
///
/// If the database does not answer.
pub async fn take_lease(
    tx: &mut Tx,
    name: &str,
    holder: Uuid,
    now: Instant,
    until: Instant,
) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO leases (name, holder, expires_at) VALUES ($1, $2, $4)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
        WHERE leases.holder = excluded.holder OR leases.expires_at <= $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(name)
            .bind(holder)
            .bind(now)
            .bind(until)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// The last business day for which the job `name` has run.
///
/// # Errors
///
/// If the database does not answer.
pub async fn last_run(tx: &mut Tx, name: &str) -> Result<Option<Day>> {
    const SQL: &str = "SELECT day FROM job_runs WHERE name = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(name).fetch_optional(connection).await?
    }))
}

/// Notes that the job `name` runs for `day`; whether nobody had noted that day or a later one.
///
/// Noted first and committed with what the job does, it happens once, whoever else tries.
///
/// # Errors
///
/// If the database does not answer.
pub async fn note_run(tx: &mut Tx, name: &str, day: Day, now: Instant) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO job_runs (name, day, finished_at) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET day = excluded.day, finished_at = excluded.finished_at
        WHERE job_runs.day < excluded.day";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(name).bind(day).bind(now).execute(connection).await?.rows_affected()
    });
    Ok(rows == 1)
}

/// When a job last ran.
///
/// # Errors
///
/// If the database does not answer.
pub async fn last_finished(tx: &mut Tx) -> Result<Option<Instant>> {
    const SQL: &str = "SELECT finished_at FROM job_runs ORDER BY finished_at DESC LIMIT 1";
    Ok(on_backend!(tx, |connection| sqlx::query_scalar(SQL).fetch_optional(connection).await?))
}
