//! Names of companies, people and things.

use super::fault::Fault;
use super::value::{at_most, clean, required, values, visible};

values! {
    /// The name of a company or organisation.
    CompanyName from company_name;
    /// A family name or a given name.
    PersonName from person_name;
    /// What somebody is called in lists.
    DisplayName from display_name;
    /// A partner's own name for a subscription.
    Nickname from |text: &str| nickname(text)?.ok_or(Fault::Required);
    /// A partner's own reference on an order.
    PurchaseOrder from |text: &str| purchase_order(text)?.ok_or(Fault::Required);
}

/// The company name in `text`: letters of any script, digits, spaces and
/// `（）()·&.,-、`, at most 200, and not punctuation alone.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`], [`Fault::CompanyName`].
///
/// Source: domain book, 1.1, F-ORG.
pub fn company_name(text: &str) -> Result<CompanyName, Fault> {
    let name = required(clean(text), 200)?;
    let fits = name.chars().all(|c| {
        c.is_alphanumeric() || accent(c) || wide_or_narrow_space(c) || "（）()·&.,-、".contains(c)
    });
    if fits && name.contains(char::is_alphanumeric) {
        Ok(CompanyName(name))
    } else {
        Err(Fault::CompanyName)
    }
}

/// The family or given name in `text`: Han and Latin letters and `·`, at most 50.
///
/// Names in Latin letters may also have a space, a hyphen, an apostrophe or a full stop
/// after a letter: Jean-Pierre, D’Arc, John F.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`], [`Fault::PersonName`].
///
/// Source: domain book, 1.1, F-NAME.
pub fn person_name(text: &str) -> Result<PersonName, Fault> {
    let name = required(clean(text), 50)?;
    let mut letter_before = false;
    for c in name.chars() {
        let letter = han(c) || latin(c);
        let mark = accent(c) || matches!(c, '·' | ' ' | '-' | '\'' | '’' | '.');
        // A full stop or an accent may be followed by a space or a hyphen.
        let fits = letter || (mark && letter_before);
        if !fits {
            return Err(Fault::PersonName);
        }
        letter_before = letter || accent(c) || c == '.';
    }
    if letter_before { Ok(PersonName(name)) } else { Err(Fault::PersonName) }
}

/// The display name in `text`, at most 50 characters.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`]; [`Fault::ControlCharacter`] if part of it cannot be seen.
///
/// Source: domain book, 2 "assign-licenses-to-users" (fields).
pub fn display_name(text: &str) -> Result<DisplayName, Fault> {
    visible(required(clean(text), 50)?, Fault::ControlCharacter).map(DisplayName)
}

/// The nickname in `text`, at most 64 characters; `None` if there is none.
///
/// # Errors
///
/// [`Fault::TooLong`]; [`Fault::Nickname`] if part of it cannot be seen.
///
/// Source: domain book, 1.1, F-NICK.
pub fn nickname(text: &str) -> Result<Option<Nickname>, Fault> {
    let name = visible(at_most(clean(text), 64)?, Fault::Nickname)?;
    Ok((!name.is_empty()).then_some(Nickname(name)))
}

/// The purchase order number in `text`, at most 35 characters; `None` if there is none.
///
/// # Errors
///
/// [`Fault::TooLong`], [`Fault::ControlCharacter`].
///
/// Source: domain book, 1.1, F-PO.
pub fn purchase_order(text: &str) -> Result<Option<PurchaseOrder>, Fault> {
    let number = visible(at_most(clean(text), 35)?, Fault::ControlCharacter)?;
    Ok((!number.is_empty()).then_some(PurchaseOrder(number)))
}

