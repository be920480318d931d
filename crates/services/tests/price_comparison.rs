//! How two price lists that a partner has chosen differ.

use domain::access::{Action, AgentRole};
use domain::error::{Entity, Error};
use domain::money::UnitPrice;
use domain::prices::{ComparisonView, Flag, PriceDifference};
use domain::time::Day;
use services::prices::compare;
use services::{Caller, demo};
use storage::Store;
use testkit::World;

testkit::on_each_backend! {
    the_latest_list_is_compared_with_the_one_before
    any_two_lists_can_be_chosen_and_nothing_else
    partners_without_the_right_compare_nothing
}

async fn desk(store: Store) -> (World, Caller) {
    let world = World::on(store).await;
    demo::load_catalogue(world.system()).await.unwrap();
    let agent = world.caller(1, AgentRole::AdminAgent);
    (world, agent)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn find<'a>(view: &'a ComparisonView, code: &str) -> Option<&'a PriceDifference> {
    view.differences.iter().find(|difference| difference.code == code)
}

/// Domain book, `catalog-seed.md` 6: O365-BP costs 72.00 from July on, 68.50 before.
async fn the_latest_list_is_compared_with_the_one_before(store: Store) {
    let (_, agent) = desk(store).await;
    let seen = compare(&agent, None, None, "en").await.unwrap();
    assert_eq!((seen.before, seen.month), (day("2019-06-01"), day("2019-07-01")));
    let raised = find(&seen, "O365-BP").expect("it has changed");
    assert_eq!(raised.flag, Flag::Changed);
    let prices = [raised.before, raised.now].map(|prices| prices.unwrap().partner);
    assert_eq!(prices, [685_000, 720_000].map(UnitPrice::from_stored));
    assert!(find(&seen, "O365-E1").is_none(), "it costs what it cost");
}

async fn any_two_lists_can_be_chosen_and_nothing_else(store: Store) {
    let (_, agent) = desk(store).await;
    let (june, july) = (Some(day("2019-06-01")), Some(day("2019-07-15")));
    let back = compare(&agent, june, july, "en").await.unwrap();
    let prices = find(&back, "O365-BP").map(|one| (one.before.unwrap(), one.now.unwrap()));
    let (before, now) = prices.expect("it differs the other way round");
    assert!(before.partner > now.partner);
    let same = compare(&agent, june, june, "en").await.unwrap();
    assert_eq!(same.differences, []);
    for (month, before) in [(Some(day("2030-01-01")), None), (june, Some(day("2000-01-01")))] {
        let refused = compare(&agent, month, before, "en").await;
        assert_eq!(refused, Err(Error::NotFound { entity: Entity::PriceList }));
    }
}

async fn partners_without_the_right_compare_nothing(store: Store) {
    let (world, _) = desk(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let refused = compare(&sales, None, None, "en").await;
    assert_eq!(refused, Err(Error::Forbidden { action: Action::ViewPricing }));
}
