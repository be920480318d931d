//! The reconciliation files on a page, and a whole invoice to be printed.
//!
//! Source: domain book, "use-the-reconciliation-files" (screen) and "read-your-bill".

use domain::access::Action;
use domain::billing::{
    FileKind, FileQuery, FileRows, FileView, LineView, MAX_PRINTED, PrintedInvoice, UsageLineView,
};
use domain::error::Error;
use domain::ids::{InvoiceId, PartnerId};
use storage::Tx;
use storage::billing::{lines, usage};

use super::query::{PAGE, view, whole, with_files};
use super::usage_file::meter;
use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;

/// Customers to choose from at most; the others are found from the invoice.
const CHOICES: usize = 200;

/// A page of a file of an invoice of the caller's partner.
///
/// # Errors
///
/// `Forbidden` without the right to see such files; `NotFound`, also for another partner's and for a
/// credit note, which has none.
pub async fn file_view(caller: &Caller, wanted: &FileQuery, language: &str) -> Result<FileView> {
    let grant = caller.authorize_reading(Action::ViewReconciliationFiles)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    let invoice = with_files(&mut tx, partner, wanted.invoice).await?;
    let (computed, _) = lines::sections(&mut tx, partner, wanted.invoice).await.stored()?;
    let customers = lines::shares(&mut tx, partner, wanted.invoice).await.stored()?;
    let named = customers.into_iter().map(|share| (share.customer, share.name));
    // Who is asked for can be chosen, however little they are billed.
    let kept = named
        .enumerate()
        .filter(|(place, (id, _))| *place < CHOICES || Some(*id) == wanted.customer);
    let customers = kept.map(|(_, named)| named).collect();
    let most = PAGE + 1;
    let (mut rows, mut next) = match wanted.file {
        FileKind::License => {
            let which = lines::Which {
                after: wanted.after,
                customer: wanted.customer,
                charge_type: wanted.charge_type(),
                ..lines::Which::default()
            };
            let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
            let rows = license(&mut tx, (partner, wanted.invoice), &which, most, &shelf).await?;
            let next = rows.get(PAGE as usize - 1).map(|row| row.position);
            (FileRows::License(rows), next)
        }
        FileKind::Usage => {
            let which = usage::Which {
                after: wanted.after,
                customer: wanted.customer,
                charge_type: wanted.charge_type(),
            };
            let rows = used(&mut tx, (partner, wanted.invoice), &which, most).await?;
            let next = rows.get(PAGE as usize - 1).map(|row| row.position);
            (FileRows::Usage(rows), next)
        }
    };
    let more = match &mut rows {
        FileRows::License(rows) => cut(rows),
        FileRows::Usage(rows) => cut(rows),
    };
    next = next.filter(|_| more);
    Ok(FileView { invoice, computed, customers, rows, next })
}

/// Leaves a page of `rows`; whether there were more.
fn cut<T>(rows: &mut Vec<T>) -> bool {
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    more
}

async fn license(
    tx: &mut Tx,
    (partner, invoice): (PartnerId, InvoiceId),
    which: &lines::Which,
    most: u32,
    shelf: &Shelf,
) -> Result<Vec<LineView>> {
    let found = lines::page(tx, partner, invoice, which, most).await.stored()?;
    found.into_iter().map(|line| view(shelf, line)).collect()
}

async fn used(
    tx: &mut Tx,
    (partner, invoice): (PartnerId, InvoiceId),
    which: &usage::Which,
    most: u32,
) -> Result<Vec<UsageLineView>> {
    let found = usage::page(tx, partner, invoice, which, most).await.stored()?;
    let row = |row: usage::StoredUsage| {
        Ok::<_, Error>(UsageLineView {
            position: row.position,
            customer: row.customer,
            customer_name: row.customer_name,
            subscription: row.subscription,
            charge_type: row.charge_type,
            days: row.days,
            resource: meter(&row.meter)?.resource_name,
            overage: row.consumed.beyond(row.included),
            list_price: row.list_price,
            money: row.money,
        })
    };
    found.into_iter().map(row).collect()
}

/// An invoice of the caller's partner with its lines, unless they are too many for paper.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices; `NotFound`, also for another partner's.
pub async fn printed(caller: &Caller, id: InvoiceId, language: &str) -> Result<PrintedInvoice> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    let invoice = whole(&mut tx, partner, id).await?;
    let rows = invoice.summary.lines.saturating_add(invoice.summary.usage_lines);
    let itemised = rows <= MAX_PRINTED;
    let (mut lines, mut usage) = (Vec::new(), Vec::new());
    if itemised {
        let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
        let of = (partner, id);
        lines = license(&mut tx, of, &lines::Which::default(), MAX_PRINTED, &shelf).await?;
        usage = used(&mut tx, of, &usage::Which::default(), MAX_PRINTED).await?;
    }
    Ok(PrintedInvoice { invoice, lines, usage, itemised })
}
