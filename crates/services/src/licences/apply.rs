//! A job done, and taken back.
//!
//! A job is done some rows at a time, each time in a transaction of its own that moves seats,
//! licences and the job's figures together. Broken off, it stays running and goes on from there.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::error::{Entity, Error};
use domain::ids::{BulkJobId, SkuId};
use domain::licences::{
    BulkCommand, BulkFault, BulkFilter, BulkJobView, BulkOutcome, BulkStatus, Skus,
};
use storage::Tx;
use storage::licences::bulk::{self as rows, CHUNK, Kind, StoredRow};
use storage::licences::{seats, undo as back};

use super::assign::take;
use super::bulk::{NO_JOB, planner, settle};
use super::skus;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start, log};

/// Does the rows of a job that wait, or goes on where it was broken off. A row that has become
/// impossible since it was looked through is refused, the others are done.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; [`BulkFault::State`] for a job that is done or undone.
pub async fn apply(caller: &Caller, wanted: BulkCommand, language: &str) -> Result<BulkJobView> {
    const USE_CASE: &str = "licences.apply";
    let grant = caller.authorize(Action::AssignLicences)?;
    let (customer, id) = (grant.customer(), wanted.job);
    if let Start::Fresh(mut work) = grant.work::<()>(wanted.request, USE_CASE, &wanted).await? {
        let job = find(&mut work.tx, &grant, id).await?;
        match job.status {
            BulkStatus::Checked if job.version != wanted.seen => {
                return Err(Error::Stale { entity: Entity::BulkJob });
            }
            BulkStatus::Checked => {
                let (to, now) = (BulkStatus::Running, grant.now());
                rows::advance(&mut work.tx, customer, id, job.version, to, now).await.stored()?;
                let begun = change("bulk-licences-begun", &job, job.rows);
                work.commit(begun, ()).await?;
            }
            BulkStatus::Running => work.commit_unlogged(()).await?,
            BulkStatus::Done | BulkStatus::Undone => return Err(BulkFault::State.into()),
        }
    }
    let mut after = 0;
    while let Some(last) = some_rows(&grant, id, after, language).await? {
        after = last;
    }
    let mut tx = grant.read().await?;
    find(&mut tx, &grant, id).await
}

async fn find(tx: &mut Tx, grant: &Grant, id: BulkJobId) -> Result<BulkJobView> {
    let found = rows::find(tx, grant.customer(), Kind::Licences, id).await.stored()?;
    found.ok_or(NO_JOB)
}

/// What the log is told of a job: the file, and how many rows it was about.
fn change(kind: &'static str, job: &BulkJobView, rows: i64) -> Change {
    let subject = job.file_name.clone().unwrap_or_default();
    Change { kind, subject, after: Some(rows.to_string()), ..Change::default() }
}

/// Does the next rows of a running job, of which none up to the number `after` waits; the number of
/// the last of them, if there were any.
async fn some_rows(
    grant: &Grant,
    id: BulkJobId,
    after: i64,
    language: &str,
) -> Result<Option<i64>> {
    let customer = grant.customer();
    let mut tx = grant.system.store.write().await.stored()?;
    seats::lock(&mut tx, customer).await.stored()?;
    let job = find(&mut tx, grant, id).await?;
    if job.status != BulkStatus::Running {
        return Ok(None);
    }
    let waiting = BulkFilter { outcome: Some(BulkOutcome::Waiting), after };
    let limit = i64::try_from(CHUNK).unwrap_or(i64::MAX);
    let mut lines = rows::rows(&mut tx, customer, id, waiting, limit).await.stored()?;
    let Some(last) = lines.last().map(|line| line.number) else {
        let (to, now) = (BulkStatus::Done, grant.now());
        rows::advance(&mut tx, customer, id, job.version, to, now).await.stored()?;
        log(&mut tx, grant, change("bulk-licences-applied", &job, job.applied)).await?;
        tx.commit().await.stored()?;
        return Ok(None);
    };
    let skus = skus(&mut tx, language).await?;
    plan(&mut tx, grant, &mut lines, &skus).await?;
    for (sku, taken) in seats_taken(&lines) {
        move_seats(&mut tx, grant, sku, taken, &skus).await?;
    }
    rows::finish(&mut tx, customer, id, &lines, grant.now()).await.stored()?;
    let counted = |outcome: BulkOutcome| {
        let count = lines.iter().filter(|line| line.outcome == outcome).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let figures = [BulkOutcome::Applied, BulkOutcome::Refused, BulkOutcome::Nothing].map(counted);
    rows::count(&mut tx, customer, id, figures).await.stored()?;
    tx.commit().await.stored()?;
    Ok(Some(last))
}

/// Decides what each row does now.
async fn plan(tx: &mut Tx, grant: &Grant, lines: &mut [StoredRow], skus: &Skus) -> Result<()> {
    let people = lines.iter().filter_map(|line| line.user);
    let mut planner = planner(tx, grant.customer(), people, skus).await?;
    for line in lines {
        // Only rows that could be read are waiting.
        let Some(row) = line.wanted() else { continue };
        settle(line, planner.row(line.number, &row), BulkOutcome::Applied)?;
    }
    Ok(())
}

/// Seats that the rows take of each SKU, less those they give back. In the order of the ids, so
/// that two who move seats of several SKUs do not wait for each other.
fn seats_taken(lines: &[StoredRow]) -> BTreeMap<SkuId, i64> {
    let mut taken = BTreeMap::new();
    for line in lines.iter().filter(|line| line.outcome == BulkOutcome::Applied) {
        let Some(sku) = line.sku else { continue };
        let seats = match (&line.before, &line.after) {
            (None, Some(_)) => 1,
            (Some(_), None) => -1,
            _ => 0,
        };
        *taken.entry(sku).or_default() += seats;
    }
    taken
}

async fn move_seats(tx: &mut Tx, grant: &Grant, sku: SkuId, taken: i64, skus: &Skus) -> Result<()> {
    if taken > 0 {
        take(tx, grant, sku, taken, skus).await
    } else {
        seats::give_back(tx, grant.customer(), sku, -taken).await.stored().map(drop)
    }
}

/// Takes a job back: everybody holds what they held before, if nothing else has changed since.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; [`BulkFault::State`] for a job that is not done;
/// [`BulkFault::Changed`]; [`domain::licences::LicenceRefusal::NoneLeft`] if a licence that would
/// have to be given back has been taken by somebody else.
pub async fn undo(caller: &Caller, wanted: BulkCommand, language: &str) -> Result<BulkJobView> {
    const USE_CASE: &str = "licences.undo";
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, id, tx) = (grant.customer(), wanted.job, &mut work.tx);
    seats::lock(tx, customer).await.stored()?;
    let job = find(tx, &grant, id).await?;
    if job.status != BulkStatus::Done {
        return Err(BulkFault::State.into());
    }
    let changed = back::changed_since(tx, customer, id).await.stored()?;
    if changed > 0 {
        return Err(BulkFault::Changed { rows: changed }.into());
    }
    let skus = skus(tx, language).await?;
    for (sku, taken) in back::seats_taken(tx, customer, id).await.stored()? {
        move_seats(tx, &grant, sku, -taken, &skus).await?;
    }
    back::revert(tx, customer, id).await.stored()?;
    let (to, now) = (BulkStatus::Undone, grant.now());
    rows::advance(tx, customer, id, wanted.seen, to, now).await.stored()?;
    let undone = find(tx, &grant, id).await?;
    work.commit(change("bulk-licences-undone", &job, job.applied), undone).await
}
