//! Forms that were refused or sent after the session's end, kept so that nothing typed is lost.

use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// A kept form.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct KeptForm {
    /// Which form it was.
    pub form: String,
    /// What was typed, as JSON, without secrets.
    pub draft: String,
    /// Why it was refused, as JSON.
    pub error: String,
}

/// Keeps `kept` under `id` until `expires_at`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(tx: &mut Tx, id: Uuid, kept: &KeptForm, expires_at: Instant) -> Result<()> {
    const SQL: &str = "
        INSERT INTO kept_forms (id, form, draft, error, expires_at) VALUES ($1, $2, $3, $4, $5)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(id)
            .bind(&kept.form)
            .bind(&kept.draft)
            .bind(&kept.error)
            .bind(expires_at)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// What is kept under `id`, unless it has expired by `now`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find(tx: &mut Tx, id: Uuid, now: Instant) -> Result<Option<KeptForm>> {
    const SQL: &str = "
        SELECT form, draft, error FROM kept_forms WHERE id = $1 AND expires_at > $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(id).bind(now).fetch_optional(connection).await?
    }))
}

/// Forgets forms that have expired by `now`; how many.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_expired(tx: &mut Tx, now: Instant) -> Result<u64> {
    const SQL: &str = "DELETE FROM kept_forms WHERE expires_at <= $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(now).execute(connection).await?.rows_affected()
    }))
}
