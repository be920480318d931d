//! New people from the documented file.

use domain::access::Action;
use domain::error::{Error, FieldError};
use domain::ids::{BulkJobId, CustomerId, UserId};
use domain::licences::{
    BulkCommand, BulkFault, BulkFilter, BulkOutcome, BulkStatus, ImportCells, ImportFault,
    ImportRowView, ImportView, ImportedUser, ImportedUsers, NewPerson, TemporaryPassword,
    UserFault, read_import,
};
use storage::Tx;
use storage::licences::bulk::{self as rows, Kind, NewJob, StoredRow};
use storage::licences::{crowd, seats};

use super::bulk::{NO_JOB, Upload, faults, problem};
use super::domain_of;
use super::files::read_table;
use super::people::{Newcomer, insert};
use crate::accounts::{Temporary, temporary_password};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::work::{Change, Start};

/// Looks through a file of new people. Nobody is added yet.
///
/// # Errors
///
/// `Forbidden` without the right to add people; at the field `file`, [`BulkFault::Unreadable`],
/// [`BulkFault::Empty`] and refusals as [`read_import`] says.
///
/// Source: domain book, 2 "assign-licenses-to-users" (fields).
pub async fn check_users_file(caller: &Caller, upload: Upload) -> Result<ImportView> {
    const USE_CASE: &str = "licences.check-users";
    let grant = caller.authorize(Action::EditUsers)?;
    let at_file = |fault: BulkFault| Error::invalid("file", fault);
    let table = read_table(&upload.content).map_err(at_file)?;
    let mut work = match grant.work(upload.request, USE_CASE, &upload.fingerprint()).await? {
        Start::Fresh(work) => work,
        Start::Repeat(id) => return imported(caller, id).await,
    };
    let customer = grant.customer();
    let domain = domain_of(&mut work.tx, customer).await?;
    let read = read_import(&table, &domain).map_err(|fault| Error::invalid("file", fault))?;
    if read.is_empty() {
        return Err(at_file(BulkFault::Empty));
    }
    let people = read.iter().filter_map(|(_, person)| person.as_ref().ok());
    let names: Vec<_> = people.map(|person| person.user_name.at(&domain)).collect();
    let taken = crowd::named(&mut work.tx, customer, &names).await.stored()?;
    let mut stored = Vec::with_capacity(read.len());
    for (number, (cells, person)) in (1_i64..).zip(read) {
        let person = person.and_then(|person| {
            let free = !taken.contains_key(&person.user_name.at(&domain));
            if free { Ok(()) } else { Err(vec![FieldError::new("email", UserFault::Taken)]) }
        });
        let cells = serde_json::to_string(&cells).map_err(|error| report(&error))?;
        let (outcome, problem) = match person {
            Ok(()) => (BulkOutcome::Waiting, None),
            Err(faults) => (BulkOutcome::Refused, Some(problem(&faults)?)),
        };
        stored.push(StoredRow {
            number,
            cells,
            outcome,
            problem,
            user: None,
            sku: None,
            before: None,
            after: None,
        });
    }
    let job = NewJob {
        id: BulkJobId::from(grant.system.next_id()),
        kind: Kind::Users,
        file_name: Some(upload.file_name),
        by: grant.user(),
        now: grant.now(),
    };
    rows::insert(&mut work.tx, customer, &job, &stored).await.stored()?;
    work.commit_unlogged(job.id).await?;
    imported(caller, job.id).await
}

/// The file `id` as it was looked through.
///
/// # Errors
///
/// `Forbidden` without the right to add people; `NotFound`.
pub async fn imported(caller: &Caller, id: BulkJobId) -> Result<ImportView> {
    let grant = caller.authorize(Action::EditUsers)?;
    let mut tx = grant.read().await?;
    let job = rows::find(&mut tx, grant.customer(), Kind::Users, id).await.stored()?;
    let job = job.ok_or(NO_JOB)?;
    let lines = all_rows(&mut tx, grant.customer(), id).await?;
    let line = |row: StoredRow| {
        let cells = serde_json::from_str(&row.cells).map_err(|error| report(&error))?;
        let faults = faults(row.problem.as_deref())?;
        Ok(ImportRowView { number: row.number, cells, faults })
    };
    let rows: Result<_> = lines.into_iter().map(line).collect();
    Ok(ImportView { job, rows: rows? })
}

