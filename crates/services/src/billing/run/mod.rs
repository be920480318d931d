//! The monthly run: each partner on each of its billing dates, in one transaction, once.
//!
//! Source: domain book, "billing" (an invoice is produced at 06:00 on the billing date for the state
//! at 24:00 of the day before) and `billing-engine.md` 1 and 3.

mod ahead;
mod charges;
mod issue;

use domain::billing::TooLarge;
use domain::error::{Entity, Error};
use domain::ids::{DisputeId, InvoiceId, PartnerId};
use domain::money::Money;
use domain::time::{Day, months_after};
use storage::Tx;
use storage::billing::runs::{self, RunStatus};
use storage::billing::{accounts, disputes, histories, invoices, payments};

use self::ahead::Ahead;
pub(super) use self::charges::lines_of;
use self::charges::{Writing, charge_subscriptions, charge_usage, give_back, lateness};
use self::issue::{header, prove, summary, tell};
use super::clear::clear;
use crate::failure::{Result, Stored};
use crate::system::System;

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// Invoices issued.
    pub issued: u32,
    /// Billing dates without charges.
    pub without_charges: u32,
    /// Partners whose run is parked.
    pub parked: u32,
}

/// Why the run of one partner cannot be finished; the others go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// An amount cannot be stored.
    TooLarge,
    /// A subscription has no history that can be billed.
    History(String),
    /// An accepted dispute gives back more than its lines have cost.
    Dispute(DisputeId),
    /// Lines, sections and files do not agree.
    Proof,
    /// A defect, to be found in the log by this reference.
    Defect(String),
}

impl Fault {
    fn reason(&self) -> String {
        match self {
            Self::TooLarge => "too-large".to_owned(),
            Self::History(subscription) => format!("history {subscription}"),
            Self::Dispute(dispute) => format!("dispute {dispute}"),
            Self::Proof => "proof".to_owned(),
            Self::Defect(reference) => format!("defect {reference}"),
        }
    }
}

/// What keeps a run from its end: a fault parks the partner, everything else is tried again.
enum Halt {
    Fault(Fault),
    Later(Error),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        match error {
            Error::Internal { reference } => Self::Fault(Fault::Defect(reference)),
            later => Self::Later(later),
        }
    }
}

