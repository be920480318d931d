//! Fapiao: the official paper of a paid invoice, from the request to the mail.
//!
//! Source: domain book, "billing" (fapiao).

mod drafts;
mod views;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use drafts::{MoveFapiao, MoveFapiaoDraft, RequestFapiao, RequestFapiaoDraft};
pub use views::{FapiaoFormView, FapiaoQuery, FapiaoSummary, FapiaoView, FapiaosView};

use super::views::{InvoiceKind, InvoiceSummary};
use crate::error::{Arg, Code, Coded, Error};
use crate::money::Money;
use crate::time::{Day, days_after};
use crate::words::words;

/// Days after the payment until a fapiao can be requested.
pub const FAPIAO_WAIT_DAYS: u64 = 3;

words! {
    /// Which paper.
    FapiaoKind {
        /// VAT general: only the title is needed.
        General = "general",
        /// VAT special: deductible, with all tax data.
        Special = "special",
    }
    /// How far a request has come.
    FapiaoStatus {
        /// The operator has not issued it yet.
        Submitted = "submitted",
        /// It has a number.
        Issued = "issued",
        /// It is on its way, or has been picked up.
        Mailed = "mailed",
        /// It cannot be issued before a day that is known.
        Unavailable = "unavailable",
    }
    /// How the paper gets to the partner.
    FapiaoDelivery {
        /// By the courier that the operator pays.
        Courier = "courier",
        /// By the courier that the receiver pays.
        CourierCollect = "courier-collect",
        /// Somebody fetches it.
        PickUp = "pick-up",
    }
}

/// Why a fapiao cannot be requested, or not moved on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FapiaoRefusal {
    /// Something of the invoice is still to be paid, or never was.
    #[error("the invoice is not paid")]
    NotPaid,
    /// The payment is too new.
    #[error("not before {day}")]
    TooEarly {
        /// The first day on which it is possible.
        day: Day,
    },
    /// There is a request already.
    #[error("it is requested already")]
    Already,
    /// The step does not follow from where the request is.
    #[error("the step does not follow")]
    Step,
}

impl Coded for FapiaoRefusal {
    fn code(&self) -> Code {
        let key = match self {
            Self::NotPaid => "err-fapiao-not-paid",
            Self::TooEarly { .. } => "err-fapiao-too-early",
            Self::Already => "err-fapiao-already",
            Self::Step => "err-fapiao-step",
        };
        Code::new(key, 3000, 409)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::TooEarly { day } => vec![("date", Arg::Day(day))],
            Self::NotPaid | Self::Already | Self::Step => Vec::new(),
        }
    }
}

/// What is wrong with a form about a fapiao.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FapiaoFault {
    /// The title is not the payer's name, and nobody has confirmed it: a warning.
    #[error("the title is not the payer's name")]
    TitleMismatch,
    /// Neither general nor special.
    #[error("no type")]
    Kind,
    /// No bank, or too long a name.
    #[error("no bank")]
    Bank,
    /// Not 8 to 30 digits.
    #[error("no bank account")]
    Account,
    /// None of the three ways.
    #[error("no delivery")]
    Delivery,
    /// Not 8 to 20 digits.
    #[error("no fapiao number")]
    Number,
    /// No day after today.
    #[error("no day after today")]
    ExpectedOn,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for FapiaoFault {
    fn code(&self) -> Code {
        let key = match self {
            Self::TitleMismatch => "err-fapiao-title-mismatch",
            Self::Kind => "err-fapiao-kind",
            Self::Bank => "err-fapiao-bank",
            Self::Account => "err-fapiao-account",
            Self::Delivery => "err-fapiao-delivery",
            Self::Number => "err-fapiao-number",
            Self::ExpectedOn => "err-fapiao-expected",
            Self::Unreadable => "err-fapiao-unreadable",
        };
        Code::new(key, 3000, 400)
    }
}

/// What stands on the paper and where it goes, beside the title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FapiaoDetails {
    /// Unified social credit code, for the special kind.
    pub uscc: String,
    /// Registered address, likewise.
    pub registered_address: String,
    /// Registered telephone, likewise.
    pub registered_phone: String,
    /// Name of the bank, likewise.
    pub bank: String,
    /// Number of the account, likewise.
    pub account: String,
    /// How it gets there.
    pub delivery: String,
    /// Who receives it.
    pub recipient: String,
    /// Their telephone.
    pub phone: String,
    /// Where to, unless somebody fetches it.
    pub address: String,
    /// Two-letter code, likewise.
    pub province: String,
    /// Likewise.
    pub city: String,
    /// Likewise.
    pub postcode: String,
}

