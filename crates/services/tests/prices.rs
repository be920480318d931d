//! Price lists, as they are published, seen, and paid.

use std::collections::HashMap;

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole, OperatorRole};
use domain::activity::Filter;
use domain::catalogue::{Billing, CatalogueQuery, Prices};
use domain::error::{Entity, Error};
use domain::ids::OfferId;
use domain::money::{Money, UnitPrice};
use domain::orders::{OrderLine, PlaceOrder};
use domain::prices::{Flag, PriceQuery, PricingView, PublishPrices, month_of};
use domain::time::Day;
use services::prices::{self, PriceFile};
use services::{Caller, Result, catalogue, demo, jobs as scheduler, orders};
use storage::prices::{Special, put_special};
use storage::{Store, activity};
use testkit::World;
use uuid::Uuid;

testkit::on_each_backend! {
    julys_list_is_seen_from_its_publication_on_and_counts_from_july
    a_list_published_twenty_nine_days_before_is_refused
    a_file_is_published_once_and_logged_once
    a_file_with_a_fault_publishes_nothing
    an_offer_that_a_file_leaves_out_is_flagged_and_usage_goes_on
    what_is_shown_is_what_is_published
    an_auditor_looks_and_nobody_else_publishes
    partners_without_the_right_see_no_price
    an_unknown_month_has_no_rows_and_one_to_come_is_not_found
    filters_and_flags_compare_with_the_month_before
    a_special_price_is_shown_ordered_and_locked
    renewals_onto_another_price_are_counted_to_the_fen
    a_renewal_takes_the_special_price_while_it_can_be_had
    another_partners_special_prices_do_not_count
}

const HEADER: &str = "Offer,List price,ERP price\n";

async fn sold(store: Store) -> World {
    let world = World::on(store).await;
    demo::load(world.system()).await.unwrap();
    world
}

fn id(code: &str) -> OfferId {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it").id
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn yuan(fen: i64) -> UnitPrice {
    UnitPrice::from_stored(fen * 100)
}

fn month(text: &str) -> PriceQuery {
    PriceQuery { month: Some(month_of(text).unwrap()), ..PriceQuery::default() }
}

fn file(world: &World, text: &str, rows: &str) -> PriceFile {
    let content = format!("{HEADER}{rows}").into_bytes();
    PriceFile { request: world.request(), month: month_of(text).unwrap(), content }
}

/// Moves the business day to `text`.
fn at(world: &World, text: &str) {
    let days = (day(text) - world.system().today()).num_days();
    world.clock().advance_business(Duration::days(days));
    assert_eq!(world.system().today(), day(text));
}

fn key<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result.expect_err("it is refused") {
        Error::Refused(why) => why.code.key.into_owned(),
        Error::Invalid { fields } => fields[0].refusal.code.key.clone().into_owned(),
        other => format!("{other:?}"),
    }
}

fn find<'a>(view: &'a PricingView, code: &str) -> &'a domain::prices::ListedPrice {
    view.prices.iter().find(|price| price.offer.code == code).expect("it is listed")
}

