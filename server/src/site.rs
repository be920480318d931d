//! The built browser part: where it is and what is in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use thiserror::Error;

/// Why the built browser part cannot be served.
#[derive(Debug, Error)]
pub enum SiteError {
    /// Not built, or elsewhere.
    #[error("no built site in {0}: run `cargo xtask build`, or set PORTAL_SITE_ROOT")]
    Missing(PathBuf),
    /// Something is there, but not what the build writes.
    #[error("{0} is damaged: build again")]
    Damaged(PathBuf),
    /// The folder cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(PathBuf, io::Error),
}

/// The built browser part.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder.
    pub root: PathBuf,
    /// Names this build.
    pub hash: String,
    /// The text of the style sheet.
    pub styles: Arc<str>,
    /// Files outside of `pkg`, such as `favicon.svg`.
    pub files: Vec<String>,
}

#[derive(Deserialize)]
struct Build {
    hash: String,
}

impl Site {
    /// The site built into `root`.
    ///
    /// # Errors
    ///
    /// [`SiteError`], with what to do.
    pub fn open(root: &Path) -> Result<Self, SiteError> {
        let note = root.join("build.json");
        let text = fs::read_to_string(&note).map_err(|_| SiteError::Missing(root.to_owned()))?;
        let Build { hash } =
            serde_json::from_str(&text).map_err(|_| SiteError::Damaged(note.clone()))?;
        let clean = !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !clean {
            return Err(SiteError::Damaged(note));
        }
        let styles = fs::read_to_string(root.join("pkg").join(&hash).join("main.css"))
            .map_err(|_| SiteError::Damaged(note))?;
        let mut files = Vec::new();
        list(root, "", &mut files).map_err(|e| SiteError::Unreadable(root.to_owned(), e))?;
        files.sort();
        Ok(Self { root: root.to_owned(), hash, styles: styles.into(), files })
    }

    /// The folder of everything that changes with the build, as addresses name it.
    #[must_use]
    pub fn pkg_dir(&self) -> String {
        format!("pkg/{}", self.hash)
    }
}

/// Adds the files of `folder`, with `before` before their names.
fn list(folder: &Path, before: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = format!("{before}{name}");
        if entry.file_type()?.is_dir() {
            if path != "pkg" {
                list(&entry.path(), &format!("{path}/"), files)?;
            }
        } else if path != "build.json" && !compressed(&name) {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether it is another file's smaller form.
fn compressed(name: &str) -> bool {
    matches!(name.rsplit_once('.'), Some((_, "br" | "gz")))
}
