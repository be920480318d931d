//! The same request many times at once, and many guesses at once, on every database.

use domain::access::{AgentRole, Surface};
use domain::account::{ChangePasswordDraft, SignInDraft};
use domain::error::Error;
use services::accounts::{self, Origin};
use storage::Store;
use testkit::World;

testkit::on_each_backend! {
    six_equal_requests_make_one_change
    of_six_new_passwords_one_is_taken
    six_guesses_at_once_are_six_failures
    a_code_opens_one_of_six_doors
}

fn draft(world: &World, new: &str) -> ChangePasswordDraft {
    ChangePasswordDraft {
        request: world.request(),
        current: "Right-pass1".to_owned(),
        new: new.to_owned(),
        repeat: new.to_owned(),
    }
}

async fn six_equal_requests_make_one_change(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let draft = draft(&world, "Other-pass2");
    let change = || {
        let wanted = draft.clone().parse("li.wei").unwrap();
        accounts::change_password(&caller, wanted)
    };

    let answers = tokio::join!(change(), change(), change(), change(), change(), change());

    assert_eq!(<[_; 6]>::from(answers), [const { Ok(()) }; 6]);
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "password-changed"]);
    assert!(world.sign_in(&person, "Other-pass2").await.is_ok());
}

async fn of_six_new_passwords_one_is_taken(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let change = |number: u8| {
        let wanted = draft(&world, &format!("Other-pass{number}")).parse("li.wei").unwrap();
        accounts::change_password(&caller, wanted)
    };

    let answers = tokio::join!(change(2), change(3), change(4), change(5), change(6), change(7));

    let answers = <[_; 6]>::from(answers);
    let done = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(done, 1, "{answers:?}");
    for answer in answers.into_iter().filter_map(Result::err) {
        // Too late, or after the slow-down that so many attempts at once bring about.
        let expected = match &answer {
            Error::Stale { .. } => true,
            Error::Invalid { fields } => fields[0].refusal.code.key == "err-password-current",
            Error::Refused(refusal) => refusal.code.key == "err-sign-in-wait",
            _ => false,
        };
        assert!(expected, "{answer:?}");
    }
    assert_eq!(world.activity_kinds(1).await, ["signed-in", "password-changed"]);
}

async fn six_guesses_at_once_are_six_failures(store: Store) {
    let world = World::on(store).await;
    world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let guess = |number: u8| {
        let draft = SignInDraft {
            surface: Surface::PartnerCenter,
            name: "li.wei".to_owned(),
            password: format!("Wrong-pass{number}"),
        };
        accounts::sign_in(world.system(), draft, Origin::default())
    };

    let answers = tokio::join!(guess(1), guess(2), guess(3), guess(4), guess(5), guess(6));

    let keys = <[_; 6]>::from(answers).map(|answer| {
        let Err(Error::Refused(refusal)) = answer else { panic!("a guess was not refused") };
        refusal.code.key.into_owned()
    });
    let waits = keys.iter().filter(|key| *key == "err-sign-in-wait").count();
    assert_eq!(waits, 2, "three are free, the fourth brings the wait: {keys:?}");
}

async fn a_code_opens_one_of_six_doors(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (caller, _) = world.signed_in(&person).await;
    let setup = accounts::begin_second_factor(&caller).await.unwrap();
    let code = |steps| testkit::code_at(&setup.secret_base32, world.system().wall(), steps);
    let confirmed = accounts::confirm_second_factor(&caller, world.request(), &code(0)).await;
    confirmed.unwrap();
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(world.sign_in(&person, &person.password).await.unwrap().token);
    }
    let next = code(1);
    let enter = |number: usize| {
        accounts::second_factor(world.system(), Surface::PartnerCenter, &tokens[number], &next)
    };

    // Two at each door.
    let answers = tokio::join!(enter(0), enter(1), enter(2), enter(0), enter(1), enter(2));

    let answers = <[_; 6]>::from(answers);
    let opened = answers.iter().filter(|answer| answer.is_ok()).count();
    assert_eq!(opened, 1, "{answers:?}");
}
