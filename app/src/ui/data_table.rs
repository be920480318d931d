//! Rows of facts.

use leptos::{oco::Oco, prelude::*};

use super::{Glyph, Icon, Markup};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    /// Words, a status, a day.
    #[default]
    Text,
    /// What the row is about, usually a link; names the row.
    Main,
    /// Figures, at the right edge.
    Number,
    /// A box to choose the row; its column's label is not seen.
    Select,
    /// What can be done with the row; its column's label is not seen.
    Actions,
}

impl CellKind {
    /// The classes of such a cell.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Text => "table__cell",
            Self::Main => "table__cell table__cell--main",
            Self::Number => "table__cell table__cell--number",
            Self::Select => "table__cell table__select",
            Self::Actions => "table__cell table__actions",
        }
    }
}

/// In what direction a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Smallest, earliest, first letter on top.
    Ascending,
    /// The other way.
    Descending,
}

/// How a column can be sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The address of the same list, sorted by this column (or the other way).
    pub href: String,
    /// Its order now, if the list is sorted by it.
    pub order: Option<Order>,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub label: String,
    /// The unit of its figures, so that it need not stand in every row; empty for none.
    pub unit: String,
    /// What it holds.
    pub kind: CellKind,
    /// How it can be sorted, if it can.
    pub sort: Option<Sort>,
}

impl Column {
    /// A column that cannot be sorted.
    pub fn new(label: impl Into<String>, kind: CellKind) -> Self {
        Self { label: label.into(), kind, ..Self::default() }
    }

    /// The same with a unit in its header.
    #[must_use]
    pub fn unit(self, unit: impl Into<String>) -> Self {
        Self { unit: unit.into(), ..self }
    }

    /// The same, sortable by following `href`; `order` if it is sorted now.
    #[must_use]
    pub fn sorted(self, href: impl Into<String>, order: Option<Order>) -> Self {
        Self { sort: Some(Sort { href: href.into(), order }), ..self }
    }
}

/// A table whose header stays in sight; on a narrow page each row is a card.
///
/// The rows are `<tr class="table__row" role="row">` of [`Cell`]s; the roles keep it a table for
/// assistive technology when it is laid out as cards.
#[component]
pub fn DataTable(
    /// What the table holds; not seen.
    #[prop(into)]
    caption: String,
    /// The columns, in order.
    columns: Vec<Column>,
    /// Above it: filters, column choice, export.
    #[prop(optional)]
    tools: Option<AnyView>,
    /// Above it while rows are chosen: a [`BatchBar`].
    #[prop(optional)]
    batch: Option<AnyView>,
    /// Below it: a [`Pager`](super::Pager), or an [`EmptyState`](super::EmptyState).
    #[prop(optional)]
    foot: Option<AnyView>,
    /// More columns than fit on a screen: scrolls by itself.
    #[prop(optional)]
    scrolls: bool,
    /// The rows of a long list, written as text.
    #[prop(optional)]
    rows: Option<Markup>,
    /// The rows, as views.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let body = match rows {
        Some(rows) => {
            view! { <tbody role="rowgroup" inner_html=rows.into_html()></tbody> }.into_any()
        }
        None => view! { <tbody role="rowgroup">{children.map(|rows| rows())}</tbody> }.into_any(),
    };
    let head = columns.into_iter().map(head).collect_view();
    // What scrolls must be reachable by keyboard, and what has the focus needs a name.
    let named = scrolls.then(|| caption.clone());
    view! {
        <div class="table-box">
            {tools.map(|tools| view! { <div class="table__tools">{tools}</div> })}
            {batch}
            <div
                class=scrolls.then_some("table__scroll")
                tabindex=scrolls.then_some("0")
                role=scrolls.then_some("region")
                aria-label=named
            >
                <table class="table" role="table">
                    <caption class="unseen">{caption}</caption>
                    <thead role="rowgroup">
                        <tr role="row">{head}</tr>
                    </thead>
                    {body}
                </table>
            </div>
            {foot}
        </div>
    }
}

