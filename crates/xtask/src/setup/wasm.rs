//! A compiler for the browser part.
//!
//! Where rustup can download, it adds the target. Where only Debian's mirror can be reached,
//! Debian's compiler for browsers does it, with a standard library built from its sources.

use std::borrow::Cow;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::build::digest::Digest;
use crate::process::{self, Program};
use crate::project::Project;
use crate::report::say;
use crate::setup::debian;

/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Forces one of the two ways.
const CHOICE: &str = "PARTNER_CENTER_WASM";

/// rustup downloads some 20 MB; a network that swallows packets must not hold us for ever.
const DOWNLOAD: Duration = Duration::from_mins(4);

/// Compiler, cargo and linter, the standard library's sources, the linker.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// Optimising at link time works on bitcode, which cargo leaves out of libraries.
const LIBRARY_FLAGS: &str = "-Cembed-bitcode=yes";

const DEBIAN_PROGRAMS: &str = "/usr/bin";

/// What compiles for the browser.
#[derive(Clone, Debug)]
pub enum Compiler {
    /// The default toolchain, which knows the target.
    Rustup,
    /// Debian's, with the standard library in the folder given.
    Debian(PathBuf),
}

impl fmt::Display for Compiler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rustup => f.write_str("the default Rust toolchain"),
            Self::Debian(sysroot) => {
                write!(f, "Debian's rustc with the library in {}", sysroot.display())
            }
        }
    }
}

impl Compiler {
    /// Whether it is Debian's.
    pub fn is_debian(&self) -> bool {
        matches!(self, Self::Debian(_))
    }

    /// Its cargo, about to compile for the browser with `flags` for rustc.
    pub fn cargo(&self, flags: &[&str]) -> Program {
        let mut flags = flags.iter().map(|&flag| flag.to_owned()).collect::<Vec<_>>();
        let cargo = match self {
            Self::Rustup => Program::new("cargo"),
            Self::Debian(sysroot) => {
                flags.push(format!("--sysroot={}", sysroot.display()));
                debian_program("cargo")
            }
        };
        cargo.without_env("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
    }
}

/// A compiler for the browser part; installs one if there is none.
///
/// # Errors
///
/// If there is none to be had.
pub fn prepare(project: &Project) -> Result<Compiler> {
    match std::env::var(CHOICE).as_deref() {
        Ok("rustup") => add_to_rustup().map(|()| Compiler::Rustup),
        Ok("debian") => debians_own(project).map(Compiler::Debian),
        Ok(other) if !other.is_empty() => bail!("{CHOICE}={other}: must be `rustup` or `debian`"),
        _ if knows_target() => Ok(Compiler::Rustup),
        _ => {
            let Err(failure) = add_to_rustup() else { return Ok(Compiler::Rustup) };
            if !debian::is_debian() {
                return Err(failure.context(format!(
                    "no compiler for {TARGET}: run `rustup target add {TARGET}` where that can \
                     download, then start again"
                )));
            }
            say(&format!("rustup could not: {failure:#}"));
            say("taking Debian's compiler for browsers instead");
            debians_own(project).map(Compiler::Debian)
        }
    }
}

/// Whether the default toolchain has the target's standard library.
fn knows_target() -> bool {
    let folder =
        Program::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).read();
    folder.is_ok_and(|folder| has_library(Path::new(folder.trim())))
}

fn has_library(folder: &Path) -> bool {
    let is_core = |file: &Path| is_library(file) && name(file).starts_with("libcore-");
    fs::read_dir(folder).is_ok_and(|files| files.flatten().any(|file| is_core(&file.path())))
}

fn is_library(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "rlib")
}

fn name(file: &Path) -> Cow<'_, str> {
    file.file_name().unwrap_or_default().to_string_lossy()
}

