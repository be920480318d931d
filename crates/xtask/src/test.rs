//! `cargo xtask test`: rules to browser, on both databases.

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::build::{self, Built, Choice};
use crate::postgres::Postgres;
use crate::process::Program;
use crate::project::Project;
use crate::report::{Report, say};
use crate::setup::{self, Purpose};

/// What can be left out.
#[derive(Args, Debug)]
pub struct Wanted {
    /// Only what is soon done: the Rust tests, on SQLite alone
    #[arg(long, conflicts_with = "only")]
    quick: bool,
    /// Only one part
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Passed on: to `cargo test`, or with `--only browser` to `playwright test`
    #[arg(last = true)]
    filter: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    Rust,
    Browser,
}

/// Runs the tests. All parts are run even if one fails, so that one run tells all.
///
/// # Errors
///
/// If a test fails, or something that the tests need.
pub fn run(project: &Project, wanted: &Wanted) -> Result<()> {
    let mut report = Report::new();
    let mut summary = Vec::new();
    let outcome = parts(project, wanted, &mut report, &mut summary);
    report.print();
    println!("\nResults");
    for line in &summary {
        println!("{line}");
    }
    outcome
}

fn parts(
    project: &Project,
    wanted: &Wanted,
    report: &mut Report,
    summary: &mut Vec<String>,
) -> Result<()> {
    let rust = wanted.only != Some(Part::Browser);
    let browser = !wanted.quick && wanted.only != Some(Part::Rust);
    let compiler = if wanted.quick {
        None
    } else {
        Some(report.phase("install what is missing", || setup::prepare(project, Purpose::Test))?)
    };
    let mut failures = Vec::new();
    if rust {
        let outcome = rust_tests(project, wanted, report, summary);
        failures.extend(outcome.err());
    }
    if let Some(compiler) = compiler.filter(|_| browser && !crate::process::interrupted()) {
        let outcome = build::build(project, &compiler, Choice::RELEASE, report)
            .and_then(|built| browser_tests(project, &built, wanted, report, summary));
        failures.extend(outcome.err());
    }
    match failures.pop() {
        None => Ok(()),
        Some(last) => {
            for failure in failures {
                say(&format!("{failure:#}"));
            }
            Err(last)
        }
    }
}

/// `cargo test` over every crate that runs on this machine.
fn rust_tests(
    project: &Project,
    wanted: &Wanted,
    report: &mut Report,
    summary: &mut Vec<String>,
) -> Result<()> {
    let postgres = if wanted.quick {
        None
    } else {
        Some(report.phase("start a throw-away PostgreSQL", Postgres::start)?)
    };
    let mut cargo = Program::new("cargo")
        .args(["test", "--workspace", "--exclude", "frontend", "--features", "app/ssr"])
        .arg("--no-fail-fast")
        .dir(project.root());
    match &postgres {
        Some(postgres) => cargo = cargo.env("TEST_DATABASE_URL", postgres.address()),
        None => cargo = cargo.without_env("TEST_DATABASE_URL"),
    }
    if wanted.only == Some(Part::Rust) || wanted.quick {
        cargo = cargo.args(&wanted.filter);
    }
    let name = if postgres.is_some() {
        "Rust tests on SQLite and PostgreSQL"
    } else {
        "Rust tests on SQLite"
    };
    let mut results = CargoResults::default();
    let outcome = report.phase(name, || cargo.watch(|line| results.see(line)));
    summary.extend(results.lines);
    summary.push(format!(
        "cargo test: {} passed; {} failed; {} ignored",
        results.passed, results.failed, results.ignored
    ));
    if outcome.is_ok() && results.passed == 0 {
        bail!("no test ran: does the filter name one?");
    }
    outcome
}

