//! One partner's account: what it owes, whether it works, what being late costs, its invoices.

use domain::billing::{InvoiceKind, LateInvoice, StandingStep, StandingView, SuspensionReason};
use domain::error::{Arg, Entity, Error};
use domain::ids::PartnerId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::credit_form::CreditForm;
use super::parked::Parked;
use super::server_fns::find_standing;
use crate::billing::fields;
use crate::billing::words::{day, money, standing, status};
use crate::catalogue::Editable;
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    Button, ButtonKind, CellKind, Choice, Column, DataTable, Fact, KeyValueList, Markup, Select,
    Skeleton, StatusBadge, Tone,
};

/// The page at `/operator/accounts/:partner`.
pub struct PartnerAccountPage;

#[lazy_route]
impl LazyRoute for PartnerAccountPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PartnerAccountPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| {
            params.with(|params| params.get("partner")).and_then(|id| id.parse().ok())
        });
        let find = async |id: Option<PartnerId>| match id {
            Some(id) => find_standing(id).await,
            None => Err(Error::NotFound { entity: Entity::Partner }.into()),
        };
        let found = Resource::new(move || id.get(), find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Account found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Account(found: Editable<StandingView>) -> impl IntoView {
    let Editable { seen, request } = found;
    let crumbs = vec![Crumb { href: "/operator/accounts".to_owned(), name: t!("accounts-title") }];
    let parked = (!seen.parked.is_empty()).then(|| {
        let request = seen.may_run.then(|| request.clone());
        view! { <Parked runs=seen.parked.clone() request /> }
    });
    let late = (!seen.late.is_empty()).then(|| view! { <Late late=seen.late.clone() /> });
    let steps = steps(&seen);
    let change = (!steps.is_empty()).then(|| {
        let (partner, request) = (seen.debtor.id, request.clone());
        view! { <Change partner steps request /> }
    });
    let credit = seen.may_run.then(|| {
        let (partner, invoices) = (seen.debtor.id, seen.invoices.clone());
        view! { <CreditForm partner invoices request /> }
    });
    view! {
        <div class="page">
            <PageHead title=seen.debtor.name.clone() crumbs />
            <KeyValueList facts=facts(&seen) />
            {parked}
            {late}
            {change}
            <section class="page__section">
                <h2>{t!("billing-history")}</h2>
                <Invoices seen />
            </section>
            {credit}
        </div>
    }
}

fn facts(seen: &StandingView) -> Vec<Fact> {
    let debtor = &seen.debtor;
    let (tone, word) = standing(debtor);
    let mut facts = vec![Fact::new(t!("billing-status"), view! { <StatusBadge tone word /> })];
    if let Some((since, reason)) = seen.suspension {
        let words = match reason {
            SuspensionReason::Overdue => t!("accounts-since-overdue", day = Arg::Day(since)),
            SuspensionReason::Operator => t!("accounts-since-operator", day = Arg::Day(since)),
        };
        facts.push(Fact::new(t!("accounts-suspended"), words));
    }
    let days = |days: u64| Arg::Count(i64::try_from(days).unwrap_or(i64::MAX));
    facts.extend([
        Fact::new(t!("payments-due"), money(debtor.due)),
        Fact::new(t!("payments-overdue"), money(debtor.overdue)),
        Fact::new(t!("payments-credit"), money(debtor.credit)),
        Fact::new(
            t!("accounts-terms"),
            t!(
                "accounts-terms-words",
                net = days(seen.payment_days),
                patience = days(seen.suspend_after_days)
            ),
        ),
        Fact::new(t!("accounts-contact"), seen.contact_email.clone()),
    ]);
    facts
}

/// What the reader can do now, each with its words.
fn steps(seen: &StandingView) -> Vec<Choice> {
    let choice = |step: StandingStep, words| Choice::new(step.written(), words);
    let mut steps = Vec::new();
    if seen.may_suspend && seen.debtor.suspended {
        steps.push(choice(StandingStep::Reinstate, t!("accounts-reinstate")));
    } else if seen.may_suspend {
        steps.push(choice(StandingStep::Suspend, t!("accounts-suspend")));
    }
    let waivable = seen.late.iter().filter(|late| late.check_waiver().is_ok());
    for late in waivable.filter(|_| seen.may_waive) {
        let step = StandingStep::Waive { invoice: late.invoice.id, seen: late.invoice.version };
        let words = t!(
            "accounts-waive",
            amount = Arg::Money(late.coming),
            number = Arg::Text(late.invoice.number.clone())
        );
        steps.push(choice(step, words));
    }
    steps
}

/// One form for every step by hand: what, and why.
#[component]
fn Change(partner: PartnerId, steps: Vec<Choice>, request: String) -> impl IntoView {
    let returned = returned("standing");
    let problem = Signal::stored(returned.problem("step"));
    let reason = fields::text(&returned, "reason", t!("accounts-reason"), returned.typed("reason"));
    view! {
        <section class="page__section" id="change">
            <h2>{t!("accounts-change")}</h2>
            <p class="prose">{t!("accounts-change-text")}</p>
            <Outcome returned=returned.clone() refused=t!("accounts-not-changed") />
            <form class="form" action="/rpc/partner-accounts/change" method="post">
                <Hidden name="request" value=request />
                <Hidden name="partner" value=partner.to_string() />
                <Select
                    id="step"
                    name="draft[step]"
                    label=t!("accounts-step")
                    choices=steps
                    chosen=returned.typed("step")
                    problem
                />
                {reason}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("accounts-do")}</Button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Late(late: Vec<LateInvoice>) -> impl IntoView {
    let labels = [
        t!("billing-due-date"),
        t!("accounts-open"),
        t!("accounts-charged"),
        t!("accounts-coming"),
        t!("billing-status"),
    ];
    let kinds =
        [CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Number, CellKind::Text];
    let mut columns = vec![Column::new(t!("billing-invoice"), CellKind::Main)];
    columns.extend(labels.iter().zip(kinds).map(|(label, kind)| Column::new(label.clone(), kind)));
    let mut rows = Markup::default();
    for one in &late {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&one.invoice.number));
            row.cell(CellKind::Text, &labels[0], |cell| cell.text(&day(one.invoice.due_on)));
            let sums = [one.invoice.left(), one.charged, one.coming];
            for (label, sum) in labels[1..4].iter().zip(sums) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.money(&money(sum), &sum.to_string());
                });
            }
            row.cell(CellKind::Text, &labels[4], |cell| {
                if one.waived {
                    cell.status(Tone::Neutral, &t!("accounts-waived"), None);
                } else {
                    cell.status(Tone::Caution, &t!("accounts-charging"), None);
                }
            });
        });
    }
    view! {
        <section class="page__section">
            <h2>{t!("accounts-late")}</h2>
            <DataTable caption=t!("accounts-late") columns rows />
        </section>
    }
}

