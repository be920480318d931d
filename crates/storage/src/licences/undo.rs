//! Taking back a whole job, exactly and only while nothing else has changed.
//!
//! The company is asked for in the job's rows alone: a person is of one company, and asked for twice
//! it leads a database without statistics through all of the company's licences for each row.

use domain::ids::{BulkJobId, CustomerId, SkuId};
use uuid::Uuid;

use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

/// How many of the job's licences are no longer as it left them.
///
/// # Errors
///
/// If the database does not answer.
pub async fn changed_since(tx: &mut Tx, customer: CustomerId, job: BulkJobId) -> Result<i64> {
    // A person who was deleted meanwhile holds nothing, but must not be given anything either.
    const SQL: &str = "
        SELECT COUNT(*) FROM bulk_rows r
        LEFT JOIN licence_assignments a
          ON a.user_id = r.user_id AND a.sku_id = r.sku_id
        LEFT JOIN users u ON u.id = r.user_id AND u.tenant_id = $1 AND u.status <> 'deleted'
        WHERE r.customer_id = $1 AND r.job_id = $2 AND r.outcome = 'applied'
          AND (a.disabled_plans IS DISTINCT FROM r.after_off OR u.id IS NULL)";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(job))
            .fetch_one(connection)
            .await?
    }))
}

/// How many seats of each SKU the job has taken, less those it gave back.
///
/// # Errors
///
/// If the database does not answer.
pub async fn seats_taken(
    tx: &mut Tx,
    customer: CustomerId,
    job: BulkJobId,
) -> Result<Vec<(SkuId, i64)>> {
    const SQL: &str = "
        SELECT sku_id, CAST(SUM(CASE WHEN before_off IS NULL THEN 1
                                     WHEN after_off IS NULL THEN -1 ELSE 0 END) AS BIGINT)
        FROM bulk_rows
        WHERE customer_id = $1 AND job_id = $2 AND outcome = 'applied'
        GROUP BY sku_id ORDER BY sku_id";
    let rows: Vec<(Uuid, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(job))
            .fetch_all(connection)
            .await?
    });
    Ok(rows.into_iter().map(|(sku, seats)| (sku.into(), seats)).collect())
}

/// Gives everybody back what they held before the job. The seats have been moved before.
///
/// # Errors
///
/// If the database does not answer.
pub async fn revert(tx: &mut Tx, customer: CustomerId, job: BulkJobId) -> Result<()> {
    const REMOVE: &str = "
        DELETE FROM licence_assignments
        WHERE (user_id, sku_id) IN (
            SELECT r.user_id, r.sku_id FROM bulk_rows r
            WHERE r.customer_id = $1 AND r.job_id = $2 AND r.outcome = 'applied'
              AND r.before_off IS NULL)";
    const SWITCH: &str = "
        UPDATE licence_assignments SET disabled_plans = r.before_off
        FROM bulk_rows r
        WHERE r.customer_id = $1 AND r.job_id = $2 AND r.outcome = 'applied'
          AND r.before_off IS NOT NULL AND r.after_off IS NOT NULL
          AND r.user_id = licence_assignments.user_id AND r.sku_id = licence_assignments.sku_id";
    const ASSIGN: &str = "
        INSERT INTO licence_assignments (customer_id, user_id, sku_id, disabled_plans, assigned_at)
        SELECT r.customer_id, r.user_id, r.sku_id, r.before_off, r.before_at
        FROM bulk_rows r
        WHERE r.customer_id = $1 AND r.job_id = $2 AND r.outcome = 'applied'
          AND r.after_off IS NULL";
    const ROWS: &str = "
        UPDATE bulk_rows SET outcome = 'undone'
        WHERE customer_id = $1 AND job_id = $2 AND outcome = 'applied'";
    for sql in [REMOVE, SWITCH, ASSIGN, ROWS] {
        on_backend!(&mut *tx, |connection| {
            sqlx::query(sql)
                .bind(Uuid::from(customer))
                .bind(Uuid::from(job))
                .execute(connection)
                .await?;
        });
    }
    Ok(())
}
