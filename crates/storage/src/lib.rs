//! SQL of the Partner Center: one text for SQLite and PostgreSQL.
//!
//! Every function takes a [`Tx`], which only `services` can obtain through a grant.
//! Functions on tenant-owned tables take the tenant first, and every such text
//! filters by it: another tenant's row is not found.

pub mod accounts;
pub mod activity;
pub mod attempts;
pub mod billing;
pub mod catalogue;
pub mod customers;
mod date;
pub mod error;
pub mod forms;
pub mod jobs;
pub mod licences;
pub mod mails;
pub mod offers;
pub mod onboarding;
pub mod orders;
pub mod partners;
pub mod prices;
pub mod settings;
pub mod specials;
mod store;
pub mod subscriptions;

pub use error::{Error, Result};
pub use store::{Dialect, PoolState, Store, Tx};
