//! The activity log.

mod activity_page;
mod entry_row;
mod filters;
mod server_fns;

pub use activity_page::ActivityPage;
pub use server_fns::list_activity;
