//! Which money pays which invoice: the oldest the oldest.
//!
//! Source: domain book, "billing" (completions: oldest invoice first, overpayment is credit).

use domain::billing::InvoiceSummary;
use domain::ids::PartnerId;
use domain::money::Money;
use domain::time::Day;
use storage::Tx;
use storage::billing::invoices;
use storage::billing::payments::{self, Source};

use crate::failure::{Result, Stored};
use crate::system::System;

/// Money that is there and has paid nothing yet.
struct Credit {
    source: Source,
    left: Money,
}

/// Pays the open invoices of `partner` with its credit as far as that goes, on `day`; the invoices of
/// which nothing is left to pay now.
///
/// The account is locked.
pub(crate) async fn clear(
    tx: &mut Tx,
    system: &System,
    partner: PartnerId,
    day: Day,
) -> Result<Vec<InvoiceSummary>> {
    let mut credits = credits(tx, partner).await?.into_iter().peekable();
    let mut cleared = Vec::new();
    for invoice in invoices::unpaid(tx, partner).await.stored()? {
        let mut left = invoice.left();
        let mut paid = Money::ZERO;
        while left > Money::ZERO
            && let Some(credit) = credits.peek_mut()
        {
            let part = left.min(credit.left);
            let what = (credit.source, invoice.id);
            payments::allocate(tx, system.next_id(), what, part, day).await.stored()?;
            (left, paid, credit.left) = (left - part, paid + part, credit.left - part);
            if credit.left == Money::ZERO {
                credits.next();
            }
        }
        if paid == Money::ZERO {
            break;
        }
        let paid_on = (left == Money::ZERO).then_some(day);
        let seen = (invoice.id, invoice.version);
        invoices::settle(tx, partner, seen, paid, paid_on).await.stored()?;
        if paid_on.is_some() {
            cleared.push(invoice);
        }
    }
    Ok(cleared)
}

/// Corrections first, then payments, each the oldest first.
async fn credits(tx: &mut Tx, partner: PartnerId) -> Result<Vec<Credit>> {
    let negative = payments::negative_invoices(tx, partner).await.stored()?;
    let mut credits: Vec<Credit> = negative
        .into_iter()
        .map(|(id, left)| Credit { source: Source::CreditNote(id), left })
        .collect();
    for payment in payments::with_credit(tx, partner).await.stored()? {
        let left = payment.amount - payment.allocated;
        credits.push(Credit { source: Source::Payment(payment.id), left });
    }
    Ok(credits)
}

/// What `partner` has paid too much, and has not used yet.
pub(crate) async fn credit(tx: &mut Tx, partner: PartnerId) -> Result<Money> {
    Ok(credits(tx, partner).await?.into_iter().map(|credit| credit.left).sum())
}
