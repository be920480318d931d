//! Why a subscription or an order is not changed as asked.

use thiserror::Error;

use crate::error::{Arg, Code, Coded};
use crate::time::Day;

/// Why not. The numbers are those of the book.
///
/// Source: domain book, 1.8, and the sections of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SubscriptionRefusal {
    /// The partner does not sell to this customer, or there is none.
    #[error("no relationship with this customer")]
    NoRelationship,
    /// It is deleted or upgraded away.
    #[error("deleted")]
    Deleted,
    /// It is suspended.
    #[error("not active")]
    NotActive,
    /// It starts only on `day`.
    #[error("not started")]
    NotStarted {
        /// Its first day.
        day: Day,
    },
    /// It is active: nothing to reactivate.
    #[error("active already")]
    ActiveAlready,
    /// It is suspended: nothing to suspend.
    #[error("suspended already")]
    SuspendedAlready,
    /// The operator suspended it.
    #[error("suspended by the operator")]
    ByOperator,
    /// The quantity is not between `min` and `max`.
    #[error("quantity outside {min} to {max}")]
    QuantityRange {
        /// Fewest.
        min: u32,
        /// Most.
        max: u32,
    },
    /// So many licences of the SKU are assigned.
    #[error("{assigned} licences are assigned")]
    QuantityAssigned {
        /// How many.
        assigned: u32,
    },
    /// An add-on with one unit a seat has so many.
    #[error("an add-on has {units} units")]
    QuantityAddOn {
        /// Units of the add-on.
        units: u32,
    },
    /// An add-on with one unit a seat cannot have more than its parent.
    #[error("the parent has {units} units")]
    QuantityParent {
        /// Units of the parent.
        units: u32,
    },
    /// The house's limit of units.
    #[error("more than {max} units")]
    TooManySeats {
        /// Most.
        max: u32,
    },
    /// The house's limit of subscriptions.
    #[error("more than {max} subscriptions")]
    TooManySubscriptions {
        /// Most.
        max: u32,
    },
    /// The parent is not active.
    #[error("parent not active")]
    ParentNotActive,
    /// It is an add-on.
    #[error("an add-on")]
    IsAddOn,
    /// It has add-ons that are not deleted.
    #[error("has add-ons")]
    HasAddOns,
    /// No add-on can be ordered for it.
    #[error("no add-ons")]
    NoAddOns,
    /// `offer` is no add-on of the parent's offer.
    #[error("not for this parent")]
    NotForParent {
        /// Its name.
        offer: String,
    },
    /// `offer` is an add-on: it is ordered from its parent.
    #[error("needs a parent")]
    NeedsParent {
        /// Its name.
        offer: String,
    },
    /// `offer` is not in this month's price list.
    #[error("not sold")]
    NotSold {
        /// Its name.
        offer: String,
    },
    /// `offer` cannot be ordered here: it is billed by usage.
    #[error("not purchasable")]
    NotPurchasable {
        /// Its name.
        offer: String,
    },
    /// `offer` is for organisations of another kind.
    #[error("the customer lacks the qualification")]
    Segment {
        /// Its name.
        offer: String,
    },
    /// The customer has as many of `offer` as it can.
    #[error("limit of {max} reached")]
    LimitReached {
        /// Its name.
        offer: String,
        /// Most.
        max: u32,
    },
    /// The customer has had `offer`, which can be had once.
    #[error("once in a lifetime")]
    Once {
        /// Its name.
        offer: String,
    },
    /// A suspended one of `offer` can be reactivated instead.
    #[error("a suspended one exists")]
    SuspendedExists {
        /// Its name.
        offer: String,
    },
    /// Nothing was chosen.
    #[error("an order of nothing")]
    NothingOrdered,
    /// No upgrade leads from the one offer to the other.
    #[error("no upgrade path")]
    NoUpgradePath,
    /// The customer has a subscription of the target.
    #[error("has the target already")]
    HasTarget {
        /// The target's name.
        offer: String,
    },
    /// Another subscription of the customer includes services that the upgrade would add.
    #[error("has the services already")]
    HasServices {
        /// The other offer's name.
        offer: String,
    },
    /// The customer has not delegated its administration.
    #[error("no delegated administration")]
    NoDelegatedAdmin,
    /// Fewer units than people whose licences are to be moved.
    #[error("{assigned} licences are to be moved")]
    MoveAssigned {
        /// How many.
        assigned: u32,
    },
    /// Only an indirect provider sells through resellers.
    #[error("not an indirect provider")]
    NotIndirect,
}

