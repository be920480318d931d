//! What a few words find, wherever the reader is.

use serde::{Deserialize, Serialize};

use crate::ids::{CustomerId, OfferId};

/// Most hits of one kind: the palette is for going somewhere, the lists are for reading.
pub const MOST_HITS: u32 = 5;

/// What the reader's words find, for a reader who may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hits {
    /// Customers of the reader's company.
    pub customers: Vec<Hit<CustomerId>>,
    /// Offers of this month.
    pub offers: Vec<Hit<OfferId>>,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit<Id> {
    /// Which.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What tells it from another of that name: a domain, a code.
    pub note: String,
}

/// The words to look for, none as long as they would find everything: one letter says little, one
/// Chinese character much.
#[must_use]
pub fn worth_asking(words: &str) -> Option<&str> {
    let words = words.trim();
    let enough = words.chars().nth(1).is_some() || !words.is_ascii();
    enough.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_too_little_and_one_chinese_character_enough() {
        for (typed, asked) in [
            ("", None),
            ("  ", None),
            ("a", None),
            (" a ", None),
            ("ab", Some("ab")),
            (" a b ", Some("a b")),
            ("云", Some("云")),
            ("é", Some("é")),
        ] {
            assert_eq!(worth_asking(typed), asked, "{typed:?}");
        }
    }
}
