//! Pages of A4, filled from top to bottom in tenths of a point.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::face::{Face, Ruler};

/// A4, 210 × 297 mm.
const WIDTH: i32 = 5_950;
const HEIGHT: i32 = 8_420;

/// Nothing is written beyond it.
pub(super) const LEFT: i32 = 480;
pub(super) const RIGHT: i32 = WIDTH - 480;
const TOP: i32 = 640;
const BOTTOM: i32 = HEIGHT - 640;

/// Body text.
pub(super) const TEXT: i32 = 85;

/// From one line to the next, for text of the size `size`.
const fn leading(size: i32) -> i32 {
    size * 3 / 2
}

/// Where text stands in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// A column of a table: from where to where, and on which side its text stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column(pub(super) i32, pub(super) i32, pub(super) Side);

/// What is drawn on a page.
enum Mark {
    Text {
        x: i32,
        y: i32,
        size: i32,
        text: String,
    },
    /// A thin line across the page.
    Rule {
        y: i32,
    },
}

/// A document that grows.
pub(super) struct Canvas<'f> {
    ruler: Ruler<'f>,
    pages: Vec<Vec<Mark>>,
    y: i32,
}

impl<'f> Canvas<'f> {
    pub(super) fn new(ruler: Ruler<'f>) -> Self {
        Self { ruler, pages: vec![Vec::new()], y: TOP }
    }

    /// Goes on at the top of a new page.
    pub(super) fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// Leaves `space` free.
    pub(super) fn skip(&mut self, space: i32) {
        self.y += space;
    }

    /// Whether `height` still fits on this page.
    pub(super) fn fits(&self, height: i32) -> bool {
        self.y + height <= BOTTOM
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        let y = self.y;
        self.mark(Mark::Rule { y });
        self.y += 30;
    }

    /// A paragraph across the page.
    pub(super) fn paragraph(&mut self, size: i32, text: &str) {
        for line in self.broken(text, size, RIGHT - LEFT) {
            if !self.fits(leading(size)) {
                self.turn();
            }
            self.y += leading(size);
            self.put(Column(LEFT, RIGHT, Side::Left), self.y, size, line);
        }
    }

    /// How high a row with `cells` is.
    pub(super) fn height(&self, columns: &[Column], cells: &[String]) -> i32 {
        let lines = columns.iter().zip(cells).map(|(Column(from, to, _), cell)| {
            i32::try_from(self.broken(cell, TEXT, to - from).len()).unwrap_or(i32::MAX)
        });
        lines.max().unwrap_or_default() * leading(TEXT) + 30
    }

    /// A row of a table; it must fit.
    pub(super) fn row(&mut self, columns: &[Column], cells: &[String]) {
        let height = self.height(columns, cells);
        for (column, cell) in columns.iter().zip(cells) {
            let mut y = self.y;
            for line in self.broken(cell, TEXT, column.1 - column.0) {
                y += leading(TEXT);
                self.put(*column, y, TEXT, line);
            }
        }
        self.y += height;
    }

    /// A table whose header is repeated on each page that it reaches.
    pub(super) fn table(&mut self, columns: &[Column], header: &[String], rows: &[Vec<String>]) {
        let head = self.height(columns, header) + 30;
        let first = rows.first().map_or(0, |row| self.height(columns, row));
        if !self.fits(head + first) {
            self.turn();
        }
        self.row(columns, header);
        self.rule();
        for row in rows {
            if !self.fits(self.height(columns, row)) {
                self.turn();
                self.row(columns, header);
                self.rule();
            }
            self.row(columns, row);
        }
    }

