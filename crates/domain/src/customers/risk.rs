//! What a partner notes about a customer that may not pay.
//!
//! Source: domain book, "non-payment-fraud-or-misuse".

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::profile::Faults;
use crate::error::{Code, Coded, Error};
use crate::ids::{CustomerId, RequestId};
use crate::input;
use crate::money::Money;
use crate::text::half_width;
use crate::time::Instant;

/// Most characters of the notes and of the policy.
const TEXT: u32 = 4000;

/// The highest credit limit, in fen: below 10 billion yuan.
const HIGHEST: i64 = 999_999_999_999;

/// Why a note about a risk cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RiskFault {
    /// No amount in yuan with at most two places.
    #[error("no amount")]
    CreditLimit,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for RiskFault {
    fn code(&self) -> Code {
        match self {
            Self::CreditLimit => Code::new("err-credit-limit", 3000, 400),
            Self::Unreadable => Code::new("err-risk-unreadable", 3000, 400),
        }
    }
}

/// What a partner has noted about a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Risk {
    /// Own words.
    pub notes: String,
    /// Whether the customer is late with payments to the partner.
    pub overdue: bool,
    /// Up to which amount the partner lets the customer owe; `None` is no limit.
    pub credit_limit: Option<Money>,
}

/// The risk panel of a customer, for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskView {
    /// What was noted.
    pub risk: Risk,
    /// The version to send back with a change; 0 before the first.
    pub version: i64,
    /// Who noted it last, and when.
    pub changed: Option<(String, Instant)>,
    /// The partner's collections policy: shown to agents before they suspend.
    pub policy: String,
    /// The version of the policy; 0 before the first.
    pub policy_version: i64,
    /// Whether the reader may change either.
    pub may_change: bool,
}

/// The form of the risk panel, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaveRiskDraft {
    /// This attempt.
    pub request: String,
    /// Which customer.
    pub customer: String,
    /// The version that the reader saw.
    pub version: String,
    /// Own words.
    pub notes: String,
    /// `yes` if the customer is late.
    pub overdue: String,
    /// In yuan; nothing for no limit.
    pub credit_limit: String,
}

/// Replaces what was noted about a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveRisk {
    /// This attempt.
    pub request: RequestId,
    /// Which customer.
    pub customer: CustomerId,
    /// The version that the reader saw.
    pub seen: i64,
    /// What is noted from now on.
    pub risk: Risk,
}

impl SaveRiskDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<SaveRisk, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| RiskFault::Unreadable);
        let request = faults.read("request", request);
        let customer = self.customer.parse().map_err(|_| RiskFault::Unreadable);
        let customer = faults.read("customer", customer);
        let seen = self.version.parse().map_err(|_| RiskFault::Unreadable);
        let seen = faults.read("version", seen);
        let notes = faults.read("notes", input::paragraphs(&self.notes, TEXT));
        let credit_limit = faults.read("credit_limit", amount(&self.credit_limit));
        let overdue = self.overdue == "yes";
        let read = (|| {
            let risk = Risk { notes: notes?, overdue, credit_limit: credit_limit? };
            Some(SaveRisk { request: request?, customer: customer?, seen: seen?, risk })
        })();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

/// The amount in yuan in `text`, without a sign and with at most two places; `None` if there is
/// none. Spaces and commas between digits are taken for grouping.
fn amount(text: &str) -> Result<Option<Money>, RiskFault> {
    let digits: String =
        text.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() {
        return Ok(None);
    }
    let (whole, places) = digits.split_once('.').unwrap_or((&digits, "0"));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !number(whole) || !number(places) || places.len() > 2 {
        return Err(RiskFault::CreditLimit);
    }
    let yuan: Decimal = digits.parse().map_err(|_| RiskFault::CreditLimit)?;
    let amount = Money::rounded(yuan).filter(|amount| amount.fen() <= HIGHEST);
    amount.map(Some).ok_or(RiskFault::CreditLimit)
}

/// The form of the collections policy, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavePolicyDraft {
    /// This attempt.
    pub request: String,
    /// The version that the reader saw.
    pub version: String,
    /// The policy.
    pub policy: String,
}

/// Replaces the partner's collections policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavePolicy {
    /// This attempt.
    pub request: RequestId,
    /// The version that the reader saw.
    pub seen: i64,
    /// The policy from now on.
    pub policy: String,
}

impl SavePolicyDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<SavePolicy, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| RiskFault::Unreadable);
        let request = faults.read("request", request);
        let seen = self.version.parse().map_err(|_| RiskFault::Unreadable);
        let seen = faults.read("version", seen);
        let policy = faults.read("policy", input::paragraphs(&self.policy, TEXT));
        let read = (|| Some(SavePolicy { request: request?, seen: seen?, policy: policy? }))();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_credit_limit_is_an_amount_with_at_most_two_places() {
        for (text, fen) in [
            ("", None),
            ("0", Some(0)),
            ("1500", Some(150_000)),
            ("1,500.5", Some(150_050)),
            ("１５００．０１", Some(150_001)),
            ("1 500", Some(150_000)),
            ("9999999999.99", Some(HIGHEST)),
        ] {
            assert_eq!(amount(text), Ok(fen.map(Money::from_fen)), "{text}");
        }
        for text in [
            "-1",
            "+1",
            "1.001",
            "1.",
            ".5",
            "1e3",
            "¥1",
            "一",
            "10000000000",
            "9".repeat(40).as_str(),
        ] {
            assert_eq!(amount(text), Err(RiskFault::CreditLimit), "{text}");
        }
    }

    #[test]
    fn notes_may_have_lines_but_not_be_endless() {
        let id = Uuid::nil().to_string();
        let draft = |notes: String| SaveRiskDraft {
            request: id.clone(),
            customer: id.clone(),
            version: "0".into(),
            notes,
            ..SaveRiskDraft::default()
        };
        assert_eq!(draft("a\r\nb".into()).parse().unwrap().risk.notes, "a\nb");
        assert!(draft("𠮷".repeat(4000)).parse().is_ok());
        assert!(draft("𠮷".repeat(4001)).parse().is_err());
    }
}
