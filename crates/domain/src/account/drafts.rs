//! Forms around signing in, as they are sent, and what they ask for.
//!
//! Drafts carry passwords and codes. Their `Debug` leaves those out, and `kept` is what may be
//! stored so that a refused form comes back filled.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::actor::sign_in_name;
use super::code::OneTimeCode;
use super::fault::{PasswordFault, SignInFault};
use crate::access::Surface;
use crate::error::{Error, FieldError};
use crate::ids::RequestId;
use crate::input::{self, Fault, Password};

/// A `Debug` that shows the named fields and no others.
macro_rules! discreet {
    ($($draft:ident { $($shown:ident),* })+) => {
        $(
            impl fmt::Debug for $draft {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_struct(stringify!($draft))
                        $(.field(stringify!($shown), &self.$shown))*
                        .finish_non_exhaustive()
                }
            }
        )+
    };
}

/// The sign-in form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInDraft {
    /// Where to.
    pub surface: Surface,
    /// The name to sign in with.
    pub name: String,
    /// The password.
    pub password: String,
}

/// A readable sign-in form.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Where to.
    pub surface: Surface,
    /// The name, folded by [`sign_in_name`].
    pub name: String,
    /// The password, as typed.
    pub password: String,
}

impl SignInDraft {
    /// The request, if both fields hold something.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with the empty fields.
    pub fn parse(self) -> Result<SignIn, Error> {
        let Self { surface, name, password } = self;
        let name = sign_in_name(&name);
        let empty = [("name", name.is_empty()), ("password", password.is_empty())];
        let fields: Vec<_> = empty
            .into_iter()
            .filter(|(_, empty)| *empty)
            .map(|(field, _)| FieldError::new(field, Fault::Required))
            .collect();
        if fields.is_empty() {
            Ok(SignIn { surface, name, password })
        } else {
            Err(Error::Invalid { fields })
        }
    }

    /// What may be kept of it.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self { password: String::new(), ..self.clone() }
    }
}

/// The form that asks for the code of the second factor.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorDraft {
    /// Where to.
    pub surface: Surface,
    /// The code, or one of the recovery codes.
    pub code: String,
}

impl SecondFactorDraft {
    /// The code.
    ///
    /// # Errors
    ///
    /// [`Fault::Required`] at the empty field, [`SignInFault::CodeWrong`] for what is no code.
    pub fn parse(self) -> Result<OneTimeCode, Error> {
        if self.code.trim().is_empty() {
            return Err(Error::invalid("code", Fault::Required));
        }
        OneTimeCode::read(&self.code).ok_or_else(|| SignInFault::CodeWrong.into())
    }

    /// What may be kept of it.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self { code: String::new(), ..self.clone() }
    }
}

/// The form that replaces a temporary password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstPasswordDraft {
    /// Where to.
    pub surface: Surface,
    /// The new password.
    pub new: String,
    /// The same again.
    pub repeat: String,
}

/// A password good enough to replace the temporary one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstPassword {
    /// The new password.
    pub new: Password,
}

impl FirstPasswordDraft {
    /// The new password, if it is good enough for `name` and was typed the same twice.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self, name: &str) -> Result<FirstPassword, Error> {
        let Self { surface: _, new, repeat } = self;
        let mut fields = Vec::new();
        let new = new_password(&new, &repeat, name, &mut fields);
        match new {
            Some(new) if fields.is_empty() => Ok(FirstPassword { new }),
            _ => Err(Error::Invalid { fields }),
        }
    }

    /// What may be kept of it.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self { surface: self.surface, new: String::new(), repeat: String::new() }
    }
}

/// The form that changes the password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePasswordDraft {
    /// Names the attempt.
    pub request: RequestId,
    /// The password in use.
    pub current: String,
    /// The new one.
    pub new: String,
    /// The new one again.
    pub repeat: String,
}

/// A change of password.
#[derive(Clone, PartialEq, Eq)]
pub struct ChangePassword {
    /// Names the attempt.
    pub request: RequestId,
    /// The password in use, as typed.
    pub current: String,
    /// The new one.
    pub new: Password,
}

impl ChangePasswordDraft {
    /// The change, if the new password is good enough for `name`, another than the current one,
    /// and was typed the same twice.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault, in the order of the form.
    pub fn parse(self, name: &str) -> Result<ChangePassword, Error> {
        let Self { request, current, new, repeat } = self;
        let mut fields = Vec::new();
        if current.is_empty() {
            fields.push(FieldError::new("current", Fault::Required));
        } else if current == new {
            fields.push(FieldError::new("new", PasswordFault::Same));
            return Err(Error::Invalid { fields });
        }
        let new = new_password(&new, &repeat, name, &mut fields);
        match new {
            Some(new) if fields.is_empty() => Ok(ChangePassword { request, current, new }),
            _ => Err(Error::Invalid { fields }),
        }
    }

