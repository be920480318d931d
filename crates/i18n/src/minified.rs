//! One language's messages as one text.

use std::collections::BTreeMap;

use crate::Language;
use crate::letters::PREFIX;
use crate::message::SOURCES;

/// The words of `language` that a browser needs: messages in the order of their ids, without
/// comments and without empty lines between them.
///
/// The build of the browser part writes it as a file. It lacks what only mails say.
#[must_use]
pub fn minified(language: Language) -> String {
    joined(language, |id| !id.starts_with(PREFIX))
}

/// All words of `language`, in the same form: what the server reads.
pub(crate) fn whole(language: Language) -> String {
    joined(language, |_| true)
}

fn joined(language: Language, wanted: impl Fn(&str) -> bool) -> String {
    let mut messages = BTreeMap::new();
    for source in SOURCES[language as usize] {
        let mut lines = source.lines().filter(|line| !line.starts_with('#')).peekable();
        while let Some(first) = lines.next() {
            if !begins_message(first) {
                continue;
            }
            let mut message = first.trim_end().to_owned();
            while let Some(line) = lines.next_if(|line| !begins_message(line)) {
                message.push('\n');
                message.push_str(line.trim_end());
            }
            let id = first.split(['=', ' ']).next().unwrap_or_default();
            if wanted(id) {
                messages.insert(id, message);
            }
        }
    }
    let mut text = String::new();
    for message in messages.values().map(|message| message.trim_end()) {
        text.push_str(message);
        text.push('\n');
    }
    text
}

/// Only messages begin with a letter.
fn begins_message(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_alphabetic())
}
