//! Money, exact. One currency: the programme bills in Chinese yuan.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// The only currency, as ISO 4217 writes it.
pub const CURRENCY: &str = "CNY";

/// An amount in whole fen (1/100 yuan).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// `fen` fen.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// How many fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// In yuan, two places.
    #[must_use]
    pub fn yuan(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// `yuan` to the nearest fen, half away from zero; `None` beyond what can be stored.
    ///
    /// The only way back from a calculation, used once per line.
    ///
    /// Source: domain book, 1.4.
    #[must_use]
    pub fn rounded(yuan: Decimal) -> Option<Self> {
        let fen = yuan.checked_mul(Decimal::ONE_HUNDRED)?;
        let fen = fen.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        i64::try_from(fen).ok().map(Self)
    }

    /// The sum; `None` beyond what can be stored.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.yuan().fmt(f)
    }
}

/// The price of one unit for one billing period, in 1/10000 yuan.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UnitPrice(i64);

impl UnitPrice {
    /// As stored: ten-thousandths of a yuan.
    #[must_use]
    pub const fn from_stored(ten_thousandths: i64) -> Self {
        Self(ten_thousandths)
    }

    /// For the database: ten-thousandths of a yuan.
    #[must_use]
    pub const fn stored(self) -> i64 {
        self.0
    }

    /// In yuan, four places.
    #[must_use]
    pub fn yuan(self) -> Decimal {
        Decimal::new(self.0, 4)
    }
}

impl fmt::Display for UnitPrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.yuan().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_is_rounded_away_from_zero() {
        for (yuan, fen) in [
            (Decimal::new(10_005, 3), 1_001),
            (Decimal::new(-10_005, 3), -1_001),
            (Decimal::new(10_004, 3), 1_000),
            (Decimal::new(-10_004, 3), -1_000),
        ] {
            assert_eq!(Money::rounded(yuan), Some(Money::from_fen(fen)), "{yuan}");
        }
    }

    #[test]
    fn what_cannot_be_stored_is_no_amount() {
        assert_eq!(Money::rounded(Decimal::MAX), None);
    }
}
