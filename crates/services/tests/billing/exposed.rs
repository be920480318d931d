//! What a partner stands to owe, and limits passed when ordering.

use domain::access::{AdminRole, AgentRole};
use domain::billing::{Credit, ExposureSort, Percent};
use domain::customers::SaveRiskDraft;
use domain::error::Error;
use domain::money::Money;
use domain::orders::{OrderAddOn, OrderLine};
use domain::subscriptions::AddOnOffer;
use services::billing::{exposure, exposure_cells, exposure_rows, spending};
use services::{customers, orders, subscriptions};
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day};

impl Desk {
    /// What the customer's panel says the limit is, from now on.
    async fn limit(&self, yuan: &str) {
        let agent = self.world.caller(1, AgentRole::AdminAgent);
        let seen = customers::risk(&agent, self.customer()).await.expect("it can be seen");
        let draft = SaveRiskDraft {
            request: self.world.request().to_string(),
            customer: self.customer().to_string(),
            version: seen.version.to_string(),
            credit_limit: yuan.to_owned(),
            ..SaveRiskDraft::default()
        };
        let wanted = draft.parse().expect("it can be read");
        customers::save_risk(&agent, wanted).await.expect("it can be saved");
    }
}

fn fen(fen: i64) -> Money {
    Money::from_fen(fen)
}

/// 15 seats at 42.00 and 6 %: 667.80 a month.
async fn the_rest_of_the_term_what_is_unbilled_and_what_is_unpaid_add_up(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    let reader = desk.world.caller(1, AgentRole::AdminAgent);
    let seen = async || exposure(&reader, ExposureSort::Total, 9).await.expect("it can be seen");
    // On the day of the order, before anything was billed.
    assert_eq!(seen().await.parts, [fen(66_780 * 12), fen(0), fen(0), fen(0)]);

    desk.go_to("2019-06-15");
    desk.jobs().await;
    assert_eq!(seen().await.parts, [fen(66_780 * 11), fen(0), fen(66_780), fen(0)]);
    desk.go_to("2019-06-25");
    desk.change(id, 12).await;
    // Three seats fewer from the eleventh day of thirty on: 20 days given back.
    let settled = fen(-66_780 + 22_260 + 35_616);
    assert_eq!(seen().await.parts, [fen(53_424 * 11), settled, fen(66_780), fen(0)]);

    // The day after the due date, with the next invoice on the way.
    desk.go_to("2019-07-16");
    desk.jobs().await;
    let view = seen().await;
    let invoices = desk.invoices().await;
    assert_eq!(view.parts[2], invoices[0].payable + invoices[1].payable);
    assert_eq!(view.parts[3], invoices[0].payable);
    assert_eq!(view.total, view.customers[0].total());
    assert_eq!(view.customers[0].share(view.total), Percent::WHOLE);
    let rows = exposure_rows(&reader).await.expect("it can be seen");
    assert_eq!(rows, view.customers);
    assert_eq!(exposure_cells(&rows[0]).len(), services::billing::EXPOSURE_COLUMNS.len());

    let stranger = desk.world.caller(2, AgentRole::AdminAgent);
    match exposure(&stranger, ExposureSort::Total, 0).await {
        Ok(view) => assert_eq!((view.count, view.total), (0, Money::ZERO)),
        Err(error) => assert!(matches!(error, Error::NotFound { .. }), "{error:?}"),
    }
    for role in [AgentRole::SalesAgent, AgentRole::HelpdeskAgent] {
        let refused = exposure(&desk.world.caller(1, role), ExposureSort::Total, 0).await;
        assert!(matches!(refused, Err(Error::Forbidden { .. })), "{role:?}");
    }
}

async fn limits_are_for_those_who_assess_risks(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.limit("1000").await;
    let agent = desk.world.caller(1, AgentRole::AdminAgent);
    let view = exposure(&agent, ExposureSort::Overdue, 0).await.expect("it can be seen");
    assert_eq!((view.limits, view.over), (true, 1));
    assert_eq!(view.customers[0].limit, Some(fen(100_000)));
    let clerk = desk.world.caller(1, AdminRole::BillingAdmin);
    let view = exposure(&clerk, ExposureSort::Overdue, 0).await.expect("it can be seen");
    assert_eq!((view.limits, view.over, view.customers[0].limit), (false, 0, None));
}

async fn ordering_warns_and_tells_figures_only_to_those_who_see_prices(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    let seller = &desk.agent;
    let agent = desk.world.caller(1, AgentRole::AdminAgent);
    let told = async |caller| {
        let seen = orders::catalogue(caller, desk.customer(), "en").await;
        seen.expect("it can be seen").credit
    };
    assert_eq!((told(seller).await, told(&agent).await), (None, None));
    let exposure = fen(66_780 * 12);
    for (limit, sold) in [("8013.60", None), ("8013.59", Some(Credit::Over))] {
        desk.limit(limit).await;
        assert_eq!(told(seller).await, sold, "{limit}");
        let Some(Credit::Told { exposure: seen, .. }) = told(&agent).await else {
            panic!("figures are told");
        };
        assert_eq!(seen, exposure);
    }
    // A warning, not a refusal.
    desk.buy("O365-E1", 1).await;
}

