//! Jobs on many people: rows written, read and done some hundreds at a time.
//!
//! What changes licences asks for the company in the job's rows (see [`super::undo`]).

use domain::error::Entity;
use domain::ids::{BulkJobId, CustomerId, SkuId, UserId};
use domain::licences::{
    BulkFilter, BulkJobView, BulkOutcome, BulkRow, BulkStatus, BulkStep, OffPlans,
};
use domain::time::Instant;
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// Rows in one statement; SQLite takes 32,766 values.
pub const CHUNK: usize = 1000;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Assigns and removes licences.
    Licences,
    /// Adds people.
    Users,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Licences => "licences",
            Self::Users => "users",
        }
    }
}

/// A job that has been looked through.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Its id.
    pub id: BulkJobId,
    /// What it does.
    pub kind: Kind,
    /// The file it came from.
    pub file_name: Option<String>,
    /// Who looked.
    pub by: UserId,
    /// When.
    pub now: Instant,
}

/// A row of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRow {
    /// The first below the header is 1.
    pub number: i64,
    /// As it is written, as JSON.
    pub cells: String,
    /// What has become of it.
    pub outcome: BulkOutcome,
    /// The cells at fault, as JSON.
    pub problem: Option<String>,
    /// Whose, if the row could be read.
    pub user: Option<UserId>,
    /// Which licence, if the row could be read.
    pub sku: Option<SkuId>,
    /// Plans switched off before; none is a licence not held.
    pub before: Option<OffPlans>,
    /// Plans switched off afterwards; none is a licence not held.
    pub after: Option<OffPlans>,
}

impl StoredRow {
    /// What a waiting row is to do; `None` if it could not be read.
    #[must_use]
    pub fn wanted(&self) -> Option<BulkRow> {
        let step = self.after.clone().map_or(BulkStep::Remove, BulkStep::Assign);
        Some(BulkRow { user: self.user?, sku: self.sku?, step })
    }
}

#[derive(FromRow)]
struct JobRow {
    id: Uuid,
    version: i64,
    file_name: Option<String>,
    status: String,
    rows: i64,
    applied: i64,
    refused: i64,
    unchanged: i64,
    created_at: Instant,
    finished_at: Option<Instant>,
}

#[derive(FromRow)]
struct Row {
    number: i64,
    cells: String,
    outcome: String,
    problem: Option<String>,
    user_id: Option<Uuid>,
    sku_id: Option<Uuid>,
    before_off: Option<String>,
    after_off: Option<String>,
}

impl TryFrom<Row> for StoredRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = Error::Corrupt { table: "bulk_rows", column: "outcome" };
        let off = |text: Option<String>| text.as_deref().map(OffPlans::from_text);
        Ok(Self {
            number: row.number,
            cells: row.cells,
            outcome: BulkOutcome::read(&row.outcome).ok_or(corrupt)?,
            problem: row.problem,
            user: row.user_id.map(Into::into),
            sku: row.sku_id.map(Into::into),
            before: off(row.before_off),
            after: off(row.after_off),
        })
    }
}

