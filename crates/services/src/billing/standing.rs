//! The operator looks after the partners' accounts: suspends and reinstates, waives finance charges,
//! takes parked runs up again.
//!
//! Source: domain book, "billing" (B6, B7 and completions) and `roles.md`, rows 85 to 87.

use domain::access::Action;
use domain::billing::{
    BillingAccount, ChangeStanding, LateInvoice, ParkedRun, RunAgain, StandingRefusal,
    StandingStep, StandingView, SuspensionReason, check_standing, finance_charge,
};
use domain::error::{Entity, Error};
use domain::ids::{InvoiceId, PartnerId};
use domain::mails::NewMail;
use domain::money::Money;
use domain::time::{Day, business_day, months_before};
use storage::Tx;
use storage::billing::{accounts, invoices, payments, runs};

use super::payments::debtor;
use super::run::{Ran, run_partner};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::jobs::BILLING_BEGINS;
use crate::mails::queue;
use crate::work::{Change, Start, Work, log_for};

/// Months of invoices that the operator sees at once.
const MONTHS: u32 = 24;

const NO_PARTNER: Error = Error::NotFound { entity: Entity::Partner };

/// A partner's account.
///
/// # Errors
///
/// `Forbidden` without the operator's right to see payments; `NotFound` for a partner who is not
/// billed.
pub async fn standing(caller: &Caller, partner: PartnerId) -> Result<StandingView> {
    let grant = caller.authorize_reading(Action::RecordPayments)?;
    let today = grant.today();
    let mut tx = grant.read().await?;
    let account = accounts::find(&mut tx, partner).await.stored()?.ok_or(NO_PARTNER)?;
    let suspension = accounts::suspension(&mut tx, partner).await.stored()?;
    let span = (months_before(today, MONTHS), today);
    let debtor = debtor(&mut tx, &account, today).await?;
    let late = late(&mut tx, &account, today).await?;
    let may = |action| caller.authorize(action).is_ok();
    Ok(StandingView {
        debtor,
        suspension: suspension.and_then(|(day, reason)| Some((day, reason.parse().ok()?))),
        payment_days: account.payment_days,
        suspend_after_days: account.suspend_after_days,
        contact_email: account.contact_email,
        late,
        invoices: invoices::list(&mut tx, partner, span).await.stored()?,
        parked: parked_runs(&mut tx, Some(partner)).await?,
        may_suspend: may(Action::SuspendPartner),
        may_waive: may(Action::RecordPayments),
        may_run: may(Action::RunBilling),
    })
}

/// What the account of `account` pays for being late, invoice by invoice.
async fn late(tx: &mut Tx, account: &BillingAccount, today: Day) -> Result<Vec<LateInvoice>> {
    let partner = account.partner;
    let since = months_before(today, 1);
    let mut found = Vec::new();
    for (late, waived) in payments::late_and_waived(tx, partner, (since, today)).await.stored()? {
        let Some((invoice, _)) = invoices::find(tx, partner, late.invoice).await.stored()? else {
            continue;
        };
        let until = late.paid_on.unwrap_or(today);
        let cost = finance_charge(late.total, late.due_on, until, &account.finance_terms());
        let cost = cost.map_err(|error| report(&error))?;
        // Paid on the last day: it never cost anything.
        if cost == Money::ZERO {
            continue;
        }
        let coming = if waived { Money::ZERO } else { (cost - late.charged).max(Money::ZERO) };
        found.push(LateInvoice { invoice, charged: late.charged, coming, waived });
    }
    Ok(found)
}

/// Suspends or reinstates an account, or waives what being late with an invoice costs.
///
/// # Errors
///
/// `Forbidden` without the right to the step; `NotFound` for a partner who is not billed, or who has
/// no such invoice; `Stale` if the invoice was settled meanwhile; what the rules say.
pub async fn change_standing(caller: &Caller, wanted: ChangeStanding) -> Result<()> {
    const USE_CASE: &str = "billing.change-standing";
    let action = match wanted.step {
        StandingStep::Suspend | StandingStep::Reinstate => Action::SuspendPartner,
        StandingStep::Waive { .. } => Action::RecordPayments,
    };
    let grant = caller.authorize(action)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let partner = wanted.partner;
    let account = accounts::find(&mut work.tx, partner).await.stored()?.ok_or(NO_PARTNER)?;
    accounts::lock(&mut work.tx, partner).await.stored()?;
    let (kind, subject) = match wanted.step {
        StandingStep::Suspend => {
            suspend(&mut work.tx, &grant, &account).await?;
            ("partner-suspended-by-hand", account.partner_name)
        }
        StandingStep::Reinstate => {
            reinstate(&mut work.tx, &grant, &account).await?;
            ("partner-reinstated", account.partner_name)
        }
        StandingStep::Waive { invoice, seen } => {
            let number = waive(&mut work.tx, &grant, &account, (invoice, seen)).await?;
            ("finance-charge-waived", number)
        }
    };
    let change = Change { kind, subject, after: Some(wanted.reason), ..Change::default() };
    // The partner's own log says what the operator has done to its account.
    log_for(&mut work.tx, &grant, partner.into(), change.clone()).await?;
    work.commit(change, ()).await
}

