//! What a customer sees of its own subscriptions and of those who sell to it.

use domain::ids::CustomerId;
use domain::licences::{OwnSubscription, SupportContact};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    nickname: Option<String>,
    offer: String,
    quantity: i64,
    status: String,
    starts_on: Day,
    renews_on: Day,
    suspended_on: Option<Day>,
    deletes_on: Option<Day>,
    partner: String,
}

/// The subscriptions of `customer` that are not deleted, from all partners, with offers' names in
/// `language`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn subscriptions(
    tx: &mut Tx,
    customer: CustomerId,
    language: &str,
) -> Result<Vec<OwnSubscription>> {
    const SQL: &str = "
        SELECT s.id, s.nickname, t.name AS offer, s.quantity, s.status, s.starts_on, s.renews_on,
               s.suspended_on, s.deletes_on, p.name AS partner
        FROM subscriptions s
        JOIN offer_texts t ON t.offer_id = s.offer_id AND t.language = $2
        JOIN partners p ON p.id = s.partner_id
        WHERE s.customer_id = $1 AND s.status <> 'deleted'
        ORDER BY t.sort_key, s.starts_on, s.id";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).bind(language).fetch_all(connection).await?
    });
    let own = |row: Row| OwnSubscription {
        id: row.id.into(),
        name: row.nickname.unwrap_or_else(|| row.offer.clone()),
        offer: row.offer,
        quantity: row.quantity,
        status: row.status,
        starts_on: row.starts_on,
        renews_on: row.renews_on,
        suspended_on: row.suspended_on,
        deletes_on: row.deletes_on,
        partner: row.partner,
    };
    Ok(rows.into_iter().map(own).collect())
}

/// How the partners of `customer` are reached.
///
/// # Errors
///
/// If the database does not answer.
pub async fn contacts(tx: &mut Tx, customer: CustomerId) -> Result<Vec<SupportContact>> {
    type Row = (String, Option<String>, Option<String>, Option<String>);
    const SQL: &str = "
        SELECT p.name, p.support_url, p.support_email, p.support_phone
        FROM relationships r JOIN partners p ON p.id = r.partner_id
        WHERE r.customer_id = $1
        ORDER BY r.established_at, p.id";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).fetch_all(connection).await?
    });
    let contact = |(partner, url, email, phone): Row| SupportContact { partner, url, email, phone };
    Ok(rows.into_iter().map(contact).collect())
}
