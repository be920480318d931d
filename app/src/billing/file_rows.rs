//! Rows of the reconciliation files, as a table of the page.

use domain::billing::{Amounts, ChargeType, Days, LineView, UsageLineView};
use domain::error::Arg;
use domain::ids::{CustomerId, SubscriptionId};
use i18n::{MessageId, format, message};

use super::words::{charge, money, say};
use crate::context::locale;
use crate::ui::{CellKind, Column, Markup};

/// Columns and rows of a table, and how many these are.
pub(super) type Table = (Vec<Column>, Markup, usize);

/// What every row has: whose it is, what for, how much of what at which price, and its money.
struct Row<'a> {
    subscription: (CustomerId, SubscriptionId),
    name: &'a str,
    customer: &'a str,
    charge: ChargeType,
    days: Days,
    price: String,
    quantity: String,
    money: Amounts,
}

/// Of the license-based file.
pub(super) fn license(lines: &[LineView]) -> Table {
    let language = locale().language();
    let row = |line: &LineView, rows: &mut Markup, labels: &[String]| {
        let charged = &line.line;
        let row = Row {
            subscription: (line.customer, line.subscription),
            name: line.nickname.as_ref().unwrap_or(&line.offer_name),
            customer: &line.customer_name,
            charge: charged.charge_type,
            days: charged.days,
            price: format::unit_price(language, charged.unit_price),
            quantity: format::count(language, charged.quantity.into()),
            money: charged.money,
        };
        write(rows, labels, &row);
    };
    let names =
        [message!("invoice-subscription"), message!("invoice-price"), message!("invoice-seats")];
    table(lines, names, row)
}

/// Of the usage-based file.
pub(super) fn usage(lines: &[UsageLineView]) -> Table {
    let language = locale().language();
    let row = |line: &UsageLineView, rows: &mut Markup, labels: &[String]| {
        let row = Row {
            subscription: (line.customer, line.subscription),
            name: &line.resource,
            customer: &line.customer_name,
            charge: line.charge_type,
            days: line.days,
            price: format::unit_price(language, line.list_price),
            quantity: format::decimal(language, line.overage.units().normalize()),
            money: line.money,
        };
        write(rows, labels, &row);
    };
    let names =
        [message!("files-resource"), message!("files-list-price"), message!("files-overage")];
    table(lines, names, row)
}

fn table<T>(
    lines: &[T],
    [what, price, quantity]: [MessageId; 3],
    row: impl Fn(&T, &mut Markup, &[String]),
) -> Table {
    let labels = [
        message!("files-charge-type"),
        price,
        quantity,
        message!("invoice-amount"),
        message!("invoice-discount"),
        message!("invoice-tax"),
        message!("billing-total"),
    ]
    .map(say);
    let mut columns = vec![
        Column::new(say(what), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
    ];
    columns.extend(labels[1..].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for line in lines {
        row(line, &mut rows, &labels);
    }
    (columns, rows, lines.len())
}

fn write(rows: &mut Markup, labels: &[String], row: &Row<'_>) {
    let (customer, subscription) = row.subscription;
    rows.row(|cells| {
        cells.cell(CellKind::Main, "", |cell| {
            cell.link(&format!("/customers/{customer}/subscriptions/{subscription}"), row.name);
            cell.note(row.customer);
        });
        cells.cell(CellKind::Text, &labels[0], |cell| {
            // One element, so that both stand beside the label where rows are cards.
            cell.element("div", &[], |cell| {
                cell.text(&say(charge(row.charge)));
                let (first, last) = (Arg::Day(row.days.first), Arg::Day(row.days.last));
                cell.note(&t!("invoice-from-to", first = first, last = last));
            });
        });
        for (label, figure) in labels[1..].iter().zip([&row.price, &row.quantity]) {
            cells.cell(CellKind::Number, label, |cell| cell.text(figure));
        }
        let Amounts { amount, discount, tax } = row.money;
        for (label, sum) in labels[3..].iter().zip([amount, discount, tax, row.money.total()]) {
            cells.cell(CellKind::Number, label, |cell| cell.money(&money(sum), &sum.to_string()));
        }
    });
}
