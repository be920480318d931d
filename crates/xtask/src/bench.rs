//! `cargo xtask bench`: what users wait for, against its budget.

mod figure;
mod sizes;

use anyhow::{Result, bail};
use clap::Args;

use crate::bench::figure::Figure;
use crate::build::{self, Built, Choice, site};
use crate::process::Program;
use crate::project::Project;
use crate::report::Report;
use crate::setup::{self, Purpose};

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
pub fn run(project: &Project, wanted: &Wanted) -> Result<()> {
    let mut figures = Vec::new();
    let measured = if wanted.sizes {
        sizes::measure(project).map(|sizes| figures.extend(sizes))
    } else {
        let mut report = Report::new();
        let measured = all(project, &mut report, &mut figures);
        report.print();
        measured
    };
    // What has been measured is shown, even if something else could not be.
    figure::print(&figures);
    measured?;
    let over = figures.iter().filter(|figure| figure.over).count();
    if over > 0 {
        bail!("{over} figures are over their budget");
    }
    Ok(())
}

fn all(project: &Project, report: &mut Report, figures: &mut Vec<Figure>) -> Result<()> {
    let compiler =
        report.phase("install what is missing", || setup::prepare(project, Purpose::Test))?;
    let built = build::build(project, &compiler, Choice::RELEASE, report)?;
    figures.extend(sizes::measure(project)?);
    let hash = site::hash_of(&built.site)?;
    let cargo = |package: &str, bench: &str| {
        Program::new("cargo")
            .args(["bench", "--package", package, "--bench", bench])
            // As the server was built: otherwise it is built again.
            .env("PARTNER_CENTER_BUILD", &hash)
            .dir(project.root())
    };
    for (package, bench) in [
        ("server", "catalogue"),
        ("services", "writes"),
        ("services", "billing"),
        ("services", "export"),
    ] {
        report.phase(&format!("compile a measurement: {bench}"), || {
            cargo(package, bench).arg("--no-run").run()
        })?;
        report.phase(&format!("measure: {bench}"), || read(cargo(package, bench), figures))?;
    }
    for script in ["sign-in.mjs", "filter.mjs", "customers.mjs"] {
        report.phase(&format!("measure in a browser: {script}"), || {
            read(node(project, &built, &hash, script), figures)
        })?;
    }
    Ok(())
}

fn node(project: &Project, built: &Built, hash: &str, script: &str) -> Program {
    Program::new("node")
        .arg(project.path("end2end/bench").join(script))
        .env("PORTAL_BINARY", &built.server)
        .env("PORTAL_SITE_ROOT", &built.site)
        .env("PARTNER_CENTER_BUILD", hash)
        .dir(project.root())
}

/// Runs `program` and collects the figures that it prints.
fn read(program: Program, figures: &mut Vec<Figure>) -> Result<()> {
    let mut unread = None;
    program.watch(|line| match Figure::read(line) {
        Ok(figure) => figures.extend(figure),
        Err(error) => unread = Some(error),
    })?;
    unread.map_or(Ok(()), Err)
}
