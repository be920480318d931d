//! From the page of an invoice to the next invoice: lines are disputed, and given back.

mod support;

use axum::http::StatusCode;
use axum::http::header::{COOKIE, REFERER};
use chrono::Duration;
use domain::access::{AdminRole, AgentRole, OperatorRole};
use domain::billing::{DecideDispute, Decision, DisputesQuery};
use domain::ids::SubscriptionId;
use domain::money::Money;
use domain::orders::{OrderLine, PlaceOrder};
use domain::subscriptions::{ChangeQuantity, Target};
use domain::time::{Day, start_of_day};
use services::billing::{all_disputes, decide_dispute, overview};
use services::{Caller, demo, jobs, orders, subscriptions};
use support::{Answer, Product, cookie, form};

/// A product in which partner 1 has sold 15 seats at 11.00 on 2 June 2019.
struct Counter {
    product: Product,
    subscription: SubscriptionId,
}

impl Counter {
    async fn new() -> Self {
        let product = Product::new().await;
        let world = &product.world;
        go_to(&product, "2019-06-02");
        demo::load_catalogue(world.system()).await.expect("the catalogue loads");
        let mut tx = world.store().write().await.expect("the database writes");
        let cheap = "UPDATE prices SET partner_price = 110000";
        testkit::run_sql(&mut tx, cheap).await.expect("it can be run");
        tx.commit().await.expect("the database writes");
        world.bill(1).await;
        let e1 = demo::offers().into_iter().find(|offer| offer.code == "O365-E1");
        let order = PlaceOrder {
            request: world.request(),
            customer: world.customer(1),
            lines: vec![OrderLine { offer: e1.expect("the demo sells it").id, quantity: 15 }],
            po_number: None,
        };
        let agent = world.caller(1, AgentRole::SalesAgent);
        let placed = orders::place(&agent, order, "en").await.expect("it can be ordered");
        let subscription = placed.subscriptions[0].id;
        Self { product, subscription }
    }

    async fn jobs(&self, day: &str) {
        go_to(&self.product, day);
        let scheduler = Caller::scheduler(self.product.world.system().clone());
        jobs::run_due(&scheduler).await.expect("the jobs run");
    }

    async fn change(&self, day: &str, quantity: u32) {
        go_to(&self.product, day);
        let world = &self.product.world;
        let (request, customer) = (world.request(), world.customer(1));
        let agent = world.caller(1, AgentRole::SalesAgent);
        let found = subscriptions::find(&agent, customer, self.subscription, "en").await;
        let seen = found.expect("it is there").version;
        let target = Target { request, customer, subscription: self.subscription, seen };
        let wanted = ChangeQuantity { target, quantity };
        let changed = subscriptions::change_quantity(&agent, wanted, "en").await;
        changed.expect("it can be changed");
    }

    /// A session of a billing admin that has just begun.
    async fn token(&self) -> String {
        let world = &self.product.world;
        let name = format!("b{}@partner1", world.request());
        let person = world.person(1, &name, AdminRole::BillingAdmin).await;
        world.signed_in(&person).await.1
    }

    async fn send(&self, path: &str, page: &str, fields: &str) -> Answer {
        let token = self.token().await;
        let fields = fields.replace('#', &self.product.world.request().to_string());
        let mut request = form(path, &fields.replace('[', "%5B").replace(']', "%5D"));
        let headers = request.headers_mut();
        headers.insert(COOKIE, cookie(&token).parse().unwrap());
        headers.insert(REFERER, format!("http://portal{page}").parse().unwrap());
        self.product.send(request).await
    }

