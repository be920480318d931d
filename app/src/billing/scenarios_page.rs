//! How to read a bill: rules in words, and examples that the engine computes.
//!
//! Source: domain book, "common-billing-scenarios".

use domain::billing::{
    FirstBill, Issued, IssuedLine, LatePayment, ScenarioView, ScenariosView, Sections,
    UsageExample, UsageQuantity,
};
use domain::error::Arg;
use domain::money::Money;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::arithmetic;
use super::scenario_words::{event, scenario};
use super::server_fns::find_scenarios;
use super::words::{charge, day, money, percent, say, sections};
use crate::context::locale;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    CellKind, Column, DataTable, DownloadLink, Fact, KeyValueList, Markup, Shape, Skeleton,
};

/// What reads a history, with a history of this page.
const REPLAY: &str = "partner-center billing replay cs04.json";

/// The page at `/help/billing-scenarios`.
pub struct ScenariosPage;

#[lazy_route]
impl LazyRoute for ScenariosPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ScenariosPage = this;
        let found = Resource::new(|| (), |()| find_scenarios());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Scenarios found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Scenarios(found: ScenariosView) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    let contents = found.scenarios.iter().map(|example| {
        let (title, _) = scenario(example.scenario);
        view! {
            <li>
                <a class="link-line" href=format!("#{}", example.scenario)>
                    {title}
                </a>
            </li>
        }
    });
    let contents = contents.collect_view();
    view! {
        <div class="page">
            <PageHead title=t!("scenarios-title") text=t!("scenarios-text") crumbs />
            <section class="page__section prose">
                <h2>{t!("scenarios-rules")}</h2>
                <ol class="list">
                    <li>{t!("scenarios-rule-month")}</li>
                    <li>{t!("scenarios-rule-free")}</li>
                    <li>{t!("scenarios-rule-advance")}</li>
                    <li>{t!("scenarios-rule-line")}</li>
                    <li>{t!("scenarios-rule-day")}</li>
                </ol>
                <h2>{t!("scenarios-examples")}</h2>
                <p>{t!("scenarios-download-text", command = Arg::Text(REPLAY.to_owned()))}</p>
                <ul class="list">
                    {contents} <li>
                        <a class="link-line" href="#usage">{t!("scenarios-usage")}</a>
                    </li> <li>
                        <a class="link-line" href="#sections">{t!("scenarios-sections")}</a>
                    </li> <li>
                        <a class="link-line" href="#first-bill">{t!("scenarios-first")}</a>
                    </li> <li>
                        <a class="link-line" href="#late">{t!("scenarios-late")}</a>
                    </li>
                </ul>
            </section>
            {found.scenarios.into_iter().map(|example| view! { <Example example /> }).collect_view()}
            <Usage usage=found.usage />
            <BySection bills=found.sections />
            <First first=found.first />
            <Late late=found.late />
            <p class="quiet">{t!("scenarios-prevail")}</p>
        </div>
    }
}

#[component]
fn Example(example: ScenarioView) -> impl IntoView {
    let ScenarioView { scenario: about, events, invoices } = example;
    let (title, text) = scenario(about);
    let events = events.iter().map(|one| view! { <li>{event(one)}</li> }).collect_view();
    let invoices = invoices.iter().map(|invoice| view! { <Bill invoice=invoice.clone() /> });
    let invoices = invoices.collect_view();
    view! {
        <section class="page__section" id=about.as_str()>
            <h2>{title}</h2>
            <p class="prose">{text}</p>
            <h3>{t!("scenarios-happened")}</h3>
            <ul class="list">{events}</ul>
            {invoices}
            <p>
                <DownloadLink
                    href=format!("/files/billing/examples/{about}.json")
                    name=t!("scenarios-download")
                />
            </p>
        </section>
    }
}

/// The lines of one invoice and their sum.
#[component]
fn Bill(invoice: Issued) -> impl IntoView {
    let date = Arg::Day(invoice.date);
    if invoice.lines.is_empty() {
        return Either::Left(view! { <p>{t!("scenarios-no-line", day = date)}</p> });
    }
    let labels = [
        t!("invoice-price"),
        t!("invoice-seats"),
        t!("invoice-amount"),
        t!("invoice-discount"),
        t!("invoice-tax"),
        t!("billing-total"),
    ];
    let mut columns = vec![Column::new(t!("invoice-charge"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for issued in &invoice.lines {
        line(&mut rows, &labels, issued);
    }
    let sum = |of: fn(&IssuedLine) -> Money| invoice.lines.iter().map(of).sum::<Money>();
    let sums = [
        sum(|issued| issued.line.money.amount),
        sum(|issued| issued.line.money.discount),
        invoice.sections.tax,
        invoice.sections.total,
    ];
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| cell.text(&t!("scenarios-sum")));
        for _ in &labels[..2] {
            row.cell(CellKind::Number, "", |_| {});
        }
        figures(row, &labels[2..], &sums);
    });
    let caption = t!("scenarios-invoice", day = date);
    Either::Right(view! {
        <h3>{caption.clone()}</h3>
        <DataTable caption columns rows />
    })
}

fn figures(row: &mut Markup, labels: &[String], figures: &[Money]) {
    for (label, figure) in labels.iter().zip(figures) {
        row.cell(CellKind::Number, label, |cell| cell.money(&money(*figure), &figure.to_string()));
    }
}

