//! Prices of single partners, as the operator agrees on them and ends them.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole, OperatorRole};
use domain::error::{Entity, Error};
use domain::ids::{OfferId, SpecialPriceId};
use domain::money::UnitPrice;
use domain::prices::{AddSpecial, EndSpecial, PriceQuery, SpecialRow, SpecialView};
use domain::time::Day;
use services::prices::{add_special, end_special, list, specials};
use services::{Caller, Result, catalogue, demo};
use storage::Store;
use testkit::{World, ask};
use uuid::Uuid;

testkit::on_each_backend! {
    an_agreed_price_is_shown_to_its_partner_and_logged_for_both
    a_repeated_request_agrees_once
    what_is_not_there_is_refused_at_its_field
    a_price_that_has_begun_ends_today_and_one_to_come_is_withdrawn
    the_second_of_two_who_end_a_price_is_late
    an_auditor_looks_and_nobody_else_agrees
    files_that_nobody_published_are_forgotten_after_a_week
}

/// A product on 10 June 2019, without the demo's own special prices.
async fn sold(store: Store) -> (World, Caller) {
    let world = World::on(store).await;
    demo::load_catalogue(world.system()).await.unwrap();
    let manager = world.operator_caller(OperatorRole::PriceManager);
    (world, manager)
}

fn id(code: &str) -> OfferId {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it").id
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn wanted(world: &World, days: [&str; 2]) -> AddSpecial {
    let [first_day, last_day] = days.map(day);
    AddSpecial {
        request: world.request(),
        partner: world.partner(1),
        offer: id("O365-E1"),
        price: UnitPrice::from_stored(399_000),
        first_day,
        last_day,
    }
}

async fn rows(caller: &Caller) -> Vec<SpecialRow> {
    specials(caller, "en").await.unwrap().rows
}

/// What partner `number` sees of its own prices.
async fn seen(world: &World, number: u8) -> Vec<SpecialView> {
    let agent = world.caller(number, AgentRole::AdminAgent);
    list(&agent, PriceQuery::default(), "en").await.unwrap().specials
}

fn ending(world: &World, row: &SpecialRow) -> EndSpecial {
    EndSpecial { request: world.request(), special: row.id, seen: row.version }
}

fn field(result: Result<SpecialPriceId>) -> (String, String) {
    let Err(Error::Invalid { fields }) = result else { panic!("{result:?}") };
    (fields[0].field.clone(), fields[0].refusal.code.key.clone().into_owned())
}

async fn an_agreed_price_is_shown_to_its_partner_and_logged_for_both(store: Store) {
    let (world, manager) = sold(store).await;
    add_special(&manager, wanted(&world, ["2019-06-10", "2019-06-20"])).await.unwrap();

    let [row] = &rows(&manager).await[..] else { panic!("one price") };
    assert_eq!((row.code.as_str(), row.version, row.open), ("O365-E1", 1, true));
    assert_ne!(row.list, Some(row.price));
    assert_eq!(seen(&world, 1).await[0].price, row.price);
    assert!(seen(&world, 2).await.is_empty());
    let agent = world.caller(1, AgentRole::AdminAgent);
    let card = catalogue::find(&agent, id("O365-E1"), "en").await.unwrap().card;
    assert_eq!(card.prices.unwrap().partner, row.price);
    assert_eq!(world.activity_kinds(1).await, ["special-price-added"]);
    assert!(world.activity_kinds(2).await.is_empty());
    let mut tx = world.store().read().await.unwrap();
    let filter = domain::activity::Filter { limit: 9, ..Default::default() };
    let logged = storage::activity::list(&mut tx, Uuid::nil(), &filter).await.unwrap();
    assert_eq!(logged.len(), 1);
    assert!(logged[0].subject.starts_with("O365-E1 · "), "{logged:?}");
}

async fn a_repeated_request_agrees_once(store: Store) {
    let (world, manager) = sold(store).await;
    let wanted = wanted(&world, ["2019-06-10", "2019-06-20"]);
    let first = add_special(&manager, wanted.clone()).await.unwrap();
    assert_eq!(add_special(&manager, wanted).await.unwrap(), first);
    assert_eq!(rows(&manager).await.len(), 1);
    assert_eq!(world.activities(1).await, 1);
}

async fn what_is_not_there_is_refused_at_its_field(store: Store) {
    let (world, manager) = sold(store).await;
    let right = wanted(&world, ["2019-06-10", "2019-06-20"]);
    let nobody = AddSpecial { partner: Uuid::from_u128(9).into(), ..right.clone() };
    let refused = field(add_special(&manager, nobody).await);
    assert_eq!(refused, ("partner".to_owned(), "err-special-partner".to_owned()));
    let nothing = AddSpecial { offer: Uuid::from_u128(9).into(), ..right };
    let refused = field(add_special(&manager, nothing).await);
    assert_eq!(refused, ("offer".to_owned(), "err-special-offer".to_owned()));
    assert!(rows(&manager).await.is_empty());
}

async fn a_price_that_has_begun_ends_today_and_one_to_come_is_withdrawn(store: Store) {
    let (world, manager) = sold(store).await;
    add_special(&manager, wanted(&world, ["2019-06-10", "2019-06-20"])).await.unwrap();
    add_special(&manager, wanted(&world, ["2019-06-12", "2019-06-20"])).await.unwrap();
    world.clock().advance(Duration::days(1));
    for row in rows(&manager).await {
        end_special(&manager, ending(&world, &row)).await.unwrap();
    }

    let [row] = &rows(&manager).await[..] else { panic!("the other was withdrawn") };
    assert_eq!((row.last_day, row.open, row.version), (day("2019-06-11"), false, 2));
    assert_eq!(seen(&world, 1).await.len(), 1, "it counts today");
    assert_eq!(
        end_special(&manager, ending(&world, row)).await,
        Err(Error::Stale { entity: Entity::SpecialPrice }),
        "it ends today in any case"
    );
    world.clock().advance(Duration::days(1));
    assert!(seen(&world, 1).await.is_empty());
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds[2..], ["special-price-ended", "special-price-ended"]);
}

