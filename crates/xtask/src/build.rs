//! The build: the browser's files in `target/site`, and the server that belongs to them.

pub mod compile;
pub mod digest;
pub mod link;
pub mod optimise;
pub mod packs;
pub mod site;
pub mod whole;

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::process::Program;
use crate::project::Project;
use crate::report::{Report, say};
use crate::setup::wasm::Compiler;

/// For whom a build is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For users: small and quick.
    Release,
    /// For who writes it: soon ready.
    Debug,
}

/// What can be chosen about a build.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// For whom.
    pub profile: Profile,
    /// Whether pages that are not needed at first come in files of their own.
    pub split: bool,
}

impl Choice {
    /// What users get.
    pub const RELEASE: Self = Self { profile: Profile::Release, split: true };
    /// What the writer of the code gets.
    pub const DEBUG: Self = Self { profile: Profile::Debug, split: true };
}

/// What a build has made.
#[derive(Clone, Debug)]
pub struct Built {
    /// The folder that the server serves.
    pub site: PathBuf,
    /// The server.
    pub server: PathBuf,
}

/// Builds the browser part and then the server; what did not change is not done again.
///
/// # Errors
///
/// If a step fails.
pub fn build(
    project: &Project,
    compiler: &Compiler,
    choice: Choice,
    report: &mut Report,
) -> Result<Built> {
    let wasm = report
        .phase("compile the browser part", || compile::browser_part(project, compiler, choice))?;
    let linked = report
        .phase("split, bind and optimise it", || link::linked(project, choice, &fs::read(wasm)?))?;
    let site = site::folder(project, choice.profile);
    let hash = report.phase("collect and compress the site", || {
        site::collect(project, choice, &linked, &site)
    })?;
    let server =
        report.phase("compile the server", || compile_server(project, choice.profile, &hash))?;
    say(&format!("site {hash} in {}", site.display()));
    Ok(Built { site, server })
}

/// The server knows which site it was built with, so that it can say when it is given another.
fn compile_server(project: &Project, profile: Profile, hash: &str) -> Result<PathBuf> {
    let mut cargo = Program::new("cargo").args(["build", "--package", "server"]);
    if profile == Profile::Release {
        cargo = cargo.arg("--release");
    }
    cargo.env("PARTNER_CENTER_BUILD", hash).dir(project.root()).run()?;
    Ok(project.path(match profile {
        Profile::Release => "target/release/partner-center",
        Profile::Debug => "target/debug/partner-center",
    }))
}
