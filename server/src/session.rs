//! Who sends a request, from where, in which language, and which page they may have.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};

use app::context::{at, percent};
use app::failure::Failure;
use app::ssr::{Callers, Origin, PageLoad};
use axum::extract::{ConnectInfo, Request};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderName, REFERER};
use axum::http::{HeaderMap, Uri};
use domain::access::Surface;
use domain::account::Stage;
use domain::error::Error;
use domain::ids::UserId;
use i18n::Language;
use services::Caller;
use services::accounts::Resumed;
use uuid::Uuid;

use crate::config::Networks;
use crate::web::Portal;

/// Ties a reader's request to the lines of the log; also sent back.
pub(crate) const CORRELATION: HeaderName = HeaderName::from_static("ms-correlationid");

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// One request, as far as it says who and what it is; cheap to clone.
#[derive(Clone)]
pub(crate) struct Visit {
    inner: Arc<Inner>,
}

struct Inner {
    correlation: Uuid,
    address: Option<IpAddr>,
    forwarded: bool,
    secure: bool,
    uri: Uri,
    surface: Surface,
    callers: Callers,
    choices: Choices,
    accept_language: String,
    actor: OnceLock<UserId>,
    failed: OnceLock<Error>,
}

/// What the browser remembers of its reader's choices.
#[derive(Default)]
struct Choices {
    language: Option<Language>,
    theme: Option<String>,
    menu_folded: bool,
}

impl Visit {
    /// What `request` says; nothing is looked up yet.
    pub fn new(portal: &Portal, request: &Request) -> Self {
        let headers = request.headers();
        let given = header(headers, &CORRELATION).and_then(|id| id.parse().ok());
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(peer)| peer.ip().to_canonical());
        let forwarded = headers.contains_key(FORWARDED_FOR);
        let mut choices = Choices::default();
        let mut tokens = [None, None, None];
        for (name, value) in pairs(headers) {
            match name {
                "lang" => choices.language = Language::from_tag(value),
                "theme" => choices.theme = Some(value.to_owned()),
                "menu" => choices.menu_folded = value == "folded",
                _ => {
                    if let Some(place) = portal.cookie_names().iter().position(|ours| ours == name)
                    {
                        tokens[place] = Some(value.to_owned());
                    }
                }
            }
        }
        let place = |surface| Surface::ALL.iter().position(|other| *other == surface);
        let token = |surface| place(surface).and_then(|place| tokens[place].clone());
        Self {
            inner: Arc::new(Inner {
                correlation: given.unwrap_or_else(|| portal.system().next_id()),
                address: peer.map(|peer| sender(peer, headers, &portal.config().trusted_proxy)),
                forwarded,
                secure: portal.config().secure(),
                uri: request.uri().clone(),
                surface: surface_of(request.uri().path(), headers),
                callers: Callers::new(portal.system().clone(), token),
                choices,
                accept_language: header(headers, &ACCEPT_LANGUAGE).unwrap_or_default().to_owned(),
                actor: OnceLock::new(),
                failed: OnceLock::new(),
            }),
        }
    }

    pub fn correlation(&self) -> Uuid {
        self.inner.correlation
    }

    pub fn surface(&self) -> Surface {
        self.inner.surface
    }

    pub fn callers(&self) -> &Callers {
        &self.inner.callers
    }

    pub fn uri(&self) -> &Uri {
        &self.inner.uri
    }

    /// Who acts, as far as that has been looked up.
    pub fn actor(&self) -> Option<UserId> {
        self.inner.actor.get().copied()
    }

    /// Whether the request comes from this machine itself, through nobody.
    pub fn local(&self) -> bool {
        !self.inner.forwarded && self.inner.address.is_some_and(|address| address.is_loopback())
    }

    /// The session on this request's surface, complete or not.
    ///
    /// What could not be looked up is not tried again: the reader has waited long enough.
    pub async fn session(&self) -> Result<Option<&Resumed>, Error> {
        if let Some(error) = self.inner.failed.get() {
            return Err(error.clone());
        }
        let session = self.inner.callers.session(self.inner.surface).await;
        let session = session.inspect_err(|error| {
            self.inner.failed.get_or_init(|| error.clone());
        })?;
        if let Some(resumed) = session.filter(|resumed| resumed.stage == Stage::Complete) {
            self.inner.actor.get_or_init(|| resumed.viewer.actor.user());
        }
        Ok(session)
    }

    /// Who asks on `surface`, for what is no page.
    pub async fn caller(&self, surface: Surface) -> Result<Caller, Error> {
        // Looked up here, so that the request's line in the log says who.
        self.session().await?;
        self.inner.callers.caller(surface).await
    }

    /// The reader's own choice, the browser's, what the browser asks for, English.
    pub async fn language(&self) -> Language {
        // A reader whose session cannot be looked up just now is spoken to like a stranger.
        let session = self.session().await.ok().flatten();
        session
            .filter(|resumed| !app::ssr::on_behalf(resumed))
            .and_then(|resumed| Language::from_tag(resumed.settings.language.as_deref()?))
            .or(self.inner.choices.language)
            .unwrap_or_else(|| Language::negotiate(&self.inner.accept_language))
    }

    /// Where the request came from, for server functions.
    pub fn origin(&self, language: Language) -> Origin {
        let address = self.inner.address.map(|address| address.to_string()).unwrap_or_default();
        Origin { address, secure: self.inner.secure, language }
    }

    /// What this page load says of itself; `failure` if there is no page.
    pub fn load<'a>(
        &'a self,
        portal: &'a Portal,
        language: Language,
        failure: Option<Failure>,
    ) -> PageLoad<'a> {
        let config = portal.config();
        let operator = match language {
            Language::ZhCn => &config.operator_name_zh,
            Language::En | Language::Fr => &config.operator_name,
        };
        PageLoad {
            surface: self.inner.surface,
            query: self.inner.uri.query().unwrap_or_default(),
            theme: self.inner.choices.theme.clone(),
            menu_folded: self.inner.choices.menu_folded,
            sandbox: portal.sandbox().is_some(),
            operator,
            entry: is_entry(self.inner.uri.path()),
            failure,
        }
    }
}

