//! A customer in the list.

use domain::access::Action;
use domain::customers::{CustomerRow, CustomerSort, CustomersQuery, TagView};
use i18n::format;

use super::asked::href;
use super::head::CustomerTab;
use super::words;
use crate::context::{can, locale};
use crate::ui::{CellKind, Column, Markup, Order};

/// The columns' names, said once for all rows.
pub(super) struct Labels {
    domain: String,
    relationship: String,
    subscriptions: String,
    more: String,
    id: String,
    parts: [(CustomerTab, String); 3],
}

impl Labels {
    pub(super) fn new() -> Self {
        Self {
            domain: t!("customers-domain"),
            relationship: t!("customers-relationship"),
            subscriptions: t!("customers-active-subscriptions"),
            more: t!("customers-more"),
            id: t!("customers-microsoft-id"),
            parts: [
                (CustomerTab::Subscriptions, t!("customer-subscriptions")),
                (CustomerTab::Account, t!("customer-account")),
                (CustomerTab::Timeline, t!("customer-timeline")),
            ],
        }
    }
}

/// The columns; those who see no details have nothing to open.
pub(super) fn columns(labels: &Labels, query: &CustomersQuery, opens: bool) -> Vec<Column> {
    let sorted = |column: Column, sort: CustomerSort| {
        let current = query.sort == sort;
        let order = if query.descending { Order::Descending } else { Order::Ascending };
        let other =
            CustomersQuery { sort, descending: current && !query.descending, ..query.clone() };
        column.sorted(href(&other), current.then_some(order))
    };
    let mut columns = vec![
        sorted(Column::new(t!("customers-name"), CellKind::Main), CustomerSort::Name),
        sorted(Column::new(labels.domain.clone(), CellKind::Text), CustomerSort::Domain),
        sorted(
            Column::new(labels.relationship.clone(), CellKind::Text),
            CustomerSort::Relationship,
        ),
        Column::new(labels.subscriptions.clone(), CellKind::Number),
    ];
    if opens {
        columns.push(Column::new(labels.more.clone(), CellKind::Actions));
    }
    columns
}

pub(super) fn row(rows: &mut Markup, labels: &Labels, opens: bool, customer: &CustomerRow) {
    let CustomerRow { id, company_name, .. } = customer;
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            // A billing admin opens bills and subscriptions, and nothing else.
            if can(Action::SeeSubscriptions) {
                cell.link(&CustomerTab::Subscriptions.href(*id), company_name);
            } else {
                cell.text(company_name);
            }
            tags(cell, &customer.tags);
        });
        row.cell(CellKind::Text, &labels.domain, |cell| {
            cell.element("span", &[("class", "customers__domain")], |it| it.text(&customer.domain));
        });
        row.cell(CellKind::Text, &labels.relationship, |cell| {
            cell.element("span", &[], |both| {
                both.text(&words::relationship(customer.relationship));
                both.note(&words::delegated(customer.delegated_admin));
            });
        });
        row.cell(CellKind::Number, &labels.subscriptions, |cell| {
            cell.text(&format::count(locale().language(), customer.active_subscriptions));
        });
        if opens {
            row.cell(CellKind::Actions, "", |cell| more(cell, labels, customer));
        }
    });
}

/// The partner's marks: words in a colour.
fn tags(cell: &mut Markup, tags: &[TagView]) {
    if tags.is_empty() {
        return;
    }
    cell.element("span", &[("class", "tags")], |list| {
        for tag in tags {
            list.text(" ");
            let class = format!("tag tag--{}", tag.colour);
            list.element("span", &[("class", &class)], |word| word.text(&tag.name));
        }
    });
}

/// At the row's end: the Microsoft ID, and the customer's pages.
fn more(cell: &mut Markup, labels: &Labels, customer: &CustomerRow) {
    cell.element("details", &[("class", "customers__more")], |more| {
        more.element("summary", &[], |summary| {
            summary.text(&labels.more);
            summary.element("span", &[("class", "unseen")], |name| {
                name.text(" ");
                name.text(&customer.company_name);
            });
        });
        more.element("p", &[("class", "table__note")], |id| {
            id.text(&labels.id);
            id.text(" ");
            id.element("code", &[], |code| code.text(&customer.id.to_string()));
        });
        more.element("ul", &[], |list| {
            for (tab, name) in &labels.parts {
                list.element("li", &[], |item| item.link(&tab.href(customer.id), name));
            }
        });
    });
}
