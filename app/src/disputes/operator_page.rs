//! The disputes of all partners, and the decision about one.

use domain::billing::{DisputeSummary, DisputeView, DisputesQuery, DisputesView};
use domain::error::{Arg, Entity, Error};
use domain::ids::DisputeId;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::details_page::dispute_in_path;
use super::lines::DisputedLines;
use super::list_page::List;
use super::server_fns::{find_any_dispute, list_all_disputes};
use super::words::facts;
use crate::billing::asked_list::asked;
use crate::billing::fields;
use crate::catalogue::Editable;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::{Button, ButtonKind, Fact, KeyValueList, Shape};

/// The page at `/operator/disputes`.
pub struct OperatorDisputesPage;

#[lazy_route]
impl LazyRoute for OperatorDisputesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OperatorDisputesPage = this;
        let asked = asked();
        let found = Resource::new(move || asked.get(), list_all_disputes);
        when_found(found, Shape::Table, move |found| view! { <Page found asked=asked.get() /> })
    }
}

#[component]
fn Page(found: DisputesView, asked: DisputesQuery) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=t!("disputes-title") text=t!("disputes-text-operator") />
            <List found asked operator=true />
        </div>
    }
}

/// The page at `/operator/disputes/:dispute`.
pub struct OperatorDisputePage;

#[lazy_route]
impl LazyRoute for OperatorDisputePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OperatorDisputePage = this;
        let id = dispute_in_path();
        let find = async |id: Option<DisputeId>| match id {
            Some(id) => find_any_dispute(id).await,
            None => Err(Error::NotFound { entity: Entity::Dispute }.into()),
        };
        let found = Resource::new(move || id.get(), find);
        when_found(found, Shape::Lines, |found| view! { <Dispute found /> })
    }
}

#[component]
fn Dispute(found: Editable<DisputeView>) -> impl IntoView {
    let Editable { seen: DisputeView { summary, lines, may_change }, request } = found;
    let crumbs = vec![Crumb { href: "/operator/disputes".to_owned(), name: t!("disputes-title") }];
    let title = t!("dispute-title", number = Arg::Text(summary.number.to_string()));
    let mut known = vec![Fact::new(t!("payments-partner"), summary.partner_name.clone())];
    known.extend(facts(&summary, false));
    view! {
        <div class="page">
            <PageHead title crumbs />
            <KeyValueList facts=known />
            <section class="page__section">
                <h2>{t!("dispute-lines")}</h2>
                <DisputedLines lines />
            </section>
            {may_change.then(|| view! { <Decide summary request /> })}
        </div>
    }
}

/// Two buttons, one form: all or a part is given back, or nothing.
#[component]
fn Decide(summary: DisputeSummary, request: String) -> impl IntoView {
    let returned = returned("decide-dispute");
    let typed = returned.typed("amount");
    let amount = if typed.is_empty() { summary.amount.to_string() } else { typed };
    let amount = fields::text(&returned, "amount", t!("dispute-give-back"), amount);
    let answer =
        fields::paragraphs(&returned, "answer", t!("dispute-answer"), t!("dispute-answer-help"));
    view! {
        <section class="page__section" id="decide">
            <h2>{t!("dispute-decide")}</h2>
            <Outcome returned=returned.clone() refused=t!("dispute-not-decided") />
            <form class="form" action="/rpc/operator-disputes/decide" method="post">
                <Hidden name="request" value=request />
                <Hidden name="id" value=summary.id.to_string() />
                <Hidden name="version" value=summary.version.to_string() />
                {amount}
                {answer}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main attr:name="draft[decision]" attr:value="accept">
                        {t!("dispute-accept")}
                    </Button>
                    <Button kind=ButtonKind::Danger attr:name="draft[decision]" attr:value="refuse">
                        {t!("dispute-refuse")}
                    </Button>
                </div>
            </form>
        </section>
    }
}