fn line(rows: &mut Markup, labels: &[String; 6], issued: &IssuedLine) {
    let charged = &issued.line;
    let sums = charged.money;
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.text(&say(charge(charged.charge_type)));
            let (first, last) = (Arg::Day(charged.days.first), Arg::Day(charged.days.last));
            let days = t!("invoice-from-to", first = first, last = last);
            cell.note(&format!("{} · {days}", issued.subscription));
            cell.note(&arithmetic::in_short(charged));
        });
        row.cell(CellKind::Number, &labels[0], |cell| {
            cell.text(&format::unit_price(locale().language(), charged.unit_price));
        });
        row.cell(CellKind::Number, &labels[1], |cell| {
            cell.text(&format::count(locale().language(), charged.quantity.into()));
        });
        figures(row, &labels[2..], &[sums.amount, sums.discount, sums.tax, sums.total()]);
    });
}

/// One bill by its sections, as it is and with a line refunded.
#[component]
fn BySection(bills: [Sections; 2]) -> impl IntoView {
    let labels = [t!("scenarios-as-it-is"), t!("scenarios-refunded")];
    let mut columns = vec![Column::new(t!("invoice-section"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    let [one, other] = bills.each_ref().map(sections);
    let total = (t!("invoice-total"), [bills[0].total, bills[1].total]);
    let pairs =
        one.into_iter().zip(other).map(|((name, one), (_, other))| (say(name), [one, other]));
    for (name, sums) in pairs.chain([total]) {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&name));
            figures(row, &labels, &sums);
        });
    }
    view! {
        <section class="page__section" id="sections">
            <h2>{t!("scenarios-sections")}</h2>
            <p class="prose">{t!("scenarios-sections-text")}</p>
            <DataTable caption=t!("scenarios-sections") columns rows />
        </section>
    }
}

/// Lines of the usage-based file.
#[component]
fn Usage(usage: Vec<UsageExample>) -> impl IntoView {
    let labels = [
        t!("scenarios-included"),
        t!("files-overage"),
        t!("files-list-price"),
        t!("invoice-amount"),
        t!("invoice-tax"),
        t!("billing-total"),
        t!("scenarios-pretax-rate"),
        t!("scenarios-posttax-rate"),
    ];
    let mut columns = vec![Column::new(t!("scenarios-consumed"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let language = locale().language();
    let units = |one: UsageQuantity| format::decimal(language, one.units().normalize());
    let mut rows = Markup::default();
    for used in &usage {
        let charge = &used.charge;
        let words = [
            units(used.included),
            units(charge.overage),
            format::unit_price(language, used.list_price),
        ];
        let rates = [charge.pretax_rate, charge.posttax_rate];
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&units(used.consumed)));
            for (label, words) in labels.iter().zip(&words) {
                row.cell(CellKind::Number, label, |cell| cell.text(words));
            }
            let sums = [charge.money.amount, charge.money.tax, charge.money.total()];
            figures(row, &labels[3..6], &sums);
            for (label, rate) in labels[6..].iter().zip(rates) {
                row.cell(CellKind::Number, label, |cell| {
                    if let Some(rate) = rate {
                        cell.money(&money(rate), &rate.to_string());
                    }
                });
            }
        });
    }
    view! {
        <section class="page__section" id="usage">
            <h2>{t!("scenarios-usage")}</h2>
            <p class="prose">{t!("scenarios-usage-text")}</p>
            <DataTable caption=t!("scenarios-usage") columns rows />
        </section>
    }
}

/// From the signature to the first due date.
#[component]
fn First(first: FirstBill) -> impl IntoView {
    let FirstBill { signed_on, billing_day, billed_on, due_on } = first;
    let facts = vec![
        Fact::new(t!("scenarios-signed"), day(signed_on)),
        Fact::new(
            t!("scenarios-billing-day"),
            format::count(locale().language(), billing_day.into()),
        ),
        Fact::new(t!("scenarios-first-date"), day(billed_on)),
        Fact::new(t!("billing-due-date"), day(due_on)),
    ];
    view! {
        <section class="page__section" id="first-bill">
            <h2>{t!("scenarios-first")}</h2>
            <p class="prose">{t!("scenarios-first-text")}</p>
            <KeyValueList facts />
        </section>
    }
}

/// What being late costs.
#[component]
fn Late(late: Vec<LatePayment>) -> impl IntoView {
    let labels = [
        t!("billing-due-date"),
        t!("scenarios-paid-on"),
        t!("scenarios-months"),
        t!("scenarios-rate"),
        t!("scenarios-finance-charge"),
    ];
    let kinds =
        [CellKind::Text, CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Number];
    let mut columns = vec![Column::new(t!("billing-total"), CellKind::Main)];
    columns.extend(labels.iter().zip(kinds).map(|(label, kind)| Column::new(label.clone(), kind)));
    let mut rows = Markup::default();
    for paid in &late {
        let words = [
            day(paid.due_on),
            day(paid.paid_on),
            format::count(locale().language(), paid.months.into()),
            percent(paid.rate),
        ];
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.money(&money(paid.total), &paid.total.to_string());
            });
            for ((label, kind), words) in labels.iter().zip(kinds).zip(&words) {
                row.cell(kind, label, |cell| cell.text(words));
            }
            figures(row, &labels[4..], &[paid.charge]);
        });
    }
    view! {
        <section class="page__section" id="late">
            <h2>{t!("scenarios-late")}</h2>
            <p class="prose">{t!("scenarios-late-text")}</p>
            <DataTable caption=t!("scenarios-late") columns rows />
        </section>
    }
}
