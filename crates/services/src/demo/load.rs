//! Writes the demo into the database.

use domain::access::Surface;
use domain::account::Roles;
use domain::ids::OfferId;
use domain::licences::UsageLocation;
use domain::time::{Day, Instant, business_day, start_of_day};
use storage::Tx;
use storage::accounts;
use storage::catalogue::{self, Editor};
use storage::licences::users::{self, Profile};
use storage::partners::{self, Partner};
use uuid::Uuid;

use super::billing::{bill, put_account};
use super::companies::{DemoCompanies, DemoPartner, companies};
use super::customers::put_customers;
use super::data::PersonName;
use super::licences::assign;
use super::offers::offers;
use super::stock::{Catalogue, put_offers, put_price_lists, put_special_prices};
use crate::accounts::{NewUser, insert_user};
use crate::collation::sort_key;
use crate::failure::{Result, Stored};
use crate::system::System;

/// The password of everybody in the demo.
pub const PASSWORD: &str = "Demo-2019!";

/// When the demo's sandbox begins: 09:00 on a working day on which June's price list is in force
/// and July's is known.
#[must_use]
pub fn first_moment() -> Instant {
    let day = Day::from_ymd_opt(2019, 6, 10).unwrap_or_default();
    start_of_day(day) + chrono::Duration::hours(9)
}

/// Somebody of the demo who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    /// The partner or the customer; nil for the operator's staff.
    pub tenant: Uuid,
    /// The name to sign in with.
    pub sign_in: String,
    /// In Chinese.
    pub name: PersonName,
    /// What the person may do, and so where to sign in.
    pub roles: Roles,
    /// Whether the password must be changed at the first sign-in.
    pub newcomer: bool,
}

/// Everybody of the demo who can sign in: the partners' people, the customers', the operator's.
pub fn demo_accounts() -> Vec<DemoAccount> {
    let DemoCompanies {
        partners, customers, partner_users, customer_users, operator_users, ..
    } = companies();
    let partner_users = partner_users.into_iter().filter_map(|user| {
        let company = partners.iter().find(|company| company.key == user.partner)?;
        let roles = Roles::Partner(user.roles());
        Some(DemoAccount {
            tenant: company.id.into(),
            sign_in: user.sign_in,
            name: user.name,
            roles,
            newcomer: user.newcomer,
        })
    });
    let customer_users = customer_users.into_iter().filter_map(|user| {
        let company = customers.iter().find(|company| company.key == user.customer)?;
        let roles = Roles::Customer(user.roles);
        Some(DemoAccount {
            tenant: company.id.into(),
            sign_in: user.sign_in,
            name: user.name,
            roles,
            newcomer: false,
        })
    });
    let operator_users = operator_users.into_iter().map(|user| {
        let roles = Roles::Operator(user.roles);
        DemoAccount {
            tenant: Uuid::nil(),
            sign_in: user.sign_in,
            name: user.name,
            roles,
            newcomer: false,
        }
    });
    partner_users.chain(customer_users).chain(operator_users).collect()
}

/// Writes what is missing of the demo: offers, price lists, companies, people, pinned offers.
///
/// What is there stays as it is, so a second call changes nothing.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn load(system: &System) -> Result<()> {
    let offers = load_catalogue(system).await?;
    let all = companies();
    let mut tx = system.store.write().await.stored()?;
    put_companies(system, &mut tx, &all).await?;
    tx.commit().await.stored()?;

    put_people(system).await?;

    let mut tx = system.store.write().await.stored()?;
    for partner in &all.partners {
        pin(system, &mut tx, partner, &offers).await?;
        put_special_prices(&mut tx, &offers, (partner.id, &partner.key)).await?;
    }
    super::subscriptions::put(system, &mut tx, &all).await?;
    assign(system, &mut tx, &all, &offers).await?;
    for partner in &all.partners {
        put_account(&mut tx, partner, &all).await?;
    }
    tx.commit().await.stored()?;
    bill(system, &all).await
}

