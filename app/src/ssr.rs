//! What pages and server functions need of the server, and nobody else.

use std::future::Future;
use std::sync::{Arc, Mutex};

use axum::http::header::{ACCEPT, LOCATION, REFERER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use domain::access::Surface;
use domain::account::{Actor, Settings, Stage, Theme};
use domain::error::Error;
use i18n::Language;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use serde::Serialize;
use services::accounts::{self, Resumed};
use services::{Caller, System};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::context::{Kept, PageContext, Told};
use crate::failure::{Failure, status};

/// Who calls, on each surface: three cookies, three sessions, looked up when asked for.
#[derive(Clone)]
pub struct Callers {
    inner: Arc<Inner>,
}

struct Inner {
    system: System,
    tokens: [Option<String>; 3],
    resumed: [OnceCell<Option<Resumed>>; 3],
}

/// The place of a surface in the arrays.
fn index(surface: Surface) -> usize {
    match surface {
        Surface::PartnerCenter => 0,
        Surface::AdminCenter => 1,
        Surface::BackOffice => 2,
    }
}

impl Callers {
    /// The request's callers: `token` finds the cookie of a surface.
    pub fn new(system: System, token: impl Fn(Surface) -> Option<String>) -> Self {
        let tokens = [Surface::PartnerCenter, Surface::AdminCenter, Surface::BackOffice].map(token);
        Self { inner: Arc::new(Inner { system, tokens, resumed: Default::default() }) }
    }

    /// The session on `surface`, complete or not.
    ///
    /// # Errors
    ///
    /// `Unavailable` if the database is.
    pub async fn session(&self, surface: Surface) -> Result<Option<&Resumed>, Error> {
        let place = index(surface);
        let Some(token) = &self.inner.tokens[place] else { return Ok(None) };
        let look = || accounts::resume(&self.inner.system, surface, token);
        let resumed = self.inner.resumed[place].get_or_try_init(look).await?;
        Ok(resumed.as_ref())
    }

    /// Who calls on `surface`; nobody without a complete session.
    ///
    /// # Errors
    ///
    /// `Unavailable` if the database is.
    pub async fn caller(&self, surface: Surface) -> Result<Caller, Error> {
        let system = self.inner.system.clone();
        Ok(match self.session(surface).await? {
            Some(resumed) if resumed.stage == Stage::Complete => {
                Caller::signed_in(system, resumed.viewer.clone(), resumed.session)
            }
            _ => Caller::anonymous(system),
        })
    }

    /// The cookie's token on `surface`.
    #[must_use]
    pub fn token(&self, surface: Surface) -> Option<&str> {
        self.inner.tokens[index(surface)].as_deref()
    }

    /// What the calls stand on.
    #[must_use]
    pub fn system(&self) -> &System {
        &self.inner.system
    }

    /// The settings of whoever is signed in on `surface`. A partner's agent who administers on
    /// behalf of the customer has none there: his browser says how he is spoken to.
    pub async fn settings(&self, surface: Surface) -> Option<Settings> {
        let session = self.session(surface).await.ok().flatten();
        let own = session.filter(|resumed| !on_behalf(resumed));
        own.map(|resumed| resumed.settings.clone())
    }
}

/// Whether a partner's agent is there for the customer.
#[must_use]
pub fn on_behalf(resumed: &Resumed) -> bool {
    matches!(resumed.viewer.actor, Actor::OnBehalf { .. })
}

/// Where a request came from and how it wants to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The peer's address, or what a trusted proxy says it is.
    pub address: String,
    /// Whether cookies must only travel over TLS.
    pub secure: bool,
    /// The language of the answer.
    pub language: Language,
}

/// This request's callers.
///
/// # Panics
///
/// Outside a request: the server provides them to every page and server function.
pub fn callers() -> Callers {
    expect_context::<Callers>()
}

/// Who calls on `surface`.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn caller(surface: Surface) -> Result<Caller, Error> {
    callers().caller(surface).await
}

/// The language tag of this request's answer, for words that are data.
#[must_use]
pub fn language() -> &'static str {
    origin().language.tag()
}

/// Where this request came from.
///
/// # Panics
///
/// As [`callers`].
#[must_use]
pub fn origin() -> Origin {
    expect_context::<Origin>()
}

/// The name of the session cookie of `surface`.
///
/// With TLS the `__Host-` prefix keeps other hosts and plain connections from setting it.
#[must_use]
pub fn cookie_name(surface: Surface, secure: bool) -> String {
    let prefix = if secure { "__Host-" } else { "" };
    format!("{prefix}{}-session", surface.key())
}

/// Sets a cookie for the whole portal; an empty value removes it.
pub fn set_cookie(name: &str, value: &str, max_age_seconds: i64, script_may_read: bool) {
    let secure = if origin().secure { "; Secure" } else { "" };
    let hidden = if script_may_read { "" } else { "; HttpOnly" };
    let age = if value.is_empty() { 0 } else { max_age_seconds };
    let cookie = format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax{hidden}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        expect_context::<ResponseOptions>().append_header(SET_COOKIE, cookie);
    }
}

