//! Smaller modules, scripts and style sheets, by the programs that npm has installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Result, anyhow, bail};

use crate::build::digest::files;
use crate::process::Program;
use crate::project::Project;

/// What every browser of the last years knows, and what the compiler makes use of.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Makes the modules in `folder` smaller, as many at a time as there are processors.
///
/// # Errors
///
/// If the optimiser fails.
pub fn modules(project: &Project, folder: &Path) -> Result<()> {
    let mut modules = with_extension(folder, "wasm")?;
    // The largest first: it takes longer than the others together.
    modules.sort_by_key(|file| fs::metadata(file).map_or(0, |data| data.len()));
    each(modules, |module| {
        let smaller = module.with_extension("smaller");
        Program::new(project.npm_program("wasm-opt"))
            .args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"])
            .args(FEATURES)
            .arg(module)
            .arg("--output")
            .arg(&smaller)
            // It warns about sections that it does not know and leaves as they are.
            .read()?;
        fs::rename(smaller, module)?;
        Ok(())
    })
}

/// Makes the scripts in `folder` smaller.
///
/// # Errors
///
/// If the minifier fails.
pub fn scripts(project: &Project, folder: &Path) -> Result<()> {
    for script in with_extension(folder, "js")? {
        Program::new(project.npm_program("esbuild"))
            .arg(&script)
            .args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outfile={}", script.display()))
            .run()?;
    }
    Ok(())
}

/// The style sheet: `style/main.css` with all that it imports, in one file.
///
/// # Errors
///
/// If a file is missing or is no CSS.
pub fn style(project: &Project, minify: bool) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let sheet = folder.path().join("main.css");
    let mut esbuild = Program::new(project.npm_program("esbuild"))
        .arg(project.path("style/main.css"))
        // Nothing is external: a pattern for addresses would also fit the files on this machine.
        .args(["--bundle", "--log-level=warning"])
        .arg(format!("--outfile={}", sheet.display()));
    if minify {
        esbuild = esbuild.arg("--minify");
    }
    esbuild.run()?;
    Ok(fs::read(sheet)?)
}

fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = files(folder)?;
    found.retain(|file| file.extension().is_some_and(|found| found == extension));
    Ok(found)
}

/// Does `work` with each of `items`, the last first, on all processors.
///
/// # Errors
///
/// The first that `work` returns.
pub fn each<T: Send>(items: Vec<T>, work: impl Fn(&T) -> Result<()> + Sync) -> Result<()> {
    let queue = Mutex::new(items);
    let next = || queue.lock().ok()?.pop();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let one = || -> Result<()> {
            while let Some(item) = next() {
                work(&item)?;
            }
            Ok(())
        };
        let started = (0..workers).map(|_| scope.spawn(one)).collect::<Vec<_>>();
        for worker in started {
            match worker.join() {
                Ok(outcome) => outcome?,
                Err(_) => bail!(anyhow!("a worker gave up")),
            }
        }
        Ok(())
    })
}