/// What `cargo test` says of each of its programs.
#[derive(Debug, Default)]
struct CargoResults {
    program: String,
    lines: Vec<String>,
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl CargoResults {
    fn see(&mut self, line: &str) {
        let words = line.trim();
        if let Some(program) = words.strip_prefix("Running ") {
            let (source, file) = program.split_once(" (").unwrap_or((program, ""));
            let file = file.rsplit('/').next().unwrap_or(file);
            // The hash of the build says nothing to the reader.
            let name = file.rsplit_once('-').map_or(file, |(name, _)| name);
            self.program = format!("{name}: {source}");
        } else if let Some(library) = words.strip_prefix("Doc-tests ") {
            self.program = format!("{library}: examples in the documentation");
        } else if words.starts_with("test ") && words.ends_with("... FAILED") {
            self.lines.push(format!("{words} — {}", self.program));
        } else if words.starts_with("test result:") {
            let count = |what: &str| -> u64 {
                let counts = words.split([';', '.']).filter_map(|text| text.strip_suffix(what));
                counts.filter_map(|number| number.trim().parse::<u64>().ok()).sum()
            };
            let (passed, failed, ignored) = (count("passed"), count("failed"), count("ignored"));
            self.passed += passed;
            self.failed += failed;
            self.ignored += ignored;
            if passed + failed + ignored > 0 {
                self.lines.push(format!("{words} — {}", self.program));
            }
        }
    }
}

/// Playwright against the release build; its configuration starts the servers it needs.
fn browser_tests(
    project: &Project,
    built: &Built,
    wanted: &Wanted,
    report: &mut Report,
    summary: &mut Vec<String>,
) -> Result<()> {
    let mut playwright = Program::new(project.npm_program("playwright"))
        .arg("test")
        .env("PORTAL_BINARY", &built.server)
        .env("PORTAL_SITE_ROOT", &built.site)
        .env("PLAYWRIGHT_HTML_OPEN", "never")
        .dir(&project.path("end2end"));
    if wanted.only == Some(Part::Browser) {
        playwright = playwright.args(&wanted.filter);
    }
    let mut results = Vec::new();
    let outcome = report.phase("browser tests", || {
        playwright.watch(|line| {
            if is_playwright_result(line) || is_playwright_failure(line) {
                results.push(without_colours(line).trim().to_owned());
            }
        })
    });
    summary.extend(results.into_iter().map(|line| format!("playwright: {line}")));
    outcome
}

/// `12 passed (3.4m)`, `1 failed`, `2 flaky`, `3 skipped`, `4 did not run`.
fn is_playwright_result(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let counted = words.next().is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()));
    counted
        && matches!(words.next(), Some("passed" | "failed" | "flaky" | "skipped" | "did"))
        && words.count() <= 2
}

/// `1) [html phone] › tests/prices.spec.ts:12:3 › title`, and what was wrong: `Error: …`. Where only the
/// summary is kept, a number of failed tests alone would not say which.
fn is_playwright_failure(line: &str) -> bool {
    let line = without_colours(line);
    let words = line.trim_start();
    let named = words.split_once(") [").is_some_and(|(number, rest)| {
        number.bytes().all(|byte| byte.is_ascii_digit()) && rest.contains(" › ")
    });
    named || words.starts_with("Error:") || words.starts_with("TimeoutError:")
}

/// The line without the sequences that colour it in a terminal.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_says_is_added_up() {
        let mut results = CargoResults::default();
        for line in [
            "     Running unittests src/lib.rs (target/debug/deps/domain-0123456789abcdef)",
            "test result: ok. 41 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "   Doc-tests domain",
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "     Running tests/tenancy.rs (target/debug/deps/tenancy-0123456789abcdef)",
            "test strangers::see_nothing ... FAILED",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s",
        ] {
            results.see(line);
        }
        assert_eq!((results.passed, results.failed, results.ignored), (44, 1, 2));
        assert_eq!(results.lines.len(), 3);
        assert!(results.lines[1].starts_with("test strangers::see_nothing"), "{results:?}");
        assert!(results.lines[0].ends_with("— domain: unittests src/lib.rs"), "{results:?}");
    }

    #[test]
    fn what_playwright_says_at_the_end_is_told_from_the_rest() {
        for line in ["  12 passed (3.4m)", "  1 failed", "  4 did not run"] {
            assert!(is_playwright_result(line), "{line}");
        }
        for line in ["", "Running 12 tests using 2 workers", "  ✓  1 passed tests are counted (2s)"]
        {
            assert!(!is_playwright_result(line), "{line}");
        }
    }

    #[test]
    fn the_summary_names_what_failed_in_the_browser_and_why() {
        for line in [
            "  1) [html phone] › tests/prices.spec.ts:12:3 › a list is published ─────",
            "    \u{1b}[31mError: expect(locator).toBeVisible() failed\u{1b}[39m",
            "    TimeoutError: page.goto: Timeout 30000ms exceeded.",
        ] {
            assert!(is_playwright_failure(line), "{line}");
        }
        for line in
            ["[12/479] [once] › tests/pages.once.spec.ts:3:1 › axe", "    at tests/a.ts:3:1"]
        {
            assert!(!is_playwright_failure(line), "{line}");
        }
        assert_eq!(without_colours("\u{1b}[31mError: no\u{1b}[39m"), "Error: no");
    }
}
