//! The languages of the product, and which of them a reader gets.

use std::fmt;

/// A language in which every message exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Chinese in simplified characters, as written in mainland China.
    ZhCn,
}

impl Language {
    /// Every language. The first is the one for readers of none of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::ZhCn];

    /// As in `<html lang>`, in the cookie and as the folder of `locales/`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::ZhCn => "zh-CN",
        }
    }

    /// What its readers call it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::ZhCn => "简体中文",
        }
    }

    /// The language of `tag`, whatever region or script follows: `fr-CA` is French, and
    /// every `zh` is Chinese, because a reader of Taiwan is better served by it than by English.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        [("en", Self::En), ("fr", Self::Fr), ("zh", Self::ZhCn)]
            .into_iter()
            .find_map(|(name, language)| primary.eq_ignore_ascii_case(name).then_some(language))
    }

    /// The language that a browser with this `Accept-Language` header wants most.
    ///
    /// Weights count (RFC 9110, 12.5.4), `q=0` excludes and `*` stands for all that are not
    /// named; among equals the first named wins. English if nothing fits.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        let mut named = [None; Self::ALL.len()];
        let mut others = None;
        for (place, range) in accept_language.split(',').enumerate() {
            let Some((tag, weight)) = weighted(range) else { continue };
            let wish = Some(Wish { weight, earliness: usize::MAX - place });
            if tag == "*" {
                others = others.max(wish);
            } else if let Some(language) = Self::from_tag(tag) {
                let best = &mut named[language as usize];
                *best = wish.max(*best);
            }
        }
        let mut chosen = (None, Self::En);
        for (language, wish) in Self::ALL.into_iter().zip(named) {
            let wish = wish.or(others).filter(|wish| wish.weight > 0);
            if wish > chosen.0 {
                chosen = (wish, language);
            }
        }
        chosen.1
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// How much a language is wanted; the greater, the more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wish {
    weight: u16,
    earliness: usize,
}

/// Tag and weight in thousandths of one part of the header; `None` if it cannot be read.
fn weighted(range: &str) -> Option<(&str, u16)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    match parts.find_map(|part| part.strip_prefix(['q', 'Q'])) {
        None => Some((tag, 1000)),
        Some(weight) => Some((tag, thousandths(weight.trim_start().strip_prefix('=')?.trim())?)),
    }
}

/// `1`, `0.5`, `0.125` … in thousandths.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = digits.then(|| format!("{fraction:0<3}").parse::<u16>().ok())??;
    match whole {
        "0" => Some(fraction),
        "1" if fraction == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Fr, ZhCn};

    #[test]
    fn a_tag_names_its_language_whatever_follows() {
        for (tag, language) in [
            ("en", Some(En)),
            ("EN-gb", Some(En)),
            ("fr-CA", Some(Fr)),
            ("zh", Some(ZhCn)),
            ("zh-Hans", Some(ZhCn)),
            ("zh-Hans-CN", Some(ZhCn)),
            ("zh_CN", Some(ZhCn)),
            (" zh-TW ", Some(ZhCn)),
            ("de", None),
            ("fry", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag:?}");
        }
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }

    #[test]
    fn the_most_wanted_language_is_chosen() {
        for (header, language) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", ZhCn),
            ("en;q=0.8,fr", Fr),
            ("en;q=0.8 , fr ; q=0.9", Fr),
            ("en;q=0.5,zh;q=0.51", ZhCn),
            ("fr,zh", Fr),
            ("zh,fr", ZhCn),
            ("fr-CH, de;q=0.9", Fr),
            ("de, fr;q=0.3", Fr),
            ("fr;q=0.2, fr-CA;q=0.9, en;q=0.5", Fr),
        ] {
            assert_eq!(Language::negotiate(header), language, "{header:?}");
        }
    }

    #[test]
    fn readers_of_other_languages_get_english() {
        for header in ["", "de", "de,ja;q=0.5", "*", "de, *;q=0.5", ",,;", "fr;q=0", "\u{7f}"] {
            assert_eq!(Language::negotiate(header), En, "{header:?}");
        }
    }

    #[test]
    fn an_excluded_language_is_not_chosen() {
        assert_eq!(Language::negotiate("en;q=0, *"), Fr);
        assert_eq!(Language::negotiate("en;q=0, fr;q=0.0, *;q=0.1"), ZhCn);
    }

    #[test]
    fn a_star_stands_for_those_not_named() {
        assert_eq!(Language::negotiate("fr;q=0.1, *;q=0.9"), En);
        assert_eq!(Language::negotiate("fr, *;q=0.9"), Fr);
    }

    #[test]
    fn an_unreadable_weight_is_no_wish() {
        for header in ["fr;q=2", "fr;q=1.5", "fr;q=-1", "fr;q=0.1234", "fr;q=x", "fr;q", "fr;q=."] {
            assert_eq!(Language::negotiate(header), En, "{header:?}");
        }
    }
}
