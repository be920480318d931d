//! Days and moments. Business happens on the operator's calendar: UTC+8, no daylight saving.

use chrono::{DateTime, Datelike, Days, Duration, Months, NaiveDate, Utc};

/// A calendar day of the operator.
pub type Day = NaiveDate;

/// A moment, in UTC with microseconds.
pub type Instant = DateTime<Utc>;

/// Hours that the operator's clock is ahead of UTC.
const OPERATOR_HOURS: i64 = 8;

/// The operator's calendar day at `instant`.
///
/// Source: domain book, 1.4 ("today" is evaluated in Asia/Shanghai).
#[must_use]
pub fn business_day(instant: Instant) -> Day {
    operator_clock(instant).date()
}

/// What the operator's clock shows at `instant`.
#[must_use]
pub fn operator_clock(instant: Instant) -> chrono::NaiveDateTime {
    (instant + Duration::hours(OPERATOR_HOURS)).naive_utc()
}

/// The moment at which `day` begins for the operator.
#[must_use]
pub fn start_of_day(day: Day) -> Instant {
    day.and_time(chrono::NaiveTime::MIN).and_utc() - Duration::hours(OPERATOR_HOURS)
}

/// The first day of `day`'s month.
#[must_use]
pub fn first_of_month(day: Day) -> Day {
    day.with_day(1).unwrap_or(day)
}

/// The day `days` after `day`; the calendar's last day if there is none.
#[must_use]
pub fn days_after(day: Day, days: u64) -> Day {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The same day `months` later, or the last day of that month if it is shorter.
#[must_use]
pub fn months_after(day: Day, months: u32) -> Day {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The same day `months` earlier, or the last day of that month if it is shorter.
#[must_use]
pub fn months_before(day: Day, months: u32) -> Day {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().expect("the tests write RFC 3339")
    }

    #[test]
    fn the_day_changes_at_midnight_in_shanghai() {
        for (instant, day) in [
            ("2019-02-28T15:59:59.999999Z", "2019-02-28"),
            ("2019-02-28T16:00:00Z", "2019-03-01"),
            ("2019-12-31T16:30:00Z", "2020-01-01"),
        ] {
            assert_eq!(business_day(at(instant)).to_string(), day, "{instant}");
        }
    }

    #[test]
    fn a_day_begins_where_the_one_before_ends() {
        let day: Day = "2019-03-01".parse().expect("a day");
        assert_eq!(start_of_day(day), at("2019-02-28T16:00:00Z"));
        assert_eq!(business_day(start_of_day(day)), day);
        assert_eq!(days_after(day, 60).to_string(), "2019-04-30");
    }

    #[test]
    fn a_month_after_the_last_day_stays_in_the_month() {
        let day: Day = "2019-01-31".parse().expect("a day");
        assert_eq!(months_after(day, 1).to_string(), "2019-02-28");
    }
}
