//! Every language says everything, with the same values.

use std::collections::{BTreeMap, BTreeSet};

use i18n::Language;

use crate::reading::{Message, messages};

fn by_id(language: Language) -> BTreeMap<String, Message> {
    let mut found = BTreeMap::new();
    for message in messages(language) {
        if let Some(twice) = found.insert(message.id.clone(), message) {
            panic!("{language}: {} is there twice", twice.id);
        }
    }
    found
}

#[test]
fn every_language_has_the_same_messages_in_the_same_files() {
    let homes =
        |language| by_id(language).into_values().map(|m| (m.id, m.file)).collect::<BTreeSet<_>>();
    let english = homes(Language::En);
    for language in Language::ALL {
        let theirs = homes(language);
        let missing: Vec<_> = english.difference(&theirs).collect();
        let surplus: Vec<_> = theirs.difference(&english).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(surplus.is_empty(), "{language} has what English has not: {surplus:?}");
    }
}

/// A language may choose by a value that another writes out or leaves alone, but it cannot
/// have one that the others do not know of.
#[test]
fn every_language_uses_the_same_values() {
    let mut differ = Vec::new();
    let english = by_id(Language::En);
    for language in Language::ALL {
        for (id, theirs) in by_id(language) {
            if let Some(ours) = english.get(&id)
                && ours.args != theirs.args
            {
                differ.push(format!("{language} {id}: {:?}, en: {:?}", theirs.args, ours.args));
            }
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn messages_shown_inside_others_exist() {
    for language in Language::ALL {
        let all = by_id(language);
        for message in all.values() {
            for reference in &message.references {
                assert!(all.contains_key(reference), "{language} {}: {reference}", message.id);
            }
        }
    }
}

#[test]
fn ids_are_kebab_case() {
    for message in messages(Language::En) {
        let parts = message.id.split('-');
        let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let kebab = parts.into_iter().all(|part| !part.is_empty() && part.chars().all(lower));
        assert!(kebab, "{}: {}", message.file, message.id);
    }
}
