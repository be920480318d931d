//! Pages, components and server functions of the Partner Center.
//!
//! Compiled twice: with `ssr` it renders on the server and calls the use cases, with `hydrate`
//! it wakes the same pages in the browser.

// Rendered views are deeply nested types.
#![recursion_limit = "512"]

#[macro_use]
mod words;

pub mod account;
pub mod activity;
pub mod billing;
pub mod catalogue;
pub mod context;
pub mod customers;
pub mod deadlines;
pub mod disputes;
pub mod failure;
pub mod fapiao;
mod forms;
pub mod frame;
mod help;
pub mod licences;
pub mod mails;
pub mod orders;
pub mod overview;
pub mod partner_accounts;
pub mod prices;
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod styleguide;
pub mod subscriptions;
pub mod surfaces;
pub mod ui;

#[cfg(feature = "hydrate")]
pub use words::load_words_of;
