//! Price lists on their way into the portal: from a file, by the page or the command line.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::catalogue::Billing;
use domain::error::{Entity, Error};
use domain::ids::{PriceUploadId, RequestId};
use domain::prices::{
    Flag, OperatorPrices, PRICE_HEADER, PriceFault, PriceImport, PricedOffer, PublishPrices,
    UploadView, last_day_to_publish, month_text, plan_import,
};
use domain::time::{Day, first_of_month, months_after, months_before};
use serde::Serialize;
use storage::{Tx, offers, prices as rows};

use crate::caller::Caller;
use crate::export::{Cell, Csv};
use crate::failure::{Result, Stored, report};
use crate::licences::read_table;
use crate::work::{Change, Start, Work};

/// A file of prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PriceFile {
    /// The attempt.
    pub request: RequestId,
    /// The first day of the list's month.
    pub month: Day,
    /// What it holds.
    pub content: Vec<u8>,
}

impl PriceFile {
    fn table(&self) -> Result<Vec<Vec<String>>> {
        let unreadable = |_| Error::invalid("file", PriceFault::Unreadable);
        read_table(&self.content).map_err(unreadable)
    }
}

/// All lists, and what the file `upload` would do.
///
/// # Errors
///
/// `Forbidden` without the right to publish or to audit prices; `NotFound` for the file.
pub async fn find(caller: &Caller, upload: Option<PriceUploadId>) -> Result<OperatorPrices> {
    let grant = caller.authorize_reading(Action::PublishPrices)?;
    let mut tx = grant.read().await?;
    let lists = rows::lists(&mut tx).await.stored()?;
    let upload = match upload {
        Some(id) => {
            let (month, table) = kept(&mut tx, id).await?;
            Some(UploadView { id, import: plan(&mut tx, &table, month, grant.today()).await? })
        }
        None => None,
    };
    let may_publish = grant.actor().access(Action::PublishPrices).may_change();
    let next = months_after(first_of_month(grant.today()), 1);
    let late = last_day_to_publish(next) < grant.today();
    let first_month = if late { months_after(next, 1) } else { next };
    Ok(OperatorPrices { lists, upload, may_publish, first_month })
}

/// Looks through a file and keeps it, so that it can be published as it was shown.
///
/// # Errors
///
/// `Forbidden` without the right to publish; at the field `file` what is wrong with it as a whole.
pub async fn check(caller: &Caller, file: PriceFile) -> Result<PriceUploadId> {
    const USE_CASE: &str = "prices.check";
    let grant = caller.authorize(Action::PublishPrices)?;
    let mut work = match grant.work(file.request, USE_CASE, &file).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let table = file.table()?;
    plan(&mut work.tx, &table, file.month, grant.today()).await?;
    let id = PriceUploadId::from(grant.system.next_id());
    let table = serde_json::to_string(&table).map_err(|error| report(&error))?;
    let by = (grant.user(), grant.now());
    rows::insert_upload(&mut work.tx, id, file.month, &table, by).await.stored()?;
    work.commit_unlogged(id).await
}

/// Publishes what a kept file says: prices are added and changed, none is removed.
///
/// # Errors
///
/// `Forbidden` without the right to publish; `NotFound` for the file; what is wrong with it, or
/// that it is too late.
pub async fn publish(caller: &Caller, wanted: PublishPrices) -> Result<PriceImport> {
    const USE_CASE: &str = "prices.publish";
    let grant = caller.authorize(Action::PublishPrices)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (month, table) = kept(&mut work.tx, wanted.upload).await?;
    apply(work, &table, month, grant.today()).await
}

/// Publishes what a file says, without a page in between.
///
/// # Errors
///
/// As [`check`] and [`publish`].
pub async fn import(caller: &Caller, file: PriceFile) -> Result<PriceImport> {
    const USE_CASE: &str = "prices.import";
    let grant = caller.authorize(Action::PublishPrices)?;
    let work = match grant.work(file.request, USE_CASE, &file).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    apply(work, &file.table()?, file.month, grant.today()).await
}