/// Whether a fapiao for `invoice` can be requested on `today`; `requested` if one has been.
///
/// # Errors
///
/// [`FapiaoRefusal::Already`], [`FapiaoRefusal::NotPaid`], [`FapiaoRefusal::TooEarly`].
pub fn check_fapiao(
    invoice: &InvoiceSummary,
    requested: bool,
    today: Day,
) -> Result<(), FapiaoRefusal> {
    if requested {
        return Err(FapiaoRefusal::Already);
    }
    let bill = invoice.kind == InvoiceKind::Invoice && invoice.payable > Money::ZERO;
    let paid_on = invoice.paid_on.filter(|_| bill).ok_or(FapiaoRefusal::NotPaid)?;
    let day = days_after(paid_on, FAPIAO_WAIT_DAYS);
    if today < day { Err(FapiaoRefusal::TooEarly { day }) } else { Ok(()) }
}

/// Warns of a `title` that is not the name of who has paid, unless somebody has `confirmed` it: for a
/// purchase certificate or a refund both must be the same.
///
/// # Errors
///
/// [`FapiaoFault::TitleMismatch`] at `title`.
pub fn check_title(title: &str, payer: &str, confirmed: bool) -> Result<(), Error> {
    if title == payer || confirmed {
        Ok(())
    } else {
        Err(Error::invalid("title", FapiaoFault::TitleMismatch))
    }
}

/// What the operator does with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FapiaoStep {
    /// It is issued under this number.
    Issue(String),
    /// It is mailed, or has been fetched.
    Mail,
    /// It cannot be issued before this day.
    Delay(Day),
}

impl FapiaoStep {
    /// The status of a request that is `status` now, after this step.
    ///
    /// # Errors
    ///
    /// [`FapiaoRefusal::Step`] if it does not follow.
    pub fn on(&self, status: FapiaoStatus) -> Result<FapiaoStatus, FapiaoRefusal> {
        use FapiaoStatus::{Issued, Mailed, Submitted, Unavailable};
        match (self, status) {
            (Self::Issue(_), Submitted | Unavailable) => Ok(Issued),
            (Self::Delay(_), Submitted | Unavailable) => Ok(Unavailable),
            (Self::Mail, Issued) => Ok(Mailed),
            _ => Err(FapiaoRefusal::Step),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::views::tests::invoice;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    #[test]
    fn a_fapiao_can_be_requested_three_days_after_the_payment() {
        let paid = InvoiceSummary { paid_on: Some(day("2019-07-01")), ..invoice(100) };
        let early = FapiaoRefusal::TooEarly { day: day("2019-07-04") };
        assert_eq!(check_fapiao(&paid, false, day("2019-07-03")), Err(early));
        assert_eq!(check_fapiao(&paid, false, day("2019-07-04")), Ok(()));
        assert_eq!(check_fapiao(&paid, true, day("2019-07-04")), Err(FapiaoRefusal::Already));
        let nothing = InvoiceSummary { payable: Money::ZERO, ..paid.clone() };
        let note = InvoiceSummary { kind: InvoiceKind::CreditNote, ..paid };
        for unpaid in [invoice(100), nothing, note] {
            let refused = check_fapiao(&unpaid, false, day("2019-08-01"));
            assert_eq!(refused, Err(FapiaoRefusal::NotPaid));
        }
    }

    #[test]
    fn another_title_than_the_payers_is_confirmed() {
        assert_eq!(check_title("甲公司", "甲公司", false), Ok(()));
        assert_eq!(check_title("甲公司", "乙公司", true), Ok(()));
        assert_eq!(
            check_title("甲公司", "乙公司", false),
            Err(Error::invalid("title", FapiaoFault::TitleMismatch))
        );
    }

    #[test]
    fn a_request_moves_forward_only() {
        use FapiaoStatus::{Issued, Mailed, Submitted, Unavailable};
        let issue = FapiaoStep::Issue("12345678".to_owned());
        let delay = FapiaoStep::Delay(day("2019-07-04"));
        for (step, from, to) in [
            (&issue, Submitted, Some(Issued)),
            (&issue, Unavailable, Some(Issued)),
            (&issue, Issued, None),
            (&issue, Mailed, None),
            (&delay, Submitted, Some(Unavailable)),
            (&delay, Unavailable, Some(Unavailable)),
            (&delay, Issued, None),
            (&delay, Mailed, None),
            (&FapiaoStep::Mail, Issued, Some(Mailed)),
            (&FapiaoStep::Mail, Submitted, None),
            (&FapiaoStep::Mail, Unavailable, None),
            (&FapiaoStep::Mail, Mailed, None),
        ] {
            assert_eq!(step.on(from).ok(), to, "{step:?} {from}");
        }
    }
}
