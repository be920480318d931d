//! A partner's own marks for customers.

use domain::customers::{TagColour, TagView};
use domain::error::Entity;
use domain::ids::{CustomerId, PartnerId, TagId};
use domain::text::search_key;
use sqlx::{AssertSqlSafe, FromRow};
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    colour: String,
    version: i64,
}

impl TryFrom<Row> for TagView {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let colour = row.colour.parse();
        let colour = colour.map_err(|_| Error::Corrupt { table: "tags", column: "colour" })?;
        Ok(Self { id: row.id.into(), name: row.name, colour, version: row.version })
    }
}

/// The tags of `partner`, by name.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn tags(tx: &mut Tx, partner: PartnerId) -> Result<Vec<TagView>> {
    const SQL: &str = "
        SELECT id, name, colour, version FROM tags WHERE partner_id = $1 ORDER BY search_key";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_all(connection).await?
    });
    rows.into_iter().map(TagView::try_from).collect()
}

/// How many tags `partner` has.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count_tags(tx: &mut Tx, partner: PartnerId) -> Result<i64> {
    const SQL: &str = "SELECT COUNT(*) FROM tags WHERE partner_id = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(Uuid::from(partner)).fetch_one(connection).await?
    }))
}

/// The tag `id` of `partner`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find_tag(tx: &mut Tx, partner: PartnerId, id: TagId) -> Result<Option<TagView>> {
    const SQL: &str = "
        SELECT id, name, colour, version FROM tags WHERE partner_id = $1 AND id = $2";
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    row.map(TagView::try_from).transpose()
}

/// Adds a tag to those of `partner`.
///
/// # Errors
///
/// [`Error::violates`] `tags_partner_id_search_key_key`, `tags.search_key` if another tag is
/// called so.
pub async fn insert_tag(
    tx: &mut Tx,
    partner: PartnerId,
    id: TagId,
    name: &str,
    colour: TagColour,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO tags (id, partner_id, name, search_key, colour) VALUES ($1, $2, $3, $4, $5)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(id))
            .bind(Uuid::from(partner))
            .bind(name)
            .bind(search_key(name))
            .bind(colour.as_str())
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Renames and recolours the tag `id` of `partner`.
///
/// # Errors
///
/// [`Error::Stale`] if it is no longer at the version `seen`; otherwise as [`insert_tag`].
pub async fn update_tag(
    tx: &mut Tx,
    partner: PartnerId,
    (id, seen): (TagId, i64),
    name: &str,
    colour: TagColour,
) -> Result<()> {
    const SQL: &str = "
        UPDATE tags SET version = version + 1, name = $4, search_key = $5, colour = $6
        WHERE partner_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .bind(seen)
            .bind(name)
            .bind(search_key(name))
            .bind(colour.as_str())
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Tag }) }
}

/// Takes the tag `id` of `partner` off all customers and deletes it; how many had it.
///
/// # Errors
///
/// [`Error::Stale`] if it is no longer at the version `seen`.
pub async fn delete_tag(tx: &mut Tx, partner: PartnerId, id: TagId, seen: i64) -> Result<u64> {
    // The version first: it is also the lock.
    const LOCK: &str = "
        UPDATE tags SET version = version + 1 WHERE partner_id = $1 AND id = $2 AND version = $3";
    const MARKS: &str = "DELETE FROM customer_tags WHERE partner_id = $1 AND tag_id = $2";
    const TAG: &str = "DELETE FROM tags WHERE partner_id = $1 AND id = $2";
    let (partner, id) = (Uuid::from(partner), Uuid::from(id));
    let rows = on_backend!(&mut *tx, |connection| {
        let lock = sqlx::query(LOCK).bind(partner).bind(id).bind(seen);
        lock.execute(connection).await?.rows_affected()
    });
    if rows != 1 {
        return Err(Error::Stale { entity: Entity::Tag });
    }
    Ok(on_backend!(tx, |connection| {
        let marks = sqlx::query(MARKS).bind(partner).bind(id);
        let marks = marks.execute(&mut *connection).await?.rows_affected();
        sqlx::query(TAG).bind(partner).bind(id).execute(connection).await?;
        marks
    }))
}

