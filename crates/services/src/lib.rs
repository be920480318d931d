//! Use cases of the Partner Center and who may do them.
//!
//! Every change goes through the same six steps: may they, begin once per request id,
//! load, decide (in `domain`), store, log and commit.

pub mod accounts;
pub mod activity;
pub mod billing;
mod caller;
pub mod catalogue;
pub mod collation;
pub mod customers;
pub mod deadlines;
pub mod demo;
pub mod export;
mod failure;
pub mod forms;
pub mod health;
pub mod jobs;
pub mod licences;
pub mod mails;
pub mod onboarding;
pub mod orders;
pub mod overview;
pub mod prices;
pub mod search;
pub mod subscriptions;
mod system;
mod work;

pub use caller::{Caller, Grant};
pub use failure::{Result, Stored, report};
pub use system::{Clock, Ids, Policy, RandomIds, System, SystemClock};
pub use work::{Change, Start, Work};
