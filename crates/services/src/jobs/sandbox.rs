//! The business clock of a sandbox, which operators move forward.

use std::sync::Arc;

use chrono::Duration;
use domain::access::{OperatorRole, Surface};
use domain::account::Actor;
use domain::error::{Arg, Code, Coded};
use domain::ids::RequestId;
use domain::time::{Day, Instant, business_day, days_after, months_after};
use serde::Serialize;
use storage::{Tx, settings};

use super::run_due;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::system::{System, SystemClock};
use crate::work::{Change, Start};

/// Where the setting is kept: how many microseconds business is ahead of the wall.
const AHEAD: &str = "sandbox-ahead-micros";

/// Steps at once at most: enough for a year, and jobs for each of its days still end in time.
const MOST_DAYS: u32 = 366;

/// As [`MOST_DAYS`], in months.
const MOST_MONTHS: u32 = 12;

/// How far to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Step {
    /// By days: 1 to 366.
    Days(u32),
    /// By months of the calendar: 1 to 12.
    Months(u32),
}

/// Why the clock does not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SandboxFault {
    /// Only the operator's staff moves it, and auditors only look.
    NotAllowed,
    /// Not by so much, and never back.
    TooFar {
        /// Days at most.
        days: u32,
        /// Months at most.
        months: u32,
    },
}

impl Coded for SandboxFault {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => Code::new("err-sandbox-not-allowed", 800_002, 403),
            Self::TooFar { .. } => Code::new("err-sandbox-too-far", 800_002, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::NotAllowed => Vec::new(),
            Self::TooFar { days, months } => {
                vec![("days", Arg::Count(days.into())), ("months", Arg::Count(months.into()))]
            }
        }
    }
}

/// The clock of a sandbox. Without one, the clock cannot be moved.
#[derive(Clone, Debug)]
pub struct Sandbox {
    clock: Arc<SystemClock>,
}

impl Sandbox {
    /// Moves `clock`, which must be the one that the system goes by.
    #[must_use]
    pub fn new(clock: Arc<SystemClock>) -> Self {
        Self { clock }
    }

    /// Sets the clock as the database says: another process may have moved it.
    ///
    /// # Errors
    ///
    /// `Unavailable` if the database is.
    pub async fn load(&self, system: &System) -> Result<()> {
        let mut tx = system.store.read().await.stored()?;
        self.clock.set_ahead(ahead(&mut tx).await?);
        Ok(())
    }

    /// Lets business begin at `moment`, unless the clock has been set before.
    ///
    /// # Errors
    ///
    /// `Unavailable` if the database is.
    pub async fn begin(&self, system: &System, moment: Instant) -> Result<()> {
        let mut tx = system.store.write().await.stored()?;
        if settings::find(&mut tx, AHEAD).await.stored()?.is_none() {
            let ahead = (moment - system.wall()).num_microseconds().unwrap_or_default();
            settings::put(&mut tx, AHEAD, &ahead.to_string()).await.stored()?;
            tx.commit().await.stored()?;
        } else {
            // Reading needs the connection where there is only one.
            drop(tx);
        }
        self.load(system).await
    }

    /// Moves the clock forward and runs the jobs for each day passed; the new business day.
    ///
    /// The roles book has no row for it, because a live portal has no such thing: every job of the
    /// back office may, but the auditor's, which never changes anything.
    ///
    /// # Errors
    ///
    /// [`SandboxFault`]; `Unauthenticated` without a session.
    pub async fn advance(&self, caller: &Caller, request: RequestId, step: Step) -> Result<Day> {
        const USE_CASE: &str = "jobs.advance";
        let grant = caller.authorize_own_account()?;
        if !may_move(&grant) {
            return Err(SandboxFault::NotAllowed.into());
        }
        let mut work = match grant.work(request, USE_CASE, &step).await? {
            Start::Fresh(work) => work,
            Start::Repeat(done) => return Ok(done),
        };

        let wall = grant.system.wall();
        let before = ahead(&mut work.tx).await?;
        let after = before + passed(wall + before, step)?;
        let [from, to] = [before, after].map(|ahead| business_day(wall + ahead));
        let micros = after.num_microseconds().unwrap_or_default();
        settings::put(&mut work.tx, AHEAD, &micros.to_string()).await.stored()?;
        let change = Change {
            kind: "clock-moved",
            before: Some(from.to_string()),
            after: Some(to.to_string()),
            ..Change::default()
        };
        let today = work.commit(change, to).await?;

        self.clock.set_ahead(after);
        run_due(&Caller::scheduler(grant.system.clone())).await?;
        Ok(today)
    }
}

fn may_move(grant: &Grant) -> bool {
    let Actor::Operator { roles, .. } = grant.actor() else { return false };
    grant.surface() == Surface::BackOffice
        && roles.iter().any(|role| *role != OperatorRole::Auditor)
}

/// The time that passes with `step` at `now`.
fn passed(now: Instant, step: Step) -> Result<Duration, SandboxFault> {
    let today = business_day(now);
    let target = match step {
        Step::Days(days @ 1..=MOST_DAYS) => days_after(today, days.into()),
        Step::Months(months @ 1..=MOST_MONTHS) => months_after(today, months),
        Step::Days(_) | Step::Months(_) => {
            return Err(SandboxFault::TooFar { days: MOST_DAYS, months: MOST_MONTHS });
        }
    };
    Ok(target - today)
}

async fn ahead(tx: &mut Tx) -> Result<Duration> {
    let kept = settings::find(tx, AHEAD).await.stored()?;
    let micros = kept.and_then(|micros| micros.parse().ok()).unwrap_or_default();
    Ok(Duration::microseconds(micros))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_a_day_to_a_year() {
        let now = "2019-01-30T20:00:00Z".parse().unwrap();
        let too_far = Err(SandboxFault::TooFar { days: 366, months: 12 });
        for (step, days) in [
            (Step::Days(0), too_far),
            (Step::Days(1), Ok(Duration::days(1))),
            (Step::Days(366), Ok(Duration::days(366))),
            (Step::Days(367), too_far),
            (Step::Months(0), too_far),
            (Step::Months(1), Ok(Duration::days(28))),
            (Step::Months(12), Ok(Duration::days(365))),
            (Step::Months(13), too_far),
        ] {
            assert_eq!(passed(now, step), days, "{step:?}");
        }
    }
}
