//! Sets up, builds, checks and runs the project. `make` calls it; `cargo xtask --help` explains it.

mod bench;
mod build;
mod dev;
mod lint;
mod postgres;
mod process;
mod project;
mod report;
mod run;
mod setup;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::build::{Choice, Profile};
use crate::project::Project;
use crate::report::{Report, say};
use crate::setup::Purpose;

/// Sets up, builds, checks and runs the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Install what is missing to build and run: the compiler's WebAssembly target, npm packages
    ///
    /// The target comes from rustup; where rustup cannot download, from Debian's packages.
    /// `PARTNER_CENTER_WASM=rustup` or `=debian` forces one of the two.
    Setup {
        /// Also what the tests need: Chromium, a Chinese font, PostgreSQL, Playwright
        #[arg(long)]
        tests: bool,
    },
    /// Build the browser part into target/site, and the server that belongs to it
    Build(BuildArguments),
    /// Set up, build, fill an empty database with demo data, and serve
    ///
    /// `DATABASE_URL` and `PORTAL_…` are passed on. A second start takes seconds and keeps the data.
    Run,
    /// Run the tests on SQLite, on a throw-away PostgreSQL, and in a browser
    Test(test::Wanted),
    /// Check form, code, documentation, texts and lock files
    Lint,
    /// Serve, and rebuild and reload the page whenever a source changes
    Dev,
    /// Measure sizes and speed against their budgets
    Bench(bench::Wanted),
}

#[derive(Args, Debug)]
struct BuildArguments {
    /// What users get; the default
    #[arg(long)]
    release: bool,
    /// Soon ready, large, with checks, in target/site-debug
    #[arg(long, conflicts_with = "release")]
    debug: bool,
    /// Leave all pages in one module
    #[arg(long)]
    no_split: bool,
}

impl BuildArguments {
    fn choice(&self) -> Choice {
        let profile = if self.debug { Profile::Debug } else { Profile::Release };
        Choice { profile, split: !self.no_split }
    }
}

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    match process::stop_on_interrupt().and_then(|()| run(command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) if process::interrupted() => {
            say("interrupted");
            // What shells return for a program that Ctrl-C has ended.
            ExitCode::from(130)
        }
        Err(failure) => {
            eprintln!("\x1b[31mfailed:\x1b[0m {failure:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let project = Project::find()?;
    match command {
        Command::Setup { tests } => {
            let purpose = if tests { Purpose::Test } else { Purpose::Build };
            setup::print_ready(&setup::prepare(&project, purpose)?);
            Ok(())
        }
        Command::Build(arguments) => {
            let mut report = Report::new();
            let compiler = setup::prepare(&project, Purpose::Build)?;
            build::build(&project, &compiler, arguments.choice(), &mut report)?;
            report.print();
            Ok(())
        }
        Command::Run => run::run(&project),
        Command::Test(wanted) => test::run(&project, &wanted),
        Command::Lint => lint::run(&project),
        Command::Dev => dev::run(&project),
        Command::Bench(wanted) => bench::run(&project, &wanted),
    }
}
