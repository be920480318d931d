//! Words of deadlines that are chosen by data.

use domain::deadlines::{Deadline, DeadlineAction, DeadlineKind};
use domain::error::Arg;
use domain::time::Day;
use i18n::{format, message};

use crate::context::locale;

/// The heading of a kind.
pub(super) fn kind(kind: DeadlineKind) -> String {
    let id = match kind {
        DeadlineKind::Deletion => message!("deadlines-deletion"),
        DeadlineKind::Renewal => message!("deadlines-renewal"),
        DeadlineKind::TrialEnd => message!("deadlines-trial-end"),
    };
    locale().say(id, &[])
}

/// What happens to one subscription.
pub(super) fn event(kind: DeadlineKind) -> String {
    let id = match kind {
        DeadlineKind::Deletion => message!("deadlines-one-deletion"),
        DeadlineKind::Renewal => message!("deadlines-one-renewal"),
        DeadlineKind::TrialEnd => message!("deadlines-one-trial-end"),
    };
    locale().say(id, &[])
}

/// What can be done, as a link says it.
pub(super) fn action(action: DeadlineAction) -> String {
    let id = match action {
        DeadlineAction::Reactivate => message!("deadlines-reactivate"),
        DeadlineAction::Review => message!("deadlines-review"),
        DeadlineAction::Convert => message!("deadlines-convert"),
    };
    locale().say(id, &[])
}

pub(super) fn day(day: Day) -> String {
    format::date(locale().language(), day)
}

pub(super) fn days_left(days: i64) -> String {
    t!("deadlines-days-left", n = Arg::Count(days))
}

/// The page of the subscription.
pub(super) fn page(deadline: &Deadline) -> String {
    format!("/customers/{}/subscriptions/{}", deadline.customer, deadline.subscription)
}

/// Where the action is taken.
pub(super) fn action_page(deadline: &Deadline, action: DeadlineAction) -> String {
    let page = page(deadline);
    if action == DeadlineAction::Convert { format!("{page}/upgrade") } else { page }
}
