//! The activity log: appended, never changed, chained by hash.

use domain::activity::{Entry, Filter, HASH_BYTES};
use domain::ids::{CustomerId, UserId};
use domain::time::{Instant, days_after, start_of_day};
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// The last number and hash of a tenant's chain.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Head {
    /// Number of the last entry, 0 in an empty log.
    pub seq: i64,
    /// Its hash; zeros in an empty log.
    pub hash: Vec<u8>,
}

#[derive(FromRow)]
struct Row {
    seq: i64,
    at: Instant,
    actor_id: Uuid,
    actor_name: String,
    kind: String,
    subject: String,
    customer_id: Option<Uuid>,
    before: Option<String>,
    after: Option<String>,
    hash: Vec<u8>,
}

impl Row {
    fn sealed(self) -> (Entry, Vec<u8>) {
        let entry = Entry {
            seq: self.seq,
            at: self.at,
            actor: UserId::from(self.actor_id),
            actor_name: self.actor_name,
            kind: self.kind,
            subject: self.subject,
            customer: self.customer_id.map(CustomerId::from),
            before: self.before,
            after: self.after,
        };
        (entry, self.hash)
    }
}

/// Takes the next number of `tenant`'s log; the head carries it, with the hash of the entry before.
///
/// Until this transaction ends, other writers to the same log wait.
///
/// # Errors
///
/// If the database does not answer.
pub async fn take_number(tx: &mut Tx, tenant: Uuid) -> Result<Head> {
    const BEGIN: &str = "
        INSERT INTO activity_heads (tenant_id, seq, hash) VALUES ($1, 0, $2)
        ON CONFLICT (tenant_id) DO NOTHING";
    const NEXT: &str = "
        UPDATE activity_heads SET seq = seq + 1 WHERE tenant_id = $1 RETURNING seq, hash";
    Ok(on_backend!(tx, |connection| {
        sqlx::query(BEGIN)
            .bind(tenant)
            .bind([0_u8; HASH_BYTES].as_slice())
            .execute(&mut *connection)
            .await?;
        sqlx::query_as(NEXT).bind(tenant).fetch_one(connection).await?
    }))
}

/// Appends `entry`, numbered by [`take_number`], with its `hash`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn append(tx: &mut Tx, tenant: Uuid, entry: &Entry, hash: &[u8]) -> Result<()> {
    const ENTRY: &str = "
        INSERT INTO activity_log (tenant_id, seq, at, actor_id, actor_name, kind, subject,
                                  customer_id, before, after, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    const HEAD: &str = "UPDATE activity_heads SET hash = $2 WHERE tenant_id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(ENTRY)
            .bind(tenant)
            .bind(entry.seq)
            .bind(entry.at)
            .bind(Uuid::from(entry.actor))
            .bind(&entry.actor_name)
            .bind(&entry.kind)
            .bind(&entry.subject)
            .bind(entry.customer.map(Uuid::from))
            .bind(&entry.before)
            .bind(&entry.after)
            .bind(hash)
            .execute(&mut *connection)
            .await?;
        sqlx::query(HEAD).bind(tenant).bind(hash).execute(connection).await?;
    });
    Ok(())
}

/// `filter`'s days as moments: from the first one on, and before the other.
fn bounds(filter: &Filter) -> (Option<Instant>, Option<Instant>) {
    let end = filter.last.map(|last| start_of_day(days_after(last, 1)));
    (filter.first.map(start_of_day), end)
}

/// The entries of `tenant` that answer `filter`, newest first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn list(tx: &mut Tx, tenant: Uuid, filter: &Filter) -> Result<Vec<Entry>> {
    const SQL: &str = "
        SELECT seq, at, actor_id, actor_name, kind, subject, customer_id, before, after, hash
        FROM activity_log
        WHERE tenant_id = $1
          AND (at >= $2 OR $2 IS NULL)
          AND (at < $3 OR $3 IS NULL)
          AND (actor_id = $4 OR $4 IS NULL)
          AND (kind = $5 OR $5 IS NULL)
          AND (seq < $6 OR $6 IS NULL)
        ORDER BY seq DESC
        LIMIT $7";
    let (from, until) = bounds(filter);
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(tenant)
            .bind(from)
            .bind(until)
            .bind(filter.actor.map(Uuid::from))
            .bind(&filter.kind)
            .bind(filter.before_seq)
            .bind(i64::from(filter.limit))
            .fetch_all(connection)
            .await?
    });
    Ok(rows.into_iter().map(|row| row.sealed().0).collect())
}

