//! What readers are told, from value to sentence.

use domain::error::{Arg, Code, Entity, Error, FieldError, Refusal};
use domain::money::{Money, UnitPrice};
use i18n::{Language, Locale, message};

const READERS: [Locale; 3] =
    [Locale::new(Language::En), Locale::new(Language::Fr), Locale::new(Language::ZhCn)];

fn refusal(key: &'static str, args: Vec<(&'static str, Arg)>) -> Refusal {
    let args = args.into_iter().map(|(name, arg)| (name.into(), arg)).collect();
    Refusal { code: Code::new(key, 3000, 400), args }
}

#[test]
fn a_count_chooses_the_plural_and_is_grouped() {
    for (count, [en, fr, zh]) in [
        (0, ["No results", "Aucun résultat", "无结果"]),
        (1, ["1 result", "1 résultat", "1 条结果"]),
        (2, ["2 results", "2 résultats", "2 条结果"]),
        (12_345, ["12,345 results", "12\u{202f}345 résultats", "12,345 条结果"]),
    ] {
        for (reader, expected) in READERS.into_iter().zip([en, fr, zh]) {
            assert_eq!(reader.say(message!("results"), &[("count", Arg::Count(count))]), expected);
        }
    }
}

#[test]
fn every_kind_of_value_is_written_in_the_readers_language() {
    for (value, [en, fr, zh]) in [
        (Arg::Count(-1_234), ["\u{2212}1,234", "\u{2212}1\u{202f}234", "\u{2212}1,234"]),
        (
            Arg::Money(Money::from_fen(123_450)),
            ["CN¥1,234.50", "1\u{202f}234,50\u{202f}¥", "¥1,234.50"],
        ),
        (
            Arg::UnitPrice(UnitPrice::from_stored(505_550)),
            ["CN¥50.555", "50,555\u{202f}¥", "¥50.555"],
        ),
        (
            Arg::Day("2026-03-01".parse().expect("a day")),
            ["Mar 1, 2026", "1 mars 2026", "2026年3月1日"],
        ),
        (
            Arg::Instant("2026-03-01T06:30:00Z".parse().expect("a moment")),
            [
                "Mar 1, 2026, 14:30 (UTC+8)",
                "1 mars 2026, 14:30 (UTC+8)",
                "2026年3月1日 14:30 (UTC+8)",
            ],
        ),
        (Arg::Text("{ $x } <b> 𠮷".into()), ["{ $x } <b> 𠮷"; 3]),
    ] {
        for (reader, expected) in READERS.into_iter().zip([en, fr, zh]) {
            let told = reader.say(message!("err-internal"), &[("reference", value.clone())]);
            assert!(told.ends_with(expected), "{told}");
        }
    }
}

#[test]
fn nothing_is_put_around_values() {
    for reader in READERS {
        let told = reader.say(message!("err-internal"), &[("reference", Arg::Text("4f0c".into()))]);
        assert!(!told.contains(['\u{2068}', '\u{2069}']), "{told:?}");
    }
}

#[test]
fn every_error_has_its_own_sentence() {
    let field = |field: &str| FieldError {
        field: field.into(),
        refusal: refusal("err-required", Vec::new()),
    };
    let errors = [
        Error::Unauthenticated,
        Error::NotFound { entity: Entity::Page },
        Error::NotFound { entity: Entity::Offer },
        Error::Stale { entity: Entity::PinnedOffers },
        Error::Invalid { fields: vec![field("name")] },
        Error::Invalid { fields: vec![field("name"), field("phone")] },
        Error::Refused(refusal("err-required", Vec::new())),
        Error::Unavailable,
        Error::Internal { reference: "4f0c12ab".into() },
    ];
    for reader in READERS {
        let told: std::collections::BTreeSet<_> =
            errors.iter().map(|error| reader.say_error(error)).collect();
        assert_eq!(told.len(), errors.len(), "{told:#?}");
        assert!(told.iter().all(|sentence| !sentence.contains("err-")), "{told:#?}");
        assert!(told.iter().any(|sentence| sentence.contains("4f0c12ab")), "{told:#?}");
    }
}

#[test]
fn a_code_of_a_newer_server_becomes_a_general_sentence() {
    let unknown = refusal("err-of-tomorrow", vec![("count", Arg::Count(1))]);
    for reader in READERS {
        assert_eq!(reader.say_refusal(&unknown), reader.say(message!("err-refused"), &[]));
    }
}

#[test]
fn an_id_built_from_data_may_have_no_words() {
    for reader in READERS {
        assert_eq!(reader.say_dynamic("save"), Some(reader.say(message!("save"), &[])));
        for id in ["access-action-fly", "", "save\n", "-save", "$save"] {
            assert_eq!(reader.say_dynamic(id), None, "{id:?}");
        }
    }
}

#[test]
fn many_readers_may_ask_at_once() {
    std::thread::scope(|scope| {
        for reader in READERS.repeat(4) {
            scope.spawn(move || {
                for count in 0..200 {
                    let told = reader.say(message!("results"), &[("count", Arg::Count(count))]);
                    assert!(count == 0 || told.starts_with(&count.to_string()), "{told}");
                }
            });
        }
    });
}
