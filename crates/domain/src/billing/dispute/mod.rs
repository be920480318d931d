//! Lines of an invoice that a partner disputes: who may raise what until when, what the operator
//! may decide, and when it is over.
//!
//! Source: domain book, "provide-billing-support" (fields and rules).

mod drafts;
mod place;
mod views;

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use drafts::{
    CloseDispute, CloseDisputeDraft, DecideDispute, DecideDisputeDraft, RaiseDispute,
    RaiseDisputeDraft,
};
pub use place::LinePlace;
pub use views::{
    CustomerBill, CustomerBills, DisputableView, DisputeLineView, DisputeSummary, DisputeView,
    DisputesQuery, DisputesView,
};

use crate::error::{Arg, Code, Coded, Error};
use crate::money::Money;
use crate::time::{Day, days_after};
use crate::words::words;

/// Days from the date of an invoice in which its lines can be disputed.
pub const DISPUTE_DAYS: u64 = 90;

/// Most lines of one dispute: so many can be told apart, and fit into an address.
pub const MOST_LINES: usize = 150;

/// Months of invoices that a partner sees together who answers a customer's questions.
pub const SUPPORT_MONTHS: u32 = 3;

/// Fewest characters of what a partner writes.
const SHORTEST_TEXT: usize = 10;

/// Most characters of what either side writes.
const LONGEST_TEXT: u32 = 4000;

words! {
    /// What is wrong with the lines, as the partner sees it.
    DisputeReason {
        /// More licences were charged than there were.
        Quantity = "quantity",
        /// Another price was charged than the one of the list.
        Price = "price",
        /// What was charged had been cancelled.
        Cancelled = "cancelled",
        /// The tax is wrong.
        Tax = "tax",
        /// Something else; the text says what.
        Other = "other",
    }
    /// How far a dispute has come.
    DisputeStatus {
        /// The operator has not decided yet.
        Open = "open",
        /// The operator gives back all of it or a part.
        Accepted = "accepted",
        /// The operator gives nothing back.
        Refused = "refused",
        /// Decided, and the customer knows.
        Closed = "closed",
    }
}

/// What is wrong with a form about a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DisputeFault {
    /// No line of the invoice, or one that costs nothing.
    #[error("no line that costs something")]
    Lines,
    /// More lines than one dispute can be about.
    #[error("more than {MOST_LINES} lines")]
    TooMany,
    /// No amount in yuan above zero with at most two places.
    #[error("no amount")]
    Amount,
    /// More than the lines have cost, or than was asked for.
    #[error("more than {most}")]
    TooMuch {
        /// The most that can be asked for or given back.
        most: Money,
    },
    /// None of the five reasons.
    #[error("no reason")]
    Reason,
    /// Fewer than ten characters.
    #[error("too short")]
    TooShort,
    /// Less is given back than was asked for, and nobody says why.
    #[error("no answer")]
    Answer,
    /// No day from the decision to today.
    #[error("no day since the decision")]
    InformedOn,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for DisputeFault {
    fn code(&self) -> Code {
        let key = match self {
            Self::Lines => "err-dispute-lines",
            Self::TooMany => "err-dispute-too-many",
            Self::Amount => "err-dispute-amount",
            Self::TooMuch { .. } => "err-dispute-too-much",
            Self::Reason => "err-dispute-reason",
            Self::TooShort => "err-dispute-text",
            Self::Answer => "err-dispute-answer",
            Self::InformedOn => "err-dispute-informed",
            Self::Unreadable => "err-dispute-unreadable",
        };
        Code::new(key, 3000, 400)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::TooMuch { most } => vec![("most", Arg::Money(most))],
            Self::TooShort => vec![("min", Arg::Count(10))],
            Self::TooMany => {
                vec![("most", Arg::Count(i64::try_from(MOST_LINES).unwrap_or(i64::MAX)))]
            }
            _ => Vec::new(),
        }
    }
}

