//! Partners dispute lines of their invoices, and close the loop with their customers.
//!
//! Source: domain book, "provide-billing-support" and `roles.md`, row 30.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::billing::{
    AskedView, CloseDispute, Contested, DisputableView, DisputeFault, DisputeLineView,
    DisputeStatus, DisputeSummary, DisputeView, DisputesQuery, DisputesView, FileKind,
    InvoiceSummary, LinePlace, MOST_LINES, RaiseDispute, check_dispute, last_day_to_dispute,
};
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, DisputeId, InvoiceId, PartnerId};
use domain::money::Money;
use domain::time::business_day;
use storage::Tx;
use storage::billing::{accounts, disputes, invoices, lines, runs, usage};

use super::disputed_lines::LineReader;
use super::query::{NO_INVOICE, with_files};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;
use crate::work::{Change, Start};

/// Disputes of one page.
const DISPUTES: u32 = 50;

/// The series of the disputes' numbers, beside those of the invoices' months.
const SERIES: &str = "dispute";

const NO_DISPUTE: Error = Error::NotFound { entity: Entity::Dispute };

/// A page of the lines of the invoice `id` with whether they are disputed already: first those of the
/// license-based file, then those of the usage-based one; of one customer if `customer` is one;
/// behind the place `after`.
///
/// # Errors
///
/// `Forbidden` without the right to raise disputes; `NotFound`, also for another partner's.
pub async fn disputable(
    caller: &Caller,
    id: InvoiceId,
    customer: Option<CustomerId>,
    after: LinePlace,
    language: &str,
) -> Result<DisputableView> {
    let grant = caller.authorize(Action::RaiseBillingDispute)?;
    let mut tx = grant.read().await?;
    let invoice = with_files(&mut tx, grant.partner(), id).await?;
    let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
    let mut reader = LineReader::new(&mut tx, &shelf, (grant.partner(), id)).await?;
    let (lines, next) = reader.page(customer, after).await?;
    Ok(view_of(invoice, lines, next))
}

/// The lines of the invoice `id` at `places`, each once, to say what is wrong with them; without those
/// that cannot be disputed. Raising the dispute looks again: only that counts.
///
/// # Errors
///
/// As [`disputable`]; [`DisputeFault::TooMany`] at `lines`.
pub async fn chosen(
    caller: &Caller,
    id: InvoiceId,
    places: &[LinePlace],
    language: &str,
) -> Result<DisputableView> {
    let grant = caller.authorize(Action::RaiseBillingDispute)?;
    let mut tx = grant.read().await?;
    let invoice = with_files(&mut tx, grant.partner(), id).await?;
    let places: Vec<_> = places.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    if places.len() > MOST_LINES {
        return Err(Error::invalid("lines", DisputeFault::TooMany));
    }
    let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
    let mut reader = LineReader::new(&mut tx, &shelf, (grant.partner(), id)).await?;
    let mut lines = reader.at(&places).await?;
    lines.retain(DisputeLineView::is_open);
    Ok(view_of(invoice, lines, None))
}

pub(super) fn view_of(
    invoice: InvoiceSummary,
    lines: Vec<DisputeLineView>,
    next: Option<LinePlace>,
) -> DisputableView {
    let until = last_day_to_dispute(invoice.billing_date);
    DisputableView { invoice: invoice.id, number: invoice.number, until, lines, next }
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
    let taken: BTreeSet<_> = taken.into_iter().collect();
    let mut found = Vec::with_capacity(wanted.lines.len());
    for place in &wanted.lines {
        let position = place.position;
        let total = match place.file {
            FileKind::License => {
                let line = lines::find(tx, partner, invoice, position).await.stored()?;
                line.map(|line| line.line.money.total())
            }
            FileKind::Usage => {
                let row = usage::find(tx, partner, invoice, position).await.stored()?;
                row.map(|row| row.money.total())
            }
        };
        let taken = taken.contains(place);
        found.push(Contested { total: total.unwrap_or(Money::ZERO), taken });
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
) -> Result<Vec<DisputeLineView>> {
    let places = disputes::places(tx, dispute.partner, dispute.id).await.stored()?;
    let of = (dispute.partner, dispute.invoice);
    let shelf = Shelf::load(tx, grant.today(), language).await?;
    LineReader::new(tx, &shelf, of).await?.at(&places).await
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
