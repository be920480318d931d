//! The steps between the password and the first page.

use domain::access::Surface;
use domain::account::{
    FirstPasswordDraft, OneTimeCode, PasswordFault, SecondFactorDraft, SecondFactorSetup,
    SignInFault, Stage,
};
use domain::error::Error;
use domain::ids::RequestId;
use storage::Tx;
use storage::accounts::sessions::{self, Live};
use storage::accounts::{Factor, factors};

use super::brake::{self, Subject};
use super::passwords::{self, Turn};
use super::second_factor::{confirmed, offered};
use super::sessions::live;
use super::sign_in::{as_user, changed, log_signed_in, next_stage, refused};
use super::token::recovery_hash;
use super::totp;
use crate::caller::Grant;
use crate::failure::{Result, Stored};
use crate::system::System;
use crate::work::{Change, log};

/// The session behind `token`, if it stands at `stage`.
async fn at(system: &System, surface: Surface, token: &str, stage: Stage) -> Result<Live> {
    let live = live(system, surface, token).await?;
    live.filter(|live| live.stage == stage).ok_or(Error::Unauthenticated)
}

/// Moves the session on, and notes it when that was the last step.
async fn advance(tx: &mut Tx, grant: &Grant, live: &Live, to: Stage) -> Result<()> {
    let moved = sessions::advance(tx, grant.user(), live.id, live.stage, to).await.stored()?;
    if !moved {
        return Err(Error::Unauthenticated);
    }
    if to == Stage::Complete {
        log_signed_in(tx, grant, &live.address).await?;
    }
    Ok(())
}

/// Replaces the temporary password by one of the person's own, and ends the other sessions.
///
/// # Errors
///
/// [`Error::Unauthenticated`] if the session has ended or stands elsewhere; the rules of
/// passwords at their fields, [`PasswordFault::Same`] for the temporary password itself.
pub async fn first_password(
    system: &System,
    surface: Surface,
    token: &str,
    draft: FirstPasswordDraft,
) -> Result<Stage> {
    let live = at(system, surface, token, Stage::PasswordChange).await?;
    let new = draft.parse(&live.user.viewer.sign_in_name)?.new;
    let temporary = Some(live.user.password_hash.clone());
    let turn = Turn::take(system).await?;
    if turn.matches(temporary, new.reveal().to_owned()).await? {
        return Err(Error::invalid("new", PasswordFault::Same));
    }
    let hash = turn.hash(system.ids.as_ref(), new.reveal().to_owned()).await?;
    drop(turn);

    let grant = as_user(system, &live.user, Some(live.id))?;
    let next = next_stage(system, &live.user, false, live.user.factor.is_on());
    let mut tx = system.store.write().await.stored()?;
    passwords::replace(&mut tx, &grant, live.user.version, &hash).await?;
    sessions::delete_others(&mut tx, grant.user(), Some(live.id)).await.stored()?;
    log(&mut tx, &grant, changed("password-changed")).await?;
    advance(&mut tx, &grant, &live, next).await?;
    tx.commit().await.stored()?;
    Ok(next)
}

/// Lets in who has the second factor: a code of the authenticator, or a recovery code. Each
/// counts once.
///
/// # Errors
///
/// [`Error::Unauthenticated`] if the session has ended or stands elsewhere;
/// [`SignInFault::CodeWrong`], and a wait or a lock after too many of those.
pub async fn second_factor(
    system: &System,
    surface: Surface,
    token: &str,
    code: &str,
) -> Result<Stage> {
    let live = at(system, surface, token, Stage::SecondFactor).await?;
    let code = SecondFactorDraft { surface, code: code.to_owned() }.parse()?;
    let grant = as_user(system, &live.user, Some(live.id))?;
    // Not the account's count: the password, which must be known to come here, would reset it.
    let attempt = brake::count(system, &[Subject::SecondFactor(grant.user())]).await?;

    let mut tx = system.store.write().await.stored()?;
    if !used(&mut tx, system, &grant, &live, &code).await? {
        drop(tx);
        return Err(refused(system, Some(live.user), &attempt, SignInFault::CodeWrong).await?);
    }
    if matches!(code, OneTimeCode::Recovery(_)) {
        let left = factors::codes_left(&mut tx, grant.user()).await.stored()?;
        let change = Change {
            kind: "recovery-code-used",
            after: Some(left.to_string()),
            ..Change::default()
        };
        log(&mut tx, &grant, change).await?;
    }
    attempt.succeeded(&mut tx).await?;
    advance(&mut tx, &grant, &live, Stage::Complete).await?;
    tx.commit().await.stored()?;
    Ok(Stage::Complete)
}

/// Uses `code` up; whether it was good.
async fn used(
    tx: &mut Tx,
    system: &System,
    grant: &Grant,
    live: &Live,
    code: &OneTimeCode,
) -> Result<bool> {
    let now = system.wall();
    match code {
        OneTimeCode::Authenticator(code) => {
            let Factor::On { secret: stored } = &live.user.factor else { return Ok(false) };
            let secret = system.policy().seal.open(grant.user(), stored)?;
            let Some(step) = totp::matching_step(&secret, code, now)? else { return Ok(false) };
            seal_anew(tx, system, grant, stored, &secret).await?;
            factors::use_step(tx, grant.tenant(), grant.user(), step).await.stored()
        }
        OneTimeCode::Recovery(code) => {
            factors::use_code(tx, grant.user(), &recovery_hash(code), now).await.stored()
        }
    }
}

/// Seals a secret that is stored unsealed, or with a key that is to go.
async fn seal_anew(
    tx: &mut Tx,
    system: &System,
    grant: &Grant,
    stored: &[u8],
    secret: &[u8],
) -> Result<()> {
    let (keys, owner) = (&system.policy().seal, grant.user());
    if keys.is_current(owner, stored) {
        return Ok(());
    }
    let sealed = keys.seal(&*system.ids, owner, secret)?;
    factors::replace_secret(tx, grant.tenant(), owner, stored, &sealed).await.stored()
}

/// Offers a second factor to an administrator who must have one before going on.
///
/// # Errors
///
/// [`Error::Unauthenticated`] if the session has ended or stands elsewhere.
pub async fn begin_enrolment(
    system: &System,
    surface: Surface,
    token: &str,
) -> Result<SecondFactorSetup> {
    let live = at(system, surface, token, Stage::EnrolSecondFactor).await?;
    offered(&as_user(system, &live.user, Some(live.id))?).await
}

/// Switches on the second factor that [`begin_enrolment`] offered, and lets its owner in.
///
/// Returns the recovery codes; they are not to be had again.
///
/// # Errors
///
/// [`Error::Unauthenticated`] if the session has ended or stands elsewhere;
/// [`SignInFault::CodeWrong`] at the field `code`.
pub async fn finish_enrolment(
    system: &System,
    surface: Surface,
    token: &str,
    request: RequestId,
    code: &str,
) -> Result<Vec<String>> {
    // A repetition finds the session complete already, and must still get its answer.
    let live = live(system, surface, token).await?.ok_or(Error::Unauthenticated)?;
    let grant = as_user(system, &live.user, Some(live.id))?;
    let enrolled = async |tx: &mut Tx| {
        if live.stage != Stage::EnrolSecondFactor {
            return Err(Error::Unauthenticated);
        }
        advance(tx, &grant, &live, Stage::Complete).await
    };
    confirmed(&grant, request, code, enrolled).await
}
