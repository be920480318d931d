//! Exact calculation, and the one step in which it becomes fen.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::money::{Money, UnitPrice};

/// Most that a figure may come to, in fen: four of them can still be added.
const MOST: i128 = i64::MAX as i128 / 4;

/// Places of yuan that [`Rounding::digits`] keeps.
const PLACES: u32 = 6;

/// An amount beyond what can be stored: more than 20 million million yuan.
///
/// The run of a partner to whom this happens is parked; no invoice is ever wrong instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an amount is too large to be stored")]
pub struct TooLarge;

/// A percentage in 1/10000 of a percent, 0 to 100 %.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Percent(u32);

impl Percent {
    /// Nothing of it.
    pub const ZERO: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(1_000_000);

    /// `stored` ten-thousandths of a percent; `None` above 100 %.
    #[must_use]
    pub const fn from_stored(stored: u32) -> Option<Self> {
        if stored <= Self::WHOLE.0 { Some(Self(stored)) } else { None }
    }

    /// What is written `text`: plain digits, at most four after the point; `None` above 100 %.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        u32::try_from(ten_thousandths(text)?).ok().and_then(Self::from_stored)
    }

    /// In 1/10000 of a percent.
    #[must_use]
    pub const fn stored(self) -> u32 {
        self.0
    }

    /// In percent, four places.
    #[must_use]
    pub fn percent(self) -> Decimal {
        Decimal::new(self.0.into(), 4)
    }

    /// This part of `whole`, not yet rounded.
    pub(super) fn of(self, whole: Money) -> Fraction {
        Fraction { numerator: i128::from(whole.fen()) * i128::from(self.0), denominator: 1_000_000 }
    }
}

/// Plain digits with at most four after the point, in ten-thousandths.
pub(super) fn ten_thousandths(text: &str) -> Option<i64> {
    const PLACES: usize = 4;
    let (whole, fraction) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || fraction.len() > PLACES || !plain(whole) || !plain(fraction) {
        return None;
    }
    format!("{whole}{fraction:0<PLACES$}").parse().ok()
}

/// The rate of value added tax.
///
/// Source: domain book, 1.4 (default 6 %, prices without tax).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VatRate(pub Percent);

impl Default for VatRate {
    fn default() -> Self {
        Self(Percent(60_000))
    }
}

/// Fen as a fraction, exact: days of a period rarely divide evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    numerator: i128,
    /// Positive.
    denominator: i128,
}

impl Fraction {
    /// `price` × `seats` × `days` ÷ `of`; `of` is positive.
    ///
    /// Multiplies first: no digit is lost before the division.
    pub(super) fn share(price: UnitPrice, seats: u32, days: i64, of: i64) -> Self {
        let numerator = i128::from(price.stored()) * i128::from(seats) * i128::from(days);
        Self { numerator, denominator: 100 * i128::from(of) }
    }

    /// `price` × `millionths` of a unit.
    pub(super) fn usage(price: UnitPrice, millionths: i64) -> Self {
        let numerator = i128::from(price.stored()) * i128::from(millionths);
        Self { numerator, denominator: 100 * 1_000_000 }
    }

    /// `whole` ÷ `millionths` of a unit; `None` for none.
    pub(super) fn rate(whole: Money, millionths: i64) -> Option<Self> {
        let numerator = i128::from(whole.fen()) * 1_000_000;
        (millionths > 0).then(|| Self { numerator, denominator: millionths.into() })
    }

    /// The part of `gross`, a positive amount with tax, that is not tax at `vat`.
    pub(super) fn net(gross: Money, vat: VatRate) -> Self {
        let whole = i128::from(Percent::WHOLE.0);
        let denominator = whole + i128::from(vat.0.0);
        Self { numerator: i128::from(gross.fen()) * whole, denominator }
    }

    /// `times` as much.
    pub(super) fn times(self, times: u32) -> Self {
        Self { numerator: self.numerator * i128::from(times), ..self }
    }

    /// The same to pay back.
    pub(super) fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// To the nearest fen, half away from zero.
    ///
    /// Source: domain book, 1.4 (once per line).
    pub(super) fn rounded(self) -> Result<Money, TooLarge> {
        let Self { numerator, denominator } = self;
        let whole = numerator / denominator;
        let rest = (numerator % denominator).abs();
        let fen = if 2 * rest >= denominator { whole + numerator.signum() } else { whole };
        if fen.abs() > MOST {
            return Err(TooLarge);
        }
        i64::try_from(fen).map(Money::from_fen).map_err(|_| TooLarge)
    }

    /// The step of rounding, to be told.
    pub(super) fn explained(self) -> Result<Rounding, TooLarge> {
        let rounded = self.rounded()?;
        let scaled = self.numerator * 10_000;
        let digits = Decimal::try_from_i128_with_scale(scaled / self.denominator, PLACES)
            .map_err(|_| TooLarge)?;
        let distance = i128::from(rounded.fen()) * self.denominator - self.numerator;
        let step = match (distance.signum() * self.numerator.signum()).signum() {
            0 => Step::Exact,
            1 => Step::Up,
            _ => Step::Down,
        };
        Ok(Rounding { digits, more: scaled % self.denominator != 0, step, rounded })
    }
}

/// How an exact amount became fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    /// The exact amount in yuan, cut off after six places.
    pub digits: Decimal,
    /// Whether further digits follow.
    pub more: bool,
    /// Which way it went.
    pub step: Step,
    /// What is charged.
    pub rounded: Money,
}

/// Which way an amount was rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Whole fen already.
    Exact,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_fen_goes_away_from_zero_and_is_told() {
        for (numerator, denominator, fen, digits, more, step) in [
            (5, 10, 1, "0.005000", false, Step::Up),
            (-5, 10, -1, "-0.005000", false, Step::Up),
            (4, 10, 0, "0.004000", false, Step::Down),
            (-82_500, 31, -2_661, "-26.612903", true, Step::Down),
            (200, 3, 67, "0.666666", true, Step::Up),
            (300, 3, 100, "1.000000", false, Step::Exact),
            (0, 7, 0, "0.000000", false, Step::Exact),
        ] {
            let told = Fraction { numerator, denominator }.explained().expect("a small amount");
            let expected = Rounding {
                digits: digits.parse().expect("digits"),
                more,
                step,
                rounded: Money::from_fen(fen),
            };
            assert_eq!(told, expected, "{numerator} / {denominator}");
        }
    }

    #[test]
    fn a_percentage_is_plain_digits_up_to_a_hundred() {
        for (text, stored) in [
            ("0", Some(0)),
            ("6", Some(60_000)),
            ("5.1234", Some(51_234)),
            ("100.0000", Some(1_000_000)),
            ("100.0001", None),
            ("5.12345", None),
            ("5.", None),
            (".5", None),
            ("-1", None),
            ("6 %", None),
            ("", None),
        ] {
            assert_eq!(Percent::read(text).map(Percent::stored), stored, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_stored_is_not_charged() {
        let dearest = UnitPrice::from_stored(i64::MAX / 4);
        let most = Money::from_fen(i64::MAX / 4);
        assert_eq!(Fraction::share(dearest, 100, 1, 1).rounded(), Ok(most));
        assert_eq!(Fraction::share(dearest, 101, 1, 1).rounded(), Err(TooLarge));
        assert_eq!(Percent::from_stored(1_000_001), None);
    }
}
