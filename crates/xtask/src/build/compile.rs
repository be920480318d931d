//! Rust to WebAssembly.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::build::{Choice, Profile};
use crate::process::Program;
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
    // Another standard library makes other crates of everything: they get a folder of their own.
    let target = project.path(if choice.small { "target/browser-small" } else { "target/browser" });
    let cargo = if choice.small {
        small(compiler.cargo_with_sources(&FLAGS), profile)
    } else {
        compiler.cargo(&FLAGS)
    };
    let cargo = cargo
        .args(["build", "--package", "frontend", "--target", TARGET, "--profile", profile])
        .env("CARGO_TARGET_DIR", &target)
        .dir(project.root());
    cargo.run().context(if choice.small {
        "the small build needs the sources of the standard library: `rustup component add \
         rust-src`, or Debian's rust-web-src; without `--small` it needs nothing more"
    } else {
        "the browser part does not compile"
    })?;
    Ok(target.join(TARGET).join(folder).join("frontend.wasm"))
}

/// The standard library for size, and panics that end at once without a word.
fn small(cargo: Program, profile: &str) -> Program {
    cargo
        .arg("-Zbuild-std=std,panic_abort")
        .arg("-Zbuild-std-features=optimize_for_size")
        .arg("-Zpanic-immediate-abort")
        .arg("--config")
        .arg(format!("profile.{profile}.panic=\"immediate-abort\""))
}
