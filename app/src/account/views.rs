//! What the account's pages show, as the server sends it.

use domain::account::{SecondFactorSetup, SecondFactorState, SessionView, Settings, Stage};
use domain::ids::RequestId;
use serde::{Deserialize, Serialize};

/// How far somebody on the way in has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What is asked for next.
    pub stage: Stage,
    /// Who it is, for password managers.
    pub sign_in_name: String,
}

/// A running session, and the name of an attempt to end it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// The session.
    pub session: SessionView,
    /// The attempt.
    pub request: RequestId,
}

/// The page of one's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// What the reader has chosen.
    pub settings: Settings,
    /// Names the next attempt to choose otherwise.
    pub save: RequestId,
    /// How it stands with the second factor.
    pub second_factor: SecondFactorState,
    /// Running sessions, the one used last first.
    pub sessions: Vec<SessionRow>,
    /// Names the next attempt to end all others.
    pub end_others: RequestId,
}

/// The page of the second factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorView {
    /// How it stands.
    pub state: SecondFactorState,
    /// A secret on offer, if the reader is setting it up.
    pub setup: Option<SecondFactorSetup>,
    /// The recovery codes that have just been made; empty at any other time.
    pub codes: Vec<String>,
    /// Names the next attempt to switch it on or off.
    pub request: RequestId,
}

/// A secret on offer to somebody who may not go on without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentView {
    /// The secret.
    pub setup: SecondFactorSetup,
    /// Names the attempt to confirm it.
    pub request: RequestId,
}
