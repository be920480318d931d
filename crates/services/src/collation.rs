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