/// `$first, $first+1, …`, `count` places.
fn places(first: usize, count: usize) -> String {
    (first..first + count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

/// The tags of `customers` of `partner`, by name, each with the customer that has it.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn tags_of(
    tx: &mut Tx,
    partner: PartnerId,
    customers: &[CustomerId],
) -> Result<Vec<(CustomerId, TagView)>> {
    #[derive(FromRow)]
    struct Mark {
        customer_id: Uuid,
        #[sqlx(flatten)]
        tag: Row,
    }
    let sql = format!(
        "SELECT m.customer_id, t.id, t.name, t.colour, t.version
         FROM customer_tags m JOIN tags t ON t.id = m.tag_id AND t.partner_id = m.partner_id
         WHERE m.partner_id = $1 AND m.customer_id IN ({})
         ORDER BY t.search_key",
        places(2, customers.len().max(1))
    );
    // An empty list has a place too, which no customer fills.
    let ids = if customers.is_empty() {
        vec![Uuid::nil()]
    } else {
        customers.iter().map(|id| Uuid::from(*id)).collect()
    };
    let rows: Vec<Mark> = on_backend!(tx, |connection| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(Uuid::from(partner));
        for id in ids {
            query = query.bind(id);
        }
        query.fetch_all(connection).await?
    });
    rows.into_iter().map(|mark| Ok((mark.customer_id.into(), mark.tag.try_into()?))).collect()
}

/// How many of `customers` are `partner`'s.
///
/// # Errors
///
/// If the database does not answer.
pub async fn known_customers(
    tx: &mut Tx,
    partner: PartnerId,
    customers: &[CustomerId],
) -> Result<i64> {
    let sql = format!(
        "SELECT COUNT(*) FROM relationships WHERE partner_id = $1 AND customer_id IN ({})",
        places(2, customers.len())
    );
    Ok(on_backend!(tx, |connection| {
        let mut query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(Uuid::from(partner));
        for id in customers {
            query = query.bind(Uuid::from(*id));
        }
        query.fetch_one(connection).await?
    }))
}

/// Puts the tag `tag` on `customers`, all of `partner`; how many did not have it.
///
/// # Errors
///
/// If the database does not answer.
pub async fn mark(
    tx: &mut Tx,
    partner: PartnerId,
    tag: TagId,
    customers: &[CustomerId],
) -> Result<u64> {
    const SQL: &str = "
        INSERT INTO customer_tags (partner_id, customer_id, tag_id)
        SELECT r.partner_id, r.customer_id, t.id
        FROM relationships r JOIN tags t ON t.partner_id = r.partner_id AND t.id = $3
        WHERE r.partner_id = $1 AND r.customer_id = $2
        ON CONFLICT (partner_id, customer_id, tag_id) DO NOTHING";
    each(tx, SQL, partner, tag, customers).await
}

/// Takes the tag `tag` off `customers` of `partner`; how many had it.
///
/// # Errors
///
/// If the database does not answer.
pub async fn unmark(
    tx: &mut Tx,
    partner: PartnerId,
    tag: TagId,
    customers: &[CustomerId],
) -> Result<u64> {
    const SQL: &str = "
        DELETE FROM customer_tags WHERE partner_id = $1 AND customer_id = $2 AND tag_id = $3";
    each(tx, SQL, partner, tag, customers).await
}

/// Runs `sql` for each of `customers`; how many rows that changed.
async fn each(
    tx: &mut Tx,
    sql: &'static str,
    partner: PartnerId,
    tag: TagId,
    customers: &[CustomerId],
) -> Result<u64> {
    Ok(on_backend!(tx, |connection| {
        let mut changed = 0;
        for customer in customers {
            let query = sqlx::query(sql)
                .bind(Uuid::from(partner))
                .bind(Uuid::from(*customer))
                .bind(Uuid::from(tag));
            changed += query.execute(&mut *connection).await?.rows_affected();
        }
        changed
    }))
}
