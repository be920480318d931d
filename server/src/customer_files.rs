//! The list of customers as a file.

use std::io;

use axum::Extension;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::access::Surface;
use domain::customers::{CustomerSort, CustomersQuery};
use domain::error::Error;
use serde::Deserialize;
use services::customers::{self, EXPORT_COLUMNS, Export, Exported, cells};
use services::export::{Csv, Xlsx, file_name};

use crate::downloads::{self, Batches};
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::web::Portal;

/// What the list's page was asked for, as it stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    words: String,
    tag: String,
    delegated: String,
    sort: String,
    order: String,
}

impl Wanted {
    /// The query; an empty field is none, as forms send it.
    fn query(self) -> Result<CustomersQuery, Error> {
        let unreadable = || Error::Invalid { fields: Vec::new() };
        let tag = match self.tag.as_str() {
            "" => None,
            tag => Some(tag.parse().map_err(|_| unreadable())?),
        };
        let delegated_admin = match self.delegated.as_str() {
            "" => None,
            "yes" => Some(true),
            "no" => Some(false),
            _ => return Err(unreadable()),
        };
        let sort = match self.sort.as_str() {
            "" => CustomerSort::default(),
            sort => sort.parse().map_err(|_| unreadable())?,
        };
        let descending = self.order == "down";
        Ok(CustomersQuery {
            words: self.words.chars().take(100).collect(),
            tag,
            delegated_admin,
            sort,
            descending,
            ..CustomersQuery::default()
        })
    }
}

type Asked = Result<Query<Wanted>, QueryRejection>;

impl Batches for Export {
    type Row = Exported;

    fn next(&mut self) -> impl Future<Output = Result<Vec<Exported>, Error>> + Send {
        self.next()
    }

    fn csv(row: &Exported, to: &mut Csv) {
        to.row(&cells(row));
    }

    fn xlsx(row: &Exported, to: &mut Xlsx) -> io::Result<()> {
        to.row(&cells(row))
    }
}

/// The customers as CSV.
pub(crate) async fn csv(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let name = file_name("customers", portal.system().today(), "csv");
    Ok(downloads::csv(export(&visit, asked).await?, &EXPORT_COLUMNS, &name))
}

/// The customers as a workbook.
pub(crate) async fn xlsx(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let name = file_name("customers", portal.system().today(), "xlsx");
    downloads::xlsx(export(&visit, asked).await?, &EXPORT_COLUMNS, &name).await
}

async fn export(visit: &Visit, asked: Asked) -> Result<Export, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::Invalid { fields: Vec::new() })?;
    Ok(customers::export(&caller, wanted.query()?).await?)
}
