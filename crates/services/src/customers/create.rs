//! A new customer: company, relationship and first administrator, all or nothing.

use domain::access::{Action, CustomerRole};
use domain::account::Roles;
use domain::customers::{
    CreatedCustomer, CustomerFault, NewCustomer, RelationshipKind, first_admin,
};
use domain::error::Error;
use domain::ids::{CustomerId, UserId};
use domain::mails::NewMail;
use storage::accounts::{self as people, NewUser};
use storage::{Tx, customers as rows, partners};

use super::drafts::FORM;
use crate::accounts::{Temporary, temporary_password};
use crate::caller::{Caller, Grant};
use crate::collation;
use crate::failure::{Result, Stored};
use crate::mails;
use crate::work::{Change, Start};

/// Creates a customer without subscriptions.
///
/// The administrator's password is in the first answer only. What is kept for a repetition of the
/// request has none.
///
/// # Errors
///
/// `Forbidden` without the right, `PartnerSuspended` while the partner owes money;
/// [`CustomerFault::DomainTaken`] at `domain`; [`CustomerFault::UsccKnown`] at `uscc` unless that
/// is confirmed. Then nothing is created.
///
/// Source: domain book, "add-a-new-customer".
pub async fn create(caller: &Caller, wanted: NewCustomer) -> Result<CreatedCustomer> {
    const USE_CASE: &str = "customers.create";
    let grant = caller.authorize(Action::CreateCustomer)?;
    let admin = temporary_password(&grant.system, &first_admin(&wanted.domain)).await?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let new = insert_new(&mut work.tx, &grant, &wanted, &admin).await?;
    let without_password = work.commit(created(&new), new).await?;
    Ok(CreatedCustomer { password: Some(admin.password.reveal().to_owned()), ..without_password })
}

/// What the log is told of `new`.
pub(crate) fn created(new: &CreatedCustomer) -> Change {
    Change {
        kind: "customer-created",
        subject: new.company_name.clone(),
        customer: Some(new.id),
        before: None,
        after: Some(new.domain.clone()),
    }
}

/// Writes the customer `wanted` and its first administrator, who has the password `admin`; for use
/// cases that do more in the same transaction. The caller has authorized, and commits.
///
/// The result has no password: that is added once everything has lasted.
///
/// # Errors
///
/// [`CustomerFault::DomainTaken`] at `domain`; [`CustomerFault::UsccKnown`] at `uscc` unless that
/// is confirmed.
pub(crate) async fn insert_new(
    tx: &mut Tx,
    grant: &Grant,
    wanted: &NewCustomer,
    admin: &Temporary,
) -> Result<CreatedCustomer> {
    let id = CustomerId::from(grant.system.next_id());
    let NewCustomer { domain, uscc_confirmed, profile, .. } = wanted;
    if !uscc_confirmed {
        check_uscc(tx, grant, profile.company.uscc.as_str(), id).await?;
    }
    if rows::domain_taken(tx, domain.as_str()).await.stored()? {
        return Err(Error::invalid("domain", CustomerFault::DomainTaken));
    }
    let name = profile.company.name.as_str();
    let new = rows::NewCustomer {
        id,
        domain_prefix: domain.as_str(),
        profile,
        sort_key: &collation::sort_key("zh-CN", name),
        initials: &collation::initials(name),
        agreement_by: Some(grant.name()),
    };
    let inserted = rows::insert(tx, &new, grant.now()).await;
    if let Err(error) = &inserted
        && error.violates("customers_domain_prefix_key", "customers.domain_prefix")
    {
        // Somebody was quicker since the check.
        return Err(Error::invalid("domain", CustomerFault::DomainTaken));
    }
    inserted.stored()?;
    let kind = kind(tx, grant).await?;
    rows::relate(tx, grant.partner(), id, kind, true, grant.now()).await.stored()?;
    insert_admin(tx, grant, id, wanted, admin).await?;
    rows::delete_draft(tx, grant.user(), FORM).await.stored()?;

    let new = CreatedCustomer {
        id,
        company_name: name.to_owned(),
        domain: domain.domain(),
        admin: first_admin(domain),
        password: None,
        orders: Vec::new(),
    };
    mails::queue(tx, &grant.system, welcome(&new, wanted)).await?;
    Ok(new)
}

/// Refuses a credit code that one of the partner's customers has, other than `except`.
///
/// # Errors
///
/// [`CustomerFault::UsccKnown`] at `uscc`.
pub(super) async fn check_uscc(
    tx: &mut Tx,
    grant: &Grant,
    uscc: &str,
    except: CustomerId,
) -> Result<()> {
    match rows::with_uscc(tx, grant.partner(), uscc, except).await.stored()? {
        Some((id, name)) => Err(Error::invalid("uscc", CustomerFault::UsccKnown { id, name })),
        None => Ok(()),
    }
}

/// How the caller's partner sells.
async fn kind(tx: &mut Tx, grant: &Grant) -> Result<RelationshipKind> {
    let partner = partners::find(tx, grant.partner()).await.stored()?;
    let provider = partner.is_some_and(|partner| partner.model == "indirect-provider");
    Ok(if provider { RelationshipKind::IndirectProvider } else { RelationshipKind::Reseller })
}

/// The first administrator bears the name of the primary contact.
async fn insert_admin(
    tx: &mut Tx,
    grant: &Grant,
    customer: CustomerId,
    wanted: &NewCustomer,
    admin: &Temporary,
) -> Result<()> {
    let contact = &wanted.profile.contact;
    let new = NewUser {
        id: UserId::from(grant.system.next_id()),
        tenant: customer.into(),
        roles: Roles::Customer(vec![CustomerRole::GlobalAdmin]),
        sign_in_name: first_admin(&wanted.domain),
        family_name: contact.family_name.to_string(),
        given_name: contact.given_name.to_string(),
        password_hash: admin.hash.clone(),
        must_change_password: true,
        language: Some(contact.language.to_string()),
        demo: false,
    };
    people::insert(tx, &new, grant.now()).await.stored()
}

/// Tells the contact that the account is there. Without the password: that is told in another way.
fn welcome(new: &CreatedCustomer, wanted: &NewCustomer) -> NewMail {
    let contact = &wanted.profile.contact;
    let argument = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    NewMail {
        tenant: new.id.into(),
        kind: "customer-created".to_owned(),
        language: contact.language,
        address: contact.email.to_string(),
        arguments: vec![
            argument("company", &new.company_name),
            argument("domain", &new.domain),
            argument("admin", &new.admin),
        ],
    }
}