fn add_to_rustup() -> Result<()> {
    if knows_target() {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        bail!("rustup is not installed");
    }
    say(&format!("adding {TARGET} to the default toolchain"));
    // A second try would not find another network.
    let rustup = Program::new("rustup").args(["target", "add", TARGET]).within(DOWNLOAD);
    rustup.env("RUSTUP_MAX_RETRIES", "1").run()
}

/// The folder with the standard library for Debian's compiler; builds it if there is none.
fn debians_own(project: &Project) -> Result<PathBuf> {
    if !debian::is_debian() {
        bail!("{CHOICE}=debian needs Debian (or a child of it) with apt-get");
    }
    let missing = PACKAGES.into_iter().filter(|package| !debian::installed(package));
    debian::install(&missing.collect::<Vec<_>>())?;
    install_linker()?;

    let version = debian_program("rustc").arg("-vV").read()?;
    let made_by = Digest::of(version.as_bytes()).with(LIBRARY_FLAGS.as_bytes()).hex();
    let name = format!("{TARGET}-{}", &made_by[..16]);
    let ready = project.cache().join(name);
    if !has_library(&library(&ready)) {
        build_library(project, &ready).with_context(|| {
            format!(
                "could not build the standard library for {TARGET}. The compiler fetches what its \
                 sources need from crates.io: can it be reached?"
            )
        })?;
    }
    Ok(ready)
}

/// The linker's name is a link into a package that only the link names.
fn install_linker() -> Result<()> {
    let linker = Path::new(DEBIAN_PROGRAMS).join("rust-lld");
    if linker.exists() {
        return Ok(());
    }
    let target = fs::read_link(&linker).context("rust-web-llvm has no rust-lld")?;
    debian::install(&[&name(&target)])
}

fn library(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

/// Builds the library aside and moves it into place, so that half a library is never found.
fn build_library(project: &Project, ready: &Path) -> Result<()> {
    say(&format!("building the standard library for {TARGET}, once for this compiler"));
    let cache = project.cache();
    fs::create_dir_all(&cache)?;
    let place = tempfile::Builder::new().prefix("building-").tempdir_in(&cache)?;

    // Of nothing but the library: a crate of ours must not slip in with it.
    let empty = place.path().join("empty");
    fs::create_dir_all(empty.join("src"))?;
    fs::write(empty.join("src/lib.rs"), "")?;
    fs::write(
        empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [profile.release]\nopt-level = \"z\"\n\n[workspace]\n",
    )?;
    debian_program("cargo")
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", LIBRARY_FLAGS)
        .env("CARGO_TARGET_DIR", empty.join("target"))
        .without_env("RUSTFLAGS")
        .dir(&empty)
        .run()?;

    let sysroot = place.path().join("sysroot");
    fs::create_dir_all(library(&sysroot))?;
    for file in fs::read_dir(empty.join("target").join(TARGET).join("release/deps"))? {
        let file = file?.path();
        if is_library(&file) && !name(&file).starts_with("libempty-") {
            fs::copy(&file, library(&sysroot).join(&*name(&file)))?;
        }
    }
    if ready.exists() {
        fs::remove_dir_all(ready)?;
    }
    fs::rename(sysroot, ready)?;
    Ok(())
}

/// A program of Debian's compiler. What cargo and rustup have put into the environment for
/// this process would lead it to the other compiler.
fn debian_program(name: &str) -> Program {
    let folder = Path::new(DEBIAN_PROGRAMS);
    Program::new(folder.join(name))
        .env("PATH", process::path_with(folder))
        .env("RUSTC", folder.join("rustc"))
        .without_env("RUSTUP_TOOLCHAIN")
        .without_env("RUSTC_WRAPPER")
        .without_env("CARGO")
        .without_env("LD_LIBRARY_PATH")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_library_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_library(&folder.path().join("absent")));
        assert!(!has_library(folder.path()));
        fs::write(folder.path().join("libstd-1.rlib"), "").unwrap();
        assert!(!has_library(folder.path()));
        fs::write(folder.path().join("libcore-1.rlib"), "").unwrap();
        assert!(has_library(folder.path()));
    }
}
