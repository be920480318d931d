//! Tables of cases for what can be done with a subscription.

use uuid::Uuid;

use super::*;
use crate::catalogue::{Billing, Category, Offer, Segment, Unit};
use crate::deadlines::{DeadlineKind, deadline};
use crate::error::Coded as _;
use crate::ids::{CustomerId, OfferId, OrderId, SubscriptionId};
use crate::money::UnitPrice;
use crate::orders::Limits;
use crate::time::{Day, days_after};

fn day(text: &str) -> Day {
    text.parse().expect("the tests write days")
}

fn subscription() -> Subscription {
    Subscription {
        id: SubscriptionId::from(Uuid::from_u128(1)),
        customer: CustomerId::from(Uuid::from_u128(2)),
        order: OrderId::from(Uuid::from_u128(3)),
        offer: OfferId::from(Uuid::from_u128(4)),
        parent: None,
        nickname: None,
        quantity: 10,
        status: Status::Active,
        ordered_on: day("2019-06-02"),
        starts_on: day("2019-06-03"),
        first_billed_on: day("2019-06-15"),
        renews_on: day("2020-06-15"),
        renews: true,
        unit_price: UnitPrice::from_stored(100_000),
        reseller: None,
        suspended_on: None,
        reactivated_on: None,
        earlier_suspended_on: None,
        reason: None,
        note: None,
        deleted_on: None,
        upgraded_from: None,
        version: 1,
    }
}

fn offer() -> Offer {
    Offer {
        id: OfferId::from(Uuid::from_u128(4)),
        code: "O365-BE".into(),
        sku: Uuid::nil(),
        string_id: String::new(),
        category: Category::SmallBusiness,
        segment: Segment::Commercial,
        billing: Billing::License,
        unit: Unit::Licences,
        minimum: 1,
        maximum: 300,
        per_customer: None,
        add_on: false,
        rank: 1,
    }
}

fn key<T>(checked: Result<T, SubscriptionRefusal>) -> String {
    checked.err().map_or_else(String::new, |refusal| refusal.code().key.into_owned())
}

fn suspend(subscription: &Subscription, on: &str) -> Subscription {
    suspended(subscription, SuspendReason::NonPayment, None, day(on))
}

#[test]
fn suspended_on_25_august_it_can_be_reactivated_until_23_october() {
    let suspended = suspend(&subscription(), "2019-08-25");
    assert_eq!(suspended.deletes_on(), Some(day("2019-10-24")));
    assert_eq!(suspended.reactivates_until(), Some(day("2019-10-23")));
    for (on, expected) in
        [("2019-08-25", ""), ("2019-10-23", ""), ("2019-10-24", "err-sub-deleted")]
    {
        assert_eq!(key(check_reactivate(&suspended, None, day(on))), expected, "{on}");
    }
    assert_eq!(suspended.status_on(day("2019-10-24")), Status::Deleted, "before the job has run");
}

#[test]
fn reactivating_and_suspending_on_one_day_gains_no_time() {
    let first = suspend(&subscription(), "2019-08-01");
    let flipped = suspend(&reactivated(&first, day("2019-08-20")), "2019-08-20");
    assert_eq!(flipped.deletes_on(), first.deletes_on());
    let again = suspend(&reactivated(&flipped, day("2019-09-29")), "2019-09-29");
    assert_eq!(again.deletes_on(), Some(day("2019-09-30")), "the sixtieth day counts on");
    let rested = suspend(&reactivated(&first, day("2019-08-20")), "2019-08-21");
    assert_eq!(rested.deletes_on(), Some(day("2019-10-20")), "a day in use begins anew");
}

#[test]
fn a_pending_one_starts_by_itself_and_waits_again_after_a_suspension() {
    let pending = Subscription { status: Status::Pending, ..subscription() };
    assert_eq!(pending.status_on(day("2019-06-02")), Status::Pending);
    assert_eq!(pending.status_on(day("2019-06-03")), Status::Active);
    let suspended = suspend(&pending, "2019-06-02");
    assert_eq!(reactivated(&suspended, day("2019-06-02")).status, Status::Pending);
    assert_eq!(reactivated(&suspended, day("2019-06-03")).status, Status::Active);
}

#[test]
fn the_free_days_end_with_the_first_billing_date() {
    let subscription = subscription();
    for (today, expected) in [
        ("2019-06-03", Some("2019-06-14")),
        ("2019-06-14", Some("2019-06-14")),
        ("2019-06-15", None),
    ] {
        assert_eq!(subscription.free_until(day(today)), expected.map(day), "{today}");
    }
    let eve = Subscription { starts_on: day("2019-06-15"), ..subscription };
    assert_eq!(eve.free_until(day("2019-06-14")), None, "CS13: no free day");
}

#[test]
fn a_trial_is_over_after_its_days() {
    let trial = Subscription { renews: false, renews_on: day("2019-07-03"), ..subscription() };
    assert_eq!(trial.status_on(day("2019-07-02")), Status::Active);
    assert_eq!(trial.status_on(day("2019-07-03")), Status::Deleted);
    assert_eq!(trial.free_until(day("2019-06-20")), Some(day("2019-07-02")));
    let suspended = suspend(&trial, "2019-06-10");
    assert_eq!(suspended.deletes_on(), Some(day("2019-07-03")), "no later than its end");
}

