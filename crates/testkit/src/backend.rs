//! The same test on every database.

use std::collections::hash_map::DefaultHasher;
use std::future::Future;
use std::hash::{Hash, Hasher};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, query, query_scalar};
use storage::Store;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Where the PostgreSQL of the tests is: a user who may create databases.
const VARIABLE: &str = "TEST_DATABASE_URL";

/// Names the lock under which one process makes the template and the others wait.
const TEMPLATE_LOCK: i64 = 0x7061_7274_6e65_7231;

/// Runs each named `async fn(Store)` on SQLite in memory and, where `TEST_DATABASE_URL` says
/// where one is, on PostgreSQL in a database of its own.
///
/// ```ignore
/// testkit::on_each_backend! {
///     found_by_its_own_partner_only
///     the_second_of_two_edits_is_stale
/// }
/// ```
#[macro_export]
macro_rules! on_each_backend {
    ($($test:ident)+) => {
        $(
            mod $test {
                #[test]
                fn on_sqlite() {
                    $crate::on_sqlite(super::$test);
                }

                #[test]
                fn on_postgres() {
                    $crate::on_postgres(super::$test);
                }
            }
        )+
    };
}

/// Runs each named `async fn(String)` with the address of an empty product's database: a file of
/// SQLite and, where `TEST_DATABASE_URL` says where one is, PostgreSQL. The test opens it as often
/// as it likes, and its futures run on several threads: for what happens at the same time.
///
/// ```ignore
/// testkit::at_each_address! {
///     of_two_servers_one_does_it
/// }
/// ```
#[macro_export]
macro_rules! at_each_address {
    ($($test:ident)+) => {
        $(
            mod $test {
                #[test]
                fn on_a_sqlite_file() {
                    $crate::at_a_file(super::$test);
                }

                #[test]
                fn on_postgres() {
                    $crate::at_postgres(super::$test);
                }
            }
        )+
    };
}

/// An empty product's database in memory.
///
/// # Panics
///
/// If the migrations do not run.
pub async fn memory() -> Store {
    let store = Store::open("sqlite::memory:", 1).await.expect("memory opens");
    store.migrate().await.expect("the migrations run on SQLite");
    store
}

/// Runs `test` on SQLite in memory.
pub fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(Store) -> F) {
    runtime().block_on(async { test(memory().await).await });
}

/// Runs `test` on PostgreSQL, in a database that is dropped afterwards; says so if there is none.
///
/// # Panics
///
/// If the PostgreSQL that the environment names does not answer.
pub fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(Store) -> F) {
    with_postgres(runtime(), async |url: String| {
        let store = Store::open(&url, 5).await.expect("the new database opens");
        test(store.clone()).await;
        store.close().await;
    });
}

/// Runs `test` with the address of an empty product's database in a file, which is removed
/// afterwards.
///
/// # Panics
///
/// If the file cannot be written.
pub fn at_a_file<F: Future<Output = ()>>(test: impl FnOnce(String) -> F) {
    let folder = TempDir::new().expect("there is room for a folder");
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    threads().block_on(async {
        let store = Store::open(&url, 1).await.expect("the file opens");
        store.migrate().await.expect("the migrations run on SQLite");
        store.close().await;
        test(url).await;
    });
}

/// Runs `test` with the address of an empty product's database on PostgreSQL, which is dropped
/// afterwards; says so if there is none.
///
/// # Panics
///
/// If the PostgreSQL that the environment names does not answer.
pub fn at_postgres<F: Future<Output = ()>>(test: impl FnOnce(String) -> F) {
    with_postgres(threads(), async |url| test(url).await);
}

/// Runs `test` with the address of a new database on PostgreSQL.
fn with_postgres(runtime: Runtime, test: impl AsyncFnOnce(String)) {
    let Ok(server) = env::var(VARIABLE) else {
        say_skipped();
        return;
    };
    let name = runtime.block_on(create(&server));
    let url = with_database(&server, &name);
    let result = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(url))));
    runtime.block_on(drop_database(&server, &name));
    if let Err(panic) = result {
        resume_unwind(panic);
    }
}