/// Whether `path` is one of the pages on the way in, on any surface.
fn is_entry(path: &str) -> bool {
    let path =
        ["/admin", "/operator"].iter().find_map(|root| path.strip_prefix(root)).unwrap_or(path);
    path == "/sign-in" || path.starts_with("/sign-in/")
}

fn value_of<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let values = query.split('&').filter_map(|pair| pair.split_once('='));
    values.filter(|(other, _)| *other == name).map(|(_, value)| value).next()
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Names and values of the cookies.
fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='))
}

/// Who sent the request: the peer, or whom trusted proxies name, the last one first.
fn sender(peer: IpAddr, headers: &HeaderMap, trusted: &Networks) -> IpAddr {
    let mut sender = peer;
    let lines: Vec<_> = headers.get_all(FORWARDED_FOR).into_iter().collect();
    let lines = lines.into_iter().rev().filter_map(|line| line.to_str().ok());
    for named in lines.flat_map(|line| line.rsplit(',')) {
        if !trusted.contain(sender) {
            break;
        }
        let Ok(named) = named.trim().parse::<IpAddr>() else { break };
        sender = named.to_canonical();
    }
    sender
}

/// The surface that an address belongs to; of a server function, the one of the page that asks.
fn surface_of(path: &str, headers: &HeaderMap) -> Surface {
    if path.starts_with("/rpc/") {
        let page = header(headers, &REFERER).and_then(|page| page.splitn(4, '/').nth(3));
        return surface_under(page.unwrap_or_default());
    }
    surface_under(path.trim_start_matches('/'))
}

/// The surface of a path without its first slash.
fn surface_under(path: &str) -> Surface {
    match path.split(['/', '?', '#']).next() {
        Some("admin") => Surface::AdminCenter,
        Some("operator") => Surface::BackOffice,
        _ => Surface::PartnerCenter,
    }
}

/// What becomes of somebody who asks for a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// They get it.
    Through,
    /// They are sent elsewhere first.
    Elsewhere(String),
}

/// Whether somebody whose session has come to `stage` may have the page `uri` of `surface`.
pub(crate) fn way(surface: Surface, uri: &Uri, stage: Option<Stage>) -> Way {
    let local = uri.path().strip_prefix(at(surface, "").as_str()).unwrap_or(uri.path());
    let local = if local.is_empty() { "/" } else { local };
    let here = uri.path_and_query().map_or(uri.path(), |here| here.as_str());
    let return_to = value_of(uri.query().unwrap_or_default(), "return").map_or_else(
        || if local.starts_with("/sign-in") { String::new() } else { percent(here) },
        str::to_owned,
    );
    let go = |page: &str| {
        let page = at(surface, page);
        let query =
            if return_to.is_empty() { String::new() } else { format!("?return={return_to}") };
        Way::Elsewhere(format!("{page}{query}"))
    };
    let wanted = stage.and_then(stage_page);
    // Only the resellers' portal says something to strangers; help is for everyone.
    let open = (surface == Surface::PartnerCenter && local == "/") || local == "/help";
    match (local, stage) {
        ("/sign-in", Some(Stage::Complete)) => Way::Elsewhere(after_sign_in(surface, &return_to)),
        // Codes for recovery are shown once, after the last stage, on its page.
        (_, Some(Stage::Complete)) | ("/sign-in" | "/styleguide", _) => Way::Through,
        (_, None) if open => Way::Through,
        (page, Some(_)) if wanted == Some(page) => Way::Through,
        (_, Some(stage)) => go(stage_page(stage).unwrap_or("/sign-in")),
        (_, None) => go("/sign-in"),
    }
}

/// The page on which a stage is passed.
const fn stage_page(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::PasswordChange => Some("/sign-in/password"),
        Stage::SecondFactor => Some("/sign-in/second-factor"),
        Stage::EnrolSecondFactor => Some("/sign-in/set-up"),
        Stage::Complete => None,
    }
}

