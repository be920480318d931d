//! Licence work on many people: looked through, shown, kept until somebody starts it.

use std::collections::HashMap;

use domain::access::Action;
use domain::error::{Entity, Error, FieldError};
use domain::ids::{BulkJobId, CustomerId, RequestId, SkuId, UserId};
use domain::licences::{
    BulkCells, BulkFault, BulkFilter, BulkJobView, BulkOutcome, BulkRow, BulkRowView,
    BulkSelection, BulkStep, BulkView, CellFault, LicenceRefusal, Planner, RowPlan, Skus,
    read_bulk_header, read_bulk_row,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use storage::Tx;
use storage::licences::bulk::{self as rows, Kind, NewJob, StoredRow};
use storage::licences::{crowd, seats};

use super::files::read_table;
use super::{domain_of, skus};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::work::Start;

/// Rows a page.
const PAGE: i64 = 200;

/// Jobs in the list.
const JOBS: i64 = 50;

/// No such job, or another company's.
pub(super) const NO_JOB: Error = Error::NotFound { entity: Entity::BulkJob };

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// This attempt.
    pub request: RequestId,
    /// What it is called.
    pub file_name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl Upload {
    /// What tells it from another file.
    pub(super) fn fingerprint(&self) -> impl Serialize {
        (self.file_name.clone(), Sha256::digest(&self.content).to_vec())
    }
}

/// A row that could be read, or its cells at fault.
type ReadRow = (BulkCells, std::result::Result<BulkRow, Vec<FieldError>>);

/// Looks through a file: what each row would do, and every cell at fault. Nothing is changed yet.
///
/// # Errors
///
/// `Forbidden` without the right to assign licences; at the field `file`, [`BulkFault::Unreadable`],
/// [`BulkFault::Header`] and [`BulkFault::Empty`].
pub async fn check_file(caller: &Caller, upload: Upload, language: &str) -> Result<BulkView> {
    const USE_CASE: &str = "licences.check-file";
    let grant = caller.authorize(Action::AssignLicences)?;
    let at_file = |fault: BulkFault| Error::invalid("file", fault);
    let table = read_table(&upload.content).map_err(at_file)?;
    let (header, lines) = table.split_first().ok_or_else(|| at_file(BulkFault::Empty))?;
    let places = read_bulk_header(header).map_err(at_file)?;
    if lines.is_empty() {
        return Err(at_file(BulkFault::Empty));
    }
    let cells = lines.iter().map(|line| {
        let cell = |column: usize| {
            let place = places[column]?;
            line.get(place).cloned()
        };
        let cell = |column| cell(column).unwrap_or_default();
        BulkCells { user: cell(0), licence: cell(1), action: cell(2), off: cell(3) }
    });
    let cells: Vec<_> = cells.collect();
    let mut work = match grant.work(upload.request, USE_CASE, &upload.fingerprint()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(id) => return job(caller, id, BulkFilter::default()).await,
    };
    let customer = grant.customer();
    let domain = domain_of(&mut work.tx, customer).await?;
    let skus = skus(&mut work.tx, language).await?;
    let names = cells.iter().filter_map(|row| domain::licences::bulk_user_name(&row.user, &domain));
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names.dedup();
    let people = crowd::named(&mut work.tx, customer, &names).await.stored()?;
    let read = |cells: BulkCells| {
        let row = read_bulk_row(&cells, &domain, &skus, |name| people.get(name).copied());
        (cells, row)
    };
    let read: Vec<ReadRow> = cells.into_iter().map(read).collect();
    let id = keep(&mut work.tx, &grant, Some(upload.file_name), read, &skus).await?;
    work.commit_unlogged(id).await?;
    job(caller, id, BulkFilter::default()).await
}

/// Looks through the same licence for everybody who was ticked. Nothing is changed yet.
///
/// # Errors
///
/// `Forbidden` without the right to assign licences; [`LicenceRefusal::Unknown`] at `licence`,
/// [`LicenceRefusal::UnknownPlan`] at `off`, `NotFound` if nobody of them is of the company.
pub async fn check_selection(
    caller: &Caller,
    wanted: BulkSelection,
    language: &str,
) -> Result<BulkView> {
    const USE_CASE: &str = "licences.check-selection";
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(id) => return job(caller, id, BulkFilter::default()).await,
    };
    let skus = skus(&mut work.tx, language).await?;
    let sku = skus.get(wanted.sku);
    let sku = sku.ok_or_else(|| Error::invalid("licence", LicenceRefusal::Unknown))?;
    let known = |plan: &str| sku.plans.iter().any(|known| known.id == plan);
    if let Some(plan) = wanted.off.iter().find(|plan| !known(plan)) {
        let plan = plan.to_owned();
        return Err(Error::invalid("off", LicenceRefusal::UnknownPlan { plan }));
    }
    let names = crowd::sign_in_names(&mut work.tx, grant.customer(), &wanted.users).await;
    let names = names.stored()?;
    if names.is_empty() {
        return Err(super::NO_USER);
    }
    let code = sku.codes.first().cloned().unwrap_or_default();
    let row = |user: &UserId| {
        let step = match wanted.action {
            domain::licences::BulkAction::Assign => BulkStep::Assign(wanted.off.clone()),
            domain::licences::BulkAction::Remove => BulkStep::Remove,
        };
        let cells = BulkCells {
            user: names.get(user)?.clone(),
            licence: code.clone(),
            action: wanted.action.as_str().to_owned(),
            off: wanted.off.as_text(),
        };
        Some((cells, Ok(BulkRow { user: *user, sku: wanted.sku, step })))
    };
    let read: Vec<ReadRow> = wanted.users.iter().filter_map(row).collect();
    let id = keep(&mut work.tx, &grant, None, read, &skus).await?;
    work.commit_unlogged(id).await?;
    job(caller, id, BulkFilter::default()).await
}

