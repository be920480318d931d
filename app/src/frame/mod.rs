//! What stands around every page: banners, bar, menu, footer.

mod bar;
mod hits;
mod menu;
mod page_head;
mod palette;
mod when_found;

use domain::access::Surface;
use domain::account::Actor;
use i18n::format;
use leptos::prelude::*;
use leptos_router::components::A;

pub use hits::find_hits;
#[cfg(test)]
pub(crate) use menu::pages as menu_pages;
pub(crate) use page_head::{Crumb, ErrorPage, PageHead};
pub(crate) use when_found::when_found;

use crate::context::{at, locale, with_page};
use crate::forms::Done;

/// The frame of the reader's surface, with a page in it.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let signed_in = with_page(|page| page.viewer.is_some());
    let class = if signed_in { "frame" } else { "frame frame--signed-out" };
    view! {
        <a class="skip-link" href="#main" rel="external">
            {t!("frame-skip")}
        </a>
        <div class=class>
            <Banners />
            <bar::Bar />
            {signed_in.then(|| view! { <menu::MainMenu /> })}
            <main class="frame__main" id="main" tabindex="-1">
                <Done />
                {children()}
            </main>
            <Footer />
        </div>
        {signed_in.then(|| view! { <palette::Palette /> })}
    }
    .into_any()
}

/// What nobody may overlook: the moved clock, the held-back account.
#[component]
fn Banners() -> impl IntoView {
    let (sandbox, today, surface, suspended) = with_page(|page| {
        let suspended = page
            .viewer
            .as_ref()
            .is_some_and(|viewer| matches!(viewer.actor, Actor::Partner { suspended: true, .. }));
        (page.sandbox, page.today, page.surface, suspended)
    });
    let behalf = with_page(|page| {
        let viewer = page.viewer.as_ref()?;
        let there = matches!(viewer.actor, Actor::OnBehalf { .. });
        there.then(|| viewer.company.clone())
    });
    let day = format::date(locale().language(), today);
    let move_clock = (surface == Surface::BackOffice)
        .then(|| view! { <A href="/operator#clock">{t!("frame-sandbox-move")}</A> });
    view! {
        <aside class="frame__banners" aria-label=t!("frame-notices")>
            {behalf.map(|company| view! { <crate::licences::BehalfBanner company /> })}
            {sandbox
                .then(|| {
                    view! {
                        <div class="frame__banner frame__banner--sandbox" role="status">
                            <strong>{t!("frame-sandbox")}</strong>
                            <span>
                                {t!("frame-sandbox-day", day = domain::error::Arg::Text(day))}
                            </span>
                            {move_clock}
                        </div>
                    }
                })}
            {suspended
                .then(|| {
                    view! {
                        <div class="frame__banner frame__banner--suspended" role="status">
                            <strong>{t!("frame-suspended")}</strong>
                            <span>{t!("frame-suspended-text")}</span>
                        </div>
                    }
                })}
        </aside>
    }
    .into_any()
}

#[component]
fn Footer() -> impl IntoView {
    let footer = NodeRef::<leptos::html::Footer>::new();
    // The page's own part comes later than the frame, and the footer wakes after it: only then
    // do styles, and whoever waits for it, hear that the page is awake.
    Effect::new(move |_| {
        if footer.get().is_some()
            && let Some(html) = document().document_element()
        {
            // Refused only for a name that is no name.
            drop(html.set_attribute("data-awake", ""));
        }
    });
    let (operator, surface) = with_page(|page| (page.operator.clone(), page.surface));
    view! {
        <footer class="frame__footer" node_ref=footer>
            <span>
                {t!("frame-operated-by", operator = domain::error::Arg::Text(operator))}
            </span>
            <span>{t!("frame-data-in-china")}</span>
            <a href=at(surface, "/help") rel="help">
                {t!("frame-help")}
            </a>
        </footer>
    }
    .into_any()
}
