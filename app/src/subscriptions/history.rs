//! What has become of a subscription, and who did what with it.

use domain::subscriptions::{EventView, SubscriptionEntry, SuspendReason};
use i18n::format;
use leptos::prelude::*;

use super::words;
use crate::context::locale;
use crate::ui::{CellKind, Column, DataTable, Markup};

/// The subscription's life, newest first.
#[component]
pub(super) fn Life(
    /// As it is stored, oldest first.
    events: Vec<EventView>,
) -> impl IntoView {
    let [day, quantity] = [t!("subs-day"), t!("subs-quantity")];
    let columns = vec![
        Column::new(t!("subs-event"), CellKind::Main),
        Column::new(day.clone(), CellKind::Text),
        Column::new(quantity.clone(), CellKind::Number),
    ];
    let mut rows = Markup::default();
    for event in events.iter().rev() {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&words::event(event.kind)));
            row.cell(CellKind::Text, &day, |cell| cell.text(&words::day(event.day)));
            row.cell(CellKind::Number, &quantity, |cell| cell.text(&words::count(event.quantity)));
        });
    }
    view! {
        <section class="page__section">
            <h2>{t!("subs-life")}</h2>
            <DataTable caption=t!("subs-life") columns rows />
        </section>
    }
}

/// What people did with it; nothing if nobody did anything yet.
#[component]
pub(super) fn Activity(
    /// Newest first.
    entries: Vec<SubscriptionEntry>,
) -> impl IntoView {
    if entries.is_empty() {
        return ().into_any();
    }
    let [values, who, when] = [t!("activity-values"), t!("activity-who"), t!("activity-when")];
    let columns = vec![
        Column::new(t!("activity-what"), CellKind::Main),
        Column::new(values.clone(), CellKind::Text),
        Column::new(who.clone(), CellKind::Text),
        Column::new(when.clone(), CellKind::Text),
    ];
    let mut rows = Markup::default();
    for entry in &entries {
        let kind = locale().say_dynamic(&format!("activity-{}", entry.kind));
        let person = if entry.actor_name.is_empty() {
            t!("activity-system")
        } else {
            entry.actor_name.clone()
        };
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(kind.as_deref().unwrap_or(&entry.kind)));
            row.cell(CellKind::Text, &values, |cell| write_values(cell, entry));
            row.cell(CellKind::Text, &who, |cell| cell.text(&person));
            row.cell(CellKind::Text, &when, |cell| {
                cell.text(&format::instant(locale().language(), entry.at));
            });
        });
    }
    view! {
        <section class="page__section">
            <h2>{t!("subs-activity")}</h2>
            <DataTable caption=t!("subs-activity") columns rows />
        </section>
    }
    .into_any()
}

/// Before and after; told apart by words too, not by the stroke alone.
fn write_values(cell: &mut Markup, entry: &SubscriptionEntry) {
    let unseen = |cell: &mut Markup, words: String| {
        cell.element("span", &[("class", "unseen")], |span| span.text(&format!("{words} ")));
    };
    if let Some(before) = &entry.before {
        cell.element("del", &[], |old| {
            unseen(old, t!("activity-before"));
            old.text(&value(before));
        });
    }
    if entry.before.is_some() && entry.after.is_some() {
        cell.text(" → ");
    }
    if let Some(after) = &entry.after {
        cell.element("ins", &[], |new| {
            unseen(new, t!("activity-after"));
            new.text(&value(after));
        });
    }
}

/// A value in words, where it is one of ours.
fn value(value: &str) -> String {
    match value.parse::<SuspendReason>() {
        Ok(reason) => words::reason(reason),
        Err(_) => value.to_owned(),
    }
}
