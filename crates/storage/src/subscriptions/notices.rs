//! Mails about subscriptions, written with the change they tell of.

use domain::ids::{CustomerId, PartnerId};
use domain::time::Instant;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// Somebody who is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Address.
    pub address: String,
    /// Language: `en`, `fr` or `zh-CN`.
    pub language: String,
}

/// The contact of `customer`, in the language it is written to, if `partner` sells to it and knows
/// one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn customer_contact(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<Option<Recipient>> {
    const SQL: &str = "
        SELECT p.contact_email, p.mail_language
        FROM customer_profiles p
        JOIN relationships r ON r.customer_id = p.customer_id
        WHERE r.partner_id = $1 AND r.customer_id = $2";
    let row: Option<(String, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .fetch_optional(connection)
            .await?
    });
    Ok(row.map(|(address, language)| Recipient { address, language }))
}

/// The people of `partner` who have not been disabled, with their roles as they are stored.
///
/// # Errors
///
/// If the database does not answer.
pub async fn colleagues(tx: &mut Tx, partner: PartnerId) -> Result<Vec<(Recipient, String)>> {
    const SQL: &str = "
        SELECT sign_in_name, COALESCE(language, 'zh-CN'), roles FROM users
        WHERE tenant_id = $1 AND surface = 'partner-center' AND status = 'active'
        ORDER BY created_at, id";
    let rows: Vec<(String, String, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    let read = |(address, language, roles)| (Recipient { address, language }, roles);
    Ok(rows.into_iter().map(read).collect())
}

/// Writes the mail `kind` for `to`; its words are made when it is sent, from `kind` and
/// `arguments` (JSON).
///
/// # Errors
///
/// If the database does not answer.
#[expect(clippy::too_many_arguments, reason = "one for each column")]
pub async fn write(
    tx: &mut Tx,
    id: Uuid,
    tenant: Uuid,
    kind: &str,
    to: &Recipient,
    arguments: &str,
    created_at: Instant,
    send_after: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO outbox (id, tenant_id, kind, language, address, arguments, status, send_after,
                            created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $8, $7)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(id)
            .bind(tenant)
            .bind(kind)
            .bind(&to.language)
            .bind(&to.address)
            .bind(arguments)
            .bind(created_at)
            .bind(send_after)
            .execute(connection)
            .await?;
    });
    Ok(())
}
