//! What machines ask: health, figures; and what happens without a database.

mod support;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use server::config::Config;
use storage::Store;
use support::{PUBLIC, Product, form, get};
use tempfile::TempDir;
use testkit::World;

#[tokio::test]
async fn health_tells_process_and_database_apart() {
    let product = Product::new().await;
    assert_eq!(product.page("/healthz", "en").await.status, StatusCode::OK);
    assert_eq!(product.page("/readyz", "en").await.status, StatusCode::OK);
    product.world.store().close().await;
    assert_eq!(product.page("/healthz", "en").await.status, StatusCode::OK);
    assert_eq!(product.page("/readyz", "en").await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn figures_are_for_the_machine_itself() {
    let product = Product::new().await;
    product.page(PUBLIC, "en").await;
    product.page("/no/such/page", "en").await;
    assert_eq!(product.page("/metrics", "en").await.status, StatusCode::NOT_FOUND);
    let here = get("/metrics").body(Body::empty()).unwrap();
    let answer = product.send_from("127.0.0.1:40000", here).await;
    assert_eq!(answer.status, StatusCode::OK);
    for line in [
        r#"http_requests_total{method="GET",route="/sign-in",status="200"} 1"#,
        r#"http_requests_total{method="GET",route="",status="404"} 1"#,
        r#"http_request_duration_seconds_bucket{method="GET",route="/sign-in",le="+Inf"} 1"#,
        r#"database_connections{state="open"}"#,
        "job_lag_seconds",
    ] {
        assert!(answer.body.contains(line), "{line} in\n{}", answer.body);
    }
    let through = get("/metrics").header("x-forwarded-for", "203.0.113.9");
    let answer = product.send_from("127.0.0.1:40000", through.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "a proxy on this machine is not the machine");
}

#[tokio::test]
async fn figures_are_for_whoever_has_the_token() {
    let set = [("PORTAL_METRICS_TOKEN".to_owned(), "geheim".to_owned())];
    let product = Product::with(World::new().await, Config::read(set).unwrap());
    for (given, status) in [("geheim", StatusCode::OK), ("falsch", StatusCode::NOT_FOUND)] {
        let request = get("/metrics").header(AUTHORIZATION, format!("Bearer {given}"));
        assert_eq!(product.send(request.body(Body::empty()).unwrap()).await.status, status);
    }
    let request = get("/metrics").body(Body::empty()).unwrap();
    let answer = product.send_from("127.0.0.1:40000", request).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_the_database_pages_say_so_and_come_back_with_it() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("portal.db");
    let store = Store::open(&format!("sqlite:{}", file.display()), 1).await.unwrap();
    store.migrate().await.unwrap();
    let product = Product::with(World::on(store.clone()).await, support::config());
    let person = product.world.person(1, "li@partner1", ()).await;
    let (_, token) = product.world.signed_in(&person).await;

    // The only connection for reading is taken, as by somebody who does not let go.
    let held = store.read().await.unwrap();
    let answer = product.page_of(&token, "/account").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("<html lang=\"en\""), "{}", answer.body);
    assert!(answer.body.contains("not available right now"), "{}", answer.body);
    drop(held);

    assert_eq!(product.page_of(&token, "/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_without_the_database_is_no_success() {
    let product = Product::new().await;
    product.world.store().close().await;
    let body = "draft[name]=li%40partner1&draft[password]=x&draft[surface]=partner-center";
    let answer = product.send(form("/rpc/account/sign-in", body)).await;
    let sent_back = answer.status == StatusCode::SEE_OTHER && !answer.location().contains("done=");
    assert!(sent_back || answer.status.is_server_error(), "{}", answer.status);
    assert!(answer.headers.get("set-cookie").is_none());
}
