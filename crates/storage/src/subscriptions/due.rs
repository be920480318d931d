//! What falls due: for the jobs of a day, of all partners, and for the board of one partner.

use domain::deadlines::HORIZON_DAYS;
use domain::ids::{PartnerId, UserId};
use domain::subscriptions::{REMINDERS, RENEWAL_WARNINGS, Subscription};
use domain::time::{Day, Instant, days_after};
use sqlx::FromRow;
use uuid::Uuid;

use super::rows::{Row, select};
use crate::store::on_backend;
use crate::{Result, Tx};

/// A subscription, and who sold it.
pub type Due = (PartnerId, Subscription);

fn due(rows: Vec<Row>) -> Result<Vec<Due>> {
    rows.into_iter()
        .map(|row| Ok((PartnerId::from(row.partner_id), Subscription::try_from(row)?)))
        .collect()
}

async fn due_on(tx: &mut Tx, sql: &'static str, day: Day) -> Result<Vec<Due>> {
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(sql).bind(day).fetch_all(connection).await?
    });
    due(rows)
}

/// What waits although it should have started on `day` or before, whoever sold it.
///
/// # Errors
///
/// If the database does not answer, or [`crate::Error::Corrupt`].
pub async fn due_to_start(tx: &mut Tx, day: Day) -> Result<Vec<Due>> {
    const SQL: &str =
        select!("WHERE status = 'pending' AND starts_on <= $1 ORDER BY customer_id, id");
    due_on(tx, SQL, day).await
}

/// What should have renewed on `day` or before, whoever sold it.
///
/// # Errors
///
/// If the database does not answer, or [`crate::Error::Corrupt`].
pub async fn due_to_renew(tx: &mut Tx, day: Day) -> Result<Vec<Due>> {
    const SQL: &str = select!(
        "WHERE renews_on <= $1 AND renews AND status <> 'deleted' ORDER BY customer_id, id"
    );
    due_on(tx, SQL, day).await
}

/// What should have been deleted on `day` or before, whoever sold it; parents before their add-ons.
///
/// # Errors
///
/// If the database does not answer, or [`crate::Error::Corrupt`].
pub async fn due_to_delete(tx: &mut Tx, day: Day) -> Result<Vec<Due>> {
    const SQL: &str = select!(
        "WHERE deletes_on <= $1 AND status <> 'deleted'
         ORDER BY customer_id, CASE WHEN parent_id IS NULL THEN 0 ELSE 1 END, id"
    );
    due_on(tx, SQL, day).await
}

/// What is reminded of on `day`: its deletion is as far off as a reminder says.
///
/// # Errors
///
/// If the database does not answer, or [`crate::Error::Corrupt`].
pub async fn due_to_remind(tx: &mut Tx, day: Day) -> Result<Vec<Due>> {
    const SQL: &str = select!(
        "WHERE deletes_on IN ($1, $2, $3, $4, $5) AND status = 'suspended'
         ORDER BY customer_id, id"
    );
    let days = REMINDERS.map(|left| days_after(day, left.unsigned_abs()));
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        let mut query = sqlx::query_as(SQL);
        for day in days {
            query = query.bind(day);
        }
        query.fetch_all(connection).await?
    });
    due(rows)
}

/// What renews as many days after `day` as a warning says, and is not deleted before: by partner, then
/// by day.
///
/// # Errors
///
/// If the database does not answer, or [`crate::Error::Corrupt`].
pub async fn due_to_warn(tx: &mut Tx, day: Day) -> Result<Vec<Due>> {
    const SQL: &str = select!(
        "WHERE renews_on IN ($1, $2, $3) AND renews AND status <> 'deleted'
           AND (deletes_on IS NULL OR deletes_on > renews_on)
         ORDER BY partner_id, renews_on, id"
    );
    let [first, second, third] = RENEWAL_WARNINGS.map(|left| days_after(day, left));
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(first).bind(second).bind(third).fetch_all(connection).await?
    });
    due(rows)
}

#[derive(FromRow)]
struct NamedRow {
    #[sqlx(flatten)]
    row: Row,
    company_name: String,
}

/// What `partner` has sold that is deleted later than `today`, or renews within the horizon, each
/// with its customer's name.
///
/// # Errors
///
/// If the database does not answer, or [`crate::Error::Corrupt`].
pub async fn deadlines(
    tx: &mut Tx,
    partner: PartnerId,
    today: Day,
) -> Result<Vec<(Subscription, String)>> {
    const SQL: &str = concat!(
        "SELECT found.*, c.company_name FROM (",
        select!("WHERE partner_id = $1 AND status <> 'deleted' AND deletes_on > $2"),
        " UNION ",
        select!(
            "WHERE partner_id = $1 AND status IN ('pending', 'active')
               AND renews_on > $2 AND renews_on <= $3"
        ),
        ") found JOIN customers c ON c.id = found.customer_id"
    );
    let horizon = days_after(today, HORIZON_DAYS.unsigned_abs());
    let rows: Vec<NamedRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(today)
            .bind(horizon)
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(|row| Ok((Subscription::try_from(row.row)?, row.company_name))).collect()
}

/// Gives `user` of `partner` the calendar address with this hash in place of any other.
///
/// # Errors
///
/// If the database does not answer.
pub async fn put_calendar_token(
    tx: &mut Tx,
    partner: PartnerId,
    user: UserId,
    hash: &[u8],
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO calendar_tokens (user_id, partner_id, token_hash, created_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (user_id) DO UPDATE
        SET token_hash = excluded.token_hash, created_at = excluded.created_at
        WHERE calendar_tokens.partner_id = excluded.partner_id";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(Uuid::from(partner))
            .bind(hash)
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Takes the calendar address away from `user` of `partner`; whether there was one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_calendar_token(tx: &mut Tx, partner: PartnerId, user: UserId) -> Result<bool> {
    const SQL: &str = "DELETE FROM calendar_tokens WHERE partner_id = $1 AND user_id = $2";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(user))
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Whose calendar address has this hash.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find_calendar_token(tx: &mut Tx, hash: &[u8]) -> Result<Option<(PartnerId, UserId)>> {
    const SQL: &str = "SELECT partner_id, user_id FROM calendar_tokens WHERE token_hash = $1";
    let row: Option<(Uuid, Uuid)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(hash).fetch_optional(connection).await?
    });
    Ok(row.map(|(partner, user)| (partner.into(), user.into())))
}

/// Since when `user` of `partner` has a calendar address, if there is one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn calendar_since(
    tx: &mut Tx,
    partner: PartnerId,
    user: UserId,
) -> Result<Option<Instant>> {
    const SQL: &str =
        "SELECT created_at FROM calendar_tokens WHERE partner_id = $1 AND user_id = $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(user))
            .fetch_optional(connection)
            .await?
    }))
}
