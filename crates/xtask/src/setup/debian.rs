//! Debian packages.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{self, Program};
use crate::report::say;

/// Whether `package` is installed.
pub fn installed(package: &str) -> bool {
    Program::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .read()
        .is_ok_and(|status| status == "installed")
}

/// Installs `packages`.
///
/// # Errors
///
/// Without the right to do so, the command that somebody else may run; or whatever went
/// wrong with it.
pub fn install(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {list}");
    if process::find("apt-get").is_none() {
        bail!("missing: {list} (names of Debian packages). Install them, then start again");
    }
    let Some(prefix) = right() else {
        bail!("missing: {list}. Run this as root, then start again:\n    {by_hand}");
    };
    say(&format!("installing {list}"));
    let advice = || format!("could not install {list}. Try it by hand:\n    {by_hand}");
    // Lists that are a few days old name versions that are gone; one failed mirror is no reason
    // to stop, as the packages may still be found.
    if let Err(failure) = apt(prefix).arg("update").run() {
        say(&format!("apt-get update: {failure}; going on"));
    }
    let options = ["install", "--yes", "--no-install-recommends"];
    apt(prefix).args(options).args(packages).run().with_context(advice)
}

/// What to put before a command that only root may run: nothing for root.
fn right() -> Option<&'static [&'static str]> {
    if nix::unistd::Uid::effective().is_root() {
        return Some(&[]);
    }
    let sudo =
        process::find("sudo").is_some() && Program::new("sudo").args(["-n", "true"]).succeeds();
    sudo.then_some(&["sudo", "-n"])
}

fn apt(prefix: &[&str]) -> Program {
    let words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=1"];
    let mut line = prefix.iter().copied().chain(words);
    Program::new(line.next().unwrap_or("env")).args(line)
}

/// Whether this is Debian or one of its children.
pub fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}
