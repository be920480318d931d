//! Invoices as their readers see them.

use serde::{Deserialize, Serialize};

use super::account::Party;
use super::calendar::Days;
use super::invoice::Sections;
use super::line::{Amounts, Line};
use crate::ids::{CustomerId, DisputeId, InvoiceId, OfferId, PartnerId, SubscriptionId};
use crate::money::Money;
use crate::time::{Day, Instant};
use crate::words::words;

words! {
    /// What a document of the bill is.
    InvoiceKind {
        /// The bill of a period.
        Invoice = "invoice",
        /// A correction of an invoice, in the partner's favour.
        CreditNote = "credit-note",
    }
    /// Where an invoice stands.
    ///
    /// Source: domain book, 1.5.
    InvoiceStatus {
        /// To be paid, and not late.
        Open = "open",
        /// To be paid, and late.
        PastDue = "past-due",
        /// Nothing is left to pay.
        Paid = "paid",
    }
}

/// Who and where, as it stood when the invoice was issued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceHeader {
    /// The partner's number at the operator.
    pub customer_number: String,
    /// Who pays.
    pub bill_to: Party,
    /// Who has bought: the registered company.
    pub sold_to: Party,
    /// The person who gets the invoice: family name, given name.
    pub contact: (String, String),
    /// The partner's own reference.
    pub po_number: Option<String>,
    /// Days from the billing date to the due date.
    pub payment_days: u64,
    /// Who bills, and where the money goes.
    #[serde(default)]
    pub seller: Seller,
    /// Why it was issued, on a credit note.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Who bills.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seller {
    /// The operator.
    pub name: String,
    /// Where its customer service is reached.
    pub address: String,
    /// The bank account to pay to.
    pub account: String,
}

/// An invoice in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceSummary {
    /// Its id.
    pub id: InvoiceId,
    /// Its number, `CN-YYYYMM-nnnnnn`.
    pub number: String,
    /// What it is.
    pub kind: InvoiceKind,
    /// The invoice that it corrects.
    pub corrects: Option<InvoiceId>,
    /// Its date.
    pub billing_date: Day,
    /// The period that it charges in advance.
    pub period: Days,
    /// When it was issued.
    pub issued_at: Instant,
    /// The last day on which it can be paid in time.
    pub due_on: Day,
    /// Sums of its lines.
    pub sections: Sections,
    /// Unpaid before it, with credit taken off.
    pub previous_balance: Money,
    /// What was paid since the one before.
    pub payments: Money,
    /// What being late has cost, on this invoice.
    pub finance_charge: Money,
    /// What it asks for: total and finance charge.
    pub payable: Money,
    /// What has been paid of it.
    pub paid: Money,
    /// When nothing was left to pay.
    pub paid_on: Option<Day>,
    /// Rows of the license-based file.
    pub lines: u32,
    /// Rows of the usage-based file.
    pub usage_lines: u32,
    /// How often its settlement has been changed, from 1.
    pub version: i64,
}

impl InvoiceSummary {
    /// What is left to pay; never negative.
    #[must_use]
    pub fn left(&self) -> Money {
        if self.kind == InvoiceKind::CreditNote || self.paid_on.is_some() {
            return Money::ZERO;
        }
        (self.payable - self.paid).max(Money::ZERO)
    }

    /// Where it stands on `today`.
    #[must_use]
    pub fn status(&self, today: Day) -> InvoiceStatus {
        if self.left() == Money::ZERO {
            InvoiceStatus::Paid
        } else if super::is_past_due(self.due_on, today) {
            InvoiceStatus::PastDue
        } else {
            InvoiceStatus::Open
        }
    }
}

/// A billing date that could not be run to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParkedRun {
    /// Whose.
    pub partner: PartnerId,
    /// The partner's name.
    pub name: String,
    /// Which date.
    pub date: Day,
    /// What was wrong: a word, and what it is about.
    pub reason: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was tried last.
    pub ran_at: Instant,
}

/// One customer's share of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerShare {
    /// The customer.
    pub customer: CustomerId,
    /// Its name on the invoice.
    pub name: String,
    /// Its initial domain.
    pub domain: String,
    /// How many lines.
    pub lines: u32,
    /// Their money.
    pub money: Amounts,
}

/// A line of an invoice with what it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineView {
    /// Its place on the invoice, from 1.
    pub position: u32,
    /// The customer.
    pub customer: CustomerId,
    /// Its name on the invoice.
    pub customer_name: String,
    /// The subscription.
    pub subscription: SubscriptionId,
    /// Of which offer.
    pub offer: OfferId,
    /// The offer's name in the reader's language.
    pub offer_name: String,
    /// What the partner calls the subscription.
    pub nickname: Option<String>,
    /// The charge with its figures.
    pub line: Line,
    /// The dispute that it settles, if it offsets another line.
    pub settles: Option<DisputeId>,
}

/// A whole invoice but for its lines, which come page by page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceView {
    /// Its figures.
    pub summary: InvoiceSummary,
    /// Who and where.
    pub header: InvoiceHeader,
    /// Customers, those with the highest totals first.
    pub customers: Vec<CustomerShare>,
    /// How many more there are, and their money together.
    pub others: Option<(u32, Amounts)>,
    /// Whether the lines, the sections, the total and both files agree.
    pub proof: Proof,
    /// The invoice that it corrects, with its number.
    pub corrects: Option<(InvoiceId, String)>,
    /// Credit notes about it, the oldest first.
    pub credit_notes: Vec<InvoiceSummary>,
}

