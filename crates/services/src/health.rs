//! Whether everything below the use cases is as it should be.

use domain::time::Instant;
use storage::{Store, jobs};

use crate::failure::{Result, Stored};
use crate::system::System;

/// How far the database's schema has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Migrations that this program knows.
    pub known: usize,
    /// Migrations that the database has had.
    pub applied: usize,
}

impl Schema {
    /// Whether this program and the database belong together.
    #[must_use]
    pub fn current(self) -> bool {
        self.known == self.applied
    }
}

/// How far the schema of `store` has come.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn schema(store: &Store) -> Result<Schema> {
    let (known, applied) = store.migrations().await.stored()?;
    Ok(Schema { known, applied })
}

/// Whether requests can be served: the database answers and has the schema of this program.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn ready(system: &System) -> Result<bool> {
    Ok(schema(&system.store).await?.current())
}

/// The last moment on the wall that the database knows of; `None` if no job has run yet.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn last_known_moment(store: &Store) -> Result<Option<Instant>> {
    let mut tx = store.read().await.stored()?;
    jobs::last_finished(&mut tx).await.stored()
}