/// The lists of `month` and later are forgotten: they are to be published by the test.
async fn without_lists_from(world: &World, month: &str) {
    let mut tx = world.store().write().await.unwrap();
    for table in ["prices", "price_lists"] {
        let sql = format!("DELETE FROM {table} WHERE month >= '{month}'");
        testkit::run_sql(&mut tx, &sql).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The list of a month as it is stored.
async fn stored(world: &World, month: &str) -> HashMap<OfferId, Prices> {
    let mut tx = world.store().read().await.unwrap();
    storage::prices::of_month(&mut tx, day(month)).await.unwrap()
}

async fn special(world: &World, partner: u8, code: &str, fen: i64, days: [&str; 2]) {
    let [first_day, last_day] = days.map(day);
    let id_of = Uuid::from_u128(7_000 + u128::from(partner));
    let special = Special { id: id_of, offer: id(code), price: yuan(fen), first_day, last_day };
    let mut tx = world.store().write().await.unwrap();
    put_special(&mut tx, world.partner(partner), &special).await.unwrap();
    tx.commit().await.unwrap();
}

/// Domain book, "see-offers-and-pricing" (tests).
async fn julys_list_is_seen_from_its_publication_on_and_counts_from_july(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let manager = world.operator_caller(OperatorRole::PriceManager);
    without_lists_from(&world, "2019-09-01").await;
    at(&world, "2019-07-31");
    let unseen = prices::list(&agent, month("2019-09"), "en").await;
    assert_eq!(unseen, Err(Error::NotFound { entity: Entity::PriceList }));

    at(&world, "2019-08-02");
    let plan = prices::import(&manager, file(&world, "2019-09", "O365-E1,50,60\n")).await.unwrap();

    assert_eq!(plan.count(Flag::Added), 1);
    let seen = prices::list(&agent, month("2019-09"), "en").await.unwrap();
    assert!(seen.preview && seen.found);
    assert_eq!(find(&seen, "O365-E1").now.unwrap().partner, yuan(5_000));
    let now = catalogue::find(&agent, id("O365-E1"), "en").await.unwrap();
    assert_ne!(now.card.prices.unwrap().partner, yuan(5_000));
    at(&world, "2019-09-01");
    let now = catalogue::find(&agent, id("O365-E1"), "en").await.unwrap();
    assert_eq!(now.card.prices.unwrap().partner, yuan(5_000));
}

async fn a_list_published_twenty_nine_days_before_is_refused(store: Store) {
    let world = sold(store).await;
    let manager = world.operator_caller(OperatorRole::PriceManager);
    for (today, rows, expected) in [
        ("2019-08-02", "O365-E1,50,60\n", None),
        ("2019-08-03", "O365-E1,51,60\n", Some("err-price-notice")),
    ] {
        at(&world, today);
        let done = prices::import(&manager, file(&world, "2019-09", rows)).await;
        assert_eq!(done.is_err().then(|| key(done)).as_deref(), expected, "{today}");
    }
}

async fn a_file_is_published_once_and_logged_once(store: Store) {
    let world = sold(store).await;
    let manager = world.operator_caller(OperatorRole::PriceManager);
    let rows = "O365-E1,50,60\nO365-E3,150,190\n";
    let wanted = file(&world, "2019-09", rows);
    let first = prices::import(&manager, wanted.clone()).await.unwrap();
    let repeated = prices::import(&manager, wanted).await.unwrap();
    assert_eq!(first, repeated);

    let again = prices::import(&manager, file(&world, "2019-09", rows)).await.unwrap();

    assert_eq!(again.count(Flag::Unchanged), 2);
    let mut tx = world.store().read().await.unwrap();
    let filter = Filter { limit: 50, ..Filter::default() };
    let logged = activity::list(&mut tx, Uuid::nil(), &filter).await.unwrap();
    let published: Vec<_> =
        logged.iter().filter(|entry| entry.kind == "price-list-published").collect();
    assert_eq!(published.len(), 1);
    assert_eq!(published[0].subject, "2019-09");
    assert_eq!(published[0].after.as_deref(), Some("ADD 0, CHG 2"));
}

async fn a_file_with_a_fault_publishes_nothing(store: Store) {
    let world = sold(store).await;
    let manager = world.operator_caller(OperatorRole::PriceManager);
    let before = stored(&world, "2019-09-01").await;
    for (rows, expected) in [
        ("O365-E1,50,60\nNOTHING,1,2\n", "err-price-rows"),
        ("O365-E1,50.00001,60\n", "err-price-rows"),
        ("", "err-price-empty"),
    ] {
        let done = prices::import(&manager, file(&world, "2019-09", rows)).await;
        assert_eq!(key(done), expected, "{rows}");
    }
    let wrong = PriceFile {
        request: world.request(),
        month: day("2019-09-01"),
        content: vec![b'P', b'K', 0, 1],
    };
    assert_eq!(key(prices::import(&manager, wrong).await), "err-price-unreadable");
    assert_eq!(stored(&world, "2019-09-01").await, before);
}

async fn an_offer_that_a_file_leaves_out_is_flagged_and_usage_goes_on(store: Store) {
    let world = sold(store).await;
    let manager = world.operator_caller(OperatorRole::PriceManager);
    let agent = world.caller(1, AgentRole::AdminAgent);
    without_lists_from(&world, "2019-08-01").await;

    let plan = prices::import(&manager, file(&world, "2019-08", "O365-E1,50,60\n")).await.unwrap();

    assert!(plan.left_out.contains(&"O365-E3".to_owned()));
    let preview = prices::list(&agent, month("2019-08"), "en").await.unwrap();
    assert_eq!(find(&preview, "O365-E3").flag, Flag::Deleted);
    assert!(preview.prices.iter().all(|price| price.offer.billing == Billing::License));
    at(&world, "2019-08-01");
    let list = prices::list(&agent, month("2019-08"), "en").await.unwrap();
    let usage = list.prices.iter().filter(|price| price.offer.billing == Billing::Usage);
    let flags: Vec<_> = usage.map(|price| price.flag).collect();
    assert!(!flags.is_empty() && flags.iter().all(|flag| *flag == Flag::Unchanged), "{flags:?}");
}

async fn what_is_shown_is_what_is_published(store: Store) {
    let world = sold(store).await;
    let manager = world.operator_caller(OperatorRole::PriceManager);
    let upload = prices::check(&manager, file(&world, "2019-09", "O365-E1,50,60\n")).await.unwrap();
    let shown = prices::find(&manager, Some(upload)).await.unwrap();
    assert_eq!(shown.first_month, day("2019-08-01"));
    let shown = shown.upload.unwrap().import;
    assert_eq!((shown.count(Flag::Changed), &shown.problem), (1, &None));

    let wanted = PublishPrices { request: world.request(), upload };
    let done = prices::publish(&manager, wanted).await.unwrap();

    assert_eq!(done, shown);
    assert_eq!(prices::publish(&manager, wanted).await.unwrap(), done);
    let after = prices::find(&manager, Some(upload)).await.unwrap().upload.unwrap().import;
    assert_eq!(after.count(Flag::Unchanged), 1);
}

async fn an_auditor_looks_and_nobody_else_publishes(store: Store) {
    const FORBIDDEN: Error = Error::Forbidden { action: Action::PublishPrices };
    let world = sold(store).await;
    let auditor = world.operator_caller(OperatorRole::Auditor);
    assert!(!prices::find(&auditor, None).await.unwrap().may_publish);
    let partner = world.caller(1, AdminRole::GlobalAdmin);
    let support = world.operator_caller(OperatorRole::SupportEngineer);
    for caller in [&auditor, &partner, &support] {
        let wanted = file(&world, "2019-09", "O365-E1,50,60\n");
        assert_eq!(prices::check(caller, wanted.clone()).await, Err(FORBIDDEN));
        assert_eq!(prices::import(caller, wanted).await, Err(FORBIDDEN));
    }
    for caller in [&partner, &support] {
        assert_eq!(prices::find(caller, None).await, Err(FORBIDDEN));
        assert_eq!(prices::template(caller).await, Err(FORBIDDEN));
    }
}

async fn partners_without_the_right_see_no_price(store: Store) {
    const FORBIDDEN: Error = Error::Forbidden { action: Action::ViewPricing };
    let world = sold(store).await;
    let allowed = [
        world.caller(1, AdminRole::GlobalAdmin),
        world.caller(1, AdminRole::BillingAdmin),
        world.caller(1, AgentRole::AdminAgent),
    ];
    for caller in &allowed {
        assert!(prices::list(caller, PriceQuery::default(), "en").await.unwrap().found);
        prices::changes(caller, None, 0, "en").await.unwrap();
    }
    let denied = [
        world.caller(1, AdminRole::UserManagementAdmin),
        world.caller(1, AgentRole::SalesAgent),
        world.caller(1, AgentRole::HelpdeskAgent),
    ];
    for caller in &denied {
        let list = prices::list(caller, PriceQuery::default(), "en").await;
        assert_eq!(list, Err(FORBIDDEN));
        assert_eq!(prices::changes(caller, None, 0, "en").await, Err(FORBIDDEN));
    }
    special(&world, 1, "O365-E1", 1_234, ["2019-06-01", "2019-06-30"]).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let offered = orders::catalogue(&sales, world.customer(1), "en").await.unwrap();
    assert!(!serde_json::to_string(&offered).unwrap().contains("123400"));
}

async fn an_unknown_month_has_no_rows_and_one_to_come_is_not_found(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let unknown = prices::list(&agent, month("2018-01"), "en").await.unwrap();
    assert!(!unknown.found && unknown.prices.is_empty());
    let months: Vec<_> = unknown.months.iter().map(ToString::to_string).collect();
    assert_eq!(months, ["2019-07-01", "2019-06-01", "2019-05-01"]);
    let to_come = prices::list(&agent, month("2019-08"), "en").await;
    assert_eq!(to_come, Err(Error::NotFound { entity: Entity::PriceList }));
}

async fn filters_and_flags_compare_with_the_month_before(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let codes = async |query: PriceQuery| {
        let view = prices::list(&agent, query, "en").await.unwrap();
        view.prices.into_iter().map(|price| price.offer.code).collect::<Vec<_>>()
    };
    let changed = PriceQuery { flag: Some(Flag::Changed), ..month("2019-07") };
    assert_eq!(codes(changed).await, ["O365-BP"]);
    let added = PriceQuery { flag: Some(Flag::Added), ..month("2019-06") };
    assert_eq!(codes(added).await, ["ADD-VIS"]);
    let words = PriceQuery { words: "o365-e1".into(), ..month("2019-06") };
    assert_eq!(codes(words).await, ["O365-E1"]);
    at(&world, "2019-07-01");
    let deleted = PriceQuery { flag: Some(Flag::Deleted), ..month("2019-08") };
    assert_eq!(codes(deleted).await, ["EXO-K"]);
}

async fn order(world: &World, caller: &Caller, code: &str, quantity: u32) -> Uuid {
    let wanted = PlaceOrder {
        request: world.request(),
        customer: world.customer(1),
        lines: vec![OrderLine { offer: id(code), quantity }],
        po_number: None,
    };
    let placed = orders::place(caller, wanted, "en").await.unwrap();
    placed.subscriptions[0].id.into()
}

async fn locked(world: &World, subscription: Uuid) -> UnitPrice {
    let agent = world.caller(1, AdminRole::GlobalAdmin);
    let found = services::subscriptions::find(&agent, world.customer(1), subscription.into(), "en")
        .await
        .unwrap();
    found.unit_price.unwrap()
}

async fn a_special_price_is_shown_ordered_and_locked(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    special(&world, 1, "O365-E1", 3_990, ["2019-06-01", "2019-06-11"]).await;
    let card = catalogue::find(&agent, id("O365-E1"), "en").await.unwrap().card;
    assert_eq!(card.prices.unwrap().partner, yuan(3_990));
    let query = CatalogueQuery { words: "O365-E1".into(), ..CatalogueQuery::default() };
    let listed = catalogue::list(&agent, query, "en").await.unwrap();
    assert_eq!(listed.offers[0].prices.unwrap().partner, yuan(3_990));
    let seen = prices::list(&agent, PriceQuery::default(), "en").await.unwrap();
    assert_eq!(seen.specials.len(), 1);
    let list_price = find(&seen, "O365-E1").now.unwrap().partner;
    assert_ne!(list_price, yuan(3_990));

    at(&world, "2019-06-11");
    let during = order(&world, &agent, "O365-E1", 5).await;
    at(&world, "2019-06-12");
    let after = order(&world, &agent, "O365-E1", 5).await;

    assert_eq!(locked(&world, during).await, yuan(3_990));
    assert_eq!(locked(&world, after).await, list_price);
    let seen = prices::list(&agent, PriceQuery::default(), "en").await.unwrap();
    assert!(seen.specials.is_empty());
}

async fn renewals_onto_another_price_are_counted_to_the_fen(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    order(&world, &agent, "O365-BP", 7).await;
    order(&world, &agent, "O365-E1", 3).await;

    let june = prices::changes(&agent, month("2019-06").month, 0, "en").await.unwrap();
    let july = prices::changes(&agent, None, 9, "en").await.unwrap();

    assert_eq!(june.total.subscriptions, 0);
    assert_eq!(july.month, day("2019-07-01"));
    let [renewal] = &july.renewals[..] else { panic!("{:?}", july.renewals) };
    assert_eq!((renewal.before, renewal.after), (yuan(6_850), yuan(7_200)));
    assert!(!renewal.certain, "it renews in a year, and lists will follow");
    assert_eq!(july.total.effect.monthly, Money::from_fen(2_450));
    assert_eq!(july.total.effect.term, Money::from_fen(29_400));
    assert_eq!((july.customers, renewal.of_customer), (1, july.total));
    let stranger = world.caller(2, AgentRole::AdminAgent);
    let other = prices::changes(&stranger, None, 0, "en").await.unwrap();
    assert_eq!(other.total.subscriptions, 0);
}

async fn a_renewal_takes_the_special_price_while_it_can_be_had(store: Store) {
    let world = sold(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let subscription = order(&world, &agent, "O365-BP", 7).await;
    let found = services::subscriptions::find(&agent, world.customer(1), subscription.into(), "en")
        .await
        .unwrap();
    let renews_on = found.row.renews_on.to_string();
    special(&world, 1, "O365-BP", 7_000, [&renews_on, &renews_on]).await;
    let july = prices::changes(&agent, None, 0, "en").await.unwrap();
    let [renewal] = &july.renewals[..] else { panic!("{:?}", july.renewals) };
    assert_eq!((renewal.after, renewal.certain), (yuan(7_000), true));

    at(&world, &renews_on);
    scheduler::run_due(&Caller::scheduler(world.system().clone())).await.unwrap();

    assert_eq!(locked(&world, subscription).await, yuan(7_000));
}

async fn another_partners_special_prices_do_not_count(store: Store) {
    let world = sold(store).await;
    special(&world, 2, "O365-E1", 1, ["2019-06-01", "2019-06-30"]).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let card = catalogue::find(&agent, id("O365-E1"), "en").await.unwrap().card;
    assert_ne!(card.prices.unwrap().partner, yuan(1));
    let seen = prices::list(&agent, PriceQuery::default(), "en").await.unwrap();
    assert!(seen.specials.is_empty());
}
