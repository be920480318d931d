//! What partners owe: accounts, histories to be billed, invoices with their lines, payments.

pub mod accounts;
pub mod compared;
pub mod disputes;
pub mod exposed;
pub mod fapiao;
pub mod histories;
pub mod invoices;
pub mod lines;
pub mod payments;
pub mod runs;
pub mod spent;
pub mod usage;
