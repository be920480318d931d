//! Each language written as its readers write it.

use i18n::Language;

use crate::reading::{Message, VALUE, messages};

/// What is not translated: products, protocols, names of keys. Words in capitals (CSV, URL)
/// need not be here.
const SAME_IN_CHINESE: [&str; 23] = [
    "Alt",
    "Authenticator",
    "Azure",
    "Ctrl",
    "Directory",
    "Enter",
    "Esc",
    "Exchange",
    "Excel",
    "Home",
    "Microsoft",
    "Network",
    "Office",
    "OneDrive",
    "Online",
    "Partner",
    "Project",
    "SharePoint",
    "Shift",
    "Skype",
    "Tab",
    "21Vianet",
    "Visio",
];

/// Words that the glossary rules out, and what it wants instead.
const RULED_OUT: [(Language, &str, &str); 13] = [
    (Language::En, "todo", "the words"),
    (Language::En, "lorem", "the words"),
    (Language::En, "reconcilation", "reconciliation"),
    (Language::Fr, "license", "licence"),
    (Language::Fr, "réconciliation", "rapprochement"),
    (Language::Fr, "centre de partenaires", "Espace partenaires"),
    (Language::Fr, "partner center", "Espace partenaires"),
    (Language::Fr, "tenant", "locataire"),
    (Language::ZhCn, "账", "帐"),
    (Language::ZhCn, "挂起", "已暂停 or 待处理"),
    (Language::ZhCn, "座位", "席位"),
    (Language::ZhCn, "登陆", "登录"),
    (Language::ZhCn, "你", "您"),
];

/// Every text of `language` at which `fault` finds something.
fn faults(language: Language, fault: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let in_message = |message: Message| {
        let found: Vec<_> =
            message.texts.iter().filter_map(|text| Some((fault(text)?, text.clone()))).collect();
        found
            .into_iter()
            .map(move |(why, text)| format!("{language} {}: {why}: {text}", message.id))
    };
    messages(language).into_iter().flat_map(in_message).collect()
}

/// The places of `text`: each character with the one before and the one after it.
fn places(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let before = std::iter::once(None).chain(text.chars().map(Some));
    let after = text.chars().skip(1).map(Some).chain([None]);
    before.zip(text.chars()).zip(after).map(|((before, here), after)| (before, here, after))
}

/// A character of Chinese writing.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A mark of Chinese writing, as wide as a character.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
}

fn is_fixed_space(c: Option<char>) -> bool {
    matches!(c, Some('\u{a0}' | '\u{202f}'))
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_glossary_is_kept() {
    for language in Language::ALL {
        none(faults(language, |text| {
            let words: Vec<_> = text.split(|c: char| !c.is_alphabetic()).collect();
            let text = format!(" {} ", words.join(" ").to_lowercase());
            let ruled_out = RULED_OUT.iter().filter(|(of, ..)| *of == language);
            let mut found = ruled_out.filter(|(_, word, _)| match language {
                Language::ZhCn => text.contains(word),
                Language::En | Language::Fr => text.contains(&format!(" {word} ")),
            });
            found.next().map(|(_, word, instead)| format!("{word}, write {instead}"))
        }));
    }
}

#[test]
fn no_text_has_typewriter_marks_or_stray_spaces() {
    for language in Language::ALL {
        none(faults(language, |text| {
            let marks = ["'", "\"", "...", "  ", "<", ">", "\u{200b}", "\t"];
            marks.iter().find(|mark| text.contains(**mark)).map(|mark| format!("has {mark:?}"))
        }));
    }
}

#[test]
fn french_keeps_its_marks_on_the_line() {
    none(faults(Language::Fr, |text| {
        places(text).find_map(|(before, here, after)| {
            let apart = after.is_none_or(|after| !after.is_alphanumeric() && after != '/');
            match here {
                ';' | '?' | '!' | '»' | '%' | '€' | '¥' if !is_fixed_space(before) => {
                    Some(format!("no fixed space before {here}"))
                }
                ':' if apart && !is_fixed_space(before) => Some("no fixed space before :".into()),
                '«' if !is_fixed_space(after) => Some("no fixed space after «".into()),
                '“' | '”' | '‘' => Some(format!("{here} is not French")),
                _ => None,
            }
        })
    }));
}

#[test]
fn chinese_has_chinese_marks() {
    none(faults(Language::ZhCn, |text| {
        places(&without_quotations(text)).find_map(|(before, here, after)| {
            let wide = |c: Option<char>| c.is_some_and(is_wide_mark);
            let chinese = |c: Option<char>| wide(c) || c.is_some_and(is_han);
            let wrong = match here {
                ',' | ';' | '?' | '!' | ':' | '.' => {
                    let ends = before == Some(VALUE) && after.is_none_or(|after| after == ' ');
                    ends || chinese(before) || chinese(after)
                }
                '(' => chinese(before) || chinese(after),
                ')' => chinese(before),
                ' ' => wide(before) || wide(after) || (chinese(before) && chinese(after)),
                _ => false,
            };
            wrong.then(|| format!("{here:?} beside Chinese"))
        })
    }));
}

/// `text` with a value in place of what it quotes: marks there are what is spoken of.
fn without_quotations(text: &str) -> String {
    let mut parts = text.split('“');
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once('”').expect("quotations are closed");
        kept.push(VALUE);
        kept += rest;
    }
    kept
}

/// Single foreign words are examples (`name@example.cn`); two in a row are a sentence, and
/// so is one without any Chinese.
#[test]
fn chinese_is_translated() {
    let is_foreign = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = word.chars().any(|c| c.is_ascii_lowercase());
        lower && word.is_ascii() && !SAME_IN_CHINESE.contains(&word)
    };
    none(faults(Language::ZhCn, |text| {
        let words: Vec<_> = text.split_whitespace().collect();
        let in_a_row = words.windows(2).any(|pair| pair.iter().all(is_foreign));
        let alone = !text.chars().any(is_han) && words.iter().any(is_foreign);
        (in_a_row || alone).then(|| "is not translated".into())
    }));
}

/// A text that is the same in two languages was forgotten, unless it is a name or a number.
#[test]
fn french_is_translated() {
    let english = messages(Language::En);
    let sentences = messages(Language::Fr).into_iter().filter_map(|french| {
        let same = english.iter().find(|m| m.id == french.id && m.texts == french.texts)?;
        let words = same.texts.iter().flat_map(|text| text.split_whitespace());
        (words.filter(|word| word.chars().all(char::is_lowercase)).count() > 2).then_some(french.id)
    });
    none(sentences.collect());
}
