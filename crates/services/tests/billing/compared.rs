//! An invoice against the one before it, and the worked examples.

use domain::access::AgentRole;
use domain::billing::{Parts, Scenario};
use domain::error::Error;
use domain::money::Money;
use services::billing::{changes, scenario_file, scenarios};
use storage::Store;
use testkit::on_each_backend;

use super::Desk;

fn fen(fen: i64) -> Money {
    Money::from_fen(fen)
}

/// From orders to the difference of two invoices: every month's parts add up, and each part is told
/// for what it is.
async fn the_difference_between_two_invoices_is_taken_apart(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    for date in ["2019-06-15", "2019-07-15"] {
        desk.go_to(date);
        desk.jobs().await;
    }
    desk.go_to("2019-07-20");
    desk.change(id, 12).await;
    let other = desk.buy("O365-E1", 2).await;
    desk.go_to("2019-08-15");
    desk.jobs().await;
    desk.go_to("2019-08-20");
    desk.suspend(other).await;
    desk.go_to("2019-09-15");
    desk.jobs().await;

    let reader = desk.world.caller(1, AgentRole::AdminAgent);
    let invoices = desk.invoices().await;
    let mut seen = Vec::new();
    for pair in invoices.windows(2) {
        let view = changes(&reader, pair[1].id, 0).await.expect("it is theirs");
        let earlier = view.earlier.as_ref().expect("there is one before it");
        assert_eq!(earlier.id, pair[0].id);
        assert_eq!(view.sum.sum(), view.total - earlier.total, "{}", view.number);
        for customer in &view.customers {
            assert_eq!(customer.parts.sum(), customer.now - customer.before);
        }
        seen.push(view.sum);
    }
    // 42.00 a seat, 6 % tax: three seats fewer, settled from 20 July on; two seats more, free at first.
    let settled = fen(-66_780 + 10_771 + 44_807);
    let fewer = Parts { seats: settled - fen(13_356), new: fen(8_904), ..Parts::default() };
    // What was settled in August is not settled again; two seats given back from 20 August on.
    let ended = Parts { cancelled: fen(-8_904 - 7_468), other: -settled, ..Parts::default() };
    assert_eq!(seen, [Parts::default(), fewer, ended]);
}

async fn the_first_invoice_is_compared_with_nothing(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    let id = desk.invoices().await[0].id;
    let reader = desk.world.caller(1, AgentRole::AdminAgent);
    let view = changes(&reader, id, 7).await.expect("it is theirs");
    assert_eq!((view.earlier, view.changed, view.page), (None, 0, 0));

    let stranger = desk.world.caller(2, AgentRole::AdminAgent);
    assert!(matches!(changes(&stranger, id, 0).await, Err(Error::NotFound { .. })));
    for role in [AgentRole::SalesAgent, AgentRole::HelpdeskAgent] {
        let caller = desk.world.caller(1, role);
        assert!(matches!(changes(&caller, id, 0).await, Err(Error::Forbidden { .. })));
    }
}

async fn examples_are_for_those_who_see_the_bill(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let reader = desk.world.caller(1, AgentRole::AdminAgent);
    let view = scenarios(&reader).expect("it may be seen");
    assert_eq!(view.scenarios.len(), Scenario::ALL.len());
    let history = scenario_file(&reader, Scenario::SeatsUpAndDown).expect("it may be seen");
    assert!(history.contains("\"billing_day\": 15"));
    let seller = desk.world.caller(1, AgentRole::SalesAgent);
    assert!(matches!(scenarios(&seller), Err(Error::Forbidden { .. })));
    assert!(scenario_file(&seller, Scenario::Upgrade).is_err());
}

on_each_backend! {
    the_difference_between_two_invoices_is_taken_apart
    the_first_invoice_is_compared_with_nothing
    examples_are_for_those_who_see_the_bill
}
