//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The name that the browser's files begin with.
pub const OUTPUT_NAME: &str = "partner-center";

/// The clone that this program was built from.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Found from where cargo says that this crate is.
    ///
    /// # Errors
    ///
    /// If that is not inside a clone of the project.
    pub fn find() -> Result<Self> {
        let own = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
        let root =
            root.context("no Cargo.lock above this crate: run `cargo xtask` in the clone")?;
        Ok(Self { root: root.to_owned() })
    }

    /// The clone's top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// `path`, given from the top.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A program that npm has installed.
    pub fn npm_program(&self, name: &str) -> PathBuf {
        self.path("end2end/node_modules/.bin").join(name)
    }

    /// Where things may be kept for the next clone, if the user has such a place.
    pub fn cache(&self) -> PathBuf {
        std::env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
            .map(|folder| folder.join("partner-center"))
            .filter(|folder| std::fs::create_dir_all(folder).is_ok())
            .unwrap_or_else(|| self.path("target/cache"))
    }
}
