//! Days, months and moments, on the operator's calendar.

use chrono::{Datelike, Timelike};
use domain::time::{Day, Instant, operator_clock};

use crate::Language;

/// Months in an English date.
const EN_SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Months in English without a day.
const EN_LONG: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Months in a French date.
const FR_SHORT: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// Months in French without a day.
const FR_LONG: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A day: `Mar 1, 2026` · `1 mars 2026` · `2026年3月1日`.
#[must_use]
pub fn date(language: Language, day: Day) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    match language {
        Language::En => format!("{} {d}, {y}", EN_SHORT[day.month0() as usize]),
        Language::Fr => format!("{d} {} {y}", FR_SHORT[day.month0() as usize]),
        Language::ZhCn => format!("{y}年{m}月{d}日"),
    }
}

/// A day in figures, for tables: `2026-03-01` · `01/03/2026` · `2026-03-01`.
#[must_use]
pub fn date_short(language: Language, day: Day) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    match language {
        Language::En | Language::ZhCn => format!("{y:04}-{m:02}-{d:02}"),
        Language::Fr => format!("{d:02}/{m:02}/{y:04}"),
    }
}

/// The month in which `day` is: `March 2026` · `mars 2026` · `2026年3月`.
#[must_use]
pub fn month(language: Language, day: Day) -> String {
    let (y, m) = (day.year(), day.month());
    match language {
        Language::En => format!("{} {y}", EN_LONG[day.month0() as usize]),
        Language::Fr => format!("{} {y}", FR_LONG[day.month0() as usize]),
        Language::ZhCn => format!("{y}年{m}月"),
    }
}

/// A moment on the operator's clock: `Mar 1, 2026, 14:30 (UTC+8)` ·
/// `1 mars 2026, 14:30 (UTC+8)` · `2026年3月1日 14:30 (UTC+8)`.
#[must_use]
pub fn instant(language: Language, instant: Instant) -> String {
    let clock = operator_clock(instant);
    let comma = match language {
        Language::En | Language::Fr => ",",
        Language::ZhCn => "",
    };
    let day = date(language, clock.date());
    format!("{day}{comma} {:02}:{:02} (UTC+8)", clock.hour(), clock.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, ZhCn};

    #[test]
    fn a_day_is_written_as_the_domain_book_says() {
        let day = "2026-03-01".parse().expect("a day");
        for (language, long, short, of_month) in [
            (En, "Mar 1, 2026", "2026-03-01", "March 2026"),
            (Fr, "1 mars 2026", "01/03/2026", "mars 2026"),
            (ZhCn, "2026年3月1日", "2026-03-01", "2026年3月"),
        ] {
            assert_eq!(date(language, day), long);
            assert_eq!(date_short(language, day), short);
            assert_eq!(month(language, day), of_month);
        }
    }

    #[test]
    fn a_moment_is_shown_on_the_operators_clock() {
        let evening = "2026-02-28T16:05:59Z".parse().expect("a moment");
        for (language, text) in [
            (En, "Mar 1, 2026, 00:05 (UTC+8)"),
            (Fr, "1 mars 2026, 00:05 (UTC+8)"),
            (ZhCn, "2026年3月1日 00:05 (UTC+8)"),
        ] {
            assert_eq!(instant(language, evening), text);
        }
    }
}
