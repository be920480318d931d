//! The partner's own marks for customers: made, renamed, coloured, deleted.

use domain::customers::{TagColour, TagView};
use domain::error::Arg;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::head::to_customers;
use super::tag_fns::{TagRow, TagsPageView, find_tags};
use crate::context::locale;
use crate::forms::{Hidden, Outcome, Returned, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Button, ButtonKind, Choice, EmptyState, Field, Glyph, Length, Select, Skeleton};

/// The page of the tags.
pub struct CustomerTagsPage;

#[lazy_route]
impl LazyRoute for CustomerTagsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomerTagsPage = this;
        let tags = Resource::new(|| (), |()| find_tags());
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match tags.await {
                        Ok(found) => Either::Left(view! { <Tags found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Tags(found: TagsPageView) -> impl IntoView {
    let TagsPageView { rows, request } = found;
    let returned = returned("tag");
    let empty = rows.is_empty().then(|| {
        let (title, text) = (t!("customer-tags-none"), t!("customer-tags-none-text"));
        view! { <EmptyState glyph=Glyph::Tags title text /> }
    });
    let rows = rows.into_iter().map(|row| existing(&returned, row)).collect_view();
    let new = form(&returned, None, request, t!("customer-tag-new"));
    view! {
        <div class="page">
            <PageHead
                title=t!("customers-tags")
                text=t!("customer-tags-text")
                crumbs=to_customers()
            />
            <Outcome returned=returned refused=t!("customer-not-saved") />
            <section class="page__section">
                <h2>{t!("customer-tag-new")}</h2>
                {new}
            </section>
            {empty}
            {rows}
        </div>
    }
}

/// A tag that is there: its form, and the button that deletes it.
fn existing(returned: &Returned, row: TagRow) -> AnyView {
    let TagRow { tag, save, delete } = row;
    let class = format!("tag tag--{}", tag.colour);
    let deletes = t!("customer-tag-delete", name = Arg::Text(tag.name.clone()));
    let (id, version, name) = (tag.id.to_string(), tag.version.to_string(), tag.name.clone());
    view! {
        <section class="page__section">
            <h2>
                <span class=class>{name}</span>
            </h2>
            {form(returned, Some(tag), save, t!("save"))}
            <form action="/rpc/customers/delete-tag" method="post">
                <Hidden name="request" value=delete />
                <Hidden name="id" value=id />
                <Hidden name="version" value=version />
                <Button kind=ButtonKind::Danger>{deletes}</Button>
            </form>
        </section>
    }
    .into_any()
}

/// The form of a tag, or of a new one. The one that came back has the names of the summary's
/// links.
fn form(returned: &Returned, tag: Option<TagView>, request: String, act: String) -> AnyView {
    let id = tag.as_ref().map(|tag| tag.id.to_string()).unwrap_or_default();
    let version = tag.as_ref().map(|tag| tag.version.to_string()).unwrap_or_default();
    let back = returned.error().is_some() && returned.typed("id") == id;
    let at = |field: &str| match (back, id.is_empty()) {
        (true, _) => field.to_owned(),
        (false, true) => format!("{field}-new"),
        (false, false) => format!("{field}-{id}"),
    };
    let known = tag.map(|tag| (tag.name, tag.colour.to_string())).unwrap_or_default();
    let (name, colour) =
        if back { (returned.typed("name"), returned.typed("colour")) } else { known };
    let problem = |field: &str| Signal::stored(returned.problem(field).filter(|_| back));
    let choices = TagColour::ALL.iter().map(|colour| {
        let word = locale().say_dynamic(&format!("customer-colour-{colour}"));
        Choice::new(colour.as_str(), word.unwrap_or_default())
    });
    let field = at("name");
    view! {
        <form action="/rpc/customers/save-tag" method="post" class="filters">
            <Hidden name="request" value=request />
            <Hidden name="id" value=id.clone() />
            <Hidden name="version" value=version />
            <Field
                id=field.clone()
                label=t!("customer-tag-name")
                problem=problem("name")
                length=Length::Medium
                compact=true
            >
                <input
                    id=field.clone()
                    name="draft[name]"
                    value=name
                    autocomplete="off"
                    aria-describedby=format!("{field}-note")
                />
            </Field>
            <Select
                id=at("colour")
                name="draft[colour]"
                label=t!("customer-tag-colour")
                choices=choices.collect()
                chosen=colour
                problem=problem("colour")
                length=Length::Short
                compact=true
            />
            <Button>{act}</Button>
        </form>
    }
    .into_any()
}
