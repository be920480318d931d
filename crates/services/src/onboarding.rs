//! The onboarding checklist.

use domain::access::{Action, AdminRole, Surface};
use domain::account::Roles;
use domain::onboarding::{self as rules, Checklist, Facts, OnboardingStep, ReviewCatalog};
use storage::accounts::{self, Colleague};
use storage::{Tx, onboarding as rows, partners};

use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// What is left of the checklist of `grant`'s partner; nothing once all is done.
pub(crate) async fn checklist(tx: &mut Tx, grant: &Grant) -> Result<Option<Checklist>> {
    let partner = grant.partner();
    let people = accounts::colleagues(tx, grant.tenant(), Surface::PartnerCenter).await.stored()?;
    let facts = Facts {
        global_admins: people.iter().filter(|person| is_global_admin(person)).count(),
        customers: partners::count_customers(tx, partner).await.stored()?,
        ticks: rows::list(tx, partner).await.stored()?,
    };
    let may_review = grant.actor().access(Action::PinOffers).may_change();
    Ok(rules::checklist(&facts, may_review))
}

fn is_global_admin(person: &Colleague) -> bool {
    match &person.roles {
        Roles::Partner(roles) => roles.admin == Some(AdminRole::GlobalAdmin),
        Roles::Customer(_) | Roles::Operator(_) => false,
    }
}

/// Ticks "catalog reviewed"; what is left of the checklist afterwards.
///
/// A step that is ticked already stays with whoever ticked it: no change, no entry in the log.
///
/// # Errors
///
/// `Forbidden` without the right to pin offers.
///
/// Source: domain book, "partner-center-account-setup" (checklist, item 4).
pub async fn review_catalog(caller: &Caller, wanted: ReviewCatalog) -> Result<Option<Checklist>> {
    const USE_CASE: &str = "onboarding.review-catalog";
    const STEP: OnboardingStep = OnboardingStep::CatalogReviewed;
    let grant = caller.authorize(Action::PinOffers)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };

    let (partner, user) = (grant.partner(), grant.user());
    let open = rows::insert(&mut work.tx, partner, STEP, user, grant.now()).await.stored()?;
    let left = checklist(&mut work.tx, &grant).await?;
    if !open {
        return work.commit_unlogged(left).await;
    }
    let change = Change {
        kind: "onboarding-step-done",
        after: Some(STEP.as_str().to_owned()),
        ..Change::default()
    };
    work.commit(change, left).await
}
