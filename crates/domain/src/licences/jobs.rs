//! What readers ask about jobs on many people, and what they are shown.

use serde::{Deserialize, Serialize};

use super::assign::OffPlans;
use super::bulk::BulkCells;
use super::import::ImportCells;
use super::query::TemporaryPassword;
use crate::error::Refusal;
use crate::ids::{BulkJobId, RequestId};
use crate::time::Instant;

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BulkStatus {
    /// Looked through; nothing is done yet.
    Checked,
    /// Being done; doing it again goes on where it stopped.
    Running,
    /// Done.
    Done,
    /// Taken back.
    Undone,
}

impl BulkStatus {
    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Running => "running",
            Self::Done => "done",
            Self::Undone => "undone",
        }
    }

    /// The status stored as `text`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let all = [Self::Checked, Self::Running, Self::Done, Self::Undone];
        all.into_iter().find(|status| status.as_str() == text)
    }
}

/// What has become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BulkOutcome {
    /// It would change something.
    Waiting,
    /// It is so already.
    Nothing,
    /// A cell is at fault, or a rule says no.
    Refused,
    /// It has changed something.
    Applied,
    /// It has been taken back.
    Undone,
}

impl BulkOutcome {
    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Nothing => "nothing",
            Self::Refused => "refused",
            Self::Applied => "applied",
            Self::Undone => "undone",
        }
    }

    /// The outcome stored as `text`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let all = [Self::Waiting, Self::Nothing, Self::Refused, Self::Applied, Self::Undone];
        all.into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// A job, in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkJobView {
    /// Which.
    pub id: BulkJobId,
    /// The version to send back with a change.
    pub version: i64,
    /// The file it came from; none for people ticked in a list.
    pub file_name: Option<String>,
    /// How far it is.
    pub status: BulkStatus,
    /// All rows.
    pub rows: i64,
    /// Rows that have changed something.
    pub applied: i64,
    /// Rows at fault.
    pub refused: i64,
    /// Rows that need nothing.
    pub nothing: i64,
    /// When it was looked through.
    pub created_at: Instant,
    /// When it was done.
    pub finished_at: Option<Instant>,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellFault {
    /// The column: `user`, `licence`, `action`, `off`.
    pub field: String,
    /// Why.
    pub refusal: Refusal,
}

/// A row, and what it would do or has done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkRowView {
    /// The first below the header is 1.
    pub number: i64,
    /// As it is written.
    pub cells: BulkCells,
    /// What has become of it.
    pub outcome: BulkOutcome,
    /// Plans switched off before; none is a licence not held.
    pub before: Option<OffPlans>,
    /// Plans switched off afterwards; none is a licence not held.
    pub after: Option<OffPlans>,
    /// What is wrong with its cells.
    pub faults: Vec<CellFault>,
}

/// Which rows of a job are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkFilter {
    /// Only these.
    pub outcome: Option<BulkOutcome>,
    /// Behind the row with this number; 0 is the first page.
    pub after: i64,
}

/// Starts, continues or undoes a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkCommand {
    /// This attempt.
    pub request: RequestId,
    /// Which job.
    pub job: BulkJobId,
    /// The version that the reader saw.
    pub seen: i64,
}

/// A job with some of its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkView {
    /// In figures.
    pub job: BulkJobView,
    /// Rows of this page.
    pub rows: Vec<BulkRowView>,
    /// What to ask for the page after this one.
    pub next: Option<i64>,
}

/// A row of a file of new people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRowView {
    /// The first below the header is 1.
    pub number: i64,
    /// As it is written.
    pub cells: ImportCells,
    /// What is wrong with its cells: `first_name`, `last_name`, `display_name`, `email`, `status`.
    pub faults: Vec<CellFault>,
}

/// A file of new people that has been looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    /// In figures. With a row at fault, nobody is added.
    pub job: BulkJobView,
    /// All its rows.
    pub rows: Vec<ImportRowView>,
}

/// Somebody added by a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedUser {
    /// What the person is called.
    pub display_name: String,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The first password; missing when the same attempt is answered again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<TemporaryPassword>,
}

/// People added by a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedUsers {
    /// In the order of the file.
    pub users: Vec<ImportedUser>,
}
