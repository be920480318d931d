//! What a use case has written, and the same written by hand.

use std::collections::BTreeMap;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Column, Row as _, SqliteConnection, TypeInfo as _, ValueRef as _};
use sqlx::{Connection as _, query, query_scalar};

/// A value as it is stored.
enum Cell {
    Null,
    Integer(i64),
    Text(String),
    Blob(Vec<u8>),
}

/// New rows of one table.
pub struct Written {
    insert: String,
    rows: Vec<Vec<Cell>>,
}

/// How far each table has come: its last row.
pub type Marks = BTreeMap<String, i64>;

/// Tables in the order in which they refer to each other.
const TABLES: &str = "
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlx%' ORDER BY rowid";

/// One connection with the settings of the product's.
pub async fn connect(file: &str) -> SqliteConnection {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal);
    SqliteConnection::connect_with(&options).await.expect("the file opens")
}

/// How far each table has come.
pub async fn marks(connection: &mut SqliteConnection) -> Marks {
    let mut marks = Marks::new();
    for table in tables(connection).await {
        let sql = AssertSqlSafe(format!("SELECT COALESCE(MAX(rowid), 0) FROM {table}"));
        let last = query_scalar(sql).fetch_one(&mut *connection).await.expect("it can be read");
        marks.insert(table, last);
    }
    marks
}

async fn tables(connection: &mut SqliteConnection) -> Vec<String> {
    query_scalar(TABLES).fetch_all(connection).await.expect("the tables can be listed")
}

/// All rows behind `marks`.
pub async fn since(connection: &mut SqliteConnection, marks: &Marks) -> Vec<Written> {
    let mut written = Vec::new();
    for table in tables(connection).await {
        let sql = AssertSqlSafe(format!("SELECT * FROM {table} WHERE rowid > $1 ORDER BY rowid"));
        let rows = query(sql).bind(marks[&table]).fetch_all(&mut *connection).await;
        let rows = rows.expect("the rows can be read");
        let Some(first) = rows.first() else { continue };
        let names: Vec<_> = first.columns().iter().map(Column::name).collect();
        let places: Vec<_> = (1..=names.len()).map(|place| format!("${place}")).collect();
        let (names, places) = (names.join(", "), places.join(", "));
        let insert = format!("INSERT INTO {table} ({names}) VALUES ({places})");
        written.push(Written { insert, rows: rows.iter().map(cells).collect() });
    }
    written
}

fn cells(row: &SqliteRow) -> Vec<Cell> {
    (0..row.len())
        .map(|at| {
            let value = row.try_get_raw(at).expect("there is a value");
            if value.is_null() {
                return Cell::Null;
            }
            match value.type_info().name() {
                "INTEGER" => Cell::Integer(row.get(at)),
                "TEXT" => Cell::Text(row.get(at)),
                _ => Cell::Blob(row.get(at)),
            }
        })
        .collect()
}

/// How many rows these are.
pub fn count(written: &[Written]) -> usize {
    written.iter().map(|table| table.rows.len()).sum()
}

/// Writes the same rows, and `updates` besides, in one transaction.
pub async fn insert(
    connection: &mut SqliteConnection,
    written: &[Written],
    updates: &[&'static str],
) {
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await.expect("nobody else writes");
    for table in written {
        for row in &table.rows {
            let mut insert = query(AssertSqlSafe(table.insert.clone()));
            for cell in row {
                insert = match cell {
                    Cell::Null => insert.bind(None::<i64>),
                    Cell::Integer(number) => insert.bind(number),
                    Cell::Text(text) => insert.bind(text),
                    Cell::Blob(bytes) => insert.bind(bytes),
                };
            }
            insert.execute(&mut *tx).await.expect("the row is new here");
        }
    }
    for update in updates {
        query(*update).execute(&mut *tx).await.expect("it can be written");
    }
    tx.commit().await.expect("it lasts");
}
