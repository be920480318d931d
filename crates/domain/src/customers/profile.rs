//! A profile as forms send it.

use serde::{Deserialize, Serialize};

use super::fault::CustomerFault;
use super::model::{Address, Billing, Company, Contact, MailLanguage, Profile};
use crate::catalogue::Segment;
use crate::error::{Coded, FieldError};
use crate::input;

/// Most characters of a qualification.
const QUALIFICATION: u32 = 200;

/// The fields of a profile, as they were typed. Fields of the billing contact begin with
/// `billing_`; they count only where `billing` is `own`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileDraft {
    /// Company name.
    pub name: String,
    /// Unified social credit code.
    pub uscc: String,
    /// First line of the address.
    pub address1: String,
    /// Second line of the address.
    pub address2: String,
    /// Two letters of the province.
    pub province: String,
    /// City.
    pub city: String,
    /// District or county.
    pub district: String,
    /// Postal code.
    pub postcode: String,
    /// The company's number.
    pub phone: String,
    /// `commercial`, `education` or `government`.
    pub segment: String,
    /// Why the segment applies.
    pub qualification: String,
    /// The contact's family name.
    pub family_name: String,
    /// The contact's given name.
    pub given_name: String,
    /// The contact's address.
    pub email: String,
    /// The contact's number.
    pub contact_phone: String,
    /// `zh-CN`, `en` or `fr`.
    pub language: String,
    /// `same` for the primary contact, `own` for the fields below, or nothing: not sent.
    pub billing: String,
    /// The company that pays.
    pub billing_company: String,
    /// Family name.
    pub billing_family_name: String,
    /// Given name.
    pub billing_given_name: String,
    /// Where bills go.
    pub billing_email: String,
    /// First line of the address.
    pub billing_address1: String,
    /// Second line of the address.
    pub billing_address2: String,
    /// Two letters of the province.
    pub billing_province: String,
    /// City.
    pub billing_city: String,
    /// District or county.
    pub billing_district: String,
    /// Postal code.
    pub billing_postcode: String,
    /// `zh-CN`, `en` or `fr`.
    pub billing_language: String,
}

/// What a form says about the billing contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// Nothing: the form has no such part.
    Nothing,
    /// It is the primary contact.
    Same,
    /// It is a contact of its own.
    Own,
}

/// Collects the faults of a form while it is read.
#[derive(Default)]
pub(crate) struct Faults(Vec<FieldError>);

impl Faults {
    /// The value at `field`, or its fault noted.
    pub(crate) fn read<T>(&mut self, field: &str, read: Result<T, impl Coded>) -> Option<T> {
        read.map_err(|fault| self.0.push(FieldError::new(field, fault))).ok()
    }

    /// What was noted.
    pub(crate) fn noted(self) -> Vec<FieldError> {
        self.0
    }
}

impl ProfileDraft {
    /// A form filled with `profile`.
    #[must_use]
    pub fn from_profile(profile: &Profile) -> Self {
        let Profile { company, contact, billing } = profile;
        let mut draft = Self {
            name: company.name.to_string(),
            uscc: company.uscc.to_string(),
            phone: company.phone.as_ref().map(input::Phone::national).unwrap_or_default(),
            segment: company.segment.to_string(),
            qualification: company.qualification.clone().unwrap_or_default(),
            family_name: contact.family_name.to_string(),
            given_name: contact.given_name.to_string(),
            email: contact.email.to_string(),
            contact_phone: contact.phone.national(),
            language: contact.language.to_string(),
            billing: if billing.is_some() { "own" } else { "same" }.to_owned(),
            ..Self::default()
        };
        let fields = typed(&company.address);
        [
            draft.address1,
            draft.address2,
            draft.province,
            draft.city,
            draft.district,
            draft.postcode,
        ] = fields;
        if let Some(billing) = billing {
            draft.billing_company = billing.company.to_string();
            draft.billing_family_name = billing.family_name.to_string();
            draft.billing_given_name = billing.given_name.to_string();
            draft.billing_email = billing.email.to_string();
            draft.billing_language = billing.language.to_string();
            [
                draft.billing_address1,
                draft.billing_address2,
                draft.billing_province,
                draft.billing_city,
                draft.billing_district,
                draft.billing_postcode,
            ] = typed(&billing.address);
        }
        draft
    }

    /// Company and contact; faults go to `faults`, in the order of the form.
    pub(super) fn parse(&self, faults: &mut Faults) -> Option<(Company, Contact)> {
        let company = self.company(faults);
        let contact = self.contact(faults);
        company.zip(contact)
    }

