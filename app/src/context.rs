//! What a page knows of its reader: made once per page load, the same on server and browser.

use domain::access::{Action, Surface};
use domain::account::{Actor, Viewer};
use domain::error::Error;
use domain::ids::UserId;
use domain::licences::TemporaryPassword;
use domain::time::Day;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
pub use crate::words::locale;

/// What every page of one load shares. A change of any of it is a new page load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageContext {
    /// Where the reader is.
    pub surface: Surface,
    /// Who the reader is, with a complete session.
    pub viewer: Option<Viewer>,
    /// The chosen theme: `light`, `dark`, `contrast`; the system's if none.
    pub theme: Option<String>,
    /// Whether the menu is folded to icons.
    pub menu_folded: bool,
    /// The business day.
    pub today: Day,
    /// Whether the clock can be moved.
    pub sandbox: bool,
    /// Who runs this portal.
    pub operator: String,
    /// A form that was refused or came too late, with what was typed.
    pub kept: Option<Kept>,
    /// What has just been done: the end of a message id `done-…`.
    pub done: Option<String>,
    /// Whether this is one of the pages on the way in, which carry no script.
    pub entry: bool,
    /// Why there is no page at this address: then this is all that the document shows.
    pub failure: Option<Failure>,
    /// A password to be told in this answer and nowhere else.
    #[serde(skip)]
    pub told: Option<Told>,
}

/// Passwords that have just been made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// By what.
    pub kind: ToldKind,
    /// Whose page to go to; nobody's after a file.
    pub user: Option<UserId>,
    /// Names to sign in with, and their passwords.
    pub passwords: Vec<(String, TemporaryPassword)>,
}

/// What has made a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldKind {
    /// A person was added.
    UserAdded,
    /// A password was reset.
    PasswordReset,
    /// People were added by a file.
    UsersImported,
}

/// A form kept by the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Which form.
    pub form: String,
    /// What was typed, as JSON, without secrets.
    pub draft: String,
    /// Why it was refused.
    pub error: Error,
}

type Page = StoredValue<PageContext>;

/// Gives `page` to everything below.
pub fn provide(page: PageContext) {
    provide_context::<Page>(StoredValue::new(page));
}

/// Looks at this page's context.
///
/// # Panics
///
/// Outside a page: the shell and the start in the browser both provide it.
pub fn with_page<T>(look: impl FnOnce(&PageContext) -> T) -> T {
    expect_context::<Page>().with_value(look)
}

/// Where the reader is.
#[must_use]
pub fn surface() -> Surface {
    with_page(|page| page.surface)
}

/// Whether the reader may do or at least read what `action` is about.
#[must_use]
pub fn can(action: Action) -> bool {
    with_page(|page| page.viewer.as_ref().is_some_and(|viewer| viewer.actor.can(action)))
}

/// Whether the reader is a partner's agent in a customer's admin center. The account of such a
/// reader is in Partner Center.
#[must_use]
pub fn on_behalf() -> bool {
    with_page(|page| {
        let actor = page.viewer.as_ref().map(|viewer| &viewer.actor);
        matches!(actor, Some(Actor::OnBehalf { .. }))
    })
}

/// The address of `path` on `surface`: `/` becomes `/admin` or `/operator` there.
#[must_use]
pub fn at(surface: Surface, path: &str) -> String {
    let root = match surface {
        Surface::PartnerCenter => "",
        Surface::AdminCenter => "/admin",
        Surface::BackOffice => "/operator",
    };
    if path == "/" && !root.is_empty() { root.to_owned() } else { format!("{root}{path}") }
}

/// The digits of percent-encoding.
const HEX: [&str; 16] =
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F"];

/// `text` as a query value.
#[must_use]
pub fn percent(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                written.push(char::from(byte));
            }
            _ => written.extend(["%", HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]),
        }
    }
    written
}