/// The exposure of the one customer.
async fn owed(desk: &Desk) -> Money {
    let reader = desk.world.caller(1, AgentRole::AdminAgent);
    let seen = exposure(&reader, ExposureSort::Total, 0).await.expect("it can be seen");
    seen.total
}

async fn what_a_change_adds_is_what_the_exposure_grows_by(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let admin = desk.world.caller(1, AgentRole::AdminAgent);
    let id = desk.buy("O365-E1", 15).await;
    let seen = async |id| {
        let found = subscriptions::find(&admin, desk.customer(), id, "en").await;
        found.expect("it is there")
    };
    assert_eq!(seen(id).await.commitments, None, "without a limit");
    desk.limit("1000000").await;
    for (today, quantity) in [("2019-06-10", 18), ("2019-06-25", 21), ("2019-07-15", 20)] {
        desk.go_to(today);
        desk.jobs().await;
        let (before, found) = (owed(&desk).await, seen(id).await);
        let price = found.unit_price.expect("an admin agent sees prices");
        let seen = found.commitments.expect("there is a limit");
        let more = seen.by_quantity(price, found.row.quantity, quantity).expect("small amounts");
        desk.change(id, quantity).await;
        assert_eq!(before + more, owed(&desk).await, "{today}");
    }

    let (before, found) = (owed(&desk).await, seen(id).await);
    let commitments = found.commitments.expect("there is a limit");
    let open = |offer: &&AddOnOffer| offer.unavailable.is_none();
    let add_on = found.add_on_offers.iter().find(open).expect("there is one");
    let price = add_on.card.prices.as_ref().expect("prices are seen").partner;
    let order = OrderAddOn {
        request: desk.world.request(),
        customer: desk.customer(),
        parent: id,
        line: OrderLine { offer: add_on.card.offer.id, quantity: 3 },
    };
    orders::order_add_on(&desk.agent, order, "en").await.expect("it can be ordered");
    let more = commitments.by_add_on(price, 3).expect("small amounts");
    assert_eq!(before + more, owed(&desk).await);
}

async fn a_change_tells_of_limits_only_whoever_may_make_it(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    let told = async |role| {
        let caller = desk.world.caller(1, role);
        let found = subscriptions::find(&caller, desk.customer(), id, "en").await;
        found.expect("it can be seen").commitments.map(|seen| seen.credit)
    };
    desk.limit("1").await;
    assert!(matches!(told(AgentRole::AdminAgent).await, Some(Credit::Told { .. })));
    assert_eq!(told(AgentRole::SalesAgent).await, Some(Credit::Over));
    assert_eq!(told(AgentRole::HelpdeskAgent).await, None);
    // A warning, not a refusal.
    desk.change(id, 16).await;
}

async fn charts_have_every_month_and_every_fen(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    for date in ["2019-06-15", "2019-06-20", "2019-07-15", "2019-08-15", "2019-09-15"] {
        desk.go_to(date);
        if date == "2019-06-20" {
            desk.suspend(id).await;
        }
        desk.jobs().await;
    }
    desk.buy("O365-E3", 2).await;
    desk.go_to("2019-10-15");
    desk.jobs().await;
    let reader = desk.world.caller(1, AgentRole::AdminAgent);
    let view = spending(&reader, "en").await.expect("it can be seen");
    let dates: Vec<_> = view.months.iter().map(|month| month.billing_date).collect();
    let expected = ["2019-06-15", "2019-07-15", "2019-08-15", "2019-09-15", "2019-10-15"];
    assert_eq!(dates, expected.map(day));
    let seats: Vec<_> = view.months.iter().map(|month| month.seats).collect();
    assert_eq!(seats, [15, 0, 0, 0, 2]);
    assert_eq!(view.services.len(), 2);
    let drawn: Money = view.months.iter().flat_map(|month| &month.totals).copied().sum();
    let issued: Money = desk.invoices().await.iter().map(|one| one.sections.total).sum();
    assert_eq!(drawn, issued);
    let seller = desk.world.caller(1, AgentRole::SalesAgent);
    assert!(matches!(spending(&seller, "en").await, Err(Error::Forbidden { .. })));
}

on_each_backend! {
    the_rest_of_the_term_what_is_unbilled_and_what_is_unpaid_add_up
    limits_are_for_those_who_assess_risks
    ordering_warns_and_tells_figures_only_to_those_who_see_prices
    what_a_change_adds_is_what_the_exposure_grows_by
    a_change_tells_of_limits_only_whoever_may_make_it
    charts_have_every_month_and_every_fen
}
