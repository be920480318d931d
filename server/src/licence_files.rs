//! Licence work by file: the file comes in, templates and failing rows go out.

use axum::Extension;
use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::access::Surface;
use domain::error::{Entity, Error};
use domain::ids::BulkJobId;
use domain::licences::BulkFault;
use i18n::Locale;
use serde::Deserialize;
use services::export::file_name;
use services::licences::{self, Format, Upload};
use services::{Caller, forms};

use crate::files::{XLSX, download};
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::web::Portal;

/// Bytes that a file may have, with the form around it.
pub(crate) const LARGEST: usize = 5 * 1024 * 1024;

/// The page with the form.
const PAGE: &str = "/admin/licences/bulk";

/// Looks through the file that a form sends, and leads to what it would do.
pub(crate) async fn check(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let caller = caller(&visit).await?;
    let language = visit.language().await.tag();
    let checked = match upload(sent).await {
        Ok(upload) => licences::check_file(&caller, upload, language).await,
        Err(Unread::TooLarge) => return Err(Trouble::too_large()),
        Err(Unread::NoFile) => Err(Error::invalid("file", BulkFault::Unreadable)),
    };
    lead_on(&portal, PAGE, "bulk-file", checked.map(|found| found.job.id)).await
}

/// The page with the form for new people.
const USERS_PAGE: &str = "/admin/users/import";

/// Looks through a file of new people, and leads to what it says.
pub(crate) async fn check_users(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let caller = caller(&visit).await?;
    let checked = match upload(sent).await {
        Ok(upload) => licences::check_users_file(&caller, upload).await,
        Err(Unread::TooLarge) => return Err(Trouble::too_large()),
        Err(Unread::NoFile) => Err(Error::invalid("file", BulkFault::Unreadable)),
    };
    let id = checked.map(|found| found.job.id);
    lead_on(&portal, USERS_PAGE, "import-file", id).await
}

/// To the page of the file `checked` below `page`, or back to `page` with the form `form` and why not.
async fn lead_on(
    portal: &Portal,
    page: &str,
    form: &'static str,
    checked: Result<BulkJobId, Error>,
) -> Result<Response, Trouble> {
    let page = match checked {
        Ok(id) => format!("{page}/{id}"),
        Err(error @ Error::Unauthenticated) => return Err(error.into()),
        Err(error) => {
            let id = forms::keep(portal.system(), form, &(), &error).await?;
            format!("{page}?kept={id}")
        }
    };
    let page = HeaderValue::try_from(page).map_err(|error| services::report(&error))?;
    let headers = [(LOCATION, page), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// Why there is no file in a form.
enum Unread {
    TooLarge,
    NoFile,
}

async fn upload(sent: Result<Multipart, MultipartRejection>) -> Result<Upload, Unread> {
    let mut form = sent.map_err(|_| Unread::NoFile)?;
    let failed = |error: axum::extract::multipart::MultipartError| {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Unread::TooLarge
        } else {
            Unread::NoFile
        }
    };
    let (mut request, mut file) = (None, None);
    while let Some(field) = form.next_field().await.map_err(failed)? {
        match field.name() {
            Some("request") => {
                request = field.text().await.map_err(failed)?.parse().ok();
            }
            Some("file") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                file = Some((name, field.bytes().await.map_err(failed)?.to_vec()));
            }
            _ => {}
        }
    }
    let (Some(request), Some((file_name, content))) = (request, file) else {
        return Err(Unread::NoFile);
    };
    Ok(Upload { request, file_name, content })
}

async fn caller(visit: &Visit) -> Result<Caller, Trouble> {
    // Looked up here, so that the request's line in the log says who.
    visit.session().await?;
    Ok(visit.callers().caller(Surface::AdminCenter).await?)
}

/// How licence work is written, as CSV.
pub(crate) async fn template_csv(
    portal: State<Portal>,
    visit: Extension<Visit>,
) -> Result<Response, Trouble> {
    template(portal, visit, Format::Csv).await
}

/// How licence work is written, as a workbook.
pub(crate) async fn template_xlsx(
    portal: State<Portal>,
    visit: Extension<Visit>,
) -> Result<Response, Trouble> {
    template(portal, visit, Format::Xlsx).await
}

async fn template(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    format: Format,
) -> Result<Response, Trouble> {
    let content = licences::template(&caller(&visit).await?, format).await?;
    Ok(file(&portal, "licences-template", format, content))
}

/// How new people are written, as CSV.
pub(crate) async fn users_template_csv(
    portal: State<Portal>,
    visit: Extension<Visit>,
) -> Result<Response, Trouble> {
    users_template(portal, visit, Format::Csv).await
}

/// How new people are written, as a workbook.
pub(crate) async fn users_template_xlsx(
    portal: State<Portal>,
    visit: Extension<Visit>,
) -> Result<Response, Trouble> {
    users_template(portal, visit, Format::Xlsx).await
}

async fn users_template(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    format: Format,
) -> Result<Response, Trouble> {
    let content = licences::import_template(&caller(&visit).await?, format).await?;
    Ok(file(&portal, "users-template", format, content))
}

/// Which file's rows.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    job: BulkJobId,
}

type Asked = Result<Query<Wanted>, QueryRejection>;

/// The rows of a file that were refused, as CSV.
pub(crate) async fn problems_csv(
    portal: State<Portal>,
    visit: Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    problems(portal, visit, asked, Format::Csv).await
}

/// The rows of a file that were refused, as a workbook.
pub(crate) async fn problems_xlsx(
    portal: State<Portal>,
    visit: Extension<Visit>,
    asked: Asked,
) -> Result<Response, Trouble> {
    problems(portal, visit, asked, Format::Xlsx).await
}

async fn problems(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    asked: Asked,
    format: Format,
) -> Result<Response, Trouble> {
    let caller = caller(&visit).await?;
    let Query(Wanted { job }) = asked.map_err(|_| Error::NotFound { entity: Entity::BulkJob })?;
    let locale = Locale::new(visit.language().await);
    let say = |refusal: &domain::error::Refusal| locale.say_refusal(refusal);
    let content = licences::failing_rows(&caller, job, format, say).await?;
    Ok(file(&portal, "licences-problems", format, content))
}

fn file(portal: &Portal, name: &str, format: Format, content: Vec<u8>) -> Response {
    let (kind, extension) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => (XLSX, "xlsx"),
    };
    let name = file_name(name, portal.system().today(), extension);
    download(kind, &name, Body::from(content))
}
