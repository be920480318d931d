//! Downloads.

mod support;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::COOKIE;
use domain::access::AgentRole;
use support::{Product, cookie, get};

#[tokio::test]
async fn the_activity_log_comes_as_csv() {
    let product = Product::new().await;
    let person = product.world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = product.world.signed_in(&person).await;

    let answer = product.page_of(&token, "/files/activity.csv").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"activity-2019-06-10.csv\""
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    let mut lines = answer.body.split("\r\n");
    assert_eq!(
        lines.next(),
        Some("\u{feff}Number,Time,Person id,Person,Kind,Subject,Customer id,Before,After")
    );
    let first = lines.next().unwrap();
    assert!(first.contains(",2019-06-10T09:00:00+08:00,"), "{first}");
    assert!(first.contains(",signed-in,"), "{first}");
}

#[tokio::test]
async fn the_filter_of_the_page_counts() {
    let product = Product::new().await;
    let person = product.world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = product.world.signed_in(&person).await;
    for (query, status, rows) in [
        ("", StatusCode::OK, 1),
        ("?first=&last=&actor=&kind=", StatusCode::OK, 1),
        ("?kind=signed-in", StatusCode::OK, 1),
        ("?kind=none", StatusCode::OK, 0),
        ("?first=2019-06-10&last=2019-06-10", StatusCode::OK, 1),
        ("?last=2019-06-09", StatusCode::OK, 0),
        ("?first=yesterday", StatusCode::BAD_REQUEST, 0),
        ("?actor=me", StatusCode::BAD_REQUEST, 0),
    ] {
        let answer = product.page_of(&token, &format!("/files/activity.csv{query}")).await;
        assert_eq!(answer.status, status, "{query}");
        if status == StatusCode::OK {
            assert_eq!(answer.body.split("\r\n").count(), rows + 2, "{query}: {}", answer.body);
        }
    }
}

#[tokio::test]
async fn the_activity_log_comes_as_a_workbook() {
    let product = Product::new().await;
    let person = product.world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = product.world.signed_in(&person).await;
    let request = get("/files/activity.xlsx").header(COOKIE, cookie(&token));
    let request = request.header("accept-encoding", "br, gzip").body(Body::empty()).unwrap();
    let answer = product.send(request).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-encoding"), "", "a workbook is compressed already");
    assert!(answer.header("content-disposition").ends_with(".xlsx\""));
    assert!(answer.body.starts_with("PK"));
}

#[tokio::test]
async fn files_are_for_those_who_may_see_what_is_in_them() {
    let product = Product::new().await;
    let nobody = product.world.person(1, "zhao@partner1", ()).await;
    let (_, token) = product.world.signed_in(&nobody).await;
    for path in ["/files/activity.csv", "/files/activity.xlsx"] {
        assert_eq!(product.page(path, "en").await.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(product.page_of(&token, path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn the_history_of_an_example_is_one_that_the_replay_reads() {
    let product = Product::new().await;
    let person = product.world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = product.world.signed_in(&person).await;
    let answer = product.page_of(&token, "/files/billing/examples/cs04.json").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"cs04.json\"");
    let invoices = domain::billing::replay(&answer.body).expect("a history");
    assert!(invoices.contains("\"total\": \"106.06\""), "{invoices}");
    for unknown in ["cs16.json", "cs04", "cs04.txt"] {
        let answer = product.page_of(&token, &format!("/files/billing/examples/{unknown}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

#[tokio::test]
async fn exposure_comes_as_csv() {
    let product = Product::new().await;
    product.world.bill(1).await;
    let person = product.world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = product.world.signed_in(&person).await;
    let answer = product.page_of(&token, "/files/billing/exposure.csv").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let header = "\u{feff}Customer ID,Customer,Committed,Unbilled,Unpaid,Overdue,Exposure,Credit \
                  limit,Over limit\r\n";
    assert_eq!(answer.body, header);
}
