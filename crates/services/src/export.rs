//! Tables as files for people: CSV and Excel, typed, and safe to open in a spreadsheet.
//!
//! Headers are English and dates ISO, whatever the reader's language: the files are also read by
//! programs.

use std::io::{self, Write};

use chrono::{FixedOffset, NaiveDateTime, SecondsFormat};
use domain::money::{Money, UnitPrice};
use domain::time::{Day, Instant, operator_clock};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use uuid::Uuid;

/// What stands in one place of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words. A spreadsheet never takes them for a formula.
    Text(&'a str),
    /// Names a thing for programs.
    Id(Uuid),
    /// A count or a number of something.
    Count(i64),
    /// An amount in yuan.
    Money(Money),
    /// A price of one unit in yuan.
    UnitPrice(UnitPrice),
    /// A calendar day.
    Day(Day),
    /// A moment, on the operator's clock.
    Instant(Instant),
}

impl<'a> Cell<'a> {
    /// Words, if there are any.
    #[must_use]
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, Self::Text)
    }
}

/// What a spreadsheet takes for the beginning of a formula, also in full width.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Hours that the operator's clock is ahead of UTC, in seconds.
const OPERATOR_OFFSET: i32 = 8 * 3600;

/// CSV as RFC 4180 says, in UTF-8 with a byte order mark, written batch by batch.
#[derive(Debug, Default)]
pub struct Csv {
    written: Vec<u8>,
}

impl Csv {
    /// A table with these columns.
    #[must_use]
    pub fn new(columns: &[&str]) -> Self {
        // Excel takes a file without the mark for one in the system's old encoding.
        let mut csv = Self { written: "\u{feff}".into() };
        csv.line(columns.iter().map(|column| (*column).to_owned()));
        csv
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        self.line(cells.iter().map(|cell| in_csv(*cell)));
    }

    /// What has been written since the last call.
    #[must_use]
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.written)
    }

    fn line(&mut self, fields: impl Iterator<Item = String>) {
        for (place, field) in fields.enumerate() {
            if place > 0 {
                self.written.push(b',');
            }
            if field.contains(['"', ',', '\n', '\r']) {
                self.written.push(b'"');
                self.written.extend_from_slice(field.replace('"', "\"\"").as_bytes());
                self.written.push(b'"');
            } else {
                self.written.extend_from_slice(field.as_bytes());
            }
        }
        self.written.extend_from_slice(b"\r\n");
    }
}

fn in_csv(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) if text.starts_with(FORMULA) => format!("'{text}"),
        Cell::Text(text) => text.to_owned(),
        Cell::Id(id) => id.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Money(amount) => amount.yuan().to_string(),
        Cell::UnitPrice(price) => price.yuan().to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Instant(instant) => written(instant),
    }
}

/// `2019-06-10T09:00:00+08:00`.
fn written(instant: Instant) -> String {
    match FixedOffset::east_opt(OPERATOR_OFFSET) {
        Some(offset) => instant.with_timezone(&offset).to_rfc3339_opts(SecondsFormat::Secs, false),
        None => instant.to_rfc3339(),
    }
}

/// Rows that a sheet of Excel has, its header among them.
const SHEET_ROWS: u32 = 1_048_576;

/// Characters that a cell of Excel can hold.
const CELL_CHARACTERS: usize = 32_767;

/// An Excel workbook. Rows go to a temporary file, so that a long table needs no long memory.
pub struct Xlsx {
    workbook: Workbook,
    columns: Vec<&'static str>,
    formats: Formats,
    sheets: usize,
    row: u32,
}

struct Formats {
    header: Format,
    money: Format,
    unit_price: Format,
    day: Format,
    instant: Format,
}

