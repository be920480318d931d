//! Fields of the forms about money: what was typed comes back with what was wrong.

use leptos::prelude::*;

use crate::forms::Returned;
use crate::ui::{Choice, Field, Length, Select};

/// Most characters of a text.
const MAX: &str = "4000";

/// A line of text, an amount.
pub(crate) fn text(
    returned: &Returned,
    name: &'static str,
    label: String,
    value: String,
) -> impl IntoView + use<> {
    let problem = Signal::stored(returned.problem(name));
    let invalid = move || problem.get().is_some().then_some("true");
    view! {
        <Field id=name label problem length=Length::Medium>
            <input
                id=name
                name=format!("draft[{name}]")
                autocomplete="off"
                value=value
                aria-describedby=format!("{name}-note")
                aria-invalid=invalid
            />
        </Field>
    }
}

/// A day from the first to the second of `bounds`; empty for no limit.
pub(crate) fn day(
    returned: &Returned,
    name: &'static str,
    label: String,
    value: String,
    (min, max): (String, String),
) -> impl IntoView + use<> {
    let problem = Signal::stored(returned.problem(name));
    let invalid = move || problem.get().is_some().then_some("true");
    view! {
        <Field id=name label problem length=Length::Medium>
            <input
                id=name
                type="date"
                name=format!("draft[{name}]")
                value=value
                min=(!min.is_empty()).then_some(min)
                max=(!max.is_empty()).then_some(max)
                aria-describedby=format!("{name}-note")
                aria-invalid=invalid
            />
        </Field>
    }
}

/// One of `choices`.
pub(crate) fn choice(
    returned: &Returned,
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
    chosen: String,
) -> impl IntoView + use<> {
    let problem = Signal::stored(returned.problem(name));
    let named = format!("draft[{name}]");
    view! { <Select id=name name=named label choices chosen problem length=Length::Medium /> }
}

/// Paragraphs of somebody's own.
pub(crate) fn paragraphs(
    returned: &Returned,
    name: &'static str,
    label: String,
    help: String,
) -> impl IntoView + use<> {
    let typed = returned.typed(name);
    let problem = Signal::stored(returned.problem(name));
    let invalid = move || problem.get().is_some().then_some("true");
    view! {
        <Field id=name label help problem>
            <textarea
                id=name
                name=format!("draft[{name}]")
                rows="5"
                maxlength=MAX
                aria-describedby=format!("{name}-note")
                aria-invalid=invalid
            >
                {typed}
            </textarea>
        </Field>
    }
}
