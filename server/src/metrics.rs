//! Figures for Prometheus: requests, durations, connections, jobs.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{
    Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder,
};
use services::{System, jobs};

/// Upper bounds of the durations that are counted together, in seconds.
const BUCKETS: [f64; 11] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 2.0, 10.0];

const REQUESTS: &str = "http_requests_total";
const DURATION: &str = "http_request_duration_seconds";
const CONNECTIONS: &str = "database_connections";
const JOB_LAG: &str = "job_lag_seconds";

/// The figures of one running portal.
#[derive(Clone)]
pub struct Metrics {
    recorder: Arc<PrometheusRecorder>,
    handle: PrometheusHandle,
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Metrics {
    /// All at zero.
    #[must_use]
    pub fn new() -> Self {
        let builder = PrometheusBuilder::new();
        let recorder = builder
            .set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &BUCKETS)
            .unwrap_or_default()
            .build_recorder();
        let handle = recorder.handle();
        let metrics = Self { recorder: Arc::new(recorder), handle };
        metrics.record(|| {
            describe_counter!(REQUESTS, "Answered requests by route, method and status.");
            describe_histogram!(DURATION, "Seconds until the answer began, by route and method.");
            describe_gauge!(CONNECTIONS, "Connections to the database: open, and idle among them.");
            describe_gauge!(JOB_LAG, "Seconds that the job most behind has been waiting.");
        });
        metrics
    }

    fn record(&self, record: impl FnOnce()) {
        metrics::with_local_recorder(&*self.recorder, record);
    }

    /// Counts an answered request. Unknown addresses share the empty route.
    pub(crate) fn request(
        &self,
        method: &Method,
        route: &str,
        status: StatusCode,
        duration: Duration,
    ) {
        let labels = [("method", method.as_str().to_owned()), ("route", route.to_owned())];
        self.record(|| {
            histogram!(DURATION, &labels).record(duration);
            let status = status.as_str().to_owned();
            let [method, route] = labels.clone();
            counter!(REQUESTS, &[method, route, ("status", status)]).increment(1);
        });
    }

    /// Everything as Prometheus reads it, with the state of `system` at this moment.
    pub(crate) async fn render(&self, system: &System) -> String {
        let pool = system.pool();
        // Without the database there is no lag to tell; the rest still counts.
        let lag = jobs::job_lag(system).await.ok().and_then(|lag| lag.to_std().ok());
        self.record(|| {
            gauge!(CONNECTIONS, "state" => "open").set(pool.open);
            gauge!(CONNECTIONS, "state" => "idle").set(pool.idle);
            if let Some(lag) = lag {
                gauge!(JOB_LAG).set(lag.as_secs_f64());
            }
        });
        self.handle.render()
    }

    /// Puts the durations since the last call into their buckets; to be called now and then.
    pub(crate) fn tidy(&self) {
        self.handle.run_upkeep();
    }
}
