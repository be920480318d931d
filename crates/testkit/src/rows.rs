//! Rows as no use case writes them yet.

use domain::ids::{
    CustomerId, DisputeId, InvoiceId, OfferId, PartnerId, SkuId, SubscriptionId, UserId,
};
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

/// Lets `customer` have `bought` seats of `sku`, all of them valid.
///
/// # Panics
///
/// If there is such a pool.
pub async fn insert_pool(tx: &mut Tx, customer: CustomerId, sku: SkuId, bought: i64) {
    const SQL: &str = "
        INSERT INTO licence_pools (customer_id, sku_id, bought, valid, assigned)
        VALUES ($1, $2, $3, $3, 0)";
    let (customer, sku) = (Uuid::from(customer), Uuid::from(sku));
    let done = match tx {
        Tx::Sqlite(tx) => {
            let query = query(SQL).bind(customer).bind(sku).bind(bought);
            query.execute(&mut **tx).await.map(|_| ())
        }
        Tx::Postgres(tx) => {
            let query = query(SQL).bind(customer).bind(sku).bind(bought);
            query.execute(&mut **tx).await.map(|_| ())
        }
    };
    done.expect("the pool is new");
}

/// A subscription as a test needs it.
#[derive(Clone, Copy, Debug)]
pub struct Sold<'a> {
    /// By whom.
    pub partner: PartnerId,
    /// To whom.
    pub customer: CustomerId,
    /// What.
    pub offer: OfferId,
    /// How many seats.
    pub quantity: i64,
    /// `pending`, `active`, `suspended` or `deleted`.
    pub status: &'a str,
}

/// Writes a subscription with its order, under the id `number`; pools are not touched.
///
/// # Panics
///
/// If the id is taken.
pub async fn insert_subscription(tx: &mut Tx, number: u128, sold: Sold<'_>) -> SubscriptionId {
    const ORDER: &str = "
        INSERT INTO orders (id, partner_id, customer_id, number, placed_on, placed_at, placed_by)
        VALUES ($1, $2, $3, $4, '2019-06-10', '2019-06-10T01:00:00+00:00', $1)";
    const SUBSCRIPTION: &str = "
        INSERT INTO subscriptions (id, partner_id, customer_id, order_id, offer_id, quantity, status,
            ordered_on, starts_on, first_billed_on, renews_on, unit_price, created_at)
        VALUES ($1, $2, $3, $1, $4, $5, $6, '2019-06-10', '2019-06-11', '2019-06-15', '2020-06-15',
                1420000, '2019-06-10T01:00:00+00:00')";
    let id = Uuid::from_u128(number);
    let order_number = i64::try_from(number & 0xffff_ffff).expect("a small number");
    let (partner, customer) = (Uuid::from(sold.partner), Uuid::from(sold.customer));
    let offer = Uuid::from(sold.offer);
    macro_rules! write {
        ($connection:expr) => {{
            let order = query(ORDER).bind(id).bind(partner).bind(customer).bind(order_number);
            order.execute(&mut **$connection).await.expect("the order is new");
            let row = query(SUBSCRIPTION).bind(id).bind(partner).bind(customer).bind(offer);
            let row = row.bind(sold.quantity).bind(sold.status.to_owned());
            row.execute(&mut **$connection).await.expect("the subscription is new");
        }};
    }
    match tx {
        Tx::Sqlite(tx) => write!(tx),
        Tx::Postgres(tx) => write!(tx),
    }
    id.into()
}

/// Writes the first event of `subscription`, its order, as [`insert_subscription`] has written the rest.
///
/// # Panics
///
/// If it has events.
pub async fn insert_history(tx: &mut Tx, subscription: SubscriptionId, sold: Sold<'_>) {
    const EVENT: &str = "
        INSERT INTO subscription_events (subscription_id, seq, kind, day, quantity, unit_price, at)
        VALUES ($1, 1, 'ordered', '2019-06-10', $2, 1420000, '2019-06-10T01:00:00+00:00')";
    macro_rules! write {
        ($connection:expr) => {{
            let event = query(EVENT).bind(Uuid::from(subscription)).bind(sold.quantity);
            event.execute(&mut **$connection).await.expect("there is no event yet");
        }};
    }
    match tx {
        Tx::Sqlite(tx) => write!(tx),
        Tx::Postgres(tx) => write!(tx),
    }
}

/// Writes a dispute about the line at `position` of `invoice`, of which `accepted` fen are to be given
/// back, under the id and number `number`.
///
/// # Panics
///
/// If the id is taken, or there is no such line.
pub async fn insert_accepted_dispute(
    tx: &mut Tx,
    number: u32,
    (partner, invoice): (PartnerId, InvoiceId),
    position: u32,
    accepted: i64,
) -> DisputeId {
    const DISPUTE: &str = "
        INSERT INTO disputes (id, partner_id, invoice_id, number, reason, text, amount, status,
                              accepted, raised_by, raised_by_name, raised_at)
        VALUES ($1, $2, $3, $4, 'other', 'credit', $5, 'accepted', $5, $1, 'Li',
                '2019-06-20T01:00:00+00:00')";
    const LINE: &str =
        "INSERT INTO dispute_lines (dispute_id, invoice_id, position) VALUES ($1, $2, $3)";
    let id = Uuid::from_u128(number.into());
    let (partner, invoice) = (Uuid::from(partner), Uuid::from(invoice));
    macro_rules! write {
        ($connection:expr) => {{
            let row = query(DISPUTE).bind(id).bind(partner).bind(invoice);
            let row = row.bind(i64::from(number)).bind(accepted);
            row.execute(&mut **$connection).await.expect("the dispute is new");
            let line = query(LINE).bind(id).bind(invoice).bind(i64::from(position));
            line.execute(&mut **$connection).await.expect("the line is there");
        }};
    }
    match tx {
        Tx::Sqlite(tx) => write!(tx),
        Tx::Postgres(tx) => write!(tx),
    }
    id.into()
}

/// Lets `customer` delegate administration to `partner`, or no longer.
///
/// # Panics
///
/// If the two do not know each other.
pub async fn delegate(tx: &mut Tx, partner: PartnerId, customer: CustomerId, delegated: bool) {
    const SQL: &str = "
        UPDATE relationships SET delegated_admin = $3 WHERE partner_id = $1 AND customer_id = $2";
    let (partner, customer) = (Uuid::from(partner), Uuid::from(customer));
    let rows = match tx {
        Tx::Sqlite(tx) => {
            let query = query(SQL).bind(partner).bind(customer).bind(delegated);
            query.execute(&mut **tx).await.map(|done| done.rows_affected())
        }
        Tx::Postgres(tx) => {
            let query = query(SQL).bind(partner).bind(customer).bind(delegated);
            query.execute(&mut **tx).await.map(|done| done.rows_affected())
        }
    };
    assert_eq!(rows.expect("the database writes"), 1, "the two know each other");
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

/// The number that a query which a test has written answers with.
///
/// # Panics
///
/// If the database does not answer with one number.
pub async fn ask(tx: &mut Tx, query: &str) -> i64 {
    let query = AssertSqlSafe(query.to_owned());
    let number = match tx {
        Tx::Sqlite(tx) => sqlx::query_scalar(query).fetch_one(&mut **tx).await,
        Tx::Postgres(tx) => sqlx::query_scalar(query).fetch_one(&mut **tx).await,
    };
    number.expect("the query answers with a number")
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
