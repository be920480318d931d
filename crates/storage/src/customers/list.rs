//! A partner's list of customers, page by page.

use domain::customers::{CustomerSort, CustomersQuery, RelationshipKind};
use domain::ids::{CustomerId, PartnerId};
use domain::text::{like_pattern, search_key};
use sqlx::{AssertSqlSafe, FromRow};
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// A customer in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: CustomerId,
    /// As it is registered.
    pub company_name: String,
    /// Its initial domain, without what all domains end with.
    pub domain_prefix: String,
    /// How the partner sells to it.
    pub kind: RelationshipKind,
    /// Whether it lets the partner administer its services.
    pub delegated_admin: bool,
    /// How many of the partner's subscriptions it has that are active.
    pub active_subscriptions: i64,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    company_name: String,
    domain_prefix: String,
    kind: String,
    delegated_admin: bool,
    active_subscriptions: i64,
}

impl TryFrom<Row> for Listed {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = Error::Corrupt { table: "relationships", column: "kind" };
        Ok(Self {
            id: row.id.into(),
            company_name: row.company_name,
            domain_prefix: row.domain_prefix,
            kind: row.kind.parse().map_err(|_| corrupt)?,
            delegated_admin: row.delegated_admin,
            active_subscriptions: row.active_subscriptions,
        })
    }
}

/// Something to be put in a statement.
enum Value {
    Id(Uuid),
    Text(String),
    Bytes(Vec<u8>),
    Flag(bool),
    Count(i64),
}

/// A statement that is put together from fixed parts, with values in numbered places.
struct Statement {
    sql: String,
    values: Vec<Value>,
}

/// Binds the values of a [`Statement`] to its query.
macro_rules! bound {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                Value::Id(id) => query.bind(id),
                Value::Text(text) => query.bind(text),
                Value::Bytes(bytes) => query.bind(bytes),
                Value::Flag(flag) => query.bind(flag),
                Value::Count(count) => query.bind(count),
            };
        }
        query
    }};
}

impl Statement {
    /// All customers of `partner` that answer `query`, from `begin` on.
    fn new(begin: &str, partner: PartnerId, query: &CustomersQuery) -> Self {
        let mut statement = Self { sql: begin.to_owned(), values: Vec::new() };
        statement.add("\nWHERE r.partner_id = ", Value::Id(partner.into()));
        let words = search_key(&query.words);
        if !words.is_empty() {
            statement.add("\nAND r.search_key LIKE ", Value::Text(like_pattern(&words)));
            statement.sql.push_str(" ESCAPE '\\'");
        }
        if let Some(delegated) = query.delegated_admin {
            statement.add("\nAND r.delegated_admin = ", Value::Flag(delegated));
        }
        if let Some(tag) = query.tag {
            let tagged = "\nAND EXISTS (SELECT 1 FROM customer_tags t
                          WHERE t.partner_id = r.partner_id AND t.customer_id = r.customer_id
                            AND t.tag_id = ";
            statement.add(tagged, Value::Id(tag.into()));
            statement.sql.push(')');
        }
        statement
    }

    /// Adds `sql` and the place of `value`.
    fn add(&mut self, sql: &str, value: Value) {
        self.values.push(value);
        self.sql.push_str(sql);
        self.sql.push('$');
        self.sql.push_str(&self.values.len().to_string());
    }
}

/// Where a customer stands in its partner's list.
#[derive(FromRow)]
struct Place {
    customer_id: Uuid,
    sort_key: Vec<u8>,
    domain_prefix: String,
    kind: String,
    delegated_admin: bool,
}

/// The columns that make the order `sort`: together they are unique.
const fn columns(sort: CustomerSort) -> &'static [&'static str] {
    match sort {
        CustomerSort::Name => &["sort_key", "customer_id"],
        CustomerSort::Domain => &["domain_prefix", "customer_id"],
        CustomerSort::Relationship => &["kind", "delegated_admin", "sort_key", "customer_id"],
    }
}

impl Place {
    fn values(self, sort: CustomerSort) -> Vec<Value> {
        let id = Value::Id(self.customer_id);
        match sort {
            CustomerSort::Name => vec![Value::Bytes(self.sort_key), id],
            CustomerSort::Domain => vec![Value::Text(self.domain_prefix), id],
            CustomerSort::Relationship => vec![
                Value::Text(self.kind),
                Value::Flag(self.delegated_admin),
                Value::Bytes(self.sort_key),
                id,
            ],
        }
    }
}

