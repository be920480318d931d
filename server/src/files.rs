//! Downloads: tables as files, streamed.

use std::io::{self, Write};

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::access::Surface;
use domain::activity::{Entry, Filter};
use domain::error::Error;
use domain::ids::{CustomerId, UserId};
use domain::subscriptions::ExportRow;
use domain::time::Day;
use futures_util::stream;
use serde::Deserialize;
use services::activity::{self, Export};
use services::export::{Cell, Csv, Xlsx, file_name};
use services::subscriptions;
use tokio::sync::mpsc;

use crate::session::Visit;
use crate::trouble::Trouble;
use crate::web::Portal;

/// A workbook, which is compressed already.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Pieces of a file that wait for a slow reader.
const WAITING: usize = 4;

/// Bytes of such a piece.
const PIECE: usize = 64 * 1024;

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

/// The activity log as CSV.
pub(crate) async fn activity_csv(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let export = activity_export(&visit, asked).await?;
    let csv = Csv::new(&ACTIVITY);
    let pieces = stream::try_unfold((export, csv), |(mut export, mut csv)| async {
        let entries = export.next().await?;
        for entry in &entries {
            csv.row(&cells(entry));
        }
        let piece = csv.take();
        // Nothing written and nothing left: the end.
        Ok::<_, Error>((!piece.is_empty()).then(|| (Bytes::from(piece), (export, csv))))
    });
    let name = file_name("activity", portal.system().today(), "csv");
    Ok(download("text/csv; charset=utf-8", &name, Body::from_stream(pieces)))
}

/// The activity log as a workbook.
pub(crate) async fn activity_xlsx(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let mut export = activity_export(&visit, asked).await?;
    let mut table = Xlsx::new(&ACTIVITY).map_err(|error| services::report(&error))?;
    loop {
        let entries = export.next().await?;
        if entries.is_empty() {
            break;
        }
        for entry in &entries {
            table.row(&cells(entry)).map_err(|error| services::report(&error))?;
        }
    }
    let name = file_name("activity", portal.system().today(), "xlsx");
    Ok(workbook(table, &name))
}

/// `table` as a download, at the pace of its reader.
pub(crate) fn workbook(table: Xlsx, name: &str) -> Response {
    let (pieces, waiting) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut file = io::BufWriter::with_capacity(PIECE, Pieces(pieces));
        // A reader who has gone away needs no end.
        if let Err(error) = table.write_to(&mut file).and_then(|()| file.flush()) {
            tracing::debug!(%error, "a download ended early");
        }
    });
    let body = stream::unfold(waiting, |mut waiting| async {
        waiting.recv().await.map(|piece| (Ok::<_, io::Error>(piece), waiting))
    });
    download(XLSX, name, Body::from_stream(body))
}

async fn activity_export(visit: &Visit, asked: Asked) -> Result<Export, Trouble> {
    // Looked up here, so that the request's line in the log says who.
    visit.session().await?;
    let caller = visit.callers().caller(Surface::PartnerCenter).await?;
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

/// Writes into a channel what its reader takes out, at the reader's pace.
struct Pieces(mpsc::Sender<Bytes>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = Bytes::copy_from_slice(bytes);
        self.0.blocking_send(piece).map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whose subscriptions.
#[derive(Debug, Deserialize)]
pub(crate) struct OfCustomer {
    customer: CustomerId,
}

type AskedCustomer = Result<Query<OfCustomer>, QueryRejection>;

/// The rows of a customer's subscriptions; a customer has at most some hundreds.
async fn subscription_rows(visit: &Visit, asked: AskedCustomer) -> Result<Vec<ExportRow>, Trouble> {
    visit.session().await?;
    let caller = visit.callers().caller(Surface::PartnerCenter).await?;
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
    Ok(download("text/csv; charset=utf-8", &name, Body::from(csv.take())))
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
    let mut file = Vec::new();
    table.write_to(&mut file).map_err(broken)?;
    let name = file_name("subscriptions", portal.system().today(), "xlsx");
    Ok(download(XLSX, &name, Body::from(file)))
}

/// `body` as a file that nobody keeps.
pub(crate) fn download(kind: &'static str, name: &str, body: Body) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(disposition) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    response
}
