//! Fluent, as much of it as the catalogues use.
//!
//! The `fluent-bundle` crate would add 49 KB (brotli) to the first visit, a fifth of what a
//! page may weigh: the plural rules of two hundred languages, numbers with a fraction, terms,
//! attributes, functions. This reader knows texts of one or more lines, `{ $value }`,
//! `{ "text" }`, `{ other-message }` and choices by `{ $value -> … }`; anything else is
//! [`Unreadable`], and a test keeps it out of the catalogues. `tests/catalogues/` compares
//! every message with what `fluent-bundle` makes of it.
//!
//! Source: <https://github.com/projectfluent/fluent/blob/main/spec/fluent.ebnf>

use crate::Unreadable;

/// One message: its id and what it says.
pub(crate) struct Message {
    pub(crate) id: &'static str,
    pub(crate) says: Vec<Part>,
}

/// A piece of a sentence.
pub(crate) enum Part {
    /// As it is.
    Text(&'static str),
    /// The argument of this name.
    Value(&'static str),
    /// Another message.
    Message(&'static str),
    /// One of several, chosen by the argument `by`.
    Choice {
        /// The argument's name.
        by: &'static str,
        /// Key and words of each.
        variants: Vec<(&'static str, Vec<Part>)>,
        /// The index of the variant for all other values.
        default: usize,
    },
}

/// The messages of `source`, in its order.
pub(crate) fn parse(source: &'static str) -> Result<Vec<Message>, Unreadable> {
    let mut reader = Reader { rest: source };
    let mut messages = Vec::new();
    loop {
        reader.skip(&[' ', '\n']);
        if reader.rest.is_empty() {
            return Ok(messages);
        }
        if reader.rest.starts_with('#') {
            reader.take(|c| c != '\n');
            continue;
        }
        let id = reader.name()?;
        reader.skip(&[' ']);
        reader.expect('=')?;
        messages.push(Message { id, says: reader.pattern()? });
    }
}

/// What of the source has not been read.
struct Reader {
    rest: &'static str,
}

/// A part, or the beginning of a further line with its empty lines and spaces before it.
enum Piece {
    Part(Part),
    Line { breaks: usize, indent: &'static str },
}

/// As many line breaks as may follow each other inside a text.
const BREAKS: &str = "\n\n\n\n\n\n\n\n";

impl Reader {
    /// Texts and placeables up to the end of the message or variant.
    fn pattern(&mut self) -> Result<Vec<Part>, Unreadable> {
        self.skip(&[' ']);
        let mut pieces = Vec::new();
        let mut ends_in_text = false;
        loop {
            match self.rest.chars().next() {
                None => break,
                Some('{') => {
                    pieces.push(Piece::Part(self.placeable()?));
                    ends_in_text = false;
                }
                Some('}') => return Err(Unreadable),
                Some('\n') => match self.further_line() {
                    Some(line) => pieces.push(line),
                    None => break,
                },
                Some(_) => {
                    let text = self.take(|c| !matches!(c, '{' | '}' | '\n'));
                    pieces.push(Piece::Part(Part::Text(text)));
                    ends_in_text = true;
                }
            }
        }
        if let Some(Piece::Part(Part::Text(last))) = pieces.last_mut()
            && ends_in_text
        {
            *last = last.trim_end_matches(' ');
        }
        parts(pieces)
    }

    /// The beginning of the next line, if it belongs to the same text.
    fn further_line(&mut self) -> Option<Piece> {
        let mut ahead = Self { rest: self.rest };
        let mut breaks = 0;
        let mut indent = "";
        while ahead.rest.starts_with('\n') {
            ahead.rest = &ahead.rest[1..];
            breaks += 1;
            indent = ahead.take(|c| c == ' ');
        }
        let ends = ahead.rest.is_empty() || ahead.rest.starts_with(['[', '*', '.', '}']);
        if ends || indent.is_empty() {
            return None;
        }
        self.rest = ahead.rest;
        Some(Piece::Line { breaks, indent })
    }

    /// What is between braces.
    fn placeable(&mut self) -> Result<Part, Unreadable> {
        self.expect('{')?;
        self.skip(&[' ', '\n']);
        let part = match self.rest.chars().next() {
            Some('$') => {
                self.expect('$')?;
                let name = self.name()?;
                self.skip(&[' ', '\n']);
                match self.rest.strip_prefix("->") {
                    Some(rest) => {
                        self.rest = rest;
                        self.choice(name)?
                    }
                    None => Part::Value(name),
                }
            }
            Some('"') => {
                self.expect('"')?;
                let text = self.take(|c| !matches!(c, '"' | '\\' | '\n'));
                self.expect('"')?;
                Part::Text(text)
            }
            _ => Part::Message(self.name()?),
        };
        self.skip(&[' ', '\n']);
        self.expect('}')?;
        Ok(part)
    }

    /// The variants of a choice, up to its closing brace.
    fn choice(&mut self, by: &'static str) -> Result<Part, Unreadable> {
        let mut variants = Vec::new();
        let mut default = None;
        loop {
            self.skip(&[' ', '\n']);
            if let Some(rest) = self.rest.strip_prefix('*') {
                self.rest = rest;
                if default.replace(variants.len()).is_some() {
                    return Err(Unreadable);
                }
            }
            if self.expect('[').is_err() {
                break;
            }
            self.skip(&[' ']);
            let key = self.take(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            self.skip(&[' ']);
            self.expect(']')?;
            variants.push((key, self.pattern()?));
        }
        let default = default.filter(|index| *index < variants.len()).ok_or(Unreadable)?;
        Ok(Part::Choice { by, variants, default })
    }

    fn name(&mut self) -> Result<&'static str, Unreadable> {
        let name = self.take(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic());
        if is_name { Ok(name) } else { Err(Unreadable) }
    }

    fn expect(&mut self, wanted: char) -> Result<(), Unreadable> {
        self.rest = self.rest.strip_prefix(wanted).ok_or(Unreadable)?;
        Ok(())
    }

    fn skip(&mut self, unwanted: &[char]) {
        self.rest = self.rest.trim_start_matches(unwanted);
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'static str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }
}

/// The parts in `pieces`, without the spaces that all further lines begin with.
fn parts(pieces: Vec<Piece>) -> Result<Vec<Part>, Unreadable> {
    let indents = pieces.iter().filter_map(|piece| match piece {
        Piece::Line { indent, .. } => Some(indent.len()),
        Piece::Part(_) => None,
    });
    let common = indents.min().unwrap_or(0);
    let mut parts = Vec::new();
    for (place, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Part(part) => parts.push(part),
            Piece::Line { breaks, indent } => {
                // A text may begin on the line after its id.
                let breaks = if place == 0 { 0 } else { breaks };
                parts.push(Part::Text(BREAKS.get(..breaks).ok_or(Unreadable)?));
                parts.push(Part::Text(&indent[common..]));
            }
        }
    }
    if parts.is_empty() { Err(Unreadable) } else { Ok(parts) }
}
