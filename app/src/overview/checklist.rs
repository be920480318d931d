//! What is left to set up after enrolment.

use domain::access::Action;
use domain::error::Arg;
use domain::onboarding::{Checklist, ChecklistLine, OnboardingStep, Standing};
use i18n::{MessageId, message};
use leptos::prelude::*;

use crate::context::{can, locale};
use crate::forms::Hidden;
use crate::ui::{Button, Card, StatusBadge, Tone};

/// The steps with their standing; "catalog reviewed" with its button.
#[component]
pub(super) fn OnboardingChecklist(
    /// The steps.
    checklist: Checklist,
    /// The id of the next attempt to tick one.
    request: String,
) -> impl IntoView {
    let count = |number: usize| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let done = count(checklist.done());
    let total = count(checklist.lines.len());
    let may_review = checklist.may_review_catalog;
    let lines = checklist.lines.into_iter().map(|line| {
        let reviews = may_review
            && line.step == OnboardingStep::CatalogReviewed
            && line.standing == Standing::Open;
        let form = reviews.then(|| view! { <ReviewForm request=request.clone() /> });
        view! { <Line line>{form}</Line> }
    });
    let lines = lines.collect_view();
    view! {
        <Card title=t!("onboarding-title")>
            <p class="quiet">{t!("onboarding-progress", done = done, total = total)}</p>
            <ol class="checklist">{lines}</ol>
        </Card>
    }
}

fn name(step: OnboardingStep) -> MessageId {
    match step {
        OnboardingStep::ProfilesReviewed => message!("onboarding-profiles-reviewed"),
        OnboardingStep::SecondGlobalAdmin => message!("onboarding-second-global-admin"),
        OnboardingStep::BillingContact => message!("onboarding-billing-contact"),
        OnboardingStep::CatalogReviewed => message!("onboarding-catalog-reviewed"),
        OnboardingStep::FirstCustomer => message!("onboarding-first-customer"),
    }
}

/// One step, with what can be done about it.
#[component]
fn Line(
    /// The step.
    line: ChecklistLine,
    /// The form that ticks it.
    children: Children,
) -> impl IntoView {
    let ChecklistLine { step, standing } = line;
    let (tone, word, note) = match standing {
        Standing::Open => (Tone::Neutral, t!("onboarding-open"), None),
        Standing::Seen => (Tone::Positive, t!("onboarding-done"), None),
        Standing::Ticked { by, at } => {
            let note = if by.is_empty() {
                t!("onboarding-ticked", at = Arg::Instant(at))
            } else {
                t!("onboarding-ticked-by", name = Arg::Text(by), at = Arg::Instant(at))
            };
            (Tone::Positive, t!("onboarding-done"), Some(note))
        }
    };
    let words = locale().say(name(step), &[]);
    let leads = step == OnboardingStep::CatalogReviewed && can(Action::SeeCatalogue);
    let words =
        if leads { view! { <a href="/catalog">{words}</a> }.into_any() } else { words.into_any() };
    view! {
        <li class="checklist__step">
            <StatusBadge tone word />
            <div class="checklist__words">
                <span>{words}</span>
                {note.map(|note| view! { <small class="quiet">{note}</small> })}
            </div>
            {children()}
        </li>
    }
}

/// Says that the catalogue has been reviewed.
#[component]
fn ReviewForm(
    /// The id of this attempt.
    request: String,
) -> impl IntoView {
    view! {
        <form action="/rpc/onboarding/review-catalog" method="post">
            <Hidden name="request" value=request />
            <Button>{t!("onboarding-review-catalog")}</Button>
        </form>
    }
}
