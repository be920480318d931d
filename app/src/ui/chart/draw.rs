//! The drawings, as text.

use std::fmt::Write as _;

use super::super::Markup;
use super::scale::{Axis, BOTTOM, LEFT, RIGHT, TOP, is_named, place};
use super::{ChartKind, Series};

/// Patterns, so that no series is told by its colour alone: one path on the ground of the series.
const PATTERNS: [&str; 5] =
    ["", "M0 80L80 0", "M20 20h40v40h-40z", "M0 40H80", "M0 0L80 80M0 80L80 0"];

/// The classes of the series, in order.
const CLASSES: [&str; 5] = ["chart__1", "chart__2", "chart__3", "chart__4", "chart__5"];

/// The place of `series` in the lists above: the last is for all that come behind it.
fn kind(series: usize) -> usize {
    series.min(CLASSES.len() - 1)
}

/// What fills `series` of the chart `id`.
pub(super) fn fill(id: &str, series: usize) -> String {
    format!("url(#{id}-p{})", kind(series))
}

/// The patterns of the chart `id`, of which `series` are used.
pub(super) fn patterns(svg: &mut Markup, id: &str, series: usize) {
    svg.element("defs", &[], |defs| {
        for index in 0..series.min(CLASSES.len()) {
            let name = format!("{id}-p{index}");
            let attributes = [
                ("id", name.as_str()),
                ("width", "80"),
                ("height", "80"),
                ("patternUnits", "userSpaceOnUse"),
            ];
            defs.element("pattern", &attributes, |pattern| {
                let ground = [("width", "80"), ("height", "80"), ("class", CLASSES[index])];
                pattern.element("rect", &ground, |_| {});
                let mark = [("d", PATTERNS[index]), ("class", "chart__mark")];
                pattern.element("path", &mark, |_| {});
            });
        }
    });
}

/// Bars or a line with axis and names.
pub(super) fn plot(
    svg: &mut Markup,
    id: &str,
    kind: ChartKind,
    points: &[String],
    series: &[Series],
    short: fn(i64) -> String,
) {
    let (low, high) = bounds(kind, points.len(), series);
    let axis = Axis::of(low, high);
    for tick in &axis.ticks {
        let y = axis.y(*tick);
        let class = if *tick == 0 { "chart__zero" } else { "chart__line" };
        path(svg, class, &format!("M{LEFT} {y}H{RIGHT}"));
        text(svg, (LEFT - 60, y + 40), "chart__tick", &short(*tick));
    }
    for (index, name) in points.iter().enumerate() {
        if is_named(index, points.len()) {
            let last = index > 0 && index + 1 == points.len();
            let (middle, _) = place(index, points.len());
            let (x, class) =
                if last { (RIGHT, "chart__name--last") } else { (middle, "chart__name") };
            text(svg, (x, BOTTOM + 160), class, name);
        }
    }
    match kind {
        ChartKind::Line => line(svg, &axis, points.len(), series, short),
        ChartKind::Bars | ChartKind::Share => bars(svg, id, &axis, points.len(), series),
    }
}

fn value(series: &Series, index: usize) -> i64 {
    series.values.get(index).copied().unwrap_or_default()
}

/// The lowest and the highest place that is drawn.
fn bounds(kind: ChartKind, points: usize, series: &[Series]) -> (i64, i64) {
    let (mut low, mut high) = (0, 0);
    for index in 0..points {
        let values = series.iter().map(|series| value(series, index));
        let (below, above) = match kind {
            ChartKind::Line => values.fold((0, 0), |(low, high), it| (it.min(low), it.max(high))),
            ChartKind::Bars | ChartKind::Share => {
                values.fold((0, 0), |(below, above), it| (below + it.min(0), above + it.max(0)))
            }
        };
        (low, high) = (low.min(below), high.max(above));
    }
    (low, high)
}

/// One bar a point: what is above zero is put on top of each other, and what is below.
fn bars(svg: &mut Markup, id: &str, axis: &Axis, points: usize, series: &[Series]) {
    for index in 0..points {
        let (middle, slot) = place(index, points);
        let width = (slot * 7 / 10).min(500);
        let (mut below, mut above) = (0, 0);
        for (which, series) in series.iter().enumerate() {
            let value = value(series, index);
            if value == 0 {
                continue;
            }
            let base = if value < 0 { &mut below } else { &mut above };
            let (from, to) = (*base, *base + value);
            *base = to;
            let (top, bottom) = (axis.y(from.max(to)), axis.y(from.min(to)));
            let numbers = [middle - width / 2, top, width, (bottom - top).max(1)];
            let [x, y, width, height] = numbers.map(|number| number.to_string());
            let fill = fill(id, which);
            let attributes =
                [("x", &x), ("y", &y), ("width", &width), ("height", &height), ("fill", &fill)];
            let mut all: Vec<_> =
                attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
            all.push(("class", "chart__bar"));
            svg.element("rect", &all, |_| {});
        }
    }
}

/// A line with a dot at each point; the last figure stands at its end.
fn line(svg: &mut Markup, axis: &Axis, points: usize, series: &[Series], short: fn(i64) -> String) {
    for series in series {
        let spots: Vec<_> = (0..points)
            .map(|index| (place(index, points).0, axis.y(value(series, index))))
            .collect();
        let mut steps = String::new();
        for (index, (x, y)) in spots.iter().enumerate() {
            let _ = write!(steps, "{}{x} {y}", if index == 0 { 'M' } else { 'L' });
        }
        path(svg, "chart__path", &steps);
        for (x, y) in &spots {
            let (x, y) = (x.to_string(), y.to_string());
            let dot = [("cx", x.as_str()), ("cy", &y), ("r", "36"), ("class", "chart__dot")];
            svg.element("circle", &dot, |_| {});
        }
        if let Some((x, y)) = spots.last() {
            let above = (y - 80).max(TOP - 60);
            text(svg, (*x, above), "chart__end", &short(value(series, points - 1)));
        }
    }
}

fn path(svg: &mut Markup, class: &'static str, steps: &str) {
    svg.element("path", &[("class", class), ("d", steps)], |_| {});
}

fn text(svg: &mut Markup, (x, y): (i64, i64), class: &'static str, words: &str) {
    let (x, y) = (x.to_string(), y.to_string());
    let attributes = [("x", x.as_str()), ("y", &y), ("class", class)];
    svg.element("text", &attributes, |text| text.text(words));
}
