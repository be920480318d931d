//! What a run reads, read by hand.

use std::hint::black_box;
use std::time::{Duration, Instant};

use sqlx::{Row as _, SqliteConnection, query};

/// Subscriptions with what their lines say, and what happened to them.
const READS: [&str; 2] = [
    "SELECT s.id, s.customer_id, s.offer_id, o.number, s.ordered_on, s.starts_on,
            s.first_billed_on, s.renews_on, s.renews, s.discount, s.nickname, s.reseller_mpn_id,
            c.company_name, c.domain_prefix, s.created_at
     FROM subscriptions s JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = s.customer_id
     WHERE s.partner_id = $1 AND s.deleted_on IS NULL ORDER BY s.created_at, s.id",
    "SELECT e.subscription_id, e.kind, e.day, e.quantity, e.unit_price
     FROM subscriptions s CROSS JOIN subscription_events e ON e.subscription_id = s.id
     WHERE s.partner_id = $1 ORDER BY s.created_at, s.id, e.seq",
];

/// Reads all that partners have sold, each row once; how long that took.
pub async fn read(connection: &mut SqliteConnection) -> Duration {
    const PARTNERS: &str = "SELECT partner_id FROM billing_accounts";
    let partners: Vec<Vec<u8>> = sqlx::query_scalar(PARTNERS)
        .fetch_all(&mut *connection)
        .await
        .expect("the partners can be read");
    let begin = Instant::now();
    for partner in &partners {
        for sql in READS {
            let rows = query(sql).bind(partner).fetch_all(&mut *connection).await;
            for row in rows.expect("the rows can be read") {
                (0..row.len()).for_each(|at| drop(black_box(row.try_get_raw(at))));
            }
        }
    }
    begin.elapsed()
}
