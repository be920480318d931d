//! Mails: written with the change they tell of, sent afterwards.

use chrono::Duration;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::customers::MailLanguage;
use crate::ids::MailId;
use crate::time::Instant;
use crate::words::words;

words! {
    /// How far a mail has come.
    MailStatus {
        /// It is to be sent.
        Waiting = "waiting",
        /// It has been handed on.
        Sent = "sent",
        /// Nobody took it, and nobody tries again.
        Failed = "failed",
    }
}

/// A mail that is to be written down. Its words are made when it is sent, from `kind` and
/// `arguments`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMail {
    /// The partner or the customer whose business it is about.
    pub tenant: Uuid,
    /// Which mail.
    pub kind: String,
    /// In which language.
    pub language: MailLanguage,
    /// To whom.
    pub address: String,
    /// What its sentences need, by name. Never a password.
    pub arguments: Vec<(String, String)>,
}

/// A mail as it is handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Which one; receivers can tell by it that they have it already.
    pub id: MailId,
    /// Which mail.
    pub kind: String,
    /// In which language.
    pub language: MailLanguage,
    /// To whom.
    pub address: String,
    /// What its sentences need, by name.
    pub arguments: Vec<(String, String)>,
}

/// A mail in the back office's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailView {
    /// The mail.
    pub letter: Letter,
    /// The partner or the customer whose business it is about.
    pub tenant: Uuid,
    /// How far it has come.
    pub status: MailStatus,
    /// How often it has been tried.
    pub attempts: u32,
    /// When it is tried next, if it waits.
    pub send_after: Instant,
    /// When it was handed on.
    pub sent_at: Option<Instant>,
    /// What went wrong at the last attempt.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Instant,
}

/// Which mails a reader wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailsQuery {
    /// Only those that have come so far.
    pub status: Option<MailStatus>,
    /// Only to addresses with this in them.
    pub words: String,
    /// Only those written before this one, for the next page.
    pub before: Option<MailId>,
}

/// A page of mails, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailsView {
    /// The mails.
    pub mails: Vec<MailView>,
    /// `before` of the next page; `None` if this is the last.
    pub next: Option<MailId>,
    /// How many wait, have been sent, have failed.
    pub counts: Vec<(MailStatus, i64)>,
}

/// How long to wait after the `attempts`th attempt has failed; `None` to give up.
#[must_use]
pub fn wait_after(attempts: u32) -> Option<Duration> {
    const MINUTES: [i64; 5] = [1, 5, 30, 2 * 60, 12 * 60];
    let place = usize::try_from(attempts.checked_sub(1)?).ok()?;
    MINUTES.get(place).map(|minutes| Duration::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_until_nobody_tries_again() {
        let waits = [1, 2, 3, 4, 5].map(|attempts| wait_after(attempts).map(|w| w.num_minutes()));
        assert_eq!(waits, [1, 5, 30, 120, 720].map(Some));
        assert_eq!(wait_after(6), None);
        assert_eq!(wait_after(0), None, "nothing has failed yet");
    }
}