async fn suspend(tx: &mut Tx, grant: &Grant, account: &BillingAccount) -> Result<()> {
    check_standing(account.suspended, true)?;
    let since = (grant.today(), SuspensionReason::Operator.as_str());
    let done = accounts::set_suspended(tx, account.partner, Some(since)).await.stored()?;
    if !done {
        return Err(StandingRefusal::Suspended.into());
    }
    tell(tx, grant, account, "partner-suspended-by-hand").await
}

async fn reinstate(tx: &mut Tx, grant: &Grant, account: &BillingAccount) -> Result<()> {
    check_standing(account.suspended, false)?;
    if !accounts::set_suspended(tx, account.partner, None).await.stored()? {
        return Err(StandingRefusal::InOrder.into());
    }
    // What is too late by now does not suspend it again tomorrow.
    accounts::note_reinstated(tx, account.partner, grant.today()).await.stored()?;
    tell(tx, grant, account, "partner-reinstated").await
}

async fn tell(tx: &mut Tx, grant: &Grant, account: &BillingAccount, kind: &str) -> Result<()> {
    let mail = NewMail {
        tenant: account.partner.into(),
        kind: kind.to_owned(),
        language: account.mail_language,
        address: account.contact_email.clone(),
        arguments: vec![("company".to_owned(), account.partner_name.clone())],
    };
    queue(tx, &grant.system, mail).await
}

/// The number of the invoice with which being late costs nothing from now on.
async fn waive(
    tx: &mut Tx,
    grant: &Grant,
    account: &BillingAccount,
    (invoice, seen): (InvoiceId, i64),
) -> Result<String> {
    let found = invoices::find(tx, account.partner, invoice).await.stored()?;
    let (summary, _) = found.ok_or(Error::NotFound { entity: Entity::Invoice })?;
    if summary.version != seen {
        return Err(Error::Stale { entity: Entity::Invoice });
    }
    let late = late(tx, account, grant.today()).await?;
    let late = late.into_iter().find(|late| late.invoice.id == invoice);
    late.ok_or(StandingRefusal::NothingToWaive)?.check_waiver()?;
    invoices::waive(tx, account.partner, (invoice, seen)).await.stored()?;
    Ok(summary.number)
}

/// The runs that wait for somebody: of one partner, or of all.
pub(super) async fn parked_runs(tx: &mut Tx, partner: Option<PartnerId>) -> Result<Vec<ParkedRun>> {
    let all = runs::parked(tx).await.stored()?;
    let run = |run: runs::Parked| ParkedRun {
        partner: run.partner_id.into(),
        name: run.name,
        date: run.billing_date,
        reason: run.reason.unwrap_or_default(),
        attempts: run.attempts,
        ran_at: run.ran_at,
    };
    let wanted = |run: &ParkedRun| partner.is_none_or(|partner| run.partner == partner);
    Ok(all.into_iter().map(run).filter(wanted).collect())
}

/// The runs of all partners that wait for somebody.
///
/// # Errors
///
/// `Forbidden` without the operator's right to see payments.
pub async fn parked(caller: &Caller) -> Result<Vec<ParkedRun>> {
    let grant = caller.authorize_reading(Action::RecordPayments)?;
    let mut tx = grant.read().await?;
    parked_runs(&mut tx, None).await
}

/// Takes a parked run up at once, and with it what is due after it.
///
/// # Errors
///
/// `Forbidden` without the right; `NotParked` if the run is not parked, or no longer.
pub async fn run_again(caller: &Caller, wanted: RunAgain) -> Result<Ran> {
    const USE_CASE: &str = "billing.run-again";
    let grant = caller.authorize(Action::RunBilling)?;
    // The run has transactions of its own; a repetition finds what the first has left.
    if let Start::Fresh(work) = grant.work::<()>(wanted.request, USE_CASE, &wanted).await? {
        note_run(work, &grant, &wanted).await?;
    }
    let through = business_day(grant.now() - BILLING_BEGINS).max(wanted.date);
    run_partner(&grant.system, wanted.partner, through).await
}

async fn note_run(mut work: Work, grant: &Grant, wanted: &RunAgain) -> Result<()> {
    let parked = parked_runs(&mut work.tx, Some(wanted.partner)).await?;
    let Some(run) = parked.into_iter().find(|run| run.date == wanted.date) else {
        return Err(StandingRefusal::NotParked.into());
    };
    let change = Change {
        kind: "billing-run-again",
        subject: run.name,
        before: Some(run.reason),
        after: Some(run.date.to_string()),
        ..Change::default()
    };
    log_for(&mut work.tx, grant, wanted.partner.into(), change.clone()).await?;
    work.commit(change, ()).await
}
