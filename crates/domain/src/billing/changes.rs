//! Why an invoice comes to more or less than the one before it: the difference, taken apart.

use serde::{Deserialize, Serialize};

use super::charge::ChargeType;
use super::exact::{Percent, VatRate};
use crate::ids::{CustomerId, InvoiceId};
use crate::money::{Money, UnitPrice};
use crate::time::Day;

/// A charge, as far as it says why it costs what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charged {
    /// Of one seat.
    pub price: UnitPrice,
    /// How many.
    pub seats: u32,
    /// Taken off.
    pub discount: Percent,
    /// The tax rate.
    pub vat: VatRate,
    /// What it comes to, tax included.
    pub total: Money,
}

impl Charged {
    /// Whether a seat costs the same.
    fn same_price(&self, other: &Self) -> bool {
        (self.price, self.discount, self.vat) == (other.price, other.discount, other.vat)
    }
}

/// What one subscription has on one invoice; sums with tax.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The month in advance.
    pub advance: Option<Charged>,
    /// What settles changes of seats.
    pub seats: Money,
    /// What settles a reactivation, or an upgrade to it.
    pub started: Money,
    /// What gives unused days back.
    pub stopped: Money,
    /// Lines refunded.
    pub credits: Money,
    /// All else: usage.
    pub other: Money,
}

impl Side {
    /// One charge of the type `charge_type` more.
    pub fn add(&mut self, charge_type: ChargeType, charged: Charged) {
        let sum = match charge_type {
            ChargeType::CycleFee | ChargeType::RenewFee if self.advance.is_none() => {
                self.advance = Some(charged);
                return;
            }
            ChargeType::CancelInstanceProrate | ChargeType::CycleInstanceProrate => &mut self.seats,
            ChargeType::PurchaseProrate
            | ChargeType::PurchaseFee
            | ChargeType::ActivationProrate => &mut self.started,
            ChargeType::CancelProrate => &mut self.stopped,
            ChargeType::OffsetLineItem => &mut self.credits,
            _ => &mut self.other,
        };
        *sum = *sum + charged.total;
    }

    /// All of it.
    #[must_use]
    pub fn total(&self) -> Money {
        let advance = self.advance.map_or(Money::ZERO, |advance| advance.total);
        advance + self.settled() + self.credits + self.other
    }

    fn settled(&self) -> Money {
        self.seats + self.started + self.stopped
    }
}

/// Where a difference comes from; the parts add up to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Another price, discount or tax rate.
    pub price: Money,
    /// More or fewer seats.
    pub seats: Money,
    /// What was not there before.
    pub new: Money,
    /// What is there no more, and unused days given back.
    pub cancelled: Money,
    /// Lines refunded.
    pub credits: Money,
    /// What happened once on the invoice before, and usage.
    pub other: Money,
}

impl Parts {
    /// Why `now` is not `before`.
    #[must_use]
    pub fn of(before: &Side, now: &Side) -> Self {
        let mut parts = Self {
            seats: now.seats,
            new: now.started,
            cancelled: now.stopped,
            credits: now.credits - before.credits,
            other: now.other - before.other - before.settled(),
            ..Self::default()
        };
        match (&before.advance, &now.advance) {
            (Some(before), Some(now)) => {
                let seats = by_seats(before, now);
                parts.seats = parts.seats + seats;
                parts.price = now.total - before.total - seats;
            }
            (None, Some(now)) => parts.new = parts.new + now.total,
            (Some(before), None) => parts.cancelled = parts.cancelled - before.total,
            (None, None) => {}
        }
        parts
    }

    /// All parts together.
    #[must_use]
    pub fn sum(&self) -> Money {
        let Self { price, seats, new, cancelled, credits, other } = *self;
        [price, seats, new, cancelled, credits, other].into_iter().sum()
    }

    /// The same with `more`.
    #[must_use]
    pub fn plus(&self, more: &Self) -> Self {
        Self {
            price: self.price + more.price,
            seats: self.seats + more.seats,
            new: self.new + more.new,
            cancelled: self.cancelled + more.cancelled,
            credits: self.credits + more.credits,
            other: self.other + more.other,
        }
    }
}

/// What of the difference between two advances is due to the seats: as many seats more or fewer at
/// what a seat cost before; all of it if a seat costs the same.
fn by_seats(before: &Charged, now: &Charged) -> Money {
    if before.same_price(now) {
        return now.total - before.total;
    }
    if before.seats == 0 {
        return Money::ZERO;
    }
    let more = i128::from(now.seats) - i128::from(before.seats);
    let (total, seats) = (i128::from(before.total.fen()), i128::from(before.seats));
    // Half away from zero, as all sums.
    let (share, half) = (total * more, seats / 2);
    let rounded = if share < 0 { (share - half) / seats } else { (share + half) / seats };
    i64::try_from(rounded).map_or(Money::ZERO, Money::from_fen)
}

