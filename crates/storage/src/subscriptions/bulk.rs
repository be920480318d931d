//! Many orders at once, for demos and measurements: each with one active subscription.

use domain::ids::PartnerId;
use domain::subscriptions::Subscription;
use domain::time::start_of_day;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Result, Tx};

/// Rows of one statement: both databases take that many values.
const CHUNK: usize = 1_000;

/// Writes active subscriptions of customers who had none, each with its partner, its SKU and an
/// order of its own.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert_many(tx: &mut Tx, new: &[(PartnerId, Uuid, Subscription)]) -> Result<()> {
    const NUMBERS: &str =
        "UPDATE order_numbers SET last = last + $1 WHERE name = 'orders' RETURNING last";
    for chunk in new.chunks(CHUNK) {
        let count = i64::try_from(chunk.len()).unwrap_or(i64::MAX);
        on_backend!(&mut *tx, |connection| {
            let last: i64 =
                sqlx::query_scalar(NUMBERS).bind(count).fetch_one(&mut *connection).await?;
            let numbered = chunk.iter().zip(last - count + 1..);
            let mut orders = QueryBuilder::new(
                "INSERT INTO orders (id, partner_id, customer_id, number, placed_on, placed_at, \
                 placed_by) ",
            );
            orders.push_values(numbered, |mut row, ((partner, _, one), number)| {
                row.push_bind(Uuid::from(one.order))
                    .push_bind(Uuid::from(*partner))
                    .push_bind(Uuid::from(one.customer))
                    .push_bind(number)
                    .push_bind(one.ordered_on)
                    .push_bind(start_of_day(one.ordered_on))
                    .push_bind(Uuid::nil());
            });
            orders.build().execute(&mut *connection).await?;

            let mut rows = QueryBuilder::new(
                "INSERT INTO subscriptions (id, partner_id, customer_id, order_id, offer_id, \
                 quantity, status, ordered_on, starts_on, first_billed_on, renews_on, renews, \
                 unit_price, created_at) ",
            );
            rows.push_values(chunk, |mut row, (partner, _, one)| {
                row.push_bind(Uuid::from(one.id))
                    .push_bind(Uuid::from(*partner))
                    .push_bind(Uuid::from(one.customer))
                    .push_bind(Uuid::from(one.order))
                    .push_bind(Uuid::from(one.offer))
                    .push_bind(i64::from(one.quantity))
                    .push_bind(one.status.as_str())
                    .push_bind(one.ordered_on)
                    .push_bind(one.starts_on)
                    .push_bind(one.first_billed_on)
                    .push_bind(one.renews_on)
                    .push_bind(one.renews)
                    .push_bind(one.unit_price.stored())
                    .push_bind(start_of_day(one.ordered_on));
            });
            rows.build().execute(&mut *connection).await?;

            let mut events = QueryBuilder::new(
                "INSERT INTO subscription_events (subscription_id, seq, kind, day, quantity, \
                 unit_price, at) ",
            );
            events.push_values(chunk, |mut row, (_, _, one)| {
                row.push_bind(Uuid::from(one.id))
                    .push_bind(1_i64)
                    .push_bind("ordered")
                    .push_bind(one.ordered_on)
                    .push_bind(i64::from(one.quantity))
                    .push_bind(one.unit_price.stored())
                    .push_bind(start_of_day(one.ordered_on));
            });
            events.build().execute(&mut *connection).await?;

            let mut pools = QueryBuilder::new(
                "INSERT INTO licence_pools (customer_id, sku_id, bought, valid, assigned) ",
            );
            pools.push_values(chunk, |mut row, (_, sku, one)| {
                row.push_bind(Uuid::from(one.customer))
                    .push_bind(*sku)
                    .push_bind(i64::from(one.quantity))
                    .push_bind(i64::from(one.quantity))
                    .push_bind(0_i64);
            });
            pools.build().execute(connection).await?;
        });
    }
    Ok(())
}
