//! The catalogue and pinned offers, as they are used.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole};
use domain::catalogue::{
    CatalogueQuery, CatalogueView, Category, PinBoardView, PinRefusal, SavePins, Sort,
};
use domain::error::{Entity, Error};
use domain::ids::OfferId;
use services::{Caller, Result, catalogue, demo};
use storage::Store;
use testkit::World;
use uuid::Uuid;

testkit::on_each_backend! {
    all_that_is_sold_is_listed_page_by_page
    an_offer_is_found_by_name_code_and_category
    prices_are_sent_to_those_who_may_see_them_only
    two_settings_together_show_prices
    without_the_right_nothing_is_sent
    an_offer_that_is_not_sold_is_not_found
    pinned_offers_come_first_and_stand_there_once
    the_sixth_offer_is_refused
    what_cannot_be_pinned_is_refused
    only_some_roles_pin
    the_second_of_two_savings_is_stale
    a_retry_returns_the_first_outcome
    the_same_list_is_no_change
    a_partners_pins_do_not_concern_another
    an_offer_that_leaves_the_price_list_leaves_its_slot
}

async fn sold(store: Store) -> World {
    let world = World::on(store).await;
    demo::load(world.system()).await.unwrap();
    world
}

fn query() -> CatalogueQuery {
    CatalogueQuery { size: 100, ..CatalogueQuery::default() }
}

async fn list(caller: &Caller, query: CatalogueQuery) -> CatalogueView {
    catalogue::list(caller, query, "en").await.unwrap()
}

fn codes(view: &CatalogueView) -> Vec<&str> {
    view.offers.iter().map(|card| card.offer.code.as_str()).collect()
}

fn id(code: &str) -> OfferId {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it").id
}

fn wanted(world: &World, seen: i64, codes: &[&str]) -> SavePins {
    SavePins { request: world.request(), seen, offers: codes.iter().map(|code| id(code)).collect() }
}

async fn pin(world: &World, caller: &Caller, seen: i64, codes: &[&str]) -> Result<PinBoardView> {
    catalogue::save_pins(caller, wanted(world, seen, codes), "en").await
}

async fn all_that_is_sold_is_listed_page_by_page(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);

    let all = list(&agent, query()).await;

    assert_eq!(all.month.unwrap().to_string(), "2019-06-01");
    assert_eq!(all.offers.len(), usize::try_from(all.total).unwrap());
    assert!(all.total > 25, "{} offers", all.total);
    let mut paged = Vec::new();
    for page in 0..all.total.div_ceil(25) {
        let view = list(&agent, CatalogueQuery { page, size: 25, ..query() }).await;
        assert_eq!((view.total, view.page, view.size), (all.total, page, 25));
        paged.extend(view.offers);
    }
    assert_eq!(paged, all.offers);
    let beyond = list(&agent, CatalogueQuery { page: 9, size: 25, ..query() }).await;
    assert_eq!(beyond.page, (all.total - 1) / 25, "a page that is not there is the last one");
}

async fn an_offer_is_found_by_name_code_and_category(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    for words in ["enterprise e3", "ＥＮＴＥＲＰＲＩＳＥ Ｅ３", "O365-E3"] {
        let found = list(&agent, CatalogueQuery { words: words.to_owned(), ..query() }).await;
        assert!(codes(&found).contains(&"O365-E3"), "{words}: {:?}", codes(&found));
        assert!(found.total < 5, "{words}: {:?}", codes(&found));
    }
    for words in ["%", "'", "<script>", "𠮷"] {
        let found = list(&agent, CatalogueQuery { words: words.to_owned(), ..query() }).await;
        assert_eq!(found.total, 0, "{words}: {:?}", codes(&found));
    }
    // Signs of the database's patterns are letters here: some string ids have this one.
    let underscore = list(&agent, CatalogueQuery { words: "_".to_owned(), ..query() }).await;
    assert!((1..20).contains(&underscore.total), "{:?}", codes(&underscore));
    let chinese = CatalogueQuery { words: "企业版 E3".to_owned(), ..query() };
    let chinese = catalogue::list(&agent, chinese, "zh-CN").await.unwrap();
    assert!(codes(&chinese).contains(&"O365-E3"), "{:?}", codes(&chinese));

    let add_ons = CatalogueQuery { category: Some(Category::AddOn), ..query() };
    let add_ons = list(&agent, add_ons).await;
    assert_eq!(add_ons.total, 4);
    assert!(add_ons.offers.iter().all(|card| card.offer.add_on));

    let sorted = list(&agent, CatalogueQuery { sort: Sort::Name, ..query() }).await;
    let names: Vec<_> = sorted.offers.iter().map(|card| card.name.to_lowercase()).collect();
    assert_eq!(names.first().map(|name| name.starts_with("azure")), Some(true), "{names:?}");
}