fn wide_or_narrow_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// An accent of its own, as text has it before it is composed.
fn accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (c.is_alphabetic() && matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

/// Han, in all its blocks, with 々 and 〇.
fn han(c: char) -> bool {
    matches!(
        c,
        '々' | '〇'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_name_has_1_to_50_characters_that_can_be_seen() {
        for (text, fits) in
            [("王伟（财务）".to_owned(), true), ("𠮷".repeat(50), true), ("𠮷".repeat(51), false)]
        {
            assert_eq!(display_name(&text).is_ok(), fits, "{text}");
        }
        assert_eq!(display_name(" "), Err(Fault::Required));
        assert_eq!(display_name("a\u{202e}b"), Err(Fault::ControlCharacter));
    }

    #[test]
    fn a_company_is_called_what_its_licence_says() {
        for name in [
            "上海海云信息技术有限公司",
            "𠮷野家（上海）餐饮有限公司",
            "A.B.C. & Sons (China) Co., Ltd-2、分公司",
            "Société Générale",
            "3M",
            "万豪·酒店　集团",
            "㐀",
        ] {
            assert_eq!(company_name(name).unwrap().as_str(), name, "{name}");
        }
    }

    #[test]
    fn what_is_no_company_name_is_refused() {
        for (text, fault) in [
            ("", Fault::Required),
            (" \u{3000}\t", Fault::Required),
            ("<script>alert(1)</script>", Fault::CompanyName),
            ("云😀", Fault::CompanyName),
            ("（）·&.,-、", Fault::CompanyName),
            ("海\u{0}云", Fault::CompanyName),
            ("海\n云", Fault::CompanyName),
            ("海\u{202e}云", Fault::CompanyName),
            ("海;云", Fault::CompanyName),
        ] {
            assert_eq!(company_name(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn lengths_count_characters_not_bytes() {
        let too_long = |max| Err(Fault::TooLong { max });
        assert!(company_name(&"𠮷".repeat(200)).is_ok());
        assert_eq!(company_name(&"𠮷".repeat(201)).map(drop), too_long(200));
        assert!(person_name(&"云".repeat(50)).is_ok());
        assert_eq!(person_name(&"云".repeat(51)).map(drop), too_long(50));
        assert!(nickname(&"😀".repeat(64)).is_ok());
        assert_eq!(nickname(&"😀".repeat(65)).map(drop), too_long(64));
        assert!(purchase_order(&"1".repeat(35)).is_ok());
        assert_eq!(purchase_order(&"1".repeat(36)).map(drop), too_long(35));
    }

    #[test]
    fn text_is_trimmed_and_composed() {
        assert_eq!(company_name("\u{3000} Socie\u{301}te\u{301}\t").unwrap().as_str(), "Société");
        assert!(company_name(&"e\u{301}".repeat(200)).is_ok());
    }

    #[test]
    fn people_have_han_or_latin_names() {
        for name in [
            "王",
            "𠮷",
            "欧阳",
            "阿卜杜拉·买买提",
            "Jean-Pierre",
            "D’Arc",
            "O'Neil",
            "Élodie",
            "John F. B.",
            "J.-P.",
            "Nguyễn",
        ] {
            assert_eq!(person_name(name).unwrap().as_str(), name, "{name}");
        }
        for (text, fault) in [
            ("", Fault::Required),
            ("·", Fault::PersonName),
            ("-Pierre", Fault::PersonName),
            ("Jean--Pierre", Fault::PersonName),
            ("Jean-", Fault::PersonName),
            ("王1", Fault::PersonName),
            ("王１", Fault::PersonName),
            ("王😀", Fault::PersonName),
            ("<script>", Fault::PersonName),
            ("王\u{7}小", Fault::PersonName),
            ("×", Fault::PersonName),
        ] {
            assert_eq!(person_name(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn a_nickname_is_any_text_that_can_be_seen() {
        for name in ["<script>", "👨‍👩‍👧 家", "１２３", "𠮷"] {
            assert_eq!(nickname(name).unwrap().unwrap().as_str(), name, "{name}");
        }
        assert_eq!(nickname("  "), Ok(None));
        assert_eq!(nickname("a\u{0}b"), Err(Fault::Nickname));
        assert_eq!(nickname("a\u{2066}b"), Err(Fault::Nickname));
    }

    #[test]
    fn a_purchase_order_number_may_be_missing() {
        assert_eq!(purchase_order(""), Ok(None));
        assert_eq!(purchase_order(" PO-2019/03 ").unwrap().unwrap().as_str(), "PO-2019/03");
        assert_eq!(purchase_order("PO\u{1b}1"), Err(Fault::ControlCharacter));
    }
}
