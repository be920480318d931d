//! Passwords: made unreadable, compared, replaced.

use std::sync::LazyLock;
use std::thread::available_parallelism;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::account::{ChangePassword, PasswordFault};
use domain::error::Error;
use domain::ids::RequestId;
use storage::Tx;
use storage::accounts::{self, User, sessions};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::brake::{self, Attempt, Subject};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::system::System;
use crate::work::{Change, Start};

/// Passes over the memory. OWASP's recommendation for 19 MiB.
const PASSES: u32 = 2;

/// How many passwords are worked on at once: each takes a processor and memory for a while.
static PERMITS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(available_parallelism().map_or(2, usize::from)));

/// How long somebody waits for a turn in a flood.
const PATIENCE: Duration = Duration::from_secs(10);

fn hasher(memory_kib: u32) -> Result<Argon2<'static>> {
    let params = Params::new(memory_kib, PASSES, 1, None).map_err(|error| report(&error))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Does `work` where it does not hold up other requests, and only a few at a time.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let turn = timeout(PATIENCE, PERMITS.acquire()).await;
    let Ok(Ok(_permit)) = turn else { return Err(Error::Unavailable) };
    spawn_blocking(work).await.map_err(|error| report(&error))?
}

/// The hash under which `password` is stored.
pub(crate) async fn hashed(system: &System, password: String) -> Result<String> {
    let memory = system.policy().password_memory_kib;
    let mut salt = [0; 16];
    system.ids.fill(&mut salt);
    in_turn(move || {
        let hash = hasher(memory)?.hash_password_with_salt(password.as_bytes(), &salt);
        hash.map(|hash: PasswordHash| hash.to_string()).map_err(|error| report(&error))
    })
    .await
}

/// Whether `password` is the one behind `hash`. Without a hash it is not, after the same work.
pub(super) async fn matches(
    system: &System,
    hash: Option<String>,
    password: String,
) -> Result<bool> {
    let memory = system.policy().password_memory_kib;
    in_turn(move || {
        let hasher = hasher(memory)?;
        let Some(hash) = hash else {
            let unused = hasher.hash_password_with_salt(password.as_bytes(), &[0; 16]);
            return unused.map(|_: PasswordHash| false).map_err(|error| report(&error));
        };
        let hash = PasswordHash::new(&hash).map_err(|error| report(&error))?;
        Ok(hasher.verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

/// That the person at the keyboard knows the password of the account.
pub(super) struct Proof {
    /// Whose account.
    pub(super) user: User,
    /// To be told that it succeeded, in the transaction of the change.
    pub(super) attempt: Attempt,
}

/// Asks `password`, typed in `field`, before `use_case` changes the caller's account; `None` for
/// a repetition of an attempt that has been made.
///
/// The password is worked on outside a transaction, so that nobody waits for it. The request is
/// looked at before: when its first attempt has replaced the password meanwhile, the second one
/// is a repetition, not a wrong password.
///
/// # Errors
///
/// [`PasswordFault::CurrentWrong`] at `field`; a wait or a lock after too many of those.
pub(super) async fn prove(
    grant: &Grant,
    request: RequestId,
    use_case: &'static str,
    field: &str,
    password: String,
) -> Result<Option<Proof>> {
    let mut looked = match grant.work(request, use_case, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(()) => return Ok(None),
    };
    let user = own_row(&mut looked.tx, grant).await?;
    drop(looked);

    let system = &grant.system;
    let account = Subject::Account(grant.surface(), &user.viewer.sign_in_name);
    let attempt = brake::count(system, &[account]).await?;
    if matches(system, Some(user.password_hash.clone()), password).await? {
        return Ok(Some(Proof { user, attempt }));
    }
    Err(match attempt.lock() {
        Some(lock) => lock.into(),
        None => Error::invalid(field, PasswordFault::CurrentWrong),
    })
}

/// The caller's own row.
pub(super) async fn own_row(tx: &mut Tx, grant: &Grant) -> Result<User> {
    let user = accounts::find(tx, grant.tenant(), grant.user()).await.stored()?;
    user.ok_or(Error::Unauthenticated)
}

/// Replaces the caller's password and ends the caller's other sessions.
///
/// A retry with the same `wanted.request` changes nothing.
///
/// # Errors
///
/// [`PasswordFault::CurrentWrong`] at the field `current`; a wait or a lock after too many of
/// those.
pub async fn change_password(caller: &Caller, wanted: ChangePassword) -> Result<()> {
    const USE_CASE: &str = "accounts.change-password";
    let ChangePassword { request, current, new } = wanted;
    let grant = caller.authorize_own_account()?;
    let proof = prove(&grant, request, USE_CASE, "current", current).await?;
    let Some(Proof { user, attempt }) = proof else { return Ok(()) };
    let hash = hashed(&grant.system, new.reveal().to_owned()).await?;

    let mut work = match grant.work(request, USE_CASE, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(()) => return Ok(()),
    };
    replace(&mut work.tx, &grant, user.version, &hash).await?;
    sessions::delete_others(&mut work.tx, grant.user(), caller.session()).await.stored()?;
    attempt.succeeded(&mut work.tx).await?;
    work.commit(password_changed(), ()).await
}

/// Stores the hash of the caller's new password.
pub(super) async fn replace(tx: &mut Tx, grant: &Grant, version: i64, hash: &str) -> Result<()> {
    accounts::set_password(tx, grant.tenant(), grant.user(), version, hash).await.stored()
}

/// What the log is told of a new password.
pub(super) fn password_changed() -> Change {
    Change { kind: "password-changed", ..Change::default() }
}
