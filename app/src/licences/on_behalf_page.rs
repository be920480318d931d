//! The services of one customer: the way into its admin center.

use domain::access::Action;
use domain::error::{Arg, Entity, Error};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::on_behalf::{ServicesView, find_services};
use crate::context::can;
use crate::customers::{CustomerHead, CustomerTab};
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::ErrorPage;
use crate::ui::{
    BlockedButton, Button, ButtonKind, Fact, KeyValueList, Skeleton, StatusBadge, Tone,
};

/// The page of a customer's services.
pub struct OnBehalfPage;

#[lazy_route]
impl LazyRoute for OnBehalfPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OnBehalfPage = this;
        let params = use_params_map();
        let id = move || params.with(|params| params.get("customer"));
        let found = Resource::new(id, |id| async move {
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => find_services(id).await,
                None => Err(Error::NotFound { entity: Entity::Customer }.into()),
            }
        });
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Services found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Services(found: ServicesView) -> impl IntoView {
    let ServicesView { customer, name, domain, delegated } = found;
    let (tone, word) = if delegated {
        (Tone::Positive, t!("behalf-delegated"))
    } else {
        (Tone::Caution, t!("behalf-not-delegated"))
    };
    let facts = vec![
        Fact::new(t!("behalf-domain"), domain),
        Fact::new(t!("behalf-rights"), view! { <StatusBadge tone word /> }),
    ];
    let reason = match (can(Action::AdministerOnBehalf), delegated) {
        (true, true) => None,
        (true, false) => Some(t!("err-on-behalf-not-delegated")),
        (false, _) => Some(t!("behalf-no-right")),
    };
    let open = if let Some(reason) = reason {
        view! { <BlockedButton id="behalf-why" label=t!("behalf-open") reason /> }.into_any()
    } else {
        view! {
            <form action="/rpc/on-behalf/open" method="post">
                <Hidden name="customer" value=customer.to_string() />
                <Button kind=ButtonKind::Main>{t!("behalf-open")}</Button>
            </form>
        }
        .into_any()
    };
    view! {
        <div class="page">
            <CustomerHead id=customer name=name.clone() current=CustomerTab::Services />
            <Outcome returned=returned("on-behalf") refused=t!("behalf-not-opened") />
            <KeyValueList facts />
            <section class="page__section stack stack--tight" id="admin-center">
                <h2>{t!("behalf-admin-center")}</h2>
                <p class="prose">{t!("behalf-text", company = Arg::Text(name))}</p>
                {open}
            </section>
        </div>
    }
}
