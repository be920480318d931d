//! The usage-based reconciliation file: its columns, and what stands in them.
//!
//! Source: domain book, "use-the-reconciliation-files", table B.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::calendar::Days;
use super::charge::ChargeType;
use super::line::Amounts;
use super::usage::UsageQuantity;
use crate::money::{Money, UnitPrice};

/// The columns, in their order; never translated.
pub const USAGE_COLUMNS: [&str; 40] = [
    "PartnerID",
    "PartnerName",
    "PartnerBillableAccountID",
    "CustomerName",
    "MPNID",
    "ResellerMPNID",
    "InvoiceNumber",
    "ChargeStartDate",
    "ChargeEndDate",
    "SubscriptionID",
    "SubscriptionName",
    "SubscriptionDescription",
    "OrderID",
    "ServiceName",
    "ServiceType",
    "ResourceGUID",
    "ResourceName",
    "Region",
    "SKU",
    "DetailLineItemId",
    "ConsumedQuantity",
    "IncludedQuantity",
    "OverageQuantity",
    "ListPrice",
    "PretaxCharges",
    "TaxAmount",
    "PostTaxTotal",
    "Currency",
    "PretaxEffectiveRate",
    "PostTaxEffectiveRate",
    "ChargeType",
    "CustomerBillableAccount",
    "UsageDate",
    "MeteredRegion",
    "MeteredService",
    "MeteredServiceType",
    "Project",
    "ServiceInfo",
    "CustomerID",
    "DomainName",
];

/// What is known of a meter. Meters do not all say everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meter {
    /// Such as Virtual Machines.
    pub service_name: String,
    /// The kind of the service.
    pub service_type: String,
    /// Identifies the service's data and prices.
    pub resource_guid: String,
    /// Such as data transfer out, GB.
    pub resource_name: String,
    /// What the price list calls it.
    pub sku: String,
    /// The data centre.
    pub metered_region: String,
    /// The service that was metered.
    pub metered_service: String,
    /// Its kind.
    pub metered_service_type: String,
    /// What the customer calls the instance.
    pub project: String,
    /// More, such as connections a day.
    pub service_info: String,
}

/// The region of all prices of this cloud.
pub const REGION: &str = "China";

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageRow {
    /// Who is billed.
    pub partner: Uuid,
    /// The partner's registered name.
    pub partner_name: String,
    /// The partner's MPN ID.
    pub mpn_id: String,
    /// The reseller's MPN ID, as [`super::reseller_cell`] gives it.
    pub reseller: String,
    /// The invoice.
    pub invoice_number: String,
    /// The customer.
    pub customer: Uuid,
    /// The customer's name when the invoice was issued.
    pub customer_name: String,
    /// The customer's domain, whole.
    pub domain: String,
    /// The subscription, as the portal shows it.
    pub subscription: Uuid,
    /// What the partner called it.
    pub nickname: Option<String>,
    /// The English name of its offer.
    pub offer_name: String,
    /// The number of its order.
    pub order_number: i64,
    /// The billing cycle of the use.
    pub days: Days,
    /// What was metered.
    pub meter: Meter,
    /// Tells the rates of one resource apart.
    pub item: i64,
    /// How much was used.
    pub consumed: UsageQuantity,
    /// How much of it is free.
    pub included: UsageQuantity,
    /// The price of a unit when the subscription started.
    pub list_price: UnitPrice,
    /// What it comes to.
    pub money: Amounts,
    /// What one unit has cost, before and with tax; nothing where nothing was charged for.
    pub rates: [Option<Money>; 2],
    /// What it is for.
    pub charge_type: ChargeType,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Word for word the list of table B.
    #[test]
    fn the_columns_are_those_of_the_book() {
        let book = "PartnerID · PartnerName · PartnerBillableAccountID · CustomerName · MPNID · \
            ResellerMPNID · InvoiceNumber · ChargeStartDate · ChargeEndDate · SubscriptionID · \
            SubscriptionName · SubscriptionDescription · OrderID · ServiceName · ServiceType · \
            ResourceGUID · ResourceName · Region · SKU · DetailLineItemId · ConsumedQuantity · \
            IncludedQuantity · OverageQuantity · ListPrice · PretaxCharges · TaxAmount · \
            PostTaxTotal · Currency · PretaxEffectiveRate · PostTaxEffectiveRate · ChargeType · \
            CustomerBillableAccount · UsageDate · MeteredRegion · MeteredService · \
            MeteredServiceType · Project · ServiceInfo · CustomerID · DomainName";
        assert_eq!(USAGE_COLUMNS.to_vec(), book.split(" · ").collect::<Vec<_>>());
    }
}