/// Adds a job of `customer` with its rows, which have been looked through.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(
    tx: &mut Tx,
    customer: CustomerId,
    job: &NewJob,
    rows: &[StoredRow],
) -> Result<()> {
    const JOB: &str = "
        INSERT INTO bulk_jobs (id, customer_id, kind, file_name, status, rows, refused, unchanged,
                               created_by, created_at)
        VALUES ($1, $2, $3, $4, 'checked', $5, $6, $7, $8, $9)";
    let customer_id = Uuid::from(customer);
    let counted = |outcome: BulkOutcome| {
        let count = rows.iter().filter(|row| row.outcome == outcome).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let (refused, nothing) = (counted(BulkOutcome::Refused), counted(BulkOutcome::Nothing));
    on_backend!(&mut *tx, |connection| {
        sqlx::query(JOB)
            .bind(Uuid::from(job.id))
            .bind(customer_id)
            .bind(job.kind.as_str())
            .bind(&job.file_name)
            .bind(i64::try_from(rows.len()).unwrap_or(i64::MAX))
            .bind(refused)
            .bind(nothing)
            .bind(Uuid::from(job.by))
            .bind(job.now)
            .execute(connection)
            .await?;
    });
    for rows in rows.chunks(CHUNK) {
        on_backend!(&mut *tx, |connection| {
            let mut query = QueryBuilder::new(
                "INSERT INTO bulk_rows (customer_id, job_id, number, cells, outcome, problem, \
                 user_id, sku_id, before_off, after_off) ",
            );
            query.push_values(rows, |mut values, row| {
                values
                    .push_bind(customer_id)
                    .push_bind(Uuid::from(job.id))
                    .push_bind(row.number)
                    .push_bind(&row.cells)
                    .push_bind(row.outcome.as_str())
                    .push_bind(&row.problem)
                    .push_bind(row.user.map(Uuid::from))
                    .push_bind(row.sku.map(Uuid::from))
                    .push_bind(row.before.as_ref().map(OffPlans::as_text))
                    .push_bind(row.after.as_ref().map(OffPlans::as_text));
            });
            query.build().execute(connection).await?;
        });
    }
    Ok(())
}

/// The job `id` of `customer`, if it is of that `kind`.
///
/// # Errors
///
/// [`Error::Corrupt`] if the row cannot be read.
pub async fn find(
    tx: &mut Tx,
    customer: CustomerId,
    kind: Kind,
    id: BulkJobId,
) -> Result<Option<BulkJobView>> {
    const SQL: &str = "
        SELECT id, version, file_name, status, rows, applied, refused, unchanged, created_at,
               finished_at
        FROM bulk_jobs WHERE customer_id = $1 AND kind = $2 AND id = $3";
    let row: Option<JobRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(customer))
            .bind(kind.as_str())
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    row.map(view).transpose()
}

/// The jobs of `customer` on licences, the newest first, at most `limit`.
///
/// # Errors
///
/// [`Error::Corrupt`] if a row cannot be read.
pub async fn list(tx: &mut Tx, customer: CustomerId, limit: i64) -> Result<Vec<BulkJobView>> {
    const SQL: &str = "
        SELECT id, version, file_name, status, rows, applied, refused, unchanged, created_at,
               finished_at
        FROM bulk_jobs WHERE customer_id = $1 AND kind = 'licences'
        ORDER BY created_at DESC, id DESC LIMIT $2";
    let rows: Vec<JobRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).bind(limit).fetch_all(connection).await?
    });
    rows.into_iter().map(view).collect()
}

fn view(row: JobRow) -> Result<BulkJobView> {
    let corrupt = Error::Corrupt { table: "bulk_jobs", column: "status" };
    Ok(BulkJobView {
        id: row.id.into(),
        version: row.version,
        file_name: row.file_name,
        status: BulkStatus::read(&row.status).ok_or(corrupt)?,
        rows: row.rows,
        applied: row.applied,
        refused: row.refused,
        nothing: row.unchanged,
        created_at: row.created_at,
        finished_at: row.finished_at,
    })
}

/// Rows of the job `id` of `customer`, in order, at most `limit` of those that `filter` names.
///
/// # Errors
///
/// [`Error::Corrupt`] if a row cannot be read.
pub async fn rows(
    tx: &mut Tx,
    customer: CustomerId,
    id: BulkJobId,
    filter: BulkFilter,
    limit: i64,
) -> Result<Vec<StoredRow>> {
    const SQL: &str = "
        SELECT number, cells, outcome, problem, user_id, sku_id, before_off, after_off
        FROM bulk_rows
        WHERE customer_id = $1 AND job_id = $2 AND number > $3 AND (outcome = $4 OR $4 IS NULL)
        ORDER BY number LIMIT $5";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(id))
            .bind(filter.after)
            .bind(filter.outcome.map(BulkOutcome::as_str))
            .bind(limit)
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(StoredRow::try_from).collect()
}

/// Moves the job `id`, which was at `version`, from one status to the next.
///
/// # Errors
///
/// [`Error::Stale`] if somebody else was faster.
pub async fn advance(
    tx: &mut Tx,
    customer: CustomerId,
    id: BulkJobId,
    version: i64,
    to: BulkStatus,
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        UPDATE bulk_jobs
        SET version = version + 1, status = $4,
            finished_at = CASE WHEN $4 = 'running' THEN NULL ELSE $5 END
        WHERE customer_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(id))
            .bind(version)
            .bind(to.as_str())
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::BulkJob }) }
}

