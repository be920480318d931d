//! What the demo's offers cost, month by month.

use std::collections::BTreeMap;

use domain::money::UnitPrice;
use domain::time::Day;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, de};

use super::data::read;

/// Everything that can be had in one month, with its prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPriceList {
    /// The first day on which it is in force; the next list ends it.
    pub month: Day,
    /// The day from which partners could see it.
    pub published_on: Day,
    /// By the offer's code.
    pub prices: BTreeMap<String, DemoPrice>,
}

/// What one unit costs for a month, without tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoPrice {
    /// What a partner pays.
    pub partner: UnitPrice,
    /// What customers are expected to pay.
    pub retail: UnitPrice,
}

/// A price that one partner pays instead of the list's.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoSpecialPrice {
    /// The partner's key.
    pub partner: String,
    /// The offer's code.
    pub offer: String,
    /// What one unit costs for a month, without tax.
    #[serde(deserialize_with = "unit_price")]
    pub price: UnitPrice,
    /// The first day on which it can be ordered.
    pub first_order_day: Day,
    /// The last day on which it can be ordered.
    pub last_order_day: Day,
    /// It ends so many months after the order.
    pub months: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: Vec<List>,
    special: Vec<DemoSpecialPrice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    month: Day,
    published_on: Day,
    changes: Vec<Change>,
}

/// How a list differs from the one before it.
#[derive(Deserialize)]
#[serde(tag = "flag", deny_unknown_fields)]
enum Change {
    #[serde(rename = "ADD")]
    Added(Priced),
    #[serde(rename = "CHG")]
    Changed(Priced),
    #[serde(rename = "DEL")]
    Deleted { offer: String },
}

#[derive(Deserialize)]
struct Priced {
    offer: String,
    #[serde(deserialize_with = "unit_price")]
    partner: UnitPrice,
    #[serde(deserialize_with = "unit_price")]
    retail: UnitPrice,
}

/// All price lists, the earliest first, each complete.
pub fn price_lists() -> Vec<DemoPriceList> {
    let mut prices = BTreeMap::new();
    let mut lists = Vec::new();
    for List { month, published_on, changes } in file().list {
        for change in changes {
            match change {
                Change::Added(Priced { offer, partner, retail })
                | Change::Changed(Priced { offer, partner, retail }) => {
                    prices.insert(offer, DemoPrice { partner, retail });
                }
                Change::Deleted { offer } => {
                    prices.remove(&offer);
                }
            }
        }
        lists.push(DemoPriceList { month, published_on, prices: prices.clone() });
    }
    lists
}

/// All prices that are one partner's own.
pub fn special_prices() -> Vec<DemoSpecialPrice> {
    file().special
}

fn file() -> File {
    read(include_str!("../../demo/prices.toml"))
}

