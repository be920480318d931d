//! What holds at every moment, and what the database says to it.

use std::sync::Arc;

use domain::time::Instant;
use services::jobs::Sandbox;
use services::{RandomIds, System, SystemClock, activity};
use storage::Store;
use testkit::ask;

/// What holds for the number `broken` of what breaks `rule`.
pub type Rule = (&'static str, &'static str);

/// What a query answers with.
pub async fn answer(store: &Store, query: &str) -> i64 {
    ask(&mut store.read().await.expect("the database reads"), query).await
}

pub async fn count(store: &Store, table: &str) -> i64 {
    answer(store, &format!("SELECT COUNT(*) FROM {table}")).await
}

/// Every one of `rules`, and the chain of the log.
pub async fn hold(store: &Store, rules: &[Rule]) {
    for (rule, broken) in rules {
        assert_eq!(answer(store, broken).await, 0, "{rule}");
    }
    let verified = activity::verify(store).await.expect("the log can be read");
    assert!(verified.broken.is_empty(), "the chain is broken: {:?}", verified.broken);
}

/// The product on `store` as the program runs it.
pub fn system(store: &Store) -> (System, Arc<SystemClock>) {
    let clock = Arc::new(SystemClock::default());
    (System::new(store.clone(), clock.clone(), Arc::new(RandomIds), testkit::policy()), clock)
}

/// Lets the program's business begin at `morning`.
pub async fn begin(store: &Store, morning: Instant) {
    let (system, clock) = system(store);
    Sandbox::new(clock).begin(&system, morning).await.expect("the clock is set");
}
