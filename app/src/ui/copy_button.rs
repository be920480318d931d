//! Something to take elsewhere.

use leptos::{prelude::*, web_sys};
use web_sys::{js_sys, wasm_bindgen::JsValue};

use super::{Button, ButtonKind, Glyph, Icon, awake};

/// A text and, once the page has woken, a button that copies it.
///
/// Without JavaScript one click on the text selects it whole.
#[component]
pub fn CopyButton(
    /// What is shown and copied.
    #[prop(into)]
    text: String,
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What it says once it has copied.
    #[prop(into)]
    copied: String,
) -> impl IntoView {
    let awake = awake();
    let done = RwSignal::new(false);
    let shown = text.clone();
    let copy = move |_| done.set(write_to_clipboard(&text).is_ok());
    let said = copied.clone();
    let words = move || if done.get() { copied.clone() } else { label.clone() };
    view! {
        <span class="copy">
            <code>{shown}</code>
            <Button
                kind=ButtonKind::Quiet
                submits=false
                attr:hidden=move || !awake.get()
                on:click=copy
            >
                <Icon glyph=Glyph::Copy />
                <span>{words}</span>
            </Button>
            // Outside the button: what is announced does not count as part of its name.
            <span class="unseen" role="status">
                {move || done.get().then(|| said.clone())}
            </span>
        </span>
    }
}

/// Puts `text` on the clipboard; fails where the page may not (no TLS, no permission asked).
///
/// By name instead of by web-sys' types, so that the server's build of this file needs none
/// of them.
fn write_to_clipboard(text: &str) -> Result<(), JsValue> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    let clipboard = get(&get(&window(), "navigator")?, "clipboard")?;
    let write: js_sys::Function = get(&clipboard, "writeText")?.into();
    write.call1(&clipboard, &JsValue::from_str(text)).map(|_| ())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_server_sends_the_text_and_hides_what_cannot_work_yet() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <CopyButton text="a1b2" label="Copy" copied="Copied" /> }
            .to_html()
            .replace("<!>", "");
        assert!(html.contains("<code>a1b2</code>") && html.contains("hidden"), "{html}");
    }
}
