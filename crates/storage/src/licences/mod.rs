//! Customers’ licences: how many there are, and who has them.

pub mod pools;
pub mod transfers;
