//! Signing in, and what people do with their own account.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole, CustomerRole, OperatorRole, Surface};
use domain::account::{
    ChangePasswordDraft, FirstPasswordDraft, Settings, SignInDraft, Stage, Theme,
};
use domain::error::{Error, Refusal};
use domain::ids::{RequestId, SessionId};
use services::accounts::{self, Origin, SignedIn};
use services::{Caller, Policy, Result, forms};
use testkit::{Person, World, code_at};

const SURFACE: Surface = Surface::PartnerCenter;

/// The code of a refusal, with its first argument.
fn refusal<T>(result: Result<T>) -> String {
    let Err(Error::Refused(Refusal { code, args })) = result else { panic!("not refused") };
    match args.first() {
        Some((_, argument)) => format!("{} {argument:?}", code.key),
        None => code.key.into_owned(),
    }
}

/// The fields at fault, each with its code.
fn faults<T>(result: Result<T>) -> Vec<String> {
    let Err(Error::Invalid { fields }) = result else { panic!("not a matter of fields") };
    fields.iter().map(|fault| format!("{}: {}", fault.field, fault.refusal.code.key)).collect()
}

fn draft(surface: Surface, name: &str, password: &str) -> SignInDraft {
    SignInDraft { surface, name: name.to_owned(), password: password.to_owned() }
}

fn from(address: &str) -> Origin {
    Origin { address: address.to_owned(), user_agent: String::new() }
}

/// Signs in to Partner Center from an address of its own for each name.
async fn try_in(world: &World, name: &str, password: &str) -> Result<SignedIn> {
    let origin = from(&format!("192.0.2.{}", name.len()));
    accounts::sign_in(world.system(), draft(SURFACE, name, password), origin).await
}

async fn stage(world: &World, token: &str) -> Option<Stage> {
    let resumed = accounts::resume(world.system(), SURFACE, token).await.unwrap();
    resumed.map(|resumed| resumed.stage)
}

/// Switches the second factor of `caller` on; the secret and the recovery codes.
async fn with_factor(world: &World, caller: &Caller) -> (String, Vec<String>) {
    let setup = accounts::begin_second_factor(caller).await.unwrap();
    let code = code_at(&setup.secret_base32, world.system().wall(), 0);
    let codes = accounts::confirm_second_factor(caller, world.request(), &code).await.unwrap();
    (setup.secret_base32, codes)
}

fn change(request: RequestId, current: &str, new: &str) -> domain::account::ChangePassword {
    let draft = ChangePasswordDraft {
        request,
        current: current.to_owned(),
        new: new.to_owned(),
        repeat: new.to_owned(),
    };
    draft.parse("li.wei").unwrap()
}

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
async fn a_session_ends_when_it_is_idle_and_at_the_latest_after_twelve_hours() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, idle) = world.signed_in(&person).await;
    let (_, used) = world.signed_in(&person).await;

    for _ in 0..14 {
        world.clock().advance(Duration::minutes(50));
        assert!(stage(&world, &used).await.is_some());
    }
    assert!(stage(&world, &idle).await.is_none());
    world.clock().advance(Duration::minutes(19));
    assert!(stage(&world, &used).await.is_some());
    world.clock().advance(Duration::minutes(1));
    assert!(stage(&world, &used).await.is_none());
}

#[tokio::test]
async fn use_is_noted_once_a_minute() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, token) = world.signed_in(&person).await;
    let seen = async || accounts::sessions(&caller).await.unwrap()[0].last_seen_at;
    let start = seen().await;

    world.clock().advance(Duration::seconds(59));
    stage(&world, &token).await;
    assert_eq!(seen().await, start);
    world.clock().advance(Duration::seconds(1));
    stage(&world, &token).await;
    assert_eq!(seen().await, start + Duration::seconds(60));
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&person).await;

    for _ in 0..2 {
        accounts::sign_out(world.system(), SURFACE, &token).await.unwrap();
        assert!(stage(&world, &token).await.is_none());
    }
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "signed-out"]);
}

#[tokio::test]
async fn a_changed_role_counts_at_the_next_request() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&person).await;
    let mut tx = world.store().write().await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE users SET roles = 'billing-admin'").await.unwrap();
    testkit::run_sql(&mut tx, "UPDATE partners SET suspended = TRUE").await.unwrap();
    tx.commit().await.unwrap();

    let resumed = accounts::resume(world.system(), SURFACE, &token).await.unwrap().unwrap();

    assert!(resumed.viewer.actor.can(Action::ViewInvoices));
    assert!(
        !resumed.viewer.actor.can(Action::ListCustomers) || {
            resumed.viewer.actor.access(Action::ListCustomers) != domain::access::Access::Allowed
        }
    );
    assert!(matches!(
        resumed.viewer.actor,
        domain::account::Actor::Partner { suspended: true, .. }
    ));
}

