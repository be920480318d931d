//! How somebody can be reached.

use super::fault::Fault;
use super::value::{clean_code, required, values};

values! {
    /// An e-mail address, written as its owner writes it.
    Email from email;
    /// A telephone number in China: `+86`, the number without the long-distance zero, and
    /// `-` with the extension if there is one.
    Phone from phone;
    /// An address on the web, `http` or `https`.
    WebAddress from web_address;
}

impl Email {
    /// What makes it the same address as another.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl Phone {
    /// As it is dialled in China: `13912345678`, `02155550123-801`, `4005550100`.
    #[must_use]
    pub fn national(&self) -> String {
        let number = self.0.strip_prefix(COUNTRY).unwrap_or(&self.0);
        if mobile(number) || service(number) { number.to_owned() } else { format!("0{number}") }
    }
}

/// The e-mail address in `text`: one `@`, a domain with a dot, at most 254 characters.
/// Domains of other scripts are accepted.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`], [`Fault::Email`].
///
/// Source: domain book, 1.1, F-EMAIL.
pub fn email(text: &str) -> Result<Email, Fault> {
    let address = required(clean_code(text), 254)?;
    let (mailbox, domain) = address.split_once('@').ok_or(Fault::Email)?;
    let known = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let fits = !mailbox.is_empty() && mailbox.chars().all(known);
    if fits && domain.contains('.') && domain_name(domain) {
        Ok(Email(address))
    } else {
        Err(Fault::Email)
    }
}

/// The web address in `text`: `http` or `https`, at most 500 characters.
///
/// An address with a user name in it is refused: it reads like another site.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`], [`Fault::WebAddress`].
///
/// Source: domain book, 1.1, F-URL.
pub fn web_address(text: &str) -> Result<WebAddress, Fault> {
    let address = required(clean_code(text), 500)?;
    let (scheme, rest) = address.split_once("://").ok_or(Fault::WebAddress)?;
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(host_ends);
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let fits = (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        && domain_name(host)
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && path.chars().all(|c| c.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c));
    if fits { Ok(WebAddress(address)) } else { Err(Fault::WebAddress) }
}

/// Labels with dots between them, of letters, digits and inner hyphens.
fn domain_name(name: &str) -> bool {
    name.split('.').all(|label| {
        (1..=63).contains(&label.chars().count())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    })
}

/// How a number in China begins for the rest of the world.
const COUNTRY: &str = "+86";

/// The telephone number in `text`: mobile, landline with area code and perhaps an
/// extension, or a 400 or 800 number; with or without `+86` or `0086`, with or without
/// spaces and hyphens. Behind `+86`, the zero of the area code may be missing.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::Phone`].
///
/// Source: domain book, 1.1, F-PHONE.
pub fn phone(text: &str) -> Result<Phone, Fault> {
    let typed = clean_code(text);
    if typed.is_empty() {
        return Err(Fault::Required);
    }
    let groups = typed.replace(char::is_whitespace, "");
    let abroad = groups.strip_prefix(COUNTRY).or_else(|| groups.strip_prefix("0086"));
    let groups = abroad.unwrap_or(&groups);
    let digits = |groups: &str| groups.replace('-', "");

    // The last group is an extension if what is before it is a whole landline number.
    if let Some((before, extension)) = groups.rsplit_once('-')
        && let Some(number) = landline(&digits(before), abroad.is_some())
        && (1..=6).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Ok(Phone(format!("{COUNTRY}{number}-{extension}")));
    }
    let number = digits(groups);
    let dialled = number.strip_prefix('0').unwrap_or(&number);
    if mobile(dialled) || service(dialled) {
        return Ok(Phone(format!("{COUNTRY}{dialled}")));
    }
    let number = landline(&number, abroad.is_some()).ok_or(Fault::Phone)?;
    Ok(Phone(format!("{COUNTRY}{number}")))
}

fn mobile(number: &str) -> bool {
    number.len() == 11
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && number.starts_with('1')
        && matches!(number.as_bytes()[1], b'3'..=b'9')
}

fn service(number: &str) -> bool {
    number.len() == 10
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && (number.starts_with("400") || number.starts_with("800"))
}

