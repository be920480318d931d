//! Subscriptions, as they are ordered, changed, ended and brought back.

mod board;
mod changes;
mod days;
mod ordering;
mod renewals;
mod upgrades;
mod who;

use chrono::Duration;
use domain::access::AgentRole;
use domain::error::{Error, Refusal};
use domain::ids::{CustomerId, OfferId, SubscriptionId, UserId};
use domain::orders::{OrderAddOn, OrderLine, PlaceOrder, PlacedView};
use domain::subscriptions::{
    ChangeQuantity, Pool, Reactivate, SubscriptionDetails, Suspend, SuspendReason, Target,
};
use services::accounts::{NewUser, insert_user};
use services::subscriptions::Changed;
use services::{Caller, Clock as _, Result, demo, jobs as scheduler, orders, subscriptions};
use storage::Store;
use storage::licences::pools;
use testkit::World;
use uuid::Uuid;

/// The number of the first order of a test.
const FIRST_ORDER: i64 = 1_001;

/// A world in which the demo's offers are sold, and a sales agent of partner 1.
struct Shop {
    world: World,
    agent: Caller,
}

fn demo_offer(code: &str) -> demo::DemoOffer {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it")
}

fn offer(code: &str) -> OfferId {
    demo_offer(code).id
}

fn sku(code: &str) -> Uuid {
    demo_offer(code).sku_id
}

/// The key of the refusal, at a field or not.
fn key<T: std::fmt::Debug>(result: Result<T>) -> String {
    let refusal = |refusal: Refusal| refusal.code.key.into_owned();
    match result.expect_err("it is refused") {
        Error::Refused(why) => refusal(why),
        Error::Invalid { fields } => refusal(fields.into_iter().next().expect("a fault").refusal),
        other => format!("{other:?}"),
    }
}

impl Shop {
    async fn on(store: Store) -> Self {
        let world = World::on(store).await;
        demo::load(world.system()).await.expect("the demo loads");
        // Whatever the demo has ordered, the next number is known.
        let mut tx = world.store().write().await.expect("the database writes");
        let sql = format!("UPDATE order_numbers SET last = {}", FIRST_ORDER - 1);
        testkit::run_sql(&mut tx, &sql).await.expect("there is a row");
        tx.commit().await.expect("the database writes");
        let agent = world.caller(1, AgentRole::SalesAgent);
        Self { world, agent }
    }

    fn customer(&self) -> CustomerId {
        self.world.customer(1)
    }

    fn order(&self, lines: &[(&str, u32)]) -> PlaceOrder {
        let line =
            |(code, quantity): &(&str, u32)| OrderLine { offer: offer(code), quantity: *quantity };
        PlaceOrder {
            request: self.world.request(),
            customer: self.customer(),
            lines: lines.iter().map(line).collect(),
            po_number: None,
        }
    }

    async fn place(&self, lines: &[(&str, u32)]) -> Result<PlacedView> {
        orders::place(&self.agent, self.order(lines), "en").await
    }

    /// One subscription, from tomorrow on.
    async fn buy(&self, code: &str, quantity: u32) -> SubscriptionId {
        let placed = self.place(&[(code, quantity)]).await.expect("it can be ordered");
        placed.subscriptions[0].id
    }

    /// One subscription that has started.
    async fn running(&self, code: &str, quantity: u32) -> SubscriptionId {
        let id = self.buy(code, quantity).await;
        self.days(1).await;
        id
    }

    async fn add_on(
        &self,
        parent: SubscriptionId,
        code: &str,
        quantity: u32,
    ) -> Result<PlacedView> {
        let wanted = OrderAddOn {
            request: self.world.request(),
            customer: self.customer(),
            parent,
            line: OrderLine { offer: offer(code), quantity },
        };
        orders::order_add_on(&self.agent, wanted, "en").await
    }

    /// Lets `days` pass and the jobs run.
    async fn days(&self, days: i64) {
        self.world.clock().advance(Duration::days(days));
        self.jobs().await;
    }

    async fn jobs(&self) {
        let caller = Caller::scheduler(self.world.system().clone());
        scheduler::run_due(&caller).await.expect("the jobs run");
    }

    async fn find(&self, id: SubscriptionId) -> SubscriptionDetails {
        let found = subscriptions::find(&self.agent, self.customer(), id, "en").await;
        found.expect("the subscription is there")
    }

    async fn target(&self, subscription: SubscriptionId) -> Target {
        let seen = self.find(subscription).await.version;
        let (request, customer) = (self.world.request(), self.customer());
        Target { request, customer, subscription, seen }
    }

    async fn change(&self, id: SubscriptionId, quantity: u32) -> Result<Changed> {
        let wanted = ChangeQuantity { target: self.target(id).await, quantity };
        subscriptions::change_quantity(&self.agent, wanted, "en").await
    }

    async fn suspend(&self, id: SubscriptionId) -> Result<Changed> {
        let (target, reason) = (self.target(id).await, SuspendReason::NonPayment);
        let wanted = Suspend { target, reason, note: Some("三月未付".to_owned()) };
        subscriptions::suspend(&self.agent, wanted, "en").await
    }

    async fn reactivate(&self, id: SubscriptionId) -> Result<Changed> {
        let wanted = Reactivate { target: self.target(id).await };
        subscriptions::reactivate(&self.agent, wanted, "en").await
    }

    async fn pool(&self, code: &str) -> (u32, u32, u32) {
        let mut tx = self.world.store().read().await.expect("the database reads");
        let pools = pools::list(&mut tx, self.customer()).await.expect("the pools can be read");
        let Pool { bought, valid, assigned } = pools.get(&sku(code)).copied().unwrap_or_default();
        (bought, valid, assigned)
    }

    /// Somebody of the customer.
    async fn user(&self, name: &str) -> UserId {
        let new = NewUser {
            tenant: self.customer().into(),
            roles: domain::account::Roles::Customer(Vec::new()),
            sign_in_name: name.to_owned(),
            family_name: "李".to_owned(),
            given_name: name.to_owned(),
            password: "Right-pass1".to_owned(),
            temporary: false,
            language: None,
            demo: false,
        };
        insert_user(self.world.system(), new).await.expect("the name is new")
    }

    /// Gives `user` a licence, if one is left.
    async fn assign(&self, user: UserId, code: &str) -> bool {
        let mut tx = self.world.store().write().await.expect("the database writes");
        let now = self.world.clock().now();
        let given = testkit::assign(&mut tx, self.customer(), user, sku(code), now).await;
        tx.commit().await.expect("the database writes");
        given
    }
}
