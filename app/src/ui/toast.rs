//! What has just happened.

use leptos::prelude::*;

use super::{Button, ButtonKind, Glyph, Icon};

/// At the edge of the window: what an action did, until the reader closes it.
///
/// The region is always in the page, so that assistive technology notices the message. It
/// does not go by itself: nobody has to read against the clock.
#[component]
pub fn Toast(
    /// What happened; none shows nothing.
    message: RwSignal<Option<String>>,
    /// Whether it did not work.
    #[prop(optional, into)]
    failed: Signal<bool>,
    /// The word for closing it.
    #[prop(into)]
    close: String,
) -> impl IntoView {
    let shown = move || {
        let close = close.clone();
        message.get().map(|text| {
            let failed = failed.get();
            let glyph = if failed { Glyph::Stop } else { Glyph::Good };
            view! {
                <div class="toast" class:toast--negative=failed>
                    <Icon glyph />
                    <p>{text}</p>
                    <Button kind=ButtonKind::Icon submits=false on:click=move |_| message.set(None)>
                        <Icon glyph=Glyph::Close name=close />
                    </Button>
                </div>
            }
        })
    };
    view! {
        <div class="toasts" role="status">
            {shown}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_region_is_there_before_its_message() {
        let owner = Owner::new();
        owner.set();
        let message = RwSignal::new(None);
        let before = view! { <Toast message close="Close" /> }.to_html();
        message.set(Some("Pinned".to_owned()));
        let after = view! { <Toast message close="Close" /> }.to_html();
        assert!(before.contains(r#"role="status""#) && !before.contains("toast__"), "{before}");
        assert!(after.contains("Pinned") && after.contains(r#"aria-label="Close""#), "{after}");
    }
}
