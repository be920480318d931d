//! The catalogue: what is sold this month, pinned offers first.

use domain::catalogue::{Billing, CatalogueQuery, CatalogueView, OfferCard, PAGE_SIZES, Sort};
use domain::error::Arg;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::filters::OfferFilters;
use super::server_fns::list_offers;
use super::words;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Button, CellKind, Choice, Column, DataTable, EmptyState, Glyph, Icon, Length, LinkButton,
    Markup, Pager, Select, Shape, Skeleton, Tone,
};

/// The catalogue's page; what it shows is in its address.
pub struct CataloguePage;

#[lazy_route]
impl LazyRoute for CataloguePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CataloguePage = this;
        let params = use_query_map();
        let query = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let offers = Resource::new(move || query.get(), list_offers);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match offers.await {
                        Ok(found) => Either::Left(view! { <Offers query=query.get() found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The query that an address asks for; what cannot be read is not asked for.
fn read(param: impl Fn(&str) -> Option<String>) -> CatalogueQuery {
    let number = |name| param(name).and_then(|text| text.parse::<u32>().ok());
    CatalogueQuery {
        words: param("words").unwrap_or_default().chars().take(100).collect(),
        category: param("category").and_then(|word| word.parse().ok()),
        billing: param("billing").and_then(|word| word.parse().ok()),
        sort: if param("sort").as_deref() == Some("name") { Sort::Name } else { Sort::Catalogue },
        // People count pages from 1.
        page: number("page").unwrap_or(1).saturating_sub(1),
        size: number("size").unwrap_or_default(),
    }
}

/// The address of `page` of what `query` finds.
fn href(query: &CatalogueQuery, sort: Sort, page: u32) -> String {
    let mut href = format!("/catalog?page={}", page + 1);
    let mut add = |name: &str, value: &str| {
        href.extend(["&", name, "=", value]);
    };
    if !query.words.is_empty() {
        add("words", &crate::context::percent(&query.words));
    }
    if let Some(category) = query.category {
        add("category", category.as_str());
    }
    if let Some(billing) = query.billing {
        add("billing", billing.as_str());
    }
    if sort == Sort::Name {
        add("sort", "name");
    }
    if query.size > 0 {
        add("size", &query.size.to_string());
    }
    href
}

#[component]
fn Offers(query: CatalogueQuery, found: CatalogueView) -> impl IntoView {
    let customize = found.may_pin.then(|| {
        view! {
            <LinkButton href="/settings/catalog">
                <Icon glyph=Glyph::Pin />
                {t!("catalogue-customize")}
            </LinkButton>
        }
        .into_any()
    });
    let month = found.month.map(words::month);
    let unit = found.priced.then(|| view! { <span>{t!("catalogue-price-unit")}</span> });
    let note = found.priced.then(|| view! { <span>{t!("catalogue-illustrative")}</span> });
    view! {
        <div class="page">
            <PageHead
                title=t!("catalogue-title")
                text=t!("catalogue-text")
                actions=customize.into_any()
            />
            <p class="note">{month.map(|month| view! { <span>{month}</span> })} {unit} {note}</p>
            <Filters query=query.clone() />
            <Table query found />
        </div>
    }
}

/// The filters: a form that changes the address, with and without JavaScript.
#[component]
fn Filters(query: CatalogueQuery) -> impl IntoView {
    let sizes = PAGE_SIZES.iter().map(|size| Choice::new(size.to_string(), size.to_string()));
    let filtered = !query.words.is_empty() || query.category.is_some() || query.billing.is_some();
    view! {
        <Form action="/catalog" method="GET" attr:class="filters" attr:aria-label=t!("catalogue-filter")>
            <OfferFilters
                label=t!("catalogue-words")
                words=query.words.clone()
                category=query.category
                billing=query.billing
            />
            <Select
                id="size"
                name="size"
                label=t!("catalogue-size")
                choices=sizes.collect()
                chosen=if query.size == 0 { PAGE_SIZES[1].to_string() } else { query.size.to_string() }
                compact=true
                length=Length::Short
            />
            {(query.sort == Sort::Name).then(|| view! { <input type="hidden" name="sort" value="name" /> })}
            <Button>{t!("catalogue-apply")}</Button>
            {filtered.then(|| view! { <a href="/catalog">{t!("catalogue-clear")}</a> })}
        </Form>
    }
}

#[component]
fn Table(query: CatalogueQuery, found: CatalogueView) -> impl IntoView {
    let CatalogueView { offers, total, page, size, priced, month, .. } = found;
    if total == 0 {
        return Either::Left(view! { <Nothing sold=month.is_some() /> });
    }
    let shown = u32::try_from(offers.len()).unwrap_or(u32::MAX);
    let [first, last] = [page * size + 1, page * size + shown];
    let count = |n: u32| Arg::Count(n.into());
    let summary =
        t!("catalogue-showing", first = count(first), last = count(last), total = count(total));
    let previous = page.checked_sub(1).map(|page| href(&query, query.sort, page));
    let next = (last < total).then(|| href(&query, query.sort, page + 1));
    let foot = view! {
        <Pager
            label=t!("catalogue-pages")
            summary
            previous=t!("previous")
            next=t!("next")
            previous_href=previous
            next_href=next
        />
    };
    let labels = Labels::new();
    let mut rows = Markup::default();
    for card in offers {
        row(&mut rows, &labels, &card);
    }
    Either::Right(view! {
        <div class="offers">
        <DataTable
            caption=t!("catalogue-title")
            columns=columns(&labels, &query, priced)
            foot=foot.into_any()
            rows
        />
        </div>
    })
}

/// The columns' names, said once for all rows.
struct Labels {
    category: String,
    limits: String,
    partner: String,
    retail: String,
}

impl Labels {
    fn new() -> Self {
        Self {
            category: t!("catalogue-category"),
            limits: t!("catalogue-limits"),
            partner: t!("catalogue-partner-price"),
            retail: t!("catalogue-retail-price"),
        }
    }
}

fn columns(labels: &Labels, query: &CatalogueQuery, priced: bool) -> Vec<Column> {
    let (other, order) = match query.sort {
        Sort::Catalogue => (Sort::Name, None),
        Sort::Name => (Sort::Catalogue, Some(crate::ui::Order::Ascending)),
    };
    let mut columns = vec![
        Column::new(t!("catalogue-offer"), CellKind::Main).sorted(href(query, other, 0), order),
        Column::new(labels.category.clone(), CellKind::Text),
        Column::new(labels.limits.clone(), CellKind::Number),
    ];
    if priced {
        columns.push(Column::new(labels.partner.clone(), CellKind::Number));
        columns.push(Column::new(labels.retail.clone(), CellKind::Number));
    }
    columns
}

fn row(rows: &mut Markup, labels: &Labels, card: &OfferCard) {
    let OfferCard { offer, name, description, slot, prices } = card;
    let licensed = offer.billing == Billing::License;
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.link(&format!("/catalog/{}", offer.id), name);
            cell.text(" ");
            cell.element("span", &[("class", "code")], |code| code.text(&offer.code));
            if let Some(slot) = *slot {
                let word = t!("catalogue-pinned", slot = Arg::Count(slot.into()));
                cell.text(" ");
                cell.status(Tone::Info, &word, Some(Glyph::Pin));
            }
            let short = [("class", "table__note table__note--short")];
            cell.element("small", &short, |note| note.text(description));
        });
        row.cell(CellKind::Text, &labels.category, |cell| {
            cell.text(&words::category(offer.category));
            cell.note(&words::billing(offer.billing));
        });
        row.cell(CellKind::Number, &labels.limits, |cell| {
            cell.text(&words::limits(offer));
            // What is billed by consumption is not counted.
            if licensed {
                cell.note(&words::unit(offer.unit));
            }
        });
        let Some(prices) = prices else { return };
        for (label, price) in [(&labels.partner, prices.partner), (&labels.retail, prices.retail)] {
            row.cell(CellKind::Number, label, |cell| {
                if licensed {
                    cell.money(&words::price(price), &price.to_string());
                } else {
                    cell.text(&t!("catalogue-unit-none"));
                }
            });
        }
    });
}

/// No row: because nothing answers, or because nothing is sold.
#[component]
fn Nothing(
    /// Whether a price list is in force.
    sold: bool,
) -> impl IntoView {
    if sold {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::Search
                title=t!("catalogue-none")
                text=t!("catalogue-none-text")
            >
                <LinkButton href="/catalog">{t!("catalogue-clear")}</LinkButton>
            </EmptyState>
        })
    } else {
        Either::Right(view! {
            <EmptyState
                glyph=Glyph::Package
                title=t!("catalogue-empty")
                text=t!("catalogue-empty-text")
            />
        })
    }
}
