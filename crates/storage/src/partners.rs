//! Companies: partners, and the customers they sell to.

use domain::customers::RelationshipKind;
use domain::ids::{CustomerId, PartnerId};
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::customers;
use crate::error::Result;
use crate::store::on_backend;

/// A partner company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Which.
    pub id: PartnerId,
    /// As it is registered.
    pub name: String,
    /// What it calls itself among those who do not read Chinese.
    pub latin_name: String,
    /// Unified social credit code.
    pub uscc: String,
    /// Number in the Microsoft Partner Network.
    pub mpn_id: Option<String>,
    /// `direct`, `indirect-provider` or `indirect-reseller`.
    pub model: String,
    /// Its initial domain, without what all domains end with.
    pub domain_prefix: String,
    /// Day of the month on which it is billed, 1 to 28.
    pub billing_day: i64,
    /// It owes money and is held back.
    pub suspended: bool,
}

/// A customer company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Which.
    pub id: CustomerId,
    /// As it is registered.
    pub company_name: String,
    /// Its initial domain, without what all domains end with.
    pub domain_prefix: String,
    /// Unified social credit code.
    pub uscc: Option<String>,
    /// Collation key of the name.
    pub sort_key: Vec<u8>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    latin_name: String,
    uscc: String,
    mpn_id: Option<String>,
    model: String,
    domain_prefix: String,
    billing_day: i64,
    suspended: bool,
}

#[derive(FromRow)]
struct CustomerRow {
    id: Uuid,
    company_name: String,
    domain_prefix: String,
    uscc: Option<String>,
    sort_key: Vec<u8>,
}

impl From<CustomerRow> for Customer {
    fn from(row: CustomerRow) -> Self {
        Self {
            id: row.id.into(),
            company_name: row.company_name,
            domain_prefix: row.domain_prefix,
            uscc: row.uscc,
            sort_key: row.sort_key,
        }
    }
}

/// The partner `id`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find(tx: &mut Tx, id: PartnerId) -> Result<Option<Partner>> {
    const SQL: &str = "
        SELECT id, name, latin_name, uscc, mpn_id, model, domain_prefix, billing_day, suspended
        FROM partners WHERE id = $1";
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(id)).fetch_optional(connection).await?
    });
    Ok(row.map(|row| Partner {
        id: row.id.into(),
        name: row.name,
        latin_name: row.latin_name,
        uscc: row.uscc,
        mpn_id: row.mpn_id,
        model: row.model,
        domain_prefix: row.domain_prefix,
        billing_day: row.billing_day,
        suspended: row.suspended,
    }))
}

/// Adds a partner.
///
/// # Errors
///
/// [`crate::Error::violates`] `partners_domain_prefix_key`, `partners.domain_prefix` if the domain
/// is taken.
pub async fn insert(tx: &mut Tx, new: &Partner, now: Instant) -> Result<()> {
    const SQL: &str = "
        INSERT INTO partners (id, name, latin_name, uscc, mpn_id, model, domain_prefix,
                              billing_day, suspended, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(&new.name)
            .bind(&new.latin_name)
            .bind(&new.uscc)
            .bind(&new.mpn_id)
            .bind(&new.model)
            .bind(&new.domain_prefix)
            .bind(new.billing_day)
            .bind(new.suspended)
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Adds a customer of which nothing but its name is known (see [`customers::insert`]).
///
/// # Errors
///
/// [`crate::Error::violates`] `customers_domain_prefix_key`, `customers.domain_prefix` if the
/// domain is taken.
pub async fn insert_customer(tx: &mut Tx, new: &Customer, now: Instant) -> Result<()> {
    const SQL: &str = "
        INSERT INTO customers (id, company_name, domain_prefix, uscc, search_key, sort_key,
                               created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(&new.company_name)
            .bind(&new.domain_prefix)
            .bind(&new.uscc)
            .bind(customers::list_key(&new.company_name, "", &new.domain_prefix))
            .bind(&new.sort_key)
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// All partners by name: for the operator, who chooses one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn names(tx: &mut Tx) -> Result<Vec<(PartnerId, String)>> {
    const SQL: &str = "SELECT id, name FROM partners ORDER BY name, id";
    let rows: Vec<(Uuid, String)> =
        on_backend!(tx, |connection| sqlx::query_as(SQL).fetch_all(connection).await?);
    Ok(rows.into_iter().map(|(id, name)| (PartnerId::from(id), name)).collect())
}

/// Notes that `partner` sells to `customer`.
///
/// # Errors
///
/// If the database does not answer, or the two already know each other.
pub async fn insert_relationship(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
    delegated_admin: bool,
    now: Instant,
) -> Result<()> {
    let kind = RelationshipKind::Reseller;
    customers::relate(tx, partner, customer, kind, delegated_admin, now).await
}

/// How many customers `partner` sells to.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count_customers(tx: &mut Tx, partner: PartnerId) -> Result<i64> {
    const SQL: &str = "SELECT COUNT(*) FROM relationships WHERE partner_id = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(Uuid::from(partner)).fetch_one(connection).await?
    }))
}

/// The customer `id`, if `partner` sells to it.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find_customer(
    tx: &mut Tx,
    partner: PartnerId,
    id: CustomerId,
) -> Result<Option<Customer>> {
    const SQL: &str = "
        SELECT c.id, c.company_name, c.domain_prefix, c.uscc, c.sort_key
        FROM relationships r
        JOIN customers c ON c.id = r.customer_id
        WHERE r.partner_id = $1 AND r.customer_id = $2";
    let row: Option<CustomerRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    Ok(row.map(Customer::from))
}

/// The customer `id`, as its own people see it.
///
/// # Errors
///
/// If the database does not answer.
pub async fn own_customer(tx: &mut Tx, id: CustomerId) -> Result<Option<Customer>> {
    const SQL: &str = "
        SELECT id, company_name, domain_prefix, uscc, sort_key FROM customers WHERE id = $1";
    let row: Option<CustomerRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(id)).fetch_optional(connection).await?
    });
    Ok(row.map(Customer::from))
}

/// Whether `customer` lets `partner` administer it; `None` if the two do not know each other.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delegated_admin(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<Option<bool>> {
    const SQL: &str = "
        SELECT delegated_admin FROM relationships WHERE partner_id = $1 AND customer_id = $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .fetch_optional(connection)
            .await?
    }))
}
