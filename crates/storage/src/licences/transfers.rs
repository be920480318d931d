//! Licences on their way from one SKU to another.

use domain::ids::{CustomerId, UserId};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// Somebody who has a licence of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub user: UserId,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Ids of the service plans switched off, with commas between.
    pub disabled_plans: String,
    /// Has a licence of the target already.
    pub has_target: bool,
    /// Has a third licence with a rival of one of the target's services.
    pub conflict: bool,
}

/// The people of `customer` with a licence of `source`, those who got it first first, and what
/// stands against one of `target`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn holders(
    tx: &mut Tx,
    customer: CustomerId,
    source: Uuid,
    target: Uuid,
) -> Result<Vec<Holder>> {
    // Two plans of one family exclude each other; the same plan twice does not.
    const SQL: &str = "
        SELECT a.user_id, u.family_name, u.given_name, a.disabled_plans,
               EXISTS (SELECT 1 FROM licence_assignments t
                       WHERE t.user_id = a.user_id AND t.sku_id = $3),
               EXISTS (SELECT 1 FROM licence_assignments h
                       JOIN offers o ON o.sku_id = h.sku_id
                       JOIN offer_service_plans op ON op.offer_id = o.id
                       JOIN service_plans p ON p.id = op.service_plan_id
                       JOIN service_plans rival ON rival.family = p.family AND rival.id <> p.id
                       JOIN offer_service_plans tp ON tp.service_plan_id = rival.id
                       JOIN offers target ON target.id = tp.offer_id
                       WHERE h.user_id = a.user_id AND h.sku_id NOT IN ($2, $3)
                         AND target.sku_id = $3)
        FROM licence_assignments a
        JOIN users u ON u.id = a.user_id
        WHERE a.customer_id = $1 AND a.sku_id = $2
        ORDER BY a.assigned_at, a.user_id";
    type Row = (Uuid, String, String, String, bool, bool);
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(customer))
            .bind(source)
            .bind(target)
            .fetch_all(connection)
            .await?
    });
    let holder = |(user, family_name, given_name, disabled_plans, has_target, conflict): Row| {
        let user = UserId::from(user);
        Holder { user, family_name, given_name, disabled_plans, has_target, conflict }
    };
    Ok(rows.into_iter().map(holder).collect())
}

/// Turns the licence of `source` that `user` of `customer` has into one of `target`, with
/// `disabled_plans` switched off.
///
/// Both pools must be locked, and `target` must have room.
///
/// # Errors
///
/// If the database does not answer.
pub async fn turn(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    source: Uuid,
    target: Uuid,
    disabled_plans: &str,
) -> Result<()> {
    const TURN: &str = "
        UPDATE licence_assignments SET sku_id = $4, disabled_plans = $5
        WHERE customer_id = $1 AND user_id = $2 AND sku_id = $3";
    const COUNT: &str = "
        UPDATE licence_pools SET assigned = assigned + $3
        WHERE customer_id = $1 AND sku_id = $2";
    let customer = Uuid::from(customer);
    on_backend!(tx, |connection| {
        let turned = sqlx::query(TURN)
            .bind(customer)
            .bind(Uuid::from(user))
            .bind(source)
            .bind(target)
            .bind(disabled_plans)
            .execute(&mut *connection)
            .await?
            .rows_affected();
        let turned = i64::try_from(turned).unwrap_or(i64::MAX);
        for (sku, more) in [(source, -turned), (target, turned)] {
            sqlx::query(COUNT)
                .bind(customer)
                .bind(sku)
                .bind(more)
                .execute(&mut *connection)
                .await?;
        }
    });
    Ok(())
}
