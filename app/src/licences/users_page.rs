//! The people of a company.

use domain::error::Arg;
use domain::ids::{SkuId, UserId};
use domain::licences::{BulkAction, UserFilter, UserRow, UsersQuery, UsersView};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::{UsersPageView, list_users};
use super::words;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    BatchBar, Button, ButtonKind, CellKind, Choice, Column, DataTable, EmptyState, Field, Glyph,
    Length, LinkButton, Markup, Pager, Select, Shape, Skeleton,
};

/// The page's address, without a query.
const PAGE: &str = "/admin/users";

/// The list; what it shows is in its address.
pub struct UsersPage;

#[lazy_route]
impl LazyRoute for UsersPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let UsersPage = this;
        let params = use_query_map();
        let query = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let users = Resource::new(move || query.get(), list_users);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match users.await {
                        Ok(found) => Either::Left(view! { <Users query=query.get() found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The query that an address asks for; what cannot be read is not asked for.
fn read(param: impl Fn(&str) -> Option<String>) -> UsersQuery {
    let filter = param("filter")
        .and_then(|word| UserFilter::ALL.iter().copied().find(|filter| filter.as_str() == word));
    UsersQuery {
        words: param("words").unwrap_or_default().chars().take(100).collect(),
        filter,
        after: param("after").and_then(|id| id.parse().ok()),
        size: 0,
    }
}

/// The address of what `query` finds, behind the person `after`.
fn href(query: &UsersQuery, after: Option<UserId>) -> String {
    let mut href = String::from(PAGE);
    let mut mark = "?";
    let mut add = |name: &str, value: &str| {
        href.extend([std::mem::replace(&mut mark, "&"), name, "=", value]);
    };
    if !query.words.is_empty() {
        add("words", &crate::context::percent(&query.words));
    }
    if let Some(filter) = query.filter {
        add("filter", filter.as_str());
    }
    if let Some(after) = after {
        add("after", &after.to_string());
    }
    href
}

#[component]
fn Users(query: UsersQuery, found: UsersPageView) -> impl IntoView {
    let UsersPageView { found, licences, request } = found;
    let add = found.may_edit.then(|| {
        view! {
            <LinkButton href="/admin/users/import" kind=ButtonKind::Quiet>
                {t!("import-title")}
            </LinkButton>
            <LinkButton href="/admin/users/new" kind=ButtonKind::Main>
                {t!("users-add")}
            </LinkButton>
        }
        .into_any()
    });
    view! {
        <div class="page">
            <PageHead title=t!("users-title") text=t!("users-text") actions=add.into_any() />
            <Filters query=query.clone() />
            <Outcome returned=returned("selection") refused=t!("users-not-done") />
            <form action="/rpc/licences/check-selection" method="post">
                <Hidden name="request" value=request.to_string() />
                <Table query found licences />
            </form>
        </div>
    }
}

/// The filters: a form that changes the address, with and without JavaScript.
#[component]
fn Filters(query: UsersQuery) -> impl IntoView {
    let choice = |filter: &UserFilter| Choice::new(filter.as_str(), words::filter(*filter));
    let choices = std::iter::once(Choice::new("", t!("all")))
        .chain(UserFilter::ALL.iter().map(choice))
        .collect();
    let filtered = !query.words.is_empty() || query.filter.is_some();
    view! {
        <Form action=PAGE method="GET" attr:class="filters" attr:aria-label=t!("users-filter")>
            <Field id="words" label=t!("users-words") compact=true length=Length::Medium>
                <input id="words" type="search" name="words" value=query.words maxlength="100" />
            </Field>
            <Select
                id="filter"
                name="filter"
                label=t!("users-which")
                choices
                chosen=query.filter.map(UserFilter::as_str).unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Button>{t!("apply")}</Button>
            {filtered.then(|| view! { <a href=PAGE>{t!("users-clear")}</a> })}
        </Form>
    }
}

#[component]
fn Table(
    query: UsersQuery,
    found: UsersView,
    /// What can be assigned to those who are ticked; empty for whoever may not.
    licences: Vec<(SkuId, String)>,
) -> impl IntoView {
    let UsersView { users, total, next, .. } = found;
    if users.is_empty() {
        return Either::Left(view! {
            <EmptyState glyph=Glyph::Search title=t!("users-none") text=t!("users-none-text")>
                <LinkButton href=PAGE>{t!("users-clear")}</LinkButton>
            </EmptyState>
        });
    }
    let shown = Arg::Count(i64::try_from(users.len()).unwrap_or(i64::MAX));
    let foot = view! {
        <Pager
            label=t!("users-pages")
            summary=t!("users-showing", shown = shown, total = Arg::Count(total))
            previous=t!("users-first-page")
            next=t!("next-page")
            previous_href=query.after.map(|_| href(&query, None))
            next_href=next.map(|next| href(&query, Some(next)))
        />
    };
    let labels = [t!("users-status"), t!("users-roles"), t!("users-licences")];
    let ticks = !licences.is_empty() && query.filter != Some(UserFilter::Deleted);
    let mut columns = Vec::new();
    if ticks {
        columns.push(Column::new(t!("users-choose"), CellKind::Select));
    }
    columns.push(Column::new(t!("users-name"), CellKind::Main));
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    let mut rows = Markup::default();
    for user in &users {
        row(&mut rows, &labels, user, ticks);
    }
    let batch = ticks.then(|| view! { <Batch licences /> }.into_any());
    Either::Right(view! {
        <DataTable
            caption=t!("users-title")
            columns
            batch=batch.into_any()
            foot=foot.into_any()
            rows
        />
    })
}

/// What can be done with those who are ticked.
#[component]
fn Batch(licences: Vec<(SkuId, String)>) -> impl IntoView {
    let actions = vec![
        Choice::new(BulkAction::Assign.as_str(), t!("users-assign")),
        Choice::new(BulkAction::Remove.as_str(), t!("users-remove")),
    ];
    let licences = licences.into_iter().map(|(sku, name)| Choice::new(sku.to_string(), name));
    view! {
        <BatchBar label=t!("users-ticked")>
            <Select
                id="action"
                name="draft[action]"
                label=t!("bulk-action")
                choices=actions
                compact=true
                length=Length::Medium
            />
            <Select
                id="licence"
                name="draft[licence]"
                label=t!("pools-licence")
                choices=licences.collect()
                compact=true
                length=Length::Medium
            />
            <Button>{t!("users-rehearse")}</Button>
        </BatchBar>
    }
}

fn row(rows: &mut Markup, labels: &[String; 3], user: &UserRow, ticks: bool) {
    let [status, roles, licences] = labels;
    rows.row(|row| {
        if ticks {
            let (id, name) = (user.id.to_string(), &user.display_name);
            let label = t!("users-choose-one", name = Arg::Text(name.clone()));
            let tick = [
                ("type", "checkbox"),
                ("name", "draft[users][]"),
                ("value", id.as_str()),
                ("aria-label", label.as_str()),
            ];
            row.cell(CellKind::Select, "", |cell| cell.void("input", &tick));
        }
        row.cell(CellKind::Main, "", |cell| {
            cell.link(&format!("{PAGE}/{}", user.id), &user.display_name);
            cell.note(&user.sign_in_name);
        });
        row.cell(CellKind::Text, status, |cell| {
            let (tone, word) = words::status(user.status);
            cell.status(tone, &word, None);
            if let Some(at) = user.deleted_at {
                cell.note(&words::day(domain::time::business_day(at)));
            }
        });
        row.cell(CellKind::Text, roles, |cell| cell.text(&words::roles(&user.roles)));
        row.cell(CellKind::Text, licences, |cell| {
            if user.licences.is_empty() {
                cell.text(&t!("users-none-held"));
            } else {
                cell.text(&user.licences.join(" · "));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        let of = |pairs: &[(&str, &str)]| {
            read(|name| {
                let pair = pairs.iter().find(|(key, _)| *key == name);
                pair.map(|(_, value)| (*value).to_owned())
            })
        };
        let query = of(&[("words", "王 wei"), ("filter", "blocked"), ("after", "x")]);
        assert_eq!(query.filter, Some(UserFilter::Blocked));
        assert_eq!(href(&query, None), "/admin/users?words=%E7%8E%8B%20wei&filter=blocked");
        assert_eq!(of(&[("filter", "others")]), UsersQuery::default());
        assert_eq!(href(&UsersQuery::default(), None), PAGE);
    }
}
