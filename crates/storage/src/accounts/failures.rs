//! Failures to sign in, counted per subject: an account, an address, a second factor.
//!
//! An attempt is counted before the password is looked at and taken back when it was right. So
//! many attempts at once are as many failures, not one.

use domain::time::Instant;

use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

/// Counts a failure of `subject`; how many there are now, or `None` while it is blocked.
///
/// Failures at or before `forgotten` no longer count. Others who count the same subject wait
/// until this transaction ends.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count(
    tx: &mut Tx,
    subject: &str,
    now: Instant,
    forgotten: Instant,
) -> Result<Option<i64>> {
    const SQL: &str = "
        INSERT INTO sign_in_failures (subject, failures, last_failed_at) VALUES ($1, 1, $2)
        ON CONFLICT (subject) DO UPDATE
        SET failures = CASE WHEN sign_in_failures.last_failed_at <= $3 THEN 1
                            ELSE sign_in_failures.failures + 1 END,
            last_failed_at = excluded.last_failed_at, blocked_until = NULL
        WHERE sign_in_failures.blocked_until IS NULL OR sign_in_failures.blocked_until <= $2
        RETURNING failures";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(subject)
            .bind(now)
            .bind(forgotten)
            .fetch_optional(connection)
            .await?
    }))
}

/// Refuses all attempts of `subject` until `until`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn block(tx: &mut Tx, subject: &str, until: Instant) -> Result<()> {
    const SQL: &str = "UPDATE sign_in_failures SET blocked_until = $2 WHERE subject = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(subject).bind(until).execute(connection).await?;
    });
    Ok(())
}

/// How many failures `subject` has, and until when it is blocked, if it is at `now`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn blocked(tx: &mut Tx, subject: &str, now: Instant) -> Result<Option<(i64, Instant)>> {
    const SQL: &str = "
        SELECT failures, blocked_until FROM sign_in_failures
        WHERE subject = $1 AND blocked_until > $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(subject).bind(now).fetch_optional(connection).await?
    }))
}

/// Forgets all failures of `subject`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn forgive(tx: &mut Tx, subject: &str) -> Result<()> {
    const SQL: &str = "DELETE FROM sign_in_failures WHERE subject = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(subject).execute(connection).await?;
    });
    Ok(())
}

/// Takes back one failure of `subject`, and the block until `until` that it caused.
///
/// # Errors
///
/// If the database does not answer.
pub async fn take_back(tx: &mut Tx, subject: &str, until: Option<Instant>) -> Result<()> {
    const SQL: &str = "
        UPDATE sign_in_failures
        SET failures = failures - 1,
            blocked_until = CASE WHEN blocked_until = $2 THEN NULL ELSE blocked_until END
        WHERE subject = $1 AND failures > 0";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(subject).bind(until).execute(connection).await?;
    });
    Ok(())
}

/// Forgets the failures at or before `forgotten`, whoever's; how many subjects.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_before(tx: &mut Tx, forgotten: Instant) -> Result<u64> {
    const SQL: &str = "DELETE FROM sign_in_failures WHERE last_failed_at <= $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(forgotten).execute(connection).await?.rows_affected()
    }))
}
