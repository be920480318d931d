//! Days of tables that are read by the million.

use domain::time::Day;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgTypeInfo, PgValueRef};
use sqlx::sqlite::{SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Postgres, Sqlite, Type};

/// A day as it comes out of a row. SQLite's text is taken apart at its hyphens: the driver's own way,
/// by a pattern that it reads anew each time, takes several times as long.
pub(crate) struct Date(Day);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        date.0
    }
}

/// `2019-06-10`.
fn parse(text: &str) -> Option<Day> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    Day::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

impl Type<Sqlite> for Date {
    fn type_info() -> SqliteTypeInfo {
        <Day as Type<Sqlite>>::type_info()
    }

    fn compatible(kind: &SqliteTypeInfo) -> bool {
        <Day as Type<Sqlite>>::compatible(kind)
    }
}

impl<'r> Decode<'r, Sqlite> for Date {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<Sqlite>>::decode(value)?;
        parse(text).map(Self).ok_or_else(|| format!("not a day: {text}").into())
    }
}

impl Type<Postgres> for Date {
    fn type_info() -> PgTypeInfo {
        <Day as Type<Postgres>>::type_info()
    }
}

impl<'r> Decode<'r, Postgres> for Date {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        <Day as Decode<Postgres>>::decode(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_was_written_and_nothing_else_is_a_day() {
        for text in ["2019-06-10", "2020-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(parse(text), text.parse().ok(), "{text}");
        }
        for text in ["", "2019-06", "2019-02-29", "2019-13-01", "2019-06-10T00:00", "a-b-c"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
