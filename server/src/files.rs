//! The activity log and subscriptions as files.

use std::io;

use axum::Extension;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::access::Surface;
use domain::activity::{Entry, Filter};
use domain::error::Error;
use domain::ids::{CustomerId, UserId};
use domain::subscriptions::ExportRow;
use domain::time::Day;
use serde::Deserialize;
use services::activity::{self, Export};
use services::export::{Cell, Csv, Xlsx, file_name};
use services::subscriptions;

use crate::downloads::{self, Batches, CSV, download, workbook};
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::web::Portal;

const ACTIVITY: [&str; 9] =
    ["Number", "Time", "Person id", "Person", "Kind", "Subject", "Customer id", "Before", "After"];

/// The filter of the activity page, as it stands in the address.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    first: Option<String>,
    last: Option<String>,
    actor: Option<String>,
    kind: Option<String>,
}

impl Wanted {
    /// The filter; an empty field is none, as forms send it.
    fn filter(self) -> Result<Filter, Trouble> {
        let unreadable = |()| Trouble::from(Error::Invalid { fields: Vec::new() });
        let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
        let day = |text: Option<String>| {
            filled(text).map(|text| text.parse::<Day>().map_err(drop)).transpose()
        };
        let actor = filled(self.actor).map(|id| id.parse::<UserId>().map_err(drop));
        Ok(Filter {
            first: day(self.first).map_err(unreadable)?,
            last: day(self.last).map_err(unreadable)?,
            actor: actor.transpose().map_err(unreadable)?,
            kind: filled(self.kind),
            ..Filter::default()
        })
    }
}

type Asked = Result<Query<Wanted>, QueryRejection>;

impl Batches for Export {
    type Row = Entry;

    fn next(&mut self) -> impl Future<Output = Result<Vec<Entry>, Error>> + Send {
        self.next()
    }

    fn csv(row: &Entry, to: &mut Csv) {
        to.row(&cells(row));
    }

    fn xlsx(row: &Entry, to: &mut Xlsx) -> io::Result<()> {
        to.row(&cells(row))
    }
}

/// The activity log as CSV.
pub(crate) async fn activity_csv(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let name = file_name("activity", portal.system().today(), "csv");
    Ok(downloads::csv(activity_export(&visit, asked).await?, &ACTIVITY, &name))
}

/// The activity log as a workbook.
pub(crate) async fn activity_xlsx(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let name = file_name("activity", portal.system().today(), "xlsx");
    downloads::xlsx(activity_export(&visit, asked).await?, &ACTIVITY, &name).await
}

async fn activity_export(visit: &Visit, asked: Asked) -> Result<Export, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::Invalid { fields: Vec::new() })?;
    Ok(activity::export(&caller, wanted.filter()?).await?)
}

fn cells(entry: &Entry) -> [Cell<'_>; 9] {
    [
        Cell::Count(entry.seq),
        Cell::Instant(entry.at),
        Cell::Id(entry.actor.into()),
        Cell::Text(&entry.actor_name),
        Cell::Text(&entry.kind),
        Cell::Text(&entry.subject),
        entry.customer.map_or(Cell::Empty, |customer| Cell::Id(customer.into())),
        Cell::text(entry.before.as_deref()),
        Cell::text(entry.after.as_deref()),
    ]
}

/// Whose subscriptions.
#[derive(Debug, Deserialize)]
pub(crate) struct OfCustomer {
    customer: CustomerId,
}

type AskedCustomer = Result<Query<OfCustomer>, QueryRejection>;

/// The rows of a customer's subscriptions; a customer has at most some hundreds.
async fn subscription_rows(visit: &Visit, asked: AskedCustomer) -> Result<Vec<ExportRow>, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::Invalid { fields: Vec::new() })?;
    let language = visit.language().await.tag();
    Ok(subscriptions::export(&caller, wanted.customer, language).await?)
}

/// A customer's subscriptions as CSV.
pub(crate) async fn subscriptions_csv(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: AskedCustomer,
) -> Result<Response, Trouble> {
    let mut csv = Csv::new(&subscriptions::EXPORT_COLUMNS);
    for row in &subscription_rows(&visit, asked).await? {
        csv.row(&subscriptions::cells(row));
    }
    let name = file_name("subscriptions", portal.system().today(), "csv");
    Ok(download(CSV, &name, Body::from(csv.take())))
}

/// A customer's subscriptions as a workbook.
pub(crate) async fn subscriptions_xlsx(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: AskedCustomer,
) -> Result<Response, Trouble> {
    let broken = |error: io::Error| services::report(&error);
    let rows = subscription_rows(&visit, asked).await?;
    let mut table = Xlsx::new(&subscriptions::EXPORT_COLUMNS).map_err(broken)?;
    for row in &rows {
        table.row(&subscriptions::cells(row)).map_err(broken)?;
    }
    let name = file_name("subscriptions", portal.system().today(), "xlsx");
    Ok(workbook(table, &name))
}
