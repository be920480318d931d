//! What no compiler looks at: texts that must not be published, and where packages come from.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::process::Program;
use crate::project::Project;
use crate::report::say;

/// What must not be in a file, and why. Written in two halves, so that this file may be.
const FORBIDDEN: [(&str, &str, &str); 10] = [
    ("TO", "DO", "finish it, or say in an issue what is missing"),
    ("FIX", "ME", "mend it, or say in an issue what is wrong"),
    ("XX", "X", "say what is meant"),
    ("dbg", "!(", "left over from looking for a mistake"),
    ("todo", "!(", "finish it"),
    ("unimplemented", "!(", "finish it"),
    ("lorem", " ipsum", "write what the reader needs"),
    ("<<<<<", "<< ", "a conflict was not resolved"),
    (">>>>>", ">> ", "a conflict was not resolved"),
    ("BEGIN PRIVATE", " KEY", "a secret does not belong here"),
];

/// Files of words: the others are pictures and fonts.
const TEXT: [&str; 19] = [
    "css",
    "ftl",
    "html",
    "js",
    "json",
    "lock",
    "md",
    "mjs",
    "rs",
    "service",
    "sh",
    "sql",
    "svg",
    "toml",
    "ts",
    "txt",
    "webmanifest",
    "yaml",
    "yml",
];

/// Where cargo's packages may come from: the public index, by the name that everybody uses.
const INDEX: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Checks every file that is, or is about to be, part of the project.
///
/// # Errors
///
/// If something was found; each place is printed.
pub fn check(project: &Project) -> Result<()> {
    let list = Program::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .dir(project.root())
        .read()?;
    let mut found = 0;
    for name in list.split('\0').filter(|name| !name.is_empty()) {
        // A listed file may have been removed and not yet been committed so.
        let Ok(bytes) = fs::read(project.path(name)) else { continue };
        let Ok(text) = String::from_utf8(bytes) else {
            if is_text(name) {
                say(&format!("{name}: is not UTF-8"));
                found += 1;
            }
            continue;
        };
        for (line, fault) in faults(name, &text) {
            say(&format!("{name}:{line}: {fault}"));
            found += 1;
        }
    }
    if found > 0 {
        bail!("{found} places to look at");
    }
    Ok(())
}

/// Markdown breaks a line at two spaces.
fn spaces_mean_nothing(name: &str) -> bool {
    is_text(name) && Path::new(name).extension().is_none_or(|extension| extension != "md")
}

fn is_text(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    TEXT.iter().any(|known| extension == *known)
}

/// What is wrong with the file `name`, by line.
fn faults(name: &str, text: &str) -> Vec<(usize, String)> {
    let lines = || text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut found = Vec::new();
    if name.ends_with("package-lock.json") {
        let hosts = lines().filter(|(_, line)| line.contains("\"resolved\""));
        found.extend(hosts.map(|(line, _)| (line, "names a package's host".to_owned())));
    } else if name.ends_with("Cargo.lock") {
        let sources = lines().filter(|(_, line)| line.starts_with("source = ") && *line != INDEX);
        found.extend(sources.map(|(line, text)| (line, format!("{text} is not the public index"))));
    } else {
        for (number, line) in lines() {
            for (first, second, why) in FORBIDDEN {
                if has_word(line, &format!("{first}{second}")) {
                    found.push((number, format!("\"{first}{second}\": {why}")));
                }
            }
            if line.ends_with([' ', '\t']) && spaces_mean_nothing(name) {
                found.push((number, "ends with a space".to_owned()));
            }
        }
    }
    found
}

/// Whether `word` stands in `line` by itself, not inside a longer word.
fn has_word(line: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let ends_open = word.ends_with(|c: char| !part_of_word(c));
        !before.is_some_and(part_of_word) && (ends_open || !after.is_some_and(part_of_word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_inside_another_is_not_meant() {
        let word = concat!("TO", "DO");
        assert!(has_word(&format!("// {word}: later"), word));
        assert!(!has_word(&format!("{word}S"), word));
        assert!(!has_word("MASTODON", word));
    }

    #[test]
    fn a_lock_file_with_a_host_is_found() {
        let npm = "{\n  \"resolved\": \"https://mirror.example/a.tgz\"\n}";
        assert_eq!(faults("end2end/package-lock.json", npm).len(), 1);
        let cargo = format!("{INDEX}\nsource = \"registry+https://mirror.example/index\"\n");
        assert_eq!(faults("Cargo.lock", &cargo).len(), 1);
    }

    #[test]
    fn a_space_at_the_end_is_found_where_it_means_nothing() {
        assert_eq!(faults("src/lib.rs", "fn f() {} \n").len(), 1);
        assert_eq!(faults("README.md", "a line  \nbreak\n").len(), 0);
    }
}
