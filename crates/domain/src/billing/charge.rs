//! Kinds of charges, and where they stand on the invoice.

use serde::{Deserialize, Serialize};

macro_rules! charge_types {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $words:literal, $section:ident;)*) => {
        /// What a line is for.
        ///
        /// Source: domain book, "use-the-reconciliation-files", table C.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ChargeType {
            $($(#[$doc])* $name,)*
        }

        impl ChargeType {
            /// All, in the order of the book.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// As the database and the replay write it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// As the reconciliation files write it, in every language.
            #[must_use]
            pub const fn file_words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            /// The section of the invoice that takes its amount.
            #[must_use]
            pub const fn section(self) -> Section {
                match self { $(Self::$name => Section::$section,)* }
            }
        }
    };
}

charge_types! {
    /// A charge taken back because seats have changed.
    CancelInstanceProrate, "CANCEL_INSTANCEPRORATE", "Cancel instance prorate", Recurring;
    /// A period in advance.
    CycleFee, "CYCLE_FEE", "Cycle fee", Recurring;
    /// The days of one quantity, when seats have changed.
    CycleInstanceProrate, "CYCLE_INSTANCEPRORATE", "Cycle instance prorate", Recurring;
    /// Unused days given back.
    CancelProrate, "CANCEL_PRORATE", "Prorate fees when cancel", Recurring;
    /// The rest of a period, bought by an upgrade.
    PurchaseProrate, "PURCHASE_PRORATE", "Prorate fees when purchase", Recurring;
    /// An initial charge.
    PurchaseFee, "PURCHASE_FEE", "Purchase fee", Recurring;
    /// A part of a period at a renewal.
    RenewProrate, "RENEW_PRORATE", "Prorate fee when renew", Recurring;
    /// The first period of a new term, in advance.
    RenewFee, "RENEW_FEE", "Renew fee", Recurring;
    /// The rest of a period after a reactivation.
    ActivationProrate, "ACTIVATION_PRORATE", "Prorate fees when activate", OtherProducts;
    /// Usage not paid at cancellation.
    CancelUsageFee, "CANCEL_USAGEFEE", "Assess usage fee when cancel", Usage;
    /// Usage of the period.
    CycleUsageFee, "CYCLE_USAGEFEE", "Assess usage fee for current cycle", Usage;
    /// A line refunded in whole or in part, tax included.
    OffsetLineItem, "OFFSET_LINEITEM", "Offset a line item", Credits;
    /// A discount on usage, at activation.
    ActivationDiscount, "ACTIVATION_DISCOUNT", "Activation discount", UsageDiscounts;
    /// A discount on usage, periodic.
    CycleDiscount, "CYCLE_DISCOUNT", "Cycle discount", UsageDiscounts;
    /// A discount on usage, at renewal.
    RenewDiscount, "RENEW_DISCOUNT", "Renew discount", UsageDiscounts;
    /// A discount on usage, ended.
    CancelDiscount, "CANCEL_DISCOUNT", "Cancel discount", UsageDiscounts;
}

impl ChargeType {
    /// The one that is written `code`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|charge| charge.code() == code)
    }

    /// Whether the engine's lines of this type are paid back.
    #[must_use]
    pub const fn is_credit(self) -> bool {
        matches!(self, Self::CancelInstanceProrate | Self::CancelProrate)
    }
}

/// A section of the invoice that lines add their amounts to.
///
/// Source: domain book, "read-your-bill" (sections, in order).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Section {
    /// Recurring charges.
    Recurring,
    /// Other products and services.
    OtherProducts,
    /// Usage charges.
    Usage,
    /// Other discounts, usage-based.
    UsageDiscounts,
    /// Credits and adjustments, tax included.
    Credits,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charge_type_is_found_by_its_code() {
        for charge in ChargeType::ALL {
            assert_eq!(ChargeType::from_code(charge.code()), Some(*charge));
        }
        assert_eq!(ChargeType::from_code("cycle_fee"), None);
    }
}
