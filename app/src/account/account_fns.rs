//! What the pages of one's own account send and ask.

use domain::access::{Action, Surface};
use domain::account::ChangePasswordDraft;
use domain::ids::RequestId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use super::drafts::{ConfirmDraft, EndOthersDraft, EndSessionDraft, RemoveDraft, SettingsDraft};
use super::views::{AccountView, SecondFactorView};
use crate::failure::Failure;

/// The reader's account on `surface`.
///
/// # Errors
///
/// `Unauthenticated` without a session.
#[server(prefix = "/rpc", endpoint = "account/find", input = GetUrl)]
pub async fn find_account(
    /// Where.
    surface: Surface,
) -> Result<AccountView, Failure> {
    use super::views::SessionRow;
    use crate::ssr::{answer, caller, callers};
    use domain::error::Error;
    use services::accounts::{second_factor_state, sessions};

    answer(async {
        let (caller, callers) = (caller(surface).await?, callers());
        let second_factor = second_factor_state(&caller).await?;
        let sessions = sessions(&caller).await?.into_iter();
        let sessions =
            sessions.map(|session| SessionRow { session, request: caller.new_request() }).collect();
        let settings = callers.settings(surface).await.ok_or(Error::Unauthenticated)?;
        let [save, end_others] = [(); 2].map(|()| caller.new_request());
        Ok(AccountView { settings, save, second_factor, sessions, end_others })
    })
    .await
}

/// Keeps what the reader has chosen, on this device too.
///
/// # Errors
///
/// As `SettingsDraft::parse` and `services::accounts::save_settings`.
#[server(prefix = "/rpc", endpoint = "account/save-settings")]
pub async fn save_settings(
    /// The form as it was sent.
    draft: SettingsDraft,
) -> Result<(), Failure> {
    use crate::account::places::YEAR;
    use crate::ssr::{Form, answer_form, caller, set_cookie};
    use domain::account::Theme;

    let SettingsDraft { surface, request, .. } = draft;
    let form = Form { name: "settings", draft: draft.clone(), surface, done: "settings-saved" };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let caller = caller(surface).await?;
        services::accounts::save_settings(&caller, request, wanted.clone()).await?;
        // The pages before the next sign-in look and speak the same.
        set_cookie("lang", wanted.language.as_deref().unwrap_or_default(), YEAR, false);
        set_cookie("theme", wanted.theme.map(Theme::as_str).unwrap_or_default(), YEAR, false);
        Ok(())
    })
    .await
}

/// Ends one of the reader's sessions.
///
/// # Errors
///
/// As `services::accounts::end_session`.
#[server(prefix = "/rpc", endpoint = "account/end-session")]
pub async fn end_session(
    /// The form as it was sent.
    draft: EndSessionDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};

    let EndSessionDraft { surface, request, session } = draft;
    answer_form(Form { name: "sessions", draft, surface, done: "session-ended" }, async {
        services::accounts::end_session(&caller(surface).await?, request, session).await
    })
    .await
}

/// Ends all of the reader's sessions but this one.
///
/// # Errors
///
/// As `services::accounts::end_other_sessions`.
#[server(prefix = "/rpc", endpoint = "account/end-other-sessions")]
pub async fn end_other_sessions(
    /// The form as it was sent.
    draft: EndOthersDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};

    let EndOthersDraft { surface, request } = draft;
    answer_form(Form { name: "sessions", draft, surface, done: "sessions-ended" }, async {
        services::accounts::end_other_sessions(&caller(surface).await?, request).await?;
        Ok(())
    })
    .await
}

/// Replaces the reader's password and ends the other sessions.
///
/// # Errors
///
/// As `ChangePasswordDraft::parse` and `services::accounts::change_password`.
#[server(prefix = "/rpc", endpoint = "account/change-password")]
pub async fn change_password(
    /// Where.
    surface: Surface,
    /// The form as it was sent.
    draft: ChangePasswordDraft,
) -> Result<(), Failure> {
    use crate::context::at;
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::error::Error;

    let form = Form { name: "change-password", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let caller = caller(surface).await?;
        let viewer = caller.viewer().ok_or(Error::Unauthenticated)?;
        let wanted = draft.parse(&viewer.sign_in_name)?;
        services::accounts::change_password(&caller, wanted).await?;
        redirect(&at(surface, "/account?done=password-changed"));
        Ok(())
    })
    .await
}

/// How it stands with the reader's second factor; with a secret on offer if it is being set up,
/// and with the recovery codes that the attempt `codes` has made.
///
/// # Errors
///
/// As `services::accounts::begin_second_factor`.
#[server(prefix = "/rpc", endpoint = "account/find-second-factor")]
pub async fn find_second_factor(
    /// Where.
    surface: Surface,
    /// Whether the reader is setting it up.
    setting_up: bool,
    /// The attempt that has switched it on.
    codes: Option<RequestId>,
) -> Result<SecondFactorView, Failure> {
    use crate::ssr::{answer, caller};
    use services::accounts::{begin_second_factor, confirm_second_factor, second_factor_state};

    answer(async {
        let caller = caller(surface).await?;
        let state = second_factor_state(&caller).await?;
        let setup =
            if setting_up && !state.on { Some(begin_second_factor(&caller).await?) } else { None };
        // A repetition of that attempt gets its answer as long as no code has been used; whoever
        // made up an address gets none.
        let codes = match codes.filter(|_| state.on) {
            Some(attempt) => confirm_second_factor(&caller, attempt, "").await.unwrap_or_default(),
            None => Vec::new(),
        };
        Ok(SecondFactorView { state, setup, codes, request: caller.new_request() })
    })
    .await
}

/// Switches the second factor on and shows the recovery codes.
///
/// # Errors
///
/// As `services::accounts::confirm_second_factor`.
#[server(prefix = "/rpc", endpoint = "account/confirm-second-factor")]
pub async fn confirm_second_factor(
    /// The form as it was sent.
    draft: ConfirmDraft,
) -> Result<(), Failure> {
    use crate::account::places::codes_page;
    use crate::ssr::{Form, answer_form, caller, redirect};

    let ConfirmDraft { surface, request, .. } = draft;
    let form = Form { name: "confirm", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let caller = caller(surface).await?;
        services::accounts::confirm_second_factor(&caller, request, &draft.code).await?;
        redirect(&codes_page(surface, request, None));
        Ok(())
    })
    .await
}

/// Switches the second factor off.
///
/// # Errors
///
/// As `services::accounts::remove_second_factor`.
#[server(prefix = "/rpc", endpoint = "account/remove-second-factor")]
pub async fn remove_second_factor(
    /// The form as it was sent.
    draft: RemoveDraft,
) -> Result<(), Failure> {
    use crate::context::at;
    use crate::ssr::{Form, answer_form, caller, redirect};

    let RemoveDraft { surface, request, .. } = draft;
    let form = Form { name: "remove", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let caller = caller(surface).await?;
        services::accounts::remove_second_factor(&caller, request, draft.password).await?;
        redirect(&at(surface, "/account/second-factor?done=second-factor-off"));
        Ok(())
    })
    .await
}

/// Names of people in the reader's company who may do `action`.
///
/// # Errors
///
/// `Unauthenticated` without a session.
#[server(prefix = "/rpc", endpoint = "account/colleagues-who-may", input = GetUrl)]
pub async fn colleagues_who_may(
    /// Where.
    surface: Surface,
    /// What they may do.
    action: Action,
) -> Result<Vec<String>, Failure> {
    use crate::ssr::{answer, caller};

    answer(async { services::accounts::colleagues_who_may(&caller(surface).await?, action).await })
        .await
}
