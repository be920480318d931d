//! The form that takes back a part of an invoice.

use domain::billing::{InvoiceKind, InvoiceSummary};
use domain::error::Arg;
use domain::ids::PartnerId;
use domain::money::Money;
use leptos::prelude::*;

use crate::billing::fields;
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{Button, ButtonKind, Choice, Length, Select};

/// The form; nothing where there is no invoice to take back from.
#[component]
pub(super) fn CreditForm(
    partner: PartnerId,
    invoices: Vec<InvoiceSummary>,
    request: String,
) -> impl IntoView {
    let real = |invoice: &&InvoiceSummary| {
        invoice.kind == InvoiceKind::Invoice && invoice.payable > Money::ZERO
    };
    let choice = |invoice: &InvoiceSummary| {
        let words = t!(
            "credit-note-of",
            number = Arg::Text(invoice.number.clone()),
            amount = Arg::Money(invoice.payable)
        );
        Choice::new(invoice.id.to_string(), words)
    };
    let choices: Vec<_> = invoices.iter().filter(real).map(choice).collect();
    (!choices.is_empty()).then(|| view! { <Issue partner choices request /> })
}

#[component]
fn Issue(partner: PartnerId, choices: Vec<Choice>, request: String) -> impl IntoView {
    let returned = returned("credit-note");
    let problem = Signal::stored(returned.problem("invoice"));
    let typed = |name| returned.typed(name);
    let amount = fields::text(&returned, "amount", t!("credit-note-amount"), typed("amount"));
    let reason =
        fields::text(&returned, "credit_reason", t!("credit-note-reason"), typed("credit_reason"));
    view! {
        <section class="page__section" id="credit">
            <h2>{t!("credit-note-issue")}</h2>
            <p class="prose">{t!("credit-note-text")}</p>
            <Outcome returned=returned.clone() refused=t!("credit-note-not-issued") />
            <form class="form" action="/rpc/partner-accounts/issue-credit-note" method="post">
                <Hidden name="request" value=request />
                <Hidden name="partner" value=partner.to_string() />
                <Select
                    id="invoice"
                    name="draft[invoice]"
                    label=t!("billing-invoice")
                    choices
                    chosen=typed("invoice")
                    problem
                    length=Length::Medium
                />
                {amount}
                {reason}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("credit-note-issue")}</Button>
                </div>
            </form>
        </section>
    }
}
