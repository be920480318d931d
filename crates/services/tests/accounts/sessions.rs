//! Running sessions.

use chrono::Duration;
use domain::access::{Action, AgentRole};
use domain::error::Error;
use services::accounts;
use testkit::World;

use crate::{SURFACE, stage};

#[tokio::test]
async fn a_session_ends_when_it_is_idle_and_at_the_latest_after_twelve_hours() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, idle) = world.signed_in(&person).await;
    let (_, used) = world.signed_in(&person).await;

    for _ in 0..14 {
        world.clock().advance(Duration::minutes(50));
        assert!(stage(&world, &used).await.is_some());
    }
    assert!(stage(&world, &idle).await.is_none());
    world.clock().advance(Duration::minutes(19));
    assert!(stage(&world, &used).await.is_some());
    world.clock().advance(Duration::minutes(1));
    assert!(stage(&world, &used).await.is_none());
}

#[tokio::test]
async fn use_is_noted_once_a_minute() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, token) = world.signed_in(&person).await;
    let seen = async || accounts::sessions(&caller).await.unwrap()[0].last_seen_at;
    let start = seen().await;

    world.clock().advance(Duration::seconds(59));
    stage(&world, &token).await;
    assert_eq!(seen().await, start);
    world.clock().advance(Duration::seconds(1));
    stage(&world, &token).await;
    assert_eq!(seen().await, start + Duration::seconds(60));
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&person).await;

    for _ in 0..2 {
        accounts::sign_out(world.system(), SURFACE, &token).await.unwrap();
        assert!(stage(&world, &token).await.is_none());
    }
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "signed-out"]);
}

#[tokio::test]
async fn a_changed_role_counts_at_the_next_request() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&person).await;
    let mut tx = world.store().write().await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE users SET roles = 'billing-admin'").await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE partners SET suspended = TRUE").await.unwrap();
    tx.commit().await.unwrap();

    let resumed = accounts::resume(world.system(), SURFACE, &token).await.unwrap().unwrap();

    assert!(resumed.viewer.actor.can(Action::ViewInvoices));
    assert!(
        !resumed.viewer.actor.can(Action::ListCustomers) || {
            resumed.viewer.actor.access(Action::ListCustomers) != domain::access::Access::Allowed
        }
    );
    assert!(matches!(
        resumed.viewer.actor,
        domain::account::Actor::Partner { suspended: true, .. }
    ));
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let stranger = world.person(1, "zhang.san", AgentRole::SalesAgent).await;
    let (_, theirs) = world.signed_in(&stranger).await;
    let (_, first) = world.signed_in(&person).await;
    world.clock().advance(Duration::minutes(2));
    let (caller, own) = world.signed_in(&person).await;

    let listed = accounts::sessions(&caller).await.unwrap();

    let current: Vec<_> = listed.iter().map(|session| session.current).collect();
    assert_eq!(current, [true, false]);
    assert_eq!(listed[1].device.browser.as_deref(), Some("Firefox"));
    assert_eq!(listed[1].device.system.as_deref(), Some("Windows"));
    assert_eq!(listed[1].address, "203.0.113.7");
    let (request, id) = (world.request(), listed[1].id);
    for _ in 0..2 {
        accounts::end_session(&caller, request, id).await.unwrap();
    }
    let gone = accounts::end_session(&caller, world.request(), id).await;
    assert!(matches!(gone, Err(Error::NotFound { .. })));
    let resumed = accounts::resume(world.system(), SURFACE, &theirs).await.unwrap().unwrap();
    let foreign = accounts::end_session(&caller, world.request(), resumed.session).await;
    assert!(matches!(foreign, Err(Error::NotFound { .. })));
    assert!(stage(&world, &first).await.is_none());
    assert!(stage(&world, &own).await.is_some() && stage(&world, &theirs).await.is_some());
}

#[tokio::test]
async fn all_other_sessions_are_ended_at_once() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, first) = world.signed_in(&person).await;
    let (_, second) = world.signed_in(&person).await;
    let (caller, own) = world.signed_in(&person).await;
    let request = world.request();

    for _ in 0..2 {
        assert_eq!(accounts::end_other_sessions(&caller, request).await.unwrap(), 2);
    }
    assert_eq!(accounts::end_other_sessions(&caller, world.request()).await.unwrap(), 0);

    assert!(stage(&world, &first).await.is_none() && stage(&world, &second).await.is_none());
    assert!(stage(&world, &own).await.is_some());
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["signed-in", "signed-in", "signed-in", "sessions-ended"]);
}
