//! A file to hand over.

use leptos::{prelude::*, web_sys};

use super::{Glyph, Icon};

/// A box to drop a file on, or to press and choose one.
///
/// The whole box is the file input, so dropping works without JavaScript too; with it, the
/// name of what was chosen is shown.
#[component]
pub fn FileDrop(
    /// The `id` of the input.
    #[prop(into)]
    id: String,
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// What to do, such as "Choose a file or drop it here".
    #[prop(into)]
    prompt: String,
    /// What is accepted, in words: kinds and size.
    #[prop(into)]
    help: String,
    /// What is accepted, for the browser: `.csv,text/csv`.
    #[prop(into)]
    accept: String,
    /// What is wrong with the file.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// Whether nothing can be handed over now.
    #[prop(optional)]
    disabled: bool,
) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let note = format!("{id}-note");
    let choose = move |event: web_sys::Event| {
        // The browser's "fake path" hides the folder; the name is what stands last.
        let path = event_target_value(&event);
        chosen.set(path.rsplit(['\\', '/']).next().unwrap_or_default().to_owned());
    };
    view! {
        <div class="field" class:field--invalid=move || problem.read().is_some()>
            <div class="file-drop">
                <Icon glyph=Glyph::Upload large=true />
                <label class="file-drop__prompt" for=id.clone()>
                    {prompt}
                </label>
                <span class="file-drop__chosen" aria-live="polite">
                    {chosen}
                </span>
                <input
                    type="file"
                    id=id
                    name=name
                    accept=accept
                    disabled=disabled
                    aria-describedby=note.clone()
                    aria-invalid=move || problem.read().is_some().then_some("true")
                    on:change=choose
                />
            </div>
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
    fn the_input_is_labelled_and_says_what_it_accepts() {
        let owner = Owner::new();
        owner.set();
        let html = view! {
            <FileDrop id="file" name="file" prompt="Choose a file" help="CSV, 5 MB" accept=".csv" />
        }
        .to_html();
        assert!(html.contains(r#"for="file""#) && html.contains("CSV, 5 MB"), "{html}");
        assert!(html.contains(r#"accept=".csv""#), "{html}");
    }
}
