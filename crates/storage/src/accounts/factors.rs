//! Second factors and the codes that replace them in need.

use domain::ids::UserId;
use domain::time::Instant;
use uuid::Uuid;

use super::users::one_row;
use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

/// Keeps `secret` for `user` until it is confirmed. A second factor that is on stays.
///
/// # Errors
///
/// [`crate::Error::Stale`] if the second factor is on.
pub async fn offer(
    tx: &mut Tx,
    tenant: Uuid,
    user: UserId,
    secret: &[u8],
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        UPDATE users SET totp_secret = $3, totp_offered_at = $4, totp_last_step = 0
        WHERE tenant_id = $1 AND id = $2 AND totp_confirmed = FALSE";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .bind(secret)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    one_row(rows)
}

/// Switches the second factor of `user` on.
///
/// # Errors
///
/// [`crate::Error::Stale`] if `secret` is no longer the one on offer.
pub async fn confirm(tx: &mut Tx, tenant: Uuid, user: UserId, secret: &[u8]) -> Result<()> {
    const SQL: &str = "
        UPDATE users SET version = version + 1, totp_confirmed = TRUE
        WHERE tenant_id = $1 AND id = $2 AND totp_secret = $3 AND totp_confirmed = FALSE";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .bind(secret)
            .execute(connection)
            .await?
            .rows_affected()
    });
    one_row(rows)
}

/// Writes the secret of `user` that is stored as `old` in another way.
///
/// # Errors
///
/// [`crate::Error::Stale`] if it is no longer stored so.
pub async fn replace_secret(
    tx: &mut Tx,
    tenant: Uuid,
    user: UserId,
    old: &[u8],
    new: &[u8],
) -> Result<()> {
    const SQL: &str = "
        UPDATE users SET totp_secret = $4
        WHERE tenant_id = $1 AND id = $2 AND totp_secret = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .bind(old)
            .bind(new)
            .execute(connection)
            .await?
            .rows_affected()
    });
    one_row(rows)
}

/// Switches the second factor of `user` off and forgets its secret and its recovery codes.
///
/// # Errors
///
/// [`crate::Error::Stale`] if it is off.
pub async fn remove(tx: &mut Tx, tenant: Uuid, user: UserId) -> Result<()> {
    const SQL: &str = "
        UPDATE users
        SET version = version + 1, totp_secret = NULL, totp_offered_at = NULL,
            totp_confirmed = FALSE, totp_last_step = 0
        WHERE tenant_id = $1 AND id = $2 AND totp_confirmed = TRUE";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .execute(connection)
            .await?
            .rows_affected()
    });
    one_row(rows)?;
    replace_codes(tx, user, &[]).await
}

/// Uses up the code of the 30 seconds numbered `step`, and all before; whether it was unused.
///
/// # Errors
///
/// If the database does not answer.
pub async fn use_step(tx: &mut Tx, tenant: Uuid, user: UserId, step: i64) -> Result<bool> {
    const SQL: &str = "
        UPDATE users SET totp_last_step = $3
        WHERE tenant_id = $1 AND id = $2 AND totp_last_step < $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .bind(step)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Replaces the recovery codes of `user`; only hashes are stored.
///
/// # Errors
///
/// If the database does not answer.
pub async fn replace_codes(tx: &mut Tx, user: UserId, hashes: &[[u8; 32]]) -> Result<()> {
    const FORGET: &str = "DELETE FROM recovery_codes WHERE user_id = $1";
    const KEEP: &str = "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)";
    on_backend!(tx, |connection| {
        sqlx::query(FORGET).bind(Uuid::from(user)).execute(&mut *connection).await?;
        for hash in hashes {
            sqlx::query(KEEP)
                .bind(Uuid::from(user))
                .bind(hash.as_slice())
                .execute(&mut *connection)
                .await?;
        }
    });
    Ok(())
}

/// Uses up the recovery code behind `hash`; whether it was one of `user`'s, and unused.
///
/// # Errors
///
/// If the database does not answer.
pub async fn use_code(tx: &mut Tx, user: UserId, hash: &[u8; 32], now: Instant) -> Result<bool> {
    const SQL: &str = "
        UPDATE recovery_codes SET used_at = $3
        WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(hash.as_slice())
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// How many recovery codes of `user` are unused.
///
/// # Errors
///
/// If the database does not answer.
pub async fn codes_left(tx: &mut Tx, user: UserId) -> Result<i64> {
    const SQL: &str = "
        SELECT COUNT(*) FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(Uuid::from(user)).fetch_one(connection).await?
    }))
}
