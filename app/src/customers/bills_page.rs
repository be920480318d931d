//! What a customer has been billed for lately: to answer its questions, or to pass them on.
//!
//! Source: domain book, "provide-billing-support" (screen).

use domain::billing::{CustomerBill, CustomerBills, DisputeLineView};
use domain::error::Arg;
use domain::ids::CustomerId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::account_page::{customer_in, unknown};
use super::head::{CustomerHead, CustomerTab};
use crate::billing::words::day;
use crate::context::with_page;
use crate::disputes::{choosing, find_customer_bills, listed};
use crate::frame::when_found;
use crate::ui::{Button, DataTable, EmptyState, Glyph, LinkButton, Shape};

/// The page at `/customers/:customer/billing`.
pub struct CustomerBillsPage;

#[lazy_route]
impl LazyRoute for CustomerBillsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomerBillsPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| customer_in(|name| params.with(|params| params.get(name))));
        let find = async |id: Option<CustomerId>| match id {
            Some(id) => find_customer_bills(id).await.map(|found| (id, found)),
            None => Err(unknown()),
        };
        let found = Resource::new(move || id.get(), find);
        when_found(found, Shape::Table, |(id, found)| view! { <Bills id found /> })
    }
}

#[component]
fn Bills(id: CustomerId, found: CustomerBills) -> impl IntoView {
    let CustomerBills { name, bills, may_dispute } = found;
    let parts = if bills.is_empty() {
        view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("customer-bills-none")
                text=t!("customer-bills-none-text")
            >
                <LinkButton href=CustomerTab::Subscriptions.href(id)>
                    {t!("customer-subscriptions")}
                </LinkButton>
            </EmptyState>
        }
        .into_any()
    } else {
        let bills = bills.into_iter().map(|bill| view! { <Bill id bill may_dispute /> });
        bills.collect_view().into_any()
    };
    view! {
        <div class="page">
            <CustomerHead id name current=CustomerTab::Bills />
            <p class="prose">
                {t!("customer-bills-text")} " "
                <a href="/customers/non-payment">{t!("non-payment-title")}</a>
            </p>
            {parts}
        </div>
    }
}

/// The customer's lines on one invoice; a form that takes the chosen ones to the dispute.
#[component]
fn Bill(id: CustomerId, bill: CustomerBill, may_dispute: bool) -> impl IntoView {
    let CustomerBill { billing_date, part } = bill;
    let invoice = part.invoice;
    let number = part.number;
    let late = with_page(|page| page.today) > part.until;
    let until = if late {
        t!("err-dispute-late", day = Arg::Day(part.until))
    } else {
        t!("dispute-until", day = Arg::Text(day(part.until)))
    };
    let open = may_dispute && !late && part.lines.iter().any(DisputeLineView::is_open);
    let (columns, rows) = if open { choosing(&part.lines, &[]) } else { listed(&part.lines) };
    let escalate = open.then(|| {
        let label = format!("{} {number}", t!("dispute-escalate"));
        view! { <Button attr:aria-label=label>{t!("dispute-escalate")}</Button> }
    });
    let all = part.next.map(|_| {
        let href = if may_dispute && !late {
            format!("/billing/disputes/new?invoice={invoice}&customer={id}")
        } else {
            format!("/billing/{invoice}/files?customer={id}")
        };
        let label = format!("{} {number}", t!("customer-bill-all"));
        view! { <LinkButton href attr:aria-label=label>{t!("customer-bill-all")}</LinkButton> }
    });
    let actions = (escalate.is_some() || all.is_some())
        .then(|| view! { <div class="form__actions">{escalate} {all}</div> });
    let title = t!("invoice-title", number = Arg::Text(number.clone()));
    let caption = title.clone();
    view! {
        <form class="page__section" action="/billing/disputes/new/reason" method="get">
            <input type="hidden" name="invoice" value=invoice.to_string() />
            <input type="hidden" name="customer" value=id.to_string() />
            <h2>
                <a href=format!("/billing/{invoice}?customer={id}")>{title}</a>
            </h2>
            <p class="quiet">
                {t!("customer-bill-of", day = Arg::Text(day(billing_date)))} " " {until}
            </p>
            <DataTable caption columns rows />
            {actions}
        </form>
    }
}
