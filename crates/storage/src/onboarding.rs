//! Steps of the onboarding checklist that somebody has ticked.

use domain::account::written_name;
use domain::ids::{PartnerId, UserId};
use domain::onboarding::{OnboardingStep, Tick};
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

#[derive(FromRow)]
struct Row {
    step: String,
    done_at: Instant,
    family_name: String,
    given_name: String,
}

/// The steps that `partner`'s people have ticked, earliest first.
///
/// # Errors
///
/// [`Error::Corrupt`] for a step that no version of the product knows.
pub async fn list(tx: &mut Tx, partner: PartnerId) -> Result<Vec<Tick>> {
    // A person whose row is gone leaves the tick without a name.
    const SQL: &str = "
        SELECT o.step, o.done_at, COALESCE(u.family_name, '') AS family_name,
               COALESCE(u.given_name, '') AS given_name
        FROM onboarding_steps o
        LEFT JOIN users u ON u.id = o.done_by AND u.tenant_id = o.partner_id
        WHERE o.partner_id = $1
        ORDER BY o.done_at, o.step";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    let tick = |row: Row| {
        let corrupt = Error::Corrupt { table: "onboarding_steps", column: "step" };
        let step = row.step.parse().map_err(|_| corrupt)?;
        Ok(Tick { step, by: written_name(&row.family_name, &row.given_name), at: row.done_at })
    };
    rows.into_iter().map(tick).collect()
}

/// Notes that `user` of `partner` has ticked `step`; whether it was open.
///
/// The first tick counts: a later one changes neither name nor moment.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(
    tx: &mut Tx,
    partner: PartnerId,
    step: OnboardingStep,
    user: UserId,
    now: Instant,
) -> Result<bool> {
    const SQL: &str = "
        INSERT INTO onboarding_steps (partner_id, step, done_by, done_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (partner_id, step) DO NOTHING";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(step.as_str())
            .bind(Uuid::from(user))
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}
