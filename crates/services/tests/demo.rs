//! The demo, as it is written into a database and used.

use std::sync::Arc;

use chrono::Duration;
use domain::access::Surface;
use domain::account::{SignInDraft, Stage};
use domain::billing::{FileKind, FileQuery, FileRows};
use domain::catalogue::{CatalogueQuery, CatalogueView, Category};
use domain::ids::UserId;
use domain::licences::SeatsQuery;
use domain::money::Money;
use domain::subscriptions::Status;
use services::accounts::{Origin, sign_in};
use services::jobs::run_due;
use services::{
    Caller, Policy, RandomIds, System, billing, catalogue, deadlines, demo, licences, subscriptions,
};
use storage::{Store, partners};
use testkit::{FixedClock, Person, World};
use uuid::Uuid;

testkit::on_each_backend! {
    everybody_can_sign_in
    a_second_run_changes_nothing
    customers_are_generated_up_to_the_number_asked_for
    customers_have_bought_something
    every_state_can_be_looked_at
    every_generated_customer_has_a_subscription
    an_invoice_has_a_file_of_usage_beside_that_of_licences
    some_people_hold_licences
}

const ADMIN_AGENT: &str = "zhang.wei@haiyun.partner.onmschina.cn";
const SALES_AGENT: &str = "chen.jing@haiyun.partner.onmschina.cn";

async fn loaded(store: Store) -> World {
    let world = World::on(store).await;
    demo::load(world.system()).await.unwrap();
    world
}

async fn caller(world: &World, name: &str) -> Caller {
    let id = UserId::from(Uuid::nil());
    let surface = Surface::PartnerCenter;
    let password = demo::PASSWORD.to_owned();
    let person = Person { id, surface, name: name.to_owned(), password };
    world.signed_in(&person).await.0
}

async fn catalogue(caller: &Caller) -> CatalogueView {
    let query = CatalogueQuery { size: 100, ..CatalogueQuery::default() };
    catalogue::list(caller, query, "zh-CN").await.unwrap()
}

async fn everybody_can_sign_in(store: Store) {
    let world = loaded(store).await;
    let accounts = demo::demo_accounts();
    assert_eq!(accounts.len(), 22);
    for account in accounts {
        let surface: Surface = account.roles.surface();
        let draft = SignInDraft {
            surface,
            name: account.sign_in.clone(),
            password: demo::PASSWORD.to_owned(),
        };
        let session = sign_in(world.system(), draft, Origin::default()).await.unwrap();
        let expected = if account.newcomer { Stage::PasswordChange } else { Stage::Complete };
        assert_eq!(session.stage, expected, "{} at {surface:?}", account.sign_in);
    }
}

async fn a_second_run_changes_nothing(store: Store) {
    let world = loaded(store).await;
    let agent = caller(&world, ADMIN_AGENT).await;
    let before = catalogue(&agent).await;
    let pinned = catalogue::pin_board(&agent, "en").await.unwrap();

    demo::load(world.system()).await.unwrap();

    assert_eq!(catalogue(&agent).await, before);
    assert_eq!(catalogue::pin_board(&agent, "en").await.unwrap(), pinned);
    assert_eq!(pinned.version, 1);
    let names: Vec<_> = pinned.pinned.iter().map(|offer| offer.code.as_str()).collect();
    assert_eq!(names, ["O365-E3", "O365-BP", "O365-BE", "EMS-E3"]);
}

async fn customers_are_generated_up_to_the_number_asked_for(store: Store) {
    let world = loaded(store.clone()).await;
    let partners: Vec<_> = demo::companies().partners.iter().map(|partner| partner.id).collect();
    for (asked, new, expected) in [(200, 200, [186, 21]), (150, 0, [186, 21]), (250, 50, [231, 26])]
    {
        let mut reached = 0;
        assert_eq!(demo::large(world.system(), asked, |count| reached = count).await, Ok(new));
        assert_eq!(reached, if new == 0 { 0 } else { asked });
        let mut tx = store.read().await.unwrap();
        let mut found = Vec::new();
        for partner in &partners {
            found.push(partners::count_customers(&mut tx, *partner).await.unwrap());
        }
        assert_eq!(
            found, expected,
            "after asking for {asked}; six of the first are the demo's own, one of the second too"
        );
    }
}

