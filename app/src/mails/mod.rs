//! The operator's outbox.

mod outbox_page;
mod server_fns;

pub use outbox_page::OutboxPage;
pub use server_fns::list_mails;
