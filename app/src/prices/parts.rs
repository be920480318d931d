//! What the pages about prices share.

use domain::error::Arg;
use domain::money::{Money, UnitPrice};
use domain::prices::{Flag, month_of, month_text};
use domain::time::Day;
use i18n::{format, message};
use leptos::prelude::*;
use leptos_router::components::Form;

use crate::context::locale;
use crate::ui::{Button, Choice, Length, Select, Tab, Tabs, Tone};

/// Which part of "Pricing and offers" is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    List,
    Matrix,
    Special,
    Changes,
}

impl Part {
    /// The part that the word in the address names.
    pub(super) fn read(word: Option<&str>) -> Self {
        match word {
            Some("matrix") => Self::Matrix,
            Some("special") => Self::Special,
            _ => Self::List,
        }
    }

    /// Its word in the address; empty for the list.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::List | Self::Changes => "",
            Self::Matrix => "matrix",
            Self::Special => "special",
        }
    }
}

/// The month that an address names.
pub(super) fn month_param(text: Option<String>) -> Option<Day> {
    text.and_then(|text| month_of(&text).ok())
}

/// Such as "June 2019".
pub(super) fn month_name(month: Day) -> String {
    format::month(locale().language(), month)
}

pub(super) fn price(price: UnitPrice) -> String {
    format::unit_price(locale().language(), price)
}

pub(super) fn money(amount: Money) -> String {
    format::money(locale().language(), amount)
}

pub(super) fn day(day: Day) -> String {
    format::date(locale().language(), day)
}

pub(super) fn flag(flag: Flag) -> (Tone, String) {
    let (tone, id) = match flag {
        Flag::Added => (Tone::Positive, message!("prices-flag-added")),
        Flag::Changed => (Tone::Caution, message!("prices-flag-changed")),
        Flag::Deleted => (Tone::Negative, message!("prices-flag-deleted")),
        Flag::Unchanged => (Tone::Neutral, message!("prices-flag-unchanged")),
    };
    (tone, locale().say(id, &[]))
}

/// The parts, each with the same month.
#[component]
pub(super) fn Parts(
    /// The one shown.
    part: Part,
    /// The month shown.
    month: Day,
) -> impl IntoView {
    let month = month_text(month);
    let tab = |at: Part, label: String| {
        let href = match at {
            Part::Changes => format!("/pricing/changes?month={month}"),
            Part::List => format!("/pricing?month={month}"),
            other => format!("/pricing?month={month}&view={}", other.word()),
        };
        Tab { href, label, count: String::new(), current: at == part }
    };
    let tabs = vec![
        tab(Part::List, t!("prices-tab-list")),
        tab(Part::Matrix, t!("prices-tab-matrix")),
        tab(Part::Special, t!("prices-tab-special")),
        tab(Part::Changes, t!("prices-tab-changes")),
    ];
    view! { <Tabs label=t!("prices-title") tabs /> }
}

/// The field that chooses a month.
#[component]
pub(super) fn Months(
    /// The months to choose from.
    months: Vec<Day>,
    /// The month shown.
    month: Day,
) -> impl IntoView {
    let choices = months.iter().map(|month| Choice::new(month_text(*month), month_name(*month)));
    view! {
        <Select
            id="month"
            name="month"
            label=t!("prices-month")
            choices=choices.collect()
            chosen=month_text(month)
            compact=true
            length=Length::Medium
        />
    }
}

/// A form that only chooses a month.
#[component]
pub(super) fn MonthForm(
    /// Where it leads.
    action: &'static str,
    /// The part that stays shown.
    part: Part,
    /// The months to choose from.
    months: Vec<Day>,
    /// The month shown.
    month: Day,
) -> impl IntoView {
    let word = part.word();
    let view = (!word.is_empty()).then(|| view! { <input type="hidden" name="view" value=word /> });
    view! {
        <Form action=action method="GET" attr:class="filters" attr:aria-label=t!("prices-month")>
            <Months months month />
            {view}
            <Button>{t!("prices-show")}</Button>
        </Form>
    }
}

/// A count as an argument.
pub(super) fn count(count: usize) -> Arg {
    Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
}
