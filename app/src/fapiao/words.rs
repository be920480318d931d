//! Words of fapiao, and the list that both sides see.

use domain::billing::{
    FapiaoDelivery, FapiaoKind, FapiaoQuery, FapiaoStatus, FapiaoSummary, FapiaosView,
};
use domain::error::Arg;
use domain::time::business_day;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::billing::words::{day, money};
use crate::ui::{CellKind, Column, DataTable, EmptyState, Glyph, Markup, Pager, Tab, Tabs, Tone};

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

/// What the address asks for; what cannot be read is not asked for.
pub(super) fn asked() -> Memo<FapiaoQuery> {
    let params = use_query_map();
    Memo::new(move |_| {
        let param = |name: &str| params.with(|params| params.get(name));
        FapiaoQuery {
            status: param("status").and_then(|status| status.parse().ok()),
            before: param("before").and_then(|id| id.parse().ok()),
        }
    })
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
    let base = if operator { "/operator/fapiao" } else { "/billing/fapiao" };
    let href = move |of: Option<FapiaoStatus>| match of {
        Some(of) => format!("{base}?status={of}"),
        None => base.to_owned(),
    };
    let tab = |of: Option<FapiaoStatus>| Tab {
        href: href(of),
        label: of.map_or_else(|| t!("all"), |of| status(of).1),
        current: asked.status == of,
        ..Tab::default()
    };
    let of = std::iter::once(None).chain(FapiaoStatus::ALL.iter().copied().map(Some));
    let tabs: Vec<_> = of.map(tab).collect();
    let list = if found.requests.is_empty() {
        let text = if operator { t!("fapiao-none-operator") } else { t!("fapiao-none-text") };
        Either::Left(view! { <EmptyState glyph=Glyph::Receipt title=t!("fapiao-none") text /> })
    } else {
        let shown = Arg::Count(i64::try_from(found.requests.len()).unwrap_or(i64::MAX));
        let (columns, rows) = rows(&found.requests, operator);
        let mark = if asked.status.is_some() { '&' } else { '?' };
        let here = href(asked.status);
        let next_href = found.next.map(|id| format!("{here}{mark}before={id}"));
        let foot = view! {
            <Pager
                label=t!("fapiao-pages")
                summary=t!("fapiao-showing", shown = shown)
                previous=t!("activity-newest")
                next=t!("activity-older")
                previous_href=asked.before.map(|_| here)
                next_href
            />
        };
        Either::Right(view! {
            <DataTable caption=t!("fapiao-title") columns rows foot=foot.into_any() />
        })
    };
    view! {
        <Tabs label=t!("billing-status") tabs />
        {list}
    }
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
