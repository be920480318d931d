//! The second factor.

use std::sync::Arc;

use chrono::Duration;
use domain::access::{AdminRole, AgentRole};
use domain::account::Stage;
use domain::error::Error;
use services::accounts::SealKeys;
use services::accounts::{self, SignedIn};
use services::{Caller, Policy, RandomIds, System};
use storage::accounts::{Factor, find};
use testkit::{FixedClock, Person, World, code_at};

use crate::{SURFACE, faults, first, refusal, stage, with_factor};

#[tokio::test]
async fn the_second_factor_is_asked_for_once_it_is_confirmed() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let setup = accounts::begin_second_factor(&caller).await.unwrap();
    assert_eq!(accounts::begin_second_factor(&caller).await.unwrap(), setup, "offered again");
    let signed_in = world.sign_in(&person, &person.password).await.unwrap();
    assert_eq!(signed_in.stage, Stage::Complete, "not before it is confirmed");

    let wrong = accounts::confirm_second_factor(&caller, world.request(), "000000").await;
    assert_eq!(faults(wrong), ["code: err-code-wrong"]);
    let empty = accounts::confirm_second_factor(&caller, world.request(), " ").await;
    assert_eq!(faults(empty), ["code: err-required"]);
    let (request, code) =
        (world.request(), code_at(&setup.secret_base32, world.system().wall(), 0));
    let codes = accounts::confirm_second_factor(&caller, request, &code).await.unwrap();
    let again = accounts::confirm_second_factor(&caller, request, &code).await.unwrap();

    assert_eq!(codes.len(), 10);
    assert_eq!(again, codes, "a double click shows the same codes");
    let state = accounts::second_factor_state(&caller).await.unwrap();
    assert!(state.on && !state.required && state.codes_left == 10);
    let signed_in = world.sign_in(&person, &person.password).await.unwrap();
    assert_eq!(signed_in.stage, Stage::SecondFactor);
    let begun = accounts::begin_second_factor(&caller).await;
    assert_eq!(refusal(begun), "err-second-factor-on");
}

#[tokio::test]
async fn each_code_of_the_authenticator_is_accepted_once() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let (secret, _) = with_factor(&world, &caller).await;
    let enter = async |code: &str| {
        let signed_in = world.sign_in(&person, &person.password).await.unwrap();
        let system = world.system();
        accounts::second_factor(system, SURFACE, &signed_in.token, code).await
    };

    let confirmed_with = code_at(&secret, world.system().wall(), 0);
    assert_eq!(refusal(enter(&confirmed_with).await), "err-code-wrong", "used to confirm");
    let next = code_at(&secret, world.system().wall(), 1);
    assert_eq!(enter(&next).await, Ok(Stage::Complete), "one step ahead");
    assert_eq!(refusal(enter(&next).await), "err-code-wrong", "replayed");
    let too_early = code_at(&secret, world.system().wall(), 2);
    assert_eq!(refusal(enter(&too_early).await), "err-code-wrong", "two steps ahead");
    world.clock().advance(Duration::seconds(90));
    let late = code_at(&secret, world.system().wall(), -1);
    assert_eq!(enter(&late).await, Ok(Stage::Complete), "one step behind");
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["signed-in", "second-factor-on", "signed-in", "signed-in"]);
}

#[tokio::test]
async fn each_recovery_code_is_accepted_once() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let (_, codes) = with_factor(&world, &caller).await;
    let SignedIn { token, .. } = world.sign_in(&person, &person.password).await.unwrap();
    let typed = codes[3].to_lowercase().replace('-', " ");

    let entered = accounts::second_factor(world.system(), SURFACE, &token, &typed).await;

    assert_eq!(entered, Ok(Stage::Complete));
    let SignedIn { token, .. } = world.sign_in(&person, &person.password).await.unwrap();
    let again = accounts::second_factor(world.system(), SURFACE, &token, &codes[3]).await;
    assert_eq!(refusal(again), "err-code-wrong");
    assert_eq!(accounts::second_factor_state(&caller).await.unwrap().codes_left, 9);
    assert!(world.activity_kinds(1).await.contains(&"recovery-code-used".to_owned()));
}

#[tokio::test]
async fn guessing_codes_locks_although_the_password_is_right() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let (secret, _) = with_factor(&world, &caller).await;
    let enter = async |code: &str| {
        let signed_in = world.sign_in(&person, &person.password).await.unwrap();
        let system = world.system();
        accounts::second_factor(system, SURFACE, &signed_in.token, code).await
    };

    for number in 1..=9 {
        assert_eq!(refusal(enter("000000").await), "err-code-wrong", "guess {number}");
        world.clock().advance(Duration::seconds(32));
    }
    assert_eq!(refusal(enter("000000").await), "err-sign-in-locked Count(15)");
    let right = code_at(&secret, world.system().wall(), 0);
    assert_eq!(refusal(enter(&right).await), "err-sign-in-locked Count(15)");
    world.clock().advance(Duration::minutes(15));
    let right = code_at(&secret, world.system().wall(), 0);
    assert_eq!(enter(&right).await, Ok(Stage::Complete));
}

#[tokio::test]
async fn nobody_passes_the_second_factor_without_the_password() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, complete) = world.signed_in(&person).await;
    let (secret, _) = with_factor(&world, &caller).await;
    let code = code_at(&secret, world.system().wall(), 1);
    for token in [complete.as_str(), "", "00", "not a token"] {
        let refused = accounts::second_factor(world.system(), SURFACE, token, &code).await;
        assert!(matches!(refused, Err(Error::Unauthenticated)), "{token}");
    }
}

