//! What the meters of the demo's usage-based subscriptions have counted.

use domain::billing::{Meter, UsageQuantity};
use domain::ids::PartnerId;
use domain::money::UnitPrice;
use domain::subscriptions::Subscription;
use domain::time::days_after;
use serde::Deserialize;
use storage::Tx;
use storage::billing::usage::{UsageRecord, insert_record};

use super::data::read;
use crate::failure::{Result, Stored, report};
use crate::system::System;

/// A meter, and how regularly it counts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoMeter {
    /// The key of its subscription.
    subscription: String,
    /// Days from one count to the next.
    every: u64,
    /// Which rate.
    item: i64,
    /// Units of each count.
    units: i64,
    /// Of a unit, in ten-thousandths of a yuan.
    price: i64,
    /// What is known of it.
    about: Meter,
}

fn meters() -> Vec<DemoMeter> {
    #[derive(Deserialize)]
    struct File {
        meter: Vec<DemoMeter>,
    }
    read::<File>(include_str!("../../demo/usage.toml")).meter
}

/// Writes what the meters of `subscription`, which the demo calls `key`, have counted before today.
pub(super) async fn put_usage(
    system: &System,
    tx: &mut Tx,
    partner: PartnerId,
    (key, subscription): (&str, &Subscription),
) -> Result<()> {
    for demo in meters().into_iter().filter(|meter| meter.subscription == key) {
        let meter = serde_json::to_string(&demo.about).map_err(|error| report(&error))?;
        let mut record = UsageRecord {
            partner,
            customer: subscription.customer,
            subscription: subscription.id,
            used_on: subscription.starts_on,
            meter,
            item: demo.item,
            consumed: UsageQuantity::from_stored(demo.units * 1_000_000),
            list_price: UnitPrice::from_stored(demo.price),
        };
        while record.used_on < system.today() {
            insert_record(tx, system.next_id(), &record).await.stored()?;
            record.used_on = days_after(record.used_on, demo.every);
        }
    }
    Ok(())
}