/// What a file would do; nothing is kept.
///
/// # Errors
///
/// As [`check`].
pub async fn rehearse(caller: &Caller, file: &PriceFile) -> Result<PriceImport> {
    let grant = caller.authorize(Action::PublishPrices)?;
    let mut tx = grant.read().await?;
    plan(&mut tx, &file.table()?, file.month, grant.today()).await
}

/// The latest list as a file to begin the next one with.
///
/// # Errors
///
/// `Forbidden` without the right to publish or to audit prices.
pub async fn template(caller: &Caller) -> Result<Vec<u8>> {
    let grant = caller.authorize_reading(Action::PublishPrices)?;
    let mut tx = grant.read().await?;
    let month = first_of_month(grant.today());
    let mut csv = Csv::new(&PRICE_HEADER);
    for known in offers::known(&mut tx, Some(month), "en").await.stored()? {
        let Some(prices) = known.prices.filter(|_| known.offer.billing == Billing::License) else {
            continue;
        };
        let [partner, retail] = [prices.partner, prices.retail].map(Cell::UnitPrice);
        csv.row(&[Cell::Text(&known.offer.code), partner, retail]);
    }
    Ok(csv.take())
}

async fn kept(tx: &mut Tx, id: PriceUploadId) -> Result<(Day, Vec<Vec<String>>)> {
    let found = rows::find_upload(tx, id).await.stored()?;
    let (month, table) = found.ok_or(Error::NotFound { entity: Entity::PriceList })?;
    Ok((month, serde_json::from_str(&table).map_err(|error| report(&error))?))
}

/// All offers by their code, with the prices of `month` and of the month before.
async fn priced(tx: &mut Tx, month: Day) -> Result<BTreeMap<String, PricedOffer>> {
    let before = rows::of_month(tx, months_before(month, 1)).await.stored()?;
    let known = offers::known(tx, Some(month), "en").await.stored()?;
    let offer = |known: offers::Known| {
        let id = known.offer.id;
        let before = before.get(&id).copied();
        let offer = PricedOffer { id, billing: known.offer.billing, now: known.prices, before };
        (known.offer.code, offer)
    };
    Ok(known.into_iter().map(offer).collect())
}

async fn plan(tx: &mut Tx, table: &[Vec<String>], month: Day, today: Day) -> Result<PriceImport> {
    let offers = priced(tx, month).await?;
    plan_import(table, month, today, &offers).map_err(|fault| Error::invalid("file", fault))
}

/// Does what `table` says, if nothing is wrong with it.
async fn apply(
    mut work: Work,
    table: &[Vec<String>],
    month: Day,
    today: Day,
) -> Result<PriceImport> {
    let offers = priced(&mut work.tx, month).await?;
    let plan =
        plan_import(table, month, today, &offers).map_err(|fault| Error::invalid("file", fault))?;
    if let Some(problem) = &plan.problem {
        return Err(Error::Refused(problem.clone()));
    }
    let mut changes: Vec<_> = plan.changes().collect();
    if changes.is_empty() {
        return work.commit_unlogged(plan).await;
    }
    // What is charged by usage has no price in a list, and goes on being sold.
    changes.extend(offers.values().filter_map(|offer| {
        let goes_on = offer.billing == Billing::Usage && offer.now.is_none();
        offer.before.filter(|_| goes_on).map(|prices| (offer.id, prices))
    }));
    rows::merge(&mut work.tx, month, today, &changes).await.stored()?;
    let counts = [Flag::Added, Flag::Changed].map(|flag| format!("{flag} {}", plan.count(flag)));
    let change = Change {
        kind: "price-list-published",
        subject: month_text(month),
        after: Some(counts.join(", ")),
        ..Change::default()
    };
    work.commit(change, plan).await
}
