//! All addresses of the portal, and what every request goes through.

use std::any::Any;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use app::ssr::Telling;
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue,
};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodFilter;
use axum::routing::{MethodRouter, get, get_service, on, post};
use axum::{Extension, Router};
use domain::access::Surface;
use futures_util::StreamExt;
use i18n::{Language, Locale};
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use services::jobs::Sandbox;
use services::{System, health};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, DefaultPredicate};
use tower_http::services::{ServeDir, ServeFile};
use tracing::Instrument;

use crate::config::Config;
use crate::invoice_pdf::face::Face;
use crate::logs::Answered;
use crate::metrics::Metrics;
use crate::session::{CORRELATION, Visit};
use crate::site::Site;
use crate::trouble::{Trouble, dressed, wants_data};
use crate::{
    billing_files, calendar, customer_files, downloads, exposure_files, files, invoice_pdf,
    licence_files, pages, price_files, security, uploads,
};

/// Bytes that a form may have.
const FORM_LIMIT: usize = 64 * 1024;

/// Bytes of a form that is too large which are still read, so that its sender sees the answer.
const PATIENCE: usize = 8 * 1024 * 1024;

/// Good pages for little work; the files of the site are compressed better when they are built.
const BROTLI: CompressionLevel = CompressionLevel::Precise(4);

/// Server functions that only a sandbox has.
const SANDBOX: &str = "/rpc/sandbox/";

/// One running portal; cheap to clone.
#[derive(Clone)]
pub struct Portal {
    inner: Arc<Inner>,
}

struct Inner {
    system: System,
    config: Config,
    site: Site,
    leptos: LeptosOptions,
    metrics: Metrics,
    sandbox: Option<Sandbox>,
    cookie_names: [String; 3],
    face: OnceLock<Face>,
}

impl Portal {
    /// The portal on `system`; with a `sandbox` its clock can be moved.
    #[must_use]
    pub fn new(system: System, config: Config, site: Site, sandbox: Option<Sandbox>) -> Self {
        let leptos = LeptosOptions::builder()
            .output_name("partner-center")
            .site_root(site.root.to_string_lossy())
            .site_pkg_dir(site.pkg_dir())
            .build();
        let secure = config.secure();
        let cookie_names = [Surface::PartnerCenter, Surface::AdminCenter, Surface::BackOffice]
            .map(|surface| app::ssr::cookie_name(surface, secure));
        let metrics = Metrics::new();
        let face = OnceLock::new();
        let inner = Inner { system, config, site, leptos, metrics, sandbox, cookie_names, face };
        Self { inner: Arc::new(inner) }
    }

