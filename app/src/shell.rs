//! The document around every page, and the page's start in the browser.

use std::sync::Arc;

use leptos::config::LeptosOptions;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::context::PageContext;
use crate::surfaces::App;

/// What the document needs besides the page itself.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where the built site is; `site_pkg_dir` ends with the build's hash.
    pub options: LeptosOptions,
    /// What the page knows of its reader.
    pub page: PageContext,
    /// How the page speaks.
    pub locale: i18n::Locale,
    /// The text of the built style sheet.
    pub styles: Arc<str>,
}

/// The id of the element that carries the [`PageContext`] to the browser.
pub const PAGE_ELEMENT: &str = "page";

/// The whole document of a page.
#[must_use]
pub fn shell(document: Document) -> impl IntoView {
    let Document { options, page, locale, styles } = document;
    let tag = locale.language().tag();
    let pkg = format!("/{}", options.site_pkg_dir);
    let style = style(format!("{pkg}/main.css"), page.entry.then_some(styles));
    let words = format!("{pkg}/messages.{tag}.ftl");
    let theme = page.theme.clone();
    let folded = page.menu_folded.then_some("folded");
    let surface = page.surface.key();
    let data = json(&page);
    let wakes = document_wakes(&page);
    provide_context(locale);
    crate::context::provide(page);
    view! {
        <!DOCTYPE html>
        <html lang=tag data-theme=theme data-menu=folded>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                {style}
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="manifest" href="/site.webmanifest" />
                {wakes
                    .then(|| {
                        view! {
                            <link
                                rel="preload"
                                href=words
                                r#as="fetch"
                                crossorigin="anonymous"
                                fetchpriority="low"
                            />
                        }
                    })}
                {wakes.then(|| view! { <HydrationScripts options defer=true /> })}
                <MetaTags />
            </head>
            <body data-surface=surface>
                <App />
                // Data, not script: the policy that forbids inline scripts does not concern it.
                <script type="application/json" id=PAGE_ELEMENT inner_html=data></script>
            </body>
        </html>
    }
}

/// How the page gets its style sheet. The pages on the way in carry its text: on a slow line they
/// are painted one round trip earlier, and the file is fetched for the next page meanwhile.
fn style(address: String, text: Option<Arc<str>>) -> AnyView {
    match text {
        None => view! { <link rel="stylesheet" href=address /> }.into_any(),
        Some(text) => view! {
            <style nonce=use_nonce() inner_html=text.to_string()></style>
            <link rel="prefetch" r#as="style" href=address />
        }
        .into_any(),
    }
}

/// Whether the page needs the browser part. What comes before signing in is plain forms: they work
/// at once, on the slowest line. A page that only says why there is none stays as it is, and so does
/// one that tells a password.
fn document_wakes(page: &PageContext) -> bool {
    page.failure.is_none() && page.told.is_none() && !page.entry
}

/// `page` as JSON that can stand inside an element: no `<` can end it early.
#[cfg(feature = "ssr")]
fn json(page: &PageContext) -> String {
    serde_json::to_string(page).unwrap_or_default().replace('<', "\\u003c")
}

/// Only the server writes documents.
#[cfg(not(feature = "ssr"))]
fn json(_: &PageContext) -> String {
    String::new()
}
