//! What partners have sold, as it is billed: page by page, in the order in which it was created.

use std::collections::HashMap;

use domain::billing::{Percent, RecordedEvent, RecordedTerms};
use domain::ids::{CustomerId, OfferId, PartnerId, SubscriptionId};
use domain::money::UnitPrice;
use domain::time::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::date::Date;
use crate::store::on_backend;
use crate::{Error, Result, Tx};

/// Subscriptions of one page.
pub const PAGE: i64 = 2_000;

/// A subscription with all that its lines need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billed {
    /// Which.
    pub id: SubscriptionId,
    /// Whose.
    pub customer: CustomerId,
    /// Of what.
    pub offer: OfferId,
    /// The number of its order.
    pub order_number: i64,
    /// The first day on which it could be used.
    pub starts_on: Day,
    /// What the partner calls it.
    pub nickname: Option<String>,
    /// MPN ID of the reseller; empty if it was taken away.
    pub reseller: Option<String>,
    /// The customer's name.
    pub customer_name: String,
    /// The customer's initial domain, without what all domains end with.
    pub domain_prefix: String,
    /// Whether another term follows; a trial has none, and costs nothing.
    pub renews: bool,
    /// What was agreed.
    pub terms: RecordedTerms,
    /// What happened, oldest first.
    pub events: Vec<RecordedEvent>,
}

/// Where a page ended: the next begins behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    created_at: Instant,
    id: Uuid,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    customer_id: Uuid,
    offer_id: Uuid,
    number: i64,
    #[sqlx(try_from = "Date")]
    ordered_on: Day,
    #[sqlx(try_from = "Date")]
    starts_on: Day,
    #[sqlx(try_from = "Date")]
    first_billed_on: Day,
    #[sqlx(try_from = "Date")]
    renews_on: Day,
    renews: bool,
    discount: i64,
    nickname: Option<String>,
    reseller_mpn_id: Option<String>,
    company_name: String,
    domain_prefix: String,
    created_at: Instant,
}

#[derive(FromRow)]
struct EventRow {
    subscription_id: Uuid,
    kind: String,
    #[sqlx(try_from = "Date")]
    day: Day,
    quantity: i64,
    unit_price: i64,
}

fn event(row: &EventRow) -> Result<RecordedEvent> {
    let corrupt = |column| Error::Corrupt { table: "subscription_events", column };
    Ok(RecordedEvent {
        kind: row.kind.parse().map_err(|_| corrupt("kind"))?,
        day: row.day,
        quantity: u32::try_from(row.quantity).map_err(|_| corrupt("quantity"))?,
        unit_price: UnitPrice::from_stored(row.unit_price),
    })
}

fn billed(row: Row, events: Vec<RecordedEvent>) -> Result<Billed> {
    let corrupt = |column| Error::Corrupt { table: "subscriptions", column };
    let discount = u32::try_from(row.discount).ok().and_then(Percent::from_stored);
    Ok(Billed {
        id: row.id.into(),
        customer: row.customer_id.into(),
        offer: row.offer_id.into(),
        order_number: row.number,
        starts_on: row.starts_on,
        nickname: row.nickname,
        reseller: row.reseller_mpn_id,
        customer_name: row.company_name,
        domain_prefix: row.domain_prefix,
        renews: row.renews,
        terms: RecordedTerms {
            created_on: row.ordered_on,
            first_billed_on: row.first_billed_on,
            renews_on: row.renews_on,
            discount: discount.ok_or(corrupt("discount"))?,
        },
        events,
    })
}

fn joined(rows: Vec<Row>, events: &[EventRow]) -> Result<Vec<Billed>> {
    let mut found: HashMap<Uuid, Vec<RecordedEvent>> = HashMap::with_capacity(rows.len());
    for row in events {
        found.entry(row.subscription_id).or_default().push(event(row)?);
    }
    let mut taken = |id: &Uuid| found.remove(id).unwrap_or_default();
    rows.into_iter()
        .map(|row| {
            let events = taken(&row.id);
            billed(row, events)
        })
        .collect()
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.customer_id, s.offer_id, o.number, s.ordered_on, s.starts_on,
                    s.first_billed_on, s.renews_on, s.renews, s.discount, s.nickname,
                    s.reseller_mpn_id, c.company_name, c.domain_prefix, s.created_at
             FROM subscriptions s
             JOIN orders o ON o.id = s.order_id
             JOIN customers c ON c.id = s.customer_id ",
            $rest
        )
    };
}

/// The page behind `after` of what `partner` had sold before `date` and what may still have lines on
/// the invoice of that date: not what was deleted before `since`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn page(
    tx: &mut Tx,
    partner: PartnerId,
    bounds: (Day, Day),
    after: Option<Place>,
) -> Result<(Vec<Billed>, Option<Place>)> {
    page_of(tx, partner, None, bounds, after).await
}

