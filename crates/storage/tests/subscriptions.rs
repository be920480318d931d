//! Subscriptions, orders and pools of licences.

use domain::error::Entity;
use domain::ids::{CustomerId, OfferId, OrderId, PartnerId, SubscriptionId, UserId};
use domain::money::UnitPrice;
use domain::subscriptions::{EventKind, Pool, Status, Subscription, SuspendReason};
use domain::time::{Day, days_after};
use storage::licences::{pools, transfers};
use storage::orders::{self, NewOrder};
use storage::subscriptions::{self as rows, Event, bulk};
use storage::{Error, Store, Tx};
use testkit::World;
use uuid::Uuid;

testkit::on_each_backend! {
    what_is_written_is_read
    an_older_version_changes_nothing
    strangers_find_and_change_nothing
    numbers_of_orders_have_no_gaps
    pools_never_hold_fewer_than_are_assigned
    those_who_came_last_lose_their_licence
    what_is_due_is_found
    many_are_written_at_once
    calendars_are_found_by_their_secret
}

const SKU: Uuid = Uuid::from_u128(0x5);

fn day(text: &str) -> Day {
    text.parse().expect("the tests write days")
}

/// Something that partner 1 has sold to customer 1.
async fn sold(world: &World, tx: &mut Tx, number: u128) -> Subscription {
    let offer = OfferId::from(Uuid::from_u128(0x0f));
    // Offers are the catalogue's; one is enough here.
    let known = storage::offers::known(tx, None, "en").await.unwrap();
    if known.is_empty() {
        storage::catalogue::put_offer(tx, &an_offer(offer), &words(), &[]).await.unwrap();
    }
    let order = OrderId::from(Uuid::from_u128(0x0400 + number));
    let now = world.system().now();
    let new = NewOrder {
        id: order,
        partner: world.partner(1),
        customer: world.customer(1),
        po_number: Some("PO-1".to_owned()),
        placed_on: day("2019-06-10"),
        placed_at: now,
        placed_by: UserId::from(Uuid::nil()),
    };
    orders::insert(tx, &new).await.unwrap();
    let subscription = Subscription {
        id: SubscriptionId::from(Uuid::from_u128(0x0500 + number)),
        customer: world.customer(1),
        order,
        offer,
        parent: None,
        nickname: Some("𠮷".to_owned()),
        quantity: 10,
        status: Status::Active,
        ordered_on: day("2019-06-10"),
        starts_on: day("2019-06-11"),
        first_billed_on: day("2019-06-15"),
        renews_on: day("2020-06-15"),
        renews: true,
        unit_price: UnitPrice::from_stored(420_000),
        reseller: Some("6048879".to_owned()),
        inactive_since: None,
        reactivated_on: None,
        reason: None,
        note: None,
        deleted_on: None,
        upgraded_from: None,
        version: 1,
    };
    rows::insert(tx, world.partner(1), &subscription, now).await.unwrap();
    subscription
}

fn an_offer(id: OfferId) -> domain::catalogue::Offer {
    domain::catalogue::Offer {
        id,
        code: "O365-E1".into(),
        sku: SKU,
        string_id: "STANDARDPACK".into(),
        category: domain::catalogue::Category::Enterprise,
        segment: domain::catalogue::Segment::Commercial,
        billing: domain::catalogue::Billing::License,
        unit: domain::catalogue::Unit::Licences,
        minimum: 1,
        maximum: 10_000_000,
        per_customer: None,
        add_on: false,
        rank: 1,
    }
}

fn words() -> [storage::catalogue::Words; 1] {
    let (name, description) = ("E1".to_owned(), String::new());
    [storage::catalogue::Words { language: "en", name, description, sort_key: vec![1] }]
}

fn suspended(subscription: &Subscription) -> Subscription {
    Subscription {
        status: Status::Suspended,
        inactive_since: Some(day("2019-06-12")),
        reason: Some(SuspendReason::NonPayment),
        note: Some("note".to_owned()),
        ..subscription.clone()
    }
}

async fn find(tx: &mut Tx, world: &World, id: SubscriptionId) -> Option<Subscription> {
    rows::find(tx, world.partner(1), world.customer(1), id).await.unwrap()
}

async fn what_is_written_is_read(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let first = sold(&world, &mut tx, 1).await;
    assert_eq!(find(&mut tx, &world, first.id).await.as_ref(), Some(&first));
    let next = Subscription { reactivated_on: Some(day("2019-06-11")), ..suspended(&first) };
    rows::update(&mut tx, world.partner(1), &next).await.unwrap();
    let expected = Subscription { version: 2, ..next };
    assert_eq!(find(&mut tx, &world, first.id).await, Some(expected));

    for kind in EventKind::ALL {
        let event = Event {
            subscription: first.id,
            kind: *kind,
            day: day("2019-06-12"),
            quantity: 10,
            unit_price: first.unit_price,
            at: world.system().now(),
        };
        rows::append_event(&mut tx, &event).await.unwrap();
    }
    let events = rows::events(&mut tx, world.partner(1), first.id).await.unwrap();
    let kinds: Vec<_> = events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, EventKind::ALL);
}

