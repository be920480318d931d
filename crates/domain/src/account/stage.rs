//! How far somebody has come in signing in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a session still needs before it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The temporary password must be replaced.
    PasswordChange,
    /// The code of the second factor is awaited.
    SecondFactor,
    /// An administrator must set up a second factor first.
    EnrolSecondFactor,
    /// Nothing: the person is in.
    Complete,
}

/// A text that names no stage.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no stage is called {0:?}")]
pub struct UnknownStage(pub String);

impl Stage {
    /// All of them, in the order in which they are passed.
    pub const ALL: &[Self] =
        &[Self::PasswordChange, Self::SecondFactor, Self::EnrolSecondFactor, Self::Complete];

    /// The name that is stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PasswordChange => "password-change",
            Self::SecondFactor => "second-factor",
            Self::EnrolSecondFactor => "enrol-second-factor",
            Self::Complete => "complete",
        }
    }

    /// Where somebody stands who has shown the password.
    ///
    /// The temporary password goes first: it is known to whoever made the account.
    #[must_use]
    pub const fn after_password(
        temporary_password: bool,
        second_factor: bool,
        second_factor_required: bool,
    ) -> Self {
        if temporary_password {
            Self::PasswordChange
        } else if second_factor {
            Self::SecondFactor
        } else if second_factor_required {
            Self::EnrolSecondFactor
        } else {
            Self::Complete
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Stage {
    type Err = UnknownStage;

    fn from_str(name: &str) -> Result<Self, UnknownStage> {
        let stage = Self::ALL.iter().copied().find(|stage| stage.as_str() == name);
        stage.ok_or_else(|| UnknownStage(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_comes_before_the_second_factor() {
        for (temporary, factor, required, stage) in [
            (true, true, true, Stage::PasswordChange),
            (true, false, false, Stage::PasswordChange),
            (false, true, true, Stage::SecondFactor),
            (false, true, false, Stage::SecondFactor),
            (false, false, true, Stage::EnrolSecondFactor),
            (false, false, false, Stage::Complete),
        ] {
            let label = format!("temporary {temporary}, factor {factor}, required {required}");
            assert_eq!(Stage::after_password(temporary, factor, required), stage, "{label}");
        }
    }

    #[test]
    fn names_are_read_back() {
        for stage in Stage::ALL {
            assert_eq!(stage.as_str().parse(), Ok(*stage));
        }
        assert_eq!("done".parse::<Stage>(), Err(UnknownStage("done".into())));
    }
}
