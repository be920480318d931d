//! Words of the worked examples that are chosen by data.

use domain::billing::{Deed, Event, Percent, Scenario};
use domain::error::Arg;

use super::words::percent;

/// The title of `scenario`, and what its bill shows and why.
pub(super) fn scenario(scenario: Scenario) -> (String, String) {
    macro_rules! words {
        ($id:literal, $text:literal) => {
            (t!($id), t!($text))
        };
    }
    match scenario {
        Scenario::NewSubscription => words!("scenario-cs01", "scenario-cs01-text"),
        Scenario::CancelledBeforeFirstBill => words!("scenario-cs02", "scenario-cs02-text"),
        Scenario::ChangesInFreePeriod => words!("scenario-cs03", "scenario-cs03-text"),
        Scenario::SeatsUpAndDown => words!("scenario-cs04", "scenario-cs04-text"),
        Scenario::Cancelled => words!("scenario-cs05", "scenario-cs05-text"),
        Scenario::CancelledAfterChange => words!("scenario-cs06", "scenario-cs06-text"),
        Scenario::SuspendedAndReactivated => words!("scenario-cs07", "scenario-cs07-text"),
        Scenario::February => words!("scenario-cs08", "scenario-cs08-text"),
        Scenario::Renewal => words!("scenario-cs09", "scenario-cs09-text"),
        Scenario::Upgrade => words!("scenario-cs10", "scenario-cs10-text"),
        Scenario::Discount => words!("scenario-cs11", "scenario-cs11-text"),
        Scenario::QuietMonth => words!("scenario-cs12", "scenario-cs12-text"),
        Scenario::EveOfBilling => words!("scenario-cs13", "scenario-cs13-text"),
        Scenario::SameDay => words!("scenario-cs14", "scenario-cs14-text"),
        Scenario::OtherResellers => words!("scenario-cs15", "scenario-cs15-text"),
    }
}

/// What happened, in a sentence.
pub(super) fn event(event: &Event) -> String {
    let day = Arg::Day(event.on);
    let subscription = Arg::Text(event.subscription.clone());
    let seats = |quantity: i64| Arg::Count(quantity);
    match &event.deed {
        Deed::Order { offer, quantity, discount, .. } => {
            let (offer, seats) = (Arg::Text(offer.clone()), seats(*quantity));
            if *discount == Percent::ZERO {
                return t!(
                    "scenarios-order",
                    day = day,
                    subscription = subscription,
                    offer = offer,
                    seats = seats
                );
            }
            t!(
                "scenarios-order-discount",
                day = day,
                subscription = subscription,
                offer = offer,
                seats = seats,
                percent = Arg::Text(percent(*discount))
            )
        }
        Deed::Quantity(quantity) => t!(
            "scenarios-quantity",
            day = day,
            subscription = subscription,
            seats = seats(*quantity)
        ),
        Deed::Suspend => t!("scenarios-suspend", day = day, subscription = subscription),
        Deed::Reactivate => t!("scenarios-reactivate", day = day, subscription = subscription),
        Deed::Upgrade { to, offer, quantity } => t!(
            "scenarios-upgrade",
            day = day,
            subscription = subscription,
            to = Arg::Text(to.clone()),
            offer = Arg::Text(offer.clone()),
            seats = seats(*quantity)
        ),
    }
}
