//! The upgrade of a subscription: to what, how many, and with whose licences.

use domain::billing::{Commitments, ProposalDraft};
use domain::error::{Arg, Entity, Error};
use domain::input::whole_number;
use domain::money::Money as Sum;
use domain::subscriptions::{SubscriptionDetails, Target, UpgradeDraft, UpgradeTarget};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::details_page::{crumbs, target, which};
use super::forms::TargetFields;
use super::server_fns::{SubscriptionToChange, find_subscription};
use super::words;
use crate::billing::{Asked, Estimate, Estimating, Foreseen, NewlyOver, OverLimit};
use crate::failure::Failure;
use crate::forms::{Outcome, returned};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    BlockedButton, Button, ButtonKind, Fact, Field, KeyValueList, Length, LinkButton, Shape,
    Skeleton,
};

/// The page on which a subscription is upgraded.
pub struct UpgradePage;

#[lazy_route]
impl LazyRoute for UpgradePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let UpgradePage = this;
        let (which, query) = (which(), use_query_map());
        let asked = Memo::new(move |_| (which(), Asked::read(query.get(), &["upgrade"])));
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
                            Either::Left(view! { <Upgrade found foreseen /> })
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// What the upgrade that is asked for would cost.
async fn foresee(found: &SubscriptionToChange, asked: Option<Asked>) -> Option<Foreseen> {
    let asked = asked?;
    let along = asked.typed("move_licences");
    let draft = UpgradeDraft {
        target: target(&found.seen, found.requests.upgrade),
        offer: asked.typed("offer"),
        quantity: asked.typed("quantity"),
        move_licences: (!along.is_empty()).then_some(along),
    };
    Some(Foreseen::of(ProposalDraft::Upgrade(draft)).await)
}

#[component]
fn Upgrade(found: SubscriptionToChange, foreseen: Option<Foreseen>) -> impl IntoView {
    let SubscriptionToChange { seen, requests } = found;
    let back = words::page(seen.customer, seen.row.id);
    let mut crumbs = crumbs(seen.customer, &seen.customer_name);
    crumbs.push(Crumb { href: back, name: seen.row.name.clone() });
    let mut facts = vec![
        Fact::new(t!("catalogue-offer"), seen.row.offer_name.clone()),
        Fact::new(t!("subs-quantity"), words::count(seen.row.quantity)),
    ];
    facts.extend(seen.row.assigned.map(|n| Fact::new(t!("subs-assigned"), words::count(n))));
    let title = t!("subs-upgrade-title", name = Arg::Text(seen.row.name.clone()));
    let target = target(&seen, requests.upgrade);
    let credit = seen.commitments.as_ref().map(|seen| seen.credit);
    let body = match words::why_not(&seen.actions.upgrade) {
        Some(reason) => {
            let label = t!("subs-upgrade-now");
            view! { <BlockedButton id="upgrade-why" label reason /> }.into_any()
        }
        None => view! { <UpgradeForm seen target foreseen /> }.into_any(),
    };
    view! {
        <div class="page">
            <PageHead title text=t!("subs-upgrade-text") crumbs />
            <OverLimit credit more=Sum::ZERO />
            <KeyValueList facts />
            {body}
        </div>
    }
}

