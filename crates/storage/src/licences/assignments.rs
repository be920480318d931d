//! What people hold, and what there is to hold.

use std::collections::HashMap;

use domain::ids::{CustomerId, SkuId, UserId};
use domain::licences::{Held, OffPlans, ServicePlan, Sku};
use domain::time::Instant;
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use super::seats;
use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

/// Ids in one statement; SQLite takes 32,766 values.
pub(super) const CHUNK: usize = 1000;

#[derive(FromRow)]
struct SkuRow {
    sku_id: Uuid,
    string_id: String,
    code: String,
    name: String,
}

#[derive(FromRow)]
struct PlanRow {
    sku_id: Uuid,
    id: String,
    family: Option<String>,
    name: String,
}

/// Everything that people can hold, with words in `language`: what is sold by the licence, now or
/// before. The offer that stands first in the catalogue gives the SKU its name.
///
/// # Errors
///
/// If the database does not answer.
pub async fn skus(tx: &mut Tx, language: &str) -> Result<Vec<Sku>> {
    const SKUS: &str = "
        SELECT o.sku_id, o.string_id, o.code, t.name FROM offers o
        JOIN offer_texts t ON t.offer_id = o.id AND t.language = $1
        WHERE o.unit = 'licences'
        ORDER BY CASE o.category WHEN 'enterprise' THEN 1 WHEN 'small-business' THEN 2
                     WHEN 'add-on' THEN 3 ELSE 4 END, o.rank, o.code";
    const PLANS: &str = "
        SELECT o.sku_id, s.id, s.family,
               CASE $1 WHEN 'fr' THEN s.name_fr WHEN 'zh-CN' THEN s.name_zh ELSE s.name_en END AS name
        FROM offers o
        JOIN offer_service_plans p ON p.offer_id = o.id
        JOIN service_plans s ON s.id = p.service_plan_id
        WHERE o.unit = 'licences'
        ORDER BY o.sku_id, p.position, s.id";
    let (rows, plans): (Vec<SkuRow>, Vec<PlanRow>) = on_backend!(tx, |connection| {
        let rows = sqlx::query_as(SKUS).bind(language).fetch_all(&mut *connection).await?;
        (rows, sqlx::query_as(PLANS).bind(language).fetch_all(connection).await?)
    });
    let mut skus: Vec<Sku> = Vec::new();
    for row in rows {
        let SkuRow { sku_id, string_id, code, name } = row;
        if let Some(sku) = skus.iter_mut().find(|sku| sku.id == SkuId::from(sku_id)) {
            sku.codes.push(code);
        } else {
            let (id, codes) = (sku_id.into(), vec![code]);
            skus.push(Sku { id, string_id, codes, name, plans: Vec::new() });
        }
    }
    for PlanRow { sku_id, id, family, name } in plans {
        let sku = skus.iter_mut().find(|sku| sku.id == SkuId::from(sku_id));
        // Two offers of one SKU name the same plans.
        if let Some(sku) = sku.filter(|sku| !sku.plans.iter().any(|plan| plan.id == id)) {
            sku.plans.push(ServicePlan { id, family, name });
        }
    }
    Ok(skus)
}

/// What each of `users` of `customer` holds; who holds nothing is left out.
///
/// # Errors
///
/// If the database does not answer.
pub async fn held(
    tx: &mut Tx,
    customer: CustomerId,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<Held>>> {
    const SQL: &str = "
        SELECT user_id, sku_id, disabled_plans FROM licence_assignments WHERE customer_id = ";
    let mut held: HashMap<UserId, Vec<Held>> = HashMap::new();
    for users in users.chunks(CHUNK) {
        let rows: Vec<(Uuid, Uuid, String)> = on_backend!(&mut *tx, |connection| {
            let mut query = QueryBuilder::new(SQL);
            query.push_bind(Uuid::from(customer)).push(" AND user_id IN (");
            let mut ids = query.separated(", ");
            for user in users {
                ids.push_bind(Uuid::from(*user));
            }
            query.push(") ORDER BY user_id, sku_id");
            query.build_query_as().fetch_all(connection).await?
        });
        for (user, sku, off) in rows {
            let licence = Held { sku: sku.into(), off: OffPlans::from_text(&off) };
            held.entry(user.into()).or_default().push(licence);
        }
    }
    Ok(held)
}

/// `user` of `customer` holds `licence` from now on. The seat has been taken before.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    licence: &Held,
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO licence_assignments (customer_id, user_id, sku_id, disabled_plans, assigned_at)
        VALUES ($1, $2, $3, $4, $5)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .bind(Uuid::from(licence.sku))
            .bind(licence.off.as_text())
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Switches service plans of a licence that `user` of `customer` holds; whether the person does.
///
/// # Errors
///
/// If the database does not answer.
pub async fn switch(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    licence: &Held,
) -> Result<bool> {
    const SQL: &str = "
        UPDATE licence_assignments SET disabled_plans = $4
        WHERE customer_id = $1 AND user_id = $2 AND sku_id = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .bind(Uuid::from(licence.sku))
            .bind(licence.off.as_text())
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// `user` of `customer` no longer holds `sku`; whether the person did. The seat is given back after.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete(tx: &mut Tx, customer: CustomerId, user: UserId, sku: SkuId) -> Result<bool> {
    const SQL: &str = "
        DELETE FROM licence_assignments WHERE customer_id = $1 AND user_id = $2 AND sku_id = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .bind(Uuid::from(sku))
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Takes `sku` from so many people of `customer` that at most `most` hold it, who got it last
/// first, and gives their seats back; how many people that were. For seats that are bought no
/// longer: call it before the pool shrinks.
///
/// # Errors
///
/// If the database does not answer.
///
/// Source: domain book, 2 "assign-licenses-to-users": with the subscription, assignments go.
pub async fn trim(tx: &mut Tx, customer: CustomerId, sku: SkuId, most: i64) -> Result<i64> {
    const SQL: &str = "
        DELETE FROM licence_assignments
        WHERE customer_id = $1 AND sku_id = $2 AND user_id IN (
            SELECT user_id FROM (
                SELECT user_id, ROW_NUMBER() OVER (ORDER BY assigned_at, user_id) AS place
                FROM licence_assignments WHERE customer_id = $1 AND sku_id = $2) AS placed
            WHERE placed.place > $3)";
    let rows = on_backend!(&mut *tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(sku))
            .bind(most)
            .execute(connection)
            .await?
            .rows_affected()
    });
    let removed = i64::try_from(rows).unwrap_or(i64::MAX);
    if removed > 0 {
        seats::give_back(tx, customer, sku, removed).await?;
    }
    Ok(removed)
}
