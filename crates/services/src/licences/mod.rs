//! Customers' licences.

pub(crate) mod transfer;
