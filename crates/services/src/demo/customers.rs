//! Customers of the demo with all that is known of them, and their tags.

use domain::catalogue::Segment;
use domain::customers::{
    Address, Company, Contact, MailLanguage, Profile, RelationshipKind, TagColour,
};
use domain::ids::{CustomerId, PartnerId, TagId};
use domain::input;
use domain::time::Instant;
use storage::Tx;
use storage::customers as rows;

use super::companies::{DemoCompanies, DemoCustomer, DemoPartner, PartnerModel};
use crate::collation;
use crate::failure::{Result, Stored};
use crate::system::System;

/// Who has noted that the demo's customers accepted their agreement.
const AGREED_WITH: &str = "Demo";

impl DemoCustomer {
    /// All that is known of it.
    pub(super) fn profile(&self) -> Profile {
        let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let segment = optional(&self.segment).map_or(Segment::Commercial, |word| valid(&word));
        Profile {
            company: Company {
                name: valid(&self.name),
                uscc: valid(&self.uscc),
                address: Address {
                    line1: valid(&self.address),
                    line2: None,
                    province: input::province(&self.province).expect(READ),
                    city: valid(&self.city),
                    district: optional(&self.district).map(|text| valid(&text)),
                    postcode: valid(&self.postal_code),
                },
                phone: None,
                segment,
                qualification: optional(&self.qualification),
            },
            contact: Contact {
                family_name: valid(&self.contact.family),
                given_name: valid(&self.contact.given),
                email: valid(&self.email),
                phone: valid(&self.phone),
                language: MailLanguage::Chinese,
            },
            billing: None,
        }
    }
}

/// Why the demo's own data can always be read.
const READ: &str = "the demo's data are part of the program and read by its tests";

/// What a text of the demo means.
pub(super) fn valid<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect(READ)
}

/// How a partner of this kind sells.
pub(super) const fn kind(model: PartnerModel) -> RelationshipKind {
    match model {
        PartnerModel::Direct => RelationshipKind::Reseller,
        PartnerModel::IndirectProvider => RelationshipKind::IndirectProvider,
    }
}

/// Writes the customer `id` with `profile`; `since` is when it accepted its agreement.
pub(super) async fn insert(
    tx: &mut Tx,
    id: CustomerId,
    domain_prefix: &str,
    profile: &Profile,
    since: Instant,
) -> Result<()> {
    let name = profile.company.name.as_str();
    let new = rows::NewCustomer {
        id,
        domain_prefix,
        profile,
        sort_key: &collation::sort_key("zh-CN", name),
        initials: &collation::initials(name),
        agreement_by: Some(AGREED_WITH),
    };
    rows::insert(tx, &new, since).await.stored()
}

/// Writes the customers that are missing, each with those who sell to it and its tags.
pub(super) async fn put_customers(system: &System, tx: &mut Tx, all: &DemoCompanies) -> Result<()> {
    let now = system.now();
    for customer in &all.customers {
        let seller = |key: &String| all.partners.iter().find(|partner| partner.key == *key);
        let Some(first) = seller(&customer.partner) else { continue };
        if rows::find(tx, first.id, customer.id).await.stored()?.is_some() {
            continue;
        }
        insert(tx, customer.id, &customer.key, &customer.profile(), now).await?;
        let sellers = [Some(first), customer.also.as_ref().and_then(seller)];
        for partner in sellers.into_iter().flatten() {
            relate(tx, partner, customer, now).await?;
        }
        for tag in &customer.tags {
            let tag = tag_called(system, tx, first.id, tag).await?;
            rows::mark(tx, first.id, tag, &[customer.id]).await.stored()?;
        }
    }
    Ok(())
}

async fn relate(
    tx: &mut Tx,
    partner: &DemoPartner,
    customer: &DemoCustomer,
    now: Instant,
) -> Result<()> {
    let delegated = customer.delegated_admin;
    rows::relate(tx, partner.id, customer.id, kind(partner.model), delegated, now).await.stored()
}

/// The tag of `partner` that is called `name`, made if it is missing.
async fn tag_called(system: &System, tx: &mut Tx, partner: PartnerId, name: &str) -> Result<TagId> {
    let tags = rows::tags(tx, partner).await.stored()?;
    if let Some(tag) = tags.iter().find(|tag| tag.name == name) {
        return Ok(tag.id);
    }
    let id = TagId::from(system.next_id());
    // None is grey: that is for those nobody has coloured.
    let colour = TagColour::ALL[1 + tags.len() % (TagColour::ALL.len() - 1)];
    rows::insert_tag(tx, partner, id, name, colour).await.stored()?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::super::companies::companies;

    #[test]
    fn every_customer_of_the_demo_has_a_valid_profile() {
        for customer in companies().customers {
            let profile = customer.profile();
            assert!(profile.contact.email.as_str().ends_with(".example"), "{}", customer.key);
            let commercial = customer.segment.is_empty();
            assert_eq!(profile.company.qualification.is_none(), commercial, "{}", customer.key);
        }
    }
}
