//! Help: the keyboard, what is where, whom to ask.

mod help_page;
mod keyboard;
mod pages;
mod whom_to_ask;

pub use help_page::HelpPage;
