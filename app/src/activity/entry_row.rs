//! One entry of the log.

use domain::activity::Entry;
use domain::time::Day;
use i18n::format;
use leptos::oco::Oco;
use leptos::prelude::*;

use crate::context::locale;
use crate::ui::{Cell, CellKind, Column, DateText};

/// The columns' names, said once for all rows.
pub(super) struct Labels {
    when: Oco<'static, str>,
    who: Oco<'static, str>,
    what: Oco<'static, str>,
    values: Oco<'static, str>,
}

impl Labels {
    pub(super) fn new() -> Self {
        let counted = |words: String| Oco::Counted(words.into());
        Self {
            when: counted(t!("activity-when")),
            who: counted(t!("activity-who")),
            what: counted(t!("activity-what")),
            values: counted(t!("activity-values")),
        }
    }

    pub(super) fn columns(&self) -> Vec<Column> {
        vec![
            Column::new(self.what.to_string(), CellKind::Main),
            Column::new(self.values.to_string(), CellKind::Text),
            Column::new(self.who.to_string(), CellKind::Text),
            Column::new(self.when.to_string(), CellKind::Text),
        ]
    }
}

/// The sentence of a kind; the kind itself where a newer version wrote it.
pub(super) fn kind_in_words(kind: &str) -> String {
    locale().say_dynamic(&format!("activity-{kind}")).unwrap_or_else(|| kind.to_owned())
}

/// A value of an entry, in words where it is not one already.
fn value_in_words(kind: &str, value: String) -> String {
    if value.is_empty() {
        return t!("none");
    }
    let words = match kind {
        "onboarding-step-done" => locale().say_dynamic(&format!("onboarding-{value}")),
        "clock-moved" => {
            value.parse::<Day>().ok().map(|day| format::date(locale().language(), day))
        }
        _ => None,
    };
    words.unwrap_or(value)
}

/// What was and what is now: told apart by words too, not by the stroke alone.
fn values(kind: &str, before: Option<String>, after: Option<String>) -> impl IntoView + use<> {
    let old = before.map(|before| {
        view! {
            <del>
                <span class="unseen">{t!("activity-before")} " "</span>
                {value_in_words(kind, before)}
            </del>
        }
    });
    let new = after.map(|after| {
        view! {
            <ins>
                <span class="unseen">{t!("activity-after")} " "</span>
                {value_in_words(kind, after)}
            </ins>
        }
    });
    let arrow =
        (old.is_some() && new.is_some()).then(|| view! { <span aria-hidden="true">" → "</span> });
    view! {
        {old}
        {arrow}
        {new}
    }
}

pub(super) fn row(labels: &Labels, entry: Entry) -> impl IntoView + use<> {
    let Entry { at, actor_name, kind, subject, before, after, .. } = entry;
    let who = if actor_name.is_empty() { t!("activity-system") } else { actor_name };
    let when = format::instant(locale().language(), at);
    let iso = at.to_rfc3339();
    let subject =
        (!subject.is_empty()).then(|| view! { <small class="table__note">{subject}</small> });
    let words = kind_in_words(&kind);
    let values = values(&kind, before, after);
    view! {
        <tr class="table__row" role="row">
            <Cell kind=CellKind::Main>{words} {subject}</Cell>
            <Cell label=labels.values.clone()>
                <span class="activity__values">{values}</span>
            </Cell>
            <Cell label=labels.who.clone()>{who}</Cell>
            <Cell label=labels.when.clone()>
                <span class="activity__when">
                    <DateText text=when iso />
                </span>
            </Cell>
        </tr>
    }
}
