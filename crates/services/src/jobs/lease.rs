//! One process at a time does the jobs.

use std::time::Duration as Span;

use chrono::Duration;
use storage::{Result, Tx, jobs as rows};
use tokio::time::sleep;
use uuid::Uuid;

use crate::system::System;

/// The name of the lease.
const SCHEDULER: &str = "scheduler";

/// How a process keeps the jobs to itself while it is at them.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    /// How long it may give no sign of life before another takes over.
    pub silence: Duration,
    /// How often it gives one; several fit into `silence`, so that a slow one is no loss.
    pub beat: Span,
}

impl Default for Hold {
    /// Who is killed holds nobody up for longer than the next minute's look at what is due.
    fn default() -> Self {
        Self { silence: Duration::seconds(30), beat: Span::from_secs(5) }
    }
}

/// The right to do the jobs.
pub(super) struct Lease<'s> {
    system: &'s System,
    holder: Uuid,
    hold: Hold,
}

impl<'s> Lease<'s> {
    pub(super) fn new(system: &'s System, hold: Hold) -> Self {
        Self { system, holder: system.next_id(), hold }
    }

    /// Takes the lease or keeps it for longer; whether it was free or ours.
    pub(super) async fn renew(&self) -> Result<bool> {
        self.until(self.hold.silence).await
    }

    /// The same in a transaction that lasts only if the lease is ours to its end.
    pub(super) async fn renew_in(&self, tx: &mut Tx) -> Result<bool> {
        let now = self.system.wall();
        rows::take_lease(tx, SCHEDULER, self.holder, now, now + self.hold.silence).await
    }

    /// Gives signs of life; ends when another process has taken over all the same, as while this one
    /// was asleep.
    pub(super) async fn lost(&self) {
        loop {
            sleep(self.hold.beat).await;
            // A database that does not answer gives the lease to nobody else either; one that is
            // busy with our own work answers later.
            if matches!(self.renew().await, Ok(false)) {
                tracing::warn!("another process has taken over the jobs");
                return;
            }
        }
    }

    /// Lets others have it: an expired lease is a free one.
    pub(super) async fn give_back(&self) -> Result<()> {
        self.until(Duration::zero()).await.map(drop)
    }

    async fn until(&self, length: Duration) -> Result<bool> {
        let now = self.system.wall();
        let mut tx = self.system.store.write().await?;
        let ours = rows::take_lease(&mut tx, SCHEDULER, self.holder, now, now + length).await?;
        tx.commit().await?;
        Ok(ours)
    }
}
