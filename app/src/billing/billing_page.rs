//! What the partner owes, has paid, and was billed.
//!
//! Source: domain book, "billing" (screen).

use domain::billing::{BillingView, InvoiceKind, InvoiceSummary};
use domain::error::Arg;
use domain::money::Money;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_billing;
use super::words::{day, money, status};
use crate::context::with_page;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    CellKind, Column, DataTable, EmptyState, Glyph, Markup, Shape, Skeleton, Tab, Tabs, Tone,
};

/// The page at `/billing`.
pub struct BillingPage;

#[lazy_route]
impl LazyRoute for BillingPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let BillingPage = this;
        let params = use_query_map();
        let year = Memo::new(move |_| {
            params.with(|params| params.get("year")).and_then(|year| year.parse().ok())
        });
        let found = Resource::new(move || year.get(), find_billing);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Bill found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Bill(found: BillingView) -> impl IntoView {
    let cards = cards(&found);
    let years = found.years.iter().map(|year| Tab {
        href: format!("/billing?year={year}"),
        label: year.to_string(),
        current: *year == found.year,
        ..Tab::default()
    });
    let years: Vec<_> = years.collect();
    let years = (years.len() > 1).then(|| view! { <Tabs label=t!("billing-years") tabs=years /> });
    view! {
        <div class="page">
            <PageHead title=t!("billing-title") text=t!("billing-text") />
            <dl class="customers__counts">{cards}</dl>
            <section class="page__section">
                <h2>{t!("billing-history")}</h2>
                {years}
                <History found />
            </section>
            <section class="page__section prose">
                <h2>{t!("billing-basics")}</h2>
                <ul class="list">
                    <li>{t!("billing-basic-date")}</li>
                    <li>{t!("billing-basic-purchased")}</li>
                    <li>{t!("billing-basic-price")}</li>
                    <li>{t!("billing-basic-terms")}</li>
                    <li>{t!("billing-basic-late")}</li>
                    <li>{t!("billing-basic-suspended")}</li>
                </ul>
                <p class="quiet">{t!("billing-basic-prevail")}</p>
            </section>
        </div>
    }
}

/// What is due, what was paid last, what comes next.
fn cards(found: &BillingView) -> impl IntoView + use<> {
    let card = |name: String, figure: String, note: String| {
        view! {
            <div class="card">
                <dt>{name}</dt>
                <dd class="figures">{figure} <small class="table__note">{note}</small></dd>
            </div>
        }
    };
    let amount = |amount| Arg::Money(amount);
    let due = if found.overdue > Money::ZERO {
        t!("billing-overdue", amount = amount(found.overdue))
    } else if let Some(due_on) = found.due_on {
        t!("billing-due-on", day = Arg::Day(due_on))
    } else if found.credit > Money::ZERO {
        t!("billing-credit", amount = amount(found.credit))
    } else {
        t!("billing-nothing-due")
    };
    let (paid, paid_note) = match &found.last_payment {
        Some((on, sum, reference)) => {
            let words = t!(
                "billing-paid-on",
                day = Arg::Day(*on),
                reference = Arg::Text(reference.clone())
            );
            (money(*sum), words)
        }
        None => (t!("none"), String::new()),
    };
    let estimate = t!("billing-estimate", amount = amount(found.estimate));
    view! {
        {card(t!("billing-due"), money(found.due), due)}
        {card(t!("billing-last-payment"), paid, paid_note)}
        {card(t!("billing-next"), day(found.next_on), estimate)}
    }
}

#[component]
fn History(found: BillingView) -> impl IntoView {
    if found.invoices.is_empty() && found.quiet.is_empty() {
        return Either::Left(view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("billing-none")
                text=t!("billing-none-text")
            />
        });
    }
    let labels = [
        t!("billing-date"),
        t!("billing-due-date"),
        t!("billing-total"),
        t!("billing-paid"),
        t!("billing-status"),
        t!("billing-file"),
    ];
    let kinds =
        [CellKind::Text, CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Text];
    let mut columns = vec![Column::new(t!("billing-invoice"), CellKind::Main)];
    columns.extend(labels.iter().zip(kinds).map(|(label, kind)| Column::new(label.clone(), kind)));
    columns.push(Column::new(labels[5].clone(), CellKind::Actions));
    let mut rows = Markup::default();
    let mut quiet = found.quiet.into_iter().peekable();
    for invoice in &found.invoices {
        while let Some(date) = quiet.next_if(|date| *date > invoice.billing_date) {
            without_charges(&mut rows, &labels, date);
        }
        row(&mut rows, &labels, invoice);
    }
    for date in quiet {
        without_charges(&mut rows, &labels, date);
    }
    Either::Right(view! { <DataTable caption=t!("billing-history") columns rows /> })
}

fn without_charges(rows: &mut Markup, labels: &[String; 6], date: domain::time::Day) {
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| cell.text(&t!("billing-no-charges")));
        row.cell(CellKind::Text, &labels[0], |cell| cell.text(&day(date)));
        for label in &labels[1..5] {
            row.cell(CellKind::Text, label, |cell| cell.text("–"));
        }
        row.cell(CellKind::Actions, "", |_| {});
    });
}

fn row(rows: &mut Markup, labels: &[String; 6], invoice: &InvoiceSummary) {
    let today = with_page(|page| page.today);
    let sum = |cell: &mut Markup, amount: Money| cell.money(&money(amount), &amount.to_string());
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.link(&format!("/billing/{}", invoice.id), &invoice.number);
        });
        row.cell(CellKind::Text, &labels[0], |cell| cell.text(&day(invoice.billing_date)));
        row.cell(CellKind::Text, &labels[1], |cell| cell.text(&day(invoice.due_on)));
        row.cell(CellKind::Number, &labels[2], |cell| sum(cell, invoice.payable));
        row.cell(CellKind::Number, &labels[3], |cell| sum(cell, invoice.paid));
        row.cell(CellKind::Text, &labels[4], |cell| {
            if invoice.kind == InvoiceKind::CreditNote {
                cell.status(Tone::Neutral, &t!("invoice-credit-note"), None);
            } else {
                let (tone, word) = status(invoice.status(today));
                cell.status(tone, &word, None);
            }
        });
        row.cell(CellKind::Actions, &labels[5], |cell| {
            files(cell, invoice);
        });
    });
}

/// Links to what can be downloaded of `invoice`.
fn files(cell: &mut Markup, invoice: &InvoiceSummary) {
    let number = || Arg::Text(invoice.number.clone());
    let mut links = vec![
        ("invoice.pdf", "PDF", t!("billing-pdf-of", number = number())),
        ("license.csv", "CSV", t!("billing-file-of", number = number())),
    ];
    if invoice.usage_lines > 0 {
        links.push(("usage.csv", "CSV", t!("billing-usage-of", number = number())));
    }
    for (place, (file, word, label)) in links.iter().enumerate() {
        if place > 0 {
            cell.text(" · ");
        }
        let href = format!("/files/billing/{file}?invoice={}", invoice.id);
        let link = [
            ("href", href.as_str()),
            ("rel", "external"),
            ("download", ""),
            ("aria-label", label.as_str()),
            ("title", label.as_str()),
        ];
        cell.element("a", &link, |link| link.text(word));
    }
}
