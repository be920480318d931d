//! What a new day does to subscriptions: they start, renew, are reminded of and deleted.
//!
//! Everything that is due on the day or before is done, so that a day on which nobody ran the job
//! is made up for; what has been done is no longer due.
//!
//! Source: domain book, `billing-engine.md` 2.

use std::collections::BTreeSet;

use domain::ids::{CustomerId, PartnerId};
use domain::subscriptions::{
    EventKind, Status, Subscription, SuspendReason, next_renewal, reminder,
};
use domain::time::Day;
use storage::Tx;
use storage::subscriptions::{self as rows, Due};
use uuid::Uuid;

use crate::failure::{Result, Stored};
use crate::subscriptions::notices::{About, Notice, notify};
use crate::subscriptions::scene::{Writer, count, release, standing};
use crate::subscriptions::shelf::{Shelf, price_at_renewal};
use crate::system::System;
use crate::work::{Change, log_by_system};

/// The language of names in mails about what nobody did.
const LANGUAGE: &str = "zh-CN";

/// Does what the beginning of `day` does.
pub(super) async fn run(tx: &mut Tx, system: &System, day: Day) -> Result<()> {
    lock_customers(tx, day).await?;
    let shelf = Shelf::load(tx, day, LANGUAGE).await?;
    let job = Job { system, day, shelf };
    // A deletion comes before a renewal of the same day: nothing renews that is over.
    job.delete(tx).await?;
    job.renew(tx).await?;
    job.start(tx).await?;
    job.remind(tx).await
}

/// Locks all customers concerned, in the same order whoever runs the job, before anything is
/// written: people who change subscriptions meanwhile wait, or are waited for, but never in a
/// circle.
async fn lock_customers(tx: &mut Tx, day: Day) -> Result<()> {
    let mut concerned: BTreeSet<(CustomerId, Uuid)> = BTreeSet::new();
    let all = [
        rows::due_to_delete(tx, day).await.stored()?,
        rows::due_to_renew(tx, day).await.stored()?,
        rows::due_to_start(tx, day).await.stored()?,
    ];
    for (partner, subscription) in all.into_iter().flatten() {
        concerned.insert((subscription.customer, partner.into()));
    }
    for (customer, partner) in concerned {
        rows::lock_customer(tx, partner.into(), customer).await.stored()?;
    }
    Ok(())
}

struct Job<'a> {
    system: &'a System,
    day: Day,
    shelf: Shelf,
}

impl Job<'_> {
    /// Deletes what was suspended for its time, or was a trial, and what was added to it.
    async fn delete(&self, tx: &mut Tx) -> Result<()> {
        for (partner, subscription) in rows::due_to_delete(tx, self.day).await.stored()? {
            // It may have been deleted with its parent a moment ago.
            let customer = subscription.customer;
            let now = rows::find(tx, partner, customer, subscription.id).await.stored()?;
            let Some(now) = now.filter(|now| now.status != Status::Deleted) else { continue };
            let day = now.deletes_on().unwrap_or(self.day);
            self.delete_one(tx, &(partner, now.clone()), day).await?;
            for add_on in rows::list(tx, partner, customer).await.stored()? {
                if add_on.parent == Some(now.id) && add_on.status != Status::Deleted {
                    self.delete_one(tx, &(partner, add_on), day).await?;
                }
            }
        }
        Ok(())
    }

    async fn delete_one(&self, tx: &mut Tx, due: &Due, day: Day) -> Result<()> {
        let (partner, before) = due;
        release(tx, &self.shelf, before).await?;
        let after =
            Subscription { status: Status::Deleted, deleted_on: Some(day), ..before.clone() };
        self.write(tx, due, &after, EventKind::Deleted, day).await?;
        self.log(tx, due, "subscription-deleted", None).await?;
        self.tell(tx, *partner, before, Notice::Deleted(before)).await
    }

    /// Begins the next term of what renews, at the price that [`price_at_renewal`] says.
    async fn renew(&self, tx: &mut Tx) -> Result<()> {
        for due in rows::due_to_renew(tx, self.day).await.stored()? {
            let (partner, mut before) = due;
            while before.renews_on <= self.day {
                let (offer, locked) = (before.offer, before.unit_price);
                let unit_price =
                    price_at_renewal(tx, partner, offer, before.renews_on, locked).await?;
                let after = Subscription {
                    unit_price,
                    renews_on: next_renewal(before.renews_on),
                    ..before.clone()
                };
                let day = before.renews_on;
                let due = (partner, before);
                self.write(tx, &due, &after, EventKind::Renewed, day).await?;
                self.log(tx, &due, "subscription-renewed", Some(after.renews_on)).await?;
                before = Subscription { version: after.version + 1, ..after };
            }
        }
        Ok(())
    }

    /// Activates what starts.
    async fn start(&self, tx: &mut Tx) -> Result<()> {
        for due in rows::due_to_start(tx, self.day).await.stored()? {
            let (partner, before) = &due;
            let after = Subscription { status: Status::Active, ..before.clone() };
            rows::update(tx, *partner, &after).await.stored()?;
            count(tx, &self.shelf, Some(before), &after).await?;
            self.log(tx, &due, "subscription-activated", Some(before.starts_on)).await?;
        }
        Ok(())
    }

    /// Reminds of deletions to come; those of add-ons suspended with their parents are the
    /// parents'.
    async fn remind(&self, tx: &mut Tx) -> Result<()> {
        for (partner, subscription) in rows::due_to_remind(tx, self.day).await.stored()? {
            let with_parent = subscription.reason == Some(SuspendReason::Parent);
            let left = subscription.deletes_on().and_then(|day| reminder(day, self.day));
            if let Some(left) = left.filter(|_| !with_parent) {
                let notice = Notice::DeletionNear(&subscription, left);
                self.tell(tx, partner, &subscription, notice).await?;
            }
        }
        Ok(())
    }

    async fn write(
        &self,
        tx: &mut Tx,
        (partner, before): &Due,
        after: &Subscription,
        kind: EventKind,
        day: Day,
    ) -> Result<()> {
        let writer = Writer { partner: *partner, day, now: self.system.now() };
        writer.update(tx, &self.shelf, before, after, kind).await
    }

    async fn log(
        &self,
        tx: &mut Tx,
        (partner, subscription): &Due,
        kind: &'static str,
        after: Option<Day>,
    ) -> Result<()> {
        let change = Change {
            kind,
            subject: self.shelf.subject(subscription)?,
            customer: Some(subscription.customer),
            before: None,
            after: after.map(|day| day.to_string()),
        };
        log_by_system(tx, (*partner).into(), self.system.now(), change).await
    }

    async fn tell(
        &self,
        tx: &mut Tx,
        partner: PartnerId,
        subscription: &Subscription,
        notice: Notice<'_>,
    ) -> Result<()> {
        let customer = subscription.customer;
        let standing = standing(tx, partner, customer).await?;
        let name = self.shelf.name(subscription)?;
        let customer_name = &standing.customer_name;
        let about = About { partner, customer, customer_name, name: &name };
        notify(tx, self.system, about, notice).await
    }
}
