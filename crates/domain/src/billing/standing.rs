//! Whether a partner's account works, what being late costs it, and who changes that by hand.
//!
//! Source: domain book, "billing" (B6, B7 and completions) and `roles.md`, rows 85 to 87.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::payment::Debtor;
use super::views::{InvoiceSummary, ParkedRun};
use crate::customers::Faults;
use crate::error::{Code, Coded, Error as Problem};
use crate::ids::{InvoiceId, PartnerId, RequestId};
use crate::input;
use crate::money::Money;
use crate::time::{Day, days_after};
use crate::words::words;

/// Most characters of a reason.
const REASON: u32 = 500;

words! {
    /// Why an account is suspended.
    SuspensionReason {
        /// Invoices are overdue; paying them ends it.
        Overdue = "overdue",
        /// The operator has decided so, and ends it.
        Operator = "operator",
    }
}

/// What the operator does with an account or with what being late costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StandingStep {
    /// The account stops.
    Suspend,
    /// The account works again.
    Reinstate,
    /// Being late with `invoice` costs nothing more.
    Waive {
        /// The invoice.
        invoice: InvoiceId,
        /// The version of its settlement that the reader saw.
        seen: i64,
    },
}

impl StandingStep {
    /// As a form sends it.
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Self::Suspend => "suspend".to_owned(),
            Self::Reinstate => "reinstate".to_owned(),
            Self::Waive { invoice, seen } => format!("waive {invoice} {seen}"),
        }
    }

    fn read(text: &str) -> Result<Self, StandingRefusal> {
        let parts: Vec<_> = text.split_whitespace().collect();
        match parts[..] {
            ["suspend"] => Ok(Self::Suspend),
            ["reinstate"] => Ok(Self::Reinstate),
            ["waive", invoice, seen] => {
                let read = invoice.parse().ok().zip(seen.parse().ok());
                let (invoice, seen) = read.ok_or(StandingRefusal::Unreadable)?;
                Ok(Self::Waive { invoice, seen })
            }
            _ => Err(StandingRefusal::Step),
        }
    }
}

/// Why an account cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StandingRefusal {
    /// It is suspended already.
    #[error("it is suspended")]
    Suspended,
    /// It is not suspended.
    #[error("it is not suspended")]
    InOrder,
    /// Being late with this invoice costs nothing, or nothing any more.
    #[error("there is no finance charge to waive")]
    NothingToWaive,
    /// The run is not parked, or no longer.
    #[error("the run is not parked")]
    NotParked,
    /// None of the steps.
    #[error("no step")]
    Step,
    /// Nobody says why.
    #[error("no reason")]
    Reason,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for StandingRefusal {
    fn code(&self) -> Code {
        let (key, status) = match self {
            Self::Suspended => ("err-standing-suspended", 409),
            Self::InOrder => ("err-standing-in-order", 409),
            Self::NothingToWaive => ("err-standing-nothing-to-waive", 409),
            Self::NotParked => ("err-standing-not-parked", 409),
            Self::Step => ("err-standing-step", 400),
            Self::Reason => ("err-standing-reason", 400),
            Self::Unreadable => ("err-standing-unreadable", 400),
        };
        Code::new(key, 3000, status)
    }
}

/// Whether an invoice that was due on `due`, and is open on `today`, suspends its partner by itself.
///
/// An account that somebody has reinstated is not suspended again for what was too late on that day.
#[must_use]
pub fn suspends(due: Day, patience: u64, reinstated_on: Option<Day>, today: Day) -> bool {
    let last = days_after(due, patience);
    last < today && reinstated_on.is_none_or(|day| day <= last)
}

/// Whether an account that is suspended or not can be suspended (`true`) or reinstated.
///
/// # Errors
///
/// [`StandingRefusal::Suspended`], [`StandingRefusal::InOrder`].
pub fn check_standing(suspended: bool, to_be: bool) -> Result<(), StandingRefusal> {
    match (suspended, to_be) {
        (true, true) => Err(StandingRefusal::Suspended),
        (false, false) => Err(StandingRefusal::InOrder),
        _ => Ok(()),
    }
}

/// What being late with an invoice has cost, and will.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateInvoice {
    /// The invoice.
    pub invoice: InvoiceSummary,
    /// Σ of what is on invoices already.
    pub charged: Money,
    /// What comes to the next invoice, as of today.
    pub coming: Money,
    /// Whether it has been waived.
    pub waived: bool,
}

impl LateInvoice {
    /// Whether something can be waived.
    ///
    /// # Errors
    ///
    /// [`StandingRefusal::NothingToWaive`].
    pub fn check_waiver(&self) -> Result<(), StandingRefusal> {
        if self.waived || self.coming <= Money::ZERO {
            Err(StandingRefusal::NothingToWaive)
        } else {
            Ok(())
        }
    }
}

