//! The wizard's first step: what is known of the new customer.

use domain::error::Arg;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::head::to_customers;
use super::profile_fields::{Filled, Text, billing, company, confirm_uscc, contact, text};
use super::server_fns::{WizardView, find_wizard};
use crate::context::locale;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Banner, Button, ButtonKind, LinkButton, Skeleton, Stepper, Tone};

/// The page of that step.
pub struct NewCustomerPage;

#[lazy_route]
impl LazyRoute for NewCustomerPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let NewCustomerPage = this;
        let wizard = Resource::new(|| (), |()| find_wizard());
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match wizard.await {
                        Ok(wizard) => Either::Left(view! { <New wizard /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// Where the reader is in the wizard.
#[component]
pub(super) fn Steps(
    /// The step at hand, from 0.
    current: usize,
) -> impl IntoView {
    let steps = vec![
        t!("customer-step-account"),
        t!("customer-step-review"),
        t!("customer-step-confirmation"),
    ];
    view! { <Stepper label=t!("customers-add") steps current done=t!("customer-step-done") /> }
        .into_any()
}

#[component]
fn New(wizard: WizardView) -> impl IntoView {
    let WizardView { values, saved_at, request } = wizard;
    let filled = Filled { returned: returned("new-customer"), values };
    let attempt = request.clone();
    let begun = saved_at.filter(|_| filled.returned.error().is_none()).map(|at| {
        let at = format::instant(locale().language(), at);
        view! {
            <Banner tone=Tone::Info title=t!("customer-draft-back", at = Arg::Text(at))>
                <form action="/rpc/customers/drop-new" method="post">
                    <Hidden name="request" value=attempt />
                    <Button kind=ButtonKind::Link>{t!("customer-draft-drop")}</Button>
                </form>
            </Banner>
        }
    });
    let domain = Text::new("domain", t!("customer-domain")).help(t!("customer-domain-help"));
    view! {
        <div class="page">
            <PageHead title=t!("customers-add") crumbs=to_customers() />
            <Steps current=0 />
            <Outcome returned=filled.returned.clone() refused=t!("customer-not-created") />
            {begun}
            <section class="prose">
                <h2>{t!("customer-question")}</h2>
                <p>{t!("customer-question-text")}</p>
            </section>
            <form action="/rpc/customers/keep-new" method="post" class="form" data-form="new-customer">
                <Hidden name="request" value=request />
                {company(&filled)}
                {confirm_uscc(&filled)}
                {text(&filled, domain)}
                {contact(&filled)}
                {billing(&filled)}
                {agreement(&filled)}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("customer-to-review")}</Button>
                    <Button attr:name="later" attr:value="yes">
                        {t!("customer-later")}
                    </Button>
                    <LinkButton href="/customers" kind=ButtonKind::Quiet>
                        {t!("cancel")}
                    </LinkButton>
                </div>
            </form>
        </div>
    }
}

/// The customer has accepted the customer agreement.
fn agreement(filled: &Filled) -> AnyView {
    let problem = filled.problem("agreement");
    let wrong = problem.is_some().then_some("true");
    let checked = filled.value("agreement") == "yes";
    let note = problem.map_or_else(
        || view! { <span>{t!("customer-agreement-help")}</span> }.into_any(),
        |problem| view! { <strong>{problem}</strong> }.into_any(),
    );
    view! {
        <fieldset class="form__group">
            <legend>{t!("customer-agreement-title")}</legend>
            <div class="choice">
                <input
                    id="agreement"
                    name="draft[agreement]"
                    type="checkbox"
                    value="yes"
                    checked=checked
                    aria-describedby="agreement-note"
                    aria-invalid=wrong
                />
                <label for="agreement">{t!("customer-agreement-accepted")}</label>
                <p id="agreement-note" class="field__note">
                    {note}
                </p>
            </div>
        </fieldset>
    }
    .into_any()
}