    /// What may be kept of it.
    #[must_use]
    pub fn kept(&self) -> Self {
        let [current, new, repeat] = [const { String::new() }; 3];
        Self { request: self.request, current, new, repeat }
    }
}

fn new_password(
    new: &str,
    repeat: &str,
    name: &str,
    fields: &mut Vec<FieldError>,
) -> Option<Password> {
    let password = input::password(new, name);
    let password = password.map_err(|fault| fields.push(FieldError::new("new", fault))).ok();
    if repeat.is_empty() {
        fields.push(FieldError::new("repeat", Fault::Required));
    } else if repeat != new {
        fields.push(FieldError::new("repeat", PasswordFault::Mismatch));
    }
    password
}

discreet! {
    SignInDraft { surface }
    SignIn { surface }
    SecondFactorDraft { surface }
    FirstPasswordDraft { surface }
    ChangePasswordDraft { request }
    ChangePassword { request }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const NAME: &str = "li.wei@haiyun.partner.onmschina.cn";

    fn change(current: &str, new: &str, repeat: &str) -> ChangePasswordDraft {
        ChangePasswordDraft {
            request: RequestId::from(Uuid::nil()),
            current: current.into(),
            new: new.into(),
            repeat: repeat.into(),
        }
    }

    fn faults(error: Error) -> Vec<(String, String)> {
        let Error::Invalid { fields } = error else { panic!("not a matter of fields: {error}") };
        fields.into_iter().map(|at| (at.field, at.refusal.code.key.into_owned())).collect()
    }

    #[test]
    fn every_fault_of_a_new_password_is_named() {
        for (draft, expected) in [
            (
                change("", "", ""),
                vec![
                    ("current", "err-required"),
                    ("new", "err-required"),
                    ("repeat", "err-required"),
                ],
            ),
            (change("Old-pass1", "Old-pass1", "Old-pass1"), vec![("new", "err-password-same")]),
            (
                change("Old-pass1", "short", "other"),
                vec![("new", "err-password"), ("repeat", "err-password-mismatch")],
            ),
            (
                change("Old-pass1", "New-pass1", "New-pass2"),
                vec![("repeat", "err-password-mismatch")],
            ),
            (change("Old-pass1", "Li.Wei-12", "Li.Wei-12"), vec![("new", "err-password")]),
        ] {
            let found = faults(draft.parse(NAME).unwrap_err());
            let found: Vec<_> = found.iter().map(|(at, key)| (at.as_str(), key.as_str())).collect();
            assert_eq!(found, expected);
        }
        assert!(change("Old-pass1", "New-pass1", "New-pass1").parse(NAME).is_ok());
    }

    #[test]
    fn a_name_is_found_however_it_was_typed() {
        let draft = |name: &str| SignInDraft {
            surface: Surface::PartnerCenter,
            name: name.into(),
            password: " pass ".into(),
        };
        let read = draft("　Ｌｉ.Wei@HAIYUN.partner.onmschina.cn ").parse().unwrap();
        assert_eq!(read.name, NAME);
        assert_eq!(read.password, " pass ");
        assert_eq!(
            faults(draft("  ").parse().unwrap_err()),
            [("name".into(), "err-required".into())]
        );
    }

    #[test]
    fn secrets_are_neither_printed_nor_kept() {
        let sign_in = SignInDraft {
            surface: Surface::BackOffice,
            name: "li.wei".into(),
            password: "Secret-1".into(),
        };
        let factor = SecondFactorDraft { surface: Surface::BackOffice, code: "Secret-1".into() };
        let first = FirstPasswordDraft {
            surface: Surface::BackOffice,
            new: "Secret-1".into(),
            repeat: "Secret-1".into(),
        };
        let change = change("Secret-1", "Secret-1", "Secret-1");
        let said = format!("{sign_in:?} {factor:?} {first:?} {change:?}");
        assert!(!said.contains("Secret"), "{said}");

        assert_eq!(sign_in.kept().name, "li.wei");
        assert!(sign_in.kept().password.is_empty());
        assert!(factor.kept().code.is_empty());
        assert!(first.kept().new.is_empty() && first.kept().repeat.is_empty());
        assert!(change.kept().current.is_empty() && change.kept().new.is_empty());
        assert!(change.kept().repeat.is_empty());
    }
}
