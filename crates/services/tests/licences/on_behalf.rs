//! A partner's agent in a customer's admin center.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole, Surface};
use domain::account::Actor;
use domain::error::{Entity, Error};
use domain::licences::UsersQuery;
use services::accounts::{self, Origin};
use services::{Caller, licences};
use storage::Store;
use testkit::{Person, World};

use super::{E3, hold, key, world};

testkit::on_each_backend! {
    an_agent_assigns_licences_and_both_companies_know
    the_session_dies_with_the_customers_consent
    the_session_dies_with_the_role_and_after_an_hour
    only_those_who_may_get_in
    the_own_account_stays_in_partner_center
}

async fn agent(world: &World, role: AgentRole) -> (Person, Caller) {
    let person = world.person(1, "li.wei", role).await;
    let (caller, _) = world.signed_in(&person).await;
    (person, caller)
}

async fn open(world: &World, agent: &Caller) -> String {
    let opened = accounts::open_on_behalf(agent, world.customer(1), Origin::default()).await;
    opened.unwrap().token
}

async fn resumed(world: &World, token: &str) -> Option<Caller> {
    let resumed = accounts::resume(world.system(), Surface::AdminCenter, token).await.unwrap()?;
    Some(Caller::signed_in(world.system().clone(), resumed.viewer, resumed.session))
}

async fn an_agent_assigns_licences_and_both_companies_know(store: Store) {
    let world = world(store).await;
    let (_, agent) = agent(&world, AgentRole::HelpdeskAgent).await;
    let user = world.customer_user(1, "li.na", &[]).await;
    let token = open(&world, &agent).await;
    let caller = resumed(&world, &token).await.unwrap();
    let viewer = caller.viewer().unwrap();
    assert!(matches!(viewer.actor, Actor::OnBehalf { .. }));
    assert_eq!(viewer.company, "客户1有限公司");

    hold(&world, &caller, user, &[E3]).await.unwrap();
    accounts::sign_out(world.system(), Surface::AdminCenter, &token).await.unwrap();

    let told = ["on-behalf-opened", "licences-changed", "on-behalf-ended"];
    assert_eq!(world.customer_activity_kinds(1).await, told);
    assert_eq!(world.activity_kinds(1).await[1..], told);
    assert!(resumed(&world, &token).await.is_none());
    let elsewhere = world.customer_user(2, "stranger", &[]).await;
    let found = licences::find(&caller, elsewhere, "en").await;
    assert_eq!(found.map(|_| ()), Err(Error::NotFound { entity: Entity::User }));
}

async fn the_session_dies_with_the_customers_consent(store: Store) {
    let world = world(store).await;
    let (_, agent) = agent(&world, AgentRole::AdminAgent).await;
    let token = open(&world, &agent).await;
    assert!(resumed(&world, &token).await.is_some());

    let mut tx = world.store().write().await.unwrap();
    testkit::delegate(&mut tx, world.partner(1), world.customer(1), false).await;
    tx.commit().await.unwrap();

    assert!(resumed(&world, &token).await.is_none());
    let again = accounts::open_on_behalf(&agent, world.customer(1), Origin::default()).await;
    assert_eq!(key(again.map(|_| ())), "err-on-behalf-not-delegated");
    let mut tx = world.store().write().await.unwrap();
    testkit::delegate(&mut tx, world.partner(1), world.customer(1), true).await;
    tx.commit().await.unwrap();
    assert!(resumed(&world, &token).await.is_none(), "it does not come back to life");
}

async fn the_session_dies_with_the_role_and_after_an_hour(store: Store) {
    let world = world(store).await;
    let (person, agent) = agent(&world, AgentRole::AdminAgent).await;
    let token = open(&world, &agent).await;
    world.clock().advance(Duration::minutes(59));
    assert!(resumed(&world, &token).await.is_some());
    world.clock().advance(Duration::minutes(60));
    assert!(resumed(&world, &token).await.is_none());

    let token = open(&world, &agent).await;
    let mut tx = world.store().write().await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE users SET roles = 'sales-agent'").await.unwrap();
    tx.commit().await.unwrap();
    assert!(resumed(&world, &token).await.is_none());

    let mut tx = world.store().write().await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE users SET roles = 'admin-agent'").await.unwrap();
    tx.commit().await.unwrap();
    let token = open(&world, &agent).await;
    let mut tx = world.store().write().await.unwrap();
    testkit::disable(&mut tx, person.id).await;
    tx.commit().await.unwrap();
    assert!(resumed(&world, &token).await.is_none());
}

async fn only_those_who_may_get_in(store: Store) {
    let world = world(store).await;
    let open = |caller: Caller, number| {
        let customer = world.customer(number);
        async move { accounts::open_on_behalf(&caller, customer, Origin::default()).await }
    };
    let denied = Some(Error::Forbidden { action: Action::AdministerOnBehalf });
    for caller in [
        world.caller(1, AgentRole::SalesAgent),
        world.caller(1, AdminRole::BillingAdmin),
        world.caller(1, AdminRole::UserManagementAdmin),
        world.caller(1, ()),
    ] {
        assert_eq!(open(caller, 1).await.err(), denied);
    }
    let missing = Some(Error::NotFound { entity: Entity::Customer });
    assert_eq!(open(world.caller(1, AdminRole::GlobalAdmin), 2).await.err(), missing);
}

async fn the_own_account_stays_in_partner_center(store: Store) {
    let world = world(store).await;
    let (_, agent) = agent(&world, AgentRole::AdminAgent).await;
    let token = open(&world, &agent).await;
    let caller = resumed(&world, &token).await.unwrap();

    let denied = Error::Forbidden { action: Action::EditOwnProfile };
    assert_eq!(accounts::sessions(&caller).await, Err(denied));
    assert!(licences::list(&caller, UsersQuery::default(), "en").await.is_ok());
    // The token of one surface is worth nothing on another.
    let partner = accounts::resume(world.system(), Surface::PartnerCenter, &token).await;
    assert_eq!(partner, Ok(None));
}
