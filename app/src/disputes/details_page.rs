//! A dispute as its partner sees it, and the end of it: the customer has been told.

use domain::billing::DisputeView;
use domain::error::{Arg, Entity, Error};
use domain::ids::DisputeId;
use domain::time::business_day;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::lines::DisputedLines;
use super::server_fns::find_dispute;
use super::words::facts;
use crate::billing::fields;
use crate::catalogue::Editable;
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::{Button, ButtonKind, KeyValueList, Shape};

/// The page at `/billing/disputes/:dispute`.
pub struct DisputePage;

#[lazy_route]
impl LazyRoute for DisputePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let DisputePage = this;
        let id = dispute_in_path();
        let find = async |id: Option<DisputeId>| match id {
            Some(id) => find_dispute(id).await,
            None => Err(Error::NotFound { entity: Entity::Dispute }.into()),
        };
        let found = Resource::new(move || id.get(), find);
        when_found(found, Shape::Lines, |found| view! { <Dispute found /> })
    }
}

pub(super) fn dispute_in_path() -> Memo<Option<DisputeId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("dispute")).and_then(|id| id.parse().ok()))
}

#[component]
fn Dispute(found: Editable<DisputeView>) -> impl IntoView {
    let Editable { seen: DisputeView { summary, lines, may_change }, request } = found;
    let crumbs = vec![
        Crumb { href: "/billing".to_owned(), name: t!("billing-title") },
        Crumb { href: "/billing/disputes".to_owned(), name: t!("disputes-title") },
    ];
    let title = t!("dispute-title", number = Arg::Text(summary.number.to_string()));
    let closing = may_change.then(|| {
        let decided = summary.decided_at.map(|at| business_day(at).to_string());
        let decided = decided.unwrap_or_default();
        let (id, version) = (summary.id.to_string(), summary.version.to_string());
        view! { <Closing id version decided request /> }
    });
    view! {
        <div class="page">
            <PageHead title crumbs />
            <KeyValueList facts=facts(&summary, true) />
            {closing}
            <section class="page__section">
                <h2>{t!("dispute-lines")}</h2>
                <DisputedLines lines />
            </section>
        </div>
    }
}

/// Says when the customer was told; that closes the dispute.
#[component]
fn Closing(id: String, version: String, decided: String, request: String) -> impl IntoView {
    let returned = returned("close-dispute");
    let today = with_page(|page| page.today).to_string();
    let typed = returned.typed("informed_on");
    let value = if typed.is_empty() { today.clone() } else { typed };
    let informed_on =
        fields::day(&returned, "informed_on", t!("dispute-informed"), value, (decided, today));
    view! {
        <section class="page__section">
            <h2>{t!("dispute-close")}</h2>
            <p class="prose">{t!("dispute-close-text")}</p>
            <Outcome returned=returned.clone() refused=t!("dispute-not-closed") />
            <form class="form" action="/rpc/disputes/close" method="post">
                <Hidden name="request" value=request />
                <Hidden name="id" value=id />
                <Hidden name="version" value=version />
                {informed_on}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("dispute-close")}</Button>
                </div>
            </form>
        </section>
    }
}
