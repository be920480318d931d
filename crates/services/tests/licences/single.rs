//! Licences of one person.

use domain::error::{Entity, Error};
use domain::licences::SetLicences;
use services::licences;
use storage::Store;

use super::{E1, E3, GLOBAL, hold, key, seats_of, sku, world};

testkit::on_each_backend! {
    a_licence_is_taken_and_given_back
    two_licences_with_one_family_conflict_unless_a_plan_is_off
    what_the_company_has_not_bought_is_refused
    a_retry_takes_one_seat
}

async fn a_licence_is_taken_and_given_back(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;

    hold(&world, &admin, user, &[E3]).await.unwrap();
    hold(&world, &admin, user, &[E3]).await.unwrap();
    assert_eq!(seats_of(&admin, E3).await, (1, 9));
    let found = licences::find(&admin, user, "en").await.unwrap();
    let held: Vec<_> =
        found.licences.iter().filter(|view| view.held).map(|view| view.sku).collect();
    assert_eq!(held, [sku(E3)]);
    hold(&world, &admin, user, &[]).await.unwrap();
    assert_eq!(seats_of(&admin, E3).await, (0, 10));

    let kinds = world.customer_activity_kinds(1).await;
    assert_eq!(kinds, ["licences-changed"; 2], "the same again is no change");
}

async fn two_licences_with_one_family_conflict_unless_a_plan_is_off(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;

    let both = hold(&world, &admin, user, &[E3, E1]).await;
    assert_eq!(key(both), "err-licence-conflict");
    assert_eq!(seats_of(&admin, E3).await, (0, 10), "nothing has happened");

    let found = licences::find(&admin, user, "en").await.unwrap();
    let all = |code: &str| {
        let view = found.licences.iter().find(|view| view.sku == sku(code)).unwrap();
        view.plans.iter().map(|plan| plan.id.clone()).collect::<Vec<_>>()
    };
    let wanted = SetLicences {
        request: world.request(),
        user,
        seen: found.version,
        licences: vec![(sku(E3), all(E3)), (sku(E1), vec![])],
    };
    licences::set_licences(&admin, wanted, "en").await.unwrap();
    assert_eq!(seats_of(&admin, E1).await, (1, 1));
}

async fn what_the_company_has_not_bought_is_refused(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;
    assert_eq!(key(hold(&world, &admin, user, &["PBI-PRO"]).await), "err-no-licence");
    let stale = SetLicences { request: world.request(), user, seen: 7, licences: vec![] };
    let stale = licences::set_licences(&admin, stale, "en").await;
    assert_eq!(stale, Err(Error::Stale { entity: Entity::User }));
}

async fn a_retry_takes_one_seat(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;
    let licences = vec![(sku(E3), vec![])];
    let wanted = SetLicences { request: world.request(), user, seen: 1, licences };
    for _ in 0..10 {
        licences::set_licences(&admin, wanted.clone(), "en").await.unwrap();
    }
    assert_eq!(seats_of(&admin, E3).await, (1, 9));
    assert_eq!(world.customer_activity_kinds(1).await.len(), 1);
}
