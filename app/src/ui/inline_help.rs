//! A word of explanation where it is needed.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// A question that opens its answer below it; works without JavaScript.
#[component]
pub fn InlineHelp(
    /// The question, such as "What is a tenant?".
    #[prop(into)]
    question: String,
    /// The answer.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="help">
            <summary>
                <Icon glyph=Glyph::Help />
                {question}
            </summary>
            <div class="help__text">{children()}</div>
        </details>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_in_the_page() {
        let html =
            view! { <InlineHelp question="What is a seat?">"One person."</InlineHelp> }.to_html();
        assert!(html.contains("What is a seat?") && html.contains("One person."), "{html}");
    }
}
