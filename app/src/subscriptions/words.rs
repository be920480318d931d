//! Words of subscriptions that are chosen by data.

use domain::error::Refusal;
use domain::ids::{CustomerId, SubscriptionId};
use domain::money::UnitPrice;
use domain::subscriptions::{Availability, EventKind, Status, SuspendReason};
use domain::time::Day;
use i18n::{MessageId, format, message};

use crate::context::locale;
use crate::ui::{Glyph, Tone};

fn say(id: MessageId) -> String {
    locale().say(id, &[])
}

/// Word, colour and shape of a status.
pub(super) fn status(status: Status) -> (Tone, String, Glyph) {
    let (tone, word, glyph) = match status {
        Status::Pending => (Tone::Info, message!("subs-status-pending"), Glyph::Info),
        Status::Active => (Tone::Positive, message!("subs-status-active"), Glyph::Good),
        Status::Suspended => (Tone::Caution, message!("subs-status-suspended"), Glyph::Alert),
        Status::Deleted => (Tone::Neutral, message!("subs-status-deleted"), Glyph::Dashed),
    };
    (tone, say(word), glyph)
}

pub(super) fn reason(reason: SuspendReason) -> String {
    say(match reason {
        SuspendReason::CustomerRequest => message!("subs-reason-customer-request"),
        SuspendReason::NonPayment => message!("subs-reason-non-payment"),
        SuspendReason::FraudOrMisuse => message!("subs-reason-fraud-or-misuse"),
        SuspendReason::Operator => message!("subs-reason-operator"),
        SuspendReason::Parent => message!("subs-reason-parent"),
    })
}

pub(super) fn event(kind: EventKind) -> String {
    say(match kind {
        EventKind::Ordered => message!("subs-event-ordered"),
        EventKind::Quantity => message!("subs-event-quantity"),
        EventKind::Suspended => message!("subs-event-suspended"),
        EventKind::Reactivated => message!("subs-event-reactivated"),
        EventKind::UpgradedAway => message!("subs-event-upgraded-away"),
        EventKind::UpgradedTo => message!("subs-event-upgraded-to"),
        EventKind::Renewed => message!("subs-event-renewed"),
        EventKind::Deleted => message!("subs-event-deleted"),
    })
}

pub(super) fn day(day: Day) -> String {
    format::date(locale().language(), day)
}

pub(super) fn count(count: u32) -> String {
    format::count(locale().language(), count.into())
}

pub(super) fn price(price: UnitPrice) -> String {
    format::unit_price(locale().language(), price)
}

/// Why something cannot be done; `None` if it can.
pub(super) fn why_not(availability: &Availability) -> Option<String> {
    match availability {
        Availability::Allowed => None,
        Availability::WhyNot(refusal) => Some(refusal_in_words(refusal)),
    }
}

pub(super) fn refusal_in_words(refusal: &Refusal) -> String {
    locale().say_refusal(refusal)
}

/// The page of a customer's subscriptions.
pub(super) fn customer_page(customer: CustomerId) -> String {
    format!("/customers/{customer}")
}

/// The page of a subscription.
pub(super) fn page(customer: CustomerId, subscription: SubscriptionId) -> String {
    format!("/customers/{customer}/subscriptions/{subscription}")
}