/// Adds to the figures of a running job what some of its rows have become.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count(
    tx: &mut Tx,
    customer: CustomerId,
    id: BulkJobId,
    [applied, refused, nothing]: [i64; 3],
) -> Result<()> {
    const SQL: &str = "
        UPDATE bulk_jobs
        SET version = version + 1, applied = applied + $3, refused = refused + $4,
            unchanged = unchanged + $5
        WHERE customer_id = $1 AND id = $2";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(id))
            .bind(applied)
            .bind(refused)
            .bind(nothing)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Does the rows `done` of the job `id`, of which those that are applied change what people hold.
/// At most [`CHUNK`] rows; the seats have been moved before.
///
/// # Errors
///
/// If the database does not answer.
pub async fn finish(
    tx: &mut Tx,
    customer: CustomerId,
    id: BulkJobId,
    done: &[StoredRow],
    now: Instant,
) -> Result<()> {
    let (Some(first), Some(last)) = (done.first(), done.last()) else { return Ok(()) };
    let (customer, id) = (Uuid::from(customer), Uuid::from(id));
    on_backend!(&mut *tx, |connection| {
        let mut query = QueryBuilder::new("WITH done (number, outcome, problem, before_off) AS (");
        query.push_values(done, |mut values, row| {
            values
                .push_bind(row.number)
                .push_bind(row.outcome.as_str())
                .push_bind(&row.problem)
                .push_bind(row.before.as_ref().map(OffPlans::as_text));
        });
        query.push(
            ") UPDATE bulk_rows
             SET outcome = done.outcome, problem = done.problem, before_off = done.before_off
             FROM done WHERE bulk_rows.number = done.number AND bulk_rows.customer_id = ",
        );
        query.push_bind(customer).push(" AND bulk_rows.job_id = ").push_bind(id);
        query.build().execute(connection).await?;
    });
    let applied = |row: &&StoredRow| row.outcome == BulkOutcome::Applied;
    let had = done.iter().filter(applied).any(|row| row.before.is_some());
    let statements: &[&'static str] = if had { &[KEEP, REMOVE, SWITCH, ASSIGN] } else { &[ASSIGN] };
    for sql in statements {
        on_backend!(&mut *tx, |connection| {
            let query =
                sqlx::query(*sql).bind(customer).bind(id).bind(first.number).bind(last.number);
            let query = if *sql == ASSIGN { query.bind(now) } else { query };
            query.execute(connection).await?;
        });
    }
    Ok(())
}

/// Keeps since when a licence was held that is now switched or given back, so that undoing gives
/// it back as it was.
const KEEP: &str = "
    UPDATE bulk_rows SET before_at = a.assigned_at
    FROM licence_assignments a
    WHERE bulk_rows.customer_id = $1 AND bulk_rows.job_id = $2
      AND bulk_rows.number BETWEEN $3 AND $4 AND bulk_rows.outcome = 'applied'
      AND a.user_id = bulk_rows.user_id AND a.sku_id = bulk_rows.sku_id";

const REMOVE: &str = "
    DELETE FROM licence_assignments
    WHERE (user_id, sku_id) IN (
        SELECT r.user_id, r.sku_id FROM bulk_rows r
        WHERE r.customer_id = $1 AND r.job_id = $2 AND r.number BETWEEN $3 AND $4
          AND r.outcome = 'applied' AND r.after_off IS NULL)";

const SWITCH: &str = "
    UPDATE licence_assignments SET disabled_plans = r.after_off
    FROM bulk_rows r
    WHERE r.customer_id = $1 AND r.job_id = $2
      AND r.number BETWEEN $3 AND $4 AND r.outcome = 'applied'
      AND r.before_off IS NOT NULL AND r.after_off IS NOT NULL
      AND r.user_id = licence_assignments.user_id AND r.sku_id = licence_assignments.sku_id";

const ASSIGN: &str = "
    INSERT INTO licence_assignments (customer_id, user_id, sku_id, disabled_plans, assigned_at)
    SELECT r.customer_id, r.user_id, r.sku_id, r.after_off, $5
    FROM bulk_rows r
    WHERE r.customer_id = $1 AND r.job_id = $2 AND r.number BETWEEN $3 AND $4
      AND r.outcome = 'applied' AND r.before_off IS NULL";