#[component]
fn UpgradeForm(
    /// The subscription.
    seen: SubscriptionDetails,
    /// The attempt.
    target: Target,
    /// What it would cost, if that was asked.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    let back = words::page(seen.customer, seen.row.id);
    let returned = returned("upgrade");
    let asked = foreseen.as_ref().and_then(|foreseen| match &foreseen.proposal {
        ProposalDraft::Upgrade(draft) => Some(draft.clone()),
        _ => None,
    });
    let again = returned.error().is_some();
    let (offer, quantity, along) = if let Some(draft) = asked {
        (draft.offer, draft.quantity, draft.move_licences.is_some())
    } else if again {
        let along = !returned.typed("move_licences").is_empty();
        (returned.typed("offer"), returned.typed("quantity"), along)
    } else {
        let first = seen.targets.iter().find(|target| target.unavailable.is_none());
        let first = first.map(|target| target.offer.to_string()).unwrap_or_default();
        (first, seen.row.quantity.to_string(), true)
    };
    let chosen = RwSignal::new(offer.clone());
    let typed = RwSignal::new(quantity.clone());
    let moves = RwSignal::new(along);
    let proposal = Signal::derive(move || {
        let move_licences = moves.get().then(|| "on".to_owned());
        let (offer, quantity) = (chosen.get(), typed.get());
        ProposalDraft::Upgrade(UpgradeDraft { target, offer, quantity, move_licences })
    });
    let estimating = Estimating::new(foreseen, proposal);
    let problem = estimating.problem("quantity", returned.problem("quantity"));
    let prices: Vec<_> = seen.targets.iter().map(|one| (one.offer, one.price)).collect();
    let (commitments, price, now) = (seen.commitments, seen.unit_price, seen.row.quantity);
    let more = move |seen: &Commitments| {
        let offer = chosen.get();
        let target = prices.iter().find(|(id, _)| id.to_string() == offer)?;
        let wanted = (target.1?, whole_number(&typed.get()).ok()?);
        Some(seen.by_upgrade((price?, now), wanted))
    };
    let page = format!("{back}/upgrade");
    let targets = seen.targets.into_iter();
    let targets = targets.map(|target| choice(target, &offer, chosen)).collect_view();
    let button = t!("subs-upgrade-do", name = Arg::Text(seen.row.name));
    view! {
        <Outcome returned refused=t!("subs-not-upgraded") />
        <form action="/rpc/subscriptions/upgrade" method="post" class="form">
            <TargetFields target />
            <fieldset class="form__group" id="offer">
                <legend>{t!("subs-upgrade-target")}</legend>
                <div class="choices">{targets}</div>
            </fieldset>
            <Field id="quantity" label=t!("subs-new-quantity") problem length=Length::Short>
                <input
                    id="quantity"
                    name="draft[quantity]"
                    inputmode="numeric"
                    autocomplete="off"
                    value=quantity
                    on:input=move |event| typed.set(event_target_value(&event))
                    aria-describedby="quantity-note"
                />
            </Field>
            <div class="choice">
                <input
                    id="move_licences"
                    name="draft[move_licences]"
                    type="checkbox"
                    value="on"
                    checked=along
                    on:change=move |event| moves.set(event_target_checked(&event))
                    aria-describedby="move-note"
                />
                <label for="move_licences">{t!("subs-move-licences")}</label>
                <p id="move-note" class="field__note">
                    {t!("subs-move-licences-help")}
                </p>
            </div>
            <NewlyOver commitments more />
            <Estimate name="upgrade" page estimating />
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{button}</Button>
                <LinkButton href=back>{t!("cancel")}</LinkButton>
            </div>
        </form>
    }
}

/// An offer to upgrade to, or why it is none.
fn choice(target: UpgradeTarget, first: &str, chosen: RwSignal<String>) -> impl IntoView + use<> {
    let UpgradeTarget { offer, name, minimum, maximum, unavailable, price } = target;
    let id = format!("offer-{offer}");
    let value = offer.to_string();
    let checked = value == first;
    let bound = |bound: u32| Arg::Count(bound.into());
    let limits = t!("catalogue-range", min = bound(minimum), max = bound(maximum));
    let price =
        price.map(|price| format!(" · {} · {}", words::price(price), t!("catalogue-price-unit")));
    let shut = unavailable.is_some();
    let note = unavailable.map_or_else(
        || format!("{}{}", limits, price.unwrap_or_default()),
        |refusal| words::refusal_in_words(&refusal),
    );
    let note_id = format!("{id}-note");
    view! {
        <div class="choice">
            <input
                id=id.clone()
                name="draft[offer]"
                type="radio"
                value=value
                checked=checked
                on:change=move |event| chosen.set(event_target_value(&event))
                disabled=shut
                aria-describedby=note_id.clone()
            />
            <label for=id>{name}</label>
            <p id=note_id class="field__note">
                {note}
            </p>
        </div>
    }
}