/// Where somebody goes who has signed in already: never to another site.
fn after_sign_in(surface: Surface, return_to: &str) -> String {
    let page = unescaped(return_to);
    let ours = page.starts_with('/') && !page[1..].starts_with(['/', '\\']);
    let plain = page.bytes().all(|byte| byte.is_ascii_graphic());
    let again = page.contains("/sign-in");
    if ours && plain && !again { page } else { at(surface, "/") }
}

/// `text` without percent escapes; what is no UTF-8 becomes nothing.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        let escaped = (*byte == b'%').then(|| after.get(..2)).flatten();
        let escaped = escaped.and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*byte));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Value;

    const PARTNER: Surface = Surface::PartnerCenter;
    const ADMIN: Surface = Surface::AdminCenter;

    fn to(surface: Surface, uri: &str, stage: Option<Stage>) -> Option<String> {
        match way(surface, &uri.parse().unwrap(), stage) {
            Way::Through => None,
            Way::Elsewhere(page) => Some(page),
        }
    }

    #[test]
    fn strangers_are_sent_to_sign_in_and_come_back() {
        for (surface, uri, page) in [
            (PARTNER, "/", None),
            (PARTNER, "/sign-in?return=/catalog", None),
            (PARTNER, "/styleguide", None),
            (ADMIN, "/admin", Some("/admin/sign-in?return=/admin")),
            (ADMIN, "/admin/sign-in", None),
            (PARTNER, "/catalog", Some("/sign-in?return=/catalog")),
            (PARTNER, "/catalog?q=a&page=2", Some("/sign-in?return=/catalog%3Fq%3Da%26page%3D2")),
            (ADMIN, "/admin/account", Some("/admin/sign-in?return=/admin/account")),
            (PARTNER, "/sign-in/password", Some("/sign-in")),
        ] {
            assert_eq!(to(surface, uri, None).as_deref(), page, "{uri}");
        }
    }

    #[test]
    fn a_half_open_session_leads_to_its_stage() {
        for (uri, stage, page) in [
            ("/catalog", Stage::SecondFactor, Some("/sign-in/second-factor?return=/catalog")),
            ("/sign-in/second-factor?return=/catalog", Stage::SecondFactor, None),
            (
                "/sign-in/password?return=/catalog",
                Stage::SecondFactor,
                Some("/sign-in/second-factor?return=/catalog"),
            ),
            ("/catalog", Stage::PasswordChange, Some("/sign-in/password?return=/catalog")),
            ("/catalog", Stage::EnrolSecondFactor, Some("/sign-in/set-up?return=/catalog")),
            ("/sign-in", Stage::SecondFactor, None),
        ] {
            assert_eq!(to(PARTNER, uri, Some(stage)).as_deref(), page, "{uri} at {stage}");
        }
    }

    #[test]
    fn whoever_is_in_does_not_sign_in_again() {
        for (uri, page) in [
            ("/sign-in", Some("/")),
            ("/sign-in?return=/catalog%3Fq%3Da", Some("/catalog?q=a")),
            ("/sign-in?return=//evil.example", Some("/")),
            ("/sign-in?return=/%5Cevil.example", Some("/")),
            ("/sign-in?return=https://evil.example", Some("/")),
            ("/sign-in?return=/%0d%0aSet-Cookie:a", Some("/")),
            ("/sign-in?return=/sign-in", Some("/")),
            ("/catalog", None),
        ] {
            assert_eq!(to(PARTNER, uri, Some(Stage::Complete)).as_deref(), page, "{uri}");
        }
        assert_eq!(to(ADMIN, "/admin/sign-in", Some(Stage::Complete)).as_deref(), Some("/admin"));
    }

    #[test]
    fn only_trusted_proxies_name_the_sender() {
        let mut headers = HeaderMap::new();
        headers.append(FORWARDED_FOR, "203.0.113.9, 198.51.100.1".parse().unwrap());
        headers.append(FORWARDED_FOR, "10.0.0.2".parse().unwrap());
        let peer = "10.0.0.1".parse().unwrap();
        for (trusted, from) in [
            ("", "10.0.0.1"),
            ("10.0.0.1", "10.0.0.2"),
            ("10.0.0.0/8", "198.51.100.1"),
            ("10.0.0.0/8, 198.51.100.1", "203.0.113.9"),
        ] {
            let trusted = Networks::read(trusted).unwrap();
            assert_eq!(sender(peer, &headers, &trusted).to_string(), from, "{trusted:?}");
        }
    }

    #[test]
    fn a_server_function_belongs_to_the_page_that_asks() {
        let asked = |page: &'static str| {
            let headers = HeaderMap::from_iter([(REFERER, page.parse().unwrap())]);
            surface_of("/rpc/account/sessions", &headers)
        };
        assert_eq!(asked("http://portal:3000/admin/account"), ADMIN);
        assert_eq!(asked("http://portal:3000/operator?x=1"), Surface::BackOffice);
        assert_eq!(asked("http://portal:3000/administrators"), PARTNER);
        assert_eq!(asked(""), PARTNER);
    }
}
