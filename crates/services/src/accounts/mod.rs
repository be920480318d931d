//! Signing in, and what people do with their own account.
//!
//! Moments of security (ends of sessions, waits, one-time codes) are the wall's, so that moving
//! the business clock signs nobody out and opens no lock.

mod brake;
mod on_behalf;
mod passwords;
mod people;
mod seal;
mod second_factor;
mod sessions;
mod sign_in;
mod stages;
mod token;
mod totp;

pub use on_behalf::open_on_behalf;
pub use passwords::change_password;
pub(crate) use passwords::{Temporary, temporary_password};
pub use people::{NewUser, colleagues_who_may, insert_user, save_settings};
pub use seal::SealKeys;
pub use second_factor::{
    begin_second_factor, confirm_second_factor, remove_second_factor, second_factor_state,
};
pub use sessions::{
    Resumed, end_other_sessions, end_session, forget_ended, resume, sessions, sign_out,
};
pub use sign_in::{Origin, SignedIn, sign_in};
pub use stages::{begin_enrolment, finish_enrolment, first_password, second_factor};
pub(crate) use token::new_token;
