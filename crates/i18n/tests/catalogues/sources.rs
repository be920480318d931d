//! The catalogues and the code know the same ids.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use i18n::Language;

use crate::reading::{messages, root};

/// Words of every page, kept as a set: *next* stays beside *previous* while no list is long.
const SHARED: &str = "common.ftl";

/// The text literals of the product's sources.
struct Literals(BTreeSet<String>);

impl Literals {
    fn collect() -> Self {
        let mut found = BTreeSet::new();
        let root = root();
        let crates = fs::read_dir(root.join("crates")).expect("the workspace has crates");
        let crates = crates.map(|entry| entry.expect("a crate").path());
        let others = ["app", "frontend", "server"].map(|name| root.join(name));
        for folder in crates.chain(others) {
            read_folder(&folder.join("src"), &mut found);
        }
        Self(found)
    }

    /// Whether some source names `id`, whole or built as `"activity-{kind}"`, or with
    /// `concat!`, from a word that is in the sources too.
    fn name(&self, id: &str) -> bool {
        self.0.contains(id) || self.0.iter().any(|literal| self.build(literal, id))
    }

    fn build(&self, literal: &str, id: &str) -> bool {
        let (before, after) = match literal.split_once('{') {
            Some((before, rest)) => match rest.split_once('}') {
                Some((_, after)) => (before, after),
                None => return false,
            },
            None => (literal, ""),
        };
        let word = id.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        before.len() > 1 && before.ends_with('-') && word.is_some_and(|word| self.0.contains(word))
    }

    fn codes(&self) -> impl Iterator<Item = &String> {
        let built = |literal: &str| literal.contains('{') || literal.ends_with('-');
        self.0.iter().filter(move |literal| literal.starts_with("err-") && !built(literal))
    }
}

fn read_folder(folder: &Path, found: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            read_folder(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("UTF-8");
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.extend(
                code.flat_map(|line| line.split('"')).filter(|t| could_be_id(t)).map(str::to_owned),
            );
        }
    }
}

/// Whether `text`, found between two quotes, could be an id or build one.
fn could_be_id(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_{}".contains(c);
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.chars().all(allowed)
}

#[test]
fn every_code_has_words() {
    let worded: BTreeSet<_> = messages(Language::En).into_iter().map(|m| m.id).collect();
    let literals = Literals::collect();
    let wordless: Vec<_> = literals.codes().filter(|code| !worded.contains(*code)).collect();
    assert!(wordless.is_empty(), "no words in locales/en for {wordless:#?}");
}

#[test]
fn every_message_is_used() {
    let literals = Literals::collect();
    let messages = messages(Language::En);
    let shown: BTreeSet<_> = messages.iter().flat_map(|m| &m.references).collect();
    let unused: Vec<_> = messages
        .iter()
        .filter(|m| m.file != SHARED || m.id.starts_with("err-"))
        .filter(|m| !shown.contains(&m.id) && !literals.name(&m.id))
        .map(|m| format!("{}: {}", m.file, m.id))
        .collect();
    assert!(unused.is_empty(), "no source shows {unused:#?}");
}
