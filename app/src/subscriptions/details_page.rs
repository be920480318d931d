//! One subscription: facts first, each with what changes it, history last.

use domain::billing::ProposalDraft;
use domain::catalogue::Unit;
use domain::error::{Arg, Entity, Error};
use domain::ids::{CustomerId, RequestId, SubscriptionId};
use domain::money::Money as Sum;
use domain::orders::AddOnDraft;
use domain::subscriptions::{QuantityDraft, Status, SubscriptionDetails, Target};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::actions::{Identity, Standing};
use super::forms::{AddOnForm, QuantityForm, RenameForm, ResellerForm};
use super::history::{Activity, Life};
use super::list_page::{Labels, row};
use super::server_fns::{Requests, SubscriptionToChange, find_subscription};
use super::words;
use crate::billing::{Asked, Foreseen, OverLimit};
use crate::failure::Failure;
use crate::forms::returned;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{Banner, DataTable, Fact, KeyValueList, Markup, Money, Shape, Skeleton, Tone};

/// The page of one subscription.
pub struct SubscriptionPage;

#[lazy_route]
impl LazyRoute for SubscriptionPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SubscriptionPage = this;
        let (which, query) = (which(), use_query_map());
        let asked = Memo::new(move |_| (which(), Asked::read(query.get(), &FORMS)));
        let found = Resource::new(
            move || asked.get(),
            |(ids, asked)| async move {
                let none = Error::NotFound { entity: Entity::Subscription };
                let (customer, id) = ids.ok_or(none)?;
                let found = find_subscription(customer, id).await?;
                let foreseen = foresee(&found, asked).await;
                Ok::<_, Failure>((found, foreseen))
            },
        );
        let waiting = || view! { <Skeleton shape=Shape::Lines label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((found, foreseen)) => {
                            Either::Left(view! { <Details found foreseen /> })
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The forms of this page whose cost can be asked for.
const FORMS: [&str; 3] = ["quantity", "reactivate", "add-on"];

/// What the change that is asked for would cost.
async fn foresee(found: &SubscriptionToChange, asked: Option<Asked>) -> Option<Foreseen> {
    let (asked, SubscriptionToChange { seen, requests }) = (asked?, found);
    let typed = |field: &str| asked.typed(field);
    Some(
        Foreseen::of(match asked.form() {
            "quantity" => ProposalDraft::Quantity(QuantityDraft {
                target: target(seen, requests.quantity),
                quantity: typed("quantity"),
            }),
            "reactivate" => ProposalDraft::Reactivate(target(seen, requests.reactivate)),
            _ => ProposalDraft::AddOn(add_on(seen, *requests, typed("offer"), typed("quantity"))),
        })
        .await,
    )
}

/// The subscription as the reader sees it, to be changed by the attempt `request`.
pub(super) fn target(seen: &SubscriptionDetails, request: RequestId) -> Target {
    let (customer, subscription) = (seen.customer, seen.row.id);
    Target { request, customer, subscription, seen: seen.version }
}

/// The order of an add-on.
pub(super) fn add_on(
    seen: &SubscriptionDetails,
    requests: Requests,
    offer: String,
    quantity: String,
) -> AddOnDraft {
    let (customer, parent) = (seen.customer, seen.row.id);
    AddOnDraft { request: requests.add_on, customer, parent, offer, quantity }
}

/// Which subscription the address names, if it can be read.
pub(super) fn which() -> impl Fn() -> Option<(CustomerId, SubscriptionId)> + Send + Sync + 'static {
    let params = use_params_map();
    move || {
        params.with(|params| {
            let customer = params.get("customer")?.parse().ok()?;
            Some((customer, params.get("subscription")?.parse().ok()?))
        })
    }
}

/// The way to a subscription's page.
pub(super) fn crumbs(customer: CustomerId, name: &str) -> Vec<Crumb> {
    vec![
        Crumb { href: "/customers".to_owned(), name: t!("subs-customers") },
        Crumb { href: words::customer_page(customer), name: name.to_owned() },
    ]
}

#[component]
fn Details(found: SubscriptionToChange, foreseen: Option<Foreseen>) -> impl IntoView {
    let SubscriptionToChange { seen, requests } = found;
    let crumbs = crumbs(seen.customer, &seen.customer_name);
    let credit = seen.commitments.as_ref().map(|seen| seen.credit);
    let named = seen.nickname.as_ref().map(|_| seen.row.offer_name.clone());
    view! {
        <div class="page">
            <PageHead title=seen.row.name.clone() text=named.unwrap_or_default() crumbs />
            <Unmoved />
            <OverLimit credit=credit more=Sum::ZERO />
            <KeyValueList facts=facts(&seen, requests, foreseen.as_ref()) />
            <AddOns found=seen.clone() requests foreseen />
            <Life events=seen.events />
            <Activity entries=seen.activity />
        </div>
    }
}

/// Whose licences stayed behind in the upgrade that has just been done.
#[component]
fn Unmoved() -> impl IntoView {
    let people = returned("upgraded").typed("people");
    (!people.is_empty()).then(|| {
        let people = people.lines().map(|line| view! { <li>{line.to_owned()}</li> });
        let people = people.collect_view();
        view! {
            <Banner tone=Tone::Caution title=t!("subs-not-moved")>
                <ul class="list">{people}</ul>
            </Banner>
        }
    })
}

/// The facts, each with the action that changes it.
fn facts(seen: &SubscriptionDetails, requests: Requests, foreseen: Option<&Foreseen>) -> Vec<Fact> {
    let target = |request: RequestId| target(seen, request);
    let standing = view! {
        <Standing
            found=seen.clone()
            target=target(requests.reactivate)
            foreseen=foreseen.cloned()
        />
    };
    let quantity = quantity(seen, target(requests.quantity), foreseen.cloned());
    let nickname = seen.nickname.clone();
    let name = view! {
        <div class="stack stack--tight">
            <p>{nickname.clone().unwrap_or_else(|| t!("none"))}</p>
            <RenameForm
                target=target(requests.rename)
                nickname=nickname.unwrap_or_default()
                availability=seen.actions.rename.clone()
            />
        </div>
    };
    let mut facts = vec![
        Fact::new(t!("subs-status"), standing),
        Fact::new(t!("subs-quantity"), quantity),
        Fact::new(t!("subs-nickname"), name),
        Fact::new(t!("subs-id"), view! { <Identity found=seen.clone() /> }),
    ];
    facts.extend(reseller(seen, target(requests.reseller)));
    facts.extend(days(seen));
    facts.extend(price(seen));
    facts.extend(origin(seen));
    facts
}

fn quantity(
    seen: &SubscriptionDetails,
    target: Target,
    foreseen: Option<Foreseen>,
) -> impl IntoView + use<> {
    let units = match seen.row.unit {
        Unit::Gigabytes => t!("subs-gigabytes", n = Arg::Count(seen.row.quantity.into())),
        _ => words::count(seen.row.quantity),
    };
    let assigned = seen.row.assigned.map(|assigned| {
        let words = t!("subs-assigned-count", n = Arg::Count(assigned.into()));
        view! { <span class="quiet">" · " {words}</span> }
    });
    view! {
        <div class="stack stack--tight">
            <p>{units} {assigned}</p>
            <QuantityForm target found=seen.clone() foreseen />
        </div>
    }
}

/// The reseller, where the partner sells through others.
fn reseller(seen: &SubscriptionDetails, target: Target) -> Option<Fact> {
    let (now, availability) = (seen.row.reseller.clone(), seen.actions.reseller.clone());
    if now.is_none() && !availability.is_allowed() {
        return None;
    }
    let words = now.clone().unwrap_or_else(|| t!("subs-reseller-none"));
    let value = view! {
        <div class="stack stack--tight">
            <p>{words}</p>
            <ResellerForm target reseller=now.unwrap_or_default() availability />
        </div>
    };
    Some(Fact::new(t!("subs-reseller"), value))
}

fn days(seen: &SubscriptionDetails) -> Vec<Fact> {
    let row = &seen.row;
    let mut facts = Vec::new();
    if let Some(day) = row.free_until {
        facts.push(Fact::new(t!("subs-free-until"), words::day(day)));
    }
    facts.push(Fact::new(t!("subs-start"), words::day(row.starts_on)));
    facts.push(Fact::new(t!("subs-first-billed"), words::day(seen.first_billed_on)));
    if row.status != Status::Deleted {
        let name = if row.renews { t!("subs-renewal") } else { t!("subs-end") };
        facts.push(Fact::new(name, words::day(row.renews_on)));
    }
    if let Some(day) = seen.deleted_on {
        facts.push(Fact::new(t!("subs-deleted-day"), words::day(day)));
    }
    facts
}

/// What a unit costs, for those who may know.
fn price(seen: &SubscriptionDetails) -> Option<Fact> {
    let price = seen.unit_price?;
    let value = view! {
        <Money text=words::price(price) value=price.to_string() />
        " "
        <small>{t!("catalogue-price-unit")}</small>
    };
    Some(Fact::new(t!("catalogue-partner-price"), value))
}

/// Where it came from, and what it belongs to.
fn origin(seen: &SubscriptionDetails) -> Vec<Fact> {
    let link = |id, words: String| view! { <a href=words::page(seen.customer, id)>{words}</a> };
    let offer =
        view! { <a href=format!("/catalog/{}", seen.offer)>{seen.row.offer_name.clone()}</a> };
    let ordered = t!(
        "subs-order-on",
        number = Arg::Text(seen.order_number.to_string()),
        day = Arg::Text(words::day(seen.ordered_on)),
    );
    let mut facts =
        vec![Fact::new(t!("catalogue-offer"), offer), Fact::new(t!("subs-order"), ordered)];
    let others = [
        (seen.row.parent, t!("subs-parent")),
        (seen.upgraded_from, t!("subs-upgraded-from")),
        (seen.upgraded_to, t!("subs-upgraded-to")),
    ];
    for (id, name) in others {
        if let Some(id) = id {
            facts.push(Fact::new(name, link(id, id.to_string())));
        }
    }
    facts
}

/// Its add-ons, and ordering more; nothing for an add-on.
#[component]
fn AddOns(
    /// The subscription.
    found: SubscriptionDetails,
    /// Name the attempts.
    requests: Requests,
    /// What a change would cost, if that was asked.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    if found.row.parent.is_some() {
        return ().into_any();
    }
    let table = (!found.add_ons.is_empty()).then(|| {
        let labels = Labels::new();
        let mut rows = Markup::default();
        for add_on in &found.add_ons {
            row(&mut rows, &labels, found.customer, add_on, false);
        }
        view! { <DataTable caption=t!("subs-add-ons") columns=labels.columns(false) rows /> }
    });
    view! {
        <section class="page__section stack" id="add-ons">
            <h2>{t!("subs-add-ons")}</h2>
            {table}
            <AddOnForm found requests foreseen />
        </section>
    }
    .into_any()
}
