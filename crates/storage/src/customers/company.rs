//! A customer's own rows, and its relationship with a partner.

use domain::customers::{Profile, RelationshipKind};
use domain::error::Entity;
use domain::ids::{CustomerId, PartnerId};
use domain::input::{AddressLine, District, Phone};
use domain::text::search_key;
use domain::time::Instant;
use uuid::Uuid;

use super::rows::Row;
use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// A customer that is to be written.
#[derive(Clone, Debug)]
pub struct NewCustomer<'a> {
    /// Its id.
    pub id: CustomerId,
    /// Its initial domain, without what all domains end with.
    pub domain_prefix: &'a str,
    /// All that is known of it.
    pub profile: &'a Profile,
    /// Collation key of the name.
    pub sort_key: &'a [u8],
    /// The first letters of the name's pinyin.
    pub initials: &'a str,
    /// Who noted that it accepted the customer agreement, if it has.
    pub agreement_by: Option<&'a str>,
}

/// A customer, as one of its partners finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub id: CustomerId,
    /// Of the row.
    pub version: i64,
    /// As it is registered.
    pub company_name: String,
    /// Its initial domain, without what all domains end with.
    pub domain_prefix: String,
    /// How the partner sells to it.
    pub kind: RelationshipKind,
    /// Whether it lets the partner administer its services.
    pub delegated_admin: bool,
    /// Since when the partner sells to it.
    pub established_at: Instant,
    /// Whether the partner has marked it as late with payments.
    pub overdue: bool,
    /// When it accepted the customer agreement, and who noted that.
    pub agreement: Option<(Instant, String)>,
    /// All that is known of it; `None` if nobody has written it down.
    pub profile: Option<Profile>,
}

/// The lines of [`list_key`] that change with the name.
fn name_key(name: &str, initials: &str) -> String {
    format!("{}\n{}\n", search_key(name), search_key(initials))
}

/// What a customer is found by: each on a line of its own, so that no word spans two.
pub(crate) fn list_key(name: &str, initials: &str, domain_prefix: &str) -> String {
    format!("{}{domain_prefix}.partner.onmschina.cn", name_key(name, initials))
}

/// Adds a customer with its profile.
///
/// # Errors
///
/// [`Error::violates`] `customers_domain_prefix_key`, `customers.domain_prefix` if the domain is
/// taken.
pub async fn insert(tx: &mut Tx, new: &NewCustomer<'_>, now: Instant) -> Result<()> {
    const SQL: &str = "
        INSERT INTO customers (id, company_name, domain_prefix, uscc, segment, search_key,
                               sort_key, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let company = &new.profile.company;
    on_backend!(&mut *tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(company.name.as_str())
            .bind(new.domain_prefix)
            .bind(company.uscc.as_str())
            .bind(company.segment.as_str())
            .bind(list_key(company.name.as_str(), new.initials, new.domain_prefix))
            .bind(new.sort_key)
            .bind(now)
            .execute(connection)
            .await?;
    });
    put_profile(&mut *tx, new.id, new.profile).await?;
    match new.agreement_by {
        Some(name) => accept_agreement(tx, new.id, name, now).await,
        None => Ok(()),
    }
}

async fn accept_agreement(tx: &mut Tx, id: CustomerId, by: &str, now: Instant) -> Result<()> {
    const SQL: &str = "
        UPDATE customer_profiles SET agreement_at = $2, agreement_by = $3 WHERE customer_id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(id)).bind(now).bind(by).execute(connection).await?;
    });
    Ok(())
}

async fn put_profile(tx: &mut Tx, id: CustomerId, profile: &Profile) -> Result<()> {
    const SQL: &str = "
        INSERT INTO customer_profiles (customer_id, qualification, address_line1, address_line2,
            district, city, province, postal_code, phone, contact_family_name, contact_given_name,
            contact_email, contact_phone, mail_language, billing)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (customer_id) DO UPDATE
        SET qualification = excluded.qualification, address_line1 = excluded.address_line1,
            address_line2 = excluded.address_line2, district = excluded.district,
            city = excluded.city, province = excluded.province,
            postal_code = excluded.postal_code, phone = excluded.phone,
            contact_family_name = excluded.contact_family_name,
            contact_given_name = excluded.contact_given_name,
            contact_email = excluded.contact_email, contact_phone = excluded.contact_phone,
            mail_language = excluded.mail_language, billing = excluded.billing";
    let Profile { company, contact, billing } = profile;
    let address = &company.address;
    let billing = billing.as_ref().map(serde_json::to_string).transpose();
    let billing =
        billing.map_err(|_| Error::Corrupt { table: "customer_profiles", column: "billing" })?;
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(id))
            .bind(&company.qualification)
            .bind(address.line1.as_str())
            .bind(address.line2.as_ref().map(AddressLine::as_str))
            .bind(address.district.as_ref().map(District::as_str))
            .bind(address.city.as_str())
            .bind(address.province.code())
            .bind(address.postcode.as_str())
            .bind(company.phone.as_ref().map(Phone::as_str))
            .bind(contact.family_name.as_str())
            .bind(contact.given_name.as_str())
            .bind(contact.email.as_str())
            .bind(contact.phone.as_str())
            .bind(contact.language.as_str())
            .bind(billing)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Notes that `partner` sells to `customer`, which is in its list from now on.
