//! The reconciliation files of an invoice, and the histories of the worked examples.

use std::io;

use axum::Extension;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::access::Surface;
use domain::billing::{LICENCE_COLUMNS, LicenceRow, Scenario, USAGE_COLUMNS, UsageRow};
use domain::error::{Entity, Error};
use domain::ids::InvoiceId;
use serde::Deserialize;
use services::Caller;
use services::billing::{
    LicenceFile, UsageFile, UsageWritten, Written, licence_file, scenario_file, usage_file,
};
use services::export::{Csv, Xlsx};

use crate::downloads::{self, Batches, Wished};
use crate::session::Visit;
use crate::trouble::Trouble;

/// Which invoice's, and how.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    invoice: InvoiceId,
    #[serde(default)]
    encoding: Wished,
}

type Asked = Result<Query<Wanted>, QueryRejection>;

impl Batches for LicenceFile {
    type Row = LicenceRow;

    fn next(&mut self) -> impl Future<Output = Result<Vec<LicenceRow>, Error>> + Send {
        self.next()
    }

    fn csv(row: &LicenceRow, to: &mut Csv) {
        to.row(&Written::of(row).cells(row));
    }

    fn xlsx(row: &LicenceRow, to: &mut Xlsx) -> io::Result<()> {
        to.row(&Written::of(row).typed_cells(row))
    }
}

impl Batches for UsageFile {
    type Row = UsageRow;

    fn next(&mut self) -> impl Future<Output = Result<Vec<UsageRow>, Error>> + Send {
        self.next()
    }

    fn csv(row: &UsageRow, to: &mut Csv) {
        to.row(&UsageWritten::of(row).cells(row));
    }

    fn xlsx(row: &UsageRow, to: &mut Xlsx) -> io::Result<()> {
        to.row(&UsageWritten::of(row).typed_cells(row))
    }
}

/// The license-based file as CSV.
pub(crate) async fn licence_csv(
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let (caller, wanted) = caller(&visit, asked).await?;
    let file = licence_file(&caller, wanted.invoice).await?;
    let name = format!("{}-license.csv", file.number);
    Ok(downloads::csv_in(file, &LICENCE_COLUMNS, &name, wanted.encoding))
}

/// The license-based file as a workbook.
pub(crate) async fn licence_xlsx(
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let (caller, wanted) = caller(&visit, asked).await?;
    let file = licence_file(&caller, wanted.invoice).await?;
    let name = format!("{}-license.xlsx", file.number);
    downloads::xlsx(file, &LICENCE_COLUMNS, &name).await
}

/// The usage-based file as CSV.
pub(crate) async fn usage_csv(
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let (caller, wanted) = caller(&visit, asked).await?;
    let file = usage_file(&caller, wanted.invoice).await?;
    let name = format!("{}-usage.csv", file.number);
    Ok(downloads::csv_in(file, &USAGE_COLUMNS, &name, wanted.encoding))
}

/// The usage-based file as a workbook.
pub(crate) async fn usage_xlsx(
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let (caller, wanted) = caller(&visit, asked).await?;
    let file = usage_file(&caller, wanted.invoice).await?;
    let name = format!("{}-usage.xlsx", file.number);
    downloads::xlsx(file, &USAGE_COLUMNS, &name).await
}

async fn caller(visit: &Visit, asked: Asked) -> Result<(Caller, Wanted), Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::NotFound { entity: Entity::Invoice })?;
    Ok((caller, wanted))
}

/// A history as the replay reads it.
const JSON: &str = "application/json";

/// The history of a worked example, named like its scenario.
pub(crate) async fn example(
    Extension(visit): Extension<Visit>,
    Path(file): Path<String>,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let scenario = file.strip_suffix(".json").and_then(|name| name.parse::<Scenario>().ok());
    let scenario = scenario.ok_or(Error::NotFound { entity: Entity::Page })?;
    let history = scenario_file(&caller, scenario)?;
    Ok(downloads::download(JSON, &file, Body::from(history)))
}
