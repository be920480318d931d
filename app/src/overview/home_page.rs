//! The start page of Partner Center: a welcome before signing in, the overview after it.

use domain::access::Action;
use domain::catalogue::PinnedView;
use domain::error::Arg;
use domain::overview::OverviewView;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::checklist::OnboardingChecklist;
use super::server_fns::find_overview;
use super::topics::Topics;
use super::welcome::Welcome;
use crate::catalogue::Editable;
use crate::context::{can, locale, with_page};
use crate::deadlines::DeadlinesCard;
use crate::forms::{Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Card, Shape, Skeleton};

/// The page at `/`.
pub struct HomePage;

#[lazy_route]
impl LazyRoute for HomePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let HomePage = this;
        // Nothing is asked for a reader who has not signed in.
        if with_page(|page| page.viewer.is_none()) {
            return view! { <Welcome /> }.into_any();
        }
        let overview = Resource::new(|| (), |()| find_overview());
        let waiting = || view! { <Skeleton shape=Shape::Tiles label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match overview.await {
                        Ok(found) => Either::Left(view! { <Overview found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Overview(found: Editable<OverviewView>) -> impl IntoView {
    let Editable { seen, request } = found;
    let OverviewView { customers, pinned, checklist } = seen;
    let company = with_page(|page| page.viewer.as_ref().map(|viewer| viewer.company.clone()));
    let figures = customers.is_some() || pinned.is_some();
    view! {
        <div class="page">
            <PageHead title=t!("overview-title") text=company.unwrap_or_default() />
            <Outcome returned=returned("review-catalog") refused=t!("onboarding-not-saved") />
            <Topics />
            {checklist
                .map(|checklist| view! { <OnboardingChecklist checklist request=request.clone() /> })}
            {figures
                .then(|| {
                    view! {
                        <div class="cards">
                            {customers.map(|count| view! { <Customers count /> })}
                            {pinned.map(|pinned| view! { <Pinned pinned /> })}
                        </div>
                    }
                })}
            {can(Action::SeeSubscriptions).then(|| view! { <DeadlinesCard /> })}
        </div>
    }
}

/// How many customers the partner sells to.
#[component]
fn Customers(
    /// How many.
    count: i64,
) -> impl IntoView {
    let figure = format::count(locale().language(), count);
    view! {
        <Card title=t!("overview-customers")>
            <p class="card__figure">{figure}</p>
            <p class="quiet">{t!("overview-customer-count", count = Arg::Count(count))}</p>
        </Card>
    }
}

/// What the partner has pinned to the top of the catalogue.
#[component]
fn Pinned(
    /// The offers, in the order of their slots.
    pinned: Vec<PinnedView>,
) -> impl IntoView {
    let customize = can(Action::PinOffers)
        .then(|| view! { <a href="/settings/catalog">{t!("catalogue-customize")}</a> }.into_any());
    let offers = if pinned.is_empty() {
        Either::Left(view! { <p class="quiet">{t!("overview-nothing-pinned")}</p> })
    } else {
        let offers = pinned.into_iter().map(|offer| {
            view! {
                <li>
                    <a href=format!("/catalog/{}", offer.id)>{offer.name}</a>
                </li>
            }
        });
        Either::Right(view! { <ol class="card__list">{offers.collect_view()}</ol> })
    };
    view! {
        <Card title=t!("catalogue-slots") aside=customize.into_any()>
            {offers}
        </Card>
    }
}
