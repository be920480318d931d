//! Why somebody does not get in, or may not change how they get in.

use thiserror::Error;

use crate::error::{Arg, Code, Coded};

/// Why signing in was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SignInFault {
    /// Name or password: which of the two is not said.
    #[error("name or password wrong")]
    Wrong,
    /// Too many failures in a row: not yet.
    #[error("wait {seconds} s")]
    Wait {
        /// Until then.
        seconds: i64,
    },
    /// Far too many.
    #[error("locked for {minutes} min")]
    Locked {
        /// Until it ends, rounded up.
        minutes: i64,
    },
    /// The code of the second factor.
    #[error("code wrong")]
    CodeWrong,
}

impl Coded for SignInFault {
    fn code(&self) -> Code {
        match self {
            Self::Wrong => Code::new("err-sign-in", 900_101, 401),
            Self::Wait { .. } => Code::new("err-sign-in-wait", 900_102, 429),
            Self::Locked { .. } => Code::new("err-sign-in-locked", 900_103, 429),
            Self::CodeWrong => Code::new("err-code-wrong", 900_104, 401),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::Wrong | Self::CodeWrong => Vec::new(),
            Self::Wait { seconds } => vec![("seconds", Arg::Count(seconds))],
            Self::Locked { minutes } => vec![("minutes", Arg::Count(minutes))],
        }
    }
}

/// Why a password cannot be replaced by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PasswordFault {
    /// The password in use was not given correctly.
    #[error("current password wrong")]
    CurrentWrong,
    /// Typed twice, differently.
    #[error("repetition differs")]
    Mismatch,
    /// The new one is the old one.
    #[error("password unchanged")]
    Same,
}

impl Coded for PasswordFault {
    fn code(&self) -> Code {
        match self {
            Self::CurrentWrong => Code::new("err-password-current", 3000, 400),
            Self::Mismatch => Code::new("err-password-mismatch", 3000, 400),
            Self::Same => Code::new("err-password-same", 3000, 400),
        }
    }
}

/// Why the second factor cannot be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SecondFactorFault {
    /// It is on; the one in use goes first.
    #[error("second factor is on")]
    AlreadyOn,
    /// There is none to confirm or remove.
    #[error("second factor is off")]
    Off,
    /// Administrators must have one.
    #[error("second factor is required")]
    Required,
}

impl Coded for SecondFactorFault {
    fn code(&self) -> Code {
        match self {
            Self::AlreadyOn => Code::new("err-second-factor-on", 900_105, 409),
            Self::Off => Code::new("err-second-factor-off", 900_106, 409),
            Self::Required => Code::new("err-second-factor-required", 900_107, 403),
        }
    }
}

/// Why settings cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SettingsFault {
    /// The product does not speak it.
    #[error("unknown language")]
    Language,
}

impl Coded for SettingsFault {
    fn code(&self) -> Code {
        Code::new("err-language", 3000, 400)
    }
}
