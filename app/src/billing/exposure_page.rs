//! What the partner stands to owe, customer by customer.
//!
//! Source: domain book, "billing" and "non-payment-fraud-or-misuse".

use domain::billing::{Exposure, ExposureSort, ExposureView};
use domain::error::Arg;
use domain::money::Money;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_exposure;
use super::words::{money, percent};
use crate::context::locale;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    Banner, CellKind, Column, DataTable, DownloadLink, EmptyState, Glyph, Markup, Pager, Shape,
    Skeleton, Tab, Tabs, Tone,
};

/// The page's address, without a query.
const PAGE: &str = "/billing/exposure";

/// The page; its order and its place are in its address.
pub struct ExposurePage;

#[lazy_route]
impl LazyRoute for ExposurePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ExposurePage = this;
        let query = use_query_map();
        let asked = Memo::new(move |_| {
            let param = |name: &str| query.with(|query| query.get(name));
            let sort = param("sort").and_then(|sort| sort.parse().ok());
            // People count pages from 1.
            let page = param("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32);
            (sort.unwrap_or(ExposureSort::Total), page.saturating_sub(1))
        });
        let found = Resource::new(move || asked.get(), |(sort, page)| find_exposure(sort, page));
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => {
                            let (sort, _) = asked.get();
                            Either::Left(view! { <Exposures found sort /> })
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

fn href(sort: ExposureSort, page: u32) -> String {
    format!("{PAGE}?sort={sort}&page={}", page + 1)
}

#[component]
fn Exposures(found: ExposureView, sort: ExposureSort) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    let actions = [("csv", t!("exposure-csv")), ("xlsx", t!("exposure-xlsx"))].map(
        |(kind, name)| view! { <DownloadLink href=format!("/files/billing/exposure.{kind}") name /> },
    );
    let over = (found.over > 0).then(|| {
        let title = t!("exposure-over-count", count = Arg::Count(found.over.into()));
        view! { <Banner tone=Tone::Caution title /> }
    });
    let tab = |which, label| Tab {
        href: href(which, 0),
        label,
        current: which == sort,
        ..Tab::default()
    };
    let tabs = vec![
        tab(ExposureSort::Total, t!("exposure-by-total")),
        tab(ExposureSort::Overdue, t!("exposure-by-overdue")),
    ];
    let note = found.limits.then(|| view! { <p class="quiet">{t!("exposure-note")}</p> });
    let table = if found.count == 0 {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("exposure-none")
                text=t!("exposure-none-text")
            />
        })
    } else {
        Either::Right(view! {
            <Whole total=found.total parts=found.parts />
            <Tabs label=t!("exposure-order") tabs />
            <Customers found sort />
        })
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("exposure-title")
                text=t!("exposure-text")
                crumbs
                actions=actions.collect_view().into_any()
            />
            {over}
            {table}
            {note}
        </div>
    }
}

/// All customers together, and what each column means.
#[component]
fn Whole(total: Money, parts: [Money; 4]) -> impl IntoView {
    let [committed, unbilled, unpaid, overdue] = parts;
    let columns = vec![
        Column::new(t!("exposure-sum"), CellKind::Main),
        Column::new(t!("invoice-amount"), CellKind::Number),
    ];
    let mut rows = Markup::default();
    for (name, note, amount) in [
        (t!("exposure-committed"), t!("exposure-committed-text"), committed),
        (t!("exposure-unbilled"), t!("exposure-unbilled-text"), unbilled),
        (t!("exposure-unpaid"), t!("exposure-unpaid-text"), unpaid),
        (t!("exposure-overdue"), t!("exposure-overdue-text"), overdue),
        (t!("exposure-total"), String::new(), total),
    ] {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.text(&name);
                if !note.is_empty() {
                    cell.note(&note);
                }
            });
            row.cell(CellKind::Number, &t!("invoice-amount"), |cell| {
                cell.money(&money(amount), &amount.to_string());
            });
        });
    }
    view! { <DataTable caption=t!("exposure-sum") columns rows /> }
}

#[component]
fn Customers(found: ExposureView, sort: ExposureSort) -> impl IntoView {
    let labels = [
        t!("exposure-total"),
        t!("exposure-share"),
        t!("exposure-committed"),
        t!("exposure-unbilled"),
        t!("exposure-unpaid"),
        t!("exposure-overdue"),
    ];
    let mut columns = vec![Column::new(t!("exposure-customer"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    if found.limits {
        columns.push(Column::new(t!("exposure-limit"), CellKind::Text));
    }
    let mut rows = Markup::default();
    for customer in &found.customers {
        row(&mut rows, &labels, &found, customer);
    }
    let first = found.page * found.size + 1;
    let last = first + u32::try_from(found.customers.len()).unwrap_or_default() - 1;
    let count = |n: u32| Arg::Count(n.into());
    let foot = view! {
        <Pager
            label=t!("exposure-pages")
            summary=t!(
                "exposure-showing",
                first = count(first),
                last = count(last),
                total = count(found.count)
            )
            previous=t!("previous-page")
            next=t!("next-page")
            previous_href=found.page.checked_sub(1).map(|page| href(sort, page))
            next_href=(last < found.count).then(|| href(sort, found.page + 1))
        />
    };
    view! { <DataTable caption=t!("exposure-title") columns rows foot=foot.into_any() /> }
}

fn row(rows: &mut Markup, labels: &[String; 6], found: &ExposureView, one: &Exposure) {
    let sums = [one.committed, one.unbilled, one.unpaid, one.overdue];
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.link(&format!("/customers/{}", one.customer), &one.name);
        });
        let total = one.total();
        row.cell(CellKind::Number, &labels[0], |cell| {
            cell.money(&money(total), &total.to_string());
        });
        row.cell(CellKind::Number, &labels[1], |cell| {
            cell.text(&percent(one.share(found.total)));
        });
        for (label, sum) in labels[2..].iter().zip(sums) {
            row.cell(CellKind::Number, label, |cell| cell.money(&money(sum), &sum.to_string()));
        }
        if found.limits {
            row.cell(CellKind::Text, &t!("exposure-limit"), |cell| limit(cell, one));
        }
    });
}

/// The limit, how the customer stands to it, and the way to change it.
fn limit(cell: &mut Markup, one: &Exposure) {
    let href = format!("/customers/{}/risk", one.customer);
    let Some(limit) = one.limit else {
        return cell.link(&href, &t!("exposure-no-limit"));
    };
    cell.link(&href, &format::money(locale().language(), limit));
    cell.text(" ");
    if one.over() {
        cell.status(Tone::Negative, &t!("exposure-over"), None);
    } else {
        cell.status(Tone::Positive, &t!("exposure-within"), None);
    }
}
