//! An event of a customer's timeline.

use domain::activity::Entry;
use i18n::format;

use crate::context::locale;
use crate::ui::{CellKind, Column, Markup};

/// The columns, as in the activity log.
pub(super) fn columns() -> Vec<Column> {
    vec![
        Column::new(t!("activity-what"), CellKind::Main),
        Column::new(t!("activity-values"), CellKind::Text),
        Column::new(t!("activity-who"), CellKind::Text),
        Column::new(t!("activity-when"), CellKind::Text),
    ]
}

pub(super) fn row(rows: &mut Markup, columns: &[Column], entry: &Entry) {
    let Entry { at, actor_name, kind, subject, before, after, .. } = entry;
    let label = |column: usize| columns.get(column).map_or("", |column| column.label.as_str());
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            let words = locale().say_dynamic(&format!("activity-{kind}"));
            cell.text(words.as_deref().unwrap_or(kind));
            if !subject.is_empty() {
                cell.note(subject);
            }
        });
        row.cell(CellKind::Text, label(1), |cell| {
            cell.element("span", &[("class", "activity__values")], |values| {
                value(values, "del", &t!("activity-before"), before.as_deref());
                if before.is_some() && after.is_some() {
                    values.element("span", &[("aria-hidden", "true")], |arrow| arrow.text(" → "));
                }
                value(values, "ins", &t!("activity-after"), after.as_deref());
            });
        });
        row.cell(CellKind::Text, label(2), |cell| {
            if actor_name.is_empty() {
                cell.text(&t!("activity-system"));
            } else {
                cell.text(actor_name);
            }
        });
        row.cell(CellKind::Text, label(3), |cell| {
            let (text, iso) = (format::instant(locale().language(), *at), at.to_rfc3339());
            cell.element("time", &[("datetime", &iso), ("class", "date")], |it| it.text(&text));
        });
    });
}

/// What was or is: told apart by words too, not by the stroke alone.
fn value(values: &mut Markup, element: &'static str, said: &str, value: Option<&str>) {
    let Some(value) = value else { return };
    values.element(element, &[], |inside| {
        inside.element("span", &[("class", "unseen")], |word| {
            word.text(said);
            word.text(" ");
        });
        if value.is_empty() {
            inside.text(&t!("none"));
        } else {
            inside.text(value);
        }
    });
}
