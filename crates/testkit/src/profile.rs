//! What is known of a customer.

use domain::catalogue::Segment;
use domain::customers::{Address, Company, Contact, MailLanguage, Profile};
use domain::input::Province;

/// A profile with the credit code `uscc`, for tests that change what they are about.
///
/// # Panics
///
/// If that is no credit code.
#[must_use]
pub fn profile(uscc: &str) -> Profile {
    let known = "the test's values are valid";
    Profile {
        company: Company {
            name: "杭州西泠设计有限公司".parse().expect(known),
            uscc: uscc.parse().expect(known),
            address: Address {
                line1: "孤山路 7 号".parse().expect(known),
                line2: None,
                province: Province::Zhejiang,
                city: "杭州".parse().expect(known),
                district: Some("西湖区".parse().expect(known)),
                postcode: "310012".parse().expect(known),
            },
            phone: None,
            segment: Segment::Commercial,
            qualification: None,
        },
        contact: Contact {
            family_name: "丁".parse().expect(known),
            given_name: "敏".parse().expect(known),
            email: "ding.min@xiling.example".parse().expect(known),
            phone: "13912345678".parse().expect(known),
            language: MailLanguage::Chinese,
        },
        billing: None,
    }
}