/// A price in yuan, written as a decimal with at most the four places that can be stored.
fn unit_price<'de, D: Deserializer<'de>>(deserializer: D) -> Result<UnitPrice, D::Error> {
    let yuan: Decimal = Deserialize::deserialize(deserializer)?;
    let stored = yuan * Decimal::from(10_000);
    if !stored.fract().is_zero() || stored.is_sign_negative() {
        return Err(de::Error::custom(format_args!("{yuan} is no price")));
    }
    i64::try_from(stored).map(UnitPrice::from_stored).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use domain::catalogue::Billing;
    use domain::time::months_after;

    use super::super::offers::offers;
    use super::*;

    fn yuan(text: &str) -> UnitPrice {
        let price: Decimal = text.parse().unwrap();
        UnitPrice::from_stored(i64::try_from(price * Decimal::from(10_000)).unwrap())
    }

    #[test]
    fn lists_follow_each_other_month_by_month() {
        let lists = price_lists();
        let days: Vec<_> = lists
            .iter()
            .map(|list| (list.published_on.to_string(), list.month.to_string()))
            .collect();
        let expected = [
            ("2019-04-01", "2019-05-01"),
            ("2019-05-01", "2019-06-01"),
            ("2019-05-31", "2019-07-01"),
            ("2019-07-01", "2019-08-01"),
        ];
        assert_eq!(days, expected.map(|(seen, month)| (seen.to_owned(), month.to_owned())));
    }

    /// Domain book, "see-offers-and-pricing".
    #[test]
    fn a_list_is_published_thirty_days_ahead() {
        for list in price_lists() {
            let ahead = (list.month - list.published_on).num_days();
            assert!(ahead >= 30, "{} is published {ahead} days ahead", list.month);
        }
    }

    #[test]
    fn a_list_changes_what_the_seed_says_and_nothing_else() {
        let [may, june, july, august] = price_lists().try_into().unwrap();
        let mut expected = may.prices.clone();
        expected.insert(
            "ADD-VIS".to_owned(),
            DemoPrice { partner: yuan("71.10"), retail: yuan("88.90") },
        );
        assert_eq!(june.prices, expected);
        expected.get_mut("O365-BP").unwrap().partner = yuan("72.00");
        assert_eq!(may.prices["O365-BP"].partner, yuan("68.50"));
        assert_eq!(july.prices, expected);
        expected.remove("EXO-K").unwrap();
        assert_eq!(august.prices, expected);
    }

    #[test]
    fn flags_tell_the_truth() {
        let mut listed = BTreeMap::new();
        for change in file().list.into_iter().flat_map(|list| list.changes) {
            match change {
                Change::Added(price) => {
                    let earlier = listed.insert(price.offer.clone(), price.partner);
                    assert_eq!(earlier, None, "{} is added twice", price.offer);
                }
                Change::Changed(price) => {
                    let earlier = listed.insert(price.offer.clone(), price.partner);
                    assert!(earlier.is_some(), "{} was not there", price.offer);
                    assert_ne!(earlier, Some(price.partner), "{} is the same", price.offer);
                }
                Change::Deleted { offer } => {
                    assert!(listed.remove(&offer).is_some(), "{offer} was not there");
                }
            }
        }
    }

    #[test]
    fn every_offer_sold_by_licence_has_a_price_and_no_other() {
        let june = &price_lists()[1];
        let priced: Vec<_> = june.prices.keys().cloned().collect();
        let mut sold: Vec<_> = offers()
            .into_iter()
            .filter(|offer| offer.billing == Billing::License)
            .map(|offer| offer.code)
            .collect();
        sold.sort_unstable();
        assert_eq!(priced, sold);
    }

    #[test]
    fn only_the_trial_is_free_and_partners_earn_on_the_rest() {
        for list in price_lists() {
            for (offer, DemoPrice { partner, retail }) in list.prices {
                if offer == "TRIAL-E3" {
                    assert_eq!((partner, retail), (UnitPrice::default(), UnitPrice::default()));
                } else {
                    assert!(UnitPrice::default() < partner && partner < retail, "{offer}");
                }
            }
        }
    }

    #[test]
    fn a_price_has_at_most_four_places() {
        for (text, expected) in [
            ("1.2345", Some(12_345)),
            ("1.23450", Some(12_345)),
            ("1.23456", None),
            ("-1.00", None),
        ] {
            let read: Result<Priced, _> =
                toml::from_str(&format!("offer = 'A'\npartner = '{text}'\nretail = '2'"));
            let stored = read.ok().map(|price| price.partner.stored());
            assert_eq!(stored, expected, "{text}");
        }
    }

    #[test]
    fn haiyun_gets_five_percent_off_in_june() {
        let [special] = special_prices().try_into().unwrap();
        let june = &price_lists()[1];
        assert_eq!((special.partner.as_str(), special.offer.as_str()), ("haiyun", "O365-E1"));
        assert_eq!(
            special.price.yuan(),
            june.prices["O365-E1"].partner.yuan() * Decimal::new(95, 2)
        );
        assert_eq!(special.first_order_day, june.month);
        assert_eq!(special.last_order_day.succ_opt(), Some(months_after(june.month, 1)));
        assert_eq!(special.months, 12);
    }
}
