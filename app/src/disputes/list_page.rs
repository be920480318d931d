//! The disputes of a partner.
//!
//! Source: domain book, "provide-billing-support".

use domain::billing::{DisputeStatus, DisputesQuery, DisputesView};
use domain::error::Arg;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::list_disputes;
use super::words::{rows, status};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{DataTable, EmptyState, Glyph, Pager, Shape, Skeleton, Tab, Tabs};

/// The page at `/billing/disputes`.
pub struct DisputesPage;

#[lazy_route]
impl LazyRoute for DisputesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let DisputesPage = this;
        let asked = asked();
        let found = Resource::new(move || asked.get(), list_disputes);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Page found asked=asked.get() /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// What the address asks for; what cannot be read is not asked for.
pub(super) fn asked() -> Memo<DisputesQuery> {
    let params = use_query_map();
    Memo::new(move |_| {
        let param = |name: &str| params.with(|params| params.get(name));
        DisputesQuery {
            status: param("status").and_then(|status| status.parse().ok()),
            before: param("before").and_then(|number| number.parse().ok()),
        }
    })
}

#[component]
fn Page(found: DisputesView, asked: DisputesQuery) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    view! {
        <div class="page">
            <PageHead title=t!("disputes-title") text=t!("disputes-text") crumbs />
            <List found asked operator=false />
        </div>
    }
}

/// The disputes that were asked for, and the way to others.
#[component]
pub(super) fn List(
    /// The disputes.
    found: DisputesView,
    /// What was asked for.
    asked: DisputesQuery,
    /// Whether they are of all partners.
    operator: bool,
) -> impl IntoView {
    let base = if operator { "/operator/disputes" } else { "/billing/disputes" };
    let href = move |of: Option<DisputeStatus>| match of {
        Some(of) => format!("{base}?status={of}"),
        None => base.to_owned(),
    };
    let tab = |of: Option<DisputeStatus>| Tab {
        href: href(of),
        label: of.map_or_else(|| t!("all"), |of| status(of).1),
        current: asked.status == of,
        ..Tab::default()
    };
    let of = std::iter::once(None).chain(DisputeStatus::ALL.iter().copied().map(Some));
    let tabs: Vec<_> = of.map(tab).collect();
    let list = if found.disputes.is_empty() {
        let text = if operator { t!("disputes-none-operator") } else { t!("disputes-none-text") };
        Either::Left(view! { <EmptyState glyph=Glyph::Receipt title=t!("disputes-none") text /> })
    } else {
        let shown = Arg::Count(i64::try_from(found.disputes.len()).unwrap_or(i64::MAX));
        let (columns, rows) = rows(&found.disputes, operator);
        let mark = if asked.status.is_some() { '&' } else { '?' };
        let here = href(asked.status);
        let next_href = found.next.map(|number| format!("{here}{mark}before={number}"));
        let foot = view! {
            <Pager
                label=t!("disputes-pages")
                summary=t!("disputes-showing", shown = shown)
                previous=t!("activity-newest")
                next=t!("activity-older")
                previous_href=asked.before.map(|_| here)
                next_href
            />
        };
        Either::Right(view! {
            <DataTable caption=t!("disputes-title") columns rows foot=foot.into_any() />
        })
    };
    view! {
        <Tabs label=t!("billing-status") tabs />
        {list}
    }
}
