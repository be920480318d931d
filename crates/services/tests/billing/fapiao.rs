//! The official paper of a paid invoice: requested, issued, mailed.

use domain::access::{AdminRole, AgentRole, OperatorRole};
use domain::billing::{
    FapiaoDetails, FapiaoFault, FapiaoKind, FapiaoQuery, FapiaoRefusal, FapiaoStatus, FapiaoStep,
    MoveFapiao, RequestFapiao,
};
use domain::error::Error;
use domain::ids::{FapiaoId, InvoiceId};
use services::Result;
use services::billing::{
    all_fapiao, any_fapiao, fapiao_form, move_fapiao, own_fapiao, record_payment, request_fapiao,
};
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day, done};

on_each_backend! {
    a_fapiao_is_requested_once_three_days_after_the_payment
    a_request_is_issued_and_mailed_and_the_partner_is_told
    fapiao_are_their_partners_own
}

const PAYER: &str = "合作伙伴有限公司";

impl Desk {
    fn requesting(&self, invoice: InvoiceId, title: &str) -> RequestFapiao {
        RequestFapiao {
            request: self.world.request(),
            invoice,
            kind: FapiaoKind::General,
            title: title.to_owned(),
            confirmed: false,
            details: FapiaoDetails {
                delivery: "pick-up".to_owned(),
                recipient: "李娜".to_owned(),
                ..FapiaoDetails::default()
            },
        }
    }

    /// June is paid on 16 July.
    async fn paid(store: Store) -> (Self, InvoiceId) {
        let desk = Self::three_invoices(store).await;
        let june = desk.invoices().await[0].id;
        desk.go_to("2019-07-16");
        let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
        let payment = desk.payment(44_520, "2019-07-16", "TT-1");
        record_payment(&operator, payment).await.expect("recorded");
        (desk, june)
    }

    async fn move_on(&self, id: FapiaoId, step: FapiaoStep) -> Result<FapiaoId> {
        let operator = self.world.operator_caller(OperatorRole::CreditAndCollections);
        let seen = any_fapiao(&operator, id).await?.summary.version;
        let wanted = MoveFapiao { request: self.world.request(), id, seen, step };
        move_fapiao(&operator, wanted).await
    }
}

async fn a_fapiao_is_requested_once_three_days_after_the_payment(store: Store) {
    let (desk, june) = Desk::paid(store).await;
    let caller = desk.biller();
    let july = desk.invoices().await[1].id;
    let refused = request_fapiao(&caller, desk.requesting(july, PAYER)).await;
    assert_eq!(refused, Err(FapiaoRefusal::NotPaid.into()));
    desk.go_to("2019-07-18");
    let early = FapiaoRefusal::TooEarly { day: day("2019-07-19") };
    let refused = request_fapiao(&caller, desk.requesting(june, PAYER)).await;
    assert_eq!(refused, Err(early.into()));
    desk.go_to("2019-07-19");
    let form = fapiao_form(&caller, june).await.expect("it is theirs");
    assert_eq!((form.title.as_str(), form.refusal), (PAYER, None));

    // Another title is asked about once more.
    let other = desk.requesting(june, "另一家公司");
    let warned = request_fapiao(&caller, other.clone()).await;
    assert_eq!(warned, Err(Error::invalid("title", FapiaoFault::TitleMismatch)));
    let meant = RequestFapiao { confirmed: true, request: desk.world.request(), ..other };
    let id = request_fapiao(&caller, meant.clone()).await.expect("it is meant");
    assert_eq!(request_fapiao(&caller, meant).await, Ok(id), "once");
    let again = request_fapiao(&caller, desk.requesting(june, PAYER)).await;
    assert_eq!(again, Err(FapiaoRefusal::Already.into()));
    // The next form begins with what was entered.
    let form = fapiao_form(&caller, july).await.expect("it is theirs");
    assert_eq!(form.title, "另一家公司");
    assert_eq!(form.details.recipient, "李娜");
    assert!(form.refusal.is_some());
    assert!(desk.world.activity_kinds(1).await.contains(&"fapiao-requested".to_owned()));
}

async fn a_request_is_issued_and_mailed_and_the_partner_is_told(store: Store) {
    let (desk, june) = Desk::paid(store).await;
    desk.go_to("2019-07-19");
    let caller = desk.biller();
    let id = request_fapiao(&caller, desk.requesting(june, PAYER)).await.expect("requested");
    let early = desk.move_on(id, FapiaoStep::Mail).await;
    assert_eq!(early, Err(FapiaoRefusal::Step.into()));
    done(desk.move_on(id, FapiaoStep::Delay(day("2019-07-25"))).await);
    let seen = own_fapiao(&caller, FapiaoQuery::default()).await.expect("seen").rows;
    assert_eq!(seen[0].status, FapiaoStatus::Unavailable);
    assert_eq!(seen[0].expected_on, Some(day("2019-07-25")));
    done(desk.move_on(id, FapiaoStep::Issue("01234567".to_owned())).await);
    done(desk.move_on(id, FapiaoStep::Mail).await);
    let seen = own_fapiao(&caller, FapiaoQuery::default()).await.expect("seen").rows;
    assert_eq!(seen[0].status, FapiaoStatus::Mailed);
    assert_eq!((seen[0].number.as_deref(), seen[0].expected_on), (Some("01234567"), None));
    let mut tx = desk.world.store().write().await.expect("the database writes");
    for kind in ["fapiao-unavailable", "fapiao-issued", "fapiao-mailed"] {
        assert_eq!(testkit::mails(&mut tx, kind).await.len(), 1, "{kind}");
    }
    drop(tx);
    let old = MoveFapiao { request: desk.world.request(), id, seen: 1, step: FapiaoStep::Mail };
    let operator = desk.world.operator_caller(OperatorRole::CreditAndCollections);
    assert!(matches!(move_fapiao(&operator, old).await, Err(Error::Stale { .. })));
}

async fn fapiao_are_their_partners_own(store: Store) {
    let (desk, june) = Desk::paid(store).await;
    desk.go_to("2019-07-19");
    let id = request_fapiao(&desk.biller(), desk.requesting(june, PAYER)).await.expect("requested");
    for caller in
        [desk.world.caller(1, AgentRole::AdminAgent), desk.world.caller(1, AgentRole::SalesAgent)]
    {
        let refused = request_fapiao(&caller, desk.requesting(june, PAYER)).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    }
    desk.world.bill(2).await;
    let stranger = desk.world.caller(2, AdminRole::BillingAdmin);
    let refused = request_fapiao(&stranger, desk.requesting(june, PAYER)).await;
    assert!(matches!(refused, Err(Error::NotFound { .. })), "{refused:?}");
    assert!(matches!(fapiao_form(&stranger, june).await, Err(Error::NotFound { .. })));
    let theirs = own_fapiao(&stranger, FapiaoQuery::default()).await.expect("their own");
    assert_eq!(theirs.rows, []);
    let auditor = desk.world.operator_caller(OperatorRole::Auditor);
    let all = all_fapiao(&auditor, FapiaoQuery::default()).await.expect("may read");
    assert_eq!(all.rows.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
    let step = FapiaoStep::Issue("01234567".to_owned());
    let wanted = MoveFapiao { request: desk.world.request(), id, seen: 1, step };
    for caller in [auditor, desk.biller()] {
        let refused = move_fapiao(&caller, wanted.clone()).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{refused:?}");
    }
}
