//! Reading the activity log, and proving that nobody changed it.

use domain::access::Action;
use domain::activity::{Entry, Filter, HASH_BYTES, LogView};
use domain::time::months_before;
use storage::{Store, Tx, activity as rows};
use uuid::Uuid;

use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::chained;

/// Entries a page.
const PAGE: u32 = 50;

/// Entries fetched at once by exports and by the verification.
const BATCH: u32 = 1000;

/// The entries of the caller's company that answer `filter`, newest first; the last month where
/// no time is given.
///
/// # Errors
///
/// `Forbidden` without the right to view the log.
///
/// Source: domain book, 1.7.
pub async fn list(caller: &Caller, filter: Filter) -> Result<LogView> {
    let grant = caller.authorize_reading(Action::ViewActivityLog)?;
    let applied = Filter { limit: PAGE, ..applied(&grant, filter) };
    let mut tx = grant.read().await?;
    let tenant = grant.tenant();
    let one_more = Filter { limit: PAGE + 1, ..applied.clone() };
    let mut entries = rows::list(&mut tx, tenant, &one_more).await.stored()?;
    let more = entries.len() > PAGE as usize;
    entries.truncate(PAGE as usize);
    Ok(LogView {
        entries,
        total: rows::count(&mut tx, tenant, &applied).await.stored()?,
        more,
        actors: rows::actors(&mut tx, tenant).await.stored()?,
        kinds: rows::kinds(&mut tx, tenant).await.stored()?,
        applied,
    })
}

/// The last month, unless the reader asked for a time.
fn applied(grant: &Grant, filter: Filter) -> Filter {
    if filter.first.is_some() || filter.last.is_some() {
        return filter;
    }
    Filter { first: Some(months_before(grant.today(), 1)), ..filter }
}

/// The entries of an export, fetched batch by batch so that a long log needs no long memory.
pub struct Export {
    tx: Tx,
    tenant: Uuid,
    filter: Filter,
}

impl Export {
    /// The next entries, newest first; empty at the end.
    ///
    /// # Errors
    ///
    /// `Unavailable`.
    pub async fn next(&mut self) -> Result<Vec<Entry>> {
        let entries = rows::list(&mut self.tx, self.tenant, &self.filter).await.stored()?;
        if let Some(last) = entries.last() {
            self.filter.before_seq = Some(last.seq);
        }
        Ok(entries)
    }
}

/// Everything that answers `filter`, page or not.
///
/// # Errors
///
/// `Forbidden` without the right to export the log.
pub async fn export(caller: &Caller, filter: Filter) -> Result<Export> {
    let grant = caller.authorize_reading(Action::ViewActivityLog)?;
    let filter = Filter { before_seq: None, limit: BATCH, ..applied(&grant, filter) };
    Ok(Export { tx: grant.read().await?, tenant: grant.tenant(), filter })
}

/// What the verification of all chains found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Entries whose hash is right.
    pub entries: u64,
    /// The first wrong entry of each broken chain: tenant and number.
    pub broken: Vec<(Uuid, i64)>,
}

/// Recomputes every chain of the log.
///
/// # Errors
///
/// `Unavailable`.
pub async fn verify(store: &Store) -> Result<Verified> {
    let mut tx = store.read().await.stored()?;
    let mut verified = Verified::default();
    for (tenant, head) in rows::heads(&mut tx).await.stored()? {
        let mut previous = vec![0_u8; HASH_BYTES];
        let mut seq = 0;
        let broken = 'chain: loop {
            let entries = rows::chain(&mut tx, tenant, seq, BATCH).await.stored()?;
            if entries.is_empty() {
                // Entries cut off at the end leave a head that nothing leads to.
                break (seq != head.seq || previous != head.hash).then_some(seq + 1);
            }
            for (entry, hash) in entries {
                if entry.seq != seq + 1 || chained(&previous, &entry, tenant) != hash.as_slice() {
                    break 'chain Some(seq + 1);
                }
                verified.entries += 1;
                seq = entry.seq;
                previous = hash;
            }
        };
        verified.broken.extend(broken.map(|seq| (tenant, seq)));
    }
    Ok(verified)
}
