//! Between a profile and its columns.

use domain::catalogue::Segment;
use domain::customers::{Address, Company, Contact, Profile};
use domain::input::province;
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use super::company::Found;
use crate::error::{Error, Result};

/// A customer with its profile, where there is one, and its relationship with a partner.
#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    version: i64,
    company_name: String,
    domain_prefix: String,
    uscc: Option<String>,
    segment: String,
    kind: String,
    delegated_admin: bool,
    established_at: Instant,
    overdue: bool,
    qualification: Option<String>,
    address_line1: Option<String>,
    address_line2: Option<String>,
    district: Option<String>,
    city: Option<String>,
    province: Option<String>,
    postal_code: Option<String>,
    phone: Option<String>,
    contact_family_name: Option<String>,
    contact_given_name: Option<String>,
    contact_email: Option<String>,
    contact_phone: Option<String>,
    mail_language: Option<String>,
    billing: Option<String>,
    agreement_at: Option<Instant>,
    agreement_by: Option<String>,
}

impl TryFrom<Row> for Found {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let kind = row.kind.parse();
        let kind = kind.map_err(|_| Error::Corrupt { table: "relationships", column: "kind" })?;
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            company_name: row.company_name.clone(),
            domain_prefix: row.domain_prefix.clone(),
            kind,
            delegated_admin: row.delegated_admin,
            established_at: row.established_at,
            overdue: row.overdue,
            agreement: row.agreement_at.zip(row.agreement_by.clone()),
            profile: profile(row)?,
        })
    }
}

/// The profile in `row`; `None` if the customer has none.
fn profile(row: Row) -> Result<Option<Profile>> {
    if row.address_line1.is_none() {
        return Ok(None);
    }
    let segment: Segment = row
        .segment
        .parse()
        .map_err(|_| Error::Corrupt { table: "customers", column: "segment" })?;
    let address = Address {
        line1: value(row.address_line1, "address_line1")?,
        line2: optional(row.address_line2, "address_line2")?,
        province: province(row.province.as_deref().unwrap_or_default())
            .map_err(|_| corrupt("province"))?,
        city: value(row.city, "city")?,
        district: optional(row.district, "district")?,
        postcode: value(row.postal_code, "postal_code")?,
    };
    let company = Company {
        name: value(Some(row.company_name), "company_name")?,
        uscc: value(row.uscc, "uscc")?,
        address,
        phone: optional(row.phone, "phone")?,
        segment,
        qualification: row.qualification,
    };
    let language = row.mail_language.unwrap_or_default();
    let contact = Contact {
        family_name: value(row.contact_family_name, "contact_family_name")?,
        given_name: value(row.contact_given_name, "contact_given_name")?,
        email: value(row.contact_email, "contact_email")?,
        phone: value(row.contact_phone, "contact_phone")?,
        language: language.parse().map_err(|_| corrupt("mail_language"))?,
    };
    let billing = row.billing.as_deref().map(serde_json::from_str).transpose();
    let billing = billing.map_err(|_| corrupt("billing"))?;
    Ok(Some(Profile { company, contact, billing }))
}

const fn corrupt(column: &'static str) -> Error {
    Error::Corrupt { table: "customer_profiles", column }
}

fn value<T: TryFrom<String>>(text: Option<String>, column: &'static str) -> Result<T> {
    let text = text.ok_or_else(|| corrupt(column))?;
    T::try_from(text).map_err(|_| corrupt(column))
}

fn optional<T: TryFrom<String>>(text: Option<String>, column: &'static str) -> Result<Option<T>> {
    text.map(|text| value(Some(text), column)).transpose()
}
