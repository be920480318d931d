//! Why a field cannot be read.

use thiserror::Error;

use crate::error::{Arg, Code, Coded};

/// What is wrong with a field. Which of them a field can have, its function says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// There is nothing in it.
    #[error("required")]
    Required,
    /// It holds more than `max` characters.
    #[error("longer than {max} characters")]
    TooLong {
        /// Most characters, as Unicode scalar values.
        max: u32,
    },
    /// It holds a character that cannot be seen.
    #[error("has a control character")]
    ControlCharacter,
    /// F-ORG.
    #[error("no company name")]
    CompanyName,
    /// F-USCC: not 18 characters of the code's alphabet.
    #[error("not in the form of a unified social credit code")]
    UsccFormat,
    /// F-USCC: in the right form, but mistyped.
    #[error("wrong check character")]
    UsccCheck,
    /// F-ADDR1.
    #[error("no address")]
    Address,
    /// F-PROV.
    #[error("none of the 31 provinces")]
    Province,
    /// F-CITY.
    #[error("no city")]
    City,
    /// F-POST.
    #[error("not six digits")]
    Postcode,
    /// F-NAME.
    #[error("no person's name")]
    PersonName,
    /// F-EMAIL.
    #[error("no e-mail address")]
    Email,
    /// F-PHONE.
    #[error("no telephone number in China")]
    Phone,
    /// F-MPN.
    #[error("not five to ten digits")]
    MpnId,
    /// F-DOM.
    #[error("no domain prefix")]
    DomainPrefix,
    /// F-URL.
    #[error("no web address")]
    WebAddress,
    /// F-QTY.
    #[error("not a whole number")]
    NotWhole,
    /// F-NICK.
    #[error("no nickname")]
    Nickname,
    /// F-PWD.
    #[error("too weak or too long")]
    Password,
}

impl Coded for Fault {
    fn code(&self) -> Code {
        let key = match self {
            Self::Required => "err-required",
            Self::TooLong { .. } => "err-too-long",
            Self::ControlCharacter => "err-control-character",
            Self::CompanyName => "err-org-name",
            Self::UsccFormat => "err-uscc-format",
            Self::UsccCheck => "err-uscc-check",
            Self::Address => "err-address1",
            Self::Province => "err-province",
            Self::City => "err-city",
            Self::Postcode => "err-postcode",
            Self::PersonName => "err-person-name",
            Self::Email => "err-email",
            Self::Phone => "err-phone-cn",
            Self::MpnId => "err-mpn-format",
            Self::DomainPrefix => "err-domain-format",
            Self::WebAddress => "err-url",
            Self::NotWhole => "err-not-whole",
            Self::Nickname => "err-nick",
            Self::Password => "err-password",
        };
        Code::new(key, 3000, 400)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::TooLong { max } => vec![("max", Arg::Count(max.into()))],
            Self::Required
            | Self::ControlCharacter
            | Self::CompanyName
            | Self::UsccFormat
            | Self::UsccCheck
            | Self::Address
            | Self::Province
            | Self::City
            | Self::Postcode
            | Self::PersonName
            | Self::Email
            | Self::Phone
            | Self::MpnId
            | Self::DomainPrefix
            | Self::WebAddress
            | Self::NotWhole
            | Self::Nickname
            | Self::Password => Vec::new(),
        }
    }
}