/// Why something cannot be done with a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DisputeRefusal {
    /// The invoice is too old.
    #[error("lines could be disputed until {until}")]
    Late {
        /// The last day on which it was possible.
        until: Day,
    },
    /// A line is in a dispute that is open or was accepted.
    #[error("a line is disputed already")]
    Taken,
    /// It has been decided.
    #[error("it is decided")]
    Decided,
    /// It has not been decided, or is closed.
    #[error("it is not decided, or closed")]
    NotToBeClosed,
}

impl Coded for DisputeRefusal {
    fn code(&self) -> Code {
        let key = match self {
            Self::Late { .. } => "err-dispute-late",
            Self::Taken => "err-dispute-taken",
            Self::Decided => "err-dispute-decided",
            Self::NotToBeClosed => "err-dispute-not-decided",
        };
        Code::new(key, 3000, 409)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::Late { until } => vec![("day", Arg::Day(until))],
            Self::Taken | Self::Decided | Self::NotToBeClosed => Vec::new(),
        }
    }
}

/// The last day on which lines of the invoice of `date` can be disputed.
#[must_use]
pub fn last_day_to_dispute(date: Day) -> Day {
    days_after(date, DISPUTE_DAYS)
}

/// A line that is to be disputed, as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contested {
    /// What it has cost, tax included.
    pub total: Money,
    /// Whether it is in a dispute that is open or was accepted.
    pub taken: bool,
}

/// Whether `amount` of `lines` of the invoice of `date` can be disputed on `today`.
///
/// # Errors
///
/// [`DisputeRefusal::Late`] and [`DisputeRefusal::Taken`]; [`DisputeFault::Lines`] at `lines`,
/// [`DisputeFault::TooMuch`] at `amount`.
pub fn check_dispute(
    (date, today): (Day, Day),
    lines: &[Contested],
    amount: Money,
) -> Result<(), Error> {
    let until = last_day_to_dispute(date);
    if today > until {
        return Err(DisputeRefusal::Late { until }.into());
    }
    if lines.is_empty() || lines.iter().any(|line| line.total <= Money::ZERO) {
        return Err(Error::invalid("lines", DisputeFault::Lines));
    }
    if lines.iter().any(|line| line.taken) {
        return Err(DisputeRefusal::Taken.into());
    }
    let most = lines.iter().map(|line| line.total).sum();
    if amount > most {
        return Err(Error::invalid("amount", DisputeFault::TooMuch { most }));
    }
    Ok(())
}

/// What the operator decides, with its answer to the partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// This much is given back, tax included.
    Accept(Money),
    /// Nothing is given back.
    Refuse,
}

impl Decision {
    /// The status of a dispute over `asked` that is `status` now, once this is decided with
    /// `answer`.
    ///
    /// # Errors
    ///
    /// [`DisputeRefusal::Decided`] unless it is open; [`DisputeFault::TooMuch`] at `amount`;
    /// [`DisputeFault::Answer`] at `answer` if less than all is given back without a word.
    pub fn on(
        &self,
        status: DisputeStatus,
        asked: Money,
        answer: &str,
    ) -> Result<DisputeStatus, Error> {
        if status != DisputeStatus::Open {
            return Err(DisputeRefusal::Decided.into());
        }
        let (given, next) = match *self {
            Self::Accept(amount) => (amount, DisputeStatus::Accepted),
            Self::Refuse => (Money::ZERO, DisputeStatus::Refused),
        };
        if given > asked {
            return Err(Error::invalid("amount", DisputeFault::TooMuch { most: asked }));
        }
        if given < asked && answer.is_empty() {
            return Err(Error::invalid("answer", DisputeFault::Answer));
        }
        Ok(next)
    }
}