/// Why a customer's part of an invoice is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerChange {
    /// The customer.
    pub customer: CustomerId,
    /// Its name on the newer invoice that has it.
    pub name: String,
    /// Its total on the invoice before.
    pub before: Money,
    /// Its total now.
    pub now: Money,
    /// The difference, taken apart.
    pub parts: Parts,
}

/// The invoice that another is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// Its date.
    pub billing_date: Day,
    /// Its total of charges.
    pub total: Money,
}

/// Why an invoice is not what the one before it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangesView {
    /// Its number.
    pub number: String,
    /// Its total of charges.
    pub total: Money,
    /// The invoice before it, if there is one.
    pub earlier: Option<Earlier>,
    /// The whole difference, taken apart.
    pub sum: Parts,
    /// Customers of this page whose part has changed, the largest differences first.
    pub customers: Vec<CustomerChange>,
    /// How many customers' parts have changed.
    pub changed: u32,
    /// The page, from 0.
    pub page: u32,
    /// Customers of a page.
    pub size: u32,
}

/// Largest differences first, whichever way they go.
pub fn sort_changes(changes: &mut [CustomerChange]) {
    changes.sort_by(|one, other| {
        let size = |change: &CustomerChange| (change.now - change.before).fen().unsigned_abs();
        size(other).cmp(&size(one)).then_with(|| one.customer.cmp(&other.customer))
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fen(fen: i64) -> Money {
        Money::from_fen(fen)
    }

    fn advance(seats: u32, price: i64, discount: u32) -> Charged {
        let discount = Percent::from_stored(discount).expect("a percentage");
        let whole = price / 100 * i64::from(seats);
        let total = fen(whole - whole * i64::from(discount.stored()) / 1_000_000);
        let (price, vat) = (UnitPrice::from_stored(price), VatRate::default());
        Charged { price, seats, discount, vat, total }
    }

    fn with(advance: Charged) -> Side {
        Side { advance: Some(advance), ..Side::default() }
    }

    #[test]
    fn more_seats_at_the_same_price_are_all_due_to_the_seats() {
        let parts = Parts::of(&with(advance(10, 110_000, 0)), &with(advance(13, 110_000, 0)));
        assert_eq!(parts, Parts { seats: fen(3_300), ..Parts::default() });
    }

    #[test]
    fn another_price_for_the_same_seats_is_all_due_to_the_price() {
        for (before, now, price) in [
            (advance(25, 685_000, 0), advance(25, 720_000, 0), 8_750),
            (advance(50, 420_000, 50_000), advance(50, 420_000, 0), 10_500),
        ] {
            let parts = Parts::of(&with(before), &with(now));
            assert_eq!(parts, Parts { price: fen(price), ..Parts::default() });
        }
    }

    #[test]
    fn seats_count_at_the_old_price_and_the_rest_is_the_new_price() {
        let parts = Parts::of(&with(advance(10, 100_000, 0)), &with(advance(12, 110_000, 0)));
        assert_eq!(parts, Parts { seats: fen(2_000), price: fen(1_200), ..Parts::default() });
    }

    #[test]
    fn what_comes_and_goes_is_new_and_cancelled() {
        let month = with(advance(10, 100_000, 0));
        let nothing = Side::default();
        let parts = Parts::of(&nothing, &month);
        assert_eq!(parts, Parts { new: fen(10_000), ..Parts::default() });
        let gone = Side { stopped: fen(-6_774), ..nothing };
        let parts = Parts::of(&month, &gone);
        assert_eq!(parts, Parts { cancelled: fen(-16_774), ..Parts::default() });
        // What was given back once is not given back again.
        assert_eq!(Parts::of(&gone, &nothing), Parts { other: fen(6_774), ..Parts::default() });
    }

    fn side() -> impl Strategy<Value = Side> {
        let amounts = prop::array::uniform5(-1_000_000_000_i64..1_000_000_000);
        let advance = (0_u32..5_000, 0_i64..100_000_000, 0_u32..=1_000_000, -9_i64..1_000_000_000);
        (prop::option::of(advance), amounts).prop_map(|(advance, amounts)| {
            let [seats, started, stopped, credits, other] = amounts.map(Money::from_fen);
            let advance = advance.map(|(seats, price, discount, total)| Charged {
                price: UnitPrice::from_stored(price),
                seats,
                discount: Percent::from_stored(discount).expect("a percentage"),
                vat: VatRate::default(),
                total: Money::from_fen(total),
            });
            Side { advance, seats, started, stopped, credits, other }
        })
    }

    proptest! {
        #[test]
        fn the_parts_always_add_up_to_the_difference(before in side(), now in side()) {
            prop_assert_eq!(Parts::of(&before, &now).sum(), now.total() - before.total());
        }

        #[test]
        fn what_has_not_changed_has_no_parts(advance in 1_u32..5_000, price in 0_i64..100_000_000) {
            let side = with(super::tests::advance(advance, price, 0));
            prop_assert_eq!(Parts::of(&side, &side), Parts::default());
        }
    }
}
