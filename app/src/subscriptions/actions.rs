//! How a subscription stands, and what can be done about it.

use domain::error::Arg;
use domain::subscriptions::{Status, SubscriptionDetails, SuspendReason, SuspensionView, Target};
use leptos::either::Either;
use leptos::prelude::*;

use super::forms::ReactivateForm;
use super::words;
use crate::billing::Foreseen;
use crate::ui::{BlockedButton, ButtonKind, CopyButton, LinkButton, StatusBadge};

/// The status, with what follows from it and the way out of it.
#[component]
pub(super) fn Standing(
    /// The subscription.
    found: SubscriptionDetails,
    /// The attempt to reactivate it.
    target: Target,
    /// What a change would cost, if that was asked.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    let (tone, word, glyph) = words::status(found.row.status);
    let name = found.row.name.clone();
    let action = if matches!(found.row.status, Status::Suspended | Status::Deleted) {
        let availability = found.actions.reactivate.clone();
        view! { <ReactivateForm target name availability foreseen /> }.into_any()
    } else {
        view! { <SuspendButton found=found.clone() /> }.into_any()
    };
    view! {
        <div class="stack stack--tight">
            <p>
                <StatusBadge tone word glyph />
            </p>
            {found.suspension.map(|suspension| view! { <Suspension suspension /> })}
            {action}
        </div>
    }
}

#[component]
fn Suspension(
    /// How it came to be so.
    suspension: SuspensionView,
) -> impl IntoView {
    let SuspensionView { since, reason, note, reactivates_until, deletes_on } = suspension;
    let day = |day| Arg::Text(words::day(day));
    // What the operator suspended only the operator brings back.
    let until = (reason != SuspendReason::Operator)
        .then(|| t!("subs-reactivates-until", day = day(reactivates_until)));
    view! {
        <p>{t!("subs-suspended-since", day = day(since), reason = Arg::Text(words::reason(reason)))}</p>
        {note.map(|note| view! { <p class="quiet">{t!("subs-note")} " " {note}</p> })}
        <p>
            <strong>{t!("subs-data-deleted-on", day = day(deletes_on))}</strong>
            " "
            {until}
        </p>
    }
}

#[component]
fn SuspendButton(
    /// The subscription.
    found: SubscriptionDetails,
) -> impl IntoView {
    let label = t!("subs-suspend-begin");
    if let Some(reason) = words::why_not(&found.actions.suspend) {
        return Either::Left(view! { <BlockedButton id="suspend-why" label reason /> });
    }
    let href = format!("{}/suspend", words::page(found.customer, found.row.id));
    Either::Right(view! {
        <div>
            <LinkButton href kind=ButtonKind::Danger>
                {label}
            </LinkButton>
        </div>
    })
}

/// The id, with "Upgrade now" under it.
#[component]
pub(super) fn Identity(
    /// The subscription.
    found: SubscriptionDetails,
) -> impl IntoView {
    let label = t!("subs-upgrade-now");
    let upgrade = if let Some(reason) = words::why_not(&found.actions.upgrade) {
        Either::Left(view! { <BlockedButton id="upgrade-why" label reason /> })
    } else {
        let href = format!("{}/upgrade", words::page(found.customer, found.row.id));
        Either::Right(view! { <LinkButton href>{label}</LinkButton> })
    };
    view! {
        <div class="stack stack--tight">
            <CopyButton text=found.row.id.to_string() label=t!("copy") copied=t!("copied") />
            <div>{upgrade}</div>
        </div>
    }
}
