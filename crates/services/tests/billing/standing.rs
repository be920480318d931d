//! The operator suspends, reinstates, waives, and runs again.

use domain::access::{AgentRole, OperatorRole};
use domain::billing::{
    ChangeStanding, RunAgain, StandingRefusal, StandingStep, StandingView, SuspensionReason,
};
use domain::error::Error;
use services::Result;
use services::billing::{change_standing, parked, record_payment, run_again, standing};
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day, done};

on_each_backend! {
    an_account_suspended_by_hand_is_reinstated_by_hand
    who_was_reinstated_is_not_suspended_again_for_the_same
    a_waived_finance_charge_is_not_on_the_next_invoice
    a_parked_run_is_taken_up_at_once
}

impl Desk {
    async fn standing(&self) -> StandingView {
        let auditor = self.world.operator_caller(OperatorRole::Auditor);
        standing(&auditor, self.world.partner(1)).await.expect("auditors may read")
    }

    async fn step(&self, role: OperatorRole, step: StandingStep) -> Result<()> {
        let wanted = ChangeStanding {
            request: self.world.request(),
            partner: self.world.partner(1),
            step,
            reason: "agreed by telephone".to_owned(),
        };
        change_standing(&self.world.operator_caller(role), wanted).await
    }
}

const CREDIT: OperatorRole = OperatorRole::CreditAndCollections;

async fn an_account_suspended_by_hand_is_reinstated_by_hand(store: Store) {
    let desk = Desk::three_invoices(store).await;
    for role in [OperatorRole::Auditor, OperatorRole::PriceManager] {
        let refused = desk.step(role, StandingStep::Suspend).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    }
    done(desk.step(CREDIT, StandingStep::Suspend).await);
    let again = desk.step(CREDIT, StandingStep::Suspend).await;
    assert_eq!(again, Err(StandingRefusal::Suspended.into()));
    let seen = desk.standing().await;
    assert_eq!(seen.suspension, Some((day("2019-07-15"), SuspensionReason::Operator)));

    // Paying everything is not enough.
    let operator = desk.world.operator_caller(CREDIT);
    let all = desk.payment(89_040, "2019-07-15", "TT-1");
    assert!(!record_payment(&operator, all).await.expect("recorded").reinstated);
    assert!(desk.standing().await.debtor.suspended);
    done(desk.step(CREDIT, StandingStep::Reinstate).await);
    let again = desk.step(CREDIT, StandingStep::Reinstate).await;
    assert_eq!(again, Err(StandingRefusal::InOrder.into()));
    assert!(!desk.standing().await.debtor.suspended);
    let log = desk.world.activity_kinds(1).await;
    for kind in ["partner-suspended-by-hand", "partner-reinstated"] {
        assert!(log.contains(&kind.to_owned()), "{log:?}");
        let mut tx = desk.world.store().write().await.expect("the database writes");
        assert_eq!(testkit::mails(&mut tx, kind).await.len(), 1, "{kind}");
    }
}

async fn who_was_reinstated_is_not_suspended_again_for_the_same(store: Store) {
    let desk = Desk::three_invoices(store).await;
    // June's is 31 days past due.
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let seen = desk.standing().await;
    assert_eq!(seen.suspension, Some((day("2019-08-15"), SuspensionReason::Overdue)));
    done(desk.step(CREDIT, StandingStep::Reinstate).await);
    for date in ["2019-08-16", "2019-09-13"] {
        desk.go_to(date);
        desk.jobs().await;
        assert!(!desk.standing().await.debtor.suspended, "{date}");
    }
    // July's, due on 14 August, becomes too late.
    desk.go_to("2019-09-14");
    desk.jobs().await;
    assert!(desk.standing().await.debtor.suspended);
}

async fn a_waived_finance_charge_is_not_on_the_next_invoice(store: Store) {
    let desk = Desk::three_invoices(store).await;
    desk.go_to("2019-08-10");
    let seen = desk.standing().await;
    let [late] = &seen.late[..] else { panic!("one is late: {:?}", seen.late) };
    assert_eq!((late.coming.fen(), late.waived), (668, false));
    let step = StandingStep::Waive { invoice: late.invoice.id, seen: late.invoice.version };
    let old = StandingStep::Waive { invoice: late.invoice.id, seen: 7 };
    assert!(matches!(desk.step(CREDIT, old).await, Err(Error::Stale { .. })));
    done(desk.step(CREDIT, step).await);
    let seen = desk.standing().await;
    assert_eq!((seen.late[0].coming.fen(), seen.late[0].waived), (0, true));
    let again = StandingStep::Waive {
        invoice: seen.late[0].invoice.id,
        seen: seen.late[0].invoice.version,
    };
    let refused = desk.step(CREDIT, again).await;
    assert_eq!(refused, Err(StandingRefusal::NothingToWaive.into()));
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let august = desk.invoices().await.pop().expect("an invoice");
    assert_eq!(august.finance_charge.fen(), 0);
}

async fn a_parked_run_is_taken_up_at_once(store: Store) {
    let desk = Desk::three_invoices(store).await;
    let june = desk.invoices().await.remove(0);
    let too_much = june.payable.fen() + 1;
    let mut tx = desk.world.store().write().await.expect("the database writes");
    let of = (desk.world.partner(1), june.id);
    testkit::insert_accepted_dispute(&mut tx, 7, of, 1, too_much).await;
    tx.commit().await.expect("the database writes");
    desk.go_to("2019-09-15");
    desk.jobs().await;
    assert_eq!(desk.invoices().await.len(), 2, "August is parked, and September waits");
    let operator = desk.world.operator_caller(CREDIT);
    let runs = parked(&operator).await.expect("seen");
    let [run] = &runs[..] else { panic!("one is parked") };
    assert_eq!((run.date, run.reason.starts_with("dispute ")), (day("2019-08-15"), true));

    let (request, partner) = (desk.world.request(), run.partner);
    let wanted = RunAgain { request, partner, date: run.date };
    let agent = desk.world.caller(1, AgentRole::AdminAgent);
    assert!(matches!(run_again(&agent, wanted.clone()).await, Err(Error::Forbidden { .. })));
    let ran = run_again(&operator, wanted).await.expect("it can be tried");
    assert_eq!((ran.issued, ran.parked), (0, 1), "nothing has been mended");
    desk.sql("UPDATE disputes SET accepted = 100").await;
    let wanted = RunAgain { request: desk.world.request(), partner, date: run.date };
    let ran = run_again(&operator, wanted.clone()).await.expect("it runs");
    assert_eq!((ran.issued, ran.parked), (2, 0), "with what waited behind it");
    assert_eq!(parked(&operator).await.expect("seen"), []);
    // The same click again finds nothing to do; another one is told why.
    assert_eq!(run_again(&operator, wanted.clone()).await.expect("answered").issued, 0);
    let late = RunAgain { request: desk.world.request(), ..wanted };
    assert_eq!(run_again(&operator, late).await, Err(StandingRefusal::NotParked.into()));
}