/// Customers that the page of an invoice lists one by one at most.
///
/// Source: domain book, "read-your-bill" (screen).
pub const MAX_LISTED: usize = 200;

/// The first [`MAX_LISTED`] of `customers`, how many others there are, and their money together.
#[must_use]
pub fn listed(mut customers: Vec<CustomerShare>) -> (Vec<CustomerShare>, Option<(u32, Amounts)>) {
    let others = customers.split_off(customers.len().min(MAX_LISTED));
    let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
    let money = others.iter().map(|share| share.money).reduce(Amounts::plus);
    (customers, money.map(|money| (count, money)))
}

/// What a partner owes and has paid, for the page of the bill.
///
/// Source: domain book, "billing" (screen).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillingView {
    /// Σ of what is left to pay, less credit; never negative.
    pub due: Money,
    /// Of it, what should have been paid by now.
    pub overdue: Money,
    /// Paid too much, and not used yet.
    pub credit: Money,
    /// The first day on which something of it is due.
    pub due_on: Option<Day>,
    /// The newest payment: when, how much, the bank's reference.
    pub last_payment: Option<(Day, Money, String)>,
    /// The date of the next invoice.
    pub next_on: Day,
    /// What that will come to if nothing else happens, tax included.
    pub estimate: Money,
    /// Since when the account is suspended.
    pub suspended_on: Option<Day>,
    /// The year that is shown.
    pub year: i32,
    /// Years to choose from, the newest first.
    pub years: Vec<i32>,
    /// Invoices and credit notes of the year, the newest first.
    pub invoices: Vec<InvoiceSummary>,
    /// Billing dates of the year without charges, the newest first.
    pub quiet: Vec<Day>,
}

/// Lines of an invoice, and whether there are more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinesView {
    /// In the order of the invoice.
    pub lines: Vec<LineView>,
    /// The place behind which the next page begins.
    pub next: Option<u32>,
}

/// The same sum from four sides.
///
/// Source: domain book, "read-your-bill" (the invoice reconciles to its files to the fen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Σ of the totals of all lines.
    pub lines: Money,
    /// Σ of the sections as they are stored.
    pub sections: Money,
    /// The total as it is stored.
    pub total: Money,
    /// Σ of the sections computed anew from the rows of both files.
    pub files: Money,
    /// Whether each section computed anew is the one that is stored.
    pub each_section: bool,
}

impl Proof {
    /// `stored` against `computed` from the rows, whose totals are `lines`.
    #[must_use]
    pub fn of(stored: &Sections, computed: &Sections, lines: Money) -> Self {
        Self {
            lines,
            sections: stored.sum(),
            total: stored.total,
            files: computed.sum(),
            each_section: stored == computed,
        }
    }

    /// Whether all sides agree to the fen.
    #[must_use]
    pub fn holds(&self) -> bool {
        let sides = [self.lines, self.sections, self.files];
        self.each_section && sides.iter().all(|side| *side == self.total)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An open invoice of 15 June 2019 that asks for `fen`.
    pub(in crate::billing) fn invoice(fen: i64) -> InvoiceSummary {
        let day: Day = "2019-06-15".parse().expect("a day");
        InvoiceSummary {
            id: InvoiceId::from(uuid::Uuid::nil()),
            number: "CN-201906-000001".to_owned(),
            kind: InvoiceKind::Invoice,
            corrects: None,
            billing_date: day,
            period: Days { first: day, last: day },
            issued_at: crate::time::start_of_day(day),
            due_on: crate::time::days_after(day, 30),
            sections: Sections::default(),
            previous_balance: Money::ZERO,
            payments: Money::ZERO,
            finance_charge: Money::ZERO,
            payable: Money::from_fen(fen),
            paid: Money::ZERO,
            paid_on: None,
            lines: 0,
            usage_lines: 0,
            version: 1,
        }
    }

    #[test]
    fn a_proof_fails_when_one_side_is_a_fen_off() {
        let sections = Sections {
            recurring: Money::from_fen(100),
            total: Money::from_fen(100),
            ..Sections::default()
        };
        assert!(Proof::of(&sections, &sections, Money::from_fen(100)).holds());
        assert!(!Proof::of(&sections, &sections, Money::from_fen(101)).holds());
        // Two sections that are wrong by the same fen hide each other in the sum.
        let moved = Sections {
            recurring: Money::from_fen(99),
            other_products: Money::from_fen(1),
            ..sections
        };
        assert!(!Proof::of(&sections, &moved, Money::from_fen(100)).holds());
    }

    #[test]
    fn customers_that_are_not_listed_are_added_up_to_the_fen() {
        let share = |number: usize| CustomerShare {
            customer: CustomerId::from(uuid::Uuid::nil()),
            name: number.to_string(),
            domain: String::new(),
            lines: 1,
            money: Amounts {
                amount: Money::from_fen(1_001),
                discount: Money::from_fen(10),
                tax: Money::from_fen(61),
            },
        };
        for (all, others) in
            [(0, None), (200, None), (201, Some((1, 1_052))), (203, Some((3, 3_156)))]
        {
            let (one_by_one, rest) = listed((0..all).map(share).collect());
            assert_eq!(one_by_one.len(), all.min(MAX_LISTED), "{all}");
            assert_eq!(rest.map(|(count, money)| (count, money.total().fen())), others, "{all}");
        }
    }
}