impl DisputeStatus {
    /// The status of a dispute decided on `decided`, once the customer was informed on
    /// `informed_on`; `today` is the last day on which that can have been.
    ///
    /// # Errors
    ///
    /// [`DisputeRefusal::NotToBeClosed`] unless it is decided and not closed;
    /// [`DisputeFault::InformedOn`] at `informed_on`.
    pub fn closed(
        self,
        (decided, today): (Option<Day>, Day),
        informed_on: Day,
    ) -> Result<Self, Error> {
        let (Self::Accepted | Self::Refused, Some(decided)) = (self, decided) else {
            return Err(DisputeRefusal::NotToBeClosed.into());
        };
        if (decided..=today).contains(&informed_on) {
            Ok(Self::Closed)
        } else {
            Err(Error::invalid("informed_on", DisputeFault::InformedOn))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    fn line(fen: i64) -> Contested {
        Contested { total: Money::from_fen(fen), taken: false }
    }

    #[test]
    fn lines_can_be_disputed_for_ninety_days() {
        let date = day("2019-06-15");
        let check = |today: &str| check_dispute((date, day(today)), &[line(1)], Money::from_fen(1));
        assert_eq!(check("2019-09-13"), Ok(()));
        let late = DisputeRefusal::Late { until: day("2019-09-13") };
        assert_eq!(check("2019-09-14"), Err(late.into()));
    }

    #[test]
    fn no_more_can_be_disputed_than_the_lines_have_cost() {
        let days = (day("2019-06-15"), day("2019-06-15"));
        let lines = [line(106), line(53)];
        assert_eq!(check_dispute(days, &lines, Money::from_fen(159)), Ok(()));
        let most = Money::from_fen(159);
        assert_eq!(
            check_dispute(days, &lines, Money::from_fen(160)),
            Err(Error::invalid("amount", DisputeFault::TooMuch { most }))
        );
        for lines in [&[][..], &[line(0)], &[line(5), line(-5)]] {
            assert_eq!(
                check_dispute(days, lines, Money::from_fen(1)),
                Err(Error::invalid("lines", DisputeFault::Lines))
            );
        }
        let taken = [Contested { taken: true, ..line(5) }];
        assert_eq!(
            check_dispute(days, &taken, Money::from_fen(1)),
            Err(DisputeRefusal::Taken.into())
        );
    }

    #[test]
    fn whoever_gives_less_back_says_why() {
        let (asked, open) = (Money::from_fen(5_300), DisputeStatus::Open);
        let accept = |fen: i64| Decision::Accept(Money::from_fen(fen));
        assert_eq!(accept(5_300).on(open, asked, ""), Ok(DisputeStatus::Accepted));
        assert_eq!(accept(5_299).on(open, asked, "a fen"), Ok(DisputeStatus::Accepted));
        assert_eq!(Decision::Refuse.on(open, asked, "no"), Ok(DisputeStatus::Refused));
        let wordless = Err(Error::invalid("answer", DisputeFault::Answer));
        assert_eq!(accept(5_299).on(open, asked, ""), wordless);
        assert_eq!(Decision::Refuse.on(open, asked, ""), wordless);
        assert_eq!(
            accept(5_301).on(open, asked, "more"),
            Err(Error::invalid("amount", DisputeFault::TooMuch { most: asked }))
        );
        for status in [DisputeStatus::Accepted, DisputeStatus::Refused, DisputeStatus::Closed] {
            assert_eq!(
                accept(5_300).on(status, asked, ""),
                Err(DisputeRefusal::Decided.into()),
                "{status}"
            );
        }
    }

    #[test]
    fn it_is_closed_once_it_is_decided_and_the_customer_knows() {
        let days = (Some(day("2019-07-01")), day("2019-07-03"));
        for status in [DisputeStatus::Accepted, DisputeStatus::Refused] {
            for known in ["2019-07-01", "2019-07-03"] {
                assert_eq!(status.closed(days, day(known)), Ok(DisputeStatus::Closed));
            }
            for not_yet in ["2019-06-30", "2019-07-04"] {
                assert_eq!(
                    status.closed(days, day(not_yet)),
                    Err(Error::invalid("informed_on", DisputeFault::InformedOn))
                );
            }
        }
        for (status, decided) in [(DisputeStatus::Open, None), (DisputeStatus::Closed, days.0)] {
            assert_eq!(
                status.closed((decided, days.1), days.1),
                Err(DisputeRefusal::NotToBeClosed.into())
            );
        }
    }
}
