//! What a change would cost: the next invoice without it against the same invoice with it.
//!
//! Source: domain book, "common-billing-scenarios" (estimator).

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::line::Line;
use crate::error::{Code, Coded};
use crate::ids::{CustomerId, OfferId, RequestId, SubscriptionId};
use crate::money::Money;
use crate::orders::{AddOnDraft, OrderAddOn, OrderDraft, PlaceOrder};
use crate::subscriptions::{
    ChangeQuantity, QuantityDraft, Reactivate, Suspend, SuspendReason, Target, Upgrade,
    UpgradeDraft,
};
use crate::time::Day;

/// What one subscription comes to on an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Which; `None` for what the change would create.
    pub subscription: Option<SubscriptionId>,
    /// Of what.
    pub offer: OfferId,
    /// What the partner calls it.
    pub nickname: Option<String>,
    /// Its lines in the order of the invoice.
    pub lines: Vec<Line>,
}

/// A line that a change causes, or keeps from being charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeseenLine {
    /// Of which subscription; `None` for what the change would create.
    pub subscription: Option<SubscriptionId>,
    /// What the subscription is called in the reader's language.
    pub name: String,
    /// Whether the change causes it; the others come in any case.
    pub caused: bool,
    /// The charge with its figures.
    pub line: Line,
}

/// What a change would do to the next invoice, of the subscriptions that it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIf {
    /// The date of that invoice.
    pub on: Day,
    /// All of their lines with the change, in the order of the invoice.
    pub lines: Vec<ForeseenLine>,
    /// Lines that would be there without the change.
    pub instead_of: Vec<ForeseenLine>,
    /// Σ of the lines without the change, tax included.
    pub without: Money,
    /// Σ of the lines with it, tax included.
    pub with: Money,
    /// What the change may be agreed to with.
    pub token: WhatIfToken,
}

impl WhatIf {
    /// How much more the invoice asks for; negative for less.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.with - self.without
    }
}

/// The shares that differ: as they would be, and what is no longer in them.
///
/// `name` says what a share's subscription is called.
#[must_use]
pub fn compare(
    without: &[Share],
    with: &[Share],
    name: impl Fn(&Share) -> String,
) -> (Vec<ForeseenLine>, Vec<ForeseenLine>) {
    let (mut lines, mut instead_of) = (Vec::new(), Vec::new());
    let before = |share: &Share| {
        let same =
            |one: &&Share| share.subscription.is_some() && one.subscription == share.subscription;
        without.iter().find(same).map_or(&[][..], |found| &found.lines)
    };
    for share in with {
        let mut left = before(share).to_vec();
        if left == share.lines {
            continue;
        }
        let told = |line: &Line, caused| ForeseenLine {
            subscription: share.subscription,
            name: name(share),
            caused,
            line: *line,
        };
        for line in &share.lines {
            let known = left.iter().position(|one| one == line);
            if let Some(place) = known {
                left.remove(place);
            }
            lines.push(told(line, known.is_none()));
        }
        instead_of.extend(left.iter().map(|line| told(line, true)));
    }
    (lines, instead_of)
}

/// Σ of the totals of `lines`.
#[must_use]
pub fn total<'a>(lines: impl IntoIterator<Item = &'a ForeseenLine>) -> Money {
    lines.into_iter().map(|line| line.line.money.total()).sum()
}

/// Stands for exactly the lines that a reader was shown: it changes with any of them, with the day,
/// and with what is to be changed. 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WhatIfToken(String);

impl WhatIfToken {
    /// Of the hash `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8; 32]) -> Self {
        Self(bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }

    /// What a form sends; `None` if it sends none. What is none stands for nothing that was shown.
    #[must_use]
    pub fn sent(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.chars().take(64).collect()))
    }

    /// As a form sends it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A change, and the lines that whoever asks for it was shown, if any were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed<T> {
    /// What is asked for.
    #[serde(flatten)]
    pub wanted: T,
    /// Stands for the lines: others are not agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<WhatIfToken>,
}

impl<T> Agreed<T> {
    /// `wanted`, with the lines that `token` stands for.
    #[must_use]
    pub const fn to(wanted: T, token: Option<WhatIfToken>) -> Self {
        Self { wanted, token }
    }
}

impl<T> From<T> for Agreed<T> {
    fn from(wanted: T) -> Self {
        Self::to(wanted, None)
    }
}

/// The lines are no longer those that were shown; nothing has been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatIfChanged;

impl Coded for WhatIfChanged {
    fn code(&self) -> Code {
        Code::new("err-whatif-changed", 2055, 409)
    }
}

/// A change whose cost is asked for, as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProposalDraft {
    /// Another quantity.
    Quantity(QuantityDraft),
    /// A suspension.
    Suspend(Target),
    /// The way back.
    Reactivate(Target),
    /// An upgrade.
    Upgrade(UpgradeDraft),
    /// An add-on.
    AddOn(AddOnDraft),
    /// An order.
    Order(OrderDraft),
}

/// A change whose cost is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// Another quantity.
    Quantity(ChangeQuantity),
    /// A suspension.
    Suspend(Suspend),
    /// The way back.
    Reactivate(Reactivate),
    /// An upgrade.
    Upgrade(Upgrade),
    /// An add-on.
    AddOn(OrderAddOn),
    /// An order.
    Order(PlaceOrder),
}

