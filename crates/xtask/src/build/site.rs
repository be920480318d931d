//! The folder that the server serves: `public/` as it is, and what was built, under an address
//! that changes with every change, so that browsers may keep it for ever.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use crate::build::digest::{Digest, files, read};
use crate::build::link::Linked;
use crate::build::{Choice, Profile, optimise};
use crate::process::Program;
use crate::project::Project;

/// What gains by being compressed.
const COMPRESSED: [&str; 10] =
    ["css", "ftl", "html", "ico", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// A change of this file changes what it makes.
const STEP: &str = include_str!("site.rs");

/// Where the site goes. What users get and what is being worked on do not overwrite each other.
pub fn folder(project: &Project, profile: Profile) -> PathBuf {
    project.path(match profile {
        Profile::Release => "target/site",
        Profile::Debug => "target/site-debug",
    })
}

/// Collects the site in `site`, unless it is there, and returns the hash in its address.
///
/// # Errors
///
/// If something cannot be read, minified or written.
pub fn collect(project: &Project, choice: Choice, linked: &Linked, site: &Path) -> Result<String> {
    let public = project.path("public");
    let key = Digest::of(linked.key.as_bytes())
        .with(STEP.as_bytes())
        .with_folder(&public)?
        .with_folder(&project.path("style"))?
        .with_folder(&project.path("locales"))?
        .with_folder(&project.path("crates/i18n/src"))?
        .hex();
    let stamp = project.path(match choice.profile {
        Profile::Release => "target/browser/site-release.key",
        Profile::Debug => "target/browser/site-debug.key",
    });
    if fs::read_to_string(&stamp).is_ok_and(|found| found == key)
        && let Ok(hash) = hash_of(site)
    {
        return Ok(hash);
    }

    let release = choice.profile == Profile::Release;
    let place = site.with_extension("new");
    empty(&place)?;
    copy(&public, &place)?;
    let fresh = place.join("pkg/fresh");
    copy(&linked.folder, &fresh)?;
    fs::write(fresh.join("main.css"), optimise::style(project, release)?)?;
    messages(project, &fresh)?;
    let hash = Digest::new().with_folder(&fresh)?.hex()[..16].to_owned();
    fs::rename(fresh, place.join("pkg").join(&hash))?;
    if release {
        compress(&place)?;
    }
    fs::write(place.join("build.json"), json!({ "hash": hash }).to_string())?;
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    fs::rename(&place, site)?;
    fs::write(stamp, key)?;
    Ok(hash)
}

/// The hash in the address of the site in `site`.
///
/// # Errors
///
/// If there is no whole site.
pub fn hash_of(site: &Path) -> Result<String> {
    let text = fs::read_to_string(site.join("build.json"))?;
    let build = serde_json::from_str::<serde_json::Value>(&text)?;
    let hash = build["hash"].as_str().context("build.json has no hash")?;
    Ok(hash.to_owned())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in files(from)? {
        let place = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(place.parent().unwrap_or(to))?;
        fs::copy(&file, &place)?;
    }
    Ok(())
}

/// The words of each language. Another program writes them, so that this one need not be built
/// again for a word, and still starts when one is wrong.
fn messages(project: &Project, folder: &Path) -> Result<()> {
    Program::new("cargo")
        .args(["run", "--quiet", "--package", "i18n", "--features", "catalogues"])
        .args(["--bin", "minified", "--"])
        .arg(folder)
        .dir(project.root())
        .run()
}

/// Puts a `.br` and a `.gz` beside every file that gains by it.
fn compress(folder: &Path) -> Result<()> {
    let mut large = files(folder)?;
    large.retain(|file| {
        file.extension().is_some_and(|extension| COMPRESSED.iter().any(|known| extension == *known))
    });
    large.sort_by_key(|file| fs::metadata(file).map_or(0, |data| data.len()));
    optimise::each(large, |file| {
        let bytes = read(file)?;
        fs::write(with_suffix(file, ".br"), brotli(&bytes)?)?;
        fs::write(with_suffix(file, ".gz"), gzip(&bytes)?)?;
        Ok(())
    })
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let best = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &best)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "De 1 à 300 licences. ".repeat(50).into_bytes();

        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(&text).unwrap(), &mut unpacked).unwrap();
        assert_eq!(unpacked, text);

        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(&text).unwrap()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
    }

    #[test]
    fn a_folder_without_a_whole_site_has_no_hash() {
        let folder = tempfile::tempdir().unwrap();
        assert!(hash_of(folder.path()).is_err());
        fs::write(folder.path().join("build.json"), r#"{"hash":"0123456789abcdef"}"#).unwrap();
        assert_eq!(hash_of(folder.path()).unwrap(), "0123456789abcdef");
    }
}
