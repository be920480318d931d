//! Lines of invoices in tables, with boxes where they can be disputed.

use domain::billing::{DisputeLineView, FileKind, LinePlace};
use domain::error::Arg;
use leptos::prelude::*;

use crate::billing::words::{charge, money, say};
use crate::ui::{CellKind, Column, DataTable, Markup};

/// The lines that are disputed.
#[component]
pub(super) fn DisputedLines(lines: Vec<DisputeLineView>) -> impl IntoView {
    let (columns, rows) = listed(&lines);
    view! { <DataTable caption=t!("dispute-lines") columns rows /> }
}

/// Lines to read.
pub(crate) fn listed(lines: &[DisputeLineView]) -> (Vec<Column>, Markup) {
    let labels = labels();
    let mut rows = Markup::default();
    for line in lines {
        rows.row(|row| cells(row, line, &labels));
    }
    (columns(&labels), rows)
}

/// Lines to choose from, those of `chosen` with a mark; what cannot be disputed has no box.
pub(crate) fn choosing(lines: &[DisputeLineView], chosen: &[LinePlace]) -> (Vec<Column>, Markup) {
    let labels = labels();
    let mut all = vec![Column::new(t!("dispute-choose"), CellKind::Select)];
    all.extend(columns(&labels));
    let mut rows = Markup::default();
    for line in lines {
        rows.row(|row| {
            row.cell(CellKind::Select, "", |cell| pick(cell, line, chosen.contains(&line.place)));
            cells(row, line, &labels);
        });
    }
    (all, rows)
}

fn labels() -> [String; 3] {
    [t!("invoice-charge"), t!("invoice-period"), t!("billing-total")]
}

fn columns(labels: &[String; 3]) -> Vec<Column> {
    vec![
        Column::new(t!("invoice-subscription"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
        Column::new(labels[1].clone(), CellKind::Text),
        Column::new(labels[2].clone(), CellKind::Number),
    ]
}

/// What a line is for, and what it has cost.
fn cells(row: &mut Markup, line: &DisputeLineView, labels: &[String; 3]) {
    row.cell(CellKind::Main, "", |cell| {
        cell.text(&line.name);
        if let Some(resource) = &line.resource {
            cell.note(resource);
        }
        cell.note(&line.customer_name);
    });
    row.cell(CellKind::Text, &labels[0], |cell| cell.text(&say(charge(line.charge_type))));
    row.cell(CellKind::Text, &labels[1], |cell| {
        let (first, last) = (Arg::Day(line.days.first), Arg::Day(line.days.last));
        cell.text(&t!("invoice-from-to", first = first, last = last));
    });
    row.cell(CellKind::Number, &labels[2], |cell| {
        cell.money(&money(line.total), &line.total.to_string());
    });
}

fn pick(cell: &mut Markup, line: &DisputeLineView, chosen: bool) {
    if line.taken {
        cell.note(&t!("dispute-taken"));
    }
    if !line.is_open() {
        return;
    }
    let position = Arg::Text(line.place.position.to_string());
    let name = Arg::Text(line.resource.as_ref().unwrap_or(&line.name).clone());
    let label = match line.place.file {
        FileKind::License => t!("dispute-choose-line", name = name, place = position),
        FileKind::Usage => t!("dispute-choose-usage", name = name, place = position),
    };
    let place = line.place.to_string();
    let mut attributes = vec![
        ("type", "checkbox"),
        ("name", "lines"),
        ("value", place.as_str()),
        ("aria-label", label.as_str()),
    ];
    if chosen {
        attributes.push(("checked", ""));
    }
    cell.void("input", &attributes);
}
