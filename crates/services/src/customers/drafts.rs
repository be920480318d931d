//! The wizard, begun and left: what was typed waits for its author.

use domain::access::Action;
use domain::error::Error;
use domain::time::Instant;
use serde::Serialize;
use serde::de::DeserializeOwned;
use storage::customers as rows;

use crate::caller::Caller;
use crate::failure::{Result, Stored, report};

/// The form's name among those that can be left.
pub(super) const FORM: &str = "new-customer";

/// Most bytes that are kept: more than all fields of the wizard filled, with a full order.
const MOST: usize = 64 * 1024;

/// What somebody has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDraft<D> {
    /// What was typed.
    pub draft: D,
    /// When it was kept.
    pub saved_at: Instant,
}

/// Keeps what the caller has typed in the wizard, in place of what was kept before.
///
/// Not logged: it concerns nobody else. The last one counts, so that no request id is needed.
///
/// # Errors
///
/// `Forbidden` without the right to create customers; `Unavailable`.
pub async fn save_draft<D: Serialize>(caller: &Caller, draft: &D) -> Result<()> {
    let grant = caller.authorize(Action::CreateCustomer)?;
    let draft = serde_json::to_string(draft).map_err(|error| report(&error))?;
    if draft.len() > MOST {
        return Err(Error::invalid("draft", domain::customers::CustomerFault::Unreadable));
    }
    let mut tx = grant.system.store.write().await.stored()?;
    rows::put_draft(&mut tx, grant.user(), FORM, &draft, grant.system.wall()).await.stored()?;
    tx.commit().await.stored()
}

/// What the caller has begun in the wizard. What another version of the product kept and this one
/// cannot read is lost.
///
/// # Errors
///
/// `Forbidden` without the right to create customers; `Unavailable`.
pub async fn load_draft<D: DeserializeOwned>(caller: &Caller) -> Result<Option<KeptDraft<D>>> {
    let grant = caller.authorize(Action::CreateCustomer)?;
    let mut tx = grant.read().await?;
    let kept = rows::draft(&mut tx, grant.user(), FORM).await.stored()?;
    Ok(kept.and_then(|kept| {
        let draft = serde_json::from_str(&kept.draft).ok()?;
        Some(KeptDraft { draft, saved_at: kept.saved_at })
    }))
}

/// Forgets what the caller has begun in the wizard.
///
/// # Errors
///
/// `Forbidden` without the right to create customers; `Unavailable`.
pub async fn drop_draft(caller: &Caller) -> Result<()> {
    let grant = caller.authorize(Action::CreateCustomer)?;
    let mut tx = grant.system.store.write().await.stored()?;
    rows::delete_draft(&mut tx, grant.user(), FORM).await.stored()?;
    tx.commit().await.stored()
}
