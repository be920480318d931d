//! What happens to what is not paid in time: warnings, then suspension.
//!
//! Source: domain book, "billing" (B7 and completions: warnings at 1, 7, 15 and 25 days past due).

use domain::billing::{BillingAccount, InvoiceSummary, SuspensionReason, suspends};
use domain::ids::PartnerId;
use domain::mails::NewMail;
use domain::time::Day;
use storage::Tx;
use storage::billing::{accounts, invoices, payments};

use crate::failure::{Result, Stored};
use crate::mails::queue;
use crate::system::System;
use crate::work::{Change, log_by_system};

/// Days past due on which a partner is warned.
const WARNINGS: [i64; 4] = [1, 7, 15, 25];

/// Warns partners who are late on `day` and suspends those who have been late for too long. Doing it
/// again does nothing; a day on which nobody did it is made up for.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub(crate) async fn collect(system: &System, day: Day) -> Result<()> {
    let mut tx = system.store.read().await.stored()?;
    // Most owe nothing, and need no turn at writing.
    let partners = accounts::late(&mut tx, day).await.stored()?;
    drop(tx);
    for partner in partners {
        remind(system, partner, day).await?;
    }
    Ok(())
}

async fn remind(system: &System, partner: PartnerId, day: Day) -> Result<()> {
    let mut tx = system.store.write().await.stored()?;
    accounts::lock(&mut tx, partner).await.stored()?;
    let Some(account) = accounts::find(&mut tx, partner).await.stored()? else { return Ok(()) };
    let mut too_late = false;
    for invoice in invoices::unpaid(&mut tx, partner).await.stored()? {
        let late = (day - invoice.due_on).num_days();
        let (patience, reinstated) = (account.suspend_after_days, account.reinstated_on);
        too_late |= suspends(invoice.due_on, patience, reinstated, day);
        // The last one that is due: after a pause of the job nobody gets four mails at once.
        let Some(step) = WARNINGS.iter().rev().find(|step| **step <= late) else { continue };
        let kind = format!("past-due-{step}");
        if payments::note_notice(&mut tx, invoice.id, &kind, day).await.stored()? {
            warn(&mut tx, system, &account, &invoice, late).await?;
        }
    }
    if too_late && !account.suspended {
        suspend(&mut tx, system, &account, day).await?;
    }
    tx.commit().await.stored()
}

async fn warn(
    tx: &mut Tx,
    system: &System,
    account: &BillingAccount,
    invoice: &InvoiceSummary,
    late: i64,
) -> Result<()> {
    let argument = |name: &str, value: String| (name.to_owned(), value);
    let mail = NewMail {
        tenant: account.partner.into(),
        kind: "invoice-past-due".to_owned(),
        language: account.mail_language,
        address: account.contact_email.clone(),
        arguments: vec![
            argument("number", invoice.number.clone()),
            argument("amount", invoice.left().to_string()),
            argument("day", invoice.due_on.to_string()),
            argument("days", late.to_string()),
        ],
    };
    queue(tx, system, mail).await
}

async fn suspend(tx: &mut Tx, system: &System, account: &BillingAccount, day: Day) -> Result<()> {
    let partner = account.partner;
    let since = (day, SuspensionReason::Overdue.as_str());
    accounts::set_suspended(tx, partner, Some(since)).await.stored()?;
    let change = Change { kind: "partner-suspended", ..Change::default() };
    log_by_system(tx, partner.into(), system.now(), change).await?;
    let mail = NewMail {
        tenant: partner.into(),
        kind: "partner-suspended".to_owned(),
        language: account.mail_language,
        address: account.contact_email.clone(),
        arguments: vec![("company".to_owned(), account.partner_name.clone())],
    };
    queue(tx, system, mail).await
}
