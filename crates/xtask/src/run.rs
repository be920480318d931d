//! `cargo xtask run`: from a fresh clone to a portal that one can sign in to.

use anyhow::Result;

use crate::build::{self, Built, Choice};
use crate::process::Program;
use crate::project::Project;
use crate::report::{Report, say};
use crate::setup::{self, Purpose};

/// Sets up, builds, fills a new database, serves until interrupted.
///
/// # Errors
///
/// If one of that fails.
pub fn run(project: &Project) -> Result<()> {
    let mut report = Report::new();
    let compiler =
        report.phase("install what is missing", || setup::prepare(project, Purpose::Build))?;
    let built = build::build(project, &compiler, Choice::RELEASE, &mut report)?;
    if is_own() {
        // Writes what is missing and says who can sign in; a second start finds nothing to write.
        report.phase("fill the database with the demo data", || {
            server(project, &built).arg("demo").run()
        })?;
    }
    report.print();
    say("serving; Ctrl-C ends it");
    serve(server(project, &built))
}

/// Whether the database is the clone's own. Another one is not ours to fill.
pub fn is_own() -> bool {
    std::env::var_os("DATABASE_URL").is_none()
}

/// The server of `built`, started in the clone, where its folders are.
pub fn server(project: &Project, built: &Built) -> Program {
    let mut program = Program::new(&built.server).dir(project.root());
    if std::env::var_os("PORTAL_SITE_ROOT").is_none() {
        program = program.env("PORTAL_SITE_ROOT", &built.site);
    }
    program
}

/// Serves until interrupted, which is how it is meant to end.
fn serve(server: Program) -> Result<()> {
    match server.args(["serve", "--sandbox"]).run() {
        Err(_) if crate::process::interrupted() => Ok(()),
        outcome => outcome,
    }
}
