//! What partners owe: the monthly run, invoices and their lines, money that comes in.

mod changes;
mod clear;
mod collect;
mod exposure;
mod files;
mod payments;
mod query;
mod receive;
mod run;
mod scenarios;
mod spend;
mod usage_file;
mod viewer;

pub use changes::changes;
pub(crate) use collect::collect;
pub(crate) use exposure::credit;
pub use exposure::{EXPOSURE_COLUMNS, exposure, exposure_cells, exposure_rows};
pub use files::{LicenceFile, Written, licence_file};
pub use payments::{debtors, record_payment};
pub use query::{invoice, invoice_lines, overview};
pub(crate) use receive::{Transfer, receive};
pub use run::{Ran, due_dates, run_all};
pub use scenarios::{scenario_file, scenarios};
pub use spend::spending;
pub use usage_file::{UsageFile, UsageWritten, usage_file};
pub use viewer::{file_view, printed};
