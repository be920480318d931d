//! Tables as files for people: CSV and Excel, typed, and safe to open in a spreadsheet.
//!
//! Headers are English and dates ISO, whatever the reader's language: the files are also read by
//! programs.

use std::io::{self, Write};

use chrono::{FixedOffset, NaiveDateTime, SecondsFormat};
use domain::billing::UsageQuantity;
use domain::money::{Money, UnitPrice};
use domain::time::{Day, Instant, operator_clock};
use encoding_rs::GB18030;
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
    /// A quantity with parts of a unit.
    Quantity(UsageQuantity),
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

/// How text becomes bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// With a byte order mark.
    #[default]
    Utf8,
    /// What older programs in China expect. It has all of Unicode but one code point for private
    /// use, which is written as the number it is, such as `&#58853;`.
    Gb18030,
}

/// CSV as RFC 4180 says, written batch by batch.
#[derive(Debug, Default)]
pub struct Csv {
    written: Vec<u8>,
    encoding: Encoding,
}

impl Csv {
    /// A table with these columns in UTF-8.
    #[must_use]
    pub fn new(columns: &[&str]) -> Self {
        Self::encoded(columns, Encoding::Utf8)
    }

    /// A table with these columns in `encoding`.
    #[must_use]
    pub fn encoded(columns: &[&str], encoding: Encoding) -> Self {
        // Excel takes a file without the mark for one in the system's old encoding.
        let mark = if encoding == Encoding::Utf8 { "\u{feff}" } else { "" };
        let mut csv = Self { written: mark.into(), encoding };
        let header: Vec<_> = columns.iter().map(|column| Cell::Text(column)).collect();
        csv.row(&header);
        csv
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.written.push(b',');
            }
            self.cell(*cell);
        }
        self.written.extend_from_slice(b"\r\n");
    }

    /// What has been written since the last call.
    #[must_use]
    pub fn take(&mut self) -> Vec<u8> {
        // What comes next will be about as long: room for it is asked for once.
        let room = Vec::with_capacity(self.written.len());
        std::mem::replace(&mut self.written, room)
    }

    /// Written in place: a million rows have no time for a string a cell.
    fn cell(&mut self, cell: Cell<'_>) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => self.text(text),
            Cell::Id(id) => {
                let mut letters = Uuid::encode_buffer();
                let letters = id.hyphenated().encode_lower(&mut letters);
                self.written.extend_from_slice(letters.as_bytes());
            }
            Cell::Count(count) => self.plain(format_args!("{count}")),
            Cell::Money(amount) => self.decimal(amount.fen(), 2),
            Cell::UnitPrice(price) => self.decimal(price.stored(), 4),
            Cell::Quantity(quantity) => self.decimal(quantity.stored(), 6),
            Cell::Day(day) => self.plain(format_args!("{day}")),
            Cell::Instant(instant) => self.plain(format_args!("{}", written(instant))),
        }
    }

    fn text(&mut self, text: &str) {
        let guard = if text.starts_with(FORMULA) { "'" } else { "" };
        // Byte by byte: none of them is a part of another character.
        if text.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r')) {
            self.written.push(b'"');
            self.write(guard);
            self.write(&text.replace('"', "\"\""));
            self.written.push(b'"');
        } else {
            self.write(guard);
            self.write(text);
        }
    }

    /// `stored` parts, of which ten to the power of `places` are a whole.
    fn decimal(&mut self, stored: i64, places: u32) {
        let sign = if stored < 0 { "-" } else { "" };
        let (parts, whole) = (stored.unsigned_abs(), 10_u64.pow(places));
        let (whole, rest) = (parts / whole, parts % whole);
        let width = places as usize;
        self.plain(format_args!("{sign}{whole}.{rest:0width$}"));
    }

    /// What is ASCII in every encoding.
    fn plain(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.written.write_fmt(text);
    }

    fn write(&mut self, text: &str) {
        match self.encoding {
            Encoding::Utf8 => self.written.extend_from_slice(text.as_bytes()),
            Encoding::Gb18030 => self.written.extend_from_slice(&GB18030.encode(text).0),
        }
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
    quantity: Format,
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
            quantity: Format::new().set_num_format("#,##0.000000"),
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
        Cell::Quantity(quantity) => {
            let quantity = number(quantity.units());
            sheet.write_number_with_format(row, column, quantity, &formats.quantity)?;
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

    /// A cell as CSV writes it.
    fn in_csv(cell: Cell<'_>) -> String {
        let mut csv = Csv::default();
        csv.cell(cell);
        String::from_utf8(csv.take()).unwrap()
    }

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
    fn gb_18030_loses_no_character() {
        let mut csv = Csv::encoded(&["Name"], Encoding::Gb18030);
        // A rare Han character, a letter of another script, one for private use, and the one it lacks.
        csv.row(&[Cell::Text("世纪,\"𠮷\" Ω \u{e000}")]);
        csv.row(&[Cell::Text("\u{e5e5}")]);
        let bytes = csv.take();
        let (text, faulty) = GB18030.decode_without_bom_handling(&bytes);
        assert!(!faulty);
        let expected = "Name\r\n\"世纪,\"\"𠮷\"\" Ω \u{e000}\"\r\n&#58853;\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn values_keep_their_digits_and_their_clock() {
        let instant = "2019-06-10T01:00:00.5Z".parse().unwrap();
        let day = "2019-06-10".parse().unwrap();
        assert_eq!(in_csv(Cell::Instant(instant)), "2019-06-10T09:00:00+08:00");
        assert_eq!(in_csv(Cell::Day(day)), "2019-06-10");
        assert_eq!(in_csv(Cell::Money(Money::from_fen(-123_450))), "-1234.50");
        assert_eq!(in_csv(Cell::Money(Money::from_fen(-5))), "-0.05");
        assert_eq!(in_csv(Cell::Money(Money::from_fen(i64::MIN))), "-92233720368547758.08");
        assert_eq!(in_csv(Cell::UnitPrice(UnitPrice::from_stored(100_000))), "10.0000");
        assert_eq!(in_csv(Cell::Quantity(UsageQuantity::from_stored(1_500_000))), "1.500000");
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
