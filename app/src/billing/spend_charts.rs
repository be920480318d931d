//! What was spent and how many seats there were, to be looked at.

use domain::billing::{SpendMonth, SpendView};
use domain::error::Arg;
use domain::money::Money;
use i18n::format;
use leptos::prelude::*;

use super::words::money;
use crate::context::locale;
use crate::ui::{Chart, ChartKind, ChartWords, Series};

/// Fen of a yuan.
const FEN: i64 = 100;

/// Both charts side by side.
#[component]
pub(super) fn SpendCharts(found: SpendView) -> impl IntoView {
    let language = locale().language();
    let points: Vec<_> =
        found.months.iter().map(|month| format::date_short(language, month.billing_date)).collect();
    let count: fn(i64) -> String = |value| format::count(locale().language(), value);
    let yuan: fn(i64) -> String = |fen| format::count(locale().language(), fen / FEN);
    let exact: fn(i64) -> String = |fen| money(Money::from_fen(fen));
    let seats = Series {
        name: t!("invoice-seats"),
        values: found.months.iter().map(|month| month.seats).collect(),
    };
    view! {
        <div class="charts">
            <Chart
                id="spend"
                kind=ChartKind::Bars
                words=words(t!("spend-title"), spend_text(&found.months))
                points=points.clone()
                series=services(&found)
                short=yuan
                full=exact
            />
            <Chart
                id="spend-seats"
                kind=ChartKind::Line
                words=words(t!("spend-seats-title"), seats_text(&found.months))
                points
                series=vec![seats]
                short=count
                full=count
            />
        </div>
    }
}

fn words(title: String, text: String) -> ChartWords {
    let (points, table, empty) = (t!("billing-date"), t!("chart-table"), t!("spend-none"));
    ChartWords { title, text, points, table, empty }
}

/// One series a service, and one for the others.
fn services(found: &SpendView) -> Vec<Series> {
    let mut names = found.services.clone();
    if found.others {
        names.push(t!("spend-others"));
    }
    let values = |place: usize| {
        let of = |month: &SpendMonth| month.totals.get(place).map_or(0, |total| total.fen());
        found.months.iter().map(of).collect()
    };
    names
        .into_iter()
        .enumerate()
        .map(|(place, name)| Series { name, values: values(place) })
        .collect()
}

/// The last month in words.
fn spend_text(months: &[SpendMonth]) -> String {
    let Some(last) = months.last() else { return String::new() };
    let total: Money = last.totals.iter().copied().sum();
    t!("spend-text", day = Arg::Day(last.billing_date), amount = Arg::Money(total))
}

fn seats_text(months: &[SpendMonth]) -> String {
    let Some(last) = months.last() else { return String::new() };
    t!("spend-seats-text", day = Arg::Day(last.billing_date), seats = Arg::Count(last.seats))
}
