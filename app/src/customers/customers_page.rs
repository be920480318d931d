//! The list of customers: found, filtered, sorted, exported.

use domain::account::Actor;
use domain::customers::{
    CustomerRights, CustomersQuery, CustomersView, HubView, PAGE_SIZES, Total,
};
use domain::error::Arg;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::asked::{PAGE, beside, read, written, yes_no};
use super::customer_rows::{Labels, columns, row};
use super::saved_views::SavedViews;
use super::server_fns::{CustomersPageView, list_customers};
use crate::context::{locale, with_page};

use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    BlockedButton, Button, ButtonKind, Choice, DataTable, DownloadLink, EmptyState, Field, Glyph,
    Length, LinkButton, Markup, Pager, Select, Shape, Skeleton,
};

/// The list's page; what it shows is in its address.
pub struct CustomersPage;

#[lazy_route]
impl LazyRoute for CustomersPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomersPage = this;
        let params = use_query_map();
        let query = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let customers = Resource::new(move || query.get(), list_customers);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match customers.await {
                        Ok(found) => Either::Left(view! { <Customers query=query.get() found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Customers(query: CustomersQuery, found: CustomersPageView) -> impl IntoView {
    let CustomersPageView { list, hub, requests } = found;
    let saved = list.saved.clone();
    let may = list.may;
    let actions = view! {
        {may.edit.then(|| {
            let name = t!("customer-tags-change");
            view! { <LinkButton href="/customers/tags" kind=ButtonKind::Quiet>{name}</LinkButton> }
        })}
        <Exports query=query.clone() may />
        <Add may />
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("customers-title")
                text=t!("customers-text")
                actions=actions.into_any()
            />
            {hub.map(hub_counts)}
            <Filters query=query.clone() list=list.clone() />
            <SavedViews query=query.clone() saved requests />
            <Table query list />
        </div>
    }
}

/// Three figures on top.
fn hub_counts(hub: HubView) -> impl IntoView {
    let count = |number| format::count(locale().language(), number);
    let waiting = count(hub.without_delegated_admin);
    let card = |name: String, figure: AnyView| {
        view! {
            <div class="card">
                <dt>{name}</dt>
                <dd class="figures">{figure}</dd>
            </div>
        }
    };
    view! {
        <dl class="customers__counts">
            {card(t!("customers-count"), count(hub.customers).into_any())}
            {card(t!("customers-count-lately"), count(hub.added_lately).into_any())}
            {card(
                t!("customers-count-not-delegated"),
                view! { <a href="/customers?delegated=no">{waiting}</a> }.into_any(),
            )}
        </dl>
    }
}

/// The main action: a link, or why it cannot be done now.
#[component]
fn Add(may: CustomerRights) -> impl IntoView {
    let suspended = with_page(|page| {
        let viewer = page.viewer.as_ref();
        viewer.is_some_and(|it| matches!(it.actor, Actor::Partner { suspended: true, .. }))
    });
    let link = || {
        view! {
            <LinkButton href="/customers/new" kind=ButtonKind::Main>
                {t!("customers-add")}
            </LinkButton>
        }
    };
    match (may.create, suspended) {
        (false, _) => ().into_any(),
        (true, false) => link().into_any(),
        (true, true) => {
            let reason = t!("err-partner-suspended");
            view! { <BlockedButton id="add-why" label=t!("customers-add") reason /> }.into_any()
        }
    }
}

/// What the list shows, all pages of it, as files.
#[component]
fn Exports(query: CustomersQuery, may: CustomerRights) -> impl IntoView {
    let query = written(&query);
    let files = [("csv", t!("customers-csv")), ("xlsx", t!("customers-xlsx"))];
    let files = files.map(|(extension, name)| {
        view! { <DownloadLink href=format!("/files/customers.{extension}{query}") name /> }
    });
    may.export.then(|| files.collect_view())
}

/// Search and filters: a form that changes the address, with and without JavaScript.
#[component]
fn Filters(query: CustomersQuery, list: CustomersView) -> impl IntoView {
    let any = || Choice::new("", t!("all"));
    let tags = list.tags.into_iter().map(|tag| Choice::new(tag.id.to_string(), tag.name));
    let tags: Vec<_> = std::iter::once(any()).chain(tags).collect();
    let delegated = vec![
        any(),
        Choice::new("yes", t!("customers-delegated")),
        Choice::new("no", t!("customers-not-delegated")),
    ];
    let sizes = PAGE_SIZES.iter().map(|size| Choice::new(size.to_string(), size.to_string()));
    let sort = query.sort;
    let words = query.words.clone();
    let filtered = query.filtered();
    let tag_filter = (tags.len() > 1).then(|| {
        view! {
            <Select
                id="tag"
                name="tag"
                label=t!("customers-tag")
                choices=tags
                chosen=query.tag.map(|tag| tag.to_string()).unwrap_or_default()
                compact=true
                length=Length::Medium
            />
        }
    });
    view! {
        <Form action=PAGE method="GET" attr:class="filters" attr:aria-label=t!("customers-filter")>
            <Field id="words" label=t!("customers-words") compact=true length=Length::Medium>
                <input
                    id="words"
                    type="search"
                    name="words"
                    value=words
                    maxlength="100"
                    aria-describedby="words-note"
                />
            </Field>
            {tag_filter}
            <Select
                id="delegated"
                name="delegated"
                label=t!("customers-delegated-admin")
                choices=delegated
                chosen=query.delegated_admin.map(yes_no).unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Select
                id="size"
                name="size"
                label=t!("customers-size")
                choices=sizes.collect()
                chosen=list.size.to_string()
                compact=true
                length=Length::Short
            />
            <input type="hidden" name="sort" value=sort.as_str() />
            {query.descending.then(|| view! { <input type="hidden" name="order" value="down" /> })}
            <Button>{t!("apply")}</Button>
            {filtered.then(|| view! { <a href=PAGE>{t!("customers-clear")}</a> })}
        </Form>
    }
}

#[component]
fn Table(query: CustomersQuery, list: CustomersView) -> impl IntoView {
    let CustomersView { customers, total, before, after, may, .. } = list;
    if customers.is_empty() {
        return Either::Left(view! { <Nothing query may /> });
    }
    let foot = view! {
        <Pager
            label=t!("customers-pages")
            summary=summary(customers.len(), total)
            previous=t!("previous-page")
            next=t!("next-page")
            previous_href=before.map(|id| beside(&query, "before", id))
            next_href=after.map(|id| beside(&query, "after", id))
        />
    };
    let labels = Labels::new();
    let mut rows = Markup::default();
    for customer in &customers {
        row(&mut rows, &labels, may.view, customer);
    }
    Either::Right(view! {
        <div class="customers">
            <DataTable
                caption=t!("customers-title")
                columns=columns(&labels, &query, may.view)
                foot=foot.into_any()
                rows
            />
        </div>
    })
}

fn summary(shown: usize, total: Total) -> String {
    let shown = Arg::Count(i64::try_from(shown).unwrap_or(i64::MAX));
    let count = Arg::Count(total.count);
    if total.at_least {
        t!("customers-showing-at-least", shown = shown, total = count)
    } else {
        t!("customers-showing", shown = shown, total = count)
    }
}

/// No row: because nothing answers, or because there is no customer yet.
#[component]
fn Nothing(query: CustomersQuery, may: CustomerRights) -> impl IntoView {
    if query.filtered() {
        let words = query.words.trim().to_owned();
        let title = if words.is_empty() {
            t!("customers-no-match")
        } else {
            t!("customers-none-called", words = Arg::Text(words))
        };
        return Either::Left(view! {
            <EmptyState glyph=Glyph::Search title text=t!("customers-no-match-text")>
                <LinkButton href=PAGE>{t!("customers-clear")}</LinkButton>
            </EmptyState>
        });
    }
    let first = may.create.then(|| view! { <Add may /> });
    let text = if may.create { t!("customers-empty-text") } else { t!("customers-empty-ask") };
    Either::Right(view! {
        <EmptyState glyph=Glyph::Customers title=t!("customers-empty") text>
            {first}
        </EmptyState>
    })
}
