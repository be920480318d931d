//! What is paid, what is late, and what that leads to.

use domain::access::{AgentRole, OperatorRole};
use domain::billing::{InvoiceStatus, RecordPayment};
use domain::error::Error;
use domain::money::Money;
use services::billing::{debtors, invoice, overview, record_payment};
use services::orders;
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day};

on_each_backend! {
    the_oldest_invoice_is_paid_first_and_the_rest_is_credit
    a_transfer_is_recorded_once
    being_late_costs_a_percentage_for_each_started_month
    whoever_is_late_is_warned_suspended_and_reinstated_by_the_payment
    who_may_see_the_bill_sees_their_own
}

impl Desk {
    pub(super) fn payment(&self, fen: i64, on: &str, reference: &str) -> RecordPayment {
        RecordPayment {
            request: self.world.request(),
            partner: self.world.partner(1),
            received_on: day(on),
            amount: Money::from_fen(fen),
            reference: reference.to_owned(),
        }
    }

    /// 100.00 a month without tax, billed in June, July and August.
    pub(super) async fn three_invoices(store: Store) -> Self {
        let desk = Self::on(store, "2019-06-02").await;
        desk.buy("O365-E1", 10).await;
        for date in ["2019-06-15", "2019-07-15"] {
            desk.go_to(date);
            desk.jobs().await;
        }
        desk
    }
}

async fn the_oldest_invoice_is_paid_first_and_the_rest_is_credit(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
    let [june, july] = &desk.invoices().await[..] else { panic!("two invoices") };
    assert_eq!(june.payable.fen(), 44_520, "10 × 42.00 and 6 %");

    let part = desk.payment(50_000, "2019-07-15", "TT-1");
    let done = record_payment(&operator, part).await.expect("it is recorded");
    assert_eq!(done.cleared, [june.number.as_str()]);
    let [june, july_now] = &desk.invoices().await[..] else { panic!("two invoices") };
    assert_eq!(june.status(day("2019-08-20")), InvoiceStatus::Paid);
    assert_eq!(july_now.paid.fen(), 5_480, "what was left");

    let more = desk.payment(50_000, "2019-07-20", "TT-2");
    let done = record_payment(&operator, more).await.expect("it is recorded");
    assert_eq!(done.cleared, [july.number.as_str()]);
    let seen = overview(&desk.world.caller(1, AgentRole::AdminAgent), None).await.expect("seen");
    assert_eq!((seen.due, seen.credit.fen()), (Money::ZERO, 10_960));

    // The credit pays the next invoice as soon as that is there.
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let august = desk.invoices().await.pop().expect("an invoice");
    assert_eq!(august.paid.fen(), 10_960);
    assert_eq!(august.previous_balance.fen(), -10_960);
    let owed = debtors(&operator).await.expect("seen");
    assert_eq!(owed[0].due, august.payable - august.paid);
}

async fn a_transfer_is_recorded_once(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
    let payment = desk.payment(10_000, "2019-07-15", "TT-1");
    for _ in 0..3 {
        record_payment(&operator, payment.clone()).await.expect("a repetition is answered");
    }
    let again = record_payment(&operator, desk.payment(10_000, "2019-07-15", "TT-1")).await;
    assert!(matches!(again, Err(Error::Invalid { .. })), "{again:?}");
    assert_eq!(desk.invoices().await[0].paid.fen(), 10_000);
    let agent = desk.world.caller(1, AgentRole::AdminAgent);
    let refused = record_payment(&agent, desk.payment(1, "2019-07-15", "TT-2")).await;
    assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    let auditor = desk.world.operator_caller(OperatorRole::Auditor);
    let refused = record_payment(&auditor, desk.payment(1, "2019-07-15", "TT-2")).await;
    assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
}

/// Domain book, BL3: 1.5 % for each of two started months, once, without tax.
async fn being_late_costs_a_percentage_for_each_started_month(store: Store) {
    let desk = Desk::three_invoices(store).await;
    // Due on 15 July: on 15 August 31 days late, of which the first month and the second have begun.
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let invoices = desk.invoices().await;
    let month = 668; // 1.5 % of 445.20 is 6.678
    assert_eq!(invoices[1].finance_charge, Money::ZERO);
    assert_eq!(invoices[2].finance_charge.fen(), month, "one month had begun by the day before");
    assert_eq!(invoices[2].payable, invoices[2].sections.total + invoices[2].finance_charge);
    desk.go_to("2019-09-15");
    desk.jobs().await;
    let september = desk.invoices().await.pop().expect("an invoice");
    // June's second month, July's first.
    assert_eq!(september.finance_charge.fen(), (1_336 - month) + month);
}

async fn whoever_is_late_is_warned_suspended_and_reinstated_by_the_payment(store: Store) {
    let desk = Desk::three_invoices(store).await;
    for date in ["2019-07-16", "2019-07-22", "2019-08-14"] {
        desk.go_to(date);
        desk.jobs().await;
    }
    let mut tx = desk.world.store().write().await.expect("the database writes");
    assert_eq!(testkit::mails(&mut tx, "invoice-past-due").await.len(), 4, "1, 7, 15, 25 days");
    drop(tx);
    let caller = desk.world.caller(1, AgentRole::AdminAgent);
    assert_eq!(overview(&caller, None).await.expect("seen").suspended_on, None);
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let seen = overview(&caller, None).await.expect("seen");
    assert_eq!(seen.suspended_on, Some(day("2019-08-15")), "31 days past due");
    assert!(desk.world.activity_kinds(1).await.contains(&"partner-suspended".to_owned()));

    let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
    let part = desk.payment(100, "2019-08-16", "TT-1");
    assert!(!record_payment(&operator, part).await.expect("recorded").reinstated);
    // Clearing what is overdue is enough; July's is due on 14 August and August's is not due yet.
    let rest = desk.payment(89_040, "2019-08-16", "TT-2");
    assert!(record_payment(&operator, rest).await.expect("recorded").reinstated);
    assert_eq!(overview(&caller, None).await.expect("seen").suspended_on, None);
}

async fn who_may_see_the_bill_sees_their_own(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let id = desk.invoices().await[0].id;
    let agent = desk.world.caller(1, AgentRole::AdminAgent);
    let seen = invoice(&agent, id).await.expect("it is theirs");
    assert!(seen.proof.holds(), "{:?}", seen.proof);
    for role in [AgentRole::SalesAgent, AgentRole::HelpdeskAgent] {
        let caller = desk.world.caller(1, role);
        assert!(matches!(invoice(&caller, id).await, Err(Error::Forbidden { .. })));
        assert!(matches!(overview(&caller, None).await, Err(Error::Forbidden { .. })));
    }
    desk.world.bill(2).await;
    let stranger = desk.world.caller(2, AgentRole::AdminAgent);
    assert!(matches!(invoice(&stranger, id).await, Err(Error::NotFound { .. })));
    assert_eq!(overview(&stranger, None).await.expect("their own").invoices, []);
    // Nothing of it hinders their business.
    let catalogue = orders::catalogue(&stranger, desk.world.customer(2), "en").await;
    assert!(catalogue.is_ok());
}
