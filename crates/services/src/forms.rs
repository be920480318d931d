//! Forms that were refused, or sent after the session's end: kept for a while, so that the page
//! can show them again with what was typed.

use domain::error::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;
use storage::forms::{self, KeptForm};
use uuid::{Builder, Uuid};

use crate::failure::{Result, Stored, report};
use crate::system::System;

/// What was typed, and why it was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<D> {
    /// The form, without its secrets.
    pub draft: D,
    /// Why.
    pub error: Error,
}

/// Keeps the `draft` of `form`, from which secrets have been taken, and why it was refused.
///
/// Who knows the returned id can read the form: it is as hard to guess as a password.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn keep<D: Serialize>(
    system: &System,
    form: &str,
    draft: &D,
    error: &Error,
) -> Result<Uuid> {
    let mut chance = [0; 16];
    system.ids.fill(&mut chance);
    let id = Builder::from_random_bytes(chance).into_uuid();
    let draft = serde_json::to_string(draft).map_err(|error| report(&error))?;
    let error = serde_json::to_string(error).map_err(|error| report(&error))?;
    let kept = KeptForm { form: form.to_owned(), draft, error };

    let now = system.wall();
    let mut tx = system.store.write().await.stored()?;
    forms::delete_expired(&mut tx, now).await.stored()?;
    forms::insert(&mut tx, id, &kept, now + system.policy().keep_forms).await.stored()?;
    tx.commit().await.stored()?;
    Ok(id)
}

/// What was kept of `form` under `id`; `None` once it has expired, and for another form.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn find<D: DeserializeOwned>(
    system: &System,
    form: &str,
    id: Uuid,
) -> Result<Option<Refused<D>>> {
    let mut tx = system.store.read().await.stored()?;
    let kept = forms::find(&mut tx, id, system.wall()).await.stored()?;
    let Some(kept) = kept.filter(|kept| kept.form == form) else { return Ok(None) };
    // A draft kept by another version of the product may have other fields: then it is lost.
    let Ok(draft) = serde_json::from_str(&kept.draft) else { return Ok(None) };
    let error = serde_json::from_str(&kept.error).map_err(|error| report(&error))?;
    Ok(Some(Refused { draft, error }))
}

/// A kept form of any kind, for the page that shows it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which form it was.
    pub form: String,
    /// What was typed, as JSON, without secrets.
    pub draft: String,
    /// Why it was refused.
    pub error: Error,
}

/// What was kept under `id`, whatever form it was; `None` once it has expired.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn find_any(system: &System, id: Uuid) -> Result<Option<Kept>> {
    let mut tx = system.store.read().await.stored()?;
    let kept = forms::find(&mut tx, id, system.wall()).await.stored()?;
    let Some(KeptForm { form, draft, error }) = kept else { return Ok(None) };
    let error = serde_json::from_str(&error).map_err(|error| report(&error))?;
    Ok(Some(Kept { form, draft, error }))
}
