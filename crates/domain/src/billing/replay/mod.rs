//! The replay: a history as text in, the invoices as text out.
//!
//! It adds nothing to the engine but a format, and needs neither a database nor a clock.
//!
//! Source: billing engine, section 4.

mod json;
mod read;
mod write;

use std::fmt;

use super::book::{Book, Event, Issued};
use super::calendar::Dated;
use super::exact::TooLarge;

/// The code of a file that is not in the format.
const FORM: &str = "err-history-form";

/// Why there are no invoices.
///
/// Its display is what the program prints: the index of the event (from 0, or `-`) and the code on
/// the first line; where it is and what is wrong on the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayError {
    /// The event that is refused, from 0; `None` if the file is not in the format.
    pub event: Option<usize>,
    /// The published code.
    pub code: &'static str,
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong, in English.
    pub what: String,
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { event, code, line, what } = self;
        match event {
            Some(event) => writeln!(f, "{event} {code}")?,
            None => writeln!(f, "- {code}")?,
        }
        write!(f, "line {line}: {what}")
    }
}

impl std::error::Error for ReplayError {}

impl From<json::Fault> for ReplayError {
    fn from(json::Fault { line, what }: json::Fault) -> Self {
        Self { event: None, code: FORM, line, what }
    }
}

/// Amounts beyond what can be stored count as a fault of the format: its prices are out of reach.
impl From<TooLarge> for ReplayError {
    fn from(fault: TooLarge) -> Self {
        json::Fault { line: 1, what: fault.to_string() }.into()
    }
}

/// The invoices that the history in `text` leads to, as JSON that is the same byte for byte
/// whenever it is asked for.
///
/// # Errors
///
/// [`ReplayError`] for a file that is not in the format, or else the first event that is refused.
pub fn replay(text: &str) -> Result<String, ReplayError> {
    Ok(write::invoices(&run(text)?.1))
}

/// The events of the history in `text`, and the same invoices as values.
pub(super) fn run(text: &str) -> Result<(Vec<Event>, Vec<Issued>), ReplayError> {
    let file = read::file(json::parse(text)?)?;
    let mut book = Book::new(file.billed, Dated::always(file.vat), file.prices);
    for (index, (line, event)) in file.events.iter().enumerate() {
        book.apply(event).map_err(|refusal| ReplayError {
            event: Some(index),
            code: refusal.key(),
            line: *line,
            what: refusal.to_string(),
        })?;
    }
    let events = file.events.into_iter().map(|(_, event)| event).collect();
    Ok((events, book.invoices(file.through)?))
}