/// `columns` of the table `alias`, each followed by `way`.
fn listed(columns: &[&str], alias: &str, way: &str) -> String {
    columns.iter().map(|column| format!("{alias}.{column}{way}")).collect::<Vec<_>>().join(", ")
}

/// Up to `limit` customers of `partner` that answer `query`, in its order: those behind
/// `query.after`, or those before `query.before`, the nearest of them. Both ids count only if they
/// are `partner`'s customers.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(
    tx: &mut Tx,
    partner: PartnerId,
    query: &CustomersQuery,
    limit: u32,
) -> Result<Vec<Listed>> {
    let beside = match query.after.or(query.before) {
        Some(id) => place(&mut *tx, partner, id).await?,
        None => None,
    };
    let Statement { sql, values } = page(partner, query, beside, limit);
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        bound!(sqlx::query_as(AssertSqlSafe(sql)), values).fetch_all(connection).await?
    });
    rows.into_iter().map(Listed::try_from).collect()
}

/// The statement of [`list`]: first the page, from one index alone; then what the page shows.
fn page(
    partner: PartnerId,
    query: &CustomersQuery,
    beside: Option<Place>,
    limit: u32,
) -> Statement {
    let backward = query.after.is_none() && beside.is_some();
    let down = query.descending != backward;
    let order = columns(query.sort);
    let mut page = Statement::new("SELECT r.customer_id FROM relationships r", partner, query);
    if let Some(beside) = beside {
        let sign = if down { "<" } else { ">" };
        for part in ["\nAND (", &listed(order, "r", ""), ") ", sign, " ("] {
            page.sql.push_str(part);
        }
        for (number, value) in (0..).zip(beside.values(query.sort)) {
            page.add(if number == 0 { "" } else { ", " }, value);
        }
        page.sql.push(')');
    }
    page.sql.push_str("\nORDER BY ");
    page.sql.push_str(&listed(order, "r", if down { " DESC" } else { "" }));
    page.add("\nLIMIT ", Value::Count(limit.into()));
    let way = if query.descending { " DESC" } else { "" };
    page.sql = format!("SELECT {} {}", SHOWN, shown(&page.sql, &listed(order, "r", way)));
    page
}

/// The columns of a [`Row`].
const SHOWN: &str = "c.id, c.company_name, c.domain_prefix, r.kind, r.delegated_admin,
    (SELECT COUNT(*) FROM subscriptions s
     WHERE s.customer_id = r.customer_id AND s.partner_id = r.partner_id
       AND s.status = 'active') AS active_subscriptions";

/// Where the customers of `page` are shown from, in `order`.
///
/// CROSS, for SQLite: it would rather go through all customers than sort the page again.
fn shown(page: &str, order: &str) -> String {
    format!(
        "FROM ({page}) page CROSS JOIN relationships r CROSS JOIN customers c
         WHERE r.partner_id = $1 AND r.customer_id = page.customer_id
           AND c.id = page.customer_id
         ORDER BY {order}"
    )
}

#[derive(FromRow)]
struct Counted {
    #[sqlx(flatten)]
    row: Row,
    found: i64,
}

/// The first customers of `partner` that answer `query`, up to `limit`, and how many there are in all,
/// up to `most`: a search goes through the customers once for both.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn first_of(
    tx: &mut Tx,
    partner: PartnerId,
    query: &CustomersQuery,
    (limit, most): (u32, i64),
) -> Result<(Vec<Listed>, i64)> {
    let Statement { sql, values } = first_page(partner, query, limit, most);
    let rows: Vec<Counted> = on_backend!(tx, |connection| {
        bound!(sqlx::query_as(AssertSqlSafe(sql)), values).fetch_all(connection).await?
    });
    let found = rows.first().map_or(0, |first| first.found);
    let rows: Result<_> = rows.into_iter().map(|counted| counted.row.try_into()).collect();
    Ok((rows?, found))
}

/// The statement of [`first_of`].
fn first_page(partner: PartnerId, query: &CustomersQuery, limit: u32, most: i64) -> Statement {
    let order = columns(query.sort);
    let way = if query.descending { " DESC" } else { "" };
    let by = listed(order, "r", way);
    let begin = format!("SELECT {} FROM relationships r", listed(order, "r", ""));
    let mut found = Statement::new(&begin, partner, query);
    found.sql.push_str("\nORDER BY ");
    found.sql.push_str(&by);
    found.add("\nLIMIT ", Value::Count(most));
    let all = std::mem::take(&mut found.sql);
    found.add(
        &format!("SELECT r.customer_id FROM found r ORDER BY {by} LIMIT "),
        Value::Count(limit.into()),
    );
    found.sql = format!(
        "WITH found AS MATERIALIZED ({all})
         SELECT {SHOWN}, (SELECT COUNT(*) FROM found) AS found {}",
        shown(&found.sql, &by)
    );
    found
}

