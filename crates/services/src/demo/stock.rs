//! What the demo sells, on its way into the database.

use std::collections::BTreeMap;

use chrono::Months;
use domain::catalogue::{Billing, LinkKind, Offer, Prices};
use domain::ids::{OfferId, PartnerId};
use domain::money::UnitPrice;
use domain::time::{Day, first_of_month, months_after};
use sha2::{Digest, Sha256};
use storage::catalogue::{self as rows, Words as StoredWords};
use storage::prices::{Special, merge, put_special};
use storage::{Tx, settings};
use uuid::Uuid;

use super::data::Words;
use super::offers::{DemoOffer, OFFERS_FILE, SERVICE_PLANS_FILE, service_plans};
use super::prices::{DemoPriceList, price_lists, special_prices};
use crate::collation;
use crate::failure::{Result, Stored};

/// How long the last price list is repeated beyond today: a demo that runs on must not run dry.
const MONTHS_AHEAD: u32 = 24;

/// The ids of special prices come after this one.
const SPECIAL_PRICES: u128 = 0x5bec_1a10_0000_4000_8000_0000_0000_0000;

/// Offers by their code.
pub type Catalogue = BTreeMap<String, DemoOffer>;

/// The fingerprint of what was written last: nothing is written twice, so that what an operator has
/// changed since stays changed.
const WRITTEN: &str = "demo-offers";

/// Writes service plans, offers and their links, unless this version of them was written before.
pub(super) async fn put_offers(tx: &mut Tx, offers: &Catalogue) -> Result<()> {
    let fingerprint = fingerprint();
    if settings::find(tx, WRITTEN).await.stored()?.as_ref() == Some(&fingerprint) {
        return Ok(());
    }
    for plan in service_plans() {
        let names = [&*plan.name.en, &*plan.name.fr, &*plan.name.zh_cn];
        rows::put_service_plan(tx, &plan.id, plan.family.as_deref(), names).await.stored()?;
    }
    for offer in offers.values() {
        let words = words(&offer.name, &offer.description);
        rows::put_offer(tx, &stored(offer), &words, &offer.service_plans).await.stored()?;
    }
    for offer in offers.values() {
        let links: Vec<_> = links(offer).map(|(kind, code)| (kind, offers[code].id)).collect();
        rows::put_links(tx, offer.id, &links).await.stored()?;
    }
    settings::put(tx, WRITTEN, &fingerprint).await.stored()
}

fn fingerprint() -> String {
    let digest =
        Sha256::new().chain_update(OFFERS_FILE).chain_update(SERVICE_PLANS_FILE).finalize();
    let mut start = [0; 16];
    start.copy_from_slice(&digest[..16]);
    format!("{:032x}", u128::from_be_bytes(start))
}

/// Writes the price lists that are missing: the documented ones, then the last of them again for
/// every month from `today`'s on.
pub(super) async fn put_price_lists(tx: &mut Tx, offers: &Catalogue, today: Day) -> Result<()> {
    for list in continued(price_lists(), today) {
        // What stands there may have been changed since.
        if rows::month_in_force(tx, list.month).await.stored()?.is_none() {
            let prices = prices(&list, offers);
            merge(tx, list.month, list.published_on, &prices).await.stored()?;
        }
    }
    Ok(())
}

/// Writes the prices that are one partner's own.
pub(super) async fn put_special_prices(
    tx: &mut Tx,
    offers: &Catalogue,
    (partner, key): (PartnerId, &str),
) -> Result<()> {
    for (number, special) in (1_u128..).zip(special_prices()) {
        if special.partner == key {
            let special = Special {
                id: Uuid::from_u128(SPECIAL_PRICES + number),
                offer: offers[&special.offer].id,
                price: special.price,
                first_day: special.first_order_day,
                last_day: special.last_order_day,
            };
            put_special(tx, partner, &special).await.stored()?;
        }
    }
    Ok(())
}

/// `lists`, and after the last one its repetitions from the month of `today` on.
fn continued(mut lists: Vec<DemoPriceList>, today: Day) -> Vec<DemoPriceList> {
    let Some(last) = lists.last().cloned() else { return lists };
    let mut month = months_after(last.month, 1).max(first_of_month(today));
    while month <= months_after(today, MONTHS_AHEAD) {
        let published_on = month.checked_sub_months(Months::new(1)).unwrap_or(month);
        lists.push(DemoPriceList { month, published_on, ..last.clone() });
        month = months_after(month, 1);
    }
    lists
}

/// The prices of `list` by offer. What is charged by usage stands in every list too, without a
/// price of its own: its meters have prices.
fn prices(list: &DemoPriceList, offers: &Catalogue) -> Vec<(OfferId, Prices)> {
    let by_licence = list.prices.iter().map(|(code, price)| {
        (offers[code].id, Prices { partner: price.partner, retail: price.retail })
    });
    let by_usage = offers.values().filter(|offer| offer.billing == Billing::Usage).map(|offer| {
        let none = UnitPrice::default();
        (offer.id, Prices { partner: none, retail: none })
    });
    by_licence.chain(by_usage).collect()
}

fn stored(offer: &DemoOffer) -> Offer {
    Offer {
        id: offer.id,
        code: offer.code.clone(),
        sku: offer.sku_id,
        string_id: offer.string_id.clone(),
        category: offer.category,
        segment: offer.segment,
        billing: offer.billing,
        unit: offer.unit,
        minimum: offer.minimum,
        maximum: offer.maximum,
        per_customer: offer.limit.map(|limit| limit.count),
        add_on: offer.add_on,
        rank: offer.rank,
    }
}

fn words(name: &Words, description: &Words) -> [StoredWords; 3] {
    [
        ("en", &name.en, &description.en),
        ("fr", &name.fr, &description.fr),
        ("zh-CN", &name.zh_cn, &description.zh_cn),
    ]
    .map(|(language, name, description)| StoredWords {
        language,
        name: name.clone(),
        description: description.clone(),
        sort_key: collation::sort_key(language, name),
    })
}

fn links(offer: &DemoOffer) -> impl Iterator<Item = (LinkKind, &String)> {
    let needs = offer.prerequisites.iter().map(|code| (LinkKind::NeedsOneOf, code));
    let upgrades = offer.upgrade_targets.iter().map(|code| (LinkKind::UpgradesTo, code));
    let converts = offer.trial.iter().map(|trial| (LinkKind::ConvertsTo, &trial.converts_to));
    needs.chain(upgrades).chain(converts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(today: &str) -> Vec<String> {
        let lists = continued(price_lists(), today.parse().unwrap());
        lists.into_iter().skip(3).map(|list| list.month.to_string()).collect()
    }

    #[test]
    fn the_last_list_is_repeated_without_a_gap_in_its_own_time() {
        let months = months("2019-06-15");
        assert_eq!(months[..3], ["2019-08-01", "2019-09-01", "2019-10-01"]);
        assert_eq!(months.last().map(String::as_str), Some("2021-06-01"));
    }

    #[test]
    fn years_later_it_is_repeated_from_the_month_of_today_on() {
        let months = months("2026-01-31");
        assert_eq!(months[..3], ["2019-08-01", "2026-01-01", "2026-02-01"]);
        assert_eq!(months.last().map(String::as_str), Some("2028-01-01"));
    }

    #[test]
    fn repeated_lists_are_published_a_month_ahead() {
        let lists = continued(price_lists(), "2026-01-31".parse().unwrap());
        let last = lists.last().unwrap();
        assert_eq!(months_after(last.published_on, 1), last.month);
        assert_eq!(last.prices, price_lists().last().unwrap().prices);
    }
}
