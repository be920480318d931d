//! Passwords.

use std::fmt;

use super::fault::Fault;
use super::value::invisible;

/// Fewest and most characters.
const LENGTH: std::ops::RangeInclusive<usize> = 8..=16;

/// A user name shorter than this is in many words by chance, and may be in a password too.
const TELLING_NAME: usize = 3;

/// A new password that is good enough. It is never shown, stored or sent: only hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The password itself, for hashing.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The password in `text`: 8 to 16 characters; at least three of small letter, capital,
/// digit and symbol; without the user name (what stands before the `@` of `user_name`).
///
/// Taken exactly as typed: spaces and full-width letters are characters like others.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::Password`].
///
/// Source: domain book, 1.1, F-PWD.
pub fn password(text: &str, user_name: &str) -> Result<Password, Fault> {
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let kinds = [
        text.contains(char::is_lowercase),
        text.contains(char::is_uppercase),
        text.contains(char::is_numeric),
        text.contains(|c: char| !c.is_alphanumeric()),
    ];
    let (mailbox, _) = user_name.split_once('@').unwrap_or((user_name, ""));
    let name = mailbox.trim().to_lowercase();
    let named = name.chars().count() >= TELLING_NAME && text.to_lowercase().contains(&name);
    let fits = LENGTH.contains(&text.chars().count())
        && kinds.into_iter().filter(|&present| present).count() >= 3
        && !text.contains(invisible)
        && !named;
    if fits { Ok(Password(text.to_owned())) } else { Err(Fault::Password) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_has_8_to_16_characters() {
        for (text, fits) in [
            ("Abcdef1", false),
            ("Abcdefg1", true),
            ("Abcdefghijklmn12", true),
            ("Abcdefghijklmn123", false),
            ("密码密码密Ab1", true),
            ("𠮷𠮷𠮷𠮷Ab1", false),
            ("𠮷𠮷𠮷𠮷𠮷Ab1", true),
        ] {
            assert_eq!(password(text, "li.wei").is_ok(), fits, "{text}");
        }
        assert_eq!(password("", "li.wei"), Err(Fault::Required));
    }

    #[test]
    fn a_password_has_three_kinds_of_characters() {
        for (text, fits) in [
            ("abcdefgh", false),
            ("abcdEFGH", false),
            ("abcd1234", false),
            ("abcd!!!!", false),
            ("1234!!!!", false),
            ("abcDEF12", true),
            ("abcDEF!!", true),
            ("abc123!!", true),
            ("ABC123!!", true),
            ("aB1!aB1!", true),
            ("abc 123 ", true),
            ("aB１２３４５６", true),
            ("abc123😀😀", true),
            ("<Script>", true),
            ("密码密码密码密码", false),
        ] {
            assert_eq!(password(text, "li.wei").is_ok(), fits, "{text}");
        }
    }

    #[test]
    fn a_password_does_not_contain_the_user_name() {
        for (text, user_name, fits) in [
            ("xLi.Wei1", "li.wei@haiyun.partner.onmschina.cn", false),
            ("LI.WEI-1a", "li.wei", false),
            ("Li-Wei-1", "li.wei@haiyun.partner.onmschina.cn", true),
            ("Haiyun-1", "li.wei@haiyun.partner.onmschina.cn", true),
            ("Abcdefg1", "ab", true),
            ("Abcdefg1", "abc", false),
            ("Abcdefg1", "", true),
        ] {
            assert_eq!(password(text, user_name).is_ok(), fits, "{text} of {user_name}");
        }
    }

    #[test]
    fn a_password_can_be_typed() {
        for text in ["Abcdef1\u{0}", "Abcdef1\n", "Abcdef1\u{202e}"] {
            assert_eq!(password(text, "li.wei"), Err(Fault::Password), "{text:?}");
        }
    }

    #[test]
    fn a_password_is_not_shown_by_accident() {
        let secret = password("Geheim-123", "li.wei").unwrap();
        assert!(!format!("{secret:?}").contains("Geheim"));
        assert_eq!(secret.reveal(), "Geheim-123");
    }
}