impl ProposalDraft {
    /// The proposal, if it can be read.
    ///
    /// # Errors
    ///
    /// As the drafts' own `parse`.
    pub fn parse(self) -> Result<Proposal, crate::error::Error> {
        Ok(match self {
            Self::Quantity(draft) => Proposal::Quantity(draft.parse()?),
            // Whatever the reason: the bill does not ask for it.
            Self::Suspend(target) => {
                let reason = SuspendReason::CustomerRequest;
                Proposal::Suspend(Suspend { target, reason, note: None })
            }
            Self::Reactivate(target) => Proposal::Reactivate(Reactivate { target }),
            Self::Upgrade(draft) => Proposal::Upgrade(draft.parse()?),
            Self::AddOn(draft) => Proposal::AddOn(draft.parse()?),
            Self::Order(draft) => Proposal::Order(draft.parse()?),
        })
    }
}

/// What of a change its lines depend on, and whose attempt it is.
pub trait Proposed {
    /// This attempt.
    fn request(&self) -> RequestId;
    /// Whose.
    fn customer(&self) -> CustomerId;
    /// What is changed, and from which version on: the same text for the same change, whoever asks.
    fn subject(&self) -> String;
}

fn target(target: &Target) -> String {
    format!("{} {}", target.subscription, target.seen)
}

macro_rules! charged_target {
    ($($name:ty, |$one:ident| $subject:expr;)*) => {
        $(impl Proposed for $name {
            fn request(&self) -> RequestId {
                self.target.request
            }

            fn customer(&self) -> CustomerId {
                self.target.customer
            }

            fn subject(&self) -> String {
                let $one = self;
                $subject
            }
        })*
    };
}

charged_target! {
    ChangeQuantity, |one| format!("{} {}", target(&one.target), one.quantity);
    Suspend, |one| target(&one.target);
    Reactivate, |one| target(&one.target);
    Upgrade, |one| format!("{} {} {}", target(&one.target), one.offer, one.quantity);
}

impl Proposed for OrderAddOn {
    fn request(&self) -> RequestId {
        self.request
    }

    fn customer(&self) -> CustomerId {
        self.customer
    }

    fn subject(&self) -> String {
        format!("{} {} {}", self.parent, self.line.offer, self.line.quantity)
    }
}

impl Proposed for PlaceOrder {
    fn request(&self) -> RequestId {
        self.request
    }

    fn customer(&self) -> CustomerId {
        self.customer
    }

    fn subject(&self) -> String {
        let lines = self.lines.iter().map(|line| format!("{} {}", line.offer, line.quantity));
        lines.collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::billing::{BillingDay, Dated, History, Percent, Terms, VatRate, lines};
    use crate::money::UnitPrice;

    fn day(text: &str) -> Day {
        text.parse().expect("the tests write dates")
    }

    /// Ordered on 2 June 2019, on the invoice of 15 June.
    fn share(number: Option<u128>, seats: u32) -> Share {
        let billed = BillingDay::new(15).expect("a day of every month");
        let terms = Terms::of_order(day("2019-06-02"), billed, Percent::ZERO);
        let history = History::new(terms, seats, UnitPrice::from_stored(420_000));
        let period = billed.period_of(day("2019-06-15"));
        let vat = Dated::always(VatRate::default());
        Share {
            subscription: number.map(|number| Uuid::from_u128(number).into()),
            offer: Uuid::from_u128(9).into(),
            nickname: None,
            lines: lines(&history, period, &vat).expect("small"),
        }
    }

    fn seats(lines: &[ForeseenLine]) -> Vec<u32> {
        lines.iter().map(|one| one.line.quantity).collect()
    }

    #[test]
    fn only_what_differs_is_told() {
        let without = [share(Some(1), 5), share(Some(2), 7)];
        let with = [share(Some(1), 5), share(Some(2), 8), share(None, 3)];
        let (lines, instead_of) = compare(&without, &with, |_| "E1".to_owned());
        assert_eq!((seats(&lines), seats(&instead_of)), (vec![8, 3], vec![7]));
        assert!(lines.iter().all(|one| one.caused));
        assert_eq!(total(&lines).fen(), 11 * 4_452);
        let (lines, instead_of) = compare(&with, &with[..2], |_| String::new());
        assert!(lines.is_empty() && instead_of.is_empty());
    }

    #[test]
    fn a_line_that_comes_in_any_case_is_not_caused_but_counted_once() {
        let before = share(Some(1), 5);
        let mut after = before.clone();
        after.lines.extend(before.lines.clone());
        let (lines, instead_of) = compare(&[before], &[after], |_| String::new());
        assert_eq!(lines.iter().map(|one| one.caused).collect::<Vec<_>>(), [false, true]);
        assert!(instead_of.is_empty());
    }

    #[test]
    fn a_token_is_sent_or_not() {
        assert_eq!(WhatIfToken::sent(" "), None);
        let token = WhatIfToken::of(&[0xab; 32]);
        assert_eq!(token.as_str(), "ab".repeat(32));
        assert_eq!(WhatIfToken::sent(&format!(" {} ", token.as_str())), Some(token));
        // Whatever else is sent agrees to nothing that was shown.
        assert_eq!(WhatIfToken::sent(&"x".repeat(99)).map(|sent| sent.as_str().len()), Some(64));
    }
}
