//! The font of printed invoices: where it is found, and how wide its characters are.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};

/// Where Debian, Fedora, Arch and Alpine put a font with Han characters, the best first.
const KNOWN: [&str; 7] = [
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
];

/// A character that only a font for Chinese has.
const HAN: char = '帐';

/// A font with Han characters, as it was read.
#[derive(Clone)]
pub(crate) struct Face {
    data: Arc<Vec<u8>>,
    index: u32,
}

/// The file of the font: `wished`, or the first of the known ones.
///
/// # Errors
///
/// What is wrong, and what to do.
pub(crate) fn find(wished: &Path) -> Result<PathBuf, String> {
    const ADVICE: &str = "install fonts-noto-cjk or set PORTAL_PDF_FONT";
    if wished.as_os_str().is_empty() {
        let known = KNOWN.iter().map(PathBuf::from).find(|path| path.is_file());
        return known.ok_or_else(|| format!("no Chinese font was found; {ADVICE}"));
    }
    if wished.is_file() {
        return Ok(wished.to_owned());
    }
    Err(format!("there is no file {}; {ADVICE}", wished.display()))
}

impl Face {
    /// The font in the file `path`; of a collection the one for simplified Chinese.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let unusable = |why: String| format!("{} cannot be used: {why}", path.display());
        let data = std::fs::read(path).map_err(|error| unusable(error.to_string()))?;
        let index = choose(&data).ok_or_else(|| unusable("it has no Han characters".to_owned()))?;
        Ok(Self { data: Arc::new(data), index })
    }

    /// For writing a document.
    pub(crate) fn font(&self) -> Option<Font> {
        Font::new(self.data.clone().into(), self.index)
    }

    /// For measuring text.
    pub(crate) fn ruler(&self) -> Option<Ruler<'_>> {
        FontRef::from_index(&self.data, self.index).ok().map(|font| Ruler::of(&font))
    }
}

/// The font in `data` to take; `None` if none can write Chinese.
fn choose(data: &[u8]) -> Option<u32> {
    let fonts = match FileRef::new(data).ok()? {
        FileRef::Font(_) => 1,
        FileRef::Collection(fonts) => fonts.len(),
    };
    let chinese = |index: &u32| {
        let font = FontRef::from_index(data, *index);
        font.is_ok_and(|font| font.charmap().map(HAN).is_some())
    };
    let simplified = |index: &u32| {
        let Ok(font) = FontRef::from_index(data, *index) else { return false };
        let mut names = font.localized_strings(StringId::FAMILY_NAME);
        names.any(|name| name.to_string().ends_with(" SC"))
    };
    let able: Vec<_> = (0..fonts).filter(chinese).collect();
    able.iter().copied().find(simplified).or(able.first().copied())
}

/// Measures text.
pub(crate) struct Ruler<'a> {
    charmap: skrifa::charmap::Charmap<'a>,
    metrics: skrifa::metrics::GlyphMetrics<'a>,
    units: u16,
}

impl<'a> Ruler<'a> {
    fn of(font: &FontRef<'a>) -> Self {
        let (size, place) =
            (skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        let units = font.metrics(size, place).units_per_em;
        Self { charmap: font.charmap(), metrics: font.glyph_metrics(size, place), units }
    }

    /// The glyph of `c` and its width in units of the font. A space that the font lacks is a plain one.
    fn glyph(&self, c: char) -> (skrifa::GlyphId, f32) {
        let plain = || self.charmap.map(' ').filter(|_| c.is_whitespace());
        let glyph = self.charmap.map(c).or_else(plain).unwrap_or_default();
        (glyph, self.metrics.advance_width(glyph).unwrap_or_default())
    }

    /// How wide `text` is at the size `size`, in the same unit.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "fonts measure in floats; a page is smaller than what an integer holds"
    )]
    pub(crate) fn width(&self, text: &str, size: i32) -> i32 {
        let units: f32 = text.chars().map(|c| self.glyph(c).1).sum();
        (units * size as f32 / f32::from(self.units)).ceil() as i32
    }

    /// `text` as glyphs, each with the characters it stands for, so that it can be found and copied.
    #[expect(clippy::float_arithmetic, reason = "fonts measure in floats")]
    pub(crate) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(at, c): (usize, char)| {
            let (glyph, width) = self.glyph(c);
            let (id, width) = (GlyphId::new(glyph.to_u32()), width / f32::from(self.units));
            KrillaGlyph::new(id, width, 0.0, 0.0, 0.0, at..at + c.len_utf8(), None)
        };
        text.char_indices().map(glyph).collect()
    }
}
