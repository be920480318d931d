//! What every address does: pages in the reader's language, headers, guards, files.

mod support;

use axum::body::Body;
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, COOKIE, HOST, IF_NONE_MATCH};
use axum::http::{Request, StatusCode};
use domain::access::AgentRole;
use support::{HASH, PUBLIC, Product, cookie, form, get};
use testkit::World;

const LANGUAGES: [&str; 3] = ["en", "fr", "zh-CN"];

/// An address that only takes forms.
const FORM: &str = "/rpc/account/sign-in";

#[tokio::test]
async fn an_unknown_address_is_a_page_in_the_readers_language() {
    let product = Product::new().await;
    for (language, words) in [
        ("en", "There is no page at this address."),
        ("fr", "Aucune page ne correspond à cette adresse."),
        ("zh-CN", "此地址没有对应的页面。"),
    ] {
        let answer = product.page("/no/such/page", language).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{}", answer.body);
        assert!(answer.body.contains(words), "{language}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_wrong_method_is_a_page_that_names_the_right_one() {
    let product = Product::new().await;
    for language in LANGUAGES {
        let request = get(FORM).header("accept-language", language);
        let answer = product.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.header("allow"), "POST");
        assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{}", answer.body);
    }
    let answer = product.send(form(PUBLIC, "")).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    let answer = product.send(form("/favicon.svg", "")).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn too_large_a_form_is_refused_whether_announced_or_not() {
    let product = Product::new().await;
    let large = "a".repeat(70_000);
    for language in LANGUAGES {
        let mut request = form(FORM, &large);
        request.headers_mut().insert("accept-language", language.parse().unwrap());
        request.headers_mut().insert("content-length", large.len().into());
        let answer = product.send(request).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{}", answer.body);
    }
    let answer = product.send(form(FORM, &large)).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_script_gets_its_failure_as_data() {
    let product = Product::new().await;
    let mut request = form(FORM, &"a".repeat(70_000));
    request.headers_mut().insert(ACCEPT, "application/json".parse().unwrap());
    let answer = product.send(request).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.starts_with(r#"{"Refused":"#), "{}", answer.body);
    assert!(answer.body.contains("err-too-large"), "{}", answer.body);
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let product = Product::new().await;
    for (name, value) in [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site")] {
        let mut request = form(FORM, "");
        request.headers_mut().insert(name, value.parse().unwrap());
        let answer = product.send(request).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(answer.body.contains("another site’s page"), "{}", answer.body);
    }
    let mut request = form(FORM, "");
    request.headers_mut().remove("origin");
    assert_eq!(product.send(request).await.status, StatusCode::FORBIDDEN, "says nothing");
}

#[tokio::test]
async fn the_language_is_chosen_by_setting_then_cookie_then_browser() {
    let product = Product::new().await;
    let ask = |cookies: &str, accepted: &str| {
        let request = get(PUBLIC).header(COOKIE, cookies).header("accept-language", accepted);
        request.body(Body::empty()).unwrap()
    };
    for (cookies, accepted, language) in [
        ("", "", "en"),
        ("", "de", "en"),
        ("", "fr-CA, en;q=0.5", "fr"),
        ("lang=zh-CN", "fr", "zh-CN"),
        ("lang=klingon", "fr", "fr"),
    ] {
        let answer = product.send(ask(cookies, accepted)).await;
        let html = format!("<html lang=\"{language}\"");
        assert!(answer.body.contains(&html), "{cookies} {accepted}: {}", answer.body);
        let vary = answer.headers.get_all("vary").iter();
        let vary: Vec<_> = vary.map(|value| value.to_str().unwrap().to_lowercase()).collect();
        assert!(vary.iter().any(|vary| vary.contains("accept-language")), "{vary:?}");
        assert!(vary.iter().any(|vary| vary.contains("cookie")), "{vary:?}");
    }
}

#[tokio::test]
async fn strangers_sign_in_first_and_come_back() {
    let product = Product::new().await;
    for (path, location) in [
        ("/catalog?q=a", "/sign-in?return=/catalog%3Fq%3Da"),
        ("/account", "/sign-in?return=/account"),
        ("/admin/account", "/admin/sign-in?return=/admin/account"),
        ("/operator/account", "/operator/sign-in?return=/operator/account"),
        ("/operator", "/operator/sign-in?return=/operator"),
    ] {
        let answer = product.page(path, "en").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, location), "{path}");
    }
    for path in ["/", "/sign-in", "/admin/sign-in", "/operator/sign-in"] {
        assert_eq!(product.page(path, "en").await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn whoever_is_in_gets_the_page_and_nobody_keeps_it() {
    let product = Product::new().await;
    let person = product.world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = product.world.signed_in(&person).await;

    let answer = product.page_of(&token, "/account").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    let again = product.page_of(&token, "/sign-in").await;
    assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, "/"));
    // The session counts on its own surface only.
    let elsewhere = product.page_of(&token, "/admin/account").await;
    assert_eq!(elsewhere.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_temporary_password_leads_to_its_page() {
    let product = Product::new().await;
    let newcomer = product.world.newcomer(1, "neu@partner1", ()).await;
    let signed_in = product.world.sign_in(&newcomer, &newcomer.password).await.unwrap();
    let answer = product.page_of(&signed_in.token, "/catalog").await;
    assert_eq!(answer.location(), "/sign-in/password?return=/catalog");
    let answer = product.page_of(&signed_in.token, "/sign-in/password").await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_tells_browsers_what_not_to_do() {
    let product = Product::new().await;
    for path in [PUBLIC, "/no/such/page", "/favicon.svg", "/healthz"] {
        let answer = product.page(path, "en").await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
        assert_eq!(answer.header("ms-correlationid").len(), 36, "{path}");
    }
}

#[tokio::test]
async fn scripts_of_a_page_carry_its_own_nonce() {
    let product = Product::new().await;
    let nonce = |policy: &str| {
        let (_, rest) = policy.split_once("'nonce-").expect("there is a nonce");
        rest.split_once('\'').unwrap().0.to_owned()
    };
    let one = product.page(PUBLIC, "en").await;
    let other = product.page(PUBLIC, "en").await;
    let [first, second] =
        [&one, &other].map(|answer| nonce(answer.header("content-security-policy")));
    assert_ne!(first, second);
    assert!(one.body.contains(&format!("nonce=\"{first}\"")), "{}", one.body);
    for script in one.body.split("<script").skip(1) {
        let data = script.contains("type=\"application/json\"");
        assert!(data || script.contains(&format!("nonce=\"{first}\"")), "{script}");
    }
}

#[tokio::test]
async fn the_pages_on_the_way_in_carry_their_style_sheet() {
    let product = Product::new().await;
    let sheet = format!("rel=\"stylesheet\" href=\"/pkg/{HASH}/main.css\"");
    let entry = product.page(PUBLIC, "en").await;
    let policy = entry.header("content-security-policy");
    let (_, nonce) = policy.split_once("style-src 'self' 'nonce-").expect("styles have a nonce");
    let (nonce, _) = nonce.split_once('\'').unwrap();
    let style = format!("<style nonce=\"{nonce}\">body{{}}</style>");
    assert!(entry.body.contains(&style), "{}", entry.body);
    assert!(entry.body.contains("rel=\"prefetch\""), "{}", entry.body);
    assert!(!entry.body.contains(&sheet), "{}", entry.body);
    let other = product.page("/", "en").await;
    assert!(other.body.contains(&sheet) && !other.body.contains("<style"), "{}", other.body);
}

#[tokio::test]
async fn behind_tls_cookies_and_browsers_insist_on_it() {
    let world = World::new().await;
    let person = world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&person).await;
    let environment = [("PORTAL_PUBLIC_URL", "https://partner.example.cn")];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let product = Product::with(world, server::config::Config::read(environment).unwrap());

    let answer = product.page_of(&token, "/account").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "a cookie from a plain connection is none");
    assert!(answer.header("strict-transport-security").starts_with("max-age="));
    let request = get("/account").header(COOKIE, format!("__Host-{}", cookie(&token)));
    let answer = product.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn files_of_the_build_are_kept_for_ever() {
    let product = Product::new().await;
    let path = format!("/pkg/{HASH}/main.css");
    for (encoding, sent, body) in
        [("br, gzip", "br", "brotli"), ("gzip", "gzip", "gzip"), ("", "", "body{}")]
    {
        let request = Request::get(&path).header(ACCEPT_ENCODING, encoding);
        let answer = product.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-encoding"), sent);
        assert_eq!(answer.body, body);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-type"), "text/css");
        let tag = answer.header("etag").to_owned();
        assert!(!tag.is_empty(), "{:?}", answer.headers);
        let request = Request::get(&path).header(ACCEPT_ENCODING, encoding);
        let request = request.header(IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
        assert_eq!(product.send(request).await.status, StatusCode::NOT_MODIFIED);
    }
    let wasm = product.page(&format!("/pkg/{HASH}/partner-center.wasm"), "en").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn other_files_are_asked_for_again() {
    let product = Product::new().await;
    let answer = product.page("/favicon.svg", "en").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert_eq!(answer.header("cache-control"), "public, no-cache");
    assert!(!answer.header("etag").is_empty() && !answer.header("last-modified").is_empty());
    for secret in ["/build.json", "/pkg", "/pkg/", "/pkg/../build.json", "/%2e%2e/build.json"] {
        let request = Request::get(secret).header(HOST, "portal").body(Body::empty()).unwrap();
        let answer = product.send(request).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{secret}");
    }
    let old = product.page("/pkg/fedcba9876543210/main.css", "en").await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn pages_travel_compressed() {
    let product = Product::new().await;
    for encoding in ["br", "gzip"] {
        let request = get(PUBLIC).header(ACCEPT_ENCODING, encoding).body(Body::empty()).unwrap();
        assert_eq!(product.send(request).await.header("content-encoding"), encoding);
    }
}

#[tokio::test]
async fn a_request_keeps_the_correlation_it_came_with() {
    let product = Product::new().await;
    let id = "0a9b8c7d-6e5f-4d3c-8b2a-190807060504";
    let request = get("/healthz").header("MS-CorrelationId", id).body(Body::empty()).unwrap();
    assert_eq!(product.send(request).await.header("ms-correlationid"), id);
    let request = get("/healthz").header("MS-CorrelationId", "x\"y").body(Body::empty()).unwrap();
    assert_ne!(product.send(request).await.header("ms-correlationid"), "x\"y");
}

#[tokio::test]
async fn only_a_sandbox_has_its_addresses_and_says_so() {
    let find = |product: Product| async move {
        let request = get("/rpc/sandbox/find").header(ACCEPT, "application/json");
        product.send(request.body(Body::empty()).unwrap()).await.status
    };
    assert_eq!(find(Product::new().await).await, StatusCode::NOT_FOUND);
    assert_eq!(find(Product::sandbox().await).await, StatusCode::UNAUTHORIZED);
    let page = Product::sandbox().await.page(PUBLIC, "en").await;
    assert!(page.body.contains("Jun 10, 2019"), "{}", page.body);
}
