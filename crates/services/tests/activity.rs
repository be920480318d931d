//! The activity log: what is read of it, and what nobody can hide in it.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole};
use domain::activity::{Entry, Filter};
use domain::error::Error;
use domain::ids::OfferId;
use domain::onboarding::ReviewCatalog;
use domain::time::Day;
use services::activity::{export, list, verify};
use services::catalogue::save_pins;
use services::{Caller, demo, onboarding};
use storage::{Store, Tx, activity as rows};
use testkit::{World, run_sql};
use uuid::Uuid;

testkit::on_each_backend! {
    a_change_leaves_an_entry_with_old_and_new_value
    another_companys_log_is_not_read
    without_the_right_nothing_is_read
    the_last_month_is_shown_unless_another_time_is_asked_for
    pages_follow_each_other_without_a_gap
    an_export_has_every_page
    a_sound_log_is_verified
    a_changed_entry_is_found
    a_removed_entry_is_found
    a_log_that_was_cut_off_is_found
    nothing_in_the_log_can_be_changed_or_deleted
}

fn everything() -> Filter {
    Filter { first: Some("2019-01-01".parse().unwrap()), ..Filter::default() }
}

fn admin(world: &World) -> Caller {
    world.caller(1, AdminRole::GlobalAdmin)
}

/// Pins an offer and takes it out again, `count` changes in all, each with its entry.
async fn changes(world: &World, count: u32) {
    let agent = world.caller(1, AgentRole::AdminAgent);
    let offers: Vec<OfferId> = demo::offers().iter().take(1).map(|offer| offer.id).collect();
    for seen in 0..i64::from(count) {
        let offers = if seen % 2 == 0 { offers.clone() } else { Vec::new() };
        let wanted = domain::catalogue::SavePins { request: world.request(), seen, offers };
        save_pins(&agent, wanted, "en").await.unwrap();
    }
}

async fn sold(store: Store) -> World {
    let world = World::on(store).await;
    demo::load_catalogue(world.system()).await.unwrap();
    world
}

/// Lifts the lock that keeps entries as they are.
async fn without_lock(tx: &mut Tx, statement: &str) {
    match tx {
        Tx::Sqlite(_) => {
            run_sql(tx, "DROP TRIGGER activity_log_no_update").await.unwrap();
            run_sql(tx, "DROP TRIGGER activity_log_no_delete").await.unwrap();
        }
        Tx::Postgres(_) => {
            run_sql(tx, "ALTER TABLE activity_log DISABLE TRIGGER USER").await.unwrap();
        }
    }
    run_sql(tx, statement).await.unwrap();
}

async fn tampered(world: &World, statement: &str) {
    let mut tx = world.store().write().await.unwrap();
    without_lock(&mut tx, statement).await;
    tx.commit().await.unwrap();
}

async fn a_change_leaves_an_entry_with_old_and_new_value(store: Store) {
    let world = sold(store).await;
    changes(&world, 2).await;

    let log = list(&admin(&world), Filter::default()).await.unwrap();

    let code = demo::offers()[0].code.clone();
    let values: Vec<_> =
        log.entries.iter().map(|entry| (entry.before.clone(), entry.after.clone())).collect();
    let nothing = Some(String::new());
    assert_eq!(values, [(Some(code.clone()), nothing.clone()), (nothing, Some(code))]);
    let newest = &log.entries[0];
    assert_eq!((newest.seq, newest.kind.as_str()), (2, "pinned-offers-changed"));
    assert_eq!(newest.actor_name, "王建国");
    assert_eq!(newest.at, world.system().now());
    assert_eq!(log.kinds, ["pinned-offers-changed"]);
    assert_eq!(log.actors.len(), 1);
}

async fn another_companys_log_is_not_read(store: Store) {
    let world = sold(store).await;
    changes(&world, 1).await;
    let stranger = world.caller(2, AdminRole::GlobalAdmin);

    let log = list(&stranger, everything()).await.unwrap();

    assert_eq!((log.entries.len(), log.total), (0, 0));
    assert_eq!((log.actors.len(), log.kinds.len()), (0, 0));
    assert_eq!(export(&stranger, everything()).await.unwrap().next().await.unwrap(), []);
}

async fn without_the_right_nothing_is_read(store: Store) {
    let world = World::on(store).await;
    let denied = Error::Forbidden { action: Action::ViewActivityLog };
    let user = world.caller(1, ());
    assert_eq!(list(&user, everything()).await, Err(denied.clone()));
    assert_eq!(export(&user, everything()).await.err(), Some(denied));
    let nobody = Caller::anonymous(world.system().clone());
    assert_eq!(list(&nobody, everything()).await, Err(Error::Unauthenticated));
    assert!(list(&world.caller(1, AgentRole::HelpdeskAgent), everything()).await.is_ok());
}

