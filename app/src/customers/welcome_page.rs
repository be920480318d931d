//! The wizard's confirmation: the new customer, and its administrator's password once.

use domain::customers::CustomerDetails;
use domain::ids::CustomerId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::account_page::{customer_in, unknown};
use super::head::{CustomerTab, to_customers};
use super::new_page::Steps;
use super::server_fns::{WelcomeView, find_welcome};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Banner, ButtonKind, CopyButton, Fact, KeyValueList, LinkButton, Skeleton, Tone};

/// The page of that step.
pub struct WelcomeCustomerPage;

#[lazy_route]
impl LazyRoute for WelcomeCustomerPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let WelcomeCustomerPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| customer_in(|name| params.with(|params| params.get(name))));
        let find = async |id: Option<CustomerId>| match id {
            Some(id) => find_welcome(id).await,
            None => Err(unknown()),
        };
        let found = Resource::new(move || id.get(), find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Welcome found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Welcome(found: WelcomeView) -> impl IntoView {
    let WelcomeView { customer, password } = found;
    let CustomerDetails { id, company_name, domain, .. } = customer;
    let copy = |text: String| {
        view! { <CopyButton text label=t!("copy") copied=t!("copied") /> }.into_any()
    };
    let mut facts = vec![
        Fact::new(t!("customers-name"), company_name),
        Fact::new(t!("customers-domain"), domain.clone()),
        Fact::new(t!("customers-microsoft-id"), copy(id.to_string())),
        Fact::new(t!("customer-admin"), copy(format!("admin@{domain}"))),
    ];
    let (tone, title, text) = if let Some(password) = password {
        facts.push(Fact::new(t!("customer-password"), copy(password)));
        (Tone::Caution, t!("customer-password-once"), t!("customer-password-once-text"))
    } else {
        (Tone::Info, t!("customer-password-gone"), t!("customer-password-gone-text"))
    };
    let subscriptions = CustomerTab::Subscriptions.href(id);
    view! {
        <div class="page">
            <PageHead title=t!("customer-created") crumbs=to_customers() />
            <Steps current=2 />
            <Banner tone title>
                <p>{text}</p>
            </Banner>
            <KeyValueList facts />
            <div class="form__actions">
                <LinkButton href=format!("{subscriptions}/subscriptions/new") kind=ButtonKind::Main>
                    {t!("customer-next-subscriptions")}
                </LinkButton>
                <LinkButton href=CustomerTab::Account.href(id)>
                    {t!("customer-next-account")}
                </LinkButton>
            </div>
        </div>
    }
}
