//! Words and parts of disputes that both sides see.

use domain::billing::{DisputeReason, DisputeStatus, DisputeSummary};
use domain::error::Arg;
use i18n::format;
use leptos::prelude::*;

use crate::billing::words::{day, money};
use crate::context::locale;
use crate::ui::{CellKind, Column, Fact, Markup, StatusBadge, Tone};

pub(super) fn status(status: DisputeStatus) -> (Tone, String) {
    match status {
        DisputeStatus::Open => (Tone::Info, t!("dispute-open")),
        DisputeStatus::Accepted => (Tone::Positive, t!("dispute-accepted")),
        DisputeStatus::Refused => (Tone::Negative, t!("dispute-refused")),
        DisputeStatus::Closed => (Tone::Neutral, t!("dispute-closed")),
    }
}

pub(super) fn reason(reason: DisputeReason) -> String {
    match reason {
        DisputeReason::Quantity => t!("dispute-reason-quantity"),
        DisputeReason::Price => t!("dispute-reason-price"),
        DisputeReason::Cancelled => t!("dispute-reason-cancelled"),
        DisputeReason::Tax => t!("dispute-reason-tax"),
        DisputeReason::Other => t!("dispute-reason-other"),
    }
}

/// What is known of `dispute`; the invoice is a link for whoever can open it.
pub(super) fn facts(dispute: &DisputeSummary, links: bool) -> Vec<Fact> {
    let (tone, word) = status(dispute.status);
    let invoice = |id, number: String| {
        if links {
            view! { <a href=format!("/billing/{id}")>{number}</a> }.into_any()
        } else {
            number.into_any()
        }
    };
    let (by, at) = &dispute.raised;
    let when = |at| format::instant(locale().language(), at);
    let mut facts = vec![
        Fact::new(t!("billing-status"), view! { <StatusBadge tone word /> }),
        Fact::new(t!("billing-invoice"), invoice(dispute.invoice, dispute.invoice_number.clone())),
        Fact::new(t!("dispute-reason"), reason(dispute.reason)),
        Fact::new(t!("dispute-amount"), money(dispute.amount)),
        Fact::new(t!("dispute-raised"), format!("{by} · {}", when(*at))),
        Fact::new(
            t!("dispute-text"),
            view! { <p class="dispute__text">{dispute.text.clone()}</p> },
        ),
    ];
    if let Some(at) = dispute.decided_at {
        facts.push(Fact::new(t!("dispute-decided"), when(at)));
    }
    if let Some(given) = dispute.accepted {
        facts.push(Fact::new(t!("dispute-given-back"), money(given)));
    }
    if !dispute.answer.is_empty() {
        let answer = dispute.answer.clone();
        let answer = view! { <p class="dispute__text">{answer}</p> };
        facts.push(Fact::new(t!("dispute-answer"), answer));
    }
    if let Some((id, number)) = dispute.settled_on.clone() {
        facts.push(Fact::new(t!("dispute-settled-on"), invoice(id, number)));
    }
    if let Some((on, by)) = dispute.informed.clone() {
        let words = t!("dispute-informed-by", day = Arg::Day(on), name = Arg::Text(by));
        facts.push(Fact::new(t!("dispute-informed"), words));
    }
    facts
}

/// Where the disputes stand that `operator`, or else a partner, sees.
pub(super) const fn base(operator: bool) -> &'static str {
    if operator { "/operator/disputes" } else { "/billing/disputes" }
}

/// Rows of disputes; `operator` sees whose they are.
pub(super) fn rows(disputes: &[DisputeSummary], operator: bool) -> (Vec<Column>, Markup) {
    let partner = operator.then(|| t!("payments-partner"));
    let labels = [
        t!("billing-invoice"),
        t!("dispute-amount"),
        t!("dispute-given-back"),
        t!("billing-status"),
        t!("dispute-raised"),
    ];
    let kinds =
        [CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Text, CellKind::Text];
    let mut columns = vec![Column::new(t!("dispute-number"), CellKind::Main)];
    columns.extend(partner.iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    columns.extend(labels.iter().zip(kinds).map(|(label, kind)| Column::new(label.clone(), kind)));
    let base = base(operator);
    let mut rows = Markup::default();
    for dispute in disputes {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                let number = Arg::Text(dispute.number.to_string());
                let name = t!("dispute-title", number = number);
                cell.link(&format!("{base}/{}", dispute.id), &name);
                cell.note(&reason(dispute.reason));
            });
            if let Some(label) = &partner {
                row.cell(CellKind::Text, label, |cell| cell.text(&dispute.partner_name));
            }
            row.cell(CellKind::Text, &labels[0], |cell| cell.text(&dispute.invoice_number));
            row.cell(CellKind::Number, &labels[1], |cell| {
                cell.money(&money(dispute.amount), &dispute.amount.to_string());
            });
            row.cell(CellKind::Number, &labels[2], |cell| match dispute.accepted {
                Some(given) => cell.money(&money(given), &given.to_string()),
                None => cell.text("–"),
            });
            row.cell(CellKind::Text, &labels[3], |cell| {
                let (tone, word) = status(dispute.status);
                cell.status(tone, &word, None);
            });
            row.cell(CellKind::Text, &labels[4], |cell| {
                cell.text(&day(domain::time::business_day(dispute.raised.1)));
            });
        });
    }
    (columns, rows)
}
