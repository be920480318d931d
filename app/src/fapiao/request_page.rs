//! The form that requests a fapiao; it begins with what was entered the last time.
//!
//! Source: domain book, "billing" (fapiao).

use domain::billing::{FapiaoDelivery, FapiaoFormView, FapiaoKind};
use domain::error::{Arg, Entity, Error};
use domain::ids::InvoiceId;
use domain::input::Province;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_fapiao_form;
use super::words::{delivery, kind};
use crate::billing::fields;
use crate::catalogue::Editable;
use crate::context::locale;
use crate::forms::{Hidden, Outcome, Returned, returned};
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::{Banner, Button, ButtonKind, Choice, LinkButton, Shape, Tone};

/// The page at `/billing/fapiao/new`; the invoice is in its query.
pub struct RequestFapiaoPage;

#[lazy_route]
impl LazyRoute for RequestFapiaoPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let RequestFapiaoPage = this;
        let query = use_query_map();
        let id = Memo::new(move |_| {
            query.with(|query| query.get("invoice")).and_then(|id| id.parse().ok())
        });
        let find = async |id: Option<InvoiceId>| match id {
            Some(id) => find_fapiao_form(id).await,
            None => Err(Error::NotFound { entity: Entity::Invoice }.into()),
        };
        let found = Resource::new(move || id.get(), find);
        when_found(found, Shape::Lines, |found| view! { <Page found /> })
    }
}

#[component]
fn Page(found: Editable<FapiaoFormView>) -> impl IntoView {
    let Editable { seen, request } = found;
    let number = Arg::Text(seen.number.clone());
    let crumbs = vec![
        Crumb { href: "/billing".to_owned(), name: t!("billing-title") },
        Crumb { href: "/billing/fapiao".to_owned(), name: t!("fapiao-title") },
    ];
    let body = if let Some(refusal) = seen.refusal.clone() {
        let title = locale().say_refusal(&refusal);
        Either::Left(view! {
            <Banner tone=Tone::Info title>
                <p>
                    <a href="/billing/fapiao">{t!("fapiao-title")}</a>
                </p>
            </Banner>
        })
    } else {
        Either::Right(view! { <RequestForm seen request /> })
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("fapiao-request-title", number = number)
                text=t!("fapiao-request-text")
                crumbs
            />
            {body}
        </div>
    }
}

/// What was typed, or else what is known from the last time.
struct Filled {
    returned: Returned,
    back: bool,
}

impl Filled {
    fn line(&self, name: &'static str, label: String, known: &str) -> impl IntoView + use<> {
        let value = if self.back { self.returned.typed(name) } else { known.to_owned() };
        fields::text(&self.returned, name, label, value)
    }

    fn choice(
        &self,
        name: &'static str,
        label: String,
        choices: Vec<Choice>,
        known: &str,
    ) -> impl IntoView + use<> {
        let chosen = if self.back { self.returned.typed(name) } else { known.to_owned() };
        fields::choice(&self.returned, name, label, choices, chosen)
    }
}

#[component]
fn RequestForm(seen: FapiaoFormView, request: String) -> impl IntoView {
    let returned = returned("fapiao");
    let filled = Filled { back: returned.error().is_some(), returned: returned.clone() };
    let kinds = FapiaoKind::ALL.iter().map(|of| Choice::new(of.as_str(), kind(*of))).collect();
    let ways =
        FapiaoDelivery::ALL.iter().map(|of| Choice::new(of.as_str(), delivery(*of))).collect();
    let province = |of: &Province| {
        Choice::new(of.code(), locale().say_dynamic(of.message()).unwrap_or_default())
    };
    let none = std::iter::once(Choice::new("", t!("fapiao-choose")));
    let provinces = none.chain(Province::ALL.iter().map(province)).collect();
    let known = &seen.details;
    // The box is there only to confirm what the warning is about.
    let confirm = returned.problem("title").is_some().then(|| {
        view! {
            <div class="choice">
                <input id="confirmed" type="checkbox" name="draft[confirmed]" value="yes" />
                <label for="confirmed">{t!("fapiao-confirm")}</label>
            </div>
        }
    });
    view! {
        <Outcome returned=returned refused=t!("fapiao-not-requested") />
        <form class="form" action="/rpc/fapiao/request" method="post">
            <Hidden name="request" value=request />
            <Hidden name="invoice" value=seen.invoice.to_string() />
            <fieldset class="form__group">
                <legend>{t!("fapiao-paper")}</legend>
                {filled.choice("kind", t!("fapiao-kind"), kinds, seen.kind.as_str())}
                {filled.line("title", t!("fapiao-buyer"), &seen.title)}
                {confirm}
            </fieldset>
            <fieldset class="form__group">
                <legend>{t!("fapiao-tax-data")}</legend>
                <p class="quiet">{t!("fapiao-tax-data-text")}</p>
                {filled.line("uscc", t!("fapiao-uscc"), &known.uscc)}
                {filled
                    .line(
                        "registered_address",
                        t!("fapiao-registered-address"),
                        &known.registered_address,
                    )}
                {filled
                    .line("registered_phone", t!("fapiao-registered-phone"), &known.registered_phone)}
                {filled.line("bank", t!("fapiao-bank"), &known.bank)}
                {filled.line("account", t!("fapiao-account"), &known.account)}
            </fieldset>
            <fieldset class="form__group">
                <legend>{t!("fapiao-delivery")}</legend>
                {filled.choice("delivery", t!("fapiao-way"), ways, &known.delivery)}
                {filled.line("recipient", t!("fapiao-recipient"), &known.recipient)}
                {filled.line("phone", t!("fapiao-phone"), &known.phone)}
                <p class="quiet">{t!("fapiao-address-text")}</p>
                {filled.line("address", t!("fapiao-address"), &known.address)}
                {filled.choice("province", t!("customer-province"), provinces, &known.province)}
                {filled.line("city", t!("fapiao-city"), &known.city)}
                {filled.line("postcode", t!("fapiao-postcode"), &known.postcode)}
            </fieldset>
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{t!("fapiao-request")}</Button>
                <LinkButton href="/billing">{t!("cancel")}</LinkButton>
            </div>
        </form>
    }
}
