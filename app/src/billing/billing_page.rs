//! What the partner owes, has paid, and was billed.
//!
//! Source: domain book, "billing" (screen).

use domain::access::Action;
use domain::billing::{BillingView, InvoiceKind, InvoiceSummary, SpendView};
use domain::error::Arg;
use domain::money::Money;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::{find_billing, find_spending};
use super::spend_charts::SpendCharts;
use super::words::{day, money, status};
use crate::context::{can, with_page};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    ButtonKind, CellKind, Column, DataTable, EmptyState, Glyph, LinkButton, Markup, Shape,
    Skeleton, Tab, Tabs, Tone,
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
        // Apart: another year of invoices does not change it.
        let spent = Resource::new(|| (), |()| find_spending());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match (found.await, spent.await) {
                        (Ok(found), Ok(spent)) => Either::Left(view! { <Bill found spent /> }),
                        (Err(failure), _) | (_, Err(failure)) => {
                            Either::Right(view! { <ErrorPage failure /> })
                        }
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Bill(found: BillingView, spent: SpendView) -> impl IntoView {
    let cards = cards(&found);
    let years = found.years.iter().map(|year| Tab {
        href: format!("/billing?year={year}"),
        label: year.to_string(),
        current: *year == found.year,
        ..Tab::default()
    });
    let years: Vec<_> = years.collect();
    let years = (years.len() > 1).then(|| view! { <Tabs label=t!("billing-years") tabs=years /> });
    let link = |href: &'static str, name: String| {
        view! { <LinkButton href kind=ButtonKind::Quiet>{name}</LinkButton> }
    };
    let fapiao = can(Action::RequestFapiao).then(|| link("/billing/fapiao", t!("fapiao-title")));
    let disputes =
        can(Action::RaiseBillingDispute).then(|| link("/billing/disputes", t!("disputes-title")));
    view! {
        <div class="page">
            <PageHead
                title=t!("billing-title")
                text=t!("billing-text")
                actions=(fapiao, disputes).into_any()
            />
            <dl class="customers__counts">{cards}</dl>
            <p>
                <a href="/billing/exposure">{t!("exposure-title")}</a>
            </p>
            <section class="page__section">
                <h2>{t!("spend-heading")}</h2>
                <SpendCharts found=spent />
            </section>
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
                <p>
                    <a href="/help/billing-scenarios">{t!("scenarios-link")}</a>
                </p>
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
        for (label, on) in labels.iter().zip([invoice.billing_date, invoice.due_on]) {
            row.cell(CellKind::Text, label, |cell| {
                let (iso, words) = (on.to_string(), day(on));
                let date = [("class", "date"), ("datetime", iso.as_str())];
                cell.element("time", &date, |date| date.text(&words));
            });
        }
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
            if invoice.kind == InvoiceKind::Invoice {
                cell.element("span", &[("class", "table__links")], |links| {
                    files(links, invoice);
                    also(links, invoice);
                });
            }
        });
    });
}

/// What else can be done with an invoice: a fapiao once it is paid, a dispute.
fn also(links: &mut Markup, invoice: &InvoiceSummary) {
    let mut link = |href: String, name: &str| {
        // Names begin with what can be seen, and tell the rows apart.
        let label = format!("{name} {}", invoice.number);
        let attributes = [("href", href.as_str()), ("aria-label", label.as_str())];
        links.element("a", &attributes, |link| link.text(name));
    };
    if invoice.paid_on.is_some() && can(Action::RequestFapiao) {
        link(format!("/billing/fapiao/new?invoice={}", invoice.id), &t!("billing-fapiao"));
    }
    if can(Action::RaiseBillingDispute) {
        link(format!("/billing/disputes/new?invoice={}", invoice.id), &t!("billing-dispute"));
    }
}

/// Links to what can be downloaded of `invoice`.
fn files(links: &mut Markup, invoice: &InvoiceSummary) {
    let number = || Arg::Text(invoice.number.clone());
    let mut found =
        vec![("invoice.pdf", t!("billing-pdf"), t!("billing-pdf-of", number = number()))];
    let license = t!("billing-file-of", number = number());
    if invoice.usage_lines > 0 {
        let usage = t!("billing-usage-of", number = number());
        found.push(("license.csv", t!("billing-csv-license"), license));
        found.push(("usage.csv", t!("billing-csv-usage"), usage));
    } else {
        found.push(("license.csv", t!("billing-csv"), license));
    }
    for (file, word, title) in &found {
        let href = format!("/files/billing/{file}?invoice={}", invoice.id);
        let label = format!("{word} {}", invoice.number);
        let link = [
            ("href", href.as_str()),
            ("rel", "external"),
            ("download", ""),
            ("aria-label", label.as_str()),
            ("title", title.as_str()),
        ];
        links.element("a", &link, |link| link.text(word));
    }
}
