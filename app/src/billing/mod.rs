//! The partner's bill, and the payments that the operator records.

mod arithmetic;
pub(crate) mod asked_list;
mod billing_page;
mod changes_page;
mod credit_limit;
mod credit_note;
pub(crate) mod debtors;
mod estimate;
mod exposure_page;
pub(crate) mod fields;
mod file_rows;
mod files_help;
mod files_page;
mod invoice_page;
mod payments_page;
mod scenario_words;
mod scenarios_page;
mod server_fns;
mod spend_charts;
pub mod words;

pub use billing_page::BillingPage;
pub use changes_page::ChangesPage;
pub use credit_limit::{NewlyOver, OverLimit};
pub use estimate::{Answer, Asked, Estimate, Estimating, Foreseen};
pub use exposure_page::ExposurePage;
pub use files_page::FilesPage;
pub use invoice_page::InvoicePage;
pub use payments_page::PaymentsPage;
pub use scenarios_page::ScenariosPage;
pub use server_fns::{
    PaymentsView, find_billing, find_changes, find_exposure, find_file, find_invoice,
    find_invoice_lines, find_payments, find_scenarios, find_spending, foresee, record_payment,
};
