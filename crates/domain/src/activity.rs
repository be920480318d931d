//! The activity log: who did what, when, and what it was before and after.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::{CustomerId, UserId};
use crate::time::{Day, Instant};

/// Bytes of an entry's hash (SHA-256).
pub const HASH_BYTES: usize = 32;

/// One entry. Entries of a tenant are numbered from 1 without a gap.
///
/// Source: domain book, 1.7.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number in the tenant's log.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who; the nil id is the system.
    pub actor: UserId,
    /// The name that person had then.
    pub actor_name: String,
    /// What was done: `activity-<kind>` is its sentence.
    pub kind: String,
    /// To what, in words that need no translation (a name, a number).
    pub subject: String,
    /// The customer it concerns, if one.
    pub customer: Option<CustomerId>,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}

impl Entry {
    /// The bytes that the entry's hash covers, after the hash of the entry before it.
    ///
    /// Every field is preceded by its length, so that no two entries share their bytes.
    #[must_use]
    pub fn sealed_bytes(&self, tenant: Uuid) -> Vec<u8> {
        let customer = self.customer.map(|id| Uuid::from(id).into_bytes());
        let mut sealed = Vec::new();
        seal(&mut sealed, Some(tenant.as_bytes()));
        seal(&mut sealed, Some(&self.seq.to_be_bytes()));
        seal(&mut sealed, Some(&self.at.timestamp_micros().to_be_bytes()));
        seal(&mut sealed, Some(Uuid::from(self.actor).as_bytes()));
        seal(&mut sealed, Some(self.actor_name.as_bytes()));
        seal(&mut sealed, Some(self.kind.as_bytes()));
        seal(&mut sealed, Some(self.subject.as_bytes()));
        seal(&mut sealed, customer.as_ref().map(<[u8; 16]>::as_slice));
        seal(&mut sealed, self.before.as_deref().map(str::as_bytes));
        seal(&mut sealed, self.after.as_deref().map(str::as_bytes));
        sealed
    }
}

/// Appends `field` with its length; an absent field differs from an empty one.
fn seal(sealed: &mut Vec<u8>, field: Option<&[u8]>) {
    match field {
        Some(field) => {
            sealed.push(1);
            sealed.extend_from_slice(&(field.len() as u64).to_be_bytes());
            sealed.extend_from_slice(field);
        }
        None => sealed.push(0),
    }
}

/// Which entries a reader wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// From the beginning of this day.
    pub first: Option<Day>,
    /// To the end of this day.
    pub last: Option<Day>,
    /// By this person.
    pub actor: Option<UserId>,
    /// Of this kind.
    pub kind: Option<String>,
    /// Only entries numbered below this, for the page after.
    pub before_seq: Option<i64>,
    /// At most this many.
    pub limit: u32,
}

/// The entries that answer a [`Filter`], newest first, and what there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogView {
    /// The entries.
    pub entries: Vec<Entry>,
    /// How many entries answer the filter, over all pages.
    pub total: i64,
    /// Whether older ones follow.
    pub more: bool,
    /// Everyone who stands in the log, to filter by.
    pub actors: Vec<(UserId, String)>,
    /// Every kind that stands in the log.
    pub kinds: Vec<String>,
    /// The filter as it was applied: the last month where no time was given.
    pub applied: Filter,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            seq: 1,
            at: "2019-06-10T01:00:00Z".parse().expect("the test writes RFC 3339"),
            actor: UserId::from(Uuid::from_u128(7)),
            actor_name: "王建国".into(),
            kind: "pinned-offers-changed".into(),
            subject: String::new(),
            customer: None,
            before: Some(String::new()),
            after: None,
        }
    }

    #[test]
    fn every_field_changes_the_sealed_bytes() {
        let tenant = Uuid::from_u128(1);
        let sealed = entry().sealed_bytes(tenant);
        let changed = [
            Entry { seq: 2, ..entry() },
            Entry { at: entry().at + chrono::Duration::microseconds(1), ..entry() },
            Entry { actor: UserId::from(Uuid::from_u128(8)), ..entry() },
            Entry { actor_name: "李娜".into(), ..entry() },
            Entry { kind: "signed-in".into(), ..entry() },
            Entry { subject: "x".into(), ..entry() },
            Entry { customer: Some(CustomerId::from(Uuid::nil())), ..entry() },
            Entry { before: None, ..entry() },
            Entry { after: Some(String::new()), ..entry() },
        ];
        for other in changed {
            assert_ne!(other.sealed_bytes(tenant), sealed, "{other:?}");
        }
        assert_ne!(entry().sealed_bytes(Uuid::from_u128(2)), sealed, "another tenant");
    }

    #[test]
    fn words_cannot_move_from_one_field_to_the_next() {
        let tenant = Uuid::from_u128(1);
        let one = Entry { kind: "ab".into(), subject: "c".into(), ..entry() };
        let other = Entry { kind: "a".into(), subject: "bc".into(), ..entry() };
        assert_ne!(one.sealed_bytes(tenant), other.sealed_bytes(tenant));
    }
}
