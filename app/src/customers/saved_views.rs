//! A person's own names for what the list shows.

use domain::customers::{CustomersQuery, SavedView};
use domain::error::Arg;
use leptos::prelude::*;

use super::asked::{PAGE, written};
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{Button, ButtonKind, Field, Glyph, Icon, Length};

/// The views, each a link and a way to forget it, and the form that keeps the list as it is shown.
#[component]
pub(super) fn SavedViews(
    /// What the list shows now.
    query: CustomersQuery,
    /// The reader's views, by name.
    saved: Vec<SavedView>,
    /// The ids of the next attempts: one to save, one for each view to forget it.
    requests: Vec<String>,
) -> impl IntoView {
    let returned = returned("view");
    let now = written(&query).trim_start_matches('?').to_owned();
    let mut requests = requests.into_iter();
    let request = requests.next().unwrap_or_default();
    // What is shown already under a name need not be kept again.
    let known = saved.iter().any(|view| view.query == now);
    let form = (!now.is_empty() && !known).then(|| {
        let problem = Signal::stored(returned.problem("name"));
        let typed = returned.typed("name");
        let open = !typed.is_empty();
        view! {
            <details class="views__new" open=open>
                <summary>{t!("views-save")}</summary>
                <form class="filters" action="/rpc/customers/save-view" method="post">
                    <Hidden name="request" value=request />
                    <Hidden name="query" value=now.clone() />
                    <Field
                        id="view-name"
                        label=t!("views-name")
                        problem
                        compact=true
                        length=Length::Medium
                    >
                        <input
                            id="view-name"
                            name="draft[name]"
                            value=typed
                            maxlength="50"
                            aria-describedby="view-name-note"
                        />
                    </Field>
                    <Button>{t!("save")}</Button>
                </form>
            </details>
        }
    });
    let links = saved.into_iter().zip(requests).map(|(view, request)| {
        let SavedView { id, name, query } = view;
        let current = (query == now).then_some("page");
        let forget = t!("views-forget", name = Arg::Text(name.clone()));
        view! {
            <li class="views__view">
                <a href=format!("{PAGE}?{query}") aria-current=current>
                    {name}
                </a>
                <form action="/rpc/customers/delete-view" method="post">
                    <Hidden name="request" value=request />
                    <Hidden name="id" value=id.to_string() />
                    <Button kind=ButtonKind::Icon>
                        <Icon glyph=Glyph::Close name=forget />
                    </Button>
                </form>
            </li>
        }
    });
    let links = links.collect_view();
    view! {
        <Outcome returned=returned.clone() refused=t!("customer-not-saved") />
        <nav class="views" aria-label=t!("views-title")>
            <ul>{links}</ul>
            {form}
        </nav>
    }
}
