//! Lists of what partners ask of the operator, and how far each has come: disputes and fapiao.

use serde::{Deserialize, Serialize};

/// Which of them a reader wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AskedQuery<S, P> {
    /// Only those that have come so far.
    pub status: Option<S>,
    /// Only those before this place.
    pub before: Option<P>,
}

impl<S, P> Default for AskedQuery<S, P> {
    fn default() -> Self {
        Self { status: None, before: None }
    }
}

/// A page of them, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedView<R, P> {
    /// The page.
    pub rows: Vec<R>,
    /// The place before which the next page begins.
    pub next: Option<P>,
}

impl<R, P> AskedView<R, P> {
    /// The first `size` of `found`, which holds one more if there are more; each has a `place`.
    #[must_use]
    pub fn of(mut found: Vec<R>, size: usize, place: impl Fn(&R) -> P) -> Self {
        let more = found.len() > size;
        found.truncate(size);
        let next = found.last().filter(|_| more).map(place);
        Self { rows: found, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_begins_before_the_last_of_this_one() {
        for (found, rows, next) in [
            (vec![], vec![], None),
            (vec![9, 8], vec![9, 8], None),
            (vec![9, 8, 7], vec![9, 8], Some(8)),
        ] {
            let label = format!("{found:?}");
            assert_eq!(AskedView::of(found, 2, |row| *row), AskedView { rows, next }, "{label}");
        }
    }
}
