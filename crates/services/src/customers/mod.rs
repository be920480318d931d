//! Customers: found, created, changed, and what a partner keeps about them.

pub(crate) mod create;
mod drafts;
mod edit;
mod export;
mod risk;
mod tags;

use chrono::Duration;
use domain::access::Action;
use domain::activity::Filter;
use domain::customers::{
    BillingPart, CustomerDetails, CustomerRights, CustomerRow, CustomersQuery, CustomersView,
    DomainState, HubView, TagView, TimelineQuery, TimelineView, Total,
};
use domain::error::{Entity, Error};
use domain::ids::CustomerId;
use domain::input::{DomainPrefix, domain_prefix};
use storage::customers::{self as rows, Found, Listed};
use storage::{Tx, activity};

use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};

pub use create::create;
pub use drafts::{KeptDraft, drop_draft, load_draft, save_draft};
pub use edit::edit;
pub use export::{COLUMNS as EXPORT_COLUMNS, Export, Exported, cells, export};
pub use risk::{risk, save_policy, save_risk};
pub use tags::{delete_tag, delete_view, mark_customers, save_tag, save_view, tags};

/// Where nobody counts on: beyond this, the exact number tells a reader nothing.
const MOST_COUNTED: i64 = 1000;

/// Days in which a customer is a new one.
///
/// Source: domain book, "customer-accounts".
const NEW_DAYS: i64 = 30;

/// Events a page of a customer's timeline.
const EVENTS: u32 = 50;

/// The list's name among those that have saved views.
const LIST: &str = "customers";

/// There is no such customer, or it is another partner's.
const NOT_FOUND: Error = Error::NotFound { entity: Entity::Customer };

/// How many customers the reader's company has.
///
/// # Errors
///
/// `Forbidden` without the right to view customers.
///
/// Source: domain book, "customer-accounts".
pub async fn hub(caller: &Caller) -> Result<HubView> {
    let grant = caller.authorize(Action::ViewCustomer)?;
    let mut tx = grant.read().await?;
    let since = grant.now() - Duration::days(NEW_DAYS);
    let counts = rows::counts(&mut tx, grant.partner(), since).await.stored()?;
    Ok(HubView {
        customers: counts.customers,
        added_lately: counts.added,
        without_delegated_admin: counts.without_delegated_admin,
        may: rights(&grant),
    })
}

/// A page of the customers that answer `query`.
///
/// # Errors
///
/// `Forbidden` without the right to see the list.
///
/// Source: domain book, "see-your-customer-list".
pub async fn list(caller: &Caller, query: CustomersQuery) -> Result<CustomersView> {
    let grant = caller.authorize_reading(Action::ListCustomers)?;
    let mut tx = grant.read().await?;
    let partner = grant.partner();
    let may = rights(&grant);
    let first = query.after.is_none() && query.before.is_none();
    let (page, total) = if first && query.filtered() {
        found_first(&mut tx, &grant, &query).await?
    } else {
        (page(&mut tx, &grant, &query).await?, total(&mut tx, &grant, &query).await?)
    };
    let tags = if may.view { rows::tags(&mut tx, partner).await.stored()? } else { Vec::new() };
    let saved = rows::views(&mut tx, grant.user(), LIST).await.stored()?;
    let ids: Vec<_> = page.listed.iter().map(|listed| listed.id).collect();
    let marks =
        if may.view { rows::tags_of(&mut tx, partner, &ids).await.stored()? } else { Vec::new() };
    Ok(CustomersView {
        before: page.before,
        after: page.after,
        customers: page.listed.into_iter().map(|listed| row(listed, &marks)).collect(),
        total,
        size: query.rows(),
        tags,
        saved,
        may,
    })
}

/// Customers of one page, and how to get to its neighbours.
struct Page {
    listed: Vec<Listed>,
    before: Option<CustomerId>,
    after: Option<CustomerId>,
}

/// The first page of what `query` leaves, and how much that is.
async fn found_first(tx: &mut Tx, grant: &Grant, query: &CustomersQuery) -> Result<(Page, Total)> {
    let size = query.rows();
    let most = (size + 1, MOST_COUNTED);
    let found = rows::first_of(tx, grant.partner(), query, most).await.stored()?;
    let (mut listed, count) = found;
    let more = listed.len() > size as usize;
    listed.truncate(size as usize);
    let after = listed.last().map(|row| row.id).filter(|_| more);
    let total = Total { count, at_least: count == MOST_COUNTED };
    Ok((Page { listed, before: None, after }, total))
}

/// How many customers answer `query`, exactly only if it leaves none out.
async fn total(tx: &mut Tx, grant: &Grant, query: &CustomersQuery) -> Result<Total> {
    let most = if query.filtered() { MOST_COUNTED } else { i64::MAX };
    let count = rows::count(tx, grant.partner(), query, most).await.stored()?;
    Ok(Total { count, at_least: count == most })
}

