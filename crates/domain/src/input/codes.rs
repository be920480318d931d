//! Codes and numbers.

use super::fault::Fault;
use super::value::{clean_code, values};

values! {
    /// A unified social credit code (统一社会信用代码), with capitals.
    Uscc from uscc;
    /// A number in the Microsoft Partner Network. Whether it is active, the directory knows.
    MpnId from mpn_id;
    /// What stands before `.partner.onmschina.cn`. Whether it is free, the directory knows.
    DomainPrefix from domain_prefix;
}

impl DomainPrefix {
    /// The whole initial domain.
    #[must_use]
    pub fn domain(&self) -> String {
        format!("{self}.partner.onmschina.cn")
    }
}

/// The characters of a USCC; a character's value is its place.
const USCC_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What the first seventeen places weigh.
const USCC_WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// The unified social credit code in `text`: 18 characters, capital or small, half or full
/// width, of which the last checks the others.
///
/// # Errors
///
/// [`Fault::Required`]; [`Fault::UsccFormat`] for another length or a character that the
/// code does not have (I, O, S, V, Z); [`Fault::UsccCheck`].
///
/// Source: domain book, 1.1, F-USCC, and 1.3.
pub fn uscc(text: &str) -> Result<Uscc, Fault> {
    let code = clean_code(text).to_ascii_uppercase();
    if code.is_empty() {
        return Err(Fault::Required);
    }
    let value = |byte| USCC_ALPHABET.iter().position(|&known| known == byte);
    let values = code.bytes().map(value).collect::<Option<Vec<_>>>().ok_or(Fault::UsccFormat)?;
    if values.len() != USCC_WEIGHTS.len() + 1 {
        return Err(Fault::UsccFormat);
    }
    // With the check value weighing 1, the whole is a multiple of 31.
    let sum: usize =
        values.iter().zip(USCC_WEIGHTS.into_iter().chain([1])).map(|(v, weight)| v * weight).sum();
    if sum.is_multiple_of(31) { Ok(Uscc(code)) } else { Err(Fault::UsccCheck) }
}

/// The MPN ID in `text`: five to ten digits, half or full width.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::MpnId`].
///
/// Source: domain book, 1.1, F-MPN.
pub fn mpn_id(text: &str) -> Result<MpnId, Fault> {
    let number = clean_code(text);
    if number.is_empty() {
        return Err(Fault::Required);
    }
    if (5..=10).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(MpnId(number))
    } else {
        Err(Fault::MpnId)
    }
}

/// The domain prefix in `text`: 3 to 27 small letters, digits and hyphens; it begins with
/// a letter, does not end with a hyphen and has no two hyphens in a row.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::DomainPrefix`].
///
/// Source: domain book, 1.1, F-DOM.
pub fn domain_prefix(text: &str) -> Result<DomainPrefix, Fault> {
    let prefix = clean_code(text);
    if prefix.is_empty() {
        return Err(Fault::Required);
    }
    let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let fits = (3..=27).contains(&prefix.len())
        && prefix.bytes().all(known)
        && prefix.starts_with(|first: char| first.is_ascii_lowercase())
        && !prefix.ends_with('-')
        && !prefix.contains("--");
    if fits { Ok(DomainPrefix(prefix)) } else { Err(Fault::DomainPrefix) }
}

