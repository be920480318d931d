//! A customer that is to be created.

use serde::{Deserialize, Serialize};

use super::fault::CustomerFault;
use super::model::Profile;
use super::profile::{Chosen, Faults, ProfileDraft};
use crate::error::Error;
use crate::ids::{CustomerId, RequestId};
use crate::input::{self, DomainPrefix};

/// The first steps of the wizard, as they are sent.
///
/// Source: domain book, "add-a-new-customer" (step 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewCustomerDraft {
    /// This attempt.
    pub request: String,
    /// What is to stand before `.partner.onmschina.cn`.
    pub domain: String,
    /// `yes` if a second customer with the same credit code is wanted.
    pub confirm_uscc: String,
    /// `yes` if the customer has accepted the customer agreement.
    pub agreement: String,
    /// Company, contact, billing contact.
    #[serde(flatten)]
    pub profile: ProfileDraft,
}

/// Creates a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCustomer {
    /// This attempt.
    pub request: RequestId,
    /// What stands before `.partner.onmschina.cn`.
    pub domain: DomainPrefix,
    /// Whether another customer may have the same credit code.
    pub uscc_confirmed: bool,
    /// All that is known of it.
    pub profile: Profile,
}

impl NewCustomerDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault, in the order of the form.
    pub fn parse(self) -> Result<NewCustomer, Error> {
        let mut faults = Faults::default();
        let request =
            faults.read("request", self.request.parse().map_err(|_| CustomerFault::Unreadable));
        let parts = self.profile.parse(&mut faults);
        let billing = match self.profile.chosen(&mut faults) {
            Some(Chosen::Own) => self.profile.own_billing(&mut faults).map(Some),
            Some(Chosen::Same | Chosen::Nothing) => Some(None),
            None => None,
        };
        let domain = faults.read("domain", input::domain_prefix(&self.domain));
        let agreed = if self.agreement == "yes" { Ok(()) } else { Err(CustomerFault::Agreement) };
        let agreed = faults.read("agreement", agreed);
        let read = (|| {
            let (company, contact) = parts?;
            agreed?;
            Some(NewCustomer {
                request: request?,
                domain: domain?,
                uscc_confirmed: self.confirm_uscc == "yes",
                profile: Profile { company, contact, billing: billing? },
            })
        })();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

/// What a new customer's first administrator signs in with.
///
/// Source: domain book, "add-a-new-customer" (on submit).
#[must_use]
pub fn first_admin(domain: &DomainPrefix) -> String {
    format!("admin@{}", domain.domain())
}

/// A customer that has just been created.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreatedCustomer {
    /// Its id: the Microsoft ID.
    pub id: CustomerId,
    /// Its name.
    pub company_name: String,
    /// Its initial domain, whole.
    pub domain: String,
    /// What its first administrator signs in with.
    pub admin: String,
    /// The administrator's temporary password. It is there once: who repeats the request finds
    /// none.
    pub password: Option<String>,
    /// The numbers of what was ordered at the same time.
    pub orders: Vec<String>,
}

