//! The fapiao of all partners, and the steps of one.

use domain::billing::{FapiaoQuery, FapiaoStatus, FapiaoSummary, FapiaoView, FapiaosView};
use domain::error::{Arg, Entity, Error};
use domain::ids::FapiaoId;
use domain::input;
use domain::time::days_after;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::{find_any_fapiao, list_all_fapiao};
use super::words::{List, delivery, kind, status};
use crate::billing::asked_list::asked;
use crate::billing::fields;
use crate::billing::words::money;
use crate::catalogue::Editable;
use crate::context::{locale, with_page};
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::{Button, ButtonKind, Fact, KeyValueList, Shape, StatusBadge};

/// The page at `/operator/fapiao`.
pub struct OperatorFapiaosPage;

#[lazy_route]
impl LazyRoute for OperatorFapiaosPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OperatorFapiaosPage = this;
        let asked = asked();
        let found = Resource::new(move || asked.get(), list_all_fapiao);
        when_found(found, Shape::Table, move |found| view! { <Page found asked=asked.get() /> })
    }
}

#[component]
fn Page(found: FapiaosView, asked: FapiaoQuery) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t!("fapiao-title") text=t!("fapiao-text-operator") />
            <List found asked operator=true />
        </div>
    }
}

/// The page at `/operator/fapiao/:fapiao`.
pub struct OperatorFapiaoPage;

#[lazy_route]
impl LazyRoute for OperatorFapiaoPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OperatorFapiaoPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| {
            params.with(|params| params.get("fapiao")).and_then(|id| id.parse().ok())
        });
        let find = async |id: Option<FapiaoId>| match id {
            Some(id) => find_any_fapiao(id).await,
            None => Err(Error::NotFound { entity: Entity::Fapiao }.into()),
        };
        let found = Resource::new(move || id.get(), find);
        when_found(found, Shape::Lines, |found| view! { <Request found /> })
    }
}

#[component]
fn Request(found: Editable<FapiaoView>) -> impl IntoView {
    let Editable { seen: FapiaoView { summary, may_change }, request } = found;
    let crumbs = vec![Crumb { href: "/operator/fapiao".to_owned(), name: t!("fapiao-title") }];
    let title = t!("fapiao-of", number = Arg::Text(summary.invoice_number.clone()));
    view! {
        <div class="page">
            <PageHead title crumbs />
            <KeyValueList facts=facts(&summary) />
            {may_change.then(|| view! { <Steps summary request /> })}
        </div>
    }
}

fn facts(request: &FapiaoSummary) -> Vec<Fact> {
    let (tone, word) = status(request.status);
    let details = request.details.clone();
    let way = details.delivery.parse().map(delivery).unwrap_or_default();
    let province = input::province(&details.province).ok();
    let province = province.and_then(|province| locale().say_dynamic(province.message()));
    let parts = [province.unwrap_or_default(), details.city, details.address, details.postcode];
    let address = parts.join(" ");
    let language = locale().language();
    let mut facts = vec![
        Fact::new(t!("billing-status"), view! { <StatusBadge tone word /> }),
        Fact::new(t!("payments-partner"), request.partner_name.clone()),
        Fact::new(t!("billing-total"), money(request.amount)),
        Fact::new(t!("fapiao-kind"), kind(request.kind)),
        Fact::new(t!("fapiao-buyer"), request.title.clone()),
    ];
    let texts = [
        (t!("fapiao-uscc"), details.uscc),
        (t!("fapiao-registered-address"), details.registered_address),
        (t!("fapiao-registered-phone"), details.registered_phone),
        (t!("fapiao-bank"), details.bank),
        (t!("fapiao-account"), details.account),
        (t!("fapiao-delivery"), way),
        (t!("fapiao-recipient"), details.recipient),
        (t!("fapiao-phone"), details.phone),
        (t!("fapiao-address"), address.trim().to_owned()),
        (t!("fapiao-number"), request.number.clone().unwrap_or_default()),
    ];
    let there = texts.into_iter().filter(|(_, text)| !text.is_empty());
    facts.extend(there.map(|(name, text)| Fact::new(name, text)));
    if let Some(on) = request.expected_on {
        facts.push(Fact::new(t!("fapiao-expected-on"), format::date(language, on)));
    }
    facts.push(Fact::new(t!("fapiao-requested"), format::instant(language, request.requested_at)));
    facts
}

/// The steps that can follow now, each a button beside the field it needs.
#[component]
fn Steps(summary: FapiaoSummary, request: String) -> impl IntoView {
    let returned = returned("move-fapiao");
    let issued = summary.status == FapiaoStatus::Issued;
    let body = if issued {
        Either::Left(view! {
            <div class="form__actions">
                <Button kind=ButtonKind::Main attr:name="draft[step]" attr:value="mail">
                    {t!("fapiao-mail")}
                </Button>
            </div>
        })
    } else {
        let tomorrow = with_page(|page| days_after(page.today, 1)).to_string();
        let number =
            fields::text(&returned, "number", t!("fapiao-number"), returned.typed("number"));
        let expected = fields::day(
            &returned,
            "expected_on",
            t!("fapiao-expected-on"),
            returned.typed("expected_on"),
            (tomorrow, String::new()),
        );
        Either::Right(view! {
            {number}
            <div class="form__actions">
                <Button kind=ButtonKind::Main attr:name="draft[step]" attr:value="issue">
                    {t!("fapiao-issue")}
                </Button>
            </div>
            {expected}
            <div class="form__actions">
                <Button attr:name="draft[step]" attr:value="delay">{t!("fapiao-delay")}</Button>
            </div>
        })
    };
    view! {
        <section class="page__section" id="step">
            <h2>{t!("fapiao-next")}</h2>
            <Outcome returned=returned.clone() refused=t!("fapiao-not-moved") />
            <form class="form" action="/rpc/operator-fapiao/move" method="post">
                <Hidden name="request" value=request />
                <Hidden name="id" value=summary.id.to_string() />
                <Hidden name="version" value=summary.version.to_string() />
                {body}
            </form>
        </section>
    }
}
