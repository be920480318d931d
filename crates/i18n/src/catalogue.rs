//! The words of each language, parsed once a process.

use std::fmt;
use std::sync::OnceLock;

use domain::error::Arg;

use crate::fluent::{self, Message, Part};
use crate::plural::plural;
use crate::{Language, format};

static CATALOGUES: [OnceLock<Catalogue>; Language::ALL.len()] = [const { OnceLock::new() }; 3];

/// How many messages may show each other in a row.
const MAX_DEPTH: u8 = 4;

/// A catalogue that is not what `minified` writes, such as an error page
/// in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the catalogue cannot be read")
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
    let words = &CATALOGUES[language as usize];
    if words.get().is_none() {
        let catalogue = Catalogue::read(language, source)?;
        words.get_or_init(|| catalogue);
    }
    Ok(())
}

/// The sentence `id`, if there is one and the words of `language` are there.
pub(crate) fn sentence<N: AsRef<str>>(
    language: Language,
    id: &str,
    args: &[(N, Arg)],
) -> Option<String> {
    let catalogue = words(language)?;
    let mut sentence = String::new();
    let said = catalogue.find(id)?;
    catalogue.say(said, &|name| value(args, name), MAX_DEPTH, &mut sentence);
    Some(sentence)
}

fn value<'a, N: AsRef<str>>(args: &'a [(N, Arg)], name: &str) -> Option<&'a Arg> {
    args.iter().find(|(known, _)| known.as_ref() == name).map(|(_, value)| value)
}

/// The words of `language`; `None` where they are loaded and have not come.
fn words(language: Language) -> Option<&'static Catalogue> {
    let words = &CATALOGUES[language as usize];
    #[cfg(feature = "catalogues")]
    words.get_or_init(|| {
        let source = crate::minified::whole(language);
        Catalogue::read(language, source).expect("a test reads every catalogue")
    });
    words.get()
}

/// The words of one language.
struct Catalogue {
    language: Language,
    /// In the order of their ids.
    messages: Vec<Message>,
}

impl Catalogue {
    fn read(language: Language, source: String) -> Result<Self, Unreadable> {
        // The words of a process live as long as it does.
        let messages = fluent::parse(source.leak())?;
        if messages.is_empty() || !messages.is_sorted_by(|a, b| a.id < b.id) {
            return Err(Unreadable);
        }
        Ok(Self { language, messages })
    }

    fn find(&self, id: &str) -> Option<&[Part]> {
        let place = self.messages.binary_search_by(|message| message.id.cmp(id)).ok()?;
        Some(&self.messages[place].says)
    }

    /// Appends `parts` to `sentence`. What is missing is shown by its name, as Fluent does.
    fn say<'a>(
        &self,
        parts: &[Part],
        value: &dyn Fn(&str) -> Option<&'a Arg>,
        depth: u8,
        sentence: &mut String,
    ) {
        for part in parts {
            match part {
                Part::Text(text) => sentence.push_str(text),
                Part::Value(name) => match value(name) {
                    Some(arg) => sentence.push_str(&format::arg(self.language, arg)),
                    None => missing("{$", name, sentence),
                },
                Part::Message(id) => match self.find(id).filter(|_| depth > 0) {
                    Some(parts) => self.say(parts, value, depth - 1, sentence),
                    None => missing("{", id, sentence),
                },
                Part::Choice { by, variants, default } => {
                    let chosen = match value(by) {
                        Some(Arg::Count(count)) => {
                            let (exact, plural) =
                                (count.to_string(), plural(self.language, *count));
                            variants.iter().position(|(key, _)| *key == exact || *key == plural)
                        }
                        Some(Arg::Text(text)) => variants.iter().position(|(key, _)| key == text),
                        _ => None,
                    };
                    self.say(&variants[chosen.unwrap_or(*default)].1, value, depth, sentence);
                }
            }
        }
    }
}

