//! Nothing secret reaches the log of the server or the tables.

use std::io;
use std::sync::{Arc, Mutex};

use domain::access::{AdminRole, Surface};
use domain::account::{ChangePasswordDraft, SignInDraft};
use services::accounts::{self, Origin};
use testkit::{World, code_at};
use tracing_subscriber::fmt::MakeWriter;

/// Where the log goes.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn no_secret_is_logged_or_stored_as_it_is() {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(lines.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let world = World::new().await;
    let person = world.person(1, "li.wei@example.cn", AdminRole::GlobalAdmin).await;
    let (caller, token) = world.signed_in(&person).await;
    let setup = accounts::begin_second_factor(&caller).await.unwrap();
    let code = code_at(&setup.secret_base32, world.system().wall(), 0);
    let codes = accounts::confirm_second_factor(&caller, world.request(), &code).await.unwrap();
    let draft = ChangePasswordDraft {
        request: world.request(),
        current: person.password.clone(),
        new: "Other-pass2".to_owned(),
        repeat: "Other-pass2".to_owned(),
    };
    let wanted = draft.clone().parse(&person.name).unwrap();
    accounts::change_password(&caller, wanted).await.unwrap();
    for _ in 0..12 {
        let draft = SignInDraft {
            surface: Surface::PartnerCenter,
            name: person.name.clone(),
            password: "Guessed-pass9".to_owned(),
        };
        let from =
            Origin { address: "192.0.2.1".to_owned(), user_agent: "Firefox/127.0".to_owned() };
        tracing::debug!(?draft, ?setup, "as a careless line would log it");
        assert!(accounts::sign_in(world.system(), draft, from).await.is_err());
        world.clock().advance(chrono::Duration::seconds(60));
    }

    let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("a session has begun"), "the log was watched: {logged}");
    assert!(logged.contains("an account is locked"), "{logged}");
    let mut secrets = vec![
        person.password.as_str(),
        "Other-pass2",
        "Guessed-pass9",
        "li.wei",
        &token,
        &setup.secret_base32,
    ];
    secrets.extend(codes.iter().map(String::as_str));
    for secret in secrets {
        // sqlx shows statements, never what is bound to them.
        assert!(!logged.contains(secret), "{secret} is in the log");
    }
    let stored = world.dump().await;
    assert!(stored.contains("li.wei@example.cn"), "the tables were read");
    let unhashed = [person.password.as_str(), "Other-pass2", "Guessed-pass9", &token];
    for secret in unhashed.into_iter().chain(codes.iter().map(String::as_str)) {
        assert!(!stored.contains(secret), "{secret} is in the tables");
        assert!(!stored.contains(&secret.replace('-', "")), "{secret} is in the tables");
    }
}
