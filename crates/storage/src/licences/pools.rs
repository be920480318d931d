//! How many licences of a SKU a customer has: bought, usable, given to people.
//!
//! A pool's row is locked by the statement that changes it, so that assigning and buying wait for
//! each other; the database itself refuses more assigned than bought.

use std::collections::HashMap;

use domain::error::Entity;
use domain::ids::CustomerId;
use domain::subscriptions::Pool;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

fn pool((bought, valid, assigned): (i64, i64, i64)) -> Result<Pool> {
    let corrupt = |column| Error::Corrupt { table: "licence_pools", column };
    Ok(Pool {
        bought: u32::try_from(bought).map_err(|_| corrupt("bought"))?,
        valid: u32::try_from(valid).map_err(|_| corrupt("valid"))?,
        assigned: u32::try_from(assigned).map_err(|_| corrupt("assigned"))?,
    })
}

/// All pools of `customer`, by SKU.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(tx: &mut Tx, customer: CustomerId) -> Result<HashMap<Uuid, Pool>> {
    const SQL: &str = "
        SELECT sku_id, bought, valid, assigned FROM licence_pools WHERE customer_id = $1";
    let rows: Vec<(Uuid, i64, i64, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).fetch_all(connection).await?
    });
    rows.into_iter()
        .map(|(sku, bought, valid, assigned)| Ok((sku, pool((bought, valid, assigned))?)))
        .collect()
}

/// The pool of `sku` of `customer`; empty if there is none. It is locked until the transaction
/// ends: nobody assigns or buys meanwhile.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn lock(tx: &mut Tx, customer: CustomerId, sku: Uuid) -> Result<Pool> {
    // `FOR UPDATE` has no spelling in SQLite; an update that changes nothing locks in both.
    const SQL: &str = "
        UPDATE licence_pools SET assigned = assigned WHERE customer_id = $1 AND sku_id = $2
        RETURNING bought, valid, assigned";
    let row: Option<(i64, i64, i64)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).bind(sku).fetch_optional(connection).await?
    });
    row.map_or_else(|| Ok(Pool::default()), pool)
}

/// Adds `bought` and `valid` units, which may be negative, to the pool of `sku` of `customer`.
///
/// Whether enough is left for what is assigned is to be asked before, of [`lock`].
///
/// # Errors
///
/// [`Error::Stale`] if fewer would be bought than are assigned: then nothing has changed.
pub async fn add_bought(
    tx: &mut Tx,
    customer: CustomerId,
    sku: Uuid,
    bought: i64,
    valid: i64,
) -> Result<()> {
    const FIRST: &str = "
        INSERT INTO licence_pools (customer_id, sku_id, bought, valid, assigned)
        VALUES ($1, $2, 0, 0, 0)
        ON CONFLICT (customer_id, sku_id) DO NOTHING";
    const ADD: &str = "
        UPDATE licence_pools SET bought = bought + $3, valid = valid + $4
        WHERE customer_id = $1 AND sku_id = $2
          AND bought + $3 >= assigned AND valid + $4 BETWEEN 0 AND bought + $3";
    let customer = Uuid::from(customer);
    let rows = on_backend!(tx, |connection| {
        if bought >= 0 {
            sqlx::query(FIRST).bind(customer).bind(sku).execute(&mut *connection).await?;
        }
        sqlx::query(ADD)
            .bind(customer)
            .bind(sku)
            .bind(bought)
            .bind(valid)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Subscription }) }
}

/// Takes licences of `sku` away from people of `customer` until `keep` are assigned, from those
/// who got theirs last. How many that were.
///
/// # Errors
///
/// If the database does not answer.
pub async fn release(tx: &mut Tx, customer: CustomerId, sku: Uuid, keep: u32) -> Result<u64> {
    const TAKE: &str = "
        DELETE FROM licence_assignments
        WHERE customer_id = $1 AND sku_id = $2 AND user_id NOT IN (
            SELECT user_id FROM licence_assignments
            WHERE customer_id = $1 AND sku_id = $2
            ORDER BY assigned_at, user_id LIMIT $3)";
    const COUNT: &str = "
        UPDATE licence_pools SET assigned = assigned - $3
        WHERE customer_id = $1 AND sku_id = $2";
    let customer = Uuid::from(customer);
    Ok(on_backend!(tx, |connection| {
        let taken = sqlx::query(TAKE)
            .bind(customer)
            .bind(sku)
            .bind(i64::from(keep))
            .execute(&mut *connection)
            .await?
            .rows_affected();
        let less = i64::try_from(taken).unwrap_or(i64::MAX);
        sqlx::query(COUNT).bind(customer).bind(sku).bind(less).execute(connection).await?;
        taken
    }))
}
