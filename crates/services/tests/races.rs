//! Many at the same time: on several threads, over several connections, on a file and on
//! PostgreSQL.

use chrono::Duration;
use domain::access::{AgentRole, CustomerRole};
use domain::error::{Entity, Error};
use domain::ids::{CustomerId, OfferId, SkuId, SubscriptionId, UserId};
use domain::licences::SetLicences;
use domain::orders::{OrderLine, PlaceOrder};
use domain::subscriptions::{ChangeQuantity, Target};
use services::{Caller, Result, demo, jobs, licences, orders, subscriptions};
use storage::Store;
use testkit::{World, ask};
use tokio::task::JoinSet;

testkit::at_each_address! {
    the_last_licence_goes_to_one_of_two_hundred
    of_two_tabs_the_second_is_told_that_it_is_late
    the_same_request_ten_times_is_one_order
    limits_hold_for_everybody_at_once
    seats_never_fall_below_what_is_assigned
}

/// How many are at it at once.
const TAKERS: usize = 200;

/// A world in which partner 1 has sold seats of one offer to customer 1.
struct Shop {
    world: World,
    store: Store,
    agent: Caller,
    admin: Caller,
    offer: OfferId,
    sku: SkuId,
    plans: Vec<String>,
}

impl Shop {
    async fn at(url: &str) -> Self {
        let store = Store::open(url, 8).await.expect("the database opens");
        let world = World::on(store.clone()).await;
        demo::load(world.system()).await.expect("the demo loads");
        let agent = world.caller(1, AgentRole::SalesAgent);
        let admin = world.customer_caller(1, &[CustomerRole::GlobalAdmin]);
        let sold = demo::offers().into_iter().find(|offer| offer.code == "O365-E3");
        let sold = sold.expect("the demo sells it");
        let (offer, sku) = (sold.id, sold.sku_id.into());
        Self { world, store, agent, admin, offer, sku, plans: Vec::new() }
    }

    fn customer(&self) -> CustomerId {
        self.world.customer(1)
    }

    fn order(&self, quantity: u32) -> PlaceOrder {
        PlaceOrder {
            request: self.world.request(),
            customer: self.customer(),
            lines: vec![OrderLine { offer: self.offer, quantity }],
            po_number: None,
        }
    }

    /// A subscription with `seats` that has started, and `people` who could have one.
    async fn running(&mut self, seats: u32, people: usize) -> (SubscriptionId, Vec<UserId>) {
        let placed = orders::place(&self.agent, self.order(seats), "en").await.expect("it is sold");
        self.world.clock().advance(Duration::days(1));
        let scheduler = Caller::scheduler(self.world.system().clone());
        jobs::run_due(&scheduler).await.expect("the jobs run");
        let names: Vec<String> = (0..people).map(|number| format!("p{number}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let users = self.world.customer_users(1, &names, &[]).await;
        let pools = licences::pools(&self.admin, "en").await.expect("the pools can be read");
        let pool = pools.licences.into_iter().find(|view| view.sku == self.sku);
        self.plans = pool.expect("it was bought").plans.into_iter().map(|plan| plan.id).collect();
        (placed.subscriptions[0].id, users)
    }

    /// Gives `user` a licence.
    fn taking(&self, user: UserId) -> impl Future<Output = Result<()>> + Send + 'static {
        let licences = vec![(self.sku, self.plans.clone())];
        let wanted = SetLicences { request: self.world.request(), user, seen: 1, licences };
        let caller = self.admin.clone();
        async move { licences::set_licences(&caller, wanted, "en").await }
    }

    /// Makes it `quantity` seats, for somebody who has seen the version `seen`.
    fn changing(
        &self,
        subscription: SubscriptionId,
        seen: i64,
        quantity: u32,
    ) -> impl Future<Output = Result<()>> + Send + 'static {
        let (request, customer) = (self.world.request(), self.customer());
        let target = Target { request, customer, subscription, seen };
        let caller = self.agent.clone();
        async move {
            let wanted = ChangeQuantity { target, quantity };
            subscriptions::change_quantity(&caller, wanted, "en").await.map(drop)
        }
    }

    /// What a query answers with.
    async fn ask(&self, query: &str) -> i64 {
        ask(&mut self.store.read().await.expect("the database reads"), query).await
    }

    /// The same of the rows of customer 1: `what` are the columns and the table.
    async fn ask_own(&self, what: &str) -> i64 {
        let own = "customer_id = (SELECT id FROM customers WHERE domain_prefix = 'customer1')";
        self.ask(&format!("SELECT {what} WHERE {own}")).await
    }

    /// The pool and what it has to add up to are the same; seats bought and assigned.
    async fn balanced(&self) -> (i64, i64) {
        let bought = self.ask_own("MAX(bought) FROM licence_pools").await;
        let assigned = self.ask_own("MAX(assigned) FROM licence_pools").await;
        let sold = self.ask_own("CAST(SUM(quantity) AS BIGINT) FROM subscriptions").await;
        let held = self.ask_own("COUNT(*) FROM licence_assignments").await;
        assert_eq!((sold, held), (bought, assigned));
        assert!(assigned <= bought, "{assigned} of {bought}");
        (bought, assigned)
    }
}

/// All of them at once; what each answered, in no order.
async fn together<T: Send + 'static>(
    futures: impl IntoIterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    futures.into_iter().collect::<JoinSet<_>>().join_all().await
}

