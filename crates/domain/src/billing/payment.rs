//! Money that comes in, as the operator records it.
//!
//! Source: domain book, "billing" (completions).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::error::{Code, Coded, Error as Problem, FieldError};
use crate::ids::{PartnerId, RequestId};
use crate::money::Money;
use crate::text::half_width;
use crate::time::Day;

/// Most characters of a bank's reference.
pub const MAX_REFERENCE: usize = 50;

/// Why a payment cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum PaymentFault {
    /// No such partner.
    #[error("no partner")]
    Partner,
    /// No amount in yuan above zero with at most two places.
    #[error("no amount")]
    Amount,
    /// No day, or one that has not come.
    #[error("no day up to today")]
    Day,
    /// Nothing, or too long.
    #[error("no reference")]
    Reference,
    /// The transfer is recorded already.
    #[error("the reference is known")]
    Known,
}

impl Coded for PaymentFault {
    fn code(&self) -> Code {
        let (key, status) = match self {
            Self::Partner => ("err-payment-partner", 400),
            Self::Amount => ("err-payment-amount", 400),
            Self::Day => ("err-payment-day", 400),
            Self::Reference => ("err-payment-reference", 400),
            Self::Known => ("err-payment-known", 409),
        };
        Code::new(key, 3000, status)
    }
}

/// The form that records a payment, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaymentDraft {
    /// This attempt.
    pub request: String,
    /// Who paid.
    pub partner: String,
    /// The day on which it came in.
    pub received_on: String,
    /// In yuan.
    pub amount: String,
    /// The bank's reference.
    pub reference: String,
}

/// Records a bank transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordPayment {
    /// This attempt.
    pub request: RequestId,
    /// Who paid.
    pub partner: PartnerId,
    /// The day on which it came in.
    pub received_on: Day,
    /// How much.
    pub amount: Money,
    /// The bank's reference.
    pub reference: String,
}

impl PaymentDraft {
    /// The command, if everything can be read; `today` is the last day on which money can have come.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`] with every field at fault.
    pub fn parse(self, today: Day) -> Result<RecordPayment, Problem> {
        let mut fields = Vec::new();
        let mut note =
            |field: &str, fault: PaymentFault| fields.push(FieldError::new(field, fault));
        let partner = self.partner.parse().ok();
        if partner.is_none() {
            note("partner", PaymentFault::Partner);
        }
        let received_on = self.received_on.trim().parse().ok().filter(|day: &Day| *day <= today);
        if received_on.is_none() {
            note("received_on", PaymentFault::Day);
        }
        let amount = amount(&self.amount);
        if amount.is_none() {
            note("amount", PaymentFault::Amount);
        }
        let reference = self.reference.trim().to_owned();
        let length = reference.chars().count();
        let clean = !reference.chars().any(char::is_control);
        if length == 0 || length > MAX_REFERENCE || !clean {
            note("reference", PaymentFault::Reference);
        }
        let request = self.request.parse().ok();
        match (request, partner, received_on, amount) {
            (Some(request), Some(partner), Some(received_on), Some(amount))
                if fields.is_empty() =>
            {
                Ok(RecordPayment { request, partner, received_on, amount, reference })
            }
            _ => Err(Problem::Invalid { fields }),
        }
    }
}

/// The amount in yuan in `text`: above zero, at most two places, grouped or not.
pub(super) fn amount(text: &str) -> Option<Money> {
    let digits: String =
        text.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != ',').collect();
    let (whole, places) = digits.split_once('.').unwrap_or((&digits, "0"));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !number(whole) || !number(places) || places.len() > 2 || whole.len() > 12 {
        return None;
    }
    digits.parse::<Decimal>().ok().and_then(Money::rounded).filter(|sum| *sum > Money::ZERO)
}

/// A partner as the operator who records payments sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debtor {
    /// The partner.
    pub id: PartnerId,
    /// Its registered name.
    pub name: String,
    /// Σ of what is left to pay.
    pub due: Money,
    /// Of it, what should have been paid by now.
    pub overdue: Money,
    /// Paid too much, and not used yet.
    pub credit: Money,
    /// Whether the account is suspended.
    pub suspended: bool,
}

/// What a payment has done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentView {
    /// Numbers of the invoices of which nothing is left to pay now.
    pub cleared: Vec<String>,
    /// Whether the account works again.
    pub reinstated: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_above_zero_and_has_at_most_two_places() {
        for (text, fen) in [
            ("106.06", Some(10_606)),
            ("1,234.5", Some(123_450)),
            ("１２３．４５", Some(12_345)),
            ("0", None),
            ("0.00", None),
            ("-1", None),
            ("1.005", None),
            ("", None),
            ("1e3", None),
            ("9999999999999", None),
        ] {
            assert_eq!(amount(text).map(Money::fen), fen, "{text}");
        }
    }

    #[test]
    fn every_field_at_fault_is_named_at_once() {
        let today: Day = "2019-06-10".parse().expect("a day");
        let request = "00000000-0000-0000-0000-000000000001".to_owned();
        let draft = PaymentDraft {
            request: request.clone(),
            received_on: "2019-06-11".to_owned(),
            ..PaymentDraft::default()
        };
        let Err(Problem::Invalid { fields }) = draft.parse(today) else { panic!("refused") };
        let names: Vec<_> = fields.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(names, ["partner", "received_on", "amount", "reference"]);
        let right = PaymentDraft {
            request: request.clone(),
            partner: request,
            received_on: "2019-06-10".to_owned(),
            amount: "1".to_owned(),
            reference: " TT-1 ".to_owned(),
        };
        assert_eq!(right.parse(today).expect("it is right").reference, "TT-1");
    }
}
