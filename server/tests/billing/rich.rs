//! A portal with an invoice that has everything: discounts, changed seats, a suspension, usage, a
//! line given back, names that spreadsheets would calculate.

use axum::body::Body;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use chrono::Duration;
use domain::access::{AdminRole, AgentRole};
use domain::billing::{InvoiceSummary, UsageQuantity};
use domain::ids::{InvoiceId, OfferId, SubscriptionId};
use domain::money::UnitPrice;
use domain::orders::{OrderLine, PlaceOrder};
use domain::subscriptions::{
    ChangeQuantity, ChangeReseller, Reactivate, Suspend, SuspendReason, Target,
};
use domain::time::{Day, start_of_day};
use services::{Caller, billing, demo, jobs, orders, subscriptions};
use storage::billing::usage::{self, UsageRecord};
use storage::billing::{invoices, lines};

use crate::support::{Answer, Product, cookie, get};

/// The customer's name.
pub const CUSTOMER: &str = "=1+1 𠮷祥贸易有限公司";

/// What meters have counted: UB1, UB2 and both rates of UB3; consumed in millionths, price in 1/10000.
const USED: [(&str, i64, i64, i64); 4] = [
    ("Data transfer out, GB", 1, 11_000_000, 808),
    ("Compute hours", 1, 744_000_000, 8_680),
    ("Storage, GB", 1, 1_024_000_000, 3_000),
    ("Storage, GB", 2, 314_000_000, 2_500),
];

pub struct Rich {
    pub product: Product,
    /// The invoice of 15 July 2019.
    pub invoice: InvoiceSummary,
    /// A session of a billing admin.
    pub token: String,
}

pub fn day(text: &str) -> Day {
    text.parse().expect("the tests write dates")
}

fn offer(code: &str) -> OfferId {
    demo::offers().into_iter().find(|offer| offer.code == code).expect("the demo sells it").id
}

impl Rich {
    pub async fn new() -> Self {
        let product = Product::new().await;
        let agent = product.world.caller(1, AgentRole::AdminAgent);
        let desk = Desk { product, agent };
        let bought = desk.first_month().await;
        desk.second_month(&bought).await;
        desk.go_to("2019-07-15").await;
        let Desk { product, .. } = desk;
        let invoice = invoices(&product).await.pop().expect("it was issued");
        let person = product.world.person(1, "zhao@partner1", AdminRole::BillingAdmin).await;
        let token = product.world.signed_in(&person).await.1;
        Self { product, invoice, token }
    }

    /// What comes for `file`, such as `license.csv?encoding=gb18030`.
    pub async fn file(&self, file: &str) -> Answer {
        let join = if file.contains('?') { '&' } else { '?' };
        let path = format!("/files/billing/{file}{join}invoice={}", self.invoice.id);
        self.product.page_of(&self.token, &path).await
    }

    /// The same for somebody who reads `language`.
    pub async fn file_in(&self, language: &str, file: &str) -> Answer {
        let path = format!("/files/billing/{file}?invoice={}", self.invoice.id);
        let request = get(&path).header(COOKIE, cookie(&self.token));
        let request = request.header(ACCEPT_LANGUAGE, language).body(Body::empty());
        self.product.send(request.expect("a request")).await
    }

    /// The invoice's page.
    pub async fn page(&self) -> String {
        self.product.page_of(&self.token, &format!("/billing/{}", self.invoice.id)).await.body
    }

    /// The invoice of the month before, which has no usage.
    pub async fn june(&self) -> InvoiceId {
        invoices(&self.product).await[0].id
    }

    /// Rows of the invoice as they are stored.
    pub async fn lines(&self) -> Vec<lines::StoredLine> {
        let world = &self.product.world;
        let mut tx = world.store().read().await.expect("the database reads");
        let which = lines::Which::default();
        let found = lines::page(&mut tx, world.partner(1), self.invoice.id, &which, 1_000).await;
        found.expect("the lines can be read")
    }
}

/// Whoever fills the portal.
struct Desk {
    product: Product,
    agent: Caller,
}

impl Desk {
    /// Orders of 2 June, one with a discount, by an indirect provider.
    async fn first_month(&self) -> Vec<SubscriptionId> {
        let world = &self.product.world;
        self.clock("2019-06-02");
        demo::load_catalogue(world.system()).await.expect("the catalogue loads");
        world.bill(1).await;
        self.sql("UPDATE partners SET model = 'indirect-provider', mpn_id = '4390934'").await;
        self.sql(&format!("UPDATE customers SET company_name = '{CUSTOMER}'")).await;
        let mut bought = Vec::new();
        for (code, seats) in [("O365-E1", 15), ("O365-E3", 20), ("O365-BP", 10)] {
            bought.push(self.buy(code, seats).await);
        }
        self.reseller(bought[0], "6048879").await;
        self.reseller(bought[2], "6048880").await;
        self.reseller(bought[2], "").await;
        self.sql("UPDATE subscriptions SET discount = 50000 WHERE quantity = 20").await;
        self.go_to("2019-06-15").await;
        bought
    }

