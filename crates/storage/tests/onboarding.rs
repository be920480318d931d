//! Ticked steps of the onboarding checklist, on every database.

use chrono::Duration;
use domain::access::AgentRole;
use domain::ids::UserId;
use domain::onboarding::{OnboardingStep, Tick};
use storage::{Error, Store, onboarding, partners};
use testkit::{World, run_sql};
use uuid::Uuid;

testkit::on_each_backend! {
    the_first_tick_counts
    a_stranger_finds_no_tick
    a_tick_outlives_the_person
    an_unknown_step_is_reported
    a_customer_is_found_by_its_own_people
}

async fn the_first_tick_counts(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::AdminAgent).await;
    let other = world.person(1, "zhao.min", AgentRole::AdminAgent).await;
    let (partner, now) = (world.partner(1), world.system().now());
    let step = OnboardingStep::CatalogReviewed;
    let mut tx = world.store().write().await.unwrap();

    assert!(onboarding::insert(&mut tx, partner, step, person.id, now).await.unwrap());
    let later = now + Duration::days(1);
    assert!(!onboarding::insert(&mut tx, partner, step, other.id, later).await.unwrap());

    let ticks = onboarding::list(&mut tx, partner).await.unwrap();
    assert_eq!(ticks, [Tick { step, by: "李li.wei".to_owned(), at: now }]);
}

async fn a_stranger_finds_no_tick(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::AdminAgent).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    for step in OnboardingStep::ALL {
        onboarding::insert(&mut tx, ours, step, person.id, now).await.unwrap();
    }

    assert_eq!(onboarding::list(&mut tx, ours).await.unwrap().len(), 5);
    assert_eq!(onboarding::list(&mut tx, theirs).await.unwrap(), []);
    // Nor is the name of one company's person shown to another's.
    let step = OnboardingStep::BillingContact;
    onboarding::insert(&mut tx, theirs, step, person.id, now).await.unwrap();
    let ticks = onboarding::list(&mut tx, theirs).await.unwrap();
    assert_eq!(ticks, [Tick { step, by: String::new(), at: now }]);
}

async fn a_tick_outlives_the_person(store: Store) {
    let world = World::on(store).await;
    let (partner, now) = (world.partner(1), world.system().now());
    let gone = UserId::from(Uuid::from_u128(404));
    let step = OnboardingStep::ProfilesReviewed;
    let mut tx = world.store().write().await.unwrap();
    onboarding::insert(&mut tx, partner, step, gone, now).await.unwrap();

    let ticks = onboarding::list(&mut tx, partner).await.unwrap();

    assert_eq!(ticks, [Tick { step, by: String::new(), at: now }]);
}

async fn an_unknown_step_is_reported(store: Store) {
    let world = World::on(store).await;
    let (partner, now) = (world.partner(1), world.system().now());
    let person = UserId::from(Uuid::nil());
    let step = OnboardingStep::ProfilesReviewed;
    let mut tx = world.store().write().await.unwrap();
    onboarding::insert(&mut tx, partner, step, person, now).await.unwrap();
    run_sql(&mut tx, "UPDATE onboarding_steps SET step = 'dance'").await.unwrap();

    let read = onboarding::list(&mut tx, partner).await;

    assert!(
        matches!(read, Err(Error::Corrupt { table: "onboarding_steps", column: "step" })),
        "{read:?}"
    );
}

async fn a_customer_is_found_by_its_own_people(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().read().await.unwrap();

    let company = partners::own_customer(&mut tx, world.customer(1)).await.unwrap().unwrap();

    assert_eq!((company.id, &*company.domain_prefix), (world.customer(1), "customer1"));
    assert_eq!(partners::own_customer(&mut tx, world.customer(9)).await.unwrap(), None);
}
