//! A change of what is known of a customer.

use serde::{Deserialize, Serialize};

use super::fault::CustomerFault;
use super::model::{Billing, Company, Contact};
use super::profile::{Chosen, Faults, ProfileDraft};
use crate::error::Error;
use crate::ids::{CustomerId, RequestId};

/// The form that changes a customer, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditCustomerDraft {
    /// This attempt.
    pub request: String,
    /// Which customer.
    pub id: String,
    /// The version that the reader saw.
    pub version: String,
    /// No field of the form: who sends one is told that it cannot be changed.
    pub domain: String,
    /// `yes` if another customer with the same credit code is fine.
    pub confirm_uscc: String,
    /// Company, contact, billing contact.
    #[serde(flatten)]
    pub profile: ProfileDraft,
}

/// What becomes of the billing part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BillingEdit {
    /// It stays as it is: the reader's form has no such part.
    Untouched,
    /// The primary contact gets the bills.
    Same,
    /// Somebody else gets the bills.
    Own(Box<Billing>),
}

/// Changes a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditCustomer {
    /// This attempt.
    pub request: RequestId,
    /// Which customer.
    pub id: CustomerId,
    /// The version that the reader saw.
    pub seen: i64,
    /// Whether another customer may have the same credit code.
    pub uscc_confirmed: bool,
    /// The company.
    pub company: Company,
    /// The primary contact.
    pub contact: Contact,
    /// The billing part.
    pub billing: BillingEdit,
}

impl EditCustomerDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault, in the order of the form.
    ///
    /// Source: domain book, "update-customer-account-info".
    pub fn parse(self) -> Result<EditCustomer, Error> {
        let mut faults = Faults::default();
        let unreadable = |_| CustomerFault::Unreadable;
        let request = faults.read("request", self.request.parse().map_err(unreadable));
        let id = faults.read("id", self.id.parse().map_err(unreadable));
        let version = self.version.parse().map_err(|_| CustomerFault::Unreadable);
        let seen = faults.read("version", version);
        let free = if self.domain.is_empty() { Ok(()) } else { Err(CustomerFault::DomainFixed) };
        let free = faults.read("domain", free);
        let parts = self.profile.parse(&mut faults);
        let billing = match self.profile.chosen(&mut faults) {
            Some(Chosen::Nothing) => Some(BillingEdit::Untouched),
            Some(Chosen::Same) => Some(BillingEdit::Same),
            Some(Chosen::Own) => {
                let own = self.profile.own_billing(&mut faults);
                own.map(|billing| BillingEdit::Own(Box::new(billing)))
            }
            None => None,
        };
        let read = (|| {
            let (company, contact) = parts?;
            free?;
            Some(EditCustomer {
                request: request?,
                id: id?,
                seen: seen?,
                uscc_confirmed: self.confirm_uscc == "yes",
                company,
                contact,
                billing: billing?,
            })
        })();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn draft() -> EditCustomerDraft {
        let text = |text: &str| text.to_owned();
        EditCustomerDraft {
            request: Uuid::nil().to_string(),
            id: Uuid::nil().to_string(),
            version: text("1"),
            profile: ProfileDraft {
                name: text("西泠"),
                uscc: text("91330106MA2DEM033H"),
                address1: text("1 号"),
                province: text("ZJ"),
                city: text("杭州"),
                postcode: text("310012"),
                family_name: text("丁"),
                given_name: text("敏"),
                email: text("ding@xiling.example"),
                contact_phone: text("13912345678"),
                ..ProfileDraft::default()
            },
            ..EditCustomerDraft::default()
        }
    }

    #[test]
    fn a_form_without_the_billing_part_leaves_it_alone() {
        assert_eq!(draft().parse().unwrap().billing, BillingEdit::Untouched);
        let mut same = draft();
        same.profile.billing = "same".into();
        assert_eq!(same.parse().unwrap().billing, BillingEdit::Same);
    }

    #[test]
    fn a_domain_in_the_payload_is_refused() {
        let sent = EditCustomerDraft { domain: "other".into(), ..draft() };
        assert_eq!(sent.parse(), Err(Error::invalid("domain", CustomerFault::DomainFixed)));
    }

    #[test]
    fn what_the_page_did_not_write_is_refused() {
        let sent = EditCustomerDraft { version: "x".into(), ..draft() };
        assert_eq!(sent.parse(), Err(Error::invalid("version", CustomerFault::Unreadable)));
    }
}
