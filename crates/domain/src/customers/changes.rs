//! What an edit has changed, for the activity log.

use super::model::{Address, Billing, Profile};

/// The values that differ between `before` and `after`, as `field: value` with semicolons
/// between, first the old ones and then the new; `None` if nothing differs.
///
/// A field without a value is written as `field: –`.
///
/// Source: domain book, "update-customer-account-info" (every change logged with old and new
/// value).
#[must_use]
pub fn changes(before: &Profile, after: &Profile) -> Option<(String, String)> {
    let differing: Vec<_> =
        fields(before).into_iter().zip(fields(after)).filter(|(old, new)| old != new).collect();
    if differing.is_empty() {
        return None;
    }
    let (old, new): (Vec<_>, Vec<_>) = differing.into_iter().unzip();
    Some((written(old), written(new)))
}

/// All values of `profile` that are there, written like those of [`changes`].
#[must_use]
pub fn described(profile: &Profile) -> String {
    written(fields(profile).into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

fn written(fields: Vec<(&'static str, String)>) -> String {
    let one = |(name, value): (&str, String)| {
        format!("{name}: {}", if value.is_empty() { "–" } else { &value })
    };
    fields.into_iter().map(one).collect::<Vec<_>>().join("; ")
}

fn fields(profile: &Profile) -> Vec<(&'static str, String)> {
    let Profile { company, contact, billing } = profile;
    let text = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
    let person = |family: &dyn ToString, given: &dyn ToString| {
        format!("{} {}", family.to_string(), given.to_string())
    };
    let of_billing =
        |value: fn(&Billing) -> String| billing.as_ref().map(value).unwrap_or_default();
    vec![
        ("company", company.name.to_string()),
        ("uscc", company.uscc.to_string()),
        ("address", address(&company.address)),
        ("phone", text(company.phone.as_ref().map(|phone| phone as &dyn ToString))),
        ("segment", company.segment.to_string()),
        ("qualification", company.qualification.clone().unwrap_or_default()),
        ("contact", person(&contact.family_name, &contact.given_name)),
        ("contact e-mail", contact.email.to_string()),
        ("contact phone", contact.phone.to_string()),
        ("contact language", contact.language.to_string()),
        ("billing company", of_billing(|billing| billing.company.to_string())),
        (
            "billing contact",
            of_billing(|billing| format!("{} {}", billing.family_name, billing.given_name)),
        ),
        ("billing e-mail", of_billing(|billing| billing.email.to_string())),
        ("billing address", of_billing(|billing| address(&billing.address))),
        ("billing language", of_billing(|billing| billing.language.to_string())),
    ]
}

fn address(address: &Address) -> String {
    let Address { line1, line2, province, city, district, postcode } = address;
    let district = district.as_ref().map(|district| format!(" {district}")).unwrap_or_default();
    let line2 = line2.as_ref().map(|line| format!(", {line}")).unwrap_or_default();
    format!("{postcode} {} {city}{district}, {line1}{line2}", province.code())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::catalogue::Segment;
    use crate::customers::{Company, Contact, MailLanguage};
    use crate::input::Province;

    pub(crate) fn profile() -> Profile {
        Profile {
            company: Company {
                name: "西泠".parse().unwrap(),
                uscc: "91330106MA2DEM033H".parse().unwrap(),
                address: Address {
                    line1: "1 号".parse().unwrap(),
                    line2: None,
                    province: Province::Zhejiang,
                    city: "杭州".parse().unwrap(),
                    district: Some("西湖区".parse().unwrap()),
                    postcode: "310012".parse().unwrap(),
                },
                phone: None,
                segment: Segment::Commercial,
                qualification: None,
            },
            contact: Contact {
                family_name: "丁".parse().unwrap(),
                given_name: "敏".parse().unwrap(),
                email: "ding@xiling.example".parse().unwrap(),
                phone: "13912345678".parse().unwrap(),
                language: MailLanguage::Chinese,
            },
            billing: None,
        }
    }

    #[test]
    fn only_what_differs_is_written() {
        let before = profile();
        assert_eq!(changes(&before, &before), None);
        let mut after = profile();
        after.company.phone = Some("021-55550123".parse().unwrap());
        after.contact.email = "new@xiling.example".parse().unwrap();
        let (old, new) = changes(&before, &after).unwrap();
        assert_eq!(old, "phone: –; contact e-mail: ding@xiling.example");
        assert_eq!(new, "phone: +862155550123; contact e-mail: new@xiling.example");
    }

    #[test]
    fn a_billing_contact_is_written_whole() {
        let before = profile();
        let mut after = profile();
        after.billing = Some(Billing {
            company: "西泠财务".parse().unwrap(),
            family_name: "孙".parse().unwrap(),
            given_name: "立".parse().unwrap(),
            email: "sun@xiling.example".parse().unwrap(),
            address: before.company.address.clone(),
            language: MailLanguage::English,
        });
        let (old, new) = changes(&before, &after).unwrap();
        assert_eq!(old.matches('–').count(), 5);
        assert!(new.contains("billing address: 310012 ZJ 杭州 西湖区, 1 号"), "{new}");
    }
}
