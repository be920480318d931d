//! Things to do, behind one button.

use leptos::{ev, html, prelude::*, web_sys};
use web_sys::wasm_bindgen::JsCast;

use super::{ButtonKind, Glyph, Icon};

/// A button that opens a list of links and buttons below it.
///
/// It is a disclosure, not an ARIA menu: Tab goes through it as through the page, and it
/// opens without JavaScript. With it, Escape and leaving close it.
#[component]
pub fn Menu(
    /// What the button says; with `glyph`, its name only.
    #[prop(into)]
    label: String,
    /// An icon in place of the words.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// Whether the list ends where the button ends, for menus at the right edge.
    #[prop(optional)]
    end: bool,
    /// Links, buttons, `<hr/>` and `.menu__text`.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            let summary = details.get_untracked().and_then(|details| details.first_element_child());
            if let Some(Ok(summary)) = summary.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
                // Fails only for an element that is no longer in the page.
                let _ = summary.focus();
            }
        }
    };
    let close_from = move |to: Option<web_sys::EventTarget>| {
        let to = to.and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let outside = |details: &web_sys::HtmlDetailsElement| !details.contains(to.as_ref());
        if to.is_some() && details.get_untracked().is_some_and(|details| outside(&details)) {
            close();
        }
    };
    Effect::new(move |_| {
        let elsewhere =
            window_event_listener(ev::pointerdown, move |event| close_from(event.target()));
        on_cleanup(move || elsewhere.remove());
    });
    let kind = if glyph.is_some() { ButtonKind::Icon } else { ButtonKind::Normal };
    let face = match glyph {
        Some(glyph) => view! { <Icon glyph name=label large=true /> }.into_any(),
        None => view! {
            {label}
            <Icon glyph=Glyph::ChevronDown />
        }
        .into_any(),
    };
    view! {
        <details
            class="menu"
            class:menu--end=end
            name="menu"
            node_ref=details
            on:keydown=pressed
            on:focusout=move |event| close_from(event.related_target())
        >
            <summary class=format!("menu__button {}", kind.class())>{face}</summary>
            <div class="menu__list">{children()}</div>
        </details>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_menu_without_words_has_a_name() {
        let owner = Owner::new();
        owner.set();
        let html = view! {
            <Menu label="Account" glyph=Glyph::Account>
                <a href="/sessions">"Sessions"</a>
            </Menu>
        }
        .to_html();
        assert!(html.contains(r#"aria-label="Account""#) && html.contains("Sessions"), "{html}");
    }
}
