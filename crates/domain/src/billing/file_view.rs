//! The reconciliation files on a page, and a whole invoice on paper.
//!
//! Source: domain book, "use-the-reconciliation-files" (screen) and "read-your-bill".

use serde::{Deserialize, Serialize};

use super::calendar::Days;
use super::charge::{ChargeType, Section};
use super::invoice::Sections;
use super::line::Amounts;
use super::usage::UsageQuantity;
use super::views::{InvoiceSummary, InvoiceView, LineView};
use crate::ids::{CustomerId, InvoiceId, SubscriptionId};
use crate::money::UnitPrice;
use crate::words::words;

words! {
    /// Which of the two files.
    FileKind {
        /// Rows of subscriptions that are billed by seat.
        License = "license",
        /// Rows of what meters have counted.
        Usage = "usage",
    }
}

impl FileKind {
    /// Whether rows of `charge` can stand in this file.
    #[must_use]
    pub fn has(self, charge: ChargeType) -> bool {
        match charge.section() {
            Section::Recurring | Section::OtherProducts => self == Self::License,
            Section::Usage | Section::UsageDiscounts => self == Self::Usage,
            Section::Credits => true,
        }
    }
}

/// Which rows of which file somebody wants to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileQuery {
    /// Of which invoice.
    pub invoice: InvoiceId,
    /// Of which file.
    pub file: FileKind,
    /// Only of this customer.
    pub customer: Option<CustomerId>,
    /// Only of this type, by its code.
    pub charge: Option<String>,
    /// Behind this place.
    pub after: u32,
}

impl FileQuery {
    /// The type that is asked for, if the file can have it.
    #[must_use]
    pub fn charge_type(&self) -> Option<ChargeType> {
        let charge = ChargeType::from_code(self.charge.as_deref()?)?;
        self.file.has(charge).then_some(charge)
    }
}

/// A row of usage on an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageLineView {
    /// Its place in the usage-based file, from 1.
    pub position: u32,
    /// The customer.
    pub customer: CustomerId,
    /// Its name on the invoice.
    pub customer_name: String,
    /// The subscription.
    pub subscription: SubscriptionId,
    /// What it is for.
    pub charge_type: ChargeType,
    /// The days charged.
    pub days: Days,
    /// The meter's name.
    pub resource: String,
    /// How much beyond what is included.
    pub overage: UsageQuantity,
    /// The price of a unit.
    pub list_price: UnitPrice,
    /// Its money.
    pub money: Amounts,
}

/// Rows of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileRows {
    /// Of the license-based one.
    License(Vec<LineView>),
    /// Of the usage-based one.
    Usage(Vec<UsageLineView>),
}

/// A page of a file, and whether the files agree with the invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// The invoice.
    pub invoice: InvoiceSummary,
    /// Its sections, added up anew from the rows of both files.
    pub computed: Sections,
    /// Customers to choose from, those with the highest totals first.
    pub customers: Vec<(CustomerId, String)>,
    /// In the order of the file.
    pub rows: FileRows,
    /// The place behind which the next page begins.
    pub next: Option<u32>,
}

/// Lines that an invoice on paper has at most; longer ones show each customer's sums only.
pub const MAX_PRINTED: u32 = 5_000;

/// A whole invoice, to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedInvoice {
    /// All but its lines.
    pub invoice: InvoiceView,
    /// Its lines; none of more than [`MAX_PRINTED`].
    pub lines: Vec<LineView>,
    /// Its rows of usage, likewise.
    pub usage: Vec<UsageLineView>,
    /// Whether the lines are there.
    pub itemised: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_is_asked_of_the_file_that_has_it() {
        let query = |file, charge: &str| FileQuery {
            invoice: InvoiceId::from(uuid::Uuid::nil()),
            file,
            customer: None,
            charge: Some(charge.to_owned()),
            after: 0,
        };
        for (charge, license, usage) in [
            ("CYCLE_FEE", true, false),
            ("ACTIVATION_PRORATE", true, false),
            ("CYCLE_USAGEFEE", false, true),
            ("CYCLE_DISCOUNT", false, true),
            ("OFFSET_LINEITEM", true, true),
            ("cycle_fee", false, false),
            ("", false, false),
        ] {
            let has = |file| query(file, charge).charge_type().is_some();
            assert_eq!(
                (has(FileKind::License), has(FileKind::Usage)),
                (license, usage),
                "{charge}"
            );
        }
    }
}
