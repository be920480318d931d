//! The forms beside the facts that they change; each is folded until it is asked for.

use domain::billing::{Commitments, ProposalDraft};
use domain::error::{Arg, Error};
use domain::input::whole_number;
use domain::subscriptions::{Availability, QuantityDraft, SubscriptionDetails, Target};
use leptos::prelude::*;

use super::details_page::add_on;
use super::server_fns::Requests;
use super::words;
use crate::billing::{Estimate, Estimating, Foreseen, NewlyOver};
use crate::forms::{Hidden, Outcome, Returned, problems, returned};
use crate::ui::{BlockedButton, Button, Choice, ErrorSummary, Field, Length, Select};

/// The hidden fields that say which subscription, and by whom seen how.
#[component]
pub(super) fn TargetFields(
    /// Which.
    target: Target,
) -> impl IntoView {
    let fields = [
        ("request", target.request.to_string()),
        ("customer", target.customer.to_string()),
        ("subscription", target.subscription.to_string()),
        ("seen", target.seen.to_string()),
    ];
    let field = |(name, value): (&str, String)| {
        view! { <input type="hidden" name=format!("draft[target][{name}]") value=value /> }
    };
    fields.map(field).collect_view()
}

/// A change of a fact: folded away, open if its form came back; or why there is none.
#[component]
pub(super) fn Change(
    /// Names the reason, if there is one.
    id: &'static str,
    /// What it does.
    #[prop(into)]
    label: String,
    /// Whether it can be done.
    availability: Availability,
    /// The form that came back, if one did.
    returned: Returned,
    /// Whether it is open in any case.
    #[prop(optional)]
    open: bool,
    /// The form.
    children: Children,
) -> impl IntoView {
    if let Some(reason) = words::why_not(&availability) {
        return view! { <BlockedButton id label reason /> }.into_any();
    }
    let open = open || returned.error().is_some();
    view! {
        <details class="change" open=open>
            <summary class="button">{label}</summary>
            {children()}
        </details>
    }
    .into_any()
}

/// What was typed, if the form came back, else what is so.
fn typed_or(returned: &Returned, field: &str, now: String) -> String {
    if returned.error().is_some() { returned.typed(field) } else { now }
}

/// Gives it a nickname.
#[component]
pub(super) fn RenameForm(
    /// What is to be renamed.
    target: Target,
    /// The nickname it has.
    nickname: String,
    /// Whether that can be done.
    availability: Availability,
) -> impl IntoView {
    let returned = returned("rename");
    let value = typed_or(&returned, "nickname", nickname);
    let problem = Signal::stored(returned.problem("nickname"));
    view! {
        <Change id="rename-why" label=t!("subs-rename") availability returned=returned.clone()>
            <form action="/rpc/subscriptions/rename" method="post" class="form">
                <Outcome returned refused=t!("subs-not-renamed") />
                <TargetFields target />
                <Field
                    id="nickname"
                    label=t!("subs-nickname")
                    help=t!("subs-nickname-help")
                    optional=t!("optional")
                    problem
                    length=Length::Medium
                >
                    <input id="nickname" name="draft[nickname]" value=value aria-describedby="nickname-note" />
                </Field>
                <div class="form__actions">
                    <Button>{t!("save")}</Button>
                </div>
            </form>
        </Change>
    }
}

