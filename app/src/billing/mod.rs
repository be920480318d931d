//! The partner's bill, and the payments that the operator records.

mod arithmetic;
mod billing_page;
mod estimate;
mod invoice_page;
mod payments_page;
mod server_fns;
mod words;

pub use billing_page::BillingPage;
pub use estimate::{Answer, Asked, Estimate, Estimating, Foreseen};
pub use invoice_page::InvoicePage;
pub use payments_page::PaymentsPage;
pub use server_fns::{
    PaymentsView, find_billing, find_invoice, find_invoice_lines, find_payments, foresee,
    record_payment,
};
