//! One file: what each row would do or has done, every cell at fault, and the way on or back.

use domain::error::{Arg, Entity, Error};
use domain::ids::BulkJobId;
use domain::licences::{BulkFilter, BulkJobView, BulkOutcome, BulkRowView, BulkStatus};
use i18n::message;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::bulk_fns::{BulkJob, find_bulk_job};
use super::bulk_page::{status, to_licences};
use crate::context::locale;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Button, ButtonKind, CellKind, Column, DataTable, DownloadLink, Fact, KeyValueList, Markup,
    Pager, Shape, Skeleton, StatusBadge, Tab, Tabs, Tone,
};

/// The page of one file.
pub struct BulkJobPage;

#[lazy_route]
impl LazyRoute for BulkJobPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let BulkJobPage = this;
        let (params, query) = (use_params_map(), use_query_map());
        let asked = Memo::new(move |_| {
            let job = params.with(|params| params.get("job"));
            let job = job.and_then(|id| id.parse::<BulkJobId>().ok());
            (job, query.with(|query| read(|name| query.get(name))))
        });
        let found = Resource::new(
            move || asked.get(),
            |(job, filter)| async move {
                match job {
                    Some(job) => find_bulk_job(job, filter).await,
                    None => Err(Error::NotFound { entity: Entity::BulkJob }.into()),
                }
            },
        );
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Job filter=asked.get().1 found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The rows that an address asks for.
fn read(param: impl Fn(&str) -> Option<String>) -> BulkFilter {
    BulkFilter {
        outcome: param("rows").as_deref().and_then(BulkOutcome::read),
        after: param("after").and_then(|number| number.parse().ok()).unwrap_or_default(),
    }
}

fn href(job: BulkJobId, outcome: Option<BulkOutcome>, after: i64) -> String {
    let mut href = format!("/admin/licences/bulk/{job}");
    let mut mark = '?';
    if let Some(outcome) = outcome {
        href.push_str("?rows=");
        href.push_str(outcome.as_str());
        mark = '&';
    }
    if after > 0 {
        href.push(mark);
        href.push_str("after=");
        href.push_str(&after.to_string());
    }
    href
}

/// Rows that still wait.
const fn waiting(job: &BulkJobView) -> i64 {
    job.rows - job.applied - job.refused - job.nothing
}

#[component]
fn Job(filter: BulkFilter, found: BulkJob) -> impl IntoView {
    let BulkJob { seen, request } = found;
    let job = seen.job.clone();
    let name = job.file_name.clone().unwrap_or_else(|| t!("bulk-selection"));
    let mut crumbs = to_licences();
    let bulk = "/admin/licences/bulk".to_owned();
    crumbs.push(crate::frame::Crumb { href: bulk, name: t!("bulk-title") });
    let tab = |outcome: Option<BulkOutcome>, label: String, count: i64| Tab {
        href: href(job.id, outcome, 0),
        label,
        count: i18n::format::count(locale().language(), count),
        current: filter.outcome == outcome,
    };
    let tabs = vec![
        tab(None, t!("bulk-all"), job.rows),
        tab(Some(BulkOutcome::Refused), t!("bulk-refused"), job.refused),
    ];
    let failing = (job.refused > 0).then(|| {
        let file = |extension: &str, name| {
            let href = format!("/admin/files/licences-problems.{extension}?job={}", job.id);
            view! { <DownloadLink href name /> }
        };
        view! {
            <p class="row">
                {file("csv", t!("bulk-failing-csv"))} {file("xlsx", t!("bulk-failing-xlsx"))}
            </p>
        }
    });
    view! {
        <div class="page">
            <PageHead title=name crumbs />
            <Outcome returned=returned("bulk") refused=t!("users-not-done") />
            <KeyValueList facts=facts(&job) />
            <Act job=job.clone() request />
            {failing}
            <Tabs label=t!("bulk-rows") tabs />
            <Rows filter seen />
        </div>
    }
}

fn facts(job: &BulkJobView) -> Vec<Fact> {
    let (tone, word) = status(job.status);
    let figure = |figure| i18n::format::count(locale().language(), figure);
    vec![
        Fact::new(t!("users-status"), view! { <StatusBadge tone word /> }),
        Fact::new(t!("bulk-waiting"), figure(waiting(job))),
        Fact::new(t!("bulk-changed"), figure(job.applied)),
        Fact::new(t!("bulk-nothing"), figure(job.nothing)),
        Fact::new(t!("bulk-refused"), figure(job.refused)),
    ]
}

