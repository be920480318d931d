//! Companies and people of the demo. All are invented.

use domain::access::{AdminRole, AgentRole, CustomerRole, OperatorRole, PartnerRoles};
use domain::ids::{CustomerId, PartnerId};
use serde::Deserialize;

use super::data::{PersonName, read};

/// How a partner buys and sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartnerModel {
    /// Buys from the operator and sells to customers itself.
    Direct,
    /// Buys from the operator and sells through resellers.
    IndirectProvider,
}

impl PartnerModel {
    /// The name that is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::IndirectProvider => "indirect-provider",
        }
    }
}

/// A company that buys from the operator.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPartner {
    /// Names the company in the files; prefix of its initial domain.
    pub key: String,
    /// Its id.
    pub id: PartnerId,
    /// Registered name.
    pub name: String,
    /// What it calls itself among those who do not read Chinese.
    pub latin_name: String,
    /// How it buys and sells.
    pub model: PartnerModel,
    /// Unified social credit code.
    pub uscc: String,
    /// Two letters of the province list.
    pub province: String,
    /// City and district.
    pub city: String,
    /// Six digits.
    pub postal_code: String,
    /// Number in the Microsoft Partner Network.
    pub mpn_id: String,
    /// Day of the month on which it is billed.
    pub billing_day: u32,
    /// Codes of the offers it has pinned, first slot first.
    #[serde(default)]
    pub pinned_offers: Vec<String>,
}

/// A company that sells what an indirect provider has bought.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoReseller {
    /// Names the company in the files; prefix of its initial domain.
    pub key: String,
    /// Key of the partner from which it buys.
    pub provider: String,
    /// Registered name.
    pub name: String,
    /// What it calls itself among those who do not read Chinese.
    pub latin_name: String,
    /// Unified social credit code.
    pub uscc: String,
    /// Two letters of the province list.
    pub province: String,
    /// City and district.
    pub city: String,
    /// Six digits.
    pub postal_code: String,
    /// Number in the Microsoft Partner Network; without one, files show its provider's.
    pub mpn_id: Option<String>,
}

/// A company that uses the services.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoCustomer {
    /// Names the company in the files; prefix of its initial domain.
    pub key: String,
    /// Its id: that of its tenant.
    pub id: CustomerId,
    /// Key of the partner that sells to it.
    pub partner: String,
    /// Key of another partner that sells to it too.
    pub also: Option<String>,
    /// Registered name.
    pub name: String,
    /// What it calls itself among those who do not read Chinese.
    pub latin_name: String,
    /// Unified social credit code.
    pub uscc: String,
    /// Two letters of the province list.
    pub province: String,
    /// City.
    pub city: String,
    /// District or county.
    #[serde(default)]
    pub district: String,
    /// Six digits.
    pub postal_code: String,
    /// Street and number.
    pub address: String,
    /// `education` or `government`, if it is not commercial.
    #[serde(default)]
    pub segment: String,
    /// Why it is not commercial.
    #[serde(default)]
    pub qualification: String,
    /// Whom to talk to.
    pub contact: PersonName,
    /// Where nobody reads mails.
    pub email: String,
    /// A number that nobody has.
    pub phone: String,
    /// Whether it lets its partners administer its services.
    #[serde(default = "yes")]
    pub delegated_admin: bool,
    /// What the first partner has marked it with.
    #[serde(default)]
    pub tags: Vec<String>,
}

const fn yes() -> bool {
    true
}

/// Somebody of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPartnerUser {
    /// The company's key.
    pub partner: String,
    /// The name to sign in with.
    pub sign_in: String,
    /// In Chinese.
    pub name: PersonName,
    /// In Latin letters.
    pub latin_name: PersonName,
    /// What he sees of customers and of the company.
    pub agent: Option<AgentRole>,
    /// How far he reaches into features.
    pub admin: Option<AdminRole>,
    /// Answers for the legal profile.
    #[serde(default)]
    pub primary_contact: bool,
    /// Receives the invoices.
    #[serde(default)]
    pub billing_contact: bool,
    /// Has never signed in, and must change the password then.
    #[serde(default)]
    pub newcomer: bool,
}

impl DemoPartnerUser {
    /// Both settings.
    #[must_use]
    pub fn roles(&self) -> PartnerRoles {
        PartnerRoles { agent: self.agent, admin: self.admin }
    }
}

/// Somebody of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoCustomerUser {
    /// The company's key.
    pub customer: String,
    /// The name to sign in with.
    pub sign_in: String,
    /// In Chinese.
    pub name: PersonName,
    /// In Latin letters.
    pub latin_name: PersonName,
    /// Admin roles.
    pub roles: Vec<CustomerRole>,
    /// Codes of the offers of which the person holds a licence.
    #[serde(default)]
    pub licences: Vec<String>,
}

/// Somebody of the operator's staff.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoOperatorUser {
    /// The name to sign in with.
    pub sign_in: String,
    /// In Chinese.
    pub name: PersonName,
    /// In Latin letters.
    pub latin_name: PersonName,
    /// Jobs in the back office.
    pub roles: Vec<OperatorRole>,
}

