//! Upgrades, with the people's licences.

use domain::subscriptions::{MoveFault, Rename, Status, Upgrade, UpgradedView};
use storage::partners;

use super::*;

testkit::on_each_backend! {
    an_upgrade_replaces_the_subscription_from_today_on
    licences_move_person_by_person
    without_moving_people_lose_what_is_not_left
    the_matrix_is_offered_exactly
    the_conditions_count_other_resellers
    a_trial_goes_on_as_what_it_tries
    a_reseller_moves_along_and_one_that_was_taken_away_does_not
    a_refused_upgrade_changes_nothing
}

async fn upgrade(
    shop: &Shop,
    id: SubscriptionId,
    code: &str,
    quantity: u32,
    move_licences: bool,
) -> Result<UpgradedView> {
    let target = shop.target(id).await;
    let wanted = Upgrade { target, offer: offer(code), quantity, move_licences };
    subscriptions::upgrade(&shop.agent, wanted, "en").await
}

async fn an_upgrade_replaces_the_subscription_from_today_on(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-BE", 30).await;
    let nickname = domain::input::nickname("总部").unwrap();
    let wanted = Rename { target: shop.target(id).await, nickname };
    subscriptions::rename(&shop.agent, wanted, "en").await.unwrap();
    shop.days(51).await;

    let done = upgrade(&shop, id, "O365-E3", 32, true).await.unwrap();
    assert_eq!((done.source, done.order_number), (id, FIRST_ORDER + 1));
    let (source, target) = (shop.find(id).await, shop.find(done.target).await);
    assert_eq!(source.row.status, Status::Deleted);
    assert_eq!(source.upgraded_to, Some(done.target));
    assert_eq!(source.deleted_on.unwrap().to_string(), "2019-08-01");
    assert_eq!(target.row.status, Status::Active);
    assert_eq!(target.upgraded_from, Some(id));
    assert_eq!((target.row.name.as_str(), target.row.quantity), ("总部", 32));
    assert_eq!(target.row.starts_on.to_string(), "2019-08-01");
    assert_eq!(target.row.free_until, None, "P15");
    assert_eq!(target.first_billed_on.to_string(), "2019-08-15");
    assert_eq!(target.row.renews_on.to_string(), "2020-08-15");
    assert_eq!(shop.pool("O365-BE").await, (0, 0, 0));
    assert_eq!(shop.pool("O365-E3").await, (32, 32, 0));
    let kinds = |found: &SubscriptionDetails| {
        found.events.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&source), ["ordered", "upgraded-away"]);
    assert_eq!(kinds(&target), ["upgraded-to"]);
    assert_eq!(key(upgrade(&shop, id, "O365-E3", 32, true).await), "err-sub-deleted");
}

async fn licences_move_person_by_person(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.buy("O365-BE", 3).await;
    shop.buy("ODB-P1", 1).await;
    shop.buy("EXO-K", 1).await;
    shop.days(1).await;
    let [free, rival, third] =
        [shop.user("free").await, shop.user("rival").await, shop.user("third").await];
    for user in [free, rival, third] {
        assert!(shop.assign(user, "O365-BE").await);
    }
    assert!(shop.assign(rival, "EXO-K").await);
    assert_eq!(key(upgrade(&shop, id, "O365-E3", 2, true).await), "err-upgrade-assigned");
    let done = upgrade(&shop, id, "O365-E3", 3, true).await.unwrap();
    let failed: Vec<_> = done.licences.iter().map(|one| (one.user, one.failed)).collect();
    assert_eq!(
        failed.iter().find(|(user, _)| *user == rival),
        Some(&(rival, Some(MoveFault::Conflict)))
    );
    assert_eq!(failed.iter().filter(|(_, fault)| fault.is_none()).count(), 2);
    assert_eq!(shop.pool("O365-E3").await, (3, 3, 2));
    assert_eq!(shop.pool("O365-BE").await, (0, 0, 0), "nothing of the old one is left");
}

async fn without_moving_people_lose_what_is_not_left(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.buy("O365-BE", 3).await;
    shop.buy("O365-BE", 1).await;
    shop.days(1).await;
    for name in ["a", "b", "c"] {
        assert!(shop.assign(shop.user(name).await, "O365-BE").await);
    }
    let done = upgrade(&shop, id, "O365-E1", 1, false).await.unwrap();
    assert!(done.licences.is_empty());
    assert_eq!(shop.pool("O365-BE").await, (1, 1, 1));
    assert_eq!(shop.pool("O365-E1").await, (1, 1, 0));
}