/// Some threads, so that futures run at the same time.
fn threads() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(4).enable_all().build().expect("threads run futures")
}

fn runtime() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().expect("a thread runs futures")
}

/// Not by `eprintln!`, which shows only when a test fails.
fn say_skipped() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let said = writeln!(std::io::stderr(), "SKIPPED on PostgreSQL: {VARIABLE} is not set");
        said.expect("the terminal takes a line");
    });
}

/// `server` with another database.
fn with_database(server: &str, name: &str) -> String {
    let (place, options) = server.split_once('?').map_or((server, None), |(p, o)| (p, Some(o)));
    let authority = place.find("://").map_or(0, |at| at + 3);
    let end = place[authority..].find('/').map_or(place.len(), |at| authority + at);
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    format!("{}/{name}{options}", &place[..end])
}

/// Makes a database with the schema of today; its name.
async fn create(server: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let template = format!("testkit_{:016x}", schema_hash());
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("test_{}_{number}", process::id());

    let mut admin = PgConnection::connect(server).await.expect("PostgreSQL answers");
    make_template(&mut admin, server, &template).await;
    // A test that was killed may have left one behind, and the system counts processes anew.
    run(&mut admin, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    run(&mut admin, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    admin.close().await.expect("the connection closes");
    name
}

async fn drop_database(server: &str, name: &str) {
    let mut admin = PgConnection::connect(server).await.expect("PostgreSQL answers");
    run(&mut admin, format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

/// Makes `template` unless another test or process has: migrations take longer than a copy.
async fn make_template(admin: &mut PgConnection, server: &str, template: &str) {
    const KNOWN: &str = "SELECT COUNT(*) FROM pg_database WHERE datname = $1";
    let lock = query("SELECT pg_advisory_lock($1)").bind(TEMPLATE_LOCK).execute(&mut *admin).await;
    lock.expect("the lock is free in the end");
    let known: i64 = query_scalar(KNOWN)
        .bind(template)
        .fetch_one(&mut *admin)
        .await
        .expect("the list of databases can be read");
    if known == 0 {
        // Only a finished one gets the name.
        let unfinished = format!("{template}_unfinished");
        run(admin, format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")).await;
        run(admin, format!("CREATE DATABASE {unfinished}")).await;
        let url = with_database(server, &unfinished);
        let store = Store::open(&url, 1).await.expect("the new database opens");
        store.migrate().await.expect("the migrations run on PostgreSQL");
        store.close().await;
        run(admin, format!("ALTER DATABASE {unfinished} RENAME TO {template}")).await;
    }
    let lock =
        query("SELECT pg_advisory_unlock($1)").bind(TEMPLATE_LOCK).execute(&mut *admin).await;
    lock.expect("the lock is ours");
}

/// Runs a statement whose names are made here, not typed by anybody.
async fn run(admin: &mut PgConnection, statement: String) {
    let what = statement.clone();
    let done = query(AssertSqlSafe(statement)).execute(admin).await;
    done.unwrap_or_else(|error| panic!("{what}: {error}"));
}

/// Changes with the migrations, so that a template of yesterday's schema is not taken for today's.
fn schema_hash() -> u64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../storage/migrations/postgres");
    let files = fs::read_dir(folder).expect("the migrations are beside");
    let mut paths: Vec<_> = files.map(|file| file.expect("it can be read").path()).collect();
    paths.sort();
    let mut hasher = DefaultHasher::new();
    for path in paths {
        path.file_name().hash(&mut hasher);
        fs::read(&path).expect("it can be read").hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_database_changes_in_the_address() {
        for (server, expected) in [
            ("postgres://u:p@localhost:5433/postgres", "postgres://u:p@localhost:5433/test_1"),
            ("postgres://localhost", "postgres://localhost/test_1"),
            ("postgres:///postgres?host=/tmp/s", "postgres:///test_1?host=/tmp/s"),
            (
                "postgres://localhost/a?sslmode=disable",
                "postgres://localhost/test_1?sslmode=disable",
            ),
        ] {
            assert_eq!(with_database(server, "test_1"), expected);
        }
    }
}