/// Changes the quantity.
#[component]
pub(super) fn QuantityForm(
    /// Of what.
    target: Target,
    /// The subscription.
    found: SubscriptionDetails,
    /// What a change would cost, if that was asked.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    let returned = returned("quantity");
    let asked = foreseen.as_ref().and_then(|foreseen| match &foreseen.proposal {
        ProposalDraft::Quantity(draft) => Some(draft.quantity.clone()),
        _ => None,
    });
    let open = asked.is_some();
    let now = found.row.quantity.to_string();
    let value = asked.unwrap_or_else(|| typed_or(&returned, "quantity", now));
    let typed = RwSignal::new(value.clone());
    let proposal = Signal::derive(move || {
        ProposalDraft::Quantity(QuantityDraft { target, quantity: typed.get() })
    });
    let estimating = Estimating::new(foreseen, proposal);
    let problem = estimating.problem("quantity", returned.problem("quantity"));
    let (price, now, commitments) = (found.unit_price, found.row.quantity, found.commitments);
    let more = move |seen: &Commitments| {
        Some(seen.by_quantity(price?, now, whole_number(&typed.get()).ok()?))
    };
    let page = words::page(found.customer, found.row.id);
    let bound = |bound: u32| Arg::Count(bound.into());
    let late = matches!(returned.error(), Some(Error::Stale { .. }))
        && value != found.row.quantity.to_string();
    let help = if late {
        t!("customer-saved-meanwhile", value = bound(found.row.quantity))
    } else {
        t!("subs-quantity-help", min = bound(found.minimum), max = bound(found.maximum))
    };
    let availability = found.actions.quantity;
    view! {
        <Change
            id="quantity-why"
            label=t!("subs-change-quantity")
            availability
            returned=returned.clone()
            open
        >
            <form action="/rpc/subscriptions/change-quantity" method="post" class="form">
                <Outcome returned refused=t!("subs-quantity-not-changed") />
                <TargetFields target />
                <Field id="quantity" label=t!("subs-new-quantity") help problem length=Length::Short>
                    <input
                        id="quantity"
                        name="draft[quantity]"
                        inputmode="numeric"
                        autocomplete="off"
                        value=value
                        on:input=move |event| typed.set(event_target_value(&event))
                        aria-describedby="quantity-note"
                    />
                </Field>
                <NewlyOver commitments more />
                <Estimate name="quantity" page estimating />
                <div class="form__actions">
                    <Button>{t!("save")}</Button>
                </div>
            </form>
        </Change>
    }
}

/// Changes the reseller of an indirect provider's subscription.
#[component]
pub(super) fn ResellerForm(
    /// Of what.
    target: Target,
    /// The reseller it has.
    reseller: String,
    /// Whether that can be done.
    availability: Availability,
) -> impl IntoView {
    let returned = returned("reseller");
    let value = typed_or(&returned, "reseller", reseller);
    let problem = Signal::stored(returned.problem("reseller"));
    view! {
        <Change id="reseller-why" label=t!("subs-change-reseller") availability returned=returned.clone()>
            <form action="/rpc/subscriptions/change-reseller" method="post" class="form">
                <Outcome returned refused=t!("subs-reseller-not-changed") />
                <TargetFields target />
                <Field
                    id="reseller"
                    label=t!("subs-reseller")
                    help=t!("subs-reseller-help")
                    optional=t!("optional")
                    problem
                    length=Length::Medium
                >
                    <input
                        id="reseller"
                        name="draft[reseller]"
                        inputmode="numeric"
                        value=value
                        aria-describedby="reseller-note"
                    />
                </Field>
                <div class="form__actions">
                    <Button>{t!("save")}</Button>
                </div>
            </form>
        </Change>
    }
}

/// Reactivates it.
#[component]
pub(super) fn ReactivateForm(
    /// What.
    target: Target,
    /// Its name.
    name: String,
    /// Whether that can be done.
    availability: Availability,
    /// What a change would cost, if that was asked.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    let label = t!("subs-reactivate", name = Arg::Text(name));
    if let Some(reason) = words::why_not(&availability) {
        return view! { <BlockedButton id="reactivate-why" label reason /> }.into_any();
    }
    let proposal = Signal::stored(ProposalDraft::Reactivate(target));
    let estimating = Estimating::new(foreseen, proposal);
    let page = words::page(target.customer, target.subscription);
    view! {
        <form action="/rpc/subscriptions/reactivate" method="post" class="form">
            <Outcome returned=returned("reactivate") refused=t!("subs-not-reactivated") />
            <TargetFields target />
            <Estimate name="reactivate" page estimating />
            <Button>{label}</Button>
        </form>
    }
    .into_any()
}

