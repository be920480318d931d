//! Lines that are disputed: raised by the partner, decided by the operator, given back by the run.

use domain::access::{AdminRole, AgentRole, OperatorRole};
use domain::billing::{
    CloseDispute, DecideDispute, Decision, DisputeFault, DisputeReason, DisputeRefusal,
    DisputeStatus, DisputesQuery, LinePlace, RaiseDispute,
};
use domain::error::Error;
use domain::ids::{DisputeId, InvoiceId};
use domain::money::Money;
use services::billing::{
    all_disputes, any_dispute, changes, chosen, close_dispute, customer_bills, decide_dispute,
    disputable, invoice, own_dispute, own_disputes, raise_dispute,
};
use services::{Caller, Result};
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day, done};

on_each_backend! {
    an_accepted_dispute_gives_the_figures_of_the_book
    lines_are_disputed_once_in_time_and_up_to_what_they_cost
    a_refused_dispute_gives_nothing_back_and_can_be_raised_again
    a_dispute_is_closed_by_whoever_has_told_the_customer
    who_may_raise_and_who_may_decide
    repetitions_are_answered_and_old_pages_refused
    usage_is_disputed_beside_licences_and_given_back_in_its_own_file
    lines_are_chosen_before_the_form_and_only_those_that_cost_something
    a_customers_last_three_months_are_seen_together
}

impl Desk {
    pub(super) fn raising(&self, invoice: InvoiceId, fen: i64) -> RaiseDispute {
        RaiseDispute {
            request: self.world.request(),
            invoice,
            lines: vec![LinePlace::license(1)],
            amount: Money::from_fen(fen),
            reason: DisputeReason::Other,
            text: "服务中断，按协议应予补偿。".to_owned(),
        }
    }

    pub(super) fn biller(&self) -> Caller {
        self.world.caller(1, AdminRole::BillingAdmin)
    }

    fn decider(&self) -> Caller {
        self.world.operator_caller(OperatorRole::CreditAndCollections)
    }

    pub(super) async fn decide(
        &self,
        id: DisputeId,
        decision: Decision,
        answer: &str,
    ) -> Result<DisputeId> {
        let seen = any_dispute(&self.decider(), id, "en").await?.summary.version;
        let (request, answer) = (self.world.request(), answer.to_owned());
        let wanted = DecideDispute { request, id, seen, decision, answer };
        decide_dispute(&self.decider(), wanted).await
    }

    async fn close(&self, id: DisputeId, informed_on: &str) -> Result<DisputeId> {
        let seen = own_dispute(&self.biller(), id, "en").await?.summary.version;
        let (request, informed_on) = (self.world.request(), day(informed_on));
        close_dispute(&self.biller(), CloseDispute { request, id, seen, informed_on }).await
    }

    /// 15 seats at 11.00, billed for the first time in June.
    async fn disputing(store: Store) -> (Self, InvoiceId) {
        let desk = Self::on(store, "2019-06-02").await;
        desk.sql("UPDATE prices SET partner_price = 110000").await;
        desk.buy("O365-E1", 15).await;
        desk.go_to("2019-06-15");
        desk.jobs().await;
        let first = desk.invoices().await[0].id;
        (desk, first)
    }
}

/// Domain book, RB2: RB1 with a credit of 53.00, tax included.
async fn an_accepted_dispute_gives_the_figures_of_the_book(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.sql("UPDATE prices SET partner_price = 110000").await;
    let subscription = desk.buy("O365-E1", 15).await;
    for date in ["2019-06-15", "2019-07-15"] {
        desk.go_to(date);
        desk.jobs().await;
    }
    let [_, july] = &desk.invoices().await[..] else { panic!("two invoices") };
    for (on, seats) in [("2019-07-20", 12), ("2019-07-31", 18), ("2019-08-10", 10)] {
        desk.go_to(on);
        desk.change(subscription, seats).await;
    }
    let wanted = desk.raising(july.id, 5_300);
    let id = raise_dispute(&desk.biller(), wanted).await.expect("it can be raised");
    done(desk.decide(id, Decision::Accept(Money::from_fen(5_300)), "").await);
    desk.go_to("2019-08-15");
    desk.jobs().await;

    let august = desk.invoices().await.pop().expect("an invoice");
    let sums = august.sections;
    assert_eq!((sums.recurring.fen(), sums.discounts.fen()), (10_006, 0));
    assert_eq!((sums.credits.fen(), sums.tax.fen()), (-5_300, 600));
    assert_eq!(sums.total.fen(), 5_306);
    let seen = own_dispute(&desk.biller(), id, "en").await.expect("it is theirs").summary;
    assert_eq!(seen.settled_on, Some((august.id, august.number)));
    let mut tx = desk.world.store().write().await.expect("the database writes");
    let mails = testkit::mails(&mut tx, "dispute-accepted").await;
    assert_eq!(mails.len(), 1, "the billing contact is told");
    drop(tx);
    let log = desk.world.activity_kinds(1).await;
    for kind in ["dispute-raised", "dispute-accepted"] {
        assert!(log.contains(&kind.to_owned()), "{log:?}");
    }
}

