//! How something stands.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// What a status means to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Positive,
    /// Needs attention soon.
    Caution,
    /// Wrong, or at an end.
    Negative,
    /// In progress, or good to know.
    Info,
    /// Neither good nor bad.
    #[default]
    Neutral,
}

impl Tone {
    /// The classes of a status of this tone.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Positive => "status status--positive",
            Self::Caution => "status status--caution",
            Self::Negative => "status status--negative",
            Self::Info => "status status--info",
            Self::Neutral => "status",
        }
    }

    /// The shape that says the same as the colour.
    #[must_use]
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Positive => Glyph::Good,
            Self::Caution => Glyph::Alert,
            Self::Negative => Glyph::Stop,
            Self::Info => Glyph::Info,
            Self::Neutral => Glyph::Dashed,
        }
    }
}

/// A status: a word, a shape and a colour, each of which is enough alone.
#[component]
pub fn StatusBadge(
    /// What it means.
    tone: Tone,
    /// The word.
    #[prop(into)]
    word: String,
    /// Another shape than the tone's, where the status has one of its own.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// On a soft ground, beside a heading.
    #[prop(optional)]
    soft: bool,
) -> impl IntoView {
    view! {
        <span class=tone.class() class:status--soft=soft>
            <Icon glyph=glyph.unwrap_or(tone.glyph()) />
            {word}
        </span>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_a_word_and_a_shape() {
        let html = view! { <StatusBadge tone=Tone::Caution word="Suspended" /> }.to_html();
        assert!(html.contains("Suspended") && html.contains("<svg"), "{html}");
        assert!(html.contains("status--caution"), "{html}");
    }

    #[test]
    fn no_two_tones_have_the_same_shape() {
        let all = [Tone::Positive, Tone::Caution, Tone::Negative, Tone::Info, Tone::Neutral];
        for (index, tone) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|other| other.glyph() != tone.glyph()), "{tone:?}");
        }
    }
}
