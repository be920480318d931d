//! Rust to WebAssembly.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::build::{Choice, Profile};
use crate::project::Project;
use crate::setup::wasm::{Compiler, TARGET};

/// The splitter follows references between functions, which the linker otherwise forgets. The other
/// flag is the one of `.cargo/config.toml`, which these flags replace: server and browser must agree.
pub const FLAGS: [&str; 2] = ["-Clink-args=--emit-relocs", "--cfg=erase_components"];

/// Compiles `frontend` and returns its module, as the linker leaves it.
///
/// # Errors
///
/// If it does not compile.
pub fn browser_part(project: &Project, compiler: &Compiler, choice: Choice) -> Result<PathBuf> {
    let (profile, folder) = match choice.profile {
        Profile::Release => ("browser", "browser"),
        Profile::Debug => ("dev", "debug"),
    };
    let target = project.path("target/browser");
    compiler
        .cargo(&FLAGS)
        .args(["build", "--package", "frontend", "--target", TARGET, "--profile", profile])
        .env("CARGO_TARGET_DIR", &target)
        .dir(project.root())
        .run()
        .context("the browser part does not compile")?;
    Ok(target.join(TARGET).join(folder).join("frontend.wasm"))
}
