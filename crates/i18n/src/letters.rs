//! The words of mails, in the receiver's language. Only the server has them.

use domain::error::Arg;
use domain::money::Money;
use domain::time::Day;

use crate::Language;
use crate::catalogue::sentence;

/// What all ids of these messages begin with.
pub(crate) const PREFIX: &str = "mail-";

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Greeting, what there is to tell, farewell; with an empty line between them.
    pub body: String,
}

/// The mail `kind` in `language`; `arguments` are what its sentences need, by name, as they are stored:
/// days and amounts as in files. `None` for a kind that has no words.
#[must_use]
pub fn letter(language: Language, kind: &str, arguments: &[(String, String)]) -> Option<Letter> {
    let arguments: Vec<(&str, Arg)> =
        arguments.iter().map(|(name, value)| (name.as_str(), arg(name, value))).collect();
    let say = |id: &str| sentence(language, id, &arguments);
    let body = say(&format!("mail-{kind}-body"))?;
    let (greeting, farewell) = (say("mail-greeting")?, say("mail-farewell")?);
    Some(Letter {
        subject: say(&format!("mail-{kind}-subject"))?,
        body: format!("{greeting}\n\n{body}\n\n{farewell}\n"),
    })
}

/// `value` as its name says; what cannot be read as that is shown as it is.
fn arg(name: &str, value: &str) -> Arg {
    let read = match name {
        "day" => value.parse::<Day>().ok().map(Arg::Day),
        "days" | "count" => value.parse().ok().map(Arg::Count),
        "amount" | "before" => value.parse().ok().and_then(Money::rounded).map(Arg::Money),
        _ => None,
    };
    read.unwrap_or_else(|| Arg::Text(value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn days_and_amounts_are_written_as_the_receiver_writes_them() {
        let invoice =
            given(&[("number", "CN-201906-000001"), ("amount", "1234.50"), ("day", "2019-07-15")]);
        for (language, subject, day) in [
            (Language::En, "Invoice CN-201906-000001: CN¥1,234.50", "Jul 15, 2019"),
            (
                Language::Fr,
                "Facture CN-201906-000001\u{202f}: 1\u{202f}234,50\u{202f}¥",
                "15 juil. 2019",
            ),
            (Language::ZhCn, "帐单 CN-201906-000001：¥1,234.50", "2019年7月15日"),
        ] {
            let letter = letter(language, "invoice-issued", &invoice).expect("it has words");
            assert_eq!(letter.subject, subject);
            assert!(letter.body.contains(day), "{}", letter.body);
        }
    }

    #[test]
    fn the_last_day_is_said_in_one_word() {
        let near = given(&[("days", "1"), ("subscription", "E3"), ("customer", "A"), ("day", "x")]);
        let letter = letter(Language::En, "subscription-deletion-near", &near).expect("words");
        assert_eq!(letter.subject, "E3 will be deleted tomorrow");
    }

    #[test]
    fn an_unknown_kind_has_no_words() {
        assert_eq!(letter(Language::En, "no-such-mail", &[]), None);
    }
}
