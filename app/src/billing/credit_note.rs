//! Credit notes: one as a page, and those of an invoice.

use domain::billing::{InvoiceSummary, InvoiceView};
use domain::error::Arg;
use leptos::prelude::*;

use super::words::{self, day, money, say};
use crate::context::locale;
use crate::frame::{Crumb, PageHead};
use crate::ui::{CellKind, Column, DataTable, DownloadLink, Fact, KeyValueList, Markup};

/// A credit note instead of an invoice: it has no lines, but says what it corrects and why.
#[component]
pub(super) fn CreditNote(note: InvoiceView) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    let mut facts: Vec<_> = words::credit_note(locale(), &note)
        .into_iter()
        .map(|(label, fact)| Fact::new(say(label), fact))
        .collect();
    let InvoiceView { summary, corrects, .. } = note;
    if let (Some(first), Some((id, number))) = (facts.first_mut(), corrects) {
        let of = view! { <a href=format!("/billing/{id}")>{number}</a> };
        *first = Fact::new(t!("credit-note-corrects"), of);
    }
    let pdf = format!("/files/billing/invoice.pdf?invoice={}", summary.id);
    let actions = view! { <DownloadLink href=pdf name=t!("invoice-pdf") /> };
    let title = t!("credit-note-title", number = Arg::Text(summary.number));
    view! {
        <div class="page">
            <PageHead title crumbs actions=actions.into_any() />
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
