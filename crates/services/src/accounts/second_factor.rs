//! The second factor of one's own account: on, off, and the codes for need.

use chrono::Duration;
use domain::account::{
    OneTimeCode, SecondFactorFault, SecondFactorSetup, SecondFactorState, SignInFault,
};
use domain::error::Error;
use domain::ids::RequestId;
use domain::input::Fault;
use storage::Tx;
use storage::accounts::{Factor, factors};

use super::passwords::{Proven, Turn, own_row, prove};
use super::sign_in::{changed, second_factor_required};
use super::token::{recovery_codes, recovery_hash};
use super::totp::{SECRET_BYTES, matching_step, setup};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::Start;

/// How long an offered secret is offered again, so that two tabs or a reload show the same one.
const OFFER: Duration = Duration::minutes(30);

/// How it stands with the caller's second factor.
///
/// # Errors
///
/// [`Error::Unauthenticated`].
pub async fn second_factor_state(caller: &Caller) -> Result<SecondFactorState> {
    let grant = caller.authorize_own_account()?;
    let mut tx = grant.read().await?;
    let user = own_row(&mut tx, &grant).await?;
    let codes_left = factors::codes_left(&mut tx, grant.user()).await.stored()?;
    let required = second_factor_required(&grant.system, &user);
    Ok(SecondFactorState { on: user.factor.is_on(), required, codes_left })
}

/// Offers the caller a secret for an authenticator. Nothing is asked for before it is confirmed.
///
/// # Errors
///
/// [`SecondFactorFault::AlreadyOn`].
pub async fn begin_second_factor(caller: &Caller) -> Result<SecondFactorSetup> {
    offered(&caller.authorize_own_account()?).await
}

/// The secret on offer to the grant's owner, a new one if need be.
pub(super) async fn offered(grant: &Grant) -> Result<SecondFactorSetup> {
    let system = &grant.system;
    let now = system.wall();
    let mut tx = system.store.write().await.stored()?;
    let user = own_row(&mut tx, grant).await?;
    let secret = match user.factor {
        Factor::On { .. } => return Err(SecondFactorFault::AlreadyOn.into()),
        Factor::Offered { secret, since } if now - since < OFFER => open(grant, &secret)?,
        Factor::Offered { .. } | Factor::Off => {
            let mut secret = vec![0; SECRET_BYTES];
            system.ids.fill(&mut secret);
            let (tenant, owner) = (grant.tenant(), grant.user());
            let sealed = system.policy().seal.seal(&*system.ids, owner, &secret)?;
            factors::offer(&mut tx, tenant, owner, &sealed, now).await.stored()?;
            secret
        }
    };
    tx.commit().await.stored()?;
    setup(&secret, &user.viewer.sign_in_name)
}

/// Switches on the second factor that was offered, once `code` shows that an authenticator has
/// learned it.
///
/// Returns ten recovery codes. Only their hashes are stored; a retry with the same `request` gets
/// the same ones as long as none has been used.
///
/// # Errors
///
/// [`SignInFault::CodeWrong`] at the field `code`; [`SecondFactorFault`] if there is nothing to
/// confirm.
pub async fn confirm_second_factor(
    caller: &Caller,
    request: RequestId,
    code: &str,
) -> Result<Vec<String>> {
    confirmed(&caller.authorize_own_account()?, request, code, async |_| Ok(())).await
}

/// Confirms, and does `more` in the same transaction.
pub(super) async fn confirmed(
    grant: &Grant,
    request: RequestId,
    code: &str,
    more: impl AsyncFnOnce(&mut Tx) -> Result<()>,
) -> Result<Vec<String>> {
    const USE_CASE: &str = "accounts.confirm-second-factor";
    let mut work = match grant.work(request, USE_CASE, &()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(()) => return shown_again(grant, request).await,
    };
    let user = own_row(&mut work.tx, grant).await?;
    let sealed = match user.factor {
        Factor::On { .. } => return Err(SecondFactorFault::AlreadyOn.into()),
        Factor::Off => return Err(SecondFactorFault::Off.into()),
        Factor::Offered { secret, .. } => secret,
    };
    let secret = open(grant, &sealed)?;
    let step = right_step(grant, &secret, code)?;
    let codes = recovery_codes(&secret, request);
    let hashes: Vec<_> = codes.iter().map(|code| recovery_hash(code)).collect();

    let (tenant, owner) = (grant.tenant(), grant.user());
    factors::confirm(&mut work.tx, tenant, owner, &sealed).await.stored()?;
    factors::use_step(&mut work.tx, tenant, owner, step).await.stored()?;
    factors::replace_codes(&mut work.tx, owner, &hashes).await.stored()?;
    more(&mut work.tx).await?;
    work.commit(changed("second-factor-on"), ()).await?;
    Ok(codes)
}

/// The secret of the grant's owner that is stored.
fn open(grant: &Grant, stored: &[u8]) -> Result<Vec<u8>> {
    grant.system.policy().seal.open(grant.user(), stored)
}

/// The number of the 30 seconds to which what was typed in the field `code` belongs.
fn right_step(grant: &Grant, secret: &[u8], code: &str) -> Result<i64> {
    if code.trim().is_empty() {
        return Err(Error::invalid("code", Fault::Required));
    }
    let step = match OneTimeCode::read(code) {
        Some(OneTimeCode::Authenticator(code)) => {
            matching_step(secret, &code, grant.system.wall())?
        }
        Some(OneTimeCode::Recovery(_)) | None => None,
    };
    step.ok_or_else(|| Error::invalid("code", SignInFault::CodeWrong))
}

/// The recovery codes that `request` has made, while all are unused.
async fn shown_again(grant: &Grant, request: RequestId) -> Result<Vec<String>> {
    let mut tx = grant.read().await?;
    let user = own_row(&mut tx, grant).await?;
    let Factor::On { secret } = user.factor else { return Err(SecondFactorFault::Off.into()) };
    let codes = recovery_codes(&open(grant, &secret)?, request);
    let left = factors::codes_left(&mut tx, grant.user()).await.stored()?;
    if usize::try_from(left) == Ok(codes.len()) {
        Ok(codes)
    } else {
        Err(SecondFactorFault::AlreadyOn.into())
    }
}

/// Switches the caller's second factor off; the password proves who asks.
///
/// A retry with the same `request` changes nothing.
///
/// # Errors
///
/// [`SecondFactorFault::Required`] of an administrator where the house demands it,
/// [`SecondFactorFault::Off`]; [`domain::account::PasswordFault::CurrentWrong`] at the field `password`, and a wait
/// or a lock after too many of those.
pub async fn remove_second_factor(
    caller: &Caller,
    request: RequestId,
    password: String,
) -> Result<()> {
    const USE_CASE: &str = "accounts.remove-second-factor";
    let grant = caller.authorize_own_account()?;
    let turn = Turn::take(&grant.system).await?;
    let proven = prove(&turn, &grant, request, USE_CASE, "password", password).await?;
    let Some(Proven { mut work, user, attempt }) = proven else { return Ok(()) };
    if second_factor_required(&grant.system, &user) {
        return Err(SecondFactorFault::Required.into());
    }
    if !user.factor.is_on() {
        return Err(SecondFactorFault::Off.into());
    }

    factors::remove(&mut work.tx, grant.tenant(), grant.user()).await.stored()?;
    attempt.succeeded(&mut work.tx).await?;
    work.commit(changed("second-factor-off"), ()).await
}
