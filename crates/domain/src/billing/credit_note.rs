//! Credit notes: what the operator takes back of an invoice that has been issued.
//!
//! Source: domain book, "read-your-bill" (an issued invoice is immutable) and its completions.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::exact::{Fraction, TooLarge, VatRate};
use super::invoice::Sections;
use super::payment::amount;
use super::views::{InvoiceKind, InvoiceSummary};
use crate::customers::Faults;
use crate::error::{Arg, Code, Coded, Error as Problem};
use crate::ids::{InvoiceId, PartnerId, RequestId};
use crate::input;
use crate::money::Money;

/// Most characters of the reason.
const REASON: u32 = 500;

/// Why a credit note cannot be issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CreditNoteFault {
    /// No invoice of this partner, or not an invoice.
    #[error("no invoice")]
    Invoice,
    /// No amount in yuan above zero with at most two places.
    #[error("no amount")]
    Amount,
    /// More than is left of the invoice after what was given back already.
    #[error("more than {most}")]
    TooMuch {
        /// The most that can be given back.
        most: Money,
    },
    /// Nobody says why.
    #[error("no reason")]
    Reason,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for CreditNoteFault {
    fn code(&self) -> Code {
        let key = match self {
            Self::Invoice => "err-credit-note-invoice",
            Self::Amount => "err-credit-note-amount",
            Self::TooMuch { .. } => "err-credit-note-too-much",
            Self::Reason => "err-credit-note-reason",
            Self::Unreadable => "err-credit-note-unreadable",
        };
        Code::new(key, 3000, 400)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::TooMuch { most } => vec![("most", Arg::Money(most))],
            _ => Vec::new(),
        }
    }
}

/// What can still be given back of `invoice`, of which `given_back` has been by credit notes and
/// accepted disputes.
#[must_use]
pub fn creditable(invoice: &InvoiceSummary, given_back: Money) -> Money {
    if invoice.kind == InvoiceKind::CreditNote {
        return Money::ZERO;
    }
    (invoice.payable - given_back).max(Money::ZERO)
}

/// Whether `amount` can be given back of `invoice`.
///
/// # Errors
///
/// [`CreditNoteFault::Invoice`] at `invoice` for a credit note, [`CreditNoteFault::TooMuch`] at
/// `amount`.
pub fn check_credit_note(
    invoice: &InvoiceSummary,
    given_back: Money,
    amount: Money,
) -> Result<(), Problem> {
    if invoice.kind == InvoiceKind::CreditNote {
        return Err(Problem::invalid("invoice", CreditNoteFault::Invoice));
    }
    let most = creditable(invoice, given_back);
    if amount > most {
        return Err(Problem::invalid("amount", CreditNoteFault::TooMuch { most }));
    }
    Ok(())
}

/// The sections of a credit note over `gross`, tax included: both parts negative.
///
/// # Errors
///
/// [`TooLarge`] if an amount cannot be stored.
pub fn credit_note_sections(gross: Money, vat: VatRate) -> Result<Sections, TooLarge> {
    let net = Fraction::net(gross, vat).rounded()?;
    let (credits, tax, total) = (-net, -(gross - net), -gross);
    Ok(Sections { credits, tax, total, ..Sections::default() })
}

/// The number of the credit note `number` of `month`, counted from 1.
#[must_use]
pub fn credit_note_number(month: &str, number: i64) -> String {
    format!("CNC-{month}-{number:06}")
}

/// The form that issues a credit note, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreditNoteDraft {
    /// This attempt.
    pub request: String,
    /// Whose invoice.
    pub partner: String,
    /// Which.
    pub invoice: String,
    /// In yuan, tax included.
    pub amount: String,
    /// Why, as the partner reads it.
    pub credit_reason: String,
}

/// Issues a credit note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueCreditNote {
    /// This attempt.
    pub request: RequestId,
    /// Whose invoice.
    pub partner: PartnerId,
    /// Which.
    pub invoice: InvoiceId,
    /// What is given back, tax included.
    pub amount: Money,
    /// Why, as the partner reads it.
    pub reason: String,
}

impl CreditNoteDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<IssueCreditNote, Problem> {
        let mut faults = Faults::default();
        let unreadable = CreditNoteFault::Unreadable;
        let request = faults.read("request", self.request.parse().map_err(|_| unreadable));
        let partner = faults.read("partner", self.partner.parse().map_err(|_| unreadable));
        let invoice = self.invoice.parse().map_err(|_| CreditNoteFault::Invoice);
        let invoice = faults.read("invoice", invoice);
        let amount = faults.read("amount", amount(&self.amount).ok_or(CreditNoteFault::Amount));
        let reason = faults.read("credit_reason", input::line(&self.credit_reason, REASON));
        let reason = reason.and_then(|reason| {
            let said = Some(reason).filter(|reason| !reason.is_empty());
            faults.read("credit_reason", said.ok_or(CreditNoteFault::Reason))
        });
        let read = (|| {
            let (request, partner, invoice) = (request?, partner?, invoice?);
            Some(IssueCreditNote { request, partner, invoice, amount: amount?, reason: reason? })
        })();
        read.ok_or_else(|| Problem::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::views::tests::invoice;

    #[test]
    fn no_more_is_given_back_than_is_left_of_the_invoice() {
        let invoice = invoice(10_606);
        let fen = Money::from_fen;
        assert_eq!(check_credit_note(&invoice, Money::ZERO, fen(10_606)), Ok(()));
        let most = fen(5_306);
        assert_eq!(check_credit_note(&invoice, fen(5_300), most), Ok(()));
        assert_eq!(
            check_credit_note(&invoice, fen(5_300), fen(5_307)),
            Err(Problem::invalid("amount", CreditNoteFault::TooMuch { most }))
        );
        assert_eq!(creditable(&invoice, fen(20_000)), Money::ZERO);
        let note = InvoiceSummary { kind: InvoiceKind::CreditNote, ..invoice };
        assert_eq!(
            check_credit_note(&note, Money::ZERO, fen(1)),
            Err(Problem::invalid("invoice", CreditNoteFault::Invoice))
        );
    }

    #[test]
    fn the_tax_is_split_off_what_is_given_back() {
        let sums = credit_note_sections(Money::from_fen(5_300), VatRate::default());
        let sums = sums.expect("a small sum");
        assert_eq!((sums.credits.fen(), sums.tax.fen()), (-5_000, -300));
        assert_eq!((sums.total, sums.sum()), (Money::from_fen(-5_300), Money::from_fen(-5_300)));
        // 0.01 has no tax that could be written.
        let least = credit_note_sections(Money::from_fen(1), VatRate::default());
        assert_eq!(least.expect("a small sum").tax, Money::ZERO);
    }

    #[test]
    fn every_field_at_fault_is_named_at_once() {
        let Err(Problem::Invalid { fields }) = CreditNoteDraft::default().parse() else {
            panic!("nothing is there")
        };
        let names: Vec<_> = fields.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(names, ["request", "partner", "invoice", "amount", "credit_reason"]);
    }
}
