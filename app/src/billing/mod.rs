//! The partner's bill, and the payments that the operator records.

mod billing_page;
mod file_rows;
mod files_help;
mod files_page;
mod invoice_page;
mod payments_page;
mod server_fns;
pub mod words;

pub use billing_page::BillingPage;
pub use files_page::FilesPage;
pub use invoice_page::InvoicePage;
pub use payments_page::PaymentsPage;
pub use server_fns::{
    PaymentsView, find_billing, find_file, find_invoice, find_invoice_lines, find_payments,
    record_payment,
};