/// Keeps the rows with what each would do.
async fn keep(
    tx: &mut Tx,
    grant: &Grant,
    file_name: Option<String>,
    read: Vec<ReadRow>,
    skus: &Skus,
) -> Result<BulkJobId> {
    let customer = grant.customer();
    let wanted = read.iter().filter_map(|(_, row)| row.as_ref().ok());
    let mut planner = planner(tx, customer, wanted.map(|row| row.user), skus).await?;
    let mut stored = Vec::with_capacity(read.len());
    for (number, (cells, row)) in (1_i64..).zip(read) {
        let cells = serde_json::to_string(&cells).map_err(|error| report(&error))?;
        let mut line = StoredRow {
            number,
            cells,
            outcome: BulkOutcome::Refused,
            problem: None,
            user: None,
            sku: None,
            before: None,
            after: None,
        };
        match row {
            Ok(row) => {
                (line.user, line.sku) = (Some(row.user), Some(row.sku));
                line.after = match &row.step {
                    BulkStep::Assign(off) => Some(off.clone()),
                    BulkStep::Remove => None,
                };
                settle(&mut line, planner.row(number, &row), BulkOutcome::Waiting)?;
            }
            Err(faults) => line.problem = Some(problem(&faults)?),
        }
        stored.push(line);
    }
    let job = NewJob {
        id: BulkJobId::from(grant.system.next_id()),
        kind: Kind::Licences,
        file_name,
        by: grant.user(),
        now: grant.now(),
    };
    rows::insert(tx, customer, &job, &stored).await.stored()?;
    Ok(job.id)
}

/// A planner that knows `people` and the seats of `customer`.
pub(super) async fn planner<'a>(
    tx: &mut Tx,
    customer: CustomerId,
    people: impl Iterator<Item = UserId>,
    skus: &'a Skus,
) -> Result<Planner<'a>> {
    let mut people: Vec<_> = people.collect();
    people.sort_unstable();
    people.dedup();
    let present = crowd::present(tx, customer, &people).await.stored()?;
    let pools = seats::list(tx, customer).await.stored()?;
    let free: HashMap<SkuId, i64> =
        pools.into_iter().map(|(sku, seats)| (sku, seats.valid - seats.assigned)).collect();
    Ok(Planner::new(skus, present, free))
}

/// Writes down what the planner says of `line`; what changes something has the outcome `change`.
pub(super) fn settle(line: &mut StoredRow, plan: RowPlan, change: BulkOutcome) -> Result<()> {
    match plan {
        RowPlan::Nothing => {
            line.outcome = BulkOutcome::Nothing;
            line.before = line.after.clone();
        }
        RowPlan::Change { before, after } => {
            line.outcome = change;
            (line.before, line.after) = (before, after);
        }
        RowPlan::Refused(faults) => {
            line.outcome = BulkOutcome::Refused;
            line.problem = Some(problem(&faults)?);
        }
    }
    Ok(())
}

/// The cells at fault, as they are stored.
pub(super) fn problem(faults: &[FieldError]) -> Result<String> {
    let fault =
        |at: &FieldError| CellFault { field: at.field.clone(), refusal: at.refusal.clone() };
    let faults: Vec<_> = faults.iter().map(fault).collect();
    serde_json::to_string(&faults).map_err(|error| report(&error))
}

/// The cells at fault, as they were stored.
pub(super) fn faults(problem: Option<&str>) -> Result<Vec<CellFault>> {
    let read = problem.map_or(Ok(Vec::new()), serde_json::from_str);
    read.map_err(|error| report(&error))
}

/// A job of the caller's company and some of its rows.
///
/// # Errors
///
/// `Forbidden` without the right to assign licences; `NotFound`.
pub async fn job(caller: &Caller, id: BulkJobId, filter: BulkFilter) -> Result<BulkView> {
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut tx = grant.read().await?;
    let found = rows::find(&mut tx, grant.customer(), Kind::Licences, id).await.stored()?;
    let found = found.ok_or(NO_JOB)?;
    let lines = rows::rows(&mut tx, grant.customer(), id, filter, PAGE + 1).await.stored()?;
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let next = (lines.len() > size).then(|| lines[size - 1].number);
    let lines: Result<Vec<_>> = lines.into_iter().take(size).map(line).collect();
    Ok(BulkView { job: found, rows: lines?, next })
}

/// The latest jobs of the caller's company, the newest first.
///
/// # Errors
///
/// `Forbidden` without the right to assign licences.
pub async fn jobs(caller: &Caller) -> Result<Vec<BulkJobView>> {
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut tx = grant.read().await?;
    rows::list(&mut tx, grant.customer(), JOBS).await.stored()
}

/// A row as it is shown.
pub(super) fn line(row: StoredRow) -> Result<BulkRowView> {
    Ok(BulkRowView {
        number: row.number,
        cells: serde_json::from_str(&row.cells).map_err(|error| report(&error))?,
        outcome: row.outcome,
        before: row.before,
        after: row.after,
        faults: faults(row.problem.as_deref())?,
    })
}
