//! Requests for the official paper of invoices.

use domain::billing::{FapiaoQuery, FapiaoStatus, FapiaoSummary, RequestFapiao};
use domain::error::Entity;
use domain::ids::{FapiaoId, InvoiceId, PartnerId, UserId};
use domain::money::Money;
use domain::time::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    partner_id: Uuid,
    partner_name: String,
    invoice_id: Uuid,
    invoice_number: String,
    payable: i64,
    kind: String,
    title: String,
    details: String,
    status: String,
    expected_on: Option<Day>,
    fapiao_number: Option<String>,
    requested_at: Instant,
    changed_at: Instant,
    version: i64,
}

const fn corrupt(column: &'static str) -> Error {
    Error::Corrupt { table: "fapiao_requests", column }
}

impl TryFrom<Row> for FapiaoSummary {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            partner: row.partner_id.into(),
            partner_name: row.partner_name,
            invoice: row.invoice_id.into(),
            invoice_number: row.invoice_number,
            amount: Money::from_fen(row.payable),
            kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
            title: row.title,
            details: serde_json::from_str(&row.details).map_err(|_| corrupt("details"))?,
            status: row.status.parse().map_err(|_| corrupt("status"))?,
            expected_on: row.expected_on,
            number: row.fapiao_number,
            requested_at: row.requested_at,
            changed_at: row.changed_at,
            version: row.version,
        })
    }
}

/// A query of [`Row`]s of which the condition is given.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT f.id, f.partner_id, p.name AS partner_name, f.invoice_id, ",
            "i.number AS invoice_number, i.payable, f.kind, f.title, f.details, f.status, ",
            "f.expected_on, f.fapiao_number, f.requested_at, f.changed_at, f.version ",
            "FROM fapiao_requests f JOIN partners p ON p.id = f.partner_id ",
            "JOIN invoices i ON i.id = f.invoice_id ",
            $rest
        )
    };
}

/// Writes the request `wanted` of `partner` under `id`.
///
/// # Errors
///
/// If the database does not answer, or there is one for this invoice.
pub async fn insert(
    tx: &mut Tx,
    partner: PartnerId,
    id: FapiaoId,
    wanted: &RequestFapiao,
    (by, now): (UserId, Instant),
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO fapiao_requests (id, partner_id, invoice_id, kind, title, details, status,
                                     requested_by, requested_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)";
    let details = serde_json::to_string(&wanted.details).map_err(|_| corrupt("details"))?;
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(id))
            .bind(Uuid::from(partner))
            .bind(Uuid::from(wanted.invoice))
            .bind(wanted.kind.as_str())
            .bind(&wanted.title)
            .bind(details)
            .bind(FapiaoStatus::Submitted.as_str())
            .bind(Uuid::from(by))
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// At most `limit` requests that answer `query`, the newest first: of `partner`, or of all partners
/// for the operator.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(
    tx: &mut Tx,
    partner: Option<PartnerId>,
    query: &FapiaoQuery,
    limit: u32,
) -> Result<Vec<FapiaoSummary>> {
    const SQL: &str = select!(
        "WHERE (f.partner_id = $1 OR $1 IS NULL) AND (f.status = $2 OR $2 IS NULL)
           AND (f.id < $3 OR $3 IS NULL)
         ORDER BY f.id DESC LIMIT $4"
    );
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(partner.map(Uuid::from))
            .bind(query.status.map(FapiaoStatus::as_str))
            .bind(query.before.map(Uuid::from))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(FapiaoSummary::try_from).collect()
}

/// The request `id` of any partner, for the operator.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(tx: &mut Tx, id: FapiaoId) -> Result<Option<FapiaoSummary>> {
    const SQL: &str = select!("WHERE f.id = $1");
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(id)).fetch_optional(connection).await?
    });
    row.map(FapiaoSummary::try_from).transpose()
}

/// Whether `partner` has requested one for `invoice`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn requested(tx: &mut Tx, partner: PartnerId, invoice: InvoiceId) -> Result<bool> {
    const SQL: &str =
        "SELECT COUNT(*) FROM fapiao_requests WHERE partner_id = $1 AND invoice_id = $2";
    let count: i64 = on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .fetch_one(connection)
            .await?
    });
    Ok(count > 0)
}

/// Where a request stands after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved<'a> {
    /// How far it has come.
    pub status: FapiaoStatus,
    /// The day on which one that is delayed is expected.
    pub expected_on: Option<Day>,
    /// The number of the paper.
    pub number: Option<&'a str>,
}

/// Writes that the request `id` of `partner`, which has still the version `seen`, has `moved`.
///
/// # Errors
///
/// [`Error::Stale`] if somebody moved it meanwhile.
pub async fn advance(
    tx: &mut Tx,
    partner: PartnerId,
    (id, seen): (FapiaoId, i64),
    moved: Moved<'_>,
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        UPDATE fapiao_requests
        SET status = $4, expected_on = $5, fapiao_number = COALESCE($6, fapiao_number),
            changed_at = $7, version = version + 1
        WHERE partner_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(moved.status.as_str())
            .bind(moved.expected_on)
            .bind(moved.number)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Fapiao }) }
}
