//! Words of the bill that are chosen by data.

use domain::billing::{ChargeType, InvoiceStatus, Kind, Line, Percent, Sections};
use domain::error::Arg;
use domain::money::Money;
use domain::time::Day;
use i18n::format;

use crate::context::locale;
use crate::ui::Tone;

pub(super) fn money(amount: Money) -> String {
    format::money(locale().language(), amount)
}

pub(super) fn day(day: Day) -> String {
    format::date(locale().language(), day)
}

pub(super) fn status(status: InvoiceStatus) -> (Tone, String) {
    match status {
        InvoiceStatus::Open => (Tone::Info, t!("invoice-open")),
        InvoiceStatus::PastDue => (Tone::Negative, t!("invoice-past-due")),
        InvoiceStatus::Paid => (Tone::Positive, t!("invoice-paid")),
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
pub(super) fn charge(charge: ChargeType) -> String {
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

/// How the figures of `line` came about, in a sentence.
pub(super) fn arithmetic(line: &Line) -> String {
    if line.charge_type == ChargeType::OffsetLineItem {
        return t!("arithmetic-offset");
    }
    let Ok(told) = line.explained() else { return String::new() };
    let count = |n: i64| Arg::Count(n);
    let amount = Arg::Money(line.money.amount);
    match told.kind {
        Kind::Reversal => t!("arithmetic-reversal", amount = amount),
        Kind::Charge | Kind::Credit => t!(
            "arithmetic-share",
            price = Arg::UnitPrice(told.price),
            seats = count(told.seats.into()),
            days = count(told.days),
            of = count(told.of_days),
            amount = amount
        ),
    }
}

/// A rate, without zeros that say nothing.
pub(super) fn percent(percent: Percent) -> String {
    let number = format::decimal(locale().language(), percent.percent().normalize());
    t!("billing-percent", number = Arg::Text(number))
}
