//! What people do with their own account.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole};
use domain::account::{Settings, Stage, Theme};
use domain::error::Error;
use domain::ids::{RequestId, SessionId};
use services::Caller;
use services::accounts::{self, SignedIn};
use testkit::World;

use crate::{SURFACE, change, faults, first, refusal, stage};

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
