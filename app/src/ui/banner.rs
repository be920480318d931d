//! What the reader must know before going on.

use leptos::prelude::*;

use super::{Icon, Tone};

/// A message in the page, above what it is about.
///
/// A negative one is an alert and is read at once; the others wait for their turn.
#[component]
pub fn Banner(
    /// What it means.
    tone: Tone,
    /// What happened, in a few words.
    #[prop(into)]
    title: String,
    /// What to do about it: buttons or links.
    #[prop(optional)]
    actions: Option<AnyView>,
    /// Why, and what follows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = match tone {
        Tone::Positive => "banner banner--positive",
        Tone::Caution => "banner banner--caution",
        Tone::Negative => "banner banner--negative",
        Tone::Info | Tone::Neutral => "banner",
    };
    view! {
        <div class=class role=if tone == Tone::Negative { "alert" } else { "status" }>
            <Icon glyph=tone.glyph() large=true />
            <div class="banner__text">
                <strong>{title}</strong>
                {children.map(|children| children())}
            </div>
            {actions.map(|actions| view! { <div class="banner__actions">{actions}</div> })}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn bad_news_is_an_alert_and_good_news_is_not() {
        let bad = view! { <Banner tone=Tone::Negative title="Not saved" /> }.to_html();
        let good =
            view! { <Banner tone=Tone::Positive title="Saved">"Now pinned."</Banner> }.to_html();
        assert!(bad.contains(r#"role="alert""#), "{bad}");
        assert!(good.contains(r#"role="status""#) && good.contains("Now pinned."), "{good}");
    }
}
