//! Why something cannot be done with a customer.

use thiserror::Error;

use crate::error::{Arg, Code, Coded};
use crate::ids::CustomerId;

/// Why a customer cannot be created or changed as asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CustomerFault {
    /// Another company has the initial domain.
    #[error("the domain is taken")]
    DomainTaken,
    /// The initial domain is for ever.
    #[error("the initial domain cannot be changed")]
    DomainFixed,
    /// One of the partner's own customers has the same credit code, and nobody confirmed that
    /// another is wanted.
    #[error("a customer with this credit code exists")]
    UsccKnown {
        /// That customer, for a link.
        id: CustomerId,
        /// Its name.
        name: String,
    },
    /// None of the segments.
    #[error("no segment")]
    Segment,
    /// A segment that needs a reason has none.
    #[error("no qualification")]
    Qualification,
    /// None of the languages of mails.
    #[error("no language of mails")]
    Language,
    /// The customer agreement was not accepted.
    #[error("the customer agreement was not accepted")]
    Agreement,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for CustomerFault {
    fn code(&self) -> Code {
        match self {
            Self::DomainTaken => Code::new("err-domain-taken", 3000, 400),
            Self::DomainFixed => Code::new("err-domain-fixed", 3000, 400),
            Self::UsccKnown { .. } => Code::new("err-uscc-known", 3000, 400),
            Self::Segment => Code::new("err-customer-segment", 3000, 400),
            Self::Qualification => Code::new("err-customer-qualification", 3000, 400),
            Self::Language => Code::new("err-customer-language", 3000, 400),
            Self::Agreement => Code::new("err-customer-agreement", 3000, 400),
            Self::Unreadable => Code::new("err-customer-unreadable", 3000, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::UsccKnown { id, name } => {
                vec![("name", Arg::Text(name.clone())), ("id", Arg::Text(id.to_string()))]
            }
            Self::DomainTaken
            | Self::DomainFixed
            | Self::Segment
            | Self::Qualification
            | Self::Language
            | Self::Agreement
            | Self::Unreadable => Vec::new(),
        }
    }
}