    async fn see(&self, path: &str) -> String {
        let answer = self.product.page_of(&self.token().await, path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.body
    }

    async fn newest(&self) -> String {
        let caller = self.product.world.caller(1, AdminRole::BillingAdmin);
        let seen = overview(&caller, None).await.expect("it is theirs");
        seen.invoices[0].id.to_string()
    }
}

fn go_to(product: &Product, day: &str) {
    let day: Day = day.parse().expect("the tests write days");
    product.world.clock().set(start_of_day(day) + Duration::hours(9));
}

/// Domain book, RB2: 106.06 less 53.00, and the tax stays 6.00.
#[tokio::test]
async fn a_dispute_goes_from_the_page_to_the_next_invoice() {
    let counter = Counter::new().await;
    for day in ["2019-06-15", "2019-07-15"] {
        counter.jobs(day).await;
    }
    let july = counter.newest().await;
    for (day, seats) in [("2019-07-20", 12), ("2019-07-31", 18), ("2019-08-10", 10)] {
        counter.change(day, seats).await;
    }
    let html = counter.see(&format!("/billing/disputes/new?invoice={july}")).await;
    assert!(html.contains("name=\"lines\""), "there is a line to choose");
    let page = format!("/billing/disputes/new/reason?invoice={july}&lines=1&lines=u9");
    let html = counter.see(&page).await;
    assert!(html.contains("value=\"174.90\""), "what the line has cost is proposed");

    // Bad input comes back with what was typed.
    let typed = format!(
        "draft[request]=#&draft[invoice]={july}&draft[lines][]=1&draft[amount]=0&draft[reason]=other\
         &draft[text]=kurz"
    );
    let refused = counter.send("/rpc/disputes/raise", &page, &typed).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    let back = counter.see(refused.location()).await;
    assert!(back.contains("kurz") && back.contains("value=\"0\""), "nothing typed is lost");
    assert!(back.contains("href=\"#amount\"") && back.contains("href=\"#text\""));

    let right = format!(
        "draft[request]=#&draft[invoice]={july}&draft[lines][]=1&draft[amount]=53.00\
         &draft[reason]=other&draft[text]=The+service+was+down+for+a+day."
    );
    let raised = counter.send("/rpc/disputes/raise", &page, &right).await;
    let dispute = raised.location().to_owned();
    assert!(dispute.starts_with("/billing/disputes/"), "{dispute}");
    assert!(counter.see(&dispute).await.contains("The service was down for a day."));
    let details = dispute.split('?').next().expect("a path").to_owned();

    let world = &counter.product.world;
    let operator = world.operator_caller(OperatorRole::CreditAndCollections);
    let all = all_disputes(&operator, DisputesQuery::default()).await.expect("seen");
    let decided = DecideDispute {
        request: world.request(),
        id: all.rows[0].id,
        seen: 1,
        decision: Decision::Accept(Money::from_fen(5_300)),
        answer: String::new(),
    };
    decide_dispute(&operator, decided).await.expect("it can be accepted");
    counter.jobs("2019-08-15").await;
    let august = counter.newest().await;
    let html = counter.see(&format!("/billing/{august}")).await;
    for figure in ["100.06", "53.00", "6.00", "53.06"] {
        assert!(html.contains(&format!("{figure}<")), "{figure}");
    }

    // The customer is told, and that closes it.
    let id = all.rows[0].id;
    let close =
        format!("draft[request]=#&draft[id]={id}&draft[version]=3&draft[informed_on]=2019-08-15");
    let closed = counter.send("/rpc/disputes/close", &details, &close).await;
    assert!(closed.location().contains("done=dispute-closed"), "{}", closed.location());
    assert!(!counter.see(&details).await.contains("/rpc/disputes/close"), "it is over");
}

#[tokio::test]
async fn another_partners_invoice_is_not_found() {
    let counter = Counter::new().await;
    counter.jobs("2019-06-15").await;
    let june = counter.newest().await;
    let world = &counter.product.world;
    world.bill(2).await;
    let person = world.person(2, "b@partner2", AdminRole::BillingAdmin).await;
    let (_, token) = world.signed_in(&person).await;
    let pages = [
        "/billing/disputes/new?invoice=",
        "/billing/disputes/new/reason?lines=1&invoice=",
        "/billing/fapiao/new?invoice=",
        "/billing/",
    ];
    for page in pages {
        let answer = counter.product.page_of(&token, &format!("{page}{june}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
    }
}
