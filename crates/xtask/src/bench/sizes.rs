//! How many bytes come over the wire, compressed as they are sent.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bench::figure::Figure;
use crate::build::digest::files;
use crate::build::{Profile, site};
use crate::project::{OUTPUT_NAME, Project};

/// Repeats the measurement.
const COMMAND: &str = "cargo xtask bench --sizes";

/// The files of the first page that wakes, the overview: what the pages on the way in, which load
/// no script, put off. An aim.
const FIRST_AWAKE: u64 = 260_000;

/// Says which page loads which files.
const MANIFEST: &str = "__wasm_split_manifest.json";

/// How the overview is called where it is split off.
const FIRST_PAGE: &str = "__home_page_view";

/// Each file that a later page loads (P2).
const LATER_PAGE: u64 = 40_000;

/// Each file of the release's site and the sums, against the budgets.
///
/// # Errors
///
/// If there is no release build.
pub fn measure(project: &Project) -> Result<Vec<Figure>> {
    let site = site::folder(project, Profile::Release);
    let hash = site::hash_of(&site).context("no release build: run `cargo xtask build` first")?;
    let pkg = site.join("pkg").join(&hash);
    let with_first = first_page(&fs::read(pkg.join(MANIFEST))?)?;
    let mut first = Vec::new();
    let mut later = Vec::new();
    let mut languages = Vec::new();
    for file in files(&pkg)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".br") else { continue };
        let bytes = fs::metadata(&file)?.len();
        match kind(name) {
            Kind::First => first.push((name.to_owned(), bytes)),
            Kind::Language => languages.push((name.to_owned(), bytes)),
            Kind::Later => {
                if with_first.iter().any(|stem| name.strip_suffix(".wasm") == Some(stem)) {
                    first.push((name.to_owned(), bytes));
                }
                later.push((name.to_owned(), bytes));
            }
            Kind::Server => {}
        }
    }
    // A reader loads one language: count the largest.
    first.extend(languages.into_iter().max_by_key(|&(_, bytes)| bytes));
    let all = first.iter().map(|&(_, bytes)| bytes).sum::<u64>();

    let mut figures = Vec::new();
    for (name, bytes) in &first {
        figures.push(size("overview", name, *bytes, None));
    }
    let awake =
        size("overview", "after signing in, in all, without its HTML", all, Some(FIRST_AWAKE));
    figures.push(Figure { limit: "aim ≤ 260 KB".to_owned(), over: false, ..awake });
    for (name, bytes) in &later {
        figures.push(size("P2", name, *bytes, Some(LATER_PAGE)));
    }
    Ok(figures)
}

/// What the overview loads besides the main module, by the stems of the files.
fn first_page(manifest: &[u8]) -> Result<Vec<String>> {
    let pages: BTreeMap<String, Vec<String>> = serde_json::from_slice(manifest)?;
    let page = pages.into_iter().find(|(page, _)| page.starts_with(FIRST_PAGE));
    Ok(page.map(|(_, files)| files).unwrap_or_default())
}

fn size(figure: &str, what: &str, bytes: u64, budget: Option<u64>) -> Figure {
    let hundredths = budget.map(|budget| bytes * 100 / budget);
    Figure {
        name: format!("{figure} {what}"),
        value: format!("{bytes} bytes in brotli"),
        ratio: hundredths.map_or(String::new(), |n| format!("{}.{:02}", n / 100, n % 100)),
        limit: budget.map_or(String::new(), |budget| format!("≤ {} KB", budget / 1000)),
        command: COMMAND.to_owned(),
        over: budget.is_some_and(|budget| bytes > budget),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Comes with every page that wakes.
    First,
    /// Comes with every page, in one of the languages.
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
            ("shared_2.wasm", Kind::Later),
            ("__wasm_split_manifest.json", Kind::Server),
        ] {
            assert_eq!(kind(name), expected, "{name}");
        }
    }

    #[test]
    fn the_first_page_brings_files_of_its_own() {
        let manifest = br#"{"__help_page_view_1":["a"],"__home_page_view_2":["a","b"]}"#;
        assert_eq!(first_page(manifest).unwrap(), ["a", "b"]);
        assert!(first_page(b"{}").unwrap().is_empty());
    }
}
