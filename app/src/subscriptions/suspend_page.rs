//! The rehearsal of a suspension: what it would do, and the button that does it.

use domain::access::Action;
use domain::billing::ProposalDraft;
use domain::error::{Arg, Entity, Error};
use domain::ids::{CustomerId, SubscriptionId};
use domain::subscriptions::{MAX_NOTE, Rehearsal, SuspendReason, Target};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::details_page::{crumbs, which};
use super::forms::TargetFields;
use super::server_fns::{SuspensionPlan, rehearse_suspension};
use super::words;
use crate::billing::{Answer, Foreseen};
use crate::context::can;
use crate::failure::Failure;
use crate::forms::{Outcome, returned};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    Button, ButtonKind, Choice, Fact, Field, InlineHelp, KeyValueList, Length, LinkButton, Select,
    Shape, Skeleton,
};

/// The page on which a subscription is suspended.
pub struct SuspendPage;

#[lazy_route]
impl LazyRoute for SuspendPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SuspendPage = this;
        let which = which();
        let ids = Memo::new(move |_| which());
        let priced = can(Action::EstimateCosts);
        let plan = Resource::new(
            move || ids.get(),
            move |ids| async move {
                let none = Error::NotFound { entity: Entity::Subscription };
                let (customer, id) = ids.ok_or(none)?;
                let plan = rehearse_suspension(customer, id).await?;
                let proposal = ProposalDraft::Suspend(target(&plan, customer, id));
                let foreseen = Foreseen::if_allowed(priced, proposal).await;
                Ok::<_, Failure>((plan, foreseen))
            },
        );
        let waiting = || view! { <Skeleton shape=Shape::Lines label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match (plan.await, ids.get_untracked()) {
                        (Ok((plan, foreseen)), Some((customer, id))) => {
                            Either::Left(view! { <Plan plan foreseen customer id /> })
                        }
                        (Ok(_), None) => {
                            let failure = Error::NotFound { entity: Entity::Subscription }.into();
                            Either::Right(view! { <ErrorPage failure /> })
                        }
                        (Err(failure), _) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The subscription as the plan saw it.
fn target(plan: &SuspensionPlan, customer: CustomerId, subscription: SubscriptionId) -> Target {
    Target { request: plan.request, customer, subscription, seen: plan.version }
}

#[component]
fn Plan(
    plan: SuspensionPlan,
    foreseen: Option<Foreseen>,
    customer: CustomerId,
    id: SubscriptionId,
) -> impl IntoView {
    let target = target(&plan, customer, id);
    let SuspensionPlan { rehearsal, name, customer_name, policy, .. } = plan;
    let policy = (!policy.is_empty()).then(|| {
        view! {
            <InlineHelp question=t!("risk-policy-title")>
                <p class="risk__text">{policy}</p>
            </InlineHelp>
        }
    });
    let back = words::page(customer, id);
    let mut crumbs = crumbs(customer, &customer_name);
    crumbs.push(Crumb { href: back.clone(), name: name.clone() });
    let returned = returned("suspend");
    let [reason, note] = ["reason", "note"].map(|field| returned.typed(field));
    let [reason_problem, note_problem] =
        ["reason", "note"].map(|field| Signal::stored(returned.problem(field)));
    let words = |text: &str| Arg::Text(text.to_owned());
    let deleted = Arg::Text(words::day(rehearsal.deletes_on));
    let button =
        t!("subs-suspend-do", name = words(&name), customer = words(&customer_name), day = deleted);
    let choose = Choice::new("", t!("subs-reason-choose"));
    let reasons = SuspendReason::BY_PARTNER.iter();
    let reasons = reasons.map(|reason| Choice::new(reason.as_str(), words::reason(*reason)));
    view! {
        <div class="page">
            <PageHead
                title=t!("subs-suspend-title", name = words(&name))
                text=t!("subs-suspend-text")
                crumbs
            />
            <Outcome returned refused=t!("subs-not-suspended") />
            <Consequences rehearsal />
            {policy}
            <form action="/rpc/subscriptions/suspend" method="post" class="form">
                <TargetFields target />
                {foreseen.map(|foreseen| view! { <Answer answer=foreseen.answer /> })}
                <Select
                    id="reason"
                    name="draft[reason]"
                    label=t!("subs-reason")
                    choices=std::iter::once(choose).chain(reasons).collect()
                    chosen=reason
                    problem=reason_problem
                    length=Length::Medium
                />
                <Field
                    id="note"
                    label=t!("subs-reason-note")
                    help=t!("subs-reason-note-help", max = Arg::Count(MAX_NOTE.into()))
                    optional=t!("optional")
                    problem=note_problem
                >
                    <textarea
                        id="note"
                        name="draft[note]"
                        rows="3"
                        maxlength=MAX_NOTE.to_string()
                        aria-describedby="note-note"
                    >
                        {note}
                    </textarea>
                </Field>
                <div class="form__actions">
                    <Button kind=ButtonKind::DangerMain>{button}</Button>
                    <LinkButton href=back>{t!("cancel")}</LinkButton>
                </div>
            </form>
        </div>
    }
}

/// Who loses access, and which data dies when.
#[component]
fn Consequences(
    /// What would happen.
    rehearsal: Rehearsal,
) -> impl IntoView {
    let Rehearsal { inactive_from, reactivates_until, deletes_on, losing_access, add_ons } =
        rehearsal;
    let mut facts = vec![
        Fact::new(
            t!("subs-losing-access"),
            t!("subs-people", n = Arg::Count(losing_access.into())),
        ),
        Fact::new(t!("subs-inactive-from"), words::day(inactive_from)),
        Fact::new(t!("subs-last-day"), words::day(reactivates_until)),
        Fact::new(
            t!("subs-deletion"),
            view! { <strong>{words::day(deletes_on)}</strong> <p class="quiet">{t!("subs-deletion-text")}</p> },
        ),
    ];
    if !add_ons.is_empty() {
        let names = add_ons.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        let list = view! { <ul class="list">{names}</ul> };
        facts.push(Fact::new(t!("subs-add-ons-too"), list));
    }
    view! { <KeyValueList facts /> }
}
