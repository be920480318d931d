//! How two price lists differ, with the choice of both.

use domain::catalogue::Prices;
use domain::error::Arg;
use domain::prices::{ComparisonView, PriceDifference, month_text};
use domain::time::Day;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;

use super::parts::{count, flag, month_name, price};
use crate::ui::{Button, CellKind, Choice, Column, DataTable, Length, Markup, Select};

/// The two months to choose, and every offer that differs between them.
#[component]
pub(super) fn Comparison(
    /// As the reader has chosen.
    compared: ComparisonView,
) -> impl IntoView {
    let ComparisonView { before, month, months, differences } = compared;
    let names = [before, month].map(|month| Arg::Text(month_name(month)));
    let [from, to] = names;
    let title = t!("prices-compare-title", before = from, month = to);
    let body = if differences.is_empty() {
        Either::Left(view! { <p class="quiet">{t!("prices-compare-none")}</p> })
    } else {
        Either::Right(table(&differences, title.clone()))
    };
    view! {
        <Form
            action="/pricing/changes"
            method="GET"
            attr:class="filters"
            attr:aria-label=t!("prices-compare")
        >
            {choice("before", t!("prices-compare-before"), &months, before)}
            {choice("month", t!("prices-month"), &months, month)}
            <Button>{t!("prices-show")}</Button>
        </Form>
        <section class="page__section">
            <h2>{title}</h2>
            {body}
        </section>
    }
}

fn choice(name: &'static str, label: String, months: &[Day], chosen: Day) -> impl IntoView + use<> {
    let choices = months.iter().map(|month| Choice::new(month_text(*month), month_name(*month)));
    view! {
        <Select
            id=name
            name
            label
            choices=choices.collect()
            chosen=month_text(chosen)
            compact=true
            length=Length::Medium
        />
    }
}

fn table(differences: &[PriceDifference], caption: String) -> impl IntoView + use<> {
    let labels = [
        t!("prices-flag"),
        t!("prices-changes-before"),
        t!("prices-changes-after"),
        t!("catalogue-retail-price"),
    ];
    let mut columns = vec![
        Column::new(t!("catalogue-offer"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
    ];
    columns.extend(labels[1..].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for difference in differences {
        rows.row(|row| write(row, &labels, difference));
    }
    view! {
        <p>{t!("prices-compare-count", count = count(differences.len()))}</p>
        <DataTable caption columns rows />
    }
}

fn write(row: &mut Markup, labels: &[String; 4], difference: &PriceDifference) {
    let PriceDifference { name, code, before, now, .. } = difference;
    row.cell(CellKind::Main, "", |cell| {
        cell.text(name);
        cell.note(code);
    });
    row.cell(CellKind::Text, &labels[0], |cell| {
        let (tone, word) = flag(difference.flag);
        cell.status(tone, &word, None);
    });
    for (label, prices) in [(&labels[1], before), (&labels[2], now)] {
        row.cell(CellKind::Number, label, |cell| {
            if let Some(Prices { partner, .. }) = prices {
                cell.money(&price(*partner), &partner.to_string());
            }
        });
    }
    row.cell(CellKind::Number, &labels[3], |cell| {
        let retail = |prices: &Option<Prices>| prices.map(|prices| prices.retail);
        if let Some(now) = retail(now) {
            cell.money(&price(now), &now.to_string());
        }
        if let Some(before) = retail(before).filter(|before| retail(now) != Some(*before)) {
            cell.note(&format!("{} {}", t!("prices-before"), price(before)));
        }
    });
}
