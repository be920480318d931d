//! The start pages and the onboarding checklist.

use domain::access::{Action, AdminRole, AgentRole, CustomerRole, OperatorRole};
use domain::catalogue::SavePins;
use domain::error::Error;
use domain::onboarding::{Checklist, OnboardingStep, ReviewCatalog, Standing};
use domain::overview::OverviewView;
use services::{Caller, catalogue, demo, onboarding, overview};
use storage::{Store, onboarding as rows};
use testkit::World;

testkit::on_each_backend! {
    a_partner_sees_its_own_counters
    a_reader_is_sent_what_the_roles_allow
    a_second_global_admin_is_seen
    the_catalogue_is_reviewed_once
    a_retry_of_a_review_changes_nothing
    only_those_who_pin_review_the_catalogue
    the_checklist_disappears_when_all_is_done
    a_customer_sees_its_own_company
}

async fn find(caller: &Caller) -> OverviewView {
    overview::find(caller, "en").await.unwrap()
}

fn standing(checklist: &Checklist, step: OnboardingStep) -> &Standing {
    let line = checklist.lines.iter().find(|line| line.step == step);
    &line.expect("every step has its line").standing
}

async fn done(world: &World) -> Vec<OnboardingStep> {
    let checklist = find(&world.caller(1, AdminRole::GlobalAdmin)).await.checklist.unwrap();
    let lines = checklist.lines.into_iter();
    lines.filter(|line| line.standing != Standing::Open).map(|line| line.step).collect()
}

async fn a_partner_sees_its_own_counters(store: Store) {
    let world = World::on(store).await;
    demo::load(world.system()).await.unwrap();
    let agent = world.caller(1, AgentRole::AdminAgent);
    let offers = vec![demo::offers()[0].id];
    let wanted = SavePins { request: world.request(), seen: 0, offers: offers.clone() };
    catalogue::save_pins(&agent, wanted, "en").await.unwrap();
    let request = world.request();
    onboarding::review_catalog(&agent, ReviewCatalog { request }).await.unwrap();

    let ours = find(&agent).await;
    let theirs = find(&world.caller(2, AgentRole::AdminAgent)).await;

    assert_eq!((ours.customers, theirs.customers), (Some(1), Some(1)));
    let pinned: Vec<_> = ours.pinned.unwrap().into_iter().map(|offer| offer.id).collect();
    assert_eq!(pinned, offers);
    assert_eq!(theirs.pinned.unwrap(), []);
    let step = OnboardingStep::CatalogReviewed;
    assert_eq!(standing(&theirs.checklist.unwrap(), step), &Standing::Open);
    // A partner without customers, beside others who have some.
    world.insert_partner(3).await;
    assert_eq!(find(&world.caller(3, AgentRole::AdminAgent)).await.customers, Some(0));
}

async fn a_reader_is_sent_what_the_roles_allow(store: Store) {
    let world = World::on(store).await;
    for (caller, customers, pinned, reviews) in [
        (world.caller(1, AdminRole::GlobalAdmin), true, true, true),
        (world.caller(1, AgentRole::AdminAgent), true, true, true),
        (world.caller(1, AgentRole::SalesAgent), true, true, false),
        (world.caller(1, AgentRole::HelpdeskAgent), true, false, false),
        (world.caller(1, AdminRole::BillingAdmin), true, false, false),
        (world.caller(1, AdminRole::UserManagementAdmin), false, false, false),
        (world.caller(1, ()), false, false, false),
    ] {
        let roles = &caller.viewer().unwrap().actor;
        let seen = find(&caller).await;
        assert_eq!(seen.customers.is_some(), customers, "{roles:?}");
        assert_eq!(seen.pinned.is_some(), pinned, "{roles:?}");
        assert_eq!(seen.checklist.unwrap().may_review_catalog, reviews, "{roles:?}");
    }
    let nobody = Caller::anonymous(world.system().clone());
    assert_eq!(overview::find(&nobody, "en").await, Err(Error::Unauthenticated));
    let staff = world.operator_caller(OperatorRole::Auditor);
    let denied = Err(Error::Forbidden { action: Action::SignIn });
    assert_eq!(overview::find(&staff, "en").await, denied);
}

