//! The whole router on a product in memory, without a socket.

#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "every test binary uses another part of this"
)]

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt;
use server::config::Config;
use server::site::Site;
use server::web::{Portal, router};
use services::SystemClock;
use services::jobs::Sandbox;
use tempfile::TempDir;
use testkit::World;
use tower::ServiceExt;

/// The build that the tests' site claims to be.
pub const HASH: &str = "0123456789abcdef";

/// A page that asks for nothing, to begin with.
pub const PUBLIC: &str = "/sign-in";

/// A portal of a test.
pub struct Product {
    pub world: World,
    pub router: Router,
    // Removed with the test.
    site: TempDir,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The same before it was read as UTF-8.
    pub bytes: Bytes,
}

impl Answer {
    /// The header `name`, empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where the reader is sent.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }
}

/// The settings of tests.
pub fn config() -> Config {
    let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Config::read([set("PORTAL_PASSWORD_MEMORY_KIB", "8")]).expect("the settings are right")
}

/// Writes what a build leaves into `root`.
pub fn write_site(root: &Path) {
    let pkg = root.join("pkg").join(HASH);
    fs::create_dir_all(&pkg).expect("the folder can be made");
    let write = |path: &Path, text: &str| fs::write(path, text).expect("the file can be written");
    write(&root.join("build.json"), &format!(r#"{{"hash":"{HASH}"}}"#));
    write(&root.join("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
    write(&pkg.join("main.css"), "body{}");
    write(&pkg.join("main.css.br"), "brotli");
    write(&pkg.join("main.css.gz"), "gzip");
    write(&pkg.join("partner-center.wasm"), "\0asm");
}

impl Product {
    /// On an empty world.
    pub async fn new() -> Self {
        Self::with(World::new().await, config())
    }

    /// On `world`, with other settings.
    pub fn with(world: World, config: Config) -> Self {
        Self::running(world, config, None)
    }

    /// One whose clock can be moved.
    pub async fn sandbox() -> Self {
        let sandbox = Sandbox::new(Arc::new(SystemClock::default()));
        Self::running(World::new().await, config(), Some(sandbox))
    }

    fn running(world: World, config: Config, sandbox: Option<Sandbox>) -> Self {
        let site = TempDir::new().expect("there is room for a folder");
        write_site(site.path());
        let built = Site::open(site.path()).expect("the site is there");
        let portal = Portal::new(world.system().clone(), config, built, sandbox);
        Self { world, router: router(portal), site }
    }

    /// Sends `request` from the peer 203.0.113.7.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        self.send_from("203.0.113.7:40000", request).await
    }

    /// Sends `request` from the peer `peer`.
    pub async fn send_from(&self, peer: &str, mut request: Request<Body>) -> Answer {
        let peer: SocketAddr = peer.parse().expect("the tests write addresses");
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        answer(response).await
    }

    /// The page at `path` for a stranger who reads `language`.
    pub async fn page(&self, path: &str, language: &str) -> Answer {
        self.send(get(path).header("accept-language", language).body(Body::empty()).unwrap()).await
    }

    /// The page at `path` for whoever has the session `token` of Partner Center.
    pub async fn page_of(&self, token: &str, path: &str) -> Answer {
        self.send(get(path).header(COOKIE, cookie(token)).body(Body::empty()).unwrap()).await
    }
}

async fn answer(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("the body ends").to_bytes();
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Answer { status: parts.status, headers: parts.headers, body, bytes }
}

/// A browser that asks for a page.
pub fn get(path: &str) -> axum::http::request::Builder {
    Request::get(path).header(HOST, "portal").header(ACCEPT, "text/html,*/*;q=0.8")
}

/// A browser without script that sends a form of this portal.
pub fn form(path: &str, fields: &str) -> Request<Body> {
    Request::post(path)
        .header(HOST, "portal")
        .header(ORIGIN, "http://portal")
        .header(ACCEPT, "text/html,*/*;q=0.8")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(fields.to_owned()))
        .unwrap()
}

/// The cookie of a session of Partner Center without TLS.
pub fn cookie(token: &str) -> String {
    format!("partner-center-session={token}")
}