async fn the_last_month_is_shown_unless_another_time_is_asked_for(store: Store) {
    let world = sold(store).await;
    changes(&world, 1).await;
    world.clock().advance_business(Duration::days(40));
    let agent = world.caller(1, AgentRole::AdminAgent);
    let request = world.request();
    onboarding::review_catalog(&agent, ReviewCatalog { request }).await.unwrap();

    let log = list(&admin(&world), Filter::default()).await.unwrap();
    assert_eq!(log.applied.first.unwrap().to_string(), "2019-06-20");
    assert_eq!((log.entries.len(), log.total), (1, 1));
    assert_eq!(log.entries[0].kind, "onboarding-step-done");

    let day = |text: &str| text.parse::<Day>().ok();
    for (first, last, found) in [
        (day("2019-06-10"), None, 2),
        (day("2019-06-10"), day("2019-06-10"), 1),
        (None, day("2019-06-10"), 1),
        (day("2019-06-11"), day("2019-07-19"), 0),
        (None, day("2019-06-09"), 0),
        (day("2019-07-20"), day("2019-06-10"), 0),
    ] {
        let asked = Filter { first, last, ..Filter::default() };
        let log = list(&admin(&world), asked).await.unwrap();
        assert_eq!(log.entries.len(), found, "{first:?} to {last:?}");
    }
    let kind = Some("onboarding-step-done".to_owned());
    let log = list(&admin(&world), Filter { kind, ..everything() }).await.unwrap();
    assert_eq!(log.total, 1);
    assert_eq!(log.kinds.len(), 2, "the other kinds can still be chosen");
}

async fn pages_follow_each_other_without_a_gap(store: Store) {
    let world = sold(store).await;
    changes(&world, 51).await;

    let first = list(&admin(&world), Filter::default()).await.unwrap();
    assert_eq!((first.entries.len(), first.total, first.more), (50, 51, true));
    let before_seq = first.entries.last().map(|entry| entry.seq);
    let asked = Filter { before_seq, ..Filter::default() };
    let second = list(&admin(&world), asked).await.unwrap();

    assert_eq!((second.entries.len(), second.total, second.more), (1, 51, false));
    let numbers: Vec<_> =
        first.entries.iter().chain(&second.entries).map(|entry| entry.seq).collect();
    assert_eq!(numbers, (1..=51).rev().collect::<Vec<i64>>());
}

async fn an_export_has_every_page(store: Store) {
    let world = sold(store).await;
    changes(&world, 3).await;
    // An export ignores the page that the reader is on.
    let asked = Filter { before_seq: Some(2), ..Filter::default() };

    let mut export = export(&admin(&world), asked).await.unwrap();
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let next = export.next().await.unwrap();
        if next.is_empty() {
            break;
        }
        entries.extend(next);
    }

    assert_eq!(entries.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [3, 2, 1]);
}

async fn a_sound_log_is_verified(store: Store) {
    let world = sold(store).await;
    changes(&world, 3).await;

    let verified = verify(world.store()).await.unwrap();

    assert_eq!((verified.entries, verified.broken), (3, Vec::new()));
}

async fn a_changed_entry_is_found(store: Store) {
    let world = sold(store).await;
    changes(&world, 3).await;

    tampered(&world, "UPDATE activity_log SET actor_name = '李四' WHERE seq = 2").await;

    let verified = verify(world.store()).await.unwrap();
    assert_eq!(verified.broken, [(Uuid::from(world.partner(1)), 2)]);
}

async fn a_removed_entry_is_found(store: Store) {
    let world = sold(store).await;
    changes(&world, 3).await;

    tampered(&world, "DELETE FROM activity_log WHERE seq = 2").await;

    let verified = verify(world.store()).await.unwrap();
    assert_eq!(verified.broken, [(Uuid::from(world.partner(1)), 2)]);
}

async fn a_log_that_was_cut_off_is_found(store: Store) {
    let world = sold(store).await;
    changes(&world, 3).await;

    tampered(&world, "DELETE FROM activity_log WHERE seq = 3").await;

    let verified = verify(world.store()).await.unwrap();
    assert_eq!(verified.broken, [(Uuid::from(world.partner(1)), 3)]);
}

async fn nothing_in_the_log_can_be_changed_or_deleted(store: Store) {
    let world = sold(store).await;
    changes(&world, 1).await;
    for statement in ["UPDATE activity_log SET after = ''", "DELETE FROM activity_log"] {
        let mut tx = world.store().write().await.unwrap();
        let refused = run_sql(&mut tx, statement).await.unwrap_err();
        assert!(refused.contains("append-only"), "{statement}: {refused}");
    }
    let mut tx = world.store().read().await.unwrap();
    let tenant = Uuid::from(world.partner(1));
    assert_eq!(rows::count(&mut tx, tenant, &Filter::default()).await.unwrap(), 1);
}
