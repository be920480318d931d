//! What partners owe: the monthly run, invoices and their lines, money that comes in.

mod clear;
mod run;

pub use run::{Ran, due_dates, run_all};
