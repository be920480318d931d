//! A line of the bill, and its arithmetic.

use serde::{Deserialize, Serialize};

use super::calendar::{Days, Period};
use super::charge::ChargeType;
use super::exact::{Fraction, Percent, Rounding, TooLarge, VatRate};
use crate::money::{Money, UnitPrice};

/// What a line says in money. Every figure is rounded once and stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// Before discount and tax; negative for credits.
    pub amount: Money,
    /// What is taken off `amount`, of the same sign.
    pub discount: Money,
    /// On `amount` − `discount`.
    pub tax: Money,
}

impl Amounts {
    /// Amount − discount.
    #[must_use]
    pub fn subtotal(&self) -> Money {
        self.amount - self.discount
    }

    /// Subtotal + tax.
    #[must_use]
    pub fn total(&self) -> Money {
        self.subtotal() + self.tax
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            amount: self.amount + other.amount,
            discount: self.discount + other.discount,
            tax: self.tax + other.tax,
        }
    }

    /// The same to be paid back.
    ///
    /// Source: domain book, "common-billing-scenarios", P11.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { amount: -self.amount, discount: -self.discount, tax: -self.tax }
    }

    /// What gives back `gross`, tax at `vat` included.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if an amount cannot be stored.
    ///
    /// Source: domain book, "read-your-bill" (RB2).
    pub fn giving_back(gross: Money, vat: VatRate) -> Result<Self, TooLarge> {
        let net = Fraction::net(gross, vat).rounded()?;
        Ok(Self { amount: -net, discount: Money::ZERO, tax: -(gross - net) })
    }
}

/// A charge for seats on days of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is for.
    pub charge_type: ChargeType,
    /// The days charged or given back, within `period`.
    pub days: Days,
    /// The period whose days share the price.
    pub period: Period,
    /// Of one seat for a whole period.
    pub unit_price: UnitPrice,
    /// Seats, never negative.
    pub quantity: u32,
    /// Taken off the amount.
    pub discount_percent: Percent,
    /// The tax rate in force.
    pub vat: VatRate,
    /// What it comes to.
    pub money: Amounts,
}

impl Line {
    /// How the figures came about: the same calculation, told.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] for a line that no engine has made.
    pub fn explained(&self) -> Result<Explanation, TooLarge> {
        Ok(Explanation {
            price: self.unit_price,
            seats: self.quantity,
            days: self.days.count(),
            of_days: self.period.length(),
            kind: match self.charge_type {
                ChargeType::CancelInstanceProrate => Kind::Reversal,
                ChargeType::CancelProrate => Kind::Credit,
                _ => Kind::Charge,
            },
            amount: self.share().explained()?,
            discount: match self.discount_percent {
                Percent::ZERO => None,
                percent => Some(percent.of(self.money.amount).explained()?),
            },
            tax: self.vat.0.of(self.money.subtotal()).explained()?,
        })
    }

    /// The line that gives back `gross` of this one, tax included; of the section of credits.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if an amount cannot be stored.
    ///
    /// Source: domain book, "read-your-bill" (RB2) and "use-the-reconciliation-files", table C.
    pub fn offset(&self, gross: Money) -> Result<Self, TooLarge> {
        let money = Amounts::giving_back(gross, self.vat)?;
        let charge_type = ChargeType::OffsetLineItem;
        Ok(Self { charge_type, discount_percent: Percent::ZERO, money, ..*self })
    }

    fn share(&self) -> Fraction {
        let days = self.days.count();
        let share = Fraction::share(self.unit_price, self.quantity, days, self.period.length());
        if self.charge_type.is_credit() { share.negated() } else { share }
    }
}

/// What holds for all lines of one period: its length, price, discount and tax.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tariff {
    pub(super) period: Period,
    pub(super) price: UnitPrice,
    pub(super) discount: Percent,
    pub(super) vat: VatRate,
}

impl Tariff {
    /// `seats` on `days`, charged or given back as `charge_type` says.
    ///
    /// Source: domain book, "common-billing-scenarios", P9, P12, P17; billing engine, section 3.
    pub(super) fn line(
        &self,
        charge_type: ChargeType,
        days: Days,
        seats: u32,
    ) -> Result<Line, TooLarge> {
        let mut line = Line {
            charge_type,
            days,
            period: self.period,
            unit_price: self.price,
            quantity: seats,
            discount_percent: self.discount,
            vat: self.vat,
            money: Amounts::default(),
        };
        let amount = line.share().rounded()?;
        let discount = self.discount.of(amount).rounded()?;
        let tax = self.vat.0.of(amount - discount).rounded()?;
        line.money = Amounts { amount, discount, tax };
        Ok(line)
    }

    /// `line` taken back: every amount copied, none recomputed.
    pub(super) fn reversal(line: &Line) -> Line {
        let charge_type = ChargeType::CancelInstanceProrate;
        Line { charge_type, money: line.money.reversed(), ..*line }
    }
}

/// The arithmetic of a line, step by step: price × seats × days ÷ days of the period, rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Of one seat for a whole period.
    pub price: UnitPrice,
    /// Seats.
    pub seats: u32,
    /// Days charged, both ends included.
    pub days: i64,
    /// Days of the whole period.
    pub of_days: i64,
    /// Why it is a charge or a credit.
    pub kind: Kind,
    /// The product, negative for credits.
    pub amount: Rounding,
    /// The percentage of the rounded amount; `None` without a discount.
    pub discount: Option<Rounding>,
    /// The tax on what is left.
    pub tax: Rounding,
}

/// Whether a line is to be paid, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// To be paid.
    Charge,
    /// An earlier charge for the same days, taken back in full.
    Reversal,
    /// Unused days, given back.
    Credit,
}
