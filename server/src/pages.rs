//! Pages: who may have them, and how they are written.

use app::context::{PageContext, Told};
use app::failure::Failure;
use app::shell::{Document, shell};
use app::ssr::{page_context, stranger};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, LOCATION, VARY,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use i18n::{Language, Locale};
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use crate::security;
use crate::session::{Visit, Way, way};
use crate::trouble::Trouble;
use crate::web::Portal;

/// Writes the page at the request's address, or sends the reader where they must go first.
pub(crate) async fn page(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    request: Request,
) -> Response {
    let stage = match visit.session().await {
        Ok(session) => session.map(|resumed| resumed.stage),
        Err(error) => return Trouble::from(error).into_response(),
    };
    if let Way::Elsewhere(page) = way(visit.surface(), visit.uri(), stage) {
        return see_other(&page);
    }
    let load = visit.load(&portal, visit.language().await, None);
    match page_context(visit.callers(), load).await {
        Ok(context) => written(&portal, &visit, context, request).await,
        Err(error) => Trouble::from(error).into_response(),
    }
}

/// The page that says why there is none.
pub(crate) async fn trouble(portal: &Portal, visit: &Visit, failure: Failure) -> Response {
    let language = visit.language().await;
    let load = || visit.load(portal, language, Some(failure.clone()));
    let known = match visit.session().await {
        Ok(_) => page_context(visit.callers(), load()).await,
        Err(error) => Err(error),
    };
    let context = known.unwrap_or_else(|_| stranger(portal.system(), load()));
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = visit.uri().clone();
    written(portal, visit, context, request).await
}

/// The page that tells a password once, in the answer to the form that made it.
pub(crate) async fn told(portal: &Portal, visit: &Visit, told: Told) -> Response {
    let load = visit.load(portal, visit.language().await, None);
    let context = match page_context(visit.callers(), load).await {
        Ok(context) => PageContext { told: Some(told), ..context },
        Err(error) => return Trouble::from(error).into_response(),
    };
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = visit.uri().clone();
    written(portal, visit, context, request).await
}

async fn written(portal: &Portal, visit: &Visit, page: PageContext, request: Request) -> Response {
    let language = visit.language().await;
    // A page on the way in may show a secret or recovery codes.
    let private = page.viewer.is_some() || page.entry;
    let options = portal.leptos().clone();
    let document =
        Document { options, page, locale: Locale::new(language), styles: portal.styles() };
    let context = context(portal, visit, language);
    let write =
        leptos_axum::render_app_async_with_context(context, move || shell(document.clone()));
    let mut response = write(request).await;
    let headers = response.headers_mut();
    for cause in [ACCEPT_LANGUAGE, COOKIE] {
        headers.append(VARY, cause.into());
    }
    let keep = if private { "no-store" } else { "private, no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

/// What pages and server functions find around them.
pub(crate) fn context(
    portal: &Portal,
    visit: &Visit,
    language: Language,
) -> impl Fn() + Clone + Send + Sync + 'static {
    let callers = visit.callers().clone();
    let origin = visit.origin(language);
    let sandbox = portal.sandbox().cloned();
    move || {
        provide_context(callers.clone());
        provide_context(origin.clone());
        provide_context(Locale::new(language));
        if let Some(sandbox) = &sandbox {
            provide_context(sandbox.clone());
        }
        // Server functions have no nonce, and their answers are no pages.
        let policy = use_nonce().and_then(|nonce| security::page_policy(&nonce.to_string()));
        if let (Some(policy), Some(options)) = (policy, use_context::<ResponseOptions>()) {
            options.insert_header(CONTENT_SECURITY_POLICY, policy);
        }
    }
}

fn see_other(page: &str) -> Response {
    match HeaderValue::from_str(page) {
        Ok(page) => {
            let headers = [(LOCATION, page), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Err(_) => Trouble::unknown_address().into_response(),
    }
}
