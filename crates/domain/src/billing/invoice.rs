//! From lines to the sections and the total of an invoice.

use serde::{Deserialize, Serialize};

use super::charge::{ChargeType, Section};
use super::exact::TooLarge;
use super::line::{Amounts, Line};
use crate::money::Money;

/// The sections of an invoice: sums of rounded lines, never rounded again.
///
/// Source: domain book, "read-your-bill" (sections, in order).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sections {
    /// Recurring charges.
    pub recurring: Money,
    /// Other products and services.
    pub other_products: Money,
    /// Usage charges.
    pub usage: Money,
    /// Other discounts of usage-based lines.
    pub usage_discounts: Money,
    /// Other discounts of license-based lines; what is taken off is negative.
    pub discounts: Money,
    /// Credits and adjustments, their tax included.
    pub credits: Money,
    /// Taxes, without those of credits and adjustments.
    pub tax: Money,
    /// Total of current charges.
    pub total: Money,
}

impl Sections {
    /// The sections of an invoice with `lines`.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if a sum cannot be stored.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Result<Self, TooLarge> {
        let mut sections = Self::default();
        for line in lines {
            sections.add(line.charge_type, &line.money)?;
        }
        Ok(sections)
    }

    /// One line more.
    ///
    /// # Errors
    ///
    /// [`TooLarge`] if a sum cannot be stored; the sections are of no use then.
    pub fn add(&mut self, charge_type: ChargeType, money: &Amounts) -> Result<(), TooLarge> {
        let total = money.total();
        match charge_type.section() {
            Section::Credits => {
                add(&mut self.credits, total)?;
                return add(&mut self.total, total);
            }
            Section::Recurring => add(&mut self.recurring, money.amount)?,
            Section::OtherProducts => add(&mut self.other_products, money.amount)?,
            Section::Usage => add(&mut self.usage, money.amount)?,
            Section::UsageDiscounts => add(&mut self.usage_discounts, money.amount)?,
        }
        add(&mut self.discounts, -money.discount)?;
        add(&mut self.tax, money.tax)?;
        add(&mut self.total, total)
    }

    /// What the sections come to: by construction the total of the lines.
    #[must_use]
    pub fn sum(&self) -> Money {
        let Self {
            recurring, other_products, usage, usage_discounts, discounts, credits, tax, ..
        } = *self;
        [recurring, other_products, usage, usage_discounts, discounts, credits, tax]
            .into_iter()
            .sum()
    }
}

fn add(sum: &mut Money, money: Money) -> Result<(), TooLarge> {
    *sum = sum.checked_add(money).ok_or(TooLarge)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_beyond_what_can_be_stored_are_refused() {
        let half = Money::from_fen(i64::MAX / 2 + 1);
        let money = Amounts { amount: half, ..Amounts::default() };
        let mut sections = Sections::default();
        assert_eq!(sections.add(ChargeType::CycleFee, &money), Ok(()));
        assert_eq!(sections.add(ChargeType::CycleFee, &money), Err(TooLarge));
    }
}
