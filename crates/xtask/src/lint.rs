//! `cargo xtask lint`: form, code, documentation, texts and lock files.

mod texts;

use anyhow::{Result, bail};

use crate::build::compile;
use crate::process::Program;
use crate::project::Project;
use crate::report::{Report, say};
use crate::setup::wasm::TARGET;
use crate::setup::{self, Purpose};

/// Every crate that runs on this machine; `frontend` runs in a browser only.
const NATIVE: [&str; 5] = ["--workspace", "--exclude", "frontend", "--features", "app/ssr"];

type Check<'a> = Box<dyn FnOnce() -> Result<()> + 'a>;

/// Checks everything; all checks are made even if one fails.
///
/// # Errors
///
/// If a check finds something.
pub fn run(project: &Project) -> Result<()> {
    let mut report = Report::new();
    let compiler =
        report.phase("install what is missing", || setup::prepare(project, Purpose::Lint))?;
    let cargo = |command: &str| Program::new("cargo").arg(command).dir(project.root());
    let browser = compiler
        .cargo(&compile::FLAGS)
        .args(["clippy", "--package", "frontend", "--package", "app"])
        .args(["--features", "app/hydrate", "--target", TARGET, "--", "-Dwarnings"])
        .env("CARGO_TARGET_DIR", project.path("target/browser"))
        .dir(project.root());
    let checks: [(&str, Check); 5] = [
        ("texts and lock files", Box::new(|| texts::check(project))),
        ("form of the code", Box::new(|| cargo("fmt").args(["--all", "--check"]).run())),
        (
            "code of the server",
            Box::new(|| {
                cargo("clippy").args(NATIVE).args(["--all-targets", "--", "-Dwarnings"]).run()
            }),
        ),
        ("code of the browser part", Box::new(|| browser.run())),
        (
            "documentation",
            Box::new(|| {
                let doc = cargo("doc").args(NATIVE).arg("--no-deps");
                doc.env("RUSTDOCFLAGS", "-Dwarnings").run()
            }),
        ),
    ];
    let mut failed = Vec::new();
    for (name, check) in checks {
        if let Err(failure) = report.phase(name, check) {
            say(&format!("{failure:#}"));
            failed.push(name);
        }
        if crate::process::interrupted() {
            bail!("interrupted");
        }
    }
    report.print();
    if !failed.is_empty() {
        bail!("lint: {} of 5 checks failed: {}", failed.len(), failed.join(", "));
    }
    println!("\nlint: 5 of 5 checks passed");
    Ok(())
}
