//! The partner's customers.

mod head;

pub use head::{CustomerHead, CustomerTab, to_customer, to_customers};
