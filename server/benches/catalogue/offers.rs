//! A catalogue larger than any price list is.

use domain::catalogue::{Billing, Category, Offer, Prices, Segment, Unit};
use domain::ids::OfferId;
use domain::money::UnitPrice;
use domain::time::Day;
use storage::Store;
use storage::catalogue::{Words, put_offer};
use storage::prices::merge;
use uuid::Uuid;

/// How many offers.
pub const OFFERS: u32 = 1000;

/// Puts [`OFFERS`] offers into the price lists of `months`, spread over all categories.
pub async fn fill(store: &Store, months: &[Day]) {
    let mut tx = store.write().await.expect("the file can be written");
    let mut prices = Vec::new();
    for n in 1..=OFFERS {
        let id = OfferId::from(Uuid::from_u128(n.into()));
        let words = ["en", "fr", "zh-CN"].map(|language| Words {
            language,
            name: format!("Offer number {n} for enterprises"),
            description: "Mail, calendar and files for everyone in the company, with archive."
                .into(),
            sort_key: n.to_be_bytes().to_vec(),
        });
        put_offer(&mut tx, &offer(id, n), &words, &[]).await.expect("an offer");
        let price = |yuan: u32| UnitPrice::from_stored(i64::from(yuan) * 10_000);
        prices.push((id, Prices { partner: price(n), retail: price(n + 10) }));
    }
    for month in months {
        merge(&mut tx, *month, *month, &prices).await.expect("a price list");
    }
    tx.commit().await.expect("the file can be written");
}

fn offer(id: OfferId, n: u32) -> Offer {
    let category = Category::ALL[n as usize % Category::ALL.len()];
    let usage = category == Category::Usage;
    Offer {
        id,
        code: format!("OFFER-{n:04}"),
        sku: Uuid::from_u128(u128::from(n) << 32),
        string_id: format!("SKU_{n:04}"),
        category,
        segment: Segment::Commercial,
        billing: if usage { Billing::Usage } else { Billing::License },
        unit: if usage { Unit::None } else { Unit::Licences },
        minimum: 1,
        maximum: 10_000_000,
        per_customer: None,
        add_on: category == Category::AddOn,
        rank: n,
    }
}
