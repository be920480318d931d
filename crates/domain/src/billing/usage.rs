//! A line of usage: what was consumed, at the price of the unit.
//!
//! Source: domain book, "use-the-reconciliation-files", table B.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::exact::{Fraction, TooLarge, VatRate};
use super::line::Amounts;
use crate::money::{Money, UnitPrice};

/// A quantity of some resource, in millionths of its unit.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UsageQuantity(i64);

impl UsageQuantity {
    /// `millionths` of a unit.
    #[must_use]
    pub const fn from_stored(millionths: i64) -> Self {
        Self(millionths)
    }

    /// In millionths of a unit.
    #[must_use]
    pub const fn stored(self) -> i64 {
        self.0
    }

    /// In units, six places.
    #[must_use]
    pub fn units(self) -> Decimal {
        Decimal::new(self.0, 6)
    }

    /// What of this lies beyond `included`, never negative.
    #[must_use]
    pub fn beyond(self, included: Self) -> Self {
        Self(self.0.saturating_sub(included.0).max(0))
    }
}

/// What one unit of `overage` has cost, before and with tax, in fen; nothing without overage.
///
/// # Errors
///
/// [`TooLarge`] if a rate cannot be stored.
pub fn effective_rates(
    money: &Amounts,
    overage: UsageQuantity,
) -> Result<[Option<Money>; 2], TooLarge> {
    let rate = |whole| Fraction::rate(whole, overage.0).map(Fraction::rounded).transpose();
    Ok([rate(money.amount)?, rate(money.total())?])
}

/// What usage costs, with the rates that the file shows beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageCharge {
    /// Consumed beyond what is included.
    pub overage: UsageQuantity,
    /// Pre-tax charges and tax; usage has no discount of its own.
    pub money: Amounts,
    /// Charges before tax for one unit, in fen; `None` without overage.
    pub pretax_rate: Option<Money>,
    /// Charges with tax for one unit, in fen; `None` without overage.
    pub posttax_rate: Option<Money>,
}

/// The charge for `consumed`, of which `included` is free, at `price` a unit.
///
/// # Errors
///
/// [`TooLarge`] if an amount cannot be stored.
pub fn usage_charge(
    consumed: UsageQuantity,
    included: UsageQuantity,
    price: UnitPrice,
    vat: VatRate,
) -> Result<UsageCharge, TooLarge> {
    let overage = consumed.beyond(included);
    let amount = Fraction::usage(price, overage.0).rounded()?;
    let tax = vat.0.of(amount).rounded()?;
    let money = Amounts { amount, discount: Money::ZERO, tax };
    let [pretax_rate, posttax_rate] = effective_rates(&money, overage)?;
    Ok(UsageCharge { overage, money, pretax_rate, posttax_rate })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_included_costs_nothing_and_has_no_rate() {
        let included = UsageQuantity::from_stored(5_000_000);
        let price = UnitPrice::from_stored(808);
        for consumed in [0, 4_999_999, 5_000_000] {
            let consumed = UsageQuantity::from_stored(consumed);
            let charge = usage_charge(consumed, included, price, VatRate::default());
            let charge = charge.expect("a small amount");
            assert_eq!(charge.money, Amounts::default(), "{consumed:?}");
            assert_eq!((charge.pretax_rate, charge.posttax_rate), (None, None), "{consumed:?}");
        }
    }
}
