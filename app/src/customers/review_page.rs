//! The wizard's review: everything once more, before the customer is created.

use domain::customers::{NewCustomer, first_admin};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::account_page::{billing_facts, company_facts, contact_facts};
use super::head::to_customers;
use super::new_page::Steps;
use super::profile_fields::{Filled, confirm_uscc};
use super::server_fns::{ReviewView, Values, find_review};
use crate::forms::{Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Banner, Button, ButtonKind, Card, Fact, KeyValueList, LinkButton, Skeleton, Tone};

/// The page of that step.
pub struct ReviewCustomerPage;

#[lazy_route]
impl LazyRoute for ReviewCustomerPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ReviewCustomerPage = this;
        let review = Resource::new(|| (), |()| find_review());
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match review.await {
                        Ok(review) => Either::Left(view! { <Review review /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Review(review: ReviewView) -> impl IntoView {
    let ReviewView { values, wanted } = review;
    let filled = Filled { returned: returned("review-customer"), values };
    let content = match wanted {
        Some(wanted) => ready(*wanted, &filled),
        None => view! {
            <Banner tone=Tone::Info title=t!("customer-review-nothing")>
                <LinkButton href="/customers/new">{t!("customer-step-account")}</LinkButton>
            </Banner>
        }
        .into_any(),
    };
    view! {
        <div class="page">
            <PageHead title=t!("customers-add") crumbs=to_customers() />
            <Steps current=1 />
            <Outcome returned=filled.returned.clone() refused=t!("customer-not-created") />
            {content}
        </div>
    }
}

fn ready(wanted: NewCustomer, filled: &Filled) -> AnyView {
    let NewCustomer { domain, profile, .. } = wanted;
    let mut company = company_facts(profile.company);
    company.push(Fact::new(t!("customers-domain"), domain.domain()));
    let admin = first_admin(&domain);
    company.push(Fact::new(t!("customer-admin"), admin));
    let billing = match profile.billing {
        None => view! { <p>{t!("customer-billing-same")}</p> }.into_any(),
        Some(own) => view! { <KeyValueList facts=billing_facts(own) /> }.into_any(),
    };
    let update = || {
        let name = t!("customer-update");
        view! { <LinkButton href="/customers/new" kind=ButtonKind::Quiet>{name}</LinkButton> }
            .into_any()
    };
    let hidden = hidden(&filled.values);
    view! {
        <p class="prose">{t!("customer-review-text")}</p>
        <div class="customer__parts">
            <Card title=t!("customer-company") aside=update()>
                <KeyValueList facts=company />
            </Card>
            <Card title=t!("customer-contact")>
                <KeyValueList facts=contact_facts(profile.contact) />
            </Card>
            <Card title=t!("customer-billing")>{billing}</Card>
        </div>
        <form action="/rpc/customers/create" method="post" class="form">
            {hidden}
            {confirm_uscc(filled)}
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{t!("customer-submit")}</Button>
                <LinkButton href="/customers/new">{t!("back")}</LinkButton>
            </div>
        </form>
    }
    .into_any()
}

/// The form is sent whole: a repetition of it is the same form, whatever was typed elsewhere.
fn hidden(values: &Values) -> impl IntoView + use<> {
    let named = |name: &str| name != "confirm_uscc";
    let values = values.iter().filter(|(name, value)| named(name) && !value.is_empty());
    let values = values.map(|(name, value)| {
        view! { <input type="hidden" name=format!("draft[{name}]") value=value.clone() /> }
    });
    values.collect_view()
}
