//! The code that is asked for after the password.

use crate::text::half_width;

/// What somebody typed as a second factor.
#[derive(Clone, PartialEq, Eq)]
pub enum OneTimeCode {
    /// Six digits from the authenticator.
    Authenticator(String),
    /// One of the recovery codes: letters and digits, without what separates them.
    Recovery(String),
}

impl OneTimeCode {
    /// Digits in an authenticator's code.
    pub const DIGITS: usize = 6;

    /// The code in `text`: spaces and hyphens are ignored, full-width characters are accepted.
    ///
    /// `None` for what can be neither kind.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let code: String = text
            .chars()
            .map(half_width)
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(|letter| letter.to_ascii_uppercase())
            .collect();
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        if code.len() == Self::DIGITS && code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self::Authenticator(code));
        }
        Some(Self::Recovery(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_width_do_not_matter() {
        let six = |digits: &str| Some(OneTimeCode::Authenticator(digits.into()));
        let recovery = |code: &str| Some(OneTimeCode::Recovery(code.into()));
        for (typed, expected) in [
            ("123456", six("123456")),
            (" 123 456 ", six("123456")),
            ("１２３４５６", six("123456")),
            ("12345", recovery("12345")),
            ("1234567", recovery("1234567")),
            ("abcd-2345-efgh-6723", recovery("ABCD2345EFGH6723")),
            ("", None),
            (" - ", None),
            ("一二三四五六", None),
            ("<script>", None),
        ] {
            assert!(OneTimeCode::read(typed) == expected, "{typed}");
        }
    }
}
