//! One icon.

use leptos::prelude::*;

use super::Glyph;

/// A stroke icon in the colour of the text around it.
///
/// Beside a word it is decoration and stays silent; alone it needs a `name`.
#[component]
pub fn Icon(
    /// What is drawn.
    glyph: Glyph,
    /// What it says to those who do not see it; none beside a word that says the same.
    #[prop(optional, into)]
    name: Option<String>,
    /// 20 px instead of 16.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let (role, hidden) = if name.is_some() { (Some("img"), None) } else { (None, Some("true")) };
    view! {
        <svg
            class=if large { "icon icon--large" } else { "icon" }
            viewBox="0 0 24 24"
            role=role
            aria-label=name
            aria-hidden=hidden
            inner_html=glyph.strokes()
        ></svg>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn an_icon_alone_has_a_name_and_one_beside_a_word_is_silent() {
        let named = view! { <Icon glyph=Glyph::Pin name="Pinned" /> }.to_html();
        let silent = view! { <Icon glyph=Glyph::Pin /> }.to_html();
        assert!(named.contains(r#"role="img""#) && named.contains(r#"aria-label="Pinned""#));
        assert!(silent.contains(r#"aria-hidden="true""#), "{silent}");
        assert!(!silent.contains("aria-label"), "{silent}");
    }

    #[test]
    fn every_glyph_draws_something() {
        for glyph in Glyph::ALL {
            assert!(glyph.strokes().starts_with('<'), "{glyph:?}");
        }
    }
}
