//! The risk panel: what a partner notes about a customer that may not pay.

use domain::access::Action;
use domain::customers::{RiskView, SavePolicy, SaveRisk};
use domain::error::{Entity, Error};
use domain::ids::CustomerId;
use storage::Tx;
use storage::customers as rows;

use super::found;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// What the reader's company has noted about the customer `id`, with its collections policy.
///
/// # Errors
///
/// `Forbidden` without the right to see risks; `NotFound` for another partner's customer.
///
/// Source: domain book, "non-payment-fraud-or-misuse".
pub async fn risk(caller: &Caller, id: CustomerId) -> Result<RiskView> {
    let grant = caller.authorize_reading(Action::AssessCustomerRisk)?;
    let mut tx = grant.read().await?;
    view(&mut tx, &grant, id).await
}

async fn view(tx: &mut Tx, grant: &Grant, id: CustomerId) -> Result<RiskView> {
    found(tx, grant, id).await?;
    let (policy, policy_version) = rows::find_policy(tx, grant.partner()).await.stored()?;
    let may_change = grant.actor().access(Action::AssessCustomerRisk).may_change();
    let (risk, version, changed) = match rows::find_risk(tx, grant.partner(), id).await.stored()? {
        Some(noted) => (noted.risk, noted.version, Some((noted.changed_by, noted.changed_at))),
        None => Default::default(),
    };
    Ok(RiskView { risk, version, changed, policy, policy_version, may_change })
}

/// Replaces what is noted about a customer. The same again is no change.
///
/// The log is told of the flag and the limit. The notes stay out of it: who notes something about
/// people must be able to delete it.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound` for another partner's customer; `Stale` if somebody
/// else saved since the version `wanted.seen`.
pub async fn save_risk(caller: &Caller, wanted: SaveRisk) -> Result<RiskView> {
    const USE_CASE: &str = "customers.save-risk";
    let grant = caller.authorize(Action::AssessCustomerRisk)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let id = wanted.customer;
    let customer = found(&mut work.tx, &grant, id).await?;
    let current = view(&mut work.tx, &grant, id).await?;
    if current.version != wanted.seen {
        return Err(Error::Stale { entity: Entity::CustomerRisk });
    }
    if current.risk == wanted.risk && current.version > 0 {
        return work.commit_unlogged(current).await;
    }
    let at = (id, wanted.seen);
    let (by, now) = (grant.name(), grant.now());
    let saved = rows::save_risk(&mut work.tx, grant.partner(), at, &wanted.risk, by, now);
    saved.await.stored()?;
    let saved = view(&mut work.tx, &grant, id).await?;
    let change = Change {
        kind: "customer-risk-changed",
        subject: customer.company_name,
        customer: Some(id),
        before: Some(logged(&current)),
        after: Some(logged(&saved)),
    };
    work.commit(change, saved).await
}

fn logged(view: &RiskView) -> String {
    let overdue = if view.risk.overdue { "yes" } else { "no" };
    let limit = view.risk.credit_limit.map_or_else(|| "–".to_owned(), |limit| limit.to_string());
    format!("overdue: {overdue}; credit limit: {limit}")
}

/// Replaces the collections policy of the caller's company, which agents see before they suspend.
///
/// # Errors
///
/// `Forbidden` without the right; `Stale` if somebody else saved since the version `wanted.seen`.
pub async fn save_policy(caller: &Caller, wanted: SavePolicy) -> Result<(String, i64)> {
    const USE_CASE: &str = "customers.save-collections-policy";
    let grant = caller.authorize(Action::AssessCustomerRisk)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let partner = grant.partner();
    let (before, version) = rows::find_policy(&mut work.tx, partner).await.stored()?;
    if version != wanted.seen {
        return Err(Error::Stale { entity: Entity::CollectionsPolicy });
    }
    if before == wanted.policy {
        return work.commit_unlogged((before, version)).await;
    }
    rows::save_policy(&mut work.tx, partner, wanted.seen, &wanted.policy).await.stored()?;
    let change = Change {
        kind: "collections-policy-changed",
        before: Some(before),
        after: Some(wanted.policy.clone()),
        ..Change::default()
    };
    work.commit(change, (wanted.policy, version + 1)).await
}
