//! Running sign-ins. Only a hash of the token is stored: who reads the table cannot sign in.

use domain::access::Surface;
use domain::account::{DeviceView, SessionView, Stage};
use domain::ids::{CustomerId, SessionId, UserId};
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use super::users::{COLUMNS, COMPANY, Row as UserRow, User};
use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// A session that begins.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Its id.
    pub id: SessionId,
    /// Hash of the token in the cookie.
    pub token_hash: [u8; 32],
    /// Whose.
    pub user: UserId,
    /// Where.
    pub surface: Surface,
    /// What is still missing.
    pub stage: Stage,
    /// With what.
    pub device: DeviceView,
    /// From which address.
    pub address: String,
    /// Its end, used or not.
    pub expires_at: Instant,
    /// The customer for whom a partner's agent acts.
    pub on_behalf_of: Option<CustomerId>,
}

/// A session that still runs, and its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// Its id.
    pub id: SessionId,
    /// What is still missing.
    pub stage: Stage,
    /// From which address it began.
    pub address: String,
    /// Last use, exact to a minute.
    pub last_seen_at: Instant,
    /// Who.
    pub user: User,
    /// For whom, if a partner's agent acts for a customer.
    pub on_behalf: Option<OnBehalf>,
}

/// The customer for whom a partner's agent acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnBehalf {
    /// Which.
    pub customer: CustomerId,
    /// Its name.
    pub company: String,
    /// Whether it still lets the agent's company administer it.
    pub delegated: bool,
}

/// Until when sessions run: what `now` and the idle time make of it.
#[derive(Clone, Copy, Debug)]
pub struct Running {
    /// The moment.
    pub now: Instant,
    /// Sessions last seen at or before this moment have ended.
    pub idle_since: Instant,
}

#[derive(FromRow)]
struct LiveRow {
    id: Uuid,
    stage: String,
    address: String,
    last_seen_at: Instant,
    on_behalf_of: Option<Uuid>,
    on_behalf_company: Option<String>,
    delegated: bool,
    #[sqlx(flatten)]
    user: UserRow,
}

#[derive(FromRow)]
struct ViewRow {
    id: Uuid,
    browser: Option<String>,
    system: Option<String>,
    address: String,
    created_at: Instant,
    last_seen_at: Instant,
}

/// Adds a session that was last used `now`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(tx: &mut Tx, new: &NewSession, now: Instant) -> Result<()> {
    const SQL: &str = "
        INSERT INTO sessions (id, token_hash, user_id, surface, stage, browser, system, address,
                              created_at, last_seen_at, expires_at, on_behalf_of)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(new.token_hash.as_slice())
            .bind(Uuid::from(new.user))
            .bind(new.surface.key())
            .bind(new.stage.as_str())
            .bind(&new.device.browser)
            .bind(&new.device.system)
            .bind(&new.address)
            .bind(now)
            .bind(new.expires_at)
            .bind(new.on_behalf_of.map(Uuid::from))
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// The running session of an active person on `surface` behind the token's hash.
///
/// # Errors
///
/// [`Error::Corrupt`] if a row cannot be read.
pub async fn find(
    tx: &mut Tx,
    surface: Surface,
    token_hash: &[u8; 32],
    running: Running,
) -> Result<Option<Live>> {
    let sql = format!(
        "SELECT s.id, s.stage, s.address, s.last_seen_at, s.on_behalf_of,
                b.company_name AS on_behalf_company,
                COALESCE(r.delegated_admin, FALSE) AS delegated, {COLUMNS}
         FROM sessions s
         JOIN users u ON u.id = s.user_id {COMPANY}
         LEFT JOIN customers b ON b.id = s.on_behalf_of
         LEFT JOIN relationships r ON r.customer_id = s.on_behalf_of AND r.partner_id = u.tenant_id
         WHERE s.token_hash = $1 AND s.surface = $2 AND s.expires_at > $3 AND s.last_seen_at > $4
           AND u.status = 'active'
           AND u.surface = CASE WHEN s.on_behalf_of IS NULL THEN s.surface
                                ELSE 'partner-center' END"
    );
    let row: Option<LiveRow> = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(token_hash.as_slice())
            .bind(surface.key())
            .bind(running.now)
            .bind(running.idle_since)
            .fetch_optional(connection)
            .await?
    });
    let Some(row) = row else { return Ok(None) };
    let Ok(stage) = row.stage.parse() else {
        return Err(Error::Corrupt { table: "sessions", column: "stage" });
    };
    Ok(Some(Live {
        id: row.id.into(),
        stage,
        address: row.address,
        last_seen_at: row.last_seen_at,
        user: User::try_from(row.user)?,
        on_behalf: row.on_behalf_of.map(|customer| OnBehalf {
            customer: customer.into(),
            company: row.on_behalf_company.unwrap_or_default(),
            delegated: row.delegated,
        }),
    }))
}

