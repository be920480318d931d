//! The order of names in lists, as readers of each language expect it.
//!
//! Databases sort differently, and none of ours by pinyin. So the order is stored: a key
//! beside the name, compared byte by byte, the same on every database.

use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{Locale, locale};

/// Digits, then Chinese characters by pinyin, then all other writing.
static CHINESE: LazyLock<CollatorBorrowed> = LazyLock::new(|| collator(locale!("zh")));

/// The order of no language in particular, which English and French keep too.
static COMMON: LazyLock<CollatorBorrowed> = LazyLock::new(|| collator(Locale::UNKNOWN));

/// The key by which `text` is sorted for readers of the language `tag` (`zh-CN`, `fr` …).
///
/// Numbers inside count as numbers: `E3` is before `E10`. Upper and lower case, accents and
/// widths of letters matter only where nothing else differs. Texts that a reader cannot tell
/// apart have the same key.
///
/// Keys of different languages cannot be compared, nor those of different releases of ICU4X:
/// after an update the stored ones are written anew.
#[must_use]
pub fn sort_key(tag: &str, text: &str) -> Vec<u8> {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    let collator = if primary.eq_ignore_ascii_case("zh") { &CHINESE } else { &COMMON };
    let mut key = Vec::new();
    let Ok(()) = collator.write_sort_key_to(text, &mut key);
    key
}

/// Where a name is not read as its characters usually are, or the order does not know how.
const READ_OTHERWISE: [(&str, &str); 5] =
    [("重庆", "cq"), ("厦门", "xm"), ("银行", "yh"), ("长", "c"), ("𠮷", "j")];

/// The first letters of the pinyin of `text`, by which Chinese names are found: `海云` is `hy`.
///
/// Letters and digits of other writing stay, in small; everything else is left out. A character
/// of several readings has the one that dictionaries sort it by.
#[must_use]
pub fn initials(text: &str) -> String {
    let mut letters = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let known = READ_OTHERWISE.iter().find(|(name, _)| rest.starts_with(name));
        if let Some((name, read)) = known {
            letters.push_str(read);
            rest = &rest[name.len()..];
            continue;
        }
        rest = &rest[next.len_utf8()..];
        match initial(next) {
            Some(letter) => letters.push(letter),
            None if next.is_alphanumeric() && next as u32 <= 0x24f => {
                letters.extend(next.to_lowercase());
            }
            None => {}
        }
    }
    letters
}

/// The first letter of the pinyin of a Chinese character.
fn initial(character: char) -> Option<char> {
    // Of those beyond the first plane, CLDR orders too few by their sound.
    if !matches!(character, '\u{3400}'..='\u{9fff}') {
        return None;
    }
    let mut buffer = [0; 4];
    let character = character.encode_utf8(&mut buffer);
    // CLDR's order by pinyin has a mark where each letter begins.
    let begun = MARKS.partition_point(|(_, mark)| CHINESE.compare(mark, character).is_le());
    begun.checked_sub(1).map(|place| MARKS[place].0)
}

/// The letters that a syllable of pinyin can begin with, each with the mark of its beginning.
static MARKS: LazyLock<Vec<(char, String)>> = LazyLock::new(|| {
    let mark = |letter: char| (letter, format!("\u{fdd0}{}", letter.to_ascii_uppercase()));
    "abcdefghjklmnopqrstwxyz".chars().map(mark).collect()
});

fn collator(locale: Locale) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).expect("its data is compiled in")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That `texts` are in order already, none equal to the next.
    fn in_order(tag: &str, texts: &[&str]) {
        for pair in texts.windows(2) {
            assert!(sort_key(tag, pair[0]) < sort_key(tag, pair[1]), "{tag}: {pair:?}");
        }
    }

    #[test]
    fn chinese_names_follow_their_pinyin() {
        in_order(
            "zh-CN",
            &[
                "安徽皖通科技有限公司",     // an
                "北京云帆信息技术有限公司", // bei
                "成都天府软件有限公司",     // cheng
                "重庆山城数据有限公司",     // chong, not zhong
                "广州珠江网络有限公司",     // guang
                "杭州西湖云计算有限公司",   // hang
                "南京金陵科技有限公司",     // nan
                "上海浦江信息有限公司",     // shang hai
                "上海浦江云科技有限公司",   // … xin is before yun
                "深圳前海数码有限公司",     // shen
                "苏州园区软件有限公司",     // su
                "武汉光谷科技有限公司",     // wu
                "西安长安信息有限公司",     // xi
                "郑州中原网络有限公司",     // zheng
            ],
        );
    }

    #[test]
    fn other_writing_comes_after_chinese_for_chinese_readers_only() {
        let in_chinese = ["123 号", "苏州园区软件有限公司", "中原", "𠮷田", "Contoso"];
        let mut sorted = in_chinese;
        sorted.sort_by_key(|text| sort_key("zh-CN", text));
        assert_eq!(sorted, in_chinese);
        in_order("en", &["123", "Contoso", "Fabrikam", "北京"]);
        in_order("fr", &["123", "Contoso", "Fabrikam", "北京"]);
    }

    #[test]
    fn chinese_names_are_found_by_their_first_letters() {
        for (name, letters) in [
            ("上海海云信息技术有限公司", "shhyxxjsyxgs"),
            ("北京𠮷祥·科技（集团）有限公司", "bjjxkjjtyxgs"),
            ("重庆长江物流", "cqcjwl"),
            ("厦门鹭岛教育", "xmldjy"),
            ("沈阳银行", "syyh"),
            ("阿里 3M Électro", "al3mélectro"),
            ("，。", ""),
            ("안녕", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }

    #[test]
    fn case_and_accents_matter_only_among_equals() {
        for tag in ["en", "fr"] {
            in_order(tag, &["cote", "coté", "côte", "côté", "coteau"]);
        }
        for tag in ["en", "fr", "zh-CN"] {
            in_order(tag, &["contoso", "Contoso", "contoso a", "Contoso B"]);
            in_order(tag, &["contoso", "ｃｏｎｔｏｓｏ", "fabrikam"]);
        }
    }

    #[test]
    fn numbers_count_as_numbers() {
        in_order(
            "en",
            &["Office 365 Enterprise E1", "Office 365 Enterprise E3", "Office 365 Enterprise E10"],
        );
        in_order("zh-CN", &["客户 2", "客户 10", "客户 100"]);
    }

    #[test]
    fn what_looks_the_same_has_the_same_key() {
        assert_eq!(sort_key("fr", "Soci\u{e9}t\u{e9}"), sort_key("fr", "Socie\u{301}te\u{301}"));
        assert_eq!(sort_key("zh-CN", "北京"), sort_key("zh_Hans", "北京"));
        assert_eq!(sort_key("en", "北京"), sort_key("", "北京"));
    }

    #[test]
    fn nothing_comes_first() {
        in_order("zh-CN", &["", "!", "安"]);
    }

    /// Databases hold keys of this release of ICU4X. When an update changes them, it comes
    /// with a migration that writes the stored ones anew; then this test learns the new ones.
    #[test]
    fn keys_are_still_those_in_the_databases() {
        let chinese = b"\x81\x59\x60\x0e\x7a\xb9\x66\xad\x04\x10\x04\x01\x0a\x01\x0a";
        assert_eq!(sort_key("zh-CN", "上海浦江 2"), chinese);
        let french =
            b"\x4f\x47\x2f\x3b\x33\x51\x33\x04\x10\x04\x01\x41\x88\x44\x88\x06\x01\xdc\x0e";
        assert_eq!(sort_key("fr", "Société 2"), french);
    }
}
