//! Attempts to change something: a repeated request id repeats nothing.

use domain::ids::RequestId;
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// What is known of an earlier attempt with the same id.
#[derive(Debug, FromRow)]
pub struct Earlier {
    /// Who made it.
    pub actor_id: Uuid,
    /// What it was to do.
    pub use_case: String,
    /// Hash of the command.
    pub fingerprint: Vec<u8>,
    /// What it answered, as JSON.
    pub outcome: String,
}

/// Claims `request`; `None` if it is new, else what the first attempt left.
///
/// A second attempt waits here until the first has ended.
///
/// # Errors
///
/// If the database does not answer.
pub async fn claim(
    tx: &mut Tx,
    request: RequestId,
    actor: Uuid,
    use_case: &str,
    fingerprint: &[u8],
    now: Instant,
) -> Result<Option<Earlier>> {
    const CLAIM: &str = "
        INSERT INTO attempts (request_id, actor_id, use_case, fingerprint, outcome, created_at)
        VALUES ($1, $2, $3, $4, '', $5)
        ON CONFLICT (request_id) DO NOTHING";
    const EARLIER: &str = "
        SELECT actor_id, use_case, fingerprint, outcome FROM attempts WHERE request_id = $1";
    let request = Uuid::from(request);
    let claimed = on_backend!(tx, |connection| {
        sqlx::query(CLAIM)
            .bind(request)
            .bind(actor)
            .bind(use_case)
            .bind(fingerprint)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if claimed == 1 {
        return Ok(None);
    }
    let earlier = on_backend!(tx, |connection| {
        sqlx::query_as(EARLIER).bind(request).fetch_one(connection).await?
    });
    Ok(Some(earlier))
}

/// Keeps what the attempt answered, for repetitions.
///
/// # Errors
///
/// If the database does not answer.
pub async fn keep_outcome(tx: &mut Tx, request: RequestId, outcome: &str) -> Result<()> {
    const SQL: &str = "UPDATE attempts SET outcome = $2 WHERE request_id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(request)).bind(outcome).execute(connection).await?;
    });
    Ok(())
}

/// Gives the claim of `request` back: it may be attempted again.
///
/// # Errors
///
/// If the database does not answer.
pub async fn withdraw(tx: &mut Tx, request: RequestId) -> Result<()> {
    const SQL: &str = "DELETE FROM attempts WHERE request_id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(request)).execute(connection).await?;
    });
    Ok(())
}

/// Forgets attempts made before `before`; how many.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_before(tx: &mut Tx, before: Instant) -> Result<u64> {
    const SQL: &str = "DELETE FROM attempts WHERE created_at < $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(before).execute(connection).await?.rows_affected()
    }))
}
