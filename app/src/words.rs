//! The reader's language, for components.

use i18n::{Language, Locale};
use leptos::prelude::*;

/// The sentence of a message in the reader's language: `t!("save")`, `t!("found", count = n)`.
///
/// A wrong id does not compile.
#[macro_export]
macro_rules! t {
    ($id:literal $(, $name:ident = $arg:expr)* $(,)?) => {
        $crate::context::locale().say(i18n::message!($id), &[$((stringify!($name), $arg)),*])
    };
}

/// How this page speaks; English where no page has said otherwise.
#[must_use]
pub fn locale() -> Locale {
    use_context::<Locale>().unwrap_or(Locale::new(Language::En))
}

/// Loads the words of `language` from beside this module, before the page wakes; whether they
/// are there.
#[cfg(feature = "hydrate")]
pub async fn load_words_of(language: Language) -> bool {
    // The document preloads this very address.
    let tag = language.tag();
    let link = document().query_selector(&format!("link[rel=preload][href$='messages.{tag}.ftl']"));
    let Some(address) = link.ok().flatten().and_then(|link| link.get_attribute("href")) else {
        return false;
    };
    let Ok(answer) = gloo_net::http::Request::get(&address).send().await else { return false };
    if !answer.ok() {
        return false;
    }
    match answer.text().await {
        Ok(words) => i18n::load(language, words).is_ok(),
        Err(_) => false,
    }
}
