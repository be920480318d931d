//! A subscription's row.

use domain::money::UnitPrice;
use domain::subscriptions::Subscription;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{Error, Result};

/// A query of [`Row`]s of which the condition is given.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, partner_id, customer_id, order_id, offer_id, parent_id, nickname, ",
            "quantity, status, ordered_on, starts_on, first_billed_on, renews_on, renews, ",
            "unit_price, reseller_mpn_id, inactive_since, reactivated_on, suspend_reason, ",
            "suspend_note, deleted_on, upgraded_from, version FROM subscriptions ",
            $rest
        )
    };
}
pub(super) use select;

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    pub(super) partner_id: Uuid,
    customer_id: Uuid,
    order_id: Uuid,
    offer_id: Uuid,
    parent_id: Option<Uuid>,
    nickname: Option<String>,
    quantity: i64,
    status: String,
    ordered_on: Day,
    starts_on: Day,
    first_billed_on: Day,
    renews_on: Day,
    renews: bool,
    unit_price: i64,
    reseller_mpn_id: Option<String>,
    inactive_since: Option<Day>,
    reactivated_on: Option<Day>,
    suspend_reason: Option<String>,
    suspend_note: Option<String>,
    deleted_on: Option<Day>,
    upgraded_from: Option<Uuid>,
    version: i64,
}

impl TryFrom<Row> for Subscription {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "subscriptions", column };
        let reason = row.suspend_reason.map(|reason| reason.parse());
        Ok(Self {
            id: row.id.into(),
            customer: row.customer_id.into(),
            order: row.order_id.into(),
            offer: row.offer_id.into(),
            parent: row.parent_id.map(Into::into),
            nickname: row.nickname,
            quantity: u32::try_from(row.quantity).map_err(|_| corrupt("quantity"))?,
            status: row.status.parse().map_err(|_| corrupt("status"))?,
            ordered_on: row.ordered_on,
            starts_on: row.starts_on,
            first_billed_on: row.first_billed_on,
            renews_on: row.renews_on,
            renews: row.renews,
            unit_price: UnitPrice::from_stored(row.unit_price),
            reseller: row.reseller_mpn_id,
            inactive_since: row.inactive_since,
            reactivated_on: row.reactivated_on,
            reason: reason.transpose().map_err(|_| corrupt("suspend_reason"))?,
            note: row.suspend_note,
            deleted_on: row.deleted_on,
            upgraded_from: row.upgraded_from.map(Into::into),
            version: row.version,
        })
    }
}