async fn lines_are_disputed_once_in_time_and_up_to_what_they_cost(store: Store) {
    let (desk, june) = Desk::disputing(store).await;
    let caller = desk.biller();
    // 15 × 11.00 and 6 %.
    let most = Money::from_fen(17_490);
    let refused = raise_dispute(&caller, desk.raising(june, 17_491)).await;
    assert_eq!(refused, Err(Error::invalid("amount", DisputeFault::TooMuch { most })));
    let none = RaiseDispute { lines: vec![LinePlace::license(2)], ..desk.raising(june, 1) };
    let refused = raise_dispute(&caller, none).await;
    assert_eq!(refused, Err(Error::invalid("lines", DisputeFault::Lines)));

    desk.go_to("2019-09-14");
    let late = DisputeRefusal::Late { until: day("2019-09-13") };
    assert_eq!(raise_dispute(&caller, desk.raising(june, 1)).await, Err(late.into()));
    desk.go_to("2019-09-13");
    raise_dispute(&caller, desk.raising(june, 17_490)).await.expect("all of it, on the last day");
    let again = raise_dispute(&caller, desk.raising(june, 1)).await;
    assert_eq!(again, Err(DisputeRefusal::Taken.into()));
    let seen = disputable(&caller, june, None, LinePlace::START, "en").await;
    let lines = seen.expect("it is theirs").lines;
    assert_eq!(lines.iter().map(|line| line.taken).collect::<Vec<_>>(), [true]);
    assert_eq!(desk.invoices().await[0].due_on, day("2019-07-15"), "as it was");
}

async fn a_refused_dispute_gives_nothing_back_and_can_be_raised_again(store: Store) {
    let (desk, june) = Desk::disputing(store).await;
    let caller = desk.biller();
    let id = raise_dispute(&caller, desk.raising(june, 5_300)).await.expect("it can be raised");
    let wordless = desk.decide(id, Decision::Refuse, "").await;
    assert_eq!(wordless, Err(Error::invalid("answer", DisputeFault::Answer)));
    done(desk.decide(id, Decision::Refuse, "The service was there.").await);
    let again = desk.decide(id, Decision::Refuse, "Once more.").await;
    assert_eq!(again, Err(DisputeRefusal::Decided.into()));
    desk.go_to("2019-07-15");
    desk.jobs().await;
    let july = desk.invoices().await.pop().expect("an invoice");
    assert_eq!(july.sections.credits, Money::ZERO);
    let id = raise_dispute(&caller, desk.raising(june, 5_300)).await.expect("once more");
    // A part of it, with a word why.
    let part = Decision::Accept(Money::from_fen(1_060));
    done(desk.decide(id, part, "One day.").await);
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let august = desk.invoices().await.pop().expect("an invoice");
    assert_eq!(august.sections.credits.fen(), -1_060);
}

