//! Everything that happened to one customer.

use domain::customers::{TimelineQuery, TimelineView};
use domain::error::Arg;
use domain::ids::CustomerId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::account_page::{customer_in, unknown};
use super::head::{CustomerHead, CustomerTab};
use super::server_fns::{TimelinePageView, find_timeline};
use super::timeline_rows::{columns, row};
use crate::context::{locale, percent};
use crate::frame::ErrorPage;
use crate::ui::{
    Button, Choice, DataTable, DateField, EmptyState, Glyph, Length, LinkButton, Markup, Pager,
    Select, Shape, Skeleton,
};

/// Letters of a kind at most; longer ones are nobody's.
const LONGEST_KIND: usize = 60;

/// The timeline's page; what it shows is in its address.
pub struct CustomerTimelinePage;

#[lazy_route]
impl LazyRoute for CustomerTimelinePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomerTimelinePage = this;
        let (params, query) = (use_params_map(), use_query_map());
        let asked = Memo::new(move |_| {
            let id = customer_in(|name| params.with(|params| params.get(name)));
            (id, read(|name| query.with(|query| query.get(name))))
        });
        let find = async |(id, query): (Option<CustomerId>, TimelineQuery)| match id {
            Some(id) => find_timeline(id, query).await.map(|found| (id, found)),
            None => Err(unknown()),
        };
        let found = Resource::new(move || asked.get(), find);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((id, found)) => {
                            let (_, query) = asked.get();
                            Either::Left(view! { <Timeline id query found /> })
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// What an address asks for; what cannot be read is not asked for.
fn read(param: impl Fn(&str) -> Option<String>) -> TimelineQuery {
    TimelineQuery {
        first: param("first").and_then(|day| day.parse().ok()),
        last: param("last").and_then(|day| day.parse().ok()),
        kind: param("kind").filter(|kind| !kind.is_empty() && kind.len() <= LONGEST_KIND),
        before_seq: param("before").and_then(|seq| seq.parse().ok()),
    }
}

/// `query` in the address `page`, without a page; the mark that more would need.
fn written(page: &str, query: &TimelineQuery) -> (String, char) {
    let day = |day: Option<domain::time::Day>| day.map(|day| day.to_string());
    let pairs = [
        ("first", day(query.first)),
        ("last", day(query.last)),
        ("kind", query.kind.as_deref().map(percent)),
    ];
    let mut href = page.to_owned();
    let mut mark = '?';
    for (name, value) in pairs {
        if let Some(value) = value {
            href.push(mark);
            href.extend([name, "=", &value]);
            mark = '&';
        }
    }
    (href, mark)
}

#[component]
fn Timeline(id: CustomerId, query: TimelineQuery, found: TimelinePageView) -> impl IntoView {
    let TimelinePageView { name, timeline } = found;
    let page = CustomerTab::Timeline.href(id);
    view! {
        <div class="page">
            <CustomerHead id name current=CustomerTab::Timeline />
            <Filters page=page.clone() query=query.clone() kinds=timeline.kinds.clone() />
            <Events page query timeline />
        </div>
    }
}

/// The filters: a form that changes the address, with and without JavaScript.
#[component]
fn Filters(page: String, query: TimelineQuery, kinds: Vec<String>) -> impl IntoView {
    let any = Choice::new("", t!("all"));
    let kinds = kinds.into_iter().map(|kind| {
        let words = locale().say_dynamic(&format!("activity-{kind}"));
        let words = words.unwrap_or_else(|| kind.clone());
        Choice::new(kind, words)
    });
    let day = |day: Option<domain::time::Day>| {
        RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default())
    };
    let filtered = written("", &query).1 == '&';
    let all = page.clone();
    view! {
        <Form action=page method="GET" attr:class="filters" attr:aria-label=t!("customer-events-filter")>
            <DateField
                id="first"
                name="first"
                label=t!("activity-first")
                typed=day(query.first)
                compact=true
            />
            <DateField
                id="last"
                name="last"
                label=t!("activity-last")
                typed=day(query.last)
                compact=true
            />
            <Select
                id="kind"
                name="kind"
                label=t!("activity-what")
                choices=std::iter::once(any).chain(kinds).collect()
                chosen=query.kind.unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Button>{t!("apply")}</Button>
            {filtered.then(|| view! { <a href=all>{t!("customer-events-all")}</a> })}
        </Form>
    }
}

#[component]
fn Events(page: String, query: TimelineQuery, timeline: TimelineView) -> impl IntoView {
    let TimelineView { entries, next, .. } = timeline;
    let (newest, mark) = written(&page, &query);
    if entries.is_empty() && mark == '?' && query.before_seq.is_none() {
        let text = t!("customer-events-empty-text");
        let title = t!("customer-events-none");
        return view! { <EmptyState glyph=Glyph::History title text /> }.into_any();
    }
    if entries.is_empty() {
        return view! {
            <EmptyState
                glyph=Glyph::History
                title=t!("customer-events-none")
                text=t!("customer-events-none-text")
            >
                <LinkButton href=page>{t!("customer-events-all")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let older = next.map(|seq| format!("{newest}{mark}before={seq}"));
    let shown = Arg::Count(i64::try_from(entries.len()).unwrap_or(i64::MAX));
    let foot = view! {
        <Pager
            label=t!("customer-events-pages")
            summary=t!("customer-events-showing", shown = shown)
            previous=t!("activity-newest")
            next=t!("activity-older")
            previous_href=query.before_seq.is_some().then_some(newest)
            next_href=older
        />
    };
    let columns = columns();
    let mut rows = Markup::default();
    for entry in &entries {
        row(&mut rows, &columns, entry);
    }
    view! { <DataTable caption=t!("customer-timeline") columns foot=foot.into_any() rows /> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        let query = read(|name| {
            let value = match name {
                "first" => "2019-06-01",
                "kind" => "customer-created",
                "before" => "7",
                "last" => "someday",
                _ => return None,
            };
            Some(value.to_owned())
        });
        assert_eq!((query.before_seq, query.last), (Some(7), None));
        let href = "/a?first=2019-06-01&kind=customer-created".to_owned();
        assert_eq!(written("/a", &query), (href, '&'));
        assert_eq!(written("/a", &TimelineQuery::default()), ("/a".to_owned(), '?'));
    }
}
