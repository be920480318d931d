//! Prices of one partner alone, as the operator keeps them.

use domain::error::Entity;
use domain::ids::{OfferId, PartnerId};
use domain::money::UnitPrice;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::prices::Special;
use crate::store::on_backend;
use crate::{Error, Result, Tx};

/// A special price with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Whose.
    pub partner: PartnerId,
    /// The partner's registered name.
    pub partner_name: String,
    /// The price.
    pub special: Special,
    /// How often it was changed, from 1.
    pub version: i64,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    partner_id: Uuid,
    name: String,
    offer_id: Uuid,
    partner_price: i64,
    first_day: Day,
    last_day: Day,
    version: i64,
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        Self {
            partner: row.partner_id.into(),
            partner_name: row.name,
            special: Special {
                id: row.id,
                offer: OfferId::from(row.offer_id),
                price: UnitPrice::from_stored(row.partner_price),
                first_day: row.first_day,
                last_day: row.last_day,
            },
            version: row.version,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT x.id, x.partner_id, p.name, x.offer_id, x.partner_price, x.first_day, ",
            "x.last_day, x.version ",
            "FROM special_prices x JOIN partners p ON p.id = x.partner_id ",
            $rest
        )
    };
}

/// The special prices of all partners that count on `since` or later; by partner, then by day.
///
/// # Errors
///
/// If the database does not answer.
pub async fn list(tx: &mut Tx, since: Day) -> Result<Vec<Kept>> {
    const SQL: &str =
        select!("WHERE x.last_day >= $1 ORDER BY p.name, p.id, x.first_day, x.last_day, x.id");
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(since).fetch_all(connection).await?
    });
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// The special price `id`, whosever it is: only the operator asks by id.
///
/// # Errors
///
/// If the database does not answer.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Kept>> {
    const SQL: &str = select!("WHERE x.id = $1");
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(id).fetch_optional(connection).await?
    });
    Ok(row.map(Kept::from))
}

/// Lets `kept` count up to `last_day`, if it is still as it was seen.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed it meanwhile.
pub async fn shorten(tx: &mut Tx, kept: &Kept, last_day: Day) -> Result<()> {
    const SQL: &str = "
        UPDATE special_prices SET last_day = $4, version = version + 1
        WHERE partner_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(kept.partner))
            .bind(kept.special.id)
            .bind(kept.version)
            .bind(last_day)
            .execute(connection)
            .await?
            .rows_affected()
    });
    changed(rows)
}

/// Removes `kept`, if it is still as it was seen.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed it meanwhile.
pub async fn delete(tx: &mut Tx, kept: &Kept) -> Result<()> {
    const SQL: &str =
        "DELETE FROM special_prices WHERE partner_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(kept.partner))
            .bind(kept.special.id)
            .bind(kept.version)
            .execute(connection)
            .await?
            .rows_affected()
    });
    changed(rows)
}

fn changed(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::SpecialPrice }) }
}
