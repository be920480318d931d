//! Bought, assigned, idle: what a partner's customers pay for and do not use.

use domain::error::Arg;
use domain::licences::{SeatTotals, SeatsQuery, SeatsView};
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_seats;
use crate::context::locale;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Button, CellKind, Chart, ChartKind, ChartWords, Choice, Column, DataTable, EmptyState, Glyph,
    Length, LinkButton, Markup, Pager, Select, Series, Shape, Skeleton,
};

/// The page's address, without a query.
const PAGE: &str = "/seats";

/// The report; what it shows is in its address.
pub struct SeatsPage;

#[lazy_route]
impl LazyRoute for SeatsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SeatsPage = this;
        let params = use_query_map();
        let query = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let found = Resource::new(move || query.get(), find_seats);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Seats query=query.get() found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The query that an address asks for; what cannot be read is not asked for.
fn read(param: impl Fn(&str) -> Option<String>) -> SeatsQuery {
    SeatsQuery {
        customer: param("customer").and_then(|id| id.parse().ok()),
        idle_only: param("show").as_deref() == Some("idle"),
        // People count pages from 1.
        page: param("page")
            .and_then(|page| page.parse::<u32>().ok())
            .unwrap_or(1)
            .saturating_sub(1),
    }
}

/// The address of `page` of what `query` finds.
fn href(query: &SeatsQuery, page: u32) -> String {
    let mut href = format!("{PAGE}?page={}", page + 1);
    if let Some(customer) = query.customer {
        href.push_str("&customer=");
        href.push_str(&customer.to_string());
    }
    if query.idle_only {
        href.push_str("&show=idle");
    }
    href
}

#[component]
fn Seats(query: SeatsQuery, found: SeatsView) -> impl IntoView {
    let totals = found.totals;
    let chart = (totals.seats.bought > 0).then(|| view! { <Share totals /> });
    let customer = query.customer.map(|id| id.to_string());
    let filtered = customer.is_some() || query.idle_only;
    view! {
        <div class="page">
            <PageHead title=t!("seats-title") text=t!("seats-text") />
            {chart}
            <Form action=PAGE method="GET" attr:class="filters" attr:aria-label=t!("seats-filter")>
                {customer.map(|id| view! { <input type="hidden" name="customer" value=id /> })}
                <Select
                    id="show"
                    name="show"
                    label=t!("users-which")
                    choices=vec![
                        Choice::new("", t!("all")),
                        Choice::new("idle", t!("seats-idle-only")),
                    ]
                    chosen=if query.idle_only { "idle" } else { "" }
                    compact=true
                    length=Length::Medium
                />
                <Button>{t!("apply")}</Button>
                {filtered.then(|| view! { <a href=PAGE>{t!("users-clear")}</a> })}
            </Form>
            <Table query found />
        </div>
    }
}

/// One bar: what is used, and what is idle. The figures stand below it in words.
#[component]
fn Share(totals: SeatTotals) -> impl IntoView {
    let count = |n: i64| Arg::Count(n);
    let seats = totals.seats;
    let text = t!(
        "seats-sum",
        bought = count(seats.bought),
        assigned = count(seats.assigned),
        free = count(totals.free),
        idle = count(totals.idle)
    );
    let words = ChartWords {
        title: t!("seats-chart"),
        text,
        points: t!("seats-customer"),
        table: t!("chart-table"),
        empty: t!("seats-none"),
    };
    let [used, idle] = parts(&totals);
    let series = [(t!("seats-used"), used), (t!("seats-idle"), idle)]
        .map(|(name, value)| Series { name, values: vec![value] });
    let figure: fn(i64) -> String = |value| format::count(locale().language(), value);
    view! {
        <Chart
            id="seats"
            kind=ChartKind::Share
            words
            points=vec![t!("all")]
            series=series.to_vec()
            short=figure
            full=figure
        />
    }
}

/// What is used and what is idle; together what is bought.
fn parts(totals: &SeatTotals) -> [i64; 2] {
    let bought = totals.seats.bought.max(0);
    let idle = totals.idle.clamp(0, bought);
    [bought - idle, idle]
}

#[component]
fn Table(query: SeatsQuery, found: SeatsView) -> impl IntoView {
    let SeatsView { rows: lines, totals, page, size } = found;
    if lines.is_empty() {
        return Either::Left(view! {
            <EmptyState glyph=Glyph::Package title=t!("seats-none") text=t!("seats-none-text")>
                <LinkButton href=PAGE>{t!("users-clear")}</LinkButton>
            </EmptyState>
        });
    }
    let labels = [
        t!("pools-licence"),
        t!("pools-bought"),
        t!("pools-assigned"),
        t!("seats-free"),
        t!("seats-idle"),
        t!("seats-change"),
    ];
    let mut columns = vec![
        Column::new(t!("seats-customer"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
    ];
    columns.extend(labels[1..5].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    columns.push(Column::new(labels[5].clone(), CellKind::Actions));
    let mut rows = Markup::default();
    for line in &lines {
        let seats = line.seats;
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.link(&format!("/customers/{}", line.customer), &line.company);
            });
            row.cell(CellKind::Text, &labels[0], |cell| cell.text(&line.licence));
            let figures = [seats.bought, seats.assigned, seats.free(), seats.idle()];
            for (label, figure) in labels[1..5].iter().zip(figures) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.text(&format::count(locale().language(), figure));
                });
            }
            row.cell(CellKind::Actions, &labels[5], |cell| {
                if let Some(subscription) = line.subscription.filter(|_| seats.idle() > 0) {
                    let href = format!("/customers/{}/subscriptions/{subscription}", line.customer);
                    cell.link(&href, &t!("seats-to-change"));
                }
            });
        });
    }
    let first = i64::from(page) * i64::from(size) + 1;
    let last = first + i64::try_from(lines.len()).unwrap_or_default() - 1;
    let [first, last_shown] = [first, last].map(Arg::Count);
    let foot = view! {
        <Pager
            label=t!("seats-pages")
            summary=t!("seats-showing", first = first, last = last_shown, total = Arg::Count(totals.rows))
            previous=t!("previous-page")
            next=t!("next-page")
            previous_href=page.checked_sub(1).map(|page| href(&query, page))
            next_href=(last < totals.rows).then(|| href(&query, page + 1))
        />
    };
    Either::Right(
        view! { <DataTable caption=t!("seats-title") columns foot=foot.into_any() rows /> },
    )
}

#[cfg(test)]
mod tests {
    use domain::licences::PoolSeats;

    use super::*;

    #[test]
    fn what_is_used_and_what_is_idle_is_what_is_bought() {
        for (bought, idle, expected) in
            [(10, 0, [10, 0]), (10, 10, [0, 10]), (3, 1, [2, 1]), (3, 4, [0, 3]), (0, 0, [0, 0])]
        {
            let seats = PoolSeats { bought, valid: bought, ..PoolSeats::default() };
            let totals = SeatTotals { seats, idle, ..SeatTotals::default() };
            assert_eq!(parts(&totals), expected, "{idle} of {bought}");
        }
    }

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        let query = read(|name| match name {
            "show" => Some("idle".to_owned()),
            "page" => Some("3".to_owned()),
            _ => None,
        });
        assert_eq!((query.idle_only, query.page), (true, 2));
        assert_eq!(href(&query, 2), "/seats?page=3&show=idle");
    }
}
