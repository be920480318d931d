//! Fingerprints: of what is built, to name it; of what it is built from, to not build it twice.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};

/// SHA-256 over parts, each with its length, so that parts cannot run into each other.
#[derive(Clone, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of one part.
    pub fn of(part: &[u8]) -> Self {
        Self::new().with(part)
    }

    /// And of `part`.
    pub fn with(mut self, part: &[u8]) -> Self {
        self.0.update(part.len().to_be_bytes());
        self.0.update(part);
        self
    }

    /// And of every file below `folder`, by name and contents.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn with_folder(mut self, folder: &Path) -> Result<Self> {
        for file in files(folder)? {
            let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
            self = self.with(name.as_bytes()).with(&read(&file)?);
        }
        Ok(self)
    }

    /// As 64 hexadecimal digits.
    pub fn hex(self) -> String {
        self.0.finalize().iter().fold(String::new(), |mut text, byte| {
            // A string takes whatever is written to it.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// The files below `folder`, in the order of their names; none if there is no such folder.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The contents of `file`.
///
/// # Errors
///
/// If it cannot be read; the error names it.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_in_other_parts_are_something_else() {
        let one = Digest::new().with(b"ab").with(b"c").hex();
        let other = Digest::new().with(b"a").with(b"bc").hex();
        assert_ne!(one, other);
        assert_eq!(one.len(), 64);
    }

    #[test]
    fn a_renamed_file_is_something_else() {
        let folder = tempfile::tempdir().unwrap();
        let digest = || Digest::new().with_folder(folder.path()).unwrap().hex();
        fs::write(folder.path().join("one"), "text").unwrap();
        let before = digest();
        assert_eq!(digest(), before);
        fs::rename(folder.path().join("one"), folder.path().join("two")).unwrap();
        assert_ne!(digest(), before);
    }
}
