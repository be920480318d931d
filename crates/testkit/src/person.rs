//! People of a test.

use chrono::Duration;
use domain::access::{AdminRole, AgentRole, PartnerRoles, Surface};
use domain::account::{SignInDraft, Stage};
use domain::ids::UserId;
use domain::time::Instant;
use services::accounts::{Origin, SignedIn, resume, sign_in};
use services::{Caller, Result};

use crate::World;

/// What can stand for the two settings of a partner's user.
pub trait IntoRoles {
    /// The two settings.
    fn into_roles(self) -> PartnerRoles;
}

impl IntoRoles for PartnerRoles {
    fn into_roles(self) -> PartnerRoles {
        self
    }
}

impl IntoRoles for AgentRole {
    fn into_roles(self) -> PartnerRoles {
        PartnerRoles { agent: Some(self), admin: None }
    }
}

impl IntoRoles for AdminRole {
    fn into_roles(self) -> PartnerRoles {
        PartnerRoles { agent: None, admin: Some(self) }
    }
}

impl IntoRoles for (AgentRole, AdminRole) {
    fn into_roles(self) -> PartnerRoles {
        PartnerRoles { agent: Some(self.0), admin: Some(self.1) }
    }
}

/// A default user.
impl IntoRoles for () {
    fn into_roles(self) -> PartnerRoles {
        PartnerRoles::default()
    }
}

/// Somebody who can really sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// Where.
    pub surface: Surface,
    /// The name to sign in with.
    pub name: String,
    /// The password.
    pub password: String,
}

impl World {
    /// Signs `person` in with `password`, from an address of the documentation.
    ///
    /// # Errors
    ///
    /// As [`sign_in`].
    pub async fn sign_in(&self, person: &Person, password: &str) -> Result<SignedIn> {
        let draft = SignInDraft {
            surface: person.surface,
            name: person.name.clone(),
            password: password.to_owned(),
        };
        sign_in(self.system(), draft, origin()).await
    }

    /// The caller and the token of a new session of `person`, who owes nothing but the password.
    ///
    /// # Panics
    ///
    /// If something else is asked for.
    pub async fn signed_in(&self, person: &Person) -> (Caller, String) {
        let SignedIn { token, stage } =
            self.sign_in(person, &person.password).await.expect("the password is right");
        assert_eq!(stage, Stage::Complete);
        let resumed =
            resume(self.system(), person.surface, &token).await.expect("the database answers");
        let resumed = resumed.expect("the session has just begun");
        (Caller::signed_in(self.system().clone(), resumed.viewer, resumed.session), token)
    }
}

/// Where people of tests sign in from.
fn origin() -> Origin {
    Origin {
        address: "203.0.113.7".to_owned(),
        user_agent: "Mozilla/5.0 (Windows NT 10.0; rv:127.0) Gecko/20100101 Firefox/127.0"
            .to_owned(),
    }
}

/// What an authenticator that knows `secret_base32` shows `steps` times 30 seconds after `now`.
///
/// # Panics
///
/// If that is no secret.
#[must_use]
pub fn code_at(secret_base32: &str, now: Instant, steps: i32) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret_base32).expect("the setup shows Base32");
    let totp = totp_rs::Builder::new().with_secret(secret).build().expect("it is long enough");
    let moment = now + Duration::seconds(30) * steps;
    totp.generate(u64::try_from(moment.timestamp()).expect("after 1970")).to_string()
}