/// Orders an add-on; what cannot be ordered says why.
#[component]
pub(super) fn AddOnForm(
    /// The subscription it adds to.
    found: SubscriptionDetails,
    /// Names the attempt.
    requests: Requests,
    /// What a change would cost, if that was asked.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    let returned = returned("add-on");
    let seen = found.clone();
    let (open, shut): (Vec<_>, Vec<_>) =
        found.add_on_offers.into_iter().partition(|offer| offer.unavailable.is_none());
    let refused = shut.into_iter().filter_map(|offer| {
        let reason = words::refusal_in_words(offer.unavailable.as_ref()?);
        Some(view! { <li>{offer.card.name} <small class="table__note">{reason}</small></li> })
    });
    let refused: Vec<_> = refused.collect();
    let shut = (found.actions.add_on.is_allowed() && !refused.is_empty())
        .then(|| view! { <ul class="list">{refused}</ul> });
    if open.is_empty() && found.actions.add_on.is_allowed() {
        return shut.into_any();
    }
    let choices = open.iter().map(|offer| {
        let most = t!("subs-at-most", max = Arg::Count(offer.most.into()));
        let price = offer.card.prices.map(|prices| words::price(prices.partner));
        let note = price.map_or_else(String::new, |price| format!(" · {price}"));
        Choice::new(offer.card.offer.id.to_string(), format!("{} · {most}{note}", offer.card.name))
    });
    let choices: Vec<_> = choices.collect();
    let prices: Vec<_> =
        open.iter().map(|offer| (offer.card.offer.id, offer.card.prices)).collect();
    let asked = foreseen.as_ref().and_then(|foreseen| match &foreseen.proposal {
        ProposalDraft::AddOn(draft) => Some([draft.offer.clone(), draft.quantity.clone()]),
        _ => None,
    });
    let opened = asked.is_some();
    let [mut offer, quantity] =
        asked.unwrap_or_else(|| ["offer", "quantity"].map(|field| returned.typed(field)));
    if offer.is_empty() {
        // What a list shows that nobody has touched.
        offer = choices.first().map(|choice| choice.value.clone()).unwrap_or_default();
    }
    let typed = [offer.clone(), quantity.clone()].map(RwSignal::new);
    let proposal = Signal::derive(move || {
        let [offer, quantity] = typed.map(|field| field.get());
        ProposalDraft::AddOn(add_on(&seen, requests, offer, quantity))
    });
    let estimating = Estimating::new(foreseen, proposal);
    let commitments = found.commitments;
    let more = move |seen: &Commitments| {
        let [offer, quantity] = typed.map(|field| field.get());
        let offered = prices.iter().find(|(id, _)| id.to_string() == offer)?;
        Some(seen.by_add_on(offered.1?.partner, whole_number(&quantity).ok()?))
    };
    let page = words::page(found.customer, found.row.id);
    let [offer_problem, quantity_problem] =
        ["offer", "quantity"].map(|field| estimating.problem(field, returned.problem(field)));
    let named = |field: &str| format!("add-on-{field}");
    let all = returned.error().map(|error| problems(error, named)).unwrap_or_default();
    let availability = found.actions.add_on;
    view! {
        <Change
            id="add-on-why"
            label=t!("subs-order-add-on")
            availability
            returned=returned
            open=opened
        >
            <form action="/rpc/orders/order-add-on" method="post" class="form">
                <ErrorSummary title=t!("subs-add-on-not-ordered") problems=Signal::stored(all) />
                <Hidden name="request" value=requests.add_on.to_string() />
                <Hidden name="customer" value=found.customer.to_string() />
                <Hidden name="parent" value=found.row.id.to_string() />
                <Select
                    id="add-on-offer"
                    name="draft[offer]"
                    label=t!("subs-add-on")
                    choices
                    chosen=offer
                    problem=offer_problem
                    on:change=move |event| typed[0].set(event_target_value(&event))
                />
                <Field
                    id="add-on-quantity"
                    label=t!("subs-quantity")
                    problem=quantity_problem
                    length=Length::Short
                >
                    <input
                        id="add-on-quantity"
                        name="draft[quantity]"
                        inputmode="numeric"
                        autocomplete="off"
                        value=quantity
                        on:input=move |event| typed[1].set(event_target_value(&event))
                        aria-describedby="add-on-quantity-note"
                    />
                </Field>
                <p class="quiet">{t!("subs-add-on-text")}</p>
                <NewlyOver commitments more />
                <Estimate name="add-on" page estimating />
                <div class="form__actions">
                    <Button>{t!("subs-order-add-on")}</Button>
                </div>
            </form>
        </Change>
        {shut}
    }
    .into_any()
}
