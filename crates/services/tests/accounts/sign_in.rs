//! The door: who gets in, and what slows guessing down.

use chrono::Duration;
use domain::access::{AgentRole, CustomerRole, OperatorRole, Surface};
use domain::account::{SignInDraft, Stage};
use domain::error::Error;
use services::accounts;
use services::forms;
use testkit::World;

use crate::{SURFACE, draft, faults, from, refusal, stage, try_in};

#[tokio::test]
async fn the_right_password_opens_a_new_session() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;

    let first = world.sign_in(&person, &person.password).await.unwrap();
    let second = try_in(&world, " ＬＩ.Wei ", &person.password).await.unwrap();

    assert_eq!(first.stage, Stage::Complete);
    assert_ne!(first.token, second.token);
    assert_eq!(first.token.len(), 64);
    let resumed = accounts::resume(world.system(), SURFACE, &first.token).await.unwrap().unwrap();
    assert_eq!(resumed.viewer.actor.user(), person.id);
    assert_eq!(resumed.viewer.company, "合作伙伴1有限公司");
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "signed-in"]);
    for surface in [Surface::AdminCenter, Surface::BackOffice] {
        let elsewhere = accounts::resume(world.system(), surface, &first.token).await.unwrap();
        assert!(elsewhere.is_none(), "{surface:?}");
    }
}

#[tokio::test]
async fn unknown_disabled_and_mistaken_get_the_same_answer() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let disabled = world.person(1, "zhang.san", AgentRole::SalesAgent).await;
    let mut tx = world.store().write().await.unwrap();
    testkit::disable(&mut tx, disabled.id).await;
    tx.commit().await.unwrap();

    for (name, password) in [
        ("nobody", "Right-pass1"),
        (&disabled.name, &disabled.password),
        (&person.name, "Wrong-pass1"),
        (&person.name, "right-pass1"),
        (&person.name, " Right-pass1"),
    ] {
        assert_eq!(refusal(try_in(&world, name, password).await), "err-sign-in", "{name}");
    }
    let wrong_door = draft(Surface::BackOffice, &person.name, &person.password);
    let refused = accounts::sign_in(world.system(), wrong_door, from("192.0.2.1")).await;
    assert_eq!(refusal(refused), "err-sign-in");
    assert_eq!(world.activities(1).await, 0);
}

#[tokio::test]
async fn empty_fields_are_named_and_not_counted() {
    let world = World::new().await;
    for _ in 0..20 {
        let found = faults(try_in(&world, " ", "").await);
        assert_eq!(found, ["name: err-required", "password: err-required"]);
    }
}

#[tokio::test]
async fn failures_slow_down_and_lock_whether_the_account_exists_or_not() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let wait = |seconds: i64| format!("err-sign-in-wait Count({seconds})");
    let locked = |minutes: i64| format!("err-sign-in-locked Count({minutes})");

    for name in [person.name.as_str(), "nobody"] {
        for number in 1..=3 {
            let answer = refusal(try_in(&world, name, "Wrong-pass1").await);
            assert_eq!(answer, "err-sign-in", "failure {number} of {name}");
        }
        for (number, seconds) in [(4, 1), (5, 2), (6, 4), (7, 8), (8, 16), (9, 32)] {
            let answer = refusal(try_in(&world, name, "Wrong-pass1").await);
            assert_eq!(answer, "err-sign-in", "failure {number} of {name}");
            // Also the right password has to wait, and waiting in vain does not prolong it.
            for _ in 0..3 {
                let answer = refusal(try_in(&world, name, &person.password).await);
                assert_eq!(answer, wait(seconds), "after failure {number} of {name}");
            }
            world.clock().advance(Duration::milliseconds(seconds * 1000 - 1));
            assert_eq!(refusal(try_in(&world, name, "Wrong-pass1").await), wait(1), "{name}");
            world.clock().advance(Duration::milliseconds(1));
        }
        assert_eq!(refusal(try_in(&world, name, "Wrong-pass1").await), locked(15), "{name}");
        world.clock().advance(Duration::minutes(14));
        assert_eq!(refusal(try_in(&world, name, &person.password).await), locked(1), "{name}");
        world.clock().advance(Duration::minutes(1));
        assert_eq!(refusal(try_in(&world, name, "Wrong-pass1").await), "err-sign-in", "{name}");
    }
    assert!(try_in(&world, &person.name, &person.password).await.is_ok());
    assert_eq!(world.activity_kinds(1).await, ["sign-in-locked", "signed-in"]);
}

#[tokio::test]
async fn moving_the_business_clock_opens_no_lock() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&person).await;
    for _ in 0..4 {
        refusal(try_in(&world, &person.name, "Wrong-pass1").await);
    }
    world.clock().advance_business(Duration::days(40));
    let answer = refusal(try_in(&world, &person.name, &person.password).await);
    assert_eq!(answer, "err-sign-in-wait Count(1)");
    assert_eq!(stage(&world, &token).await, Some(Stage::Complete));
}

