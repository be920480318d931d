//! What partners owe: the monthly run, invoices and their lines, money that comes in.

mod clear;
mod receive;
mod run;

pub(crate) use receive::{Transfer, receive};
pub use run::{Ran, due_dates, run_all};
