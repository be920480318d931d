//! What the log must never hold, at whatever level it is written.

mod support;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::StatusCode;
use domain::access::AgentRole;
use server::config::LogFormat;
use server::logs::subscriber;
use support::{Product, form, get};
use tracing_subscriber::fmt::MakeWriter;

/// A log in memory.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

const PASSWORD: &str = "Geheim-Wort7";

#[tokio::test]
async fn signing_in_leaves_no_secret_in_the_log() {
    let lines = Lines::default();
    let log = subscriber(LogFormat::Json, "trace", lines.clone()).unwrap();
    let _log = tracing::subscriber::set_default(log);
    let product = Product::new().await;
    let person = product.world.person(1, "li.na@partner1", AgentRole::AdminAgent).await;

    let fields = |password: &str| {
        format!(
            "draft[surface]=partner-center&draft[name]=li.na%40partner1&draft[password]={password}"
        )
    };
    let refused = product.send(form("/rpc/account/sign-in", &fields(PASSWORD))).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER, "{}", refused.body);
    let admitted = product.send(form("/rpc/account/sign-in", &fields(&person.password))).await;
    let cookie = admitted.header("set-cookie");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let (cookie, _) = cookie.split_once(';').unwrap();
    let (_, token) = cookie.split_once('=').unwrap();
    let answer = product.page_of(token, "/account?kept=geheimnis").await;
    assert_eq!(answer.status, StatusCode::OK);

    let text = lines.text();
    assert!(text.contains(r#""route":"/rpc/account/sign-in""#), "{text}");
    for secret in [PASSWORD, &person.password, token, "li.na", "李", "geheimnis"] {
        assert!(!text.contains(secret), "{secret} in\n{text}");
    }
}

#[tokio::test]
async fn a_request_is_one_line() {
    let lines = Lines::default();
    let log = subscriber(LogFormat::Json, "info", lines.clone()).unwrap();
    let _log = tracing::subscriber::set_default(log);
    let product = Product::new().await;
    let id = "0a9b8c7d-6e5f-4d3c-8b2a-190807060504";
    let request = get("/sign-in?return=/x").header("MS-CorrelationId", id);
    product.send(request.body(Body::empty()).unwrap()).await;

    let text = lines.text();
    let [line] = text.lines().collect::<Vec<_>>()[..] else { panic!("one line:\n{text}") };
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["method"], "GET");
    assert_eq!(line["route"], "/sign-in");
    assert_eq!(line["status"], 200);
    assert_eq!(line["correlation.id"], id);
    assert!(line["duration_ms"].as_f64().is_some());
}