#[tokio::test]
async fn the_catalogue_shows_what_the_month_sells() {
    let world = loaded(testkit::memory().await).await;
    let june = catalogue(&caller(&world, ADMIN_AGENT).await).await;
    assert_eq!(june.total, 29);
    let price = |view: &CatalogueView, code: &str| {
        let card = view.offers.iter().find(|card| card.offer.code == code)?;
        card.prices.map(|prices| prices.partner.to_string())
    };
    assert_eq!(price(&june, "O365-BP").as_deref(), Some("68.5000"));

    world.clock().advance(Duration::days(60));

    let august = catalogue(&caller(&world, ADMIN_AGENT).await).await;
    assert_eq!(august.total, 28);
    assert_eq!(price(&august, "O365-BP").as_deref(), Some("72.0000"));
    assert_eq!(price(&august, "EXO-K"), None);
}

#[tokio::test]
async fn a_demo_that_runs_on_for_a_year_still_sells() {
    let world = loaded(testkit::memory().await).await;
    world.clock().advance(Duration::days(365));
    let later = catalogue(&caller(&world, SALES_AGENT).await).await;
    assert_eq!(later.total, 28);
    assert!(later.offers.iter().all(|card| card.prices.is_none()), "sales agents see no prices");
}

#[tokio::test]
async fn add_ons_the_trial_and_usage_stand_in_the_catalogue() {
    let world = loaded(testkit::memory().await).await;
    let view = catalogue(&caller(&world, ADMIN_AGENT).await).await;
    for (category, expected) in [
        (Category::Enterprise, 20),
        (Category::SmallBusiness, 3),
        (Category::Trial, 1),
        (Category::AddOn, 4),
        (Category::Usage, 1),
    ] {
        let found = view.offers.iter().filter(|card| card.offer.category == category).count();
        assert_eq!(found, expected, "{category}");
    }
}

#[tokio::test]
async fn an_offer_tells_what_it_upgrades_to_and_what_is_inside() {
    let world = loaded(testkit::memory().await).await;
    let agent = caller(&world, ADMIN_AGENT).await;
    let offers = demo::offers();
    let essentials = offers.iter().find(|offer| offer.code == "O365-BE").unwrap();

    let details = catalogue::find(&agent, essentials.id, "zh-CN").await.unwrap();

    assert_eq!(details.card.name, "Office 365 商业协作版");
    assert_eq!(details.service_plans.len(), 5);
    let targets: Vec<_> = details.links.iter().map(|link| link.name.as_str()).collect();
    assert_eq!(targets, ["Office 365 商业高级版", "Office 365 企业版 E1", "Office 365 企业版 E3"]);
}

async fn customers_have_bought_something(store: Store) {
    let world = loaded(store).await;
    let agent = caller(&world, SALES_AGENT).await;
    let customers = demo::companies().customers;
    let jixiang = customers.iter().find(|customer| customer.key == "jixiang").unwrap().id;
    let bought = subscriptions::list(&agent, jixiang, "en").await.unwrap();
    let rows: Vec<_> = bought.rows.iter().map(|row| (row.code.as_str(), row.quantity)).collect();
    assert_eq!(rows, [("PRJ-PRO", 3), ("O365-E3", 30), ("ADD-STO", 200)]);
    assert!(bought.rows.iter().all(|row| row.status == Status::Active));
    let board = deadlines::list(&agent, "en").await.unwrap();
    assert!(board.renewals.iter().any(|one| one.name == "项目部"), "{board:?}");

    demo::load(world.system()).await.unwrap();
    run_due(&Caller::scheduler(world.system().clone())).await.unwrap();
    assert_eq!(subscriptions::list(&agent, jixiang, "en").await.unwrap(), bought);
}

/// Most seats are idle, as in life; not all.
async fn some_people_hold_licences(store: Store) {
    let world = loaded(store).await;
    let agent = caller(&world, ADMIN_AGENT).await;
    let taken = async || {
        let query = SeatsQuery::default();
        let seats = licences::seats(&agent, query, "en").await.unwrap();
        (seats.totals.seats.assigned, seats.totals.idle > 0)
    };
    assert_eq!(taken().await, (5, true));
    demo::load(world.system()).await.unwrap();
    assert_eq!(taken().await, (5, true), "what is there stays");
}

