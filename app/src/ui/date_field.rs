//! A day to enter.

use leptos::prelude::*;

use super::{Field, Length};

/// A labelled day: the browser's calendar, or where it has none a text in the form 2026-03-01.
#[component]
pub fn DateField(
    /// The `id` of the input.
    #[prop(into)]
    id: String,
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What is entered, as ISO date; empty for none.
    typed: RwSignal<String>,
    /// The first day that can be chosen, as ISO date; empty for no limit.
    #[prop(optional, into)]
    min: String,
    /// The last day that can be chosen, likewise.
    #[prop(optional, into)]
    max: String,
    /// Shown while nothing is wrong.
    #[prop(optional, into)]
    help: String,
    /// The word for "optional", if it may stay empty.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with the day.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// A small one, for filters above a list.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let note = format!("{id}-note");
    view! {
        <Field id=id.clone() label help optional problem length=Length::Short compact>
            <input
                type="date"
                id=id
                name=name
                min=(!min.is_empty()).then_some(min)
                max=(!max.is_empty()).then_some(max)
                placeholder="2026-03-01"
                value=typed.get_untracked()
                bind:value=typed
                aria-describedby=note
                aria-invalid=move || problem.read().is_some().then_some("true")
            />
        </Field>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_in_the_html_of_the_server() {
        let owner = Owner::new();
        owner.set();
        let typed = RwSignal::new("2026-03-01".to_owned());
        let html =
            view! { <DateField id="from" name="from" label="From" typed min="2026-01-01" /> }
                .to_html();
        assert!(html.contains(r#"value="2026-03-01""#), "{html}");
        assert!(html.contains(r#"min="2026-01-01""#) && !html.contains("max="), "{html}");
    }
}