/// Writes what is missing of the demo's offers and price lists, and nothing else.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn load_catalogue(system: &System) -> Result<Catalogue> {
    let offers: Catalogue = offers().into_iter().map(|offer| (offer.code.clone(), offer)).collect();
    let mut tx = system.store.write().await.stored()?;
    put_offers(&mut tx, &offers).await?;
    // For the sandbox, whose business day may be long ago, and for a portal on the wall's clock.
    for today in [system.today(), business_day(system.wall())] {
        put_price_lists(&mut tx, &offers, today).await?;
    }
    tx.commit().await.stored()?;
    Ok(offers)
}

async fn put_companies(system: &System, tx: &mut Tx, all: &DemoCompanies) -> Result<()> {
    for partner in &all.partners {
        if partners::find(tx, partner.id).await.stored()?.is_none() {
            let new = Partner {
                id: partner.id,
                name: partner.name.clone(),
                latin_name: partner.latin_name.clone(),
                uscc: partner.uscc.clone(),
                mpn_id: Some(partner.mpn_id.clone()),
                model: partner.model.as_str().to_owned(),
                domain_prefix: partner.key.clone(),
                billing_day: partner.billing_day.into(),
                suspended: false,
            };
            partners::insert(tx, &new, system.now()).await.stored()?;
        }
    }
    put_customers(system, tx, all).await
}

/// Writes the people who are missing.
async fn put_people(system: &System) -> Result<()> {
    for person in demo_accounts() {
        let surface = person.roles.surface();
        let mut tx = system.store.read().await.stored()?;
        let known = accounts::find_by_name(&mut tx, surface, &person.sign_in).await.stored()?;
        drop(tx);
        if known.is_some() {
            continue;
        }
        let customer = match &person.roles {
            Roles::Customer(_) => Some(person.tenant.into()),
            _ => None,
        };
        let display_name = format!("{}{}", person.name.family, person.name.given);
        let words = format!("{display_name} {}", person.sign_in);
        let new = NewUser {
            tenant: person.tenant,
            roles: person.roles,
            sign_in_name: person.sign_in,
            family_name: person.name.family,
            given_name: person.name.given,
            password: PASSWORD.to_owned(),
            temporary: person.newcomer,
            language: None,
            demo: true,
        };
        let user = insert_user(system, new).await?;
        if let Some(customer) = customer {
            let profile = Profile {
                display_name: &display_name,
                words: &words,
                sort_key: &sort_key("zh-CN", &display_name),
                phone: None,
                usage_location: Some(UsageLocation::China),
            };
            let mut tx = system.store.write().await.stored()?;
            users::put_profile(&mut tx, customer, user, profile).await.stored()?;
            tx.commit().await.stored()?;
        }
    }
    Ok(())
}

/// Pins what `partner` has in the demo, unless its people have ever pinned something.
async fn pin(
    system: &System,
    tx: &mut Tx,
    partner: &DemoPartner,
    offers: &Catalogue,
) -> Result<()> {
    if partner.pinned_offers.is_empty()
        || catalogue::pinned(tx, partner.id).await.stored()?.version > 0
    {
        return Ok(());
    }
    let DemoCompanies { partner_users, .. } = companies();
    let primary =
        partner_users.iter().find(|user| user.partner == partner.key && user.primary_contact);
    let Some(primary) = primary else { return Ok(()) };
    let surface = Surface::PartnerCenter;
    let found = accounts::find_by_name(tx, surface, &primary.sign_in).await.stored()?;
    let Some(user) = found else { return Ok(()) };
    let pinned: Vec<OfferId> = partner.pinned_offers.iter().map(|code| offers[code].id).collect();
    let name = format!("{}{}", primary.name.family, primary.name.given);
    let by = Editor { user: user.viewer.actor.user(), name: &name, now: system.now() };
    catalogue::replace_pinned(tx, partner.id, 0, &pinned, by).await.stored()
}
