//! Names of people and sizes of files.

use super::numbers::NARROW_SPACE;
use crate::Language;

/// A person: `Hua Wang` in English and French, `王华` in Chinese.
///
/// Chinese writes no space between Han characters; a name in Latin letters keeps one in
/// Chinese too, or its parts could not be told apart.
///
/// Source: domain book, 1.1 "Field rules", F-NAME.
#[must_use]
pub fn person_name(language: Language, family: &str, given: &str) -> String {
    let (first, second) = match language {
        Language::En | Language::Fr => (given, family),
        Language::ZhCn => (family, given),
    };
    let meet = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{2e80}');
    let latin = meet(first.chars().next_back()) && meet(second.chars().next());
    let space = if latin || language != Language::ZhCn { " " } else { "" };
    format!("{first}{space}{second}").trim().to_owned()
}

/// A file's size, rounded: `512 B` · `1.5 MB`; `512 o` · `1,5 Mo` in French. Steps are 1,024.
#[must_use]
pub fn byte_size(language: Language, bytes: u64) -> String {
    const STEP: u128 = 1024;
    let units = match language {
        Language::En | Language::ZhCn => ["B", "KB", "MB", "GB", "TB", "PB", "EB"],
        Language::Fr => ["o", "Ko", "Mo", "Go", "To", "Po", "Eo"],
    };
    let bytes = u128::from(bytes);
    let mut unit = 0;
    let mut divisor = 1;
    // What would be rounded up to 1,024 is one of the next unit.
    while unit + 1 < units.len() && rounded(bytes, divisor) >= STEP {
        unit += 1;
        divisor *= STEP;
    }
    let tenths = rounded(bytes * 10, divisor);
    let number = if tenths < 100 && !tenths.is_multiple_of(10) {
        let point = if language == Language::Fr { ',' } else { '.' };
        format!("{}{point}{}", tenths / 10, tenths % 10)
    } else {
        super::grouped(language, &rounded(bytes, divisor).to_string())
    };
    let space = if language == Language::Fr { NARROW_SPACE } else { '\u{a0}' };
    format!("{number}{space}{}", units[unit])
}

/// `part / whole` to the nearest whole number, half up.
const fn rounded(part: u128, whole: u128) -> u128 {
    (part + whole / 2) / whole
}