async fn page(tx: &mut Tx, grant: &Grant, query: &CustomersQuery) -> Result<Page> {
    let size = query.rows() as usize;
    // One more than is shown tells whether there is more.
    let mut listed = rows::list(tx, grant.partner(), query, query.rows() + 1).await.stored()?;
    let more = listed.len() > size;
    let backward = query.after.is_none() && query.before.is_some();
    if backward && more {
        listed.remove(0);
    }
    listed.truncate(size);
    let (first, last) = (listed.first().map(|row| row.id), listed.last().map(|row| row.id));
    let (before, after) = if backward {
        (first.filter(|_| more), last)
    } else {
        (first.filter(|_| query.after.is_some()), last.filter(|_| more))
    };
    Ok(Page { listed, before, after })
}

fn row(listed: Listed, marks: &[(CustomerId, TagView)]) -> CustomerRow {
    let own = marks.iter().filter(|(id, _)| *id == listed.id);
    CustomerRow {
        id: listed.id,
        company_name: listed.company_name,
        domain: whole(&listed.domain_prefix),
        relationship: listed.kind,
        delegated_admin: listed.delegated_admin,
        active_subscriptions: listed.active_subscriptions,
        tags: own.map(|(_, tag)| tag.clone()).collect(),
    }
}

/// The domain that begins with `prefix`.
pub(crate) fn whole(prefix: &str) -> String {
    format!("{prefix}.partner.onmschina.cn")
}

/// The details of the customer `id`.
///
/// # Errors
///
/// `Forbidden` without the right to view customers; `NotFound` for another partner's.
///
/// Source: domain book, "update-customer-account-info".
pub async fn find(caller: &Caller, id: CustomerId) -> Result<CustomerDetails> {
    let grant = caller.authorize(Action::ViewCustomer)?;
    let mut tx = grant.read().await?;
    details(&mut tx, &grant, id).await
}

async fn details(tx: &mut Tx, grant: &Grant, id: CustomerId) -> Result<CustomerDetails> {
    let found = found(tx, grant, id).await?;
    let tags = rows::tags_of(tx, grant.partner(), &[id]).await.stored()?;
    let own = found.profile.as_ref().and_then(|profile| profile.billing.clone());
    Ok(CustomerDetails {
        id,
        version: found.version,
        company_name: found.company_name,
        domain: whole(&found.domain_prefix),
        profile: found.profile,
        billing: own.map_or(BillingPart::Same, |own| BillingPart::Own(Box::new(own))),
        relationship: found.kind,
        delegated_admin: found.delegated_admin,
        established_at: found.established_at,
        agreement: found.agreement,
        tags: tags.into_iter().map(|(_, tag)| tag).collect(),
        overdue: found.overdue,
        may: rights(grant),
    })
}

/// The customer `id`, if it is the caller's partner's.
pub(crate) async fn found(tx: &mut Tx, grant: &Grant, id: CustomerId) -> Result<Found> {
    rows::find(tx, grant.partner(), id).await.stored()?.ok_or(NOT_FOUND)
}

/// Whether the initial domain that begins with `prefix` can be had, while somebody types it.
///
/// Creating the customer checks again: only that counts.
///
/// # Errors
///
/// As [`domain_prefix`] at the field `domain`; `Forbidden` without the right to create customers.
pub async fn domain_free(caller: &Caller, prefix: &str) -> Result<DomainState> {
    let grant = caller.authorize(Action::CreateCustomer)?;
    let prefix: DomainPrefix =
        domain_prefix(prefix).map_err(|fault| Error::invalid("domain", fault))?;
    let mut tx = grant.read().await?;
    let taken = rows::domain_taken(&mut tx, prefix.as_str()).await.stored()?;
    Ok(DomainState { domain: prefix.domain(), free: !taken })
}

/// What happened to the customer `id`, newest first: entries of the partner's own log.
///
/// # Errors
///
/// `Forbidden` without the right to view customers; `NotFound` for another partner's.
pub async fn timeline(
    caller: &Caller,
    id: CustomerId,
    query: TimelineQuery,
) -> Result<TimelineView> {
    let grant = caller.authorize(Action::ViewCustomer)?;
    let mut tx = grant.read().await?;
    found(&mut tx, &grant, id).await?;
    let TimelineQuery { first, last, kind, before_seq } = query;
    let filter = Filter { first, last, kind, before_seq, actor: None, limit: EVENTS + 1 };
    let tenant = grant.tenant();
    let mut entries = activity::of_customer(&mut tx, tenant, id, &filter).await.stored()?;
    let more = entries.len() > EVENTS as usize;
    entries.truncate(EVENTS as usize);
    let next = entries.last().map(|entry| entry.seq).filter(|_| more);
    let kinds = activity::kinds_of_customer(&mut tx, tenant, id).await.stored()?;
    Ok(TimelineView { entries, next, kinds })
}

fn rights(grant: &Grant) -> CustomerRights {
    let may = |action| grant.actor().access(action).may_change();
    CustomerRights {
        view: may(Action::ViewCustomer),
        create: may(Action::CreateCustomer),
        edit: may(Action::EditCustomer),
        edit_billing: may(Action::EditCustomerBilling),
        export: may(Action::ExportCustomers),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_its_prefix_and_what_all_end_with() {
        let prefix: DomainPrefix = "jixiang".parse().unwrap();
        assert_eq!(whole("jixiang"), prefix.domain());
    }
}