async fn the_matrix_is_offered_exactly(store: Store) {
    let shop = Shop::on(store).await;
    for (code, expected) in [
        ("O365-BE", vec!["O365-BP", "O365-E1", "O365-E3"]),
        ("O365-B", vec!["O365-BP", "O365-PP", "O365-E3"]),
        ("O365-BP", vec!["O365-E3"]),
        ("O365-E1", vec![]),
    ] {
        let id = shop.running(code, 1).await;
        let found = shop.find(id).await;
        let mut targets: Vec<_> = found.targets.iter().map(|target| target.offer).collect();
        let mut expected: Vec<_> = expected.into_iter().map(offer).collect();
        targets.sort_unstable();
        expected.sort_unstable();
        assert_eq!(targets, expected, "{code}");
        assert_eq!(found.actions.upgrade.is_allowed(), !expected.is_empty(), "{code}");
    }
}

async fn the_conditions_count_other_resellers(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-BE", 1).await;
    let (now, world) = (shop.world.clock().now(), &shop.world);
    let mut tx = world.store().write().await.unwrap();
    let known =
        partners::insert_relationship(&mut tx, world.partner(2), shop.customer(), false, now);
    known.await.unwrap();
    tx.commit().await.unwrap();
    let rival = world.caller(2, AgentRole::SalesAgent);
    orders::place(&rival, shop.order(&[("O365-E3", 5)]), "en").await.unwrap();

    assert_eq!(key(upgrade(&shop, id, "O365-E3", 1, false).await), "err-upgrade-has-target");
    let other = upgrade(&shop, id, "O365-BP", 1, false).await;
    assert!(other.is_ok(), "desktop apps of another kind are not there: {other:?}");
    let theirs = subscriptions::list(&rival, shop.customer(), "en").await.unwrap();
    assert_eq!(theirs.rows.len(), 1, "nothing of theirs has changed");
}

async fn a_trial_goes_on_as_what_it_tries(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("TRIAL-E3", 25).await;
    shop.assign(shop.user("a").await, "TRIAL-E3").await;
    let done = upgrade(&shop, id, "O365-E3", 10, true).await.unwrap();
    assert_eq!(shop.pool("O365-E3").await, (10, 10, 1), "the licence stays");
    let found = shop.find(done.target).await;
    assert!(found.row.renews);
}

/// Table D of the files: what nobody was taken away from has not the mark for it.
async fn a_reseller_moves_along_and_one_that_was_taken_away_does_not(store: Store) {
    let shop = Shop::on(store).await;
    let mut id = shop.running("O365-BE", 1).await;
    for (kept, target, expected) in [("", "O365-BP", None), ("6048879", "O365-E3", Some("6048879"))]
    {
        let mut tx = shop.world.store().write().await.unwrap();
        let sql = format!("UPDATE subscriptions SET reseller_mpn_id = '{kept}'");
        testkit::run_sql(&mut tx, &sql).await.unwrap();
        tx.commit().await.unwrap();

        id = upgrade(&shop, id, target, 1, true).await.unwrap().target;

        let mut tx = shop.world.store().read().await.unwrap();
        let partner = shop.world.partner(1);
        let next = storage::subscriptions::find(&mut tx, partner, shop.customer(), id).await;
        let next = next.unwrap().expect("it is there");
        assert_eq!(next.reseller.as_deref(), expected, "{kept:?}");
    }
}

async fn a_refused_upgrade_changes_nothing(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.buy("O365-BE", 3).await;
    assert_eq!(key(upgrade(&shop, id, "O365-E3", 3, true).await), "err-sub-not-started");
    shop.days(1).await;
    assert_eq!(key(upgrade(&shop, id, "O365-PP", 3, true).await), "err-upgrade-no-path");
    assert_eq!(key(upgrade(&shop, id, "O365-BP", 301, true).await), "err-qty-range");
    shop.add_on(id, "ADD-STO", 1).await.unwrap();
    assert_eq!(key(upgrade(&shop, id, "O365-E3", 3, true).await), "err-sub-has-addons");
    let found = shop.find(id).await;
    assert_eq!((found.row.status, found.events.len()), (Status::Active, 1));
    assert_eq!(shop.pool("O365-BE").await, (3, 3, 0));

    let second = shop.running("O365-B", 3).await;
    let mut tx = shop.world.store().write().await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE relationships SET delegated_admin = FALSE").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(key(upgrade(&shop, second, "O365-PP", 3, true).await), "err-no-delegated-admin");
}
