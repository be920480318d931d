//! Wakes the Partner Center's pages in the browser.
// The type of a page is as deep as its elements are nested.
#![recursion_limit = "512"]

use app::context::PageContext;
use app::shell::PAGE_ELEMENT;
use app::surfaces::App;
use i18n::{Language, Locale};
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// Called by the document once this module has loaded.
#[wasm_bindgen]
pub fn hydrate() {
    // Leptos can run nothing before it has been mounted.
    spawn_local(async {
        let tag = document().document_element().and_then(|html| html.get_attribute("lang"));
        let language = tag.as_deref().and_then(Language::from_tag).unwrap_or(Language::En);
        // Without words or context the server's HTML stays as it is, and works.
        let Some(page) = page_context() else { return };
        if !app::load_words_of(language).await {
            return;
        }
        leptos::mount::hydrate_lazy(move || {
            provide_context(Locale::new(language));
            app::context::provide(page);
            view! { <App /> }
        });
    });
}

/// What the document carries of its reader.
fn page_context() -> Option<PageContext> {
    let json = document().get_element_by_id(PAGE_ELEMENT)?.text_content()?;
    leptos::serde_json::from_str(&json).ok()
}
