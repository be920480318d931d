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
        super::decimal(language, rounded(bytes, divisor).into())
    };
    let space = if language == Language::Fr { NARROW_SPACE } else { '\u{a0}' };
    format!("{number}{space}{}", units[unit])
}

/// `part / whole` to the nearest whole number, half up.
const fn rounded(part: u128, whole: u128) -> u128 {
    (part + whole / 2) / whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, ZhCn};

    #[test]
    fn a_name_is_in_the_order_of_the_language() {
        for (family, given, western, chinese) in [
            ("王", "华", "华 王", "王华"),
            ("欧阳", "修", "修 欧阳", "欧阳修"),
            ("Dupont", "Zoé", "Zoé Dupont", "Dupont Zoé"),
            ("买买提", "阿卜杜拉·", "阿卜杜拉· 买买提", "买买提阿卜杜拉·"),
            ("王", "Emma", "Emma 王", "王Emma"),
            ("𠮷", "田", "田 𠮷", "𠮷田"),
            ("王", "", "王", "王"),
        ] {
            assert_eq!(person_name(En, family, given), western);
            assert_eq!(person_name(Fr, family, given), western);
            assert_eq!(person_name(ZhCn, family, given), chinese);
        }
    }

    #[test]
    fn a_size_has_the_largest_fitting_unit() {
        for (bytes, en, fr) in [
            (0, "0\u{a0}B", "0\u{202f}o"),
            (1_023, "1,023\u{a0}B", "1\u{202f}023\u{202f}o"),
            (1_024, "1\u{a0}KB", "1\u{202f}Ko"),
            (1_587, "1.5\u{a0}KB", "1,5\u{202f}Ko"),
            (10_190, "10\u{a0}KB", "10\u{202f}Ko"),
            (1_048_063, "1,023\u{a0}KB", "1\u{202f}023\u{202f}Ko"),
            (1_048_064, "1\u{a0}MB", "1\u{202f}Mo"),
            (5 * 1_048_576, "5\u{a0}MB", "5\u{202f}Mo"),
            (u64::MAX, "16\u{a0}EB", "16\u{202f}Eo"),
        ] {
            assert_eq!(byte_size(En, bytes), en, "{bytes}");
            assert_eq!(byte_size(ZhCn, bytes), en, "{bytes}");
            assert_eq!(byte_size(Fr, bytes), fr, "{bytes}");
        }
    }
}
