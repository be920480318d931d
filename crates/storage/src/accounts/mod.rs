//! People who sign in, their sessions, their second factors, and failures to sign in.

pub mod factors;
pub mod failures;
pub mod sessions;
mod users;

pub use users::{
    Colleague, Factor, NewUser, User, colleagues, find, find_by_name, insert, save_settings,
    set_password,
};
