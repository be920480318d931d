//! The forms about disputes: as they are sent, and what they ask for.

use serde::{Deserialize, Serialize};

use super::{
    Decision, DisputeFault, DisputeReason, LONGEST_TEXT, LinePlace, MOST_LINES, SHORTEST_TEXT,
};
use crate::billing::payment::amount;
use crate::customers::Faults;
use crate::error::Error;
use crate::ids::{DisputeId, InvoiceId, RequestId};
use crate::input;
use crate::money::Money;
use crate::time::Day;

/// The form that disputes lines, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RaiseDisputeDraft {
    /// This attempt.
    pub request: String,
    /// The invoice.
    pub invoice: String,
    /// Places of the lines.
    pub lines: Vec<String>,
    /// In yuan.
    pub amount: String,
    /// One of the five.
    pub reason: String,
    /// What is wrong, in words.
    pub text: String,
}

/// Disputes lines of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaiseDispute {
    /// This attempt.
    pub request: RequestId,
    /// The invoice.
    pub invoice: InvoiceId,
    /// Places of the lines, each once, in order.
    pub lines: Vec<LinePlace>,
    /// What is to be given back, tax included.
    pub amount: Money,
    /// What is wrong.
    pub reason: DisputeReason,
    /// The same in words.
    pub text: String,
}

impl RaiseDisputeDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<RaiseDispute, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| DisputeFault::Unreadable);
        let request = faults.read("request", request);
        let invoice = self.invoice.parse().map_err(|_| DisputeFault::Unreadable);
        let invoice = faults.read("invoice", invoice);
        let lines = faults.read("lines", lines(&self.lines));
        let amount = faults.read("amount", amount(&self.amount).ok_or(DisputeFault::Amount));
        let reason = self.reason.parse().map_err(|_| DisputeFault::Reason);
        let reason = faults.read("reason", reason);
        let text = faults.read("text", input::paragraphs(&self.text, LONGEST_TEXT));
        let long = |text: &String| text.chars().count() >= SHORTEST_TEXT;
        let text = text.and_then(|text| {
            faults.read("text", Some(text).filter(long).ok_or(DisputeFault::TooShort))
        });
        let read = (|| {
            let (request, invoice, lines) = (request?, invoice?, lines?);
            Some(RaiseDispute {
                request,
                invoice,
                lines,
                amount: amount?,
                reason: reason?,
                text: text?,
            })
        })();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

fn lines(typed: &[String]) -> Result<Vec<LinePlace>, DisputeFault> {
    let places: Result<Vec<LinePlace>, _> = typed.iter().map(|place| place.parse()).collect();
    let mut places = places?;
    places.sort_unstable();
    places.dedup();
    match places.len() {
        0 => Err(DisputeFault::Lines),
        1..=MOST_LINES => Ok(places),
        _ => Err(DisputeFault::TooMany),
    }
}

/// The form that decides a dispute, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DecideDisputeDraft {
    /// This attempt.
    pub request: String,
    /// Which dispute.
    pub id: String,
    /// The version that the reader saw.
    pub version: String,
    /// `accept` or `refuse`.
    pub decision: String,
    /// In yuan, if something is given back.
    pub amount: String,
    /// What the partner is told.
    pub answer: String,
}

/// Decides a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideDispute {
    /// This attempt.
    pub request: RequestId,
    /// Which dispute.
    pub id: DisputeId,
    /// The version that the reader saw.
    pub seen: i64,
    /// How.
    pub decision: Decision,
    /// What the partner is told.
    pub answer: String,
}

impl DecideDisputeDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<DecideDispute, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| DisputeFault::Unreadable);
        let request = faults.read("request", request);
        let id = faults.read("id", self.id.parse().map_err(|_| DisputeFault::Unreadable));
        let seen = self.version.parse().map_err(|_| DisputeFault::Unreadable);
        let seen = faults.read("version", seen);
        let decision = match self.decision.as_str() {
            "accept" => {
                let amount = amount(&self.amount).ok_or(DisputeFault::Amount);
                faults.read("amount", amount).map(Decision::Accept)
            }
            "refuse" => Some(Decision::Refuse),
            _ => faults.read("decision", Err(DisputeFault::Unreadable)),
        };
        let answer = faults.read("answer", input::paragraphs(&self.answer, LONGEST_TEXT));
        let read = (|| {
            let (request, id, seen) = (request?, id?, seen?);
            Some(DecideDispute { request, id, seen, decision: decision?, answer: answer? })
        })();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

/// The form that closes a dispute, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CloseDisputeDraft {
    /// This attempt.
    pub request: String,
    /// Which dispute.
    pub id: String,
    /// The version that the reader saw.
    pub version: String,
    /// The day on which the customer was told.
    pub informed_on: String,
}

/// Closes a dispute: the customer knows how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseDispute {
    /// This attempt.
    pub request: RequestId,
    /// Which dispute.
    pub id: DisputeId,
    /// The version that the reader saw.
    pub seen: i64,
    /// The day on which the customer was told.
    pub informed_on: Day,
}

impl CloseDisputeDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<CloseDispute, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| DisputeFault::Unreadable);
        let request = faults.read("request", request);
        let id = faults.read("id", self.id.parse().map_err(|_| DisputeFault::Unreadable));
        let seen = self.version.parse().map_err(|_| DisputeFault::Unreadable);
        let seen = faults.read("version", seen);
        let day = self.informed_on.trim().parse().map_err(|_| DisputeFault::InformedOn);
        let day = faults.read("informed_on", day);
        let read =
            (|| Some(CloseDispute { request: request?, id: id?, seen: seen?, informed_on: day? }))(
            );
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    fn draft(text: String) -> RaiseDisputeDraft {
        RaiseDisputeDraft {
            request: ID.to_owned(),
            invoice: ID.to_owned(),
            lines: ["u3", "1", "u3"].map(str::to_owned).to_vec(),
            amount: "53".to_owned(),
            reason: "price".to_owned(),
            text,
        }
    }

    #[test]
    fn a_text_has_ten_to_four_thousand_characters() {
        for (length, right) in [(9, false), (10, true), (4000, true), (4001, false)] {
            assert_eq!(draft("𠮷".repeat(length)).parse().is_ok(), right, "{length}");
        }
        let wanted = draft("1234567890".to_owned()).parse().expect("it is right");
        assert_eq!(
            (wanted.lines, wanted.amount.fen()),
            (vec![LinePlace::license(1), LinePlace::usage(3)], 5_300)
        );
    }

    #[test]
    fn a_dispute_is_about_one_to_a_hundred_and_fifty_lines() {
        for (count, right) in [(0, false), (1, true), (150, true), (151, false)] {
            let places: Vec<_> = (1..=count).map(|place| place.to_string()).collect();
            assert_eq!(lines(&places).is_ok(), right, "{count}");
        }
    }

    #[test]
    fn every_field_at_fault_is_named_at_once() {
        let names = |error| match error {
            Error::Invalid { fields } => fields.into_iter().map(|fault| fault.field).collect(),
            _ => Vec::new(),
        };
        let raised = RaiseDisputeDraft::default().parse().expect_err("nothing is there");
        assert_eq!(names(raised), ["request", "invoice", "lines", "amount", "reason", "text"]);
        let decided = DecideDisputeDraft { decision: "accept".to_owned(), ..Default::default() };
        let decided = decided.parse().expect_err("nothing is there");
        assert_eq!(names(decided), ["request", "id", "version", "amount"]);
        let closed = CloseDisputeDraft::default().parse().expect_err("nothing is there");
        assert_eq!(names(closed), ["request", "id", "version", "informed_on"]);
    }
}