async fn an_older_version_changes_nothing(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let first = sold(&world, &mut tx, 1).await;
    let next = Subscription { quantity: 12, ..first.clone() };
    rows::update(&mut tx, world.partner(1), &next).await.unwrap();
    let late = Subscription { quantity: 15, ..first.clone() };
    let stale = rows::update(&mut tx, world.partner(1), &late).await;
    assert!(matches!(stale, Err(Error::Stale { entity: Entity::Subscription })), "{stale:?}");
    assert_eq!(find(&mut tx, &world, first.id).await.unwrap().quantity, 12);
}

async fn strangers_find_and_change_nothing(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let ours = sold(&world, &mut tx, 1).await;
    let suspended = suspended(&ours);
    rows::update(&mut tx, world.partner(1), &suspended).await.unwrap();
    let (stranger, other) = (world.partner(2), world.customer(2));
    let nobody = CustomerId::from(Uuid::nil());
    let pairs: [(PartnerId, CustomerId); 3] =
        [(stranger, ours.customer), (world.partner(1), other), (world.partner(1), nobody)];
    for (partner, customer) in pairs {
        assert_eq!(rows::find(&mut tx, partner, customer, ours.id).await.unwrap(), None);
        assert!(rows::list(&mut tx, partner, customer).await.unwrap().is_empty());
        assert_eq!(rows::standing(&mut tx, partner, customer).await.unwrap(), None);
        assert!(!rows::lock_customer(&mut tx, partner, customer).await.unwrap());
        let replaced = rows::replaced_by(&mut tx, partner, customer, ours.id).await.unwrap();
        assert_eq!(replaced, None);
        let entries = rows::activity(&mut tx, partner, customer, ours.id, 10).await.unwrap();
        assert!(entries.is_empty());
        let contact = rows::notices::customer_contact(&mut tx, partner, customer).await.unwrap();
        assert_eq!(contact, None);
    }
    assert!(rows::events(&mut tx, stranger, ours.id).await.unwrap().is_empty());
    assert_eq!(orders::number(&mut tx, stranger, ours.order).await.unwrap(), None);
    let today = day("2019-06-12");
    assert!(rows::deadlines(&mut tx, stranger, today).await.unwrap().is_empty());
    assert_eq!(rows::deadlines(&mut tx, world.partner(1), today).await.unwrap().len(), 1);
    let changed = Subscription { version: 2, ..ours.clone() };
    assert!(rows::update(&mut tx, stranger, &changed).await.is_err());
    let moved = Subscription { customer: other, ..changed };
    assert!(rows::update(&mut tx, world.partner(1), &moved).await.is_err());
}

async fn numbers_of_orders_have_no_gaps(store: Store) {
    let world = World::on(store).await;
    for (lasts, expected) in [(true, 1), (false, 2), (true, 2), (true, 3)] {
        let mut tx = world.store().write().await.unwrap();
        let new = NewOrder {
            id: OrderId::from(world.system().next_id()),
            partner: world.partner(1),
            customer: world.customer(1),
            po_number: None,
            placed_on: day("2019-06-10"),
            placed_at: world.system().now(),
            placed_by: UserId::from(Uuid::nil()),
        };
        assert_eq!(orders::insert(&mut tx, &new).await.unwrap(), expected);
        if lasts {
            tx.commit().await.unwrap();
        }
    }
}

async fn pools_never_hold_fewer_than_are_assigned(store: Store) {
    let world = World::on(store).await;
    let customer = world.customer(1);
    let user = world.person(1, "li", ()).await.id;
    let mut tx = world.store().write().await.unwrap();
    assert_eq!(pools::lock(&mut tx, customer, SKU).await.unwrap(), Pool::default());
    pools::add_bought(&mut tx, customer, SKU, 2, 2).await.unwrap();
    assert!(testkit::assign(&mut tx, customer, user, SKU, world.system().now()).await);
    for (bought, valid, done) in [
        (-2, -2, false),
        (-1, 0, false),
        (0, 1, false),
        (-1, -1, true),
        (-1, -1, false),
        (0, -1, true),
    ] {
        let changed = pools::add_bought(&mut tx, customer, SKU, bought, valid).await;
        assert_eq!(changed.is_ok(), done, "{bought} {valid}: {changed:?}");
    }
    let expected = Pool { bought: 1, valid: 0, assigned: 1 };
    assert_eq!(pools::lock(&mut tx, customer, SKU).await.unwrap(), expected);
    assert_eq!(pools::list(&mut tx, customer).await.unwrap()[&SKU], expected);
    assert!(pools::list(&mut tx, world.customer(2)).await.unwrap().is_empty());
    let none = pools::add_bought(&mut tx, world.customer(2), SKU, -1, 0).await;
    assert!(none.is_err(), "there is no pool");
}