impl From<TooLarge> for Fault {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

impl From<Fault> for Halt {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<TooLarge> for Halt {
    fn from(fault: TooLarge) -> Self {
        Self::Fault(fault.into())
    }
}

/// Runs every billing date of every partner that is due up to `through`, and was not run yet: also
/// those that somebody should have run long ago.
///
/// # Errors
///
/// `Unavailable` if the database is: what has been issued stays issued, the rest follows at the
/// next call.
pub async fn run_all(system: &System, through: Day) -> Result<Ran> {
    let mut tx = system.store.read().await.stored()?;
    let partners = accounts::all(&mut tx).await.stored()?;
    drop(tx);
    let mut ran = Ran::default();
    for partner in partners {
        let one = run_partner(system, partner, through).await?;
        ran.issued += one.issued;
        ran.without_charges += one.without_charges;
        ran.parked += one.parked;
    }
    Ok(ran)
}

/// Runs every billing date of `partner` that is due up to `through`, and was not run yet.
pub(super) async fn run_partner(system: &System, partner: PartnerId, through: Day) -> Result<Ran> {
    let mut ran = Ran::default();
    for date in due_dates(system, partner, through).await? {
        match run_one(system, partner, date).await? {
            None => {}
            Some(RunStatus::Issued) => ran.issued += 1,
            Some(RunStatus::NoCharges) => ran.without_charges += 1,
            Some(RunStatus::Parked) => {
                // What follows builds on what is missing.
                ran.parked += 1;
                break;
            }
        }
    }
    Ok(ran)
}

/// The billing dates of `partner` up to `through` that have not been run to their end.
///
/// # Errors
///
/// `Unavailable`.
pub async fn due_dates(system: &System, partner: PartnerId, through: Day) -> Result<Vec<Day>> {
    let mut tx = system.store.read().await.stored()?;
    let Some(account) = accounts::find(&mut tx, partner).await.stored()? else {
        return Ok(Vec::new());
    };
    let next = if let Some(last) = runs::last(&mut tx, partner).await.stored()? {
        Some(months_after(last, 1))
    } else {
        let first = histories::first_order(&mut tx, partner).await.stored()?;
        first.map(|day| account.billing_day.first_after(day))
    };
    let mut dates = Vec::new();
    let mut next = next.filter(|date| *date <= through);
    while let Some(date) = next {
        dates.push(date);
        next = Some(months_after(date, 1)).filter(|date| *date <= through);
    }
    Ok(dates)
}

/// Runs `date` of `partner`; `None` if somebody else has.
async fn run_one(system: &System, partner: PartnerId, date: Day) -> Result<Option<RunStatus>> {
    let ahead = Ahead::read(system, partner, date).await?;
    let mut tx = system.store.write().await.stored()?;
    accounts::lock(&mut tx, partner).await.stored()?;
    if !runs::claim(&mut tx, partner, date, system.now()).await.stored()? {
        return Ok(None);
    }
    match bill(&mut tx, system, (partner, date), ahead).await {
        Ok(status) => {
            runs::conclude(&mut tx, partner, date, status, None).await.stored()?;
            tx.commit().await.stored()?;
            Ok(Some(status))
        }
        Err(Halt::Later(error)) => Err(error),
        Err(Halt::Fault(fault)) => {
            drop(tx);
            park(system, partner, date, &fault).await.map(Some)
        }
    }
}

/// Notes that the run waits for somebody to mend what is wrong. Nothing of it lasts but this.
async fn park(system: &System, partner: PartnerId, date: Day, fault: &Fault) -> Result<RunStatus> {
    let reason = fault.reason();
    tracing::error!(%partner, %date, reason, "the run of a partner is parked");
    let mut tx = system.store.write().await.stored()?;
    accounts::lock(&mut tx, partner).await.stored()?;
    if runs::claim(&mut tx, partner, date, system.now()).await.stored()? {
        let parked = RunStatus::Parked;
        runs::conclude(&mut tx, partner, date, parked, Some(&reason)).await.stored()?;
        tx.commit().await.stored()?;
    }
    Ok(RunStatus::Parked)
}

async fn bill(
    tx: &mut Tx,
    system: &System,
    (partner, date): (PartnerId, Day),
    ahead: Option<Ahead>,
) -> Result<RunStatus, Halt> {
    let account = accounts::find(tx, partner).await.stored()?;
    let account = account.ok_or(Error::NotFound { entity: Entity::Partner })?;
    let written = match ahead {
        Some(ahead) => ahead.write(tx, partner).await?,
        None => None,
    };
    let mut writing = if let Some(writing) = written {
        writing
    } else {
        let mut writing = Writing::of(InvoiceId::from(system.next_id()), date);
        charge_subscriptions(tx, &account, &system.policy.vat, &mut writing).await?;
        writing
    };
    if system.policy.bill_usage {
        charge_usage(tx, &account, system.policy.vat.on(date), &mut writing).await?;
    }
    give_back(tx, partner, &mut writing).await?;
    let late = lateness(tx, &account, date).await?;
    let finance: Money = late.iter().map(|late| late.amount).sum();
    if writing.lines == 0 && writing.usage_lines == 0 && finance == Money::ZERO {
        return Ok(RunStatus::NoCharges);
    }
    let summary = summary(tx, system, &account, &writing, finance).await?;
    invoices::insert(tx, partner, &summary, &header(&account, &system.policy.seller))
        .await
        .stored()?;
    for late in late {
        let on = (late.overdue, summary.id);
        payments::insert_finance_charge(tx, on, late.months, late.amount).await.stored()?;
    }
    for dispute in &writing.settled {
        disputes::settled_on(tx, partner, *dispute, summary.id).await.stored()?;
    }
    prove(tx, partner, &summary).await?;
    clear(tx, system, partner, date).await?;
    tell(tx, system, &account, &summary).await?;
    Ok(RunStatus::Issued)
}