/// The whole number in `text`: digits only, half or full width, no sign, no point, no
/// exponent. Spaces around it are ignored. Whether it is within the bounds of an offer,
/// the offer's rule says.
///
/// # Errors
///
/// [`Fault::Required`]; [`Fault::NotWhole`] for anything else, and above [`u32::MAX`].
///
/// Source: domain book, 1.1, F-QTY: full-width digits are folded as in all codes, so that
/// none is left when the rule is applied.
pub fn whole_number(text: &str) -> Result<u32, Fault> {
    let digits = clean_code(text);
    if digits.is_empty() {
        return Err(Fault::Required);
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().map_err(|_| Fault::NotWhole)
    } else {
        Err(Fault::NotWhole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: domain book, 1.3.
    const VALID: [&str; 10] = [
        "91310115000000019M",
        "91110108MA0DEM013A",
        "91440305MA5DEMA24M",
        "91330106MA2DEM033H",
        "91510107MA6DEM049H",
        "91320505MA1DEM058Y",
        "91610131MA6DEM065M",
        "91420100MA4DEM07XE",
        "91350203MA3DEM0868",
        "91370202MA3DEM094W",
    ];

    #[test]
    fn the_codes_of_the_book_are_valid() {
        for code in VALID {
            assert_eq!(uscc(code).unwrap().as_str(), code);
        }
        for text in ["９１３１０１１５０００００００１９Ｍ", " 91310115000000019m "]
        {
            assert_eq!(uscc(text).unwrap().as_str(), VALID[0], "{text}");
        }
    }

    #[test]
    fn a_mistyped_code_is_noticed() {
        for code in VALID {
            for place in 0..18 {
                let mut mistyped = code.as_bytes().to_vec();
                mistyped[place] = if mistyped[place] == b'7' { b'8' } else { b'7' };
                let mistyped = String::from_utf8(mistyped).unwrap();
                assert_eq!(uscc(&mistyped), Err(Fault::UsccCheck), "{mistyped}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for (text, fault) in [
            ("", Fault::Required),
            ("91310115000000019N", Fault::UsccCheck),
            ("91310115000000019", Fault::UsccFormat),
            ("91310115000000019M0", Fault::UsccFormat),
            ("9131011500000001OM", Fault::UsccFormat),
            ("9131011500000001IM", Fault::UsccFormat),
            ("91310115 000000019M", Fault::UsccFormat),
            ("91310115\u{0}0000019M", Fault::UsccFormat),
            ("<script>1</script>", Fault::UsccFormat),
            ("𠮷1310115000000019M", Fault::UsccFormat),
            ("😀", Fault::UsccFormat),
        ] {
            assert_eq!(uscc(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn an_mpn_id_has_five_to_ten_digits() {
        for (text, number) in [
            ("12345", Some("12345")),
            ("1234567890", Some("1234567890")),
            ("４３９０９３４", Some("4390934")),
            ("1234", None),
            ("12345678901", None),
            ("12 345", None),
            ("+12345", None),
            ("1234a", None),
            ("1234\u{7}5", None),
            ("٤٣٩٠٩", None),
            ("<script>", None),
        ] {
            let expected = number.ok_or(Fault::MpnId);
            let parsed = mpn_id(text);
            assert_eq!(parsed.as_ref().map(MpnId::as_str), expected.as_ref().copied(), "{text:?}");
        }
        assert_eq!(mpn_id(" "), Err(Fault::Required));
    }

    #[test]
    fn a_domain_prefix_can_stand_in_a_domain_name() {
        for text in ["abc", "haiyun", "a-1", "a1-b2-c3", "abcdefghijklmnopqrstuvwxyz1"] {
            assert_eq!(domain_prefix(text).unwrap().as_str(), text, "{text}");
        }
        assert_eq!(
            domain_prefix(" ｈａｉｙｕｎ ").unwrap().domain(),
            "haiyun.partner.onmschina.cn"
        );
        for text in [
            "ab",
            "abcdefghijklmnopqrstuvwxyz12",
            "1ab",
            "-ab",
            "ab-",
            "a--b",
            "Haiyun",
            "a.b",
            "a b",
            "海云科技",
            "abc😀",
            "<script>",
            "ab\u{0}c",
        ] {
            assert_eq!(domain_prefix(text), Err(Fault::DomainPrefix), "{text:?}");
        }
        assert_eq!(domain_prefix(""), Err(Fault::Required));
    }

    #[test]
    fn a_whole_number_has_digits_only() {
        for (text, number) in [
            ("0", 0),
            ("１２", 12),
            (" 300 ", 300),
            ("\u{3000}7", 7),
            ("007", 7),
            ("4294967295", u32::MAX),
        ] {
            assert_eq!(whole_number(text), Ok(number), "{text}");
        }
        for text in [
            "-1",
            "+1",
            "1.0",
            "1,000",
            "1e3",
            "1 000",
            "0x10",
            "十",
            "٣",
            "4294967296",
            "1\u{0}",
            "<script>",
            "😀",
            "𠮷",
        ] {
            assert_eq!(whole_number(text), Err(Fault::NotWhole), "{text:?}");
        }
        assert_eq!(whole_number(""), Err(Fault::Required));
    }
}