#[tokio::test]
async fn a_success_forgives_the_accounts_failures() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    for _ in 0..5 {
        for _ in 0..3 {
            assert_eq!(refusal(try_in(&world, &person.name, "Wrong").await), "err-sign-in");
        }
        assert!(try_in(&world, &person.name, &person.password).await.is_ok());
    }
}

#[tokio::test]
async fn failures_are_forgotten_after_a_while() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    for _ in 0..10 {
        for _ in 0..3 {
            assert_eq!(refusal(try_in(&world, &person.name, "Wrong").await), "err-sign-in");
        }
        world.clock().advance(Duration::minutes(15));
    }
}

#[tokio::test]
async fn an_address_that_tries_many_names_is_slowed_down_and_locked() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let attempt = async |name: &str, password: &str, address: &str| {
        accounts::sign_in(world.system(), draft(SURFACE, name, password), from(address)).await
    };
    for number in 1..=49 {
        let refused = attempt(&format!("name{number}"), "Wrong-pass1", "192.0.2.1").await;
        assert_eq!(refusal(refused), "err-sign-in", "name {number}");
        // Somebody of the same office gets in, and that forgives the guesser nothing.
        if number <= 15 {
            assert!(attempt(&person.name, &person.password, "192.0.2.1").await.is_ok());
        }
        world.clock().advance(Duration::seconds(if number > 15 { 60 } else { 0 }));
    }
    let refused = attempt("name50", "Wrong-pass1", "192.0.2.1").await;
    assert_eq!(refusal(refused), "err-sign-in-locked Count(15)");
    let refused = attempt(&person.name, &person.password, "192.0.2.1").await;
    assert_eq!(refusal(refused), "err-sign-in-locked Count(15)");
    assert!(attempt(&person.name, &person.password, "192.0.2.2").await.is_ok());
}

#[tokio::test]
async fn every_surface_has_a_door_of_its_own() {
    let world = World::new().await;
    for (surface, caller) in [
        (Surface::AdminCenter, world.customer_caller(1, &[CustomerRole::GlobalAdmin])),
        (Surface::BackOffice, world.operator_caller(OperatorRole::Auditor)),
    ] {
        let actor = caller.viewer().unwrap().actor.clone();
        let roles = match surface {
            Surface::AdminCenter => {
                domain::account::Roles::Customer(vec![CustomerRole::GlobalAdmin])
            }
            Surface::PartnerCenter | Surface::BackOffice => {
                domain::account::Roles::Operator(vec![OperatorRole::Auditor])
            }
        };
        let new = accounts::NewUser {
            tenant: actor.tenant(),
            roles,
            sign_in_name: "same.name".to_owned(),
            family_name: "赵".to_owned(),
            given_name: "敏".to_owned(),
            password: "Right-pass1".to_owned(),
            temporary: false,
            language: None,
            demo: true,
        };
        accounts::insert_user(world.system(), new).await.unwrap();
        let signed_in = draft(surface, "same.name", "Right-pass1");
        let signed_in = accounts::sign_in(world.system(), signed_in, from("192.0.2.1")).await;
        let token = signed_in.unwrap().token;
        let resumed = accounts::resume(world.system(), surface, &token).await.unwrap().unwrap();
        assert_eq!(resumed.viewer.actor.surface(), Some(surface));
        assert_eq!(resumed.viewer.actor.tenant(), actor.tenant());
        assert_eq!(resumed.viewer.company.is_empty(), surface == Surface::BackOffice);
        assert!(resumed.viewer.demo);
    }
}

#[tokio::test]
async fn what_has_ended_is_forgotten() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    world.signed_in(&person).await;
    refusal(try_in(&world, "nobody", "Wrong").await);
    assert_eq!(accounts::forget_ended(world.system()).await.unwrap(), 0);
    world.clock().advance(Duration::minutes(60));
    // One session, and of failures the unknown name's and the two addresses'.
    assert_eq!(accounts::forget_ended(world.system()).await.unwrap(), 4);
}

#[tokio::test]
async fn a_refused_form_comes_back_without_its_secrets() {
    let world = World::new().await;
    let typed = draft(SURFACE, "li.wei", "Secret-1");
    let error = Error::Unauthenticated;

    let kept = forms::keep(world.system(), "sign-in", &typed.kept(), &error).await.unwrap();

    let found = forms::find::<SignInDraft>(world.system(), "sign-in", kept).await.unwrap().unwrap();
    assert_eq!((found.draft.name.as_str(), found.draft.password.as_str()), ("li.wei", ""));
    assert_eq!(found.error, error);
    let other = forms::find::<SignInDraft>(world.system(), "settings", kept).await.unwrap();
    assert!(other.is_none());
    world.clock().advance(Duration::minutes(30));
    let late = forms::find::<SignInDraft>(world.system(), "sign-in", kept).await.unwrap();
    assert!(late.is_none());
}