fn missing(brace: &str, name: &str, sentence: &mut String) {
    debug_assert!(false, "nothing was given for {brace}{name}}}");
    sentence.push_str(brace);
    sentence.push_str(name);
    sentence.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `source`, which says `m`, says in English for `args`.
    fn said(source: &str, args: &[(&str, Arg)]) -> Result<String, Unreadable> {
        let catalogue = Catalogue::read(Language::En, source.to_owned())?;
        let mut sentence = String::new();
        let parts = catalogue.find("m").ok_or(Unreadable)?;
        catalogue.say(parts, &|name| value(args, name), MAX_DEPTH, &mut sentence);
        Ok(sentence)
    }

    /// What Fluent's own crate makes of it.
    fn said_by_fluent(source: &str, args: &[(&str, Arg)]) -> String {
        use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
        let mut bundle = FluentBundle::new(vec!["en".parse().expect("a tag")]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(FluentResource::try_new(source.into()).expect("Fluent"));
        let args = args.iter().map(|(name, arg)| match arg {
            Arg::Count(count) => (*name, FluentValue::from(*count)),
            Arg::Text(text) => (*name, FluentValue::from(text.as_str())),
            _ => unreachable!("only these are given"),
        });
        let args = args.collect::<FluentArgs>();
        let pattern = bundle.get_message("m").and_then(|found| found.value()).expect("m");
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    #[test]
    fn what_the_catalogues_may_use_reads_as_in_fluent() {
        for source in [
            "m = Plain words",
            "m=No spaces",
            "m =    Spaces   inside   stay, at both ends not   \n",
            "m = A { $c } and { $t }, {$c}{$t}",
            "m = { $c }",
            "m = {\"\"}   kept spaces{ \" \" }",
            "m = {\"\"}",
            "m = braces { \"{\" }x{ \"}\" }",
            "m =\n    Begins on the next line",
            "m =\n    Two\n    lines",
            "m = First\n    second\n    third",
            "m = First\n\n    after an empty line\n\n\n    and after two\n\n",
            "m =\n    Indented\n      more\n    and less",
            "m =\n      Deep first\n    less\n     more",
            "m = { $c }\n    { $t }\n    x",
            "m = text\n    { $c } text",
            "a = Shown { $c }\nm = Shows { a }!",
            "m = { $c ->\n    [one] One\n   *[other] { $c } others\n}",
            "m = { $c ->\n    [0] None\n    [1] Exactly one\n   *[other] Many\n}",
            "m = { $c ->\n[one] One\n*[other] Many\n}",
            "m = { $c ->\n   *[other] Many\n    [one] One\n} behind",
            "m = before { $c ->\n    [one] One\n   *[other] Many\n  }\n    behind",
            "m = { $t ->\n    [x] An x\n    [one] A word\n   *[other] { $t }\n}",
            "m = { $c ->\n    [one]\n        A line\n        and another\n   *[other] Many\n}",
            "m = { $c ->\n    [ one ] { $t ->\n        [x] One x\n       *[y] One y\n    }\n   *[other] Many\n}",
            "m = Stars * and [brackets] inside\n    a. line",
            "m = 中文，{ $c }个\nz = last",
            "# comment\na = A\n\n\n## group\n\nm = B\n",
        ] {
            for (count, text) in [(0, "x"), (1, "one"), (2, "中文"), (999, "{ $c }")] {
                let args = [("c", Arg::Count(count)), ("t", Arg::Text(text.to_owned()))];
                let expected = said_by_fluent(source, &args);
                assert_eq!(said(source, &args), Ok(expected), "{source:?}");
            }
        }
    }

    #[test]
    fn what_they_may_not_use_is_refused() {
        for source in [
            "",
            "m",
            "m =",
            "m = \nn = x",
            "m = }",
            "m = {",
            "m = { $ }",
            "m = { $c",
            "m = { -term }",
            "-term = x\nm = x",
            "m = x\n    .title = y",
            "m = { a.title }",
            "m = { NUMBER($c) }",
            "m = { \"\\u0041\" }",
            "m = { $c ->\n    [one] No default\n}",
            "m = { $c ->\n   *[one] Two\n   *[other] defaults\n}",
            "m = { $c ->\n   *[other] not closed",
            "m = { $c -> *[other] } }",
            "m = x\nm = twice",
            "n = not in order\nm = x",
            "<!DOCTYPE html>\n<title>Bad gateway</title>",
            "{\"error\":\"no\"}",
        ] {
            assert_eq!(said(source, &[]), Err(Unreadable), "{source:?}");
        }
    }

    #[test]
    fn a_catalogue_cut_short_anywhere_does_no_harm() {
        let whole =
            "m = { $c ->\n    [one] 一 { $t }\n   *[other]\n        二\n\n        { \"三\" }\n}\n";
        let args = [("c", Arg::Count(1)), ("t", Arg::Text(String::new()))];
        for (end, _) in whole.char_indices() {
            assert_eq!(said(&whole[..end], &args).is_ok(), end >= whole.len() - 1, "{end}");
        }
    }
}