impl Xlsx {
    /// A workbook with one sheet that has these columns.
    ///
    /// # Errors
    ///
    /// If no temporary file can be written.
    pub fn new(columns: &[&'static str]) -> io::Result<Self> {
        let formats = Formats {
            header: Format::new().set_bold(),
            money: Format::new().set_num_format("#,##0.00"),
            unit_price: Format::new().set_num_format("#,##0.0000"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            instant: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        };
        let columns = columns.to_vec();
        let mut xlsx = Self { workbook: Workbook::new(), columns, formats, sheets: 0, row: 0 };
        xlsx.begin_sheet().map_err(io::Error::other)?;
        Ok(xlsx)
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        for (column, name) in (0..).zip(&self.columns) {
            sheet.set_column_width(column, 20)?;
            sheet.write_string_with_format(0, column, *name, &self.formats.header)?;
        }
        self.sheets += 1;
        self.row = 1;
        Ok(())
    }

    /// Adds a row; a full sheet is followed by another.
    ///
    /// # Errors
    ///
    /// If the temporary file cannot be written.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.try_row(cells).map_err(io::Error::other)
    }

    fn try_row(&mut self, cells: &[Cell<'_>]) -> Result<(), XlsxError> {
        if self.row == SHEET_ROWS {
            self.begin_sheet()?;
        }
        let row = self.row;
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1)?;
        for (column, cell) in (0..).zip(cells) {
            put(sheet, row, column, *cell, &self.formats)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes the workbook to `file`.
    ///
    /// # Errors
    ///
    /// If `file` cannot be written.
    pub fn write_to(mut self, file: impl Write + Send) -> io::Result<()> {
        self.workbook.save_to_writer(file).map_err(io::Error::other)
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        // Text stays text in Excel: no guard is needed.
        Cell::Text(text) => {
            let text: String = text.chars().take(CELL_CHARACTERS).collect();
            sheet.write_string(row, column, text)?;
        }
        Cell::Id(id) => {
            sheet.write_string(row, column, id.to_string())?;
        }
        Cell::Count(count) => {
            sheet.write_number(row, column, number(count.into()))?;
        }
        Cell::Money(amount) => {
            sheet.write_number_with_format(row, column, number(amount.yuan()), &formats.money)?;
        }
        Cell::UnitPrice(price) => {
            let price = number(price.yuan());
            sheet.write_number_with_format(row, column, price, &formats.unit_price)?;
        }
        Cell::Day(day) => {
            sheet.write_with_format(row, column, &day, &formats.day)?;
        }
        Cell::Instant(instant) => {
            let clock: NaiveDateTime = operator_clock(instant);
            sheet.write_with_format(row, column, &clock, &formats.instant)?;
        }
    }
    Ok(())
}

/// Excel knows no other numbers.
fn number(exact: Decimal) -> f64 {
    exact.to_f64().unwrap_or_default()
}

/// The name of a file of `day`, such as `activity-2019-06-10.csv`.
#[must_use]
pub fn file_name(name: &str, day: Day, extension: &str) -> String {
    format!("{name}-{day}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_written_as_rfc_4180_says() {
        let mut csv = Csv::new(&["Number", "Name"]);
        csv.row(&[Cell::Count(-1), Cell::Text("a,\"b\"\nc")]);
        csv.row(&[Cell::Empty, Cell::text(None)]);
        let text = String::from_utf8(csv.take()).unwrap();
        assert_eq!(text, "\u{feff}Number,Name\r\n-1,\"a,\"\"b\"\"\nc\"\r\n,\r\n");
        assert!(csv.take().is_empty());
    }

    #[test]
    fn words_never_become_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(in_csv(Cell::Text(text)), cell);
        }
    }

    #[test]
    fn values_keep_their_digits_and_their_clock() {
        let instant = "2019-06-10T01:00:00.5Z".parse().unwrap();
        let day = "2019-06-10".parse().unwrap();
        assert_eq!(in_csv(Cell::Instant(instant)), "2019-06-10T09:00:00+08:00");
        assert_eq!(in_csv(Cell::Day(day)), "2019-06-10");
        assert_eq!(in_csv(Cell::Money(Money::from_fen(-123_450))), "-1234.50");
    }

    #[test]
    fn a_workbook_is_a_zip_file_with_its_rows() {
        let mut xlsx = Xlsx::new(&["Number", "Time", "Day", "Name", "Price"]).unwrap();
        let instant = Cell::Instant("2019-06-10T01:00:00Z".parse().unwrap());
        let day = Cell::Day("2019-06-10".parse().unwrap());
        let price = Cell::UnitPrice(UnitPrice::from_stored(12_345));
        xlsx.row(&[Cell::Count(1), instant, day, Cell::Text("=1"), price]).unwrap();
        let mut file = Vec::new();
        xlsx.write_to(&mut file).unwrap();
        assert!(file.starts_with(b"PK"));
    }
}
