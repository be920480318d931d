//! Subscriptions of customers, each sold by one partner.

pub mod bulk;
mod due;
pub mod notices;
mod rows;

use domain::catalogue::Segment;
use domain::error::Entity;
use domain::ids::{CustomerId, PartnerId, SubscriptionId, UserId};
use domain::money::UnitPrice;
use domain::subscriptions::{EventKind, EventView, Subscription, SubscriptionEntry};
use domain::time::{Day, Instant};
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

pub use due::{
    Due, calendar_since, deadlines, delete_calendar_token, due_to_delete, due_to_remind,
    due_to_renew, due_to_start, due_to_warn, find_calendar_token, put_calendar_token,
};
use rows::Row;

/// How a partner and a customer stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The customer's name.
    pub customer_name: String,
    /// What kind of organisation the customer is.
    pub segment: Segment,
    /// Whether it has delegated its administration to the partner.
    pub delegated_admin: bool,
    /// Day of the month on which the partner is billed, 1 to 28.
    pub billing_day: u32,
    /// Whether the partner sells through resellers.
    pub indirect: bool,
}

/// Lets nobody else change the subscriptions of `customer` until the transaction ends; whether
/// `partner` sells to it.
///
/// It is taken before all other locks of a change, so that changes cannot wait in a circle, and
/// limits per customer hold whoever sells.
///
/// # Errors
///
/// If the database does not answer.
pub async fn lock_customer(tx: &mut Tx, partner: PartnerId, customer: CustomerId) -> Result<bool> {
    // `FOR UPDATE` has no spelling in SQLite; an update that changes nothing locks in both.
    const SQL: &str = "
        UPDATE customers SET version = version
        WHERE id = $2 AND EXISTS (
            SELECT 1 FROM relationships r WHERE r.partner_id = $1 AND r.customer_id = $2)";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .execute(connection)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// How `partner` and `customer` stand to each other; `None` if the one does not sell to the other.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn standing(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<Option<Standing>> {
    const SQL: &str = "
        SELECT c.company_name, c.segment, r.delegated_admin, p.billing_day, p.model
        FROM relationships r
        JOIN customers c ON c.id = r.customer_id
        JOIN partners p ON p.id = r.partner_id
        WHERE r.partner_id = $1 AND r.customer_id = $2";
    let row: Option<(String, String, bool, i64, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .fetch_optional(connection)
            .await?
    });
    row.map(|(customer_name, segment, delegated_admin, billing_day, model)| {
        let corrupt = |table, column| Error::Corrupt { table, column };
        Ok(Standing {
            customer_name,
            segment: segment.parse().map_err(|_| corrupt("customers", "segment"))?,
            delegated_admin,
            billing_day: u32::try_from(billing_day)
                .map_err(|_| corrupt("partners", "billing_day"))?,
            indirect: model == "indirect-provider",
        })
    })
    .transpose()
}

/// The subscription `id` of `customer`, if `partner` sold it.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
    id: SubscriptionId,
) -> Result<Option<Subscription>> {
    const SQL: &str = rows::select!("WHERE partner_id = $1 AND customer_id = $2 AND id = $3");
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    row.map(Subscription::try_from).transpose()
}

/// All that `partner` has sold to `customer`, oldest first.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<Vec<Subscription>> {
    const SQL: &str =
        rows::select!("WHERE partner_id = $1 AND customer_id = $2 ORDER BY created_at, id");
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(Subscription::try_from).collect()
}

/// All that `customer` has from anybody, with who sold it, oldest first: for limits and for the
/// conditions of an upgrade. Only name and status of others' may be shown.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn from_anybody(
    tx: &mut Tx,
    customer: CustomerId,
) -> Result<Vec<(PartnerId, Subscription)>> {
    const SQL: &str = rows::select!("WHERE customer_id = $1 ORDER BY created_at, id");
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(customer)).fetch_all(connection).await?
    });
    rows.into_iter()
        .map(|row| Ok((PartnerId::from(row.partner_id), Subscription::try_from(row)?)))
        .collect()
}

