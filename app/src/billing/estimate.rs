//! What a change would cost, in the form that asks for it: line by line, with what it replaces, and
//! agreed to when the form is sent.
//!
//! Source: domain book, "common-billing-scenarios" (estimator).

use domain::access::Action as Right;
use domain::billing::{ForeseenLine, ProposalDraft, WhatIf};
use domain::error::{Arg, Error};
use domain::money::Money as Amount;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use serde::{Deserialize, Serialize};

use super::arithmetic;
use super::server_fns::foresee;
use super::words::{charge, money, say};
use crate::context::{can, locale};
use crate::failure::Failure;
use crate::forms::{problem_at, returned};
use crate::ui::{
    Banner, CellKind, Column, DataTable, Fact, KeyValueList, Markup, Money, Tone, awake,
};

/// The parameter of an address that names the form whose cost is shown.
const NAME: &str = "what-if";

/// What a change would cost, as it was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foreseen {
    /// The change.
    pub proposal: ProposalDraft,
    /// Its cost, or why there is none.
    pub answer: Result<WhatIf, Failure>,
}

impl Foreseen {
    /// What `proposal` would cost now.
    pub async fn of(proposal: ProposalDraft) -> Self {
        let answer = foresee(proposal.clone()).await;
        Self { proposal, answer }
    }

    /// The same, if the reader may know.
    pub async fn if_allowed(allowed: bool, proposal: ProposalDraft) -> Option<Self> {
        if allowed { Some(Self::of(proposal).await) } else { None }
    }
}

/// What an address, or a form that came back, asks the cost of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    form: String,
    query: ParamsMap,
}

impl Asked {
    /// The one of `forms` whose cost is asked for by `query`, or by having come back because it had
    /// changed; none for whoever may not know it.
    #[must_use]
    pub fn read(query: ParamsMap, forms: &[&'static str]) -> Option<Self> {
        if !can(Right::EstimateCosts) {
            return None;
        }
        let named = query.get(NAME).unwrap_or_default();
        let changed = |form: &&&str| match returned(form).error() {
            Some(Error::Refused(refusal)) => refusal.code.key == "err-whatif-changed",
            _ => false,
        };
        let form = forms.iter().find(changed).or_else(|| forms.iter().find(|form| **form == named));
        form.map(|form| Self { form: (*form).to_owned(), query })
    }

    /// Which form.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.form
    }

    /// What was typed into `field`.
    #[must_use]
    pub fn typed(&self, field: &str) -> String {
        let returned = returned(&self.form);
        if returned.error().is_some() {
            return returned.typed(field);
        }
        self.query.get(&format!("draft[{field}]")).unwrap_or_default()
    }
}

/// What a form's change would cost, as long as the form still proposes the same.
#[derive(Clone, Copy)]
pub struct Estimating {
    ask: Action<ProposalDraft, Foreseen>,
    latest: Signal<Option<Result<WhatIf, Failure>>>,
    proposal: Signal<ProposalDraft>,
}

impl Estimating {
    /// For a form that proposes `proposal`; what is known at first is `first`.
    #[must_use]
    pub fn new(first: Option<Foreseen>, proposal: Signal<ProposalDraft>) -> Self {
        let ask = Action::new(|proposal: &ProposalDraft| Foreseen::of(proposal.clone()));
        let latest = Signal::derive(move || {
            let known = ask.value().get().or_else(|| first.clone());
            known.filter(|known| known.proposal == proposal.get()).map(|known| known.answer)
        });
        Self { ask, latest, proposal }
    }

    /// What is wrong at `field`: what the form itself says, or what kept the cost from being known.
    #[must_use]
    pub fn problem(self, field: &'static str, own: Option<String>) -> Signal<Option<String>> {
        Signal::derive(move || match self.latest.get() {
            Some(Err(Failure::Refused { error, .. })) => problem_at(&error, field),
            Some(Ok(_)) => None,
            _ => own.clone(),
        })
    }
}

/// The hidden token, the cost if it is known, and the button that asks for it. Without script the
/// button leads to the same page with the form in its address.
#[component]
pub fn Estimate(
    /// The form's name.
    name: &'static str,
    /// The address of the page.
    page: String,
    /// What the change would cost.
    estimating: Estimating,
) -> impl IntoView {
    can(Right::EstimateCosts).then(|| {
        let Estimating { ask, latest, proposal } = estimating;
        let awake = awake();
        let click = move |event: leptos::ev::MouseEvent| {
            if awake.get_untracked() {
                event.prevent_default();
                ask.dispatch(proposal.get_untracked());
            }
        };
        view! {
            {move || latest.get().map(|answer| view! { <Answer answer /> })}
            <div>
                <button
                    class="button"
                    type="submit"
                    name=NAME
                    value=name
                    formmethod="get"
                    formaction=page
                    formnovalidate=true
                    aria-busy=move || ask.pending().get().then_some("true")
                    on:click=click
                >
                    {t!("whatif-show")}
                </button>
            </div>
        }
    })
}

