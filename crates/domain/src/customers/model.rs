//! A customer and what a partner knows of it.

use serde::{Deserialize, Serialize};

use crate::catalogue::Segment;
use crate::input::{
    AddressLine, City, CompanyName, District, Email, PersonName, Phone, Postcode, Province, Uscc,
};
use crate::words::words;

words! {
    /// How a partner sells to a customer.
    ///
    /// Source: domain book, 1.5 and "see-your-customer-list" (column Relationship).
    RelationshipKind {
        /// Directly.
        Reseller = "reseller",
        /// Through resellers of its own.
        IndirectProvider = "indirect-provider",
    }
    /// The language in which somebody gets mails.
    MailLanguage {
        /// Simplified Chinese.
        Chinese = "zh-CN",
        /// English.
        English = "en",
        /// French.
        French = "fr",
    }
}

/// An address in China.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street and number.
    pub line1: AddressLine,
    /// What else is needed to get there.
    pub line2: Option<AddressLine>,
    /// The province-level division.
    pub province: Province,
    /// The city.
    pub city: City,
    /// The district or county.
    pub district: Option<District>,
    /// Six digits.
    pub postcode: Postcode,
}

/// The company part of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// As it is registered.
    pub name: CompanyName,
    /// Unified social credit code.
    pub uscc: Uscc,
    /// Where it is.
    pub address: Address,
    /// Its switchboard.
    pub phone: Option<Phone>,
    /// Whom it belongs to.
    pub segment: Segment,
    /// Why it may buy what is only for its segment; always there unless that is commercial.
    pub qualification: Option<String>,
}

/// The person to talk to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Family name.
    pub family_name: PersonName,
    /// Given name.
    pub given_name: PersonName,
    /// Where mails go.
    pub email: Email,
    /// Where the person can be called.
    pub phone: Phone,
    /// In which language mails are written.
    pub language: MailLanguage,
}

/// Who gets the partner's bills, if not the primary contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billing {
    /// The company that pays.
    pub company: CompanyName,
    /// Family name.
    pub family_name: PersonName,
    /// Given name.
    pub given_name: PersonName,
    /// Where bills go.
    pub email: Email,
    /// Where the company is.
    pub address: Address,
    /// In which language bills are written.
    pub language: MailLanguage,
}

/// What a partner knows of a customer.
///
/// Source: domain book, "add-a-new-customer" (step 1) and "update-customer-account-info".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The company.
    pub company: Company,
    /// The primary contact.
    pub contact: Contact,
    /// The billing contact; `None` is the primary one.
    pub billing: Option<Billing>,
}
