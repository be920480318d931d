//! The hand-written formats against ICU4X, which carries CLDR itself.
//!
//! What [`i18n::format`] does differently on purpose is undone here, one line each.

use chrono::{Datelike, Days, Timelike};
use domain::money::{Money, UnitPrice};
use domain::time::{Day, Instant, operator_clock};
use i18n::{Language, format};
use icu_calendar::Iso;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal as CldrDecimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_locale_core::preferences::extensions::unicode::keywords::HourCycle;
use rust_decimal::Decimal;

fn locale(language: Language) -> Locale {
    language.tag().parse().expect("a tag")
}

fn decimals(language: Language) -> DecimalFormatter {
    DecimalFormatter::try_new(locale(language).into(), DecimalFormatterOptions::default())
        .expect("data")
}

/// `number`, written as Rust does, as CLDR writes it; with the product's minus.
fn by_cldr(cldr: &DecimalFormatter, number: &str) -> String {
    let number = number.parse::<CldrDecimal>().expect("a number");
    cldr.format(&number).to_string().replace('-', "\u{2212}")
}

/// Whole numbers of every length and sign: the bounds of each, and some between.
fn magnitudes() -> impl Iterator<Item = i64> {
    let bounds = (0..=18).map(|digits| 10_i64.pow(digits));
    let near = bounds.flat_map(|bound| [bound - 1, bound, bound + 1, bound.saturating_mul(9)]);
    // Knuth's MMIX generator, shifted to every length.
    let mut state = 2026_u64;
    let between = std::iter::repeat_with(move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 1) >> (state % 60)).expect("63 bits")
    });
    near.chain(between.take(3_000)).flat_map(|number| [number, -number]).chain([i64::MAX, i64::MIN])
}

#[test]
fn counts_are_written_as_cldr_says() {
    for language in Language::ALL {
        let cldr = decimals(language);
        for number in magnitudes() {
            let expected = by_cldr(&cldr, &number.to_string());
            assert_eq!(format::count(language, number), expected, "{language} {number}");
        }
    }
}

#[test]
fn decimals_are_written_as_cldr_says() {
    for language in Language::ALL {
        let cldr = decimals(language);
        for number in magnitudes().flat_map(|n| [0, 1, 2, 4, 6].map(|s| Decimal::new(n, s))) {
            let expected = by_cldr(&cldr, &number.to_string());
            assert_eq!(format::decimal(language, number), expected, "{language} {number}");
        }
    }
}

#[test]
fn the_number_of_an_amount_is_written_as_cldr_says() {
    for language in Language::ALL {
        let cldr = decimals(language);
        for number in magnitudes() {
            let amount = Money::from_fen(number);
            let written = without_sign(language, &format::money(language, amount));
            assert_eq!(written, by_cldr(&cldr, &amount.yuan().to_string()), "{language} {number}");

            let price = UnitPrice::from_stored(number);
            let written = without_sign(language, &format::unit_price(language, price));
            let shortest = price.yuan().normalize();
            let expected =
                by_cldr(&cldr, &format!("{shortest:.*}", shortest.scale().max(2) as usize));
            assert_eq!(written, expected, "{language} {number}");
        }
    }
}

/// The sign of the currency and its place are the domain book's.
fn without_sign(language: Language, amount: &str) -> String {
    let sign = match language {
        Language::En => "CN¥",
        Language::Fr => "\u{202f}¥",
        Language::ZhCn => "¥",
    };
    assert!(amount.contains(sign), "{amount}");
    amount.replacen(sign, "", 1)
}

/// Every day of the years in which the product is used, some more on both sides.
fn days() -> impl Iterator<Item = Day> {
    let first = Day::from_ymd_opt(2010, 1, 1).expect("a day");
    let far = ["1900-02-28", "1970-01-01", "2099-12-31", "9999-12-31"].map(str::parse::<Day>);
    (0..365 * 31).map(move |days| first + Days::new(days)).chain(far.into_iter().flatten())
}

fn cldr_date(day: Day) -> Date<Iso> {
    let number = |of: u32| u8::try_from(of).expect("at most 31");
    Date::try_new_iso(day.year(), number(day.month()), number(day.day())).expect("a day")
}

#[test]
fn days_are_written_as_cldr_says() {
    for language in Language::ALL {
        let cldr =
            DateTimeFormatter::try_new(locale(language).into(), YMD::medium()).expect("data");
        for day in days() {
            let expected = cldr.format(&cldr_date(day)).to_string();
            assert_eq!(format::date(language, day), expected, "{language} {day}");
        }
    }
}

/// In English and Chinese they are ISO 8601.
#[test]
fn french_days_in_tables_are_written_as_cldr_says() {
    let numeric = YMD::short().with_year_style(YearStyle::Full);
    let cldr = DateTimeFormatter::try_new(locale(Language::Fr).into(), numeric).expect("data");
    for day in days() {
        assert_eq!(format::date_short(Language::Fr, day), cldr.format(&cldr_date(day)).to_string());
        for language in [Language::En, Language::ZhCn] {
            assert_eq!(format::date_short(language, day), day.to_string());
        }
    }
}

#[test]
fn months_are_written_as_cldr_says() {
    for language in Language::ALL {
        let cldr = DateTimeFormatter::try_new(locale(language).into(), YM::long()).expect("data");
        for day in days() {
            let expected = cldr.format(&cldr_date(day)).to_string();
            assert_eq!(format::month(language, day), expected, "{language} {day}");
        }
    }
}

/// With hours from 0 to 23 everywhere, and the operator's zone behind.
#[test]
fn moments_are_written_as_cldr_says() {
    let first: Instant = "2026-01-01T00:00:30Z".parse().expect("a moment");
    for language in Language::ALL {
        let mut preferences = DateTimeFormatterPreferences::from(locale(language));
        preferences.hour_cycle = Some(HourCycle::H23);
        let cldr =
            DateTimeFormatter::try_new(preferences, YMD::medium().with_time_hm()).expect("data");
        for minutes in (0..370 * 24 * 60).step_by(97) {
            let moment = first + chrono::Duration::minutes(minutes);
            let clock = operator_clock(moment);
            let number = |of: u32| u8::try_from(of).expect("at most 59");
            let time = Time::try_new(number(clock.hour()), number(clock.minute()), 0, 0);
            let date_time = DateTime { date: cldr_date(clock.date()), time: time.expect("a time") };
            let expected = format!("{} (UTC+8)", cldr.format(&date_time));
            assert_eq!(format::instant(language, moment), expected, "{language} {moment}");
        }
    }
}
