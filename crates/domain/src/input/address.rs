//! Addresses in China.

use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::value::{at_most, clean, clean_code, required, values, visible};

values! {
    /// A line of an address.
    AddressLine from address_line1;
    /// A city (prefecture).
    City from city;
    /// A district or county.
    District from |text: &str| district(text)?.ok_or(Fault::Required);
    /// A postal code: six digits.
    Postcode from postcode;
}

/// The first line of an address in `text`, at most 200 characters.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`]; [`Fault::Address`] if part of it cannot be seen.
///
/// Source: domain book, 1.1, F-ADDR1.
pub fn address_line1(text: &str) -> Result<AddressLine, Fault> {
    visible(required(clean(text), 200)?, Fault::Address).map(AddressLine)
}

/// The second line of an address in `text`, at most 200 characters; `None` if there is none.
///
/// # Errors
///
/// [`Fault::TooLong`], [`Fault::ControlCharacter`].
///
/// Source: domain book, 1.1, F-ADDR2.
pub fn address_line2(text: &str) -> Result<Option<AddressLine>, Fault> {
    let line = visible(at_most(clean(text), 200)?, Fault::ControlCharacter)?;
    Ok((!line.is_empty()).then_some(AddressLine(line)))
}

/// The city in `text`, at most 50 characters.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::TooLong`]; [`Fault::City`] if part of it cannot be seen.
///
/// Source: domain book, 1.1, F-CITY.
pub fn city(text: &str) -> Result<City, Fault> {
    visible(required(clean(text), 50)?, Fault::City).map(City)
}

/// The district or county in `text`, at most 50 characters; `None` if there is none.
///
/// # Errors
///
/// [`Fault::TooLong`], [`Fault::ControlCharacter`].
///
/// Source: domain book, 1.1, F-DIST.
pub fn district(text: &str) -> Result<Option<District>, Fault> {
    let district = visible(at_most(clean(text), 50)?, Fault::ControlCharacter)?;
    Ok((!district.is_empty()).then_some(District(district)))
}

/// The postal code in `text`: six digits, half or full width.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::Postcode`].
///
/// Source: domain book, 1.1, F-POST.
pub fn postcode(text: &str) -> Result<Postcode, Fault> {
    let code = clean_code(text);
    if code.is_empty() {
        return Err(Fault::Required);
    }
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(Postcode(code))
    } else {
        Err(Fault::Postcode)
    }
}

macro_rules! provinces {
    ($($province:ident $code:literal $message:literal;)+) => {
        /// A province-level division where the services are sold.
        ///
        /// Source: domain book, 1.2: Hong Kong, Macau and Taiwan are outside the service area.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Province {
            $(
                #[doc = concat!("GB/T 2260: ", $code, ".")]
                #[serde(rename = $code)]
                $province,
            )+
        }

        impl Province {
            /// All 31, in the order of their codes.
            pub const ALL: &[Self] = &[$(Self::$province,)+];

            /// The two letters of GB/T 2260.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$province => $code,)+
                }
            }

            /// The id of its name in words.
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $(Self::$province => $message,)+
                }
            }
        }
    };
}

provinces! {
    Anhui         "AH" "input-province-ah";
    Beijing       "BJ" "input-province-bj";
    Chongqing     "CQ" "input-province-cq";
    Fujian        "FJ" "input-province-fj";
    Guangdong     "GD" "input-province-gd";
    Gansu         "GS" "input-province-gs";
    Guangxi       "GX" "input-province-gx";
    Guizhou       "GZ" "input-province-gz";
    Henan         "HA" "input-province-ha";
    Hubei         "HB" "input-province-hb";
    Hebei         "HE" "input-province-he";
    Hainan        "HI" "input-province-hi";
    Heilongjiang  "HL" "input-province-hl";
    Hunan         "HN" "input-province-hn";
    Jilin         "JL" "input-province-jl";
    Jiangsu       "JS" "input-province-js";
    Jiangxi       "JX" "input-province-jx";
    Liaoning      "LN" "input-province-ln";
    InnerMongolia "NM" "input-province-nm";
    Ningxia       "NX" "input-province-nx";
    Qinghai       "QH" "input-province-qh";
    Sichuan       "SC" "input-province-sc";
    Shandong      "SD" "input-province-sd";
    Shanghai      "SH" "input-province-sh";
    Shaanxi       "SN" "input-province-sn";
    Shanxi        "SX" "input-province-sx";
    Tianjin       "TJ" "input-province-tj";
    Xinjiang      "XJ" "input-province-xj";
    Tibet         "XZ" "input-province-xz";
    Yunnan        "YN" "input-province-yn";
    Zhejiang      "ZJ" "input-province-zj";
}

