//! Credit notes: one as a page, and those of an invoice.

use domain::billing::{InvoiceHeader, InvoiceSummary};
use domain::error::Arg;
use domain::ids::InvoiceId;
use leptos::prelude::*;

use super::words::{day, money};
use crate::frame::{Crumb, PageHead};
use crate::ui::{CellKind, Column, DataTable, Fact, KeyValueList, Markup};

/// A credit note instead of an invoice: it has no lines, but says what it corrects and why.
#[component]
pub(super) fn CreditNote(
    summary: InvoiceSummary,
    header: InvoiceHeader,
    corrects: Option<(InvoiceId, String)>,
) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    let of = corrects.map(|(id, number)| view! { <a href=format!("/billing/{id}")>{number}</a> });
    let sums = &summary.sections;
    let facts = vec![
        Fact::new(t!("credit-note-corrects"), of),
        Fact::new(t!("credit-note-why"), header.reason.unwrap_or_default()),
        Fact::new(t!("billing-date"), day(summary.billing_date)),
        Fact::new(t!("invoice-bill-to"), header.bill_to.name),
        Fact::new(t!("credit-note-net"), money(sums.credits)),
        Fact::new(t!("invoice-tax"), money(sums.tax)),
        Fact::new(t!("credit-note-total"), money(sums.total)),
    ];
    let title = t!("credit-note-title", number = Arg::Text(summary.number));
    view! {
        <div class="page">
            <PageHead title crumbs />
            <KeyValueList facts />
        </div>
    }
}

/// The credit notes about an invoice.
#[component]
pub(super) fn CreditNotes(notes: Vec<InvoiceSummary>) -> impl IntoView {
    let [date, given] = [t!("billing-date"), t!("credit-note-total")];
    let columns = vec![
        Column::new(t!("invoice-credit-note"), CellKind::Main),
        Column::new(date.clone(), CellKind::Text),
        Column::new(given.clone(), CellKind::Number),
    ];
    let mut rows = Markup::default();
    for note in &notes {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.link(&format!("/billing/{}", note.id), &note.number);
            });
            row.cell(CellKind::Text, &date, |cell| cell.text(&day(note.billing_date)));
            row.cell(CellKind::Number, &given, |cell| {
                cell.money(&money(note.payable), &note.payable.to_string());
            });
        });
    }
    view! {
        <section class="page__section">
            <h2>{t!("credit-notes-title")}</h2>
            <DataTable caption=t!("credit-notes-title") columns rows />
        </section>
    }
}
