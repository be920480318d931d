//! `kill -9` in the middle of work, again and again: what was acknowledged is there, once, and
//! everything adds up.

mod billing;
mod books;
mod portal;
#[path = "../support/mod.rs"]
mod support;
mod writer;
mod writes;