async fn a_second_global_admin_is_seen(store: Store) {
    let world = World::on(store).await;
    world.person(1, "first", AdminRole::GlobalAdmin).await;
    world.person(1, "other", AdminRole::BillingAdmin).await;
    // Another company's admin is none of ours.
    world.person(2, "stranger", AdminRole::GlobalAdmin).await;
    assert_eq!(done(&world).await, [OnboardingStep::FirstCustomer]);

    world.person(1, "second", (AgentRole::SalesAgent, AdminRole::GlobalAdmin)).await;

    let expected = [OnboardingStep::SecondGlobalAdmin, OnboardingStep::FirstCustomer];
    assert_eq!(done(&world).await, expected);
}

async fn the_catalogue_is_reviewed_once(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::AdminAgent).await;
    let (reviewer, _) = world.signed_in(&person).await;
    let at = world.system().now();
    let request = world.request();

    let left = onboarding::review_catalog(&reviewer, ReviewCatalog { request }).await.unwrap();

    let ticked = Standing::Ticked { by: "李li.wei".to_owned(), at };
    assert_eq!(standing(&left.unwrap(), OnboardingStep::CatalogReviewed), &ticked);
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "onboarding-step-done"]);

    world.clock().advance_business(chrono::Duration::days(1));
    let (again, other) = (world.request(), world.caller(1, AdminRole::GlobalAdmin));
    let wanted = ReviewCatalog { request: again };
    let left = onboarding::review_catalog(&other, wanted).await.unwrap();
    assert_eq!(standing(&left.unwrap(), OnboardingStep::CatalogReviewed), &ticked);
    assert_eq!(world.activities(1).await, 2, "what is ticked is ticked");
}

async fn a_retry_of_a_review_changes_nothing(store: Store) {
    let world = World::on(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let wanted = ReviewCatalog { request: world.request() };

    let first = onboarding::review_catalog(&agent, wanted).await.unwrap();
    let second = onboarding::review_catalog(&agent, wanted).await.unwrap();

    assert_eq!(second, first);
    assert_eq!(world.activities(1).await, 1);
}

async fn only_those_who_pin_review_the_catalogue(store: Store) {
    let world = World::on(store).await;
    let denied = Error::Forbidden { action: Action::PinOffers };
    for caller in [
        world.caller(1, AgentRole::SalesAgent),
        world.caller(1, AdminRole::BillingAdmin),
        world.caller(1, ()),
    ] {
        let wanted = ReviewCatalog { request: world.request() };
        let refused = onboarding::review_catalog(&caller, wanted).await;
        assert_eq!(refused, Err(denied.clone()));
    }
    assert_eq!(world.activities(1).await, 0);
}

async fn the_checklist_disappears_when_all_is_done(store: Store) {
    let world = World::on(store).await;
    let first = world.person(1, "first", AdminRole::GlobalAdmin).await;
    world.person(1, "second", AdminRole::GlobalAdmin).await;
    let mut tx = world.store().write().await.unwrap();
    // Profiles and the billing contact have no page of their own yet.
    for step in [OnboardingStep::ProfilesReviewed, OnboardingStep::BillingContact] {
        let now = world.system().now();
        assert!(rows::insert(&mut tx, world.partner(1), step, first.id, now).await.unwrap());
    }
    tx.commit().await.unwrap();
    let agent = world.caller(1, AgentRole::AdminAgent);
    assert_eq!(find(&agent).await.checklist.unwrap().done(), 4);

    let wanted = ReviewCatalog { request: world.request() };
    assert_eq!(onboarding::review_catalog(&agent, wanted).await, Ok(None));

    assert_eq!(find(&agent).await.checklist, None);
}

async fn a_customer_sees_its_own_company(store: Store) {
    let world = World::on(store).await;
    let user = world.customer_caller(1, &[]);
    let admin = world.customer_caller(2, &[CustomerRole::GlobalAdmin]);

    let ours = overview::own_company(&user).await.unwrap();
    let theirs = overview::own_company(&admin).await.unwrap();

    assert_eq!(ours.name, "客户1有限公司");
    assert_eq!(ours.domain, "customer1.partner.onmschina.cn");
    assert_eq!(theirs.name, "客户2有限公司");
    let partner = world.caller(1, AdminRole::GlobalAdmin);
    let denied = Err(Error::Forbidden { action: Action::UseServices });
    assert_eq!(overview::own_company(&partner).await, denied);
}
