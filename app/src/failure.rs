//! What a server function answers when it does not answer.

use domain::error::Error;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why a page or a form did not get what it asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The server said no.
    Refused {
        /// Why.
        error: Error,
        /// Under which id the form is kept, so that nothing typed is lost.
        kept: Option<Uuid>,
    },
    /// The server could not be reached, or what came back could not be read.
    Unreachable,
}

impl Failure {
    /// Why, in the reader's language.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Refused { error, .. } => crate::context::locale().say_error(error),
            Self::Unreachable => t!("page-unreachable"),
        }
    }

    /// Whether nothing was looked at: the session had ended, or the network was gone. What the
    /// reader did is then only on the page.
    #[must_use]
    pub fn ends_before_the_server(&self) -> bool {
        matches!(self, Self::Unreachable | Self::Refused { error: Error::Unauthenticated, .. })
    }

    /// The HTTP status of a page that can only show this.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Refused { error, .. } => status(error),
            Self::Unreachable => 503,
        }
    }
}

/// The HTTP status of `error`.
#[must_use]
pub fn status(error: &Error) -> u16 {
    match error {
        Error::Unauthenticated => 401,
        Error::Forbidden { .. } => 403,
        Error::NotFound { .. } => 404,
        Error::Stale { .. } => 412,
        Error::Invalid { .. } => 400,
        Error::Refused(refusal) => refusal.code.status,
        Error::Unavailable => 503,
        Error::Internal { .. } => 500,
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused { error, kept: None }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused { error, .. } => error.fmt(f),
            Self::Unreachable => f.write_str("the server cannot be reached"),
        }
    }
}

impl std::error::Error for Failure {}

impl FromServerFnError for Failure {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            // What was sent is not what the page sends: an unreadable form, not a defect.
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => unreadable(),
            _ => Self::Unreachable,
        }
    }
}

#[cfg(feature = "ssr")]
fn unreadable() -> Failure {
    crate::ssr::set_status(400);
    Failure::from(Error::Invalid { fields: Vec::new() })
}

/// In the browser it is the answer that could not be read, such as a proxy's page.
#[cfg(not(feature = "ssr"))]
fn unreadable() -> Failure {
    Failure::Unreachable
}
