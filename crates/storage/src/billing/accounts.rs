//! Who is billed, and on which terms.

use domain::billing::{BillingAccount, BillingDay, Party, Percent};
use domain::error::Entity;
use domain::ids::PartnerId;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    mpn_id: Option<String>,
    model: String,
    billing_day: i64,
    suspended: bool,
    company_name: String,
    address_line1: String,
    address_line2: Option<String>,
    district: Option<String>,
    city: String,
    province: String,
    postal_code: String,
    contact_family_name: String,
    contact_given_name: String,
    contact_email: String,
    mail_language: String,
    po_number: Option<String>,
    payment_days: i64,
    suspend_after_days: i64,
    legal_max_monthly: Option<i64>,
    finance_charges: bool,
    reinstated_on: Option<Day>,
    version: i64,
}

const fn corrupt(column: &'static str) -> Error {
    Error::Corrupt { table: "billing_accounts", column }
}

impl TryFrom<Row> for BillingAccount {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let billing_day = u32::try_from(row.billing_day).ok().and_then(BillingDay::new);
        let days = |days: i64, column| u64::try_from(days).map_err(|_| corrupt(column));
        let limit = |stored: i64| {
            let percent = u32::try_from(stored).ok().and_then(Percent::from_stored);
            percent.ok_or(corrupt("legal_max_monthly"))
        };
        Ok(Self {
            partner: row.id.into(),
            partner_name: row.name,
            mpn_id: row.mpn_id,
            indirect: row.model == "indirect-provider",
            billing_day: billing_day.ok_or(corrupt("billing_day"))?,
            bill_to: Party {
                name: row.company_name,
                address_line1: row.address_line1,
                address_line2: row.address_line2,
                district: row.district,
                city: row.city,
                province: row.province,
                postal_code: row.postal_code,
            },
            contact: (row.contact_family_name, row.contact_given_name),
            contact_email: row.contact_email,
            mail_language: row.mail_language.parse().map_err(|_| corrupt("mail_language"))?,
            po_number: row.po_number,
            payment_days: days(row.payment_days, "payment_days")?,
            suspend_after_days: days(row.suspend_after_days, "suspend_after_days")?,
            legal_max_monthly: row.legal_max_monthly.map(limit).transpose()?,
            finance_charges: row.finance_charges,
            suspended: row.suspended,
            reinstated_on: row.reinstated_on,
            version: row.version,
        })
    }
}

/// The account of `partner`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(tx: &mut Tx, partner: PartnerId) -> Result<Option<BillingAccount>> {
    const SQL: &str = "
        SELECT p.id, p.name, p.mpn_id, p.model, p.billing_day, p.suspended, a.company_name,
               a.address_line1, a.address_line2, a.district, a.city, a.province, a.postal_code,
               a.contact_family_name, a.contact_given_name, a.contact_email, a.mail_language,
               a.po_number, a.payment_days, a.suspend_after_days, a.legal_max_monthly,
               a.finance_charges, a.reinstated_on, a.version
        FROM partners p
        JOIN billing_accounts a ON a.partner_id = p.id
        WHERE p.id = $1";
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_optional(connection).await?
    });
    row.map(BillingAccount::try_from).transpose()
}

/// Writes the account of a partner that has none.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(tx: &mut Tx, new: &BillingAccount) -> Result<()> {
    const SQL: &str = "
        INSERT INTO billing_accounts (
            partner_id, company_name, address_line1, address_line2, district, city, province,
            postal_code, contact_family_name, contact_given_name, contact_email, mail_language,
            po_number, payment_days, suspend_after_days, legal_max_monthly, finance_charges)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        ON CONFLICT (partner_id) DO NOTHING";
    let days = |days: u64| i64::try_from(days).unwrap_or(i64::MAX);
    let to = &new.bill_to;
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.partner))
            .bind(&to.name)
            .bind(&to.address_line1)
            .bind(&to.address_line2)
            .bind(&to.district)
            .bind(&to.city)
            .bind(&to.province)
            .bind(&to.postal_code)
            .bind(&new.contact.0)
            .bind(&new.contact.1)
            .bind(&new.contact_email)
            .bind(new.mail_language.as_str())
            .bind(&new.po_number)
            .bind(days(new.payment_days))
            .bind(days(new.suspend_after_days))
            .bind(new.legal_max_monthly.map(|percent| i64::from(percent.stored())))
            .bind(new.finance_charges)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Lets nobody else bill `partner` or record its payments until the transaction ends.
///
/// # Errors
///
/// [`Error::Stale`] if there is no such account.
pub async fn lock(tx: &mut Tx, partner: PartnerId) -> Result<()> {
    // `FOR UPDATE` has no spelling in SQLite; an update that changes nothing locks in both.
    const SQL: &str = "UPDATE billing_accounts SET version = version WHERE partner_id = $1";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(partner)).execute(connection).await?.rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Partner }) }
}

/// Suspends the account of `partner` or takes that back; whether that changed anything.
///
/// # Errors
///
/// If the database does not answer.
pub async fn set_suspended(
    tx: &mut Tx,
    partner: PartnerId,
    since: Option<(Day, &str)>,
) -> Result<bool> {
    const SQL: &str = "
        UPDATE partners
        SET suspended = $2, suspended_on = $3, suspend_reason = $4, version = version + 1
        WHERE id = $1 AND suspended <> $2";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(since.is_some())
            .bind(since.map(|(day, _)| day))
            .bind(since.map(|(_, reason)| reason))
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// Notes that somebody has reinstated the account of `partner` on `day`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn note_reinstated(tx: &mut Tx, partner: PartnerId, day: Day) -> Result<()> {
    const SQL: &str = "
        UPDATE billing_accounts SET reinstated_on = $2, version = version + 1
        WHERE partner_id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(partner)).bind(day).execute(connection).await?;
    });
    Ok(())
}

/// Since when `partner` is suspended and why: `overdue` or `operator`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn suspension(tx: &mut Tx, partner: PartnerId) -> Result<Option<(Day, String)>> {
    const SQL: &str = "
        SELECT suspended_on, suspend_reason FROM partners
        WHERE id = $1 AND suspended AND suspended_on IS NOT NULL AND suspend_reason IS NOT NULL";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_optional(connection).await?
    }))
}

/// All partners that are billed, by id.
///
/// # Errors
///
/// If the database does not answer.
pub async fn all(tx: &mut Tx) -> Result<Vec<PartnerId>> {
    const SQL: &str = "SELECT partner_id FROM billing_accounts ORDER BY partner_id";
    let ids: Vec<Uuid> =
        on_backend!(tx, |connection| sqlx::query_scalar(SQL).fetch_all(connection).await?);
    Ok(ids.into_iter().map(PartnerId::from).collect())
}

/// All partners with an invoice that should have been paid before `day`, by id.
///
/// # Errors
///
/// If the database does not answer.
pub async fn late(tx: &mut Tx, day: Day) -> Result<Vec<PartnerId>> {
    const SQL: &str = "
        SELECT a.partner_id FROM billing_accounts a
        WHERE EXISTS (
            SELECT 1 FROM invoice_settlements s
            WHERE s.partner_id = a.partner_id AND s.paid_on IS NULL AND s.due_on < $1)
        ORDER BY a.partner_id";
    let ids: Vec<Uuid> = on_backend!(tx, |connection| sqlx::query_scalar(SQL)
        .bind(day)
        .fetch_all(connection)
        .await?);
    Ok(ids.into_iter().map(PartnerId::from).collect())
}
