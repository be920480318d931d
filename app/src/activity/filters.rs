//! What the reader asks of the log: in the address, and in a form that changes it.

use std::fmt::Write as _;

use domain::activity::{Filter, LogView};
use leptos::prelude::*;
use leptos_router::components::Form;

use super::entry_row::kind_in_words;
use crate::ui::{Button, Choice, DateField, Length, Select};

/// The page's address, without a query.
pub(super) const PAGE: &str = "/settings/activity";

/// Letters of a kind at most; longer ones are nobody's.
const LONGEST_KIND: usize = 60;

/// The filter that an address asks for; what cannot be read is not asked for.
pub(super) fn read(param: impl Fn(&str) -> Option<String>) -> Filter {
    let kind = param("kind").filter(|kind| !kind.is_empty() && kind.len() <= LONGEST_KIND);
    Filter {
        first: param("first").and_then(|day| day.parse().ok()),
        last: param("last").and_then(|day| day.parse().ok()),
        actor: param("actor").and_then(|id| id.parse().ok()),
        kind,
        before_seq: param("before").and_then(|seq| seq.parse().ok()),
        limit: 0,
    }
}

/// `filter` as the query of an address, without a page; empty or beginning with `?`.
pub(super) fn query(filter: &Filter) -> String {
    let mut query = String::new();
    let mut add = |name: &str, value: String| {
        let mark = if query.is_empty() { '?' } else { '&' };
        // Writing to a string cannot fail.
        let _ = write!(query, "{mark}{name}={}", crate::context::percent(&value));
    };
    let Filter { first, last, actor, kind, .. } = filter;
    if let Some(first) = first {
        add("first", first.to_string());
    }
    if let Some(last) = last {
        add("last", last.to_string());
    }
    if let Some(actor) = actor {
        add("actor", actor.to_string());
    }
    if let Some(kind) = kind {
        add("kind", kind.clone());
    }
    query
}

/// The page of `filter` that follows the entry numbered `seq`.
pub(super) fn older(filter: &Filter, seq: i64) -> String {
    let query = query(filter);
    let mark = if query.is_empty() { '?' } else { '&' };
    format!("{PAGE}{query}{mark}before={seq}")
}

/// The filters: a form that changes the address, with and without JavaScript.
#[component]
pub(super) fn Filters(
    /// What the reader asked for.
    asked: Filter,
    /// What there is to choose from, and what was applied.
    log: LogView,
) -> impl IntoView {
    let LogView { actors, kinds, applied, .. } = log;
    let any = || Choice::new("", t!("all"));
    let people = actors.into_iter().map(|(id, name)| {
        let name = if name.is_empty() { t!("activity-system") } else { name };
        Choice::new(id.to_string(), name)
    });
    let kinds = kinds.into_iter().map(|kind| {
        let words = kind_in_words(&kind);
        Choice::new(kind, words)
    });
    let day = |day: Option<domain::time::Day>| {
        RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default())
    };
    let filtered = !query(&asked).is_empty();
    view! {
        <Form action=PAGE method="GET" attr:class="filters" attr:aria-label=t!("activity-filter")>
            <DateField
                id="first"
                name="first"
                label=t!("activity-first")
                typed=day(applied.first)
                compact=true
            />
            <DateField
                id="last"
                name="last"
                label=t!("activity-last")
                typed=day(applied.last)
                compact=true
            />
            <Select
                id="actor"
                name="actor"
                label=t!("activity-who")
                choices=std::iter::once(any()).chain(people).collect()
                chosen=asked.actor.map(|id| id.to_string()).unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Select
                id="kind"
                name="kind"
                label=t!("activity-what")
                choices=std::iter::once(any()).chain(kinds).collect()
                chosen=asked.kind.unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Button>{t!("apply")}</Button>
            {filtered.then(|| view! { <a href=PAGE>{t!("activity-clear")}</a> })}
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Filter {
        read(|name| {
            let pair = pairs.iter().find(|(key, _)| *key == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        let filter = of(&[
            ("first", "2019-06-01"),
            ("last", "2019-06-30"),
            ("actor", "0c000000-0000-0000-0000-000000000001"),
            ("kind", "signed-in"),
        ]);
        let written = query(&filter);
        assert_eq!(
            written,
            "?first=2019-06-01&last=2019-06-30\
             &actor=0c000000-0000-0000-0000-000000000001&kind=signed-in"
        );
        assert_eq!(older(&filter, 51), format!("{PAGE}{written}&before=51"));
        assert_eq!(older(&Filter::default(), 51), format!("{PAGE}?before=51"));
    }

    #[test]
    fn what_cannot_be_read_is_not_asked_for() {
        for pair in [
            ("first", "2019-02-30"),
            ("last", "yesterday"),
            ("actor", "<script>"),
            ("kind", ""),
            ("before", "x"),
        ] {
            assert_eq!(of(&[pair]), Filter::default(), "{pair:?}");
        }
        assert_eq!(query(&of(&[("kind", "a&b=c")])), "?kind=a%26b%3Dc");
    }
}
