//! The log: one line a request, and what goes wrong.
//!
//! Never in it: passwords, keys, cookies, names, addresses of people, bodies, and what stands
//! behind the `?` of an address.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use domain::ids::UserId;
use tracing::Subscriber;
use tracing_subscriber::filter::ParseError;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{EnvFilter, Layer, Registry, fmt};
use uuid::Uuid;

use crate::config::LogFormat;

/// What writes the log in `format` to `writer`, as far as `filter` lets it through.
///
/// # Errors
///
/// If `filter` cannot be read.
pub fn subscriber<W>(
    format: LogFormat,
    filter: &str,
    writer: W,
) -> Result<impl Subscriber + Send + Sync, ParseError>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let filter = EnvFilter::builder().parse(filter)?;
    let lines = fmt::layer().with_writer(writer);
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match format {
        LogFormat::Text => Box::new(lines.with_ansi(false)),
        LogFormat::Json => Box::new(lines.json().flatten_event(true).with_span_list(false)),
    };
    Ok(Registry::default().with(lines.with_filter(filter)))
}

/// A request that has been answered.
pub(crate) struct Answered<'a> {
    pub method: &'a Method,
    /// The pattern of the address, without ids; empty for an unknown address.
    pub route: &'a str,
    pub status: StatusCode,
    pub duration: Duration,
    pub correlation: Uuid,
    pub actor: Option<UserId>,
}

impl Answered<'_> {
    /// Writes the request's line.
    pub fn log(&self) {
        let Self { method, route, status, duration, correlation, actor } = self;
        let status = status.as_u16();
        #[expect(clippy::float_arithmetic, reason = "a duration in the log, exact to nothing")]
        let duration_ms = duration.as_secs_f64() * 1000.0;
        let actor = actor.map(tracing::field::display);
        tracing::info!(
            target: "request",
            %method,
            route,
            status,
            duration_ms,
            correlation.id = %correlation,
            actor.id = actor,
            "{method} {route} answered {status}"
        );
    }
}