impl std::fmt::Debug for CreatedCustomer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreatedCustomer")
            .field("id", &self.id)
            .field("domain", &self.domain)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Segment;
    use crate::customers::MailLanguage;
    use uuid::Uuid;

    fn draft() -> NewCustomerDraft {
        let text = |text: &str| text.to_owned();
        NewCustomerDraft {
            request: Uuid::nil().to_string(),
            domain: text("jixiang"),
            confirm_uscc: String::new(),
            agreement: text("yes"),
            profile: ProfileDraft {
                name: text("北京𠮷祥·科技（集团）有限公司"),
                uscc: text("91110108MA0DEM013A"),
                address1: text("中关村大街 1 号"),
                province: text("BJ"),
                city: text("北京"),
                postcode: text("１０００８０"),
                family_name: text("钱"),
                given_name: text("丽华"),
                email: text("qian@jixiang.example"),
                contact_phone: text("139 1234 5678"),
                ..ProfileDraft::default()
            },
        }
    }

    fn faults(draft: NewCustomerDraft) -> Vec<(String, String)> {
        let Err(Error::Invalid { fields }) = draft.parse() else { return Vec::new() };
        fields.into_iter().map(|at| (at.field, at.refusal.code.key.into_owned())).collect()
    }

    #[test]
    fn what_is_left_open_has_its_usual_value() {
        let new = draft().parse().unwrap();
        assert_eq!(new.profile.company.segment, Segment::Commercial);
        assert_eq!(new.profile.contact.language, MailLanguage::Chinese);
        assert_eq!((new.profile.billing, new.uscc_confirmed), (None, false));
        assert_eq!(first_admin(&new.domain), "admin@jixiang.partner.onmschina.cn");
    }

    #[test]
    fn every_fault_is_named_at_its_field_in_the_order_of_the_form() {
        let found = faults(NewCustomerDraft::default());
        let found: Vec<_> = found.iter().map(|(at, key)| (at.as_str(), key.as_str())).collect();
        let required = "err-required";
        assert_eq!(
            found,
            [
                ("request", "err-customer-unreadable"),
                ("name", required),
                ("uscc", required),
                ("address1", required),
                ("province", required),
                ("city", required),
                ("postcode", required),
                ("family_name", required),
                ("given_name", required),
                ("email", required),
                ("contact_phone", required),
                ("domain", required),
                ("agreement", "err-customer-agreement"),
            ]
        );
    }

    type Change = fn(&mut NewCustomerDraft);

    #[test]
    fn one_wrong_field_is_one_fault() {
        let cases: [(Change, &str, &str); 9] = [
            (|draft| draft.profile.province = "HK".into(), "province", "err-province"),
            (|draft| draft.domain = "Jixiang".into(), "domain", "err-domain-format"),
            (|draft| draft.profile.uscc = "91310115000000019N".into(), "uscc", "err-uscc-check"),
            (|draft| draft.profile.phone = "1".into(), "phone", "err-phone-cn"),
            (|draft| draft.profile.segment = "army".into(), "segment", "err-customer-segment"),
            (
                |draft| draft.profile.segment = "education".into(),
                "qualification",
                "err-customer-qualification",
            ),
            (|draft| draft.profile.language = "de".into(), "language", "err-customer-language"),
            (|draft| draft.profile.billing = "x".into(), "billing", "err-customer-unreadable"),
            (|draft| draft.agreement = "no".into(), "agreement", "err-customer-agreement"),
        ];
        for (change, field, key) in cases {
            let mut draft = draft();
            change(&mut draft);
            assert_eq!(faults(draft), [(field.to_owned(), key.to_owned())], "{field}");
        }
    }

    #[test]
    fn a_billing_contact_of_its_own_is_read_to_the_last_field() {
        let mut own = draft();
        own.profile.billing = "own".into();
        assert_eq!(faults(own).len(), 8, "company, two names, e-mail, four of the address");

        // One filled field is a billing contact, whatever the choice says.
        let mut forgotten = draft();
        forgotten.profile.billing_email = "a@b.example".into();
        assert_eq!(faults(forgotten).len(), 7);

        let mut same = draft();
        same.profile.billing = "same".into();
        same.profile.billing_email = "a@b.example".into();
        assert_eq!(same.parse().unwrap().profile.billing, None);
    }

    #[test]
    fn a_reason_is_kept_where_one_is_needed_only() {
        for (segment, kept) in [("education", Some("校")), ("commercial", None)] {
            let mut draft = draft();
            draft.profile.segment = segment.into();
            draft.profile.qualification = " 校 ".into();
            let company = draft.parse().unwrap().profile.company;
            assert_eq!(company.qualification.as_deref(), kept, "{segment}");
        }
    }

    #[test]
    fn a_profile_and_its_form_are_the_same() {
        let mut own = draft();
        own.profile = ProfileDraft {
            billing: "own".into(),
            billing_company: "吉祥财务有限公司".into(),
            billing_family_name: "冯".into(),
            billing_given_name: "涛".into(),
            billing_email: "feng@jixiang.example".into(),
            billing_address1: "1 号".into(),
            billing_address2: "2 楼".into(),
            billing_province: "BJ".into(),
            billing_city: "北京".into(),
            billing_district: "海淀区".into(),
            billing_postcode: "100080".into(),
            billing_language: "fr".into(),
            phone: "010-62345678-801".into(),
            ..own.profile
        };
        let profile = own.parse().unwrap().profile;
        let shown = ProfileDraft::from_profile(&profile);
        let again = NewCustomerDraft { profile: shown, ..draft() }.parse().unwrap();
        assert_eq!(again.profile, profile);
    }

    #[test]
    fn the_password_is_not_printed() {
        let created = CreatedCustomer {
            id: CustomerId::from(Uuid::nil()),
            company_name: String::new(),
            domain: String::new(),
            admin: String::new(),
            password: Some("Secret-1".into()),
            orders: Vec::new(),
        };
        assert!(!format!("{created:?}").contains("Secret"));
    }
}
