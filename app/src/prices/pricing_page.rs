//! Pricing and offers: the list of a month, the matrix, and the partner's own prices.

use domain::catalogue::{Billing, Category, LinkKind, Segment};
use domain::error::Arg;
use domain::prices::{Flag, ListedPrice, PriceQuery, PricingView, SpecialView, month_text};
use domain::time::{Day, months_after};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::parts::{MonthForm, Months, Part, Parts, day, flag, month_name, month_param, price};
use super::server_fns::list_prices;
use crate::catalogue::filters::{AnyOf, OfferFilters};
use crate::catalogue::words;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Banner, Button, CellKind, Choice, Column, DataTable, DownloadLink, EmptyState, Glyph,
    LinkButton, Markup, Shape, Skeleton, Tone,
};

/// The page; what it shows is in its address.
pub struct PricingPage;

#[lazy_route]
impl LazyRoute for PricingPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PricingPage = this;
        let params = use_query_map();
        let query = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let part = Memo::new(move |_| Part::read(params.with(|all| all.get("view")).as_deref()));
        let prices = Resource::new(move || query.get(), list_prices);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match prices.await {
                        Ok(found) => {
                            Either::Left(view! { <Pricing part=part.get() query=query.get() found /> })
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The query that an address asks for; what cannot be read is not asked for.
fn read(param: impl Fn(&str) -> Option<String>) -> PriceQuery {
    PriceQuery {
        month: month_param(param("month")),
        words: param("words").unwrap_or_default().chars().take(100).collect(),
        category: param("category").and_then(|word| word.parse().ok()),
        billing: param("billing").and_then(|word| word.parse().ok()),
        flag: param("flag").and_then(|word| word.parse().ok()),
    }
}

/// The query as it stands in an address.
fn written(query: &PriceQuery, month: Day) -> String {
    let mut text = format!("month={}", month_text(month));
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            text.extend(["&", name, "=", value]);
        }
    };
    add("words", &crate::context::percent(&query.words));
    add("category", query.category.map(Category::as_str).unwrap_or_default());
    add("billing", query.billing.map(Billing::as_str).unwrap_or_default());
    add("flag", query.flag.map(Flag::as_str).unwrap_or_default());
    text
}

#[component]
fn Pricing(part: Part, query: PriceQuery, found: PricingView) -> impl IntoView {
    let month = found.month;
    let preview = found.preview.then(|| {
        let text = t!("prices-preview", month = Arg::Text(month_name(month)));
        view! { <Banner tone=Tone::Info title=text /> }
    });
    let body = if part == Part::Special {
        view! { <Specials specials=found.specials /> }.into_any()
    } else if !found.found {
        let title = t!("prices-unknown", month = Arg::Text(month_name(month)));
        view! {
            <MonthForm action="/pricing" part months=found.months month />
            <EmptyState glyph=Glyph::Receipt title text=t!("prices-unknown-text") />
        }
        .into_any()
    } else {
        let rows = match part {
            Part::Matrix => view! { <Matrix prices=found.prices /> }.into_any(),
            _ => view! { <List month prices=found.prices /> }.into_any(),
        };
        view! { <Filters part query months=found.months month /> {preview} {rows} }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title=t!("prices-title") text=t!("prices-text") />
            <Parts part month />
            <p class="note">
                <span>{t!("prices-unit")}</span>
                <span>{t!("catalogue-illustrative")}</span>
            </p>
            {body}
        </div>
    }
}

/// The filters: a form that changes the address, with and without JavaScript.
#[component]
fn Filters(part: Part, query: PriceQuery, months: Vec<Day>, month: Day) -> impl IntoView {
    let flags = Flag::ALL.iter().map(|it| Choice::new(it.as_str(), flag(*it).1));
    let file = format!("/files/prices.csv?{}", written(&query, month));
    let word = part.word();
    let view = (!word.is_empty()).then(|| view! { <input type="hidden" name="view" value=word /> });
    view! {
        <Form
            action="/pricing"
            method="GET"
            attr:class="filters"
            attr:aria-label=t!("prices-filter")
        >
            <Months months month />
            <OfferFilters
                label=t!("prices-words")
                words=query.words.clone()
                category=query.category
                billing=query.billing
            />
            <AnyOf
                id="flag"
                label=t!("prices-flag")
                choices=flags.collect()
                chosen=query.flag.map(Flag::as_str)
            />
            {view}
            <Button>{t!("prices-show")}</Button>
            <DownloadLink href=file name=t!("prices-csv") />
        </Form>
    }
}

