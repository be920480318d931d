//! Bought, assigned, idle.

use serde::{Deserialize, Serialize};

use crate::ids::{CustomerId, SkuId, SubscriptionId};

/// The seats of one SKU at one customer. More can be assigned than is valid while something is
/// suspended, never more than is bought.
///
/// Source: domain book, 2 "assign-licenses-to-users" (rules).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolSeats {
    /// In subscriptions that are not deleted.
    pub bought: i64,
    /// Of these, in active ones.
    pub valid: i64,
    /// Held by somebody.
    pub assigned: i64,
    /// Of these, by people who are blocked.
    pub blocked: i64,
}

impl PoolSeats {
    /// Bought, but suspended.
    #[must_use]
    pub const fn suspended(self) -> i64 {
        self.bought - self.valid
    }

    /// What can still be assigned.
    #[must_use]
    pub const fn available(self) -> i64 {
        if self.valid > self.assigned { self.valid - self.assigned } else { 0 }
    }

    /// Bought, but held by nobody.
    #[must_use]
    pub const fn free(self) -> i64 {
        if self.bought > self.assigned { self.bought - self.assigned } else { 0 }
    }

    /// Paid for and used by nobody: held by nobody, or by somebody who cannot sign in.
    #[must_use]
    pub const fn idle(self) -> i64 {
        self.free() + self.blocked
    }
}

/// A line of the report: one SKU at one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatRow {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub company: String,
    /// Of what.
    pub sku: SkuId,
    /// The licence's name.
    pub licence: String,
    /// The seats that the reader's company has sold.
    pub seats: PoolSeats,
    /// Where seats can be given back: the active subscription with the most of them.
    pub subscription: Option<SubscriptionId>,
}

/// What a report adds up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatTotals {
    /// Seats over all rows of all pages.
    pub seats: PoolSeats,
    /// The sum of what is idle in each row.
    pub idle: i64,
    /// The sum of what is held by nobody in each row.
    pub free: i64,
    /// Rows over all pages.
    pub rows: i64,
}

/// Which part of the report a reader wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsQuery {
    /// Only this customer; none is all of the partner's.
    pub customer: Option<CustomerId>,
    /// Only rows with idle seats.
    pub idle_only: bool,
    /// The page, from 0.
    pub page: u32,
}

/// Bought, assigned and idle seats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsView {
    /// The rows of this page, most idle seats first.
    pub rows: Vec<SeatRow>,
    /// Over all pages.
    pub totals: SeatTotals,
    /// The page shown, from 0.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_add_up() {
        for (bought, valid, assigned, blocked, [suspended, available, free, idle]) in [
            (10, 10, 0, 0, [0, 10, 10, 10]),
            (10, 10, 10, 0, [0, 0, 0, 0]),
            (10, 10, 9, 2, [0, 1, 1, 3]),
            (10, 4, 6, 1, [6, 0, 4, 5]),
            (10, 0, 0, 0, [10, 0, 10, 10]),
        ] {
            let seats = PoolSeats { bought, valid, assigned, blocked };
            let found = [seats.suspended(), seats.available(), seats.free(), seats.idle()];
            assert_eq!(found, [suspended, available, free, idle], "{seats:?}");
        }
    }
}
