//! All partners with what they owe and whether their account works; runs that wait for somebody.

use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::parked::Parked;
use super::server_fns::{AccountsView, find_accounts};
use crate::billing::debtors::Debtors;
use crate::frame::{PageHead, when_found};
use crate::ui::{EmptyState, Glyph, Shape};

/// The page at `/operator/accounts`.
pub struct PartnerAccountsPage;

#[lazy_route]
impl LazyRoute for PartnerAccountsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PartnerAccountsPage = this;
        let found = Resource::new(|| (), |()| find_accounts());
        when_found(found, Shape::Table, |found| view! { <Accounts found /> })
    }
}

#[component]
fn Accounts(found: AccountsView) -> impl IntoView {
    let AccountsView { debtors, parked, request } = found;
    let parked = (!parked.is_empty()).then(|| view! { <Parked runs=parked request /> });
    let list = if debtors.is_empty() {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("accounts-none")
                text=t!("accounts-none-text")
            />
        })
    } else {
        Either::Right(view! { <Debtors debtors caption=t!("accounts-partners") /> })
    };
    view! {
        <div class="page">
            <PageHead title=t!("accounts-title") text=t!("accounts-text") />
            {parked}
            <section class="page__section">
                <h2>{t!("accounts-partners")}</h2>
                {list}
            </section>
        </div>
    }
}
