//! Customers' people, their licences, and work on many of them at once.
//!
//! Whoever changes what people hold takes [`seats::lock`] first: then two changes of one customer
//! follow each other, and rules that look at several rows hold.

pub mod assignments;
pub mod bulk;
pub mod crowd;
pub mod own;
pub mod pools;
pub mod seats;
pub mod transfers;
pub mod undo;
pub mod users;