/// A partner's account as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingView {
    /// The partner with what it owes.
    pub debtor: Debtor,
    /// Since when and why it is suspended.
    pub suspension: Option<(Day, SuspensionReason)>,
    /// Who gets the invoices.
    pub contact_email: String,
    /// Days from the billing date to the due date.
    pub payment_days: u64,
    /// Days past due after which the account is suspended.
    pub suspend_after_days: u64,
    /// Invoices that are or were late, as far as they cost something.
    pub late: Vec<LateInvoice>,
    /// Invoices of the last months, the newest first.
    pub invoices: Vec<InvoiceSummary>,
    /// Runs that wait for somebody.
    pub parked: Vec<ParkedRun>,
    /// Whether the reader may suspend and reinstate.
    pub may_suspend: bool,
    /// Whether the reader may waive finance charges.
    pub may_waive: bool,
    /// Whether the reader may run again and issue credit notes.
    pub may_run: bool,
}

/// A form about an account, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StandingDraft {
    /// This attempt.
    pub request: String,
    /// Whose account.
    pub partner: String,
    /// As [`StandingStep::written`] writes it.
    pub step: String,
    /// Why.
    pub reason: String,
}

/// Changes an account by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeStanding {
    /// This attempt.
    pub request: RequestId,
    /// Whose account.
    pub partner: PartnerId,
    /// How.
    pub step: StandingStep,
    /// Why, for the log.
    pub reason: String,
}

impl StandingDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<ChangeStanding, Problem> {
        let mut faults = Faults::default();
        let unreadable = StandingRefusal::Unreadable;
        let request = faults.read("request", self.request.parse().map_err(|_| unreadable));
        let partner = faults.read("partner", self.partner.parse().map_err(|_| unreadable));
        let step = faults.read("step", StandingStep::read(&self.step));
        let reason = faults.read("reason", input::line(&self.reason, REASON));
        let reason = reason.and_then(|reason| {
            let said = Some(reason).filter(|reason| !reason.is_empty());
            faults.read("reason", said.ok_or(StandingRefusal::Reason))
        });
        let read = (|| {
            let (request, partner) = (request?, partner?);
            Some(ChangeStanding { request, partner, step: step?, reason: reason? })
        })();
        read.ok_or_else(|| Problem::Invalid { fields: faults.noted() })
    }
}

/// The form that takes a parked run up again, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunAgainDraft {
    /// This attempt.
    pub request: String,
    /// Whose run.
    pub partner: String,
    /// Its billing date.
    pub date: String,
}

/// Takes a parked run up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunAgain {
    /// This attempt.
    pub request: RequestId,
    /// Whose run.
    pub partner: PartnerId,
    /// Its billing date.
    pub date: Day,
}

impl RunAgainDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<RunAgain, Problem> {
        let mut faults = Faults::default();
        let unreadable = StandingRefusal::Unreadable;
        let request = faults.read("request", self.request.parse().map_err(|_| unreadable));
        let partner = faults.read("partner", self.partner.parse().map_err(|_| unreadable));
        let date = faults.read("date", self.date.parse().map_err(|_| unreadable));
        let read = (|| Some(RunAgain { request: request?, partner: partner?, date: date? }))();
        read.ok_or_else(|| Problem::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    #[test]
    fn who_was_reinstated_is_suspended_only_for_what_becomes_too_late_afterwards() {
        let due = day("2019-07-15");
        for (reinstated, today, suspended) in [
            (None, "2019-08-14", false),
            (None, "2019-08-15", true),
            // It was too late by then: that is forgiven.
            (Some("2019-08-15"), "2019-08-16", false),
            (Some("2019-08-15"), "2020-08-16", false),
            // It was not yet.
            (Some("2019-08-14"), "2019-08-15", true),
        ] {
            let reinstated = reinstated.map(day);
            assert_eq!(suspends(due, 30, reinstated, day(today)), suspended, "{today}");
        }
    }

    #[test]
    fn an_account_is_suspended_and_reinstated_once() {
        assert_eq!(check_standing(false, true), Ok(()));
        assert_eq!(check_standing(true, false), Ok(()));
        assert_eq!(check_standing(true, true), Err(StandingRefusal::Suspended));
        assert_eq!(check_standing(false, false), Err(StandingRefusal::InOrder));
    }

    #[test]
    fn a_step_needs_a_reason_and_a_waiver_an_invoice() {
        const ID: &str = "00000000-0000-0000-0000-000000000001";
        let draft = |step: &str, reason: &str| StandingDraft {
            request: ID.to_owned(),
            partner: ID.to_owned(),
            step: step.to_owned(),
            reason: reason.to_owned(),
        };
        assert!(draft("suspend", "agreed by telephone").parse().is_ok());
        for wrong in [draft("suspend", " "), draft("terminate", "x"), draft("waive", "x")] {
            assert!(wrong.clone().parse().is_err(), "{wrong:?}");
        }
        let step = StandingStep::Waive { invoice: ID.parse().expect("an id"), seen: 1 };
        let waived = draft(&step.written(), "first time").parse().expect("it is right");
        assert_eq!(waived.step, step);
    }
}
