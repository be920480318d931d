//! Language, theme and keys: what the reader has chosen for all devices.

use domain::account::{Settings, Theme};
use domain::ids::RequestId;
use i18n::Language;
use leptos::prelude::*;

use crate::context::surface;
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{Button, ButtonKind, Choice, Length, Select};

/// The form of the settings. A change of any of them is a new page load.
#[component]
pub(super) fn SettingsForm(
    /// As they are.
    settings: Settings,
    /// Names the attempt to change them.
    request: RequestId,
) -> impl IntoView {
    let returned = returned("settings");
    let Settings { language, theme, shortcuts } = settings;
    // A form that came back shows what was chosen in it.
    let (language, theme, shortcuts) = if returned.error().is_some() {
        let ticked = !returned.typed("shortcuts").is_empty();
        (returned.typed("language"), returned.typed("theme"), ticked)
    } else {
        let theme = theme.map(Theme::as_str).unwrap_or_default();
        (language.unwrap_or_default(), theme.to_owned(), shortcuts)
    };
    let by_browser = Choice::new("", t!("account-language-browser"));
    let languages = Language::ALL.iter().map(|it| Choice::new(it.tag(), it.own_name()));
    let themes = vec![
        Choice::new("", t!("account-theme-system")),
        Choice::new(Theme::Light.as_str(), t!("account-theme-light")),
        Choice::new(Theme::Dark.as_str(), t!("account-theme-dark")),
        Choice::new(Theme::Contrast.as_str(), t!("account-theme-contrast")),
    ];
    let problem = Signal::stored(returned.problem("language"));
    view! {
        <section class="page__section" id="settings">
            <h2>{t!("account-settings")}</h2>
            <Outcome returned refused=t!("account-settings-not-saved") />
            <form
                action="/rpc/account/save-settings"
                method="post"
                class="form"
                data-form="settings"
            >
                <Hidden name="surface" value=surface().key() />
                <Hidden name="request" value=request.to_string() />
                <div class="form__pair">
                    <Select
                        id="language"
                        name="draft[language]"
                        label=t!("account-language")
                        choices=std::iter::once(by_browser).chain(languages).collect()
                        chosen=language
                        problem
                        length=Length::Medium
                    />
                    <Select
                        id="theme"
                        name="draft[theme]"
                        label=t!("account-theme")
                        choices=themes
                        chosen=theme
                        length=Length::Medium
                    />
                </div>
                <div class="choice">
                    <input
                        id="shortcuts"
                        name="draft[shortcuts]"
                        type="checkbox"
                        value="on"
                        checked=shortcuts
                        aria-describedby="shortcuts-note"
                    />
                    <label for="shortcuts">{t!("account-shortcuts")}</label>
                    <p id="shortcuts-note" class="field__note">
                        {t!("account-shortcuts-help")}
                    </p>
                </div>
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("save")}</Button>
                </div>
            </form>
        </section>
    }
}
