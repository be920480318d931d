//! What a new day does.

use domain::subscriptions::Status;

use super::*;

testkit::on_each_backend! {
    on_day_sixty_and_not_before_the_data_is_deleted
    an_add_on_is_deleted_with_its_parent
    missed_days_are_made_up_for_once
    a_renewal_takes_the_price_of_its_day
    reminders_are_written_once
}

async fn on_day_sixty_and_not_before_the_data_is_deleted(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    let other = shop.running("O365-E3", 1).await;
    for name in ["a", "b"] {
        shop.assign(shop.user(name).await, "O365-E3").await;
    }
    shop.suspend(id).await.unwrap();
    shop.days(59).await;
    assert_eq!(shop.find(id).await.row.status, Status::Suspended);
    shop.world.clock().advance(Duration::days(1));
    assert_eq!(shop.find(id).await.row.status, Status::Deleted, "before the job has run");
    assert_eq!(key(shop.reactivate(id).await), "err-sub-deleted");
    shop.jobs().await;
    assert_eq!(shop.find(id).await.row.status, Status::Deleted);
    assert_eq!(shop.find(id).await.deleted_on.unwrap().to_string(), "2019-08-11");
    assert_eq!(shop.find(other).await.row.status, Status::Active);
    assert_eq!(shop.pool("O365-E3").await, (1, 1, 1), "one licence is left for one person");
    assert_eq!(key(shop.change(id, 1).await), "err-sub-deleted");
    assert_eq!(key(shop.reactivate(id).await), "err-sub-deleted");
}

async fn an_add_on_is_deleted_with_its_parent(store: Store) {
    let shop = Shop::on(store).await;
    let parent = shop.running("O365-E3", 10).await;
    let add_on = shop.add_on(parent, "ADD-VIS", 5).await.unwrap().subscriptions[0].id;
    shop.suspend(parent).await.unwrap();
    shop.days(60).await;
    let found = shop.find(add_on).await;
    assert_eq!((found.row.status, found.events.len()), (Status::Deleted, 3));
    assert_eq!(shop.pool("ADD-VIS").await, (0, 0, 0));
}

async fn missed_days_are_made_up_for_once(store: Store) {
    let shop = Shop::on(store).await;
    shop.jobs().await;
    let id = shop.buy("O365-E3", 10).await;
    let suspended = shop.buy("O365-E1", 10).await;
    shop.suspend(suspended).await.unwrap();
    // Nobody runs the job for a year and more.
    shop.world.clock().advance(Duration::days(400));
    shop.jobs().await;
    let before = (shop.find(id).await, shop.world.activities(1).await);
    for _ in 0..3 {
        shop.jobs().await;
    }
    assert_eq!((shop.find(id).await, shop.world.activities(1).await), before);
    let found = before.0;
    let kinds: Vec<_> = found.events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["ordered", "renewed"]);
    assert_eq!(found.events[1].day.to_string(), "2020-06-15");
    assert_eq!(found.row.renews_on.to_string(), "2021-06-15");
    let gone = shop.find(suspended).await;
    assert_eq!(gone.deleted_on.unwrap().to_string(), "2019-08-09");
}

async fn a_renewal_takes_the_price_of_its_day(store: Store) {
    let shop = Shop::on(store).await;
    let admin = shop.world.caller(1, AgentRole::AdminAgent);
    let id = shop.running("O365-BP", 25).await;
    let gone = shop.running("EXO-K", 5).await;
    for (days, price, kiosk) in [(365, "68.5000", "10.4000"), (10, "72.0000", "10.4000")] {
        shop.days(days).await;
        for (id, expected) in [(id, price), (gone, kiosk)] {
            let found = subscriptions::find(&admin, shop.customer(), id, "en").await.unwrap();
            assert_eq!(found.unit_price.unwrap().to_string(), expected, "after {days} days");
        }
    }
}

async fn reminders_are_written_once(store: Store) {
    let shop = Shop::on(store).await;
    let admin = shop.world.person(1, "wang", domain::access::AdminRole::GlobalAdmin).await;
    shop.world.person(1, "users", domain::access::AdminRole::UserManagementAdmin).await;
    let id = shop.running("O365-E3", 10).await;
    shop.suspend(id).await.unwrap();
    for _ in 0..61 {
        shop.days(1).await;
        shop.jobs().await;
    }
    let count = |kind: &'static str| {
        let store = shop.world.store().clone();
        let name = admin.name.clone();
        async move { mails(&store, kind, &name).await }
    };
    assert_eq!(count("subscription-deletion-near").await, 5, "30, 14, 7, 3, 1");
    assert_eq!(count("subscription-deleted").await, 1);
}

/// How many mails of a kind wait for `address`.
async fn mails(store: &Store, kind: &str, address: &str) -> usize {
    let mut tx = store.read().await.unwrap();
    let found = testkit::mails(&mut tx, kind).await;
    assert!(found.iter().all(|to| to != "users"), "who cannot act is not written to: {found:?}");
    found.iter().filter(|to| *to == address).count()
}