/// No row answers.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState glyph=Glyph::Search title=t!("prices-none") text=t!("prices-none-text")>
            <LinkButton href="/pricing">{t!("prices-clear")}</LinkButton>
        </EmptyState>
    }
}

/// The offer's name, its code below.
fn name(row: &mut Markup, listed: &ListedPrice) {
    row.cell(CellKind::Main, "", |cell| {
        cell.text(&listed.name);
        cell.text(" ");
        cell.element("span", &[("class", "code")], |code| code.text(&listed.offer.code));
        cell.note(&listed.offer.id.to_string());
    });
}

#[component]
fn List(month: Day, prices: Vec<ListedPrice>) -> impl IntoView {
    if prices.is_empty() {
        return Either::Left(view! { <Nothing /> });
    }
    let labels = [
        t!("prices-flag"),
        format!("{} – {}", t!("prices-valid-from"), t!("prices-valid-to")),
        t!("prices-agreement"),
        t!("prices-purchase-unit"),
        t!("prices-list-price"),
        t!("catalogue-retail-price"),
    ];
    let mut columns = vec![Column::new(t!("catalogue-offer"), CellKind::Main)];
    columns.extend(labels[..4].iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    columns.extend(labels[4..].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let last = months_after(month, 1).pred_opt().unwrap_or(month);
    let mut rows = Markup::default();
    for listed in &prices {
        rows.row(|row| {
            name(row, listed);
            row.cell(CellKind::Text, &labels[0], |cell| {
                let (tone, word) = flag(listed.flag);
                cell.status(tone, &word, None);
            });
            row.cell(CellKind::Text, &labels[1], |cell| {
                for text in [day(month), format!("– {}", day(last))] {
                    cell.note(&text.replace(' ', "\u{a0}"));
                }
            });
            row.cell(CellKind::Text, &labels[2], |cell| {
                cell.text(&agreement(listed.offer.segment));
                let customer = words::segment(listed.offer.segment);
                cell.note(&format!("{} {customer}", t!("prices-customer-type")));
            });
            row.cell(CellKind::Text, &labels[3], |cell| {
                let licensed = listed.offer.billing == Billing::License;
                let unit = if licensed { t!("prices-one-month") } else { t!("prices-by-usage") };
                cell.text(&unit);
                let kind = secondary(listed.offer.category);
                cell.note(&format!("{} {kind}", t!("prices-secondary")));
            });
            let pair = |pick: fn(&domain::catalogue::Prices) -> domain::money::UnitPrice| {
                (listed.now.as_ref().map(pick), listed.before.as_ref().map(pick))
            };
            amount(row, &labels[4], listed, pair(|prices| prices.partner));
            amount(row, &labels[5], listed, pair(|prices| prices.retail));
        });
    }
    Either::Right(view! { <DataTable caption=t!("prices-tab-list") columns rows /> })
}

/// A price, and below it what it was, if that was different.
fn amount(
    row: &mut Markup,
    label: &str,
    listed: &ListedPrice,
    (now, before): (Option<domain::money::UnitPrice>, Option<domain::money::UnitPrice>),
) {
    row.cell(CellKind::Number, label, |cell| {
        if listed.offer.billing == Billing::Usage {
            return cell.text(&t!("prices-by-usage"));
        }
        match now {
            Some(now) => cell.money(&price(now), &now.to_string()),
            None => cell.text("–"),
        }
        if let Some(before) = before.filter(|before| now != Some(*before)) {
            cell.note(&format!("{} {}", t!("prices-before"), price(before)));
        }
    });
}

fn agreement(segment: Segment) -> String {
    match segment {
        Segment::Commercial => t!("prices-agreement-commercial"),
        Segment::Education => t!("prices-agreement-education"),
        Segment::Government => t!("prices-agreement-government"),
    }
}

fn secondary(category: Category) -> String {
    match category {
        Category::AddOn => words::category(Category::AddOn),
        Category::Trial => words::category(Category::Trial),
        _ => t!("prices-secondary-none"),
    }
}

#[component]
fn Matrix(prices: Vec<ListedPrice>) -> impl IntoView {
    let sold: Vec<_> = prices.iter().filter(|listed| listed.now.is_some()).collect();
    if sold.is_empty() {
        return Either::Left(view! { <Nothing /> });
    }
    let labels = [
        t!("catalogue-category"),
        t!("catalogue-limits"),
        t!("prices-needs"),
        t!("prices-add-ons"),
        t!("prices-upgrades"),
    ];
    let mut columns = vec![Column::new(t!("catalogue-offer"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    let mut rows = Markup::default();
    for listed in &sold {
        let to = |kinds: &[LinkKind]| {
            let links = listed.links.iter().filter(|link| kinds.contains(&link.kind));
            links.map(|link| link.name.clone()).collect::<Vec<_>>()
        };
        let fits = |other: &&&ListedPrice| {
            let needs = |link: &domain::catalogue::Link| {
                link.kind == LinkKind::NeedsOneOf && link.id == listed.offer.id
            };
            other.links.iter().any(needs)
        };
        let add_ons = sold.iter().filter(fits).map(|other| other.name.clone()).collect();
        rows.row(|row| {
            name(row, listed);
            row.cell(CellKind::Text, &labels[0], |cell| {
                cell.text(&words::category(listed.offer.category));
                cell.note(&words::segment(listed.offer.segment));
            });
            row.cell(CellKind::Text, &labels[1], |cell| {
                cell.text(&words::limits(&listed.offer));
                if listed.offer.billing == Billing::License {
                    cell.note(&words::unit(listed.offer.unit));
                }
                if let Some(most) = listed.offer.per_customer {
                    let most = Arg::Count(most.into());
                    cell.note(&t!("catalogue-per-customer", count = most));
                }
            });
            names(row, &labels[2], to(&[LinkKind::NeedsOneOf]));
            names(row, &labels[3], add_ons);
            names(row, &labels[4], to(&[LinkKind::UpgradesTo, LinkKind::ConvertsTo]));
        });
    }
    Either::Right(view! {
        <p>{t!("prices-matrix-text")}</p>
        <DataTable caption=t!("prices-tab-matrix") columns rows />
    })
}

/// Names, one a line.
fn names(row: &mut Markup, label: &str, names: Vec<String>) {
    row.cell(CellKind::Text, label, |cell| {
        if names.is_empty() {
            cell.text("–");
        }
        for name in &names {
            cell.note(name);
        }
    });
}

#[component]
fn Specials(specials: Vec<SpecialView>) -> impl IntoView {
    if specials.is_empty() {
        return Either::Left(view! {
            <EmptyState
                glyph=Glyph::Tags
                title=t!("prices-special-none")
                text=t!("prices-special-none-text")
            />
        });
    }
    let labels = [t!("prices-special-price"), t!("prices-first-day"), t!("prices-last-day")];
    let columns = vec![
        Column::new(t!("catalogue-offer"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Number),
        Column::new(labels[1].clone(), CellKind::Text),
        Column::new(labels[2].clone(), CellKind::Text),
    ];
    let mut rows = Markup::default();
    for special in &specials {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.text(&special.name);
                cell.text(" ");
                cell.element("span", &[("class", "code")], |code| code.text(&special.code));
            });
            row.cell(CellKind::Number, &labels[0], |cell| {
                cell.money(&price(special.price), &special.price.to_string());
            });
            row.cell(CellKind::Text, &labels[1], |cell| cell.text(&day(special.first_day)));
            row.cell(CellKind::Text, &labels[2], |cell| cell.text(&day(special.last_day)));
        });
    }
    Either::Right(view! {
        <p>{t!("prices-special-text")}</p>
        <DataTable caption=t!("prices-tab-special") columns rows />
    })
}
