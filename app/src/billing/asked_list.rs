//! What partners have asked of the operator, listed by how far it has come.

use std::str::FromStr;

use domain::billing::AskedQuery;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::ui::{Column, DataTable, EmptyState, Glyph, Markup, Pager, Tab, Tabs};

/// What the address asks for; what cannot be read is not asked for.
pub(crate) fn asked<S, P>() -> Memo<AskedQuery<S, P>>
where
    S: FromStr + PartialEq + Send + Sync + 'static,
    P: FromStr + PartialEq + Send + Sync + 'static,
{
    let params = use_query_map();
    Memo::new(move |_| {
        let param = |name: &str| params.with(|params| params.get(name));
        AskedQuery {
            status: param("status").and_then(|status| status.parse().ok()),
            before: param("before").and_then(|place| place.parse().ok()),
        }
    })
}

/// A page of the list.
pub(crate) struct AskedList {
    /// The list's address.
    pub(crate) base: &'static str,
    /// Its name.
    pub(crate) caption: String,
    /// What is shown where nothing answers: a title and a sentence.
    pub(crate) none: (String, String),
    /// The name of the way to other pages.
    pub(crate) pages: String,
    /// How many are shown.
    pub(crate) showing: String,
    /// Those that are shown, if any are.
    pub(crate) table: Option<(Vec<Column>, Markup)>,
    /// The place before which the next page begins.
    pub(crate) next: Option<String>,
}

impl AskedList {
    /// The list with the way to others: `states` are all there are, each with its name.
    pub(crate) fn show<S: ToString + PartialEq, P>(
        self,
        asked: &AskedQuery<S, P>,
        states: &[(S, String)],
    ) -> impl IntoView + use<S, P> {
        let base = self.base;
        let href = |of: Option<&S>| match of {
            Some(of) => format!("{base}?status={}", of.to_string()),
            None => base.to_owned(),
        };
        let tab = |of: Option<&S>, label| Tab {
            href: href(of),
            label,
            current: asked.status.as_ref() == of,
            ..Tab::default()
        };
        let mut tabs = vec![tab(None, t!("all"))];
        tabs.extend(states.iter().map(|(of, label)| tab(Some(of), label.clone())));
        let here = href(asked.status.as_ref());
        let mark = if asked.status.is_some() { '&' } else { '?' };
        let next_href = self.next.map(|place| format!("{here}{mark}before={place}"));
        let previous_href = asked.before.is_some().then_some(here);
        let list = if let Some((columns, rows)) = self.table {
            let foot = view! {
                <Pager
                    label=self.pages
                    summary=self.showing
                    previous=t!("activity-newest")
                    next=t!("activity-older")
                    previous_href
                    next_href
                />
            };
            Either::Left(view! {
                <DataTable caption=self.caption columns rows foot=foot.into_any() />
            })
        } else {
            let (title, text) = self.none;
            Either::Right(view! { <EmptyState glyph=Glyph::Receipt title text /> })
        };
        view! {
            <Tabs label=t!("billing-status") tabs />
            {list}
        }
    }
}
