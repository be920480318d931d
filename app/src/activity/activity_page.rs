//! The activity log: what, old and new value, who, when; newest first.

use domain::activity::{Filter, LogView};
use domain::error::Arg;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::entry_row::{Labels, row};
use super::filters::{Filters, PAGE, older, query, read};
use super::server_fns::list_activity;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{DataTable, DownloadLink, EmptyState, Glyph, LinkButton, Pager, Shape, Skeleton};

/// The log's page; what it shows is in its address.
pub struct ActivityPage;

#[lazy_route]
impl LazyRoute for ActivityPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ActivityPage = this;
        let params = use_query_map();
        let asked = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let log = Resource::new(move || asked.get(), list_activity);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match log.await {
                        Ok(log) => Either::Left(view! { <Log asked=asked.get() log /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Log(asked: Filter, log: LogView) -> impl IntoView {
    let text = match (log.applied.first, log.applied.last) {
        (Some(first), Some(last)) => {
            t!("activity-from-to", first = Arg::Day(first), last = Arg::Day(last))
        }
        (Some(first), None) => t!("activity-from", first = Arg::Day(first)),
        (None, Some(last)) => t!("activity-to", last = Arg::Day(last)),
        (None, None) => String::new(),
    };
    view! {
        <div class="page">
            <PageHead title=t!("activity-title") text />
            <Filters asked=asked.clone() log=log.clone() />
            <Table asked log />
        </div>
    }
}

#[component]
fn Table(asked: Filter, log: LogView) -> impl IntoView {
    let LogView { entries, total, more, .. } = log;
    if entries.is_empty() {
        return Either::Left(view! {
            <EmptyState
                glyph=Glyph::History
                title=t!("activity-nothing")
                text=t!("activity-nothing-text")
            >
                <LinkButton href=PAGE>{t!("activity-clear")}</LinkButton>
            </EmptyState>
        });
    }
    let shown = Arg::Count(i64::try_from(entries.len()).unwrap_or(i64::MAX));
    let newest = asked.before_seq.is_some().then(|| format!("{PAGE}{}", query(&asked)));
    let next = entries.last().filter(|_| more).map(|last| older(&asked, last.seq));
    let foot = view! {
        <Pager
            label=t!("activity-pages")
            summary=t!("activity-showing", shown = shown, total = Arg::Count(total))
            previous=t!("activity-newest")
            next=t!("activity-older")
            previous_href=newest
            next_href=next
        />
    };
    let labels = Labels::new();
    let columns = labels.columns();
    let rows = entries.into_iter().map(|entry| row(&labels, entry)).collect_view();
    Either::Right(view! {
        <DataTable
            caption=t!("activity-title")
            columns
            tools=view! { <Exports asked /> }.into_any()
            foot=foot.into_any()
        >
            {rows}
        </DataTable>
    })
}

/// The same entries, all pages of them, as files.
#[component]
fn Exports(
    /// What the reader asked for.
    asked: Filter,
) -> impl IntoView {
    let query = query(&asked);
    let files = [("csv", t!("activity-csv")), ("xlsx", t!("activity-xlsx"))];
    let files = files.map(|(extension, name)| {
        view! { <DownloadLink href=format!("/files/activity.{extension}{query}") name /> }
    });
    files.collect_view()
}
