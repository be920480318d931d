//! From the linker's module to what a browser loads: the main module, a file for each page
//! that comes later, and the scripts between them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::digest::Digest;
use crate::build::packs::{self, Pages};
use crate::build::{Choice, Profile, optimise, whole};
use crate::project::{OUTPUT_NAME, Project};

/// Where Leptos looks for the script that loads later pages.
const LOADER: &str = "__wasm_split.______________________.js";

/// Where Leptos looks for what belongs to which page.
const MANIFEST: &str = "__wasm_split_manifest.json";

/// A change of these files changes what they make.
const STEPS: [&str; 4] = [
    include_str!("link.rs"),
    include_str!("optimise.rs"),
    include_str!("packs.rs"),
    include_str!("whole.rs"),
];

/// What `wasm` becomes, in a folder of its own.
#[derive(Debug)]
pub struct Linked {
    /// The folder.
    pub folder: PathBuf,
    /// What it was made from.
    pub key: String,
}

/// Splits, binds and optimises `wasm`, unless that has been done.
///
/// # Errors
///
/// If a step fails.
pub fn linked(project: &Project, choice: Choice, wasm: &[u8]) -> Result<Linked> {
    let lock = fs::read(project.path("end2end/package-lock.json"))?;
    let mut digest = Digest::of(wasm).with(&lock).with(format!("{choice:?}").as_bytes());
    for step in STEPS {
        digest = digest.with(step.as_bytes());
    }
    let key = digest.hex();
    let folder = project.path(match choice.profile {
        Profile::Release => "target/browser/linked-release",
        Profile::Debug => "target/browser/linked-debug",
    });
    let stamp = folder.with_extension("key");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == key) {
        return Ok(Linked { folder, key });
    }
    if folder.exists() {
        fs::remove_file(&stamp).or_else(not_there)?;
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    if choice.split {
        split(wasm, &folder)?;
    } else {
        keep_whole(wasm, &folder)?;
    }
    if choice.profile == Profile::Release {
        optimise::modules(project, &folder)?;
        if choice.split {
            packs::pack(&folder, &folder.join(LOADER), &folder.join(MANIFEST))?;
        }
        optimise::scripts(project, &folder)?;
    }
    fs::write(stamp, &key)?;
    Ok(Linked { folder, key })
}

fn not_there(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

fn split(wasm: &[u8], folder: &Path) -> Result<()> {
    let place = tempfile::tempdir()?;
    let main = place.path().join("main.wasm");
    let main_script = format!("./{OUTPUT_NAME}.js");
    let loader = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &loader;
    options.main_module = &main_script;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|failure| anyhow!("cannot split the browser part: {failure:?}"))?;
    // In order, so that the same code makes the same file.
    let pages = split.prefetch_map.into_iter().collect::<Pages>();
    fs::write(folder.join(MANIFEST), serde_json::to_vec(&pages)?)?;
    bind(&main, folder)
}

/// Leaves all pages in the main module; nothing comes later.
fn keep_whole(wasm: &[u8], folder: &Path) -> Result<()> {
    let place = tempfile::tempdir()?;
    let main = place.path().join("main.wasm");
    fs::write(&main, whole::joined(wasm)?)?;
    bind(&main, folder)?;
    // Leptos asks for both all the same.
    fs::write(folder.join(MANIFEST), "{}")?;
    fs::write(folder.join(LOADER), "export {};\n")?;
    Ok(())
}

/// Makes the script through which the module and the page speak.
fn bind(main: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .web(true)
        .context("wasm-bindgen")?
        .input_path(main)
        .out_name(OUTPUT_NAME)
        .keep_lld_exports(true)
        .demangle(false)
        .typescript(false)
        .generate(folder)
        .context("cannot bind the browser part to the page")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_binds_is_of_the_version_that_is_bound() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
        let versions = |name: &str| {
            let start = format!("name = \"{name}\"\nversion = \"");
            let found = lock
                .match_indices(&start)
                .map(|(at, _)| lock[at + start.len()..].split('"').next().unwrap());
            found.collect::<Vec<_>>()
        };
        assert_eq!(versions("wasm-bindgen").len(), 1);
        assert_eq!(versions("wasm-bindgen-cli-support"), versions("wasm-bindgen"));
    }
}