    /// What the use cases stand on.
    #[must_use]
    pub fn system(&self) -> &System {
        &self.inner.system
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The clock that can be moved, in a sandbox.
    #[must_use]
    pub fn sandbox(&self) -> Option<&Sandbox> {
        self.inner.sandbox.as_ref()
    }

    /// The font of printed invoices, once it was needed.
    pub(crate) fn face(&self) -> &OnceLock<Face> {
        &self.inner.face
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.inner.metrics
    }

    /// The text of the style sheet.
    pub(crate) fn styles(&self) -> Arc<str> {
        Arc::clone(&self.inner.site.styles)
    }

    pub(crate) fn leptos(&self) -> &LeptosOptions {
        &self.inner.leptos
    }

    /// The names of the session cookies, in the order of [`Surface::ALL`].
    pub(crate) fn cookie_names(&self) -> &[String; 3] {
        &self.inner.cookie_names
    }
}

/// Every address with what answers there.
pub fn router(portal: Portal) -> Router {
    let mut router = Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .route("/files/activity.csv", get(files::activity_csv))
        .route("/files/activity.xlsx", get(files::activity_xlsx))
        .route("/files/customers.csv", get(customer_files::csv))
        .route("/files/customers.xlsx", get(customer_files::xlsx))
        .route("/admin/files/licences-template.csv", get(licence_files::template_csv))
        .route("/admin/files/licences-template.xlsx", get(licence_files::template_xlsx))
        .route("/admin/files/licences-problems.csv", get(licence_files::problems_csv))
        .route("/admin/files/licences-problems.xlsx", get(licence_files::problems_xlsx))
        .route(
            "/admin/files/licences",
            post(licence_files::check).layer(DefaultBodyLimit::max(uploads::LARGEST)),
        )
        .route("/admin/files/users-template.csv", get(licence_files::users_template_csv))
        .route("/admin/files/users-template.xlsx", get(licence_files::users_template_xlsx))
        .route(
            "/admin/files/users",
            post(licence_files::check_users).layer(DefaultBodyLimit::max(uploads::LARGEST)),
        )
        .route("/files/billing/invoice.pdf", get(invoice_pdf::file))
        .route("/files/billing/license.csv", get(billing_files::licence_csv))
        .route("/files/billing/license.xlsx", get(billing_files::licence_xlsx))
        .route("/files/billing/usage.csv", get(billing_files::usage_csv))
        .route("/files/billing/usage.xlsx", get(billing_files::usage_xlsx))
        .route("/files/billing/exposure.csv", get(exposure_files::csv))
        .route("/files/billing/exposure.xlsx", get(exposure_files::xlsx))
        .route("/files/billing/examples/{file}", get(billing_files::example))
        .route("/files/prices.csv", get(price_files::list))
        .route("/files/price-changes.csv", get(price_files::changes))
        .route("/operator/files/prices-template.csv", get(price_files::template))
        .route(
            "/operator/files/prices",
            post(price_files::check).layer(DefaultBodyLimit::max(uploads::LARGEST)),
        )
        .route("/files/calendar/{file}", get(calendar::feed))
        .route("/files/subscriptions.csv", get(files::subscriptions_csv))
        .route("/files/subscriptions.xlsx", get(files::subscriptions_xlsx));
    for path in page_paths(&portal) {
        router = router.route(path, get(pages::page));
    }
    for (path, method) in server_fn::axum::server_fn_paths() {
        if let Some(call) = server_function(&portal, path, &method) {
            router = router.route(path, call);
        }
    }
    let site = &portal.inner.site;
    for file in &site.files {
        let serve = ServeFile::new(site.root.join(file)).precompressed_br().precompressed_gzip();
        let serve = get_service(serve);
        router = router.route(&format!("/{file}"), serve.layer(from_fn(revalidated)));
    }
    let built = ServeDir::new(site.root.join(site.pkg_dir()))
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let built = Router::new().fallback_service(built).layer(from_fn(immutable));
    let compress = CompressionLayer::new().quality(BROTLI).compress_when(
        DefaultPredicate::new()
            .and(NotForContentType::new(downloads::XLSX))
            .and(NotForContentType::new(invoice_pdf::PDF)),
    );
    router
        .nest(&format!("/{}", site.pkg_dir()), built)
        .fallback(async || Trouble::unknown_address())
        .method_not_allowed_fallback(async || Trouble::wrong_method())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(portal.clone(), door))
        .layer(compress)
        .with_state(portal)
}

/// The addresses of all pages, as axum writes them.
///
/// They are asked for once a process: while the framework makes its list, no page of the process may
/// begin to load, or it waits for ever (leptos#4773).
fn page_paths(portal: &Portal) -> &'static [String] {
    static PATHS: OnceLock<Vec<String>> = OnceLock::new();
    PATHS.get_or_init(|| list_pages(portal))
}

fn list_pages(portal: &Portal) -> Vec<String> {
    let page = app::ssr::stranger(
        portal.system(),
        app::ssr::PageLoad {
            surface: Surface::PartnerCenter,
            query: "",
            theme: None,
            menu_folded: false,
            sandbox: false,
            operator: "",
            entry: false,
            failure: None,
        },
    );
    let options = portal.leptos().clone();
    let locale = Locale::new(Language::En);
    let document = app::shell::Document { options, page, locale, styles: portal.styles() };
    let listings = leptos_axum::generate_route_list(move || app::shell::shell(document.clone()));
    listings.iter().map(|listing| listing.path().to_owned()).collect()
}

/// What answers a server function; `None` for one that this portal does not have.
fn server_function(portal: &Portal, path: &str, method: &Method) -> Option<MethodRouter<Portal>> {
    if path.starts_with(SANDBOX) && portal.sandbox().is_none() {
        return None;
    }
    let filter = MethodFilter::try_from(method.clone()).ok()?;
    Some(on(filter, call))
}

