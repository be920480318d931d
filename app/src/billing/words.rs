//! Words of the bill that are chosen by data, on pages and on paper.

use domain::billing::{ChargeType, Debtor, InvoiceStatus, Party, Percent, Sections};
use domain::error::Arg;
use domain::money::Money;
use domain::time::Day;
use i18n::{Locale, MessageId, format, message};

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
#[must_use]
pub fn sections(sums: &Sections) -> [(MessageId, Money); 7] {
    [
        (message!("invoice-recurring"), sums.recurring),
        (message!("invoice-other-products"), sums.other_products),
        (message!("invoice-usage"), sums.usage),
        (message!("invoice-usage-discounts"), sums.usage_discounts),
        (message!("invoice-discounts"), sums.discounts),
        (message!("invoice-credits"), sums.credits),
        (message!("invoice-tax"), sums.tax),
    ]
}

/// What a line is for.
#[must_use]
pub fn charge(charge: ChargeType) -> MessageId {
    match charge {
        ChargeType::CancelInstanceProrate => message!("charge-cancel-instanceprorate"),
        ChargeType::CycleFee => message!("charge-cycle-fee"),
        ChargeType::CycleInstanceProrate => message!("charge-cycle-instanceprorate"),
        ChargeType::CancelProrate => message!("charge-cancel-prorate"),
        ChargeType::PurchaseProrate => message!("charge-purchase-prorate"),
        ChargeType::PurchaseFee => message!("charge-purchase-fee"),
        ChargeType::RenewProrate => message!("charge-renew-prorate"),
        ChargeType::RenewFee => message!("charge-renew-fee"),
        ChargeType::ActivationProrate => message!("charge-activation-prorate"),
        ChargeType::CancelUsageFee => message!("charge-cancel-usagefee"),
        ChargeType::CycleUsageFee => message!("charge-cycle-usagefee"),
        ChargeType::OffsetLineItem => message!("charge-offset-lineitem"),
        ChargeType::ActivationDiscount => message!("charge-activation-discount"),
        ChargeType::CycleDiscount => message!("charge-cycle-discount"),
        ChargeType::RenewDiscount => message!("charge-renew-discount"),
        ChargeType::CancelDiscount => message!("charge-cancel-discount"),
    }
}

/// A rate, without zeros that say nothing.
pub(super) fn percent(percent: Percent) -> String {
    let number = format::decimal(locale().language(), percent.percent().normalize());
    t!("billing-percent", number = Arg::Text(number))
}

/// Name and address in one line, as letters in China have them: from the large to the small.
#[must_use]
pub fn party(party: &Party) -> String {
    let Party { name, address_line1, address_line2, district, city, postal_code, .. } = party;
    let parts = [Some(city), district.as_ref(), Some(address_line1), address_line2.as_ref()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let address = parts.map(String::as_str).collect::<Vec<_>>().join(" ");
    format!("{name} · {address} · {postal_code}")
}

/// Words of `id` for whoever reads this page.
pub(crate) fn say(id: MessageId) -> String {
    locale().say(id, &[])
}

/// Who and when, on top of an invoice: labels and facts, in the order of the book.
///
/// Source: domain book, "read-your-bill" (header fields).
#[must_use]
pub fn header(locale: Locale, invoice: &domain::billing::InvoiceView) -> Vec<(MessageId, String)> {
    let (summary, header) = (&invoice.summary, &invoice.header);
    let date = |day| format::date(locale.language(), day);
    let days = i64::try_from(header.payment_days).unwrap_or(i64::MAX);
    let terms = locale.say(message!("invoice-net-days"), &[("days", Arg::Count(days))]);
    let (first, last) = (Arg::Day(summary.period.first), Arg::Day(summary.period.last));
    let period = locale.say(message!("invoice-from-to"), &[("first", first), ("last", last)]);
    let number = [("number", Arg::Text(summary.number.clone()))];
    let quote = locale.say(message!("invoice-pay-quote"), &number);
    let account = Some(header.seller.account.clone()).filter(|account| !account.is_empty());
    let pay = account.map_or(quote.clone(), |account| format!("{account} · {quote}"));
    let (family, given) = &header.contact;
    let contact = format::person_name(locale.language(), family, given);
    let seller = [header.seller.name.as_str(), header.seller.address.as_str()];
    let seller = seller.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let none = || locale.say(message!("none"), &[]);
    let or_none = |text: String| if text.is_empty() { none() } else { text };
    vec![
        (message!("billing-invoice"), summary.number.clone()),
        (message!("invoice-customer-number"), or_none(header.customer_number.clone())),
        (message!("invoice-bill-to"), party(&header.bill_to)),
        (message!("invoice-contact"), contact),
        (message!("invoice-sold-to"), party(&header.sold_to)),
        (message!("invoice-service-recipient"), party(&header.sold_to)),
        (message!("invoice-po-number"), header.po_number.clone().unwrap_or_else(none)),
        (message!("billing-date"), date(summary.billing_date)),
        (message!("invoice-period"), period),
        (message!("invoice-terms"), terms),
        (message!("billing-due-date"), date(summary.due_on)),
        (message!("invoice-currency"), domain::money::CURRENCY.to_owned()),
        (message!("invoice-pay"), pay),
        (message!("invoice-seller"), or_none(seller.join(" · "))),
    ]
}

/// What a credit note says: labels and facts.
#[must_use]
pub fn credit_note(
    locale: Locale,
    note: &domain::billing::InvoiceView,
) -> Vec<(MessageId, String)> {
    let (summary, header) = (&note.summary, &note.header);
    let money = |amount| format::money(locale.language(), amount);
    let sums = &summary.sections;
    let corrects = note.corrects.as_ref().map(|(_, number)| number.clone());
    vec![
        (message!("credit-note-corrects"), corrects.unwrap_or_default()),
        (message!("credit-note-why"), header.reason.clone().unwrap_or_default()),
        (message!("billing-date"), format::date(locale.language(), summary.billing_date)),
        (message!("invoice-bill-to"), header.bill_to.name.clone()),
        (message!("credit-note-net"), money(sums.credits)),
        (message!("invoice-tax"), money(sums.tax)),
        (message!("credit-note-total"), money(sums.total)),
    ]
}

/// The sums below the total of current charges, up to the amount that is due.
#[must_use]
pub fn below_total(invoice: &domain::billing::InvoiceSummary) -> [(MessageId, Money); 5] {
    [
        (message!("invoice-total"), invoice.sections.total),
        (message!("invoice-finance-charge"), invoice.finance_charge),
        (message!("invoice-payments"), invoice.payments),
        (message!("invoice-previous-balance"), invoice.previous_balance),
        (message!("invoice-amount-due"), invoice.previous_balance + invoice.payable),
    ]
}
