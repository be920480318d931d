//! What every use case stands on: the database, the clock, new ids, and the house's limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{Duration, SubsecRound, Utc};
use domain::billing::{Dated, Seller, VatRate};
use domain::time::{Day, Instant, business_day};
use storage::Store;
use uuid::Uuid;

use crate::accounts::SealKeys;

/// Time, passed in.
pub trait Clock: Send + Sync {
    /// The moment for business: in a sandbox it can run ahead.
    fn now(&self) -> Instant;

    /// The moment on the wall, for sessions, lock-outs and one-time codes.
    fn wall(&self) -> Instant;
}

/// New ids and secrets, passed in.
pub trait Ids: Send + Sync {
    /// An id that no other has; later ids sort after earlier ones.
    fn next(&self) -> Uuid;

    /// Bytes that nobody can guess.
    fn fill(&self, secret: &mut [u8]);
}

/// The house's limits: values of the domain book that are configuration, not rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// A session ends after this time without a request.
    pub session_idle: Duration,
    /// A session ends after this time at the latest.
    pub session_absolute: Duration,
    /// Failures per account or address before the slow-down begins.
    pub free_failures: u32,
    /// Failures before the account or address is locked for a while.
    pub lock_after: u32,
    /// How long it stays locked.
    pub lock_for: Duration,
    /// Administrators must use a second factor.
    pub second_factor_for_admins: bool,
    /// What authenticators' secrets are sealed with.
    pub seal: SealKeys,
    /// How long a refused form is kept.
    pub keep_forms: Duration,
    /// Memory of the password hash in KiB; tests use little.
    pub password_memory_kib: u32,
    /// The rate of value added tax, and from when on.
    pub vat: Dated<VatRate>,
    /// Whether what meters have counted is billed. Domain book, K1: behind a switch.
    pub bill_usage: bool,
    /// Who bills: what invoices say of the operator.
    pub seller: Seller,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            session_idle: Duration::minutes(60),
            session_absolute: Duration::hours(12),
            free_failures: 3,
            lock_after: 10,
            lock_for: Duration::minutes(15),
            second_factor_for_admins: false,
            seal: SealKeys::default(),
            keep_forms: Duration::minutes(30),
            password_memory_kib: 19 * 1024,
            vat: Dated::always(VatRate::default()),
            bill_usage: false,
            seller: Seller { name: "世纪互联".to_owned(), ..Seller::default() },
        }
    }
}

/// Everything below the use cases; cheap to clone.
#[derive(Clone)]
pub struct System {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn Ids>,
    pub(crate) policy: Arc<Policy>,
}

impl System {
    /// The product on `store`.
    pub fn new(store: Store, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, policy: Policy) -> Self {
        Self { store, clock, ids, policy: Arc::new(policy) }
    }

    /// The business moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The moment on the wall.
    #[must_use]
    pub fn wall(&self) -> Instant {
        self.clock.wall()
    }

    /// The business day.
    #[must_use]
    pub fn today(&self) -> Day {
        business_day(self.now())
    }

    /// A new id.
    #[must_use]
    pub fn next_id(&self) -> Uuid {
        self.ids.next()
    }

    /// The house's limits.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The database's connections, for metrics.
    #[must_use]
    pub fn pool(&self) -> storage::PoolState {
        self.store.pool()
    }

    /// Waits for running statements and closes the database.
    pub async fn close(&self) {
        self.store.close().await;
    }
}

/// The real clock, ahead by what the sandbox was moved.
#[derive(Debug, Default)]
pub struct SystemClock {
    ahead_micros: AtomicI64,
}

impl SystemClock {
    /// Runs ahead of the wall by `ahead` from now on.
    pub fn set_ahead(&self, ahead: Duration) {
        self.ahead_micros.store(ahead.num_microseconds().unwrap_or_default(), Ordering::Relaxed);
    }

    /// How far the clock runs ahead of the wall.
    #[must_use]
    pub fn ahead(&self) -> Duration {
        Duration::microseconds(self.ahead_micros.load(Ordering::Relaxed))
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        self.wall() + self.ahead()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the real clock")]
    fn wall(&self) -> Instant {
        Utc::now().trunc_subsecs(6)
    }
}

/// Ids sorted by time, secrets from the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn fill(&self, secret: &mut [u8]) {
        rand::fill(secret);
    }
}