/// How many entries of `tenant` answer `filter`, whatever page it asks for.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count(tx: &mut Tx, tenant: Uuid, filter: &Filter) -> Result<i64> {
    const SQL: &str = "
        SELECT COUNT(*) FROM activity_log
        WHERE tenant_id = $1
          AND (at >= $2 OR $2 IS NULL)
          AND (at < $3 OR $3 IS NULL)
          AND (actor_id = $4 OR $4 IS NULL)
          AND (kind = $5 OR $5 IS NULL)";
    let (from, until) = bounds(filter);
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(tenant)
            .bind(from)
            .bind(until)
            .bind(filter.actor.map(Uuid::from))
            .bind(&filter.kind)
            .fetch_one(connection)
            .await?
    }))
}

/// Everyone who stands in `tenant`'s log, each under the latest name.
///
/// # Errors
///
/// If the database does not answer.
pub async fn actors(tx: &mut Tx, tenant: Uuid) -> Result<Vec<(UserId, String)>> {
    const SQL: &str = "
        SELECT actor_id, actor_name FROM activity_log
        WHERE seq IN (SELECT MAX(seq) FROM activity_log WHERE tenant_id = $1 GROUP BY actor_id)
          AND tenant_id = $1
        ORDER BY actor_name";
    let rows: Vec<(Uuid, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(tenant).fetch_all(connection).await?
    });
    Ok(rows.into_iter().map(|(id, name)| (UserId::from(id), name)).collect())
}

/// Every kind of entry in `tenant`'s log.
///
/// # Errors
///
/// If the database does not answer.
pub async fn kinds(tx: &mut Tx, tenant: Uuid) -> Result<Vec<String>> {
    const SQL: &str = "SELECT DISTINCT kind FROM activity_log WHERE tenant_id = $1 ORDER BY kind";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(tenant).fetch_all(connection).await?
    }))
}

/// The entries of `tenant` about `customer` that answer `filter`, newest first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn of_customer(
    tx: &mut Tx,
    tenant: Uuid,
    customer: CustomerId,
    filter: &Filter,
) -> Result<Vec<Entry>> {
    const SQL: &str = "
        SELECT seq, at, actor_id, actor_name, kind, subject, customer_id, before, after, hash
        FROM activity_log
        WHERE tenant_id = $1 AND customer_id = $2
          AND (at >= $3 OR $3 IS NULL)
          AND (at < $4 OR $4 IS NULL)
          AND (kind = $5 OR $5 IS NULL)
          AND (seq < $6 OR $6 IS NULL)
        ORDER BY seq DESC
        LIMIT $7";
    let (from, until) = bounds(filter);
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(tenant)
            .bind(Uuid::from(customer))
            .bind(from)
            .bind(until)
            .bind(&filter.kind)
            .bind(filter.before_seq)
            .bind(i64::from(filter.limit))
            .fetch_all(connection)
            .await?
    });
    Ok(rows.into_iter().map(|row| row.sealed().0).collect())
}

/// Every kind of entry in `tenant`'s log about `customer`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn kinds_of_customer(
    tx: &mut Tx,
    tenant: Uuid,
    customer: CustomerId,
) -> Result<Vec<String>> {
    const SQL: &str = "
        SELECT DISTINCT kind FROM activity_log
        WHERE tenant_id = $1 AND customer_id = $2 ORDER BY kind";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(tenant)
            .bind(Uuid::from(customer))
            .fetch_all(connection)
            .await?
    }))
}

/// Every chain and its head, for verification.
///
/// # Errors
///
/// If the database does not answer.
pub async fn heads(tx: &mut Tx) -> Result<Vec<(Uuid, Head)>> {
    const SQL: &str = "SELECT tenant_id, seq, hash FROM activity_heads ORDER BY tenant_id";
    let rows: Vec<(Uuid, i64, Vec<u8>)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
    Ok(rows.into_iter().map(|(tenant, seq, hash)| (tenant, Head { seq, hash })).collect())
}

/// Up to `limit` entries of `tenant` after number `after`, oldest first, each with its hash.
///
/// # Errors
///
/// [`Error::Corrupt`] for a hash of the wrong length.
pub async fn chain(
    tx: &mut Tx,
    tenant: Uuid,
    after: i64,
    limit: u32,
) -> Result<Vec<(Entry, Vec<u8>)>> {
    const SQL: &str = "
        SELECT seq, at, actor_id, actor_name, kind, subject, customer_id, before, after, hash
        FROM activity_log
        WHERE tenant_id = $1 AND seq > $2
        ORDER BY seq
        LIMIT $3";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(tenant)
            .bind(after)
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    let sealed: Vec<_> = rows.into_iter().map(Row::sealed).collect();
    if sealed.iter().any(|(_, hash)| hash.len() != HASH_BYTES) {
        return Err(Error::Corrupt { table: "activity_log", column: "hash" });
    }
    Ok(sealed)
}
