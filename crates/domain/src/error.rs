//! Why something was not done: one type from the rule to the reader.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::access::Action;
use crate::money::{Money, UnitPrice};
use crate::time::{Day, Instant};

/// What went wrong, in a form that every door can put into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Error {
    /// Nobody is signed in, or the session has ended.
    Unauthenticated,
    /// Signed in, but no role of the caller allows `action`.
    Forbidden {
        /// What was asked for.
        action: Action,
    },
    /// There is none, or none that is the caller's business.
    NotFound {
        /// The kind of thing.
        entity: Entity,
    },
    /// Somebody else changed it first.
    Stale {
        /// The kind of thing.
        entity: Entity,
    },
    /// The input cannot be read: every field at fault at once, in the order of the form.
    Invalid {
        /// The faults.
        fields: Vec<FieldError>,
    },
    /// The input is fine; a rule says no.
    Refused(Refusal),
    /// The database is busy or gone; a retry with the same request id is safe.
    Unavailable,
    /// A defect. The details are in the log, under `reference`.
    Internal {
        /// What the reader can quote.
        reference: String,
    },
}

impl Error {
    /// One field at fault.
    pub fn invalid(field: &str, fault: impl Coded) -> Self {
        Self::Invalid { fields: vec![FieldError::new(field, fault)] }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unauthenticated => f.write_str("not signed in"),
            Self::Forbidden { action } => write!(f, "no right to {action:?}"),
            Self::NotFound { entity } => write!(f, "no such {entity:?}"),
            Self::Stale { entity } => write!(f, "{entity:?} was changed by somebody else"),
            Self::Invalid { fields } => write!(f, "{} fields cannot be read", fields.len()),
            Self::Refused(refusal) => write!(f, "refused: {}", refusal.code.key),
            Self::Unavailable => f.write_str("the database is not available"),
            Self::Internal { reference } => write!(f, "defect {reference}"),
        }
    }
}

impl std::error::Error for Error {}

impl<R: Coded> From<R> for Error {
    fn from(refusal: R) -> Self {
        Self::Refused(Refusal::new(&refusal))
    }
}

/// Kinds of things that can be missing or changed by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entity {
    /// A page or an address.
    Page,
    /// A partner company.
    Partner,
    /// A person who signs in.
    User,
    /// A running sign-in.
    Session,
    /// Something that can be ordered.
    Offer,
    /// A partner's pinned offers.
    PinnedOffers,
    /// A company that uses the services.
    Customer,
    /// A partner's own mark for customers.
    Tag,
    /// A person's named filters of a list.
    SavedView,
    /// What a partner notes about a customer's risk.
    CustomerRisk,
    /// A partner's collections policy.
    CollectionsPolicy,
    /// What a customer has bought.
    Subscription,
    /// The price list of a month.
    PriceList,
    /// What one partner pays instead of the list's price.
    SpecialPrice,
    /// What can be assigned to people.
    Licence,
    /// Licence work on many people at once.
    BulkJob,
    /// An invoice or a credit note.
    Invoice,
    /// A bank transfer that has come in.
    Payment,
    /// Lines of an invoice that a partner disputes.
    Dispute,
    /// A request for the official paper of an invoice.
    Fapiao,
}

/// A fault at one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the draft.
    pub field: String,
    /// What is wrong with it.
    pub refusal: Refusal,
}

impl FieldError {
    /// `fault` at `field`.
    pub fn new(field: &str, fault: impl Coded) -> Self {
        Self { field: field.to_owned(), refusal: Refusal::new(&fault) }
    }
}

/// A published code with what its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Which rule said no.
    pub code: Code,
    /// Arguments of the sentence, by name.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Refusal {
    /// What `reason` says to the world.
    pub fn new(reason: &impl Coded) -> Self {
        let args = reason.args().into_iter().map(|(name, arg)| (Cow::Borrowed(name), arg));
        Self { code: reason.code(), args: args.collect() }
    }
}

/// A published reason: never reused, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The Fluent id of its sentence.
    pub key: Cow<'static, str>,
    /// Its number in the API.
    pub number: u32,
    /// Its HTTP status.
    pub status: u16,
}

impl Code {
    /// A code as it is published.
    #[must_use]
    pub const fn new(key: &'static str, number: u32, status: u16) -> Self {
        Self { key: Cow::Borrowed(key), number, status }
    }
}

/// A reason that has a published code.
pub trait Coded {
    /// The code.
    fn code(&self) -> Code;

    /// What the sentence needs, by the names it uses.
    fn args(&self) -> Vec<(&'static str, Arg)> {
        Vec::new()
    }
}

/// A value inside a sentence; the reader's language formats it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arg {
    /// A count: selects the plural and is grouped.
    Count(i64),
    /// An amount.
    Money(Money),
    /// A price of one unit.
    UnitPrice(UnitPrice),
    /// A calendar day.
    Day(Day),
    /// A moment.
    Instant(Instant),
    /// Words that are shown as they are.
    Text(String),
}
