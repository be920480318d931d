//! What a partner stands to owe for its customers, as files.

use std::io;

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use domain::access::Surface;
use domain::billing::Exposure;
use services::billing::{EXPOSURE_COLUMNS, exposure_cells, exposure_rows};
use services::export::{Csv, Xlsx, file_name};

use crate::downloads::{CSV, download, workbook};
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::web::Portal;

async fn rows(visit: &Visit) -> Result<Vec<Exposure>, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    Ok(exposure_rows(&caller).await?)
}

/// All customers as CSV.
pub(crate) async fn csv(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let mut csv = Csv::new(&EXPOSURE_COLUMNS);
    for row in &rows(&visit).await? {
        csv.row(&exposure_cells(row));
    }
    let name = file_name("exposure", portal.system().today(), "csv");
    Ok(download(CSV, &name, Body::from(csv.take())))
}

/// All customers as a workbook.
pub(crate) async fn xlsx(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let broken = |error: io::Error| services::report(&error);
    let rows = rows(&visit).await?;
    let mut table = Xlsx::new(&EXPOSURE_COLUMNS).map_err(broken)?;
    for row in &rows {
        table.row(&exposure_cells(row)).map_err(broken)?;
    }
    let name = file_name("exposure", portal.system().today(), "xlsx");
    Ok(workbook(table, &name))
}
