//! Lists the ids of all messages, so that the compiler knows them, and embeds the
//! catalogues where they are wanted.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Folders of `locales/`, in the order of `Language::ALL`.
const TAGS: [&str; 3] = ["en", "fr", "zh-CN"];

fn main() {
    if let Err(reason) = generate() {
        eprintln!("i18n: {reason}");
        process::exit(1);
    }
}

fn generate() -> Result<(), String> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let locales = locales.canonicalize().map_err(|e| format!("{}: {e}", locales.display()))?;
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut code = ids(&locales.join(TAGS[0]))?;
    if env::var_os("CARGO_FEATURE_CATALOGUES").is_some() {
        code += &sources(&locales)?;
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("catalogues.rs"), code).map_err(|e| e.to_string())
}

/// `IDS`: every message of `folder`, sorted.
fn ids(folder: &Path) -> Result<String, String> {
    let mut homes = BTreeMap::new();
    for path in files(folder)? {
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for id in text.lines().filter_map(message_id) {
            if let Some(other) = homes.insert(id.to_owned(), path.clone()) {
                return Err(format!("{id} is in {} and {}", other.display(), path.display()));
            }
        }
    }
    let ids = homes.keys().fold(String::new(), |list, id| list + &format!("    {id:?},\n"));
    Ok(format!("/// Every message, sorted.\nconst IDS: &[&str] = &[\n{ids}];\n"))
}

/// The id of the message that begins in this line. Only messages begin with a letter.
fn message_id(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let begins = id.starts_with(|first: char| first.is_ascii_alphabetic());
    let goes_on = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (begins && goes_on).then_some(id)
}

/// `SOURCES`: the files of each language, in the order of their names.
fn sources(locales: &Path) -> Result<String, String> {
    let mut code = String::from(
        "/// The files of each language.\npub(crate) const SOURCES: [&[&str]; 3] = [\n",
    );
    for tag in TAGS {
        code += "    &[\n";
        for path in files(&locales.join(tag))? {
            let path = path.to_str().ok_or("the path of the workspace is not UTF-8")?;
            writeln!(code, "        include_str!({path:?}),").map_err(|e| e.to_string())?;
        }
        code += "    ],\n";
    }
    Ok(code + "];\n")
}

/// The `.ftl` files in `folder`, sorted: the same input gives the same output.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let wrong = |e| format!("{}: {e}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
