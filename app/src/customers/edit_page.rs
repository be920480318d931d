//! The form that changes what a partner knows of a customer.

use domain::customers::{BillingPart, CustomerDetails};
use domain::ids::CustomerId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::account_page::{billing_facts, customer_in, unknown};
use super::head::{CustomerTab, to_customer};
use super::profile_fields::{Filled, billing, company, confirm_uscc, contact};
use super::server_fns::{EditView, find_editable};
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Button, ButtonKind, KeyValueList, LinkButton, Skeleton};

/// The page of that form.
pub struct EditCustomerPage;

#[lazy_route]
impl LazyRoute for EditCustomerPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let EditCustomerPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| customer_in(|name| params.with(|params| params.get(name))));
        let find = async |id: Option<CustomerId>| match id {
            Some(id) => find_editable(id).await,
            None => Err(unknown()),
        };
        let customer = Resource::new(move || id.get(), find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match customer.await {
                        Ok(customer) => Either::Left(view! { <Edit customer /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Edit(customer: EditView) -> impl IntoView {
    let EditView { seen, values, request } = customer;
    let CustomerDetails { id, version, company_name, may, .. } = seen;
    let filled = Filled { returned: returned("customer"), values };
    let account = CustomerTab::Account;
    let bills = if may.edit_billing { billing(&filled) } else { fixed_billing(seen.billing) };
    view! {
        <div class="page">
            <PageHead
                title=t!("customer-edit")
                text=t!("customer-edit-text")
                crumbs=to_customer(id, company_name, account)
            />
            <Outcome returned=filled.returned.clone() refused=t!("customer-not-saved") />
            <form action="/rpc/customers/edit" method="post" class="form" data-form="customer">
                <Hidden name="request" value=request />
                <Hidden name="id" value=id.to_string() />
                // What came back is sent again over the values of now, which the reader then knows.
                <Hidden name="version" value=version.to_string() />
                {company(&filled)}
                {confirm_uscc(&filled)}
                {contact(&filled)}
                {bills}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("save")}</Button>
                    <LinkButton href=account.href(id)>{t!("cancel")}</LinkButton>
                </div>
            </form>
        </div>
    }
}

/// The billing part for who may not change it.
fn fixed_billing(billing: BillingPart) -> AnyView {
    let part = match billing {
        BillingPart::Same => view! { <p>{t!("customer-billing-same")}</p> }.into_any(),
        BillingPart::Own(own) => view! { <KeyValueList facts=billing_facts(*own) /> }.into_any(),
    };
    view! {
        <section class="form__group">
            <h2>{t!("customer-billing")}</h2>
            <p class="quiet">{t!("customer-billing-fixed")}</p>
            {part}
        </section>
    }
    .into_any()
}
