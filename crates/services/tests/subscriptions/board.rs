//! The board of deadlines, and its calendar.

use domain::access::AdminRole;
use domain::deadlines::{DeadlineAction, DeadlineKind};
use domain::error::Entity;
use services::deadlines;

use super::*;

testkit::on_each_backend! {
    what_can_be_acted_on_is_on_the_board
    a_calendar_has_one_secret_address
    a_calendar_follows_its_owners_rights
}

async fn what_can_be_acted_on_is_on_the_board(store: Store) {
    let shop = Shop::on(store).await;
    let suspended = shop.running("O365-E3", 5).await;
    shop.add_on(suspended, "ADD-STO", 5).await.unwrap();
    shop.suspend(suspended).await.unwrap();
    let trial = shop.running("TRIAL-E3", 25).await;
    let renewing = shop.running("O365-E1", 1).await;

    let board = deadlines::list(&shop.agent, "en").await.unwrap();
    assert_eq!((board.deletions_total, board.trials_total, board.renewals_total), (1, 1, 0));
    let deletion = &board.deletions[0];
    assert_eq!((deletion.subscription, deletion.days_left), (suspended, 58));
    assert_eq!(deletion.action, Some(DeadlineAction::Reactivate));
    assert_eq!(deletion.customer_name, "客户1有限公司");
    assert_eq!(board.trials[0].subscription, trial);

    shop.days(320).await;
    let board = deadlines::list(&shop.agent, "en").await.unwrap();
    assert_eq!((board.deletions_total, board.trials_total, board.renewals_total), (0, 0, 1));
    let renewal = &board.renewals[0];
    assert_eq!((renewal.subscription, renewal.kind), (renewing, DeadlineKind::Renewal));
    assert_eq!(renewal.day.to_string(), "2020-06-15");
    let helpdesk = shop.world.caller(1, AgentRole::HelpdeskAgent);
    let board = deadlines::list(&helpdesk, "en").await.unwrap();
    assert_eq!(board.renewals[0].action, None, "whoever reads changes nothing");
    let other = shop.world.caller(2, AdminRole::GlobalAdmin);
    assert_eq!(deadlines::list(&other, "en").await, Ok(Default::default()));
}

async fn a_calendar_has_one_secret_address(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 5).await;
    shop.suspend(id).await.unwrap();
    let person = shop.world.person(1, "chen", AgentRole::SalesAgent).await;
    let (caller, _) = shop.world.signed_in(&person).await;
    let none = deadlines::calendar_state(&caller).await.unwrap();
    assert_eq!(none.since, None);

    let request = shop.world.request();
    let first = deadlines::rotate_calendar(&caller, request).await.unwrap().unwrap();
    assert_eq!(deadlines::rotate_calendar(&caller, request).await, Ok(None), "shown once");
    let feed = deadlines::feed(shop.world.system(), &first).await.unwrap();
    assert_eq!(feed.language, "zh-CN");
    assert_eq!(feed.deadlines.deletions[0].subscription, id);

    let second = deadlines::rotate_calendar(&caller, shop.world.request()).await.unwrap().unwrap();
    let missing = Error::NotFound { entity: Entity::Page };
    let system = shop.world.system();
    assert_eq!(deadlines::feed(system, &first).await, Err(missing.clone()));
    assert!(deadlines::feed(system, &second).await.is_ok());
    assert!(deadlines::calendar_state(&caller).await.unwrap().since.is_some());
    deadlines::stop_calendar(&caller, shop.world.request()).await.unwrap();
    assert_eq!(deadlines::feed(system, &second).await, Err(missing.clone()));
    assert_eq!(deadlines::feed(system, "").await, Err(missing));
}

async fn a_calendar_follows_its_owners_rights(store: Store) {
    let shop = Shop::on(store).await;
    let person = shop.world.person(1, "chen", AgentRole::SalesAgent).await;
    let (caller, _) = shop.world.signed_in(&person).await;
    let secret = deadlines::rotate_calendar(&caller, shop.world.request()).await.unwrap().unwrap();
    let mut tx = shop.world.store().write().await.unwrap();
    testkit::disable(&mut tx, person.id).await;
    tx.commit().await.unwrap();
    let missing = Error::NotFound { entity: Entity::Page };
    assert_eq!(deadlines::feed(shop.world.system(), &secret).await, Err(missing));
}