impl Coded for SubscriptionRefusal {
    fn code(&self) -> Code {
        match self {
            Self::NoRelationship => Code::new("err-no-relationship", 20_002, 403),
            Self::Deleted => Code::new("err-sub-deleted", 2011, 400),
            Self::NotActive => Code::new("err-sub-not-active", 2001, 400),
            Self::NotStarted { .. } => Code::new("err-sub-not-started", 2001, 400),
            Self::ActiveAlready => Code::new("err-sub-active", 2001, 400),
            Self::SuspendedAlready => Code::new("err-sub-suspended", 2001, 400),
            Self::ByOperator => Code::new("err-sub-by-operator", 2001, 403),
            Self::QuantityRange { .. } => Code::new("err-qty-range", 2002, 400),
            Self::QuantityAssigned { .. } => Code::new("err-qty-assigned", 2002, 400),
            Self::QuantityAddOn { .. } => Code::new("err-qty-add-on", 2002, 400),
            Self::QuantityParent { .. } => Code::new("err-qty-parent", 2002, 400),
            Self::TooManySeats { .. } => Code::new("err-too-many-seats", 800_067, 403),
            Self::TooManySubscriptions { .. } => {
                Code::new("err-too-many-subscriptions", 800_066, 403)
            }
            Self::ParentNotActive => Code::new("err-parent-not-active", 27_009, 409),
            Self::IsAddOn => Code::new("err-sub-is-addon", 3000, 400),
            Self::HasAddOns => Code::new("err-sub-has-addons", 3000, 409),
            Self::NoAddOns => Code::new("err-sub-no-addons", 2085, 403),
            Self::NotForParent { .. } => Code::new("err-offer-not-for-parent", 2085, 403),
            Self::NeedsParent { .. } => Code::new("err-offer-needs-parent", 2085, 403),
            Self::NotSold { .. } => Code::new("err-offer-not-sold", 2091, 403),
            Self::NotPurchasable { .. } => Code::new("err-offer-not-purchasable", 2085, 403),
            Self::Segment { .. } => Code::new("err-offer-segment", 2085, 403),
            Self::LimitReached { .. } => Code::new("err-offer-limit", 27_006, 400),
            Self::Once { .. } => Code::new("err-offer-once", 27_006, 400),
            Self::SuspendedExists { .. } => Code::new("err-offer-suspended-exists", 27_006, 400),
            Self::NothingOrdered => Code::new("err-order-empty", 3000, 400),
            Self::NoUpgradePath => Code::new("err-upgrade-no-path", 2085, 403),
            Self::HasTarget { .. } => Code::new("err-upgrade-has-target", 27_006, 400),
            Self::HasServices { .. } => Code::new("err-upgrade-has-services", 27_006, 400),
            Self::NoDelegatedAdmin => Code::new("err-no-delegated-admin", 20_002, 403),
            Self::MoveAssigned { .. } => Code::new("err-upgrade-assigned", 2002, 400),
            Self::NotIndirect => Code::new("err-not-indirect", 900_150, 403),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        let count = |count: u32| Arg::Count(count.into());
        match self {
            Self::NotStarted { day } => vec![("day", Arg::Day(*day))],
            Self::QuantityRange { min, max } => vec![("min", count(*min)), ("max", count(*max))],
            Self::QuantityAssigned { assigned } | Self::MoveAssigned { assigned } => {
                vec![("n", count(*assigned))]
            }
            Self::QuantityAddOn { units } | Self::QuantityParent { units } => {
                vec![("n", count(*units))]
            }
            Self::TooManySeats { max } | Self::TooManySubscriptions { max } => {
                vec![("max", count(*max))]
            }
            Self::LimitReached { offer, max } => {
                vec![("offer", Arg::Text(offer.clone())), ("max", count(*max))]
            }
            Self::NotForParent { offer }
            | Self::NeedsParent { offer }
            | Self::NotSold { offer }
            | Self::NotPurchasable { offer }
            | Self::Segment { offer }
            | Self::Once { offer }
            | Self::SuspendedExists { offer }
            | Self::HasTarget { offer }
            | Self::HasServices { offer } => vec![("offer", Arg::Text(offer.clone()))],
            Self::NoRelationship
            | Self::Deleted
            | Self::NotActive
            | Self::ActiveAlready
            | Self::SuspendedAlready
            | Self::ByOperator
            | Self::ParentNotActive
            | Self::IsAddOn
            | Self::HasAddOns
            | Self::NoAddOns
            | Self::NothingOrdered
            | Self::NoUpgradePath
            | Self::NoDelegatedAdmin
            | Self::NotIndirect => Vec::new(),
        }
    }
}