async fn those_who_came_last_lose_their_licence(store: Store) {
    let world = World::on(store).await;
    let customer = world.customer(1);
    let mut users = Vec::new();
    for name in ["a", "b", "c"] {
        users.push(world.person(1, name, ()).await.id);
    }
    let mut tx = world.store().write().await.unwrap();
    pools::add_bought(&mut tx, customer, SKU, 3, 3).await.unwrap();
    let mut now = world.system().now();
    for user in &users {
        assert!(testkit::assign(&mut tx, customer, *user, SKU, now).await);
        now += chrono::Duration::seconds(1);
    }
    assert_eq!(pools::release(&mut tx, world.customer(2), SKU, 0).await.unwrap(), 0);
    assert_eq!(pools::release(&mut tx, customer, SKU, 1).await.unwrap(), 2);
    assert_eq!(pools::lock(&mut tx, customer, SKU).await.unwrap().assigned, 1);
    let left = transfers::holders(&mut tx, customer, SKU, Uuid::from_u128(9)).await.unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].user, users[0]);
}

async fn what_is_due_is_found(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let active = sold(&world, &mut tx, 1).await;
    let waiting = sold(&world, &mut tx, 2).await;
    let pending = Subscription { status: Status::Pending, ..waiting };
    rows::update(&mut tx, world.partner(1), &pending).await.unwrap();
    let stopped = sold(&world, &mut tx, 3).await;
    rows::update(&mut tx, world.partner(1), &suspended(&stopped)).await.unwrap();
    let deletes_on = day("2019-08-11");

    let ids = |due: Vec<rows::Due>| due.into_iter().map(|(_, one)| one.id).collect::<Vec<_>>();
    let start = pending.starts_on;
    assert!(
        rows::due_to_start(&mut tx, days_after(start, 0).pred_opt().unwrap())
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(ids(rows::due_to_start(&mut tx, start).await.unwrap()), [pending.id]);
    assert!(rows::due_to_delete(&mut tx, deletes_on.pred_opt().unwrap()).await.unwrap().is_empty());
    assert_eq!(ids(rows::due_to_delete(&mut tx, deletes_on).await.unwrap()), [stopped.id]);
    for left in [30, 14, 7, 3, 1] {
        let day = deletes_on - chrono::Duration::days(left);
        assert_eq!(ids(rows::due_to_remind(&mut tx, day).await.unwrap()), [stopped.id], "{left}");
    }
    let day = deletes_on - chrono::Duration::days(2);
    assert!(rows::due_to_remind(&mut tx, day).await.unwrap().is_empty());
    let renewing = ids(rows::due_to_renew(&mut tx, active.renews_on).await.unwrap());
    assert_eq!(renewing, [active.id, pending.id, stopped.id], "suspended or not");
}

async fn many_are_written_at_once(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let first = sold(&world, &mut tx, 1).await;
    let many = [Subscription {
        id: SubscriptionId::from(Uuid::from_u128(0x0700)),
        order: OrderId::from(Uuid::from_u128(0x0701)),
        customer: world.customer(2),
        nickname: None,
        reseller: None,
        ..first
    }];
    let new: Vec<_> = many.iter().map(|one| (world.partner(2), SKU, one.clone())).collect();
    bulk::insert_many(&mut tx, &new).await.unwrap();
    let found = rows::list(&mut tx, world.partner(2), world.customer(2)).await.unwrap();
    assert_eq!(found, many);
    let number = orders::number(&mut tx, world.partner(2), found[0].order).await.unwrap();
    assert_eq!(number, Some(2));
    let pool = pools::lock(&mut tx, world.customer(2), SKU).await.unwrap();
    assert_eq!(pool, Pool { bought: 10, valid: 10, assigned: 0 });
}

async fn calendars_are_found_by_their_secret(store: Store) {
    let world = World::on(store).await;
    let user = world.person(1, "li", ()).await.id;
    let (partner, now) = (world.partner(1), world.system().now());
    let mut tx = world.store().write().await.unwrap();
    rows::put_calendar_token(&mut tx, partner, user, b"one", now).await.unwrap();
    rows::put_calendar_token(&mut tx, partner, user, b"two", now).await.unwrap();
    let stranger = world.partner(2);
    rows::put_calendar_token(&mut tx, stranger, user, b"theirs", now).await.unwrap();
    assert_eq!(rows::calendar_since(&mut tx, stranger, user).await.unwrap(), None);
    assert!(!rows::delete_calendar_token(&mut tx, stranger, user).await.unwrap());
    for (secret, found) in [(&b"one"[..], None), (b"two", Some((partner, user))), (b"theirs", None)]
    {
        assert_eq!(rows::find_calendar_token(&mut tx, secret).await.unwrap(), found);
    }
    assert_eq!(rows::calendar_since(&mut tx, partner, user).await.unwrap(), Some(now));
    assert!(rows::delete_calendar_token(&mut tx, partner, user).await.unwrap());
}