/// The published key of a refusal.
fn key(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => refusal.code.key.to_string(),
        other => format!("{other:?}"),
    }
}

async fn the_last_licence_goes_to_one_of_two_hundred(url: String) {
    let mut shop = Shop::at(&url).await;
    let (_, users) = shop.running(2, TAKERS + 1).await;
    shop.taking(users[TAKERS]).await.expect("there are two");

    let answers = together(users[..TAKERS].iter().map(|user| shop.taking(*user))).await;

    let refused: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().err()).collect();
    assert_eq!(refused.len(), TAKERS - 1, "one wins");
    let others: Vec<_> = refused.iter().filter(|why| key(why) != "err-no-licence").collect();
    assert!(others.is_empty(), "{others:?}");
    assert_eq!(shop.balanced().await, (2, 2));
}

async fn of_two_tabs_the_second_is_told_that_it_is_late(url: String) {
    let mut shop = Shop::at(&url).await;
    let (id, _) = shop.running(20, 0).await;
    let seen = subscriptions::find(&shop.agent, shop.customer(), id, "en").await.unwrap().version;

    let answers = together([25, 30].map(|quantity| shop.changing(id, seen, quantity))).await;

    let stale = Err(Error::Stale { entity: Entity::Subscription });
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|answer| **answer == stale).count(), 1, "{answers:?}");
    let found = subscriptions::find(&shop.agent, shop.customer(), id, "en").await.unwrap();
    assert_eq!(found.version, seen + 1);
    assert_eq!(shop.balanced().await.0, i64::from(found.row.quantity));
    let entries = shop.world.activity_kinds(1).await;
    let changes = entries.iter().filter(|kind| *kind == "subscription-quantity-changed").count();
    assert_eq!(changes, 1, "the late one left nothing behind");
}

async fn the_same_request_ten_times_is_one_order(url: String) {
    let shop = Shop::at(&url).await;
    let rows = async || {
        let mut rows = Vec::new();
        for table in ["orders", "subscriptions", "subscription_events", "outbox", "activity_log"] {
            rows.push(shop.ask(&format!("SELECT COUNT(*) FROM {table}")).await);
        }
        rows.push(shop.ask("SELECT last FROM order_numbers").await);
        rows
    };
    let before = rows().await;
    let order = shop.order(5);
    let tries = (0..10).map(|_| {
        let (agent, order) = (shop.agent.clone(), order.clone());
        async move { orders::place(&agent, order, "en").await }
    });

    let placed = together(tries).await;

    let first = placed[0].clone().expect("it is sold");
    assert!(placed.iter().all(|one| one.as_ref() == Ok(&first)), "{placed:?}");
    let after = rows().await;
    orders::place(&shop.agent, shop.order(5), "en").await.expect("it is sold");
    let once: Vec<_> = rows().await.iter().zip(&after).map(|(now, then)| now - then).collect();
    let done: Vec<_> = after.iter().zip(&before).map(|(now, then)| now - then).collect();
    assert_eq!(done, once, "ten tries leave what one order leaves");
    assert_eq!(once[0], 1);
}

async fn limits_hold_for_everybody_at_once(url: String) {
    let shop = Shop::at(&url).await;
    let last = shop.ask("SELECT last FROM order_numbers").await;
    let [e3, bp] = [shop.order(1), shop.order(1)];
    let limited = demo::offers().into_iter().find(|offer| offer.code == "O365-BP");
    let lines = vec![OrderLine { offer: limited.expect("the demo sells it").id, quantity: 1 }];
    let orders: Vec<_> = (0..5)
        .map(|_| PlaceOrder { request: shop.world.request(), lines: lines.clone(), ..bp.clone() })
        .chain([e3])
        .map(|order| (shop.agent.clone(), order))
        .collect();

    let placed = together(
        orders
            .into_iter()
            .map(|(agent, order)| async move { orders::place(&agent, order, "en").await }),
    )
    .await;

    let mut numbers: Vec<_> = placed.into_iter().flatten().map(|placed| placed.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [last + 1, last + 2, last + 3], "no gap, nothing twice");
}

async fn seats_never_fall_below_what_is_assigned(url: String) {
    let mut shop = Shop::at(&url).await;
    let (id, users) = shop.running(40, 40).await;
    let takers: JoinSet<_> = users.iter().map(|user| shop.taking(*user)).collect();
    // As fast as it goes, each time from the version that is there: down by one seat.
    let mut changed = 0;
    for quantity in (1..40).rev() {
        let found = subscriptions::find(&shop.agent, shop.customer(), id, "en").await.unwrap();
        match shop.changing(id, found.version, quantity).await {
            Ok(()) => changed += 1,
            Err(Error::Invalid { fields }) => {
                assert_eq!(fields[0].refusal.code.key, "err-qty-assigned");
                break;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
    let taken = takers.join_all().await;

    let refused: Vec<_> = taken.iter().filter_map(|answer| answer.as_ref().err()).collect();
    assert!(refused.iter().all(|why| key(why) == "err-no-licence"), "{refused:?}");
    let (bought, assigned) = shop.balanced().await;
    assert_eq!(bought, 40 - changed);
    assert_eq!(usize::try_from(assigned).unwrap(), taken.len() - refused.len());
}
