//! The small reader of Fluent says what the large one does.

use std::fs;

use domain::error::{Arg, Code, Refusal};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use i18n::{Language, Locale, format};

use crate::reading::{Message, messages, root};

/// Fluent's own crate with the files of `language` as they are.
fn large(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.tag().parse().expect("a tag")]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| count(Language::En, value),
        Language::Fr => |value, _| count(Language::Fr, value),
        Language::ZhCn => |value, _| count(Language::ZhCn, value),
    }));
    let folder = root().join("locales").join(language.tag());
    for entry in fs::read_dir(folder).expect("every language has a folder") {
        let source = fs::read_to_string(entry.expect("a file").path()).expect("UTF-8");
        let resource = FluentResource::try_new(source).expect("Fluent");
        bundle.add_resource(resource).expect("no id is there twice");
    }
    bundle
}

fn count(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            Some(format::count(language, number.as_string().parse().expect("a whole number")))
        }
        _ => None,
    }
}

/// A value for the argument number `place` of a message; each `round` has others.
fn value(round: usize, place: usize) -> Arg {
    const COUNTS: [i64; 12] = [0, 1, 2, 3, 5, -1, 11, 21, 100, 1_001, 12_345, 2_000_001];
    match round {
        0 => Arg::Text("北京 { $x }".to_owned()),
        1 => Arg::Text("one".to_owned()),
        _ => Arg::Count(COUNTS[(round + place) % COUNTS.len()]),
    }
}

fn assert_same(language: Language, large: &FluentBundle<FluentResource>, message: &Message) {
    for round in 0..14 {
        let args = message.args.iter().enumerate();
        let args: Vec<_> = args.map(|(place, name)| (name.clone(), value(round, place))).collect();
        let fluent: FluentArgs = args
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Count(count) => (name.clone(), FluentValue::from(*count)),
                Arg::Text(text) => (name.clone(), FluentValue::from(text.clone())),
                _ => unreachable!("only these are given"),
            })
            .collect();
        let mut faults = Vec::new();
        let pattern = large.get_message(&message.id).and_then(|found| found.value());
        let pattern = pattern.expect("the test has read the same files");
        let expected = large.format_pattern(pattern, Some(&fluent), &mut faults);
        assert!(faults.is_empty(), "{language} {}: {faults:?}", message.id);

        let code = Code { key: message.id.clone().into(), number: 0, status: 0 };
        let args = args.into_iter().map(|(name, arg)| (name.into(), arg)).collect();
        let said = Locale::new(language).say_refusal(&Refusal { code, args });
        assert_eq!(said, expected, "{language} {}", message.id);
    }
}

#[test]
fn every_message_reads_as_fluent_reads_it() {
    for language in Language::ALL {
        let large = large(language);
        for message in messages(language) {
            assert_same(language, &large, &message);
        }
    }
}