/// Sends the reader on to `path` with a full page load, form or script alike.
pub fn redirect(path: &str) {
    let options = expect_context::<ResponseOptions>();
    if let Ok(path) = HeaderValue::from_str(path) {
        options.insert_header(LOCATION, path);
        options.set_status(StatusCode::SEE_OTHER);
    }
}

/// What a form's answer tells once, on its way from the use case to the page in that answer.
#[derive(Clone, Debug, Default)]
pub struct Telling(Arc<Mutex<Option<Told>>>);

impl Telling {
    /// What is to be told, if anything is.
    #[must_use]
    pub fn take(&self) -> Option<Told> {
        self.0.lock().ok()?.take()
    }
}

/// Answers this form with the page that tells a password. Nothing else ever has it: no address, no
/// cookie, no row.
pub fn tell_once(told: Told) {
    if let Ok(mut telling) = expect_context::<Telling>().0.lock() {
        *telling = Some(told);
    }
}

/// Sets the status of this answer.
pub fn set_status(status: u16) {
    if let (Some(options), Ok(status)) =
        (use_context::<ResponseOptions>(), StatusCode::from_u16(status))
    {
        options.set_status(status);
    }
}

/// A header of this request, if it is text.
#[must_use]
pub fn header(name: HeaderName) -> Option<String> {
    let parts = use_context::<Parts>()?;
    parts.headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Whether a browser without script sent this as a form and wants a page back.
fn plain_form() -> bool {
    header(ACCEPT).is_some_and(|accept| accept.contains("text/html"))
}

/// Runs a query and sets the status of its failure.
///
/// # Errors
///
/// What `query` refuses.
pub async fn answer<T>(query: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
    answered(query.await, true)
}

/// Runs a query for a part of a page, and sets the status of its failure if nothing else is asked
/// for: a page that says why a part of it is missing is a page all the same.
///
/// # Errors
///
/// What `query` refuses.
pub async fn answer_part<T>(query: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
    let alone =
        use_context::<Parts>().is_some_and(|request| request.uri.path().starts_with("/rpc/"));
    answered(query.await, alone)
}

/// What a query has `found`; its failure is also the answer's if it is `asked` for alone.
fn answered<T>(found: Result<T, Error>, asked: bool) -> Result<T, Failure> {
    if asked && let Err(error) = &found {
        set_status(status(error));
    }
    found.map_err(Failure::from)
}

/// A form as it came in, for [`answer_form`].
pub struct Form<D> {
    /// Which form, so that a page only takes back its own.
    pub name: &'static str,
    /// What was typed, without secrets.
    pub draft: D,
    /// Where the form belongs, to sign in again.
    pub surface: Surface,
    /// The notice that the page shows after success; the end of a message id `done-…`.
    pub done: &'static str,
}

/// Runs a change that a form asked for.
///
/// A script gets the failure with its status. A browser without script is sent back to the page
/// it came from, which shows the outcome and, after a refusal, what was typed. Either way a form
/// sent after the session's end is kept until the reader has signed in again.
///
/// # Errors
///
/// What `change` refuses.
pub async fn answer_form<T, D: Serialize>(
    form: Form<D>,
    change: impl Future<Output = Result<T, Error>>,
) -> Result<T, Failure> {
    let plain = plain_form();
    let answered = change.await;
    let error = match answered {
        Ok(done) => {
            if plain && !redirected() {
                redirect(&back(&[("done", form.done)]));
            }
            return Ok(done);
        }
        Err(error) => error,
    };
    let signed_out = error == Error::Unauthenticated;
    let kept = if plain || signed_out { keep(&form, &error).await } else { None };
    if plain {
        let id = kept.map(|id| id.to_string()).unwrap_or_default();
        let page = back(&[("kept", &id)]);
        redirect(&if signed_out { sign_in_address(form.surface, &page) } else { page });
    } else {
        set_status(status(&error));
    }
    Err(Failure::Refused { error, kept })
}

/// Whether the change has already said where the reader goes next.
fn redirected() -> bool {
    let options = expect_context::<ResponseOptions>();
    options.0.read().is_ok_and(|parts| parts.headers.contains_key(LOCATION))
}

/// Keeps what was typed; a form that cannot be kept is only refused.
async fn keep<D: Serialize>(form: &Form<D>, error: &Error) -> Option<Uuid> {
    let callers = callers();
    services::forms::keep(callers.system(), form.name, &form.draft, error).await.ok()
}

/// The page that the form was on, with `extra` in its query and without older outcomes.
fn back(extra: &[(&str, &str)]) -> String {
    way_back(&header(REFERER).unwrap_or_default(), extra)
}

fn way_back(referer: &str, extra: &[(&str, &str)]) -> String {
    // Only the path, without further slashes: nothing in it leads to another site.
    let path = referer.splitn(4, '/').nth(3).unwrap_or_default();
    let path = path.trim_start_matches(['/', '\\']);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = query.split('#').next().unwrap_or_default();
    // What has been done need not be asked for once more.
    let done = extra.iter().any(|(name, _)| *name == "done");
    let asked: &[&str] = if done { &["what-if=", "token=", "draft[", "draft%5B"] } else { &[] };
    let outlived = |pair: &str| {
        let mut names = ["kept=", "done="].iter().chain(asked);
        pair.is_empty() || names.any(|name| pair.starts_with(name))
    };
    let kept = query.split('&').filter(|pair| !outlived(pair));
    let mut pairs: Vec<String> = kept.map(str::to_owned).collect();
    pairs.extend(
        extra
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={value}")),
    );
    let mark = if pairs.is_empty() { "" } else { "?" };
    format!("/{path}{mark}{}", pairs.join("&"))
}

/// Where to sign in on `surface` and then go on to `page`.
#[must_use]
pub fn sign_in_address(surface: Surface, page: &str) -> String {
    format!("{}?return={}", crate::context::at(surface, "/sign-in"), crate::context::percent(page))
}

/// What a page load says of itself, before who the reader is.
#[derive(Clone, Debug)]
pub struct PageLoad<'a> {
    /// Where the reader is.
    pub surface: Surface,
    /// The query of the address.
    pub query: &'a str,
    /// The cookie `theme`, for readers without an account's setting.
    pub theme: Option<String>,
    /// The cookie `menu`.
    pub menu_folded: bool,
    /// Whether the clock can be moved.
    pub sandbox: bool,
    /// Who runs this portal.
    pub operator: &'a str,
    /// Whether the address is one of the pages on the way in.
    pub entry: bool,
    /// Why there is no page, if there is none.
    pub failure: Option<Failure>,
}

