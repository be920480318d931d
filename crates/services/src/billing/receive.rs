//! Money that comes in: written down, and used for the oldest invoices.
//!
//! Source: domain book, "billing" (completions) and B7.

use domain::billing::{InvoiceStatus, InvoiceSummary, SuspensionReason};
use domain::ids::{PartnerId, PaymentId, UserId};
use domain::money::Money;
use domain::time::Day;
use storage::Tx;
use storage::billing::payments::{self, Payment};
use storage::billing::{accounts, invoices};

use super::clear::clear;
use crate::failure::{Result, Stored};
use crate::system::System;

/// A transfer that is to be written down.
pub(crate) struct Transfer<'a> {
    /// Who paid.
    pub(crate) partner: PartnerId,
    /// The day on which it came in.
    pub(crate) received_on: Day,
    /// How much.
    pub(crate) amount: Money,
    /// The bank's reference.
    pub(crate) reference: &'a str,
    /// Who records it.
    pub(crate) by: UserId,
}

/// What a transfer has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Received {
    /// Under which id it is written down.
    pub(crate) id: PaymentId,
    /// The invoices of which nothing is left to pay now.
    pub(crate) cleared: Vec<InvoiceSummary>,
    /// Whether the account works again.
    pub(crate) reinstated: bool,
}

/// Writes `transfer` down and pays with it; an account that was suspended for what is paid now works
/// again at once.
///
/// # Errors
///
/// As the database says; a reference that is known violates `payments_partner_id_reference_key`.
pub(crate) async fn receive(
    tx: &mut Tx,
    system: &System,
    transfer: &Transfer<'_>,
) -> storage::Result<Result<Received>> {
    let partner = transfer.partner;
    accounts::lock(tx, partner).await?;
    let payment = Payment {
        id: PaymentId::from(system.next_id()),
        partner,
        received_on: transfer.received_on,
        amount: transfer.amount,
        allocated: Money::ZERO,
        reference: transfer.reference.to_owned(),
        recorded_by: transfer.by,
        recorded_at: system.now(),
    };
    payments::insert(tx, &payment).await?;
    Ok(use_it(tx, system, &payment).await)
}

async fn use_it(tx: &mut Tx, system: &System, payment: &Payment) -> Result<Received> {
    let partner = payment.partner;
    let cleared = clear(tx, system, partner, payment.received_on).await?;
    let reinstated = reinstate(tx, partner, payment.received_on).await?;
    Ok(Received { id: payment.id, cleared, reinstated })
}

/// Takes a suspension for overdue invoices back if none is left; whether that changed anything.
pub(crate) async fn reinstate(tx: &mut Tx, partner: PartnerId, today: Day) -> Result<bool> {
    let suspension = accounts::suspension(tx, partner).await.stored()?;
    if suspension.is_none_or(|(_, reason)| reason != SuspensionReason::Overdue.as_str()) {
        return Ok(false);
    }
    let unpaid = invoices::unpaid(tx, partner).await.stored()?;
    if unpaid.iter().any(|invoice| invoice.status(today) == InvoiceStatus::PastDue) {
        return Ok(false);
    }
    accounts::set_suspended(tx, partner, None).await.stored()
}