async fn the_second_of_two_who_end_a_price_is_late(store: Store) {
    let (world, manager) = sold(store).await;
    add_special(&manager, wanted(&world, ["2019-06-10", "2019-06-20"])).await.unwrap();
    let row = rows(&manager).await.remove(0);
    let first = ending(&world, &row);
    end_special(&manager, first).await.unwrap();
    assert_eq!(
        end_special(&manager, ending(&world, &row)).await,
        Err(Error::Stale { entity: Entity::SpecialPrice })
    );
    end_special(&manager, first).await.expect("the same request again");
    let unknown = EndSpecial { special: Uuid::from_u128(9).into(), ..ending(&world, &row) };
    assert_eq!(
        end_special(&manager, unknown).await,
        Err(Error::NotFound { entity: Entity::SpecialPrice })
    );
}

async fn an_auditor_looks_and_nobody_else_agrees(store: Store) {
    const FORBIDDEN: Error = Error::Forbidden { action: Action::PublishPrices };
    let (world, manager) = sold(store).await;
    add_special(&manager, wanted(&world, ["2019-06-10", "2019-06-20"])).await.unwrap();
    let row = rows(&manager).await.remove(0);
    let auditor = world.operator_caller(OperatorRole::Auditor);
    assert!(!specials(&auditor, "en").await.unwrap().may_change);
    let partner = world.caller(1, AdminRole::GlobalAdmin);
    let support = world.operator_caller(OperatorRole::SupportEngineer);
    for caller in [&auditor, &partner, &support] {
        let wanted = wanted(&world, ["2019-06-10", "2019-06-20"]);
        assert_eq!(add_special(caller, wanted).await, Err(FORBIDDEN));
        assert_eq!(end_special(caller, ending(&world, &row)).await, Err(FORBIDDEN));
    }
    for caller in [&partner, &support] {
        assert_eq!(specials(caller, "en").await, Err(FORBIDDEN));
    }
}

async fn files_that_nobody_published_are_forgotten_after_a_week(store: Store) {
    let (world, manager) = sold(store).await;
    let file = services::prices::PriceFile {
        request: world.request(),
        month: day("2019-09-01"),
        content: b"Offer,List price,ERP price\nO365-E1,41,50\n".to_vec(),
    };
    let scheduler = Caller::scheduler(world.system().clone());
    services::jobs::run_due(&scheduler).await.unwrap();
    services::prices::check(&manager, file).await.unwrap();
    for (days, left) in [(7, 1), (1, 0)] {
        world.clock().advance(Duration::days(days));
        services::jobs::run_due(&scheduler).await.unwrap();
        let mut tx = world.store().read().await.unwrap();
        let kept = ask(&mut tx, "SELECT COUNT(*) FROM price_uploads").await;
        assert_eq!(kept, left, "{days} days later");
    }
}
