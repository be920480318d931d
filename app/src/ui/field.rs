//! A labelled input.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// How much a field expects; its width says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// A quantity, a code.
    Short,
    /// A name, a telephone number, a day.
    Medium,
    /// The whole column.
    #[default]
    Full,
}

impl Length {
    /// The classes of a field of this length.
    const fn class(self) -> &'static str {
        match self {
            Self::Short => "field field--short",
            Self::Medium => "field field--medium",
            Self::Full => "field",
        }
    }
}

/// A labelled input, and below it the help text or what is wrong.
///
/// `id` names the input, so that the label and the message belong to it for
/// assistive technology too.
#[component]
pub fn Field(
    /// The `id` of the input.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Shown while nothing is wrong.
    #[prop(optional, into)]
    help: String,
    /// The word for "optional", where the field may stay empty; empty: it is required.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with the value, in the reader's words.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// How much it expects.
    #[prop(optional)]
    length: Length,
    /// A small field with a quiet label, for filters above a list.
    #[prop(optional)]
    compact: bool,
    /// The input itself, with `id` and `aria-describedby=<id>-note`.
    children: Children,
) -> impl IntoView {
    let note = format!("{id}-note");
    view! {
        <div
            class=length.class()
            class:field--compact=compact
            class:field--invalid=move || problem.read().is_some()
        >
            <label class="field__label" for=id>
                {label}
                {(!optional.is_empty())
                    .then(|| view! { <span class="field__optional">{optional}</span> })}
            </label>
            {children()}
            <p id=note class="field__note" role="status">
                <Icon glyph=Glyph::Alert />
                <span>{move || problem.get().unwrap_or_else(|| help.clone())}</span>
            </p>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_field_says_what_is_wrong_instead_of_its_help() {
        let owner = Owner::new();
        owner.set();
        let problem = Signal::derive(|| Some("Too many".to_owned()));
        let html = view! {
            <Field id="quantity" label="Licences" help="At most 3" problem>
                <input id="quantity" />
            </Field>
        }
        .to_html();
        assert!(html.contains("Too many") && html.contains("field--invalid"), "{html}");
        assert!(!html.contains("At most 3"), "{html}");
    }

    #[test]
    fn a_label_and_a_note_belong_to_the_input() {
        let owner = Owner::new();
        owner.set();
        let html = view! {
            <Field id="name" label="Name" help="As in the licence" optional="optional">
                <input id="name" />
            </Field>
        }
        .to_html();
        assert!(html.contains(r#"for="name""#) && html.contains(r#"id="name-note""#), "{html}");
        assert!(html.contains("As in the licence") && html.contains("optional"), "{html}");
    }
}
