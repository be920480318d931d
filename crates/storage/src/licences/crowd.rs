//! Many people of a customer at once: found, and how it stands with each.

use std::collections::HashMap;

use domain::ids::{CustomerId, UserId};
use domain::licences::Present;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::assignments::{self, CHUNK};
use super::users::status;
use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// Those of `names` by which somebody of `customer` signs in, deleted or not, with the person.
///
/// # Errors
///
/// If the database does not answer.
pub async fn named(
    tx: &mut Tx,
    customer: CustomerId,
    names: &[String],
) -> Result<HashMap<String, UserId>> {
    let mut found = HashMap::new();
    for names in names.chunks(CHUNK) {
        let rows: Vec<(String, Uuid)> = on_backend!(&mut *tx, |connection| {
            let mut query =
                QueryBuilder::new("SELECT sign_in_name, id FROM users WHERE tenant_id = ");
            query.push_bind(Uuid::from(customer));
            query.push(" AND surface = 'admin-center' AND sign_in_name IN (");
            let mut list = query.separated(", ");
            for name in names {
                list.push_bind(name);
            }
            query.push(")");
            query.build_query_as().fetch_all(connection).await?
        });
        found.extend(rows.into_iter().map(|(name, id)| (name, UserId::from(id))));
    }
    Ok(found)
}

/// The names to sign in with of those of `users` who are people of `customer`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn sign_in_names(
    tx: &mut Tx,
    customer: CustomerId,
    users: &[UserId],
) -> Result<HashMap<UserId, String>> {
    let mut found = HashMap::new();
    for users in users.chunks(CHUNK) {
        let rows: Vec<(Uuid, String)> = on_backend!(&mut *tx, |connection| {
            let mut query =
                QueryBuilder::new("SELECT id, sign_in_name FROM users WHERE tenant_id = ");
            query.push_bind(Uuid::from(customer));
            query.push(" AND surface = 'admin-center' AND id IN (");
            let mut list = query.separated(", ");
            for user in users {
                list.push_bind(Uuid::from(*user));
            }
            query.push(")");
            query.build_query_as().fetch_all(connection).await?
        });
        found.extend(rows.into_iter().map(|(id, name)| (UserId::from(id), name)));
    }
    Ok(found)
}

/// How it stands with those of `users` who are people of `customer`.
///
/// # Errors
///
/// [`Error::Corrupt`] if a row cannot be read.
pub async fn present(
    tx: &mut Tx,
    customer: CustomerId,
    users: &[UserId],
) -> Result<HashMap<UserId, Present>> {
    const SQL: &str = "
        SELECT p.user_id, u.status, p.usage_location IS NOT NULL FROM user_profiles p
        JOIN users u ON u.id = p.user_id AND u.tenant_id = p.customer_id
        WHERE p.customer_id = ";
    let mut held = assignments::held(tx, customer, users).await?;
    let mut present = HashMap::with_capacity(users.len());
    for users in users.chunks(CHUNK) {
        let rows: Vec<(Uuid, String, bool)> = on_backend!(&mut *tx, |connection| {
            let mut query = QueryBuilder::new(SQL);
            query.push_bind(Uuid::from(customer)).push(" AND p.user_id IN (");
            let mut list = query.separated(", ");
            for user in users {
                list.push_bind(Uuid::from(*user));
            }
            query.push(")");
            query.build_query_as().fetch_all(connection).await?
        });
        for (id, text, located) in rows {
            let id = UserId::from(id);
            let corrupt = Error::Corrupt { table: "users", column: "status" };
            let status = status(&text).ok_or(corrupt)?;
            let held = held.remove(&id).unwrap_or_default();
            present.insert(id, Present { status, located, held });
        }
    }
    Ok(present)
}
