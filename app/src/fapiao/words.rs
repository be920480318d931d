//! Words of fapiao, and the list that both sides see.

use domain::billing::{
    FapiaoDelivery, FapiaoKind, FapiaoQuery, FapiaoStatus, FapiaoSummary, FapiaosView,
};
use domain::error::Arg;
use domain::time::business_day;
use leptos::prelude::*;

use crate::billing::asked_list::AskedList;
use crate::billing::words::{day, money};
use crate::ui::{CellKind, Column, Markup, Tone};

pub(super) fn kind(kind: FapiaoKind) -> String {
    match kind {
        FapiaoKind::General => t!("fapiao-general"),
        FapiaoKind::Special => t!("fapiao-special"),
    }
}

pub(super) fn delivery(delivery: FapiaoDelivery) -> String {
    match delivery {
        FapiaoDelivery::Courier => t!("fapiao-courier"),
        FapiaoDelivery::CourierCollect => t!("fapiao-courier-collect"),
        FapiaoDelivery::PickUp => t!("fapiao-pick-up"),
    }
}

pub(super) fn status(status: FapiaoStatus) -> (Tone, String) {
    match status {
        FapiaoStatus::Submitted => (Tone::Info, t!("fapiao-submitted")),
        FapiaoStatus::Issued => (Tone::Info, t!("fapiao-issued")),
        FapiaoStatus::Mailed => (Tone::Positive, t!("fapiao-mailed")),
        FapiaoStatus::Unavailable => (Tone::Caution, t!("fapiao-unavailable")),
    }
}

/// The requests that were asked for, and the way to others.
#[component]
pub(super) fn List(
    /// The requests.
    found: FapiaosView,
    /// What was asked for.
    asked: FapiaoQuery,
    /// Whether they are of all partners.
    operator: bool,
) -> impl IntoView {
    let text = if operator { t!("fapiao-none-operator") } else { t!("fapiao-none-text") };
    let shown = Arg::Count(i64::try_from(found.rows.len()).unwrap_or(i64::MAX));
    let list = AskedList {
        base: if operator { "/operator/fapiao" } else { "/billing/fapiao" },
        caption: t!("fapiao-title"),
        none: (t!("fapiao-none"), text),
        pages: t!("fapiao-pages"),
        showing: t!("fapiao-showing", shown = shown),
        table: (!found.rows.is_empty()).then(|| rows(&found.rows, operator)),
        next: found.next.map(|id| id.to_string()),
    };
    let states: Vec<_> = FapiaoStatus::ALL.iter().map(|of| (*of, status(*of).1)).collect();
    list.show(&asked, &states)
}

fn rows(requests: &[FapiaoSummary], operator: bool) -> (Vec<Column>, Markup) {
    let partner = operator.then(|| t!("payments-partner"));
    let labels = [
        t!("fapiao-buyer"),
        t!("billing-total"),
        t!("billing-status"),
        t!("fapiao-number"),
        t!("fapiao-requested"),
    ];
    let kinds = [CellKind::Text, CellKind::Number, CellKind::Text, CellKind::Text, CellKind::Text];
    let mut columns = vec![Column::new(t!("billing-invoice"), CellKind::Main)];
    columns.extend(partner.iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    columns.extend(labels.iter().zip(kinds).map(|(label, kind)| Column::new(label.clone(), kind)));
    let mut rows = Markup::default();
    for request in requests {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                let href = if operator {
                    format!("/operator/fapiao/{}", request.id)
                } else {
                    format!("/billing/{}", request.invoice)
                };
                cell.link(&href, &request.invoice_number);
                cell.note(&kind(request.kind));
            });
            if let Some(label) = &partner {
                row.cell(CellKind::Text, label, |cell| cell.text(&request.partner_name));
            }
            row.cell(CellKind::Text, &labels[0], |cell| cell.text(&request.title));
            row.cell(CellKind::Number, &labels[1], |cell| {
                cell.money(&money(request.amount), &request.amount.to_string());
            });
            row.cell(CellKind::Text, &labels[2], |cell| {
                // One element, so that both stand beside the label where rows are cards.
                cell.element("div", &[], |cell| {
                    let (tone, word) = status(request.status);
                    cell.status(tone, &word, None);
                    if let Some(on) = request.expected_on {
                        cell.note(&t!("fapiao-expected", day = Arg::Day(on)));
                    }
                });
            });
            row.cell(CellKind::Text, &labels[3], |cell| {
                cell.text(request.number.as_deref().unwrap_or("–"));
            });
            row.cell(CellKind::Text, &labels[4], |cell| {
                cell.text(&day(business_day(request.requested_at)));
            });
        });
    }
    (columns, rows)
}