/// What can be done now: begin, go on, or take back.
#[component]
fn Act(job: BulkJobView, request: domain::ids::RequestId) -> impl IntoView {
    let left = waiting(&job);
    let (verb, kind, label, text) = match job.status {
        BulkStatus::Checked if left > 0 => (
            "apply",
            ButtonKind::Main,
            t!("bulk-apply", count = Arg::Count(left)),
            t!("bulk-apply-text"),
        ),
        BulkStatus::Running => {
            ("apply", ButtonKind::Main, t!("bulk-go-on"), t!("bulk-running-text"))
        }
        BulkStatus::Done if job.applied > 0 => (
            "undo",
            ButtonKind::Danger,
            t!("bulk-undo", count = Arg::Count(job.applied)),
            t!("bulk-undo-text"),
        ),
        _ => return ().into_any(),
    };
    view! {
        <section class="stack stack--tight">
            <p class="prose">{text}</p>
            <form action=format!("/rpc/licences/{verb}") method="post">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="job" value=job.id.to_string() />
                <Hidden name="seen" value=job.version.to_string() />
                <Button kind>{label}</Button>
            </form>
        </section>
    }
    .into_any()
}

/// What has become of a row, or would.
fn outcome(row: &BulkRowView) -> (Tone, String) {
    let (tone, id) = match (row.outcome, row.before.is_some(), row.after.is_some()) {
        (BulkOutcome::Nothing, ..) => (Tone::Neutral, message!("bulk-row-nothing")),
        (BulkOutcome::Refused, ..) => (Tone::Negative, message!("bulk-row-refused")),
        (BulkOutcome::Undone, ..) => (Tone::Neutral, message!("bulk-row-undone")),
        (BulkOutcome::Waiting, true, false) => (Tone::Info, message!("bulk-would-remove")),
        (BulkOutcome::Waiting, true, true) => (Tone::Info, message!("bulk-would-switch")),
        (BulkOutcome::Waiting, ..) => (Tone::Info, message!("bulk-would-assign")),
        (BulkOutcome::Applied, true, false) => (Tone::Positive, message!("bulk-removed")),
        (BulkOutcome::Applied, true, true) => (Tone::Positive, message!("bulk-switched")),
        (BulkOutcome::Applied, ..) => (Tone::Positive, message!("bulk-assigned")),
    };
    (tone, locale().say(id, &[]))
}

#[component]
fn Rows(filter: BulkFilter, seen: domain::licences::BulkView) -> impl IntoView {
    let job = seen.job.id;
    let labels = [t!("bulk-result"), t!("pools-licence"), t!("bulk-action"), t!("bulk-off")];
    let mut columns = vec![
        Column::new(t!("bulk-row"), CellKind::Number),
        Column::new(t!("users-user-name"), CellKind::Main),
    ];
    columns.extend(labels[1..].iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    columns.push(Column::new(labels[0].clone(), CellKind::Text));
    let mut rows = Markup::default();
    for line in &seen.rows {
        row(&mut rows, &labels, line);
    }
    let count = Arg::Count(i64::try_from(seen.rows.len()).unwrap_or(i64::MAX));
    let foot = view! {
        <Pager
            label=t!("bulk-pages")
            summary=t!("results", count = count)
            previous=t!("users-first-page")
            next=t!("next-page")
            previous_href=(filter.after > 0).then(|| href(job, filter.outcome, 0))
            next_href=seen.next.map(|next| href(job, filter.outcome, next))
        />
    };
    view! { <DataTable caption=t!("bulk-rows") columns foot=foot.into_any() rows /> }
}

fn row(rows: &mut Markup, labels: &[String; 4], line: &BulkRowView) {
    let [result, licence, action, off] = labels;
    // A cell with what is wrong with it.
    let at = |cell: &mut Markup, field: &str, text: &str| {
        cell.text(text);
        for fault in line.faults.iter().filter(|fault| fault.field == field) {
            let words = locale().say_refusal(&fault.refusal);
            let fault = [("class", "table__note fault")];
            cell.element("small", &fault, |note| note.text(&words));
        }
    };
    rows.row(|row| {
        row.cell(CellKind::Number, &t!("bulk-row"), |cell| {
            cell.text(&line.number.to_string());
        });
        row.cell(CellKind::Main, "", |cell| at(cell, "user", &line.cells.user));
        row.cell(CellKind::Text, licence, |cell| at(cell, "licence", &line.cells.licence));
        row.cell(CellKind::Text, action, |cell| at(cell, "action", &line.cells.action));
        row.cell(CellKind::Text, off, |cell| at(cell, "off", &line.cells.off));
        row.cell(CellKind::Text, result, |cell| {
            let (tone, word) = outcome(line);
            cell.status(tone, &word, None);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        let job = BulkJobId::from(uuid::Uuid::nil());
        let page = "/admin/licences/bulk/00000000-0000-0000-0000-000000000000";
        for (outcome, after, rest) in [
            (None, 0, ""),
            (Some(BulkOutcome::Refused), 0, "?rows=refused"),
            (Some(BulkOutcome::Refused), 200, "?rows=refused&after=200"),
            (None, 200, "?after=200"),
        ] {
            assert_eq!(href(job, outcome, after), format!("{page}{rest}"));
        }
        let asked = read(|name| (name == "rows").then(|| "refused".to_owned()));
        assert_eq!(asked, BulkFilter { outcome: Some(BulkOutcome::Refused), after: 0 });
        assert_eq!(read(|_| Some("x".to_owned())), BulkFilter::default());
    }
}
