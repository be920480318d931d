//! Rows as no use case writes them yet.

use domain::ids::UserId;
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
