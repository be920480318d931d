//! The start page of the operator's back office, with the clock of a sandbox.

use domain::error::{Arg, Error};
use domain::ids::RequestId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::admin_center_page::Yourself;
use super::server_fns::find_clock;
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Button, ButtonKind, Choice, Field, Length, Select, Shape, Skeleton};

/// The page at `/operator`.
pub struct BackOfficePage;

#[lazy_route]
impl LazyRoute for BackOfficePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let BackOfficePage = this;
        let (operator, signed_in, sandbox) =
            with_page(|page| (page.operator.clone(), page.viewer.is_some(), page.sandbox));
        if !signed_in {
            return view! { <ErrorPage failure=Error::Unauthenticated.into() /> }.into_any();
        }
        let clock = sandbox.then(|| {
            let clock = Resource::new(|| (), |()| find_clock());
            let waiting = || view! { <Skeleton shape=Shape::Lines label=t!("loading") /> };
            view! {
                <Transition fallback=waiting>
                    {move || Suspend::new(async move {
                        match clock.await {
                            Ok(request) => Either::Left(view! { <Clock request /> }),
                            Err(failure) => Either::Right(view! { <p>{failure.words()}</p> }),
                        }
                    })}
                </Transition>
            }
        });
        view! {
            <div class="page">
                <PageHead title=t!("overview-title") text=operator />
                <div class="cards">
                    <Yourself />
                </div>
                {clock}
            </div>
        }
        .into_any()
    }
}

/// Moves the business date forward. A plain form: everything on the page follows the date, so
/// that the page loads again either way.
#[component]
fn Clock(
    /// The id of this attempt.
    request: RequestId,
) -> impl IntoView {
    let returned = returned("move-clock");
    let today = with_page(|page| page.today);
    let typed = returned.typed("count");
    let count = if typed.is_empty() { "1".to_owned() } else { typed };
    let problem = returned.problem("count");
    let wrong = problem.is_some().then_some("true");
    let units = vec![
        Choice::new("days", t!("overview-clock-days")),
        Choice::new("months", t!("overview-clock-months")),
    ];
    view! {
        <section class="page__section" id="clock">
            <h2>{t!("overview-clock")}</h2>
            <p class="quiet">{t!("overview-clock-text", day = Arg::Day(today))}</p>
            <Outcome returned=returned.clone() refused=t!("overview-clock-not-moved") />
            <form class="form" action="/rpc/sandbox/advance" method="post">
                <Hidden name="request" value=request.to_string() />
                <div class="form__pair">
                    <Field
                        id="count"
                        label=t!("overview-clock-count")
                        help=t!("overview-clock-help")
                        problem=Signal::stored(problem)
                        length=Length::Short
                    >
                        <input
                            id="count"
                            name="draft[count]"
                            inputmode="numeric"
                            autocomplete="off"
                            value=count
                            aria-describedby="count-note"
                            aria-invalid=wrong
                        />
                    </Field>
                    <Select
                        id="unit"
                        name="draft[unit]"
                        label=t!("overview-clock-unit")
                        choices=units
                        chosen=returned.typed("unit")
                        length=Length::Medium
                    />
                </div>
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("overview-clock-move")}</Button>
                </div>
            </form>
        </section>
    }
}