#[test]
fn quantities_keep_to_the_offer_to_assigned_licences_and_to_add_ons() {
    let offer = offer();
    let add_on = Offer { add_on: true, maximum: 10_000_000, ..offer.clone() };
    let pool = |bought, assigned| Pool { bought, valid: bought, assigned };
    let around = |offer, pool, parent, add_ons| Surroundings { offer, pool, parent, add_ons };
    for (around, quantity, expected) in [
        (around(&offer, pool(10, 0), None, 0), 0, "err-qty-range"),
        (around(&offer, pool(10, 0), None, 0), 1, ""),
        (around(&offer, pool(10, 0), None, 0), 300, ""),
        (around(&offer, pool(10, 0), None, 0), 301, "err-qty-range"),
        (around(&offer, pool(10, 7), None, 0), 7, ""),
        (around(&offer, pool(10, 7), None, 0), 6, "err-qty-assigned"),
        (around(&offer, pool(15, 7), None, 0), 2, ""),
        (around(&offer, pool(15, 7), None, 0), 1, "err-qty-assigned"),
        (around(&offer, pool(10, 0), None, 5), 5, ""),
        (around(&offer, pool(10, 0), None, 5), 4, "err-qty-add-on"),
        (around(&add_on, pool(10, 0), Some(20), 0), 20, ""),
        (around(&add_on, pool(10, 0), Some(20), 0), 21, "err-qty-parent"),
    ] {
        let limits = Limits { seats: 10_000_000, ..Limits::default() };
        let checked = check_quantity(&subscription(), quantity, &around, limits, day("2019-07-01"));
        assert_eq!(key(checked), expected, "{quantity} in {around:?}");
    }
}

#[test]
fn storage_is_free_of_the_parents_quantity() {
    let storage = Offer { add_on: true, unit: Unit::Gigabytes, ..offer() };
    assert!(!capped_by_parent(&storage));
    assert!(capped_by_parent(&Offer { unit: Unit::Licences, ..storage }));
}

#[test]
fn the_house_limits_the_seats() {
    let limits = Limits { seats: 100, ..Limits::default() };
    assert_eq!(check_range(&offer(), 100, limits), Ok(()));
    assert_eq!(key(check_range(&offer(), 101, limits)), "err-too-many-seats");
}

#[test]
fn each_state_says_what_it_refuses() {
    let today = day("2019-07-01");
    let active = subscription();
    let suspended = suspend(&active, "2019-07-01");
    let deleted = Subscription { status: Status::Deleted, ..active.clone() };
    let operator = Subscription { reason: Some(SuspendReason::Operator), ..suspended.clone() };
    assert_eq!(key(check_alive(&suspended, today)), "err-sub-not-active");
    assert_eq!(key(check_alive(&deleted, today)), "err-sub-deleted");
    assert_eq!(check_suspend(&suspended, today), Ok(false), "no-op");
    assert_eq!(key(check_suspend(&deleted, today)), "err-sub-deleted");
    assert_eq!(check_reactivate(&active, None, today), Ok(false), "no-op");
    assert_eq!(key(check_reactivate(&operator, None, today)), "err-sub-by-operator");
    assert_eq!(key(check_reactivate(&deleted, None, today)), "err-sub-deleted");
    let under = |parent| key(check_reactivate(&suspended, Some(parent), today));
    assert_eq!(under(Status::Suspended), "err-parent-not-active");
    assert_eq!(under(Status::Active), "");
    let add_on = Subscription { parent: Some(active.id), ..active.clone() };
    assert_eq!(key(check_parent(&add_on, today)), "err-sub-is-addon");
    assert_eq!(key(check_parent(&suspended, today)), "err-parent-not-active");
    assert_eq!(check_parent(&active, today), Ok(()));
    assert_eq!(check_update(&suspended, today), Ok(()));
}

fn bundle(offer: u128, plans: &[&str]) -> Bundle {
    Bundle {
        offer: OfferId::from(Uuid::from_u128(offer)),
        name: format!("offer {offer}"),
        plans: plans.iter().map(|plan| (*plan).to_owned()).collect(),
    }
}

fn held(id: u128, bundle: Bundle) -> Held {
    Held { id: SubscriptionId::from(Uuid::from_u128(id)), bundle }
}

