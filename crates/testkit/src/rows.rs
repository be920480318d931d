//! Rows as no use case writes them yet.

use domain::ids::{CustomerId, UserId};
use domain::time::Instant;
use sqlx::{AssertSqlSafe, query};
use storage::Tx;
use uuid::Uuid;

/// Keeps `user` from signing in.
///
/// # Panics
///
/// If there is no such person.
pub async fn disable(tx: &mut Tx, user: UserId) {
    const SQL: &str = "UPDATE users SET status = 'disabled' WHERE id = $1";
    let user = Uuid::from(user);
    let rows = match tx {
        Tx::Sqlite(tx) => query(SQL).bind(user).execute(&mut **tx).await.map(|d| d.rows_affected()),
        Tx::Postgres(tx) => {
            query(SQL).bind(user).execute(&mut **tx).await.map(|d| d.rows_affected())
        }
    };
    assert_eq!(rows.expect("the database writes"), 1, "there is such a person");
}

/// Gives `user` of `customer` a licence of `sku`, if one is left; whether one was.
///
/// # Panics
///
/// If the database does not write.
pub async fn assign(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    sku: Uuid,
    at: Instant,
) -> bool {
    const TAKE: &str = "
        UPDATE licence_pools SET assigned = assigned + 1
        WHERE customer_id = $1 AND sku_id = $2 AND assigned < valid";
    const ASSIGN: &str = "
        INSERT INTO licence_assignments (customer_id, user_id, sku_id, disabled_plans, assigned_at)
        VALUES ($1, $2, $3, 'MCOSTANDARD', $4)";
    let (customer, user) = (Uuid::from(customer), Uuid::from(user));
    macro_rules! give {
        ($tx:expr) => {{
            let taken = query(TAKE).bind(customer).bind(sku).execute(&mut **$tx).await;
            if taken.expect("the pool can be changed").rows_affected() == 0 {
                return false;
            }
            let given = query(ASSIGN).bind(customer).bind(user).bind(sku).bind(at);
            given.execute(&mut **$tx).await.expect("the licence is new");
        }};
    }
    match tx {
        Tx::Sqlite(tx) => give!(tx),
        Tx::Postgres(tx) => give!(tx),
    }
    true
}

/// The addresses of the mails of `kind`, in the order in which they were written.
///
/// # Panics
///
/// If the database does not answer.
pub async fn mails(tx: &mut Tx, kind: &str) -> Vec<String> {
    const SQL: &str = "SELECT address FROM outbox WHERE kind = $1 ORDER BY created_at, id";
    let found = match tx {
        Tx::Sqlite(tx) => sqlx::query_scalar(SQL).bind(kind).fetch_all(&mut **tx).await,
        Tx::Postgres(tx) => sqlx::query_scalar(SQL).bind(kind).fetch_all(&mut **tx).await,
    };
    found.expect("the mails can be read")
}

/// Runs a statement that a test has written.
///
/// # Errors
///
/// What the database says against it.
pub async fn run_sql(tx: &mut Tx, statement: &str) -> Result<(), String> {
    let statement = AssertSqlSafe(statement.to_owned());
    match tx {
        Tx::Sqlite(tx) => query(statement).execute(&mut **tx).await.map(|_| ()),
        Tx::Postgres(tx) => query(statement).execute(&mut **tx).await.map(|_| ()),
    }
    .map_err(|error| error.to_string())
}

/// Every text of every table, in a database in memory; bytes are written as text where they are.
///
/// # Panics
///
/// On another database.
pub(crate) async fn dump(tx: &mut Tx) -> String {
    const TABLES: &str = "
        SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'";
    let Tx::Sqlite(tx) = tx else { panic!("only SQLite says what it holds in one statement") };
    let columns: Vec<(String, String)> =
        sqlx::query_as(TABLES).fetch_all(&mut **tx).await.expect("the tables can be listed");
    let mut dump = String::new();
    for (table, column) in columns {
        let sql = format!("SELECT CAST(COALESCE({column}, '') AS BLOB) FROM {table}");
        let cells: Vec<Vec<u8>> = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_all(&mut **tx)
            .await
            .expect("the table can be read");
        for cell in cells {
            dump.push_str(&String::from_utf8_lossy(&cell));
            dump.push('\n');
        }
    }
    dump
}