fn head(Column { label, unit, kind, sort }: Column) -> impl IntoView {
    let class = match kind {
        CellKind::Number => "table__head table__head--number",
        CellKind::Select => "table__head table__select",
        CellKind::Actions => "table__head table__actions",
        CellKind::Text | CellKind::Main => "table__head",
    };
    let words = if matches!(kind, CellKind::Select | CellKind::Actions) {
        view! { <span class="unseen">{label}</span> }.into_any()
    } else {
        let unit =
            (!unit.is_empty()).then(|| view! { <span class="table__unit">" (" {unit} ")"</span> });
        view! {
            {label}
            {unit}
        }
        .into_any()
    };
    let order = sort.as_ref().and_then(|sort| sort.order);
    let inside = match sort {
        None => words,
        Some(Sort { href, .. }) => {
            let glyph = match order {
                None => Glyph::Sortable,
                Some(Order::Ascending) => Glyph::ArrowUp,
                Some(Order::Descending) => Glyph::ArrowDown,
            };
            view! {
                <a href=href>
                    {words}
                    <Icon glyph />
                </a>
            }
            .into_any()
        }
    };
    let sorted = order.map(|order| match order {
        Order::Ascending => "ascending",
        Order::Descending => "descending",
    });
    view! {
        <th class=class scope="col" role="columnheader" aria-sort=sorted>
            {inside}
        </th>
    }
}

/// One cell of a [`DataTable`].
///
/// A long list writes its rows as text ([`Markup`]): each cell here is a boxed view.
#[component]
pub fn Cell(
    /// Its column's name, shown before the fact where rows are cards; empty where the fact
    /// needs none.
    #[prop(optional, into)]
    label: Oco<'static, str>,
    /// What it holds.
    #[prop(optional)]
    kind: CellKind,
    /// The fact.
    children: Children,
) -> impl IntoView {
    let label = (!label.is_empty()).then_some(label);
    if kind == CellKind::Main {
        return view! {
            <th class=kind.class() scope="row" role="rowheader">
                {children()}
            </th>
        }
        .into_any();
    }
    view! {
        <td class=kind.class() role="cell" data-label=label>
            {children()}
        </td>
    }
    .into_any()
}

/// What can be done with the chosen rows; seen while a row's box is ticked, by style alone.
#[component]
pub fn BatchBar(
    /// Names it, such as "With the chosen offers".
    #[prop(into)]
    label: String,
    /// How many are chosen, in words; empty before the page has woken.
    #[prop(optional, into)]
    count: Signal<String>,
    /// The buttons, and "select all 3,412".
    children: Children,
) -> impl IntoView {
    view! {
        <div class="table__batch" role="group" aria-label=label>
            <strong role="status">{count}</strong>
            {children()}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_header_says_unit_and_order() {
        let columns = vec![
            Column::new("Offer", CellKind::Main).sorted("?sort=-name", Some(Order::Ascending)),
            Column::new("Price", CellKind::Number).unit("CN¥"),
        ];
        let html = view! { <DataTable caption="Offers" columns>""</DataTable> }.to_html();
        assert!(html.contains(r#"aria-sort="ascending""#), "{html}");
        assert!(html.contains(r#"href="?sort=-name""#) && html.contains("CN¥"), "{html}");
    }

    #[test]
    fn a_card_shows_the_name_of_the_column() {
        let html = view! { <Cell label="Price" kind=CellKind::Number>"12"</Cell> }.to_html();
        assert!(
            html.contains(r#"data-label="Price""#) && html.contains(r#"role="cell""#),
            "{html}"
        );
    }

    #[test]
    fn the_main_cell_names_its_row() {
        let html = view! { <Cell kind=CellKind::Main>"Office 365 E3"</Cell> }.to_html();
        assert!(html.starts_with("<th ") && html.contains(r#"scope="row""#), "{html}");
    }

    #[test]
    fn a_table_that_scrolls_can_be_reached_by_keyboard() {
        let columns = vec![Column::new("Offer", CellKind::Main)];
        let html =
            view! { <DataTable caption="Offers" columns scrolls=true>""</DataTable> }.to_html();
        assert!(html.contains(r#"tabindex="0""#) && html.contains(r#"role="region""#), "{html}");
    }
}