/// What the page knows of its reader, and what of an earlier form it brings back.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn page_context(callers: &Callers, load: PageLoad<'_>) -> Result<PageContext, Error> {
    let caller = callers.caller(load.surface).await?;
    let settings = callers.settings(load.surface).await;
    let chosen =
        settings.and_then(|settings| settings.theme).map(|theme| theme.as_str().to_owned());
    let kept = match param(load.query, "kept").and_then(|id| id.parse().ok()) {
        Some(id) => services::forms::find_any(callers.system(), id).await?,
        None => None,
    };
    let mut viewer = caller.viewer().cloned();
    // The operator's staff belong to no row of companies.
    if let Some(staff) = viewer.as_mut().filter(|viewer| viewer.company.is_empty()) {
        load.operator.clone_into(&mut staff.company);
    }
    Ok(PageContext {
        surface: load.surface,
        viewer,
        theme: chosen.or(load.theme).filter(|theme| theme.parse::<Theme>().is_ok()),
        menu_folded: load.menu_folded,
        today: callers.system().today(),
        sandbox: load.sandbox,
        operator: load.operator.to_owned(),
        kept: kept.map(|kept| Kept { form: kept.form, draft: kept.draft, error: kept.error }),
        done: param(load.query, "done").filter(|done| is_word(done)).map(str::to_owned),
        entry: load.entry,
        failure: load.failure,
        told: None,
    })
}

/// What an error page says where the database cannot say who the reader is.
#[must_use]
pub fn stranger(system: &System, load: PageLoad<'_>) -> PageContext {
    PageContext {
        surface: load.surface,
        viewer: None,
        theme: load.theme.filter(|theme| theme.parse::<Theme>().is_ok()),
        menu_folded: false,
        today: system.today(),
        sandbox: false,
        operator: load.operator.to_owned(),
        kept: None,
        done: None,
        entry: load.entry,
        failure: load.failure,
        told: None,
    }
}

/// The value of `name` in a query, as it stands there.
fn param<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The end of a message id: nothing else is looked up.
fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_on_this_site_and_forgets_earlier_outcomes() {
        for (referer, extra, expected) in [
            ("https://a.example/catalog", [("done", "saved")], "/catalog?done=saved"),
            (
                "https://a.example/catalog?words=x&done=b",
                [("kept", "7")],
                "/catalog?words=x&kept=7",
            ),
            ("https://a.example/catalog?kept=1#end", [("done", "")], "/catalog"),
            // What something would cost is asked again after a refusal, and not once it is done.
            (
                "https://a.example/s?what-if=a&draft%5Bb%5D=1&token=c&words=x",
                [("done", "saved")],
                "/s?words=x&done=saved",
            ),
            (
                "https://a.example/s?what-if=a&draft%5Bb%5D=1",
                [("kept", "7")],
                "/s?what-if=a&draft%5Bb%5D=1&kept=7",
            ),
            ("https://a.example//evil.example/x", [("done", "")], "/evil.example/x"),
            ("https://a.example/\\evil.example", [("done", "")], "/evil.example"),
            ("", [("done", "saved")], "/?done=saved"),
        ] {
            assert_eq!(way_back(referer, &extra), expected, "{referer}");
        }
    }
}