async fn prices_are_sent_to_those_who_may_see_them_only(store: Store) {
    let world = sold(store).await;
    let offer = id("O365-E3");
    let sales = world.caller(1, AgentRole::SalesAgent);
    let admin = world.caller(1, AgentRole::AdminAgent);

    for (caller, priced) in [(&sales, false), (&admin, true)] {
        let list = list(caller, query()).await;
        let details = catalogue::find(caller, offer, "en").await.unwrap();
        assert_eq!(list.priced, priced);
        // What travels to the browser is searched, not the field: nothing may hide there.
        for json in [serde_json::to_string(&list), serde_json::to_string(&details)] {
            let json = json.unwrap();
            for trace in ["\"prices\"", "\"partner\"", "\"retail\"", "142", "177.5", "1420000"] {
                let sent = json.contains(trace);
                assert!(priced || !sent, "{trace} was sent to a sales agent: {json}");
            }
            assert_eq!(json.contains("\"prices\""), priced);
        }
    }
}

async fn two_settings_together_show_prices(store: Store) {
    let world = sold(store).await;
    let both = world.caller(1, (AgentRole::SalesAgent, AdminRole::BillingAdmin));

    let details = catalogue::find(&both, id("O365-E3"), "en").await.unwrap();

    let prices = details.card.prices.expect("the billing admin's part sees them");
    assert_eq!(prices.partner.to_string(), "142.0000");
    assert_eq!(prices.retail.to_string(), "177.5000");
}

async fn without_the_right_nothing_is_sent(store: Store) {
    let world = sold(store).await;
    let denied = Error::Forbidden { action: Action::SeeCatalogue };
    let (billing, users) = (AdminRole::BillingAdmin, AdminRole::UserManagementAdmin);
    for caller in [
        world.caller(1, billing),
        world.caller(1, users),
        world.caller(1, AgentRole::HelpdeskAgent),
        world.caller(1, ()),
    ] {
        assert_eq!(catalogue::list(&caller, query(), "en").await, Err(denied.clone()));
        let found = catalogue::find(&caller, id("O365-E3"), "en").await;
        assert_eq!(found, Err(denied.clone()));
    }
    let nobody = Caller::anonymous(world.system().clone());
    let listed = catalogue::list(&nobody, query(), "en").await;
    assert_eq!(listed, Err(Error::Unauthenticated));
}

async fn an_offer_that_is_not_sold_is_not_found(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let missing = Err(Error::NotFound { entity: Entity::Offer });
    let unknown = OfferId::from(Uuid::from_u128(1));
    assert_eq!(catalogue::find(&agent, unknown, "en").await, missing);

    assert!(catalogue::find(&agent, id("EXO-K"), "en").await.is_ok());
    world.clock().advance_business(Duration::days(60));
    assert_eq!(catalogue::find(&agent, id("EXO-K"), "en").await, missing);
}

async fn pinned_offers_come_first_and_stand_there_once(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let sales = world.caller(1, AgentRole::SalesAgent);
    let usual = list(&sales, query()).await;
    let pinned = ["PBI-PRO", "O365-E1", "EMS-E3", "VIS-P2", "O365-BE"];

    let board = pin(&world, &agent, 0, &pinned).await.unwrap();

    let on_board: Vec<_> = board.pinned.iter().map(|pinned| pinned.code.as_str()).collect();
    assert_eq!(on_board, pinned);
    assert_eq!(board.version, 1);
    let seen = list(&sales, query()).await;
    let (first, rest) = seen.offers.split_at(5);
    let slots: Vec<_> = first.iter().map(|card| (card.offer.code.as_str(), card.slot)).collect();
    assert_eq!(slots, pinned.into_iter().zip([1, 2, 3, 4, 5].map(Some)).collect::<Vec<_>>());
    let mut others = usual.offers;
    others.retain(|card| !pinned.contains(&card.offer.code.as_str()));
    assert_eq!(rest, others, "the others keep their order");
    assert_eq!(world.activity_kinds(1).await, ["pinned-offers-changed"]);
}

async fn the_sixth_offer_is_refused(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let six = ["PBI-PRO", "O365-E1", "EMS-E3", "VIS-P2", "O365-BE", "O365-E3"];

    assert_eq!(pin(&world, &agent, 0, &six).await, Err(PinRefusal::Full.into()));

    let board = pin(&world, &agent, 0, &six[..5]).await.unwrap();
    assert_eq!(board.pinned.len(), 5);
}

