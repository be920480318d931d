//! How many bytes come over the wire, compressed as they are sent.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::digest::files;
use crate::build::{Profile, site};
use crate::project::{OUTPUT_NAME, Project};

/// Repeats the measurement.
const COMMAND: &str = "cargo xtask bench --sizes";

/// The files of a first visit in all (P1).
const FIRST_VISIT: u64 = 260_000;

/// Each file that a later page loads (P2).
const LATER_PAGE: u64 = 40_000;

/// Prints each file of the release's site and the sums, against the budgets.
///
/// # Errors
///
/// If there is no release build, or a budget is exceeded.
pub fn run(project: &Project) -> Result<()> {
    let site = site::folder(project, Profile::Release);
    let hash = site::hash_of(&site).context("no release build: run `cargo xtask build` first")?;
    let mut first = Vec::new();
    let mut later = Vec::new();
    let mut languages = Vec::new();
    for file in files(&site.join("pkg").join(&hash))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".br") else { continue };
        let bytes = fs::metadata(&file)?.len();
        match kind(name) {
            Kind::First => first.push((name.to_owned(), bytes)),
            Kind::Language => languages.push((name.to_owned(), bytes)),
            Kind::Later => later.push((name.to_owned(), bytes)),
            Kind::Server => {}
        }
    }
    // A reader loads one language: count the largest.
    first.extend(languages.into_iter().max_by_key(|&(_, bytes)| bytes));
    let all = first.iter().map(|&(_, bytes)| bytes).sum::<u64>();

    let mut over = 0;
    for (name, bytes) in &first {
        line("P1", name, *bytes, None, &mut over);
    }
    line("P1", "first visit in all, without its HTML", all, Some(FIRST_VISIT), &mut over);
    for (name, bytes) in &later {
        line("P2", name, *bytes, Some(LATER_PAGE), &mut over);
    }
    if over > 0 {
        bail!("{over} figures are over their budget");
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Comes with every first visit.
    First,
    /// Comes with a first visit, in one of the languages.
    Language,
    /// Comes with a later page.
    Later,
    /// Is read by the server alone.
    Server,
}

fn kind(name: &str) -> Kind {
    let extension = Path::new(name).extension().unwrap_or_default();
    if extension == "ftl" {
        Kind::Language
    } else if extension == "json" {
        Kind::Server
    } else if extension == "wasm" && !name.starts_with(OUTPUT_NAME) {
        Kind::Later
    } else {
        Kind::First
    }
}

fn line(figure: &str, what: &str, bytes: u64, budget: Option<u64>, over: &mut u32) {
    let judged = match budget {
        None => String::new(),
        Some(budget) => {
            let percent = bytes * 100 / budget;
            let fits = bytes <= budget;
            *over += u32::from(!fits);
            let word = if fits { "ok" } else { "OVER" };
            format!("  {percent:>3} % of {budget} ({word})")
        }
    };
    println!("{COMMAND}  {figure}  {bytes:>7} B br{judged}  {what}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_counted_where_they_are_loaded() {
        for (name, expected) in [
            ("partner-center_bg.wasm", Kind::First),
            ("partner-center.js", Kind::First),
            ("main.css", Kind::First),
            ("messages.zh-CN.ftl", Kind::Language),
            ("split_catalogue_12.wasm", Kind::Later),
            ("__wasm_split_manifest.json", Kind::Server),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }
}