/// The cost of a change, or why it is not known. What is wrong with a field is said at the field.
#[component]
pub fn Answer(
    /// The cost.
    answer: Result<WhatIf, Failure>,
) -> impl IntoView {
    match answer {
        Ok(foreseen) => Either::Left(view! { <Cost foreseen /> }),
        Err(Failure::Refused { error: Error::Invalid { fields }, .. }) if !fields.is_empty() => {
            Either::Right(None)
        }
        Err(failure) => Either::Right(Some(view! {
            <Banner tone=Tone::Caution title=t!("whatif-not-known")>
                {failure.words()}
            </Banner>
        })),
    }
}

#[component]
fn Cost(
    /// What the change would do.
    foreseen: WhatIf,
) -> impl IntoView {
    let day = || Arg::Day(foreseen.on);
    let token = foreseen.token.as_str().to_owned();
    let token = view! { <input type="hidden" name="token" value=token /> };
    if foreseen.lines.is_empty() && foreseen.instead_of.is_empty() {
        let nothing = t!("whatif-none", day = day());
        return view! {
            {token}
            <p role="status">{nothing}</p>
        }
        .into_any();
    }
    let sum = t!(
        "whatif-sum",
        day = day(),
        with = Arg::Money(foreseen.with),
        without = Arg::Money(foreseen.without)
    );
    let instead = (!foreseen.instead_of.is_empty()).then(|| {
        let caption = t!("whatif-instead");
        view! {
            <h3>{caption.clone()}</h3>
            <Lines caption lines=foreseen.instead_of.clone() marked=false />
        }
    });
    let facts = facts(&foreseen);
    let caption = t!("whatif-lines", day = day());
    // What comes in any case is only told apart where there is some of it.
    let marked = foreseen.lines.iter().any(|line| !line.caused);
    let lines = (!foreseen.lines.is_empty()).then(|| {
        view! {
            <h3>{caption.clone()}</h3>
            <Lines caption lines=foreseen.lines marked />
        }
    });
    view! {
        {token}
        <section class="stack stack--tight">
            <h2>{t!("whatif-title")}</h2>
            <p role="status" class="unseen">
                {sum}
            </p>
            <KeyValueList facts />
            {lines}
            {instead}
            <p class="quiet">{t!("whatif-agreed")}</p>
        </section>
    }
    .into_any()
}

/// The sums, with what they include.
fn facts(foreseen: &WhatIf) -> Vec<Fact> {
    let amount = |amount: Amount, large| view! { <Money text=money(amount) value=amount.to_string() large /> };
    let difference = foreseen.difference();
    let difference = view! {
        {amount(difference, true)}
        " "
        <small>{t!("whatif-scope")}</small>
    };
    vec![
        Fact::new(t!("whatif-difference"), difference),
        Fact::new(t!("whatif-without"), amount(foreseen.without, false)),
        Fact::new(t!("whatif-with"), amount(foreseen.with, false)),
    ]
}

#[component]
fn Lines(
    /// What they are.
    caption: String,
    /// The lines.
    lines: Vec<ForeseenLine>,
    /// Whether those that the change causes are told from the others.
    marked: bool,
) -> impl IntoView {
    let labels = [
        t!("invoice-seats"),
        t!("invoice-amount"),
        t!("invoice-discount"),
        t!("invoice-tax"),
        t!("billing-total"),
    ];
    let mut columns = vec![Column::new(t!("invoice-charge"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for line in &lines {
        row(&mut rows, &labels, line, marked);
    }
    view! { <DataTable caption columns rows /> }
}

fn row(rows: &mut Markup, labels: &[String; 5], foreseen: &ForeseenLine, marked: bool) {
    let line = &foreseen.line;
    let sums = [line.money.amount, line.money.discount, line.money.tax, line.money.total()];
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.element("details", &[], |open| {
                open.element("summary", &[], |summary| {
                    summary.text(&say(charge(line.charge_type)));
                });
                arithmetic::write(open, line, false);
            });
            let (first, last) = (Arg::Day(line.days.first), Arg::Day(line.days.last));
            cell.note(&t!("invoice-from-to", first = first, last = last));
            cell.note(&foreseen.name);
            if marked {
                let (tone, word) = if foreseen.caused {
                    (Tone::Info, t!("whatif-new"))
                } else {
                    (Tone::Neutral, t!("whatif-in-any-case"))
                };
                cell.status(tone, &word, None);
            }
        });
        row.cell(CellKind::Number, &labels[0], |cell| {
            cell.text(&format::count(locale().language(), line.quantity.into()));
        });
        for (label, sum) in labels[1..].iter().zip(sums) {
            row.cell(CellKind::Number, label, |cell| cell.money(&money(sum), &sum.to_string()));
        }
    });
}
