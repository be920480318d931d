//! Quantity, nickname, reseller, suspension, reactivation.

use domain::subscriptions::{ChangeReseller, Rename, Status};

use super::*;

testkit::on_each_backend! {
    the_second_of_two_changes_is_stale
    a_repetition_changes_nothing_twice
    no_fewer_than_assigned
    a_suspension_stops_and_a_reactivation_restores
    add_ons_follow_their_parent
    suspending_and_reactivating_twice_is_no_change
    a_suspension_is_rehearsed
    a_nickname_is_shown_and_taken_away
    only_an_indirect_provider_changes_the_reseller
}

async fn the_second_of_two_changes_is_stale(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    let (first, second) = (shop.target(id).await, shop.target(id).await);
    let change = |target, quantity| ChangeQuantity { target, quantity };
    subscriptions::change_quantity(&shop.agent, change(first, 12), "en").await.unwrap();
    let stale = subscriptions::change_quantity(&shop.agent, change(second, 15), "en").await;
    assert_eq!(stale, Err(Error::Stale { entity: domain::error::Entity::Subscription }));
    let found = shop.find(id).await;
    assert_eq!((found.row.quantity, found.version), (12, second.seen + 1));
    assert_eq!(shop.pool("O365-E3").await, (12, 12, 0));
}

async fn a_repetition_changes_nothing_twice(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    let wanted = ChangeQuantity { target: shop.target(id).await, quantity: 12 };
    let done = subscriptions::change_quantity(&shop.agent, wanted.clone(), "en").await;
    let again = subscriptions::change_quantity(&shop.agent, wanted, "en").await;
    assert_eq!(done, again);
    assert_eq!(shop.find(id).await.events.len(), 2, "ordered, changed");
    let same = shop.change(id, 12).await.unwrap();
    assert_eq!(same.version, done.unwrap().version, "the same quantity is no change");
}

async fn no_fewer_than_assigned(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 3).await;
    for name in ["a", "b"] {
        assert!(shop.assign(shop.user(name).await, "O365-E3").await);
    }
    let refused = shop.change(id, 1).await;
    let Err(Error::Invalid { fields }) = refused else { panic!("{refused:?}") };
    assert_eq!(fields[0].refusal.code.key, "err-qty-assigned");
    assert_eq!(fields[0].refusal.args, [("n".into(), domain::error::Arg::Count(2))]);
    assert_eq!(key(shop.change(id, 0).await), "err-qty-range");
    shop.change(id, 2).await.unwrap();
    assert_eq!(shop.pool("O365-E3").await, (2, 2, 2));
}

async fn a_suspension_stops_and_a_reactivation_restores(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    shop.assign(shop.user("a").await, "O365-E3").await;
    shop.suspend(id).await.unwrap();
    let found = shop.find(id).await;
    let suspension = found.suspension.unwrap();
    assert_eq!(suspension.since.to_string(), "2019-06-11");
    assert_eq!(suspension.reactivates_until.to_string(), "2019-08-09");
    assert_eq!(suspension.deletes_on.to_string(), "2019-08-10");
    assert_eq!(suspension.note.as_deref(), Some("三月未付"));
    assert_eq!(shop.pool("O365-E3").await, (10, 0, 1), "assignments stay");
    assert_eq!(key(shop.change(id, 12).await), "err-sub-not-active");
    assert_eq!(key(shop.add_on(id, "ADD-STO", 1).await), "err-parent-not-active");

    shop.days(59).await;
    shop.reactivate(id).await.unwrap();
    assert_eq!(shop.pool("O365-E3").await, (10, 10, 1));
    let found = shop.find(id).await;
    assert_eq!((found.row.status, found.row.quantity), (Status::Active, 10));
    let kinds: Vec<_> = found.events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["ordered", "suspended", "reactivated"]);
}

async fn add_ons_follow_their_parent(store: Store) {
    let shop = Shop::on(store).await;
    let parent = shop.buy("O365-E3", 10).await;
    let along = shop.add_on(parent, "ADD-STO", 5).await.unwrap().subscriptions[0].id;
    let alone = shop.add_on(parent, "ADD-VIS", 5).await.unwrap().subscriptions[0].id;
    shop.days(1).await;
    shop.suspend(alone).await.unwrap();
    shop.suspend(parent).await.unwrap();
    assert_eq!(shop.find(along).await.suspension.unwrap().reason, SuspendReason::Parent);
    assert_eq!(key(shop.reactivate(along).await), "err-parent-not-active");
    shop.reactivate(parent).await.unwrap();
    assert_eq!(shop.find(along).await.row.status, Status::Active);
    assert_eq!(shop.find(alone).await.row.status, Status::Suspended, "it was suspended alone");
    assert_eq!(shop.pool("ADD-VIS").await, (5, 0, 0));
}

async fn suspending_and_reactivating_twice_is_no_change(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    let active = shop.reactivate(id).await.unwrap();
    assert_eq!(active.version, shop.find(id).await.version);
    let suspended = shop.suspend(id).await.unwrap();
    assert_eq!(shop.suspend(id).await, Ok(suspended));
    assert_eq!(shop.find(id).await.events.len(), 2);
}

async fn a_suspension_is_rehearsed(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    shop.add_on(id, "ADD-STO", 5).await.unwrap();
    for name in ["a", "b", "c"] {
        shop.assign(shop.user(name).await, "O365-E3").await;
    }
    let told = subscriptions::rehearse(&shop.agent, shop.customer(), id, "en").await.unwrap();
    assert_eq!(told.losing_access, 3);
    assert_eq!(told.deletes_on.to_string(), "2019-08-10");
    assert_eq!(told.add_ons, ["Extra file storage (1 GB)"]);
    assert_eq!(shop.find(id).await.row.status, Status::Active, "nothing has changed");
}

async fn a_nickname_is_shown_and_taken_away(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    for (typed, shown) in [("总部 𠮷", "总部 𠮷"), ("", "Office 365 Enterprise E3")] {
        let nickname = domain::input::nickname(typed).unwrap();
        let wanted = Rename { target: shop.target(id).await, nickname };
        subscriptions::rename(&shop.agent, wanted, "en").await.unwrap();
        assert_eq!(shop.find(id).await.row.name, shown);
        let exported = subscriptions::export(&shop.agent, shop.customer(), "en").await.unwrap();
        assert_eq!(exported[0].name, shown);
    }
}

async fn only_an_indirect_provider_changes_the_reseller(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    let reseller = domain::input::mpn_id("6048879").ok();
    let wanted = ChangeReseller { target: shop.target(id).await, reseller };
    let refused = subscriptions::change_reseller(&shop.agent, wanted.clone(), "en").await;
    assert_eq!(key(refused), "err-not-indirect");

    let mut tx = shop.world.store().write().await.unwrap();
    let sql = "UPDATE partners SET model = 'indirect-provider'";
    testkit::run_sql(&mut tx, sql).await.unwrap();
    tx.commit().await.unwrap();
    let wanted = ChangeReseller { target: shop.target(id).await, ..wanted };
    subscriptions::change_reseller(&shop.agent, wanted, "en").await.unwrap();
    assert_eq!(shop.find(id).await.row.reseller.as_deref(), Some("6048879"));

    // Taken away, and taken away again: pages show nobody.
    for _ in 0..2 {
        let nobody = ChangeReseller { target: shop.target(id).await, reseller: None };
        subscriptions::change_reseller(&shop.agent, nobody, "en").await.unwrap();
        assert_eq!(shop.find(id).await.row.reseller, None);
    }
}
