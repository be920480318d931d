//! The upgrade of a subscription: to what, how many, and with whose licences.

use domain::error::{Arg, Entity, Error};
use domain::subscriptions::{SubscriptionDetails, Target, UpgradeTarget};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::details_page::{crumbs, which};
use super::forms::TargetFields;
use super::server_fns::{SubscriptionToChange, find_subscription};
use super::words;
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
        let found = Resource::new(which(), |ids| async move {
            match ids {
                Some((customer, id)) => find_subscription(customer, id).await,
                None => Err(Error::NotFound { entity: Entity::Subscription }.into()),
            }
        });
        let waiting = || view! { <Skeleton shape=Shape::Lines label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Upgrade found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Upgrade(found: SubscriptionToChange) -> impl IntoView {
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
    let target = Target {
        request: requests.upgrade,
        customer: seen.customer,
        subscription: seen.row.id,
        seen: seen.version,
    };
    let body = match words::why_not(&seen.actions.upgrade) {
        Some(reason) => {
            let label = t!("subs-upgrade-now");
            view! { <BlockedButton id="upgrade-why" label reason /> }.into_any()
        }
        None => view! { <UpgradeForm seen target /> }.into_any(),
    };
    view! {
        <div class="page">
            <PageHead title text=t!("subs-upgrade-text") crumbs />
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
) -> impl IntoView {
    let back = words::page(seen.customer, seen.row.id);
    let returned = returned("upgrade");
    let again = returned.error().is_some();
    let (offer, quantity, along) = if again {
        let along = !returned.typed("move_licences").is_empty();
        (returned.typed("offer"), returned.typed("quantity"), along)
    } else {
        let first = seen.targets.iter().find(|target| target.unavailable.is_none());
        let first = first.map(|target| target.offer.to_string()).unwrap_or_default();
        (first, seen.row.quantity.to_string(), true)
    };
    let problem = Signal::stored(returned.problem("quantity"));
    let targets = seen.targets.into_iter().map(|target| choice(target, &offer)).collect_view();
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
                    aria-describedby="move-note"
                />
                <label for="move_licences">{t!("subs-move-licences")}</label>
                <p id="move-note" class="field__note">
                    {t!("subs-move-licences-help")}
                </p>
            </div>
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{button}</Button>
                <LinkButton href=back>{t!("cancel")}</LinkButton>
            </div>
        </form>
    }
}

/// An offer to upgrade to, or why it is none.
fn choice(target: UpgradeTarget, chosen: &str) -> impl IntoView + use<> {
    let UpgradeTarget { offer, name, minimum, maximum, unavailable, price } = target;
    let id = format!("offer-{offer}");
    let value = offer.to_string();
    let checked = value == chosen;
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
