//! Why an event cannot follow those before it.

use thiserror::Error;

use super::history::MAX_SEATS;
use crate::error::{Arg, Code, Coded};

/// Why an event of a history is refused, in the order in which the reasons are looked at.
///
/// Source: billing engine, section 4; numbers and status from the domain book, 1.8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum HistoryRefusal {
    /// It lies before the one above it.
    #[error("the event lies before the one above it")]
    Order,
    /// The name of the new subscription is taken.
    #[error("a subscription of this name exists")]
    Exists,
    /// The subscription or the parent does not exist.
    #[error("there is no such subscription")]
    Unknown,
    /// The subscription or the parent is deleted or upgraded away.
    #[error("the subscription is deleted")]
    Deleted,
    /// Quantity or upgrade while suspended, upgrade while pending.
    #[error("the subscription is not active")]
    NotActive,
    /// The parent is suspended.
    #[error("the parent is suspended")]
    ParentNotActive,
    /// An add-on cannot be a parent, nor be upgraded.
    #[error("the subscription is an add-on")]
    IsAddOn,
    /// Add-ons stand in the way of the upgrade.
    #[error("the subscription has add-ons")]
    HasAddOns,
    /// No price list of the offer is in force.
    #[error("no price list of this offer is in force on that day")]
    OfferUnknown,
    /// Not 1 to [`MAX_SEATS`] seats.
    #[error("the quantity is not within 1 to {MAX_SEATS}")]
    Quantity,
}

impl HistoryRefusal {
    /// The published code's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Order => "err-history-order",
            Self::Exists => "err-sub-exists",
            Self::Unknown => "err-sub-unknown",
            Self::Deleted => "err-sub-deleted",
            Self::NotActive => "err-sub-not-active",
            Self::ParentNotActive => "err-parent-not-active",
            Self::IsAddOn => "err-sub-is-addon",
            Self::HasAddOns => "err-sub-has-addons",
            Self::OfferUnknown => "err-offer-unknown",
            Self::Quantity => "err-qty-range",
        }
    }
}

impl Coded for HistoryRefusal {
    fn code(&self) -> Code {
        let (number, status) = match self {
            Self::Unknown => (20_003, 404),
            Self::Deleted => (2011, 400),
            Self::NotActive => (2001, 400),
            Self::ParentNotActive => (27_009, 409),
            Self::Quantity => (2002, 400),
            Self::Order | Self::Exists | Self::IsAddOn | Self::HasAddOns | Self::OfferUnknown => {
                (3000, 400)
            }
        };
        Code::new(self.key(), number, status)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Quantity => {
                vec![("min", Arg::Count(1)), ("max", Arg::Count(MAX_SEATS.into()))]
            }
            _ => Vec::new(),
        }
    }
}

/// `quantity` as a number of seats.
pub(super) fn seats(quantity: i64) -> Result<u32, HistoryRefusal> {
    let seats = u32::try_from(quantity).map_err(|_| HistoryRefusal::Quantity)?;
    if (1..=MAX_SEATS).contains(&seats) { Ok(seats) } else { Err(HistoryRefusal::Quantity) }
}