/// All companies and people of the demo.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoCompanies {
    /// Companies that buy from the operator.
    #[serde(rename = "partner")]
    pub partners: Vec<DemoPartner>,
    /// Companies that buy from an indirect provider.
    #[serde(rename = "reseller")]
    pub resellers: Vec<DemoReseller>,
    /// The partners' people.
    #[serde(rename = "partner_user")]
    pub partner_users: Vec<DemoPartnerUser>,
    /// The operator's people.
    #[serde(rename = "operator_user")]
    pub operator_users: Vec<DemoOperatorUser>,
    /// Companies that use the services.
    #[serde(rename = "customer")]
    pub customers: Vec<DemoCustomer>,
    /// The customers' people.
    #[serde(rename = "customer_user")]
    pub customer_users: Vec<DemoCustomerUser>,
}

/// All companies and people of the demo.
pub fn companies() -> DemoCompanies {
    read(include_str!("../../demo/companies.toml"))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use domain::access::PartnerRole;

    use super::super::data::has_valid_credit_code;
    use super::super::offers::offers;
    use super::*;

    #[test]
    fn companies_have_codes_that_pass_the_check() {
        let DemoCompanies { partners, resellers, customers, .. } = companies();
        let codes = partners.into_iter().map(|company| company.uscc);
        let codes = codes.chain(resellers.into_iter().map(|company| company.uscc));
        let codes: Vec<_> =
            codes.chain(customers.into_iter().map(|company| company.uscc)).collect();
        assert_eq!(codes.len(), 10);
        for code in codes {
            assert!(has_valid_credit_code(&code), "{code}");
        }
        assert!(!has_valid_credit_code("91310115000000019N"), "the check sees a wrong letter");
    }

    #[test]
    fn the_partners_are_those_of_the_seed() {
        let partners = companies().partners;
        let found: Vec<_> = partners
            .iter()
            .map(|partner| (partner.key.as_str(), partner.model.as_str(), partner.billing_day))
            .collect();
        assert_eq!(found, [("haiyun", "direct", 15), ("nanxing", "indirect-provider", 28)]);
        assert_eq!(partners[0].pinned_offers, ["O365-E3", "O365-BP", "O365-BE", "EMS-E3"]);
    }

    #[test]
    fn pinned_offers_are_base_offers() {
        let offers: BTreeMap<_, _> =
            offers().into_iter().map(|offer| (offer.code, offer.add_on)).collect();
        for code in companies().partners.iter().flat_map(|partner| &partner.pinned_offers) {
            assert_eq!(offers.get(code), Some(&false), "{code}");
        }
    }

    #[test]
    fn companies_refer_to_companies_that_exist() {
        let all = companies();
        let partners: BTreeSet<_> = all.partners.iter().map(|company| &company.key).collect();
        let customers: BTreeSet<_> = all.customers.iter().map(|company| &company.key).collect();
        for reseller in &all.resellers {
            assert!(partners.contains(&reseller.provider), "{}", reseller.key);
        }
        for customer in &all.customers {
            let sellers = customer.also.iter().chain([&customer.partner]);
            assert!(sellers.into_iter().all(|key| partners.contains(key)), "{}", customer.key);
        }
        for user in &all.partner_users {
            assert!(partners.contains(&user.partner), "{}", user.sign_in);
        }
        for user in &all.customer_users {
            assert!(customers.contains(&user.customer), "{}", user.sign_in);
        }
    }

    #[test]
    fn people_sign_in_with_their_name_at_their_company() {
        let all = companies();
        let partner = all.partner_users.iter().map(|user| {
            let domain = format!("{}.partner.onmschina.cn", user.partner);
            (&user.sign_in, &user.latin_name, domain)
        });
        let customer = all.customer_users.iter().map(|user| {
            let domain = format!("{}.partner.onmschina.cn", user.customer);
            (&user.sign_in, &user.latin_name, domain)
        });
        let operator = all
            .operator_users
            .iter()
            .map(|user| (&user.sign_in, &user.latin_name, "21vianet.example".to_owned()));
        let mut seen = BTreeSet::new();
        for (sign_in, PersonName { family, given }, domain) in
            partner.chain(customer).chain(operator)
        {
            let expected = format!("{family}.{given}@{domain}").to_lowercase();
            assert_eq!(*sign_in, expected);
            assert!(seen.insert(sign_in), "{sign_in} exists once");
        }
    }

    #[test]
    fn there_is_somebody_for_every_role() {
        let all = companies();
        let columns: BTreeSet<_> =
            all.partner_users.iter().flat_map(|user| user.roles().columns()).collect();
        assert_eq!(columns, PartnerRole::ALL.iter().copied().collect());
        let operator: Vec<_> =
            all.operator_users.iter().flat_map(|user| user.roles.iter().copied()).collect();
        assert_eq!(operator, OperatorRole::ALL);
        let customer: Vec<_> =
            all.customer_users.iter().flat_map(|user| user.roles.iter().copied()).collect();
        assert_eq!(customer, CustomerRole::ALL);
    }

    #[test]
    fn each_partner_has_one_primary_contact_who_is_global_admin_and_one_billing_contact() {
        let all = companies();
        for partner in &all.partners {
            let users: Vec<_> =
                all.partner_users.iter().filter(|user| user.partner == partner.key).collect();
            let primary: Vec<_> = users.iter().filter(|user| user.primary_contact).collect();
            assert_eq!(primary.len(), 1, "{}", partner.key);
            assert_eq!(primary[0].admin, Some(AdminRole::GlobalAdmin), "{}", partner.key);
            let billing = users.iter().filter(|user| user.billing_contact).count();
            assert_eq!(billing, 1, "{}", partner.key);
        }
    }
}