    fn company(&self, faults: &mut Faults) -> Option<Company> {
        let name = faults.read("name", input::company_name(&self.name));
        let uscc = faults.read("uscc", input::uscc(&self.uscc));
        let address = address(
            "",
            [
                &self.address1,
                &self.address2,
                &self.province,
                &self.city,
                &self.district,
                &self.postcode,
            ],
            faults,
        );
        let phone = match self.phone.trim() {
            "" => Some(None),
            phone => faults.read("phone", input::phone(phone)).map(Some),
        };
        let segment = match self.segment.trim() {
            "" => Some(Segment::Commercial),
            word => faults.read("segment", word.parse().map_err(|_| CustomerFault::Segment)),
        };
        let text = faults.read("qualification", input::line(&self.qualification, QUALIFICATION));
        let text = text.map(|text| (!text.is_empty()).then_some(text));
        // What a commercial customer once gave as a reason is not kept.
        let qualification = match (segment, text) {
            (Some(Segment::Commercial), Some(_)) => Some(None),
            (Some(_), Some(None)) => {
                faults.read("qualification", Err::<Option<String>, _>(CustomerFault::Qualification))
            }
            (_, text) => text,
        };
        Some(Company {
            name: name?,
            uscc: uscc?,
            address: address?,
            phone: phone?,
            segment: segment?,
            qualification: qualification?,
        })
    }

    fn contact(&self, faults: &mut Faults) -> Option<Contact> {
        let family_name = faults.read("family_name", input::person_name(&self.family_name));
        let given_name = faults.read("given_name", input::person_name(&self.given_name));
        let email = faults.read("email", input::email(&self.email));
        let phone = faults.read("contact_phone", input::phone(&self.contact_phone));
        let language = language("language", &self.language, faults);
        Some(Contact {
            family_name: family_name?,
            given_name: given_name?,
            email: email?,
            phone: phone?,
            language: language?,
        })
    }

    /// What the form says about the billing contact. A field that is filled counts as sent, even
    /// if the choice is missing: leaving out one field must not hide the others.
    pub(super) fn chosen(&self, faults: &mut Faults) -> Option<Chosen> {
        let filled = self.billing_fields().into_iter().any(|field| !field.trim().is_empty());
        match self.billing.as_str() {
            "" if !filled => Some(Chosen::Nothing),
            "same" => Some(Chosen::Same),
            "" | "own" => Some(Chosen::Own),
            _ => faults.read("billing", Err(CustomerFault::Unreadable)),
        }
    }

    /// The billing contact of its own; faults go to `faults`, in the order of the form.
    pub(super) fn own_billing(&self, faults: &mut Faults) -> Option<Billing> {
        let company = faults.read("billing_company", input::company_name(&self.billing_company));
        let family_name =
            faults.read("billing_family_name", input::person_name(&self.billing_family_name));
        let given_name =
            faults.read("billing_given_name", input::person_name(&self.billing_given_name));
        let email = faults.read("billing_email", input::email(&self.billing_email));
        let [_, _, _, _, address1, address2, province, city, district, postcode, _] =
            self.billing_fields();
        let fields = [address1, address2, province, city, district, postcode];
        let address = address("billing_", fields, faults);
        let language = language("billing_language", &self.billing_language, faults);
        Some(Billing {
            company: company?,
            family_name: family_name?,
            given_name: given_name?,
            email: email?,
            address: address?,
            language: language?,
        })
    }

    fn billing_fields(&self) -> [&str; 11] {
        [
            &self.billing_company,
            &self.billing_family_name,
            &self.billing_given_name,
            &self.billing_email,
            &self.billing_address1,
            &self.billing_address2,
            &self.billing_province,
            &self.billing_city,
            &self.billing_district,
            &self.billing_postcode,
            &self.billing_language,
        ]
    }
}

/// The six fields of an address, as a form shows them.
fn typed(address: &Address) -> [String; 6] {
    let optional = |text: Option<String>| text.unwrap_or_default();
    [
        address.line1.to_string(),
        optional(address.line2.as_ref().map(ToString::to_string)),
        address.province.code().to_owned(),
        address.city.to_string(),
        optional(address.district.as_ref().map(ToString::to_string)),
        address.postcode.to_string(),
    ]
}

/// The address in six fields, the names of which begin with `prefix`.
fn address(prefix: &str, fields: [&str; 6], faults: &mut Faults) -> Option<Address> {
    let [line1, line2, province, city, district, postcode] = fields;
    let at = |field| format!("{prefix}{field}");
    let line1 = faults.read(&at("address1"), input::address_line1(line1));
    let line2 = faults.read(&at("address2"), input::address_line2(line2));
    let province = faults.read(&at("province"), input::province(province));
    let city = faults.read(&at("city"), input::city(city));
    let district = faults.read(&at("district"), input::district(district));
    let postcode = faults.read(&at("postcode"), input::postcode(postcode));
    Some(Address {
        line1: line1?,
        line2: line2?,
        province: province?,
        city: city?,
        district: district?,
        postcode: postcode?,
    })
}

fn language(field: &str, word: &str, faults: &mut Faults) -> Option<MailLanguage> {
    match word.trim() {
        "" => Some(MailLanguage::Chinese),
        word => faults.read(field, word.parse().map_err(|_| CustomerFault::Language)),
    }
}
