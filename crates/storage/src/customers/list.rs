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
    let backward = query.after.is_none() && query.before.is_some();
    let beside = match query.after.or(query.before) {
        Some(id) => place(&mut *tx, partner, id).await?,
        None => None,
    };
    let backward = backward && beside.is_some();
    let down = query.descending != backward;
    let order = columns(query.sort);

    // First the page, from one index; then what the page shows.
    let mut page = Statement::new("SELECT r.customer_id FROM relationships r", partner, query);
    if let Some(beside) = beside {
        let sign = if down { "<" } else { ">" };
        page.sql.push_str(&format!("\nAND ({}) {sign} (", listed(order, "r", "")));
        for (number, value) in (0..).zip(beside.values(query.sort)) {
            page.add(if number == 0 { "" } else { ", " }, value);
        }
        page.sql.push(')');
    }
    let way = if down { " DESC" } else { "" };
    page.sql.push_str(&format!("\nORDER BY {}", listed(order, "r", way)));
    page.add("\nLIMIT ", Value::Count(limit.into()));
    let way = if query.descending { " DESC" } else { "" };
    let sql = format!(
        "SELECT c.id, c.company_name, c.domain_prefix, r.kind, r.delegated_admin,
                (SELECT COUNT(*) FROM subscriptions s
                 WHERE s.customer_id = r.customer_id AND s.partner_id = r.partner_id
                   AND s.status = 'active') AS active_subscriptions
         FROM ({}) page
         JOIN relationships r ON r.partner_id = $1 AND r.customer_id = page.customer_id
         JOIN customers c ON c.id = page.customer_id
         ORDER BY {}",
        page.sql,
        listed(order, "r", way)
    );
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        bound!(sqlx::query_as(AssertSqlSafe(sql)), page.values).fetch_all(connection).await?
    });
    rows.into_iter().map(Listed::try_from).collect()
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
