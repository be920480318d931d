//! What partners owe, and the form that records what they have paid.

use domain::billing::Debtor;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::debtors::Debtors;
use super::fields;
use super::server_fns::{PaymentsView, find_payments};
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{PageHead, when_found};
use crate::ui::{Button, ButtonKind, Choice, Shape};

/// The page at `/operator/payments`.
pub struct PaymentsPage;

#[lazy_route]
impl LazyRoute for PaymentsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PaymentsPage = this;
        let found = Resource::new(|| (), |()| find_payments());
        when_found(found, Shape::Table, |found| view! { <Payments found /> })
    }
}

#[component]
fn Payments(found: PaymentsView) -> impl IntoView {
    let PaymentsView { debtors, request } = found;
    let form = request.map(|request| form(&debtors, request));
    view! {
        <div class="page">
            <PageHead title=t!("payments-title") text=t!("payments-text") />
            <Debtors debtors caption=t!("payments-title") />
            {form}
        </div>
    }
}

fn form(debtors: &[Debtor], request: String) -> impl IntoView + use<> {
    let returned = returned("payment");
    let today = with_page(|page| page.today).to_string();
    let typed_day = returned.typed("received_on");
    let received_on = if typed_day.is_empty() { today.clone() } else { typed_day };
    let partners = debtors.iter().map(|debtor| Choice::new(debtor.id.to_string(), &debtor.name));
    let partner = fields::choice(
        &returned,
        "partner",
        t!("payments-partner"),
        partners.collect(),
        returned.typed("partner"),
    );
    view! {
        <section class="page__section" id="record">
            <h2>{t!("payments-record")}</h2>
            <Outcome returned=returned.clone() refused=t!("payments-not-recorded") />
            <form class="form" action="/rpc/billing/record-payment" method="post">
                <Hidden name="request" value=request />
                {partner}
                <div class="form__pair">
                    {fields::text(
                        &returned,
                        "amount",
                        t!("payments-amount"),
                        returned.typed("amount"),
                    )}
                    {fields::day(
                        &returned,
                        "received_on",
                        t!("payments-received-on"),
                        received_on,
                        (String::new(), today),
                    )}
                </div>
                {fields::text(
                    &returned,
                    "reference",
                    t!("payments-reference"),
                    returned.typed("reference"),
                )}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("payments-record")}</Button>
                </div>
            </form>
        </section>
    }
}
