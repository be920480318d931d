//! Everything that happened to one customer.

use serde::{Deserialize, Serialize};

use crate::activity::Entry;
use crate::time::Day;

/// Which of a customer's events a reader wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimelineQuery {
    /// From the beginning of this day.
    pub first: Option<Day>,
    /// To the end of this day.
    pub last: Option<Day>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only entries numbered below this, for the page after.
    pub before_seq: Option<i64>,
}

/// A page of a customer's events, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineView {
    /// The events: entries of the partner's own log.
    pub entries: Vec<Entry>,
    /// `before_seq` of the next page; `None` if this is the last.
    pub next: Option<i64>,
    /// Every kind of event that this customer has, to filter by.
    pub kinds: Vec<String>,
}