#[test]
fn all_four_conditions_of_an_upgrade_must_hold() {
    let today = day("2019-07-01");
    let source = bundle(4, &["MAIL", "FILES"]);
    let target = bundle(5, &["MAIL", "FILES", "OFFICE"]);
    let elsewhere = bundle(6, &["MAIL", "OFFICE"]);
    let targets = [target.offer, elsewhere.offer];
    let own = held(1, source.clone());
    let active = subscription();
    let facts = UpgradeFacts {
        source: &active,
        bundle: &source,
        targets: &targets,
        add_ons: false,
        delegated_admin: true,
        held: &[],
        today,
    };
    let check = |facts: UpgradeFacts<'_>| key(check_target(&facts, &target));

    assert_eq!(check(facts.clone()), "");
    let suspended = suspend(&active, "2019-07-01");
    assert_eq!(check(UpgradeFacts { source: &suspended, ..facts.clone() }), "err-sub-not-active");
    let pending =
        Subscription { status: Status::Pending, starts_on: day("2019-07-02"), ..active.clone() };
    assert_eq!(check(UpgradeFacts { source: &pending, ..facts.clone() }), "err-sub-not-started");
    let add_on = Subscription { parent: Some(active.id), ..active.clone() };
    assert_eq!(check(UpgradeFacts { source: &add_on, ..facts.clone() }), "err-sub-is-addon");
    let without = UpgradeFacts { delegated_admin: false, ..facts.clone() };
    assert_eq!(check(without), "err-no-delegated-admin");
    assert_eq!(check(UpgradeFacts { add_ons: true, ..facts.clone() }), "err-sub-has-addons");
    assert_eq!(check(UpgradeFacts { targets: &[], ..facts.clone() }), "err-upgrade-no-path");
    let other = [elsewhere.offer];
    assert_eq!(check(UpgradeFacts { targets: &other, ..facts.clone() }), "err-upgrade-no-path");

    for (others, expected) in [
        (vec![own.clone()], ""),
        (vec![own.clone(), held(7, source.clone())], ""),
        (vec![own.clone(), held(7, target.clone())], "err-upgrade-has-target"),
        (vec![own.clone(), held(7, elsewhere)], "err-upgrade-has-services"),
        (vec![own, held(7, bundle(8, &["FILES"]))], ""),
    ] {
        assert_eq!(check(UpgradeFacts { held: &others, ..facts.clone() }), expected, "{others:?}");
    }
}

#[test]
fn a_licence_for_everybody_is_needed_to_move_them() {
    assert_eq!(check_move(7, 7), Ok(()));
    assert_eq!(key(check_move(6, 7)), "err-upgrade-assigned");
}

#[test]
fn what_cannot_be_done_says_why() {
    let source = bundle(4, &[]);
    let today = day("2019-07-01");
    let sub = suspend(&subscription(), "2019-07-01");
    let upgrade = UpgradeFacts {
        source: &sub,
        bundle: &source,
        targets: &[],
        add_ons: false,
        delegated_admin: true,
        held: &[],
        today,
    };
    let facts = ActionFacts {
        upgrade: &upgrade,
        parent: None,
        add_ons_sold: true,
        indirect: false,
        denied: &|_| None,
    };
    let found = actions(&sub, facts);
    let why = |availability: &Availability| match availability {
        Availability::Allowed => String::new(),
        Availability::WhyNot(refusal) => refusal.code.key.to_string(),
    };
    assert_eq!(why(&found.quantity), "err-sub-not-active");
    assert_eq!(why(&found.rename), "");
    assert_eq!(why(&found.suspend), "err-sub-suspended");
    assert_eq!(why(&found.reactivate), "");
    assert_eq!(why(&found.add_on), "err-parent-not-active");
    assert_eq!(why(&found.upgrade), "err-sub-not-active");
    assert_eq!(why(&found.reseller), "err-not-indirect");
}

#[test]
fn the_rehearsal_counts_who_loses_access() {
    let sub = subscription();
    for (assigned, valid, expected) in [(0, 10, 0), (7, 10, 7), (7, 15, 2), (5, 15, 0)] {
        let rehearsal = rehearse(&sub, day("2019-08-25"), assigned, valid, Vec::new());
        assert_eq!(rehearsal.losing_access, expected, "{assigned} of {valid}");
        assert_eq!(rehearsal.deletes_on, day("2019-10-24"));
        assert_eq!(rehearsal.reactivates_until, day("2019-10-23"));
    }
}

#[test]
fn only_what_can_still_be_acted_on_has_a_deadline() {
    let today = day("2019-09-01");
    let active = subscription();
    let trial = Subscription { renews: false, renews_on: day("2019-09-30"), ..active.clone() };
    let renewing = |left| Subscription { renews_on: days_after(today, left), ..active.clone() };
    let suspended = suspend(&active, "2019-08-25");
    let with = |reason| Subscription { reason: Some(reason), ..suspended.clone() };
    let add_on = Subscription { parent: Some(active.id), ..renewing(30) };
    for (sub, expected) in [
        (active.clone(), None),
        (renewing(1), Some(DeadlineKind::Renewal)),
        (renewing(60), Some(DeadlineKind::Renewal)),
        (renewing(61), None),
        (add_on, None),
        (trial, Some(DeadlineKind::TrialEnd)),
        (suspended.clone(), Some(DeadlineKind::Deletion)),
        (with(SuspendReason::Operator), None),
        (with(SuspendReason::Parent), None),
        (suspend(&active, "2019-07-04"), Some(DeadlineKind::Deletion)),
        (suspend(&active, "2019-07-03"), None),
    ] {
        let found = deadline(&sub, today).map(|(kind, _, _)| kind);
        assert_eq!(found, expected, "{:?} {:?}", sub.status, sub.reason);
    }
}
