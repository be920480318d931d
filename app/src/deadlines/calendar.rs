//! The deadlines in the reader's own calendar, at a secret address.

use domain::error::Arg;
use i18n::format;
use leptos::prelude::*;

use super::server_fns::CalendarAddress;
use crate::context::locale;
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{Banner, Button, ButtonKind, CopyButton, Tone};

/// Makes an address, shows it once, and takes it away.
#[component]
pub(super) fn Calendar(
    /// How it stands.
    calendar: CalendarAddress,
) -> impl IntoView {
    let CalendarAddress { state, address, rotate, stop } = calendar;
    let new = address.map(|address| {
        view! {
            <Banner tone=Tone::Positive title=t!("deadlines-calendar-new")>
                <p>{t!("deadlines-calendar-once")}</p>
                <CopyButton text=address label=t!("copy") copied=t!("copied") />
            </Banner>
        }
    });
    let make = if state.since.is_some() {
        t!("deadlines-calendar-rotate")
    } else {
        t!("deadlines-calendar-make")
    };
    let standing = state.since.map(|since| {
        let since = Arg::Text(format::instant(locale().language(), since));
        view! { <p>{t!("deadlines-calendar-since", since = since)}</p> }
    });
    let stop = state.since.map(|_| {
        view! {
            <form action="/rpc/deadlines/stop-calendar" method="post">
                <Hidden name="request" value=stop.to_string() />
                <Button kind=ButtonKind::Danger>{t!("deadlines-calendar-stop")}</Button>
            </form>
        }
    });
    view! {
        <section class="page__section stack" id="calendar">
            <h2>{t!("deadlines-calendar")}</h2>
            <p class="prose">{t!("deadlines-calendar-text")}</p>
            <Outcome returned=returned("calendar") refused=t!("deadlines-calendar-not-changed") />
            {new}
            {standing}
            <div class="row">
                <form action="/rpc/deadlines/rotate-calendar" method="post">
                    <Hidden name="request" value=rotate.to_string() />
                    <Button>{make}</Button>
                </form>
                {stop}
            </div>
        </section>
    }
}