/// Writes a new subscription that `partner` has sold.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert(
    tx: &mut Tx,
    partner: PartnerId,
    new: &Subscription,
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO subscriptions (
            id, partner_id, customer_id, order_id, offer_id, parent_id, nickname, quantity, status,
            ordered_on, starts_on, first_billed_on, renews_on, renews, unit_price,
            reseller_mpn_id, suspended_on, reactivated_on, earlier_suspended_on, suspend_reason,
            suspend_note, deletes_on, deleted_on, upgraded_from, version, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21, $22, $23, $24, $25, $26)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(Uuid::from(partner))
            .bind(Uuid::from(new.customer))
            .bind(Uuid::from(new.order))
            .bind(Uuid::from(new.offer))
            .bind(new.parent.map(Uuid::from))
            .bind(&new.nickname)
            .bind(i64::from(new.quantity))
            .bind(new.status.as_str())
            .bind(new.ordered_on)
            .bind(new.starts_on)
            .bind(new.first_billed_on)
            .bind(new.renews_on)
            .bind(new.renews)
            .bind(new.unit_price.stored())
            .bind(&new.reseller)
            .bind(new.suspended_on)
            .bind(new.reactivated_on)
            .bind(new.earlier_suspended_on)
            .bind(new.reason.map(domain::subscriptions::SuspendReason::as_str))
            .bind(&new.note)
            .bind(new.deletes_on())
            .bind(new.deleted_on)
            .bind(new.upgraded_from.map(Uuid::from))
            .bind(new.version)
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Writes what has changed in `next`, whose version is still the one that was read, and raises the
/// version by one.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed it first.
pub async fn update(tx: &mut Tx, partner: PartnerId, next: &Subscription) -> Result<()> {
    const SQL: &str = "
        UPDATE subscriptions
        SET nickname = $5, quantity = $6, status = $7, renews_on = $8, unit_price = $9,
            reseller_mpn_id = $10, suspended_on = $11, reactivated_on = $12,
            earlier_suspended_on = $13, suspend_reason = $14, suspend_note = $15,
            deletes_on = $16, deleted_on = $17, version = version + 1
        WHERE partner_id = $1 AND customer_id = $2 AND id = $3 AND version = $4";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(next.customer))
            .bind(Uuid::from(next.id))
            .bind(next.version)
            .bind(&next.nickname)
            .bind(i64::from(next.quantity))
            .bind(next.status.as_str())
            .bind(next.renews_on)
            .bind(next.unit_price.stored())
            .bind(&next.reseller)
            .bind(next.suspended_on)
            .bind(next.reactivated_on)
            .bind(next.earlier_suspended_on)
            .bind(next.reason.map(domain::subscriptions::SuspendReason::as_str))
            .bind(&next.note)
            .bind(next.deletes_on())
            .bind(next.deleted_on)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::Subscription }) }
}

/// The subscription of `partner` that replaced `source` of `customer`, if one did.
///
/// # Errors
///
/// If the database does not answer.
pub async fn replaced_by(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
    source: SubscriptionId,
) -> Result<Option<SubscriptionId>> {
    const SQL: &str = "
        SELECT id FROM subscriptions
        WHERE partner_id = $1 AND customer_id = $2 AND upgraded_from = $3";
    let id: Option<Uuid> = on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .bind(Uuid::from(source))
            .fetch_optional(connection)
            .await?
    });
    Ok(id.map(SubscriptionId::from))
}

/// Something that happened to a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// To which.
    pub subscription: SubscriptionId,
    /// What.
    pub kind: EventKind,
    /// On which day it counts.
    pub day: Day,
    /// Units after it.
    pub quantity: u32,
    /// What a unit costs a month after it.
    pub unit_price: UnitPrice,
    /// The moment.
    pub at: Instant,
}

/// Appends `event` to the life of a subscription that is locked.
///
/// # Errors
///
/// If the database does not answer.
pub async fn append_event(tx: &mut Tx, event: &Event) -> Result<()> {
    const SQL: &str = "
        INSERT INTO subscription_events (subscription_id, seq, kind, day, quantity, unit_price, at)
        SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, $5, $6
        FROM subscription_events WHERE subscription_id = $1";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(event.subscription))
            .bind(event.kind.as_str())
            .bind(event.day)
            .bind(i64::from(event.quantity))
            .bind(event.unit_price.stored())
            .bind(event.at)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// The life of the subscription `id` of `partner`, oldest first.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn events(tx: &mut Tx, partner: PartnerId, id: SubscriptionId) -> Result<Vec<EventView>> {
    const SQL: &str = "
        SELECT e.kind, e.day, e.quantity, e.at
        FROM subscription_events e
        JOIN subscriptions s ON s.id = e.subscription_id
        WHERE s.partner_id = $1 AND e.subscription_id = $2
        ORDER BY e.seq";
    let rows: Vec<(String, Day, i64, Instant)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(id))
            .fetch_all(connection)
            .await?
    });
    let event = |(kind, day, quantity, at): (String, Day, i64, Instant)| {
        let corrupt = |column| Error::Corrupt { table: "subscription_events", column };
        let kind = kind.parse().map_err(|_| corrupt("kind"))?;
        let quantity = u32::try_from(quantity).map_err(|_| corrupt("quantity"))?;
        Ok(EventView { kind, day, quantity, at })
    };
    rows.into_iter().map(event).collect()
}

/// The newest `limit` entries in the log of `partner` about the subscription `id` of `customer`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn activity(
    tx: &mut Tx,
    partner: PartnerId,
    customer: CustomerId,
    id: SubscriptionId,
    limit: u32,
) -> Result<Vec<SubscriptionEntry>> {
    const SQL: &str = "
        SELECT at, actor_id, actor_name, kind, before, after FROM activity_log
        WHERE tenant_id = $1 AND customer_id = $2 AND subject LIKE $3
        ORDER BY seq DESC LIMIT $4";
    type Entry = (Instant, Uuid, String, String, Option<String>, Option<String>);
    let rows: Vec<Entry> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(customer))
            .bind(format!("% {id}"))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    let entry = |(at, actor, actor_name, kind, before, after)| SubscriptionEntry {
        at,
        actor: UserId::from(actor),
        actor_name,
        kind,
        before,
        after,
    };
    Ok(rows.into_iter().map(entry).collect())
}
