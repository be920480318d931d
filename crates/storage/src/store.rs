//! Connections and transactions of both databases.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use crate::error::{Error, Result};

/// How long a request waits for a connection before it is told to come back later.
const PATIENCE: Duration = Duration::from_secs(5);

/// The same where all requests share one connection: it is waited for, however slow the machine.
const PATIENCE_IN_MEMORY: Duration = Duration::from_mins(1);

/// Rows that the thread of a connection may read ahead of their reader: with few, both wait for each
/// other all the time.
const ROWS_AHEAD: usize = 1_000;

/// Runs `$body` with `$connection` bound to the connection that `$tx` holds.
///
/// The body is compiled once a backend, each time with that driver's own types,
/// so it must be valid SQL and valid Rust for both.
macro_rules! on_backend {
    ($tx:expr, |$connection:ident| $body:expr) => {
        match $tx {
            $crate::Tx::Sqlite(tx) => {
                let $connection = &mut **tx;
                $body
            }
            $crate::Tx::Postgres(tx) => {
                let $connection = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on_backend;

/// Declares `$name`, read from rows of both drivers, with its fields in the order of the columns: to
/// find each by its name takes time that counts where there are millions of rows.
macro_rules! by_place {
    (struct $name:ident { $($field:ident: $kind:ty),+ $(,)? }) => {
        struct $name { $($field: $kind),+ }
        by_place!(sqlx::sqlite::SqliteRow => $name { $($field),+ });
        by_place!(sqlx::postgres::PgRow => $name { $($field),+ });
    };
    ($row:ty => $name:ident { $($field:ident),+ }) => {
        impl sqlx::FromRow<'_, $row> for $name {
            fn from_row(row: &$row) -> sqlx::Result<Self> {
                let [$($field),+] = std::array::from_fn(|place| place);
                Ok(Self { $($field: sqlx::Row::try_get(row, $field)?),+ })
            }
        }
    };
}
pub(crate) use by_place;

/// The database.
#[derive(Clone, Debug)]
pub struct Store {
    pools: Pools,
}

#[derive(Clone, Debug)]
enum Pools {
    /// One writing connection, so that writers queue fairly instead of polling a lock.
    Sqlite {
        reads: SqlitePool,
        writes: SqlitePool,
    },
    Postgres(PgPool),
}

/// Which database is behind a [`Store`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Built in.
    Sqlite,
    /// Of its own.
    Postgres,
}

/// How busy the connections are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolState {
    /// Open connections.
    pub open: u32,
    /// Of these, those that wait for work.
    pub idle: u32,
}

/// One transaction; dropped without [`Tx::commit`], it never happened.
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

impl Store {
    /// The database at `url`: `sqlite:path`, `sqlite::memory:` or `postgres://…`.
    ///
    /// A missing SQLite file is created; the schema is left as it is (see [`Store::migrate`]).
    ///
    /// # Errors
    ///
    /// [`Error::Address`], or [`Error::Unavailable`] if nothing answers there.
    pub async fn open(url: &str, connections: u32) -> Result<Self> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url).map_err(|_| Error::Address)?;
            let pool = PgPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(PATIENCE)
                .connect_with(options)
                .await?;
            return Ok(Self { pools: Pools::Postgres(pool) });
        }
        let options = SqliteConnectOptions::from_str(url)
            .map_err(|_| Error::Address)?
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .row_buffer_size(ROWS_AHEAD)
            .busy_timeout(PATIENCE);
        if url.contains(":memory:") {
            // Each connection to memory is a database of its own: one must serve for all.
            let pool = Self::sqlite_pool(1)
                .min_connections(1)
                .acquire_timeout(PATIENCE_IN_MEMORY)
                .connect_with(options)
                .await?;
            return Ok(Self { pools: Pools::Sqlite { reads: pool.clone(), writes: pool } });
        }
        let writes = Self::sqlite_pool(1).connect_with(options.clone()).await?;
        let reads = Self::sqlite_pool(connections).connect_with(options.read_only(true)).await?;
        Ok(Self { pools: Pools::Sqlite { reads, writes } })
    }

    fn sqlite_pool(connections: u32) -> SqlitePoolOptions {
        SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .idle_timeout(None)
            .max_lifetime(None)
    }

    /// Brings the schema up to date; safe to call at every start.
    ///
    /// # Errors
    ///
    /// [`Error::Migration`]; the schema is then as it was.
    pub async fn migrate(&self) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { writes, .. } => {
                sqlx::migrate!("migrations/sqlite").run(writes).await?;
            }
            Pools::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await?,
        }
        Ok(())
    }

    /// How many migrations are known and how many of them the database has.
    ///
    /// # Errors
    ///
    /// If the database does not answer.
    pub async fn migrations(&self) -> Result<(usize, usize)> {
        const SQL: &str = "SELECT COUNT(*) FROM _sqlx_migrations WHERE success";
        let known = sqlx::migrate!("migrations/sqlite").iter().count();
        let mut tx = self.read().await?;
        let counted: sqlx::Result<i64> = on_backend!(&mut tx, |connection| {
            sqlx::query_scalar(SQL).fetch_one(connection).await
        });
        // No table of migrations yet is an empty database, not a broken one.
        let applied = match counted.map_err(Error::from) {
            Ok(count) => count,
            Err(Error::Driver(_)) => 0,
            Err(error) => return Err(error),
        };
        Ok((known, usize::try_from(applied).unwrap_or_default()))
    }

    /// A transaction that only reads, all at one moment.
    ///
    /// # Errors
    ///
    /// [`Error::Unavailable`] if no connection is free in time.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match &self.pools {
            Pools::Sqlite { reads, .. } => Tx::Sqlite(reads.begin().await?),
            Pools::Postgres(pool) => Tx::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        })
    }

    /// A transaction that may write.
    ///
    /// # Errors
    ///
    /// [`Error::Unavailable`] if no connection is free in time.
    pub async fn write(&self) -> Result<Tx> {
        Ok(match &self.pools {
            // Takes the write lock now, not at the first UPDATE, where waiting for it could deadlock.
            Pools::Sqlite { writes, .. } => Tx::Sqlite(writes.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Which database this is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.pools {
            Pools::Sqlite { .. } => Dialect::Sqlite,
            Pools::Postgres(_) => Dialect::Postgres,
        }
    }

    /// How busy the reading connections are.
    #[must_use]
    pub fn pool(&self) -> PoolState {
        let (open, idle) = match &self.pools {
            Pools::Sqlite { reads, .. } => (reads.size(), reads.num_idle()),
            Pools::Postgres(pool) => (pool.size(), pool.num_idle()),
        };
        PoolState { open, idle: u32::try_from(idle).unwrap_or(u32::MAX) }
    }

    /// Waits for running statements and closes all connections.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { reads, writes } => {
                reads.close().await;
                writes.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything done in this transaction last.
    ///
    /// # Errors
    ///
    /// If the database refuses; then nothing has happened.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}
