//! Why an invoice is not what the one before it was.

use std::collections::HashMap;

use domain::access::Action;
use domain::billing::{
    ChangesView, CustomerChange, Earlier, InvoiceKind, InvoiceSummary, Parts, Side, sort_changes,
};
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, InvoiceId, PartnerId, SubscriptionId};
use domain::money::Money;
use storage::Tx;
use storage::billing::{compared, invoices, lines};

use crate::caller::Caller;
use crate::failure::{Result, Stored};

/// Customers of one page.
const PAGE: usize = 50;

/// The invoice `id` of the caller's partner against the one before it, customer by customer; the
/// page `page`, from 0.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices; `NotFound`, also for another partner's.
///
/// Source: domain book, "read-your-bill".
pub async fn changes(caller: &Caller, id: InvoiceId, page: u32) -> Result<ChangesView> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    let found = invoices::find(&mut tx, partner, id).await.stored()?;
    let (now, _) = found.ok_or(Error::NotFound { entity: Entity::Invoice })?;
    let before = match now.kind {
        InvoiceKind::Invoice => {
            invoices::before(&mut tx, partner, now.billing_date).await.stored()?
        }
        // A correction is compared with nothing.
        InvoiceKind::CreditNote => None,
    };
    let mut view = ChangesView {
        number: now.number,
        total: now.sections.total,
        earlier: before.as_ref().map(earlier),
        sum: Parts::default(),
        customers: Vec::new(),
        changed: 0,
        page: 0,
        size: u32::try_from(PAGE).unwrap_or(u32::MAX),
    };
    if let Some(before) = before {
        let mut all = compare(&mut tx, partner, before.id, id).await?;
        sort_changes(&mut all);
        view.sum = all.iter().fold(Parts::default(), |sum, one| sum.plus(&one.parts));
        view.changed = u32::try_from(all.len()).unwrap_or(u32::MAX);
        // A page behind the last is the last.
        let last = all.len().saturating_sub(1) / PAGE;
        let page = usize::try_from(page).unwrap_or(last).min(last);
        view.page = u32::try_from(page).unwrap_or_default();
        view.customers = all.into_iter().skip(page * PAGE).take(PAGE).collect();
    }
    Ok(view)
}

fn earlier(invoice: &InvoiceSummary) -> Earlier {
    Earlier {
        id: invoice.id,
        number: invoice.number.clone(),
        billing_date: invoice.billing_date,
        total: invoice.sections.total,
    }
}

/// Every customer whose part has changed.
async fn compare(
    tx: &mut Tx,
    partner: PartnerId,
    before: InvoiceId,
    now: InvoiceId,
) -> Result<Vec<CustomerChange>> {
    let mut sides: HashMap<SubscriptionId, (CustomerId, [Side; 2])> = HashMap::new();
    let mut parts: HashMap<CustomerId, Parts> = HashMap::new();
    for (index, invoice) in [before, now].into_iter().enumerate() {
        let take = |line: compared::ComparedLine| {
            let entry = sides.entry(line.subscription);
            let (_, sides) = entry.or_insert_with(|| (line.customer, Default::default()));
            sides[index].add(line.charge_type, line.charged);
        };
        compared::lines(tx, partner, invoice, take).await.stored()?;
        for (customer, used, given) in compared::usage(tx, partner, invoice).await.stored()? {
            let (other, credits) = if index == 0 { (-used, -given) } else { (used, given) };
            let more = Parts { other, credits, ..Parts::default() };
            add(&mut parts, customer, &more);
        }
    }
    for (customer, [before, now]) in sides.values() {
        add(&mut parts, *customer, &Parts::of(before, now));
    }
    parts.retain(|_, parts| *parts != Parts::default());
    let mut changes: HashMap<CustomerId, CustomerChange> = HashMap::with_capacity(parts.len());
    for (index, invoice) in [before, now].into_iter().enumerate() {
        for share in lines::shares(tx, partner, invoice).await.stored()? {
            let Some(parts) = parts.get(&share.customer) else { continue };
            let nothing = CustomerChange {
                customer: share.customer,
                name: String::new(),
                before: Money::ZERO,
                now: Money::ZERO,
                parts: *parts,
            };
            let change = changes.entry(share.customer).or_insert(nothing);
            let total = share.money.total();
            *(if index == 0 { &mut change.before } else { &mut change.now }) = total;
            change.name = share.name;
        }
    }
    Ok(changes.into_values().collect())
}

fn add(parts: &mut HashMap<CustomerId, Parts>, customer: CustomerId, more: &Parts) {
    let sum = parts.entry(customer).or_default();
    *sum = sum.plus(more);
}
