//! The list of customers as a file.

use axum::Extension;
use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::access::Surface;
use domain::customers::{CustomerSort, CustomersQuery};
use domain::error::Error;
use futures_util::stream;
use serde::Deserialize;
use services::customers::{self, EXPORT_COLUMNS, Export, cells};
use services::export::{Csv, Xlsx, file_name};

use crate::files::{download, workbook};
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

/// The customers as CSV.
pub(crate) async fn csv(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let export = export(&visit, asked).await?;
    let csv = Csv::new(&EXPORT_COLUMNS);
    let pieces = stream::try_unfold((export, csv), |(mut export, mut csv)| async {
        for customer in &export.next().await? {
            csv.row(&cells(customer));
        }
        let piece = csv.take();
        // Nothing written and nothing left: the end.
        Ok::<_, Error>((!piece.is_empty()).then(|| (Bytes::from(piece), (export, csv))))
    });
    let name = file_name("customers", portal.system().today(), "csv");
    Ok(download("text/csv; charset=utf-8", &name, Body::from_stream(pieces)))
}

/// The customers as a workbook.
pub(crate) async fn xlsx(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let mut export = export(&visit, asked).await?;
    let mut table = Xlsx::new(&EXPORT_COLUMNS).map_err(|error| services::report(&error))?;
    loop {
        let customers = export.next().await?;
        if customers.is_empty() {
            break;
        }
        for customer in &customers {
            table.row(&cells(customer)).map_err(|error| services::report(&error))?;
        }
    }
    let name = file_name("customers", portal.system().today(), "xlsx");
    Ok(workbook(table, &name))
}

async fn export(visit: &Visit, asked: Asked) -> Result<Export, Trouble> {
    // Looked up here, so that the request's line in the log says who.
    visit.session().await?;
    let caller = visit.callers().caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::Invalid { fields: Vec::new() })?;
    Ok(customers::export(&caller, wanted.query()?).await?)
}
