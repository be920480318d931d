//! Words of the bill that are chosen by data.

use domain::billing::{ChargeType, Debtor, InvoiceStatus, Sections};
use domain::money::Money;
use domain::time::Day;
use i18n::format;

use crate::context::locale;
use crate::ui::Tone;

pub(crate) fn money(amount: Money) -> String {
    format::money(locale().language(), amount)
}

pub(crate) fn day(day: Day) -> String {
    format::date(locale().language(), day)
}

pub(crate) fn status(status: InvoiceStatus) -> (Tone, String) {
    match status {
        InvoiceStatus::Open => (Tone::Info, t!("invoice-open")),
        InvoiceStatus::PastDue => (Tone::Negative, t!("invoice-past-due")),
        InvoiceStatus::Paid => (Tone::Positive, t!("invoice-paid")),
    }
}

/// Whether a partner's account works.
pub(crate) fn standing(debtor: &Debtor) -> (Tone, String) {
    if debtor.suspended {
        (Tone::Negative, t!("payments-suspended"))
    } else if debtor.overdue > Money::ZERO {
        (Tone::Caution, t!("invoice-past-due"))
    } else {
        (Tone::Positive, t!("payments-in-order"))
    }
}

/// The sections in the order of the book, each with its sum.
pub(super) fn sections(sums: &Sections) -> [(String, Money); 7] {
    [
        (t!("invoice-recurring"), sums.recurring),
        (t!("invoice-other-products"), sums.other_products),
        (t!("invoice-usage"), sums.usage),
        (t!("invoice-usage-discounts"), sums.usage_discounts),
        (t!("invoice-discounts"), sums.discounts),
        (t!("invoice-credits"), sums.credits),
        (t!("invoice-tax"), sums.tax),
    ]
}

/// What a line is for; the file's words for what no line of ours is.
pub(crate) fn charge(charge: ChargeType) -> String {
    match charge {
        ChargeType::CancelInstanceProrate => t!("charge-cancel-instanceprorate"),
        ChargeType::CycleFee => t!("charge-cycle-fee"),
        ChargeType::CycleInstanceProrate => t!("charge-cycle-instanceprorate"),
        ChargeType::CancelProrate => t!("charge-cancel-prorate"),
        ChargeType::PurchaseProrate => t!("charge-purchase-prorate"),
        ChargeType::PurchaseFee => t!("charge-purchase-fee"),
        ChargeType::RenewProrate => t!("charge-renew-prorate"),
        ChargeType::RenewFee => t!("charge-renew-fee"),
        ChargeType::ActivationProrate => t!("charge-activation-prorate"),
        ChargeType::OffsetLineItem => t!("charge-offset-lineitem"),
        usage => usage.file_words().to_owned(),
    }
}
