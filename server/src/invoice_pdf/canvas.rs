//! Pages of A4, filled from top to bottom in tenths of a point.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, TableHeaderScope, Tag, TagKind};
use krilla::{Document, SerializeSettings};

use super::face::{Face, Ruler};
use super::structure::{Part, Role, Structure};

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

/// The space below a line across the page.
const RULE: i32 = 30;

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

/// Rows under a header, which may be empty; the first cell of a row says what the row is about.
pub(super) struct Table<'t> {
    /// What it shows, for whoever does not see it.
    pub(super) about: String,
    pub(super) columns: &'t [Column],
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// What is drawn on a page, and why.
struct Mark {
    role: Role,
    drawing: Drawing,
}

enum Drawing {
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

/// A row whose cells are torn into lines.
struct Torn {
    cells: Vec<Vec<String>>,
    height: i32,
}

/// Where a heading stands.
struct Heading {
    text: String,
    page: usize,
    y: i32,
}

/// A document that grows.
pub(super) struct Canvas<'f> {
    ruler: Ruler<'f>,
    pages: Vec<Vec<Mark>>,
    structure: Structure,
    headings: Vec<Heading>,
    y: i32,
}

impl<'f> Canvas<'f> {
    pub(super) fn new(ruler: Ruler<'f>) -> Self {
        Self {
            ruler,
            pages: vec![Vec::new()],
            structure: Structure::default(),
            headings: Vec::new(),
            y: TOP,
        }
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

    /// A heading of `level` 1 or 2, to which viewers lead.
    pub(super) fn heading(&mut self, level: NonZeroU16, size: i32, text: &str) {
        let part = self.structure.add(Tag::Hn(level, Some(text.to_owned())), None);
        if !self.fits(leading(size)) {
            self.turn();
        }
        let (page, y) = (self.pages.len() - 1, self.y);
        self.headings.push(Heading { text: text.to_owned(), page, y });
        self.lines(part, size, text);
    }

    /// A paragraph across the page.
    pub(super) fn paragraph(&mut self, size: i32, text: &str) {
        let part = self.structure.add(Tag::P, None);
        self.lines(part, size, text);
    }

    /// `text` across the page, said by `part`.
    fn lines(&mut self, part: Part, size: i32, text: &str) {
        for line in self.broken(text, size, RIGHT - LEFT) {
            if !self.fits(leading(size)) {
                self.turn();
            }
            self.y += leading(size);
            let column = Column(LEFT, RIGHT, Side::Left);
            self.put(Role::Says(part), column, (self.y, size), line);
        }
    }

    /// A table whose header is repeated on each page that it reaches.
    pub(super) fn table(&mut self, table: &Table<'_>) {
        let Table { about, columns, header, rows } = table;
        let header = (!header.is_empty()).then(|| self.torn(columns, header));
        let head = header.as_ref().map_or(0, |header| header.height + RULE);
        let first = rows.first().map_or(0, |row| self.torn(columns, row).height);
        if !self.fits(head + first) {
            self.turn();
        }
        let whole = self.structure.add(Tag::Table.with_summary(Some(about.clone())), None);
        if let Some(header) = &header {
            let roles = self.names(whole, header.cells.len());
            self.header(columns, header, &roles);
        }
        let body = self.structure.add(Tag::TBody, Some(whole));
        for cells in rows {
            let row = self.torn(columns, cells);
            if !self.fits(row.height) {
                self.turn();
                if let Some(header) = &header {
                    // For the eye only: whoever listens has heard it.
                    let again = Role::Shows(ArtifactType::PaginationOther);
                    self.header(columns, header, &vec![again; header.cells.len()]);
                }
            }
            let roles = self.roles(body, cells.len());
            self.row(columns, &row, &roles);
        }
    }

    /// The parts that the names of the columns of the table `whole` say.
    fn names(&mut self, whole: Part, columns: usize) -> Vec<Role> {
        let part = self.structure.add(Tag::THead, Some(whole));
        let row = self.structure.add(Tag::TR, Some(part));
        let name = || Tag::TH(TableHeaderScope::Column);
        (0..columns).map(|_| Role::Says(self.structure.add(name(), Some(row)))).collect()
    }

    /// The parts that the cells of a new row of `body` say.
    fn roles(&mut self, body: Part, cells: usize) -> Vec<Role> {
        let row = self.structure.add(Tag::TR, Some(body));
        let cell = |place: usize| -> TagKind {
            if place == 0 { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() }
        };
        (0..cells).map(|place| Role::Says(self.structure.add(cell(place), Some(row)))).collect()
    }

    /// The names of columns, with a line below.
    fn header(&mut self, columns: &[Column], header: &Torn, roles: &[Role]) {
        self.row(columns, header, roles);
        let drawing = Drawing::Rule { y: self.y };
        self.mark(Mark { role: Role::Shows(ArtifactType::Layout), drawing });
        self.y += RULE;
    }

    /// Whether `height` still fits on this page.
    fn fits(&self, height: i32) -> bool {
        self.y + height <= BOTTOM
    }

    /// A row with `cells`, torn into the lines that fit into its columns.
    fn torn(&self, columns: &[Column], cells: &[String]) -> Torn {
        let lines =
            |(Column(from, to, _), cell): (&Column, &String)| self.broken(cell, TEXT, to - from);
        let cells: Vec<_> = columns.iter().zip(cells).map(lines).collect();
        let most = cells.iter().map(Vec::len).max().unwrap_or_default();
        let height = i32::try_from(most).unwrap_or_default() * leading(TEXT) + 30;
        Torn { cells, height }
    }

    /// A row of a table; it must fit.
    fn row(&mut self, columns: &[Column], row: &Torn, roles: &[Role]) {
        for ((column, lines), role) in columns.iter().zip(&row.cells).zip(roles) {
            let mut y = self.y;
            for line in lines {
                y += leading(TEXT);
                self.put(*role, *column, (y, TEXT), line.clone());
            }
        }
        self.y += row.height;
    }

    fn put(&mut self, role: Role, column: Column, (y, size): (i32, i32), text: String) {
        let Column(from, to, side) = column;
        let x = match side {
            Side::Left => from,
            Side::Right => to - self.ruler.width(text.trim_end(), size),
        };
        self.mark(Mark { role, drawing: Drawing::Text { x, y, size, text } });
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// `text` in lines of at most `width`: broken at spaces, and anywhere between Han characters or
    /// in a word that is too long. A space stays at the end of its line, so that words which are read
    /// out or copied do not run together.
    fn broken(&self, text: &str, size: i32, width: i32) -> Vec<String> {
        let lines = text.split_inclusive('\n').map(|line| line.replace('\n', " "));
        let broken: Vec<_> = lines.flat_map(|line| self.broken_line(&line, size, width)).collect();
        if broken.is_empty() { vec![String::new()] } else { broken }
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
        lines
    }

    /// The document, with `head` on top of each page and the words of `foot` for a page and their
    /// number below.
    pub(super) fn finish(
        self,
        face: &Face,
        metadata: &Metadata,
        head: &str,
        foot: impl Fn(usize, usize) -> String,
    ) -> Option<Vec<u8>> {
        let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        let everybody = builder.finish().ok()?;
        // A name with a character that the font cannot show must not cost the reader the document:
        // then it is the same, but does not claim to hold all of PDF/UA.
        self.write(face, metadata, everybody, (head, &foot))
            .or_else(|| self.write(face, metadata, Configuration::default(), (head, &foot)))
    }

    fn write(
        &self,
        face: &Face,
        metadata: &Metadata,
        configuration: Configuration,
        (head, foot): (&str, &impl Fn(usize, usize) -> String),
    ) -> Option<Vec<u8>> {
        let font = face.font()?;
        let mut document =
            Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        document.set_metadata(metadata.clone());
        let of = self.pages.len();
        let mut drawn = Vec::new();
        for (page, marks) in self.pages.iter().enumerate() {
            let frame = [
                margin(ArtifactType::Header, 400, head.to_owned()),
                margin(ArtifactType::Footer, HEIGHT - 400, foot(page + 1, of)),
            ];
            let mut sheet = document.start_page_with(PageSettings::from_wh(595.0, 842.0)?);
            let mut surface = sheet.surface();
            surface.push_transform(&Transform::from_scale(0.1, 0.1));
            surface.set_fill(Some(Fill { paint: rgb::Color::black().into(), ..Fill::default() }));
            for Mark { role, drawing } in frame.iter().chain(marks) {
                let identifier = surface.start_tagged(role.tag());
                draw(&mut surface, &self.ruler, &font, drawing)?;
                surface.end_tagged();
                if let Role::Says(part) = role {
                    drawn.push((*part, identifier));
                }
            }
            surface.pop();
            surface.finish();
            sheet.finish();
        }
        document.set_tag_tree(self.structure.tree(&drawn));
        document.set_outline(self.outline());
        document.finish().ok()
    }

    /// The headings behind the first, below it.
    fn outline(&self) -> Outline {
        let node = |heading: &Heading| {
            let place = Point::from_xy(float(LEFT / 10), float(heading.y / 10));
            OutlineNode::new(heading.text.clone(), XyzDestination::new(heading.page, place))
        };
        let mut outline = Outline::new();
        let mut nodes = self.headings.iter().map(node);
        if let Some(mut title) = nodes.next() {
            nodes.for_each(|below| title.push_child(below));
            outline.push_child(title);
        }
        outline
    }
}

/// What stands outside of the text of each page, and is not read out.
fn margin(kind: ArtifactType, y: i32, text: String) -> Mark {
    let drawing = Drawing::Text { x: LEFT, y, size: TEXT, text };
    Mark { role: Role::Shows(kind), drawing }
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
    drawing: &Drawing,
) -> Option<()> {
    match drawing {
        Drawing::Text { x, y, size, text } => {
            let start = Point::from_xy(float(*x), float(*y));
            let glyphs = ruler.glyphs(text);
            surface.draw_glyphs(start, &glyphs, font.clone(), text, float(*size), false);
        }
        Drawing::Rule { y } => {
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
