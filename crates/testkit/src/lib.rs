//! A whole product for tests, in one line.
//!
//! [`World::new`] is an empty product on a chosen day; [`on_each_backend!`] runs tests of SQL on
//! every database, [`at_each_address!`] those of many at once. Only this crate writes rows around the use cases.

mod backend;
mod clock;
mod ids;
mod invoice;
mod person;
mod profile;
mod rows;
mod world;

pub use backend::{at_a_file, at_postgres, memory, on_postgres, on_sqlite};
pub use clock::FixedClock;
pub use ids::CountingIds;
pub use invoice::insert_invoice;
pub use person::{IntoRoles, Person, code_at};
pub use profile::profile;
pub use rows::{
    Sold, ask, assign, delegate, disable, insert_accepted_dispute, insert_history, insert_pool,
    insert_subscription, mails, run_sql,
};
pub use world::{World, policy};
