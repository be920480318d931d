//! The bar at the top: whose portal, search, language, account.

use domain::access::{Action, Surface};
use domain::account::Viewer;
use i18n::{Language, format};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::account::{SIGN_IN_FORM, keep_typed, roles_in_words};
use crate::context::{at, can, locale, on_behalf, with_page};
use crate::forms::Hidden;
use crate::ui::{Button, ButtonKind, Glyph, Icon, Menu};

/// The id of the menu, for the button that opens it as a drawer.
pub(super) const MENU: &str = "main-menu";

/// Where another language is chosen.
const CHOOSE_LANGUAGE: &str = "/rpc/account/choose-language";

#[component]
pub(super) fn Bar() -> impl IntoView {
    let (surface, operator, viewer) =
        with_page(|page| (page.surface, page.operator.clone(), page.viewer.clone()));
    let surface_name = locale().say_dynamic(surface.message()).unwrap_or_default();
    let searches = surface == Surface::PartnerCenter && can(Action::SeeCatalogue);
    let signed_in = viewer.is_some();
    view! {
        <header class="frame__bar">
            {signed_in
                .then(|| {
                    view! {
                        <button
                            class="button button--icon frame__open"
                            type="button"
                            popovertarget=MENU
                        >
                            <Icon glyph=Glyph::Menu name=t!("frame-menu-open") large=true />
                        </button>
                    }
                })}
            <a class="frame__brand" href=at(surface, "/")>
                <img src="/favicon.svg" alt="" width="24" height="24" />
                <span>{surface_name}</span>
            </a>
            <span class="frame__operator">{operator}</span>
            {searches.then(|| view! { <Search /> })}
            <div class="frame__tools">
                <LanguageMenu />
                {viewer.map(|viewer| view! { <AccountMenu viewer /> })}
            </div>
        </header>
    }
    .into_any()
}

/// Search over what the reader may find; for now that is the catalogue.
#[component]
fn Search() -> impl IntoView {
    view! {
        <form class="frame__search" role="search" action="/catalog" method="get">
            <Icon glyph=Glyph::Search />
            <input
                id="search"
                type="search"
                name="words"
                aria-label=t!("frame-search")
                placeholder=t!("frame-search")
                autocomplete="off"
            />
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}

/// Switches the language and comes back to the same page.
#[component]
fn LanguageMenu() -> impl IntoView {
    let now = locale().language();
    // The sign-in page has no script to take along what is typed: there, the buttons send its form.
    let signs_in = with_page(|page| page.entry)
        && use_location().pathname.get_untracked().ends_with("/sign-in");
    let form = signs_in.then_some(SIGN_IN_FORM);
    let address = signs_in.then_some(CHOOSE_LANGUAGE);
    let choices = Language::ALL.iter().map(move |language| {
        let current = (*language == now).then_some("true");
        view! {
            <button
                type="submit"
                form=form
                formaction=address
                formnovalidate=signs_in
                name="draft[language]"
                value=language.tag()
                lang=language.tag()
                aria-current=current
            >
                {language.own_name()}
            </button>
        }
    });
    view! {
        <form
            class="frame__language"
            action=CHOOSE_LANGUAGE
            method="post"
            on:submit=move |event| keep_typed(&event)
        >
            <Hidden name="surface" value=with_page(|page| page.surface.key()) />
            // Enter presses a form's first button: that must not be a language.
            {signs_in.then(|| view! { <button type="submit" form=SIGN_IN_FORM hidden=true></button> })}
            <Menu label=t!("frame-language") glyph=Glyph::Language end=true>
                {choices.collect_view()}
            </Menu>
        </form>
    }
    .into_any()
}

/// Who is signed in, and what belongs to that person.
#[component]
fn AccountMenu(
    /// The reader.
    viewer: Viewer,
) -> impl IntoView {
    let surface = with_page(|page| page.surface);
    let language = locale().language();
    let name = format::person_name(language, &viewer.family_name, &viewer.given_name);
    let roles = roles_in_words(&viewer.actor).join(" · ");
    view! {
        <Menu label=t!("frame-account") glyph=Glyph::Account end=true>
            <p class="menu__text">
                <strong>{name}</strong>
                <br />
                {viewer.company}
                <br />
                {roles}
            </p>
            <hr />
            {(!on_behalf())
                .then(|| {
                    view! {
                        <a href=at(surface, "/account")>{t!("account-title")}</a>
                        <a href=at(surface, "/account#rights")>{t!("account-rights")}</a>
                        <a href=at(surface, "/account#sessions")>{t!("account-sessions")}</a>
                        <hr />
                    }
                })}
            <form action="/rpc/account/sign-out" method="post">
                <Hidden name="surface" value=surface.key() />
                <Button kind=ButtonKind::Quiet>
                    <Icon glyph=Glyph::SignOut />
                    {t!("frame-sign-out")}
                </Button>
            </form>
        </Menu>
    }
    .into_any()
}
