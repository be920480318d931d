//! Every component with all its states: what the browser tests photograph and check.

mod charts;
mod controls;
mod lists;
mod messages;
mod page;
mod tokens;

pub use page::StyleguidePage;
