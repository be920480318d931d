//! The way in and out: what the pages before the first one send and ask.

use domain::access::Surface;
use domain::account::{FirstPasswordDraft, SecondFactorDraft, SignInDraft};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use super::drafts::{ConfirmDraft, LanguageDraft, SurfaceDraft};
use super::views::{EnrolmentView, Entry};
use crate::failure::Failure;

/// Begins a session, and goes on to what it still needs or to `then`.
///
/// # Errors
///
/// As `services::accounts::sign_in`.
#[server(prefix = "/rpc", endpoint = "account/sign-in")]
pub async fn sign_in(
    /// The form as it was sent.
    draft: SignInDraft,
    /// The page that the reader came for.
    then: Option<String>,
) -> Result<(), Failure> {
    use crate::account::places::next_page;
    use crate::ssr::{
        Form, answer_form, callers, cookie_name, header, origin, redirect, set_cookie,
    };
    use axum::http::header::USER_AGENT;

    let surface = draft.surface;
    let form = Form { name: "sign-in", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let callers = callers();
        let from = services::accounts::Origin {
            address: origin().address,
            user_agent: header(USER_AGENT).unwrap_or_default(),
        };
        let signed_in = services::accounts::sign_in(callers.system(), draft, from).await?;
        let age = callers.system().policy().session_absolute.num_seconds();
        set_cookie(&cookie_name(surface, origin().secure), &signed_in.token, age, false);
        redirect(&next_page(surface, signed_in.stage, then.as_deref()));
        Ok(())
    })
    .await
}

/// Ends the session, however far it has come.
///
/// # Errors
///
/// As `services::accounts::sign_out`.
#[server(prefix = "/rpc", endpoint = "account/sign-out")]
pub async fn sign_out(
    /// Where.
    draft: SurfaceDraft,
) -> Result<(), Failure> {
    use crate::context::at;
    use crate::ssr::{Form, answer_form, callers, cookie_name, origin, redirect, set_cookie};

    let surface = draft.surface;
    answer_form(Form { name: "sign-out", draft, surface, done: "" }, async {
        let callers = callers();
        if let Some(token) = callers.token(surface) {
            services::accounts::sign_out(callers.system(), surface, token).await?;
        }
        set_cookie(&cookie_name(surface, origin().secure), "", 0, false);
        redirect(&at(surface, "/sign-in?done=signed-out"));
        Ok(())
    })
    .await
}

/// How far the reader has come on the way into `surface`.
///
/// # Errors
///
/// `Unauthenticated` without a session.
#[server(prefix = "/rpc", endpoint = "account/entry", input = GetUrl)]
pub async fn find_entry(
    /// Where.
    surface: Surface,
) -> Result<Entry, Failure> {
    use crate::ssr::{answer, callers};
    use domain::error::Error;

    answer(async {
        let callers = callers();
        let resumed = callers.session(surface).await?.ok_or(Error::Unauthenticated)?;
        let sign_in_name = resumed.viewer.sign_in_name.clone();
        Ok(Entry { stage: resumed.stage, sign_in_name })
    })
    .await
}

/// Replaces the temporary password.
///
/// # Errors
///
/// As `services::accounts::first_password`.
#[server(prefix = "/rpc", endpoint = "account/first-password")]
pub async fn first_password(
    /// The form as it was sent.
    draft: FirstPasswordDraft,
    /// The page that the reader came for.
    then: Option<String>,
) -> Result<(), Failure> {
    use crate::account::places::next_page;
    use crate::ssr::{Form, answer_form, callers, redirect};
    use domain::error::Error;

    let surface = draft.surface;
    let form = Form { name: "first-password", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let callers = callers();
        let token = callers.token(surface).ok_or(Error::Unauthenticated)?;
        let system = callers.system();
        let stage = services::accounts::first_password(system, surface, token, draft).await?;
        redirect(&next_page(surface, stage, then.as_deref()));
        Ok(())
    })
    .await
}

/// Lets in who has the second factor.
///
/// # Errors
///
/// As `services::accounts::second_factor`.
#[server(prefix = "/rpc", endpoint = "account/second-factor")]
pub async fn second_factor(
    /// The form as it was sent.
    draft: SecondFactorDraft,
    /// The page that the reader came for.
    then: Option<String>,
) -> Result<(), Failure> {
    use crate::account::places::next_page;
    use crate::ssr::{Form, answer_form, callers, redirect};
    use domain::error::Error;

    let surface = draft.surface;
    let form = Form { name: "second-factor", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let callers = callers();
        let token = callers.token(surface).ok_or(Error::Unauthenticated)?;
        let system = callers.system();
        let stage = services::accounts::second_factor(system, surface, token, &draft.code).await?;
        redirect(&next_page(surface, stage, then.as_deref()));
        Ok(())
    })
    .await
}

