//! Words, numbers and dates in the reader's language.
//!
//! Messages are Fluent files in `locales/<tag>/<feature>.ftl`. The server carries all of
//! them (feature `catalogues`); the browser [`load`]s the one file of its language. The
//! ids are known to the compiler everywhere: [`message!`] with a wrong one does not build.
//!
//! Numbers, money and dates follow the small tables of [`format`](mod@format), so that
//! server and browser write the same.

mod catalogue;
mod fluent;
pub mod format;
mod language;
#[cfg(feature = "catalogues")]
mod letters;
mod locale;
mod message;
#[cfg(feature = "catalogues")]
mod minified;
mod plural;

pub use catalogue::{Unreadable, load};
pub use language::Language;
#[cfg(feature = "catalogues")]
pub use letters::{Letter, letter};
pub use locale::Locale;
pub use message::MessageId;
#[cfg(feature = "catalogues")]
pub use minified::minified;
