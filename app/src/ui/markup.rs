//! Rows of facts, written as text.
//!
//! A list of a thousand rows has ten thousand elements. As views each of them is boxed, asked
//! whether it waits for something, and woken; as text they are written once and shown at once. What
//! is written here does not change while it is seen, and its links are followed by the router like
//! any others.

use super::{CellKind, Glyph, Tone};

/// HTML in the making. Whatever comes from outside is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// A row of a [`DataTable`](super::DataTable): its cells are written by `cells`.
    pub fn row(&mut self, cells: impl FnOnce(&mut Self)) {
        self.element("tr", &[("class", "table__row"), ("role", "row")], cells);
    }

    /// The same as a [`Cell`](super::Cell).
    pub fn cell(&mut self, kind: CellKind, label: &str, inside: impl FnOnce(&mut Self)) {
        let class = ("class", kind.class());
        if kind == CellKind::Main {
            let named = [("scope", "row"), ("role", "rowheader"), class];
            return self.element("th", &named, inside);
        }
        let role = ("role", "cell");
        if label.is_empty() {
            self.element("td", &[role, class], inside);
        } else {
            self.element("td", &[role, ("data-label", label), class], inside);
        }
    }

    /// A second, quieter line in a cell.
    pub fn note(&mut self, text: &str) {
        self.element("small", &[("class", "table__note")], |note| note.text(text));
    }

    /// The same as a [`StatusBadge`](super::StatusBadge).
    pub fn status(&mut self, tone: Tone, word: &str, glyph: Option<Glyph>) {
        self.element("span", &[("class", tone.class())], |status| {
            status.icon(glyph.unwrap_or(tone.glyph()));
            status.text(word);
        });
    }

    /// The same as a silent [`Icon`](super::Icon).
    fn icon(&mut self, glyph: Glyph) {
        let attributes = [("viewBox", "0 0 24 24"), ("aria-hidden", "true"), ("class", "icon")];
        self.element("svg", &attributes, |svg| svg.0.push_str(glyph.strokes()));
    }

    /// The same as [`Money`](super::Money).
    pub fn money(&mut self, text: &str, value: &str) {
        self.element("data", &[("value", value), ("class", "money")], |money| money.text(text));
    }

    /// A link.
    pub fn link(&mut self, href: &str, text: &str) {
        self.element("a", &[("href", href)], |link| link.text(text));
    }

    /// An element with `attributes`, around what `inside` writes.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.void(name, attributes);
        inside(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element that holds nothing and has no end, such as an input.
    pub fn void(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Words, as they are to be read.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                _ => "&quot;",
            });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
    }

    /// The text.
    #[must_use]
    pub fn into_html(self) -> String {
        self.0
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos::prelude::*;

    use super::super::{Cell, Money, StatusBadge};
    use super::*;

    fn written(write: impl FnOnce(&mut Markup)) -> String {
        let mut markup = Markup::default();
        write(&mut markup);
        markup.into_html()
    }

    /// Without the marks that a page needs to wake.
    fn shown(view: impl IntoView) -> String {
        view.into_view().to_html().replace("<!>", "").replace(" class=\"\"", "")
    }

    #[test]
    fn what_comes_from_outside_is_text() {
        let html = written(|row| row.link("/a?b=\"c\"&d", "<script>alert('1')</script> & 𠮷"));
        assert_eq!(
            html,
            "<a href=\"/a?b=&quot;c&quot;&amp;d\">&lt;script&gt;alert('1')&lt;/script&gt; &amp; 𠮷</a>"
        );
    }

    #[test]
    fn cells_are_those_of_the_component() {
        for kind in [CellKind::Text, CellKind::Main, CellKind::Number, CellKind::Actions] {
            let view = view! { <Cell label="Price" kind>"12"</Cell> };
            let text = written(|row| row.cell(kind, "Price", |cell| cell.text("12")));
            assert_eq!(text, shown(view), "{kind:?}");
        }
        let view = view! { <Cell>"12"</Cell> };
        assert_eq!(written(|row| row.cell(CellKind::Text, "", |it| it.text("12"))), shown(view));
    }

    #[test]
    fn states_and_amounts_are_those_of_the_components() {
        let view = view! { <StatusBadge tone=Tone::Info word="Pinned" glyph=Glyph::Pin /> };
        let text = written(|row| row.status(Tone::Info, "Pinned", Some(Glyph::Pin)));
        assert_eq!(text, shown(view));
        let view = view! { <Money text="¥1.00" value="1.0000" /> };
        assert_eq!(written(|row| row.money("¥1.00", "1.0000")), shown(view));
    }
}
