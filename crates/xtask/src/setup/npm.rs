//! The programs from npm, inside the clone.

use std::fs;

use anyhow::{Context, Result};

use crate::process::Program;
use crate::project::Project;
use crate::report::say;

/// How much of `end2end/package.json` is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What builds the browser part.
    Build,
    /// What tests it, too.
    Everything,
}

/// Installs the locked versions, unless they are there.
///
/// # Errors
///
/// If npm fails.
pub fn install(project: &Project, wanted: Extent) -> Result<()> {
    let folder = project.path("end2end");
    let lock = fs::read_to_string(folder.join("package-lock.json"))?;
    // Beside the packages, so that it goes when they go.
    let stamp = folder.join("node_modules/.installed");
    let there = [Extent::Build, Extent::Everything].into_iter().filter(|&extent| extent >= wanted);
    let found = fs::read_to_string(&stamp).unwrap_or_default();
    if there.into_iter().any(|extent| found == marked(extent, &lock)) {
        return Ok(());
    }
    say("installing the npm packages of end2end/");
    let mut npm = Program::new("npm").args(["ci", "--no-audit", "--no-fund"]).dir(&folder);
    if wanted == Extent::Build {
        npm = npm.arg("--omit=dev");
    }
    // The tests use the system's Chromium.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").run().context(
        "npm could not install the packages: is a registry reachable (`npm ping`)? \
         Then start again",
    )?;
    fs::write(stamp, marked(wanted, &lock))?;
    Ok(())
}

fn marked(extent: Extent, lock: &str) -> String {
    format!("{extent:?}\n{lock}")
}