/// Also where the portal itself leaves usage alone, as it does outside of a sandbox.
async fn an_invoice_has_a_file_of_usage_beside_that_of_licences(store: Store) {
    let off = Policy { bill_usage: false, ..testkit::policy() };
    let world = World::on(store.clone()).await;
    let clock = Arc::new(FixedClock::default());
    clock.set(world.system().now());
    demo::load(&System::new(store, clock, Arc::new(RandomIds), off)).await.unwrap();
    let agent = caller(&world, ADMIN_AGENT).await;
    let newest = billing::overview(&agent, None).await.unwrap().invoices.swap_remove(0);
    assert!(newest.lines > 0 && newest.sections.usage > Money::ZERO, "{newest:?}");
    let wanted = FileQuery {
        invoice: newest.id,
        file: FileKind::Usage,
        customer: None,
        charge: None,
        after: 0,
    };
    let view = billing::file_view(&agent, &wanted, "en").await.unwrap();
    let FileRows::Usage(rows) = view.rows else { panic!("rows of usage") };
    // The two rates of storage are rows of their own.
    assert_eq!((rows.len(), newest.usage_lines), (4, 4));
    let sum: Money = rows.iter().map(|row| row.money.amount).sum();
    assert_eq!(sum, newest.sections.usage);
}

/// Issue: a demo partner whose customers cover every state.
async fn every_state_can_be_looked_at(store: Store) {
    let world = loaded(store).await;
    let agent = caller(&world, SALES_AGENT).await;
    let customers = demo::companies().customers;
    let customer = |key: &str| customers.iter().find(|one| one.key == key).unwrap().id;
    let mut seen = Vec::new();
    for key in ["xiling", "zhuoyuan", "jianghan", "ludao", "laoshan"] {
        let view = subscriptions::list(&agent, customer(key), "en").await.unwrap();
        for row in view.rows {
            seen.push((key, row.code, row.status, row.free_until.is_some(), row.deletes_on));
        }
    }
    let deletion = world.system().today() + Duration::days(48);
    for (key, code, status, free, deletes_on) in [
        ("xiling", "O365-BP", Status::Active, true, None),
        ("xiling", "TRIAL-E3", Status::Active, true, None),
        ("zhuoyuan", "O365-BE", Status::Suspended, false, Some(deletion)),
        ("zhuoyuan", "EXO-P1", Status::Deleted, false, None),
        ("jianghan", "O365-E1", Status::Active, false, None),
        ("ludao", "EDU-E3", Status::Active, false, None),
        ("ludao", "PBI-PRO", Status::Pending, true, None),
        ("laoshan", "O365-B", Status::Active, false, None),
    ] {
        let expected = (key, code.to_owned(), status, free, deletes_on);
        assert!(seen.contains(&expected), "{expected:?} in {seen:#?}");
    }

    let jianghan = subscriptions::list(&agent, customer("jianghan"), "en").await.unwrap();
    assert_eq!(jianghan.foreign.len(), 1, "another partner sells to it, too");
    let upgrade = jianghan.rows.iter().find(|row| row.code == "O365-BE").unwrap().id;
    let found = subscriptions::find(&agent, customer("jianghan"), upgrade, "en").await.unwrap();
    assert!(found.actions.upgrade.is_allowed());
    assert!(found.targets.iter().any(|target| target.unavailable.is_none()));
    let laoshan = subscriptions::list(&agent, customer("laoshan"), "en").await.unwrap();
    let found = subscriptions::find(&agent, customer("laoshan"), laoshan.rows[0].id, "en").await;
    assert!(!found.unwrap().actions.upgrade.is_allowed(), "its administration is its own");
    let board = deadlines::list(&agent, "en").await.unwrap();
    assert_eq!((board.deletions_total, board.trials_total), (1, 1));
}

async fn every_generated_customer_has_a_subscription(store: Store) {
    let world = loaded(store.clone()).await;
    demo::large(world.system(), 40, |_| ()).await.unwrap();
    let before = due(&store, &world).await;
    run_due(&Caller::scheduler(world.system().clone())).await.unwrap();
    assert_eq!(before, 0, "nothing is due on the day of the demo");
    let mut tx = store.read().await.unwrap();
    let partners = demo::companies().partners;
    let far = world.system().today() + Duration::days(400);
    let renewing = storage::subscriptions::due_to_renew(&mut tx, far).await.unwrap();
    let generated = renewing.iter().filter(|(_, one)| one.nickname.is_none()).count();
    assert!(generated >= 40, "{generated}");
    assert!(renewing.iter().any(|(partner, _)| *partner == partners[1].id));
}

/// How much the jobs of today find to do.
async fn due(store: &Store, world: &World) -> usize {
    let mut tx = store.read().await.unwrap();
    let today = world.system().today();
    let renew = storage::subscriptions::due_to_renew(&mut tx, today).await.unwrap();
    let delete = storage::subscriptions::due_to_delete(&mut tx, today).await.unwrap();
    let start = storage::subscriptions::due_to_start(&mut tx, today).await.unwrap();
    renew.len() + delete.len() + start.len()
}