/// Calls the server function at the request's address.
async fn call(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match form(&parts.headers, body).await {
        Ok(body) => body,
        Err(trouble) => return trouble.into_response(),
    };
    let context = pages::context(&portal, &visit, visit.language().await);
    let telling = Telling::default();
    let told = telling.clone();
    let context = move || {
        context();
        provide_context(told.clone());
    };
    let page = !wants_data(parts.uri.path(), &parts.headers);
    let request = Request::from_parts(parts, body);
    let answer = leptos_axum::handle_server_fns_with_context(context, request).await;
    if let Some(told) = telling.take().filter(|_| page) {
        return pages::told(&portal, &visit, told).await;
    }
    let mut response = answer.into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A body of a form's size; a larger one is read away as long as it is not absurd.
async fn form(headers: &HeaderMap, body: Body) -> Result<Body, Trouble> {
    if body.is_end_stream() {
        return Ok(Body::empty());
    }
    let announced =
        headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if announced.is_some_and(|length: usize| length > FORM_LIMIT) {
        read_away(body).await;
        return Err(Trouble::too_large());
    }
    // Without an announced length the limit shows while reading.
    match to_bytes(body, FORM_LIMIT).await {
        Ok(bytes) => Ok(Body::from(bytes)),
        Err(_) => Err(Trouble::too_large()),
    }
}

async fn read_away(body: Body) {
    let mut stream = body.into_data_stream();
    let mut read = 0;
    while let Some(Ok(chunk)) = stream.next().await {
        read += chunk.len();
        if read > PATIENCE {
            break;
        }
    }
}

/// What every request goes through.
async fn door(State(portal): State<Portal>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let visit = Visit::new(&portal, &request);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let data = wants_data(request.uri().path(), request.headers());
    let foreign = security::foreign(&method, request.headers(), &portal.config().public_url);
    request.extensions_mut().insert(visit.clone());
    let limit = Duration::from_secs(portal.config().request_timeout_seconds.into());
    let span = tracing::info_span!("request", correlation.id = %visit.correlation());
    let answer = async {
        let response = if foreign {
            Trouble::foreign().into_response()
        } else {
            match tokio::time::timeout(limit, next.run(request)).await {
                Ok(response) => response,
                Err(_) => Trouble::unavailable().into_response(),
            }
        };
        dressed(&portal, &visit, data, response).await
    };
    let mut response = answer.instrument(span).await;
    security::protect(response.headers_mut(), portal.config().secure());
    if let Ok(correlation) = HeaderValue::try_from(visit.correlation().to_string()) {
        response.headers_mut().insert(CORRELATION, correlation);
    }
    // Every build has its own folder, but all of them are one route.
    let built = visit.uri().path().starts_with("/pkg/");
    let route = if built { "/pkg" } else { route.as_ref().map_or("", MatchedPath::as_str) };
    let (status, duration) = (response.status(), started.elapsed());
    portal.metrics().request(&method, route, status, duration);
    let actor = visit.actor();
    Answered { method: &method, route, status, duration, correlation: visit.correlation(), actor }
        .log();
    response
}

/// Files whose address changes with their content.
async fn immutable(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        return Trouble::unknown_address().into_response();
    }
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        return Trouble::wrong_method().into_response();
    }
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    response.headers_mut().insert(CACHE_CONTROL, forever);
    response
}

/// Files that keep their address.
async fn revalidated(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    response
}

/// Whether requests can be served.
async fn ready(State(portal): State<Portal>) -> (StatusCode, &'static str) {
    match health::ready(portal.system()).await {
        Ok(true) => (StatusCode::OK, "ready"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not migrated"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not available"),
    }
}

/// The figures for Prometheus, for whoever has the token or sits at this machine.
async fn metrics(
    State(portal): State<Portal>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Response {
    let token = &portal.config().metrics_token;
    let allowed = if token.is_empty() {
        visit.local()
    } else {
        let given = headers.get(AUTHORIZATION).map(HeaderValue::as_bytes);
        given.and_then(|given| given.strip_prefix(b"Bearer ")).is_some_and(|given| token.is(given))
    };
    if !allowed {
        return Trouble::unknown_address().into_response();
    }
    let figures = portal.metrics().render(portal.system()).await;
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    ([(CONTENT_TYPE, kind)], figures).into_response()
}

/// A defect that ended its request.
#[derive(Debug, thiserror::Error)]
#[error("a request panicked: {0}")]
struct Panic(String);

/// The log has the words, the reader the reference.
fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
    Trouble::from(services::report(&Panic(words.to_owned()))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_defect_with_a_reference() {
        for panic in [Box::new("words") as Box<dyn Any + Send>, Box::new(7)] {
            let response = panicked(panic);
            assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert!(response.extensions().get::<Trouble>().is_some());
        }
    }
}