/// The province whose code is in `text`: two letters, capital or small, half or full width.
///
/// # Errors
///
/// [`Fault::Required`], [`Fault::Province`].
///
/// Source: domain book, 1.1, F-PROV.
pub fn province(text: &str) -> Result<Province, Fault> {
    let code = clean_code(text);
    if code.is_empty() {
        return Err(Fault::Required);
    }
    let same = |province: &&Province| province.code().eq_ignore_ascii_case(&code);
    Province::ALL.iter().find(same).copied().ok_or(Fault::Province)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_any_text_that_can_be_seen() {
        for line in ["浦东新区世纪大道 1 号", "𠮷祥路１２号", "<script>", "🏠 3"]
        {
            assert_eq!(address_line1(line).unwrap().as_str(), line, "{line}");
            assert_eq!(address_line2(line).unwrap().unwrap().as_str(), line, "{line}");
            assert_eq!(city(line).unwrap().as_str(), line, "{line}");
            assert_eq!(district(line).unwrap().unwrap().as_str(), line, "{line}");
        }
        for line in ["a\u{0}b", "a\nb", "a\u{202e}b", "a\u{2028}b"] {
            assert_eq!(address_line1(line), Err(Fault::Address), "{line:?}");
            assert_eq!(address_line2(line), Err(Fault::ControlCharacter), "{line:?}");
            assert_eq!(city(line), Err(Fault::City), "{line:?}");
            assert_eq!(district(line), Err(Fault::ControlCharacter), "{line:?}");
        }
    }

    #[test]
    fn only_the_first_line_and_the_city_are_required() {
        for nothing in ["", " \u{3000}\n"] {
            assert_eq!(address_line1(nothing), Err(Fault::Required), "{nothing:?}");
            assert_eq!(address_line2(nothing), Ok(None), "{nothing:?}");
            assert_eq!(city(nothing), Err(Fault::Required), "{nothing:?}");
            assert_eq!(district(nothing), Ok(None), "{nothing:?}");
        }
    }

    #[test]
    fn lengths_count_characters_not_bytes() {
        for (text, fits) in [("𠮷".repeat(200), true), ("𠮷".repeat(201), false)] {
            assert_eq!(address_line1(&text).is_ok(), fits, "{}", text.len());
            assert_eq!(address_line2(&text).is_ok(), fits, "{}", text.len());
        }
        for (text, fits) in [("𠮷".repeat(50), true), ("𠮷".repeat(51), false)] {
            assert_eq!(city(&text).is_ok(), fits, "{}", text.len());
            assert_eq!(district(&text).is_ok(), fits, "{}", text.len());
        }
        assert_eq!(city(&"a".repeat(51)), Err(Fault::TooLong { max: 50 }));
    }

    #[test]
    fn a_postcode_has_six_digits() {
        for text in ["200120", " 200120 ", "２００１２０", "2００12０"] {
            assert_eq!(postcode(text).unwrap().as_str(), "200120", "{text}");
        }
        for text in
            ["20012", "2001200", "20012a", "200 120", "二〇〇一二〇", "٢٠٠١٢٠", "2001\u{0}20"]
        {
            assert_eq!(postcode(text), Err(Fault::Postcode), "{text:?}");
        }
        assert_eq!(postcode(""), Err(Fault::Required));
    }

    #[test]
    fn there_are_31_provinces() {
        assert_eq!(Province::ALL.len(), 31);
        for &known in Province::ALL {
            assert_eq!(province(known.code()), Ok(known));
            assert!(known.message().ends_with(&known.code().to_lowercase()), "{known:?}");
        }
        assert!(Province::ALL.is_sorted_by_key(|province| province.code()));
    }

    #[test]
    fn a_province_is_found_by_its_code_only() {
        for text in ["SH", "sh", " ＳＨ "] {
            assert_eq!(province(text), Ok(Province::Shanghai), "{text}");
        }
        for text in ["HK", "TW", "MO", "S", "SHA", "上海", "上海市", "<script>", "S\u{0}H"] {
            assert_eq!(province(text), Err(Fault::Province), "{text:?}");
        }
        assert_eq!(province(" "), Err(Fault::Required));
    }
}
