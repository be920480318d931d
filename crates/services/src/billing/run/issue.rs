//! An invoice as it is issued: summed up, proven against its rows, and told.

use domain::billing::{
    BillingAccount, InvoiceHeader, InvoiceKind, InvoiceSummary, Party, Proof, Seller, TooLarge,
    due_date,
};
use domain::ids::PartnerId;
use domain::mails::NewMail;
use domain::money::Money;
use domain::time::months_before;
use storage::Tx;
use storage::billing::{invoices, lines, payments, runs};

use super::charges::Writing;
use super::{Fault, Halt};
use crate::billing::clear::credit;
use crate::failure::{Result, Stored};
use crate::mails::queue;
use crate::system::System;
use crate::work::{Change, log_by_system};

/// The invoice that `writing` comes to, with a number of its own.
pub(super) async fn summary(
    tx: &mut Tx,
    system: &System,
    account: &BillingAccount,
    writing: &Writing,
    finance_charge: Money,
) -> Result<InvoiceSummary, Halt> {
    let date = writing.period.first();
    let unpaid = invoices::unpaid(tx, account.partner).await.stored()?;
    let owed: Money = unpaid.iter().map(InvoiceSummary::left).sum();
    let previous_balance = owed - credit(tx, account.partner).await?;
    let between = (months_before(date, 1), date.pred_opt().unwrap_or(date));
    let paid = payments::received(tx, account.partner, between).await.stored()?;
    let month = date.format("%Y%m").to_string();
    let number = runs::next_number(tx, &month).await.stored()?;
    let payable = writing.sections.total.checked_add(finance_charge).ok_or(TooLarge)?;
    Ok(InvoiceSummary {
        id: writing.id,
        number: format!("CN-{month}-{number:06}"),
        kind: InvoiceKind::Invoice,
        corrects: None,
        billing_date: date,
        period: writing.period.days(),
        issued_at: system.now(),
        due_on: due_date(date, account.payment_days),
        sections: writing.sections,
        previous_balance,
        payments: paid,
        finance_charge,
        payable,
        paid: Money::ZERO,
        // There is nothing to pay, or something to be paid back.
        paid_on: (payable <= Money::ZERO).then_some(date),
        lines: writing.lines,
        usage_lines: writing.usage_lines,
        version: 1,
    })
}

/// Whom the invoice is for and who bills, as of today.
pub(super) fn header(account: &BillingAccount, seller: &Seller) -> InvoiceHeader {
    InvoiceHeader {
        customer_number: account.mpn_id.clone().unwrap_or_default(),
        bill_to: account.bill_to.clone(),
        sold_to: Party { name: account.partner_name.clone(), ..account.bill_to.clone() },
        contact: account.contact.clone(),
        po_number: account.po_number.clone(),
        payment_days: account.payment_days,
        seller: seller.clone(),
        reason: None,
    }
}

/// Adds up the rows as they are stored: an invoice that does not agree with its files is not issued.
pub(super) async fn prove(
    tx: &mut Tx,
    partner: PartnerId,
    summary: &InvoiceSummary,
) -> Result<(), Halt> {
    let (computed, total) = lines::sections(tx, partner, summary.id).await.stored()?;
    if Proof::of(&summary.sections, &computed, total).holds() {
        Ok(())
    } else {
        Err(Halt::Fault(Fault::Proof))
    }
}

/// Writes the log and the mail to the one person who gets invoices.
pub(super) async fn tell(
    tx: &mut Tx,
    system: &System,
    account: &BillingAccount,
    summary: &InvoiceSummary,
) -> Result<()> {
    let change = Change {
        kind: "invoice-issued",
        subject: summary.number.clone(),
        customer: None,
        before: None,
        after: Some(summary.payable.to_string()),
    };
    log_by_system(tx, account.partner.into(), system.now(), change).await?;
    let mail = NewMail {
        tenant: account.partner.into(),
        kind: "invoice-issued".to_owned(),
        language: account.mail_language,
        address: account.contact_email.clone(),
        arguments: vec![
            ("number".to_owned(), summary.number.clone()),
            ("amount".to_owned(), summary.payable.to_string()),
            ("day".to_owned(), summary.due_on.to_string()),
        ],
    };
    queue(tx, system, mail).await
}