/// Offers a secret to an administrator who may not go on without a second factor.
///
/// # Errors
///
/// As `services::accounts::begin_enrolment`.
#[server(prefix = "/rpc", endpoint = "account/begin-enrolment")]
pub async fn begin_enrolment(
    /// Where.
    surface: Surface,
) -> Result<EnrolmentView, Failure> {
    use crate::ssr::{answer, caller, callers};
    use domain::error::Error;

    answer(async {
        let callers = callers();
        let token = callers.token(surface).ok_or(Error::Unauthenticated)?;
        let system = callers.system();
        let setup = services::accounts::begin_enrolment(system, surface, token).await?;
        Ok(EnrolmentView { setup, request: caller(surface).await?.new_request() })
    })
    .await
}

/// Confirms that secret, lets its owner in, and shows the recovery codes.
///
/// # Errors
///
/// As `services::accounts::finish_enrolment`.
#[server(prefix = "/rpc", endpoint = "account/enrol")]
pub async fn enrol(
    /// The form as it was sent.
    draft: ConfirmDraft,
    /// The page that the reader came for.
    then: Option<String>,
) -> Result<(), Failure> {
    use crate::account::places::codes_page;
    use crate::ssr::{Form, answer_form, callers, redirect};
    use domain::error::Error;
    use services::accounts::finish_enrolment;

    let ConfirmDraft { surface, request, .. } = draft;
    let form = Form { name: "enrol", draft: draft.kept(), surface, done: "" };
    answer_form(form, async {
        let callers = callers();
        let token = callers.token(surface).ok_or(Error::Unauthenticated)?;
        finish_enrolment(callers.system(), surface, token, request, &draft.code).await?;
        redirect(&codes_page(surface, request, then.as_deref()));
        Ok(())
    })
    .await
}

/// Speaks another language from now on, on the same page; what was typed there stays.
///
/// # Errors
///
/// A language that the product does not speak; `Unavailable` if the database is.
#[server(prefix = "/rpc", endpoint = "account/choose-language")]
pub async fn choose_language(
    /// The form as it was sent.
    draft: LanguageDraft,
) -> Result<(), Failure> {
    use crate::account::places::{YEAR, same_page};
    use crate::ssr::{Form, answer_form, caller, callers, header, redirect, set_cookie};
    use axum::http::header::REFERER;
    use domain::account::Settings;
    use domain::error::Error;

    let surface = draft.surface;
    let form = Form { name: "language", draft: draft.clone(), surface, done: "" };
    answer_form(form, async {
        let language = draft.language()?.to_owned();
        set_cookie("lang", &language, YEAR, false);
        let (callers, caller) = (callers(), caller(surface).await?);
        if caller.viewer().is_some()
            && let Some(settings) = callers.settings(surface).await
        {
            let settings = Settings { language: Some(language.clone()), ..settings };
            let request = caller.new_request();
            services::accounts::save_settings(&caller, request, settings).await?;
        }
        let kept = match draft.other_form() {
            // Nothing is wrong with that form. It comes back like one that was sent too late.
            Some((form, mut typed)) => {
                // The settings have a list of languages too; it shows the one just chosen.
                typed.entry("language".into()).and_modify(|it| it.clone_from(&language));
                let reason = Error::Unauthenticated;
                Some(services::forms::keep(callers.system(), form, &typed, &reason).await?)
            }
            None => None,
        };
        let kept = kept.map(|id| id.to_string());
        redirect(&same_page(&header(REFERER).unwrap_or_default(), kept.as_deref()));
        Ok(())
    })
    .await
}

/// Folds the menu to icons, or unfolds it, on this device.
///
/// # Errors
///
/// None of its own.
#[server(prefix = "/rpc", endpoint = "account/fold-menu")]
pub async fn fold_menu(
    /// `folded`, or anything else.
    menu: String,
) -> Result<(), Failure> {
    use crate::account::places::{YEAR, same_page};
    use crate::ssr::{header, redirect, set_cookie};
    use axum::http::header::REFERER;

    set_cookie("menu", if menu == "folded" { "folded" } else { "open" }, YEAR, false);
    redirect(&same_page(&header(REFERER).unwrap_or_default(), None));
    Ok(())
}
