//! New people by the documented file: up to a hundred at once, all of them or nobody.
//!
//! Source: domain book, "assign-licenses-to-users" (fields).

use domain::error::{Arg, Entity, Error};
use domain::ids::{BulkJobId, RequestId};
use domain::licences::{BulkStatus, IMPORT_HEADER, ImportRowView, MAX_IMPORT_ROWS};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::import_fns::{ImportFile, begin_import, find_import};
use super::user_page::crumbs;
use crate::context::locale;
use crate::forms::{Hidden, Outcome, UploadForm, returned};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    Banner, Button, ButtonKind, CellKind, Column, DataTable, DownloadLink, Markup, Skeleton, Tone,
};

/// The page's address.
const PAGE: &str = "/admin/users/import";

/// The page at which a file is chosen.
pub struct ImportPage;

#[lazy_route]
impl LazyRoute for ImportPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ImportPage = this;
        let request = Resource::new(|| (), |()| begin_import());
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match request.await {
                        Ok(request) => Either::Left(view! { <Choose request /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Choose(request: RequestId) -> impl IntoView {
    let returned = returned("import-file");
    let most = Arg::Count(i64::try_from(MAX_IMPORT_ROWS).unwrap_or(i64::MAX));
    view! {
        <div class="page">
            <PageHead title=t!("import-title") text=t!("import-text", max = most) crumbs=crumbs() />
            <Outcome returned=returned.clone() refused=t!("bulk-not-read") />
            <UploadForm
                action="/admin/files/users"
                request
                returned=returned
                prompt=t!("bulk-choose")
                help=t!("import-columns", columns = Arg::Text(IMPORT_HEADER.join(", ")))
                send=t!("bulk-check")
            >
                <DownloadLink href="/admin/files/users-template.csv" name=t!("bulk-template-csv") />
                <DownloadLink
                    href="/admin/files/users-template.xlsx"
                    name=t!("bulk-template-xlsx")
                />
            </UploadForm>
        </div>
    }
}

/// The page of a file that has been looked through.
pub struct ImportFilePage;

#[lazy_route]
impl LazyRoute for ImportFilePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ImportFilePage = this;
        let params = use_params_map();
        let job = Memo::new(move |_| {
            params.with(|params| params.get("job")).and_then(|id| id.parse().ok())
        });
        let find = async |job: Option<BulkJobId>| match job {
            Some(job) => find_import(job).await,
            None => Err(Error::NotFound { entity: Entity::BulkJob }.into()),
        };
        let found = Resource::new(move || job.get(), find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <File found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn File(found: ImportFile) -> impl IntoView {
    let ImportFile { seen, request } = found;
    let (job, rows) = (seen.job, seen.rows);
    let faulty = rows.iter().filter(|row| !row.faults.is_empty()).count();
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let mut crumbs = crumbs();
    crumbs.push(Crumb { href: PAGE.to_owned(), name: t!("import-title") });
    let act = if job.status != BulkStatus::Checked {
        let title = t!("import-done");
        view! { <Banner tone=Tone::Info title /> }.into_any()
    } else if faulty > 0 {
        let title = t!("import-faulty", count = count(faulty));
        view! {
            <Banner tone=Tone::Negative title>
                <p>{t!("import-faulty-text")}</p>
            </Banner>
        }
        .into_any()
    } else {
        let label = t!("import-add", count = count(rows.len()));
        view! {
            <form action="/rpc/users/import" method="post">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="job" value=job.id.to_string() />
                <Hidden name="seen" value=job.version.to_string() />
                <Button kind=ButtonKind::Main>{label}</Button>
            </form>
        }
        .into_any()
    };
    view! {
        <div class="page">
            <PageHead title=job.file_name.clone().unwrap_or_default() crumbs />
            <Outcome returned=returned("import") refused=t!("users-not-done") />
            {act}
            <Rows rows />
        </div>
    }
}

#[component]
fn Rows(rows: Vec<ImportRowView>) -> impl IntoView {
    const FIELDS: [&str; 5] = ["first_name", "last_name", "display_name", "email", "status"];
    let mut columns = vec![Column::new(t!("bulk-row"), CellKind::Number)];
    columns.extend(IMPORT_HEADER.iter().map(|name| Column::new(*name, CellKind::Text)));
    let mut text = Markup::default();
    for line in &rows {
        let cells = &line.cells;
        let cells =
            [&cells.first_name, &cells.last_name, &cells.display_name, &cells.email, &cells.status];
        text.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&line.number.to_string()));
            for ((field, value), name) in FIELDS.iter().zip(cells).zip(IMPORT_HEADER) {
                row.cell(CellKind::Text, name, |cell| {
                    cell.element("span", &[], |cell| {
                        cell.text(value);
                        for fault in line.faults.iter().filter(|fault| fault.field == *field) {
                            let words = locale().say_refusal(&fault.refusal);
                            let fault = [("class", "table__note fault")];
                            cell.element("small", &fault, |note| note.text(&words));
                        }
                    });
                });
            }
        });
    }
    view! { <DataTable caption=t!("bulk-rows") columns rows=text /> }
}
