//! Which plural a count takes.

use crate::Language;

/// CLDR's name of the form that `count` takes, for whole numbers.
pub(crate) const fn plural(language: Language, count: i64) -> &'static str {
    match (language, count) {
        (Language::En, 1 | -1) | (Language::Fr, -1..=1) => "one",
        // « un million de licences »
        (Language::Fr, _) if count % 1_000_000 == 0 => "many",
        _ => "other",
    }
}
