//! What partners owe: the monthly run, invoices and their lines, money that comes in.

mod changes;
mod clear;
mod collect;
mod credit_notes;
mod decide;
mod disputes;
mod exposure;
mod fapiao;
mod files;
mod payments;
mod query;
mod receive;
mod run;
mod scenarios;
mod spend;
mod standing;
mod usage_file;
mod viewer;

pub use changes::changes;
pub(crate) use collect::collect;
pub use credit_notes::issue_credit_note;
pub use decide::{all_disputes, any_dispute, decide_dispute};
pub use disputes::{close_dispute, disputable, own_dispute, own_disputes, raise_dispute};
pub(crate) use exposure::credit;
pub use exposure::{EXPOSURE_COLUMNS, exposure, exposure_cells, exposure_rows};
pub use fapiao::{all_fapiao, any_fapiao, fapiao_form, move_fapiao, own_fapiao, request_fapiao};
pub use files::{LicenceFile, Written, licence_file};
pub use payments::{debtors, record_payment};
pub use query::{invoice, invoice_lines, overview};
pub(crate) use receive::{Transfer, receive};
pub use run::{Ran, due_dates, run_all};
pub use scenarios::{scenario_file, scenarios};
pub use spend::spending;
pub use standing::{change_standing, parked, run_again, standing};
pub use usage_file::{UsageFile, UsageWritten, usage_file};
pub use viewer::{file_view, printed};