async fn place(tx: &mut Tx, partner: PartnerId, id: CustomerId) -> Result<Option<Place>> {
    const SQL: &str = "
        SELECT customer_id, sort_key, domain_prefix, kind, delegated_admin
        FROM relationships WHERE partner_id = $1 AND customer_id = $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    }))
}

/// How many customers of `partner` answer `query`, whatever page it asks for; nobody counts
/// beyond `most`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count(
    tx: &mut Tx,
    partner: PartnerId,
    query: &CustomersQuery,
    most: i64,
) -> Result<i64> {
    let mut all = Statement::new("SELECT 1 FROM relationships r", partner, query);
    all.add("\nLIMIT ", Value::Count(most));
    let sql = format!("SELECT COUNT(*) FROM ({}) counted", all.sql);
    Ok(on_backend!(tx, |connection| {
        bound!(sqlx::query_scalar(AssertSqlSafe(sql)), all.values).fetch_one(connection).await?
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    async fn plan(tx: &mut Tx, statement: Statement) -> Vec<String> {
        let Tx::Sqlite(tx) = tx else { panic!("only SQLite explains in rows") };
        let sql = format!("EXPLAIN QUERY PLAN {}", statement.sql);
        let steps = bound!(sqlx::query_as(AssertSqlSafe(sql)), statement.values);
        let steps: Vec<(i64, i64, i64, String)> = steps.fetch_all(&mut **tx).await.unwrap();
        steps.into_iter().map(|(.., step)| step).collect()
    }

    fn beside() -> Place {
        Place {
            customer_id: Uuid::from_u128(1),
            sort_key: vec![1],
            domain_prefix: "a".to_owned(),
            kind: "reseller".to_owned(),
            delegated_admin: true,
        }
    }

    /// With 100,000 customers: one walk along one index, for the page and for the number.
    #[tokio::test]
    async fn a_search_goes_through_the_customers_once() {
        let store = Store::open("sqlite::memory:", 1).await.unwrap();
        store.migrate().await.unwrap();
        let mut tx = store.read().await.unwrap();
        let partner = PartnerId::from(Uuid::from_u128(7));
        for descending in [false, true] {
            let words = "公司".to_owned();
            let query = CustomersQuery { descending, words, ..Default::default() };
            let steps = plan(&mut tx, first_page(partner, &query, 51, 1000)).await;
            let walks = steps.iter().filter(|step| step.contains("relationships_name_idx"));
            assert_eq!(walks.count(), 1, "{steps:#?}");
            assert_eq!(steps[1], "MATERIALIZE found", "{steps:#?}");
            let sorted = steps[..5].iter().any(|step| step.contains("TEMP B-TREE"));
            assert!(!sorted, "the index has the order: {steps:#?}");
        }
    }

    /// With 100,000 customers: no sorting of all, no look at each.
    #[tokio::test]
    async fn a_page_is_read_from_one_index_in_its_order() {
        let store = Store::open("sqlite::memory:", 1).await.unwrap();
        store.migrate().await.unwrap();
        let mut tx = store.read().await.unwrap();
        let partner = PartnerId::from(Uuid::from_u128(7));
        for (sort, index) in [
            (CustomerSort::Name, "relationships_name_idx"),
            (CustomerSort::Domain, "relationships_domain_idx"),
            (CustomerSort::Relationship, "relationships_kind_idx"),
        ] {
            for descending in [false, true] {
                for words in ["", "公司", "gs", "contoso.partner"] {
                    for place in [None, Some(beside())] {
                        let words = words.to_owned();
                        let query =
                            CustomersQuery { sort, descending, words, ..Default::default() };
                        let range = if place.is_some() { " AND (" } else { ")" };
                        let begin = format!("COVERING INDEX {index} (partner_id=?{range}");
                        let steps = plan(&mut tx, page(partner, &query, place, 51)).await;
                        assert!(steps[1].contains(&begin), "{query:?}: {steps:#?}");
                        assert_eq!(steps[2], "SCAN page", "{steps:#?}");
                        let by_id = ["relationships_1", "customers_1", "subscriptions_customer_id"];
                        for index in by_id {
                            assert!(steps.iter().any(|step| step.contains(index)), "{steps:#?}");
                        }
                    }
                }
            }
        }
    }
}