async fn what_cannot_be_pinned_is_refused(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let add_on = pin(&world, &agent, 0, &["O365-E3", "ADD-ARCH"]).await;
    assert_eq!(add_on, Err(PinRefusal::AddOn.into()));

    let unknown = SavePins {
        request: world.request(),
        seen: 0,
        offers: vec![OfferId::from(Uuid::from_u128(1))],
    };
    let unknown = catalogue::save_pins(&agent, unknown, "en").await;
    assert_eq!(unknown, Err(PinRefusal::NotSold.into()));

    world.clock().advance_business(Duration::days(60));
    let withdrawn = pin(&world, &agent, 0, &["EXO-K"]).await;
    assert_eq!(withdrawn, Err(PinRefusal::NotSold.into()));
    assert_eq!(world.activities(1).await, 0, "nothing has changed");
}

async fn only_some_roles_pin(store: Store) {
    let world = sold(store).await;
    let denied = Error::Forbidden { action: Action::PinOffers };
    let (billing, users) = (AdminRole::BillingAdmin, AdminRole::UserManagementAdmin);
    for caller in [
        world.caller(1, AgentRole::SalesAgent),
        world.caller(1, AgentRole::HelpdeskAgent),
        world.caller(1, billing),
        world.caller(1, users),
        world.caller(1, ()),
    ] {
        assert_eq!(pin(&world, &caller, 0, &["O365-E3"]).await, Err(denied.clone()));
        assert_eq!(catalogue::pin_board(&caller, "en").await, Err(denied.clone()));
    }
    let global = world.caller(1, AdminRole::GlobalAdmin);
    assert!(pin(&world, &global, 0, &["O365-E3"]).await.is_ok());
}

async fn the_second_of_two_savings_is_stale(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let global = world.caller(1, AdminRole::GlobalAdmin);
    pin(&world, &agent, 0, &["O365-E3"]).await.unwrap();

    let second = pin(&world, &global, 0, &["O365-E1"]).await;

    assert_eq!(second, Err(Error::Stale { entity: Entity::PinnedOffers }));
    let board = catalogue::pin_board(&global, "en").await.unwrap();
    assert_eq!((board.version, board.pinned[0].code.as_str()), (1, "O365-E3"));
    assert!(pin(&world, &global, 1, &["O365-E1"]).await.is_ok());
}

async fn a_retry_returns_the_first_outcome(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let wanted = wanted(&world, 0, &["O365-E3", "O365-E1"]);

    let first = catalogue::save_pins(&agent, wanted.clone(), "en").await.unwrap();
    let second = catalogue::save_pins(&agent, wanted, "en").await.unwrap();

    assert_eq!(second, first);
    assert_eq!(world.activities(1).await, 1);
}

async fn the_same_list_is_no_change(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    pin(&world, &agent, 0, &["O365-E3"]).await.unwrap();

    let again = pin(&world, &agent, 1, &["O365-E3"]).await.unwrap();

    assert_eq!(again.version, 1);
    assert_eq!(world.activities(1).await, 1);
}

async fn a_partners_pins_do_not_concern_another(store: Store) {
    let world = sold(store).await;
    let ours = world.caller(1, AgentRole::AdminAgent);
    let theirs = world.caller(2, AgentRole::AdminAgent);
    let before = list(&ours, query()).await;

    pin(&world, &theirs, 0, &["PBI-PRO"]).await.unwrap();

    assert_eq!(list(&ours, query()).await, before);
    assert_eq!(catalogue::pin_board(&ours, "en").await.unwrap().version, 0);
    assert_eq!(world.activities(1).await, 0);
    assert!(pin(&world, &ours, 0, &["PBI-PRO"]).await.is_ok());
}

/// The demo's list of August no longer has the kiosk plan.
async fn an_offer_that_leaves_the_price_list_leaves_its_slot(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    pin(&world, &agent, 0, &["O365-E3", "EXO-K", "O365-E1"]).await.unwrap();

    world.clock().advance_business(Duration::days(60));

    let board = catalogue::pin_board(&agent, "en").await.unwrap();
    let codes = |slots: &[domain::catalogue::PinnedView]| {
        slots.iter().map(|slot| slot.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&board.pinned), ["O365-E3", "O365-E1"]);
    assert_eq!(codes(&board.withdrawn), ["EXO-K"], "the page gives notice of it");
    let listed = list(&agent, query()).await;
    let slots: Vec<_> = listed.offers.iter().map(|card| card.slot).take(3).collect();
    assert_eq!(slots, [Some(1), Some(2), None]);

    let saved = pin(&world, &agent, 1, &["O365-E3", "O365-E1"]).await.unwrap();
    assert_eq!((saved.version, saved.withdrawn.len()), (2, 0));
}