#[component]
fn Invoices(seen: StandingView) -> impl IntoView {
    let today = with_page(|page| page.today);
    let labels = [
        t!("billing-date"),
        t!("billing-due-date"),
        t!("billing-total"),
        t!("billing-paid"),
        t!("billing-status"),
    ];
    let kinds =
        [CellKind::Text, CellKind::Text, CellKind::Number, CellKind::Number, CellKind::Text];
    let mut columns = vec![Column::new(t!("billing-invoice"), CellKind::Main)];
    columns.extend(labels.iter().zip(kinds).map(|(label, kind)| Column::new(label.clone(), kind)));
    let mut rows = Markup::default();
    for invoice in &seen.invoices {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&invoice.number));
            row.cell(CellKind::Text, &labels[0], |cell| cell.text(&day(invoice.billing_date)));
            row.cell(CellKind::Text, &labels[1], |cell| cell.text(&day(invoice.due_on)));
            for (label, sum) in labels[2..4].iter().zip([invoice.payable, invoice.paid]) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.money(&money(sum), &sum.to_string());
                });
            }
            row.cell(CellKind::Text, &labels[4], |cell| {
                if invoice.kind == InvoiceKind::CreditNote {
                    cell.status(Tone::Neutral, &t!("invoice-credit-note"), None);
                } else {
                    let (tone, word) = status(invoice.status(today));
                    cell.status(tone, &word, None);
                }
            });
        });
    }
    view! { <DataTable caption=t!("billing-history") columns rows /> }
}