fn first(new: &str, repeat: &str) -> FirstPasswordDraft {
    FirstPasswordDraft { surface: SURFACE, new: new.to_owned(), repeat: repeat.to_owned() }
}

#[tokio::test]
async fn a_temporary_password_must_be_replaced_by_another() {
    let world = World::new().await;
    let person = world.newcomer(1, "li.wei", AgentRole::SalesAgent).await;
    let SignedIn { token, stage: begun } = world.sign_in(&person, &person.password).await.unwrap();
    assert_eq!(begun, Stage::PasswordChange);
    let try_first =
        async |draft| accounts::first_password(world.system(), SURFACE, &token, draft).await;

    let same = try_first(first(&person.password, &person.password)).await;
    assert_eq!(faults(same), ["new: err-password-same"]);
    let weak = try_first(first("weak", "week")).await;
    assert_eq!(faults(weak), ["new: err-password", "repeat: err-password-mismatch"]);
    assert_eq!(stage(&world, &token).await, Some(Stage::PasswordChange));
    let done = try_first(first("Other-pass2", "Other-pass2")).await.unwrap();

    assert_eq!(done, Stage::Complete);
    assert_eq!(stage(&world, &token).await, Some(Stage::Complete));
    assert_eq!(world.activity_kinds(1).await, ["password-changed", "signed-in"]);
    let again = try_first(first("Third-pass3", "Third-pass3")).await;
    assert!(matches!(again, Err(Error::Unauthenticated)));
    assert_eq!(refusal(world.sign_in(&person, &person.password).await), "err-sign-in");
    let signed_in = world.sign_in(&person, "Other-pass2").await.unwrap();
    assert_eq!(signed_in.stage, Stage::Complete);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, other) = world.signed_in(&person).await;
    let (caller, token) = world.signed_in(&person).await;
    let request = world.request();

    let wrong = change(world.request(), "Wrong-pass1", "Other-pass2");
    let wrong = accounts::change_password(&caller, wrong).await;
    assert_eq!(faults(wrong), ["current: err-password-current"]);
    assert!(stage(&world, &other).await.is_some());
    // The second is a double click: the password that it gives has been replaced by the first.
    for _ in 0..2 {
        let wanted = change(request, &person.password, "Other-pass2");
        accounts::change_password(&caller, wanted).await.unwrap();
    }

    assert!(stage(&world, &other).await.is_none());
    assert!(stage(&world, &token).await.is_some());
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["signed-in", "signed-in", "password-changed"]);
    assert!(world.sign_in(&person, "Other-pass2").await.is_ok());
}

#[tokio::test]
async fn guessing_the_current_password_locks_the_account() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let guess = async || {
        let wanted = change(world.request(), "Wrong-pass1", "Other-pass2");
        accounts::change_password(&caller, wanted).await
    };
    for _ in 1..=9 {
        assert_eq!(faults(guess().await), ["current: err-password-current"]);
        world.clock().advance(Duration::seconds(32));
    }
    assert_eq!(refusal(guess().await), "err-sign-in-locked Count(15)");
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "sign-in-locked"]);
    let answer = refusal(world.sign_in(&person, &person.password).await);
    assert_eq!(answer, "err-sign-in-locked Count(15)");
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let stranger = world.person(1, "zhang.san", AgentRole::SalesAgent).await;
    let (_, theirs) = world.signed_in(&stranger).await;
    let (_, first) = world.signed_in(&person).await;
    world.clock().advance(Duration::minutes(2));
    let (caller, own) = world.signed_in(&person).await;

    let listed = accounts::sessions(&caller).await.unwrap();

    let current: Vec<_> = listed.iter().map(|session| session.current).collect();
    assert_eq!(current, [true, false]);
    assert_eq!(listed[1].device.browser.as_deref(), Some("Firefox"));
    assert_eq!(listed[1].device.system.as_deref(), Some("Windows"));
    assert_eq!(listed[1].address, "203.0.113.7");
    let (request, id) = (world.request(), listed[1].id);
    for _ in 0..2 {
        accounts::end_session(&caller, request, id).await.unwrap();
    }
    let gone = accounts::end_session(&caller, world.request(), id).await;
    assert!(matches!(gone, Err(Error::NotFound { .. })));
    let resumed = accounts::resume(world.system(), SURFACE, &theirs).await.unwrap().unwrap();
    let foreign = accounts::end_session(&caller, world.request(), resumed.session).await;
    assert!(matches!(foreign, Err(Error::NotFound { .. })));
    assert!(stage(&world, &first).await.is_none());
    assert!(stage(&world, &own).await.is_some() && stage(&world, &theirs).await.is_some());
}

