//! Figures to be looked at: bars, a line, or the parts of a whole, with the table behind them.

mod draw;
mod scale;

use leptos::either::Either;
use leptos::prelude::*;

use super::{CellKind, Column, DataTable, Markup};
use draw::{fill, patterns, plot};
use scale::{HEIGHT, WIDTH};

/// How figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// One bar a point, the series on top of each other.
    Bars,
    /// One line a series.
    Line,
    /// One bar for the first point alone: the series are its parts.
    Share,
}

/// Figures that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What they are about.
    pub name: String,
    /// One a point.
    pub values: Vec<i64>,
}

/// The words of a chart, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartWords {
    /// What it shows.
    pub title: String,
    /// What there is to see, in a sentence.
    pub text: String,
    /// What the points are: heads the table's first column.
    pub points: String,
    /// Opens the table.
    pub table: String,
    /// Said when there are no points.
    pub empty: String,
}

/// A drawing with its key, and a table of the same figures to be opened below it.
///
/// Series differ in colour and pattern; at most five are told apart.
#[component]
pub fn Chart(
    /// Names it; unique on the page.
    id: &'static str,
    /// How it is drawn.
    kind: ChartKind,
    /// Its words.
    words: ChartWords,
    /// The points, each by its name.
    points: Vec<String>,
    /// The figures.
    series: Vec<Series>,
    /// A figure at the axis.
    short: fn(i64) -> String,
    /// A figure in the table and the key.
    full: fn(i64) -> String,
) -> impl IntoView {
    if points.is_empty() || series.is_empty() {
        return Either::Left(view! { <p class="quiet">{words.empty}</p> });
    }
    let (title_id, text_id) = (format!("{id}-title"), format!("{id}-text"));
    let mut drawing = Markup::default();
    drawing.element("title", &[("id", &title_id)], |title| title.text(&words.title));
    drawing.element("desc", &[("id", &text_id)], |text| text.text(&words.text));
    patterns(&mut drawing, id, series.len());
    let height = if kind == ChartKind::Share {
        parts(&mut drawing, id, &series);
        SHARE
    } else {
        plot(&mut drawing, id, kind, &points, &series, short);
        HEIGHT
    };
    let rows = table(&points, &series, full);
    let mut columns = vec![Column::new(words.points, CellKind::Main)];
    let names = series.iter().map(|series| Column::new(series.name.clone(), CellKind::Number));
    columns.extend(names);
    let key = (kind == ChartKind::Share || series.len() > 1)
        .then(|| view! { <Key id kind series full /> });
    Either::Right(view! {
        <figure class="chart">
            <figcaption>
                <strong>{words.title.clone()}</strong>
                <span class="quiet">{words.text}</span>
            </figcaption>
            <svg
                class="chart__drawing"
                viewBox=format!("0 0 {WIDTH} {height}")
                role="img"
                aria-labelledby=title_id
                aria-describedby=text_id
                inner_html=drawing.into_html()
            ></svg>
            {key}
            <details>
                <summary>{words.table}</summary>
                <DataTable caption=words.title columns rows />
            </details>
        </figure>
    })
}

/// How high the bar of parts is.
const SHARE: i64 = 240;

/// The parts of a whole side by side.
fn parts(svg: &mut Markup, id: &str, series: &[Series]) {
    let values = series.iter().map(|series| series.values.first().copied().unwrap_or_default());
    let mut x = 0;
    for (which, width) in widths(&values.collect::<Vec<_>>()).into_iter().enumerate() {
        let (from, wide, height) = (x.to_string(), width.to_string(), SHARE.to_string());
        let fill = fill(id, which);
        let attributes = [
            ("x", from.as_str()),
            ("y", "0"),
            ("width", &wide),
            ("height", &height),
            ("fill", &fill),
            ("class", "chart__bar"),
        ];
        svg.element("rect", &attributes, |_| {});
        x += width;
    }
}

/// The widths of the parts: together the whole drawing, unless nothing is there.
fn widths(values: &[i64]) -> Vec<i64> {
    let whole: i128 = values.iter().map(|value| i128::from((*value).max(0))).sum();
    if whole == 0 {
        return vec![0; values.len()];
    }
    let (mut sum, mut drawn) = (0_i128, 0_i64);
    let width = |value: &i64| {
        sum += i128::from((*value).max(0));
        let until = i64::try_from(sum * i128::from(WIDTH) / whole).unwrap_or(WIDTH);
        let width = until - drawn;
        drawn = until;
        width
    };
    values.iter().map(width).collect()
}

