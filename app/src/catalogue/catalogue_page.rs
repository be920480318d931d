//! The catalogue: what is sold this month, pinned offers first.

use domain::catalogue::{
    Billing, CatalogueQuery, CatalogueView, Category, OfferCard, PAGE_SIZES, Sort,
};
use domain::error::Arg;
use domain::money::UnitPrice;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::list_offers;
use super::words;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Button, Cell, CellKind, Choice, Column, DataTable, EmptyState, Field, Glyph, Icon, Length,
    LinkButton, Money, Pager, Select, Shape, Skeleton, StatusBadge, Tone,
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
    let any = || Choice::new("", t!("catalogue-any"));
    let categories = Category::ALL.iter().map(|it| Choice::new(it.as_str(), words::category(*it)));
    let billings = Billing::ALL.iter().map(|it| Choice::new(it.as_str(), words::billing(*it)));
    let sizes = PAGE_SIZES.iter().map(|size| Choice::new(size.to_string(), size.to_string()));
    let chosen = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    let filtered = !query.words.is_empty() || query.category.is_some() || query.billing.is_some();
    view! {
        <Form action="/catalog" method="GET" attr:class="filters" attr:aria-label=t!("catalogue-filter")>
            <Field id="words" label=t!("catalogue-words") compact=true length=Length::Medium>
                <input id="words" type="search" name="words" value=query.words.clone() maxlength="100" />
            </Field>
            <Select
                id="category"
                name="category"
                label=t!("catalogue-category")
                choices=std::iter::once(any()).chain(categories).collect()
                chosen=chosen(query.category.map(Category::as_str))
                compact=true
                length=Length::Medium
            />
            <Select
                id="billing"
                name="billing"
                label=t!("catalogue-billing")
                choices=std::iter::once(any()).chain(billings).collect()
                chosen=chosen(query.billing.map(Billing::as_str))
                compact=true
                length=Length::Medium
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
    let rows = offers.into_iter().map(|card| row(&labels, card)).collect_view();
    Either::Right(view! {
        <div class="offers">
        <DataTable
            caption=t!("catalogue-title")
            columns=columns(&labels, &query, priced)
            foot=foot.into_any()
        >
            {rows}
        </DataTable>
        </div>
    })
}

/// The columns' names, said once for all rows.
struct Labels {
    category: Oco<'static, str>,
    limits: Oco<'static, str>,
    partner: Oco<'static, str>,
    retail: Oco<'static, str>,
}

impl Labels {
    fn new() -> Self {
        let counted = |words: String| Oco::Counted(words.into());
        Self {
            category: counted(t!("catalogue-category")),
            limits: counted(t!("catalogue-limits")),
            partner: counted(t!("catalogue-partner-price")),
            retail: counted(t!("catalogue-retail-price")),
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
        Column::new(labels.category.to_string(), CellKind::Text),
        Column::new(labels.limits.to_string(), CellKind::Number),
    ];
    if priced {
        columns.push(Column::new(labels.partner.to_string(), CellKind::Number));
        columns.push(Column::new(labels.retail.to_string(), CellKind::Number));
    }
    columns
}

fn row(labels: &Labels, card: OfferCard) -> impl IntoView + use<> {
    let OfferCard { offer, name, description, slot, prices } = card;
    let pinned = slot.map(|slot| {
        let word = t!("catalogue-pinned", slot = Arg::Count(slot.into()));
        view! { <StatusBadge tone=Tone::Info word glyph=Glyph::Pin /> }
    });
    let limits = words::limits(&offer);
    let billing = offer.billing;
    // What is billed by consumption is not counted.
    let unit = (billing == Billing::License)
        .then(|| view! { <small class="table__note">{words::unit(offer.unit)}</small> });
    let prices = prices.map(|prices| {
        view! {
            <Cell label=labels.partner.clone() kind=CellKind::Number>
                {money(billing, prices.partner)}
            </Cell>
            <Cell label=labels.retail.clone() kind=CellKind::Number>
                {money(billing, prices.retail)}
            </Cell>
        }
    });
    view! {
        <tr class="table__row" role="row">
            <Cell kind=CellKind::Main>
                <a href=format!("/catalog/{}", offer.id)>{name}</a>
                " "
                <span class="code">{offer.code}</span>
                " "
                {pinned}
                <small class="table__note table__note--short">{description}</small>
            </Cell>
            <Cell label=labels.category.clone()>
                {words::category(offer.category)}
                <small class="table__note">{words::billing(offer.billing)}</small>
            </Cell>
            <Cell label=labels.limits.clone() kind=CellKind::Number>
                {limits}
                {unit}
            </Cell>
            {prices}
        </tr>
    }
}

/// The price of a unit; what is billed by consumption has none.
fn money(billing: Billing, price: UnitPrice) -> impl IntoView {
    match billing {
        Billing::License => {
            Either::Left(view! { <Money text=words::price(price) value=price.to_string() /> })
        }
        Billing::Usage => Either::Right(t!("catalogue-unit-none")),
    }
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
