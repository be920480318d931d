//! Bought, assigned, idle; and the company's own subscriptions.

use domain::access::{AdminRole, AgentRole};
use domain::error::{Entity, Error};
use domain::licences::SeatsQuery;
use services::{demo, licences};
use storage::Store;
use testkit::{Sold, World};

use super::{E1, E3, GLOBAL, command, hold, sku, world};

testkit::on_each_backend! {
    idle_seats_are_those_that_nobody_can_use
    a_company_sees_its_subscriptions_and_whom_to_ask
}

/// Partner 1 has sold customer 1 what its pools hold; partner 2 has sold it 5 seats beside.
async fn sold(store: Store) -> World {
    let world = world(store).await;
    let offer = |code: &str| {
        let offer = demo::offers().into_iter().find(|offer| offer.code == code);
        offer.unwrap().id
    };
    let mut tx = world.store().write().await.unwrap();
    for (number, partner, customer, code, quantity, status) in [
        (0xf001, 1, 1, E3, 4, "active"),
        (0xf002, 1, 1, E3, 6, "suspended"),
        (0xf003, 1, 1, E1, 2, "active"),
        (0xf004, 1, 1, E1, 9, "deleted"),
        (0xf005, 2, 2, E3, 5, "active"),
    ] {
        let sold = Sold {
            partner: world.partner(partner),
            customer: world.customer(customer),
            offer: offer(code),
            quantity,
            status,
        };
        testkit::insert_subscription(&mut tx, number, sold).await;
    }
    tx.commit().await.unwrap();
    world
}

async fn idle_seats_are_those_that_nobody_can_use(store: Store) {
    let world = sold(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let ids = world.customer_users(1, &["an", "bai", "chen"], &[]).await;
    hold(&world, &admin, ids[0], &[E3]).await.unwrap();
    hold(&world, &admin, ids[1], &[E1]).await.unwrap();
    hold(&world, &admin, ids[2], &[E1]).await.unwrap();
    licences::block(&admin, command(&world, &admin, ids[1]).await).await.unwrap();
    let agent = world.caller(1, AgentRole::SalesAgent);

    let view = licences::seats(&agent, SeatsQuery::default(), "en").await.unwrap();

    let lines: Vec<_> = view
        .rows
        .iter()
        .map(|row| {
            (row.sku, row.seats.bought, row.seats.valid, row.seats.assigned, row.seats.idle())
        })
        .collect();
    assert_eq!(lines, [(sku(E3), 10, 4, 1, 9), (sku(E1), 2, 2, 2, 1)]);
    assert_eq!((view.totals.rows, view.totals.idle, view.totals.free), (2, 10, 9));
    assert_eq!(view.totals.seats.bought, 12);
    assert_eq!(view.rows[0].subscription, Some(uuid::Uuid::from_u128(0xf001).into()));
    assert_eq!(view.rows[0].licence, "Office 365 Enterprise E3");

    let theirs = SeatsQuery { customer: Some(world.customer(2)), ..SeatsQuery::default() };
    let refused = licences::seats(&agent, theirs.clone(), "en").await;
    assert_eq!(refused.map(|_| ()), Err(Error::NotFound { entity: Entity::Customer }));
    let other = world.caller(2, AdminRole::GlobalAdmin);
    let view = licences::seats(&other, theirs, "en").await.unwrap();
    assert_eq!((view.totals.seats.bought, view.totals.idle), (5, 5));
    let nobody = licences::seats(&world.caller(1, ()), SeatsQuery::default(), "en").await;
    assert!(matches!(nobody, Err(Error::Forbidden { .. })));
}

async fn a_company_sees_its_subscriptions_and_whom_to_ask(store: Store) {
    let world = sold(store).await;
    let mut tx = world.store().write().await.unwrap();
    let contact = "UPDATE partners SET support_phone = '+864005550100'";
    testkit::run_sql(&mut tx, contact).await.unwrap();
    tx.commit().await.unwrap();

    let own = licences::own_subscriptions(&world.customer_caller(1, GLOBAL), "en").await.unwrap();

    let seen: Vec<_> =
        own.subscriptions.iter().map(|own| (own.quantity, own.status.as_str())).collect();
    assert_eq!(seen.len(), 3, "{seen:?}");
    assert!(seen.contains(&(6, "suspended")), "{seen:?}");
    assert_eq!(own.contacts.len(), 1);
    assert_eq!(own.contacts[0].phone.as_deref(), Some("+864005550100"));
    let json = serde_json::to_string(&own).unwrap();
    assert!(!json.contains("142"), "no price is sent: {json}");
}