    /// Seats up and down, a suspension and its end, usage, and a line of June given back.
    async fn second_month(&self, bought: &[SubscriptionId]) {
        self.clock("2019-06-20");
        let (e1, bp) = (bought[0], bought[2]);
        let change = ChangeQuantity { target: self.target(e1).await, quantity: 12 };
        subscriptions::change_quantity(&self.agent, change, "en").await.expect("fewer");
        self.clock("2019-06-25");
        let (target, reason) = (self.target(bp).await, SuspendReason::NonPayment);
        let suspend = Suspend { target, reason, note: None };
        subscriptions::suspend(&self.agent, suspend, "en").await.expect("it is active");
        self.clock("2019-07-03");
        let reactivate = Reactivate { target: self.target(bp).await };
        subscriptions::reactivate(&self.agent, reactivate, "en").await.expect("it is suspended");
        self.use_up(e1).await;
        let june = &invoices(&self.product).await[0];
        let mut tx = self.product.world.store().write().await.expect("the database writes");
        let of = (self.product.world.partner(1), june.id);
        testkit::insert_accepted_dispute(&mut tx, 7, of, 1, 5_300).await;
        tx.commit().await.expect("the database writes");
    }

    async fn use_up(&self, subscription: SubscriptionId) {
        let world = &self.product.world;
        let mut tx = world.store().write().await.expect("the database writes");
        for (resource, item, consumed, price) in USED {
            let record = UsageRecord {
                partner: world.partner(1),
                customer: world.customer(1),
                subscription,
                used_on: day("2019-06-30"),
                meter: format!(r#"{{"service_name":"云服务","resource_name":"{resource}"}}"#),
                item,
                consumed: UsageQuantity::from_stored(consumed),
                list_price: UnitPrice::from_stored(price),
            };
            let id = world.request().into();
            usage::insert_record(&mut tx, id, &record).await.expect("it can be written");
        }
        tx.commit().await.expect("the database writes");
    }

    fn clock(&self, to: &str) {
        self.product.world.clock().set(start_of_day(day(to)) + Duration::hours(9));
    }

    async fn go_to(&self, to: &str) {
        self.clock(to);
        let caller = Caller::scheduler(self.product.world.system().clone());
        jobs::run_due(&caller).await.expect("the jobs run");
        billing::run_all(self.product.world.system(), day(to)).await.expect("the run runs");
    }

    async fn buy(&self, code: &str, quantity: u32) -> SubscriptionId {
        let order = PlaceOrder {
            request: self.product.world.request(),
            customer: self.product.world.customer(1),
            lines: vec![OrderLine { offer: offer(code), quantity }],
            po_number: None,
        };
        let placed = orders::place(&self.agent, order, "en").await.expect("it can be ordered");
        placed.subscriptions[0].id
    }

    async fn reseller(&self, subscription: SubscriptionId, id: &str) {
        let target = self.target(subscription).await;
        let wanted = ChangeReseller { target, reseller: domain::input::mpn_id(id).ok() };
        subscriptions::change_reseller(&self.agent, wanted, "en").await.expect("it is indirect");
    }

    async fn target(&self, subscription: SubscriptionId) -> Target {
        let world = &self.product.world;
        let (request, customer) = (world.request(), world.customer(1));
        let found = subscriptions::find(&self.agent, customer, subscription, "en").await;
        let seen = found.expect("the subscription is there").version;
        Target { request, customer, subscription, seen }
    }

    async fn sql(&self, sql: &str) {
        let mut tx = self.product.world.store().write().await.expect("the database writes");
        testkit::run_sql(&mut tx, sql).await.expect("it can be run");
        tx.commit().await.expect("the database writes");
    }
}

/// The invoices of partner 1, the oldest first.
async fn invoices(product: &Product) -> Vec<InvoiceSummary> {
    let mut tx = product.world.store().read().await.expect("the database reads");
    let all = (day("2000-01-01"), day("2100-01-01"));
    let found = invoices::list(&mut tx, product.world.partner(1), all).await;
    let mut found = found.expect("the invoices can be read");
    found.reverse();
    found
}
