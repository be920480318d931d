//! What the operator takes back of an invoice that has been issued.

use domain::access::{AgentRole, OperatorRole};
use domain::billing::{
    CreditNoteFault, Decision, InvoiceKind, InvoiceStatus, InvoiceSummary, IssueCreditNote,
};
use domain::error::Error;
use domain::ids::InvoiceId;
use domain::money::Money;
use services::Result;
use services::billing::{invoice, issue_credit_note, overview, raise_dispute};
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day};

on_each_backend! {
    a_credit_note_lowers_the_balance_and_leaves_the_invoice_as_it_is
    what_is_left_of_a_credit_note_is_credit
    no_more_is_given_back_than_was_asked_for
    credit_notes_are_the_operators
}

impl Desk {
    fn crediting(&self, invoice: InvoiceId, fen: i64) -> IssueCreditNote {
        IssueCreditNote {
            request: self.world.request(),
            partner: self.world.partner(1),
            invoice,
            amount: Money::from_fen(fen),
            reason: "服务中断".to_owned(),
        }
    }

    async fn credit(&self, invoice: InvoiceId, fen: i64) -> Result<InvoiceId> {
        let operator = self.world.operator_caller(OperatorRole::CreditAndCollections);
        issue_credit_note(&operator, self.crediting(invoice, fen)).await
    }

    async fn own_due(&self) -> (Money, Money) {
        let agent = self.world.caller(1, AgentRole::AdminAgent);
        let seen = overview(&agent, None).await.expect("seen");
        (seen.due, seen.credit)
    }

    async fn by_number(&self, number: &str) -> InvoiceSummary {
        let all = self.invoices().await;
        all.into_iter().find(|one| one.number == number).expect("it is there")
    }
}

async fn a_credit_note_lowers_the_balance_and_leaves_the_invoice_as_it_is(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let [june, july] = &desk.invoices().await[..] else { panic!("two invoices") };
    // Of the younger one: it pays that, not the oldest.
    let id = desk.credit(july.id, 5_300).await.expect("it can be issued");
    let agent = desk.world.caller(1, AgentRole::AdminAgent);
    let note = invoice(&agent, id).await.expect("it is theirs");
    assert_eq!(note.summary.number, "CNC-201907-000001");
    assert_eq!(note.summary.kind, InvoiceKind::CreditNote);
    let sums = note.summary.sections;
    assert_eq!((sums.credits.fen(), sums.tax.fen(), sums.total.fen()), (-5_000, -300, -5_300));
    assert_eq!(note.header.reason.as_deref(), Some("服务中断"));
    assert_eq!(note.corrects, Some((july.id, july.number.clone())));
    assert!(note.proof.holds());

    let after = invoice(&agent, july.id).await.expect("it is theirs");
    assert_eq!(after.summary.payable, july.payable, "what was issued is as it was");
    assert_eq!(after.summary.paid.fen(), 5_300);
    assert_eq!(after.credit_notes.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
    assert_eq!(desk.by_number(&june.number).await.paid, Money::ZERO);
    let owed = june.payable + july.payable - Money::from_fen(5_300);
    assert_eq!(desk.own_due().await, (owed, Money::ZERO));
    assert!(desk.world.activity_kinds(1).await.contains(&"credit-note-issued".to_owned()));
    let mut tx = desk.world.store().write().await.expect("the database writes");
    assert_eq!(testkit::mails(&mut tx, "credit-note-issued").await.len(), 1);
    drop(tx);
    // Numbers have no gaps.
    let second = desk.credit(june.id, 1).await.expect("it can be issued");
    let second = invoice(&agent, second).await.expect("it is theirs");
    assert_eq!(second.summary.number, "CNC-201907-000002");
}

async fn what_is_left_of_a_credit_note_is_credit(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
    let all = desk.payment(89_040, "2019-07-15", "TT-1");
    services::billing::record_payment(&operator, all).await.expect("recorded");
    let june = desk.invoices().await.remove(0);
    desk.credit(june.id, 44_520).await.expect("all of it");
    assert_eq!(desk.own_due().await, (Money::ZERO, Money::from_fen(44_520)));
    // It pays the next invoice.
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let august = desk.by_number("CN-201908-000001").await;
    assert_eq!(august.paid.fen(), 44_520);
    assert_eq!(august.status(day("2019-08-15")), InvoiceStatus::Paid);
}

async fn no_more_is_given_back_than_was_asked_for(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let june = desk.invoices().await.remove(0);
    let most = Money::from_fen(44_520);
    let refused = desk.credit(june.id, 44_521).await;
    assert_eq!(refused, Err(Error::invalid("amount", CreditNoteFault::TooMuch { most })));
    let note = desk.credit(june.id, 40_000).await.expect("a part");
    // An accepted dispute counts too, and so does the credit note when one is decided.
    let raised = desk.raising(june.id, 5_300);
    let dispute = raise_dispute(&desk.biller(), raised).await.expect("raised");
    let refused = desk.decide(dispute, Decision::Accept(Money::from_fen(4_521)), "x").await;
    assert!(matches!(refused, Err(Error::Invalid { .. })), "{refused:?}");
    let part = desk.decide(dispute, Decision::Accept(Money::from_fen(4_500)), "x").await;
    part.expect("what is left");
    let most = Money::from_fen(20);
    let refused = desk.credit(june.id, 21).await;
    assert_eq!(refused, Err(Error::invalid("amount", CreditNoteFault::TooMuch { most })));
    let refused = desk.credit(note, 1).await;
    assert_eq!(refused, Err(Error::invalid("invoice", CreditNoteFault::Invoice)));
}

async fn credit_notes_are_the_operators(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let june = desk.invoices().await.remove(0);
    let wanted = desk.crediting(june.id, 100);
    let others = [
        desk.world.operator_caller(OperatorRole::Auditor),
        desk.world.operator_caller(OperatorRole::PriceManager),
        desk.world.caller(1, AgentRole::AdminAgent),
    ];
    for caller in others {
        let refused = issue_credit_note(&caller, wanted.clone()).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    }
    let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
    let mixed = IssueCreditNote { partner: desk.world.partner(2), ..wanted.clone() };
    let refused = issue_credit_note(&operator, mixed).await;
    assert_eq!(refused, Err(Error::invalid("invoice", CreditNoteFault::Invoice)));
    let id = issue_credit_note(&operator, wanted.clone()).await.expect("issued");
    assert_eq!(issue_credit_note(&operator, wanted).await, Ok(id), "once");
    assert_eq!(desk.invoices().await.len(), 3);
    let stranger = desk.world.caller(2, AgentRole::AdminAgent);
    assert!(matches!(invoice(&stranger, id).await, Err(Error::NotFound { .. })));
}
