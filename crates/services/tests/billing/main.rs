//! The monthly run, on both databases.

mod compared;
mod credit_notes;
mod disputes;
mod exposed;
mod extras;
mod fapiao;
mod files;
mod payments;
mod replayed;
mod run;
mod standing;
mod whatif;

use std::fmt::Debug;

use chrono::Duration;
use domain::access::AgentRole;
use domain::billing::InvoiceSummary;
use domain::customers::{BillingEdit, EditCustomer};
use domain::ids::{CustomerId, OfferId, SubscriptionId};
use domain::orders::{OrderLine, PlaceOrder};
use domain::subscriptions::{ChangeQuantity, Reactivate, Suspend, SuspendReason, Target};
use domain::time::{Day, start_of_day};
use services::{Caller, Result, customers, demo, jobs as scheduler, orders, subscriptions};
use storage::Store;
use storage::billing::invoices;
use storage::billing::lines::{self, StoredLine, Which};
use testkit::World;

/// A world in which the demo's offers are sold and partner 1 is billed on the 15th.
struct Desk {
    world: World,
    agent: Caller,
}

fn day(text: &str) -> Day {
    text.parse().expect("the tests write dates")
}

fn offer(code: &str) -> OfferId {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it").id
}

impl Desk {
    /// At nine in the morning of `today`, with nothing but offers and prices.
    async fn on(store: Store, today: &str) -> Self {
        let world = World::on(store).await;
        world.clock().set(start_of_day(day(today)) + Duration::hours(9));
        demo::load_catalogue(world.system()).await.expect("the catalogue loads");
        world.bill(1).await;
        let agent = world.caller(1, AgentRole::SalesAgent);
        Self { world, agent }
    }

    fn customer(&self) -> CustomerId {
        self.world.customer(1)
    }

    async fn buy(&self, code: &str, quantity: u32) -> SubscriptionId {
        let order = PlaceOrder {
            request: self.world.request(),
            customer: self.customer(),
            lines: vec![OrderLine { offer: offer(code), quantity }],
            po_number: None,
        };
        let placed = orders::place(&self.agent, order, "en").await.expect("it can be ordered");
        placed.subscriptions[0].id
    }

    async fn target(&self, subscription: SubscriptionId) -> Target {
        let (request, customer) = (self.world.request(), self.customer());
        let found = subscriptions::find(&self.agent, customer, subscription, "en").await;
        let seen = found.expect("the subscription is there").version;
        Target { request, customer, subscription, seen }
    }

    async fn change(&self, id: SubscriptionId, quantity: u32) {
        let wanted = ChangeQuantity { target: self.target(id).await, quantity };
        done(subscriptions::change_quantity(&self.agent, wanted, "en").await);
    }

    async fn suspend(&self, id: SubscriptionId) {
        let (target, reason) = (self.target(id).await, SuspendReason::NonPayment);
        let wanted = Suspend { target, reason, note: None };
        done(subscriptions::suspend(&self.agent, wanted, "en").await);
    }

    async fn reactivate(&self, id: SubscriptionId) {
        let wanted = Reactivate { target: self.target(id).await };
        done(subscriptions::reactivate(&self.agent, wanted, "en").await);
    }

    /// Gives the customer another name.
    async fn rename(&self, name: &str) {
        let found = customers::find(&self.agent, self.customer()).await.expect("it is there");
        let mut profile = testkit::profile("91420100MA4DEM07XE");
        profile.company.name = name.parse().expect("a name");
        let wanted = EditCustomer {
            request: self.world.request(),
            id: found.id,
            seen: found.version,
            uscc_confirmed: true,
            company: profile.company,
            contact: profile.contact,
            billing: BillingEdit::Untouched,
        };
        done(customers::edit(&self.agent, wanted).await);
    }

    /// Nine in the morning of `to`; the jobs have not run.
    fn go_to(&self, to: &str) {
        self.world.clock().set(start_of_day(day(to)) + Duration::hours(9));
    }

    async fn jobs(&self) {
        let caller = Caller::scheduler(self.world.system().clone());
        scheduler::run_due(&caller).await.expect("the jobs run");
    }

    /// The invoices of partner 1, the oldest first.
    async fn invoices(&self) -> Vec<InvoiceSummary> {
        let mut tx = self.world.store().read().await.expect("the database reads");
        let all = (day("2000-01-01"), day("2100-01-01"));
        let found = invoices::list(&mut tx, self.world.partner(1), all).await;
        let mut found = found.expect("the invoices can be read");
        found.reverse();
        found
    }

    async fn lines(&self, invoice: &InvoiceSummary) -> Vec<StoredLine> {
        let mut tx = self.world.store().read().await.expect("the database reads");
        let (partner, which) = (self.world.partner(1), Which::default());
        let found = lines::page(&mut tx, partner, invoice.id, &which, 10_000).await;
        found.expect("the lines can be read")
    }

    async fn sql(&self, sql: &str) {
        let mut tx = self.world.store().write().await.expect("the database writes");
        testkit::run_sql(&mut tx, sql).await.expect("it can be run");
        tx.commit().await.expect("the database writes");
    }
}

fn done<T: Debug>(result: Result<T>) {
    result.expect("the rules allow it");
}