///
/// # Errors
///
/// [`Error::Stale`] if there is no such customer; if the two already know each other, or the
/// database does not answer.
pub async fn relate(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
    kind: RelationshipKind,
    delegated_admin: bool,
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO relationships (partner_id, customer_id, kind, delegated_admin, established_at,
                                   sort_key, domain_prefix, search_key)
        SELECT $1, id, $3, $4, $5, sort_key, domain_prefix, search_key
        FROM customers WHERE id = $2";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .bind(kind.as_str())
            .bind(delegated_admin)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Customer }) }
}

/// The customer `id`, if `partner` sells to it.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(tx: &mut Tx, partner: PartnerId, id: CustomerId) -> Result<Option<Found>> {
    const SQL: &str = "
        SELECT c.id, c.version, c.company_name, c.domain_prefix, c.uscc, c.segment, r.kind,
               r.delegated_admin, r.established_at, COALESCE(k.overdue, FALSE) AS overdue,
               p.qualification, p.address_line1, p.address_line2, p.district, p.city, p.province,
               p.postal_code, p.phone, p.contact_family_name, p.contact_given_name,
               p.contact_email, p.contact_phone, p.mail_language, p.billing, p.agreement_at,
               p.agreement_by
        FROM relationships r
        JOIN customers c ON c.id = r.customer_id
        LEFT JOIN customer_profiles p ON p.customer_id = r.customer_id
        LEFT JOIN customer_risks k
               ON k.partner_id = r.partner_id AND k.customer_id = r.customer_id
        WHERE r.partner_id = $1 AND r.customer_id = $2";
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    row.map(Found::try_from).transpose()
}

/// Replaces what is known of the customer `id` of `partner`.
///
/// Every partner that sells to it finds it under the new name.
///
/// # Errors
///
/// [`Error::Stale`] if it is no longer at the version `seen`, or not `partner`'s.
pub async fn update(
    tx: &mut Tx,
    partner: PartnerId,
    id: CustomerId,
    seen: i64,
    profile: &Profile,
    names: (&[u8], &str),
) -> Result<()> {
    const SQL: &str = "
        UPDATE customers
        SET version = version + 1, company_name = $4, uscc = $5, segment = $6, sort_key = $7,
            search_key = $8 || domain_prefix || '.partner.onmschina.cn'
        WHERE id = $2 AND version = $3
          AND EXISTS (SELECT 1 FROM relationships r
                      WHERE r.partner_id = $1 AND r.customer_id = customers.id)";
    const LISTS: &str = "
        UPDATE relationships
        SET sort_key = (SELECT c.sort_key FROM customers c WHERE c.id = customer_id),
            search_key = (SELECT c.search_key FROM customers c WHERE c.id = customer_id)
        WHERE customer_id = $1";
    let company = &profile.company;
    let (sort_key, initials) = names;
    let rows = on_backend!(&mut *tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(company.name.as_str())
            .bind(company.uscc.as_str())
            .bind(company.segment.as_str())
            .bind(sort_key)
            .bind(name_key(company.name.as_str(), initials))
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows != 1 {
        return Err(Error::Stale { entity: Entity::Customer });
    }
    on_backend!(&mut *tx, |connection| {
        sqlx::query(LISTS).bind(Uuid::from(id)).execute(connection).await?;
    });
    put_profile(tx, id, profile).await
}

/// Whether a customer or a partner has the initial domain that begins with `prefix`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn domain_taken(tx: &mut Tx, prefix: &str) -> Result<bool> {
    const SQL: &str = "
        SELECT EXISTS (SELECT 1 FROM customers WHERE domain_prefix = $1)
            OR EXISTS (SELECT 1 FROM partners WHERE domain_prefix = $1)";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(prefix).fetch_one(connection).await?
    }))
}

/// A customer of `partner`, other than `except`, that has the credit code `uscc`; with its name.
///
/// # Errors
///
/// If the database does not answer.
pub async fn with_uscc(
    tx: &mut Tx,
    partner: PartnerId,
    uscc: &str,
    except: CustomerId,
) -> Result<Option<(CustomerId, String)>> {
    const SQL: &str = "
        SELECT c.id, c.company_name
        FROM customers c
        JOIN relationships r ON r.customer_id = c.id AND r.partner_id = $1
        WHERE c.uscc = $2 AND c.id <> $3
        ORDER BY r.established_at, c.id
        LIMIT 1";
    let row: Option<(Uuid, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(uscc)
            .bind(Uuid::from(except))
            .fetch_optional(connection)
            .await?
    });
    Ok(row.map(|(id, name)| (id.into(), name)))
}

/// How many customers a partner has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    /// All.
    pub customers: i64,
    /// Those added from the asked moment on.
    pub added: i64,
    /// Those whose administration is not delegated.
    pub without_delegated_admin: i64,
}

/// How many customers `partner` has; the new ones are those added from `since` on.
///
/// # Errors
///
/// If the database does not answer.
pub async fn counts(tx: &mut Tx, partner: PartnerId, since: Instant) -> Result<Counts> {
    const SQL: &str = "
        SELECT (SELECT COUNT(*) FROM relationships WHERE partner_id = $1) AS customers,
               (SELECT COUNT(*) FROM relationships
                WHERE partner_id = $1 AND established_at >= $2) AS added,
               (SELECT COUNT(*) FROM relationships
                WHERE partner_id = $1 AND delegated_admin = FALSE) AS without_delegated_admin";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).bind(since).fetch_one(connection).await?
    }))
}