/// The same of one customer only, if `customer` is one.
///
/// # Errors
///
/// As [`page`].
pub async fn page_of(
    tx: &mut Tx,
    partner: PartnerId,
    customer: Option<CustomerId>,
    (since, date): (Day, Day),
    after: Option<Place>,
) -> Result<(Vec<Billed>, Option<Place>)> {
    const ROWS: &str = select!(
        "WHERE s.partner_id = $1 AND (s.created_at, s.id) > ($2, $3) AND s.ordered_on < $4
          AND (s.deleted_on IS NULL OR s.deleted_on >= $5)
          AND (s.customer_id = $7 OR $7 IS NULL)
        ORDER BY s.created_at, s.id LIMIT $6"
    );
    const EVENTS: &str = "
        SELECT e.subscription_id, e.kind, e.day, e.quantity, e.unit_price
        FROM subscriptions s
        CROSS JOIN subscription_events e
        WHERE s.partner_id = $1 AND (s.created_at, s.id) > ($2, $3)
          AND (s.created_at, s.id) <= ($4, $5) AND e.subscription_id = s.id
          AND (s.customer_id = $6 OR $6 IS NULL)
        ORDER BY s.created_at, s.id, e.seq";
    let (partner, customer) = (Uuid::from(partner), customer.map(Uuid::from));
    let from = after.unwrap_or(Place { created_at: Instant::UNIX_EPOCH, id: Uuid::nil() });
    let rows: Vec<Row> = on_backend!(&mut *tx, |connection| {
        sqlx::query_as(ROWS)
            .bind(partner)
            .bind(from.created_at)
            .bind(from.id)
            .bind(date)
            .bind(since)
            .bind(PAGE)
            .bind(customer)
            .fetch_all(connection)
            .await?
    });
    let Some(last) = rows.last().map(|row| Place { created_at: row.created_at, id: row.id }) else {
        return Ok((Vec::new(), None));
    };
    let events: Vec<EventRow> = on_backend!(tx, |connection| {
        sqlx::query_as(EVENTS)
            .bind(partner)
            .bind(from.created_at)
            .bind(from.id)
            .bind(last.created_at)
            .bind(last.id)
            .bind(customer)
            .fetch_all(connection)
            .await?
    });
    let more = i64::try_from(rows.len()).is_ok_and(|rows| rows == PAGE);
    Ok((joined(rows, &events)?, more.then_some(last)))
}

/// What `partner` has sold to `customer` and what may still have lines on a later invoice than those of
/// `since`: not what was deleted before that day. In the order in which it was created.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn of_customer(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
    since: Day,
) -> Result<Vec<Billed>> {
    const ROWS: &str = select!(
        "WHERE s.partner_id = $1 AND s.customer_id = $2
          AND (s.deleted_on IS NULL OR s.deleted_on >= $3)
        ORDER BY s.created_at, s.id"
    );
    const EVENTS: &str = "
        SELECT e.subscription_id, e.kind, e.day, e.quantity, e.unit_price
        FROM subscriptions s
        CROSS JOIN subscription_events e
        WHERE s.partner_id = $1 AND s.customer_id = $2 AND e.subscription_id = s.id
          AND (s.deleted_on IS NULL OR s.deleted_on >= $3)
        ORDER BY e.subscription_id, e.seq";
    let (partner, customer) = (Uuid::from(partner), Uuid::from(customer));
    let rows: Vec<Row> = on_backend!(&mut *tx, |connection| {
        sqlx::query_as(ROWS).bind(partner).bind(customer).bind(since).fetch_all(connection).await?
    });
    let events: Vec<EventRow> = on_backend!(tx, |connection| {
        sqlx::query_as(EVENTS)
            .bind(partner)
            .bind(customer)
            .bind(since)
            .fetch_all(connection)
            .await?
    });
    joined(rows, &events)
}

/// The day of the first order of `partner`: billing begins with the next billing date.
///
/// # Errors
///
/// If the database does not answer.
pub async fn first_order(tx: &mut Tx, partner: PartnerId) -> Result<Option<Day>> {
    const SQL: &str = "SELECT MIN(ordered_on) FROM subscriptions WHERE partner_id = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(Uuid::from(partner)).fetch_one(connection).await?
    }))
}

/// How much `partner` has sold to whom, and how often that has changed: what is alike has not
/// changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Stamp {
    /// Subscriptions, also those that are over: none is ever removed.
    pub subscriptions: i64,
    /// Σ of their versions.
    pub versions: i64,
    /// Σ of the versions of their customers, whose names the lines carry.
    pub customers: i64,
}

/// How much `partner` has sold by now to whom, and how often that has changed.
///
/// # Errors
///
/// If the database does not answer.
pub async fn stamp(tx: &mut Tx, partner: PartnerId) -> Result<Stamp> {
    const SQL: &str = "
        SELECT COUNT(*) AS subscriptions, CAST(COALESCE(SUM(s.version), 0) AS BIGINT) AS versions,
               CAST(COALESCE(SUM(c.version), 0) AS BIGINT) AS customers
        FROM subscriptions s
        JOIN customers c ON c.id = s.customer_id
        WHERE s.partner_id = $1";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(partner)).fetch_one(connection).await?
    }))
}
