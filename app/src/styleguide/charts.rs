//! Charts: many points, below zero, one point, none, parts of a whole, long names.

use i18n::format;
use leptos::prelude::*;

use crate::context::locale;
use crate::ui::{Chart, ChartKind, ChartWords, Series};

fn words(title: String) -> ChartWords {
    ChartWords {
        text: title.clone(),
        title,
        points: t!("styleguide-since"),
        table: t!("chart-table"),
        empty: t!("styleguide-chart-empty"),
    }
}

fn months(count: u32) -> Vec<String> {
    (1..=count).map(|month| format!("2026-{month:02}")).collect()
}

fn series(name: String, values: &[i64]) -> Series {
    Series { name, values: values.to_vec() }
}

/// Every kind of chart.
pub(super) fn charts() -> AnyView {
    let figure: fn(i64) -> String = |value| format::count(locale().language(), value);
    let chart = |id: &'static str, kind, points: Vec<String>, series: Vec<Series>| {
        let words = words(t!("styleguide-chart"));
        view! { <Chart id kind words points series short=figure full=figure /> }
    };
    let spent = vec![
        series("Office 365 E3".to_owned(), &[4_260, 4_260, 5_112, 5_112, -900, 5_400]),
        series("Office 365 E1".to_owned(), &[630, 630, 504, 420, 420, 420]),
        series(t!("styleguide-long-button"), &[100, 250, 250, 900, 900, 1_250]),
        series("Visio".to_owned(), &[0, 0, 750, 750, 750, 750]),
        series(t!("styleguide-export"), &[300, 350, 410, 480, 520, 600]),
    ];
    let seats = |values: &[i64]| vec![series(t!("styleguide-licences"), values)];
    let grown = [15, 15, 12, 18, 10, 10, 25, 40, 41, 300, 290, 310];
    let parts = vec![
        series(t!("styleguide-licences"), &[212]),
        series(t!("styleguide-long-button"), &[31]),
    ];
    view! {
        <div class="charts">
            {chart("sg-bars", ChartKind::Bars, months(6), spent)}
            {chart("sg-line", ChartKind::Line, months(12), seats(&grown))}
            {chart("sg-one-bar", ChartKind::Bars, months(1), seats(&[15]))}
            {chart("sg-one-dot", ChartKind::Line, months(1), seats(&[15]))}
            {chart("sg-share", ChartKind::Share, months(1), parts)}
            {chart("sg-none", ChartKind::Bars, Vec::new(), Vec::new())}
        </div>
    }
    .into_any()
}
