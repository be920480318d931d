//! A strict reader of JSON that loses nothing: no member is dropped because another has its name, no
//! number is rounded, and every value knows its line.

use std::iter::Peekable;
use std::str::CharIndices;

/// Lists and objects within each other; the format has four.
const MAX_DEPTH: u32 = 32;

/// What cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The line, from 1.
    pub(super) line: usize,
    /// What was expected.
    pub(super) what: String,
}

/// A value and the line on which it begins, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) value: Value,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// `null`, `true` or `false`: nothing that a history has.
    Literal,
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// In the order of the file; names may come twice.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The fault that something else than `expected` stands here.
    pub(super) fn not(&self, expected: &str) -> Fault {
        Fault { line: self.line, what: format!("expected {expected}") }
    }
}

/// The one value in `text`.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let mut reader = Reader { text, rest: text.char_indices().peekable(), line: 1 };
    let node = reader.value(0)?;
    match reader.token() {
        None => Ok(node),
        Some(_) => Err(reader.fault("the end of the file")),
    }
}

struct Reader<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
    line: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: u32) -> Result<Node, Fault> {
        let first = self.token();
        let line = self.line;
        let value = match first {
            Some('{') if depth < MAX_DEPTH => self.object(depth)?,
            Some('[') if depth < MAX_DEPTH => self.list(depth)?,
            Some('"') => Value::Text(self.text()?),
            Some('-' | '0'..='9') => self.number()?,
            Some('a'..='z') => self.literal()?,
            _ => return Err(self.fault("a value")),
        };
        Ok(Node { line, value })
    }

    fn object(&mut self, depth: u32) -> Result<Value, Fault> {
        let mut members = Vec::new();
        self.rest.next();
        if self.took('}') {
            return Ok(Value::Object(members));
        }
        loop {
            if self.token() != Some('"') {
                return Err(self.fault("a member's name"));
            }
            let name = self.text()?;
            if !self.took(':') {
                return Err(self.fault("`:`"));
            }
            members.push((name, self.value(depth + 1)?));
            if self.took('}') {
                return Ok(Value::Object(members));
            }
            if !self.took(',') {
                return Err(self.fault("`,` or `}`"));
            }
        }
    }

    fn list(&mut self, depth: u32) -> Result<Value, Fault> {
        let mut items = Vec::new();
        self.rest.next();
        if self.took(']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.took(']') {
                return Ok(Value::List(items));
            }
            if !self.took(',') {
                return Err(self.fault("`,` or `]`"));
            }
        }
    }

    fn text(&mut self) -> Result<String, Fault> {
        self.rest.next();
        let mut text = String::new();
        loop {
            match self.rest.next() {
                Some((_, '"')) => return Ok(text),
                Some((_, '\\')) => text.push(self.escape()?),
                Some((_, c)) if c >= ' ' => text.push(c),
                _ => return Err(self.fault("the end of the text, on the same line")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        match self.rest.next().map(|(_, c)| c) {
            Some(c @ ('"' | '\\' | '/')) => Ok(c),
            Some('b') => Ok('\u{8}'),
            Some('f') => Ok('\u{c}'),
            Some('n') => Ok('\n'),
            Some('r') => Ok('\r'),
            Some('t') => Ok('\t'),
            Some('u') => self.code_point(),
            _ => Err(self.fault("an escape of JSON")),
        }
    }

    /// The character of one `\uXXXX`, or of two that belong together.
    fn code_point(&mut self) -> Result<char, Fault> {
        let mut units = vec![self.code_unit()?];
        if (0xD800..0xDC00).contains(&units[0]) {
            let next = [self.rest.next(), self.rest.next()].map(|c| c.map(|(_, c)| c));
            if next != [Some('\\'), Some('u')] {
                return Err(self.fault("the second half of a character"));
            }
            units.push(self.code_unit()?);
        }
        match char::decode_utf16(units).next() {
            Some(Ok(c)) => Ok(c),
            _ => Err(self.fault("a character")),
        }
    }

    fn code_unit(&mut self) -> Result<u16, Fault> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.rest.next().and_then(|(_, c)| c.to_digit(16));
            let digit = digit.and_then(|digit| u16::try_from(digit).ok());
            unit = unit * 16 + digit.ok_or_else(|| self.fault("four hexadecimal digits"))?;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let number = self.word(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        if is_number(number) {
            Ok(Value::Number(number.to_owned()))
        } else {
            Err(self.fault("a number"))
        }
    }

    fn literal(&mut self) -> Result<Value, Fault> {
        match self.word(|c| c.is_ascii_alphanumeric()) {
            "null" | "true" | "false" => Ok(Value::Literal),
            _ => Err(self.fault("a value")),
        }
    }

    /// The characters from here on that `belongs` accepts.
    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &str {
        let start = self.position();
        while self.rest.next_if(|(_, c)| belongs(*c)).is_some() {}
        let end = self.position();
        &self.text[start..end]
    }

    fn position(&mut self) -> usize {
        self.rest.peek().map_or(self.text.len(), |(position, _)| *position)
    }

    /// The next character that is no white space, not yet taken.
    fn token(&mut self) -> Option<char> {
        while let Some((_, c)) = self.rest.next_if(|(_, c)| " \t\r\n".contains(*c)) {
            self.line += usize::from(c == '\n');
        }
        self.rest.peek().map(|(_, c)| *c)
    }

    fn took(&mut self, wanted: char) -> bool {
        let there = self.token() == Some(wanted);
        if there {
            self.rest.next();
        }
        there
    }

    fn fault(&self, expected: &str) -> Fault {
        Fault { line: self.line, what: format!("expected {expected}") }
    }
}

/// Whether JSON allows `text` as a number.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_as_it_is_written() {
        let node = parse(" {\"a\": [1, -0.5e+3],\n \"a\": \"\\u4e16\\ud83d\\ude00\\n\"} ").unwrap();
        let Value::Object(members) = node.value else { panic!("an object") };
        let number = |text: &str| Node { line: 1, value: Value::Number(text.to_owned()) };
        let list = Value::List(vec![number("1"), number("-0.5e+3")]);
        assert_eq!(members[0], ("a".to_owned(), Node { line: 1, value: list }));
        let text = Value::Text("世😀\n".to_owned());
        assert_eq!(members[1], ("a".to_owned(), Node { line: 2, value: text }));
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_line() {
        for (text, line) in [
            ("", 1),
            ("{}\n{}", 2),
            ("{\"a\":1,}", 1),
            ("[1,\n]", 2),
            ("[01]", 1),
            ("[1.]", 1),
            ("[.5]", 1),
            ("[+1]", 1),
            ("[--1]", 1),
            ("[1e]", 1),
            ("[NaN]", 1),
            ("{a:1}", 1),
            ("['a']", 1),
            ("[\"a\nb\"]", 1),
            ("[\"\\x\"]", 1),
            ("[\"\\ud83d\"]", 1),
            ("[\"\\ude00\"]", 1),
            ("[nul]", 1),
            ("\u{feff}[]", 1),
            ("// no\n[]", 1),
        ] {
            assert_eq!(parse(text).map_err(|fault| fault.line), Err(line), "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
