//! Partners dispute lines of their invoices, and close the loop with their customers.
//!
//! Source: domain book, "provide-billing-support" and `roles.md`, row 30.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::billing::{
    AskedView, CloseDispute, Contested, DisputableView, DisputeStatus, DisputeSummary, DisputeView,
    DisputesQuery, DisputesView, LineView, RaiseDispute, check_dispute, last_day_to_dispute,
};
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, DisputeId, InvoiceId, PartnerId};
use domain::money::Money;
use domain::time::business_day;
use storage::Tx;
use storage::billing::lines::{self, Which};
use storage::billing::{accounts, disputes, invoices, runs};

use super::query::{NO_INVOICE, PAGE, view};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;
use crate::work::{Change, Start};

/// Disputes of one page.
const DISPUTES: u32 = 50;

/// The series of the disputes' numbers, beside those of the invoices' months.
const SERIES: &str = "dispute";

const NO_DISPUTE: Error = Error::NotFound { entity: Entity::Dispute };

/// Lines of the invoice `id` that cost something, with whether they are disputed already; of one
/// customer if `customer` is one; behind the place `after`.
///
/// # Errors
///
/// `Forbidden` without the right to raise disputes; `NotFound`, also for another partner's.
pub async fn disputable(
    caller: &Caller,
    id: InvoiceId,
    customer: Option<CustomerId>,
    after: u32,
    language: &str,
) -> Result<DisputableView> {
    let grant = caller.authorize(Action::RaiseBillingDispute)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    let found = invoices::find(&mut tx, partner, id).await.stored()?;
    let (summary, _) = found.ok_or(NO_INVOICE)?;
    let which = Which { after, customer, ..Which::default() };
    let found = lines::page(&mut tx, partner, id, &which, PAGE + 1).await.stored()?;
    let more = found.len() > PAGE as usize;
    let taken: BTreeSet<_> =
        disputes::taken(&mut tx, partner, id).await.stored()?.into_iter().collect();
    let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
    let shown: Vec<_> = found.into_iter().take(PAGE as usize).collect();
    let next = shown.last().map(|line| line.position).filter(|_| more);
    let costs = shown.into_iter().filter(|line| line.line.money.total() > Money::ZERO);
    let lines = costs.map(|line| {
        let disputed = taken.contains(&line.position);
        view(&shelf, line).map(|line| (line, disputed))
    });
    Ok(DisputableView {
        invoice: id,
        number: summary.number,
        until: last_day_to_dispute(summary.billing_date),
        lines: lines.collect::<Result<_>>()?,
        next,
    })
}

/// Disputes lines of an invoice. It does not move the due date.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound` for another partner's invoice; what
/// [`check_dispute`] says.
pub async fn raise_dispute(caller: &Caller, wanted: RaiseDispute) -> Result<DisputeId> {
    const USE_CASE: &str = "billing.raise-dispute";
    let grant = caller.authorize(Action::RaiseBillingDispute)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let partner = grant.partner();
    let found = invoices::find(&mut work.tx, partner, wanted.invoice).await.stored()?;
    let (invoice, _) = found.ok_or(NO_INVOICE)?;
    // Nobody disputes the same line at the same time.
    accounts::lock(&mut work.tx, partner).await.stored()?;
    let contested = contested(&mut work.tx, &grant, &wanted).await?;
    check_dispute((invoice.billing_date, grant.today()), &contested, wanted.amount)?;
    let number = runs::next_number(&mut work.tx, SERIES).await.stored()?;
    let id = DisputeId::from(grant.system.next_id());
    let by = (grant.user(), grant.name(), grant.now());
    disputes::insert(&mut work.tx, partner, (id, number), &wanted, by).await.stored()?;
    let change = Change {
        kind: "dispute-raised",
        subject: invoice.number,
        after: Some(wanted.amount.to_string()),
        ..Change::default()
    };
    work.commit(change, id).await
}

