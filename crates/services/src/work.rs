//! A change: begun once per request id, committed only with its log entry and its outcome.

use domain::activity::Entry;
use domain::error::{Code, Coded};
use domain::ids::{CustomerId, RequestId, UserId};
use domain::time::Instant;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use storage::{Tx, activity, attempts};
use uuid::Uuid;

use crate::caller::Grant;
use crate::failure::{Result, Stored, report};

/// How an attempt begins.
#[expect(clippy::large_enum_variant, reason = "it is taken apart where it is made")]
pub enum Start<T> {
    /// For the first time: go on.
    Fresh(Work),
    /// It has been done; this is what was answered.
    Repeat(T),
}

/// What the log is told of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// `activity-<kind>` is its sentence.
    pub kind: &'static str,
    /// To what: a name or a number.
    pub subject: String,
    /// The customer it concerns.
    pub customer: Option<CustomerId>,
    /// The value before.
    pub before: Option<String>,
    /// The value after.
    pub after: Option<String>,
}

/// The request id was used for something else.
///
/// Source: REST contract, error 800002.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestIdReused;

impl Coded for RequestIdReused {
    fn code(&self) -> Code {
        Code::new("err-request-id-reused", 800_002, 409)
    }
}

/// A transaction that changes something.
pub struct Work {
    /// The transaction, for functions of `storage`.
    pub tx: Tx,
    grant: Grant,
    request: RequestId,
}

impl Grant {
    /// Begins the change `use_case` with `command`, or returns what an earlier attempt with the
    /// same id has answered.
    ///
    /// # Errors
    ///
    /// `RequestIdReused` if the id was used for another command or by somebody else;
    /// `Unavailable` if the database is.
    pub async fn work<T: DeserializeOwned>(
        &self,
        request: RequestId,
        use_case: &'static str,
        command: &impl Serialize,
    ) -> Result<Start<T>> {
        let command = serde_json::to_vec(command).map_err(|error| report(&error))?;
        let fingerprint = Sha256::digest(&command);
        let actor = Uuid::from(self.user());
        let mut tx = self.system.store.write().await.stored()?;
        let now = self.system.wall();
        let earlier = attempts::claim(&mut tx, request, actor, use_case, &fingerprint, now).await;
        let Some(earlier) = earlier.stored()? else {
            return Ok(Start::Fresh(Work { tx, grant: self.clone(), request }));
        };
        let same = earlier.actor_id == actor
            && earlier.use_case == use_case
            && earlier.fingerprint == fingerprint.as_slice();
        if !same {
            return Err(RequestIdReused.into());
        }
        serde_json::from_str(&earlier.outcome).map(Start::Repeat).map_err(|error| report(&error))
    }
}

impl Work {
    /// Logs `change`, keeps `outcome` for repetitions, and makes all of it last.
    ///
    /// # Errors
    ///
    /// If the database refuses; then nothing has happened.
    pub async fn commit<T: Serialize>(mut self, change: Change, outcome: T) -> Result<T> {
        log(&mut self.tx, &self.grant, change).await?;
        self.commit_unlogged(outcome).await
    }

    /// Keeps `outcome` for repetitions of an attempt that found nothing to change.
    ///
    /// # Errors
    ///
    /// If the database refuses; then nothing has happened.
    pub async fn commit_unlogged<T: Serialize>(mut self, outcome: T) -> Result<T> {
        let kept = serde_json::to_string(&outcome).map_err(|error| report(&error))?;
        attempts::keep_outcome(&mut self.tx, self.request, &kept).await.stored()?;
        self.tx.commit().await.stored()?;
        Ok(outcome)
    }

    /// Keeps `kept` for repetitions and answers `outcome`, which holds a secret that is told once.
    ///
    /// # Errors
    ///
    /// If the database refuses; then nothing has happened.
    pub(crate) async fn commit_secret<T: Serialize>(
        self,
        change: Change,
        kept: T,
        outcome: T,
    ) -> Result<T> {
        self.commit(change, kept).await.map(|_| outcome)
    }

    /// Makes what was done so far last, such as the count of a failure, but not the attempt: it
    /// may be made again.
    ///
    /// # Errors
    ///
    /// If the database refuses; then nothing has happened.
    pub(crate) async fn withdraw(mut self) -> Result<()> {
        attempts::withdraw(&mut self.tx, self.request).await.stored()?;
        self.tx.commit().await.stored()
    }
}

/// Appends `change` to the log of the caller's tenant; of what an agent does on a customer's behalf,
/// both companies are told.
///
/// Source: domain book, 2 "provide-technical-support" (rules).
pub(crate) async fn log(tx: &mut Tx, grant: &Grant, mut change: Change) -> Result<()> {
    if let Some(partner) = grant.actor().on_behalf() {
        change.customer = Some(grant.customer());
        log_for(tx, grant, grant.tenant(), change.clone()).await?;
        return log_for(tx, grant, partner.into(), change).await;
    }
    log_for(tx, grant, grant.tenant(), change).await
}

/// Appends what the caller has done to the log of `tenant`.
pub(crate) async fn log_for(
    tx: &mut Tx,
    grant: &Grant,
    tenant: Uuid,
    change: Change,
) -> Result<()> {
    append(tx, tenant, (grant.user(), grant.name.clone()), grant.now(), change).await
}

/// Appends `change`, which nobody asked for, to the log of `tenant`.
pub(crate) async fn log_by_system(
    tx: &mut Tx,
    tenant: Uuid,
    now: Instant,
    change: Change,
) -> Result<()> {
    append(tx, tenant, (UserId::from(Uuid::nil()), String::new()), now, change).await
}

async fn append(
    tx: &mut Tx,
    tenant: Uuid,
    (actor, actor_name): (UserId, String),
    now: Instant,
    change: Change,
) -> Result<()> {
    let head = activity::take_number(tx, tenant).await.stored()?;
    let entry = Entry {
        seq: head.seq,
        at: now,
        actor,
        actor_name,
        kind: change.kind.to_owned(),
        subject: change.subject,
        customer: change.customer,
        before: change.before,
        after: change.after,
    };
    let hash = chained(&head.hash, &entry, tenant);
    activity::append(tx, tenant, &entry, &hash).await.stored()
}

/// The hash of `entry` in `tenant`'s chain, after an entry with the hash `previous`.
pub(crate) fn chained(previous: &[u8], entry: &Entry, tenant: Uuid) -> [u8; 32] {
    Sha256::new().chain_update(previous).chain_update(entry.sealed_bytes(tenant)).finalize().into()
}
