//! Lines that partners dispute.

use domain::billing::{
    DisputeStatus, DisputeSummary, DisputesQuery, FileKind, LinePlace, RaiseDispute,
};
use domain::error::Entity;
use domain::ids::{DisputeId, InvoiceId, PartnerId, UserId};
use domain::money::Money;
use domain::time::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    partner_id: Uuid,
    partner_name: String,
    invoice_id: Uuid,
    invoice_number: String,
    reason: String,
    text: String,
    amount: i64,
    status: String,
    accepted: Option<i64>,
    answer: Option<String>,
    raised_by_name: String,
    raised_at: Instant,
    decided_at: Option<Instant>,
    informed_on: Option<Day>,
    informed_by_name: Option<String>,
    offset_invoice_id: Option<Uuid>,
    offset_number: Option<String>,
    version: i64,
}

impl TryFrom<Row> for DisputeSummary {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "disputes", column };
        Ok(Self {
            id: row.id.into(),
            number: u32::try_from(row.number).map_err(|_| corrupt("number"))?,
            partner: row.partner_id.into(),
            partner_name: row.partner_name,
            invoice: row.invoice_id.into(),
            invoice_number: row.invoice_number,
            reason: row.reason.parse().map_err(|_| corrupt("reason"))?,
            text: row.text,
            amount: Money::from_fen(row.amount),
            status: row.status.parse().map_err(|_| corrupt("status"))?,
            accepted: row.accepted.map(Money::from_fen),
            answer: row.answer.unwrap_or_default(),
            raised: (row.raised_by_name, row.raised_at),
            decided_at: row.decided_at,
            informed: row.informed_on.zip(row.informed_by_name),
            settled_on: row.offset_invoice_id.map(InvoiceId::from).zip(row.offset_number),
            version: row.version,
        })
    }
}

/// A query of [`Row`]s of which the condition is given.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, d.number, d.partner_id, p.name AS partner_name, d.invoice_id, ",
            "i.number AS invoice_number, d.reason, d.text, d.amount, d.status, d.accepted, ",
            "d.answer, d.raised_by_name, d.raised_at, d.decided_at, d.informed_on, ",
            "d.informed_by_name, d.offset_invoice_id, o.number AS offset_number, d.version ",
            "FROM disputes d JOIN partners p ON p.id = d.partner_id ",
            "JOIN invoices i ON i.id = d.invoice_id ",
            "LEFT JOIN invoices o ON o.id = d.offset_invoice_id ",
            $rest
        )
    };
}

/// Writes the dispute `wanted` of `partner` under `id` and `number`.
///
/// # Errors
///
/// If the database does not answer, or there are no such lines.
pub async fn insert(
    tx: &mut Tx,
    partner: PartnerId,
    (id, number): (DisputeId, i64),
    wanted: &RaiseDispute,
    (by, name, now): (UserId, &str, Instant),
) -> Result<()> {
    const DISPUTE: &str = "
        INSERT INTO disputes (id, partner_id, invoice_id, number, reason, text, amount, status,
                              raised_by, raised_by_name, raised_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    const LICENSE: &str =
        "INSERT INTO dispute_lines (dispute_id, invoice_id, position) VALUES ($1, $2, $3)";
    const USAGE: &str =
        "INSERT INTO dispute_usage_lines (dispute_id, invoice_id, position) VALUES ($1, $2, $3)";
    on_backend!(tx, |connection| {
        sqlx::query(DISPUTE)
            .bind(Uuid::from(id))
            .bind(Uuid::from(partner))
            .bind(Uuid::from(wanted.invoice))
            .bind(number)
            .bind(wanted.reason.as_str())
            .bind(&wanted.text)
            .bind(wanted.amount.fen())
            .bind(DisputeStatus::Open.as_str())
            .bind(Uuid::from(by))
            .bind(name)
            .bind(now)
            .execute(&mut *connection)
            .await?;
        for place in &wanted.lines {
            let line = match place.file {
                FileKind::License => LICENSE,
                FileKind::Usage => USAGE,
            };
            sqlx::query(line)
                .bind(Uuid::from(id))
                .bind(Uuid::from(wanted.invoice))
                .bind(i64::from(place.position))
                .execute(&mut *connection)
                .await?;
        }
    });
    Ok(())
}

/// At most `limit` disputes that answer `query`, the newest first: of `partner`, or of all partners
/// for the operator.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(
    tx: &mut Tx,
    partner: Option<PartnerId>,
    query: &DisputesQuery,
    limit: u32,
) -> Result<Vec<DisputeSummary>> {
    const SQL: &str = select!(
        "WHERE (d.partner_id = $1 OR $1 IS NULL) AND (d.status = $2 OR $2 IS NULL)
           AND (d.number < $3 OR $3 IS NULL)
         ORDER BY d.number DESC LIMIT $4"
    );
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(partner.map(Uuid::from))
            .bind(query.status.map(DisputeStatus::as_str))
            .bind(query.before.map(i64::from))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(DisputeSummary::try_from).collect()
}

/// The dispute `id`: of `partner`, or of any partner for the operator.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(
    tx: &mut Tx,
    partner: Option<PartnerId>,
    id: DisputeId,
) -> Result<Option<DisputeSummary>> {
    const SQL: &str = select!("WHERE (d.partner_id = $1 OR $1 IS NULL) AND d.id = $2");
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(partner.map(Uuid::from))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    row.map(DisputeSummary::try_from).transpose()
}

/// A row of either table of disputed lines: which file, and where.
type PlaceRow = (String, i64);

