//! What partners owe: the monthly run, invoices and their lines, money that comes in.

mod clear;
mod collect;
mod files;
mod payments;
mod query;
mod receive;
mod run;
mod usage_file;
mod viewer;

pub(crate) use collect::collect;
pub use files::{LicenceFile, Written, licence_file};
pub use payments::{debtors, record_payment};
pub use query::{invoice, invoice_lines, overview};
pub(crate) use receive::{Transfer, receive};
pub use run::{Ran, due_dates, run_all};
pub use usage_file::{UsageFile, UsageWritten, usage_file};
pub use viewer::{file_view, printed};
