//! The form that disputes chosen lines of an invoice: how much is wrong, and why.
//!
//! Source: domain book, "provide-billing-support" (fields).

use domain::billing::{DisputableView, DisputeReason, MOST_LINES};
use domain::error::{Arg, Entity, Error};
use domain::money::Money;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::choose_page::{Asked, asked, crumbs, too_late};
use super::lines::DisputedLines;
use super::server_fns::find_chosen;
use super::words::reason;
use crate::billing::fields;
use crate::billing::words::money;
use crate::catalogue::Editable;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{PageHead, when_found};
use crate::ui::{Banner, Button, ButtonKind, Choice, EmptyState, Glyph, LinkButton, Shape, Tone};

/// The page at `/billing/disputes/new/reason`; the invoice and its chosen lines are in its query.
pub struct RaiseDisputePage;

#[lazy_route]
impl LazyRoute for RaiseDisputePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let RaiseDisputePage = this;
        let asked = asked();
        let find = async |Asked { invoice, lines, .. }: Asked| {
            let invoice = invoice.ok_or(Error::NotFound { entity: Entity::Invoice })?;
            // Too many are none: the page says so.
            let few = lines.len() <= MOST_LINES;
            find_chosen(invoice, if few { lines } else { Vec::new() }).await
        };
        let found = Resource::new(move || asked.get(), find);
        when_found(found, Shape::Lines, move |found| {
            view! { <Raise found asked=asked.get() /> }
        })
    }
}

#[component]
fn Raise(found: Editable<DisputableView>, asked: Asked) -> impl IntoView {
    let Editable { seen, request } = found;
    let crumbs = crumbs(seen.invoice, seen.number.clone());
    let title = t!("dispute-raise-title", number = Arg::Text(seen.number.clone()));
    let customer = asked.customer.map(|id| format!("&customer={id}")).unwrap_or_default();
    let lines: Vec<_> = asked.lines.iter().map(|place| format!("&lines={place}")).collect();
    let lines = lines.concat();
    let choose = format!("/billing/disputes/new?invoice={}{customer}{lines}", seen.invoice);
    let body = if let Some(title) = too_late(&seen) {
        view! { <Banner tone=Tone::Info title /> }.into_any()
    } else if seen.lines.is_empty() {
        let text = match asked.lines.len() {
            ..=MOST_LINES => t!("err-dispute-lines"),
            _ => t!(
                "err-dispute-too-many",
                most = Arg::Count(i64::try_from(MOST_LINES).unwrap_or(i64::MAX))
            ),
        };
        view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("dispute-none-chosen")
                text
            >
                <LinkButton href=choose kind=ButtonKind::Main>{t!("dispute-which")}</LinkButton>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <RaiseForm seen request choose /> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title text=t!("dispute-raise-text") crumbs />
            {body}
        </div>
    }
}

#[component]
fn RaiseForm(seen: DisputableView, request: String, choose: String) -> impl IntoView {
    let returned = returned("dispute");
    let reasons = DisputeReason::ALL.iter().map(|of| Choice::new(of.as_str(), reason(*of)));
    let chosen = returned.typed("reason");
    let reason =
        fields::choice(&returned, "reason", t!("dispute-reason"), reasons.collect(), chosen);
    // What most people want back is all of it.
    let sum: Money = seen.lines.iter().map(|line| line.total).sum();
    let amount = match returned.error() {
        Some(_) => returned.typed("amount"),
        None => sum.to_string(),
    };
    let amount = fields::text(&returned, "amount", t!("dispute-amount-field"), amount);
    let text = fields::paragraphs(&returned, "text", t!("dispute-text"), t!("dispute-text-help"));
    let invoice = seen.invoice.to_string();
    let hidden = seen.lines.iter().map(|line| {
        view! { <input type="hidden" name="draft[lines][]" value=line.place.to_string() /> }
    });
    let hidden = hidden.collect_view();
    view! {
        <Outcome returned=returned.clone() refused=t!("dispute-not-raised") />
        <section class="page__section" id="lines">
            <h2>{t!("dispute-lines")}</h2>
            <DisputedLines lines=seen.lines />
            <p>
                {t!("dispute-sum", sum = Arg::Text(money(sum)))} " "
                <a href=choose.clone()>{t!("dispute-choose-others")}</a>
            </p>
        </section>
        <section class="page__section">
            <h2>{t!("dispute-why")}</h2>
            <form class="form" action="/rpc/disputes/raise" method="post">
                <Hidden name="request" value=request />
                <Hidden name="invoice" value=invoice />
                {hidden}
                {amount}
                {reason}
                {text}
                <p class="quiet">{t!("dispute-due")}</p>
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("dispute-raise")}</Button>
                    <LinkButton href=choose>{t!("back")}</LinkButton>
                </div>
            </form>
        </section>
    }
}
