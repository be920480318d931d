//! Sends a file of licence work, and finds earlier ones.

use domain::licences::{BulkJobView, BulkStatus};
use i18n::{format, message};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::bulk_fns::{BulkStart, find_bulk_jobs};
use crate::context::locale;
use crate::forms::{Outcome, UploadForm, returned};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{CellKind, Column, DataTable, DownloadLink, Markup, Shape, Skeleton, Tone};

/// The page with the form and the list.
pub struct BulkPage;

#[lazy_route]
impl LazyRoute for BulkPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let BulkPage = this;
        let found = Resource::new(|| (), |()| find_bulk_jobs());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Bulk found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The way to the pages about files.
pub(super) fn to_licences() -> Vec<Crumb> {
    vec![Crumb { href: "/admin/licences".to_owned(), name: t!("pools-title") }]
}

/// How far a file is, with a tone.
pub(super) fn status(status: BulkStatus) -> (Tone, String) {
    let (tone, id) = match status {
        BulkStatus::Checked => (Tone::Info, message!("bulk-checked")),
        BulkStatus::Running => (Tone::Caution, message!("bulk-running")),
        BulkStatus::Done => (Tone::Positive, message!("bulk-done")),
        BulkStatus::Undone => (Tone::Neutral, message!("bulk-undone")),
    };
    (tone, locale().say(id, &[]))
}

#[component]
fn Bulk(found: BulkStart) -> impl IntoView {
    let BulkStart { request, jobs } = found;
    let returned = returned("bulk-file");
    let jobs = (!jobs.is_empty()).then(|| view! { <Jobs jobs /> });
    view! {
        <div class="page">
            <PageHead title=t!("bulk-title") text=t!("bulk-text") crumbs=to_licences() />
            <Outcome returned=returned.clone() refused=t!("bulk-not-read") />
            <UploadForm
                action="/admin/files/licences"
                request
                returned=returned
                prompt=t!("bulk-choose")
                help=t!("bulk-file-help")
                send=t!("bulk-check")
            >
                <DownloadLink
                    href="/admin/files/licences-template.csv"
                    name=t!("bulk-template-csv")
                />
                <DownloadLink
                    href="/admin/files/licences-template.xlsx"
                    name=t!("bulk-template-xlsx")
                />
            </UploadForm>
            {jobs}
        </div>
    }
}

#[component]
fn Jobs(jobs: Vec<BulkJobView>) -> impl IntoView {
    let labels = [
        t!("users-status"),
        t!("bulk-rows"),
        t!("bulk-changed"),
        t!("bulk-refused"),
        t!("bulk-when"),
    ];
    let columns = vec![
        Column::new(t!("bulk-file"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
        Column::new(labels[1].clone(), CellKind::Number),
        Column::new(labels[2].clone(), CellKind::Number),
        Column::new(labels[3].clone(), CellKind::Number),
        Column::new(labels[4].clone(), CellKind::Text),
    ];
    let language = locale().language();
    let mut rows = Markup::default();
    for job in &jobs {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                let selected = t!("bulk-selection");
                let name = job.file_name.as_ref().unwrap_or(&selected);
                cell.link(&format!("/admin/licences/bulk/{}", job.id), name);
            });
            row.cell(CellKind::Text, &labels[0], |cell| {
                let (tone, word) = status(job.status);
                cell.status(tone, &word, None);
            });
            for (label, figure) in labels[1..4].iter().zip([job.rows, job.applied, job.refused]) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.text(&format::count(language, figure));
                });
            }
            row.cell(CellKind::Text, &labels[4], |cell| {
                cell.text(&format::instant(language, job.created_at));
            });
        });
    }
    view! {
        <section class="page__section" id="jobs">
            <h2>{t!("bulk-earlier")}</h2>
            <DataTable caption=t!("bulk-earlier") columns rows />
        </section>
    }
}