    fn put(&mut self, Column(from, to, side): Column, y: i32, size: i32, text: String) {
        let x = match side {
            Side::Left => from,
            Side::Right => to - self.ruler.width(&text, size),
        };
        self.mark(Mark::Text { x, y, size, text });
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// `text` in lines of at most `width`: broken at spaces, and anywhere between Han characters or
    /// in a word that is too long.
    fn broken(&self, text: &str, size: i32, width: i32) -> Vec<String> {
        text.split('\n').flat_map(|line| self.broken_line(line, size, width)).collect()
    }

    fn broken_line(&self, text: &str, size: i32, width: i32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in words(text) {
            let Some(line) = lines.last_mut() else { continue };
            let longer = format!("{line}{word}");
            if self.ruler.width(longer.trim_end(), size) <= width {
                *line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(String::new());
            }
            for c in word.trim_start().chars() {
                let Some(line) = lines.last_mut() else { continue };
                let longer = format!("{line}{c}");
                if line.is_empty() || self.ruler.width(longer.trim_end(), size) <= width {
                    *line = longer;
                } else {
                    lines.push(c.to_string());
                }
            }
        }
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    /// The document, with `head` on top of each page and the words of `foot` for a page and their
    /// number below.
    pub(super) fn finish(
        self,
        face: &Face,
        metadata: Metadata,
        head: &str,
        foot: impl Fn(usize, usize) -> String,
    ) -> Option<Vec<u8>> {
        let font = face.font()?;
        let mut document = Document::new();
        document.set_metadata(metadata);
        let of = self.pages.len();
        for (page, marks) in self.pages.iter().enumerate() {
            let (x, size) = (LEFT, TEXT);
            let frame = [
                Mark::Text { x, y: 400, size, text: head.to_owned() },
                Mark::Text { x, y: HEIGHT - 400, size, text: foot(page + 1, of) },
            ];
            let mut sheet = document.start_page_with(PageSettings::from_wh(595.0, 842.0)?);
            let mut surface = sheet.surface();
            surface.push_transform(&Transform::from_scale(0.1, 0.1));
            surface.set_fill(Some(Fill { paint: rgb::Color::black().into(), ..Fill::default() }));
            for mark in frame.iter().chain(marks) {
                draw(&mut surface, &self.ruler, &font, mark)?;
            }
            surface.pop();
            surface.finish();
            sheet.finish();
        }
        document.finish().ok()
    }
}

/// What may not be torn apart: a word with the spaces behind it, or one Han character.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut begin, mut last) = (0, ' ');
    for (at, c) in text.char_indices() {
        let wide = |c: char| u32::from(c) >= 0x2e80;
        let ends = last.is_whitespace() && !c.is_whitespace() || wide(c) || wide(last);
        // Narrow no-break spaces belong to the number they stand in.
        if at > 0 && ends && !matches!(last, '\u{202f}' | '\u{a0}') {
            words.push(&text[begin..at]);
            begin = at;
        }
        last = c;
    }
    words.push(&text[begin..]);
    words
}

fn draw(
    surface: &mut Surface<'_>,
    ruler: &Ruler<'_>,
    font: &krilla::text::Font,
    mark: &Mark,
) -> Option<()> {
    match mark {
        Mark::Text { x, y, size, text } => {
            let start = Point::from_xy(float(*x), float(*y));
            let glyphs = ruler.glyphs(text);
            surface.draw_glyphs(start, &glyphs, font.clone(), text, float(*size), false);
        }
        Mark::Rule { y } => {
            let line = Rect::from_xywh(float(LEFT), float(*y), float(RIGHT - LEFT), 5.0)?;
            let mut path = PathBuilder::new();
            path.push_rect(line);
            surface.draw_path(&path.finish()?);
        }
    }
    Some(())
}

/// A place on a page.
fn float(place: i32) -> f32 {
    f32::from(i16::try_from(place).unwrap_or(i16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_torn_between_words_and_between_han_characters() {
        for (text, expected) in [
            ("one two", vec!["one ", "two"]),
            ("帐单A1", vec!["帐", "单", "A1"]),
            ("1\u{202f}234,50 ¥", vec!["1\u{202f}234,50 ", "¥"]),
            ("", vec![""]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