/// A query of [`PlaceRow`]s, licences first; the condition is about disputes `d`.
macro_rules! select_places {
    ($condition:literal) => {
        concat!(
            "SELECT CAST('license' AS TEXT) AS file, l.position AS position ",
            "FROM disputes d JOIN dispute_lines l ON l.dispute_id = d.id WHERE ",
            $condition,
            " UNION ALL SELECT CAST('usage' AS TEXT), l.position ",
            "FROM disputes d JOIN dispute_usage_lines l ON l.dispute_id = d.id WHERE ",
            $condition,
            " ORDER BY file, position"
        )
    };
}

fn places_of(rows: Vec<PlaceRow>) -> Result<Vec<LinePlace>> {
    let place = |(file, position): PlaceRow| {
        let file =
            file.parse().map_err(|_| Error::Corrupt { table: "disputes", column: "file" })?;
        let table = match file {
            FileKind::License => "dispute_lines",
            FileKind::Usage => "dispute_usage_lines",
        };
        let position = u32::try_from(position);
        let position = position.map_err(|_| Error::Corrupt { table, column: "position" })?;
        Ok(LinePlace { file, position })
    };
    rows.into_iter().map(place).collect()
}

/// Where the lines stand that the dispute `id` of `partner` is about.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn places(tx: &mut Tx, partner: PartnerId, id: DisputeId) -> Result<Vec<LinePlace>> {
    const SQL: &str = select_places!("d.partner_id = $1 AND d.id = $2");
    let rows = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_all(connection)
            .await?
    });
    places_of(rows)
}

/// Where the lines of `invoice` of `partner` stand that are in a dispute which is open or was
/// accepted.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn taken(tx: &mut Tx, partner: PartnerId, invoice: InvoiceId) -> Result<Vec<LinePlace>> {
    const SQL: &str = select_places!(
        "d.partner_id = $1 AND d.invoice_id = $2 AND (d.status = $3 OR d.accepted IS NOT NULL)"
    );
    let rows = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .bind(DisputeStatus::Open.as_str())
            .fetch_all(connection)
            .await?
    });
    places_of(rows)
}

/// Σ of what accepted disputes give back of `invoice` of `partner`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn given_back(tx: &mut Tx, partner: PartnerId, invoice: InvoiceId) -> Result<Money> {
    const SQL: &str = "
        SELECT CAST(COALESCE(SUM(accepted), 0) AS BIGINT) FROM disputes
        WHERE partner_id = $1 AND invoice_id = $2";
    let fen: i64 = on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .fetch_one(connection)
            .await?
    });
    Ok(Money::from_fen(fen))
}

/// What becomes of a dispute that the operator has looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided<'a> {
    /// Its next status.
    pub status: DisputeStatus,
    /// What is given back, if something is.
    pub accepted: Option<Money>,
    /// What the partner is told.
    pub answer: &'a str,
}

/// Writes that the dispute `id` of `partner`, which has still the version `seen`, is `decided`.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed it meanwhile.
pub async fn decide(
    tx: &mut Tx,
    partner: PartnerId,
    (id, seen): (DisputeId, i64),
    decided: Decided<'_>,
    (by, now): (UserId, Instant),
) -> Result<()> {
    const SQL: &str = "
        UPDATE disputes
        SET status = $4, accepted = $5, answer = $6, decided_by = $7, decided_at = $8,
            version = version + 1
        WHERE partner_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(decided.status.as_str())
            .bind(decided.accepted.map(Money::fen))
            .bind(decided.answer)
            .bind(Uuid::from(by))
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Dispute }) }
}

/// Writes that the dispute `id` of `partner`, which has still the version `seen`, is closed: `by` has
/// told the customer on `informed_on`.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed it meanwhile.
pub async fn close(
    tx: &mut Tx,
    partner: PartnerId,
    (id, seen): (DisputeId, i64),
    (informed_on, by): (Day, &str),
) -> Result<()> {
    const SQL: &str = "
        UPDATE disputes
        SET status = $4, informed_on = $5, informed_by_name = $6, version = version + 1
        WHERE partner_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(DisputeStatus::Closed.as_str())
            .bind(informed_on)
            .bind(by)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Dispute }) }
}

/// A dispute that has been accepted and is not yet on an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Which.
    pub id: DisputeId,
    /// The invoice with the disputed lines.
    pub invoice: InvoiceId,
    /// What is given back, tax included.
    pub amount: Money,
    /// Where the disputed lines stand.
    pub places: Vec<LinePlace>,
}

/// The accepted disputes of `partner` that are on no invoice yet, in the order of their numbers.
///
/// # Errors
///
/// If the database does not answer.
pub async fn accepted(tx: &mut Tx, partner: PartnerId) -> Result<Vec<Accepted>> {
    const DISPUTES: &str = "
        SELECT id, invoice_id, accepted FROM disputes
        WHERE partner_id = $1 AND accepted IS NOT NULL AND offset_invoice_id IS NULL
        ORDER BY number";
    let rows: Vec<(Uuid, Uuid, i64)> = on_backend!(&mut *tx, |connection| {
        sqlx::query_as(DISPUTES).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    let mut found = Vec::with_capacity(rows.len());
    for (id, invoice, fen) in rows {
        let places = places(tx, partner, id.into()).await?;
        found.push(Accepted {
            id: id.into(),
            invoice: invoice.into(),
            amount: Money::from_fen(fen),
            places,
        });
    }
    Ok(found)
}

/// Notes that the dispute `id` of `partner` is settled on `invoice`, which has been written.
///
/// # Errors
///
/// If the database does not answer.
pub async fn settled_on(
    tx: &mut Tx,
    partner: PartnerId,
    id: DisputeId,
    invoice: InvoiceId,
) -> Result<()> {
    const SQL: &str = "
        UPDATE disputes SET offset_invoice_id = $3, version = version + 1
        WHERE partner_id = $1 AND id = $2";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(Uuid::from(invoice))
            .execute(connection)
            .await?;
    });
    Ok(())
}
