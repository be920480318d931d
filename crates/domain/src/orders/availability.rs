//! Why an offer cannot be ordered for a customer.

use crate::catalogue::{Billing, Category, Offer, Segment};
use crate::ids::OfferId;
use crate::subscriptions::{Status, SubscriptionRefusal as Refusal};

/// The house's limits.
///
/// Source: domain book, 1.8 (800066, 800067); the values are ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most subscriptions of one customer that are not deleted.
    pub subscriptions: u32,
    /// Most units of one subscription.
    pub seats: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { subscriptions: 500, seats: 10_000_000 }
    }
}

/// Something the customer has or had, from any reseller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Of what.
    pub offer: OfferId,
    /// What it is now.
    pub status: Status,
    /// Whether the partner who asks sold it.
    pub ours: bool,
}

/// What decides what a customer can be sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerFacts {
    /// What kind of organisation it is.
    pub segment: Segment,
    /// All it has and had.
    pub held: Vec<Holding>,
}

impl CustomerFacts {
    fn count(&self, counts: impl Fn(&Holding) -> bool) -> u32 {
        let found = self.held.iter().filter(|held| counts(held)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    }

    /// How many subscriptions it has that are not deleted.
    #[must_use]
    pub fn subscriptions(&self) -> u32 {
        self.count(|held| held.status != Status::Deleted)
    }
}

/// Whether `offer`, called `name`, can be ordered from the catalogue for a customer; `sold` says
/// whether it is in this month's price list.
///
/// Suspended subscriptions count towards a limit, deleted ones only for what can be had once.
///
/// # Errors
///
/// The first [`Refusal`] that applies.
pub fn check_offer(
    offer: &Offer,
    name: &str,
    sold: bool,
    customer: &CustomerFacts,
    limits: &Limits,
) -> Result<(), Refusal> {
    if offer.add_on {
        return Err(Refusal::NeedsParent { offer: name.to_owned() });
    }
    check_common(offer, name, sold, customer, limits)?;
    let suspended =
        |held: &Holding| held.ours && held.offer == offer.id && held.status == Status::Suspended;
    if customer.held.iter().any(suspended) {
        return Err(Refusal::SuspendedExists { offer: name.to_owned() });
    }
    Ok(())
}

/// Whether the add-on `offer`, called `name`, can be ordered for a subscription of one of the
/// offers that it needs; `fits` says whether the parent is one.
///
/// # Errors
///
/// The first [`Refusal`] that applies.
pub fn check_add_on(
    offer: &Offer,
    name: &str,
    sold: bool,
    fits: bool,
    customer: &CustomerFacts,
    limits: &Limits,
) -> Result<(), Refusal> {
    if !offer.add_on || !fits {
        return Err(Refusal::NotForParent { offer: name.to_owned() });
    }
    check_common(offer, name, sold, customer, limits)
}

fn check_common(
    offer: &Offer,
    name: &str,
    sold: bool,
    customer: &CustomerFacts,
    limits: &Limits,
) -> Result<(), Refusal> {
    let named = || name.to_owned();
    if !sold {
        return Err(Refusal::NotSold { offer: named() });
    }
    // Domain book, K1: sold by usage only behind a switch, which is off.
    if offer.billing == Billing::Usage {
        return Err(Refusal::NotPurchasable { offer: named() });
    }
    if offer.segment != Segment::Commercial && offer.segment != customer.segment {
        return Err(Refusal::Segment { offer: named() });
    }
    let once = offer.category == Category::Trial;
    let counted =
        customer.count(|held| held.offer == offer.id && (once || held.status != Status::Deleted));
    match offer.per_customer {
        Some(max) if counted >= max && once => return Err(Refusal::Once { offer: named() }),
        Some(max) if counted >= max => return Err(Refusal::LimitReached { offer: named(), max }),
        _ => {}
    }
    if customer.subscriptions() >= limits.subscriptions {
        return Err(Refusal::TooManySubscriptions { max: limits.subscriptions });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::catalogue::Unit;

    fn offer() -> Offer {
        Offer {
            id: OfferId::from(Uuid::from_u128(1)),
            code: "O365-BE".into(),
            sku: Uuid::nil(),
            string_id: "O365_BUSINESS_ESSENTIALS".into(),
            category: Category::SmallBusiness,
            segment: Segment::Commercial,
            billing: Billing::License,
            unit: Unit::Licences,
            minimum: 1,
            maximum: 300,
            per_customer: Some(2),
            add_on: false,
            rank: 1,
        }
    }

    fn customer(held: &[(u128, Status, bool)]) -> CustomerFacts {
        let held = held.iter().map(|&(offer, status, ours)| Holding {
            offer: OfferId::from(Uuid::from_u128(offer)),
            status,
            ours,
        });
        CustomerFacts { segment: Segment::Commercial, held: held.collect() }
    }

    fn key(checked: Result<(), Refusal>) -> String {
        use crate::error::Coded as _;
        checked.err().map_or_else(String::new, |refusal| refusal.code().key.into_owned())
    }

    #[test]
    fn suspended_ones_count_and_deleted_ones_do_not() {
        use Status::{Active, Deleted, Pending, Suspended};
        for (held, expected) in [
            (vec![], ""),
            (vec![(1, Active, true)], ""),
            (vec![(1, Active, true), (1, Pending, true)], "err-offer-limit"),
            (vec![(1, Active, true), (1, Pending, false)], "err-offer-limit"),
            (vec![(1, Active, true), (1, Suspended, false)], "err-offer-limit"),
            (vec![(1, Active, true), (1, Deleted, true)], ""),
            (vec![(1, Active, true), (2, Active, true)], ""),
            (vec![(1, Suspended, true)], "err-offer-suspended-exists"),
            (vec![(1, Suspended, false)], ""),
        ] {
            let checked = check_offer(&offer(), "BE", true, &customer(&held), &Limits::default());
            assert_eq!(key(checked), expected, "{held:?}");
        }
    }

    #[test]
    fn a_trial_can_be_had_once() {
        let trial = Offer { category: Category::Trial, per_customer: Some(1), ..offer() };
        for (held, expected) in
            [(vec![], ""), (vec![(1, Status::Deleted, false)], "err-offer-once")]
        {
            let checked = check_offer(&trial, "T", true, &customer(&held), &Limits::default());
            assert_eq!(key(checked), expected, "{held:?}");
        }
    }

    #[test]
    fn each_reason_has_its_code() {
        let base = offer();
        let none = customer(&[]);
        let limits = Limits::default();
        for (offer, sold, expected) in [
            (base.clone(), false, "err-offer-not-sold"),
            (Offer { billing: Billing::Usage, ..base.clone() }, true, "err-offer-not-purchasable"),
            (Offer { segment: Segment::Education, ..base.clone() }, true, "err-offer-segment"),
            (Offer { add_on: true, ..base.clone() }, true, "err-offer-needs-parent"),
        ] {
            assert_eq!(key(check_offer(&offer, "X", sold, &none, &limits)), expected);
        }
        let school = CustomerFacts { segment: Segment::Education, held: Vec::new() };
        let education = Offer { segment: Segment::Education, ..base.clone() };
        assert_eq!(check_offer(&education, "X", true, &school, &limits), Ok(()));
        let few = Limits { subscriptions: 1, ..limits };
        let one = customer(&[(2, Status::Active, false)]);
        assert_eq!(key(check_offer(&base, "X", true, &one, &few)), "err-too-many-subscriptions");
    }

    #[test]
    fn an_add_on_needs_a_parent_that_it_fits() {
        let (none, limits) = (customer(&[]), Limits::default());
        let add_on = Offer { add_on: true, per_customer: None, ..offer() };
        assert_eq!(check_add_on(&add_on, "A", true, true, &none, &limits), Ok(()));
        let unfit = check_add_on(&add_on, "A", true, false, &none, &limits);
        assert_eq!(key(unfit), "err-offer-not-for-parent");
        let base = check_add_on(&offer(), "A", true, true, &none, &limits);
        assert_eq!(key(base), "err-offer-not-for-parent");
    }
}
