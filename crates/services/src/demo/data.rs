//! What the files of the demo data have in common.

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The content of a demo file that is compiled in.
pub(super) fn read<T: DeserializeOwned>(file: &str) -> T {
    toml::from_str(file).expect("demo files are part of the program and read by its tests")
}

/// Words in the three languages of the product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
}

/// A person's name in two parts: each language puts them in its own order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonName {
    /// What the family shares.
    pub family: String,
    /// What the person was given.
    pub given: String,
}

/// The alphabet of unified social credit codes; a character's value is its place.
const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What each of the first 17 characters counts.
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// `body`, the first 17 characters of a unified social credit code, with its check character.
///
/// Source: domain book, 1.3.
pub(super) fn credit_code(body: &str) -> String {
    let value = |char| ALPHABET.iter().position(|known| *known == char).unwrap_or_default();
    let sum: usize =
        body.bytes().map(value).zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    let check = ALPHABET[(31 - sum % 31) % 31];
    format!("{body}{}", char::from(check))
}

/// Whether `code` has 18 characters of the alphabet and the last one is right.
#[cfg(test)]
pub(super) fn has_valid_credit_code(code: &str) -> bool {
    code.len() == 18
        && code.bytes().all(|char| ALPHABET.contains(&char))
        && credit_code(&code[..17]) == code
}
