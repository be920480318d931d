//! The license-based reconciliation file of an invoice.

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Response;
use domain::access::Surface;
use domain::billing::LICENCE_COLUMNS;
use domain::error::{Entity, Error};
use domain::ids::InvoiceId;
use futures_util::stream;
use serde::Deserialize;
use services::billing::{LicenceFile, Written, licence_file};
use services::export::{Csv, Xlsx};

use crate::files::{download, workbook};
use crate::session::Visit;
use crate::trouble::Trouble;

/// Which invoice's.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    invoice: InvoiceId,
}

type Asked = Result<Query<Wanted>, QueryRejection>;

/// The file as CSV.
pub(crate) async fn csv(
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let file = file(&visit, asked).await?;
    let name = format!("{}-license.csv", file.number);
    let csv = Csv::new(&LICENCE_COLUMNS);
    let pieces = stream::try_unfold((file, csv), |(mut file, mut csv)| async {
        for row in &file.next().await? {
            csv.row(&Written::of(row).cells(row));
        }
        let piece = csv.take();
        // Nothing written and nothing left: the end.
        Ok::<_, Error>((!piece.is_empty()).then(|| (Bytes::from(piece), (file, csv))))
    });
    Ok(download("text/csv; charset=utf-8", &name, Body::from_stream(pieces)))
}

/// The file as a workbook.
pub(crate) async fn xlsx(
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let mut file = file(&visit, asked).await?;
    let name = format!("{}-license.xlsx", file.number);
    let mut table = Xlsx::new(&LICENCE_COLUMNS).map_err(|error| services::report(&error))?;
    loop {
        let rows = file.next().await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let written = Written::of(row);
            table.row(&written.typed_cells(row)).map_err(|error| services::report(&error))?;
        }
    }
    Ok(workbook(table, &name))
}

async fn file(visit: &Visit, asked: Asked) -> Result<LicenceFile, Trouble> {
    // Looked up here, so that the request's line in the log says who.
    visit.session().await?;
    let caller = visit.callers().caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::NotFound { entity: Entity::Invoice })?;
    Ok(licence_file(&caller, wanted.invoice).await?)
}
