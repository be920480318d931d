//! Rules and values of the Partner Center.
//!
//! Nothing here reads a clock, a file, a database or a random number: what a rule
//! needs is an argument. The same code runs in the browser and on the server.
//!
//! "Domain book" in the docs of this crate means `docs/domain/`.

pub mod access;
pub mod account;
pub mod activity;
pub mod billing;
pub mod catalogue;
pub mod customers;
pub mod deadlines;
pub mod error;
pub mod hits;
pub mod ids;
pub mod input;
pub mod licences;
pub mod mails;
pub mod money;
pub mod onboarding;
pub mod orders;
pub mod overview;
pub mod prices;
pub mod subscriptions;
pub mod text;
pub mod time;
pub mod words;
