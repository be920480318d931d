//! The operator records what partners have paid.
//!
//! Source: domain book, "billing" (completions) and `roles.md`, row 85.

use domain::access::Action;
use domain::billing::{
    BillingAccount, Debtor, InvoiceStatus, InvoiceSummary, PaymentFault, PaymentView, RecordPayment,
};
use domain::error::Error;
use domain::money::Money;
use domain::time::Day;
use storage::Tx;
use storage::billing::{accounts, invoices};

use super::clear::credit;
use super::receive::{Transfer, receive};
use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::work::{Change, Start, log_for};

/// All partners that are billed, with what they owe.
///
/// # Errors
///
/// `Forbidden` without the right to see payments.
pub async fn debtors(caller: &Caller) -> Result<Vec<Debtor>> {
    let grant = caller.authorize_reading(Action::RecordPayments)?;
    let today = grant.today();
    let mut tx = grant.read().await?;
    let mut found = Vec::new();
    for partner in accounts::all(&mut tx).await.stored()? {
        let Some(account) = accounts::find(&mut tx, partner).await.stored()? else { continue };
        found.push(debtor(&mut tx, &account, today).await?);
    }
    Ok(found)
}

/// What the partner of `account` owes on `today`.
pub(super) async fn debtor(tx: &mut Tx, account: &BillingAccount, today: Day) -> Result<Debtor> {
    let partner = account.partner;
    let unpaid = invoices::unpaid(tx, partner).await.stored()?;
    let late = |invoice: &&InvoiceSummary| invoice.status(today) == InvoiceStatus::PastDue;
    Ok(Debtor {
        id: partner,
        name: account.partner_name.clone(),
        due: unpaid.iter().map(InvoiceSummary::left).sum(),
        overdue: unpaid.iter().filter(late).map(InvoiceSummary::left).sum::<Money>(),
        credit: credit(tx, partner).await?,
        suspended: account.suspended,
    })
}

/// Records a bank transfer: it pays the oldest invoices, the rest is credit. An account that was
/// suspended for what is paid now works again with the same commit.
///
/// # Errors
///
/// `Forbidden` without the right; [`PaymentFault::Partner`] for a partner who is not billed,
/// [`PaymentFault::Known`] for a transfer that is recorded already.
pub async fn record_payment(caller: &Caller, wanted: RecordPayment) -> Result<PaymentView> {
    const USE_CASE: &str = "billing.record-payment";
    let grant = caller.authorize(Action::RecordPayments)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let partner = wanted.partner;
    if accounts::find(&mut work.tx, partner).await.stored()?.is_none() {
        return Err(Error::invalid("partner", PaymentFault::Partner));
    }
    let transfer = Transfer {
        partner,
        received_on: wanted.received_on,
        amount: wanted.amount,
        reference: &wanted.reference,
        by: grant.user(),
    };
    let received = match receive(&mut work.tx, &grant.system, &transfer).await {
        Ok(received) => received?,
        Err(error) if known(&error) => {
            return Err(Error::invalid("reference", PaymentFault::Known));
        }
        Err(error) => return Err(error).stored(),
    };
    let change = Change {
        kind: "payment-recorded",
        subject: wanted.reference.clone(),
        after: Some(wanted.amount.to_string()),
        ..Change::default()
    };
    // The partner's own log says what the operator has done to its account.
    log_for(&mut work.tx, &grant, partner.into(), change.clone()).await?;
    if received.reinstated {
        let change = Change { kind: "partner-reinstated", ..Change::default() };
        log_for(&mut work.tx, &grant, partner.into(), change).await?;
    }
    let cleared = received.cleared.into_iter().map(|invoice| invoice.number).collect();
    work.commit(change, PaymentView { cleared, reinstated: received.reinstated }).await
}

fn known(error: &storage::Error) -> bool {
    error.violates("payments_partner_id_reference_key", "payments.reference")
}
