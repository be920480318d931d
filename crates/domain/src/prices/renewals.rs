//! What a new price does to subscriptions that renew.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::ids::{CustomerId, SubscriptionId};
use crate::money::{Money, UnitPrice};
use crate::time::Day;

/// Months of a term.
pub const TERM_MONTHS: u32 = 12;

/// Renewals on a page.
pub const RENEWALS_A_PAGE: u32 = 50;

/// The price of the next term: the partner's own while it can be had on the day of the renewal,
/// else the list's then in force, else, for what has left the list, as before.
///
/// Source: domain book, "see-offers-and-pricing" (rules, screen 3).
#[must_use]
pub fn renewal_price(
    locked: UnitPrice,
    list: Option<UnitPrice>,
    special: Option<UnitPrice>,
) -> UnitPrice {
    special.or(list).unwrap_or(locked)
}

/// What `quantity` units cost a month, without tax; `None` beyond what can be stored.
#[must_use]
pub fn monthly(quantity: u32, price: UnitPrice) -> Option<Money> {
    price.yuan().checked_mul(Decimal::from(quantity)).and_then(Money::rounded)
}

/// How much more, or less, is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// A month.
    pub monthly: Money,
    /// In a term of twelve months.
    pub term: Money,
}

impl Effect {
    /// Of `quantity` units that cost `after` instead of `before`; `None` beyond what can be stored.
    ///
    /// Each month is rounded as its invoice is, before months are added.
    #[must_use]
    pub fn of(quantity: u32, before: UnitPrice, after: UnitPrice) -> Option<Self> {
        let [before, after] = [before, after].map(|price| monthly(quantity, price));
        let monthly = after? - before?;
        let term = monthly.fen().checked_mul(i64::from(TERM_MONTHS)).map(Money::from_fen)?;
        Some(Self { monthly, term })
    }

    /// Both together; `None` beyond what can be stored.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            monthly: self.monthly.checked_add(other.monthly)?,
            term: self.term.checked_add(other.term)?,
        })
    }
}

/// How many renewals, and what they change together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Subscriptions.
    pub subscriptions: u32,
    /// Their effects, summed.
    pub effect: Effect,
}

impl Tally {
    /// With one more subscription; `None` beyond what can be stored.
    #[must_use]
    pub fn with(self, effect: Effect) -> Option<Self> {
        Some(Self {
            subscriptions: self.subscriptions.checked_add(1)?,
            effect: self.effect.plus(effect)?,
        })
    }
}

/// A subscription that renews onto another price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenewalView {
    /// Which.
    pub subscription: SubscriptionId,
    /// Whose.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// All of the customer's renewals onto other prices.
    pub of_customer: Tally,
    /// Its nickname, or its offer's name.
    pub name: String,
    /// Units.
    pub quantity: u32,
    /// When.
    pub renews_on: Day,
    /// What is paid until then.
    pub before: UnitPrice,
    /// What is paid from then on.
    pub after: UnitPrice,
    /// Whether the new price is certain: the list is the one of the renewal's month.
    pub certain: bool,
    /// What that changes.
    pub effect: Effect,
}

/// What a price list does to a partner's subscriptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceChangesView {
    /// The first day of the list's month.
    pub month: Day,
    /// The months whose lists can be seen, the latest first.
    pub months: Vec<Day>,
    /// The renewals of this page, by customer, then by day.
    pub renewals: Vec<RenewalView>,
    /// All renewals onto other prices.
    pub total: Tally,
    /// Customers that they concern.
    pub customers: u32,
    /// The page shown, from 0.
    pub page: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn price(stored: i64) -> UnitPrice {
        UnitPrice::from_stored(stored)
    }

    #[test]
    fn the_partners_own_price_comes_before_the_lists_and_the_lists_before_the_old_one() {
        let (old, list, own) = (price(1), price(2), price(3));
        for (listed, special, expected) in [
            (Some(list), Some(own), own),
            (Some(list), None, list),
            (None, Some(own), own),
            (None, None, old),
        ] {
            assert_eq!(renewal_price(old, listed, special), expected);
        }
    }

    /// Domain book, `catalog-seed.md` 6: O365-BP costs 72.00 from July on, 68.50 before.
    #[test]
    fn seven_seats_at_three_fifty_more_are_twenty_four_fifty_a_month() {
        let effect = Effect::of(7, price(685_000), price(720_000)).expect("a small amount");
        assert_eq!(effect.monthly, Money::from_fen(2_450));
        assert_eq!(effect.term, Money::from_fen(29_400));
        let less = Effect::of(7, price(720_000), price(685_000)).expect("a small amount");
        assert_eq!(effect.plus(less), Some(Effect::default()));
    }

    #[test]
    fn each_month_is_rounded_as_its_invoice_is() {
        // 3 × 0.0050 = 0.015, which is 0.02; 3 × 0.0083 = 0.0249, which is 0.02.
        let effect = Effect::of(3, price(50), price(83)).expect("a small amount");
        assert_eq!(effect, Effect::default());
    }

    #[test]
    fn what_cannot_be_stored_has_no_effect() {
        assert_eq!(Effect::of(u32::MAX, price(0), price(i64::MAX)), None);
    }
}