#[tokio::test]
async fn all_other_sessions_are_ended_at_once() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (_, first) = world.signed_in(&person).await;
    let (_, second) = world.signed_in(&person).await;
    let (caller, own) = world.signed_in(&person).await;
    let request = world.request();

    for _ in 0..2 {
        assert_eq!(accounts::end_other_sessions(&caller, request).await.unwrap(), 2);
    }
    assert_eq!(accounts::end_other_sessions(&caller, world.request()).await.unwrap(), 0);

    assert!(stage(&world, &first).await.is_none() && stage(&world, &second).await.is_none());
    assert!(stage(&world, &own).await.is_some());
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["signed-in", "signed-in", "signed-in", "sessions-ended"]);
}

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

#[tokio::test]
async fn settings_travel_with_the_session() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, token) = world.signed_in(&person).await;
    let wanted = Settings {
        language: Some("zh-CN".to_owned()),
        theme: Some(Theme::Contrast),
        shortcuts: false,
    };

    accounts::save_settings(&caller, world.request(), wanted.clone()).await.unwrap();

    let resumed = accounts::resume(world.system(), SURFACE, &token).await.unwrap().unwrap();
    assert_eq!(resumed.settings, wanted);
    assert!(!resumed.viewer.shortcuts);
    let unknown = Settings { language: Some("de".to_owned()), ..wanted };
    let refused = accounts::save_settings(&caller, world.request(), unknown).await;
    assert_eq!(faults(refused), ["language: err-language"]);
    assert_eq!(world.activities(1).await, 1, "choices are not logged");
}

#[tokio::test]
async fn colleagues_who_may_are_named() {
    let world = World::new().await;
    world.person(1, "boss", AdminRole::GlobalAdmin).await;
    world.person(1, "agent", AgentRole::AdminAgent).await;
    world.person(1, "nobody", ()).await;
    world.person(2, "stranger", AdminRole::GlobalAdmin).await;
    let caller = world.caller(1, AgentRole::HelpdeskAgent);

    for (action, expected) in [
        (Action::PinOffers, vec!["李boss", "李agent"]),
        (Action::SignResellerAgreement, vec!["李boss"]),
        (Action::ViewActivityLog, vec!["李boss", "李agent"]),
        (Action::ChangeForeignSubscription, vec![]),
    ] {
        let who = accounts::colleagues_who_may(&caller, action).await.unwrap();
        assert_eq!(who, expected, "{action:?}");
    }
}

#[tokio::test]
async fn nothing_of_ones_own_without_a_session() {
    let world = World::new().await;
    for caller in
        [Caller::anonymous(world.system().clone()), Caller::scheduler(world.system().clone())]
    {
        let settings = Settings { language: None, theme: None, shortcuts: true };
        let id = SessionId::from(uuid_of(world.request()));
        let answers = [
            accounts::sessions(&caller).await.map(drop),
            accounts::end_session(&caller, world.request(), id).await,
            accounts::end_other_sessions(&caller, world.request()).await.map(drop),
            accounts::change_password(&caller, change(world.request(), "a", "Other-pass2")).await,
            accounts::begin_second_factor(&caller).await.map(drop),
            accounts::confirm_second_factor(&caller, world.request(), "1").await.map(drop),
            accounts::remove_second_factor(&caller, world.request(), String::new()).await,
            accounts::second_factor_state(&caller).await.map(drop),
            accounts::save_settings(&caller, world.request(), settings).await,
            accounts::colleagues_who_may(&caller, Action::PinOffers).await.map(drop),
        ];
        for answer in answers {
            assert_eq!(answer, Err(Error::Unauthenticated));
        }
    }
}

fn uuid_of(request: RequestId) -> uuid::Uuid {
    request.into()
}

#[tokio::test]
async fn a_request_id_serves_one_person_and_one_purpose() {
    let world = World::new().await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let other = world.person(1, "zhang.san", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let (stranger, _) = world.signed_in(&other).await;
    let request = world.request();
    accounts::end_other_sessions(&caller, request).await.unwrap();

    let theirs = accounts::end_other_sessions(&stranger, request).await;
    assert_eq!(refusal(theirs), "err-request-id-reused");
    let settings = Settings { language: None, theme: None, shortcuts: true };
    let otherwise = accounts::save_settings(&caller, request, settings).await;
    assert_eq!(refusal(otherwise), "err-request-id-reused");
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
        assert!(!resumed.viewer.company.is_empty() && resumed.viewer.demo);
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
