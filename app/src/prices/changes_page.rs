//! What a price list does to the partner's renewals.

use domain::error::Arg;
use domain::prices::{ComparisonView, PriceChangesView, RENEWALS_A_PAGE, RenewalView, month_text};
use domain::time::Day;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::comparison::Comparison;
use super::parts::{Part, Parts, day, money, month_param, price};
use super::server_fns::{compare_prices, find_price_changes};
use crate::context::locale;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    CellKind, Column, DataTable, DownloadLink, EmptyState, Fact, Glyph, KeyValueList, Markup,
    Pager, Shape, Skeleton, Tone,
};

/// The page; what it shows is in its address.
pub struct PriceChangesPage;

#[lazy_route]
impl LazyRoute for PriceChangesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PriceChangesPage = this;
        let params = use_query_map();
        let asked = Memo::new(move |_| {
            let param = |name| params.with(|params| params.get(name));
            let page = param("page").and_then(|text| text.parse::<u32>().ok()).unwrap_or(1);
            // People count pages from 1.
            (month_param(param("month")), month_param(param("before")), page.saturating_sub(1))
        });
        let load = |(month, _, page)| find_price_changes(month, page);
        let found = Resource::new(move || asked.get(), load);
        let compare = |(month, before, _)| compare_prices(month, before);
        let compared = Resource::new(move || asked.get(), compare);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match (found.await, compared.await) {
                        (Ok(found), Ok(compared)) => {
                            Either::Left(view! { <Changes found compared /> })
                        }
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
fn Changes(found: PriceChangesView, compared: ComparisonView) -> impl IntoView {
    let month = found.month;
    let before = compared.before;
    let body = if found.renewals.is_empty() {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::Good
                title=t!("prices-changes-none")
                text=t!("prices-changes-none-text")
            />
        })
    } else {
        Either::Right(view! { <Renewals found before /> })
    };
    view! {
        <div class="page">
            <PageHead title=t!("prices-title") text=t!("prices-changes-text") />
            <Parts part=Part::Changes month />
            <Comparison compared />
            {body}
        </div>
    }
}

#[component]
fn Renewals(found: PriceChangesView, before: Day) -> impl IntoView {
    let PriceChangesView { month, renewals, total, customers, page, .. } = found;
    let pages = total.subscriptions.div_ceil(RENEWALS_A_PAGE);
    let (month, before) = (month_text(month), month_text(before));
    let href =
        |page: u32| format!("/pricing/changes?month={month}&before={before}&page={}", page + 1);
    let count = |n: u32| Arg::Count(n.into());
    let facts = vec![
        Fact::new(
            t!("prices-changes-customers"),
            format::count(locale().language(), customers.into()),
        ),
        Fact::new(t!("prices-changes-monthly"), money(total.effect.monthly)),
        Fact::new(t!("prices-changes-term"), money(total.effect.term)),
    ];
    let foot = view! {
        <Pager
            label=t!("prices-changes-pages")
            summary=t!("prices-changes-page", page = count(page + 1), pages = count(pages))
            previous=t!("previous")
            next=t!("next")
            previous_href=page.checked_sub(1).map(href)
            next_href=(page + 1 < pages).then(|| href(page + 1))
        />
    };
    let labels = [
        t!("prices-changes-customer"),
        t!("prices-changes-quantity"),
        t!("prices-changes-renews"),
        t!("prices-changes-before"),
        t!("prices-changes-after"),
        t!("prices-changes-monthly"),
        t!("prices-changes-term"),
    ];
    let mut columns = vec![
        Column::new(t!("prices-changes-subscription"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
        Column::new(labels[1].clone(), CellKind::Number),
        Column::new(labels[2].clone(), CellKind::Text),
    ];
    columns.extend(labels[3..].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for renewal in &renewals {
        rows.row(|row| write(row, &labels, renewal));
    }
    view! {
        <h2>{t!("prices-changes-sum", count = count(total.subscriptions))}</h2>
        <KeyValueList facts />
        <DownloadLink href=format!("/files/price-changes.csv?month={month}") name=t!("prices-csv") />
        <DataTable caption=t!("prices-tab-changes") columns foot=foot.into_any() rows />
    }
}

fn write(row: &mut Markup, labels: &[String; 7], renewal: &RenewalView) {
    row.cell(CellKind::Main, "", |cell| {
        let (customer, id) = (renewal.customer, renewal.subscription);
        cell.link(&format!("/customers/{customer}/subscriptions/{id}"), &renewal.name);
    });
    row.cell(CellKind::Text, &labels[0], |cell| {
        cell.link(&format!("/customers/{}", renewal.customer), &renewal.customer_name);
        let count = Arg::Count(renewal.of_customer.subscriptions.into());
        let together = t!("prices-changes-of-customer", count = count);
        let monthly = money(renewal.of_customer.effect.monthly);
        cell.note(&format!("{together} · {monthly}"));
    });
    row.cell(CellKind::Number, &labels[1], |cell| {
        cell.text(&format::count(locale().language(), renewal.quantity.into()));
    });
    row.cell(CellKind::Text, &labels[2], |cell| {
        cell.text(&day(renewal.renews_on));
        cell.text(" ");
        if renewal.certain {
            cell.status(Tone::Info, &t!("prices-changes-certain"), None);
        } else {
            cell.note(&t!("prices-changes-if"));
        }
    });
    for (label, unit) in [(&labels[3], renewal.before), (&labels[4], renewal.after)] {
        row.cell(CellKind::Number, label, |cell| cell.money(&price(unit), &unit.to_string()));
    }
    let effect = renewal.effect;
    for (label, amount) in [(&labels[5], effect.monthly), (&labels[6], effect.term)] {
        row.cell(CellKind::Number, label, |cell| cell.money(&money(amount), &amount.to_string()));
    }
}