/// Which pattern is which series; for parts of a whole also how much.
#[component]
fn Key(
    id: &'static str,
    kind: ChartKind,
    series: Vec<Series>,
    full: fn(i64) -> String,
) -> impl IntoView {
    let entries = series.into_iter().enumerate().map(|(which, series)| {
        let first = series.values.first().copied().filter(|_| kind == ChartKind::Share);
        let figure = first.map(|value| {
            view! {
                " "
                <strong class="figures">{full(value)}</strong>
            }
        });
        view! {
            <li>
                <svg class="chart__swatch" viewBox="0 0 160 160" aria-hidden="true">
                    <rect width="160" height="160" fill=fill(id, which)></rect>
                </svg>
                <span>{series.name} {figure}</span>
            </li>
        }
    });
    view! { <ul class="chart__key">{entries.collect_view()}</ul> }
}

/// The same figures in rows.
fn table(points: &[String], series: &[Series], full: fn(i64) -> String) -> Markup {
    let mut rows = Markup::default();
    for (index, point) in points.iter().enumerate() {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(point));
            for series in series {
                let value = series.values.get(index).copied().unwrap_or_default();
                row.cell(CellKind::Number, &series.name, |cell| cell.text(&full(value)));
            }
        });
    }
    rows
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn words() -> ChartWords {
        ChartWords {
            title: "Spend".to_owned(),
            text: "It grows".to_owned(),
            points: "Month".to_owned(),
            table: "As a table".to_owned(),
            empty: "Nothing yet".to_owned(),
        }
    }

    fn html(kind: ChartKind, points: &[&str], series: &[(&str, &[i64])]) -> String {
        let points = points.iter().map(|&point| point.to_owned()).collect();
        let series = series
            .iter()
            .map(|(name, values)| Series { name: (*name).to_owned(), values: values.to_vec() })
            .collect();
        let figure: fn(i64) -> String = |value| format!("={value}");
        let words = words();
        view! { <Chart id="spend" kind words points series short=figure full=figure /> }
            .to_html()
            .replace("<!>", "")
    }

    #[test]
    fn a_chart_is_a_named_picture_with_a_table_behind_it() {
        let html = html(ChartKind::Bars, &["June", "July"], &[("E1", &[1, 2]), ("E3", &[3, -4])]);
        assert!(html.contains(r#"role="img""#), "{html}");
        assert!(html.contains(r#"aria-labelledby="spend-title""#), "{html}");
        assert!(html.contains(r#"<title id="spend-title">Spend</title>"#), "{html}");
        assert!(html.contains(r#"<desc id="spend-text">It grows</desc>"#), "{html}");
        assert_eq!(html.matches("chart__bar").count(), 4, "{html}");
        assert_eq!(html.matches("chart__swatch").count(), 2, "{html}");
        assert!(html.contains("<summary>As a table</summary>"), "{html}");
        assert!(html.contains("=-4"), "{html}");
    }

    #[test]
    fn a_line_of_one_point_is_a_dot() {
        let html = html(ChartKind::Line, &["June"], &[("Seats", &[7])]);
        assert_eq!(html.matches("chart__dot").count(), 1, "{html}");
        assert!(!html.contains("chart__key"), "{html}");
    }

    #[test]
    fn no_points_are_said_in_words() {
        for kind in [ChartKind::Bars, ChartKind::Line, ChartKind::Share] {
            let html = html(kind, &[], &[("Seats", &[])]);
            assert!(html.contains("Nothing yet") && !html.contains("<svg"), "{html}");
        }
    }

    #[test]
    fn names_are_text() {
        let html = html(ChartKind::Bars, &["<b>"], &[("<i>", &[1])]);
        assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
    }

    #[test]
    fn parts_fill_the_whole_bar() {
        for (values, expected) in [
            (vec![10, 0], vec![WIDTH, 0]),
            (vec![0, 10], vec![0, WIDTH]),
            (vec![2, 1], vec![2_400, 1_200]),
            (vec![0, 0], vec![0, 0]),
            (vec![-1, 3], vec![0, WIDTH]),
        ] {
            assert_eq!(widths(&values), expected, "{values:?}");
        }
    }
}
