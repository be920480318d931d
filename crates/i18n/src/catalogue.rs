//! The words of each language, parsed once a process.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Language, format};

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; 3];

/// A catalogue that is not in Fluent's syntax, such as an error page in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the catalogue is not in Fluent's syntax")
    }
}

impl std::error::Error for Unreadable {}

/// Takes `source`, the file of `language`, as its words.
///
/// For the browser, once, before the first word is shown. What is there stays: a second
/// call changes nothing.
///
/// # Errors
///
/// [`Unreadable`], and no words, if any part of `source` is no message.
pub fn load(language: Language, source: String) -> Result<(), Unreadable> {
    let resource = FluentResource::try_new(source).map_err(|_| Unreadable)?;
    BUNDLES[language as usize].get_or_init(|| bundle(language, resource));
    Ok(())
}

/// The words of `language`: all messages in one text, without comments and empty lines.
///
/// The build of the browser part writes it as a file; the server reads it too, so that
/// both say the same. The same catalogues give the same text.
#[cfg(feature = "catalogues")]
#[must_use]
pub fn minified(language: Language) -> String {
    let mut text = String::new();
    for source in crate::message::SOURCES[language as usize] {
        let mut held_back = 0;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if line.trim().is_empty() {
                held_back += 1;
                continue;
            }
            // An empty line inside a message belongs to its text.
            if line.starts_with([' ', '}', '[', '*']) {
                text.extend(std::iter::repeat_n('\n', held_back));
            }
            held_back = 0;
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

/// The sentence `id`, if there is one and the words of `language` are there.
pub(crate) fn sentence(language: Language, id: &str, args: Option<&FluentArgs>) -> Option<String> {
    let bundle = words(language)?;
    let pattern = bundle.get_message(id)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut faults);
    debug_assert!(faults.is_empty(), "{language} {id}: {faults:?}");
    Some(text.into_owned())
}

/// The words of `language`; `None` where they are loaded and have not come.
fn words(language: Language) -> Option<&'static Bundle> {
    let words = &BUNDLES[language as usize];
    #[cfg(feature = "catalogues")]
    words.get_or_init(|| {
        // A test reads all of it; should a part be broken, the rest is better than nothing.
        let resource = FluentResource::try_new(minified(language));
        bundle(language, resource.unwrap_or_else(|(readable, _)| readable))
    });
    words.get()
}

fn bundle(language: Language, words: FluentResource) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().expect("tags are well-formed");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // All three languages run from left to right; the marks would only be copied along.
    bundle.set_use_isolating(false);
    // Fluent does not tell a formatter the language, so each has its own.
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| grouped(Language::En, value),
        Language::Fr => |value, _| grouped(Language::Fr, value),
        Language::ZhCn => |value, _| grouped(Language::ZhCn, value),
    }));
    bundle.add_resource_overriding(words);
    bundle
}

/// A count with the separators of `language`; `None` leaves other values as they are.
fn grouped(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(count) => Some(format::grouped(language, &count.as_string())),
        _ => None,
    }
}

#[cfg(all(test, feature = "catalogues"))]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_loads_has_no_comments_and_is_whole() {
        for language in Language::ALL {
            let text = minified(language);
            assert!(text.lines().all(|line| !line.starts_with('#')), "{language}");
            assert!(FluentResource::try_new(text).is_ok(), "{language}");
        }
    }

    #[test]
    fn a_page_in_place_of_a_catalogue_is_refused() {
        let page = "<!DOCTYPE html>\n<title>Bad gateway</title>".to_owned();
        assert_eq!(load(Language::En, page), Err(Unreadable));
    }
}