async fn a_dispute_is_closed_by_whoever_has_told_the_customer(store: Store) {
    let (desk, june) = Desk::disputing(store).await;
    let id = raise_dispute(&desk.biller(), desk.raising(june, 5_300)).await.expect("raised");
    let early = desk.close(id, "2019-06-15").await;
    assert_eq!(early, Err(DisputeRefusal::NotToBeClosed.into()));
    desk.go_to("2019-06-18");
    done(desk.decide(id, Decision::Refuse, "The service was there.").await);
    desk.go_to("2019-06-20");
    for wrong in ["2019-06-17", "2019-06-21"] {
        let refused = desk.close(id, wrong).await;
        assert_eq!(refused, Err(Error::invalid("informed_on", DisputeFault::InformedOn)));
    }
    done(desk.close(id, "2019-06-19").await);
    let closed = own_dispute(&desk.biller(), id, "en").await.expect("it is theirs");
    assert_eq!(closed.summary.status, DisputeStatus::Closed);
    assert_eq!(closed.summary.informed, Some((day("2019-06-19"), "王建国".to_owned())));
    assert!(!closed.may_change);
}

async fn who_may_raise_and_who_may_decide(store: Store) {
    let (desk, june) = Desk::disputing(store).await;
    let id = raise_dispute(&desk.biller(), desk.raising(june, 100)).await.expect("raised");
    for role in [AgentRole::SalesAgent, AgentRole::HelpdeskAgent] {
        let caller = desk.world.caller(1, role);
        let refused = raise_dispute(&caller, desk.raising(june, 100)).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
        let refused = own_dispute(&caller, id, "en").await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })));
    }
    desk.world.bill(2).await;
    let stranger = desk.world.caller(2, AgentRole::AdminAgent);
    let refused = raise_dispute(&stranger, desk.raising(june, 100)).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
    assert!(matches!(own_dispute(&stranger, id, "en").await, Err(Error::NotFound { .. })));
    let theirs = own_disputes(&stranger, DisputesQuery::default()).await.expect("their own");
    assert_eq!(theirs.rows, []);

    let auditor = desk.world.operator_caller(OperatorRole::Auditor);
    let seen = all_disputes(&auditor, DisputesQuery::default()).await.expect("may read");
    assert_eq!(seen.rows.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
    let wanted = DecideDispute {
        request: desk.world.request(),
        id,
        seen: 1,
        decision: Decision::Refuse,
        answer: "No.".to_owned(),
    };
    for caller in [auditor, desk.world.operator_caller(OperatorRole::PriceManager), desk.biller()] {
        let refused = decide_dispute(&caller, wanted.clone()).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    }
    // Owing money does not take the right to disagree.
    let suspended = desk.world.suspended_caller(1, AdminRole::BillingAdmin);
    assert!(own_dispute(&suspended, id, "en").await.is_ok());
}

async fn repetitions_are_answered_and_old_pages_refused(store: Store) {
    let (desk, june) = Desk::disputing(store).await;
    let wanted = desk.raising(june, 5_300);
    let id = raise_dispute(&desk.biller(), wanted.clone()).await.expect("raised");
    assert_eq!(raise_dispute(&desk.biller(), wanted).await, Ok(id));
    done(desk.decide(id, Decision::Refuse, "No.").await);
    let old = DecideDispute {
        request: desk.world.request(),
        id,
        seen: 1,
        decision: Decision::Accept(Money::from_fen(5_300)),
        answer: String::new(),
    };
    let refused = decide_dispute(&desk.decider(), old).await;
    assert!(matches!(refused, Err(Error::Stale { .. })), "{refused:?}");
    let all = own_disputes(&desk.biller(), DisputesQuery::default()).await.expect("seen");
    assert_eq!((all.rows.len(), all.rows[0].number, all.next), (1, 1, None));
}

