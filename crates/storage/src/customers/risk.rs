//! What a partner notes about customers that may not pay.

use domain::customers::Risk;
use domain::error::Entity;
use domain::ids::{CustomerId, PartnerId};
use domain::money::Money;
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// What was noted about a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedRisk {
    /// The note.
    pub risk: Risk,
    /// How often it was changed.
    pub version: i64,
    /// Who changed it last.
    pub changed_by: String,
    /// When.
    pub changed_at: Instant,
}

#[derive(FromRow)]
struct Row {
    notes: String,
    overdue: bool,
    credit_limit: Option<i64>,
    version: i64,
    changed_by_name: String,
    changed_at: Instant,
}

/// What `partner` has noted about `customer`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find_risk(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<Option<NotedRisk>> {
    const SQL: &str = "
        SELECT notes, overdue, credit_limit, version, changed_by_name, changed_at
        FROM customer_risks WHERE partner_id = $1 AND customer_id = $2";
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .fetch_optional(connection)
            .await?
    });
    Ok(row.map(|row| NotedRisk {
        risk: Risk {
            notes: row.notes,
            overdue: row.overdue,
            credit_limit: row.credit_limit.map(Money::from_fen),
        },
        version: row.version,
        changed_by: row.changed_by_name,
        changed_at: row.changed_at,
    }))
}

/// Replaces what `partner` has noted about `customer`, at the version `seen`; 0 is the first note.
///
/// # Errors
///
/// [`Error::Stale`] if it is at another version.
pub async fn save_risk(
    tx: &mut Tx,
    partner: PartnerId,
    (customer, seen): (CustomerId, i64),
    risk: &Risk,
    by: &str,
    now: Instant,
) -> Result<()> {
    const FIRST: &str = "
        INSERT INTO customer_risks (partner_id, customer_id, notes, overdue, credit_limit,
                                    version, changed_by_name, changed_at)
        VALUES ($1, $2, $3, $4, $5, 1, $6, $7)
        ON CONFLICT (partner_id, customer_id) DO NOTHING";
    const NEXT: &str = "
        UPDATE customer_risks
        SET version = version + 1, notes = $3, overdue = $4, credit_limit = $5,
            changed_by_name = $6, changed_at = $7
        WHERE partner_id = $1 AND customer_id = $2 AND version = $8";
    let rows = on_backend!(tx, |connection| {
        let save = sqlx::query(if seen == 0 { FIRST } else { NEXT })
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .bind(&risk.notes)
            .bind(risk.overdue)
            .bind(risk.credit_limit.map(Money::fen))
            .bind(by)
            .bind(now);
        let save = if seen == 0 { save } else { save.bind(seen) };
        save.execute(connection).await?.rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::CustomerRisk }) }
}

/// The collections policy of `partner` with its version; nothing at version 0 before the first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find_policy(tx: &mut Tx, partner: PartnerId) -> Result<(String, i64)> {
    const SQL: &str = "SELECT policy, version FROM collections_policies WHERE partner_id = $1";
    let row: Option<(String, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_optional(connection).await?
    });
    Ok(row.unwrap_or_default())
}

/// Replaces the collections policy of `partner`, at the version `seen`; 0 is the first.
///
/// # Errors
///
/// [`Error::Stale`] if it is at another version.
pub async fn save_policy(tx: &mut Tx, partner: PartnerId, seen: i64, policy: &str) -> Result<()> {
    const FIRST: &str = "
        INSERT INTO collections_policies (partner_id, policy, version) VALUES ($1, $2, 1)
        ON CONFLICT (partner_id) DO NOTHING";
    const NEXT: &str = "
        UPDATE collections_policies SET version = version + 1, policy = $2
        WHERE partner_id = $1 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        let save = sqlx::query(if seen == 0 { FIRST } else { NEXT });
        let save = save.bind(Uuid::from(partner)).bind(policy);
        let save = if seen == 0 { save } else { save.bind(seen) };
        save.execute(connection).await?.rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::CollectionsPolicy }) }
}