/// The lines that `wanted` names; a place without a line costs nothing.
async fn contested(tx: &mut Tx, grant: &Grant, wanted: &RaiseDispute) -> Result<Vec<Contested>> {
    let (partner, invoice) = (grant.partner(), wanted.invoice);
    let taken = disputes::taken(tx, partner, invoice).await.stored()?;
    let mut found = Vec::with_capacity(wanted.lines.len());
    for position in &wanted.lines {
        let line = lines::find(tx, partner, invoice, *position).await.stored()?;
        let total = line.map_or(Money::ZERO, |line| line.line.money.total());
        found.push(Contested { total, taken: taken.contains(position) });
    }
    Ok(found)
}

/// The disputes of the caller's partner that answer `query`.
///
/// # Errors
///
/// `Forbidden` without the right to raise disputes.
pub async fn own_disputes(caller: &Caller, query: DisputesQuery) -> Result<DisputesView> {
    let grant = caller.authorize_reading(Action::RaiseBillingDispute)?;
    let mut tx = grant.read().await?;
    listed(&mut tx, Some(grant.partner()), &query).await
}

/// A page of the disputes that answer `query`: of `partner`, or of all partners for the operator.
pub(super) async fn listed(
    tx: &mut Tx,
    partner: Option<PartnerId>,
    query: &DisputesQuery,
) -> Result<DisputesView> {
    let found = disputes::list(tx, partner, query, DISPUTES + 1).await.stored()?;
    Ok(AskedView::of(found, DISPUTES as usize, |dispute| dispute.number))
}

/// A dispute of the caller's partner.
///
/// # Errors
///
/// `Forbidden` without the right to raise disputes; `NotFound`, also for another partner's.
pub async fn own_dispute(caller: &Caller, id: DisputeId, language: &str) -> Result<DisputeView> {
    let grant = caller.authorize_reading(Action::RaiseBillingDispute)?;
    let mut tx = grant.read().await?;
    let found = disputes::find(&mut tx, Some(grant.partner()), id).await.stored()?;
    let summary = found.ok_or(NO_DISPUTE)?;
    let lines = disputed(&mut tx, &grant, &summary, language).await?;
    let decided = matches!(summary.status, DisputeStatus::Accepted | DisputeStatus::Refused);
    let may_change = decided && caller.authorize(Action::RaiseBillingDispute).is_ok();
    Ok(DisputeView { summary, lines, may_change })
}

/// The lines that `dispute` is about.
pub(super) async fn disputed(
    tx: &mut Tx,
    grant: &Grant,
    dispute: &DisputeSummary,
    language: &str,
) -> Result<Vec<LineView>> {
    let partner = dispute.partner;
    let shelf = Shelf::load(tx, grant.today(), language).await?;
    let mut found = Vec::new();
    for position in disputes::positions(tx, partner, dispute.id).await.stored()? {
        let line = lines::find(tx, partner, dispute.invoice, position).await.stored()?;
        found.extend(line.map(|line| view(&shelf, line)).transpose()?);
    }
    Ok(found)
}

/// Closes a dispute that is decided: the customer has been told.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound`, also for another partner's; `Stale` if it was changed
/// meanwhile; what [`DisputeStatus::closed`] says.
pub async fn close_dispute(caller: &Caller, wanted: CloseDispute) -> Result<DisputeId> {
    const USE_CASE: &str = "billing.close-dispute";
    let grant = caller.authorize(Action::RaiseBillingDispute)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let partner = grant.partner();
    let found = disputes::find(&mut work.tx, Some(partner), wanted.id).await.stored()?;
    let dispute = found.ok_or(NO_DISPUTE)?;
    if dispute.version != wanted.seen {
        return Err(Error::Stale { entity: Entity::Dispute });
    }
    let decided = dispute.decided_at.map(business_day);
    dispute.status.closed((decided, grant.today()), wanted.informed_on)?;
    let (which, told) = ((wanted.id, wanted.seen), (wanted.informed_on, grant.name()));
    disputes::close(&mut work.tx, partner, which, told).await.stored()?;
    let change = Change {
        kind: "dispute-closed",
        subject: dispute.invoice_number,
        after: Some(wanted.informed_on.to_string()),
        ..Change::default()
    };
    work.commit(change, wanted.id).await
}