/// `number` without its long-distance zero, if it is an area code (two or three digits
/// behind the zero) and seven or eight digits.
fn landline(number: &str, zero_may_be_missing: bool) -> Option<&str> {
    let without_zero = match number.strip_prefix('0') {
        Some(rest) => rest,
        None if zero_may_be_missing => number,
        None => return None,
    };
    let fits = (9..=11).contains(&without_zero.len())
        && without_zero.bytes().all(|byte| byte.is_ascii_digit())
        && !without_zero.starts_with('0')
        && !mobile(without_zero)
        && !service(without_zero);
    fits.then_some(without_zero)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_stored_in_one_form() {
        for (text, stored, national) in [
            ("13912345678", "+8613912345678", "13912345678"),
            ("139-1234-5678", "+8613912345678", "13912345678"),
            ("+86 139 1234 5678", "+8613912345678", "13912345678"),
            ("0086 13912345678", "+8613912345678", "13912345678"),
            ("013912345678", "+8613912345678", "13912345678"),
            ("１３９１２３４５６７８", "+8613912345678", "13912345678"),
            ("＋８６　139－1234－5678", "+8613912345678", "13912345678"),
            ("02155550123", "+862155550123", "02155550123"),
            ("021-5555-0123", "+862155550123", "02155550123"),
            ("+86 21 5555 0123", "+862155550123", "02155550123"),
            ("+86-021-5555-0123", "+862155550123", "02155550123"),
            ("010-62345678-801", "+861062345678-801", "01062345678-801"),
            ("0411-8234567-8", "+864118234567-8", "04118234567-8"),
            ("0755 8601 3388", "+8675586013388", "075586013388"),
            ("400-555-0100", "+864005550100", "4005550100"),
            ("+86 800 5550100", "+868005550100", "8005550100"),
        ] {
            let number = phone(text).unwrap();
            assert_eq!(number.as_str(), stored, "{text}");
            assert_eq!(number.national(), national, "{text}");
            assert_eq!(phone(stored).as_ref(), Ok(&number), "{stored}");
            assert_eq!(phone(national), Ok(number), "{national}");
        }
    }

    #[test]
    fn what_nobody_in_china_answers_is_refused() {
        for text in [
            "1391234567",
            "139123456789",
            "12912345678",
            "2155550123",
            "021555501",
            "0215555012345",
            "010-62345678-1234567",
            "010-62345678-a",
            "4005550100-1",
            "+1 425 555 0100",
            "+86",
            "-",
            "(021) 55550123",
            "139123\u{0}45678",
            "<script>",
            "😀",
            "𠮷",
            "١٣٩١٢٣٤٥٦٧٨",
        ] {
            assert_eq!(phone(text), Err(Fault::Phone), "{text:?}");
        }
        assert_eq!(phone(" \u{3000}"), Err(Fault::Required));
    }

    #[test]
    fn an_email_has_one_at_and_a_domain_with_a_dot() {
        for text in [
            "li.wei@haiyun.example.cn",
            "a@b.c",
            "o'neil+csp@example.com",
            "王伟@例子.中国",
            "info@société.example",
        ] {
            assert_eq!(email(text).unwrap().as_str(), text, "{text}");
        }
        for text in [
            "a",
            "@",
            "a@",
            "@b.c",
            "a@b",
            "a@@b.c",
            "a@b@c.d",
            "a b@c.d",
            "a@b .c",
            "a@.c",
            "a@b.",
            "a@b..c",
            "a@-b.c",
            "a@b_c.d",
            "<script>@b.c",
            "a@b.c\u{0}",
            "a\nb@c.d",
            "a,b@c.d",
            "😀@b.c",
        ] {
            assert_eq!(email(text), Err(Fault::Email), "{text:?}");
        }
        assert_eq!(email(""), Err(Fault::Required));
    }

    #[test]
    fn an_email_is_folded_and_compared_without_case() {
        let address = email(" Ｌｉ.Wei＠Example.CN ").unwrap();
        assert_eq!(address.as_str(), "Li.Wei@Example.CN");
        assert_eq!(address.key(), "li.wei@example.cn");
    }

    #[test]
    fn an_email_has_at_most_254_characters() {
        let long = |characters: usize| format!("{}@b.c", "a".repeat(characters - 4));
        assert!(email(&long(254)).is_ok());
        assert_eq!(email(&long(255)), Err(Fault::TooLong { max: 254 }));
    }

    #[test]
    fn a_web_address_is_http_or_https() {
        for text in [
            "https://www.example.cn",
            "http://example.cn:8080/a/b?c=d&e=%20#f",
            "HTTPS://例子.中国/支持",
            "https://localhost",
        ] {
            assert_eq!(web_address(text).unwrap().as_str(), text, "{text}");
        }
        for text in [
            "www.example.cn",
            "ftp://example.cn",
            "javascript:alert(1)",
            "javascript://example.cn/%0aalert(1)",
            "https://",
            "https:///a",
            "https://a..b",
            "https://-a.cn",
            "https://a.cn:0",
            "https://a.cn:65536",
            "https://a.cn:",
            "https://a.cn:+1",
            "https://bank.example@evil.example",
            "https://a.cn/ b",
            "https://a.cn/\"><script>",
            "https://a.cn/\u{0}",
            "https://a.cn/😀",
        ] {
            assert_eq!(web_address(text), Err(Fault::WebAddress), "{text:?}");
        }
        assert_eq!(web_address(""), Err(Fault::Required));
    }

    #[test]
    fn a_web_address_has_at_most_500_characters() {
        let long = |characters: usize| format!("https://a.cn/{}", "b".repeat(characters - 13));
        assert!(web_address(&long(500)).is_ok());
        assert_eq!(web_address(&long(501)), Err(Fault::TooLong { max: 500 }));
    }
}
