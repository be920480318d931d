//! The operator takes back a part of an invoice that has been issued: with a document of its own.
//!
//! Source: domain book, "read-your-bill" and its completions; `roles.md`, row 87.

use domain::access::Action;
use domain::billing::{
    CreditNoteFault, InvoiceHeader, InvoiceKind, InvoiceSummary, IssueCreditNote,
    check_credit_note, credit_note_number, credit_note_sections,
};
use domain::error::Error;
use domain::ids::{InvoiceId, PartnerId};
use domain::mails::NewMail;
use domain::money::Money;
use storage::Tx;
use storage::billing::payments::{self, Source};
use storage::billing::{accounts, disputes, invoices, runs};

use super::clear::clear;
use super::receive::reinstate;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::mails::queue;
use crate::work::{Change, Start, log_for};

/// What has been given back of the invoice `id` of `partner`: by credit notes, and by disputes that
/// were accepted.
pub(super) async fn given_back(tx: &mut Tx, partner: PartnerId, id: InvoiceId) -> Result<Money> {
    let notes = invoices::corrections(tx, partner, id).await.stored()?;
    let noted: Money = notes.iter().map(|note| -note.payable).sum();
    Ok(noted + disputes::given_back(tx, partner, id).await.stored()?)
}

/// Issues a credit note. It pays what is open of the invoice it corrects, then the oldest others; the
/// rest is credit.
///
/// # Errors
///
/// `Forbidden` without the right; what [`check_credit_note`] says, also for an invoice that is not
/// this partner's.
pub async fn issue_credit_note(caller: &Caller, wanted: IssueCreditNote) -> Result<InvoiceId> {
    const USE_CASE: &str = "billing.issue-credit-note";
    let grant = caller.authorize(Action::RunBilling)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let partner = wanted.partner;
    let none = || Error::invalid("invoice", CreditNoteFault::Invoice);
    let tx = &mut work.tx;
    if accounts::find(tx, partner).await.stored()?.is_none() {
        return Err(none());
    }
    // Nobody bills, pays, or gives back at the same time.
    accounts::lock(tx, partner).await.stored()?;
    let found = invoices::find(tx, partner, wanted.invoice).await.stored()?;
    let (invoice, header) = found.ok_or_else(none)?;
    let before = given_back(tx, partner, invoice.id).await?;
    check_credit_note(&invoice, before, wanted.amount)?;
    let note = note(tx, &grant, &invoice, wanted.amount).await?;
    let header = InvoiceHeader { reason: Some(wanted.reason.clone()), ..header };
    invoices::insert(tx, partner, &note, &header).await.stored()?;
    use_it(tx, &grant, (partner, &note), &invoice).await?;
    tell(tx, &grant, partner, (&note, &invoice)).await?;
    let change = Change {
        kind: "credit-note-issued",
        subject: note.number,
        before: Some(invoice.number),
        after: Some(wanted.amount.to_string()),
        ..Change::default()
    };
    log_for(tx, &grant, partner.into(), change.clone()).await?;
    work.commit(change, note.id).await
}

/// The credit note over `amount` of `invoice`, with a number of its own.
async fn note(
    tx: &mut Tx,
    grant: &Grant,
    invoice: &InvoiceSummary,
    amount: Money,
) -> Result<InvoiceSummary> {
    let today = grant.today();
    let vat = grant.system.policy().vat.on(invoice.billing_date);
    let sections = credit_note_sections(amount, vat).map_err(|error| report(&error))?;
    let month = today.format("%Y%m").to_string();
    let number = runs::next_number(tx, &format!("CNC-{month}")).await.stored()?;
    Ok(InvoiceSummary {
        id: InvoiceId::from(grant.system.next_id()),
        number: credit_note_number(&month, number),
        kind: InvoiceKind::CreditNote,
        corrects: Some(invoice.id),
        billing_date: today,
        period: invoice.period,
        issued_at: grant.now(),
        due_on: today,
        sections,
        previous_balance: Money::ZERO,
        payments: Money::ZERO,
        finance_charge: Money::ZERO,
        payable: sections.total,
        paid: Money::ZERO,
        paid_on: Some(today),
        lines: 0,
        usage_lines: 0,
        version: 1,
    })
}

/// Pays with `note`: first the invoice it corrects, then whatever is open.
async fn use_it(
    tx: &mut Tx,
    grant: &Grant,
    (partner, note): (PartnerId, &InvoiceSummary),
    invoice: &InvoiceSummary,
) -> Result<()> {
    let today = grant.today();
    let part = invoice.left().min(-note.payable);
    if part > Money::ZERO {
        let what = (Source::CreditNote(note.id), invoice.id);
        payments::allocate(tx, grant.system.next_id(), what, part, today).await.stored()?;
        let paid_on = (part == invoice.left()).then_some(today);
        let seen = (invoice.id, invoice.version);
        invoices::settle(tx, partner, seen, part, paid_on).await.stored()?;
    }
    clear(tx, &grant.system, partner, today).await?;
    if reinstate(tx, partner, today).await? {
        let change = Change { kind: "partner-reinstated", ..Change::default() };
        log_for(tx, grant, partner.into(), change).await?;
    }
    Ok(())
}

/// Writes to the one person who gets the partner's invoices.
async fn tell(
    tx: &mut Tx,
    grant: &Grant,
    partner: PartnerId,
    (note, invoice): (&InvoiceSummary, &InvoiceSummary),
) -> Result<()> {
    let Some(account) = accounts::find(tx, partner).await.stored()? else { return Ok(()) };
    let argument = |name: &str, value: String| (name.to_owned(), value);
    let mail = NewMail {
        tenant: partner.into(),
        kind: "credit-note-issued".to_owned(),
        language: account.mail_language,
        address: account.contact_email,
        arguments: vec![
            argument("number", note.number.clone()),
            argument("invoice", invoice.number.clone()),
            argument("amount", (-note.payable).to_string()),
        ],
    };
    queue(tx, &grant.system, mail).await
}
