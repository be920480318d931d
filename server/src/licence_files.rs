//! Licence work by file: the file comes in, templates and failing rows go out.

use axum::Extension;
use axum::body::Body;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::access::Surface;
use domain::error::{Entity, Error};
use domain::ids::BulkJobId;
use domain::licences::BulkFault;
use i18n::Locale;
use serde::Deserialize;
use services::export::file_name;
use services::licences::{self, Format, Upload};

use crate::downloads::{CSV, XLSX, download};
use crate::session::Visit;
use crate::trouble::Trouble;
use crate::uploads::{Sent, lead_on};
use crate::web::Portal;

/// The page with the form.
const PAGE: &str = "/admin/licences/bulk";

/// The page with the form for new people.
const USERS_PAGE: &str = "/admin/users/import";

/// Looks through the file that a form sends, and leads to what it would do.
pub(crate) async fn check(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::AdminCenter).await?;
    let language = visit.language().await.tag();
    let checked = match upload(Sent::read(sent).await?) {
        Ok(upload) => licences::check_file(&caller, upload, language).await,
        Err(error) => Err(error),
    };
    let address = checked.map(|found| format!("{PAGE}/{}", found.job.id));
    lead_on(&portal, (PAGE, "bulk-file"), address).await
}

/// Looks through a file of new people, and leads to what it says.
pub(crate) async fn check_users(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let caller = visit.caller(Surface::AdminCenter).await?;
    let checked = match upload(Sent::read(sent).await?) {
        Ok(upload) => licences::check_users_file(&caller, upload).await,
        Err(error) => Err(error),
    };
    let address = checked.map(|found| format!("{USERS_PAGE}/{}", found.job.id));
    lead_on(&portal, (USERS_PAGE, "import-file"), address).await
}

fn upload(sent: Sent) -> Result<Upload, Error> {
    let file = sent.file().ok_or_else(|| Error::invalid("file", BulkFault::Unreadable));
    file.map(|(request, file_name, content)| Upload { request, file_name, content })
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
    let content = licences::template(&visit.caller(Surface::AdminCenter).await?, format).await?;
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
    let content =
        licences::import_template(&visit.caller(Surface::AdminCenter).await?, format).await?;
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
    let caller = visit.caller(Surface::AdminCenter).await?;
    let Query(Wanted { job }) = asked.map_err(|_| Error::NotFound { entity: Entity::BulkJob })?;
    let locale = Locale::new(visit.language().await);
    let say = |refusal: &domain::error::Refusal| locale.say_refusal(refusal);
    let content = licences::failing_rows(&caller, job, format, say).await?;
    Ok(file(&portal, "licences-problems", format, content))
}

fn file(portal: &Portal, name: &str, format: Format, content: Vec<u8>) -> Response {
    let (kind, extension) = match format {
        Format::Csv => (CSV, "csv"),
        Format::Xlsx => (XLSX, "xlsx"),
    };
    let name = file_name(name, portal.system().today(), extension);
    download(kind, &name, Body::from(content))
}