async fn all_rows(tx: &mut Tx, customer: CustomerId, id: BulkJobId) -> Result<Vec<StoredRow>> {
    rows::rows(tx, customer, id, BulkFilter::default(), i64::MAX).await.stored()
}

/// Adds the people of a file that was looked through, all of them or nobody, with temporary
/// passwords that are told once.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; [`ImportFault::Faulty`] if rows are at fault,
/// [`BulkFault::State`] if they have been added before, [`UserFault::Taken`] if a name was taken
/// meanwhile.
pub async fn import_users(caller: &Caller, wanted: BulkCommand) -> Result<ImportedUsers> {
    const USE_CASE: &str = "licences.import-users";
    let grant = caller.authorize(Action::EditUsers)?;
    let newcomers = prepared(&grant, wanted.job).await?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, id, tx) = (grant.customer(), wanted.job, &mut work.tx);
    seats::lock(tx, customer).await.stored()?;
    let job = rows::find(tx, customer, Kind::Users, id).await.stored()?.ok_or(NO_JOB)?;
    if job.status != BulkStatus::Checked {
        return Err(BulkFault::State.into());
    }
    if job.refused > 0 {
        return Err(ImportFault::Faulty { rows: job.refused }.into());
    }
    let mut added = Vec::with_capacity(newcomers.len());
    for Prepared { person, sign_in_name, password, hash } in newcomers {
        let new = Newcomer {
            id: UserId::from(grant.system.next_id()),
            sign_in_name: sign_in_name.clone(),
            hash,
            details: &person.details,
            roles: Vec::new(),
        };
        insert(tx, &grant, new).await?;
        let display_name = person.details.display_name.to_string();
        added.push(ImportedUser { display_name, sign_in_name, password: Some(password) });
    }
    let count = i64::try_from(added.len()).unwrap_or(i64::MAX);
    rows::count(tx, customer, id, [count, 0, 0]).await.stored()?;
    // Counting has raised the version that the reader saw.
    let (seen, now) = (wanted.seen + 1, grant.now());
    rows::advance(tx, customer, id, seen, BulkStatus::Done, now).await.stored()?;
    let change = Change {
        kind: "customer-users-imported",
        subject: job.file_name.unwrap_or_default(),
        after: Some(count.to_string()),
        ..Change::default()
    };
    let without = |user: &ImportedUser| ImportedUser { password: None, ..user.clone() };
    let kept = ImportedUsers { users: added.iter().map(without).collect() };
    work.commit_secret(change, kept, ImportedUsers { users: added }).await
}

/// Somebody who is to be added, with a password.
struct Prepared {
    person: NewPerson,
    sign_in_name: String,
    password: TemporaryPassword,
    hash: String,
}

/// The people of the file with their passwords. Hashing takes a while, so it is done before
/// anybody else has to wait; of a file that is not to be imported, nothing is prepared.
async fn prepared(grant: &Grant, id: BulkJobId) -> Result<Vec<Prepared>> {
    let mut tx = grant.read().await?;
    let customer = grant.customer();
    let job = rows::find(&mut tx, customer, Kind::Users, id).await.stored()?.ok_or(NO_JOB)?;
    if job.status != BulkStatus::Checked || job.refused > 0 {
        return Ok(Vec::new());
    }
    let domain = domain_of(&mut tx, customer).await?;
    let lines = all_rows(&mut tx, customer, id).await?;
    drop(tx);
    let mut table = vec![domain::licences::IMPORT_HEADER.map(str::to_owned).to_vec()];
    for line in lines {
        let cells = serde_json::from_str(&line.cells).map_err(|error| report(&error))?;
        let ImportCells { first_name, last_name, display_name, email, status } = cells;
        table.push(vec![first_name, last_name, display_name, email, status]);
    }
    let read = read_import(&table, &domain).map_err(|fault| Error::invalid("file", fault))?;
    let mut prepared = Vec::with_capacity(read.len());
    for (_, person) in read {
        let person = person.map_err(|fields| Error::Invalid { fields })?;
        let sign_in_name = person.user_name.at(&domain);
        let Temporary { password, hash } = temporary_password(&grant.system, &sign_in_name).await?;
        prepared.push(Prepared { person, sign_in_name, password, hash });
    }
    Ok(prepared)
}