/// Notes that `session` is in use.
///
/// # Errors
///
/// If the database does not answer.
pub async fn touch(tx: &mut Tx, session: SessionId, now: Instant) -> Result<()> {
    const SQL: &str = "UPDATE sessions SET last_seen_at = $2 WHERE id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(session)).bind(now).execute(connection).await?;
    });
    Ok(())
}

/// Moves `session` of `user` from one stage to the next; whether it stood where it should.
///
/// # Errors
///
/// If the database does not answer.
pub async fn advance(
    tx: &mut Tx,
    user: UserId,
    session: SessionId,
    from: Stage,
    to: Stage,
) -> Result<bool> {
    const SQL: &str = "
        UPDATE sessions SET stage = $4 WHERE user_id = $1 AND id = $2 AND stage = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(Uuid::from(session))
            .bind(from.as_str())
            .bind(to.as_str())
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// The running sessions of `user`, the one used last first; `current` is the one that asks.
///
/// Sessions that are not complete count too: their owner must see that somebody knows the password.
///
/// # Errors
///
/// If the database does not answer.
pub async fn list(
    tx: &mut Tx,
    user: UserId,
    current: Option<SessionId>,
    running: Running,
) -> Result<Vec<SessionView>> {
    const SQL: &str = "
        SELECT id, browser, system, address, created_at, last_seen_at FROM sessions
        WHERE user_id = $1 AND expires_at > $2 AND last_seen_at > $3
        ORDER BY last_seen_at DESC, id";
    let rows: Vec<ViewRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(user))
            .bind(running.now)
            .bind(running.idle_since)
            .fetch_all(connection)
            .await?
    });
    let view = |row: ViewRow| SessionView {
        id: row.id.into(),
        device: DeviceView { browser: row.browser, system: row.system },
        address: row.address,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        current: current == Some(row.id.into()),
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Ends `session` of `user`; whether there was one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete(tx: &mut Tx, user: UserId, session: SessionId) -> Result<bool> {
    const SQL: &str = "DELETE FROM sessions WHERE user_id = $1 AND id = $2";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(Uuid::from(session))
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Ends all sessions of `user` but `kept`; how many.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_others(tx: &mut Tx, user: UserId, kept: Option<SessionId>) -> Result<u64> {
    const SQL: &str = "DELETE FROM sessions WHERE user_id = $1 AND (id <> $2 OR $2 IS NULL)";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(kept.map(Uuid::from))
            .execute(connection)
            .await?
            .rows_affected()
    }))
}

/// Forgets the sessions of `user`, or of everybody, that no longer run; how many.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_ended(tx: &mut Tx, user: Option<UserId>, running: Running) -> Result<u64> {
    const SQL: &str = "
        DELETE FROM sessions
        WHERE (user_id = $1 OR $1 IS NULL) AND (expires_at <= $2 OR last_seen_at <= $3)";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(user.map(Uuid::from))
            .bind(running.now)
            .bind(running.idle_since)
            .execute(connection)
            .await?
            .rows_affected()
    }))
}
