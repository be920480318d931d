//! Nothing there.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// In place of a list that is empty: what would be here, why it is not, what fills it.
#[component]
pub fn EmptyState(
    /// What would be here, drawn.
    glyph: Glyph,
    /// That nothing is here.
    #[prop(into)]
    title: String,
    /// Why, and what would change that.
    #[prop(into)]
    text: String,
    /// The action that fills it, or gives up the filter.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon glyph large=true />
            <strong>{title}</strong>
            <p>{text}</p>
            {children.map(|children| view! { <div class="empty__action">{children()}</div> })}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_says_why_and_what_to_do() {
        let html = view! {
            <EmptyState glyph=Glyph::Pin title="No offer is pinned" text="Pinned offers come first.">
                <a href="/catalogue">"Pin an offer"</a>
            </EmptyState>
        }
        .to_html();
        for part in ["No offer is pinned", "Pinned offers come first.", "Pin an offer"] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
