//! Both databases have the same schema.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sqlx::query_as;
use storage::{Store, Tx};

/// A column's type in SQLite, and whether it may be missing.
type Column = (String, bool);

/// Columns by table and name.
type Columns = BTreeMap<(String, String), Column>;

/// Columns of each index by table and name, and whether it is unique. A primary key is `key`.
type Indexes = BTreeMap<(String, String), (bool, String)>;

#[test]
fn every_migration_exists_for_both_databases() {
    let names = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        let files = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn both_databases_have_the_same_tables_columns_and_indexes() {
    testkit::on_postgres(|postgres: Store| async move {
        let sqlite = testkit::memory().await;
        let mut sqlite = sqlite.read().await.unwrap();
        let mut postgres = postgres.read().await.unwrap();

        let (columns, others) = (columns(&mut sqlite).await, columns(&mut postgres).await);
        assert!(columns.len() > 50, "only {} columns were found", columns.len());
        assert_eq!(columns, others);
        let (indexes, others) = (indexes(&mut sqlite).await, indexes(&mut postgres).await);
        assert!(indexes.len() > 20, "only {} indexes were found", indexes.len());
        assert_eq!(indexes, others);
    });
}

#[test]
fn migrating_again_changes_nothing() {
    for run in [testkit::on_sqlite, testkit::on_postgres] {
        run(|store: Store| async move {
            store.migrate().await.unwrap();
            let (known, applied) = store.migrations().await.unwrap();
            assert_eq!(known, applied);
        });
    }
}

async fn columns(tx: &mut Tx) -> Columns {
    const SQLITE: &str = r#"
        SELECT t.name, c.name, c.type, c."notnull" = 0
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_sqlx%' ESCAPE '\'"#;
    const POSTGRES: &str = r"
        SELECT table_name::TEXT, column_name::TEXT, data_type::TEXT, is_nullable = 'YES'
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT LIKE '\_sqlx%'";
    let rows: Vec<(String, String, String, bool)> = match tx {
        Tx::Sqlite(tx) => query_as(SQLITE).fetch_all(&mut **tx).await.unwrap(),
        Tx::Postgres(tx) => query_as(POSTGRES).fetch_all(&mut **tx).await.unwrap(),
    };
    let column = |(table, column, kind, optional): (String, String, String, bool)| {
        ((table, column), (as_in_sqlite(&kind).to_owned(), optional))
    };
    rows.into_iter().map(column).collect()
}

/// How the architecture writes a PostgreSQL type in SQLite.
fn as_in_sqlite(kind: &str) -> &str {
    match kind {
        "uuid" | "bytea" => "BLOB",
        "bigint" | "boolean" => "INTEGER",
        "text" | "timestamp with time zone" | "date" | "jsonb" => "TEXT",
        other => other,
    }
}

async fn indexes(tx: &mut Tx) -> Indexes {
    const SQLITE: &str = r#"
        SELECT t.name, CASE i.origin WHEN 'pk' THEN 'key' ELSE i.name END, i."unique" = 1,
               (SELECT GROUP_CONCAT(name) FROM (SELECT name FROM pragma_index_info(i.name)
                                                ORDER BY seqno))
        FROM sqlite_master t JOIN pragma_index_list(t.name) i
        WHERE t.type = 'table' AND t.name NOT LIKE '\_sqlx%' ESCAPE '\'"#;
    const POSTGRES: &str = r"
        SELECT t.relname::TEXT, CASE WHEN i.indisprimary THEN 'key' ELSE c.relname::TEXT END,
               i.indisunique,
               (SELECT STRING_AGG(a.attname, ',' ORDER BY k.place)
                FROM UNNEST(i.indkey::INT[]) WITH ORDINALITY AS k (number, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number)
        FROM pg_index i
        JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = 'public' AND t.relname NOT LIKE '\_sqlx%'";
    let rows: Vec<(String, String, bool, String)> = match tx {
        Tx::Sqlite(tx) => query_as(SQLITE).fetch_all(&mut **tx).await.unwrap(),
        Tx::Postgres(tx) => query_as(POSTGRES).fetch_all(&mut **tx).await.unwrap(),
    };
    rows.into_iter()
        .map(|(table, name, unique, columns)| ((table, name), (unique, columns)))
        .collect()
}
