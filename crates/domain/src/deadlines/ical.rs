//! A calendar of whole days, as RFC 5545 writes it.

use std::fmt::Write as _;

use crate::time::{Day, Instant};

/// Octets of a line at most, without its end.
///
/// Source: RFC 5545, 3.1.
const LINE: usize = 75;

/// Something that happens on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Names the event for ever, so that a reader's calendar changes it instead of adding another.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// One line of words.
    pub summary: String,
    /// More words; lines end with `\n`.
    pub description: String,
    /// Where to act.
    pub url: String,
}

/// The file of a calendar called `name` with `events`, written at `stamp`.
#[must_use]
pub fn calendar(name: &str, stamp: Instant, events: &[CalendarEvent]) -> String {
    let mut file = String::new();
    let stamp = stamp.format("%Y%m%dT%H%M%SZ");
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//Partner Center//Deadlines//EN");
    line(&mut file, "CALSCALE:GREGORIAN");
    line(&mut file, "METHOD:PUBLISH");
    line(&mut file, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        line(&mut file, "BEGIN:VEVENT");
        line(&mut file, &format!("UID:{}", escaped(&event.uid)));
        line(&mut file, &format!("DTSTAMP:{stamp}"));
        line(&mut file, &format!("DTSTART;VALUE=DATE:{}", event.day.format("%Y%m%d")));
        line(&mut file, &format!("SUMMARY:{}", escaped(&event.summary)));
        if !event.description.is_empty() {
            line(&mut file, &format!("DESCRIPTION:{}", escaped(&event.description)));
        }
        // An address is a URI, not a text: nothing in it is escaped.
        let url: String = event.url.chars().filter(|c| !c.is_control()).collect();
        if !url.is_empty() {
            line(&mut file, &format!("URL:{url}"));
        }
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

/// `text` as a value: backslash, semicolon, comma and line break are escaped, other controls left
/// out.
///
/// Source: RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(c);
            }
            '\n' | '\r' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Appends `content` in lines of at most [`LINE`] octets; those after the first begin with a space.
/// No character is cut in two.
fn line(file: &mut String, content: &str) {
    let mut length = 0;
    for c in content.chars() {
        if length + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        // Writing to a string does not fail.
        let _ = file.write_char(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(summary: &str) -> CalendarEvent {
        CalendarEvent {
            uid: "1@partner-center".into(),
            day: "2019-10-24".parse().expect("a day"),
            summary: summary.into(),
            description: "one\ntwo".into(),
            url: "https://example.cn/a,b;c".into(),
        }
    }

    fn written(events: &[CalendarEvent]) -> String {
        let stamp = "2019-06-10T01:02:03Z".parse().expect("a moment");
        calendar("Deadlines", stamp, events)
    }

    #[test]
    fn a_calendar_has_the_lines_of_the_standard() {
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Partner Center//Deadlines//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Deadlines",
            "BEGIN:VEVENT",
            "UID:1@partner-center",
            "DTSTAMP:20190610T010203Z",
            "DTSTART;VALUE=DATE:20191024",
            "SUMMARY:A\\, B\\; C\\\\D",
            "DESCRIPTION:one\\ntwo",
            "URL:https://example.cn/a,b;c",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(written(&[event("A, B; C\\D")]), expected.join("\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        for summary in ["𠮷".repeat(60), "é".repeat(75), "x".repeat(67), "x".repeat(68)] {
            let file = written(&[event(&summary)]);
            for line in file.split("\r\n") {
                assert!(line.len() <= LINE, "{} octets: {line}", line.len());
            }
            assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{summary}\r\n")));
        }
    }

    #[test]
    fn nothing_typed_ends_a_line() {
        let file = written(&[CalendarEvent {
            url: "https://x\r\nATTACH:y".into(),
            ..event("a\r\nBEGIN:VALARM\u{0}")
        }]);
        assert!(file.contains("SUMMARY:a\\nBEGIN:VALARM\r\n"), "{file}");
        assert!(file.contains("URL:https://xATTACH:y\r\n"), "{file}");
    }
}
