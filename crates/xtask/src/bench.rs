//! `cargo xtask bench`: what users wait for, against its budget.

mod sizes;

use anyhow::Result;
use clap::Args;

use crate::project::Project;

/// What can be measured.
#[derive(Args, Debug)]
pub struct Wanted {
    /// Only the sizes of what is in target/site
    #[arg(long)]
    sizes: bool,
}

/// Measures and prints, each figure with the command that repeats it.
///
/// # Errors
///
/// If something cannot be measured, or is over its budget.
pub fn run(project: &Project, _wanted: &Wanted) -> Result<()> {
    sizes::run(project)
}