#[tokio::test]
async fn the_password_switches_the_second_factor_off() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let off = accounts::remove_second_factor(&caller, world.request(), person.password.clone());
    assert_eq!(refusal(off.await), "err-second-factor-off");
    with_factor(&world, &caller).await;

    let wrong = accounts::remove_second_factor(&caller, world.request(), "Wrong".to_owned()).await;
    assert_eq!(faults(wrong), ["password: err-password-current"]);
    let request = world.request();
    for _ in 0..2 {
        let password = person.password.clone();
        accounts::remove_second_factor(&caller, request, password).await.unwrap();
    }

    let state = accounts::second_factor_state(&caller).await.unwrap();
    assert!(!state.on && state.codes_left == 0);
    let signed_in = world.sign_in(&person, &person.password).await.unwrap();
    assert_eq!(signed_in.stage, Stage::Complete);
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["signed-in", "second-factor-on", "second-factor-off", "signed-in"]);
}

async fn strict() -> (World, Person) {
    let policy = Policy { second_factor_for_admins: true, ..testkit::policy() };
    let world = World::with_policy(testkit::memory().await, policy).await;
    let admin = world.newcomer(1, "wang.jianguo", AdminRole::GlobalAdmin).await;
    (world, admin)
}

#[tokio::test]
async fn an_administrator_goes_through_password_and_second_factor() {
    let (world, admin) = strict().await;
    let system = world.system();
    let SignedIn { token, .. } = world.sign_in(&admin, &admin.password).await.unwrap();
    let early = accounts::begin_enrolment(system, SURFACE, &token).await;
    assert!(matches!(early, Err(Error::Unauthenticated)));
    let draft = first("Other-pass2", "Other-pass2");
    let next = accounts::first_password(system, SURFACE, &token, draft).await;
    assert_eq!(next, Ok(Stage::EnrolSecondFactor));

    let setup = accounts::begin_enrolment(system, SURFACE, &token).await.unwrap();
    let request = world.request();
    let finish = |code: String| {
        let token = token.as_str();
        async move { accounts::finish_enrolment(system, SURFACE, token, request, &code).await }
    };
    assert_eq!(faults(finish("123456".to_owned()).await), ["code: err-code-wrong"]);
    let code = code_at(&setup.secret_base32, system.wall(), 0);
    let codes = finish(code.clone()).await.unwrap();

    assert_eq!(finish(code).await, Ok(codes), "a double click shows the same codes");
    assert_eq!(stage(&world, &token).await, Some(Stage::Complete));
    let signed_in = world.sign_in(&admin, "Other-pass2").await.unwrap();
    assert_eq!(signed_in.stage, Stage::SecondFactor);
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["password-changed", "signed-in", "second-factor-on"]);
    let resumed = accounts::resume(system, SURFACE, &token).await.unwrap().unwrap();
    let caller = Caller::signed_in(system.clone(), resumed.viewer, resumed.session);
    let removed =
        accounts::remove_second_factor(&caller, world.request(), "Other-pass2".to_owned()).await;
    assert_eq!(refusal(removed), "err-second-factor-required");
}

#[tokio::test]
async fn agents_need_no_second_factor() {
    let (world, _) = strict().await;
    let agent = world.person(1, "li.wei", AgentRole::AdminAgent).await;
    let signed_in = world.sign_in(&agent, &agent.password).await.unwrap();
    assert_eq!(signed_in.stage, Stage::Complete);
}

/// The product of `world`, `later`, with other keys, by their digit.
fn sealing_with(world: &World, digits: &[&str], later: Duration) -> System {
    let keys: Vec<_> = digits.iter().map(|digit| digit.repeat(64)).collect();
    let policy = Policy { seal: SealKeys::read(&keys.join(",")).unwrap(), ..testkit::policy() };
    let clock = FixedClock::default();
    clock.advance(later);
    let clock = Arc::new(clock);
    System::new(world.store().clone(), clock, Arc::new(RandomIds), policy)
}

/// What is stored of the secret of `person`.
async fn stored(world: &World, person: &Person) -> Vec<u8> {
    let mut tx = world.store().read().await.unwrap();
    let tenant = world.partner(1).into();
    let row = find(&mut tx, tenant, person.id).await.unwrap().unwrap();
    let Factor::On { secret } = row.factor else { panic!("no second factor") };
    secret
}

#[tokio::test]
async fn a_secret_is_sealed_with_the_newest_key_when_a_code_is_next_entered() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let (secret, _) = with_factor(&world, &caller).await;
    let mut seen = vec![stored(&world, &person).await];
    // Each code is accepted once.
    for (step, keys) in (1..).zip([&["1"][..], &["1"], &["2", "1"], &["2"]]) {
        let system = sealing_with(&world, keys, Duration::seconds(30 * step));
        let code = code_at(&secret, system.wall(), 0);
        let token = world.sign_in(&person, &person.password).await.unwrap().token;
        let entered = accounts::second_factor(&system, SURFACE, &token, &code).await;
        assert_eq!(entered, Ok(Stage::Complete), "{keys:?}");
        seen.push(stored(&world, &person).await);
    }
    assert_eq!(seen[0].len(), 20, "not sealed without a key");
    assert_ne!(seen[1], seen[0]);
    assert_eq!(seen[2], seen[1], "sealed once");
    assert_ne!(seen[3], seen[2], "with the new key");
    assert_eq!(seen[4], seen[3], "which is enough by itself");
}
