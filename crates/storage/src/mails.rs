//! Mails: written in the transaction of the change they tell of.

use domain::ids::MailId;
use domain::mails::{Letter, MailStatus, MailView, MailsQuery, NewMail};
use domain::text::like_pattern;
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    tenant_id: Uuid,
    kind: String,
    language: String,
    address: String,
    arguments: String,
    status: String,
    attempts: i64,
    send_after: Instant,
    sent_at: Option<Instant>,
    last_error: Option<String>,
    created_at: Instant,
}

impl TryFrom<Row> for MailView {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "outbox", column };
        Ok(Self {
            letter: Letter {
                id: row.id.into(),
                kind: row.kind,
                language: row.language.parse().map_err(|_| corrupt("language"))?,
                address: row.address,
                arguments: serde_json::from_str(&row.arguments)
                    .map_err(|_| corrupt("arguments"))?,
            },
            tenant: row.tenant_id,
            status: row.status.parse().map_err(|_| corrupt("status"))?,
            attempts: u32::try_from(row.attempts).map_err(|_| corrupt("attempts"))?,
            send_after: row.send_after,
            sent_at: row.sent_at,
            last_error: row.last_error,
            created_at: row.created_at,
        })
    }
}

/// Writes `mail` down under `id`, to be sent from `send_after` on.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(
    tx: &mut Tx,
    id: MailId,
    mail: &NewMail,
    now: Instant,
    send_after: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO outbox (id, tenant_id, kind, language, address, arguments, status, send_after,
                            created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)";
    let arguments = serde_json::to_string(&mail.arguments);
    let arguments =
        arguments.map_err(|_| Error::Corrupt { table: "outbox", column: "arguments" })?;
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(id))
            .bind(mail.tenant)
            .bind(&mail.kind)
            .bind(mail.language.as_str())
            .bind(&mail.address)
            .bind(arguments)
            .bind(send_after)
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Up to `limit` mails that wait and may be sent at `now`, the longest waiting first.
///
/// Of all tenants: the one who sends asks for nobody's in particular.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn due(tx: &mut Tx, now: Instant, limit: u32) -> Result<Vec<MailView>> {
    const SQL: &str = "
        SELECT id, tenant_id, kind, language, address, arguments, status, attempts, send_after,
               sent_at, last_error, created_at
        FROM outbox WHERE status = 'waiting' AND send_after <= $1
        ORDER BY send_after, id LIMIT $2";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(now).bind(i64::from(limit)).fetch_all(connection).await?
    });
    rows.into_iter().map(MailView::try_from).collect()
}

/// Takes `mail` for an attempt; nobody else has it before `until`. Whether it could be had.
///
/// # Errors
///
/// If the database does not answer.
pub async fn take(tx: &mut Tx, mail: &MailView, until: Instant) -> Result<bool> {
    const SQL: &str = "
        UPDATE outbox SET attempts = attempts + 1, send_after = $3
        WHERE id = $1 AND status = 'waiting' AND attempts = $2";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(mail.letter.id))
            .bind(i64::from(mail.attempts))
            .bind(until)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Notes that the mail `id` was handed on.
///
/// # Errors
///
/// If the database does not answer.
pub async fn sent(tx: &mut Tx, id: MailId, now: Instant) -> Result<()> {
    const SQL: &str = "
        UPDATE outbox SET status = 'sent', sent_at = $2, last_error = NULL
        WHERE id = $1 AND status = 'waiting'";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(id)).bind(now).execute(connection).await?;
    });
    Ok(())
}

/// Notes why the mail `id` was not taken, and when it is tried again; `None` is never.
///
/// # Errors
///
/// If the database does not answer.
pub async fn not_sent(tx: &mut Tx, id: MailId, why: &str, again: Option<Instant>) -> Result<()> {
    const AGAIN: &str = "
        UPDATE outbox SET last_error = $2, send_after = $3 WHERE id = $1 AND status = 'waiting'";
    const NEVER: &str = "
        UPDATE outbox SET last_error = $2, status = 'failed' WHERE id = $1 AND status = 'waiting'";
    on_backend!(tx, |connection| {
        let note = sqlx::query(if again.is_some() { AGAIN } else { NEVER });
        let note = note.bind(Uuid::from(id)).bind(why);
        let note = match again {
            Some(again) => note.bind(again),
            None => note,
        };
        note.execute(connection).await?;
    });
    Ok(())
}

/// Up to `limit` mails that answer `query`, newest first: those of all tenants, for the operator.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(tx: &mut Tx, query: &MailsQuery, limit: u32) -> Result<Vec<MailView>> {
    // Ids grow with time.
    const SQL: &str = "
        SELECT id, tenant_id, kind, language, address, arguments, status, attempts, send_after,
               sent_at, last_error, created_at
        FROM outbox
        WHERE (id < $1 OR $1 IS NULL)
          AND (status = $2 OR $2 IS NULL)
          AND LOWER(address) LIKE $3 ESCAPE '\\'
        ORDER BY id DESC LIMIT $4";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(query.before.map(Uuid::from))
            .bind(query.status.map(MailStatus::as_str))
            .bind(like_pattern(&query.words.trim().to_lowercase()))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(MailView::try_from).collect()
}

/// How many mails have come how far.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn counts(tx: &mut Tx) -> Result<Vec<(MailStatus, i64)>> {
    const SQL: &str = "SELECT status, COUNT(*) FROM outbox GROUP BY status ORDER BY status";
    let rows: Vec<(String, i64)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
    let count = |(status, count): (String, i64)| {
        let status = status.parse();
        let status = status.map_err(|_| Error::Corrupt { table: "outbox", column: "status" })?;
        Ok((status, count))
    };
    rows.into_iter().map(count).collect()
}
