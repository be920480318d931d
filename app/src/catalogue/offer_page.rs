//! One offer, whole.

use domain::catalogue::{Billing, LinkKind, OfferDetails};
use domain::error::{Arg, Entity, Error};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_offer;
use super::words;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{CopyButton, Fact, Glyph, KeyValueList, Money, Shape, Skeleton, StatusBadge, Tone};

/// The page of one offer.
pub struct OfferPage;

#[lazy_route]
impl LazyRoute for OfferPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OfferPage = this;
        let params = use_params_map();
        let id = move || params.with(|params| params.get("offer"));
        let offer = Resource::new(id, |id| async move {
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => find_offer(id).await,
                None => Err(Error::NotFound { entity: Entity::Offer }.into()),
            }
        });
        let waiting = || view! { <Skeleton shape=Shape::Lines label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match offer.await {
                        Ok(found) => Either::Left(view! { <Details found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Details(found: OfferDetails) -> impl IntoView {
    let OfferDetails { card, service_plans, links, month } = found;
    let crumbs = vec![Crumb { href: "/catalog".to_owned(), name: t!("catalogue-title") }];
    let pinned = card.slot.map(|slot| {
        let word = t!("catalogue-pinned", slot = Arg::Count(slot.into()));
        view! { <StatusBadge tone=Tone::Info word glyph=Glyph::Pin soft=true /> }
    });
    let offer = card.offer;
    let per_customer = offer.per_customer.map_or_else(
        || t!("catalogue-no-limit"),
        |count| t!("catalogue-per-customer", count = Arg::Count(count.into())),
    );
    let mut facts = vec![
        Fact::new(t!("catalogue-code"), offer.code.clone()),
        Fact::new(t!("catalogue-category"), words::category(offer.category)),
        Fact::new(t!("catalogue-segment"), words::segment(offer.segment)),
        Fact::new(t!("catalogue-billing"), words::billing(offer.billing)),
        Fact::new(t!("catalogue-unit"), words::unit(offer.unit)),
        Fact::new(t!("catalogue-limits"), words::limits(&offer)),
        Fact::new(t!("catalogue-per-customer-label"), per_customer),
    ];
    // What is billed by consumption has no price of a unit.
    if let Some(prices) = card.prices.filter(|_| offer.billing == Billing::License) {
        for (name, price) in [
            (t!("catalogue-partner-price"), prices.partner),
            (t!("catalogue-retail-price"), prices.retail),
        ] {
            let money = view! {
                <Money text=words::price(price) value=price.to_string() />
                " "
                <small>{t!("catalogue-price-unit")}</small>
            };
            facts.push(Fact::new(name, money));
        }
    }
    facts.push(Fact::new(t!("catalogue-offer-id"), id(offer.id.to_string())));
    facts.push(Fact::new(t!("catalogue-sku"), id(offer.sku.to_string())));
    let linked = |kind: LinkKind, title: String| {
        let of_kind = links.iter().filter(|link| link.kind == kind);
        let items: Vec<_> = of_kind
            .map(|link| {
                view! {
                    <li>
                        <a href=format!("/catalog/{}", link.id)>{link.name.clone()}</a>
                    </li>
                }
            })
            .collect();
        (!items.is_empty()).then(|| view! { <Section title>{items}</Section> })
    };
    let plans = service_plans.into_iter().map(|plan| view! { <li>{plan}</li> }).collect_view();
    view! {
        <div class="page">
            <PageHead title=card.name text=card.description crumbs />
            <p class="note">{words::month(month)}" "{pinned}</p>
            <KeyValueList facts />
            <Section title=t!("catalogue-service-plans")>{plans}</Section>
            {linked(LinkKind::NeedsOneOf, t!("catalogue-needs-one-of"))}
            {linked(LinkKind::UpgradesTo, t!("catalogue-upgrades-to"))}
            {linked(LinkKind::ConvertsTo, t!("catalogue-converts-to"))}
        </div>
    }
}

/// An id, with a button to copy it.
fn id(id: String) -> impl IntoView {
    view! {
        <CopyButton text=id label=t!("copy") copied=t!("copied") />
    }
}

/// A list under a heading.
#[component]
fn Section(title: String, children: Children) -> impl IntoView {
    view! {
        <section class="page__section">
            <h2>{title}</h2>
            <ul class="list">{children()}</ul>
        </section>
    }
}
