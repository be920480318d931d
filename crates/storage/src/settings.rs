//! Settings of the whole installation that change while it runs.

use crate::store::on_backend;
use crate::{Result, Tx};

/// The value kept under `key`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    const SQL: &str = "SELECT value FROM settings WHERE key = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(key).fetch_optional(connection).await?
    }))
}

/// Keeps `value` under `key`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn put(tx: &mut Tx, key: &str, value: &str) -> Result<()> {
    const SQL: &str = "
        INSERT INTO settings (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(key).bind(value).execute(connection).await?;
    });
    Ok(())
}
