//! Everything wrong with a form.

use leptos::{html, prelude::*};

use super::{Glyph, Icon};

/// One thing wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormProblem {
    /// The `id` of the input at fault; empty if it is the form as a whole.
    pub field: String,
    /// What is wrong, and what to do.
    pub text: String,
}

/// Above a refused form: what is wrong, each a link to its field.
///
/// It takes the focus when problems come, in the page that came back from the server too.
#[component]
pub fn ErrorSummary(
    /// What happened, such as "The offer was not pinned".
    #[prop(into)]
    title: String,
    /// What is wrong; nothing is shown while this is empty.
    #[prop(into)]
    problems: Signal<Vec<FormProblem>>,
) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if !problems.read().is_empty()
            && let Some(summary) = summary.get()
        {
            // Fails only for an element that is no longer in the page.
            let _ = summary.focus();
        }
    });
    // The browser looks at `autofocus` when it reads the page, and complains later.
    let first = StoredValue::new(true);
    let shown = move || {
        let autofocus = first.get_value();
        first.set_value(false);
        let title = title.clone();
        let problems = problems.get();
        (!problems.is_empty()).then(|| {
            let list = problems
                .into_iter()
                .map(|FormProblem { field, text }| {
                    let href = (!field.is_empty()).then(|| format!("#{field}"));
                    view! {
                        <li>
                            <a href=href rel="external">
                                {text}
                            </a>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <div class="error-summary" role="alert" tabindex="-1" autofocus=autofocus node_ref=summary>
                    <h2>
                        <Icon glyph=Glyph::Stop />
                        {title}
                    </h2>
                    <ul>{list}</ul>
                </div>
            }
        })
    };
    view! { {shown} }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn each_problem_leads_to_its_field() {
        let owner = Owner::new();
        owner.set();
        let problems =
            vec![FormProblem { field: "email".into(), text: "Enter an address.".into() }];
        let html =
            view! { <ErrorSummary title="Not sent" problems=Signal::stored(problems) /> }.to_html();
        assert!(html.contains(r##"href="#email""##) && html.contains("autofocus"), "{html}");
    }

    #[test]
    fn a_form_without_problems_has_no_summary() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <ErrorSummary title="Not sent" problems=Signal::stored(Vec::new()) /> }
            .to_html();
        assert!(!html.contains("error-summary"), "{html}");
    }
}
