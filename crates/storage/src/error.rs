//! What can go wrong below the use cases.

use domain::error::Entity;

/// Why the database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else changed the row first.
    #[error("{entity:?} is no longer at that version")]
    Stale {
        /// The kind of row.
        entity: Entity,
    },
    /// A stored value that no version of the product wrote.
    #[error("unreadable value in {table}.{column}")]
    Corrupt {
        /// Where.
        table: &'static str,
        /// In which column.
        column: &'static str,
    },
    /// Busy, locked or gone; the same request may succeed later.
    #[error("database unavailable: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// Anything else: a defect.
    #[error("database error: {0}")]
    Driver(#[source] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The address names no database that is built in.
    #[error("a database address begins with `sqlite:` or `postgres://`")]
    Address,
}

/// What storage functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Whether a rule written as a constraint was violated.
    ///
    /// SQLite names the column, PostgreSQL the index; a rule has both names.
    #[must_use]
    pub fn violates(&self, index: &str, column: &str) -> bool {
        let Self::Driver(sqlx::Error::Database(error)) = self else { return false };
        error.constraint() == Some(index)
            || (error.is_unique_violation() && error.message().ends_with(column))
    }
}

/// PostgreSQL's classes for "not now": connection lost, resources, operator, serialization, lock.
const POSTGRES_LATER: [&str; 6] = ["08", "53", "57", "58", "40", "55P03"];

/// SQLite's primary codes for "not now": busy, locked, I/O, cannot open, full, read-only.
const SQLITE_LATER: [i64; 6] = [5, 6, 10, 14, 13, 8];

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let later = match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            sqlx::Error::Database(error) => error.code().is_some_and(|code| {
                // SQLite's extended codes carry the primary code in the low byte.
                match code.parse::<i64>() {
                    Ok(number) if code.len() < 5 => SQLITE_LATER.contains(&(number & 0xff)),
                    _ => POSTGRES_LATER.iter().any(|class| code.starts_with(class)),
                }
            }),
            _ => false,
        };
        if later { Self::Unavailable(error) } else { Self::Driver(error) }
    }
}
