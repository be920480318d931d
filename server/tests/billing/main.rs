//! An invoice and its files say the same.

mod files;
mod paper;
mod rich;
#[path = "../support/mod.rs"]
mod support;
mod viewer;
