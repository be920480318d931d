//! `cargo xtask dev`: builds again and reloads the page when a source changes.

mod reload;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use nix::sys::signal::Signal;

use self::reload::Reload;
use crate::build::{self, Choice, digest};
use crate::postgres::free_port;
use crate::process::{self, Running};
use crate::project::Project;
use crate::report::{Report, say};
use crate::run::server;
use crate::setup::wasm::Compiler;
use crate::setup::{self, Purpose};

/// What the product is made of.
const SOURCES: [&str; 8] =
    ["app", "crates", "frontend", "locales", "public", "server", "style", "Cargo.toml"];

/// How often the sources are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// Serves the debug build, and a new one after each change, until interrupted.
///
/// The page reloads if it carries Leptos' `AutoReload`, which `LEPTOS_WATCH` switches on.
///
/// # Errors
///
/// If the machine cannot be made ready. What does not compile is shown and waits for a change.
pub fn run(project: &Project) -> Result<()> {
    let compiler = setup::prepare(project, Purpose::Build)?;
    let reload = Reload::listen(free_port()?)?;
    let mut running = None;
    loop {
        let seen = sources(project);
        if let Err(failure) = renew(project, &compiler, &reload, &mut running) {
            say(&format!("{failure:#}"));
        }
        say("waiting for a change; Ctrl-C ends it");
        while sources(project) == seen {
            if process::interrupted() {
                return Ok(());
            }
            thread::sleep(PAUSE);
        }
    }
}

/// Builds, and puts the new server in the place of the old one.
fn renew(
    project: &Project,
    compiler: &Compiler,
    reload: &Reload,
    running: &mut Option<Running>,
) -> Result<()> {
    let built = build::build(project, compiler, Choice::DEBUG, &mut Report::new())?;
    if let Some(mut old) = running.take() {
        old.stop(Signal::SIGTERM);
    }
    if crate::run::is_own() {
        server(project, &built).arg("demo").run()?;
    }
    let server = server(project, &built)
        .args(["serve", "--sandbox"])
        .env("LEPTOS_WATCH", "true")
        .env("LEPTOS_RELOAD_PORT", reload.port().to_string());
    *running = Some(server.start()?);
    reload.announce();
    Ok(())
}

/// When each source was last written.
fn sources(project: &Project) -> BTreeMap<PathBuf, SystemTime> {
    let below = |folder: &str| {
        let path = project.path(folder);
        if path.is_file() { vec![path] } else { digest::files(&path).unwrap_or_default() }
    };
    let written = |file: PathBuf| Some((file.clone(), fs::metadata(file).ok()?.modified().ok()?));
    SOURCES.into_iter().flat_map(below).filter_map(written).collect()
}
