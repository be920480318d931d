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
use domain::input::password;
use domain::licences::TemporaryPassword;
use storage::Tx;
use storage::accounts::{self, User, sessions};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::brake::{self, Attempt, Subject};
use super::sign_in::{changed, locked};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::system::{Ids, System};
use crate::work::{Start, Work, log};

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

/// Leave to work on passwords. Whoever works on one inside a transaction takes it before, so that
/// nobody holds the database while waiting for a processor.
pub(super) struct Turn {
    memory_kib: u32,
    _permit: SemaphorePermit<'static>,
}

impl Turn {
    /// Waits for a turn, but not for long: a flood is told to come back later.
    pub(super) async fn take(system: &System) -> Result<Self> {
        let Ok(Ok(permit)) = timeout(PATIENCE, PERMITS.acquire()).await else {
            return Err(Error::Unavailable);
        };
        Ok(Self { memory_kib: system.policy().password_memory_kib, _permit: permit })
    }

    /// The hash under which `password` is stored.
    pub(super) async fn hash(&self, ids: &dyn Ids, password: String) -> Result<String> {
        let memory = self.memory_kib;
        let mut salt = [0; 16];
        ids.fill(&mut salt);
        aside(move || {
            let hash = hasher(memory)?.hash_password_with_salt(password.as_bytes(), &salt);
            hash.map(|hash: PasswordHash| hash.to_string()).map_err(|error| report(&error))
        })
        .await
    }

    /// Whether `password` is the one behind `hash`. Without a hash it is not, after the same work.
    pub(super) async fn matches(&self, hash: Option<String>, password: String) -> Result<bool> {
        let memory = self.memory_kib;
        aside(move || {
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
}

/// A password that somebody else is told, and must replace when first signing in.
pub(crate) struct Temporary {
    /// To be shown once.
    pub(crate) password: TemporaryPassword,
    /// To be stored.
    pub(crate) hash: String,
}

/// Letters and digits that are not easily mistaken for others.
const TYPED: &[u8; 55] = b"abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Characters of a temporary password.
const TEMPORARY: usize = 12;

/// A temporary password for somebody who signs in as `name`. To be made before a transaction is
/// begun: the hash takes a while.
///
/// # Errors
///
/// `Unavailable` in a flood.
pub(crate) async fn temporary_password(system: &System, name: &str) -> Result<Temporary> {
    let password = loop {
        let candidate = typed(system.ids.as_ref());
        if password(&candidate, name).is_ok() {
            break candidate;
        }
    };
    let hash = Turn::take(system).await?.hash(system.ids.as_ref(), password.clone()).await?;
    Ok(Temporary { password: TemporaryPassword::new(password), hash })
}

/// As many characters of [`TYPED`], each as likely as the others.
fn typed(ids: &dyn Ids) -> String {
    // Bytes above the last whole multiple would make the first characters likelier.
    let most = 256 - 256 % TYPED.len();
    let mut typed = String::with_capacity(TEMPORARY);
    while typed.len() < TEMPORARY {
        let mut chance = [0; TEMPORARY];
        ids.fill(&mut chance);
        let fair = chance.into_iter().map(usize::from).filter(|byte| *byte < most);
        typed.extend(fair.map(|byte| char::from(TYPED[byte % TYPED.len()])));
    }
    typed.truncate(TEMPORARY);
    typed
}

/// Does `work` where it does not hold up other requests.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    spawn_blocking(work).await.map_err(|error| report(&error))?
}

/// A change of the own account, begun by somebody who knows the password.
pub(super) struct Proven {
    /// The transaction.
    pub(super) work: Work,
    /// Whose account.
    pub(super) user: User,
    /// To be told that it succeeded, in the same transaction.
    pub(super) attempt: Attempt,
}

/// Begins `use_case` if `password`, typed in `field`, is the caller's; `None` for a repetition.
///
/// All of it is one transaction, although the password takes a while: a double click must wait for
/// the first click and find it done, not find its password replaced.
///
/// # Errors
///
/// [`PasswordFault::CurrentWrong`] at `field`; a wait or a lock after too many of those.
pub(super) async fn prove(
    turn: &Turn,
    grant: &Grant,
    request: RequestId,
    use_case: &'static str,
    field: &str,
    password: String,
) -> Result<Option<Proven>> {
    let mut work = match grant.work(request, use_case, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(()) => return Ok(None),
    };
    let user = own_row(&mut work.tx, grant).await?;
    let account = Subject::Account(grant.surface(), &user.viewer.sign_in_name);
    let attempt = brake::count_in(&mut work.tx, &grant.system, &[account]).await?;
    if turn.matches(Some(user.password_hash.clone()), password).await? {
        return Ok(Some(Proven { work, user, attempt }));
    }
    let Some(lock) = attempt.lock() else {
        work.withdraw().await?;
        return Err(Error::invalid(field, PasswordFault::CurrentWrong));
    };
    log(&mut work.tx, grant, locked()).await?;
    work.withdraw().await?;
    Err(lock.into())
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
    let turn = Turn::take(&grant.system).await?;
    let hash = turn.hash(grant.system.ids.as_ref(), new.reveal().to_owned()).await?;
    let proven = prove(&turn, &grant, request, USE_CASE, "current", current).await?;
    let Some(Proven { mut work, user, attempt }) = proven else { return Ok(()) };

    replace(&mut work.tx, &grant, user.version, &hash).await?;
    sessions::delete_others(&mut work.tx, grant.user(), caller.session()).await.stored()?;
    attempt.succeeded(&mut work.tx).await?;
    work.commit(changed("password-changed"), ()).await
}

/// Stores the hash of the caller's new password.
pub(super) async fn replace(tx: &mut Tx, grant: &Grant, version: i64, hash: &str) -> Result<()> {
    accounts::set_password(tx, grant.tenant(), grant.user(), version, hash).await.stored()
}
