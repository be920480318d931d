//! A list to choose one of.

use leptos::prelude::*;

use super::{Field, Length};

/// One of several values to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// A second, quiet line, in a combobox; empty for none.
    pub note: String,
}

impl Choice {
    /// A choice without a second line.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), note: String::new() }
    }

    /// The same with a second line.
    #[must_use]
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// A labelled list to choose one of, for up to about fifteen choices; more:
/// [`Combobox`](super::Combobox).
///
/// `on:change` reaches the list from outside.
#[component]
pub fn Select(
    /// The `id` of the list.
    #[prop(into)]
    id: String,
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What can be chosen, in order.
    choices: Vec<Choice>,
    /// The value that is chosen at first.
    #[prop(optional, into)]
    chosen: String,
    /// Shown while nothing is wrong.
    #[prop(optional, into)]
    help: String,
    /// The word for "optional", if nothing need be chosen.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with the choice.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// Whether it cannot be changed.
    #[prop(optional)]
    disabled: bool,
    /// How wide it is.
    #[prop(optional)]
    length: Length,
    /// A small one, for filters above a list.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let note = format!("{id}-note");
    let options = choices
        .into_iter()
        .map(|Choice { value, label, .. }| {
            let selected = value == chosen;
            view! {
                <option value=value selected=selected>
                    {label}
                </option>
            }
        })
        .collect_view();
    view! {
        <Field id=id.clone() label help optional problem length compact>
            <select
                id=id
                name=name
                disabled=disabled
                aria-describedby=note
                aria-invalid=move || problem.read().is_some().then_some("true")
            >
                {options}
            </select>
        </Field>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_value_is_selected() {
        let owner = Owner::new();
        owner.set();
        let choices = vec![Choice::new("en", "English"), Choice::new("fr", "Français")];
        let html = view! { <Select id="lang" name="lang" label="Language" choices chosen="fr" /> }
            .to_html();
        assert!(html.contains(r#"<option value="fr" selected>Français"#), "{html}");
        assert_eq!(html.matches("selected").count(), 1, "{html}");
    }
}
