//! Mails: written with the change they tell of, handed on afterwards, at least once.

use std::fmt;

use chrono::Duration;
use domain::access::Action;
use domain::ids::MailId;
use domain::mails::{Letter, MailView, MailsQuery, MailsView, NewMail, wait_after};
use storage::{Tx, mails as rows};

use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::system::System;

/// Mails a page of the back office.
const PAGE: u32 = 50;

/// Mails handed on at once.
const BATCH: u32 = 100;

/// How long one attempt may take before another process may try.
const ATTEMPT: Duration = Duration::minutes(10);

/// Most characters that are kept of what went wrong.
const WHY: usize = 500;

/// Writes `mail` down in the transaction of the change it tells of. It goes out once that has
/// lasted, and not at all if it does not.
///
/// # Errors
///
/// If the database refuses.
pub async fn queue(tx: &mut Tx, system: &System, mail: NewMail) -> Result<()> {
    let id = MailId::from(system.next_id());
    rows::insert(tx, id, &mail, system.now(), system.wall()).await.stored()
}

/// A page of the mails that answer `query`, newest first: of all partners and customers.
///
/// # Errors
///
/// `Forbidden` without the operator's right to read all logs.
///
/// Source: domain book, `roles.md`, row 92.
pub async fn list(caller: &Caller, query: MailsQuery) -> Result<MailsView> {
    let grant = caller.authorize_reading(Action::ReadAllLogs)?;
    let mut tx = grant.read().await?;
    let mut mails = rows::list(&mut tx, &query, PAGE + 1).await.stored()?;
    let more = mails.len() > PAGE as usize;
    mails.truncate(PAGE as usize);
    let next = mails.last().map(|mail| mail.letter.id).filter(|_| more);
    Ok(MailsView { mails, next, counts: rows::counts(&mut tx).await.stored()? })
}

/// Why a letter was not taken, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken(pub String);

impl fmt::Display for NotTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotTaken {}

/// Whoever takes letters on: a mail server, or a test.
pub trait Transport: Send + Sync {
    /// Hands `letter` on.
    fn send(&self, letter: &Letter) -> impl Future<Output = Result<(), NotTaken>> + Send;
}

/// What became of the mails that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SendMails {
    /// Handed on.
    pub sent: u32,
    /// Not taken; tried again later.
    pub delayed: u32,
    /// Not taken, and nobody tries again.
    pub failed: u32,
}

/// Hands the mails that are due to `transport`, the longest waiting first, up to a hundred.
///
/// Each is taken in a transaction of its own before it goes out, so that two processes do not send
/// the same one; only a process that dies in between leaves a mail that goes out twice.
///
/// # Errors
///
/// `Unauthenticated` unless the scheduler calls; `Unavailable`: what was sent stays sent.
pub async fn send_due(caller: &Caller, transport: &impl Transport) -> Result<SendMails> {
    let grant = caller.authorize_jobs()?;
    let system = &grant.system;
    let mut tx = grant.read().await?;
    let due = rows::due(&mut tx, system.wall(), BATCH).await.stored()?;
    drop(tx);
    let mut done = SendMails::default();
    for mail in due {
        if !take(system, &mail).await? {
            continue;
        }
        let outcome = transport.send(&mail.letter).await;
        note(system, &mail, outcome, &mut done).await?;
    }
    Ok(done)
}

async fn take(system: &System, mail: &MailView) -> Result<bool> {
    let mut tx = system.store.write().await.stored()?;
    let ours = rows::take(&mut tx, mail, system.wall() + ATTEMPT).await.stored()?;
    tx.commit().await.stored()?;
    Ok(ours)
}

async fn note(
    system: &System,
    mail: &MailView,
    outcome: Result<(), NotTaken>,
    done: &mut SendMails,
) -> Result<()> {
    let (id, now) = (mail.letter.id, system.wall());
    let mut tx = system.store.write().await.stored()?;
    match outcome {
        Ok(()) => {
            rows::sent(&mut tx, id, now).await.stored()?;
            done.sent += 1;
        }
        Err(NotTaken(why)) => {
            let why: String = why.chars().take(WHY).collect();
            let again = wait_after(mail.attempts + 1).map(|wait| now + wait);
            rows::not_sent(&mut tx, id, &why, again).await.stored()?;
            tracing::warn!(mail = %id, kind = mail.letter.kind, why, "a mail was not taken");
            if again.is_some() { done.delayed += 1 } else { done.failed += 1 }
        }
    }
    tx.commit().await.stored()
}
