//! An invoice that no run has issued.

use chrono::NaiveDate;
use domain::billing::{
    Amounts, ChargeType, InvoiceHeader, InvoiceKind, InvoiceSummary, Line, Percent, Period,
    Sections, VatRate, due_date,
};
use domain::ids::{InvoiceId, SubscriptionId};
use domain::money::{Money, UnitPrice};
use domain::time::{Day, start_of_day};
use storage::Tx;
use storage::billing::invoices;
use storage::billing::lines::{self, StoredLine};
use uuid::Uuid;

use crate::Sold;

/// Writes the invoice of 15 June 2019, of 100.00 and 6 %, with one line about `subscription`, under
/// an id made of `number`.
///
/// # Panics
///
/// If the id is taken.
pub async fn insert_invoice(
    tx: &mut Tx,
    number: u32,
    sold: Sold<'_>,
    subscription: SubscriptionId,
) -> InvoiceSummary {
    let day = NaiveDate::from_ymd_opt(2019, 6, 15).expect("a day");
    let id = InvoiceId::from(Uuid::from_u128(0x1_0000_0000 + u128::from(number)));
    let line = line(day);
    let stored = StoredLine {
        position: 1,
        customer: sold.customer,
        subscription,
        offer: sold.offer,
        order_number: 1,
        line,
        starts_on: day,
        ends_on: day,
        customer_name: "客户".to_owned(),
        domain_prefix: "customer".to_owned(),
        nickname: None,
        reseller: None,
        dispute: None,
    };
    lines::insert_many(tx, id, &[stored]).await.expect("the line is new");
    let sections = Sections::of([&line]).expect("a small sum");
    let invoice = InvoiceSummary {
        id,
        number: format!("CN-201906-{number:06}"),
        kind: InvoiceKind::Invoice,
        corrects: None,
        billing_date: day,
        period: line.days,
        issued_at: start_of_day(day),
        due_on: due_date(day, 30),
        sections,
        previous_balance: Money::ZERO,
        payments: Money::ZERO,
        finance_charge: Money::ZERO,
        payable: sections.total,
        paid: Money::ZERO,
        paid_on: None,
        lines: 1,
        usage_lines: 0,
        version: 1,
    };
    let header = InvoiceHeader::default();
    invoices::insert(tx, sold.partner, &invoice, &header).await.expect("the invoice is new");
    invoice
}

fn line(day: Day) -> Line {
    let money = Amounts {
        amount: Money::from_fen(10_000),
        discount: Money::ZERO,
        tax: Money::from_fen(600),
    };
    Line {
        charge_type: ChargeType::CycleFee,
        days: Period::starting(day).days(),
        period: Period::starting(day),
        unit_price: UnitPrice::from_stored(100_000),
        quantity: 10,
        discount_percent: Percent::ZERO,
        vat: VatRate::default(),
        money,
    }
}