/// Seven units at 2.00 and 6 %: 14.84, the first row of the usage-based file.
async fn usage_is_disputed_beside_licences_and_given_back_in_its_own_file(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.sql("UPDATE prices SET partner_price = 110000").await;
    let subscription = desk.buy("O365-E1", 15).await;
    desk.used(subscription, "2019-06-12", 7).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    let june = desk.invoices().await[0].id;
    let both = vec![LinePlace::license(1), LinePlace::usage(1)];
    let wanted = |fen| RaiseDispute { lines: both.clone(), ..desk.raising(june, fen) };
    // 174.90 for the licences, 14.84 for the usage.
    let most = Money::from_fen(18_974);
    let refused = raise_dispute(&desk.biller(), wanted(18_975)).await;
    assert_eq!(refused, Err(Error::invalid("amount", DisputeFault::TooMuch { most })));
    let id = raise_dispute(&desk.biller(), wanted(18_974)).await.expect("all of it");
    let again = RaiseDispute { lines: vec![both[1]], ..desk.raising(june, 1) };
    let refused = raise_dispute(&desk.biller(), again).await;
    assert_eq!(refused, Err(DisputeRefusal::Taken.into()));
    let seen = own_dispute(&desk.biller(), id, "en").await.expect("it is theirs");
    assert_eq!(seen.lines.iter().map(|line| line.place).collect::<Vec<_>>(), both);

    // All of the licences, half of the usage.
    done(desk.decide(id, Decision::Accept(Money::from_fen(18_232)), "Half of the usage.").await);
    desk.used(subscription, "2019-07-01", 5).await;
    desk.go_to("2019-07-15");
    desk.jobs().await;
    let july = desk.invoices().await.pop().expect("an invoice");
    assert_eq!((july.sections.usage.fen(), july.sections.credits.fen()), (1_000, -18_232));
    assert_eq!((july.lines, july.usage_lines), (2, 2));
    let [used, given] = &desk.usage(&july).await[..] else { panic!("two rows") };
    assert_eq!((used.position, used.dispute), (1, None));
    assert_eq!((given.position, given.dispute), (2, Some(id)));
    assert_eq!(given.charge_type.code(), "OFFSET_LINEITEM");
    assert_eq!((given.money.amount.fen(), given.money.tax.fen()), (-700, -42));
    let whole = invoice(&desk.biller(), july.id).await.expect("it is theirs");
    assert!(whole.proof.holds(), "{:?}", whole.proof);
    let why = changes(&desk.biller(), july.id, 0).await.expect("it is theirs");
    assert_eq!(why.sum.credits.fen(), -18_232);
    // Five units instead of seven, tax included.
    assert_eq!(why.sum.other.fen(), 1_060 - 1_484);
}

async fn lines_are_chosen_before_the_form_and_only_those_that_cost_something(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let subscription = desk.buy("O365-E1", 15).await;
    desk.used(subscription, "2019-06-12", 7).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    let june = desk.invoices().await[0].id;
    let caller = desk.biller();
    let places = [LinePlace::license(1), LinePlace::usage(1)];
    let all = disputable(&caller, june, None, LinePlace::START, "en").await.expect("seen");
    assert_eq!(all.lines.iter().map(|line| line.place).collect::<Vec<_>>(), places);
    assert_eq!(all.next, None);
    let rest = disputable(&caller, june, None, places[0], "en").await.expect("seen");
    assert_eq!(rest.lines, all.lines[1..]);
    let none = disputable(&caller, june, None, places[1], "en").await.expect("seen");
    assert_eq!(none.lines, []);
    let typed = [places[1], LinePlace::license(9), places[0], places[1], LinePlace::usage(2)];
    let picked = chosen(&caller, june, &typed, "en").await.expect("two are there");
    assert_eq!(picked.lines, all.lines, "in order, each once, and no others");
    raise_dispute(&caller, desk.raising(june, 100)).await.expect("it can be raised");
    let picked = chosen(&caller, june, &typed, "en").await.expect("one is left");
    assert_eq!(picked.lines, all.lines[1..]);
}

/// Domain book, "provide-billing-support" (screen).
async fn a_customers_last_three_months_are_seen_together(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    for month in ["2019-06-15", "2019-07-15", "2019-08-15", "2019-09-15"] {
        desk.go_to(month);
        desk.jobs().await;
    }
    let seen = customer_bills(&desk.biller(), desk.customer(), "en").await.expect("theirs");
    let dates: Vec<_> = seen.bills.iter().map(|bill| bill.billing_date.to_string()).collect();
    assert_eq!(dates, ["2019-09-15", "2019-08-15", "2019-07-15"]);
    assert!(seen.may_dispute && seen.bills.iter().all(|bill| bill.part.lines.len() == 1));
    let sales = desk.world.caller(1, AgentRole::SalesAgent);
    let refused = customer_bills(&sales, desk.customer(), "en").await;
    assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    desk.world.bill(2).await;
    let stranger = desk.world.caller(2, AgentRole::AdminAgent);
    let refused = customer_bills(&stranger, desk.customer(), "en").await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
}
