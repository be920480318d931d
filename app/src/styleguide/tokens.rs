//! Colours, icons, and the small marks of text: status, money, dates.

use domain::{money, time::Day};
use i18n::format;
use leptos::prelude::*;

use crate::context::locale;
use crate::ui::{DateText, Glyph, Icon, Money, StatusBadge, Tone};

/// The colours by role, each with text on it.
pub(super) fn colours() -> AnyView {
    let swatches = [
        ("swatch--surface", t!("styleguide-surface")),
        ("swatch--raised", t!("styleguide-surface-raised")),
        ("swatch--sunken", t!("styleguide-surface-sunken")),
        ("swatch--accent", t!("styleguide-accent")),
        ("swatch--chosen", t!("styleguide-accent-soft")),
        ("swatch--positive", t!("styleguide-positive")),
        ("swatch--caution", t!("styleguide-caution")),
        ("swatch--negative", t!("styleguide-negative")),
        ("swatch--info", t!("styleguide-info")),
        ("swatch--behalf", t!("styleguide-behalf")),
    ]
    .map(|(class, words)| view! { <li class=class>{words}</li> });
    view! { <ul class="styleguide__swatches">{swatches.into_iter().collect_view()}</ul> }.into_any()
}

/// All icons, in both sizes.
pub(super) fn icons() -> AnyView {
    let line = |large: bool| {
        let icons = Glyph::ALL.map(|glyph| view! { <Icon glyph large /> });
        view! { <div class="row">{icons.into_iter().collect_view()}</div> }
    };
    view! {
        {line(false)}
        {line(true)}
    }
    .into_any()
}

/// An amount of `fen` as the reader's language writes it.
pub(super) fn amount(fen: i64) -> AnyView {
    let amount = money::Money::from_fen(fen);
    let text = format::money(locale().language(), amount);
    view! { <Money text value=amount.yuan().to_string() /> }.into_any()
}

/// A day of the year 2026.
pub(super) fn day(month: u32, day: u32) -> AnyView {
    let day = Day::from_ymd_opt(2026, month, day).unwrap_or_default();
    let text = format::date(locale().language(), day);
    view! { <DateText text iso=day.to_string() /> }.into_any()
}

/// Each status in both forms, amounts and days.
pub(super) fn figures() -> AnyView {
    let statuses = [
        (Tone::Positive, t!("styleguide-active")),
        (Tone::Caution, t!("styleguide-suspended")),
        (Tone::Negative, t!("styleguide-deleted")),
        (Tone::Info, t!("styleguide-pending")),
        (Tone::Neutral, t!("styleguide-not-begun")),
    ];
    let line = |soft: bool| {
        let badges = statuses.clone().map(|(tone, word)| view! { <StatusBadge tone word soft /> });
        view! { <div class="row">{badges.into_iter().collect_view()}</div> }
    };
    let large = money::Money::from_fen(123_456_789);
    view! {
        {line(false)}
        {line(true)}
        <div class="row">
            {amount(123_450)} {amount(-3_800)} {amount(0)} {day(3, 1)}
            <Money
                text=format::money(locale().language(), large)
                value=large.yuan().to_string()
                large=true
            />
        </div>
    }
    .into_any()
}
