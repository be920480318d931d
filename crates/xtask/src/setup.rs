//! Installs what is missing, and only that.

pub mod debian;
pub mod npm;
pub mod wasm;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{self, Program};
use crate::project::Project;
use crate::report::say;
use crate::setup::wasm::Compiler;

/// The font of Debian's package fonts-noto-cjk.
const INVOICE_FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/// What is going to be done with the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Build and run it.
    Build,
    /// Check its code.
    Lint,
    /// Test it, with a browser and a database.
    Test,
}

/// Makes the machine ready for `purpose` and returns the compiler of the browser part.
///
/// Nothing happens where nothing is missing.
///
/// # Errors
///
/// If something is missing that cannot be installed; the error says what to do.
pub fn prepare(project: &Project, purpose: Purpose) -> Result<Compiler> {
    check_node()?;
    if purpose == Purpose::Test {
        debian::install(&missing_for_tests())?;
    }
    let compiler = wasm::prepare(project)?;
    if purpose == Purpose::Lint {
        check_linters(&compiler)?;
    }
    match purpose {
        Purpose::Build => npm::install(project, npm::Extent::Build)?,
        Purpose::Test => npm::install(project, npm::Extent::Everything)?,
        Purpose::Lint => {}
    }
    Ok(compiler)
}

/// Says that all is there.
pub fn print_ready(compiler: &Compiler) {
    say(&format!("ready; the browser part is compiled by {compiler}"));
}

/// The linters of the default toolchain, and of the one that compiles for the browser.
fn check_linters(compiler: &Compiler) -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !Program::new("cargo").args([command, "--version"]).succeeds() {
            say(&format!("adding {component} to the default toolchain"));
            let rustup = Program::new("rustup").args(["component", "add", component]).run();
            rustup.with_context(|| format!("{component} is missing: `rustup component add`"))?;
        }
    }
    if compiler.is_debian() && !debian::installed("rust-web-clippy") {
        debian::install(&["rust-web-clippy"])?;
    }
    Ok(())
}

fn check_node() -> Result<()> {
    const ADVICE: &str = "install Node.js 20 or newer with npm (https://nodejs.org, or `apt-get \
                          install nodejs npm` where that is new enough), then start again";
    if process::find("npm").is_none() {
        bail!("npm is missing: {ADVICE}");
    }
    let version = Program::new("node").arg("--version").read()?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    if major.is_none_or(|major: u32| major < 20) {
        bail!("Node.js {} is too old: {ADVICE}", version.trim());
    }
    Ok(())
}

/// The Debian packages that the tests need and the machine has not.
fn missing_for_tests() -> Vec<&'static str> {
    let mut missing = Vec::new();
    if process::find("chromium").is_none() {
        missing.push("chromium");
    }
    // Pages take any Chinese font; invoices on paper want one that they know.
    if !Path::new(INVOICE_FONT).exists() {
        missing.push("fonts-noto-cjk");
    }
    if process::find("sqlite3").is_none() {
        missing.push("sqlite3");
    }
    if crate::postgres::programs().is_none() {
        missing.push("postgresql");
    }
    missing
}
