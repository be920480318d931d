//! What partners see of their bill.

use chrono::Datelike as _;
use domain::access::Action;
use domain::billing::{
    BillingView, InvoiceKind, InvoiceStatus, InvoiceSummary, InvoiceView, LineView, LinesView,
    Period, Proof, listed,
};
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, InvoiceId, PartnerId};
use domain::money::Money;
use domain::time::Day;
use storage::Tx;
use storage::billing::lines::{self, StoredLine, Which};
use storage::billing::{accounts, histories, invoices, payments, runs};

use super::clear::credit;
use super::run::lines_of;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;

/// Lines of one page.
pub(super) const PAGE: u32 = 100;

pub(super) const NO_INVOICE: Error = Error::NotFound { entity: Entity::Invoice };

/// What the caller's partner owes and has paid, with the invoices of `year`; of the newest one
/// without.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices; `NotFound` for a partner who is not billed.
///
/// Source: domain book, "billing" (screen).
pub async fn overview(caller: &Caller, year: Option<i32>) -> Result<BillingView> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let (partner, today) = (grant.partner(), grant.today());
    let mut tx = grant.read().await?;
    let account = accounts::find(&mut tx, partner).await.stored()?;
    let account = account.ok_or(Error::NotFound { entity: Entity::Partner })?;
    let unpaid = invoices::unpaid(&mut tx, partner).await.stored()?;
    let credit = credit(&mut tx, partner).await?;
    let owed: Money = unpaid.iter().map(InvoiceSummary::left).sum();
    let late = |invoice: &&InvoiceSummary| invoice.status(today) == InvoiceStatus::PastDue;
    let bounds = invoices::first_and_last(&mut tx, partner).await.stored()?;
    let newest = bounds.map_or(today.year(), |(_, last)| last.year());
    let first = bounds.map_or(newest, |(first, _)| first.year());
    let year = year.filter(|year| (first..=newest).contains(year)).unwrap_or(newest);
    let whole = (new_year(year), new_year(year + 1).pred_opt().unwrap_or(Day::MAX));
    let last = payments::newest(&mut tx, partner, 1).await.stored()?.into_iter().next();
    Ok(BillingView {
        due: (owed - credit).max(Money::ZERO),
        overdue: unpaid.iter().filter(late).map(InvoiceSummary::left).sum(),
        credit,
        due_on: unpaid.iter().map(|invoice| invoice.due_on).min(),
        last_payment: last.map(|paid| (paid.received_on, paid.amount, paid.reference)),
        next_on: account.billing_day.first_after(today),
        estimate: estimate(&mut tx, &grant, account.billing_day.first_after(today)).await?,
        suspended_on: accounts::suspension(&mut tx, partner).await.stored()?.map(|(day, _)| day),
        year,
        years: (first..=newest).rev().collect(),
        invoices: invoices::list(&mut tx, partner, whole).await.stored()?,
        quiet: runs::without_charges(&mut tx, partner, whole).await.stored()?,
    })
}

fn new_year(year: i32) -> Day {
    Day::from_ymd_opt(year, 1, 1).unwrap_or(Day::MAX)
}

/// What the invoice of `date` will come to if nothing else happens: the same lines as the run writes,
/// added up and thrown away.
async fn estimate(tx: &mut Tx, grant: &Grant, date: Day) -> Result<Money> {
    let period = Period::starting(date);
    let bounds = (period.previous().first(), date);
    let vat = &grant.system.policy().vat;
    let (mut after, mut sum) = (None, Money::ZERO);
    loop {
        let (page, next) = histories::page(tx, grant.partner(), bounds, after).await.stored()?;
        for billed in &page {
            // What cannot be billed is the run's affair; a page that says nothing helps nobody.
            let lines = lines_of(billed, period, vat).unwrap_or_default();
            sum = lines.iter().fold(sum, |sum, (line, _)| sum + line.money.total());
        }
        match next {
            None => return Ok(sum),
            next => after = next,
        }
    }
}

/// An invoice of the caller's partner, as its page shows it: without its lines, and with as many
/// customers as [`listed`] leaves.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices; `NotFound`, also for another partner's.
///
/// Source: domain book, "read-your-bill".
pub async fn invoice(caller: &Caller, id: InvoiceId) -> Result<InvoiceView> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let mut tx = grant.read().await?;
    let mut found = whole(&mut tx, grant.partner(), id).await?;
    (found.customers, found.others) = listed(found.customers);
    Ok(found)
}

/// The invoice `id` of `partner`, which has lines and files: a credit note has neither.
pub(super) async fn with_files(
    tx: &mut Tx,
    partner: PartnerId,
    id: InvoiceId,
) -> Result<InvoiceSummary> {
    let found = invoices::find(tx, partner, id).await.stored()?;
    let found = found.filter(|(summary, _)| summary.kind == InvoiceKind::Invoice);
    found.map(|(summary, _)| summary).ok_or(NO_INVOICE)
}

/// The invoice `id` of `partner`, added up anew.
pub(super) async fn whole(tx: &mut Tx, partner: PartnerId, id: InvoiceId) -> Result<InvoiceView> {
    let found = invoices::find(tx, partner, id).await.stored()?;
    let (summary, header) = found.ok_or(NO_INVOICE)?;
    let proof = match summary.kind {
        InvoiceKind::Invoice => {
            let (computed, total) = lines::sections(tx, partner, id).await.stored()?;
            Proof::of(&summary.sections, &computed, total)
        }
        // It has no lines of its own.
        InvoiceKind::CreditNote => {
            Proof::of(&summary.sections, &summary.sections, summary.sections.total)
        }
    };
    let customers = lines::shares(tx, partner, id).await.stored()?;
    let corrects = match summary.corrects {
        Some(of) => invoices::find(tx, partner, of).await.stored()?,
        None => None,
    };
    let corrects = corrects.map(|(of, _)| (of.id, of.number));
    let credit_notes = invoices::corrections(tx, partner, id).await.stored()?;
    let others = None;
    Ok(InvoiceView { summary, header, customers, others, proof, corrects, credit_notes })
}

/// A page of the lines of an invoice, of one customer if `customer` is one; behind the place `after`.
///
/// # Errors
///
/// As [`invoice`].
pub async fn invoice_lines(
    caller: &Caller,
    id: InvoiceId,
    customer: Option<CustomerId>,
    after: u32,
    language: &str,
) -> Result<LinesView> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let mut tx = grant.read().await?;
    let which = Which { after, customer, ..Which::default() };
    let found = lines::page(&mut tx, grant.partner(), id, &which, PAGE + 1).await.stored()?;
    let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
    let more = found.len() > PAGE as usize;
    let shown = found.into_iter().take(PAGE as usize);
    let lines = shown.map(|line| view(&shelf, line)).collect::<Result<Vec<_>>>()?;
    let next = lines.last().map(|line| line.position).filter(|_| more);
    Ok(LinesView { lines, next })
}

pub(super) fn view(shelf: &Shelf, stored: StoredLine) -> Result<LineView> {
    Ok(LineView {
        position: stored.position,
        customer: stored.customer,
        customer_name: stored.customer_name,
        subscription: stored.subscription,
        offer: stored.offer,
        offer_name: shelf.get(stored.offer)?.name.clone(),
        nickname: stored.nickname,
        line: stored.line,
        settles: stored.dispute,
    })
}
