//! What the partner notes about a customer that may not pay, and its rules for that.
//!
//! Source: domain book, "non-payment-fraud-or-misuse".

use domain::customers::RiskView;
use domain::error::Arg;
use domain::ids::CustomerId;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::account_page::{customer_in, unknown};
use super::head::{CustomerHead, CustomerTab};
use super::view_fns::{RiskPageView, find_risk};
use crate::context::locale;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::ErrorPage;
use crate::ui::{Banner, Button, ButtonKind, Fact, Field, KeyValueList, Length, Skeleton, Tone};

/// Most characters of the notes and of the policy.
const MAX: &str = "4000";

/// The risk panel of a customer.
pub struct CustomerRiskPage;

#[lazy_route]
impl LazyRoute for CustomerRiskPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomerRiskPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| customer_in(|name| params.with(|params| params.get(name))));
        let find = async |id: Option<CustomerId>| match id {
            Some(id) => find_risk(id).await.map(|found| (id, found)),
            None => Err(unknown()),
        };
        let found = Resource::new(move || id.get(), find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((id, found)) => Either::Left(view! { <Risk id found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Risk(id: CustomerId, found: RiskPageView) -> impl IntoView {
    let RiskPageView { customer_name, seen, request, policy_request } = found;
    let changed = seen.changed.as_ref().map(|(who, at)| {
        let when = format::instant(locale().language(), *at);
        let words = t!("risk-changed", who = Arg::Text(who.clone()), when = Arg::Text(when));
        view! { <p class="quiet">{words}</p> }
    });
    let overdue = seen.risk.overdue.then(|| {
        view! { <Banner tone=Tone::Caution title=t!("risk-overdue-banner") /> }
    });
    let panel = if seen.may_change {
        let seen = seen.clone();
        Either::Left(view! { <Notes id seen request /> })
    } else {
        Either::Right(view! { <KeyValueList facts=facts(&seen) /> })
    };
    view! {
        <div class="page">
            <CustomerHead id name=customer_name current=CustomerTab::Risk />
            {overdue}
            <section class="page__section">
                <h2>{t!("risk-title")}</h2>
                <p class="prose">
                    {t!("risk-text")} " "
                    <a href="/customers/non-payment">{t!("non-payment-title")}</a>
                </p>
                {panel}
                {changed}
            </section>
            <Policy seen request=policy_request />
        </div>
    }
}

fn facts(seen: &RiskView) -> Vec<Fact> {
    let limit = seen.risk.credit_limit;
    let limit = limit.map_or_else(|| t!("none"), |limit| format::money(locale().language(), limit));
    let overdue = if seen.risk.overdue { t!("yes") } else { t!("no") };
    let notes = seen.risk.notes.clone();
    let notes = if notes.is_empty() { t!("none") } else { notes };
    vec![
        Fact::new(t!("risk-overdue"), overdue),
        Fact::new(t!("risk-limit"), limit),
        Fact::new(t!("risk-notes"), view! { <p class="prose risk__text">{notes}</p> }),
    ]
}

#[component]
fn Notes(id: CustomerId, seen: RiskView, request: String) -> impl IntoView {
    let returned = returned("risk");
    let back = returned.error().is_some();
    let RiskView { risk, version, .. } = seen;
    let limit = risk.credit_limit.map(|limit| limit.to_string()).unwrap_or_default();
    let [notes, limit] = [("notes", risk.notes), ("credit_limit", limit)]
        .map(|(field, known)| if back { returned.typed(field) } else { known });
    let overdue = if back { returned.typed("overdue") == "yes" } else { risk.overdue };
    let [notes_problem, limit_problem] =
        ["notes", "credit_limit"].map(|field| Signal::stored(returned.problem(field)));
    let invalid = move || limit_problem.get().is_some().then_some("true");
    view! {
        <Outcome returned=returned.clone() refused=t!("customer-not-saved") />
        <form class="form" action="/rpc/customers/save-risk" method="post">
            <Hidden name="request" value=request />
            <Hidden name="customer" value=id.to_string() />
            <Hidden name="version" value=version.to_string() />
            <div class="choice">
                <input
                    id="overdue"
                    type="checkbox"
                    name="draft[overdue]"
                    value="yes"
                    checked=overdue
                />
                <label for="overdue">{t!("risk-overdue")}</label>
            </div>
            <Field
                id="credit_limit"
                label=t!("risk-limit")
                help=t!("risk-limit-help")
                optional=t!("optional")
                problem=limit_problem
                length=Length::Medium
            >
                <input
                    id="credit_limit"
                    name="draft[credit_limit]"
                    inputmode="decimal"
                    autocomplete="off"
                    value=limit
                    aria-describedby="credit_limit-note"
                    aria-invalid=invalid
                />
            </Field>
            <Field
                id="notes"
                label=t!("risk-notes")
                help=t!("risk-notes-help")
                optional=t!("optional")
                problem=notes_problem
            >
                <textarea
                    id="notes"
                    name="draft[notes]"
                    rows="6"
                    maxlength=MAX
                    aria-describedby="notes-note"
                >
                    {notes}
                </textarea>
            </Field>
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{t!("save")}</Button>
            </div>
        </form>
    }
}

/// The partner's rules about access and unpaid bills, one for all customers.
#[component]
fn Policy(seen: RiskView, request: String) -> impl IntoView {
    let returned = returned("policy");
    let RiskView { policy, policy_version, may_change, .. } = seen;
    let typed = if returned.error().is_some() { returned.typed("policy") } else { policy.clone() };
    let problem = Signal::stored(returned.problem("policy"));
    let body = if may_change {
        Either::Left(view! {
            <form class="form" action="/rpc/customers/save-policy" method="post">
                <Hidden name="request" value=request />
                <Hidden name="version" value=policy_version.to_string() />
                <Field
                    id="policy"
                    label=t!("risk-policy")
                    help=t!("risk-policy-help")
                    optional=t!("optional")
                    problem
                >
                    <textarea
                        id="policy"
                        name="draft[policy]"
                        rows="6"
                        maxlength=MAX
                        aria-describedby="policy-note"
                    >
                        {typed}
                    </textarea>
                </Field>
                <div class="form__actions">
                    <Button>{t!("save")}</Button>
                </div>
            </form>
        })
    } else {
        let policy = if policy.is_empty() { t!("none") } else { policy };
        Either::Right(view! { <p class="prose risk__text">{policy}</p> })
    };
    view! {
        <section class="page__section">
            <h2>{t!("risk-policy-title")}</h2>
            <Outcome returned refused=t!("customer-not-saved") />
            {body}
        </section>
    }
}
