//! Texts of people's own, for which no stricter rule exists.

use super::fault::Fault;
use super::value::{at_most, clean, invisible, visible};

/// The line in `text`, at most `max` characters; empty if there is none.
///
/// # Errors
///
/// [`Fault::TooLong`], [`Fault::ControlCharacter`].
pub fn line(text: &str, max: u32) -> Result<String, Fault> {
    visible(at_most(clean(text), max)?, Fault::ControlCharacter)
}

/// The paragraphs in `text`, at most `max` characters; empty if there are none. The ends of lines
/// are `\n`, however they were sent.
///
/// # Errors
///
/// [`Fault::TooLong`], [`Fault::ControlCharacter`].
pub fn paragraphs(text: &str, max: u32) -> Result<String, Fault> {
    let text = at_most(clean(&text.replace("\r\n", "\n")), max)?;
    let stray = |c: char| invisible(c) && c != '\n';
    if text.contains(stray) { Err(Fault::ControlCharacter) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_paragraphs_may() {
        assert_eq!(line(" 备注 1 ", 4), Ok("备注 1".to_owned()));
        assert_eq!(line("a\nb", 9), Err(Fault::ControlCharacter));
        assert_eq!(paragraphs("a\r\nb\n", 3), Ok("a\nb".to_owned()));
        assert_eq!(paragraphs("a\u{202e}b", 9), Err(Fault::ControlCharacter));
        assert_eq!((line(" ", 1), paragraphs("\n", 1)), (Ok(String::new()), Ok(String::new())));
    }

    #[test]
    fn lengths_count_characters() {
        for (text, fits) in [("𠮷".repeat(5), true), ("𠮷".repeat(6), false)] {
            assert_eq!(line(&text, 5).is_ok(), fits);
            assert_eq!(paragraphs(&text, 5).is_ok(), fits);
        }
    }
}
