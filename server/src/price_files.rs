//! Prices by file: lists and their effects go out, the operator's tables come in.

use axum::Extension;
use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::access::Surface;
use domain::error::Error;
use domain::prices::{PriceFault, PriceQuery, month_of};
use domain::time::Day;
use serde::Deserialize;
use services::export::{Csv, file_name};
use services::prices::{self, CHANGE_COLUMNS, LIST_COLUMNS, PriceFile};

use crate::downloads::{CSV, download};
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::uploads::{Sent, lead_on};
use crate::web::Portal;

/// The page with the form.
const PAGE: &str = "/operator/prices";

/// What the page was asked for, as it stands in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    month: String,
    words: String,
    category: String,
    billing: String,
    flag: String,
}

impl Wanted {
    /// The first day of the month; an empty field is none, as forms send it.
    fn month(&self) -> Result<Option<Day>, Error> {
        let filled = Some(self.month.as_str()).filter(|text| !text.is_empty());
        let month = filled.map(month_of).transpose();
        month.map_err(|fault| Error::invalid("month", fault))
    }

    fn query(self) -> Result<PriceQuery, Error> {
        fn word<T: std::str::FromStr>(text: &str) -> Result<Option<T>, Error> {
            let filled = Some(text).filter(|text| !text.is_empty());
            let read = filled.map(str::parse).transpose();
            read.map_err(|_| Error::Invalid { fields: Vec::new() })
        }
        Ok(PriceQuery {
            month: self.month()?,
            category: word(&self.category)?,
            billing: word(&self.billing)?,
            flag: word(&self.flag)?,
            words: self.words.chars().take(100).collect(),
        })
    }
}

type Asked = Result<Query<Wanted>, QueryRejection>;

/// A price list.
pub(crate) async fn list(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::Invalid { fields: Vec::new() })?;
    let language = visit.language().await.tag();
    let found = prices::list(&caller, wanted.query()?, language).await?;
    let mut csv = Csv::new(&LIST_COLUMNS);
    for price in &found.prices {
        csv.row(&prices::list_cells(price, found.month));
    }
    let name = file_name("prices", portal.system().today(), "csv");
    Ok(download(CSV, &name, Body::from(csv.take())))
}

/// What a price list does to renewals.
pub(crate) async fn changes(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::PartnerCenter).await?;
    let Query(wanted) = asked.map_err(|_| Error::Invalid { fields: Vec::new() })?;
    let language = visit.language().await.tag();
    let found = prices::changes_file(&caller, wanted.month()?, language).await?;
    let mut csv = Csv::new(&CHANGE_COLUMNS);
    for renewal in &found.renewals {
        csv.row(&prices::change_cells(renewal));
    }
    let name = file_name("price-changes", portal.system().today(), "csv");
    Ok(download(CSV, &name, Body::from(csv.take())))
}

/// This month's prices, to begin the next list with.
pub(crate) async fn template(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let content = prices::template(&visit.caller(Surface::BackOffice).await?).await?;
    let name = file_name("price-list", portal.system().today(), "csv");
    Ok(download(CSV, &name, Body::from(content)))
}

/// Looks through the file that a form sends, and leads to what it would do.
pub(crate) async fn check(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::BackOffice).await?;
    let checked = match upload(Sent::read(sent).await?) {
        Ok(file) => prices::check(&caller, file).await,
        Err(error) => Err(error),
    };
    let address = checked.map(|id| format!("{PAGE}?upload={id}"));
    lead_on(&portal, (PAGE, "prices-file"), address).await
}

fn upload(sent: Sent) -> Result<PriceFile, Error> {
    let month = month_of(&sent.month).map_err(|fault| Error::invalid("month", fault))?;
    let file = sent.file().ok_or_else(|| Error::invalid("file", PriceFault::Unreadable));
    file.map(|(request, _, content)| PriceFile { request, month, content })
}
