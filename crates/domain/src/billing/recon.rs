//! The license-based reconciliation file: its columns, and what stands in them.
//!
//! Source: domain book, "use-the-reconciliation-files", tables A and D.

use chrono::Datelike as _;
use uuid::Uuid;

use super::line::Line;
use crate::time::Day;

/// The columns, in their order; never translated.
pub const LICENCE_COLUMNS: [&str; 27] = [
    "PartnerId",
    "CustomerID",
    "OrderID",
    "SubscriptionID",
    "Syndication_Partner_Subscription_Number",
    "OfferID",
    "DurableOfferID",
    "OfferName",
    "SubscriptionStartDate",
    "SubscriptionEndDate",
    "ChargeStartDate",
    "ChargeEndDate",
    "ChargeType",
    "UnitPrice",
    "Quantity",
    "Amount",
    "TotalOtherDiscount",
    "Subtotal",
    "Tax",
    "TotalForCustomer",
    "Currency",
    "CustomerName",
    "MPNID",
    "ResellerMPNID",
    "DomainName",
    "SubscriptionName",
    "SubscriptionDescription",
];

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenceRow {
    /// Who is billed.
    pub partner: Uuid,
    /// The customer.
    pub customer: Uuid,
    /// The number of the order.
    pub order_number: i64,
    /// The subscription, as the portal shows it: the key to reconcile.
    pub subscription: Uuid,
    /// What is shared by offers that sell the same; not in the price list.
    pub sku: Uuid,
    /// The offer, as the price list names it.
    pub offer: Uuid,
    /// Its English name.
    pub offer_name: String,
    /// The first day of the subscription.
    pub starts_on: Day,
    /// The end of its term, at 0:00.
    pub ends_on: Day,
    /// The charge with its figures.
    pub line: Line,
    /// The customer's name when the invoice was issued.
    pub customer_name: String,
    /// The partner's MPN ID.
    pub mpn_id: String,
    /// The reseller's MPN ID, as [`reseller_cell`] gives it.
    pub reseller: String,
    /// The customer's domain, whole.
    pub domain: String,
    /// What the partner called the subscription.
    pub nickname: Option<String>,
}

/// The reseller's MPN ID in a file of a partner with the MPN ID `own`.
///
/// (a) the reseller of the subscription; (b), (c) nobody, or one without an ID: the partner's own; (d)
/// taken away, which is kept as an empty ID: −1. Partners who sell directly have an empty column.
#[must_use]
pub fn reseller_cell(indirect: bool, own: &str, reseller: Option<&str>) -> String {
    match (indirect, reseller) {
        (false, _) => String::new(),
        (true, None) => own.to_owned(),
        (true, Some("")) => "-1".to_owned(),
        (true, Some(id)) => id.to_owned(),
    }
}

/// The number that the billing platform has for `subscription`: not the one that the portal shows.
#[must_use]
pub fn platform_id(subscription: Uuid) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bytes = subscription.as_bytes();
    // The last ten bytes of an id that grows with time are the random ones; six bits a letter.
    let mut bits = 0_u128;
    for byte in &bytes[4..] {
        bits = (bits << 8) | u128::from(*byte);
    }
    (0..16)
        .rev()
        .map(|place| {
            let index = usize::try_from((bits >> (6 * place)) & 63).unwrap_or_default();
            char::from(LETTERS[index])
        })
        .collect()
}

/// `day` at 0:00 as the files write it: `2/1/2015 0:00`.
#[must_use]
pub fn from_midnight(day: Day) -> String {
    format!("{}/{}/{} 0:00", day.month(), day.day(), day.year())
}

/// The end of `day` as the files write it: `2/28/2015 23:59`.
#[must_use]
pub fn until_midnight(day: Day) -> String {
    format!("{}/{}/{} 23:59", day.month(), day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Word for word the list of table A.
    #[test]
    fn the_columns_are_those_of_the_book() {
        let book = "PartnerId · CustomerID · OrderID · SubscriptionID · \
            Syndication_Partner_Subscription_Number · OfferID · DurableOfferID · OfferName · \
            SubscriptionStartDate · SubscriptionEndDate · ChargeStartDate · ChargeEndDate · \
            ChargeType · UnitPrice · Quantity · Amount · TotalOtherDiscount · Subtotal · Tax · \
            TotalForCustomer · Currency · CustomerName · MPNID · ResellerMPNID · DomainName · \
            SubscriptionName · SubscriptionDescription";
        assert_eq!(LICENCE_COLUMNS.to_vec(), book.split(" · ").collect::<Vec<_>>());
    }

    /// The four cases of table D, and the direct model.
    #[test]
    fn the_resellers_id_is_the_resellers_or_the_partners_or_minus_one() {
        for (indirect, reseller, cell) in [
            (true, Some("6048879"), "6048879"),
            (true, None, "4390935"),
            (true, Some(""), "-1"),
            (false, None, ""),
            (false, Some("6048879"), ""),
        ] {
            assert_eq!(reseller_cell(indirect, "4390935", reseller), cell, "{reseller:?}");
        }
    }

    #[test]
    fn days_are_written_as_the_documented_samples_are() {
        let day = |text: &str| text.parse().expect("a day");
        assert_eq!(from_midnight(day("2015-02-01")), "2/1/2015 0:00");
        assert_eq!(until_midnight(day("2015-02-28")), "2/28/2015 23:59");
        assert_eq!(from_midnight(day("2019-12-15")), "12/15/2019 0:00");
    }

    #[test]
    fn the_platforms_number_has_sixteen_letters_and_differs_for_each() {
        let [one, other] = [1, 2].map(|n| platform_id(Uuid::from_u128(n)));
        assert_eq!((one.len(), other.len()), (16, 16));
        assert_ne!(one, other);
        assert!(
            one.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"-_".contains(&letter))
        );
    }
}
