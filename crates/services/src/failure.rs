//! From the database's errors to the reader's.

use domain::error::Error;
use uuid::Uuid;

/// What use cases return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Translates an error of the layer below.
pub trait Stored<T> {
    /// The same with the reader's kind of error; a defect is logged here, once.
    ///
    /// # Errors
    ///
    /// As the reader is to be told.
    fn stored(self) -> Result<T>;
}

impl<T> Stored<T> for storage::Result<T> {
    fn stored(self) -> Result<T> {
        self.map_err(|error| match error {
            storage::Error::Stale { entity } => Error::Stale { entity },
            storage::Error::Unavailable(cause) => {
                tracing::warn!(error = %cause, "the database is not available");
                Error::Unavailable
            }
            defect => report(&defect),
        })
    }
}

/// Logs a defect once, where it surfaces, under the reference that the reader gets.
#[must_use]
pub fn report(error: &(dyn std::error::Error + 'static)) -> Error {
    let reference = reference();
    tracing::error!(reference, error, "a use case failed");
    Error::Internal { reference }
}

/// Eight letters and digits that lead from a reader's question to the log.
#[expect(clippy::disallowed_methods, reason = "a reference decides nothing")]
fn reference() -> String {
    let mut reference = Uuid::new_v4().simple().to_string();
    reference.truncate(8);
    reference
}
