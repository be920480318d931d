//! Work that nobody asks for: once for each business day, by one process.

mod lease;
mod renewals;
mod sandbox;
mod subscriptions;

use chrono::Duration;
use domain::time::{Day, Instant, business_day, days_after, start_of_day};
use storage::{Tx, attempts, forms, jobs as rows, prices};

use self::lease::Lease;
use crate::accounts;
use crate::billing;
use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::licences;
use crate::system::System;

pub use lease::Hold;
pub use sandbox::{Sandbox, SandboxFault, Step};

/// How long an outcome is kept for repetitions of its request.
///
/// Source: architecture, 8.3.
const ATTEMPTS_KEPT: Duration = Duration::days(30);

/// How long a file of prices waits to be published.
///
/// Source: domain book, "see-offers-and-pricing" (completions).
const PRICE_UPLOADS_KEPT: Duration = Duration::days(7);

/// How long after the beginning of its day a partner is billed.
///
/// Source: domain book, "billing" (completions).
pub(crate) const BILLING_BEGINS: Duration = Duration::hours(6);

/// Something done once for each business day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Job {
    /// Forgets what has had its time: sessions, failures, outcomes, kept forms, files of prices,
    /// deleted people.
    Housekeeping,
    /// Starts, renews, reminds of and deletes subscriptions, and warns of renewals.
    Subscriptions,
    /// Bills partners whose billing date has come, from 06:00 on.
    Billing,
}

impl Job {
    /// In this order: what renews on a billing date is billed at its new price.
    const ALL: [Self; 3] = [Self::Housekeeping, Self::Subscriptions, Self::Billing];

    const fn name(self) -> &'static str {
        match self {
            Self::Housekeeping => "housekeeping",
            Self::Subscriptions => "subscriptions",
            Self::Billing => "billing",
        }
    }

    /// The last day that the job may run for at `now`.
    fn last_day(self, now: Instant) -> Day {
        business_day(now - self.begins())
    }

    /// How long after the beginning of its day it may run.
    fn begins(self) -> Duration {
        match self {
            Self::Housekeeping | Self::Subscriptions => Duration::zero(),
            Self::Billing => BILLING_BEGINS,
        }
    }

    /// What the job does before the day is noted, in transactions of its own, each of which finds
    /// what it has still to do: a day that was broken off is done to its end.
    async fn begin(self, system: &System, day: Day) -> Result<()> {
        match self {
            Self::Housekeeping | Self::Subscriptions => Ok(()),
            Self::Billing => {
                billing::run_all(system, day).await?;
                billing::collect(system, day).await
            }
        }
    }

    /// Does the job of `day` in the transaction that notes it.
    async fn run(self, tx: &mut Tx, system: &System, day: Day) -> Result<()> {
        match self {
            Self::Housekeeping => {
                let now = system.wall();
                attempts::delete_before(tx, now - ATTEMPTS_KEPT).await.stored()?;
                forms::delete_expired(tx, now).await.stored()?;
                // Made and kept in business time, as the day is.
                let since = start_of_day(day) - PRICE_UPLOADS_KEPT;
                prices::delete_uploads_before(tx, since).await.stored()?;
                Ok(())
            }
            Self::Subscriptions => {
                subscriptions::run(tx, system, day).await?;
                renewals::warn(tx, system, day).await
            }
            Self::Billing => Ok(()),
        }
    }

    /// What the job does in transactions of its own, and may do twice.
    async fn finish(self, system: &System) -> Result<()> {
        match self {
            Self::Subscriptions | Self::Billing => Ok(()),
            Self::Housekeeping => {
                accounts::forget_ended(system).await?;
                let scheduler = Caller::scheduler(system.clone());
                licences::purge_deleted(&scheduler).await.map(drop)
            }
        }
    }
}

/// Runs every job for every business day since it last ran; how many runs that were.
///
/// A job that never ran begins with today. While another process is at it, nothing happens.
///
/// # Errors
///
/// `Unauthenticated` unless the scheduler calls; `Unavailable` if the database is: what was done
/// stays done, the rest follows at the next call.
pub async fn run_due(caller: &Caller) -> Result<u32> {
    run_due_while(caller, Hold::default()).await
}

/// The same, kept from other processes as `hold` says.
///
/// # Errors
///
/// As [`run_due`].
pub async fn run_due_while(caller: &Caller, hold: Hold) -> Result<u32> {
    let grant = caller.authorize_jobs()?;
    let system = &grant.system;
    let now = grant.now();
    let mut tx = grant.read().await?;
    let mut due = Vec::new();
    for job in Job::ALL {
        due.extend(due_days(&mut tx, job, now).await?.into_iter().map(|day| (job, day)));
    }
    drop(tx);
    if due.is_empty() {
        return Ok(0);
    }
    let lease = Lease::new(system, hold);
    if !lease.renew().await.stored()? {
        return Ok(0);
    }
    let mut ran = 0;
    // Boxed: a page can wait for it, and need not be as large as all jobs.
    let work = Box::pin(run_all(system, due, &lease, &mut ran));
    let outcome = tokio::select! {
        outcome = work => outcome,
        // What is unfinished never was: its transaction ends with it.
        () = lease.lost() => Ok(()),
    };
    lease.give_back().await.stored()?;
    outcome.map(|()| ran)
}

async fn run_all(
    system: &System,
    due: Vec<(Job, Day)>,
    lease: &Lease<'_>,
    ran: &mut u32,
) -> Result<()> {
    for (job, day) in due {
        job.begin(system, day).await?;
        let mut tx = system.store.write().await.stored()?;
        if !rows::note_run(&mut tx, job.name(), day, system.wall()).await.stored()? {
            continue;
        }
        job.run(&mut tx, system, day).await?;
        // Whoever has lost the lease leaves the day to its new holder.
        if !lease.renew_in(&mut tx).await.stored()? {
            return Ok(());
        }
        tx.commit().await.stored()?;
        job.finish(system).await?;
        tracing::info!(job = job.name(), %day, "ran the job {} for {day}", job.name());
        *ran += 1;
    }
    Ok(())
}

/// The days for which `job` has still to run.
async fn due_days(tx: &mut Tx, job: Job, now: Instant) -> Result<Vec<Day>> {
    let last = job.last_day(now);
    let first = match rows::last_run(tx, job.name()).await.stored()? {
        Some(ran) => days_after(ran, 1),
        None => last,
    };
    Ok(first.iter_days().take_while(|day| *day <= last).collect())
}

/// How long the job that is most behind has been waiting; zero if none is.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn job_lag(system: &System) -> Result<Duration> {
    let mut tx = system.store.read().await.stored()?;
    let mut waiting: Option<Instant> = None;
    for job in Job::ALL {
        if let Some(day) = due_days(&mut tx, job, system.now()).await?.first() {
            let since = start_of_day(*day) + job.begins();
            waiting = Some(waiting.map_or(since, |earlier| earlier.min(since)));
        }
    }
    Ok(waiting.map_or(Duration::zero(), |since| system.now() - since))
}
